"""The layer that keras makes of an op among the layers of a functional model.

Modelled on keras/engine/base_layer.py (TensorFlowOpLayer) of TensorFlow 1.15.5.
"""

from tensorflow._nested_structures import flatten
from tensorflow._shape import UNSURE
from tensorflow._tensor import create
from tensorflow.keras import _history
from tensorflow.keras._layer import Layer


class TensorFlowOpLayer(Layer):
    """An op between the layers of a functional model."""

    def __init__(self, tensor):
        Layer.__init__(self, name="tf_op_layer_" + tensor._op_name)
        self.built = True
        self.original = tensor

    def get_config(self):
        return {"original": self.original}

    @classmethod
    def from_config(cls, config):
        return cls(config["original"])

    def call(self, inputs):
        tensor = self.original
        inputs = flatten(inputs)
        dims = tensor._dims
        if isinstance(dims, tuple) and [x._dims for x in inputs] != [
            x._dims for x in tensor._inputs if _history.has_history(x)
        ]:
            dims = tuple([UNSURE if dim is None else dim for dim in dims])
        return create(
            tensor._op_type, tensor._op_name, dims, dtype=tensor._dtype, inputs=tuple(inputs)
        )

"""`keras.layers.Layer`: what is different from the layers of tf.keras.

Layers are named by class and counted from 1, weights are made in the scope of the layer's call from
values that stand there as well, shapes are plain tuples, and a layer says itself what shape its
outputs have.  Only models look for layers among their attributes; from 2.3 on all layers do.

Modelled on keras/engine/base_layer.py of Keras 2.2.4 and 2.3.1.
"""

import inspect

import _scope_lsp

from tensorflow import _init_ops
from tensorflow._array_ops import identity
from tensorflow._nested_structures import flatten, map_structure
from tensorflow._shape import TensorShape, as_dims
from tensorflow._tensor import dtype_of, is_tensor, scope
from tensorflow._variables import Variable

from keras import _history, _state
from keras._call_context import Entered
from keras._inputs import as_tensors, check_inputs, int_shapes, masks_of, set_shapes
from keras._release import IS_2_3
from keras._shared import _layer as _shared


def is_ours(cls):
    """Whether a class is one of Keras, not of a program."""
    name = cls.__module__
    return not _scope_lsp.is_known(name) or name == "keras" or name[:6] == "keras."


class Layer(_shared.Layer):
    def __init__(self, trainable=True, name=None, dtype=None, **kwargs):
        weights = kwargs.pop("weights", None)
        input_dtype = kwargs.pop("input_dtype", None)
        _shared.Layer.__init__(self, trainable, name, dtype=dtype or input_dtype, **kwargs)
        if self._dtype_name is None:
            self._dtype_name = dtype_of(_state.floatx())
        self._initial_weights = weights

    def _init_set_name(self, name, zero_based=True):
        self._name = _scope_lsp.plain_name(name or self._default_name())

    def _default_name(self):
        prefix = self.__class__.__name__
        return _state.numbered(_state.to_snake_case(prefix), prefix)

    @property
    def name(self):
        return _scope_lsp.told_op(self._name)

    @name.setter
    def name(self, value):
        self._name = value

    @property
    def trainable(self):
        return self._trainable

    @trainable.setter
    def trainable(self, value):
        self._trainable = value

    @property
    def batch_input_shape(self):
        if self._batch_input_shape is None:
            raise AttributeError("batch_input_shape")
        shape = self._batch_input_shape
        return tuple(shape.as_list()) if isinstance(shape, TensorShape) else shape

    @batch_input_shape.setter
    def batch_input_shape(self, value):
        self._batch_input_shape = value

    # Weights.

    def add_weight(
        self,
        name=None,
        shape=None,
        dtype=None,
        initializer=None,
        regularizer=None,
        trainable=True,
        constraint=None,
        **kwargs,
    ):
        if isinstance(name, (list, tuple)):  # as before 2.0: the shape first
            name, shape = (shape if isinstance(shape, str) else None), name
        made = _initializer(initializer)
        dtype = dtype_of(dtype) or dtype_of(_state.floatx())
        if _scope_lsp.is_known(shape):
            shape = () if shape is None else TensorShape(as_dims(shape))
        if _is_model(made):
            value = made(shape, dtype=dtype)
        else:
            dims = tuple(shape.as_list()) if isinstance(shape, TensorShape) else shape
            value = made(dims, dtype=dtype.name) if IS_2_3 else made(dims)
        if is_tensor(value) and value._dtype is None:
            value._dtype = dtype
        weight = _variable(value, dtype, name, constraint=constraint, shape=shape or None)
        weight._tracked = True
        if _scope_lsp.is_known(regularizer) and regularizer is not None:
            with scope("weight_regularizer"):
                self.add_loss(regularizer(weight))
        is_trainable = True if trainable is None else trainable
        (self._trainable_weights if is_trainable else self._non_trainable_weights).append(weight)
        return weight

    @property
    def trainable_weights(self):
        return self._own(True) + self._gather("trainable_weights") if self.trainable else []

    @trainable_weights.setter
    def trainable_weights(self, weights):
        self._trainable_weights = weights

    @property
    def non_trainable_weights(self):
        if self.trainable:
            return self._own(False) + self._gather("non_trainable_weights")
        return self._own(True) + self._own(False) + self._gather("weights")

    @non_trainable_weights.setter
    def non_trainable_weights(self, weights):
        self._non_trainable_weights = weights

    def _own(self, trainable):
        added = list(self._trainable_weights if trainable else self._non_trainable_weights)
        if not IS_2_3 or self._is_graph_network:
            return added
        found = []
        for value in list(self.__dict__.values()):
            if not _scope_lsp.is_a(value, Variable):
                continue
            while _scope_lsp.is_among(value, added):
                found.append(added.pop(0))
            if (
                not hasattr(value, "_tracked")
                and bool(value.trainable) == trainable
                and not _scope_lsp.is_among(value, found)
            ):
                found.append(value)
        return found + added

    def _children(self, unknown=False):
        if IS_2_3 or kind_of(self.__class__) is not Layer:
            return _shared.Layer._children(self, unknown)
        return list(self._layers)

    # Calling.

    def __call__(self, inputs, *args, **kwargs):
        inputs = as_tensors(inputs)
        tensors = flatten(inputs)
        arguments = dict(zip(self._call_takes()[1:], args), **kwargs)
        masks = masks_of(tensors)
        if masks is not None:
            masks = masks[0] if len(masks) == 1 else masks
            if "mask" in self._call_takes() and "mask" not in arguments:
                kwargs["mask"] = masks
        with Entered(self, None):
            if not self.built:
                check_inputs(self, tensors)
                self._maybe_build(inputs)
            check_inputs(self, tensors)
            outputs = self.call(inputs, *args, **kwargs)
            if not _scope_lsp.is_known(outputs) or outputs is None:
                return outputs
            outputs = map_structure(
                lambda x: identity(x) if is_tensor(x) and _scope_lsp.is_among(x, tensors) else x,
                outputs,
            )
            self._set_masks(inputs, outputs, masks)
            shapes = int_shapes(inputs)
            set_shapes(outputs, self._shapes_of_outputs(shapes) if _are_known(shapes) else None)
            _history.add_node(self, inputs, outputs, arguments=arguments)
            self._called(inputs, outputs)
            self._regularize_outputs(outputs)
        return outputs

    def _called(self, inputs, outputs):
        """Nothing: a model's inputs are given to it by `_set_inputs` alone."""

    def _regularize_outputs(self, outputs):
        regularizer = self.activity_regularizer
        if not _scope_lsp.is_known(regularizer) or regularizer is None:
            return
        with scope("activity_regularizer"):
            for output in flatten(outputs):
                self.add_loss(regularizer(output))

    def _maybe_build(self, inputs):
        self.build(int_shapes(inputs))
        self.built = True

    def compute_output_shape(self, input_shape):
        return (
            input_shape
            if kind_of(self.__class__) is Layer
            else _scope_lsp.unknown("a layer's output shape")
        )

    def _shapes_of_outputs(self, shapes):
        """What the layer says of its outputs; those of Keras's own are those of the ops."""
        for cls in self.__class__.__mro__:
            if "compute_output_shape" in cls.__dict__ and not is_ours(cls):
                return self.compute_output_shape(shapes)
            if is_ours(cls):
                break
        if kind_of(self.__class__) is Layer:
            return shapes
        return self.compute_output_shape(shapes)

    def get_config(self):
        config = {"name": self._name, "trainable": self._trainable}
        if self._batch_input_shape is not None:
            config["batch_input_shape"] = self._batch_input_shape
            config["dtype"] = self.dtype
        for cls in self.__class__.__mro__:
            if (
                is_ours(cls)
                and cls is not Layer
                and "__init__" in cls.__dict__
                and not cls.__module__.startswith("keras._shared")
            ):
                for name in inspect.getfullargspec(
                    getattr(cls.__init__, "_original", cls.__init__)
                ).args:
                    kept = name if hasattr(self, name) else "_" + name
                    if name not in config and name not in ("self", "dtype") and hasattr(self, kept):
                        config[name] = getattr(self, kept)
        return config


def kind_of(cls):
    """The class of Keras that a class is, or is made of."""
    for each in cls.__mro__:
        if is_ours(each):
            return each
    return Layer


def _are_known(shapes):
    if isinstance(shapes, list):
        return False not in [_are_known(shape) for shape in shapes]
    return _scope_lsp.is_known(shapes) and shapes is not None


def _is_model(initializer):
    """Whether an initializer is one of ours, which takes a dtype, or of the program's."""
    return _scope_lsp.is_a(initializer, _init_ops.Initializer)


def _initializer(initializer):
    from keras.initializers import get  # few programs need it

    found = get(
        "glorot_uniform"
        if _scope_lsp.is_known(initializer) and initializer is None
        else initializer
    )
    return found


def _variable(value, dtype, name, constraint, shape):
    """K.variable, with the shape that was asked for where the value does not tell it."""
    return Variable(
        value,
        True,
        name=name,
        dtype=dtype,
        constraint=constraint,
        use_resource=True if IS_2_3 else None,
        shape=shape,
    )

"""tensorflow.python.keras.utils.tf_utils: branches built where they may be taken, kinds of tensors.

Modelled on keras/utils/tf_utils.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._graph_contexts import _Nothing
from tensorflow._shape import Dimension, TensorShape, is_int
from tensorflow._tensor import is_tensor_like
from tensorflow._variables import Variable
from tensorflow.keras._shapes import constant_condition
from tensorflow.python.eager.context import executing_eagerly
from tensorflow.python.layers.utils import get_reachable_from_inputs
from tensorflow.python.framework.smart_cond import smart_cond as smart_module_cond


def smart_cond(pred, true_fn=None, false_fn=None, name=None):
    return smart_module_cond(pred, true_fn, false_fn, name=name)


def constant_value(pred):
    if not _scope_lsp.is_known(pred):
        return _scope_lsp.unknown("the constant value of a tensor")
    if isinstance(pred, (bool, int)):
        return bool(pred)
    return None if isinstance(pred, Variable) else constant_condition(pred)


def is_tensor_or_variable(x):
    if not _scope_lsp.is_known(x):
        return _scope_lsp.unknown("whether a value is a tensor")
    return is_tensor_like(x)


def is_tensor_or_tensor_list(v):
    return is_tensor_or_variable(v[0] if isinstance(v, (list, tuple)) and v else v)


def convert_shapes(input_shape, to_tuples=True):
    """Each shape of a structure as a tuple, or as a `TensorShape`."""
    if not _scope_lsp.is_known(input_shape) or input_shape is None:
        return input_shape
    if _is_shape(input_shape):
        shape = TensorShape(input_shape)
        if not to_tuples:
            return shape
        return tuple(shape.as_list()) if shape.ndims is not None else None
    if isinstance(input_shape, dict):
        return {key: convert_shapes(each, to_tuples) for key, each in input_shape.items()}
    return type(input_shape)([convert_shapes(each, to_tuples) for each in input_shape])


def _is_shape(value):
    """Whether this is one shape rather than a structure of several."""
    if not isinstance(value, (list, tuple)):
        return not isinstance(value, dict)
    return all(
        not _scope_lsp.is_known(dim) or dim is None or is_int(dim) or isinstance(dim, Dimension)
        for dim in value
    )


def shape_type_conversion(fn):
    """A decorator of methods such as `build`, which then take and return shapes as tuples."""

    def wrapper(instance, input_shape):
        found = fn(instance, convert_shapes(input_shape, to_tuples=True))
        return convert_shapes(found, to_tuples=False)

    return wrapper


def maybe_init_scope(layer):
    return _Nothing()


def graph_context_for_symbolic_tensors(*args, **kwargs):
    return _Nothing()


def assert_no_legacy_layers(layers):
    pass


def is_symbolic_tensor(tensor):
    if not _scope_lsp.is_known(tensor):
        return _scope_lsp.unknown("whether a value is a tensor of a graph")
    return not executing_eagerly() if is_tensor_like(tensor) else False


def are_all_symbolic_tensors(tensors):
    return all(is_symbolic_tensor(tensor) for tensor in tensors)


def register_symbolic_tensor_type(cls_type):
    pass

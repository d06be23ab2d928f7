"""What layers refuse before they make a variable, in TensorFlow's words.

Not here: ranks and sizes that a layer's `input_spec` asks for (`keras/_inputs`).  What is unknown
is never refused.  A size that this model gives as None may be known to TensorFlow where it was
computed from values; so it counts as undefined only behind ops that pass sizes on.

Modelled on keras/utils/conv_utils.py and nn_ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._nested_structures import flatten
from tensorflow._shape import TensorShape, as_dims, is_int
from tensorflow._tensor import is_tensor

_SOURCES = frozenset(
    "Placeholder PlaceholderWithDefault IteratorGetNext PyFunc DecodeJpeg DecodePng VariableV2 "
    "VarHandleOp Const".split()
)
_PASS_ON = frozenset(
    "Abs Add AddV2 AvgPool AvgPool3D BiasAdd Cast ConcatV2 Conv2D Conv3D Elu Exp ExpandDims "
    "FusedBatchNorm FusedBatchNormV2"
    " FusedBatchNormV3 GatherV2 Identity LeakyRelu Log MatMul Max MaxPool MaxPool3D Maximum Mean "
    "Minimum Mul Neg"
    " OneHot Pow ReadVariableOp RealDiv Relu Relu6 ResourceGather Rsqrt Selu Sigmoid Softmax "
    "Softplus Sqrt Square Squeeze"
    " StopGradient Sub Sum Tanh Transpose".split()
)
_MOST = 200
"""How many tensors behind one are looked at."""

refuse = _scope_lsp.fail


def is_tensorflows(tensors):
    """Whether TensorFlow does not know either what is None in the shapes of tensors."""
    pending = [tensor for tensor in tensors if _scope_lsp.is_known(tensor)]
    if len(pending) < len(tensors):
        return False
    seen = set()
    while pending:
        tensor = pending.pop()
        if not hasattr(tensor, "_op_type"):
            continue
        if tensor in seen:
            continue
        seen.add(tensor)
        if len(seen) > _MOST:
            return False
        if tensor._op_type in _SOURCES:
            continue
        if tensor._op_type not in _PASS_ON:
            return False
        inputs = tensor._inputs
        if not _scope_lsp.is_known(inputs) or not inputs:
            return False
        for one in inputs:
            if not _scope_lsp.is_known(one):
                return False
            if is_tensor(one):
                pending.append(one)
    return True


def is_undefined(layer, input_shape, axis):
    """Whether TensorFlow does not know the size of an axis of a layer's inputs."""
    dims = as_dims(input_shape)
    if (
        not _scope_lsp.is_a(dims, tuple)
        or not is_int(axis)
        or not is_int(len(dims))
        or not -len(dims) <= axis < len(dims)
    ):
        return False
    return _scope_lsp.is_known(dims[axis]) and dims[axis] is None and is_built_on_known(layer)


def is_built_on_known(layer):
    """Whether a layer is being built for inputs whose sizes this model knows as TensorFlow does."""
    inputs = layer._built_on
    return _scope_lsp.is_known(inputs) and inputs is not None and is_tensorflows(flatten(inputs))


def has_no_rank(tensor):
    """Whether TensorFlow does not know how many axes a tensor has."""
    dims = tensor._dims
    return _scope_lsp.is_known(dims) and dims is None and is_tensorflows([tensor])


def lacks_size(tensor, axis):
    """Whether TensorFlow knows how many axes a tensor has, but not the size of this one."""
    dims = tensor._dims
    if (
        not _scope_lsp.is_a(dims, tuple)
        or not is_int(len(dims))
        or not -len(dims) <= axis < len(dims)
    ):
        return False
    return _scope_lsp.is_known(dims[axis]) and dims[axis] is None and is_tensorflows([tensor])


def _told(value, n, name, more=""):
    refuse(
        "The `%s` argument must be a tuple of %d integers. Received: %s%s" % (name, n, value, more)
    )
    return (_scope_lsp.unknown("a size that is refused"),) * n


def normalize_tuple(value, n, name):
    """conv_utils.normalize_tuple: a size for each spatial axis."""
    if not _scope_lsp.is_known(value):
        return (value,) * n
    if _scope_lsp.is_number(value) and hasattr(value, "dtype"):  # NumPy's: no int, nor iterable
        return _told(value, n, name)
    if isinstance(value, int):
        return (value,) * n
    if isinstance(value, TensorShape):
        dims = as_dims(value)
        if not isinstance(dims, tuple):
            return (_scope_lsp.unknown("a size that is not modelled"),) * n
        items = tuple(value)
    elif isinstance(value, (list, tuple)):
        items = tuple(value)
    elif hasattr(value, "tolist"):
        items = value.tolist()
        if not isinstance(items, list):
            return (items,) * n
        items = tuple(items)
    elif value is None or isinstance(value, float):
        return _told(value, n, name)
    else:
        return (value,) * n
    count = len(items)
    if not _scope_lsp.is_known(count):
        return (_scope_lsp.unknown("a size among several"),) * n
    if count != n:
        return _told(value, n, name)
    for item in items:
        if _scope_lsp.is_known(item) and (
            item is None
            or hasattr(item, "value")
            and _scope_lsp.is_known(item.value)
            and item.value is None
        ):
            return _told(
                value, n, name, more=" including element %s of type %s" % (item, type(item))
            )
    return items


def normalize_data_format(value):
    """conv_utils.normalize_data_format, of what is no longer None."""
    if not _scope_lsp.is_a(value, str):
        return value
    if value.lower() not in ("channels_first", "channels_last"):
        refuse(
            'The `data_format` argument must be one of "channels_first", "channels_last". '
            "Received: " + value
        )
        return "channels_last"
    return value.lower()


def normalize_padding(value):
    """conv_utils.normalize_padding."""
    if not _scope_lsp.is_a(value, str):
        return value
    padding = value.lower()
    if padding not in ("valid", "same", "causal"):
        refuse(
            'The `padding` argument must be a list/tuple or one of "valid", "same" (or "causal", '
            "only for `Conv1D). Received: " + padding
        )
        return "same"
    return padding


def check_strides(strides, rates):
    """nn_ops._get_strides_and_dilation_rate: one of them is 1 everywhere."""

    def above(values):
        return bool([value for value in values if is_int(value) and value > 1])

    if above(strides) and above(rates):
        refuse("strides > 1 not supported in conjunction with dilation_rate > 1")


def pair(value):
    """contrib/layers/utils.two_element_tuple."""
    if _scope_lsp.is_a(value, (list, tuple)):
        count = len(value)
        if _scope_lsp.is_known(count) and count != 2:
            refuse("Must be a list with 2 elements: %s" % (value,))
            return value[0], value[0]
        return tuple(value)
    return (
        normalize_tuple(value, 2, "kernel_size")
        if _scope_lsp.is_a(value, TensorShape)
        else (value, value)
    )


def check_format(data_format, *formats):
    """What each function of tf.contrib.layers asks of its `data_format`."""
    if _scope_lsp.is_known(data_format) and data_format not in formats:
        refuse("data_format has to be either %s." % " or ".join(formats))

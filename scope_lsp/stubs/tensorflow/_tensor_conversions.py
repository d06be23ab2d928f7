"""What a program says its own objects become as tensors: `tf.register_tensor_conversion_function`.

Modelled on framework/tensor_conversion_registry.py and on `internal_convert_to_tensor` of
framework/ops.py of TensorFlow 1.15.5.
"""

registered = []
"""Priorities, types and functions, in the order in which they are tried."""


def register_tensor_conversion_function(base_type, conversion_func, priority=100):
    at = len([entry for entry in registered if entry[0] <= priority])
    registered.insert(at, (priority, base_type, conversion_func))


def converted(value, dtype, name):
    """The tensor that a registered function makes of a value; None where there is none."""
    for priority, base_type, function in registered:
        if isinstance(value, base_type):
            tensor = function(value, dtype=dtype, name=name, as_ref=False)
            if tensor is not NotImplemented:
                return tensor
    return None

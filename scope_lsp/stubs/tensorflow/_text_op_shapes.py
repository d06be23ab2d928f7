"""Shapes and dtypes of what the functions of `tf.strings` give.

Modelled on python/ops/string_ops.py and the shape functions of the ops in TensorFlow 1.15.5.
"""

from tensorflow import _dtypes
from tensorflow._op_rules import dims_of, first, registrar
from tensorflow._reductions import reduced
from tensorflow._tensor_util import dtype_of, held_value

RULES = {}
rule = registrar(RULES)


@rule(
    "as_string strings.as_string string_strip strings.strip strings.lower strings.upper substr "
    "strings.substr regex_replace strings.regex_replace encode_base64 io.encode_base64 "
    "decode_base64 io.decode_base64"
)
def _strings(*args, **kwargs):
    return dims_of(first(args, kwargs)), _dtypes.string


@rule(
    "string_to_hash_bucket string_to_hash_bucket_fast string_to_hash_bucket_strong "
    "strings.to_hash_bucket strings.to_hash_bucket_fast strings.to_hash_bucket_strong "
    "strings.length"
)
def _hashed(*args, **kwargs):
    return dims_of(first(args, kwargs)), _dtypes.int64


@rule("string_to_number strings.to_number")
def _number(string_tensor, out_type=_dtypes.float32):
    return dims_of(string_tensor), dtype_of(out_type)


@rule("string_join strings.join")
def _joined(inputs, *args, **kwargs):
    for part in inputs:
        if dims_of(part) != ():
            return dims_of(part), _dtypes.string
    return (), _dtypes.string


@rule("reduce_join strings.reduce_join")
def _reduce_joined(
    inputs,
    axis=None,
    keep_dims=None,
    separator="",
    name=None,
    reduction_indices=None,
    keepdims=None,
):
    axis = reduction_indices if axis is None else axis
    keepdims = keep_dims if keepdims is None else keepdims
    axes = None if axis is None else held_value(axis)
    return reduced(dims_of(inputs), axes, bool(keepdims)), _dtypes.string

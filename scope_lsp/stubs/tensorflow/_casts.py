"""Ops that give a tensor another dtype.

Modelled on ops/math_ops.py (cast) of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._shape import UNSURE
from tensorflow._tensor import (
    apply,
    base_dtype,
    convert,
    create,
    dtype_of,
    is_tensor,
    pop,
    push,
)


def cast(x, dtype, name=None):
    dtype = dtype_of(dtype)
    dtype = None if dtype is None else dtype.base_dtype
    if is_tensor(x) and dtype is not None and x._dtype is dtype:
        return x
    if _scope_lsp.is_known(x) and getattr(x, "_resource", False) is True and base_dtype(x) is dtype:
        return x
    scope = push(name, "Cast")
    x = convert(x, None, "x")
    pop()
    if dtype is not None and base_dtype(x) is dtype:
        return x
    is_float = _scope_lsp.is_a(x._value, float)
    return create(
        "Cast",
        scope,
        x._dims,
        dtype=dtype,
        value=x._value if dtype is not None and dtype.is_integer and not is_float else None,
        inputs=(x,),
    )


def saturate_cast(value, dtype, name=None):
    push(name, "saturate_cast")
    value = convert(value, None, "value")
    result = cast(value, dtype, "saturate_cast")
    pop()
    return result


def _caster(dtype, default):
    def convert_to(x, name=default):
        return cast(x, dtype, name)

    return convert_to


to_float = _caster(_dtypes.float32, "ToFloat")
to_double = _caster(_dtypes.float64, "ToDouble")
to_int32 = _caster(_dtypes.int32, "ToInt32")
to_int64 = _caster(_dtypes.int64, "ToInt64")
to_bfloat16 = _caster(_dtypes.bfloat16, "ToBFloat16")


def bitcast(input, type, name=None):
    name, [x] = apply("Bitcast", name, (input, "input"))
    return create("Bitcast", name, UNSURE, dtype=dtype_of(type))

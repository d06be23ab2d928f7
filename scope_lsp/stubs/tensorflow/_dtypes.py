"""`tf.DType` and the data types.  Not here: what dtype an op's result has.

Modelled on tensorflow/python/framework/dtypes.py of TensorFlow 1.15.5.
"""

import _scope_lsp


class DType:
    @_scope_lsp.takes(None)
    def __init__(self, name, size, kind, ref=False):
        self._base_name = name
        self._kind = kind
        self._ref = ref
        self.size = size
        self.name = name + "_ref" if ref else name
        self._other = None
        self.base_dtype = self

    @property
    def real_dtype(self):
        return {"complex64": float32, "complex128": float64}.get(self._base_name, self)

    @property
    def as_numpy_dtype(self):
        import numpy  # few programs need it

        return getattr(numpy, _NUMPY_NAMES.get(self._base_name, self._base_name))

    @property
    def as_datatype_enum(self):
        return _ENUM.index(self._base_name) + (100 if self._ref else 0)

    @property
    def _is_ref_dtype(self):
        return self._ref

    @property
    def _as_ref(self):
        return self if self._ref else self._other

    @property
    def is_numpy_compatible(self):
        return self._kind != "o"

    @property
    def is_bool(self):
        return self._kind == "b"

    @property
    def is_integer(self):
        return self._kind in ("i", "u")

    @property
    def is_floating(self):
        return self._kind == "f"

    @property
    def is_complex(self):
        return self._kind == "c"

    @property
    def is_quantized(self):
        return self._kind == "q"

    @property
    def is_unsigned(self):
        return self._kind == "u"

    @property
    def min(self):
        return _LIMITS.get(self._base_name, (None, None))[0]

    @property
    def max(self):
        return _LIMITS.get(self._base_name, (None, None))[1]

    @property
    def limits(self):
        return self.min, self.max

    def is_compatible_with(self, other):
        return as_dtype(other).base_dtype is self.base_dtype

    def __eq__(self, other):
        if other is self:
            return True
        if other is None:
            return False
        other = _find(other)
        return other is not None and other.name == self.name

    def __ne__(self, other):
        return not self.__eq__(other)

    def __hash__(self):
        return hash(self.name)

    def __int__(self):
        return self.as_datatype_enum

    def __repr__(self):
        return "tf." + self.name

    def __str__(self):
        return "<dtype: '" + self.name + "'>"

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self


_ENUM = (
    "invalid float32 float64 int32 uint8 int16 int8 string complex64 int64 bool qint8 quint8"
    " qint32 bfloat16 qint16 quint16 uint16 complex128 float16 resource variant uint32 uint64"
).split()
_NUMPY_NAMES = {
    "string": "object",
    "resource": "object",
    "variant": "object",
    "bfloat16": "float32",
}
_LIMITS = {
    "float16": (-65504.0, 65504.0),
    "float32": (-3.4028234663852886e38, 3.4028234663852886e38),
    "float64": (-1.7976931348623157e308, 1.7976931348623157e308),
    "int8": (-128, 127),
    "int16": (-32768, 32767),
    "int32": (-2147483648, 2147483647),
    "int64": (-9223372036854775808, 9223372036854775807),
    "uint8": (0, 255),
    "uint16": (0, 65535),
    "uint32": (0, 4294967295),
    "uint64": (0, 18446744073709551615),
    "bool": (0, 1),
}
BY_NAME = {}


def _new(name, size, kind):
    dtype = DType(name, size, kind)
    reference = DType(name, size, kind, ref=True)
    dtype._other = reference
    reference._other = dtype
    dtype.base_dtype = reference.base_dtype = dtype
    BY_NAME[dtype.name] = dtype
    BY_NAME[reference.name] = reference
    return dtype


float16 = _new("float16", 2, "f")
float32 = _new("float32", 4, "f")
float64 = _new("float64", 8, "f")
bfloat16 = _new("bfloat16", 2, "f")
complex64 = _new("complex64", 8, "c")
complex128 = _new("complex128", 16, "c")
int8 = _new("int8", 1, "i")
int16 = _new("int16", 2, "i")
int32 = _new("int32", 4, "i")
int64 = _new("int64", 8, "i")
uint8 = _new("uint8", 1, "u")
uint16 = _new("uint16", 2, "u")
uint32 = _new("uint32", 4, "u")
uint64 = _new("uint64", 8, "u")
bool = _new("bool", 1, "b")
string = _new("string", 1, "o")
resource = _new("resource", 1, "o")
variant = _new("variant", 1, "o")
qint8 = _new("qint8", 1, "q")
qint16 = _new("qint16", 2, "q")
qint32 = _new("qint32", 4, "q")
quint8 = _new("quint8", 1, "q")
quint16 = _new("quint16", 2, "q")
half = float16
double = float64

BY_NAME.update(
    {
        "half": float16,
        "float": float32,
        "double": float64,
        "int": int64,
        "bool_": bool,
        "str": string,
        "bytes": string,
        "object": string,
        "str_": string,
        "object_": string,
        "float_": float64,
        "int_": int64,
        "half_ref": float16._other,
        "float_ref": float32._other,
        "double_ref": float64._other,
    }
)


def _find(value):
    """The DType that a value stands for, None when it stands for none."""
    if isinstance(value, DType):
        return value
    if isinstance(value, str):
        return BY_NAME.get(value)
    if isinstance(value, int):
        return BY_NAME.get(_ENUM[value]) if 0 < value < len(_ENUM) else None
    if value is float:
        return float32
    if isinstance(value, type):
        return BY_NAME.get(value.__name__)
    if hasattr(value, "_as_tensor"):
        return None
    name = getattr(value, "name", None)
    if isinstance(name, str):
        return BY_NAME.get(name, string if name[:3] in ("str", "byt") else None)
    return None


def as_dtype(type_value):
    if isinstance(type_value, DType):
        return type_value
    dtype = _find(type_value)
    if dtype is None:
        refuse(type_value)
    return dtype


def refuse(value):
    raise TypeError("Cannot convert value %r to a TensorFlow DType." % (value,))

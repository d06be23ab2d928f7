"""numpy's scalar types and dtypes: classes that are Python's numbers with a name."""


class generic:
    pass


class number(generic):
    pass


class integer(number):
    pass


class signedinteger(integer):
    pass


class unsignedinteger(integer):
    pass


class inexact(number):
    pass


class floating(inexact):
    pass


def _made(base, cls, value):
    """A number, or an array where several are given."""
    if isinstance(value, (list, tuple)) or hasattr(value, "_data"):
        from numpy._array import array  # imports this module itself

        return array(value, cls.__name__)
    return base.__new__(cls, value)


class _Scalar:
    """What numpy's numbers have in common with its arrays."""

    shape = ()
    ndim = 0
    size = 1

    @property
    def dtype(self):
        return dtype(type(self))

    def astype(self, dtype, *args, **kwargs):
        return _cast(self, dtype)

    def item(self, *args):
        return self.tolist()

    def copy(self, *args):
        return self

    def round(self, decimals=0, out=None):
        return type(self)(round(self.tolist(), decimals))

    def reshape(self, *shape, **kwargs):
        from numpy._array import array  # imports this module itself

        return array(self.tolist()).reshape(*shape)

    def flatten(self, *args):
        return self.reshape(-1)

    ravel = flatten

    def _itself(self, *args, **kwargs):
        return self

    sum = prod = mean = max = min = squeeze = transpose = _itself


def _cast(value, kind):
    """A number as one of another type; whole ones are Python's own, as sizes of shapes are."""
    cls = dtype(kind).type
    if issubclass(cls, int):
        return cls(value) if cls is bool else int(value)
    return cls(value)


def scalar(value):
    """A result as numpy gives it: a float has the methods of arrays."""
    return _new_float(float64, value) if type(value) is _python_float else value


_python_float = float
_new_float = float.__new__


class _Float(_Scalar, float):
    def __new__(cls, value=0.0):
        return _made(float, cls, value)

    def tolist(self):
        return self.__float__()


class _Int(_Scalar, int):
    def __new__(cls, value=0):
        return _made(int, cls, value)

    def tolist(self):
        return self.__int__()


class float64(_Float):
    pass


class float32(_Float):
    pass


class float16(_Float):
    pass


class int64(_Int):
    pass


class int32(_Int):
    pass


class int16(_Int):
    pass


class int8(_Int):
    pass


class uint8(_Int):
    pass


class uint16(_Int):
    pass


class uint32(_Int):
    pass


class uint64(_Int):
    pass


class complex64(complex):
    pass


class complex128(complex):
    pass


bool_ = bool8 = bool
object_ = object
str_ = unicode_ = str
bytes_ = string_ = bytes
half = float16
single = float32
double = float_ = float64
int_ = intp = long = int64
intc = int32
uint = uint64
byte = int8
ubyte = uint8
float = float
int = int

_TYPES = {
    "float64": float64,
    "float32": float32,
    "float16": float16,
    "int64": int64,
    "int32": int32,
    "int16": int16,
    "int8": int8,
    "uint8": uint8,
    "uint16": uint16,
    "uint32": uint32,
    "uint64": uint64,
    "complex64": complex64,
    "complex128": complex128,
    "bool": bool,
    "object": object,
    "str": str,
    "bytes": bytes,
    "float": float64,
    "int": int64,
    "double": float64,
    "f": float32,
    "f4": float32,
    "<f4": float32,
    "f8": float64,
    "i4": int32,
    "i8": int64,
    "u1": uint8,
    "b": int8,
    "O": object,
}
_SIZES = {"64": 8, "32": 4, "16": 2, "28": 16, "t8": 1}


class dtype:
    def __init__(self, value, *args, **kwargs):
        if isinstance(value, dtype):
            value = value.type
        elif isinstance(value, str):
            value = _TYPES.get(value, object)
        elif isinstance(value, type):
            value = _TYPES.get(value.__name__, value)
        else:
            value = getattr(value, "as_numpy_dtype", object)
        self.type = value
        self.name = value.__name__
        self.itemsize = _SIZES.get(self.name[-2:], 1)
        self.kind = self.name[0]

    def newbyteorder(self, order="S"):
        return self

    def __eq__(self, other):
        return dtype(other).name == self.name

    def __ne__(self, other):
        return dtype(other).name != self.name

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return "dtype('%s')" % self.name

    def __str__(self):
        return self.name


class iinfo:
    def __init__(self, kind):
        name = dtype(kind).name
        bits = 8 * dtype(kind).itemsize
        self.bits = bits
        self.min = 0 if name[0] == "u" else -(2 ** (bits - 1))
        self.max = 2**bits - 1 if name[0] == "u" else 2 ** (bits - 1) - 1


class finfo:
    def __init__(self, kind):
        narrow = dtype(kind).name == "float32"
        self.eps = 1.1920929e-07 if narrow else 2.220446049250313e-16
        self.max = 3.4028235e38 if narrow else 1.7976931348623157e308
        self.min = -self.max
        self.tiny = 1.1754944e-38 if narrow else 2.2250738585072014e-308

"""numpy's scalar types and dtypes: classes that are Python's numbers with a name."""

import _scope_lsp


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
    """What numpy's numbers have in common with its arrays.

    The interpreter computes with them as with Python's numbers and keeps their class: `_kinds` has
    the classes.  One that `_poses` is a Python number for the models alone.
    """

    _poses = True
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

    def _beside(self, values):
        """What a list is in an operation with this number."""
        from numpy._array import array  # imports this module itself

        return array(values)

    def flatten(self, *args):
        return self.reshape(-1)

    ravel = flatten

    def _itself(self, *args, **kwargs):
        return self

    sum = prod = mean = max = min = squeeze = transpose = _itself


def _cast(value, kind):
    return dtype(kind).type(value)


def scalar(value, like=None):
    """A number as numpy gives it: of its class, which is that of `like` if that is narrow."""
    if not is_number(value):
        return value
    kind = type(value)
    if kind is _python_float:
        return _new_float(type(like) if isinstance(like, (float32, float16)) else float64, value)
    if kind is _python_bool:
        return _new_bool(bool_, value)
    return _new_int(int64, value) if kind is _python_int else value


def element(kind, value):
    """What an array of a dtype gives for one place, or for all of them, as a plain value has it."""
    if kind.type is str_ and value.__class__ is _python_str:
        return str_(value)
    if not is_number(value) or isinstance(value, _Scalar):
        return value
    cls = kind.type
    if issubclass(cls, _python_float):
        return _new_float(cls, value)
    if cls is bool_:
        return _new_bool(cls, value)
    of = type(value)
    if of is _python_float:
        return _new_float(float64, value)
    if of is _python_bool:
        return _new_bool(bool_, value)
    if of is not _python_int:
        return value
    return _new_int(cls if issubclass(cls, _Int) else int64, value)


def python_number(value):
    """What `tolist` makes of a number."""
    return value.tolist() if isinstance(value, _Scalar) else value


is_number = _scope_lsp.is_number
_python_float = float
_python_int = int
_python_bool = bool
_python_str = str
_new_float = float.__new__
_new_int = int.__new__
_new_bool = bool.__new__


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


class float64(_Float, floating):
    __module__ = "numpy"
    _poses = False  # it derives from float


class float32(_Float, floating):
    __module__ = "numpy"


class float16(_Float, floating):
    __module__ = "numpy"


class int64(_Int, signedinteger):
    __module__ = "numpy"


class int32(_Int, signedinteger):
    __module__ = "numpy"


class int16(_Int, signedinteger):
    __module__ = "numpy"


class int8(_Int, signedinteger):
    __module__ = "numpy"


class uint8(_Int, unsignedinteger):
    __module__ = "numpy"


class uint16(_Int, unsignedinteger):
    __module__ = "numpy"


class uint32(_Int, unsignedinteger):
    __module__ = "numpy"


class uint64(_Int, unsignedinteger):
    __module__ = "numpy"


class bool_(_Scalar, bool, generic):
    __module__ = "numpy"

    def __new__(cls, value=False):
        return _made(bool, cls, value)

    def tolist(self):
        return _python_bool(self)


class _Kinds:
    bool = bool_
    float64 = float64
    float32 = float32
    float16 = float16
    int64 = int64
    int32 = int32
    int16 = int16
    int8 = int8
    uint8 = uint8
    uint16 = uint16
    uint32 = uint32
    uint64 = uint64


_Scalar._kinds = _Kinds


class complex64(complex):
    pass


class complex128(complex):
    pass


class flexible(generic):
    pass


class character(flexible):
    pass


class str_(str, character):
    __module__ = "numpy"


class bytes_(bytes, character):
    __module__ = "numpy"


class object_(generic):
    __module__ = "numpy"

    def __new__(cls, value=None):
        return value


bool8 = bool_
unicode_ = str_
string_ = bytes_
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
complex = complex
True_ = bool_(True)
False_ = bool_(False)

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
    "bool": bool_,
    "bool_": bool_,
    "object": object_,
    "object_": object_,
    "str": str_,
    "str_": str_,
    "bytes": bytes_,
    "bytes_": bytes_,
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
    "O": object_,
}
_SIZES = {"64": 8, "32": 4, "16": 2, "28": 16, "t8": 1}


class dtype:
    def __init__(self, value, *args, **kwargs):
        if isinstance(value, dtype):
            value = value.type
        elif isinstance(value, str):
            value = _TYPES.get(value, object_)
        elif isinstance(value, type):
            value = _TYPES.get(value.__name__, value)
        else:
            value = getattr(value, "as_numpy_dtype", object_)
        self.type = value
        self.name = value.__name__.rstrip("_")
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

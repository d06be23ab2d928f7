"""Tensors, and how TensorFlow makes tensors of Python values.

Not here: the ops themselves (`_array_ops`, `_math_ops`, ...), and `Operation` (`_operation`).
A tensor knows its name, its dims and dtype (see `_shape` for what is not known) and, for small
integer tensors such as `tf.shape(x)`, its value as far as it is static:
an int, or a list whose elements are int or None; that of a constant may be a float.
Its `_inputs` are the tensors and variables that it is computed from, None where they are not
known (see `_gradients`).

Modelled on framework/ops.py (Tensor, convert_to_tensor),
framework/constant_op.py, framework/op_def_library.py (names of the constants made
of arguments) and ops/math_ops.py (operators) of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._constant_folding import static_value
from tensorflow._operation import Operation, device_of_ops, made_before
from tensorflow._shape import UNSURE, TensorShape, as_dims, merge, reveal
from tensorflow._tensor_util import (
    NOT_IN_GRAPH,
    SCALARS,
    constant_dims,
    dtype_of,
    held_value,
    is_exact,
    refuse,
    refuse_none,
    value_dtype,
)
from tensorflow._tensor_conversions import converted, registered

is_a = _scope_lsp.is_a


EAGER_BLOCKS = [False]
"""Whether the program has run a block eagerly: a tensor from there has a value at once."""


def _maybe_eager():
    return EAGER_BLOCKS[0] or _scope_lsp.executing_eagerly() is not False


class TensorLike:
    """What becomes a tensor by its `_as_tensor(dtype, name)`: tensors and variables."""


class Operators(TensorLike):
    """The arithmetic of tensors and variables; filled in by `_operators`."""

    __array_priority__ = 100
    _leads_to_graph = True
    """Unknown code that is given one can build on it."""


class Tensor(Operators):
    OVERLOADABLE_OPERATORS = set()
    _is_unknown = False
    """Whether it only may depend on its inputs."""
    _surely = ()
    """Of one that only may depend on its inputs: what it depends on for certain."""
    _may_be_none = None
    """Whether a gradient may be None; None of what is no gradient."""

    @_scope_lsp.takes(None)
    def __init__(self, op_name, op_type, dims, dtype, value=None, index=0, inputs=None):
        self._op_name = op_name
        self._op_type = op_type
        self._dims = dims
        self._dtype = dtype
        self._value = value
        self._index = index
        self._inputs = inputs
        self._op = None
        _scope_lsp.keep_output(op_name, index, self)

    @property
    def name(self):
        return _scope_lsp.told_op(self._op_name + ":" + str(self._index))

    @property
    def op(self):
        op = made_before(self._op)
        if op is None:
            op = Operation(self._op_name, self._op_type, self._inputs, outputs=[self])
        self._op = op
        return op

    @property
    def graph(self):
        return self.op.graph

    @property
    def device(self):
        return device_of_ops()

    @property
    def value_index(self):
        return self._index

    @property
    def dtype(self):
        if self._dtype is None:
            return _scope_lsp.unknown("a dtype that is not modelled")
        return self._dtype

    @property
    def shape(self):
        return reveal(self._dims)

    def get_shape(self):
        return reveal(self._dims)

    def set_shape(self, shape):
        self._dims = merge(self._dims, as_dims(shape))

    def _rank(self):
        return len(self._dims) if isinstance(self._dims, tuple) else None

    def _shape_tuple(self):
        return self._dims

    def consumers(self):
        return []

    def eval(self, feed_dict=None, session=None):
        from tensorflow._session import look_up_feeds  # imports this module itself

        look_up_feeds(self.graph, feed_dict)
        return _scope_lsp.unknown("the value of a tensor")

    def numpy(self):
        return _scope_lsp.unknown("the value of a tensor")

    def experimental_ref(self):
        return self

    def __array__(self, dtype=None):
        if _maybe_eager():
            return _scope_lsp.unknown("the value of a tensor")
        raise NotImplementedError(
            "Cannot convert a symbolic Tensor (%s) to a numpy array." % self.name
        )

    def _as_tensor(self, dtype=None, name=None, as_ref=False):
        return self

    def __iter__(self):
        from tensorflow.keras._call_context import context  # imports this module itself

        converted = context.in_call and _scope_lsp.in_for_loop()  # as AutoGraph does in layers
        unsure = converted or self._dims == UNSURE
        if unsure or _scope_lsp.building_function() or _scope_lsp.executing_eagerly() is not False:
            return iter(_scope_lsp.unknown("the elements of a tensor"))
        raise TypeError(NOT_IN_GRAPH % "iterating over `tf.Tensor`")

    def __len__(self):
        if self._is_unknown or _maybe_eager():  # what is not known may be a list of tensors
            return _scope_lsp.unknown("the length of a tensor")
        raise TypeError(
            "len is not well defined for symbolic Tensors. (%s) Please call `x.shape` rather than "
            "`len(x)` for shape information." % self.name
        )

    def __bool__(self):
        from tensorflow.keras._call_context import context  # imports this module itself

        if not (self._is_unknown or _maybe_eager() or context.in_call):
            message = NOT_IN_GRAPH % "using a `tf.Tensor` as a Python `bool`"
            _scope_lsp.fail(message, exception="TypeError", when="asked")
        return _scope_lsp.unknown("the value of a tensor")

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        shape = "" if self._dims == UNSURE else " shape=" + str(TensorShape(self._dims))
        return "<tf.Tensor '%s'%s dtype=%s>" % (
            self.name,
            shape,
            "?" if self._dtype is None else self._dtype.name,
        )

    def __str__(self):
        shape = ", shape=%s" % TensorShape(self._dims) if isinstance(self._dims, tuple) else ""
        return 'Tensor("%s"%s, dtype=%s)' % (
            self.name,
            shape,
            "?" if self._dtype is None else self._dtype.name,
        )


def unknown_tensor(made=None):
    """A tensor of which nothing is known, which no op made that we saw.

    It may depend on each variable that there is by now, yet on none that is made later.
    """
    if made is None:
        made = _scope_lsp.get_collection("variables", None, None, chosen=False)
    tensor = Tensor(_scope_lsp.unknown("the name of a tensor"), "", UNSURE, dtype=None, inputs=made)
    tensor._is_unknown = True
    return tensor


def looked_up(op_name, op_type, index):
    """A tensor of which only the name and the op are known."""
    tensor = unknown_tensor()
    tensor._op_name, tensor._op_type, tensor._index = op_name, op_type, index
    return tensor


def is_tensor(value):
    return is_a(value, Tensor)


def is_tensor_like(value):
    """Is it a tensor or variable (ops.is_dense_tensor_like)."""
    return is_a(value, TensorLike)


def base_dtype(tensor):
    return None if tensor._dtype is None else tensor._dtype.base_dtype


def create(op_type, name, dims, dtype, value=None, inputs=None):
    """The only output of a new op; without `inputs` it may depend on anything."""
    return Tensor(
        _scope_lsp.new_op(op_type, name), op_type, dims, dtype=dtype, value=value, inputs=inputs
    )


def create_many(op_type, name, outputs, inputs=None):
    """The outputs of a new op, given as (dims, dtype)."""
    full = _scope_lsp.new_op(op_type, name)
    return [
        Tensor(full, op_type, dims, dtype=dtype, value=None, index=i, inputs=inputs)
        for i, (dims, dtype) in enumerate(outputs)
    ]


def create_op(op_type, name):
    """A new op without outputs."""
    return Operation(_scope_lsp.new_op(op_type, name), op_type)


def push(name, default):
    """Enter a name scope as `ops.name_scope(name, default)` does."""
    return _scope_lsp.push_name_scope(default if name is None else name)


pop = _scope_lsp.pop_name_scope


def scope(name, default=None):
    """For `with`: its body is in a name scope, and may run a program's code; `as`: the name."""
    return _scope_lsp.in_name_scope(default if name is None else name)


def apply(op_type, name, *arguments):
    """Make ready a new op of (value, argument name) pairs: its name for `create`, its inputs.

    Values that are no tensors become constants named by their argument inside a
    name scope that has the op's name, as op_def_library does.  The caller passes
    the returned name to `create` at once.
    """
    for value, _ in arguments:
        if not is_a(value, Tensor):
            break
    else:
        return (op_type if name is None else name), [value for value, _ in arguments]
    full = push(name, op_type)
    tensors = []
    for value, argument in arguments:
        if _scope_lsp.is_known(value) and value is None:
            refuse_none(argument)
        tensors.append(convert(value, None, argument))
    pop()
    return full, tensors


# Python values as tensors.


def has_tensor(values):
    """Whether a list or tuple holds tensors or variables, at any depth."""
    for value in values:
        if is_a(value, TensorLike) or is_a(value, (list, tuple)) and has_tensor(value):
            return True
    return False


def convert(value, dtype=None, name=None):
    """`ops.convert_to_tensor`: an unknown value is taken for a tensor, no op is made for it."""
    if is_a(value, Tensor):
        return value
    if is_a(value, TensorLike):
        return value._as_tensor(dtype, name)
    if not _scope_lsp.is_known(value):
        if _scope_lsp.options(value) is None:
            return unknown_tensor(() if _scope_lsp.is_data(value) else None)
        from tensorflow._one_of import one_of  # imports this module itself

        return one_of(value)
    if registered:
        tensor = converted(value, dtype, name=name)
        if tensor is not None:
            return tensor
    if isinstance(value, (list, tuple)) and has_tensor(value):
        return _pack(value, dtype, name or "packed")
    return constant(value, dtype, None, name=name or "Const")


def convert_to_tensor(value, dtype=None, name=None, preferred_dtype=None, dtype_hint=None):
    return convert(value, dtype_of(dtype) or dtype_of(preferred_dtype or dtype_hint), name)


def _pack(values, dtype, name):
    """array_ops._autopacking_helper."""
    with _scope_lsp.in_name_scope(name) as scope_name:
        tensors, ruling = [], None  # a number takes the dtype of the tensors beside it
        for i, value in enumerate(values):
            tensors.append(convert(value, dtype, str(i)))
            if ruling is None and is_tensor_like(value):
                ruling = base_dtype(tensors[i]) or False
    dims = element_dims(tensors)
    dims = (len(tensors),) + dims if isinstance(dims, tuple) else UNSURE
    return create(
        "Pack",
        scope_name,
        dims,
        dtype=dtype or (base_dtype(tensors[0]) if ruling is None else ruling or None),
        value=[static_value(tensor) for tensor in tensors] if len(dims) == 1 else None,
        inputs=tensors,
    )


def constant(value, dtype=None, shape=None, name="Const", verify_shape=False):
    if shape is None and _scope_lsp.is_known(value):
        natural = SCALARS.get(type(value))
        if natural is not None:
            held = value if isinstance(value, int) or is_exact(value) else None
            return Tensor(
                _scope_lsp.new_op("Const", name),
                "Const",
                (),
                dtype=natural if dtype is None else dtype_of(dtype),
                value=held,
                inputs=(),
            )
        ints = _scope_lsp.ints(value)
        if ints:
            held = list(ints) if len(ints) <= 32 else None
            return Tensor(
                _scope_lsp.new_op("Const", name),
                "Const",
                (len(ints),),
                dtype=_dtypes.int32 if dtype is None else dtype_of(dtype),
                value=held,
                inputs=(),
            )
    refuse(value)
    dtype = dtype_of(dtype) if dtype is not None else value_dtype(value)
    dims = constant_dims(value, shape, verify_shape)
    held = held_value(value) if shape is None else None
    return Tensor(
        _scope_lsp.new_op("Const", name), "Const", dims, dtype=dtype, value=held, inputs=()
    )


def element_dims(values):
    """The common dims of tensors that are stacked or joined."""
    dims = UNSURE
    for tensor in values:
        dims = merge(dims, tensor._dims)
    return dims

"""Variables and the ops that one is made of.

Follows variables.py (``RefVariable``, ``PartitionedVariable``) and resource_variable_ops.py
(``ResourceVariable``); values are opaque, only their shapes and dtypes are known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from scope_lsp.naming.errors import NamingError
from scope_lsp.naming.journal import Journal, Log, Record
from scope_lsp.naming.name import Unknown, as_name
from scope_lsp.naming.name_scope import Parts
from scope_lsp.naming.shape import Dimension, Shape, as_shape, join

if TYPE_CHECKING:
    from scope_lsp.naming.graph import Graph

GLOBAL_VARIABLES = "variables"
TRAINABLE_VARIABLES = "trainable_variables"


class Tensor(NamedTuple):
    """A value of the caller's, as far as naming looks into it."""

    shape: Sequence[Dimension] | Unknown | None
    dtype: str | None
    value: object = None
    """The caller's own object."""


class Callbacks(Protocol):
    """What naming asks its caller about opaque values; each runs in the current name scope."""

    def kind(self, initializer: object) -> object:
        """What an initializer is.

        "callable" (it takes a shape), "thunk" (callable without arguments), "tensor", "value"
        (still to be converted to one) or ``UNKNOWN``.
        """

    def call(
        self, initializer: object, shape: Shape | Unknown, dtype: str | None, partition: object
    ) -> Tensor:
        """Call an initializer and convert what it returns to a tensor named ``initial_value``.

        Without arguments when ``shape`` is None; ``partition`` is None or the pair of full shape
        and offset of a shard.
        """

    def convert(self, value: object, dtype: str | None, name: str | None) -> Tensor:
        """``tf.convert_to_tensor``."""

    def slice(self, value: object, offset: Sequence[int], shape: Sequence[int]) -> Tensor:
        """``tf.slice`` of a tensor."""

    def partition(self, partitioner: object, shape: Shape, dtype: str | None) -> object:
        """Call a partitioner; returns a sequence, ``UNKNOWN``, or what else it gave."""

    def regularize(self, regularizer: object, variable: Variable) -> None:
        """Call a regularizer with a variable, and put its loss into the collection."""

    def made(self, variable: AnyVariable) -> None:
        """A variable was made: the caller may set its ``wrapper``."""


class Variable(Record):
    """One variable op of a graph.

    ``op_name`` is its full name; ``key`` what the store knows it by (None for ``tf.Variable``);
    ``asked`` the full name that was asked for, which differs from ``op_name`` when that was taken.
    ``wrapper`` and ``initial_value`` are the caller's own.
    """

    __slots__ = (
        "asked",
        "dtype",
        "graph",
        "initial_value",
        "is_name_certain",
        "key",
        "op_name",
        "partition",
        "parts",
        "possible",
        "resource",
        "shape",
        "site",
        "slot",
        "trainable",
        "wrapper",
    )

    def __init__(self, graph: Graph, op_name: str, asked: str, resource: bool) -> None:
        self.graph = graph
        self.op_name = op_name
        self.asked = asked
        self.resource = resource
        self.key: str | None = None
        self.shape: Shape = None
        self.dtype: str | None = None
        self.trainable: bool | None = True
        self.initial_value: object = None
        self.partition: Partition | None = None
        self.parts: Parts = ()
        self.site: object = None
        self.slot = False
        self.possible = False
        """Whether it exists on some paths only."""
        self.is_name_certain = True
        """Whether ``op_name`` is the same on every path."""
        self.wrapper: object = None

    @property
    def name(self) -> str:
        """As ``v.name`` gives it."""
        return f"{self.op_name}:0"

    @property
    def dtype_name(self) -> str:
        """As ``v.dtype.name`` gives it."""
        dtype = "?" if self.dtype is None else self.dtype
        return dtype if self.resource else f"{dtype}_ref"

    def join_attribute(self, name: str, mine: Any, theirs: Any) -> Any:
        """Either branch's doubt stays; a shape that differs is unknown where it does."""
        if name == "shape":
            return join(mine, theirs)
        if name == "possible":
            return True
        if name in ("dtype", "trainable"):
            return None
        return super().join_attribute(name, mine, theirs)


@dataclass(frozen=True, slots=True)
class Partition:
    """Which part of a partitioned variable a shard is (``Variable.SaveSliceInfo``)."""

    full_name: str
    full_shape: Shape
    offset: tuple[int, ...]


@dataclass(slots=True, eq=False)
class PartitionedVariable(Record):
    """A variable made of shards."""

    graph: Graph
    name: str
    """Without an output suffix, as TensorFlow has it."""
    shape: Shape
    dtype: str | None
    shards: tuple[Variable, ...]
    partitions: tuple[int, ...] | None
    """How many parts along each axis; None when not known."""
    wrapper: object = None


AnyVariable = Variable | PartitionedVariable


class VariableLog(Log[Variable]):
    """Variables in order of creation."""

    __slots__ = ()

    def same(self, mine: Variable, theirs: Variable) -> bool:
        """Variables of one name, made in different branches, are one variable."""
        return mine is theirs or mine.op_name == theirs.op_name

    def alone(self, value: Variable, journal: Journal) -> None:
        """A variable of one branch only is possible."""
        journal.assign(value, "possible", True)

    def paired(self, mine: Variable, theirs: Variable, journal: Journal) -> None:
        """What the two have in common is known of the one that stays."""
        if theirs.possible and not mine.possible:
            journal.assign(mine, "possible", True)
        if mine.shape != theirs.shape:
            journal.assign(mine, "shape", join(mine.shape, theirs.shape))
        for name in ("dtype", "trainable"):
            if getattr(mine, name) != getattr(theirs, name):
                journal.assign(mine, name, None)


@dataclass(slots=True)
class NewVariable:
    """What ``tf.Variable`` is called with."""

    initial: Callable[[], Tensor] | None
    """Gives the initial value when it is a callable."""
    value: object = None
    """The initial value when it is none."""
    trainable: object = None
    collections: object = None
    name: str | Unknown | None = None
    dtype: str | None = None
    shape: Sequence[Dimension] | Unknown | None = None
    use_resource: object = None
    initializer_ops: tuple[str, ...] = ()
    slot: bool = False
    site: object = None
    wrapper: object = None
    """The caller's own object, if it is there already."""


def create(graph: Graph, callbacks: Callbacks, new: NewVariable) -> Variable:
    """Make a variable in the current name scope.

    Follows ``RefVariable._init_from_args`` and ``ResourceVariable._init_from_args``.  Raises
    ``NamingError`` for wrong collections and names.
    """
    if graph.outer is not None:
        return _lift(graph, graph.outer, callbacks, new)
    collections = _collections(new)
    resource = new.use_resource is True or graph.eager is True
    asked = "Variable" if new.name is None else as_name(new.name)
    full_name = _full_name(graph, asked)
    certain = graph.is_name_certain(asked)
    scope = graph.enter_name_scope(asked, new.site)
    try:
        variable = Variable(graph, scope.name[:-1] if scope.name else "", full_name, resource)
        graph.journal.born(variable)
        variable.parts = graph.name_parts
        variable.is_name_certain = certain
        variable.site = new.site
        variable.slot = new.slot
        variable.trainable = _as_bool(new.trainable)
        if resource:
            tensor = _make_resource(graph, callbacks, new, scope.name)
        else:
            tensor = _make_ref(graph, callbacks, new, scope.name)
        variable.shape = as_shape(tensor.shape if new.shape is None else new.shape)
        variable.dtype = tensor.dtype
        variable.initial_value = tensor.value
        for key in collections:
            graph.add_to_collection(key, variable)
        graph.journal.append(graph.variables, variable)
        if new.wrapper is None:
            callbacks.made(variable)
        else:
            graph.journal.assign(variable, "wrapper", new.wrapper)
    finally:
        graph.exit_name_scope(scope)
    return variable


def _lift(inner: Graph, outer: Graph, callbacks: Callbacks, new: NewVariable) -> Variable:
    """Make a variable of a function in the graph around it (``init_scope`` in framework/ops.py).

    In the scope of the function's own graph, whatever scope the function was called in.
    """
    scope = outer.enter_name_scope(f"{inner.scope_name}/" if inner.scope_name else None)
    try:
        return create(outer, callbacks, new)
    finally:
        outer.exit_name_scope(scope)


def _full_name(graph: Graph, asked: str) -> str:
    if asked.endswith("/"):
        return asked[:-1]
    return f"{graph.scope_name}/{asked}" if graph.scope_name else asked


def _as_bool(trainable: object) -> bool | None:
    if trainable is None:
        return True
    return None if isinstance(trainable, Unknown) else bool(trainable)


def _collections(new: NewVariable) -> list[object]:
    collections = new.collections
    if collections is None or isinstance(collections, Unknown):
        keys: list[object] = [GLOBAL_VARIABLES]
    elif isinstance(collections, list | tuple | set | frozenset):
        keys = list(dict.fromkeys(collections))
    else:
        raise NamingError(
            "collections argument to Variable constructor must be a list, tuple, or set. "
            f"Got {collections} of type {type(collections)}"
        )
    if _as_bool(new.trainable) is not False and TRAINABLE_VARIABLES not in keys:
        keys.append(TRAINABLE_VARIABLES)
    return keys


def _initial_value(graph: Graph, callbacks: Callbacks, new: NewVariable) -> Tensor:
    if new.initial is not None:
        return new.initial()
    if new.initializer_ops:
        for op in new.initializer_ops:
            graph.new_op(op, op)
        return Tensor(new.shape, new.dtype)
    return callbacks.convert(new.value, new.dtype, "initial_value")


def _make_ref(graph: Graph, callbacks: Callbacks, new: NewVariable, name: str) -> Tensor:
    if new.initial is not None or new.initializer_ops:
        inner = graph.enter_name_scope("Initializer")
        try:
            tensor = _initial_value(graph, callbacks, new)
        finally:
            graph.exit_name_scope(inner)
    else:
        tensor = _initial_value(graph, callbacks, new)
    graph.new_op("VariableV2", name)
    graph.new_op("Assign")
    graph.new_op("Identity", "read")
    return tensor


def _make_resource(graph: Graph, callbacks: Callbacks, new: NewVariable, name: str) -> Tensor:
    inner = graph.enter_name_scope("Initializer")
    try:
        tensor = _initial_value(graph, callbacks, new)
    finally:
        graph.exit_name_scope(inner)
    graph.new_op("VarHandleOp", name)
    for scope, op in (
        ("IsInitialized", "VarIsInitializedOp"),
        ("Assign", None),
        ("Read", "ReadVariableOp"),
    ):
        inner = graph.enter_name_scope(scope)
        try:
            if op is None:
                graph.new_op("AssignVariableOp", inner.name)
            else:
                graph.new_op(op)
        finally:
            graph.exit_name_scope(inner)
    return tensor

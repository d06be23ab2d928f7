"""Variables: what they are, and what making one needs of its caller.

Follows variables.py (``RefVariable``, ``PartitionedVariable``) and resource_variable_ops.py
(``ResourceVariable``); values are opaque, only their shapes and dtypes are known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from scope_lsp.naming.journal import Field, Handle, Journal, Log, Undoable, slots
from scope_lsp.naming.name import Name, UnknownType
from scope_lsp.naming.name_scope import Parts
from scope_lsp.naming.shape import Dimension, Shape, join
from scope_lsp.naming.variable_scope import VariableScope


class Tensor(NamedTuple):
    """A value of the caller's, as far as naming looks into it."""

    shape: Sequence[Dimension] | UnknownType | None
    dtype: str | None
    value: object = None
    """The caller's own object."""
    op: object = None
    """The name of the op that makes it, where that is known."""
    text: object = None
    """As ``str`` shows it to the program."""


class Callbacks(Protocol):
    """What naming asks its caller about opaque values; each runs in the current name scope."""

    def kind(self, initializer: object) -> object:
        """What an initializer is.

        "callable" (it takes a shape), "thunk" (callable without arguments), "tensor", "value"
        (still to be converted to one) or ``UNKNOWN``.
        """

    def call(
        self, initializer: object, shape: Shape | UnknownType, dtype: str | None, partition: object
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

    def create(self, new: NewVariable) -> object:
        """Let the variable creators of the program make a variable, or give what they choose."""


class GraphOfVariable(Protocol):
    """What a variable lets one see of its graph: a look upwards, on purpose, and no more."""

    @property
    def index(self) -> int:
        """Which of the graphs it is, in order of creation."""

    @property
    def scope(self) -> VariableScope:
        """The current variable scope."""


class Variable(Handle):
    """One variable op of a graph.

    ``op_name`` is its full name; ``key`` what the store knows it by (None for ``tf.Variable``);
    ``asked`` the full name that was asked for, which differs from ``op_name`` when that was taken.
    ``wrapper`` and ``initial_value`` are the caller's own.
    """

    __slots__ = slots(
        "asked",
        "dtype",
        "graph",
        "initial_value",
        "is_name_certain",
        "is_saved",
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
    )

    dtype: Undoable[str | None]
    is_saved: Undoable[bool | None]
    """Whether it is among those that a ``Saver`` saves by default; None when not known."""
    partition: Undoable[Partition | None]
    possible: Undoable[bool]
    """Whether it exists on some paths only."""
    shape: Undoable[Shape]
    trainable: Undoable[bool | None]

    def __init__(self, graph: GraphOfVariable, op_name: str, asked: str, resource: bool) -> None:
        self.graph = graph
        self.op_name = op_name
        self.asked = asked
        self.resource = resource
        self.key: str | None = None
        self.shape = None
        self.dtype = None
        self.trainable = True
        self.initial_value: object = None
        self.partition = None
        self.parts: Parts = ()
        self.site: object = None
        self.slot = False
        self.is_saved = True
        self.possible = False
        self.is_name_certain = True
        """Whether ``op_name`` is the same on every path."""
        self.wrapper = None

    @property
    def name(self) -> str:
        """As ``v.name`` gives it."""
        return f"{self.op_name}:0"

    @property
    def dtype_name(self) -> str:
        """As ``v.dtype.name`` gives it."""
        dtype = "?" if self.dtype is None else self.dtype
        return dtype if self.resource else f"{dtype}_ref"

    def join_attribute(self, field: Field[Any, Any], mine: Any, theirs: Any) -> Any:
        """Either branch's doubt stays; a shape that differs is unknown where it does."""
        if field is Variable.shape:
            return join(mine, theirs)
        if field is Variable.possible:
            return True
        if field in (Variable.dtype, Variable.is_saved, Variable.trainable):
            return None
        return super().join_attribute(field, mine, theirs)


@dataclass(frozen=True, slots=True)
class Partition:
    """Which part of a partitioned variable a shard is (``Variable.SaveSliceInfo``)."""

    full_name: str
    full_shape: Shape
    offset: tuple[int, ...]


@dataclass(slots=True, eq=False)
class PartitionedVariable(Handle):
    """A variable made of shards."""

    graph: GraphOfVariable
    name: str
    """Without an output suffix, as TensorFlow has it."""
    shape: Shape
    dtype: str | None
    shards: tuple[Variable, ...]
    partitions: tuple[int, ...] | None
    """How many parts along each axis; None when not known."""

    def __post_init__(self) -> None:
        self.wrapper = None


AnyVariable = Variable | PartitionedVariable


class VariableLog(Log[Variable]):
    """Variables in order of creation."""

    __slots__ = ()

    def same(self, mine: Variable, theirs: Variable) -> bool:
        """Variables of one name, made in different branches, are one variable."""
        return mine is theirs or mine.op_name == theirs.op_name

    def alone(self, value: Variable, journal: Journal) -> None:
        """A variable of one branch only is possible."""
        journal.assign(value, Variable.possible, value=True)

    def paired(self, mine: Variable, theirs: Variable, journal: Journal) -> None:
        """What the two have in common is known of the one that stays."""
        if theirs.possible and not mine.possible:
            journal.assign(mine, Variable.possible, value=True)
        if mine.shape != theirs.shape:
            journal.assign(mine, Variable.shape, join(mine.shape, theirs.shape))
        if mine.dtype != theirs.dtype:
            journal.assign(mine, Variable.dtype, None)
        if mine.is_saved != theirs.is_saved:
            journal.assign(mine, Variable.is_saved, None)
        if mine.trainable != theirs.trainable:
            journal.assign(mine, Variable.trainable, None)


@dataclass(slots=True)
class NewVariable:
    """What ``tf.Variable`` is called with."""

    initial: Callable[[], Tensor] | None
    """Gives the initial value when it is a callable."""
    value: object = None
    """The initial value when it is none."""
    trainable: object = None
    collections: object = None
    name: Name | None = None
    dtype: str | None = None
    shape: Sequence[Dimension] | UnknownType | None = None
    use_resource: object = None
    initializer_ops: tuple[str, ...] = ()
    """The ops that make the initial value where nobody gave one."""
    initializer_shape: Sequence[Dimension] | UnknownType | None = None
    slot: bool = False
    site: object = None
    validate_shape: object = True
    wrapper: object = None
    """The caller's own object, if it is there already."""
    extra: dict[str, object] = field(default_factory=dict)
    """What else the program's variable creators are given; naming does not look into it."""

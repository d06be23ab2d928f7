"""Variables: what they are, and what creating one needs from its caller.

Follows variables.py (``RefVariable``, ``PartitionedVariable``) and resource_variable_ops.py
(``ResourceVariable``).  Values are opaque: only their shapes and dtypes are known.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from scope_lsp.naming.journal import Field, Handle, Journal, Log, Undoable, slots
from scope_lsp.naming.name import Name, UnknownType
from scope_lsp.naming.name_scope import Parts
from scope_lsp.naming.shape import Dimension, Shape, join
from scope_lsp.naming.variable_scope import VariableScope


class Tensor(NamedTuple):
    """A value of the caller, as far as naming looks into it."""

    shape: Sequence[Dimension] | UnknownType | None
    dtype: str | None
    value: object = None
    """The caller's own object."""
    op: object = None
    """The name of the op that creates it, if known."""
    text: object = None
    """The result of ``str(tensor)`` in the program."""


class Callbacks(Protocol):
    """What naming asks its caller about opaque values.

    Each function runs in the current name scope.
    """

    def kind(self, initializer: object) -> object:
        """What an initializer is.

        "callable" (it takes a shape), "thunk" (callable without arguments), "tensor", "value"
        (still to be converted to one) or ``UNKNOWN``.
        """

    def call(
        self, initializer: object, shape: Shape | UnknownType, dtype: str | None, partition: object
    ) -> Tensor:
        """Call an initializer and convert its result to a tensor named ``initial_value``.

        It is called without arguments if ``shape`` is None.  ``partition`` is None or the pair of
        full shape and offset of a shard.
        """

    def convert(self, value: object, dtype: str | None, name: str | None) -> Tensor:
        """``tf.convert_to_tensor``."""

    def slice(self, value: object, offset: Sequence[int], shape: Sequence[int]) -> Tensor:
        """``tf.slice`` of a tensor."""

    def partition(self, partitioner: object, shape: Shape, dtype: str | None) -> object:
        """Call a partitioner.  Returns a sequence, ``UNKNOWN``, or whatever else it returned."""

    def regularize(self, regularizer: object, variable: Variable) -> None:
        """Call a regularizer with a variable, and add its loss to the collection."""

    def made(self, variable: AnyVariable) -> None:
        """Called when a variable was created.  The caller may set its ``wrapper``."""

    def create(self, new: NewVariable) -> object:
        """Let the program's variable creators create a variable, or return what they choose."""


class GraphOfVariable(Protocol):
    """The part of its graph that a variable uses.  This reference upwards is deliberate."""

    @property
    def index(self) -> int:
        """The index of the graph, in order of creation."""

    @property
    def scope(self) -> VariableScope:
        """The current variable scope."""

    @property
    def doubtful_names(self) -> Container[str]:
        """The names of scopes and ops that are not the same on every path."""


class Variable(Handle):
    """One variable op of a graph.

    ``op_name`` is its full name.  ``key`` is its name in the store (None for ``tf.Variable``).
    ``asked`` is the full name that was asked for, which differs from ``op_name`` if that name was
    taken.  ``wrapper`` and ``initial_value`` belong to the caller.
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
    """Whether a ``Saver`` saves it by default; None if unknown."""
    partition: Undoable[Partition | None]
    possible: Undoable[bool]
    """Whether it only exists on some paths."""
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
        """The value of ``v.name``."""
        return f"{self.op_name}:0"

    @property
    def dtype_name(self) -> str:
        """The value of ``v.dtype.name``."""
        dtype = "?" if self.dtype is None else self.dtype
        return dtype if self.resource else f"{dtype}_ref"

    def join_attribute(self, field: Field[Any, Any], mine: Any, theirs: Any) -> Any:
        """Keep the doubt of either branch; a shape becomes unknown where the two differ."""
        if field is Variable.shape:
            return join(mine, theirs)
        if field is Variable.possible:
            return True
        if field in (Variable.dtype, Variable.is_saved, Variable.trainable):
            return None
        return super().join_attribute(field, mine, theirs)


@dataclass(frozen=True, slots=True)
class Partition:
    """The part of a partitioned variable that a shard is (``Variable.SaveSliceInfo``)."""

    full_name: str
    full_shape: Shape
    offset: tuple[int, ...]


@dataclass(slots=True, eq=False)
class PartitionedVariable(Handle):
    """A variable made of shards."""

    graph: GraphOfVariable
    name: str
    """The name without an output suffix, as in TensorFlow."""
    shape: Shape
    dtype: str | None
    shards: tuple[Variable, ...]
    partitions: tuple[int, ...] | None
    """The number of parts along each axis; None if unknown."""

    def __post_init__(self) -> None:
        self.wrapper = None


AnyVariable = Variable | PartitionedVariable


class VariableLog(Log[Variable]):
    """Variables in order of creation."""

    __slots__ = ()

    def same(self, mine: Variable, theirs: Variable) -> bool:
        """Whether they have the same name: then they are one variable in both branches."""
        return mine is theirs or mine.op_name == theirs.op_name

    def alone(self, value: Variable, journal: Journal) -> None:
        """Mark a variable of only one branch as possible."""
        journal.assign(value, Variable.possible, value=True)

    def paired(self, mine: Variable, theirs: Variable, journal: Journal) -> None:
        """Keep of ``mine`` only what the two variables have in common."""
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
    """The arguments of ``tf.Variable``."""

    initial: Callable[[], Tensor] | None
    """Returns the initial value, if that is a callable."""
    value: object = None
    """The initial value, if that is not a callable."""
    trainable: object = None
    collections: object = None
    name: Name | None = None
    dtype: str | None = None
    shape: Sequence[Dimension] | UnknownType | None = None
    use_resource: object = None
    initializer_ops: tuple[str, ...] = ()
    """The ops that create the initial value if none was given."""
    initializer_shape: Sequence[Dimension] | UnknownType | None = None
    slot: bool = False
    site: object = None
    validate_shape: object = True
    wrapper: object = None
    """The caller's own object, if it already exists."""
    is_traced: bool = False
    """Whether a ``tf.function`` makes it."""
    extra: dict[str, object] = field(default_factory=dict)
    """Further arguments for the program's variable creators, which naming does not look into."""

"""The store behind ``get_variable``: what it finds, creates and refuses.

Follows ``_VariableStore`` in TensorFlow's variable_scope.py.  The part for partitioned variables is
in partition.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from scope_lsp.naming import partition
from scope_lsp.naming.collection import REGULARIZATION_LOSSES
from scope_lsp.naming.creation import create, stand_in
from scope_lsp.naming.errors import DTYPE, EXISTS, MISSING, SHAPE, SLOTS, NamingError
from scope_lsp.naming.journal import ABSENT, Flags, Table
from scope_lsp.naming.name import AUTO_REUSE, UNKNOWN, UnknownType, display, is_symbolic, pattern
from scope_lsp.naming.name_scope import Parts
from scope_lsp.naming.reports import Access
from scope_lsp.naming.shape import (
    Dimension,
    are_compatible,
    as_shape,
    default_initializer,
    is_certainly_undefined,
    shape_text,
)
from scope_lsp.naming.variable import (
    AnyVariable,
    Callbacks,
    NewVariable,
    Partition,
    PartitionedVariable,
    Tensor,
    Variable,
)

if TYPE_CHECKING:
    from scope_lsp.naming.graph import Graph

V = TypeVar("V")
_NUMBERED = re.compile(r"_\d+(/[^/]+)\Z")
"""The number of a layer, as the end of the layer's name in that of its variable."""


@dataclass(frozen=True, slots=True)
class Request:
    """What ``get_variable`` asks of the store, with the defaults of the scope filled in.

    ``name`` is the full name.  ``dtype`` is None if unknown.  Every other value may be ``UNKNOWN``.
    """

    name: str
    shape: Sequence[Dimension] | UnknownType | None = None
    dtype: str | None = "float32"
    initializer: object = None
    regularizer: object = None
    reuse: object = None
    trainable: object = None
    collections: object = None
    partitioner: object = None
    validate_shape: object = True
    use_resource: object = None
    slot: bool = False
    site: object = None
    parts: Parts = ()
    certain: bool = True
    """Whether ``name`` is the same on every path."""
    shard: tuple[tuple[int, ...], tuple[int, ...]] | None = None
    """Full shape and offset, for a shard of a partitioned variable."""
    is_named: bool = True
    """False if the program gave None for the name, and ``name`` stands for that."""
    is_sequence: bool = True
    """Whether the shape is a list or tuple, not a ``TensorShape``: decides what a scalar is."""


class VariableTable(Table[str, V], Generic[V]):
    """Variables by the name asked for.  One that both branches created exists for certain."""

    __slots__ = ()

    def doubts(self, mine: Any, theirs: Any) -> bool:
        """Whether only one branch created the variable."""
        return mine is ABSENT or theirs is ABSENT


class VariableStore:
    """The variables of one graph that ``get_variable`` can find, by the name asked for."""

    __slots__ = ("graph", "keeps_eager", "partitioned", "symbolic", "variables")

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.variables: VariableTable[Variable] = VariableTable()
        self.partitioned: VariableTable[PartitionedVariable] = VariableTable()
        self.symbolic: Flags[str] = Flags()
        """The names that have unknown parts."""
        self.keeps_eager = False
        """Whether it has what is made eagerly too, which no other store does."""

    @classmethod
    def eager(cls, graph: Graph) -> VariableStore:
        """The empty store of an ``EagerVariableStore``."""
        store = cls(graph)
        store.keeps_eager = True
        graph.journal.born(store.variables, store.partitioned, store.symbolic)
        return store

    def seen_from(self, graph: Graph) -> VariableStore:
        """The same variables, to be used in a graph."""
        if graph is self.graph:
            return self
        store = VariableStore(graph)
        store.share(self)
        store.keeps_eager = self.keeps_eager
        return store

    def share(self, other: VariableStore) -> None:
        """Use the same variables as another store."""
        self.variables, self.partitioned = other.variables, other.partitioned
        self.symbolic = other.symbolic

    def get(self, request: Request, callbacks: Callbacks) -> AnyVariable:
        """Fetch or create a variable (``_VariableStore.get_variable``, the true getter).

        Raises ``NamingError``.
        """
        if self.graph.eager is True:
            request = replace(request, reuse=AUTO_REUSE if self.keeps_eager else False)
        is_empty = isinstance(request.shape, list | tuple) and not request.shape
        is_scalar = request.is_sequence and is_empty
        if request.partitioner is not None and not is_scalar:
            scope = self.graph.enter_name_scope(None)
            try:
                return partition.get(self, request, callbacks)
            finally:
                self.graph.exit_name_scope(scope)
        if request.reuse is True and request.name in self.partitioned:
            return partition.get(self, request, callbacks)
        if f"{request.name}/part_0" in self.variables:
            self.fail(
                NamingError(
                    "No partitioner was provided, but a partitioned version of the variable was "
                    f"found: {display(request.name)}/part_0. Perhaps a variable of the same name "
                    "was already created with partitioning?"
                ),
                request,
            )
        return self.get_single(request, callbacks)

    def get_single(self, request: Request, callbacks: Callbacks) -> Variable:
        """Fetch or create one variable (``_get_single_variable``)."""
        if request.initializer is not None and request.shape is not None:
            kind = callbacks.kind(request.initializer)
            if kind in ("tensor", "value"):
                error = NamingError("If initializer is a constant, do not specify shape.")
                error.definite = not isinstance(request.shape, UnknownType)
                self.fail(error, request)
        found = self.variables.get(request.name)
        if found is not None and self._may_fetch(found, request):
            return self._fetch(found, request)
        if request.reuse is True:
            error = NamingError(
                f"Variable {display(request.name)} does not exist, or was not created with "
                "tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?",
                SLOTS if request.slot else MISSING,
            )
            error.is_likely_not = self._may_be_another(request.name)
            error.namesake = None if request.slot else self._namesake(request.name)
            self.fail(error, request)
        return self._make(request, callbacks)

    def _namesake(self, name: str) -> Variable | None:
        """The variable that a request for a missing one probably means.

        It has that name but is not in the store; or it belongs to an earlier layer, without the
        number that an automatic name got (``conv2d/kernel`` for ``conv2d_1/kernel``).
        """
        for variable in self.graph.variables:
            if variable.key is None and variable.op_name == name:
                return variable
        earlier = _NUMBERED.sub(r"\1", name)
        return None if earlier == name else self.variables.get(earlier)

    def fail(self, error: NamingError, request: Request) -> None:
        """Raise ``error`` if it is certain, otherwise report it and continue.

        Two names with the same unknown part may still be different names, and a variable that was
        created in a scope of unknown code may be a different one.  In these cases nothing is
        reported.
        """
        name, found = request.name, error.variable
        if is_symbolic(name) and found is not None:
            return
        unsure = isinstance(found, Variable) and not found.is_name_certain
        if unsure and self.graph.disturbed:
            return
        if (
            unsure
            or error.is_likely_not
            or is_symbolic(name)
            or not request.certain
            or self.graph.is_doubtful
            or self.graph.disturbed.may_reset
            or name in self.variables.maybe
            or name in self.partitioned.maybe
        ):
            error.definite = False
        if error.definite:
            raise error
        self.graph.reports.error(error, self.graph.scope.sharing)

    def _is_certain(self, request: Request) -> bool:
        """Whether the name is the same on every path and not below an unknown scope."""
        return request.certain and not self.graph.uncertain

    def _may_be_another(self, name: str) -> bool:
        """Whether a missing variable may exist: by unknown code, or under an unknown name."""
        if self.graph.disturbed or (self.graph.unseen and not self.variables):
            return True
        if is_symbolic(name):
            match = pattern(name).fullmatch
            return any(match(key) for key in self.variables)
        return any(pattern(key).fullmatch(name) for key in self.symbolic)

    def _may_fetch(self, found: Variable, request: Request) -> bool:
        """Whether to return the existing variable; raises if it must not exist."""
        if request.reuse is not False:
            return True
        self.fail(
            NamingError(
                f"Variable {display(request.name)} already exists, disallowed. Did you mean to "
                "set reuse=True or reuse=tf.AUTO_REUSE in VarScope?",
                EXISTS,
                variable=found,
            ),
            request,
        )
        return True

    def _fetch(self, found: Variable, request: Request) -> Variable:
        name = display(request.name)
        shape = as_shape(request.shape)
        if not are_compatible(shape, found.shape):
            self.fail(
                NamingError(
                    f"Trying to share variable {name}, but specified shape {shape_text(shape)}"
                    f" and found shape {shape_text(found.shape)}.",
                    SHAPE,
                    variable=found,
                ),
                request,
            )
        if request.dtype is not None and found.dtype not in (None, request.dtype):
            self.fail(
                NamingError(
                    f"Trying to share variable {name}, but specified dtype {request.dtype}"
                    f" and found dtype {found.dtype_name}.",
                    DTYPE,
                    variable=found,
                ),
                request,
            )
        surely = found.is_name_certain and request.name not in self.variables.maybe
        certain = surely and self._is_certain(request)
        self._settle(found, request.name)
        self.graph.reports.access(Access(found, reused=True, certain=certain, site=request.site))
        return found

    def _settle(self, found: Variable, name: str) -> None:
        """Mark a possible variable as existing, because the program asked for it."""
        if name in self.variables.maybe:
            self.graph.journal.remove(self.variables.maybe, name)
            self.graph.journal.assign(found, Variable.possible, value=False)

    def _make(self, request: Request, callbacks: Callbacks) -> Variable:
        new = NewVariable(
            initial=None,
            trainable=request.trainable,
            collections=request.collections,
            name=request.name if request.is_named else None,
            use_resource=request.use_resource,
            validate_shape=request.validate_shape,
            slot=request.slot,
            site=request.site,
        )
        self._set_initial(new, request, callbacks)
        graph = self.graph
        variable = self._created(new, callbacks)
        if not graph.creators:
            variable.parts = request.parts or variable.parts
        if variable.key is None:
            variable.key = request.name
        if request.shard is not None:
            whole = request.name.rpartition("/part_")[0]
            variable.partition = Partition(whole, *request.shard)
        # The key decides the name.  A scope that unknown code disturbed makes it no less certain,
        # unless a number was added: that code may have taken other numbers.
        doubtful = graph.creators or graph.disturbed.may_be_imported(request.name)
        named = variable.is_name_certain if doubtful else True
        if variable.op_name != variable.asked and graph.disturbed.reach(request.name):
            named = False
        variable.is_name_certain = named and self._is_certain(request)
        if variable.is_name_certain and variable.op_name in graph.doubtful_names:
            graph.journal.remove(graph.doubtful_names, variable.op_name)
            key = variable.op_name.lower()
            if key in graph.names.maybe:
                graph.journal.remove(graph.names.maybe, key)
        if graph.eager is not True or self.keeps_eager:
            graph.journal.put(self.variables, request.name, variable)
        if is_symbolic(request.name):
            graph.journal.put(self.symbolic, request.name, value=True)
        another = request.reuse is True and graph.eager is False
        certain = variable.is_name_certain and request.reuse is not UNKNOWN and not another
        if not graph.creators or variable.site != request.site:  # else it was told when it was made
            graph.reports.access(Access(variable, another, certain, request.site))
        self._regularize(variable, request, callbacks)
        return variable

    def _created(self, new: NewVariable, callbacks: Callbacks) -> Variable:
        """Create the variable, with the program's variable creators if there are any."""
        if not self.graph.creators:
            return create(self.graph, callbacks, new)
        made = callbacks.create(new)
        if isinstance(made, Variable):
            return made
        return stand_in(self.graph, made)

    def _set_initial(self, new: NewVariable, request: Request, callbacks: Callbacks) -> None:
        """Decide the initial value of the variable."""
        initializer, dtype = request.initializer, request.dtype
        shape = as_shape(request.shape)
        if initializer is None:
            op = default_initializer(dtype)
            if op is None:
                self._fail_to_make(partition.no_default_initializer(request), request)
                new.initial = lambda: Tensor(UNKNOWN if shape is None else shape, dtype)
                return
            if not is_certainly_undefined(request.shape):
                new.initializer_ops, new.dtype = (op,), dtype
                new.initializer_shape = UNKNOWN if shape is None else shape
                return
            kind: object = "callable"
        else:
            kind = callbacks.kind(initializer)
        if isinstance(kind, UnknownType):
            new.initial = lambda: Tensor(UNKNOWN if shape is None else shape, dtype)
        elif kind in ("tensor", "value"):
            new.value = initializer
        elif kind == "thunk" and is_certainly_undefined(request.shape):
            new.initial = lambda: callbacks.call(initializer, None, None, None)
        elif is_certainly_undefined(request.shape):
            self._fail_without_shape(request)
            new.initial = lambda: Tensor(UNKNOWN, dtype)
        else:
            shard = request.shard
            given = UNKNOWN if shape is None else shape
            new.initial = lambda: callbacks.call(initializer, given, dtype, shard)

    def _fail_without_shape(self, request: Request) -> None:
        if request.reuse is True:
            return  # nothing is created here: at most it is missing
        error = NamingError(
            "The initializer passed is not valid. It should be a callable with no arguments "
            "and the shape should not be provided or an instance of "
            "`tf.keras.initializers.*' and `shape` should be fully defined."
        )
        shape = as_shape(request.shape)
        if isinstance(shape, tuple):
            error.remark = f"the shape is {shape_text(shape)}, and TensorFlow must know each size"
        self._fail_to_make(error, request)

    def _fail_to_make(self, error: NamingError, request: Request) -> None:
        """Fail, if the variable has to be made: one that unknown code made is only fetched."""
        if request.reuse is not False and self._may_be_another(request.name):
            error.definite = False
        self.fail(error, request)

    def _regularize(self, variable: Variable, request: Request, callbacks: Callbacks) -> None:
        regularizer = request.regularizer
        graph = self.graph
        if isinstance(regularizer, UnknownType):
            graph.add_to_collection(REGULARIZATION_LOSSES, UNKNOWN, UNKNOWN, maybe=True)
        if regularizer is None or isinstance(regularizer, UnknownType):
            return
        scope = graph.enter_name_scope(f"{request.name}/Regularizer/")
        try:
            callbacks.regularize(regularizer, variable)
        finally:
            graph.exit_name_scope(scope)

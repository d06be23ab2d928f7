"""Helpers for the tests of undecided branches."""

from __future__ import annotations

from collections.abc import Callable

from scope_lsp.naming.errors import NamingError
from scope_lsp.naming.name import UNKNOWN, UnknownType
from scope_lsp.naming.reports import Access, NoReports
from scope_lsp.naming.state import State
from scope_lsp.naming.variable import AnyVariable, NewVariable, Tensor, Variable
from scope_lsp.naming.variable_scope import Sharing


class NoCallbacks:
    """For variables without initializers of their own."""

    def kind(self, initializer: object) -> object:
        return UNKNOWN

    def call(self, *arguments: object) -> Tensor:
        raise AssertionError("no initializer was given")

    def convert(self, *arguments: object) -> Tensor:
        return Tensor((), "float32")

    slice = call

    def partition(self, partitioner: object, *arguments: object) -> object:
        return partitioner

    def regularize(self, *arguments: object) -> None:
        pass

    def made(self, variable: AnyVariable) -> None:
        pass


class Kept(NoReports):
    """Keeps what is reported."""

    def __init__(self) -> None:
        self.accesses: list[Access] = []
        self.possible_errors: list[NamingError] = []

    def access(self, access: Access) -> None:
        self.accesses.append(access)

    def error(self, error: NamingError, sharing: Sharing) -> None:
        if not error.is_likely_not:
            self.possible_errors.append(error)


class World:
    """A state, with what it reported."""

    def __init__(self) -> None:
        reports = Kept()
        self.state = State(reports)
        self.accesses = reports.accesses
        self.possible_errors = reports.possible_errors

    def get(
        self, name: str | UnknownType, shape: object = (1,), **arguments: object
    ) -> AnyVariable:
        scope = self.state.get_variable_scope()
        return self.state.get_variable(scope, name, NoCallbacks(), shape=shape, **arguments)

    def variable(self, name: str | UnknownType) -> Variable:
        return self.state.new_variable(NewVariable(None, 0.0, name=name), NoCallbacks())

    def inside(self, name: object, body: Callable[[], object], **arguments: object) -> None:
        context = self.state.variable_scope(name, **arguments)  # type: ignore[arg-type]
        self.state.enter_variable_scope(context)
        body()
        self.state.exit_variable_scope(context)

    def either(self, one: Callable[[], object], other: Callable[[], object]) -> None:
        """Both arms of a condition that nobody can decide."""
        state = self.state
        mark = state.mark()
        one()
        branch = state.rewind(mark)
        other()
        state.join(mark, branch)

    def names(self) -> list[str]:
        return [
            v.name
            for v in self.state.default_graph().get_collection("variables")
            if isinstance(v, Variable)
        ]

    def look(self) -> object:
        """All that can be seen of the default graph."""
        graph = self.state.default_graph()
        scope = graph.scope
        return (
            dict(graph.names),
            dict(graph.nodes),
            dict(graph.scope_counts),
            graph.scope_name,
            graph.name_parts,
            (scope.name, scope.reuse, scope.dtype, scope.certain),
            {name: id(variable) for name, variable in graph.store.variables.items()},
            [(v.name, v.possible, v.shape) for v in graph.variables],
            {key: list(values) for key, values in graph.collections.items() if values},
        )


def nothing() -> None:
    """An arm that does nothing."""

"""Primitives for variables: how they are created, fetched and read.

This is a part of the table in ``primitives``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from scope_lsp.analysis.callbacks import ProgramCallbacks, thunk
from scope_lsp.analysis.primitive import Group, Recover, primitive
from scope_lsp.interpreter.values import Unknown, Value
from scope_lsp.naming.doubt import told_variable
from scope_lsp.naming.errors import MISSING, SLOTS, NamingError
from scope_lsp.naming.name import AUTO_REUSE, DoubtfulName
from scope_lsp.naming.requests import check_initializer
from scope_lsp.naming.variable import NewVariable, PartitionedVariable
from scope_lsp.naming.variable_scope import VariableScope
from scope_lsp.naming.variable_store import Request

_PENDING = ("value", "trainable", "collections", "name", "dtype", "use_resource", "validate_shape")
"""What a variable creator is told about a variable that ``get_variable`` asks for."""

_GIVEN_UP = Unknown("the result of a call that fails")


class Variables(Group):
    """The primitives of variables, for one run."""

    def _callbacks(self, table: dict[str, Value]) -> Any:
        return ProgramCallbacks(self.converter, table)

    @primitive
    def check_initializer(
        self, callbacks: dict[str, Value], initializer: object, dtype: str
    ) -> None:
        self.guard(
            lambda: check_initializer(self._callbacks(callbacks), initializer, dtype),
            lambda error: None,
        )

    @primitive
    def get_variable(
        self, scope: VariableScope, name: str | None, callbacks: dict[str, Value], **arguments: Any
    ) -> object:
        self.interp.progress()
        site = self.recorder.trace()
        self.recorder.name_scope = self.state.current_name_scope()

        def get(**changes: object) -> object:
            wanted = {**arguments, "site": site, **changes}
            return self.state.get_variable(scope, name, self._callbacks(callbacks), **wanted)

        return self.guard(get, self._get_anyway(get))

    @primitive
    def fetch_variable(
        self, scope: VariableScope, name: str, callbacks: dict[str, Value], **arguments: Any
    ) -> object:
        self.interp.progress()
        site = self.recorder.trace()
        self.recorder.name_scope = None
        dtype = arguments.pop("dtype", None)
        start = f"{scope.name}/" if scope.name else ""
        inside = name.startswith(start)
        own = (name[len(start) :] if inside else name, site)
        parts = (*scope.parts, own) if inside else (own,)

        def fetch(**changes: object) -> object:
            request = Request(
                name,
                parts=parts,
                site=site,
                dtype=dtype if isinstance(dtype, str) else None,
                certain=scope.certain and name.__class__ is not DoubtfulName,
                **{**arguments, **changes},
            )
            return self.state.fetch(request, self._callbacks(callbacks))

        return self.guard(fetch, self._get_anyway(fetch))

    @primitive
    def accesses(self) -> int:
        return len(self.recorder.variables)

    @primitive
    def hand_out(self, handle: Any, start: int) -> None:
        self.recorder.handed_out(handle, start)

    def _get_anyway(self, get: Callable[..., object]) -> Recover:
        """Return a variable for a get_variable that fails where nothing handles the failure."""

        def recover(error: NamingError) -> object:
            if error.variable is not None:
                return error.variable
            if error.made is not None:
                return error.made
            if error.kind in (MISSING, SLOTS):
                return self.guard(lambda: get(reuse=AUTO_REUSE), lambda again: _GIVEN_UP)
            return _GIVEN_UP

        return recover

    @primitive
    def new_variable(self, callbacks: dict[str, Value], **arguments: Any) -> object:
        self.interp.progress()
        initial = arguments.pop("initial", None)
        self.recorder.name_scope = self.state.current_name_scope()
        pending: NewVariable | None = arguments.pop("pending", None)
        new = NewVariable(thunk(self.converter, initial), site=self.recorder.trace(), **arguments)
        if pending is not None:
            new.initial, new.slot = pending.initial, pending.slot
            new.initializer_ops = pending.initializer_ops
            new.initializer_shape = pending.initializer_shape

        def anyway(error: NamingError) -> object:
            if error.made is not None:
                return error.made
            try:
                plain = replace(new, name=None, collections=None)
                return self.state.new_variable(plain, self._callbacks(callbacks))
            except NamingError:
                return _GIVEN_UP

        return self.guard(lambda: self.state.new_variable(new, self._callbacks(callbacks)), anyway)

    @primitive
    def pending_variable(self, pending: NewVariable) -> dict[str, object]:
        return {
            "calls": pending.initial is not None or bool(pending.initializer_ops),
            **{name: getattr(pending, name) for name in _PENDING},
        }

    @primitive
    def pending_value(self, pending: NewVariable, callbacks: dict[str, Value]) -> object:
        return tuple(self.state.initial_value(pending, self._callbacks(callbacks)))

    @primitive
    def set_default_use_resource(self, flag: object) -> None:
        self.state.set_default_use_resource(flag)

    @primitive
    def default_use_resource(self) -> object:
        return self.state.default_use_resource

    @primitive
    def variable_attribute(self, handle: Any, name: str) -> object:
        if name == "name":
            return told_variable(handle)
        value = getattr(handle, name)
        if name == "partition" and value is not None:
            return (value.full_name, value.full_shape, value.offset)
        return value

    @primitive
    def is_partitioned(self, handle: object) -> bool:
        return isinstance(handle, PartitionedVariable)

    @primitive
    def wrapper(self, handle: Any) -> object:
        return handle.wrapper

    @primitive
    def set_wrapper(self, handle: Any, value: object) -> None:
        self.state.set_wrapper(handle, value)

"""Which place contributed which part of a name."""

from __future__ import annotations

from scope_lsp.naming.state import State
from scope_lsp.naming.variable import NewVariable, Variable

from .support import NoCallbacks


def get(state: State, name: str, site: object) -> Variable:
    scope = state.get_variable_scope()
    found = state.get_variable(scope, name, NoCallbacks(), shape=(1,), site=site)
    assert isinstance(found, Variable)
    return found


def test_parts_of_shared_and_of_plain_variables() -> None:
    state = State()
    outer = state.variable_scope("a", site="line 1")
    state.enter_variable_scope(outer)
    again = state.variable_scope(None, "d", site="line 2")
    captured = state.enter_variable_scope(again)
    made = get(state, "w", "line 3")
    plain = state.new_variable(NewVariable(None, 0.0, name="t", site="line 4"), NoCallbacks())
    state.exit_variable_scope(again)
    state.exit_variable_scope(outer)
    assert made.parts == (("a", "line 1"), ("d", "line 2"), ("w", "line 3"))
    assert plain.parts == (("a", "line 1"), ("d", "line 2"), ("t", "line 4"))
    assert (made.site, plain.site, captured.site) == ("line 3", "line 4", "line 2")

    elsewhere = state.variable_scope("b", site="line 5")
    state.enter_variable_scope(elsewhere)
    entered = state.variable_scope(captured, site="line 6")
    state.enter_variable_scope(entered)
    made = get(state, "v", "line 7")
    plain = state.new_variable(NewVariable(None, 0.0, name="t", site="line 8"), NoCallbacks())
    assert made.parts == (("a", "line 1"), ("d", "line 2"), ("v", "line 7"))
    assert plain.parts == (("b", "line 5"), ("d", "line 6"), ("t", "line 8"))


def test_a_name_scope_entered_by_its_full_name_keeps_its_parts() -> None:
    state = State()
    scope = state.default_graph().enter_name_scope("a", site="line 1")
    inner = state.default_graph().enter_name_scope("b", site="line 2")
    inner.exit()
    scope.exit()
    state.default_graph().enter_name_scope(inner.name, site="line 3")
    plain = state.new_variable(NewVariable(None, 0.0, name="t", site="line 4"), NoCallbacks())
    assert plain.parts == (("a", "line 1"), ("b", "line 2"), ("t", "line 4"))


def test_a_variable_knows_what_it_was_asked_to_be_called() -> None:
    state = State()
    state.new_op("NoOp", "w")
    made = get(state, "w", None)
    assert (made.name, made.asked, made.key) == ("w_1:0", "w", "w")

"""Names with unknown parts: they pass through, and no error about them is definite."""

from __future__ import annotations

import pytest

from scope_lsp.naming.errors import NamingError
from scope_lsp.naming.name import UNKNOWN, display, is_symbolic
from scope_lsp.naming.variable import Variable

from .support import World

LAYER = "layer_\ue000i\ue001"


def test_display() -> None:
    assert display(f"a/{LAYER}/w:0") == "a/layer_{i}/w:0"
    assert is_symbolic(LAYER)
    assert not is_symbolic("layer_{i}")


def test_scopes_and_variables_carry_the_unknown_part() -> None:
    world = World()
    world.inside(LAYER, lambda: (world.get("w"), world.variable("t")))
    world.inside(LAYER, lambda: world.variable("t"))
    shown = [display(access.variable.name) for access in world.accesses]
    assert shown == ["layer_{i}/w:0", "layer_{i}/t:0", "layer_{i}_1/t:0"]


def test_an_unknown_scope_has_a_name_that_says_so() -> None:
    world = World()
    world.inside(UNKNOWN, lambda: world.get("w"))
    world.inside(None, lambda: world.get("w"), default_name=UNKNOWN)
    shown = [display(access.variable.name) for access in world.accesses]
    assert shown == ["{scope}/w:0", "{default_name}/w:0"]


def test_a_name_of_which_nothing_is_known() -> None:
    world = World()
    world.get(UNKNOWN)
    world.variable(UNKNOWN)
    scope = world.state.default_graph().enter_name_scope(UNKNOWN)
    assert display(world.state.new_op("Add", UNKNOWN)) == "{name}_2/{name}"
    scope.exit()
    assert [display(access.variable.name) for access in world.accesses] == [
        "{name}:0",
        "{name}_1:0",
    ]


def test_a_filter_with_an_unknown_part_may_match() -> None:
    world = World()
    world.get("layer_0/w")
    world.get("other/w")
    found = world.state.default_graph().get_collection("variables", f"{LAYER}/")
    assert [v.name for v in found if isinstance(v, Variable)] == ["layer_0/w:0"]
    assert len(world.state.default_graph().get_collection("variables", UNKNOWN)) == 2
    assert world.state.default_graph().get_collection("variables", "(") == []


@pytest.mark.parametrize("name", [f"_{LAYER}", f"a b{LAYER}", f"/{LAYER}"])
def test_no_name_with_an_unknown_part_is_invalid(name: str) -> None:
    world = World()
    world.variable(name)
    world.get(f"{name}/g")


def test_the_same_unknown_name_twice_may_be_two_names() -> None:
    world = World()
    world.get(LAYER)
    world.get(LAYER)
    assert not world.possible_errors
    assert not world.accesses[-1].certain or world.accesses[-1].reused


def test_an_unknown_name_may_mean_an_existing_variable() -> None:
    world = World()
    world.get("layer_0")
    world.state.reuse_variables(world.state.get_variable_scope())
    world.get(LAYER)
    assert not world.possible_errors
    assert (world.accesses[-1].reused, world.accesses[-1].certain) == (True, False)
    world.get("other_\ue000i\ue001")
    assert [error.kind for error in world.possible_errors] == ["variable-missing"]


def test_a_missing_variable_may_have_been_made_under_an_unknown_name() -> None:
    world = World()
    world.get(LAYER)
    world.state.reuse_variables(world.state.get_variable_scope())
    world.get("layer_7")
    assert not world.possible_errors
    with pytest.raises(NamingError) as caught:
        world.get("other")
    assert caught.value.kind == "variable-missing"


def test_shapes_that_nobody_knows_fit_any() -> None:
    world = World()
    world.get("a", (3, UNKNOWN))
    world.get("b", UNKNOWN)
    world.state.reuse_variables(world.state.get_variable_scope())
    world.get("a", (3, 5))
    world.get("b", (1, 2, 3))
    with pytest.raises(NamingError) as caught:
        world.get("a", (4, UNKNOWN))
    assert "specified shape (4, ?) and found shape (3, ?)" in caught.value.message

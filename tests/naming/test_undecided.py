"""What is true after an undecided branch: names, variables, flags, errors."""

from __future__ import annotations

import pytest

from scope_lsp.naming.errors import NamingError
from scope_lsp.naming.name import AUTO_REUSE, UNKNOWN
from scope_lsp.naming.variable import Variable

from .support import World, nothing


def test_a_variable_of_one_arm_is_possible() -> None:
    world = World()
    world.either(lambda: world.get("a"), nothing)
    world.get("b")
    variables = world.state.default_graph().variables
    assert [(v.name, v.possible) for v in variables] == [("a:0", True), ("b:0", False)]


def test_a_variable_of_both_arms_is_one_and_certain() -> None:
    world = World()
    world.either(lambda: world.get("a", (2, 3)), lambda: world.get("a", (2, 4)))
    assert world.names() == ["a:0"]
    (variable,) = world.state.default_graph().variables
    assert not variable.possible
    assert variable.shape == (2, None)
    with pytest.raises(NamingError) as caught:
        world.get("a")
    assert caught.value.definite


def test_variables_of_either_arm_are_all_there() -> None:
    world = World()
    world.either(lambda: world.get("a"), lambda: world.get("b"))
    assert sorted(world.names()) == ["a:0", "b:0"]


def test_getting_a_possible_variable_again_is_a_possible_error() -> None:
    world = World()
    world.either(lambda: world.get("a"), nothing)
    found = world.get("a")
    assert isinstance(found, Variable)
    assert not found.possible
    assert not world.accesses[-1].certain
    (error,) = world.possible_errors
    assert (error.kind, error.definite) == ("variable-exists", False)
    with pytest.raises(NamingError):
        world.get("a")


def test_reusing_a_possible_variable_says_nothing() -> None:
    world = World()
    world.either(lambda: world.get("a"), nothing)
    world.state.reuse_variables(world.state.get_variable_scope())
    world.get("a")
    assert world.accesses[-1].reused
    assert not world.possible_errors


def test_a_missing_variable_under_a_possible_flag_is_no_error() -> None:
    world = World()
    scope = world.state.get_variable_scope()
    world.either(lambda: world.state.reuse_variables(scope), nothing)
    assert scope.reuse is UNKNOWN
    world.get("a")
    world.get("a")
    assert [access.reused for access in world.accesses] == [False, True]
    assert not world.accesses[0].certain
    assert not world.possible_errors


def test_a_flag_that_both_arms_set_is_known() -> None:
    world = World()
    scope = world.state.get_variable_scope()
    world.either(
        lambda: world.state.reuse_variables(scope), lambda: world.state.reuse_variables(scope)
    )
    assert scope.reuse is True


def test_an_unknown_reuse_argument_is_auto_reuse_without_errors() -> None:
    world = World()
    world.inside("a", lambda: world.get("w"), reuse=UNKNOWN)
    world.inside("a", lambda: world.get("w"), reuse=UNKNOWN)
    assert [access.reused for access in world.accesses] == [False, True]
    assert not world.possible_errors


def test_names_of_either_arm_are_used() -> None:
    world = World()
    world.either(lambda: world.state.new_op("Add", "w"), nothing)
    variable = world.variable("w")
    assert variable.name == "w_1:0"
    assert not variable.is_name_certain
    assert world.variable("x").is_name_certain


def test_a_name_below_an_uncertain_scope_is_uncertain() -> None:
    world = World()
    world.either(lambda: world.state.new_op("NoOp", "s"), nothing)
    scope = world.state.default_graph().enter_name_scope("s")
    inner = world.variable("w")
    scope.exit()
    again = world.state.default_graph().enter_name_scope(scope.name)
    other = world.variable("v")
    again.exit()
    assert (inner.name, inner.is_name_certain) == ("s_1/w:0", False)
    assert (other.name, other.is_name_certain) == ("s_1/v:0", False)


def test_a_default_name_after_a_possible_one_is_uncertain_and_no_error() -> None:
    world = World()

    def layer() -> None:
        world.inside(None, lambda: world.get("w"), default_name="dense")

    world.either(layer, nothing)
    layer()
    assert [access.variable.name for access in world.accesses] == ["dense/w:0", "dense_1/w:0"]
    assert [access.certain for access in world.accesses] == [True, False]
    world.inside("dense_1", lambda: world.get("w", reuse=AUTO_REUSE))
    assert not world.possible_errors


def test_scopes_that_an_arm_left_open_leave_nothing_certain() -> None:
    world = World()
    context = world.state.variable_scope("a")
    world.either(nothing, lambda: world.state.enter_variable_scope(context))
    world.get("w")
    world.get("w")
    assert [error.definite for error in world.possible_errors] == [False]


def test_a_partitioner_that_nobody_knows_makes_shards_that_nobody_counts() -> None:
    world = World()
    world.get("p", (4, 2), partitioner=UNKNOWN)
    assert world.names() == ["p/part_\ue000n\ue001:0"]
    world.get("p", (4, 2), partitioner=UNKNOWN, reuse=True)
    assert not world.possible_errors


def test_a_graph_made_in_one_arm_keeps_what_is_in_it() -> None:
    world = World()
    graphs = []

    def build() -> None:
        graph = world.state.new_graph()
        graphs.append(graph)
        world.state.push_graph(graph)
        world.get("w")
        world.state.reuse_variables(world.state.get_variable_scope())
        world.state.pop_graph()

    world.either(build, nothing)
    world.state.push_graph(graphs[0])
    assert world.state.get_variable_scope().reuse is True
    world.get("w")
    assert world.accesses[-1].reused

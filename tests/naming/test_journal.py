"""Forks: whatever was done between a mark and its rewinding is undone, redone, joined."""

from __future__ import annotations

import importlib
import inspect
import random
from pathlib import Path
from types import MemberDescriptorType

import pytest

from scope_lsp import naming
from scope_lsp.naming.errors import NamingError
from scope_lsp.naming.journal import Changes, Mark, Record
from scope_lsp.naming.name import AUTO_REUSE
from scope_lsp.naming.variable_scope import VariableScope

from .support import World, nothing

NAMING = Path(naming.__file__).parent


def do_something(world: World, choice: random.Random) -> None:
    """One random act on scopes, names and variables, refused or not."""
    name = choice.choice("abcd")
    state = world.state
    acts = [
        lambda: world.get(name, (choice.randint(1, 2),)),
        lambda: world.variable(name),
        lambda: state.new_op("NoOp", name),
        lambda: state.reuse_variables(state.get_variable_scope()),
        lambda: world.inside(name, lambda: do_something(world, choice)),
        lambda: world.inside(name, lambda: do_something(world, choice), reuse=AUTO_REUSE),
        lambda: world.inside(None, lambda: do_something(world, choice), default_name=name),
        lambda: world.inside(
            state.get_variable_scope(), lambda: do_something(world, choice), reuse=AUTO_REUSE
        ),
        lambda: state.enter_variable_scope(state.variable_scope(name)),
        lambda: state.set_scope_attribute(
            state.get_variable_scope(), VariableScope.dtype, "float64"
        ),
        lambda: state.reset_default_graph(),
        lambda: state.default_graph().add_to_collection("c", name),
        lambda: state.default_graph().clear_collection("variables"),
    ]
    act = choice.choices(acts, weights=[9, 6, 4, 1, 4, 4, 4, 2, 1, 1, 0.3, 1, 0.3])[0]
    try:
        act()
    except NamingError:
        state.default_graph().enter_name_scope(None).exit()


def do_some(world: World, choice: random.Random) -> None:
    for _ in range(choice.randint(0, 6)):
        do_something(world, choice)


@pytest.mark.parametrize("seed", range(150))
def test_rewind_and_replay_lead_back(seed: int) -> None:
    choice = random.Random(seed)
    world = World()
    do_some(world, choice)
    before = world.look()
    mark = world.state.mark()
    do_some(world, choice)
    after = world.look()
    branch = world.state.rewind(mark)
    assert world.look() == before
    do_some(world, choice)
    world.state.rewind(mark)
    assert world.look() == before
    world.state.replay(mark, branch)
    assert world.look() == after
    world.state.rewind(mark)
    assert world.look() == before


@pytest.mark.parametrize("seed", range(150))
def test_join_has_what_either_branch_had(seed: int) -> None:
    choice = random.Random(seed)
    world = World()
    graph = world.state.default_graph()
    do_some(world, choice)
    seen: list[set[str]] = []

    def arm() -> None:
        do_some(world, choice)
        seen.append(set(graph.names) | set(graph.nodes) | {v.name for v in graph.variables})

    world.either(arm, arm)
    now = set(graph.names) | set(graph.nodes) | {v.name for v in graph.variables}
    assert now == seen[0] | seen[1]


@pytest.mark.parametrize("seed", range(150))
def test_a_join_with_itself_changes_nothing(seed: int) -> None:
    choice = random.Random(seed)
    world = World()
    do_some(world, choice)
    mark = world.state.mark()
    do_some(world, choice)
    after = world.look()
    branch = world.state.rewind(mark)
    world.state.replay(mark, branch)
    world.state.join(mark, branch)
    assert world.look() == after


@pytest.mark.parametrize("seed", range(150))
def test_marks_close_in_any_order(seed: int) -> None:
    choice = random.Random(seed)
    world = World()
    graph = world.state.default_graph()
    waiting: list[tuple[Mark, Changes]] = []
    names: set[str] = set()
    for _ in range(8):
        mark = world.state.mark()
        do_some(world, choice)
        names |= set(graph.names)
        waiting.append((mark, world.state.rewind(mark)))
        do_some(world, choice)
        names |= set(graph.names)
        if choice.random() < 0.5:
            world.state.join(*waiting.pop(choice.randrange(len(waiting))))
    while waiting:
        world.state.join(*waiting.pop(choice.randrange(len(waiting))))
    assert set(graph.names) == names


def test_an_early_return_inside_an_arm() -> None:
    """Of two nested conditions the inner one returns; both join at the end of the function."""
    world = World()
    state = world.state
    outer = state.mark()
    inner = state.mark()
    world.get("a")
    returned = state.rewind(inner)
    world.get("b")
    first_arm = state.rewind(outer)
    world.get("c")
    state.join(outer, first_arm)
    state.join(inner, returned)
    variables = state.default_graph().variables
    assert sorted((v.name, v.possible) for v in variables) == [
        ("a:0", True),
        ("b:0", True),
        ("c:0", True),
    ]


def test_an_inner_mark_may_be_rewound_after_its_arm_was_replayed() -> None:
    world = World()
    state = world.state
    outer = state.mark()
    world.get("x")
    inner = state.mark()
    world.get("a")
    arm = state.rewind(outer)
    world.get("c")
    state.rewind(outer)
    state.replay(outer, arm)
    assert world.names() == ["x:0", "a:0"]
    state.rewind(inner)
    assert world.names() == ["x:0"]


def test_a_dropped_mark_keeps_the_state() -> None:
    world = World()
    mark = world.state.mark()
    world.get("a")
    world.state.rewind(mark)
    world.get("b")
    world.state.drop(mark)
    assert world.names() == ["b:0"]
    world.either(nothing, nothing)
    assert world.names() == ["b:0"]


def test_undoable_attributes_are_slots() -> None:
    """The journal sets what a class has under the name of a slot; a type checker sees no slots."""
    for path in NAMING.glob("*.py"):
        importlib.import_module(f"{naming.__name__}.{path.stem}")
    pending: list[type] = [Record]
    declared = []
    for record in pending:
        pending += record.__subclasses__()
        for name, annotation in inspect.get_annotations(record).items():
            if str(annotation).startswith("Undoable["):
                declared.append(vars(record)[name])
    assert len(declared) > 30
    assert {type(field) for field in declared} == {MemberDescriptorType}

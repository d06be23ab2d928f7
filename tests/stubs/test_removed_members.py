"""A member that a model lacks affects what depends on it, and nothing else.

Functions and methods of the libraries are taken away at random, as if no stub had them, from
programs that use them.  Names stay all the same, but for those that the missing call itself would
have made or that are made of its value; they may lose their shape or become possible, and the gap
is said.  What came before, and what stands apart, stays as it was.
"""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Analysis, Certainty, VariableEvent
from scope_lsp.interpreter.code import Run
from scope_lsp.interpreter.compiler import EXPRESSIONS, Compiler
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import survive
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.values import Class, Instance, Module, NamespaceOwner, Raised, Value
from tests.support.patience import patient

PROGRAMS = sorted((Path(__file__).parent / "models" / "programs").glob("*.py"))
SEEDS = range(6)
"""As many members are taken from each program."""

NAMERS = {"variable_scope", "name_scope", "get_variable", "Variable", "get_variable_scope"}
"""Without these no name of the program is what it was."""

APART = """

with tf.Graph().as_default():
    with tf.variable_scope("apart"):
        tf.get_variable("w", [2, 3])
        for _ in range(2):
            with tf.variable_scope(None, "auto"):
                tf.Variable(0.0)
"""

DEPEND = {
    ("estimator", "tf.feature_column.numeric_column"): r"linear_model/age_bucketized",
}
"""Names that are made of the value that is missing, by program and member."""

SAID_AS = {"tf.feature_column.numeric_column": "a feature column that is not known"}
"""What the gap is called where it shows only in what is done with the value."""


def members(program: Path) -> list[str]:
    """What a program uses of libraries: functions by their dotted names, methods as ``.name``."""
    tree = ast.parse(program.read_text())
    roots = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {"slim"}
    own = {
        node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))
    }
    found = set()
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr not in own | NAMERS:
            spelled = ast.unparse(called)
            if re.fullmatch(r"[\w.]+", spelled) and spelled.split(".")[0] in roots:
                found.add(spelled)
            elif spelled.split(".")[0] not in roots | {"self"}:
                found.add("." + called.attr)
    return sorted(found)


CASES = [
    (program, member)
    for index, program in enumerate(PROGRAMS)
    for member in random.Random(index).sample(members(program), len(SEEDS))
]


class Removed:
    """A member that is taken away from the program, though not from the stubs."""

    def __init__(self, member: str) -> None:
        self.member = member
        self.before: int | None = None
        """How many variables the program had made or fetched when it first asked for it."""
        self.lines: set[int] = set()
        """Where it asks."""

    def is_meant(self, node: ast.Attribute) -> bool:
        if self.member.startswith("."):
            return node.attr == self.member[1:]
        return ast.unparse(node) == self.member

    def load(self, frame: Frame, node: ast.Attribute, obj: Value) -> Value:
        """What the program gets instead."""
        self.before = frame.interp.effects if self.before is None else self.before
        self.lines.add(node.lineno)
        frame.node = node
        owner = _owner(obj, node.attr)
        value = owner.names.pop(node.attr)
        if isinstance(owner, Class):
            owner.changed()
        try:
            return frame.interp.get_attr(obj, node.attr)
        except Raised as raised:
            return survive(frame, raised, node)
        finally:
            owner.names[node.attr] = value
            if isinstance(owner, Class):
                owner.changed()


def _owner(obj: Value, name: str) -> NamespaceOwner | None:
    """The module or class of a stub that has a member."""
    if isinstance(obj, Module):
        return obj if name in obj.names else None
    cls = obj.cls if isinstance(obj, Instance) else obj
    order = cls.mro if isinstance(cls, Class) else ()
    return next((each for each in order if name in each.names), None)


@contextmanager
def without(member: str) -> Iterator[Removed]:
    """While the program does not find a member."""
    removed = Removed(member)
    plain = EXPRESSIONS[ast.Attribute]

    def compiled(compiler: Compiler, node: ast.Attribute) -> Run:
        usual = plain(compiler, node)
        if not removed.is_meant(node):
            return usual
        target = compiler.run(node.value)

        def load(frame: Frame) -> Value:
            obj = target(frame)
            is_users = frame.module.source.origin is Origin.USER
            return (
                removed.load(frame, node, obj)
                if is_users and _owner(obj, node.attr)
                else usual(frame)
            )

        return load

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(EXPRESSIONS, ast.Attribute, compiled)
        yield removed


def run(program: Path, member: str = "") -> Analysis:
    text = f"{program.read_text()}{APART}# without {member}"  # code is compiled once for each text
    return analyze(Snapshot(str(program), text), patient())


def told(event: VariableEvent) -> tuple[object, ...]:
    return event.name, event.shape, event.certainty, event.reused


def is_listed(name: str, events: list[VariableEvent]) -> bool:
    """Whether a name is there, perhaps with an unknown part in it."""
    for event in events:
        pattern = re.sub(r"\\\{.*?\\\}", ".*", re.escape(event.name))
        if name == event.name or ("{" in event.name and re.fullmatch(pattern, name)):
            return True
    return False


@pytest.mark.parametrize(
    ("program", "member"), CASES, ids=[f"{path.stem}-{name}" for path, name in CASES]
)
def test_what_does_not_depend_on_a_missing_member_stays(program: Path, member: str) -> None:
    whole = run(program).variables
    with without(member) as removed:
        analysis = run(program, member)
    found = analysis.variables
    assert removed.before is not None, "it is in use"
    assert not analysis.errors
    assert not [one for one in analysis.problems if one.kind in ("internal", "crash", "budget")]

    before = removed.before
    assert list(map(told, found[:before])) == list(map(told, whole[:before]))
    tail = [told(event) for event in whole if event.name.startswith("apart/")]
    assert len(tail) == 3
    assert [told(event) for event in found][-3:] == tail

    depend = DEPEND.get((program.stem, member))
    missing: list[str] = []
    for event in whole:
        made_by_it = any(frame.span.line in removed.lines for frame in event.trace)
        made_of_it = depend is not None and re.match(depend, event.name)
        made_for_it = any(name in event.name for name in missing)  # a slot of what is not there
        listed = is_listed(event.name, found)
        assert listed or made_by_it or made_of_it or made_for_it, event.name
        if not listed:
            missing.append(event.name.removesuffix(":0"))
    names = {event.name for event in whole}
    sure = [event for event in found if event.certainty is Certainty.DEFINITE]
    assert not [event.name for event in sure if event.name not in names]

    if set(map(told, whole)) - set(map(told, found)):
        reason = SAID_AS.get(member, member.rpartition(".")[2])
        assert any(reason in gap.reason for gap in analysis.gaps)


def test_thirty_are_taken() -> None:
    assert len(set(CASES)) == 30

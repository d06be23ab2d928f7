"""Functions and methods that nothing called, run on their own with symbolic parameters.

Each is run in its own graph, so that a file of builders shows the names that it gives, without a
prefix.  A caller may call such a function in any scope and under any reuse flag, so nothing found
here is certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from scope_lsp.analysis.arguments import Arguments
from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.recorder import Recorder
from scope_lsp.interpreter.budget import BudgetSpent
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.values import (
    Class,
    Function,
    Instance,
    Module,
    Property,
    Raised,
    Value,
    Wrapper,
)
from scope_lsp.resolve.parameter_classes import ParameterClasses

Uncalled = tuple[Function, Class | None]
"""A function, and the class whose method it is."""

NewGraph = Callable[[], AbstractContextManager[None]]
"""Creates a graph that is the default one inside it."""


def run_unreached(
    interp: Interpreter,
    recorder: Recorder,
    module: Module,
    new_graph: NewGraph,
    classes: ParameterClasses | None = None,
) -> None:
    """Run what a module defines and nothing has called, each inside ``new_graph()``.

    ``classes`` knows what parameters may hold.  Without it, they are completely unknown.
    """
    arguments = Arguments(interp, module, classes)
    interp.frame, interp.depth = None, 0  # the module has ended: it calls none of them
    for function, owner in list(uncalled_of(module)):
        if function.code.node in interp.reached:
            continue
        recorder.begin_uncalled(function.qualname, module.source, function.code.first_line)
        share = interp.budget.begin_uncalled()
        try:
            with new_graph():
                _run(interp, function, owner, arguments)
        except (Raised, RecursionError):
            interp.unwind()
        except BudgetSpent as spent:
            interp.unwind()
            interp.frame = Frame(interp, function.code, function.module, None, {}, None)
            recorder.problem(
                ProblemKind.BUDGET, f"the analysis of this function stopped after {spent.limit}"
            )
        finally:
            interp.frame, interp.depth = None, 0
            recorder.end_uncalled()
            may_go_on = interp.budget.end_uncalled(share)
        if not may_go_on:
            return


def uncalled_of(module: Module) -> Iterator[Uncalled]:
    """The functions and methods that a module's own text defines, in source order."""
    found: list[Uncalled] = []
    seen: set[int] = set()

    def add(value: Value, owner: Class | None) -> None:
        if isinstance(value, Wrapper):
            add(value.function, owner)
        elif isinstance(value, Property):
            add(value.getter, owner)
        elif isinstance(value, Function):
            wrapped = value.names.get("__wrapped__")
            if isinstance(wrapped, Function):
                add(wrapped, owner)
            elif value.module is module and id(value.code.node) not in seen:
                seen.add(id(value.code.node))
                found.append((value, owner))
        elif isinstance(value, Instance):
            wrapped = value.names.get("__wrapped__")  # a command that a decorator created
            if isinstance(wrapped, Function):
                add(wrapped, owner)

    for value in list(module.names.values()):
        add(value, None)
        if isinstance(value, Class) and value.module == module.name:
            for attribute in list(value.names.values()):
                add(attribute, value)
    return iter(sorted(found, key=lambda found: found[0].code.first_line))


def _run(
    interp: Interpreter, function: Function, owner: Class | None, arguments: Arguments
) -> None:
    if owner is not None and _is_test(function, owner):
        tests = interp.module("unittest")
        assert tests is not None
        interp.call(tests.names["run_alone"], [owner, function.code.name])
        return
    names = arguments.of(function)
    if owner is not None:
        positional = function.code.parameters.positional
        attribute = owner.names.get(function.code.name)
        static = isinstance(attribute, Wrapper) and attribute.kind == "staticmethod"
        if positional and not static:
            if isinstance(attribute, Wrapper) or function.code.name == "__new__":
                names[positional[0]] = owner
            elif function.code.name == "__init__":
                names[positional[0]] = arguments.new(owner)
            else:
                names[positional[0]] = arguments.instance(owner)
    result = interp.call_bound(function, names)
    items = interp.iterate(result) if function.code.generator is not None else None
    for _ in items or ():
        interp.budget.tick()


def _is_test(function: Function, owner: Class) -> bool:
    """Whether a method is a test, which its framework prepares by other methods."""
    debug = owner.find("debug")
    is_case = isinstance(debug, Function) and debug.module.name == "unittest"
    return is_case and function.code.name.startswith("test")

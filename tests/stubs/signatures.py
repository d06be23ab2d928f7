"""The parameters that the stubs' functions and classes have, as signatures.json writes them.

Read by our own interpreter: what an attribute of a module is, a program would meet as well.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scope_lsp.analysis.model import Model
from scope_lsp.interpreter.budget import Budget
from scope_lsp.interpreter.compiler import compile_module
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.importing import new_module
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.loader import ModuleSource
from scope_lsp.interpreter.machine import Machine
from scope_lsp.interpreter.misfits import is_public, name_of
from scope_lsp.interpreter.values import (
    MISSING,
    Class,
    Function,
    List,
    Method,
    Raised,
    Value,
    Wrapper,
)
from scope_lsp.resolve.modules import ModuleLoader


@dataclass(frozen=True)
class Parameters:
    """Parameters as signatures.json writes them."""

    name: str
    """What Python calls the function."""
    positional: tuple[str, ...]
    named: frozenset[str]
    """All that a keyword may fill."""
    required: frozenset[str]
    defaults: dict[str, object]
    """Those that are plain values."""
    variadic: bool
    keywords: bool

    @staticmethod
    def of(written: str) -> Parameters:
        """Read them; a name that begins with an underscore is a stub's own business."""
        name, _, rest = written.partition("(")
        (definition,) = ast.parse(f"def f({rest}: pass").body
        assert isinstance(definition, ast.FunctionDef)
        given = definition.args
        positional = [each.arg for each in given.args]
        named = positional + [each.arg for each in given.kwonlyargs]
        values = dict(zip(reversed(positional), reversed(given.defaults), strict=False))
        pairs = zip(given.kwonlyargs, given.kw_defaults, strict=True)
        values.update({each.arg: value for each, value in pairs if value is not None})
        defaults = {each: ast.literal_eval(value) for each, value in values.items()}
        return Parameters(
            name,
            tuple(each for each in positional if not each.startswith("_")),
            frozenset(each for each in named if not each.startswith("_")),
            frozenset(each for each in named if each not in values),
            {each: value for each, value in defaults.items() if value is not ...},
            given.vararg is not None,
            given.kwarg is not None,
        )

    def take(self, others: Parameters) -> bool:
        """Whether every call that fits ``others`` fits these, and means the same."""
        if (others.variadic and not self.variadic) or (others.keywords and not self.keywords):
            return False
        common = others.positional[: len(self.positional)]
        if self.positional[: len(common)] != common:
            return False
        if len(others.positional) > len(self.positional) and not self.variadic:
            return False
        return self.required <= others.required and (self.keywords or others.named <= self.named)

    def other_defaults(self, others: Parameters) -> set[str]:
        """The parameters of both that have different defaults, as far as these are plain."""
        common = self.defaults.keys() & others.defaults.keys()
        return {each for each in common if self.defaults[each] != others.defaults[each]}


RECORDED = Path(__file__).with_name("signatures.json")


@cache
def recorded() -> dict[str, str]:
    """What TensorFlow has, by path."""
    found: dict[str, str] = json.loads(RECORDED.read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True)
class Modelled:
    """A function, class or method of a stub."""

    parameters: str
    """Those that a call has to fit, as signatures.json writes them."""
    own: str
    """Those of the function that runs."""
    is_believed: bool
    """Whether a call that does not fit is refused for certain."""


@cache
def modelled() -> dict[str, Modelled]:
    """What the stubs have, by path, of what TensorFlow's parameters are known of."""
    budget = Budget(steps=10**9, idle_steps=10**9)
    interp = Machine(budget, lambda interp: Model(interp, ModuleLoader(()), "1"))
    interp.budget.start()
    source = ModuleSource("__main__", "/nowhere/main.py", "import tensorflow as tf\n")
    module = new_module(interp, source, "__main__")
    code = compile_module(interp.parsed(source))
    frame = Frame(interp, code, module, None, module.names, None)
    interp.enter(frame)
    for _, step in code.steps:
        step(frame)
    found = {}
    for path in recorded():
        value, given = _at(interp, module.names["tf"], path.split(".")[1:])
        said = None if value is None else _modelled(interp, value, given, path.rpartition(".")[2])
        if said is not None:
            found[path] = said
    return found


def _at(interp: Interpreter, tf: Value, words: Iterable[str]) -> tuple[Value, int]:
    """What lies at a path, and how many arguments come before a call's; None: not modelled."""
    value, given = tf, 0
    for word in words:
        given = int(isinstance(value, Class) and isinstance(value.find(word), Function))
        try:
            value = interp.find_attr(value, word)
        except Raised:
            return None, 0
        if value is MISSING:
            return None, 0
    return value, given


def _modelled(interp: Interpreter, value: Value, given: int, spelled: str) -> Modelled | None:
    """A function or class of a stub, None for anything else."""
    if not isinstance(value, Function):
        given = 0
    function, given = _called(value, given)
    if function is None or function.takes is False:
        return None
    if not interp.loader.has_exact_parameters(function.module.name):
        return None
    seen = function.names.get("__wrapped__")
    if isinstance(seen, Function):
        function = seen
    name = name_of(function, spelled)
    own = name + _written(function, given)
    fits = own
    if isinstance(function.takes, Function):
        fits = name + _written(function.takes, given)
    return Modelled(fits, own, is_public(function))


def _written(function: Function, given: int) -> str:
    """The parameters of a function but for the first ones, as signatures.json has them."""
    code = function.code.parameters
    defaults = dict(zip(reversed(code.positional), reversed(function.defaults), strict=False))
    defaults.update(function.kw_defaults)

    def one(name: str) -> str:
        return name + "=" + _plain(defaults[name]) if name in defaults else name

    names = [one(name) for name in code.positional][given:]
    if code.variadic is not None:
        names.append("*" + code.variadic)
    elif code.keyword_only:
        names.append("*")
    names += [one(name) for name in code.keyword_only]
    if code.keywords is not None:
        names.append("**" + code.keywords)
    return "(" + ", ".join(names) + ")"


def _plain(value: Value) -> str:
    """A default as Python writes it, `...` for one that is no plain value."""
    if isinstance(value, List):
        return "[" + ", ".join(map(_plain, value.items)) + "]"
    if isinstance(value, tuple):
        return "(" + "".join(_plain(each) + ", " for each in value) + ")"
    return repr(value) if value is None or type(value) in (bool, int, float, str) else "..."


def _called(value: Value, given: int) -> tuple[Function | None, int]:
    """The function that a call reaches, and how many arguments it is given before the others."""
    if isinstance(value, Function):
        return value, given
    if isinstance(value, Wrapper):
        return _called(value.function, given)
    if isinstance(value, Method):
        return _called(value.function, given + 1)
    if isinstance(value, Class):
        for name in ("__init__", "__new__"):
            hook = value.find(name)
            if isinstance(hook, Wrapper):
                hook = hook.function
            if isinstance(hook, Function):
                return hook, given + 1
    return None, 0

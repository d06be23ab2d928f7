"""What every module of TensorFlow 1.15.5 is made of: its names, and which object each one means.

Reads ``stubs/MODULES.txt``, which tests/stubs/make_module_names.py writes with TensorFlow at hand.
Not a model: it says that ``tensorflow.python.ops.array_ops.concat`` is the object that is public as
``tf.concat``, not what that does.

The table has a section for each module.  Names that begin with ``tensorflow.python.`` are written
with ``~``, those with ``tensorflow.contrib.`` with ``^``.  The lines of a section:

- ``= name constant``: a plain constant, as Python writes it.
- ``functions:``, ``classes:``, ``objects:``: what the module itself defines, each with its public
  names after ``=``: a whole path below ``tf``, or one that ends with a dot, after which comes the
  name itself.
- ``modules:`` other modules, ``parts:`` modules below this one.  The last section says which module
  a name mostly stands for.
- ``others:``, and lines that begin with a module's name: what belongs to another module, ``*``
  being all public names of that one but for those that follow with ``-``.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from scope_lsp.resolve.files import read_source
from scope_lsp.resolve.stub_path import OWN_STUBS

_FUTURE = ("absolute_import", "division", "print_function", "unicode_literals")
_LEFT_OUT = ("_api", "compat", "compiler", "core", "examples", "include", "lite", "tools")


@dataclass(frozen=True, slots=True)
class Member:
    """What a name in a module means."""

    kind: str
    """``constant``, ``module``, ``function``, ``class`` or ``object``."""
    home: str = ""
    """The module that it is, or that defines it."""
    name: str = ""
    """Its name in that module."""
    public: tuple[str, ...] = ()
    """Its names below ``tf``; those of version 1 first."""
    value: object = None
    """A constant."""


class ModuleTable:
    """The table, parsed section by section as modules are asked for."""

    def __init__(self, text: str) -> None:
        sections = text.removeprefix("[").split("\n[") if text else []
        self._sections = {
            _long(name): body for name, _, body in (each.partition("]") for each in sections)
        }
        self._members: dict[str, dict[str, Member]] = {}

    @cached_property
    def _usual(self) -> dict[str, str]:
        """The module that a name usually means."""
        pairs = [word.partition("=") for word in self._sections.get("modules", "").split()]
        return {name: _long(target) or name for name, _, target in pairs}

    def __contains__(self, module: object) -> bool:
        return module in self._sections and module != "modules"

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._sections if name != "modules")

    def is_package(self, module: str) -> bool:
        """Whether there are modules below this one."""
        return module in self._below

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        """The modules below each package; for TensorFlow itself, those not in the table."""
        found: dict[str, list[str]] = {"tensorflow": list(_LEFT_OUT)}
        for name in self:
            package, _, child = name.rpartition(".")
            found.setdefault(package, []).append(child)
        return found

    def shadowed(self, package: str) -> list[str]:
        """The names of a package that mean something other than the modules below it."""
        members = self.members(package)
        return [
            name
            for name in self._below.get(package, ())
            if name in members and members[name].kind != "module"
        ]

    def names(self, module: str) -> frozenset[str]:
        """All names that a module has, or gets when a module below it is imported."""
        below = self._below.get(module, ())
        return frozenset((*self.members(module), *below, *_FUTURE))

    def members(self, module: str) -> dict[str, Member]:
        """What the names of a module mean."""
        found = self._members.get(module)
        if found is None:
            found = self._members[module] = dict(self._parsed(module))
        return found

    def member(self, module: str, name: str) -> Member | None:
        """What a name in a module means, None if it has no such name."""
        found = self.members(module).get(name)
        if found is None or found.kind != "imported":
            return found
        if found.home in self:
            return self.members(found.home).get(found.name)
        return found

    def _parsed(self, module: str) -> Iterator[tuple[str, Member]]:
        for line in self._sections.get(module, "").splitlines():
            group, _, rest = line.partition(" ")
            if group == "=":
                name, _, text = rest.partition(" ")
                yield name, Member("constant", module, name, value=ast.literal_eval(text))
                continue
            group = group.removesuffix(":")
            if group in _KINDS:
                for word in rest.split():
                    name, _, targets = word.partition("=")
                    yield name, Member(_KINDS[group], module, name, _public(name, targets))
            elif group == "parts":
                for name in rest.split():
                    yield name, Member("module", f"{module}.{name}")
            elif group == "modules":
                for word in rest.split():
                    name, _, target = word.partition("=")
                    yield name, Member("module", _long(target) or self._usual.get(name, name))
            elif group == "others":
                for word in rest.split():
                    name, _, target = word.partition("=")
                    home, _, own = target.partition(":")
                    yield name, Member("imported", home, own)
            elif group:
                yield from self._imported(_long(group), rest.split())

    def _imported(self, home: str, words: list[str]) -> Iterator[tuple[str, Member]]:
        if words[0] == "*":
            left_out = {word[1:] for word in words if word[0] == "-"}
            for name, member in self.members(home).items():
                is_own = member.kind in _KINDS.values() and name not in left_out
                if is_own and not name.startswith("_"):
                    yield name, Member("imported", home, name)
        for word in words:
            if word[0] not in "*-":
                name, _, own = word.partition("=")
                yield name, Member("imported", home, own or name)


_KINDS = {"functions": "function", "classes": "class", "objects": "object"}


def _long(name: str) -> str:
    if name.startswith("~"):
        return f"tensorflow.python.{name[1:]}"
    return f"tensorflow.contrib.{name[1:]}" if name.startswith("^") else name


def _public(name: str, targets: str) -> tuple[str, ...]:
    if not targets:
        return ()
    return tuple(
        name if path == "." else path + name if path.endswith(".") else path
        for path in targets.split(",")
    )


@cache
def module_table() -> ModuleTable:
    """The table that comes with the stubs."""
    return ModuleTable(read_source(os.path.join(OWN_STUBS, "MODULES.txt")) or "")

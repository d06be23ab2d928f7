"""Completes the stubs of TensorFlow's modules with the names in the table of modules.

A module without a stub gets one that looks up its members (``stubs/tensorflow/_members.py``).  A
stub without its own ``__getattr__`` gets the same code appended.  In both cases the result knows
which names the real module has.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace

from scope_lsp.interpreter.loader import ModuleSource, Origin
from scope_lsp.resolve.module_table import module_table
from scope_lsp.resolve.stub_path import OWN_STUBS, StubPath

_ANSWERS_ITSELF = re.compile(r"^def __getattr__\(|^__getattr__ =", re.MULTILINE)

_NOT_LISTED = re.compile(
    r"tensorflow\.(?:core|compiler|include|tools)(?:\.(?![A-Z])\w+(?<!_pb2))*(?:\.\w+_pb2)?$"
    r"|tensorflow(?:\.\w+)*\.(?:\w+_pb2|pywrap_\w+)$"
)
"""Modules that the table leaves out: they exist, but their content is unknown.

What begins with a capital is a class, and a module of protocol buffers holds no others.
"""
_UNLISTED = """
from tensorflow._unmodelled import lookup as _lookup

def __getattr__(name):
    return _lookup("{path}." + name)
"""


def with_members(name: str, stub: ModuleSource | None, stubs: StubPath) -> ModuleSource | None:
    """Return the stub of a module, completed from the table; None if neither knows the module."""
    table = module_table()
    if name not in table:
        if stub is None and _NOT_LISTED.match(name):
            text = _UNLISTED.format(path=name.partition(".")[2])
            is_package = not name.endswith("_pb2")
            return _model(name, f"{_path(name)}.py", text, stubs, is_package=is_package)
        return stub
    inventory = table.names(name)
    if stub is None:
        path = _path(name)
        is_package = table.is_package(name)
        path = os.path.join(path, "__init__.py") if is_package else f"{path}.py"
        stub = _model(name, path, "", stubs, is_package=is_package)
    if not _ANSWERS_ITSELF.search(stub.text):
        stub = replace(stub, text=f"{stub.text}{_rest(name, stubs.model(name))}")
    is_public = not _is_internal(name) and "contrib" not in name.split(".")
    return replace(stub, inventory=inventory, is_public=is_public)


def _model(name: str, path: str, text: str, stubs: StubPath, *, is_package: bool) -> ModuleSource:
    builds = stubs.may_build(name)
    return ModuleSource(name, path, text, is_package, Origin.STUB, may_build=builds)


def _path(name: str) -> str:
    return os.path.join(OWN_STUBS, *name.split("."))


def _rest(name: str, model: str | None) -> str:
    """The code that looks up the members of a module that its stub does not have."""
    lines = [
        "import _scope_lsp as _naming",
        "from tensorflow._members import members_of as _members_of",
        f"__getattr__ = _members_of({name!r}, {model!r}, globals())",
    ]
    # A module below a package would be mistaken for a function with its name.
    lines += [f"{each} = __getattr__({each!r})" for each in module_table().shadowed(name)]
    if _is_internal(name):
        lines.append(f"__all__ = _naming.module_names({name!r})")
    return "\n".join(["", *lines, ""])


def _is_internal(name: str) -> bool:
    """Whether a module is internal to TensorFlow rather than part of its public API."""
    return "python" in name.split(".")

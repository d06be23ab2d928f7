"""Imports: modules come through the loader and are run once; a missing module is unknown."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from scope_lsp.interpreter import stars
from scope_lsp.interpreter.absent import imports_again
from scope_lsp.interpreter.compiler import compile_module
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import not_in_module
from scope_lsp.interpreter.loader import ModuleSource, Origin
from scope_lsp.interpreter.surroundings import search_path
from scope_lsp.interpreter.values import (
    MISSING,
    Class,
    List,
    Module,
    Raised,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def import_module(frame: Frame, name: str, *, whole: bool) -> Value:
    """``import name``: the module itself if ``whole`` (``import a.b as c``), else its root."""
    interp = frame.interp
    module = load(interp, name, frame.module.source.path)
    if module is None:
        if not whole:
            root = load(interp, name.split(".")[0], frame.module.source.path)
            if root is not None:
                _check_package(interp, name)
                _expect(interp, name)
                return root
        return not_found(interp, name)
    return module if whole else interp.modules.get(name.split(".")[0], module)


def import_from(frame: Frame, name: str, level: int) -> Value:
    """Return the module of ``from ...name import``; ``level`` is the number of dots."""
    interp = frame.interp
    if level:
        package = frame.module.names.get("__package__")
        if not isinstance(package, str) or not package:
            _refuse_relative(interp, frame.module.name)
            # A script with relative imports, run outside its package.
            base: list[str] = []
        else:
            parts = package.split(".")
            base = parts[: len(parts) - level + 1]
        name = ".".join([*base, name] if name else base)
    if not name:
        return Unknown("a relative import outside of a package")
    module = load(interp, name, frame.module.source.path)
    return not_found(interp, name) if module is None else module


def _refuse_relative(interp: Interpreter, module: str) -> None:
    """Raise what Python raises for a relative import outside of a package, if a handler waits."""
    kind = "ModuleNotFoundError" if module == "__main__" else "ImportError"
    error = interp.error(kind, "attempted relative import with no known parent package")
    if interp.catcher_of(error.value) is not None:
        raise error


_GIVE_DATA = frozenset(["calendar", "datetime", "getpass"])
"""Modules of the standard library without a model, whose functions give numbers and strings."""
_DECIDES_NOTHING = frozenset(
    [
        "calendar",
        "datetime",
        "getpass",
        "pprint",
        "shutil",
        "signal",
        "tempfile",
        "time",
        "timeit",
        "traceback",
    ]
)
"""Modules of the standard library whose results are texts, times and copied files.

The size and number of what a program builds does not depend on them.  A name that is made of such
a text shows by itself that a part of it is not known.
"""
_ONLY_IN_PYTHON_2 = re.compile(
    r"(?:BaseHTTPServer|CGIHTTPServer|ConfigParser|Cookie|HTMLParser|Queue|SimpleHTTPServer"
    r"|SocketServer|Tkinter|User(?:Dict|List|String)|__builtin__|anydbm|cPickle|cStringIO|commands"
    r"|cookielib|copy_reg|exceptions|htmlentitydefs|httplib|md5|robotparser|sets|sha|thread"
    r"|tkMessageBox|urllib2|urlparse|xmlrpclib)(?:\.|$)"
)
_SINCE_PYTHON_3 = {
    "Queue": "queue",
    "UserDict": "collections",
    "cPickle": "pickle",
    "cStringIO": "StringIO",
    "copy_reg": "copyreg",
    "exceptions": "builtins",
    "urllib2": "urllib.request",
    "urlparse": "urllib.parse",
}
"""What has taken the place of modules of Python 2."""


def _expect(interp: Interpreter, name: str) -> None:
    """Raise if a handler waits for the error of a module that is known to be absent."""
    error = interp.error("ModuleNotFoundError", f"No module named '{name}'")
    if _is_absent(interp, name) and interp.catcher_of(error.value) is not None:
        raise error


def not_found(interp: Interpreter, name: str) -> Value:
    """Return the value for a module that the loader does not have, and that may exist elsewhere.

    A program that is prepared for its absence may go either way.
    """
    _check_package(interp, name)
    error = interp.error("ModuleNotFoundError", f"No module named '{name}'")
    handler = interp.catcher_of(error.value)
    left_alone = interp.loader.left_alone(name)
    if handler is not None and left_alone is None:
        is_there = name.partition(".")[0] in interp.modules
        again = not is_there and imports_again(handler.frame, name)
        if _ONLY_IN_PYTHON_2.match(name) or again or _is_absent(interp, name):
            raise error
        handler.may_catch(error)
    elif name in _SINCE_PYTHON_3:  # without a handler, this is a program for Python 2
        module = load(interp, _SINCE_PYTHON_3[name], None)
        if module is not None:
            return module
    ours = name.partition(".")[0] in sys.stdlib_module_names
    absent = f"module {name} is not modelled" if ours else f"module {name} was not found"
    reason = left_alone or absent
    decides = not ours or name.partition(".")[0] not in _DECIDES_NOTHING
    builds = not interp.loader.is_inert(name)
    if interp.frame is not None and decides:
        interp.note_gap(reason, interp.frame, interp.frame.node, builds=builds)
    if builds:
        interp.heap.domain.not_imported(name)
    holds_data = name in _GIVE_DATA or interp.loader.holds_data(name)
    return Unknown(reason, builds=builds, is_data=holds_data)


_OF_PROTOC = ("_pb2", "_pb2_grpc")
"""How the names of modules end that protoc writes: their absence says that it was not run here."""


def _is_absent(interp: Interpreter, name: str) -> bool:
    """Whether a package with completely known names does not contain a module."""
    if name.endswith(_OF_PROTOC):
        return False
    parent, _, child = name.rpartition(".")
    package = interp.modules.get(parent)
    if package is not None:
        return package.lacks(child)
    return bool(parent) and _is_absent(interp, parent)


def _check_package(interp: Interpreter, name: str) -> None:
    """Raise where Python would: the program's module is not a package and has no submodules.

    A package also has no submodule with the name of one of its classes.
    """
    parent, _, child = name.rpartition(".")
    module = interp.modules.get(parent)
    if module is None:
        return
    if child[:1].isupper() and isinstance(module.names.get(child), Class):
        interp.raise_error("ModuleNotFoundError", f"No module named '{name}'")
    if module.source.is_package or module.source.origin is not Origin.USER:
        return
    if "sys.modules" in module.source.text:
        return  # It may create modules below itself, as six does.
    interp.raise_error(
        "ModuleNotFoundError", f"No module named '{name}'; '{parent}' is not a package"
    )


def imported_name(frame: Frame, module: Value, name: str) -> Value:
    """The value that ``from module import name`` binds."""
    interp = frame.interp
    if isinstance(module, Unknown):
        return module.product()
    assert isinstance(module, Module)
    value = module.names.get(name, MISSING)
    if value is not MISSING:
        return value
    if module.source.is_package:
        submodule = load(interp, f"{module.name}.{name}", frame.module.source.path)
        if submodule is not None:
            return submodule
        value = _of_namesake(frame, module, name)
        if value is not MISSING:
            return value
    value = interp.find_attr(module, name)
    if value is MISSING:
        error = interp.error("ImportError", f"cannot import name '{name}' from '{module.name}'")
        is_expected = interp.catcher_of(error.value) is not None
        if _may_be_generated(module, name) and (not is_expected or name.endswith(_OF_PROTOC)):
            return not_found(interp, f"{module.name}.{name}")
        return not_in_module(interp, module, name, error)
    return value


def _of_namesake(frame: Frame, package: Module, name: str) -> Value:
    """What Python 2 takes where a package has a module with its own name, as `config.config`.

    There, `from config import name` inside of the package is an import from that module.
    """
    if frame.module.names.get("__package__") != package.name:
        return MISSING
    own = package.name.rpartition(".")[2]
    module = load(frame.interp, f"{package.name}.{own}", frame.module.source.path)
    return MISSING if module is None else module.names.get(name, MISSING)


def _may_be_generated(module: Module, name: str) -> bool:
    """Whether a name that the program's package lacks may be a generated module.

    Code that protoc, Cython or a setup script writes is rarely published.
    """
    own = module.source.is_package and module.source.origin is Origin.USER
    return own and not name[:1].isupper()


def import_star(frame: Frame, module: Value) -> None:
    """``from module import *``."""
    interp = frame.interp
    interp.heap.touch(frame.names_owner)
    if not isinstance(module, Module):
        builds = isinstance(module, Unknown) and module.builds is True
        frame.module.names["__open__"] = builds or frame.module.names.get("__open__") is True
        return
    exported = module.names.get("__all__")
    if isinstance(exported, (List, tuple)):
        items = exported.items if isinstance(exported, List) else exported
        for name in items:
            if isinstance(name, str):
                value = interp.find_attr(module, name)
                if value is MISSING and module.source.is_package:
                    value = load(interp, f"{module.name}.{name}", module.source.path) or MISSING
                if value is not MISSING:
                    frame.names[name] = value
            else:
                frame.module.names["__open__"] = True
        return
    if exported is not None:
        frame.module.names["__open__"] = True
    for name, value in list(module.names.items()):
        if not name.startswith("_"):
            frame.names[name] = value
    if "__open__" in module.names or "__getattr__" in module.names or not module.complete:
        either = (module.names.get("__open__"), frame.module.names.get("__open__"))
        frame.module.names["__open__"] = True in either
    stars.add(frame.module, module)


def load(interp: Interpreter, name: str, importer: str | None) -> Module | None:
    """Return the module with an absolute name, run if necessary; its packages first."""
    known = interp.modules.get(name)
    if known is not None:
        return known
    path = search_path(interp)
    if (name, path) in interp.missing:
        return None
    parent, _, child = name.rpartition(".")
    package: Module | None = None
    if parent:
        package = load(interp, parent, importer)
        if package is not None:
            known = interp.modules.get(f"{package.name}.{child}")
            if known is not None:
                interp.modules[name] = known
                return known
    host = interp.host_modules.get(name)
    if host is not None:
        module = Module(name, ModuleSource(name, f"<{name}>", ""))
        module.names.update(host())
        module.complete = True
        interp.modules[name] = module
    else:
        source = interp.loader.find(name, importer, path)
        if source is None:
            interp.missing.add((name, path))
            return None
        module_or_none = interp.modules.get(source.name)
        if module_or_none is None:
            interp.observe()
            module_or_none = run_module(interp, source, source.name)
        module = module_or_none
        interp.modules[name] = module
        parent = module.name.rpartition(".")[0]
        package = interp.modules.get(parent) if parent else None
        child = module.name.rpartition(".")[2]
    if package is not None and child not in package.names:
        package.names[child] = module
    return module


def has_module(interp: Interpreter, name: str) -> bool | None:
    """Whether a module exists, without running it; None if it may exist elsewhere.

    The packages around it are run, as ``importlib.util.find_spec`` does.
    """
    parent = name.rpartition(".")[0]
    frame = interp.frame
    importer = None if frame is None else frame.module.source.path
    if parent and load(interp, parent, importer) is None:
        return None
    if name in interp.modules or name in interp.host_modules:
        return True
    found = interp.loader.find(name, importer, search_path(interp))
    if found is not None or interp.loader.left_alone(name) is not None:
        return True
    return False if _is_absent(interp, name) else None


def run_module(interp: Interpreter, source: ModuleSource, name: str) -> Module:
    """Run a module body; if it fails, remove the module again, as Python does."""
    module = new_module(interp, source, name)
    interp.modules[name] = module
    code = compile_module(interp.parsed(source))
    frame = Frame(interp, code, module, None, module.names, interp.frame)
    frame.namespace = module
    # Imports happen once, in whichever branch they are: no fork undoes them.
    with interp.heap.outside_forks():
        interp.enter(frame)
        try:
            assert code.body is not None
            code.body(frame)
        except Raised:
            interp.modules.pop(name, None)
            raise
        finally:
            interp.leave(frame)
    module.complete = True
    return module


def new_module(interp: Interpreter, source: ModuleSource, name: str) -> Module:
    """Return an empty module with the names that Python gives it."""
    module = Module(name, source)
    package = source.name if source.is_package else source.name.rpartition(".")[0]
    module.names.update(
        {"__name__": name, "__file__": source.path, "__package__": package, "__doc__": None}
    )
    if source.is_package:
        module.names["__path__"] = List([source.path.removesuffix("/__init__.py")])
    return module

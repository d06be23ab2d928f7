"""Which imports fail: those of modules that Python knows to be missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from scope_lsp.interpreter.budget import Budget
from scope_lsp.interpreter.builtins.formatting import to_repr
from scope_lsp.interpreter.importing import run_module
from scope_lsp.interpreter.loader import ModuleSource
from scope_lsp.interpreter.machine import Machine
from scope_lsp.interpreter.outside import alone
from scope_lsp.resolve.modules import ModuleLoader
from tests.interpreter.running import Program, shown, started

FILES = {
    "nets.py": "def small(): pass\n",
    "package/inner.py": "x = 1\n",
    "package/__init__.py": "class Thing: pass\n",
    "shim.py": "import sys, types\nsys.modules['shim.moves'] = types.SimpleNamespace(z=3)\n",
}

PROGRAM = """
import importlib

def by_name(path):
    parts = path.split(".")
    for end in range(len(parts), 0, -1):
        try:
            module = importlib.import_module(".".join(parts[:end]))
            return module.__name__, ".".join(parts[end:])
        except ImportError:
            pass

def attempt(path):
    try:
        __import__(path)
        return "found"
    except ImportError as error:
        return str(error)

found = [by_name("nets.small"), by_name("package.inner.x"), attempt("nets.other")]
found += [by_name("package.Thing"), attempt("package.Thing")]
try:
    import nets.tools
except ImportError:
    found.append("no package")
import shim
import shim.moves
found.append("moved")

import sys

import nets

def is_at_top_level(function):
    return function.__name__ in sys.modules[function.__module__].__dict__

found.append([is_at_top_level(nets.small), is_at_top_level(lambda: 0)])
setattr(sys.modules[__name__], "made", 5)
found.append([made, "nets" in sys.modules, sys.modules["nets"] is nets])

import pydoc
from importlib.util import find_spec

def by_class(name, modules):
    found = pydoc.locate(name)
    for module in modules:
        found = found or pydoc.locate(module + "." + name)
    return found if found is None else found.__name__

found.append([by_class(name, ["math", "package", "nets"]) for name in ("Thing", "small", "Absent")])
found.append([by_class("dict", []), by_class("fsum", ["math"]), pydoc.locate("nets") is nets])
found.append([find_spec(name) is None for name in ("package.inner", "json", "nets", "package")])
"""


def test_a_module_that_is_no_package_has_no_submodules(tmp_path: Path) -> None:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    interp = Machine(started(Budget()), alone(ModuleLoader([str(tmp_path)])))
    module = run_module(interp, ModuleSource("__main__", "/main.py", PROGRAM), "__main__")
    ours = shown(to_repr(interp, module.names["found"]))
    real = subprocess.run(
        [sys.executable, "-c", PROGRAM + "\nprint(found)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ours == real.stdout.strip()


def test_modules_of_python_2_are_those_that_took_their_place() -> None:
    program = Program(
        "import cPickle\n"
        "from Queue import Queue\n"
        "try:\n"
        "    import cPickle as pickle\n"
        "    two = True\n"
        "except ImportError:\n"
        "    two = False\n"
        "queue = Queue()\n"
        "queue.put(3)\n"
        "r = [two, queue.get(), cPickle.HIGHEST_PROTOCOL]\n"
    )
    assert program.error is None
    assert program.show("r") == "[False, 3, 5]"

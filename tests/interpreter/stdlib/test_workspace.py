"""How programs use their workspace's folders and ``sys.path``: the same as in Python."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from scope_lsp.interpreter.budget import Budget, BudgetSpent
from scope_lsp.interpreter.builtins.formatting import to_repr
from scope_lsp.interpreter.importing import run_module
from scope_lsp.interpreter.loader import ModuleSource
from scope_lsp.interpreter.machine import Machine
from scope_lsp.interpreter.outside import alone
from scope_lsp.resolve.modules import ModuleLoader
from tests.interpreter.running import shown, started

FILES = {
    "lib/helper.py": "where = 'lib'\n",
    "lib/deep/deeper.py": "x = 'deeper'\n",
    "other/helper.py": "where = 'other'\n",
    "other/site_only.py": "x = 'site'\n",
    "run/_init_paths.py": """
        import os, os.path as osp, sys
        def add_path(path):
            if path not in sys.path:
                sys.path.insert(0, path)
        this_dir = osp.dirname(__file__)
        add_path(osp.join(this_dir, '..', 'lib'))
        """,
    "run/nets/__init__.py": """
        import importlib, os
        REGISTRY = {}
        def register(name):
            def inner(function):
                REGISTRY[name] = function
                return function
            return inner
        for file in sorted(os.listdir(os.path.dirname(__file__))):
            if file.endswith(".py") and not file.startswith("_"):
                importlib.import_module("." + file[:-3], package=__name__)
        """,
    "run/nets/small.py": "from nets import register\n@register('small')\ndef f(): return 1\n",
    "run/nets/large.py": "from . import register\n@register('large')\ndef f(): return 2\n",
    "run/stars/__init__.py": """
        from os.path import dirname, basename, isfile, join
        import glob
        modules = glob.glob(join(dirname(__file__), "*.py"))
        __all__ = [basename(f)[:-3] for f in sorted(modules)
                   if isfile(f) and not f.endswith('__init__.py')]
        """,
    "run/stars/one.py": "x = 1\n",
    "run/stars/two.py": "x = 2\n",
    "run/walked/__init__.py": "",
    "run/walked/a.py": "x = 'a'\n",
    "run/walked/sub/__init__.py": "",
    "run/walked/sub/b.py": "x = 'b'\n",
    "run/walked/not_a_package/c.py": "x = 'c'\n",
    "run/plugin.py": "name = __name__\nfile = __file__\n",
    "run/config.json": '{"size": 3}',
    "run/started/__main__.py": "import sys\nseen = __name__, len(sys.argv), sys.argv[1:]\n",
}

IMPORTS = {
    "append": """
        import os, sys
        sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))
        import helper
        found = helper.where
        """,
    "in another module": """
        import _init_paths
        import helper
        found = helper.where
        """,
    "insert, the last goes first": """
        import os, sys
        here = os.path.dirname(os.path.realpath(__file__))
        sys.path.insert(0, os.path.join(here, "../lib"))
        sys.path.insert(0, os.path.join(here, "../other"))
        import helper
        found = helper.where
        """,
    "extend, +=, assignment and removal": """
        import os, sys
        top = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        before = list(sys.path)
        sys.path.extend([os.path.join(top, "lib")])
        sys.path += [os.path.join(top, "other")]
        sys.path.remove(os.path.join(top, "lib"))
        import helper
        found = [helper.where]
        del sys.modules["helper"]
        sys.path = before + [os.path.join(top, "lib", "deep")]
        import deeper
        found.append(deeper.x)
        """,
    "runpy": """
        import os, runpy, sys
        sys.argv = ["first", "--option"]
        here = os.path.dirname(os.path.abspath(__file__))
        names = runpy.run_path(os.path.join(here, "plugin.py"), run_name="__main__")
        found = [names["name"], os.path.basename(names["file"]), sys.argv]
        found.append(runpy.run_path(os.path.join(here, "started"))["seen"])
        found.append(runpy.run_path(os.path.join(here, "plugin.py"))["name"])
        found.append(runpy.run_module("plugin")["name"])
        """,
    "only when it is missing": """
        import os, sys
        try:
            import helper
        except ImportError:
            sys.path.append(os.path.abspath(os.path.join(os.path.dirname(__file__), "../lib")))
            import helper
        found = helper.where
        """,
    "the working directory": """
        import os, sys
        os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
        sys.path.append(os.getcwd() + "/lib")
        sys.path.append("./lib/deep")
        import helper, deeper
        found = helper.where, deeper.x, os.path.relpath(helper.__file__)
        """,
    "pathlib and site": """
        import site, sys
        from pathlib import Path
        top = Path(__file__).resolve().parents[1]
        sys.path.append(str(top / "lib"))
        site.addsitedir(str(top / "other"))
        import helper, site_only
        found = helper.where, site_only.x
        """,
    "inspect": """
        import inspect, os, sys
        folder = os.path.split(inspect.getfile(inspect.currentframe()))[0]
        sys.path.insert(0, os.path.realpath(os.path.abspath(os.path.join(folder, "../lib"))))
        import helper
        found = helper.where
        """,
    "not before": """
        import os, sys
        def attempt():
            try:
                import helper
                return helper.where
            except ImportError:
                return "no"
        os.environ.pop("X", None)
        sys.path.append(os.path.join(os.path.dirname(__file__), "..", "lib"))
        found = attempt()
        """,
}

FOLDERS = {
    "a registry that imports its folder": """
        import nets
        found = sorted(nets.REGISTRY), [nets.REGISTRY[name]() for name in sorted(nets.REGISTRY)]
        """,
    "a computed __all__": """
        from stars import *
        found = one.x, two.x
        """,
    "iter_modules": """
        import importlib, pkgutil, walked
        found = [(m.name, m.ispkg) for m in pkgutil.iter_modules(walked.__path__)]
        found += [importlib.import_module("walked." + n).__name__
                  for _, n, _ in pkgutil.iter_modules(walked.__path__)]
        """,
    "walk_packages": """
        import pkgutil, walked
        found = [name for _, name, _ in pkgutil.walk_packages(walked.__path__, "walked.")]
        """,
    "os.walk": """
        import os
        top = os.path.join(os.path.dirname(os.path.abspath(__file__)), "walked")
        found = sorted((os.path.relpath(folder, top), sorted(folders), sorted(files))
                       for folder, folders, files in os.walk(top) if "__pycache__" not in folder)
        found = [(a, [x for x in b if x != "__pycache__"], c) for a, b, c in found]
        """,
    "glob": """
        import glob, os
        top = os.path.dirname(os.path.abspath(__file__))
        found = [os.path.relpath(p, top) for p in sorted(
            glob.glob(top + "/*/[a-o]*.py") + glob.glob(os.path.join(top, "wa*/**/*.py"),
            recursive=True) + glob.glob(top + "/config.json"))]
        """,
    "pathlib": """
        from pathlib import Path
        top = Path(__file__).parent
        found = sorted(p.name for p in (top / "stars").glob("*.py"))
        found += sorted(p.stem for p in (top / "nets").iterdir() if p.suffix == ".py")
        found += sorted(str(p.relative_to(top)) for p in (top / "walked").rglob("*.py"))
        found += [(top / "nets").is_dir(), (top / "plugin.py").is_file(), top.exists()]
        """,
    "what is there": """
        import os
        top = os.path.dirname(os.path.abspath(__file__))
        found = [(os.path.exists(p), os.path.isfile(p), os.path.isdir(p))
                 for p in (top, top + "/plugin.py", top + "/nets/", top + "/nets/../plugin.py")]
        found.append("there" if os.path.exists(top + "/none.py") else "missing")
        if os.path.isfile(os.path.join(top, "local_settings.py")):
            found.append("local")
        """,
    "scandir": """
        import os
        with os.scandir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "stars")) as all:
            found = sorted(e.name for e in all if e.is_file() and e.name.endswith(".py"))
        """,
    "a module from its file": """
        import importlib.util, os
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "plugin.py")
        spec = importlib.util.spec_from_file_location("chosen", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found = module.name, module.file == path
        """,
    "a module that a loader is told by keywords": """
        import os
        from importlib.machinery import SourceFileLoader
        path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "plugin.py")
        module = SourceFileLoader(fullname="chosen", path=path).load_module()
        found = module.name, module.file == path
        """,
    "its own file": """
        import os, plugin
        same = os.path.dirname(plugin.file) == os.path.dirname(__file__)
        found = os.path.basename(__file__), same
        """,
    "a configuration beside the program": """
        import json, os
        os.chdir(os.path.dirname(os.path.abspath(__file__)))
        found = json.load(open("config.json"))["size"]
        """,
}

ENVIRONMENT = {
    "defaults": """
        import os
        os.environ["SET_HERE"] = "1"
        os.environ.update(SET_TOO="2")
        found = [os.environ.get("NOBODY_SETS_IT", "x"), os.getenv("NOBODY_SETS_IT"),
                 "NOBODY_SETS_IT" in os.environ, os.environ["SET_HERE"], os.getenv("SET_TOO"),
                 "SET_HERE" in os.environ, os.environ.pop("SET_HERE"), "SET_HERE" in os.environ]
        """,
    "a handler": """
        import os
        try:
            found = os.environ["NOBODY_SETS_IT"]
        except KeyError:
            found = "default"
        """,
    "the home folder": """
        import json, os
        found = "default"
        path = os.path.expanduser(os.path.join("~", ".no_such_library", "no.json"))
        if os.path.exists(path):
            found = json.load(open(path)).get("backend", "")
        if not os.path.isfile(os.environ["HOME"] + "/no_such_file"):
            found += "!"
        """,
    "the home folder, by pathlib": """
        from pathlib import Path
        home = Path.home()
        path = home / ".no_such_library" / "no.json"
        found = "mine" if path.exists() else "default"
        found += str(path.relative_to(home)) + path.parent.name
        if Path("~/.no_such_library").expanduser().is_dir():
            found = "mine"
        """,
    "outside of the workspace": """
        import os
        found = "mine" if os.path.exists("/no/such/folder/settings.json") else "default"
        """,
}


def write(root: Path) -> Path:
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text))
    return root / "run"


def ours(folder: Path, text: str, budget: Budget | None = None) -> str:
    path = str(folder / "main.py")
    interp = Machine(started(budget or Budget()), alone(ModuleLoader([str(folder)])))
    module = run_module(interp, ModuleSource("__main__", path, dedent(text)), "__main__")
    return shown(to_repr(interp, module.names["found"]))


def real(folder: Path, text: str) -> str:
    main = folder / "main.py"
    main.write_text(dedent(text) + "\nprint(repr(found))\n")
    command = [sys.executable, "-B", str(main)]
    return subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=60
    ).stdout.strip()


@pytest.mark.parametrize("name", [*IMPORTS, *FOLDERS, *ENVIRONMENT])
def test_as_python_does(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path)
    text = {**IMPORTS, **FOLDERS, **ENVIRONMENT}[name]
    assert ours(folder, text) == real(folder, text)


UNKNOWN = {
    "what may be there when the program is run": """
        import os
        found = os.path.exists("checkpoints")
        """,
    "a program that would end without it": """
        import os
        found = "start"
        if not os.path.exists("/data/mine/train.json"):
            raise SystemExit
        found = os.path.exists("/data/mine/train.json")
        """,
    "the files of a folder of data": """
        import os
        found = os.listdir(os.path.join(os.path.dirname(__file__), "data"))
        """,
    "a pattern that finds nothing yet": """
        import glob, os
        found = glob.glob(os.path.join(os.path.dirname(__file__), "*.tfrecord"))
        """,
    "a folder outside of the workspace": """
        import os
        found = os.listdir(os.path.join(os.path.dirname(__file__), "..", "outside"))
        """,
    "a link that leads out of the workspace": """
        import os
        found = os.listdir(os.path.join(os.path.dirname(__file__), "link"))
        """,
    "a folder of the machine": """
        import os
        found = os.path.isdir("/usr/local/cuda")
        """,
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_cannot_be_known_stays_unknown(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path)
    (folder / "data").mkdir()
    (folder / "data" / "one.jpg").write_text("")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.py").write_text("")
    (folder / "link").symlink_to(tmp_path / "outside")
    assert ours(folder, UNKNOWN[name]) == "{found}"


def test_folders_are_counted_by_the_budget(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "loop").symlink_to(folder)
    text = "import os\nfound = []\nwhile not found:\n    os.listdir(os.path.dirname(__file__))\n"
    with pytest.raises(BudgetSpent):
        ours(folder, text, Budget(steps=20_000))
    text = "import os\nfound = len([f for f, _, _ in os.walk(os.path.dirname(__file__))]) < 20\n"
    assert ours(folder, text) == "True"


def test_an_error_handler_further_out_may_stand_for_another_error(tmp_path: Path) -> None:
    text = """
        import os
        def main():
            return os.environ["NOBODY_SETS_IT"]
        try:
            found = main()
        except Exception:
            found = "failed"
        """
    assert ours(tmp_path, text) == "{found}"

"""A malicious folder is only read, never executed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from scope_lsp.resolve.environment import find_environment

NAMES = [
    "scope_lsp",
    "jedi",
    "parso",
    "platformdirs",
    "os",
    "re",
    "gi",
    "zlib",
    "encodings",
    "typing",
]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A workspace full of traps; whatever springs one leaves ``marker`` beside it."""
    folder = tmp_path / "workspace"
    marker = tmp_path / "marker"
    python = f"open({str(marker)!r}, 'a').write(__name__)\n"
    shell = f"#!/bin/sh\necho sprung >> {marker}\n"
    files = {name + ".py": python for name in NAMES}
    files |= {
        ".jedi/project.json": f'[1, {{"environment_path": "{folder}/bin/python", '
        f'"path": "{folder}", "sys_path": ["{folder}"], "load_unsafe_extensions": true}}]',
        "venv/pyvenv.cfg": f"home = {folder}/bin\n",
        "venv/lib/python3.99/site-packages/evil.pth": f"import os; {python}",
        "venv/lib/python3.99/site-packages/path.pth": "../../../../more\n",
        "venv/lib/python3.99/site-packages/sitecustomize.py": python,
        "venv/lib/python3.99/site-packages/third.py": "third = 1\n",
        "more/editable.py": "editable = 1\n",
        "sitecustomize.py": python,
        "usercustomize.py": python,
        "conftest.py": python,
        "setup.py": python,
        "manage.py": python,
        "buildout.cfg": "[buildout]\n",
        "native.so": "not an extension",
        "native.cpython-311-x86_64-linux-gnu.so": "not an extension",
        "gi/__init__.py": python,
        "helper/thing.py": "def thing(): pass\n",
        "main.py": "import sys, native, gi, os, missing\nsys.path.append('helper')\n"
        "import thing\nthing.thing()\nnative.x\nclass A: pass\n"
        "def run(a, b, c, d, e):\n    a.x, b.x, c.x, d.x, e.x\n"
        "run(A(), native.x, gi.repository.x, os.x, missing.x)\n",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for name in ("bin/python", "venv/bin/python", "venv/bin/python3", "venv/bin/activate"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shell)
        path.chmod(0o755)
    return folder


def test_nothing_in_a_hostile_folder_is_run(hostile: Path) -> None:
    code = dedent(
        f"""
        import sys
        events = []
        sys.addaudithook(lambda event, args: events.append((event, args)) if event in (
            "subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.fork") else None)
        from scope_lsp.resolve.modules import ModuleLoader
        from scope_lsp.resolve.parameter_classes import ParameterClasses
        folder = {str(hostile)!r}
        main = folder + "/main.py"
        found = ModuleLoader([folder])
        assert found.find("native", main) is None
        assert found.find("third", main).text == "third = 1\\n"
        assert found.find("editable", main).path == folder + "/more/editable.py"
        assert found.find("thing", main) is None
        assert found.find("thing", main, [folder + "/helper"]).path == folder + "/helper/thing.py"
        for name in {NAMES!r} + ["sitecustomize", "conftest", "missing", "gi.repository"]:
            found.find(name, main)
        found = ParameterClasses([folder]).of_function(main, "run", ["a", "b", "c", "d", "e"])
        assert list(found) == ["a"]
        assert "jedi" in sys.modules
        for name, module in list(sys.modules.items()):
            path = getattr(module, "__file__", None) or ""
            assert not path.startswith(folder), name
        assert not any(path.startswith(folder) for path in sys.path)
        assert not events, events
        """
    )
    environment = {**os.environ, "PYTHONSAFEPATH": "1", "VIRTUAL_ENV": str(hostile / "venv")}
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    environment["XDG_CACHE_HOME"] = str(hostile.parent / "cache")
    subprocess.run(
        [sys.executable, "-c", code], check=True, env=environment, cwd=hostile.parent, timeout=120
    )
    assert not (hostile.parent / "marker").exists()


def test_the_traps_would_spring(hostile: Path) -> None:
    subprocess.run([str(hostile / "venv/bin/python")], check=True)
    assert (hostile.parent / "marker").exists()


def test_environments_are_read_not_run(hostile: Path) -> None:
    environment = find_environment("", [str(hostile)], {})
    found = environment.folders
    site = hostile / "venv" / "lib" / "python3.99" / "site-packages"
    assert found[0] == str(site)
    assert str(hostile / "more") in found
    assert not (hostile.parent / "marker").exists()

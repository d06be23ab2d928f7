"""jedi infers what parameters may hold, from saved files, and imports nothing to do so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from scope_lsp.resolve import parameter_classes
from scope_lsp.resolve.parameter_classes import Definition, ParameterClasses, forget


def write(folder: Path, files: dict[str, str]) -> None:
    """Make files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def asked(folder: Path, file: str, function: str, *wanted: str) -> dict[str, list[Definition]]:
    """The answer about parameters of a function, each sorted as it came."""
    found = ParameterClasses([str(folder)]).of_function(str(folder / file), function, wanted)
    return {name: list(kinds) for name, kinds in found.items()}


def test_methods_classes_and_instances(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.py": "class Outer:\n    class Inner:\n        pass\n\n"
            "    def run(self, made, kind, other):\n"
            "        made.x, kind(), other.lower()\n\n\n"
            "def go():\n    Outer().run(Outer.Inner(), Outer, 'text')\n"
        },
    )
    path = str(tmp_path / "a.py")
    assert asked(tmp_path, "a.py", "Outer.run", "made", "kind", "other") == {
        "made": [Definition(path, "Outer.Inner", True)],
        "kind": [Definition(path, "Outer", False)],
    }


def test_only_parameters_that_are_wanted_and_telling_are_looked_up(tmp_path: Path) -> None:
    text = "class A: pass\ndef f(a: A, b: A, c: A):\n    return a.x, b.shape, c\n"
    write(tmp_path, {"a.py": text})
    assert list(asked(tmp_path, "a.py", "f", "a", "b", "c")) == ["a"]
    assert asked(tmp_path, "a.py", "f", "b") == {}


def test_columns_count_code_points(tmp_path: Path) -> None:
    text = "class A: pass\ndef f(a: A):\n    'ééé', a.x\n"
    (tmp_path / "a.py").write_text(text, encoding="utf-8")
    assert [one.name for one in asked(tmp_path, "a.py", "f", "a")["a"]] == ["A"]


def test_broken_missing_and_foreign_files_have_no_answer(tmp_path: Path) -> None:
    write(tmp_path, {"broken.py": "def f(a:\n", "sub/fine.py": "def f(a):\n    a.x\n"})
    assert asked(tmp_path, "broken.py", "f", "a") == {}
    assert asked(tmp_path, "missing.py", "f", "a") == {}
    assert asked(tmp_path / "sub", "../broken.py", "f", "a") == {}
    assert ParameterClasses([]).of_function("untitled:1", "f", ["a"]) == {}


def test_a_saved_change_is_seen_and_one_elsewhere_after_forgetting(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "build.py": "def build(config):\n    config.x\n",
            "kinds.py": "class A: pass\nclass B: pass\n",
            "calls.py": "import build, kinds\nbuild.build(kinds.A())\n",
        },
    )
    assert [one.name for one in asked(tmp_path, "build.py", "build", "config")["config"]] == ["A"]
    write(tmp_path, {"calls.py": "import build, kinds\n\nbuild.build(kinds.B())\n"})
    forget()
    assert [one.name for one in asked(tmp_path, "build.py", "build", "config")["config"]] == ["B"]


def test_no_module_is_imported_for_an_answer(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.py": "import __hello__, __phello__.spam, this, antigravity, turtle\n"
            "class A(turtle.Turtle): pass\n"
            "def f(a: A, b: __hello__.main, c: this.d, e: turtle.Turtle):\n"
            "    a.x, b.x, c.x, e.x\n"
            "f(A(), __hello__.x, this.c, turtle.Turtle())\n"
        },
    )
    code = (
        "import sys; from scope_lsp.resolve.parameter_classes import ParameterClasses\n"
        f"found = ParameterClasses([{str(tmp_path)!r}])\n"
        f"print(list(found.of_function({str(tmp_path / 'a.py')!r}, 'f', 'abce')))\n"
        "assert 'jedi' in sys.modules\n"
        "for name in ('__hello__', '__phello__', 'this', 'antigravity', 'turtle'):\n"
        "    assert name not in sys.modules, name\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120
    )
    assert (done.returncode, done.stdout) == (0, "['a']\n"), done.stderr


def test_a_part_of_a_file_in_its_cache_does_no_harm(tmp_path: Path) -> None:
    """A process that is ended while it writes leaves one."""
    write(tmp_path, {"a.py": "class A: pass\ndef f(a: A):\n    return a.x\n"})
    code = (
        "import sys; from scope_lsp.resolve.parameter_classes import ParameterClasses; "
        f"asked = ParameterClasses([{str(tmp_path)!r}]); "
        f"print(len(asked.of_function({str(tmp_path / 'a.py')!r}, 'f', ['a'])))"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            env=environment,
            check=True,
        )
        assert done.stdout == "1\n"
        files = list((tmp_path / "cache").rglob("*.pkl"))
        assert files
        for file in files:
            file.write_bytes(file.read_bytes()[:100])


def test_the_cache_of_parsed_files_is_never_in_the_working_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It holds pickles, and the working folder may be anyone's."""
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda *_, **__: "scope-lsp")
    before = parameter_classes._jedi().settings.cache_directory
    parameter_classes._jedi.cache_clear()
    jedi = parameter_classes._jedi()
    assert os.path.isabs(jedi.settings.cache_directory)
    jedi.settings.cache_directory = before

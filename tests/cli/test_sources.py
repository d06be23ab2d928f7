"""Which files a command looks at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scope_lsp.cli.sources import collect, entry_scripts, python_files

GUARD = 'if __name__ == "__main__":\n    main()\n'


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def below(folder: Path, paths: list[str]) -> list[str]:
    return [os.path.relpath(path, folder).replace(os.sep, "/") for path in paths]


def test_a_folder_is_searched_in_a_settled_order(tmp_path: Path) -> None:
    write(tmp_path, b="", a="", pkg__z="", pkg__y="")
    (tmp_path / "notes.txt").write_text("")
    assert below(tmp_path, list(python_files(str(tmp_path)))) == [
        "a.py",
        "b.py",
        "pkg/y.py",
        "pkg/z.py",
    ]


def test_copies_and_environments_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, a="", build__b="", my_env__lib__c="")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "d.py").write_text("")
    (tmp_path / "my_env" / "pyvenv.cfg").write_text("")
    assert below(tmp_path, list(python_files(str(tmp_path)))) == ["a.py"]


@pytest.mark.parametrize(
    ("glob", "left"),
    [
        ("pkg", ["a.py", "test_a.py"]),
        ("test_*.py", ["a.py", "pkg/sub/c.py"]),
        ("pkg/sub", ["a.py", "test_a.py"]),
        ("**/c.py", ["a.py", "test_a.py"]),
        ("pkg/*.py", ["a.py", "test_a.py", "pkg/sub/c.py"]),
        ("pkg/**", ["a.py", "test_a.py"]),
        ("[a-b].py", ["test_a.py", "pkg/sub/c.py"]),
        ("[!t]*.py", ["test_a.py"]),
    ],
)
def test_exclude(tmp_path: Path, glob: str, left: list[str]) -> None:
    write(tmp_path, a="", test_a="", pkg__sub__c="")
    assert below(tmp_path, list(python_files(str(tmp_path), [glob]))) == left


@pytest.mark.parametrize(
    "guard",
    [
        GUARD,
        "if __name__=='__main__': main()",
        "if (__name__ == '__main__'):\n  main()",
        "if '__main__' == __name__:\n  main()",
    ],
)
def test_entry_scripts_have_a_guard(tmp_path: Path, guard: str) -> None:
    write(tmp_path, model="import x\n", train=f"import model\n{guard}", sub__eval=GUARD)
    files = list(python_files(str(tmp_path)))
    assert below(tmp_path, entry_scripts(str(tmp_path), files, ())) == ["train.py", "sub/eval.py"]


def test_without_guards_the_scripts_at_the_top_are_run(tmp_path: Path) -> None:
    write(tmp_path, a="", b="", sub__c="")
    files = list(python_files(str(tmp_path)))
    assert below(tmp_path, entry_scripts(str(tmp_path), files, ())) == ["a.py", "b.py"]


def test_the_settings_may_say_which_scripts_are_run(tmp_path: Path) -> None:
    write(tmp_path, a=GUARD, jobs__b="", jobs__deep__c="")
    files = list(python_files(str(tmp_path)))
    globs = [os.path.join(str(tmp_path), "jobs/*.py")]
    assert below(tmp_path, entry_scripts(str(tmp_path), files, globs)) == ["jobs/b.py"]


def test_arguments_are_taken_once_and_bad_ones_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, a="", sub__b="")
    (tmp_path / "empty").mkdir()
    found = collect(["a.py", "missing.py", ".", "empty"], [], None)
    assert below(tmp_path, found.files) == ["a.py", "sub/b.py"]
    assert found.problems == ["missing.py: No such file or directory"]
    assert capsys.readouterr().err.splitlines() == [
        "scope-lsp: missing.py: No such file or directory",
        "scope-lsp: empty: no Python files found",
    ]


def test_a_file_that_is_named_is_taken_whatever_exclude_says(tmp_path: Path) -> None:
    write(tmp_path, a="")
    assert below(tmp_path, collect([str(tmp_path / "a.py")], ["a.py"], None).files) == ["a.py"]

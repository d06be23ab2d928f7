"""Which programs of a workspace lead to a file that they import."""

from __future__ import annotations

from pathlib import Path

from scope_lsp import globs
from scope_lsp.resolve.importers import ImportIndex

GUARD = "import model\nif __name__ == '__main__':\n    model.build()\n"
FILES = {
    "model.py": "def build(): ...\n",
    "train.py": GUARD,
    "evaluate.py": GUARD,
    "helpers.py": "import model\n",
    "other.py": "import helpers\n",
    "test_model.py": GUARD,
}


def _programs(folder: Path, *patterns: str) -> list[str]:
    for name, text in FILES.items():
        (folder / name).write_text(text)
    index = ImportIndex([str(folder)])
    index.update({})
    wanted = [globs.anchored(pattern, str(folder)) for pattern in patterns]
    found = index.programs(str(folder / "model.py"), entry_points=wanted)
    return [Path(path).name for path in found]


def test_scripts_come_before_modules_and_tests_are_left_out(tmp_path: Path) -> None:
    assert _programs(tmp_path) == ["evaluate.py", "train.py", "other.py"]


def test_the_setting_says_which_programs(tmp_path: Path) -> None:
    assert _programs(tmp_path, "train.py") == ["train.py"]
    assert _programs(tmp_path, "helpers.py", "test_*.py") == ["test_model.py", "helpers.py"]


def test_a_setting_that_matches_nothing_here_does_not_hide_the_programs(tmp_path: Path) -> None:
    assert _programs(tmp_path, "elsewhere/*.py") == ["evaluate.py", "train.py", "other.py"]

"""The report on a change lists what was gained, lost and changed."""

from __future__ import annotations

from pathlib import Path

from tests.robustness import changes

OLD = {"a:0": ((3,), "float32", "definite"), "b:0": (None, "float32", "definite")}
NEW = {"b:0": ((4,), "float32", "definite"), "c:0": ((), "int32", "possible")}


def test_what_is_gained_lost_and_changed() -> None:
    lines = changes.report("base/train.py", OLD, NEW)
    assert lines[0] == "- `base/train.py`: 1 gained, 1 lost, 1 changed"
    assert [line.split("`")[0].strip() for line in lines[1:]] == ["- gained", "- lost", "- changed"]


def test_the_same_is_not_reported() -> None:
    assert changes.report("base/train.py", OLD, OLD) == []
    assert changes.report("base/train.py", "no answer", "no answer") == []
    assert changes.report("base/train.py", OLD, "no answer") != []


def test_a_folder_is_listed_and_compared(tmp_path: Path) -> None:
    program = "import tensorflow as tf\nif __name__ == '__main__':\n    tf.get_variable('w', [3])\n"
    (tmp_path / "train.py").write_text(program)
    assert changes.listing(changes.ROOT, tmp_path / "train.py") == {
        "w:0": ([3], "float32", "definite")
    }
    report = changes.compare(changes.ROOT, changes.ROOT, [tmp_path], 5, 1)
    assert report == "1 scripts of 1 code bases: 0 are listed otherwise.\n"

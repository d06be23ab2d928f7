"""Programs compared with the checkpoints that they restore, and that the settings name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.checkpoints.tables import write_index
from tests.cli.test_program import scope_lsp

HEAD = "import tensorflow as tf\nx = tf.placeholder(tf.float32, [None, 3])\n"
NET = HEAD + "with tf.variable_scope('model'):\n    h = tf.layers.dense(x, 4, name='hidden')\n"
SHAPES = {"net/hidden/kernel": [3, 4], "net/hidden/bias": [4], "steps": []}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_index(tmp_path / "model.ckpt", SHAPES)
    return tmp_path


def found(folder: Path, program: str) -> list[str]:
    """What ``check`` finds of checkpoints: line and message."""
    (folder / "t.py").write_text(program)
    done = scope_lsp("check", "t.py", "--format", "json", cwd=folder)
    return [
        f"{one['line']}: {one['message']}"
        for one in json.loads(done.stdout)["diagnostics"]
        if one["code"] == "checkpoint-mismatch"
    ]


RESTORE = "tf.train.Saver({}).restore(tf.Session(), '{}')\n"


def test_a_restore_that_lacks_keys_says_what_was_renamed(folder: Path) -> None:
    assert found(folder, NET + RESTORE.format("", "model.ckpt")) == [
        "5: Keys model/hidden/kernel, model/hidden/bias not found in checkpoint model.ckpt. "
        "Probably: scope net renamed model (2 variables)."
    ]


def test_a_restore_that_fits_says_nothing(folder: Path) -> None:
    program = NET.replace("model", "net")
    assert found(folder, program + RESTORE.format("", "model.ckpt")) == []
    assert found(folder, program + RESTORE.format("", "./model.ckpt")) == []
    named = "{v.op.name.replace('model', 'net'): v for v in tf.global_variables()}"
    assert found(folder, NET + RESTORE.format(named, "model.ckpt")) == []


def test_another_shape(folder: Path) -> None:
    program = NET.replace("model", "net").replace("4", "5")
    assert found(folder, program + RESTORE.format("", "model.ckpt")) == [
        "5: net/hidden/kernel has shape [3, 5], but [3, 4] in checkpoint model.ckpt. "
        "net/hidden/bias has shape [5], but [4] in checkpoint model.ckpt."
    ]


@pytest.mark.parametrize(
    "call",
    [
        RESTORE.format("", "gone.ckpt"),
        RESTORE.format("", "{}'.format(x) + '"),
        "import sys\n" + RESTORE.format("", "' + sys.argv[1] + '"),
        "from somewhere import f\nf()\n" + RESTORE.format("", "model.ckpt"),
        RESTORE.format("unknown_name", "model.ckpt"),
    ],
)
def test_what_is_not_known_says_nothing(folder: Path, call: str) -> None:
    assert found(folder, NET + call) == []


def test_maps_and_single_variables(folder: Path) -> None:
    calls = (
        "tf.train.load_variable('model.ckpt', 'net/hidden/weights')\n"
        "tf.train.load_variable('model.ckpt', 'net/hidden/bias')\n"
        "tf.train.init_from_checkpoint('model.ckpt', {'net/': 'model/'})\n"
        "tf.train.init_from_checkpoint('model.ckpt', {'net/hidden/b': 'model/hidden/bias'})\n"
    )
    assert found(folder, NET + calls) == [
        "5: Key net/hidden/weights not found in checkpoint model.ckpt.",
        "8: Key net/hidden/b not found in checkpoint model.ckpt.",
    ]


def test_the_setting_marks_the_calls_that_make_the_variables(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.scope-lsp.checkpoints]\n"t.py" = "model.ckpt"\n')
    assert found(folder, NET + "tf.get_variable('extra', [2])\n") == [
        "4: Keys model/hidden/kernel, model/hidden/bias not found in checkpoint model.ckpt. "
        "Probably: scope net renamed model (2 variables).",
        "5: Key extra not found in checkpoint model.ckpt.",
    ]
    assert found(folder, NET.replace("model", "net")) == []
    assert found(folder, NET.replace("model", "net").replace("4", "5")) == [
        "4: net/hidden/kernel has shape [3, 5], but [3, 4] in checkpoint model.ckpt. "
        "net/hidden/bias has shape [5], but [4] in checkpoint model.ckpt."
    ]

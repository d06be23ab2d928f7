"""The page of coverage is correct."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scope_lsp.resolve.stub_path import OWN_STUBS
from tests.stubs.coverage import MISSING, MODELLED, NAMED, RECORDED, callables

ALL = {row.path: row for rows in callables().values() for row in rows}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("tf.layers.dense", RECORDED),
        ("tf.contrib.slim.fully_connected", RECORDED),
        ("tf.nn.rnn_cell.LSTMCell", RECORDED),
        ("tf.errors.AbortedError", MODELLED),
        ("tf.roll", RECORDED),
        ("tf.dequantize", NAMED),
        ("tf.profiler.Profiler", MISSING),
    ],
)
def test_a_status_is_what_users_meet(path: str, status: str) -> None:
    assert ALL[path].status == status


COLUMNS = ("column", "target", "safe_embedding_lookup", "adaptive_clipping", "global_step")
"""Of tf.contrib.layers what is no layer."""


@pytest.mark.parametrize(
    "namespace",
    [
        "tf.layers",
        "tf.nn.rnn_cell",
        "tf.contrib.rnn",
        "tf.contrib.layers",
        "tf.contrib.slim",
        "tf.contrib.opt",
        "tf.keras.layers",
        "tf.keras.experimental",
    ],
)
def test_layers_cells_and_optimizers_are_modelled_and_recorded(namespace: str) -> None:
    makers = [row for row in callables()[namespace] if row.makes]
    assert len(makers) > 2
    left = [row.path for row in makers if row.status != RECORDED]
    assert [path for path in left if not any(word in path for word in COLUMNS)] == []


def test_optimizers_of_train_are_modelled_and_recorded() -> None:
    optimizers = [row for path, row in ALL.items() if path.startswith("tf.train.") and row.makes]
    named = [row for row in optimizers if row.path.endswith("Optimizer")]
    assert len(named) > 8
    assert [row.path for row in named if row.status != RECORDED] == []


def test_what_may_make_variables_is_what_asks_for_some() -> None:
    """As the inventory has it: of TensorFlow's own source."""
    inventory = json.loads(Path(__file__).with_name("inventory.json").read_text(encoding="utf-8"))
    asks = {
        f"{namespace}.{name}".removeprefix("tf.")
        for namespace, rows in inventory.items()
        for name, (_, _, makes) in rows.items()
        if makes
    }
    listed = (Path(OWN_STUBS) / "tensorflow" / "_variable_makers.py").read_text(encoding="utf-8")
    assert set(listed.partition('"""\n\nMAKERS')[2].split('"""')[1].split()) == asks

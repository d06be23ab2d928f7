"""The page of coverage says what is so."""

from __future__ import annotations

import pytest

from tests.stubs.coverage import MISSING, MODELLED, NAMED, RECORDED, callables

ALL = {row.path: row for rows in callables().values() for row in rows}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("tf.layers.dense", RECORDED),
        ("tf.contrib.slim.fully_connected", RECORDED),
        ("tf.nn.rnn_cell.LSTMCell", RECORDED),
        ("tf.errors.AbortedError", MODELLED),
        ("tf.lbeta", NAMED),
        ("tf.profiler.Profiler", MISSING),
    ],
)
def test_a_status_is_what_users_meet(path: str, status: str) -> None:
    assert ALL[path].status == status

"""The names that TensorFlow 1.15.5 saves for cudnn layers: its saveables, read without a GPU."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from scope_lsp.comparison.compare import Comparison, compare
from scope_lsp.comparison.side import Item, Side

LSTM = [
    f"enc/cudnn_lstm/rnn/multi_rnn_cell/cell_{number}/cudnn_compatible_lstm_cell/{part}"
    for part in ("kernel", "bias")
    for number in range(2)
]
GRU = [
    f"enc/cudnn_lstm/stack_bidirectional_rnn/cell_0/bidirectional_rnn/{way}/"
    f"cudnn_compatible_gru_cell/{part}"
    for last in ("kernel", "bias")
    for way in ("fw", "bw")
    for part in (
        f"gates/{last}",
        f"candidate/input_projection/{last}",
        f"candidate/hidden_projection/{last}",
    )
]
TANH = [
    f"enc/cudnn_lstm/rnn/multi_rnn_cell/cell_0/basic_rnn_cell/{part}" for part in ("kernel", "bias")
]
OPAQUE = ["enc/cudnn_lstm/opaque_kernel"]


def compared(old: Iterable[str], new: Iterable[str]) -> Comparison:
    olds, news = (tuple(Item(name) for name in (*names, "w")) for names in (old, new))
    return compare(Side("a", "checkpoint", olds), Side("b", "program", news))


@pytest.mark.parametrize("parts", [LSTM, GRU, TANH])
def test_a_program_and_what_a_saver_writes_for_it(parts: list[str]) -> None:
    found = compared(OPAQUE + parts, OPAQUE)
    assert not found.differs
    assert [one.name for one, _ in found.same] == [*OPAQUE, "w"]


@pytest.mark.parametrize("parts", [LSTM, GRU, TANH])
def test_the_cells_for_other_machines(parts: list[str]) -> None:
    found = compared(OPAQUE + parts, parts)
    assert not found.differs
    assert len(found.same) == len(parts) + 1


def test_only_the_parts_were_saved() -> None:
    assert not compared(LSTM, OPAQUE).differs


def test_another_layer_is_missing() -> None:
    found = compared(OPAQUE + LSTM, ["dec/cudnn_lstm/opaque_kernel"])
    assert found.differs


def test_a_part_that_is_missing_from_one_of_two_programs_with_cells() -> None:
    found = compared(LSTM, LSTM[1:])
    assert [one.name for one in found.only_old] == LSTM[:1]

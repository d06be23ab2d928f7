"""The outline: scopes and variables as a tree, with what makes them around."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from scope_lsp.features.document_symbol import document_symbol, flat
from tests.support.fixture import analysed, parse

PROGRAM = parse(
    """
    import tensorflow as tf


    def helper():
        return 3


    class Model:
        def build(self, x):
            with tf.variable_scope("net"):
                for i in range(2):
                    with tf.variable_scope("layer_%d" % i):
                        x = tf.layers.dense(x, 4)
                return x


    Model().build(tf.zeros([1, 4]))
    v = tf.Variable(1.0, name="v")
    """
).text


def drawn(symbols: Iterable[types.DocumentSymbol], depth: int = 0) -> Iterator[str]:
    for symbol in symbols:
        detail = f" ({symbol.detail})" if symbol.detail else ""
        yield f"{'  ' * depth}{symbol.kind.name} {symbol.name}{detail}"
        yield from drawn(symbol.children or (), depth + 1)


def test_a_tree() -> None:
    assert list(drawn(document_symbol(analysed(PROGRAM)))) == [
        "Class Model",
        "  Function build",
        "    Namespace net/",
        "      Namespace net/layer_{0,1}/",
        "        Variable net/layer_{0,1}/dense/{kernel,bias}:0",
        "Variable v:0 ([] float32)",
    ]


def check_ranges(symbols: Iterable[types.DocumentSymbol], outer: types.Range | None) -> None:
    def key(position: types.Position) -> tuple[int, int]:
        return position.line, position.character

    for symbol in symbols:
        for inner, around in ((symbol.selection_range, symbol.range), (symbol.range, outer)):
            if around is not None:
                assert key(around.start) <= key(inner.start)
                assert key(inner.end) <= key(around.end)
        check_ranges(symbol.children or (), symbol.range)


def test_ranges_lie_within_each_other_as_the_protocol_wants() -> None:
    check_ranges(document_symbol(analysed(PROGRAM)), None)


def test_a_list_for_clients_without_trees() -> None:
    found = flat(document_symbol(analysed(PROGRAM)), "file:///project/model.py")
    assert [symbol.name for symbol in found][:2] == ["Model", "build"]
    assert len(found) == 6

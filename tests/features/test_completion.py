"""Names in strings that must name something."""

from __future__ import annotations

import pytest

from scope_lsp.features.completion import completion
from tests.support.fixture import analysed, parse

PROGRAM = """
import tensorflow as tf

x = tf.placeholder(tf.float32, [1, 3], name="images")
with tf.variable_scope("gen"):
    with tf.variable_scope("out"):
        tf.get_variable("w", [3])
    tf.get_variable("b", [3])
g = tf.get_default_graph()
"""


def offered(line: str) -> list[str] | None:
    """What is offered at ``$0`` in a line behind the program, which does not parse as it is."""
    fixture = parse(PROGRAM + line + "\n")
    view = analysed(fixture.text)
    found = completion(view, fixture.cursor, fixture.text.split("\n")[fixture.cursor.line])
    return found and [item.label for item in found.items]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ('g.get_tensor_by_name("$0', ["gen/out/w:0", "gen/b:0", "images:0"]),
        ("g.get_tensor_by_name('im$0", ["images:0"]),
        ('g.get_tensor_by_name("gen/$0")', ["gen/out/w:0", "gen/b:0"]),
        ('g.get_operation_by_name("b$0', ["gen/b"]),
        ('sess.run("im$0', ["images:0", "images"]),
        ('self.session.run([x, "im$0', ["images:0", "images"]),
        ('sess.run(x, feed_dict={"im$0', ["images:0"]),
        ('sess.run(x, feed_dict={y: 1, "im$0', ["images:0"]),
        ('subprocess.run("im$0', None),
        ('tf.get_collection("x", "$0', ["gen/", "gen/out/"]),
        ('tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope="g$0', ["gen/", "gen/out/"]),
        ('tf.trainable_variables("o$0', ["gen/out/"]),
        ('tf.train.Saver({"$0', ["gen/out/w", "gen/b"]),
        ('tf.train.Saver({"a": x, "$0', ["gen/out/w", "gen/b"]),
        ('tf.train.init_from_checkpoint(path, {"old/": "o$0', ["gen/out/", "gen/out/w"]),
        ('[v for v in g if v.name.startswith("gen/o$0', ["gen/out/", "gen/out/w"]),
        ('tf.train.Saver({"a": "$0', None),
        ('print("$0', None),
        ("g.get_tensor_by_name($0", None),
        ('g.get_tensor_by_name("x")$0', None),
    ],
)
def test_what_fits(line: str, names: list[str] | None) -> None:
    assert offered(line) == names


def test_the_whole_string_is_replaced() -> None:
    fixture = parse(PROGRAM + 'g.get_tensor_by_name("gen/o$0")\n')
    line = fixture.text.split("\n")[fixture.cursor.line]
    found = completion(analysed(fixture.text), fixture.cursor, line)
    assert found is not None
    (item,) = found.items
    assert item.text_edit is not None
    edit = item.text_edit.range  # type: ignore[union-attr]
    assert (edit.start.character, edit.end.character) == (22, 27)

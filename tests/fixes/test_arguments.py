"""Fixes of shapes, dtypes, slips of scopes and keywords."""

from __future__ import annotations

from tests.fixes.offering import offered, preferred

SHARED = """
with tf.variable_scope("net"):
    {first}
with tf.variable_scope("net", reuse=True):
    {second}
"""


def test_the_shape_of_the_first_creation() -> None:
    program = SHARED.format(
        first='tf.get_variable("w", [3, 4])', second='tf.get_variable("w", (3, 5))'
    )
    fixes = offered(program, "variable-shape")
    title = "Write the shape of the variable: (3, 4)"
    assert preferred(program, "variable-shape") == title
    assert fixes[title].endswith('tf.get_variable("w", (3, 4))\n')
    other = fixes["Write this shape where it is created: [3, 5]"]
    assert 'tf.get_variable("w", [3, 5])' in other


def test_the_units_of_a_layer() -> None:
    layer = 'tf.layers.dense(tf.zeros([1, 3]), {}, name="fc")'
    program = SHARED.format(first=layer.format(8), second=layer.format(9))
    text = offered(program, "variable-shape")["Write the shape of the variable: 8 instead of 9"]
    assert text.count(", 8,") == 2


def test_the_dtype_of_the_first_creation() -> None:
    program = SHARED.format(
        first='tf.get_variable("w", [3])', second='tf.get_variable("w", [3], dtype=tf.float16)'
    )
    fixes = offered(program, "variable-dtype")
    text = fixes["Write the dtype of the variable: float32"]
    assert text.endswith("dtype=tf.float32)\n")
    program = SHARED.format(
        first='tf.get_variable("w", [3], tf.float16)', second='tf.get_variable("w", [3])'
    )
    text = offered(program, "variable-dtype")["Write the dtype of the variable: float16"]
    assert text.endswith('tf.get_variable("w", [3], dtype=tf.float16)\n')


def test_a_second_variable_of_another_shape_is_given_a_name() -> None:
    program = """
        with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
            tf.get_variable("w", [3, 4])
            tf.get_variable("w", [4, 5])
    """
    text = offered(program, "variable-shape")['Give it its own name: "w_2"']
    assert 'tf.get_variable("w_2", [4, 5])' in text


def test_a_keyword_misspelt() -> None:
    program = "tf.layers.conv2d(tf.zeros([1, 3, 3, 3]), 3, kernal_size=3)\n"
    title = "Did you mean kernel_size?"
    assert preferred(program, "scope-error") == title
    assert "3, kernel_size=3)" in offered(program, "scope-error")[title]


def test_sharing_without_a_name() -> None:
    program = """
        with tf.variable_scope(None, default_name="block", reuse=True):
            pass
    """
    named, made = offered(program, "scope-error").values()
    assert named.startswith('with tf.variable_scope("block", reuse=True):')
    assert made.startswith('with tf.variable_scope(None, default_name="block"):')


def test_a_shape_beside_an_initializer_that_has_one() -> None:
    program = 'w = tf.get_variable("w", [3], initializer=tf.constant([1.0, 2.0, 3.0]))\n'
    (text,) = offered(program, "scope-error").values()
    assert text == 'w = tf.get_variable("w", initializer=tf.constant([1.0, 2.0, 3.0]))\n'

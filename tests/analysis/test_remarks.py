"""What explains an error beyond TensorFlow's words."""

from __future__ import annotations

from tests.analysis.running import run


def remarks(program: str) -> list[tuple[int, str]]:
    """The line and the text of each remark on the only error of ``program``."""
    (error,) = run(program).errors
    return [(one.span.line, one.message) for one in error.related]


def test_a_variable_that_get_variable_did_not_create() -> None:
    program = """
with tf.variable_scope("m"):
    tf.Variable(tf.zeros([3]), name="w")
with tf.variable_scope("m", reuse=True):
    tf.get_variable("w", [3])
"""
    assert remarks(program) == [
        (6, "reuse was turned on here"),
        (5, "m/w:0 was created here, but not by tf.get_variable, so it cannot be shared by name"),
    ]


def test_an_unnamed_layer_that_was_to_be_shared() -> None:
    program = """
x = tf.zeros([1, 8, 8, 3])
tf.layers.conv2d(x, 4, 3)
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    tf.layers.conv2d(x, 4, 3)
"""
    assert remarks(program) == [
        (6, "reuse was turned on here"),
        (
            5,
            "conv2d/kernel:0 was created here; calls without name= are numbered, so give them the "
            "same name= to share it",
        ),
    ]


def test_a_named_layer_with_a_number_of_its_own() -> None:
    program = """
x = tf.zeros([1, 3])
tf.layers.dense(x, 4, name="fc")
with tf.variable_scope(tf.get_variable_scope(), reuse=True):
    tf.layers.dense(x, 4, name="fc_1")
"""
    assert remarks(program) == [(6, "reuse was turned on here")]


def test_a_shape_that_is_not_fully_defined() -> None:
    program = """
x = tf.placeholder(tf.float32, [None, 4, None])
tf.get_variable("w", x.shape, initializer=tf.zeros_initializer())
"""
    assert remarks(program) == [
        (5, "the shape is (?, 4, ?), and TensorFlow must know each size"),
    ]


def test_the_number_of_a_dimension_without_size() -> None:
    program = """
x = tf.placeholder(tf.float32, [None, 4])
int(x.shape[0])
"""
    assert remarks(program) == [
        (
            5,
            "the size of this dimension is not known while the graph is built; tf.shape gives it "
            "as a tensor",
        ),
    ]


def test_reuse_that_nothing_turns_off() -> None:
    """``reuse_variables`` of the root scope holds to the end, whatever is entered after it."""
    program = """
w = tf.get_variable("w", [3])
tf.get_variable_scope().reuse_variables()
with tf.variable_scope("a"):
    with tf.variable_scope(tf.get_variable_scope()):
        tf.get_variable("w", [3])
"""
    assert remarks(program) == [(5, "reuse was turned on here, for all that follows")]


def test_reuse_that_ends_with_its_scope() -> None:
    program = """
with tf.variable_scope("a"):
    tf.get_variable_scope().reuse_variables()
    with tf.variable_scope("b"):
        tf.get_variable("w", [3])
"""
    assert remarks(program) == [(5, "reuse was turned on here")]

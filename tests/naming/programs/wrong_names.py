"""What a name may be made of, at the root and below it, and the words that refuse it."""
import tensorflow as tf
from errors import attempt

for name in ["a b", "_a", "/a", "-a", ".a", "a:0", "é", "a//b", "a\\b", "9"]:
    for make in (
        lambda: tf.Variable(0.0, name=name).name,
        lambda: tf.no_op(name=name).name,
        lambda: tf.constant(0.0, name=name).name,
        lambda: tf.get_variable(name, [1]).name,
        lambda: tf.name_scope(name).__enter__(),
    ):
        with tf.Graph().as_default():
            attempt(make)
        with tf.Graph().as_default(), tf.variable_scope("s"):
            attempt(make)
attempt(lambda: tf.variable_scope("a b").__enter__())
attempt(lambda: tf.name_scope("a", 3))
attempt(lambda: tf.name_scope(None, None, []).__enter__())

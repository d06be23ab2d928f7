"""None and "" lead to the root, a trailing slash leads back, all else is made unique."""
import tensorflow as tf


def show(scope):
    print(repr(scope), repr(tf.get_default_graph().get_name_scope()))


show("at first")
with tf.name_scope("a") as a:
    show(a)
    with tf.name_scope("a") as inner:
        show(inner)
    with tf.name_scope(None) as root:
        show(root)
        with tf.name_scope("b") as b:
            show(b)
    with tf.name_scope("") as root:
        show(root)
    with tf.name_scope("x/") as x:
        show(x)
    with tf.name_scope(a) as again:
        show(again)
with tf.name_scope("a") as a1:
    show(a1)
with tf.name_scope("x") as x:
    show(x)
with tf.name_scope(None, "default") as default:
    show(default)
with tf.name_scope("", "default") as empty:
    show(empty)
with tf.name_scope("p/q") as pq:
    show(pq)
with tf.name_scope("p") as p:
    show(p)
with tf.name_scope("P") as p:
    show(p)

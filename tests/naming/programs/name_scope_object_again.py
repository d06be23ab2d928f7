"""One tf.name_scope object entered again makes a new name; entered while it is open, it first
leaves what it had entered.
"""
import tensorflow as tf

scope = tf.name_scope("a")
for _ in range(2):
    with scope as name:
        print(name)
with scope as outer:
    with scope as inner:
        print(outer, inner)
    print(repr(tf.get_default_graph().get_name_scope()))
print(repr(tf.get_default_graph().get_name_scope()))

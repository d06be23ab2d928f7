"""Names in use are compared without case; a repeated name counts on from where it was."""
import tensorflow as tf

for name in ["w", "w", "w_1", "w", "W", "W_1", "w_1_1", "a/b", "a", "a/B", "A/b"]:
    print(name, tf.Variable(0.0, name=name).name)
graph = tf.get_default_graph()
print(graph.unique_name("w"), graph.unique_name("w", mark_as_used=False), graph.unique_name("w"))

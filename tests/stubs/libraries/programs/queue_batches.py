"""The shapes of batches from queues: those that are given, or those of the examples."""

import tensorflow as tf


def show(name, tensor):
    tf.get_variable(name + "_" + "_".join(str(dim) for dim in tensor.shape.as_list()), [])


known = tf.constant([[1.0, 2.0]])
number = tf.constant(1)
unknown = tf.py_func(lambda x: x, [known], tf.float32)
show("one", tf.train.batch([known], 4))
for at, batches in enumerate(
    [
        tf.train.batch([known, number], 4),
        tf.train.batch([unknown, number], 4, shapes=[(1, 2), ()]),
        tf.train.batch([unknown, number], 4, 2, 32, False, [[1, 2], []]),
        tf.train.batch([unknown, number], 4, shapes=[[5, 2], []], dynamic_pad=True),
        tf.train.batch_join([(unknown, number)], 4, shapes=[[5, 2], []]),
        tf.train.shuffle_batch([unknown, number], 4, 100, 10, shapes=[(1, 2), ()]),
        tf.train.shuffle_batch_join([[unknown, number]], 4, 100, 10, shapes=[(1, 2), ()]),
        tf.train.batch(
            [unknown, number],
            4,
            shapes=[tf.TensorShape([5, 2]), tf.TensorShape([])],
            allow_smaller_final_batch=True,
        ),
        tf.train.batch([unknown, tf.constant([1, 2])], 4, shapes=[[2], []], enqueue_many=True),
        tf.train.batch([unknown], 4, shapes=[[5, 2]], name="named"),
    ]
):
    for part, batch in enumerate(batches if isinstance(batches, list) else [batches]):
        show("batch_%d_%d" % (at, part), batch)

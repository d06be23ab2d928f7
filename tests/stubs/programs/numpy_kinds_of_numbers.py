"""The classes of numpy's numbers, and what their arithmetic makes of them."""

import numpy as np
import tensorflow as tf

count = 0


def show(*values):
    global count
    for value in values:
        tf.get_variable("%d/%s/%s" % (count, type(value).__name__, value), [1])
        count += 1


a, b = np.array([0.5, 1.5]), np.array([1, 2])
show(a[0], a.max(), a[0] + 1, a.mean(), np.mean([1, 2]), np.sqrt(2.25) * 2, 2 * np.sqrt(2.25))
show(b[0], b.max(), b[0] + 1, 1 + b[0], b[1] / 2, b[1] * 0.5, b[1] // 2, b[1] % 2, b[1] ** 2)
show(b.sum(), b.prod(), np.prod([1.5, 2]), np.prod([2, 3]), np.sum([2, 3]), np.prod([]))
show(np.float32(2) * 3, np.float32(2) * np.float32(3), np.float32(2) * np.float64(3))
show(np.int32(2) * 3, np.int32(2) * np.int16(3), np.uint8(2) + np.int8(3), np.int64(2) * 1.5)
show(np.float32(2) + np.int16(1), np.float32(2) + np.int32(1), np.int32(3) / np.int32(2))
show(abs(np.int64(-3)), round(np.float64(2.5)), np.floor(3.5), np.maximum(2, 3), np.power(2, 3))
show(int(b[0]), float(a[0]), b.tolist()[0], b[0].item(), b.shape[0], b.size, len(b))
show(b[0] & 1, b[0] << 2, divmod(np.int64(7), 2)[0], max(b), sum(b), sorted(b)[0])
show(np.array([1, 2], np.int32)[0], np.array([1, 2], np.int32).sum(), np.array([1, 2.5])[0])
show(np.zeros([2])[0], np.ones([2], int)[0], np.full([2], 3)[0], np.arange(2)[1], np.arange(2.0)[1])
show((b * 0.5)[0], (np.array([1, 2], np.float32) * 2)[0], (np.array([1, 2], np.float32) + b)[0])
show(np.float64(1).astype(np.int32), np.array([1, 2]).astype(np.float32)[0])
for i, j in zip(np.arange(2), np.linspace(0, 1, 2)):
    show(i, j)
for x in list(b) + [y + 1 for y in b]:
    show(x)

numbers = [a[0], np.float32(1), np.float16(1), b[0], np.int32(1), np.uint8(1), 1, 1.0]
for number in numbers:
    for cls in (int, float, (int, float), np.floating, np.integer, np.generic, np.int64, np.float64):
        show(isinstance(number, cls))
        show(issubclass(type(number), cls))
show(type(np.sqrt(4)) is float, type(b[0]) == int, hasattr(b[0], "dtype"), b[0].dtype.name)

# Their uses.
show(["x", "y"][b[0]], {1: "y"}[b[0]], ["x", "y"][: b[0]][0], "a" * b[1], len([0] * b[1]))
show("%d_%s" % (b[0], b[1]), "{}_{:d}_{:.1f}".format(b[0], b[1], a[0]), "_".join(map(str, a)))
for i in range(b[1]):
    show(i)
for listed in ([a[0], 1.0], [1, a[0]], [b[0], 1], [np.float32(1), 1], [np.int8(1), np.int8(2)], [1, 2.5]):
    tf.Variable(listed, name="listed")
tf.Variable(b[0] * 2, name="whole")
tf.Variable(a[0] * 2, name="real")
tf.get_variable("dims", [np.prod([4, 2]), b[1] * 2])
x = tf.zeros([2, 6])
tf.layers.dense(tf.reshape(x, [-1, np.prod([2, 3])]), np.prod([2, 2]))
tf.layers.conv2d(tf.zeros([1, 6, 6, 3]), b[1], (b[1], 3))
tf.Variable(x[b[0]], name="row")
for part in tf.unstack(x, b[1]):
    tf.Variable(part, name="part")
held = np.zeros([2], np.int32)
held[0] = 3.7
show(held[0])

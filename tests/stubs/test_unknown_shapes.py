"""What we do not know of a shape is not taken for what TensorFlow does not know."""

from __future__ import annotations

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

PROGRAM = """
import nowhere
import tensorflow as tf

size = nowhere.size
image = tf.placeholder(tf.float32, [1, 8, 8, 3])
for i, tensor in enumerate([
    tf.image.resize_nearest_neighbor(image, [size * 2, size]),
    tf.reshape(image, [size, 3]),
    tf.tile(image, [size, 1, 1, 1]),
    tf.random_normal([size, 3]),
]):
    first, second = tensor.shape.as_list()[:2]
    if first is None or second is None:
        tf.get_variable("none_%d" % i, [])
    else:
        tf.get_variable("some_%d" % i, [])
"""


def test_unknown_sizes_stay_undecided() -> None:
    found = analyze(Snapshot("/main.py", PROGRAM), patient())
    assert {(event.name, event.certainty.value) for event in found.variables} == {
        (f"{kind}_{i}:0", "possible") for kind in ("none", "some") for i in range(4)
    }
    assert not found.problems

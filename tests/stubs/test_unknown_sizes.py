"""A size not known here is not one that TensorFlow does not know: no shape is made of it."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

SHAPES = (
    "tf.reshape(y, [b, size, 8])",
    "tf.reshape(y, tf.stack([b, size, 8]))",
    "tf.reshape(y, tf.concat([[b], [size, 8]], 0))",
    "tf.reshape(y, tf.concat([tf.shape(y)[:1], [size], [8]], 0))",
    "tf.ones(tf.concat([[b], [size, 8]], 0))",
    "tf.reshape(y, tf.constant([3, size, 8]))",
    "tf.reshape(y, tf.cast([3, size, 8], tf.int64))",
)


@pytest.mark.parametrize("made", SHAPES)
def test_sizes_beside_one_that_is_not_known(made: str) -> None:
    text = (
        "import tensorflow as tf\nfrom data import size\n"
        "y = tf.placeholder(tf.float32, [None, None, None])\nb = tf.shape(y)[0]\n"
        f"x = {made}\ntf.get_variable('w', x.shape[1:])\n"
    )
    analysis = analyze(Snapshot("/p/model.py", text), patient())
    [variable] = analysis.variables
    assert variable.shape is not None and variable.shape[1] == 8
    assert variable.shape[0] is None, "what the caller gives is not known"
    assert not analysis.errors

"""Variables that take values of more shapes than one, which recordings cannot tell."""

from __future__ import annotations

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient


def test_a_shape_that_is_left_open_is_not_the_one_of_the_first_value() -> None:
    text = "import tensorflow as tf\ntf.Variable([[1.0]], shape=tf.TensorShape(None))\n"
    [variable] = analyze(Snapshot("/project/model.py", text), patient()).variables
    assert variable.shape is None

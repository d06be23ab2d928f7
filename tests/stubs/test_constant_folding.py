"""Shapes that TensorFlow computes of constants in ways that the models do not follow.

The shapes are those that TensorFlow 1.15.5 gives.  What is not computed is not said, and never
taken for a dimension that TensorFlow does not know.
"""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

PROGRAM = """import tensorflow as tf
size = tf.cast(tf.cast(4, tf.float32) * 2.0, tf.int32)
x = tf.zeros([1, 32, 32, 3])
tf.get_variable("w", ({}).shape)
"""
SHAPES = {
    "tf.image.crop_and_resize(x, tf.zeros([1, 4]), [0], [size, size])": (1, 8, 8, 3),
    "tf.image.crop_and_resize(x, tf.zeros([1, 4]), [0], tf.stack([size, size]))": (1, 8, 8, 3),
    "tf.image.resize_images(x, [size, size])": (1, 8, 8, 3),
    "tf.zeros([size, 3])": (8, 3),
    "tf.zeros(tf.stack([size, 3]))": (8, 3),
    "tf.fill([size, 3], 0.0)": (8, 3),
    "tf.reshape(x, [size, -1])": (8, 384),
    "tf.reshape(x, tf.stack([size, -1]))": (8, 384),
    "tf.random_uniform([size, 3])": (8, 3),
    "tf.slice(x, [0, 0, 0, 0], [1, size, size, 3])": (1, 8, 8, 3),
    "tf.tile(x, [size, 1, 1, 1])": (8, 32, 32, 3),
    "tf.one_hot([1, 2], size)": (2, 8),
    "tf.range(size)": (8,),
    "x[:, :size]": (1, 8, 32, 3),
    "tf.strided_slice(x, [0, 0], [1, size])": (1, 8, 32, 3),
    "tf.linspace(0.0, 1.0, size)": (8,),
    "tf.eye(size)": (8, 8),
    "tf.sequence_mask([1, 2], size)": (2, 8),
    "tf.split(x, [size, 24], axis=1)[0]": (1, 8, 32, 3),
    "tf.concat([x, x], axis=size - 7)": (1, 64, 32, 3),
    "tf.nn.conv2d_transpose(x, tf.zeros([3, 3, 8, 3]), [1, size * 8, size * 8, 8], [1, 2, 2, 1])": (
        (1, 64, 64, 8)
    ),
}


@pytest.mark.parametrize("expression", SHAPES)
def test_no_other_shape_than_that_of_tensorflow_is_said(expression: str) -> None:
    analysis = analyze(Snapshot("/project/model.py", PROGRAM.format(expression)), patient())
    [variable] = analysis.variables
    assert not analysis.errors and not variable.after_error
    assert variable.shape is None or all(
        said in (None, real) for said, real in zip(variable.shape, SHAPES[expression], strict=True)
    )


FED = """import tensorflow as tf
x = tf.zeros([4, 32, 5])
at = tf.placeholder(tf.int32, [])
tf.get_variable("w", [99 if size is None else size for size in ({}).shape.as_list()])
"""
SLICES = {
    "x[:, :at]": (4, 99, 5),
    "x[:at, :3]": (99, 99, 5),
    "x[1:3, at:]": (99, 99, 5),
    "x[at, :3]": (99, 5),
    "x[:, at]": (4, 5),
    "x[:at, :, 2:4]": (99, 32, 99),
    "x[1:at, ..., tf.newaxis]": (99, 32, 5, 1),
    "tf.strided_slice(x, [0, 0], [4, at], [1, 1])": (99, 99, 5),
    "tf.strided_slice(x, [0, at], [4, 5], shrink_axis_mask=2)": (99, 5),
}


@pytest.mark.parametrize("expression", SLICES)
def test_a_bound_that_is_given_when_the_graph_runs_hides_the_others(expression: str) -> None:
    [variable] = analyze(Snapshot("/project/model.py", FED.format(expression)), patient()).variables
    assert variable.shape == SLICES[expression]

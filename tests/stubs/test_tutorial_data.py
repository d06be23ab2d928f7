"""What tutorials load has its shapes, and a part of TensorFlow that makes nothing costs no name."""

from __future__ import annotations

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

DIGITS = """\
import tensorflow as tf
from tensorflow.examples.tutorials.mnist import input_data

mnist = input_data.read_data_sets("MNIST", one_hot=True)
images, labels = mnist.train.next_batch(12)
tf.get_variable("train", mnist.train.images.shape)
tf.get_variable("labels", [images.shape[1], labels.shape[1], mnist.train.num_examples // 100])
plain = tf.contrib.learn.datasets.mnist.read_data_sets("x", reshape=False, validation_size=0)
train, validation, test = plain
tf.get_variable("plain", train.images.shape)
tf.get_variable("test", test.labels.shape)
tf.layers.dense(tf.ones([1, 2]), 3)
"""


def test_the_digits_of_tutorials_have_their_shapes() -> None:
    analysis = analyze(Snapshot("/p/model.py", DIGITS), patient())
    found = [(one.name, one.shape, one.certainty.value) for one in analysis.variables]
    assert found == [
        ("train:0", (55000, 784), "definite"),
        ("labels:0", (784, 10, 550), "definite"),
        ("plain:0", (60000, 28, 28, 1), "definite"),
        ("test:0", (10000,), "definite"),
        ("dense/kernel:0", (2, 3), "definite"),
        ("dense/bias:0", (3,), "definite"),
    ]
    assert not analysis.gaps


def test_what_makes_no_variables_leaves_names_certain() -> None:
    program = """\
import tensorflow as tf

tf.contrib.{}
tf.layers.dense(tf.ones([1, 2]), 3)
"""
    certainties = {
        call: analyze(Snapshot("/p/model.py", program.format(call)), patient())
        .variables[-1]
        .certainty.value
        for call in ("ffmpeg.decode_audio('x')", "quantize.create_training_graph()")
    }
    assert certainties == {
        "ffmpeg.decode_audio('x')": "definite",
        "quantize.create_training_graph()": "possible",
    }

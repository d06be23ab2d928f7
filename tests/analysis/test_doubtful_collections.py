"""Collections of which it is not known what is in them: by an undecided branch or argument.

A program is run by the analysis with ``asked`` open.  TensorFlow is asked with both answers: what
is said for certain must be there whatever the answer is.
"""

from __future__ import annotations

import pytest

from scope_lsp.analysis.result import Certainty
from tests.analysis.running import names, run
from tests.conformance.differential import analysis_of
from tests.support.recording import TensorFlow, tensorflow_python

PRELUDE = """
import tensorflow as tf
asked = {answer}
x = tf.zeros([3, 4])
image = tf.zeros([1, 4, 4, 2])
layers = tf.contrib.layers

def tell(what):
    tf.get_variable("v_%s" % what, [1], collections=["told"])

def copies(key):
    for i, one in enumerate(tf.get_collection(key)):
        tell("copy_%d" % i)

def counted(key):
    tell(len(tf.get_collection(key)))
"""

CASES = {
    "added in an arm": (
        "if asked: tf.add_to_collection('mine', x)\n"
        "if tf.get_collection('mine'): tell('some')\ncounted('mine')\ncopies('mine')",
        "",
    ),
    "a variable added in an arm": (
        "v = tf.get_variable('v', [1])\nif asked: tf.add_to_collection('mine', v)\n"
        "for v in tf.get_collection('mine'): tell(v.op.name)\ncounted('variables')",
        "v v_1",
    ),
    "a variable made in an arm": (
        "if asked: tf.get_variable('v', [1])\ntf.get_variable('w', [1])\n"
        "for v in tf.global_variables(): tell(v.op.name)",
        "w v_w",
    ),
    "under a key that is not known": (
        "tf.add_to_collection('mine' if asked else 'yours', x)\ncounted('mine')",
        "",
    ),
    "trainable or not": (
        "w = tf.get_variable('w', [1], trainable=asked)\nu = tf.get_variable('u', [1])\n"
        "counted('trainable_variables')\nif w in tf.trainable_variables(): tell('trained')\n"
        "for v in tf.trainable_variables(): tell(v.op.name)\n"
        "tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(w * u))",
        "w u v_u",
    ),
    "a layer that is trainable or not": (
        "tf.layers.dense(x, 1, trainable=asked)\ncounted('trainable_variables')",
        "dense/kernel dense/bias",
    ),
    "collections that are given": (
        "v = tf.get_variable('v', [1], collections=['mine'] if asked else ['variables'])\n"
        "counted('variables')\ncounted('mine')",
        "v",
    ),
    "a regularizer or none": (
        "r = layers.l2_regularizer(0.1) if asked else None\n"
        "tf.get_variable('v', [1], regularizer=r)\ncounted('regularization_losses')",
        "v",
    ),
    "the updates of tf.layers": (
        "tf.layers.batch_normalization(x, training=asked, fused=False, name='a')\n"
        "counted('update_ops')\ncopies('update_ops')",
        "a/gamma a/beta a/moving_mean a/moving_variance",
    ),
    "the updates of a fused layer": (
        "tf.layers.batch_normalization(image, training=asked, name='a')\n"
        "if tf.get_collection('update_ops'): tell('some')",
        "a/gamma a/beta a/moving_mean a/moving_variance",
    ),
    "the updates of tf.contrib.layers": (
        "layers.batch_norm(x, is_training=asked, scope='a')\ncounted('update_ops')",
        "a/beta a/moving_mean a/moving_variance",
    ),
    "the updates of tf.contrib.layers for images": (
        "layers.batch_norm(image, is_training=asked, fused=False, scope='a')\n"
        "counted('update_ops')",
        "a/beta a/moving_mean a/moving_variance",
    ),
}


def program(body: str, answer: str) -> str:
    return PRELUDE.format(answer=answer) + body + "\n"


@pytest.mark.parametrize("title", CASES)
def test_what_hangs_on_a_doubtful_collection_is_not_certain(title: str) -> None:
    body, definite = CASES[title]
    found = analysis_of(program(body, "bool(open('a').read())"))
    assert not found.errors
    made = [event for event in found.variables if event.uncalled is None]
    sure = {event.name[:-2] for event in made if event.certainty is Certainty.DEFINITE}
    assert sure == set(definite.split())


@pytest.mark.skipif(tensorflow_python() is None, reason="no TensorFlow 1.15.5 at hand")
def test_tensorflow_makes_with_both_answers_what_is_certain() -> None:
    with TensorFlow() as tensorflow:
        for title, (body, definite) in CASES.items():
            for answer in ("False", "True"):
                recording = tensorflow.run(program(body, answer))
                assert recording.error is None, title
                made = {event.name[:-2] for event in recording.accesses}
                assert set(definite.split()) <= made, title


def test_what_is_not_known_is_not_taken_for_its_default() -> None:
    found = run(
        "import absent\n"
        "tf.get_variable('v', [1], collections=absent.keys, regularizer=absent.regularizer)\n"
        "tf.get_variable('g_%d' % len(tf.global_variables()), [1])\n"
        "tf.add_to_collections(absent.keys, 1)\n"
        "tf.get_variable('m_%d' % len(tf.get_collection('mine')), [1])\n"
        "tf.get_variable('r_%d' % len(tf.losses.get_regularization_losses()), [1])\n"
    )
    assert not found.errors
    assert [name for name in names(found) if not name.endswith("?")] == ["v:0"]


def test_variables_that_may_be_there_are_saved_once() -> None:
    found = run(
        "import absent\n"
        "for i in range(absent.count): tf.layers.dense(tf.zeros([1, 2]), 2)\n"
        "tf.get_variable('last', [])\n"
        "tf.train.Saver([v for v in tf.global_variables() if 'x' not in v.name])\n"
    )
    assert not found.errors

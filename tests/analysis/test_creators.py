"""Variable creators: which line a variable belongs to, and what ``next_creator`` creates."""

from __future__ import annotations

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

PROGRAM = """\
import tensorflow as tf


def loud(next_creator, **kwargs):
    kwargs["name"] = kwargs["name"] + "_made"
    return next_creator(**kwargs)


def prefix(next_creator, **kwargs):
    with tf.name_scope("pre"):
        return next_creator(**kwargs)


def doubled(next_creator, **kwargs):
    start = kwargs["initial_value"]
    kwargs["initial_value"] = lambda: tf.tile(start(), [2])
    return next_creator(**kwargs)


with tf.variable_creator_scope(loud):
    with tf.variable_scope("s"):
        c = tf.get_variable("c", [2])
        tf.layers.dense(tf.zeros([1, 2]), 2)
    with tf.variable_creator_scope(prefix):
        f = tf.get_variable("f", [2])
with tf.variable_scope("", reuse=True):
    g = tf.get_variable("f", [2])
with tf.variable_creator_scope(doubled):
    h = tf.get_variable("h", [2])
tf.get_variable("same_%s" % (f is g), [])
"""

RECORDED = [  # by TensorFlow 1.15.5
    (6, "s/c_made:0", (2,), False),
    (22, "s/c_made:0", (2,), False),
    (6, "s/dense/kernel_made:0", (2, 2), False),
    (23, "s/dense/kernel_made:0", (2, 2), False),
    (6, "s/dense/bias_made:0", (2,), False),
    (23, "s/dense/bias_made:0", (2,), False),
    (6, "pre/f_made:0", (2,), False),
    (25, "pre/f_made:0", (2,), False),
    (27, "pre/f_made:0", (2,), True),
    (17, "h:0", (4,), False),
    (29, "h:0", (4,), False),
    (30, "same_True:0", (), False),
]


def test_creators_are_asked_by_get_variable() -> None:
    analysis = analyze(Snapshot("/program.py", PROGRAM), patient())
    told = [
        (event.trace[-1].span.line, event.name, event.shape, event.reused)
        for event in analysis.variables
    ]
    assert told == RECORDED
    assert not analysis.errors


TOLD = """\
import tensorflow as tf


def told(next_creator, **kwargs):
    if kwargs["synchronization"] == tf.VariableSynchronization.ON_WRITE:
        kwargs["name"] = kwargs["name"] + "_written"
    if kwargs["aggregation"] == tf.VariableAggregation.MEAN:
        kwargs["name"] = kwargs["name"] + "_mean"
    return next_creator(**kwargs)


with tf.variable_creator_scope(told):
    tf.get_variable(
        "a",
        [],
        synchronization=tf.VariableSynchronization.ON_WRITE,
        aggregation=tf.VariableAggregation.MEAN,
    )
    tf.get_variable("b", [])
    with tf.variable_scope("", custom_getter=lambda getter, name, **kwargs: getter(name, **kwargs)):
        tf.get_variable("c", [], aggregation=tf.VariableAggregation.MEAN)
"""


def test_a_creator_is_told_what_get_variable_was_given() -> None:
    """The names are those that TensorFlow 1.15.5 gives."""
    analysis = analyze(Snapshot("/p/model.py", TOLD), patient())
    assert list(dict.fromkeys(event.name for event in analysis.variables)) == [
        "a_written_mean:0",
        "b:0",
        "c_mean:0",
    ]


def test_a_variable_is_made_whether_or_not_a_constraint_is_given() -> None:
    text = """\
import sys
import tensorflow as tf
given = abs if sys.stdin.read() else None
tf.get_variable("a", [2], caching_device=given)
tf.get_variable("b", [2], constraint=given)
"""
    found = analyze(Snapshot("/p/main.py", text), patient())
    assert [(one.name, one.certainty.value) for one in found.variables] == [
        ("a:0", "definite"),
        ("b:0", "definite"),
    ]
    assert not found.gaps


SLOTS = """\
import tensorflow as tf


def renamed(next_creator, **kwargs):
    kwargs["name"] = kwargs["name"] + "_x"
    return next_creator(**kwargs)


w = tf.get_variable("w", [2])
with tf.variable_creator_scope(renamed):
    tf.train.AdagradOptimizer(0.1).minimize(tf.reduce_sum(w))
    tf.train.AdamOptimizer().minimize(tf.reduce_sum(w))
    tf.train.ExponentialMovingAverage(0.9).apply([w])
tf.get_variable("v", [len(tf.global_variables())])
"""


def test_creators_make_the_slots_of_optimizers_and_averages() -> None:
    """The names are those that TensorFlow 1.15.5 gives."""
    analysis = analyze(Snapshot("/p/model.py", SLOTS), patient())
    assert not analysis.gaps
    assert list(dict.fromkeys(event.name for event in analysis.variables)) == [
        "w:0",
        "w/Adagrad/_x:0",
        "beta1_power_x:0",
        "beta2_power_x:0",
        "w/Adam/_x:0",
        "w/Adam_1/_x:0",
        "w/ExponentialMovingAverage/_x:0",
        "v:0",
    ]
    assert analysis.variables[-1].shape == (7,)

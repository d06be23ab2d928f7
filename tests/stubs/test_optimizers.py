"""What optimizers do about what is not known: every variable that may be trained has its slots."""

from __future__ import annotations

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Analysis, Certainty
from tests.support.patience import patient

START = """\
import tensorflow as tf
a = tf.get_variable("a", [2])
b = tf.get_variable("b", [2])
"""


def run(text: str) -> Analysis:
    return analyze(Snapshot("/project/model.py", START + text), patient())


def slots(analysis: Analysis) -> dict[str, Certainty]:
    return {
        event.name: event.certainty
        for event in analysis.variables
        if event.slot and not event.reused
    }


def test_slots_are_marked_and_the_programs_own_variables_are_not() -> None:
    analysis = run("tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(a))\n")
    assert slots(analysis) == {"a/Momentum:0": Certainty.DEFINITE}
    assert [event.name for event in analysis.variables if not event.slot] == ["a:0", "b:0"]


def test_an_unknown_step_on_the_way_may_reach_every_variable() -> None:
    analysis = run(
        "loss = tf.reduce_sum(tf.no_such_function(a))\n"
        "tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)\n"
    )
    assert set(slots(analysis)) == {"a/Momentum:0", "b/Momentum:0"}
    assert not analysis.errors


def test_an_unknown_loss_trains_the_variables_that_are_listed() -> None:
    analysis = run(
        "loss = tf.no_such_function(a)\n"
        "tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss, var_list=[b])\n"
    )
    assert set(slots(analysis)) == {"b/Momentum:0"}
    assert not analysis.errors


def test_unknown_variables_may_be_any() -> None:
    analysis = run(
        "chosen = tf.no_such_function()\n"
        "tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(a), var_list=chosen)\n"
        'c = tf.get_variable("c", [1])\n'
    )
    assert slots(analysis) == {
        "a/Momentum:0": Certainty.POSSIBLE,
        "b/Momentum:0": Certainty.POSSIBLE,
    }
    assert analysis.variables[-1].name == "c:0"
    assert analysis.variables[-1].certainty is Certainty.DEFINITE
    assert not analysis.errors


def test_slots_under_reuse_are_an_error_at_the_call_that_trains() -> None:
    analysis = run(
        'with tf.variable_scope("again", reuse=True):\n'
        "    tf.train.AdamOptimizer().minimize(tf.reduce_sum(a))\n"
    )
    assert [(error.message.split(" ")[1], error.span.line) for error in analysis.errors] == [
        ("again/a/Adam/", 5)
    ]

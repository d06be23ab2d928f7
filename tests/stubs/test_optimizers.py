"""What optimizers do about what is not known: every variable that may be trained has its slots."""

from __future__ import annotations

import pytest

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
        "loss = tf.reduce_sum(tf.contrib.no_such_function(a))\n"
        "tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)\n"
    )
    assert set(slots(analysis)) == {"a/Momentum:0", "b/Momentum:0"}
    assert not analysis.errors


def test_an_unknown_loss_trains_the_variables_that_are_listed() -> None:
    analysis = run(
        "loss = tf.contrib.no_such_function(a)\n"
        "tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss, var_list=[b])\n"
    )
    assert set(slots(analysis)) == {"b/Momentum:0"}
    assert not analysis.errors


def test_unknown_variables_may_be_any() -> None:
    analysis = run(
        "chosen = tf.contrib.no_such_function()\n"
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


def of(kind: str, analysis: Analysis) -> dict[str, str]:
    """The slots of one kind by their variables, with how sure each is."""
    return {
        name.partition("/")[0]: certainty.value
        for name, certainty in slots(analysis).items()
        if kind in name
    }


KNOWN_IN_PART = """\
c = tf.get_variable("c", [2])
value = {}["a"]
loss = tf.reduce_sum(a) + value
"""


def test_what_a_loss_is_known_to_depend_on_has_its_slots_for_certain() -> None:
    analysis = run(KNOWN_IN_PART + "tf.train.AdamOptimizer().minimize(loss)\n")
    assert of("/Adam:", analysis) == {"a": "definite", "b": "possible", "c": "possible"}
    assert of("/Adam_1:", analysis) == {"a": "definite", "b": "possible", "c": "possible"}


def test_what_is_made_behind_the_unknown_is_not_reached() -> None:
    analysis = run(
        KNOWN_IN_PART + 'd = tf.get_variable("d", [2])\n'
        "tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss * tf.stop_gradient(d))\n"
    )
    assert of("Momentum", analysis) == {"a": "definite", "b": "possible", "c": "possible"}


def test_a_variable_that_another_loss_may_reach_is_not_reached_by_this_one() -> None:
    analysis = run(
        KNOWN_IN_PART + "tf.train.GradientDescentOptimizer(0.1).minimize(loss)\n"
        "tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(a + b))\n"
    )
    assert of("Momentum", analysis) == {"a": "definite", "b": "definite"}


def test_the_only_variable_that_an_optimizer_is_given_is_trained() -> None:
    analysis = run(
        KNOWN_IN_PART + "tf.train.MomentumOptimizer(0.1, 0.9).minimize(value, var_list=[b])\n"
    )
    assert of("Momentum", analysis) == {"b": "definite"}


@pytest.mark.parametrize(
    "clipped",
    [
        "[(tf.clip_by_norm(g, 2.0), v) for g, v in pairs if g is not None]",
        "zip(tf.clip_by_global_norm([g for g, _ in pairs], 2.0)[0], [v for _, v in pairs])",
        "tf.contrib.training.clip_gradient_norms(pairs, 2.0)",
        "[(g if g is None else g * 2.0, v) for g, v in pairs]",
    ],
)
def test_gradients_that_are_changed_are_as_sure_as_before(clipped: str) -> None:
    analysis = run(
        KNOWN_IN_PART + "optimizer = tf.train.MomentumOptimizer(0.1, 0.9)\n"
        "pairs = optimizer.compute_gradients(loss, [a, b])\n"
        f"optimizer.apply_gradients({clipped})\n"
    )
    assert of("Momentum", analysis) == {"a": "definite", "b": "possible"}


UNKNOWN_VARIABLES = """\
import tensorflow as tf
import absent

tf.enable_eager_execution()
optimizer = tf.train.MomentumOptimizer(0.1, 0.9)
for step in range(9):
    optimizer.apply_gradients(absent.gradients())
"""


def test_unknown_variables_have_their_slots_once() -> None:
    analysis = analyze(Snapshot("/project/model.py", UNKNOWN_VARIABLES), patient())
    assert [event.slot for event in analysis.variables] == [True]


OWN_SLOTS = """\
for grad, var in zip(tf.gradients(loss, [a, b, c]), [a, b, c]):
    if {test}:
        {then}
    tf.get_variable(var.op.name + "/own", [2], trainable=False)
tf.get_variable("after", [2])
"""


@pytest.mark.parametrize(
    ("test", "then", "sure"),
    [
        ("grad is None", "continue", "possible"),
        ("grad is None or var is None", "continue", "possible"),
        ("grad is None", "raise ValueError(var)", "definite"),
        ("grad is not None", "grad = grad * 2.0", "definite"),
    ],
)
def test_an_optimizer_of_the_program_skips_what_has_no_gradient(
    test: str, then: str, sure: str
) -> None:
    analysis = run(KNOWN_IN_PART + OWN_SLOTS.format(test=test, then=then))
    found = {one.name: one.certainty.value for one in analysis.variables}
    assert [found[f"{name}/own:0"] for name in "abc"] == ["definite", sure, sure]
    assert found["after:0"] == "definite"


def test_it_is_not_certain_how_many_gradients_are_left_over() -> None:
    analysis = run(
        KNOWN_IN_PART + "found = tf.gradients(loss, [a, b])\n"
        "tf.Variable(0.0, name='n%d' % len([g for g in found if g is not None]))\n"
        "tf.Variable(0.0, name='sure%d' % len([g for g in found[:1] if g is not None]))\n"
    )
    found = {one.name: one.certainty.value for one in analysis.variables}
    assert found["n2:0"] == found["n1:0"] == "possible"
    assert found["sure1:0"] == "definite"


def test_a_keras_optimizer_knows_as_much() -> None:
    analysis = run(KNOWN_IN_PART + "tf.keras.optimizers.Adagrad().minimize(loss, [a, b])\n")
    found = {name: one.value for name, one in slots(analysis).items() if "accumulator" in name}
    assert found == {
        "Adagrad/a/accumulator:0": "definite",
        "Adagrad/b/accumulator:0": "possible",
    }


def test_what_a_gradient_itself_depends_on_is_not_known() -> None:
    analysis = run(
        "y = tf.reduce_sum(a * a + b)\n"
        "first = tf.gradients(y, [a])[0]\n"
        "optimizer = tf.train.MomentumOptimizer(0.1, 0.9)\n"
        "second = optimizer.compute_gradients(first, [a, b])\n"
        "optimizer.apply_gradients([(g, v) for g, v in second if g is not None])\n"
        "both = tf.train.AdagradOptimizer(0.1).minimize(y + tf.norm(first), var_list=[a, b])\n"
    )
    assert of("Momentum", analysis) == {"a": "possible", "b": "possible"}  # TensorFlow: a
    assert of("Adagrad", analysis) == {"a": "definite", "b": "definite"}


DOUBTED = """\
import data
import tensorflow as tf

pairs = []
for i in range({count}):
    v = tf.get_variable("w%d" % i, [3])
    if data.trains(v):
        pairs.append((data.gradient(v), data.variable(v)))
tf.train.MomentumOptimizer(0.1, 0.9).apply_gradients(pairs)
"""


def test_pairs_that_may_be_there_are_applied_once() -> None:
    """Otherwise all variables get their slots for each of them."""
    used = []
    for count in (10, 40):
        budget = patient()
        analyze(Snapshot("/p/model.py", DOUBTED.format(count=count)), budget)
        used.append(budget.used)
    assert used[1] < 5 * used[0]

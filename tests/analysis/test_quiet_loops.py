"""A loop that builds nothing for many rounds is left; loops of models do not count."""

from __future__ import annotations

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

PROGRAM = """\
import tensorflow as tf

layers = tf.keras.layers
model = tf.keras.Sequential(
    [layers.Embedding(7, 4, input_length=5), layers.Bidirectional(layers.LSTM(3)), layers.Dense(2)]
)
copies = [layer.__class__.from_config(layer.get_config()) for layer in model.layers]
tf.get_variable("copies_%d" % len(copies), [])
"""


def test_layers_made_in_a_loop_are_all_made() -> None:
    analysis = analyze(Snapshot("/p/model.py", PROGRAM), patient())
    assert analysis.variables[-1].name == "copies_3:0"


STACKED = """\
import tensorflow as tf
from tensorflow.keras.layers import LSTM, Bidirectional, Input

layers = [Bidirectional(LSTM(units, return_sequences=True)) for units in [3, 4, 5, 6, 7]]
net = Input((10, 4))
for layer in layers:
    net = layer(net)
"""


def test_the_rounds_of_modelled_standard_modules_do_not_count() -> None:
    analysis = analyze(Snapshot("/p/model.py", STACKED), patient())
    last = analysis.variables[-1]
    name, certainty = "bidirectional_4/backward_lstm_4/bias:0", "definite"
    assert (last.name, last.certainty.value) == (name, certainty)


EVALUATED = """\
import tensorflow as tf

def evaluate(step):
    with tf.Graph().as_default():
        tf.get_variable("w", [2])
        with tf.Session() as session:
            return session.run("w:0")

for step in range(1000):
    evaluate(step)
tf.layers.dense(tf.ones([1, 2]), 3)
"""


def test_a_loop_that_builds_the_same_graph_again_and_again_is_left() -> None:
    analysis = analyze(Snapshot("/p/model.py", EVALUATED), patient())
    names = [(event.name, event.certainty.value) for event in analysis.variables]
    assert names.count(("w:0", "definite")) < 20
    assert names[-2:] == [("dense/kernel:0", "definite"), ("dense/bias:0", "definite")]


TRAINS = """\
import tensorflow as tf

w = tf.get_variable("w", [2])
with tf.Session() as session:
    for step in range(100000):
        with tf.variable_scope("summary"):
            session.run(w)
with tf.variable_scope("summary"):
    tf.Variable(0.0)
"""


def test_a_loop_that_trains_is_left_and_what_it_would_have_named_is_doubted() -> None:
    analysis = analyze(Snapshot("/p/model.py", TRAINS), patient())
    last = analysis.variables[-1]
    assert last.name.startswith("summary_") and last.certainty.value == "possible"
    assert not analysis.problems


REPEATED_TRAINING = """\
import tensorflow as tf

def model_fn(features, labels, mode):
    net = tf.layers.conv2d(features, 4, 3, dilation_rate=2)
    net = tf.where(net > 0.0, net, tf.zeros_like(net))
    loss = tf.reduce_mean(tf.layers.dense(net, 2))
    train = tf.train.AdamOptimizer().minimize(loss, tf.train.get_global_step())
    return tf.estimator.EstimatorSpec(mode, loss=loss, train_op=train)

def input_fn():
    return tf.zeros([2, 8, 8, 3]), tf.zeros([2])

estimator = tf.estimator.Estimator(model_fn)
for epoch in range(30):
    estimator.train(input_fn)
    estimator.evaluate(input_fn)
"""


def test_the_last_round_of_a_loop_that_is_left_goes_through_all_loops_of_models() -> None:
    analysis = analyze(Snapshot("/p/model.py", REPEATED_TRAINING), patient())
    assert not analysis.gaps
    assert not analysis.problems


SEARCHES = """\
import tensorflow as tf
import not_there

def owner(node):
    while True:
        mode = getattr(node, "mode", None)
        if mode is not None:
            return mode
        if node.parent is None:
            break
        node = node.parent
    return False

for _ in range(30):
    owner(not_there.node())
tf.get_variable("w", [2])
"""


def test_a_loop_that_any_round_may_leave_is_left() -> None:
    budget = patient()
    analysis = analyze(Snapshot("/p/model.py", SEARCHES), budget)
    assert [(event.name, event.certainty.value) for event in analysis.variables] == [
        ("w:0", "definite")
    ]
    assert budget.used < 60_000


SAMPLED = """\
import random
import tensorflow as tf
import somewhere

known = somewhere.load()

def sample(count):
    found = []
    while True:
        if len(found) == count:
            break
        item = random.choice(known)
        if item not in found:
            found.append(item)
    return found

for user in known:
    chosen = sample(1)
tf.get_variable("after", [len(chosen)])
"""


def test_a_loop_that_any_further_round_may_leave_is_left_soon() -> None:
    budget = patient()
    analysis = analyze(Snapshot("/p/model.py", SAMPLED), budget)
    assert [event.name for event in analysis.variables] == ["after:0"]
    assert budget.used < 50_000

"""Loops that only repeat themselves: the result is as if each round had been run.

Each program says by the name of a variable what the loop left behind, so a round too few shows.
"""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.interpreter.budget import Budget
from tests.support.patience import patient

TRAINING = """\
import tensorflow as tf

w = tf.get_variable("w", [2])
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(w))
losses = []
with tf.Session() as session:
    for step in range(30000):
        rate = 0.5 * step
        _, loss = session.run([train, w])
        losses.append(loss)
        if step % 1000 == 0:
            print("step %d: %f" % (step, loss))
tf.get_variable("after_%d_%d_%d" % (step, rate, len(losses)), [])
"""


def names(program: str, budget: Budget | None = None) -> list[tuple[str, str]]:
    analysis = analyze(Snapshot("/p/train.py", program), budget or patient())
    return [(event.name, event.certainty.value) for event in analysis.variables]


def test_what_a_training_loop_leaves_behind_is_known() -> None:
    assert names(TRAINING) == [("w:0", "definite"), ("after_29999_14999_30000:0", "definite")]


def in_rounds(program: str, *numbers: int) -> list[tuple[int, list[tuple[str, str]]]]:
    """What a program of 30,000 rounds makes in other numbers of them, which cost the same."""
    found, costs = [], set()
    for rounds in numbers:
        budget = patient()
        found.append((rounds, names(program.replace("30000", str(rounds)), budget)))
        costs.add(budget.used)
    assert len(costs) == 1
    return found


def test_the_number_of_rounds_costs_nothing() -> None:
    in_rounds(TRAINING, 50, 30000)


EAGER = """\
import tensorflow as tf

tf.enable_eager_execution()
w = tf.Variable([1.0], name="w")
for step in range(30000):
    loss = tf.reduce_sum(w * w, name="loss")
    w.assign_sub(0.1 * loss * w)
tf.Variable(1.0, name="after_%d" % step)
"""


def test_ops_that_run_at_once_leave_nothing_behind() -> None:
    for rounds, found in in_rounds(EAGER, 50, 30000):
        assert [name for name, _ in found] == ["w:0", f"after_{rounds - 1}:0"]


EFFECTS = {
    "a variable": ("", "if i == 5000: tf.get_variable('x', [])", "x:0"),
    "an attribute": ("class C: pass\nc = C()", "if i == 5000: c.x = 3", "3:0"),
    "an attribute that was there": (
        "class C: x = 1\nc = C()\nc.x = 2",
        "if i == 5000: c.x = 3",
        "3:0",
    ),
    "a name": ("best = 1", "if i == 5000: best = 2", "2:0"),
    "a name that most rounds bind": (
        "best = 1",
        "if i > 5000: continue\n    best = i",
        "5000:0",
    ),
    "a sum": ("best = 1", "best += 1", "6001:0"),
    "a global name": (
        "best = 1\ndef f(i):\n    global best\n    if i == 500: best = 4",
        "f(i)",
        "4:0",
    ),
    "a name of an outer function": (
        "def make():\n    n = 1\n    def f(i=None):\n        nonlocal n\n"
        "        if i == 500: n = 7\n        return n\n    return f\nf = make()",
        "f(i)",
        "7:0",
    ),
    "a list": ("xs = []", "if i % 100 == 0: xs.append(i)", "60:0"),
    "a list of numbers": ("xs = []", "xs.append(i)", "5999:0"),
    "the length of a list": (
        "xs = []\nunknown = __import__('os').urandom",
        "xs.append(unknown(1))\n    if len(xs) == 3000: tf.get_variable('x', [])",
        "x:0",
    ),
    "a dict": ("d = {}", "d[i % 3] = i", "5999:0"),
    "an iterator": ("it = iter(range(9000))", "j = next(it)", "5999:0"),
    "a generator": (
        "def g():\n    n = 0\n    while True:\n        yield n\n        n += 1\nit = g()",
        "j = next(it)",
        "5999:0",
    ),
    "a generator that is sent": (
        "def g():\n    n = 0\n    while True:\n        yield n\n        n += 1\nit = g()",
        "j = it.send(None)",
        "5999:0",
    ),
    "a shuffled copy": ("import random\nxs = [3]", "random.shuffle(xs)\n    j = i", "5999:0"),
    "code picked by number": (
        "def a(): pass\ndef b(): tf.get_variable('x', [])\nfs = [a] * 5000 + [b] * 1000",
        "fs[i]()",
        "x:0",
    ),
    "a way out": ("", "if i == 5000: break", "5000:0"),
    "an exception": ("def f(i):\n    if i == 5000: raise KeyError(i)\n", "f(i)", "caught:0"),
    "a name that a function reads": (
        "rate = 9\ndef f():\n    if rate == 2500: tf.get_variable('x', [])",
        "f()\n    rate = i // 2",
        "x:0",
    ),
}
LEFT = {
    "a variable": "'y'",
    "an attribute": "'%d' % c.x",
    "an attribute that was there": "'%d' % c.x",
    "a name": "'%d' % best",
    "a name that most rounds bind": "'%d' % best",
    "a sum": "'%d' % best",
    "a global name": "'%d' % best",
    "a name of an outer function": "'%d' % f()",
    "a list": "'%d' % len(xs)",
    "a list of numbers": "'%d' % xs[-1]",
    "the length of a list": "'y'",
    "a dict": "'%d' % d[2]",
    "an iterator": "'%d' % j",
    "a generator": "'%d' % j",
    "a generator that is sent": "'%d' % j",
    "a shuffled copy": "'%d' % j",
    "code picked by number": "'y'",
    "a way out": "'%d' % i",
    "an exception": "'never'",
    "a name that a function reads": "'y'",
}


@pytest.mark.parametrize("what", EFFECTS)
def test_a_late_round_that_changes_something_is_run(what: str) -> None:
    before, body, expected = EFFECTS[what]
    program = (
        f"import tensorflow as tf\n{before}\n"
        "def caught(): tf.get_variable('caught', [])\n"
        f"try:\n  for i in range(6000):\n    {body}\n"
        f"except KeyError: caught()\n"
        f"else: tf.get_variable({LEFT[what]}, [])\n"
    )
    assert (expected, "definite") in names(program)


def test_a_loop_over_a_list_ends_with_its_last_item() -> None:
    program = (
        "import tensorflow as tf\n"
        "for rate, size in [(i / 10, i) for i in range(50)]:\n    pass\n"
        "tf.get_variable('%.1f_%d' % (rate, size), [])\n"
    )
    assert names(program) == [("4.9_49:0", "definite")]


def test_a_round_that_is_tried_leaves_no_trace() -> None:
    """The trial takes a branch that no round takes."""
    program = (
        "import tensorflow as tf\n"
        "def build(): tf.get_variable('never', [])\n"
        "for i in range(100):\n    if i > 200: build()\n"
        "tf.get_variable('v', [])\n"
    )
    analysis = analyze(Snapshot("/p/train.py", program), patient())
    sound = [one.name for one in analysis.variables if one.uncalled is None]
    assert sound == ["v:0"]
    assert not analysis.gaps
    assert not analysis.problems


SELECTING = """\
import tensorflow as tf
from unknown import labels

count, chosen = 0, []
for i in range(30000):
    if labels[i] and count < 4000:
        chosen.append(i)
        count += 1
tf.get_variable("after_%d" % i, [])
for i in chosen[3:]:
    tf.get_variable("chosen_%d" % i, [])
tf.get_variable("count_%d" % count, [])
"""


def test_what_each_round_may_add_is_as_good_as_unknown_in_the_end() -> None:
    for rounds, found in in_rounds(SELECTING, 300, 30000):
        assert found == [
            (f"after_{rounds - 1}:0", "definite"),
            ("chosen_{i}:0", "symbolic"),
            ("count_{?}:0", "symbolic"),
        ]


EPOCHS = """\
import tensorflow as tf

x = tf.data.make_one_shot_iterator(tf.data.Dataset.range(100)).get_next()
with tf.Session() as session:
    for epoch in range(50):
        steps, losses = 0, []
        while True:
            try:
                losses.append(session.run(x))
                steps += 1
                if steps % 100 == 0:
                    print("step %d" % steps)
            except tf.errors.OutOfRangeError:
                break
tf.get_variable("after_%d" % epoch, [])
tf.get_variable("steps_%d" % steps, [])
"""


def test_a_loop_until_the_data_ends_is_left_at_once() -> None:
    budget = patient()
    assert names(EPOCHS, budget) == [("after_49:0", "definite"), ("steps_{steps}:0", "symbolic")]
    assert budget.used < 5_000


ENDS = {
    "a count": ("n = 0", "n += 1\n    if n == 5000: break", "5000:0"),
    "a count in an object": (
        "class C: n = 0\nc = C()",
        "c.n += 1\n    n = c.n\n    if n == 5000: break",
        "5000:0",
    ),
    "a list": ("n, xs = 0, []", "xs.append(0)\n    n = len(xs)\n    if n == 5000: break", "5000:0"),
    "a generator": (
        "def g():\n    yield from range(5001)\nit = g()",
        "try: n = next(it)\n    except StopIteration: break",
        "5000:0",
    ),
    "a variable": (
        "n = 0",
        "n += 1\n    if n == 5000: tf.get_variable('x', [])\n    if n == 6000: break",
        "x:0",
    ),
}


@pytest.mark.parametrize("what", ENDS)
def test_a_loop_that_ends_late_is_run_to_its_end(what: str) -> None:
    before, body, expected = ENDS[what]
    program = (
        f"import tensorflow as tf\n{before}\nwhile True:\n    {body}\n"
        "tf.get_variable('%d' % n, [])\n"
    )
    assert (expected, "definite") in names(program)


OBJECTS = """\
import tensorflow as tf

class Scale(tf.layers.Layer):
    def __init__(self, name="scale"):
        super().__init__(name=name)
        self.parts = [[], {"count": 0}]

    def build(self, shape):
        self.factor = self.add_variable("factor", [shape[-1]])
        super().build(shape)

    def call(self, x):
        self.parts[1]["count"] += 1
        return x * self.factor

layers, again, shared = [], [], []
for _ in range(ROUNDS):
    layer = Scale()
    layers.append(layer)
    again.append((layer, [layer]))
    shared.append(tf)
x = tf.zeros([2, 3])
for layer in layers:
    layer(x)
second, last = layers[1], layers[-1]
same = second is last, again[-1][0] is last, again[-1][1][0] is last, shared[1] is shared[-1]
tf.get_variable("same_" + "_".join(map(str, same)), [len(layers)])
tf.get_variable("count_%d" % last.parts[1]["count"], [])
"""


def test_each_round_creates_objects_of_its_own() -> None:
    found = names(OBJECTS.replace("ROUNDS", "20"))
    made = [("scale" + f"_{i}" * (i > 0) + "/factor:0", "definite") for i in range(20)]
    assert found[:20] == made
    assert found[20:] == [("same_False_True_True_True:0", "definite"), ("count_1:0", "definite")]


def test_after_very_many_rounds_it_is_not_known_how_many_objects_there_are() -> None:
    program = """\
import tensorflow as tf
pairs = []
for step in range(30000):
    pairs.append([step, "x"])
tf.get_variable("first_%s" % pairs[0][1], [])
tf.get_variable("count_%d" % len(pairs), [])
"""
    (first, count) = names(program)
    assert first == ("first_x:0", "definite")
    assert count[1] != "definite"

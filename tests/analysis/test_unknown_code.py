"""Code that is not known may act on the graph where it can reach it, and nowhere else."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.result import Certainty
from tests.analysis.running import names, run


class TestUnknownCode:
    """Code that is not known may act on the graph where it can reach it, and nowhere else."""

    def test_a_missing_package_may_have_made_what_is_fetched(self) -> None:
        found = run(
            """
import models
net = models.Net(tf.zeros([2, 3]))
with tf.variable_scope("net", reuse=True):
    tf.get_variable("w", [3])
"""
        )
        assert not found.errors
        assert names(found) == ["net/w:0?"]
        assert found.variables[0].reused
        assert [gap.reason for gap in found.gaps if gap.hides] == ["module models was not found"]

    def test_what_cannot_be_made_may_be_fetched(self) -> None:
        """Without a shape nothing is made, but what is shared and is there needs none."""
        found = run(
            """
import models
with tf.variable_scope("net", reuse=tf.AUTO_REUSE):
    models.build()
    tf.get_variable("w")
with tf.variable_scope("other"):
    tf.get_variable("w")
"""
        )
        assert [(error.span.line, error.certainty) for error in found.errors] == [
            (7, Certainty.POSSIBLE),
            (9, Certainty.DEFINITE),
        ]
        assert names(found)[0] == "net/w:0"

    def test_automatic_names_behind_it_are_possible_and_others_are_not(self) -> None:
        found = run(
            """
import models
models.build()
tf.get_variable("w", [3])
tf.layers.dense(tf.zeros([2, 3]), 4)
with tf.variable_scope("own"):
    tf.layers.dense(tf.zeros([2, 3]), 4, use_bias=False)
tf.Variable(0.0)
"""
        )
        assert names(found) == [
            "w:0",
            "dense/kernel:0?",
            "dense/bias:0?",
            "own/dense/kernel:0",
            "Variable:0?",
        ]

    def test_names_that_are_counted_up_behind_it_are_possible(self) -> None:
        """It may have taken the number, from a scope above too; names differ by more than case."""
        found = run(
            """
import models
tf.get_variable("V", [3])
tf.get_variable("v", [3])
models.build()
tf.get_variable("w", [3])
tf.get_variable("W", [3])
with tf.variable_scope("own"):
    tf.get_variable("w", [3])
    tf.get_variable("W", [3])
with tf.variable_scope("its"):
    models.build()
    tf.get_variable("w", [3])
with tf.variable_scope("its", reuse=tf.AUTO_REUSE):
    tf.get_variable("W", [3])
"""
        )
        assert names(found) == [
            "V:0",
            "v_1:0",
            "w:0",
            "W_1:0?",
            "own/w:0",
            "own/W_1:0?",
            "its/w:0",
            "its/W_1:0?",
        ]

    @pytest.mark.parametrize(
        ("call", "is_certain"),
        [
            ("models.reset_graph()", False),
            ("models.Session().clear()", False),
            ("models.build()", True),
        ],
    )
    def test_what_is_named_like_a_reset_may_have_emptied_the_graph(
        self, call: str, is_certain: bool
    ) -> None:
        found = run(
            f"""
import models
tf.get_variable("w", [3])
{call}
tf.get_variable("w", [3])
"""
        )
        assert [error.certainty is Certainty.DEFINITE for error in found.errors] == [is_certain]

    def test_errors_that_do_not_rest_on_it_stay(self) -> None:
        found = run(
            """
import models
models.build()
tf.get_variable("w", [3])
tf.get_variable("w", [3])
"""
        )
        assert [error.code for error in found.errors] == ["variable-exists"]

    @pytest.mark.parametrize(
        "call",
        [
            "import cv2\ncv2.imread('a.png')",
            "import pandas as pd\npd.read_csv('a.csv').values.mean()",
            "import argparse\nargparse.ArgumentParser().parse_args().call()",
            "tf.Session().run(tf.global_variables_initializer())",
            "np.load('a.npz')['w'].no_such_method()",
            "import requests\nrequests.get('a').json()['b'].c(3)",
        ],
    )
    def test_code_that_cannot_reach_the_graph_costs_nothing(self, call: str) -> None:
        found = run(f"{call}\ntf.layers.dense(tf.zeros([2, 3]), 4)")
        assert names(found) == ["dense/kernel:0", "dense/bias:0"]
        assert not found.gaps

    def test_a_class_of_an_unknown_base_may_build_when_it_is_made(self) -> None:
        found = run(
            """
import models
class Mine(models.Net):
    def head(self):
        with tf.variable_scope("net", reuse=True):
            tf.get_variable("w", [3])
        return tf.layers.dense(self.out, 2, name="head", use_bias=False)
Mine(3).head()
"""
        )
        assert not found.errors
        assert names(found) == ["net/w:0?", "head/kernel:0"]

    def test_functions_given_to_it_may_be_called(self) -> None:
        found = run(
            """
import models
def build(x):
    return tf.get_variable("w", [2])
models.apply(build, x=[build])
with tf.variable_scope("", reuse=True):
    tf.get_variable("w", [2])
"""
        )
        assert not found.errors
        assert set(names(found)) == {"w:0?"}

    def test_who_only_looks_at_functions_calls_none(self) -> None:
        found = run(
            """
import contextlib2
import inspect
def build(size):
    with contextlib2.ExitStack() as stack:
        stack.enter_context(tf.variable_scope("s"))
        return tf.get_variable("w", [size])
inspect.getcomments(build)
inspect.no_such_function(build)
build(inspect.getcallargs(build, 3)["size"])
"""
        )
        assert names(found) == ["s/w:0"]
        assert found.variables[0].shape == (3,)

    def test_a_layer_given_to_it_may_be_built_there(self) -> None:
        found = run(
            """
import models
first = tf.layers.Dense(3, name="first", use_bias=False)
second = tf.layers.Dense(3, name="second", use_bias=False)
second(tf.ones([2, 3]))
cell = tf.nn.rnn_cell.GRUCell(4)
models.run(first, [second, cell])
with tf.variable_scope("own"):
    first(tf.ones([2, 3]))
    second(tf.ones([2, 3]))
    tf.nn.dynamic_rnn(cell, tf.ones([2, 3, 4]), dtype=tf.float32)
    tf.get_variable("w", [2])
"""
        )
        assert names(found)[:2] == ["second/kernel:0", "own/first/kernel:0?"]
        assert names(found)[-1] == "own/w:0"
        assert {"own/rnn/gru_cell/gates/kernel:0?"} < set(names(found))

    def test_a_custom_getter_may_ask_for_another_name(self) -> None:
        found = run(
            """
import models
with tf.variable_scope("a", custom_getter=models.getter):
    tf.get_variable("w", [2])
    tf.Variable(0.0, name="v")
with tf.variable_scope("a", reuse=True):
    tf.get_variable("w", [2])
tf.get_variable("a/w", [2])
"""
        )
        assert set(names(found)) == {"a/w:0?", "a/v:0?"}
        assert not found.errors

    def test_nobody_can_count_the_ops(self) -> None:
        """TensorFlow creates more of them than the model does, for a saver for one."""
        found = run(
            """
w = tf.get_variable("w", [3])
tf.train.Saver()
operations = tf.get_default_graph().get_operations()
tf.get_variable("n%d" % len([op for op in operations if "save" in op.name]), [])
tf.get_variable("any_%s" % any(op.name == "w" for op in operations), [])
"""
        )
        assert found.variables[1].certainty is Certainty.SYMBOLIC
        assert names(found)[2] == "any_True:0"

    def test_nobody_can_count_the_variables(self) -> None:
        found = run(
            """
import models
tf.get_variable("a", [2])
tf.get_variable("before" if len(tf.global_variables()) == 1 else "no", [])
models.build()
tf.get_variable("one" if len(tf.global_variables()) == 2 else "more", [])
"""
        )
        assert names(found) == ["a:0", "before:0", "one:0?", "more:0?"]

    def test_nobody_can_count_what_is_made_of_the_variables_either(self) -> None:
        """A list of their names may hold more names, and so may a text made of them."""
        found = run(
            """
import models
tf.get_variable("a", [2])
with tf.variable_scope("in"):
    models.build()
found = [v.op.name for v in tf.global_variables()]
tf.get_variable("n%d" % len(found), [])
tf.get_variable("n_" + "_".join(found), [])
tf.get_variable("n_" + "_".join(["k"] + [v.op.name for v in tf.global_variables()[:1]]), [])
"""
        )
        assert [event.certainty for event in found.variables[1:]] == [Certainty.SYMBOLIC] * 3

    def test_a_filter_behind_a_session_is_still_checked(self) -> None:
        found = run(
            """
w = tf.get_variable("gen/w", [2])
train = tf.train.AdamOptimizer().minimize(tf.reduce_sum(w))
tf.Session().run(train)
mine = [v for v in tf.trainable_variables() if v.name.startswith("generator")]
"""
        )
        assert [one.certainty for one in found.filters] == [Certainty.DEFINITE]


BUILDS = {
    "a pickle": "pickle.load(open('net.pkl', 'rb'))(x)",
    "what a pickler reads": "pickle.Unpickler(open('net.pkl', 'rb')).load()(x)",
    "what pydoc finds": "pydoc.locate(sys.argv[1])(x)",
    "an item of a file": "json.load(open('absent.json'))['net'](tf.get_variable_scope())",
    "a function before arguments that are not known": "plt.plot(make, *absent)",
    "a function behind them": "plt.plot(*absent, make)",
    "a function by its name": "plt.plot(*absent, back=make)",
    "one of arguments that are not known": "call(*absent)",
    "one of keywords that are not known": "call(**absent)",
}
BUILDS_NOT = {
    "data of a pickle": "pickle.load(open('words.pkl', 'rb')).items()",
    "a class that pydoc finds": "pydoc.locate('collections.OrderedDict')()",
    "numbers": "plt.plot(x, *[1, 2])",
}
IMPORTS = """
import json, pickle, pydoc, sys
import matplotlib.pyplot as plt
from somewhere import absent
x = tf.zeros([2, 3])
def make():
    return tf.layers.dense(x, 2)
def call(f):
    return f()
"""


@pytest.mark.parametrize("line", BUILDS.values(), ids=list(BUILDS))
def test_what_may_build_makes_later_automatic_names_uncertain(line: str) -> None:
    found = run(IMPORTS + line + "\ntf.layers.dense(x, 4, use_bias=False)\n")
    assert names(found)[-1].endswith("/kernel:0?")
    called_back = [name for name in names(found) if name.endswith("/bias:0?")]
    assert called_back or any(gap.hides for gap in found.gaps)


@pytest.mark.parametrize("line", BUILDS_NOT.values(), ids=list(BUILDS_NOT))
def test_what_builds_nothing_leaves_them_certain(line: str) -> None:
    found = run(
        IMPORTS.replace("from somewhere import absent\n", "")
        + line
        + "\ntf.layers.dense(x, 4, use_bias=False)\n"
    )
    assert names(found) == ["dense/kernel:0"]


def test_what_comes_before_arguments_that_are_not_known_keeps_its_place() -> None:
    found = run(
        "from somewhere import absent\n"
        "def make(name, shape, more=None):\n"
        "    tf.get_variable(name, shape)\n"
        "make('w', [2], *absent)\n"
    )
    assert [(one.name, one.shape) for one in found.variables] == [("w:0", (2,))]


def test_an_attribute_set_by_an_unknown_name_may_be_any_of_them() -> None:
    found = run(
        "import sys\n"
        "class Net:\n"
        "    def __init__(self):\n"
        "        self.first, self.second = 'a', 'b'\n"
        "net = Net()\n"
        "tf.get_variable(net.first, [1])\n"
        "setattr(net, sys.argv[1], 'c')\n"
        "tf.get_variable(net.second, [1])\n"
        "net.__dict__[sys.argv[1]] = 'd'\n"
        "tf.get_variable(net.third, [1])\n"
    )
    assert [(one.name, one.certainty.name) for one in found.variables] == [
        ("a:0", "DEFINITE"),
        ("b:0", "POSSIBLE"),
        ("c:0", "POSSIBLE"),
        ("{?}:0", "SYMBOLIC"),
    ]


def test_a_global_step_that_is_there_is_not_made_again() -> None:
    found = run(
        "import models\n"
        "tf.train.get_or_create_global_step()\n"
        "models.build(tf.zeros([1]))\n"
        "step = tf.train.get_or_create_global_step()\n"
        "tf.get_variable(step.op.name + '_copy', [])\n"
    )
    assert not found.errors
    assert names(found) == ["global_step:0", "global_step_copy:0"]


def test_a_global_step_that_unknown_code_may_have_made_is_not_refused() -> None:
    found = run("import models\nmodels.build(tf.zeros([1]))\ntf.train.create_global_step()\n")
    assert not found.errors
    assert names(found) == ["global_step:0?"]


def test_a_copy_of_an_object_with_more_attributes_is_one_of_its_class() -> None:
    found = run(
        "import copy, sys\n"
        "class Net:\n"
        "    def build(self):\n"
        "        tf.get_variable('w', [1])\n"
        "net = Net()\n"
        "setattr(net, sys.argv[1], 'c')\n"
        "copy.deepcopy(net).build()\n"
        "copy.copy(net).build()\n"
    )
    assert names(found) == ["w:0"]
    assert [error.code for error in found.errors] == ["variable-exists"]

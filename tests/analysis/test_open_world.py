"""What is not known costs its own value, never the rest of the program, and is said."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Analysis, Certainty
from tests.support.patience import patient


def run(text: str, **buffers: str) -> Analysis:
    """Analyse a program beside other modules, each given as text by its name."""
    others = {f"/project/{name}.py": source for name, source in buffers.items()}
    source = "import tensorflow as tf\nimport numpy as np\n" + text
    return analyze(Snapshot("/project/main.py", source, others, ("/project",)), patient())


def names(analysis: Analysis) -> list[str]:
    """The names that the program makes or fetches; with a question mark where not certain."""
    return [
        event.name + ("" if event.certainty is Certainty.DEFINITE else "?")
        for event in analysis.variables
        if event.uncalled is None and not event.after_error
    ]


FAILURES = {
    "an attribute of a number": "size = (5).astype(int)",
    "an item that is not there": "size = {'a': 1}['b']",
    "an unpacking of another length": "size, rest = [1, 2, 3]",
    "an argument that does not fit": "size = (lambda a: a)(1, 2)",
    "a call of what is not callable": "size = 3()",
    "an operation on None": "size = None + 3",
    "a loop over a number": "for size in 3: pass",
    "a manager that is none": "with 3 as size: pass",
    "a decorator that fails": "@len\nclass size: pass",
    "a comprehension over a number": "size = [x for x in 5]",
    "a host function's refusal": "size = int('many')",
    "a name that a model lacks": "from numpy import no_such_function as size",
    "a module that a model lacks": "from tensorflow.python.no_such_module import size",
    "an assertion": "size = 4\nassert size == 5",
    "a deletion": "size = {}\ndel size['a']",
    "an item assignment": "size = (1, 2)\nsize[0] = 3",
    "an f-string": "size = f'{3:>>>}'",
}


@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
def test_a_failure_costs_its_own_value(failure: str) -> None:
    body = "\n    ".join(failure.splitlines())
    program = f"""
def build():
    tf.get_variable("before", [2])
    {body}
    tf.get_variable("after", [2])
    return size

w = tf.get_variable("w", build())
tf.get_variable("last", [2])
"""
    found = run(program)
    assert [name.rstrip("?") for name in names(found)] == ["before:0", "after:0", "w:0", "last:0"]
    assert not any(name.endswith("?") for name in names(found)[:2])
    assert [event.shape for event in found.variables][-1] == (2,)
    assert not found.errors


def test_the_dearest_gap_comes_first() -> None:
    found = run(
        """
a = {}["cheap"]
tf.get_variable("a", [a])
b = {}["dear"]
for i in range(3):
    tf.get_variable("b%d" % i, [b])
c = {}["free"]
"""
    )
    assert [(gap.reason, gap.shapes) for gap in found.gaps] == [
        ("{}['dear'] could not be followed (KeyError: dear)", 3),
        ("{}['cheap'] could not be followed (KeyError: cheap)", 1),
    ]


def test_a_handler_that_names_the_failure_is_believed() -> None:
    found = run(
        """
def size(table):
    try:
        return table["size"]
    except KeyError:
        return 3
w = tf.get_variable("w", [size({})])
"""
    )
    assert found.variables[0].shape == (3,)
    assert names(found) == ["w:0"]


def test_a_handler_for_everything_is_followed_as_well() -> None:
    """A safety net around a whole program does not make a gap of ours the program's end."""
    found = run(
        """
def main():
    tf.get_variable("a", [2])
    size = (5).astype(int)
    tf.get_variable("b", [2])
try:
    main()
except Exception:
    tf.get_variable("handled", [1])
"""
    )
    assert names(found) == ["a:0", "b:0", "handled:0?"]


def test_what_the_program_raises_ends_it() -> None:
    found = run('tf.get_variable("a", [2])\nraise RuntimeError("no")\ntf.get_variable("b", [2])')
    assert names(found) == ["a:0", "b:0?"]
    assert [problem.kind for problem in found.problems] == ["crash"]


def test_a_name_that_is_bound_nowhere_ends_it() -> None:
    found = run(
        """
def build():
    tf.get_variable("a", [size])
    tf.get_variable("b", [2])
build()
tf.get_variable("c", [2])
"""
    )
    assert names(found) == ["a:0?", "b:0?", "c:0?"]
    (problem,) = found.problems
    assert problem.message == "NameError: name 'size' is not defined"
    assert (problem.span.line, problem.span.column) == (5, 27)


def test_a_name_that_the_programs_own_module_lacks_ends_it() -> None:
    found = run("from helpers import size\ntf.get_variable('a', [2])", helpers="length = 3\n")
    assert names(found) == ["a:0?"]
    assert found.problems[0].message.startswith("ImportError: cannot import name 'size'")


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
        """It may have taken the number; names differ by more than case."""
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
            "own/W_1:0",
            "its/w:0",
            "its/W_1:0?",
        ]

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


def test_a_module_that_compiled_code_fills_has_unknown_names() -> None:
    bootstrap = """
def __bootstrap__():
    global __bootstrap__, __file__
    import imp, pkg_resources
    __file__ = pkg_resources.resource_filename(__name__, "boxes.so")
    del __bootstrap__
    imp.load_dynamic(__name__, __file__)
__bootstrap__()
"""
    program = """
import boxes
from boxes import overlaps
tf.get_variable("before", [overlaps(3)])
boxes.scale(2)
tf.get_variable("after", [1])
"""
    assert names(run(program, boxes=bootstrap)) == ["before:0", "after:0"]


def test_an_object_that_unknown_code_initialises_has_unknown_attributes() -> None:
    found = run(
        """
import absent

class Model:
    __init__ = absent.initialiser(size=3)

model = Model()
tf.get_variable("size", [model.size])
tf.get_variable("w%d" % len(model.__dict__), [])
"""
    )
    assert names(found) == ["size:0", "w{?}:0?"]
    assert found.variables[0].shape == (None,)
    assert [gap.reason for gap in found.gaps] == ["module absent was not found"]


def test_a_module_that_a_package_lacks_may_be_generated() -> None:
    program = """
from package import messages_pb2
from package.fast import overlaps
try:
    from package import compiled
except ImportError:
    compiled = None
tf.get_variable("size", [messages_pb2.size])
tf.get_variable("compiled" if compiled else "pure", [overlaps(1)])
from package import Model
"""
    others = {"/project/package/__init__.py": ""}
    source = "import tensorflow as tf\n" + program
    found = analyze(Snapshot("/project/main.py", source, others, ("/project",)), patient())
    assert names(found) == ["size:0", "pure:0"]
    assert [problem.message.partition(":")[0] for problem in found.problems] == ["ImportError"]
    assert "Model" in found.problems[0].message


def test_the_names_of_a_modelled_module_are_all_of_them() -> None:
    found = run(
        """
import inspect
from tensorflow.contrib import distributions

own = {}
for name in sorted(dir(distributions)):
    if inspect.isclass(getattr(distributions, name)):
        own[name] = getattr(distributions, name)
tf.get_variable("normal" if own["Normal"] is distributions.Normal else "other", [])
tf.get_variable("all" if "Binomial" in dir(distributions) else "some", [])
tf.get_variable("numpy" if "no_such" not in dir(np) else "no", [])
"""
    )
    assert names(found)[:2] == ["normal:0", "all:0"]
    assert len(names(found)) == 4 and names(found)[2].endswith("?")


def test_a_decorator_that_is_not_known_may_open_a_scope() -> None:
    found = run(
        """
import absent
import numba
@absent.scoped("A")
def block(x):
    return tf.get_variable("w", [2])
class Model:
    @absent.once
    def build(self):
        return tf.layers.dense(tf.ones([2, 3]), 3, name="d", use_bias=False)
    def head(self):
        return tf.get_variable("head", [2])
@numba.jit
def sized(n):
    return tf.get_variable("sized", [n])
block(1)
tf.get_variable("w", [2])
model = Model()
model.build()
model.head()
block(2)
sized(3)
"""
    )
    assert set(names(found)) == {"w:0?", "d/kernel:0?", "head:0", "sized:0"}
    assert not found.errors
    assert "module absent was not found" in [gap.reason for gap in found.gaps if gap.hides]


def test_a_manager_that_is_not_known_may_open_a_scope() -> None:
    found = run(
        "import foreign\n"
        "with foreign.scope('a'):\n"
        "    tf.get_variable('w', [1])\n"
        "tf.get_variable('v', [1])\n"
        "with foreign.scope('b'):\n"
        "    tf.get_variable('w', [1])\n"
    )
    assert names(found) == ["w:0?", "v:0", "w:0?"]
    assert not found.errors


COLLECTED = """\
import nowhere
import tensorflow as tf

with tf.variable_scope("a"):
    tf.add_to_collection("things", nowhere.thing)
    tf.add_to_collection("things", tf.identity(tf.zeros([2]), name="known"))
    tf.add_to_collection("other", tf.identity(tf.zeros([2]), name="known"))
    tf.add_to_collection("other", "text")
if not tf.get_collection("things", scope="b/"):
    tf.get_variable("perhaps", [])
tf.get_variable("surely_%d" % len(tf.get_collection("other", scope="a/")), [])
"""


def test_what_is_not_known_may_be_of_any_scope_of_a_collection() -> None:
    analysis = analyze(Snapshot("/p/main.py", COLLECTED))
    made = [(event.name, event.certainty.value) for event in analysis.variables]
    assert made == [("perhaps:0", "possible"), ("surely_1:0", "definite")]


PRIVATE = {
    "control_flow_ops.switch(x, x > 0)": (False, "dense/kernel:0"),
    "critical_section_ops.CriticalSection()": (True, "dense/kernel:0?"),
}


@pytest.mark.parametrize("call", PRIVATE)
def test_private_functions_build_where_their_source_does(call: str) -> None:
    hides, name = PRIVATE[call]
    module = call.partition(".")[0]
    found = run(f"""
from tensorflow.python.ops import {module}

x = tf.zeros([3, 4])
{call}
tf.layers.dense(x, 2)
""")
    assert any(gap.hides for gap in found.gaps) is hides
    assert names(found)[0] == name

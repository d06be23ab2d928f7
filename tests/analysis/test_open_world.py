"""Something unknown affects only its own value, never the rest of the program, and is reported."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Certainty
from tests.analysis.running import names, run
from tests.support.patience import patient

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


def test_a_clock_costs_no_shape() -> None:
    found = run(
        """
import pickle
size = len(pickle.load(open("words.pkl", "rb")))
import datetime
folder = datetime.datetime.now().strftime("%Y")
tf.get_variable("w", [size])
"""
    )
    assert [(gap.reason, gap.shapes) for gap in found.gaps] == [("what a pickle holds", 1)]


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


def test_a_custom_getter_makes_no_doubtful_name_certain() -> None:
    found = run(
        """
import absent
def plainly(getter, name, *args, **kwargs):
    return getter(name, *args, **kwargs)
with tf.variable_scope("net", custom_getter=plainly):
    absent.build(tf.zeros([2, 3]))
    with tf.variable_scope(None, "conv"):
        tf.get_variable("w", [2])
    tf.get_variable("v", [2])
"""
    )
    assert names(found) == ["net/conv/w:0?", "net/v:0"]


def test_a_slot_is_no_more_certain_than_its_variable() -> None:
    found = run(
        """
import absent
with tf.name_scope("a"):
    absent.build(tf.zeros([2, 3]))
    v = tf.Variable(1.0)
with tf.variable_scope("b"):
    tf.train.AdagradOptimizer(0.1).minimize(v * v)
"""
    )
    assert names(found) == ["a/Variable:0?", "b/a/Variable/Adagrad:0?"]


def test_a_package_may_bind_more_than_the_branches_that_could_be_followed() -> None:
    """A branch of its body fails, and is taken for the one that is not taken."""
    package = """
import sys
if hasattr(sys, "standalone"):
    pass
else:
    size = (None + 1, 2)
    from package.models import Model
"""
    others = {
        "/project/package/__init__.py": package,
        "/project/package/models.py": "import tensorflow as tf\nclass Model: pass\n",
    }
    source = """
import tensorflow as tf
import package
tf.get_variable("before", [])
package.Model()
tf.get_variable("after", [])
with tf.variable_scope("", reuse=True):
    tf.get_variable("made_by_the_model", [])
"""
    found = analyze(Snapshot("/project/main.py", source, others, ("/project",)), patient())
    assert names(found)[:2] == ["before:0", "after:0"]
    assert found.problems == ()
    assert all(error.certainty is not Certainty.DEFINITE for error in found.errors)
    assert any("Model" in gap.reason for gap in found.gaps)


def test_an_exception_that_is_raised_again_is_no_more_certain() -> None:
    found = run(
        """
def launch():
    try:
        return [host for host in {}.keys()][0]
    except:
        print("cleaning up")
        raise
launch()
tf.get_variable("v", [2])
def check():
    try:
        return {}["host"]
    except KeyError as error:
        raise error
check()
tf.get_variable("w", [2])
def refuse():
    try:
        raise ValueError("no")
    except ValueError:
        raise
refuse()
tf.get_variable("never", [2])
"""
    )
    assert names(found) == ["v:0", "w:0", "never:0?"]
    assert [problem.message for problem in found.problems] == ["ValueError: no"]

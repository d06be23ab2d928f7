"""Modules that are not there: what they may have built, while they were imported and later."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.result import Certainty
from tests.analysis.running import names, run

AFTER_IMPORT = {
    "saver": "import model\ntf.train.Saver()\n",
    "names of it": "from model import loss, x\ntf.train.Saver(tf.global_variables())\n",
    "all its names": "from model import *\ntf.train.Saver()\n",
    "fetched": (
        "from model import *\nwith tf.variable_scope('a', reuse=True):\n    tf.get_variable('w')\n"
    ),
}
CALLED = {
    "a name that a star brought": "from model import *\nresnet(tf.zeros([1]))\n",
    "one that it brings to another module": "import brought\nbrought.resnet(tf.zeros([1]))\n",
    "the initializer of a base class": (
        "import model\n"
        "class Net(model.Base):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        "Net()\n"
    ),
}


def definite(text: str, **others: str) -> list[str]:
    """The errors that are said for certain."""
    errors = run(text, **others).errors
    return [error.message for error in errors if error.certainty is Certainty.DEFINITE]


@pytest.mark.parametrize("case", AFTER_IMPORT)
def test_a_module_may_have_built_all_while_it_was_imported(case: str) -> None:
    assert not definite(AFTER_IMPORT[case])
    analysis = run(AFTER_IMPORT[case])
    assert [gap.reason for gap in analysis.gaps] == ["module model was not found"]


def test_a_module_that_builds_nothing_leaves_errors_as_they_are() -> None:
    assert definite("import scipy.misc\ntf.train.Saver()\n") == ["No variables to save"]


def test_names_stay_certain_after_an_import() -> None:
    analysis = run("import model\ntf.Variable(1.0)\ntf.get_variable('a', [])\n")
    assert names(analysis) == ["Variable:0", "a:0"]
    assert definite("import model\ntf.get_variable('a', [])\ntf.get_variable('a', [])\n")


@pytest.mark.parametrize("case", CALLED)
def test_what_is_called_of_it_may_build(case: str) -> None:
    others = {"brought": "from model import *\n"}
    analysis = run(CALLED[case] + "tf.train.Saver()\nv = tf.Variable(1.0)\n", **others)
    assert any(gap.hides for gap in analysis.gaps)
    assert names(analysis) == ["Variable:0?"]
    assert not definite(CALLED[case] + "tf.train.Saver()\n", **others)


def test_functions_of_it_are_no_missing_arguments() -> None:
    assert not run("import model\ntf.cond(model.pred, model.f, model.g)\n").errors


def test_a_relative_import_outside_of_a_package_takes_the_other_way() -> None:
    layers = "import tensorflow as tf\ndef build(name):\n    tf.get_variable(name, [1])\n"
    fallback = (
        "try:\n    from . import layers\n    from .layers import build\n"
        "except (ModuleNotFoundError, ImportError):\n"
        "    import layers\n    from layers import build\n"
    )
    model = fallback + "def make():\n    layers.build('a')\n    build('b')\n"
    text = (
        "try:\n    from .model import make\n"
        "except ImportError:\n    from model import make\nmake()\n"
        + fallback
        + "layers.build('c')\n"
    )
    found = run(text, model=model, layers=layers)
    assert names(found) == ["a:0", "b:0", "c:0"]
    assert not found.gaps


def test_an_unknown_structure_stands_for_its_parts() -> None:
    found = run("""
import somewhere
from tensorflow.python.util import nest

def both(name, value):
    tf.get_variable(name, [1])
    return name

names = ("a", ["b", "c"], somewhere.names)
nest.map_structure(both, names, (somewhere.values, (1, 2), (3, (4, 5))))
tf.get_variable("after", [1])
""")
    assert [name for name in names(found) if not name.startswith("{")] == [
        "a:0",
        "b:0",
        "c:0",
        "after:0",
    ]
    assert [gap.reason for gap in found.gaps] == ["module somewhere was not found"]


def test_a_module_that_protoc_writes_is_there_although_a_handler_waits() -> None:
    found = run(
        """
try:
    from protos import tower_pb2
except ImportError as error:
    raise ValueError("run protoc first")
try:
    import protos.other_pb2
except ImportError:
    raise ValueError("run protoc first")
try:
    from protos import own
except ImportError:
    tf.get_variable("without", [1])
tf.get_variable("v", [tower_pb2.SIZE])
""",
        **{"protos/__init__": ""},
    )
    assert names(found) == ["without:0", "v:0"]
    assert [gap.reason for gap in found.gaps] == ["module protos.tower_pb2 was not found"]
    assert not found.problems


def test_a_gap_of_an_unknown_base_class_says_what_was_not_found() -> None:
    found = run(
        "from model import Base\n"
        "class Net(Base):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        "        self.loss = self.build()\n"
        "Net()\n"
    )
    assert {gap.reason for gap in found.gaps} == {
        "module model was not found",
        "a method of a base class that is not known (module model was not found)",
        "an attribute of a base class that is not known (module model was not found)",
    }


def test_an_unknown_base_class_may_have_special_methods_that_are_called_by_name() -> None:
    found = run(
        "import functools\n"
        "from model import Base\n"
        "class Net(Base):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        "net = Net()\n"
        "functools.partial(net.__call__, training=True)(1)\n"
        "net.__enter__()\n"
    )
    assert not any("could not be followed" in gap.reason for gap in found.gaps)

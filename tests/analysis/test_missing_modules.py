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


FALLBACK = {
    "an optimizer": (
        """
try:
    from optimizers_that_are_not_there import AdaBound
except ImportError:
    AdaBound = tf.train.AdagradOptimizer
v = tf.get_variable("v", [2])
AdaBound(0.1).minimize(tf.reduce_sum(v))
""",
        ["v:0", "v/Adagrad:0?"],
    ),
    "a wrapper of one": (
        """
try:
    import horovod_that_is_not_there as hvd
except ImportError:
    hvd = None
optimizer = tf.train.MomentumOptimizer(0.1, 0.9)
if hvd:
    optimizer = hvd.DistributedOptimizer(optimizer)
v = tf.get_variable("v", [2])
optimizer.minimize(tf.reduce_sum(v))
""",
        ["v:0", "v/Momentum:0?"],
    ),
    "what shows the progress of loops": (
        """
try:
    from progress_that_is_not_there import bar
except ImportError:
    bar = lambda x: x
for n in bar([3, 4]):
    tf.get_variable("k%d" % n, [n])
for i, n in enumerate(bar([3, 4])):
    tf.get_variable("v%d" % i, [n])
for a, n in zip(["a", "b"], bar([3, 4])):
    tf.get_variable(a, [n])
[tf.get_variable("l%d" % n, [n]) for n in bar([5, 6])]
""",
        ["k3:0?", "k4:0?", "v0:0?", "v1:0?", "a:0?", "b:0?", "l5:0?", "l6:0?"],
    ),
    "a function, one of a table and a method": (
        """
try:
    from layers_that_are_not_there import dense, table, Layers
except ImportError:
    def dense(x, name):
        return tf.layers.dense(x, 2, name=name, use_bias=False)
    table = {"dense": dense}
    class Layers:
        def dense(self, x):
            return dense(x, "third")
x = dense(tf.zeros([1, 2]), "first")
x = table["dense"](x, "second")
x = Layers().dense(x)
""",
        ["first/kernel:0?", "second/kernel:0?", "third/kernel:0?"],
    ),
    "a scope": (
        """
try:
    from scopes_that_are_not_there import scope
except ImportError:
    scope = tf.variable_scope
with scope("a"):
    tf.get_variable("v", [])
""",
        ["a/v:0?"],
    ),
    "a property": (
        """
try:
    from models_that_are_not_there import Model
except ImportError:
    class Model:
        @property
        def w(self):
            return tf.get_variable("w", [])
Model().w
""",
        ["w:0?"],
    ),
}
"""Each with the names of TensorFlow 1.15.5 (recorded), where the module is not there."""


@pytest.mark.parametrize("case", FALLBACK)
def test_what_takes_the_place_of_a_module_is_possible(case: str) -> None:
    text, recorded = FALLBACK[case]
    analysis = run(text)
    known = [name for name in names(analysis) if "{" not in name and name != "v:0?"]
    assert known == recorded
    assert any(gap.hides for gap in analysis.gaps)
    assert not analysis.errors


def test_a_package_that_imports_its_modules_by_name_means_its_own() -> None:
    def package(text: str) -> str:
        return (
            "__all__ = []\n"
            "def bring(name):\n"
            "    module = __import__(name, globals(), locals(), level=1)\n"
            "    del globals()[name]\n"
            "    for one in module.__all__:\n"
            "        globals()[one] = module.__dict__[one]\n"
            "        __all__.append(one)\n"
            "for name in ['base']:\n    bring(name)\n" + text
        )

    base = (
        "import tensorflow as tf\n__all__ = ['{0}']\ndef {0}():\n    tf.get_variable('{0}', [])\n"
    )
    found = run(
        "from kit.first import *\nfrom kit.second import *\none()\ntwo()\n",
        **{
            "kit/__init__": "",
            "kit/first/__init__": package(""),
            "kit/first/base": base.format("one"),
            "kit/second/__init__": package(
                "assert __import__('base', globals(), level=1).__name__ == 'kit.second.base'\n"
            ),
            "kit/second/base": base.format("two"),
        },
    )
    assert names(found) == ["one:0", "two:0"]

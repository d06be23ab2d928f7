"""What is chosen among functions of the program, it is not known which, is said to be lost.

Choices among data lose nothing.
"""

from __future__ import annotations

import pytest

from scope_lsp.analysis.result import Certainty
from tests.analysis.running import names, run

PRELUDE = """\
import imp
import importlib
import os
import random
import runpy
import sys

def one(): tf.get_variable("one", [1])
class Two:
    def __init__(self): tf.get_variable("two", [1])
    def build_wide(self): tf.get_variable("wide", [1])

name = os.environ["NAME"]
number = int(os.environ["NUMBER"])
both = [one, Two]
table = {"one": one, "two": Two}
filled = {}
filled[name] = one
long = {str(i): (lambda i=i: tf.get_variable("long_%d" % i, [1])) for i in range(9)}
nested = {"kind": {"one": one}}
deep = one, Two, one, Two, one, Two, one, Two, one, Two
order = lambda item: os.environ[item.__name__]
class Three:
    def build_deep(self): tf.get_variable("deep", [1])
objects = {"three": Three()}
layers = {"dense": tf.layers.Dense(3), "conv": tf.layers.Conv1D(3, 2)}
x = tf.zeros([3, 4])
"""
FOLLOWED = {
    "table[name]()": "one? two?",
    "table.get(name)()": "one? two?",
    "table.get(name, one)()": "one? two?",
    "{'a': one}[name]()": "one",
    "nested[name]['one']()": "one",
    "objects[name].build_deep()": "deep",
    "{'a': lambda t: tf.layers.dense(t, 3), 'b': tf.nn.relu}[name](x)": "dense/kernel? dense/bias?",
    "make = {'a': 'x', 'b': 'y'}[name]\ntf.get_variable(make, [1])": "x? y?",
    "for i in range({'a': 1, 'b': 2}[name]): tf.get_variable('v%d' % i, [1])": "v0 v1?",
}
CHOICES = (
    "long[name]()",
    "try: table[name]()\nexcept KeyError: tf.get_variable('other', [1])",
    "filled['one']()",
    "deep[number]()",
    "filled.get('one')()",
    "getattr(Three(), name)()",
    "globals()[name]()",
    "vars(sys.modules[__name__])[name]()",
    "sys.modules[name].build()",
    "importlib.import_module('nets.' + name).build()",
    "importlib.import_module(name).Net().build()",
    "__import__(name).build()",
    "imp.load_source('net', name)",
    "runpy.run_path(name)",
    "exec(name)",
    "getattr(tf.layers, name)(x, 3)",
    "getattr(tf.keras.layers, name)(3)(x)",
    "getattr(sys.modules[__name__], name)()",
    "getattr(Two(), 'build_' + name)()",
    "eval(name)()",
    "random.choice(both)()",
    "random.sample(both, 1)[0]()",
    "random.shuffle(both) or both[0]()",
    "max(both, key=order)()",
    "sorted(both, key=order)[0]()",
    "both.sort(key=order) or both[0]()",
    "{one, Two}.pop()()",
    "[item for item in both if order(item)][0]()",
    "next(item for item in both if order(item))()",
    "[item for key, item in globals().items() if key == name][0]()",
    "next(item for key, item in globals().items() if key == name)()",
    "{item.__name__: item for item in both if order(item)}['one']()",
)
DATA = (
    "{'a': 'x', 'b': 'y'}[name].lower()",
    "random.choice(['x', 'y']).lower()",
    "sorted(['x', 'y'], key=lambda text: os.environ[text])[0].lower()",
    "getattr(tf.app.flags.FLAGS, name).lower()",
    "os.environ[name].lower()",
    "getattr(tf.nn, name)(x)",
    "{'relu': tf.nn.relu, 'tanh': tf.tanh}[name](x)",
    "{'relu': tf.nn.relu, 'tanh': tf.tanh}.get(name)(x)",
    "[tf.global_variables_initializer(), tf.no_op()][number].run()",
    "getattr(np, name)(3)",
)


@pytest.mark.parametrize("choice", FOLLOWED)
def test_each_of_a_few_values_of_a_table_is_followed(choice: str) -> None:
    analysis = run(PRELUDE + choice + "\n")
    assert [name.replace(":0", "") for name in names(analysis)] == FOLLOWED[choice].split()
    assert not analysis.errors
    assert not any(gap.hides for gap in analysis.gaps)


@pytest.mark.parametrize("choice", CHOICES)
def test_what_chosen_code_may_build_is_said(choice: str) -> None:
    analysis = run(PRELUDE + choice + "\n")
    assert any(gap.hides for gap in analysis.gaps)
    saved = run(PRELUDE + choice + "\ntf.train.Saver()\n")
    assert not [error for error in saved.errors if error.certainty is Certainty.DEFINITE]


@pytest.mark.parametrize("choice", DATA)
def test_chosen_data_builds_nothing(choice: str) -> None:
    analysis = run(PRELUDE + choice + "\ntf.Variable(1.0)\n")
    assert names(analysis) == ["Variable:0"]
    assert not analysis.gaps


@pytest.mark.parametrize("tested", ["", "if name not in table:\n    raise ValueError(name)\n"])
def test_a_table_with_one_value_under_all_keys_has_that_value(tested: str) -> None:
    table = "table = {'one': one, 'older name of one': one}\n"
    analysis = run(f"{PRELUDE}{table}{tested}table[name]()\ntf.Variable(1.0)\n")
    assert names(analysis)[-1] == "Variable:0"
    assert not analysis.gaps


def test_a_key_whose_absence_is_awaited_may_be_absent() -> None:
    table = "table = {'one': one}\n"
    choice = "try:\n    build = table[name]\nexcept KeyError:\n    build = Two\nbuild()\n"
    assert "one:0" not in names(run(PRELUDE + table + choice))

"""What is chosen among functions of the program, it is not known which, is said to be lost.

Choices among data lose nothing.
"""

from __future__ import annotations

import pytest

from tests.analysis.running import names, run

PRELUDE = """\
import os
import random
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
nested = {"kind": {"one": one}}
deep = one, Two, one, Two, one, Two, one, Two, one, Two
order = lambda item: os.environ[item.__name__]
"""
CHOICES = (
    "table[name]()",
    "filled['one']()",
    "nested[name]['one']()",
    "deep[number]()",
    "globals()[name]()",
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
    "{item.__name__: item for item in both if order(item)}['one']()",
)
DATA = (
    "{'a': 'x', 'b': 'y'}[name].lower()",
    "random.choice(['x', 'y']).lower()",
    "sorted(['x', 'y'], key=lambda text: os.environ[text])[0].lower()",
    "getattr(tf.app.flags.FLAGS, name).lower()",
    "os.environ[name].lower()",
)


@pytest.mark.parametrize("choice", CHOICES)
def test_what_chosen_code_may_build_is_said(choice: str) -> None:
    analysis = run(PRELUDE + choice + "\n")
    assert any(gap.hides for gap in analysis.gaps)


@pytest.mark.parametrize("choice", DATA)
def test_chosen_data_builds_nothing(choice: str) -> None:
    analysis = run(PRELUDE + choice + "\ntf.Variable(1.0)\n")
    assert names(analysis) == ["Variable:0"]
    assert not analysis.gaps

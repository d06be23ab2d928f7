"""``__subclasses__`` lists what Python's does, and of a model nothing for certain."""

from __future__ import annotations

from tests.analysis.running import names, run
from tests.interpreter.running import compare

CLASSES = """
from abc import ABC, abstractmethod
class Base(ABC):
    @abstractmethod
    def step(self): pass
class One(Base):
    def step(self): return 1
class Two(One):
    def step(self): return 2
class Mixed(dict, Base):
    def step(self): return 3
Made = type("Made", (One,), {})
class Plain: pass
def of(cls): return [below.__name__ for below in cls.__subclasses__()]
"""
CLASSES_LINES = """
of(Base), of(One), of(Two), of(Plain), of(Made)
type.__subclasses__(Two)
next(cls for cls in Base.__subclasses__() if issubclass(Two, cls)).__name__
"""

REGISTRY = """
class Base(object): pass
class Conv(Base):
    def __init__(self): tf.get_variable("conv", [1])
def register(policy):
    for cls in Base.__subclasses__():
        if issubclass(policy, cls):
            registry.setdefault(cls, {})[policy.__name__] = policy
registry = {}
class Deep(Conv): pass
register(Deep)
registry[Conv]["Deep"]()
"""
UNDECIDED = """
import config
class Base(object): pass
if config.deep:
    class Deep(Base): pass
class Wide(Base): pass
for cls in Base.__subclasses__():
    tf.get_variable(cls.__name__, [1])
"""
OF_A_MODEL = """
for cls in tf.keras.layers.Layer.__subclasses__():
    cls()
tf.get_variable("after", [1])
"""


def test_as_python_does() -> None:
    compare(CLASSES, CLASSES_LINES)


def test_a_registry_that_is_filled_by_subclasses() -> None:
    assert names(run(REGISTRY)) == ["conv:0"]


def test_a_class_of_an_undecided_branch_is_possible() -> None:
    assert names(run(UNDECIDED)) == ["Deep:0?", "Wide:0"]


def test_those_of_a_model_are_not_known() -> None:
    assert any(gap.hides for gap in run(OF_A_MODEL).gaps)

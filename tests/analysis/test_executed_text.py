"""Variables made by text: ``exec`` and ``eval`` are shown where they are called."""

from __future__ import annotations

from scope_lsp.analysis.analyze import Snapshot, analyze

PROGRAM = """\
import tensorflow as tf


def make(name):
    return eval("tf.get_variable('of_%s' % name, [2])")


make("a")
make("b")
exec('''
def later(name):
    return tf.get_variable(name, [1])
later("first")
''')
later("second")
layer = eval("tf.layers.Dense")
layer(3, name="d")(tf.zeros([1, 2]))


class Net:
    def build(self, width):
        exec("self.w = tf.get_variable('w_%d' % width, [width])", globals(), locals())


Net().build(5)
"""


def test_places() -> None:
    analysis = analyze(Snapshot("main.py", PROGRAM))
    made = [(each.name.removesuffix(":0"), each.trace[-1].span.line) for each in analysis.variables]
    assert made == [
        ("of_a", 5),
        ("of_b", 5),
        ("first", 10),
        ("second", 10),
        ("d/kernel", 17),
        ("d/bias", 17),
        ("w_5", 22),
    ]
    assert [frame.span.line for frame in analysis.variables[0].trace] == [8, 5]
    assert not analysis.problems

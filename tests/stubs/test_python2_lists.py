"""Views of dicts and iterators that TensorFlow takes in Python 2 only, where they are lists."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

PROGRAM = """import tensorflow as tf
parts = {{"a": tf.ones([2, 3]), "b": tf.ones([2, 4])}}
weights = [tf.get_variable("w", [7]), tf.get_variable("frozen", [7])]
loss = tf.reduce_sum(weights[0] * weights[1])
{}
"""


@pytest.mark.parametrize(
    ("statement", "made"),
    [
        ('tf.get_variable("v", tf.concat(parts.values(), 1).shape)', {"v": (2, 7)}),
        (
            'tf.get_variable("v", tf.stack(map(tf.transpose, [tf.ones([2, 3])])).shape)',
            {"v": (1, 3, 2)},
        ),
        ('tf.get_variable("v", tf.add_n({"a": tf.ones([2, 3])}.values()).shape)', {"v": (2, 3)}),
        (
            "tf.train.MomentumOptimizer(0.1, 0.9).minimize(\n"
            '    loss, var_list=filter(lambda w: "frozen" not in w.name, weights))',
            {"w/Momentum": (7,)},
        ),
        (
            "tf.train.MomentumOptimizer(0.1, 0.9).apply_gradients(\n"
            "    zip(tf.gradients(loss, dict(w=weights[0]).values()), weights[:1]))",
            {"w/Momentum": (7,)},
        ),
    ],
)
def test_they_are_the_lists_that_they_were_in_python_2(
    statement: str, made: dict[str, object]
) -> None:
    analysis = analyze(Snapshot("/project/model.py", PROGRAM.format(statement)), patient())
    assert not analysis.errors
    found = {variable.name.removesuffix(":0"): variable.shape for variable in analysis.variables}
    assert {name: found[name] for name in found if name not in ("w", "frozen")} == made

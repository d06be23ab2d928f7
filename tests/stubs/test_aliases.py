"""Modules under their other names are the same modules."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze

PROGRAM = """
x = tf.placeholder(tf.float32, [2, 8, 8, 3])
with slim.arg_scope([slim.conv2d], normalizer_fn=slim.batch_norm):
    x = slim.repeat(x, 2, slim.conv2d, 4, 3, scope="conv")
x = slim.fully_connected(slim.flatten(x), 5)
"""


def made(imports: str, program: str = PROGRAM) -> list[tuple[str, object]]:
    analysis = analyze(Snapshot("/nowhere/program.py", f"{imports}\n{program}"))
    assert not analysis.problems
    return [(event.name, event.shape) for event in analysis.variables]


@pytest.mark.parametrize(
    "imports",
    [
        "import tensorflow.compat.v1 as tf\nimport tf_slim as slim",
        "import tensorflow as tf\nfrom tensorflow.contrib import slim",
        "import tensorflow as tf\nimport tensorflow.contrib.slim as slim",
    ],
)
def test_slim_is_one_library(imports: str) -> None:
    plain = made("import tensorflow as tf\nslim = tf.contrib.slim")
    assert plain[0] == ("conv/conv_1/weights:0", (3, 3, 3, 4))
    assert made(imports) == plain


@pytest.mark.parametrize(
    "imports",
    [
        "import tf_slim\nfully_connected = tf_slim.layers.fully_connected",
        "from tf_slim.layers import fully_connected",
        "from tf_slim.layers.layers import fully_connected",
        "from tf_slim import fully_connected",
    ],
)
def test_parts_of_tf_slim(imports: str) -> None:
    program = "import tensorflow as tf\nfully_connected(tf.ones([2, 3]), 4)"
    assert made(imports, program) == [
        ("fully_connected/weights:0", (3, 4)),
        ("fully_connected/biases:0", (4,)),
    ]


@pytest.mark.parametrize("package", ["tensorflow.python", "tensorflow_estimator.python"])
def test_the_heads_of_estimators_are_those_of_both_packages(package: str) -> None:
    program = f"""
import tensorflow as tf
from {package}.estimator.canned import head
size = head._multi_class_head_with_softmax_cross_entropy_loss(3).logits_dimension
tf.get_variable("w", [size])
"""
    assert made("", program) == [("w:0", (3,))]

"""Layers and scopes whose name is not known: one name each, and doubt about the default ones."""

from __future__ import annotations

import pytest

from tests.analysis.running import names, run

CASES = {
    "tf.layers": (
        "tf.layers.dense(x, 2, name=absent.name)",
        "{absent.name}/kernel {absent.name}/bias",
    ),
    "a layer object": (
        "tf.layers.Dense(2, use_bias=False, name=absent.name)(x)",
        "{absent.name}/kernel",
    ),
    "tf.contrib.layers": (
        "tf.contrib.layers.fully_connected(x, 2, scope=absent.name)",
        "{absent.name}/weights {absent.name}/biases",
    ),
    "the name of a scope": (
        "with tf.variable_scope(absent.name) as scope:\n"
        "    tf.layers.dense(x, 2, use_bias=False, name=scope.name)",
        "{absent.name}/{absent.name}/kernel",
    ),
    "a custom getter": (
        "def getter(getter, name, *args, **kwargs):\n"
        "    return getter(name + '_', *args, **kwargs)\n"
        "with tf.variable_scope(absent.name, custom_getter=getter):\n"
        "    tf.get_variable('w', [1])",
        "{absent.name}/w_",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_layer_has_one_name(case: str) -> None:
    text, expected = CASES[case]
    found = run(f"import absent\nx = tf.zeros([1, 2])\n{text}\n")
    assert names(found) == [f"{name}:0?" for name in expected.split()]
    assert not found.errors


DEFAULTS = {
    "tf.layers.dense(x, 2, name=absent.name, use_bias=False)": "dense/kernel",
    "tf.contrib.layers.layer_norm(x, center=False, scope=absent.name)": "LayerNorm/gamma",
    "tf.Variable(1.0, name=absent.name)": "Variable",
}


@pytest.mark.parametrize("call", DEFAULTS)
def test_the_default_name_may_have_been_taken(call: str) -> None:
    """The argument may be None."""
    plain = call.replace("absent.name", "None")
    found = run(f"import absent\nx = tf.zeros([1, 2])\n{call}\n{plain}\n")
    assert names(found)[-1] == f"{DEFAULTS[call]}:0?"


def test_a_parameter_gives_its_name_to_a_function_that_nothing_calls() -> None:
    found = run("def conv(x, name):\n    return tf.layers.conv2d(x, 2, 3, name=name)\n")
    assert [event.name for event in found.variables] == ["{name}/kernel:0", "{name}/bias:0"]

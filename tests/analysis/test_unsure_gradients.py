"""What an optimizer trains where a list of losses, or of variables, is not wholly known."""

from __future__ import annotations

import pytest

from tests.analysis.running import names, run

MODEL = (
    "x = tf.placeholder(tf.float32, [4, 3])\n"
    "w = tf.get_variable('w', [3, 2])\n"
    "v = tf.get_variable('v', [3, 2])\n"
    "u = tf.get_variable('u', [1])\n"
    "losses = [tf.reduce_sum(tf.matmul(x, w))]\n"
    "if input():\n"
    "    losses.append(tf.reduce_sum(tf.matmul(x, v)))\n"
)
WAYS = {
    "their sum": "tf.train.MomentumOptimizer(0.1, 0.9, name='M').minimize(tf.add_n(losses))\n",
    "all of them": (
        "gradients = tf.gradients(losses, [w, v, u])\n"
        "optimizer = tf.train.MomentumOptimizer(0.1, 0.9, name='M')\n"
        "optimizer.apply_gradients(zip(gradients, [w, v, u]))\n"
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_only_what_a_loss_that_may_be_missing_trains_is_possible(way: str) -> None:
    found = run(MODEL + WAYS[way])
    slots = {event.name: event.certainty.name for event in found.variables if "/" in event.name}
    assert slots == {"w/M:0": "DEFINITE", "v/M:0": "POSSIBLE"}


def test_a_loss_of_a_module_that_is_not_there_is_the_only_gap() -> None:
    found = run(
        "from absent import loss_of\n"
        "loss = tf.reduce_sum(loss_of(tf.zeros([1])))\n"
        "tf.train.AdamOptimizer().minimize(loss)\n"
    )
    assert [gap.reason for gap in found.gaps] == ["module absent was not found"]
    assert "beta1_power:0?" in names(found)


def test_what_a_file_of_numpy_holds_is_said() -> None:
    found = run(
        "import numpy as np\n"
        "table = np.load('table.npy')\n"
        "tf.get_variable('table', initializer=table)\n"
        "raw = np.fromfile(file='raw', dtype=np.uint8)\n"
        "tf.Variable(raw, name='raw')\n"
    )
    assert [gap.reason for gap in found.gaps] == ["what a file of NumPy holds"]
    assert [(event.name, event.dtype) for event in found.variables] == [
        ("table:0", None),
        ("raw:0", "uint8"),
    ]

"""A loop that builds nothing for many rounds is left; what models loop over is no round of it."""

from __future__ import annotations

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

PROGRAM = """\
import tensorflow as tf

layers = tf.keras.layers
model = tf.keras.Sequential(
    [layers.Embedding(7, 4, input_length=5), layers.Bidirectional(layers.LSTM(3)), layers.Dense(2)]
)
copies = [layer.__class__.from_config(layer.get_config()) for layer in model.layers]
tf.get_variable("copies_%d" % len(copies), [])
"""


def test_layers_made_in_a_loop_are_all_made() -> None:
    analysis = analyze(Snapshot("/p/model.py", PROGRAM), patient())
    assert analysis.variables[-1].name == "copies_3:0"

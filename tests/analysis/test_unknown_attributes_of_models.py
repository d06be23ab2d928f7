"""An attribute that is not known may hold a layer: which layers a model has is not certain then."""

from __future__ import annotations

from tests.analysis.running import names, run

MODEL = """
import absent

class M(tf.keras.Model):
    def __init__(self, thing):
        super().__init__()
        self.first = tf.keras.layers.Dense(2, name="first")
        self.thing = thing
        self.last = tf.keras.layers.Dense(2, name="last")

"""
LAYERS = """
for i, layer in enumerate(m.layers):
    tf.get_variable("layer_%d_%s" % (i, layer.name), [])
"""


def test_what_an_unknown_module_made_may_be_a_layer() -> None:
    found = names(run(f"{MODEL}m = M(absent.build()){LAYERS}"))
    assert found[0] == "layer_0_first:0"
    assert {"layer_1_last:0?", "layer_2_last:0?"} <= set(found)
    assert "layer_1_last:0" not in found


def test_numbers_that_are_not_known_are_no_layers() -> None:
    found = names(run(f"{MODEL}import random\nm = M(random.random()){LAYERS}"))
    assert found == ["layer_0_first:0", "layer_1_last:0"]

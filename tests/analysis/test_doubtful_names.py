"""A name that is only likely stays so in all that the program makes of its text.

What unknown code makes of the graph decides: with a ``models.build`` that makes a ``tf.Variable``,
TensorFlow 1.15.5 calls the next one ``Variable_1``.
"""

from __future__ import annotations

import pytest

from tests.analysis.running import names, run

UNKNOWN = """
import models
models.build()
v = tf.Variable(0.0, name="vee")
n = v.op.name
"""


class TestTextsOfNames:
    """What is made of a name that is read."""

    @pytest.mark.parametrize(
        ("made", "name"),
        [
            ('"n_" + n', "n_vee"),
            ('"%s_%d" % (n, 1)', "vee_1"),
            ('"{}_x".format(n)', "vee_x"),
            ('f"{n}_x"', "vee_x"),
            ('"_".join(["x", n])', "x_vee"),
            ('n.replace("v", "s")', "see"),
            ('n.upper() + "_x"', "VEE_x"),
            ('v.name.split(":")[0] + "_x"', "vee_x"),
            ('v.name[:-2] + "_x"', "vee_x"),
            ('str(n) + "_x"', "vee_x"),
            ('os.path.join(n, "x")', "vee/x"),
        ],
    )
    def test_a_text_made_of_it_is_likely(self, made: str, name: str) -> None:
        found = run(f"import os{UNKNOWN}tf.get_variable({made}, [])\n")
        assert names(found) == ["vee:0?", f"{name}:0?"]

    @pytest.mark.parametrize(
        "made",
        [
            "n[:2]",
            "n[1]",
            're.sub("e", "i", n + "x")',
            '"x%d" % len(n)',
            "list({n: 1})[0]",
            "sorted([n, 'a'])[0]",
        ],
    )
    def test_what_cannot_be_told_is_not_certain(self, made: str) -> None:
        found = run(f"import re{UNKNOWN}tf.get_variable({made}, [])\n")
        assert names(found)[1][-1] in "?~"

    @pytest.mark.parametrize(
        "asked", ['n == "vee"', 'n in ("vee",)', 'n.endswith("vee")', "n in d"]
    )
    def test_a_question_about_it_is_not_decided(self, asked: str) -> None:
        found = run(f'{UNKNOWN}d = {{"vee": 1}}\ntf.get_variable("yes" if {asked} else "no", [])\n')
        assert names(found) == ["vee:0?", "yes:0?", "no:0?"]

    def test_a_question_about_its_certain_parts_is_decided(self) -> None:
        """Only the first scope is doubtful."""
        found = run(
            """
import models
models.build()
layer = tf.layers.Dense(4, use_bias=False)
layer(tf.zeros([2, 3]))
if "kernel" in layer.kernel.name and layer.kernel.name.endswith("kernel:0"):
    tf.get_variable("sure", [])
else:
    tf.get_variable("never", [])
"""
        )
        assert names(found) == ["dense/kernel:0?", "sure:0"]

    def test_scopes_that_are_called_after_it_are_likely(self) -> None:
        found = run(
            f"""{UNKNOWN}
with tf.variable_scope("s_" + n):
    tf.get_variable("w", [])
    with tf.variable_scope("t"):
        tf.get_variable("w", [])
with tf.name_scope(n + "_x"):
    tf.Variable(0.0, name="u")
with tf.variable_scope("own"):
    tf.get_variable("w", [])
"""
        )
        assert names(found) == [
            "vee:0?",
            "s_vee/w:0?",
            "s_vee/t/w:0?",
            "vee_x/u:0?",
            "own/w:0",
        ]

    @pytest.mark.parametrize(
        "read",
        [
            "tf.add(x, x).op.name",
            "tf.constant(1).name[:-2]",
            "tf.get_default_graph().unique_name('a')",
            "tf.layers.dense(x, 2).op.name.split('/')[0]",
            "scope[:-1]",
            "tf.get_default_graph().get_name_scope()",
            "inner.name",
            "tf.layers.Dense(2).name",
            "tf.keras.layers.Dense(2).name",
            "tf.keras.Input([2]).op.name",
            "tf.keras.Sequential().name",
            "str(tf.keras.backend.get_uid('dense'))",
        ],
    )
    def test_each_name_that_a_program_can_read(self, read: str) -> None:
        found = run(
            f"""
import models
x = tf.zeros([2, 3])
models.build()
with tf.variable_scope(None, "scope") as inner, tf.name_scope("other") as scope:
    name = {read}
tf.get_variable("n_" + name.replace("/", "_"), [])
"""
        )
        assert names(found)[-1][-1] in "?~"

    def test_names_of_sure_things_stay_certain(self) -> None:
        found = run(
            """
import models
models.build()
w = tf.get_variable("w", [])
with tf.variable_scope("a") as scope:
    tf.get_variable(w.op.name + "_" + scope.name, [])
    u = tf.layers.dense(tf.zeros([2, 3]), 1, use_bias=False)
(v,) = tf.trainable_variables("a/dense")
tf.get_variable(v.op.name.replace("/", "_"), [])
"""
        )
        assert names(found) == ["w:0", "a/w_a:0", "a/dense/kernel:0", "a_dense_kernel:0"]

    def test_after_an_undecided_branch(self) -> None:
        found = run(
            """
import os
if os.getpid() % 2:
    tf.Variable(0.0)
v = tf.Variable(0.0)
tf.get_variable("n_" + v.op.name, [])
"""
        )
        assert names(found)[-1] == "n_Variable_1:0?"

    def test_what_is_made_in_an_unknown_scope_may_not_take_the_name(self) -> None:
        """The variable may be of any scope, and its name free."""
        found = run(
            """
import models
with tf.name_scope("its"):
    with models.scope("x"):
        tf.get_variable("b/w", [])
with tf.name_scope("b"):
    tf.Variable(0.0, name="w")
    tf.Variable(0.0, name="v")
"""
        )
        assert names(found) == ["b/w:0?", "b/w_1:0?", "b/v:0"]


class TestCountedNames:
    """Keras counts its objects in the whole graph, whatever scope unknown code ran in."""

    def test_layers_and_what_is_in_their_scopes(self) -> None:
        found = run(
            """
import models
x = tf.zeros([2, 3])
with tf.name_scope("its"):
    models.build()
tf.keras.layers.Dense(4, use_bias=False)(x)
tf.keras.layers.Dense(4, use_bias=False, name="own")(x)
"""
        )
        assert names(found) == ["dense/kernel:0?", "own/kernel:0"]

    def test_models_keep_finding_their_layers(self) -> None:
        found = run(
            """
import models
models.build()
x = tf.keras.Input([3])
model = tf.keras.Model(x, tf.keras.layers.Dense(2, use_bias=False)(x))
tf.keras.models.clone_model(model)
tf.get_variable("n_%d" % len(model.get_layer("dense").weights), [])
"""
        )
        assert not found.errors
        assert names(found) == ["dense/kernel:0?", "dense_1/kernel:0?", "n_1:0"]

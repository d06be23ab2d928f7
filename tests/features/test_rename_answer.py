"""What a rename says about older checkpoints: names, slots, several programs."""

from __future__ import annotations

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Analysis
from scope_lsp.features.rename_answer import Effect, effects, message, old_checkpoint_map
from scope_lsp.interpreter.budget import Budget

LAYERS = """import tensorflow as tf
x = tf.zeros([2, 3])
for number in range(5):
    x = tf.layers.dense(x, 3, name="NAME_%d" % number)
v = tf.Variable(1.0, name="NAME")
tf.train.AdamOptimizer().minimize(tf.reduce_sum(x) * v)
"""
FUNCTION = """import tensorflow as tf
def net(x):
    return tf.layers.dense(x, 4, name="NAME")
"""


def analysed(text: str, name: str, path: str = "/p/train.py") -> Analysis:
    return analyze(Snapshot(path, text.replace("NAME", name)), Budget())


def renamed(text: str, old: str, new: str, path: str = "/p/train.py") -> Effect:
    (one,) = effects([(analysed(text, old, path), analysed(text, new, path))])
    return one


def test_names_are_folded_and_slots_are_counted() -> None:
    told = message([renamed(LAYERS, "fc", "layer")], copies=True)
    assert told == (
        "scope-lsp: 11 variables get other names, with 22 slots of optimizers: "
        "fc_{0..4}/{kernel,bias}, fc → layer_{0..4}/{kernel,bias}, layer. "
        "Older checkpoints have the old names."
    )


def test_the_map_has_every_weight_and_no_slot() -> None:
    lines = old_checkpoint_map([renamed(LAYERS, "fc", "layer")]).splitlines()
    assert lines[0] == "# train.py: restores a checkpoint from before the rename."
    assert lines[2] == "    'fc_0/bias': 'layer_0/bias',"
    assert lines[-2] == "    # 'fc': the variable layer,"
    assert len([line for line in lines if "layer" in line]) == 11
    assert not any("Adam" in line for line in lines)


def test_a_function_that_nothing_calls_counts_in_its_own_file() -> None:
    assert message([renamed(FUNCTION, "fc", "out")], copies=True) == (
        "scope-lsp: 2 variables get other names: fc/{kernel,bias} → out/{kernel,bias}. "
        "Older checkpoints have the old names."
    )


def test_a_function_that_a_program_calls_counts_there_only() -> None:
    files = {"train.py": LAYERS, "net.py": FUNCTION}
    pairs = [
        (analysed(text, "fc", f"/p/{name}"), analysed(text, "out", f"/p/{name}"))
        for name, text in files.items()
    ]
    assert [len(one.changed) for one in effects(pairs)] == [11, 0]


def test_unknown_parts_are_told_but_are_no_keys_of_the_map() -> None:
    text = (
        "import tensorflow as tf\ndef net(number):\n"
        "    with tf.variable_scope('layer_%d' % number):\n        tf.get_variable('NAME', [2])\n"
    )
    one = renamed(text, "w", "v")
    assert "1 variable gets another name: layer_{number}/w → layer_{number}/v." in message(
        [one], copies=True
    )
    assert old_checkpoint_map([one]) == (
        "# train.py: restores a checkpoint from before the rename.\n"
        "# Names with unknown parts, left out: layer_{number}/v\n{\n}\n"
    )


def test_each_program_has_its_own_map() -> None:
    one, other = renamed(FUNCTION, "fc", "out"), renamed(FUNCTION, "fc", "out", "/p/eval.py")
    same = renamed(LAYERS, "fc", "fc", "/p/other.py")
    text = old_checkpoint_map([one, other, same])
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# train.py: restores a checkpoint from before the rename.",
        "# eval.py: restores a checkpoint from before the rename.",
    ]
    assert message([one, other, same], copies=True).startswith("scope-lsp: 2 variables get")


def test_one_variable() -> None:
    text = "import tensorflow as tf\ntf.get_variable('NAME', [2])\n"
    assert message([renamed(text, "w", "v")], copies=False) == (
        "scope-lsp: 1 variable gets another name: w → v. Older checkpoints have the old names. "
        "A code action at the new name shows the map that restores them."
    )

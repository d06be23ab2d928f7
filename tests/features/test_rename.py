"""Renaming: what is edited, what is refused, and that TensorFlow gives the names asked for."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.features.rename import Plan, Programs, Refused, plan, target, workspace_edit
from scope_lsp.features.rename_trial import check
from scope_lsp.fixes.judgement import Judged, edited
from scope_lsp.interpreter.budget import Budget
from scope_lsp.rules import registry
from scope_lsp.runner import Wanted, run
from tests.support.fixture import PATH, parse, view

HEAD = "import tensorflow as tf\nx = tf.zeros([1, 3])\n"
PYTHON = os.environ.get("SCOPE_LSP_TF1_PYTHON")


def judged(texts: dict[str, str], path: str = PATH) -> Judged:
    snapshot = Snapshot(path, texts[path], buffers=texts, roots=("/project",))
    wanted = Wanted(codes=registry.chosen((), (), registry.EDITOR_CODES), folders=("/project",))
    report = run(snapshot, Budget(), wanted, texts.get, analyze)
    return Judged(report.analysis, report.findings)


def renamed(source: str, new: str, others: dict[str, str] | None = None) -> dict[str, str]:
    """The texts of a program with a name changed, tried as the server does."""
    fixture = parse(source)
    texts = {PATH: fixture.text, **(others or {})}
    before = judged(texts)
    programs = Programs([before.analysis], texts.get, lambda path: path.startswith("/project"))
    shown = view(fixture.text, before.analysis, others=others)
    aim = target(shown, fixture.cursor, programs)
    assert aim is not None, "nothing to rename"
    made: Plan = plan(aim, new, programs)
    changed = edited(made.edits, texts.get)
    assert changed is not None
    after = {**texts, **changed}
    check(made, before, judged(after), texts.get, after.get)
    assert workspace_edit(shown, made.edits).changes
    return after


GAN = (
    HEAD
    + """
def generator(z, reuse=False):
    with tf.variable_scope("gen$0erator", reuse=reuse):
        return tf.layers.dense(z, 3, name="fc")

def discriminator(z, reuse=False):
    with tf.variable_scope("discriminator", reuse=reuse):
        return tf.layers.dense(z, 1, name="fc")

generator(x)
discriminator(x)
discriminator(x, reuse=True)
g = [v for v in tf.trainable_variables() if "generator" in v.name]
h = [v for v in tf.trainable_variables() if v.name.startswith("generator/")]
i = tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope="generator")
k = tf.get_default_graph().get_tensor_by_name("generator/fc/kernel:0")
saver = tf.train.Saver({"generator/fc/kernel": g[0]})
"""
)
HELPER = (
    HEAD
    + """
def conv(x, name="conv"):
    with tf.variable_scope(name):
        return tf.get_variable("w", [3])

conv(x)
conv(x, name="h$00")
conv(x, name="h1")
tf.get_default_graph().get_tensor_by_name("h0/w:0")
"""
)
OWN_NUMBERS = (
    HEAD
    + """
def make(shape, name=None):
    return tf.Variable(tf.zeros(shape), name=name)

with tf.variable_scope("dense"):
    make([3], name="wei$0ghts")
with tf.variable_scope("conv"):
    parts = {"weights_" + str(i): make([3], name="weights_" + str(i)) for i in range(2)}
"""
)
"""Numbers that the program gives, which are not those of TensorFlow for names that are taken."""


@pytest.mark.parametrize(
    ("source", "new", "old_texts", "new_texts"),
    [
        (OWN_NUMBERS, "kernel", ['"weights"'], ['name="kernel"', 'name="weights_"']),
        (
            HEAD + 'with tf.variable_scope("V"):\n    tf.layers.dense(x, 2, name="lo$0gits")\n'
            'v = tf.contrib.slim.get_variables_to_restore(exclude=["V/logits"])\n'
            'E = ["V/logits/"]\nopen("V/logits/kernel")\n',
            "out",
            ['"logits"', '["V/logits'],
            ['name="out"', 'exclude=["V/out"]', '["V/out/"]', 'open("V/logits/kernel")'],
        ),
        (
            HEAD + 'm = tf.keras.Sequential([tf.keras.layers.Dense(3, name="f$0c")])\nm(x)\n'
            'm.get_layer("fc")\n',
            "out",
            ['"fc"'],
            ['name="out"', 'get_layer("out")'],
        ),
        (GAN, "net", ['"generator"', '"generator/'], ['"net"', '"net/fc/kernel:0"', '"net/fc/k']),
        (
            HEAD + 'with tf.variable_scope("ne$0t"):\n    tf.get_variable("w", [1])\n'
            'tf.train.init_from_checkpoint("old", {"net/": "net/"})\n'
            'tf.train.load_variable("old", "net/w")\n'
            'tf.train.NewCheckpointReader("old").get_tensor("net/w")\n',
            "new",
            [': "net/"', 'scope("net")'],
            ['{"net/": "new/"}', 'load_variable("old", "net/w")', 'get_tensor("net/w")'],
        ),
        (
            HEAD
            + 'w = tf.get_variable("we$0ight", [1])\nx = tf.placeholder(tf.float32, name="x")\n'
            "sess = tf.Session()\n"
            'sess.run(["weight", w], feed_dict={"weight:0": [1.0], "x:0": 1})\n',
            "kernel",
            ['"weight'],
            ['"kernel", [1]', 'run(["kernel", w], feed_dict={"kernel:0": [1.0], "x:0": 1})'],
        ),
        (HELPER, "first", ['"h0'], ['name="first"', '"first/w:0"', 'name="h1"']),
        (
            HEAD + 'def f(x, name="ne$0t"):\n    with tf.variable_scope(name):\n'
            '        tf.get_variable("w", [1])\nf(x)\n',
            "other",
            ['"net"'],
            ['name="other"'],
        ),
        (
            HEAD + 'NAME = "ne$0t"\nwith tf.variable_scope(NAME):\n    tf.get_variable("w", [1])\n',
            "other",
            ['"net"'],
            ['NAME = "other"'],
        ),
        (
            HEAD
            + 'for reuse in (False, True):\n    with tf.variable_scope("a/ne$0t", reuse=reuse):\n'
            '        tf.get_variable("w", [1])\n        tf.Variable(1.0, name="v")\n',
            "b",
            ["a/net"],
            ['"a/b"'],
        ),
        (
            HEAD + 'with tf.variable_scope("a"):\n    w = tf.get_variable("w", [1])\n'
            'with tf.variable_scope("a", reuse=True):\n    tf.get_variable("w", [1])\n'
            'tf.get_default_graph().get_tensor_by_name("a/$0w:0")\n',
            "v",
            ['"w"', "a/w"],
            ['"a/v:0"', 'get_variable("v", [1])'],
        ),
    ],
)
def test_all_strings_that_name_it_are_edited(
    source: str, new: str, old_texts: list[str], new_texts: list[str]
) -> None:
    text = renamed(source, new)[PATH]
    assert [one for one in old_texts if one in text] == []
    assert [one for one in new_texts if one not in text] == []


def test_in_all_files_of_the_program() -> None:
    other = "/project/net.py"
    nets = 'import tensorflow as tf\ndef net():\n    with tf.variable_scope("net"):\n' + (
        '        return tf.get_variable("w", [3])\n'
    )
    main = "import tensorflow as tf\nimport net\nnet.net()\n" + (
        'tf.get_default_graph().get_tensor_by_name("n$0et/w:0")\n'
    )
    texts = renamed(main, "body", {other: nets})
    assert '"body/w:0"' in texts[PATH] and 'variable_scope("body")' in texts[other]


@pytest.mark.parametrize(
    ("source", "new", "reason"),
    [
        (
            HEAD
            + 'tf.get_variable("gen_$0w", [1])\nfound = []\nfor v in tf.trainable_variables():\n'
            '    name = v.name\n    if name.startswith("gen"):\n        found.append(v)\n',
            "u",
            'compares "gen" with a text that may or may not be a name',
        ),
        (
            HEAD + 'with tf.variable_scope("ne" "t$0"):\n    tf.get_variable("w", [1])\n',
            "body",
            "cannot be edited",
        ),
        (
            HEAD + "def f(mode):\n    with tf.variable_scope(mode):\n        pass\n"
            '    if mode == "train":\n        tf.get_variable("t", [1])\nf("tr$0ain")\n',
            "fit",
            "The program would create 0 variables instead of 1",
        ),
        (GAN, "discriminator", "The name discriminator is taken."),
        (GAN, "a b", "TensorFlow does not take 'a b' as a name here"),
        (GAN, "_net", "begins with a letter"),
        (GAN, "a/b", "it has no slash"),
        (
            HEAD
            + 'tf.layers.dense(x, 2)\ntf.get_default_graph().get_tensor_by_name("de$0nse/bias:0")',
            "fc",
            "automatic name",
        ),
        (
            HEAD + 'for i in range(2):\n    tf.get_variable("lay$0er_%d" % i, [1])\n',
            "w",
            "This name is computed",
        ),
        (
            HEAD + 'for i in range(2):\n    tf.get_variable(f"lay$0er_{i}", [1])\n',
            "w",
            "This name is computed",
        ),
        (
            HEAD + 'def f(s):\n    with tf.variable_scope(s):\n        tf.get_variable("w", [1])\n'
            'f("a")\nf("b")\ntf.get_default_graph().get_tensor_by_name("a/w$0:0")\n',
            "v",
            "also names b/w",
        ),
        (
            HEAD + 'tf.get_variable("d_$0h", [1])\ntf.get_variable("d_k", [1])\n'
            'd = [v for v in tf.trainable_variables() if "d_" in v.name]\n',
            "h",
            "A filter on names would select other variables",
        ),
        (
            HEAD + 'tf.get_variable("d_h", [1])\n'
            'd = [v for v in tf.trainable_variables() if "d_$0" in v.name]\n',
            "h",
            "selects variables by a part",
        ),
        (
            HEAD + 'tf.get_variable("w", [1])\n'
            'tf.train.init_from_checkpoint("old", {"$0w": "w"})\n',
            "v",
            "names something in a checkpoint",
        ),
    ],
)
def test_what_cannot_be_decided_is_refused(source: str, new: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        renamed(source, new)


@pytest.mark.parametrize("line", ['print("da$0ta")', "pri$0nt(x)", 'tf.zeros([1], name="lo$0ss")'])
def test_a_place_that_names_nothing(line: str) -> None:
    fixture = parse(f'{HEAD}tf.get_variable("w", [1])\n{line}\n')
    texts = {PATH: fixture.text}
    analysis = judged(texts).analysis
    programs = Programs([analysis], texts.get, lambda path: True)
    assert target(view(fixture.text, analysis), fixture.cursor, programs) is None


BUILDER = (
    HEAD
    + """
class Net:
    def __init__(self, name):
        self.name = name

    def __call__(self, x, reuse=False):
        with tf.variable_scope(self.name, reuse=reuse) as scope:
            y = tf.layers.dense(x, 3, name="out")
        with tf.variable_scope(scope):
            tf.Variable(1.0, name="scale")
        return y

first, second = Net("fi$0rst"), Net("second")
first(x)
first(x, reuse=True)
second(x)
saved = [v for v in tf.global_variables() if v.op.name.startswith("first")]
train = tf.train.AdamOptimizer().minimize(first(x, reuse=True), var_list=saved[:2])
"""
)


@pytest.mark.skipif(PYTHON is None, reason="needs TensorFlow 1")
@pytest.mark.parametrize(
    ("source", "old", "new"),
    [
        (GAN, "generator", "net"),
        (
            GAN.replace("gen$0erator", "generator").replace('"discr', '"di$0scr'),
            "discriminator",
            "D",
        ),
        (GAN.replace("gen$0erator", "generator").replace('1, name="fc"', '1, name="f$0c"'), "", ""),
        (HELPER, "h0", "first"),
        (BUILDER, "first", "one"),
        (OWN_NUMBERS, "weights", "kernel"),
    ],
)
def test_tensorflow_gives_the_names_asked_for(
    source: str, old: str, new: str, tmp_path: Path
) -> None:
    after = renamed(source, new or "head")[PATH]
    before = recorded(parse(source).text, tmp_path / "before.py")
    wanted = [
        f"discriminator/head/{name.rpartition('/')[2]}"
        if not old and name.startswith("discriminator/fc/")
        else "/".join(
            new + part[len(old) :] if old and re.fullmatch(rf"{old}(_\d+)?(:0)?", part) else part
            for part in name.split("/")
        )
        if not name.startswith("conv/weights_")
        else name
        for name in before
    ]
    assert recorded(after, tmp_path / "after.py") == wanted
    assert wanted != before


def recorded(text: str, file: Path) -> list[str]:
    """The names of all variables as TensorFlow has them, then those in the program's lists."""
    file.write_text(
        f"{text}\nimport json\nlists = [v for v in list(globals().values()) if type(v) is list]\n"
        "names = [v.name for found in [tf.global_variables(), *lists] for v in found]\n"
        "print(json.dumps(names))\n"
    )
    assert PYTHON is not None
    command = [os.path.expanduser(PYTHON), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    found: list[str] = json.loads(done.stdout.split("\n")[-2])
    return found

"""Generates the measured files: programs, a workspace and a notebook; the same ones each time.

A program makes variables in nested scopes, in functions that are called one after another, with
plain Python in between, and runs under TensorFlow 1.15.  No judge of names: the tests have others.
"""

from __future__ import annotations

from pathlib import Path

LENGTHS = (300, 1_000, 3_000, 10_000)
"""Lines of the single programs."""
FILES = 2_000
"""Python files of the workspace."""
MODELS = 20
"""Of these, modules that make variables."""
SCRIPTS = 10
"""Of these, programs that import such a module and one more."""
PER_PACKAGE = 50
CELLS = 60

_HEAD = """\
import tensorflow as tf

WIDTH = 16
"""
_BLOCK = '''

def block_{n}(x, rate={rate}, training=True):
    """The block number {n}: two projections and what comes out of them."""
    config = {{"width": WIDTH, "rate": rate, "parts": ["query", "key"]}}
    if not training:
        config["rate"] = 0.0
    with tf.variable_scope("block_{n}"):
        with tf.variable_scope("attention"):
            for part in config["parts"]:
                with tf.variable_scope(part):
                    w = tf.get_variable("kernel", [WIDTH, WIDTH])
                    b = tf.get_variable("bias", [WIDTH])
                    x = tf.nn.relu(tf.matmul(x, w) + b)
        with tf.variable_scope("output"):
            x = tf.layers.dense(x, config["width"], name="dense")
            x = tf.layers.dropout(x, config["rate"], training=training)
    return x


def label_{n}(step, total):
    """A line for a log."""
    share = 100.0 * step / max(total, 1)
    return "block {n}: step %d of %d, %.1f %%" % (step, total, share)
'''
_CALL = "net = block_{n}(net)\n"
_PLAIN = '''\
"""Part {n} of a program that has nothing to do with TensorFlow."""

import os
import re
{imports}

class Record{n}:
    """What is known of one entry."""

    def __init__(self, path, size=0):
        self.path = path
        self.size = size
        self.tags = []

    def tag(self, text):
        self.tags.extend(re.findall(r"[a-z]+", text))
        return self

    def base(self):
        return os.path.basename(self.path)


def total_{n}(records):
    """The size of all records."""
    return sum(record.size for record in records)


def largest_{n}(records, count={count}):
    """The largest records, the largest first."""
    return sorted(records, key=lambda record: -record.size)[:count]
'''
_SCRIPT = '''\
"""Trains one of the models."""

import tensorflow as tf

from models import net_{first}, net_{second}

inputs = tf.placeholder(tf.float32, [None, 16], name="inputs")
with tf.variable_scope("first"):
    hidden = net_{first}.build(inputs)
with tf.variable_scope("second"):
    outputs = net_{second}.build(hidden)
loss = tf.reduce_mean(tf.square(outputs))
train = tf.train.AdamOptimizer(1e-3).minimize(loss)
'''
_CELL = """\
with tf.variable_scope("cell_{n}"):
    for part in ("query", "key"):
        with tf.variable_scope(part, reuse=tf.AUTO_REUSE):
            w = tf.get_variable("kernel", [WIDTH, WIDTH])
            net = tf.matmul(net, w)
    net = tf.layers.dense(net, WIDTH, name="dense")
"""


def program(lines: int) -> str:
    """A program of exactly so many lines, at least 40."""
    blocks = (lines - 8) // (_BLOCK.count("\n") + 1)
    text = _HEAD + _blocks(blocks)
    text += '\nnet = tf.zeros([1, WIDTH], name="start")\n'
    text += "".join(_CALL.format(n=n) for n in range(blocks))
    rest = lines - text.count("\n")
    return text + "".join(f"note_{n} = WIDTH + {n}\n" for n in range(rest))


def module(blocks: int) -> str:
    """A module whose function ``build`` makes the variables of so many blocks."""
    calls = "".join("    " + _CALL.format(n=n) for n in range(blocks))
    return _HEAD + _blocks(blocks) + "\n\ndef build(net):\n" + calls + "    return net\n"


def workspace(folder: Path, files: int = FILES) -> Path:
    """Write a workspace below a folder; returns the module of it that is to be opened."""
    models = folder / "models"
    models.mkdir(parents=True)
    (models / "__init__.py").write_text("", encoding="utf-8")
    for n in range(MODELS):
        (models / f"net_{n}.py").write_text(module(10), encoding="utf-8")
    for n in range(SCRIPTS):
        script = _SCRIPT.format(first=n, second=n + SCRIPTS)
        (folder / f"train_{n}.py").write_text(script, encoding="utf-8")
    written = 1 + MODELS + SCRIPTS
    for n in range(max(files - written, 0)):
        package = folder / f"package_{n // PER_PACKAGE}"
        if n % PER_PACKAGE == 0:
            package.mkdir()
            (package / "__init__.py").write_text("", encoding="utf-8")
        else:
            other = f"from . import part_{n - 1}\n" if n % PER_PACKAGE > 1 else ""
            text = _PLAIN.format(n=n, imports=other, count=n % 7 + 3)
            (package / f"part_{n}.py").write_text(text, encoding="utf-8")
    return models / "net_0.py"


def notebook(cells: int = CELLS) -> list[str]:
    """The source of each cell of a notebook."""
    head = _HEAD + 'net = tf.zeros([1, WIDTH], name="start")\n'
    return [head, *(_CELL.format(n=n) for n in range(1, cells))]


def _blocks(count: int) -> str:
    return "".join(_BLOCK.format(n=n, rate=f"0.{n % 9 + 1}") for n in range(count))

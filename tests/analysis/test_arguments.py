"""Programs that build nothing without arguments are run as if they had some."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

FLAGS = """\
import tensorflow as tf

flags = tf.app.flags
flags.DEFINE_bool("do_train", False, "")
flags.DEFINE_string("name", None, "")
flags.DEFINE_integer("layers", 2, "")
FLAGS = flags.FLAGS


def main(_):
    if not FLAGS.do_train:
        raise ValueError("nothing to do")
    for i in range(FLAGS.layers):
        tf.get_variable("w_%d" % i, [3])
    tf.get_variable("own_%s" % FLAGS.name, [3])


if __name__ == "__main__":
    tf.app.run()
"""
ARGPARSE = """\
import argparse
import tensorflow as tf

parser = argparse.ArgumentParser()
parser.add_argument("--train", action="store_true")
args = parser.parse_args()
if args.train:
    tf.get_variable("w", [3])
"""
ARGV = """\
import sys
import tensorflow as tf

if len(sys.argv) < 2:
    sys.exit("usage: program NAME")
tf.get_variable("w", [3])
"""
CHOICES = """\
import argparse
import tensorflow as tf

parser = argparse.ArgumentParser()
parser.add_argument("model", choices=["small", "large"])
parser.add_argument("--size", type=int, default="3", required=True)
parser.add_argument("--name", required=True)
args = parser.parse_args()
if args.model == "small":
    tf.get_variable("small", [args.size])
elif args.model == "large":
    tf.get_variable("large_%s" % args.name, [args.size])
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (FLAGS, ["w_0:0", "w_1:0", "own_{FLAGS.name}:0"]),
        (ARGPARSE, ["w:0"]),
        (ARGV, ["w:0"]),
        (CHOICES, ["small:0", "large_{args.name}:0"]),
    ],
)
def test_what_arguments_would_build_is_possible(text: str, names: list[str]) -> None:
    analysis = analyze(Snapshot("/nowhere/program.py", text), patient())
    assert [event.name for event in analysis.variables] == names
    assert {event.certainty.value for event in analysis.variables} <= {"possible", "symbolic"}
    assert not analysis.problems


def test_nothing_is_supposed_where_the_defaults_do() -> None:
    text = FLAGS.replace("not FLAGS.do_train", "FLAGS.do_train")
    analysis = analyze(Snapshot("/nowhere/program.py", text), patient())
    assert [(event.name, event.certainty.value) for event in analysis.variables] == [
        ("w_0:0", "definite"),
        ("w_1:0", "definite"),
        ("own_None:0", "definite"),
    ]


def test_an_end_that_arguments_do_not_prevent_is_told() -> None:
    text = FLAGS.replace("not FLAGS.do_train", "True")
    analysis = analyze(Snapshot("/nowhere/program.py", text), patient())
    assert [problem.kind for problem in analysis.problems] == ["crash"]


REQUIRED = """\
import argparse
import tensorflow as tf

parser = argparse.ArgumentParser()
parser.add_argument("--mode", required=True, choices=["train", "export"])
parser.add_argument("--input_dir")
a = parser.parse_args()


def main():
    if a.mode == "export":
        tf.get_variable("generator", [3])
        return
    if a.input_dir is None:
        raise Exception("input_dir does not exist")
    tf.get_variable("generator", [3])
    tf.get_variable("discriminator", [3])


main()
"""


def test_a_program_that_builds_nothing_for_certain_is_tried_with_arguments() -> None:
    analysis = analyze(Snapshot("/nowhere/program.py", REQUIRED), patient())
    found = [event.name for event in analysis.variables if event.uncalled is None]
    assert set(found) == {"generator:0", "discriminator:0"}
    assert not analysis.errors


def test_a_group_with_one_argument_that_must_be_given_gives_it() -> None:
    text = """\
import argparse
import tensorflow as tf

parser = argparse.ArgumentParser()
words = parser.add_argument_group("words").add_mutually_exclusive_group(required=True)
words.add_argument("--words", nargs="+", dest="words")
words.add_argument("--vocabulary", nargs="+", dest="words")
either = parser.add_mutually_exclusive_group(required=True)
either.add_argument("--one", action="store_true")
either.add_argument("--two", action="store_true")
args = parser.parse_args()
tf.get_variable("embeddings", [len(args.words), 8])
if args.one:
    tf.get_variable("w", [1])
"""
    analysis = analyze(Snapshot("/project/main.py", text), patient())
    found = [(one.name, one.shape, one.certainty.value) for one in analysis.variables]
    assert found == [("embeddings:0", (None, 8), "definite"), ("w:0", (1,), "possible")]
    assert not analysis.problems


def test_methods_are_run_although_the_object_is_initialized_by_any_arguments() -> None:
    text = """\
import tensorflow as tf


class Model(object):
    def __init__(*args):
        args[0].size = 3

    def build(self):
        tf.get_variable("w", [1])
"""
    analysis = analyze(Snapshot("/nowhere/program.py", text), patient())
    assert [(event.name, event.uncalled) for event in analysis.variables] == [
        ("w:0", "Model.build")
    ]
    assert not analysis.problems


def test_of_a_group_with_one_argument_that_was_given_the_others_are_not() -> None:
    text = """\
import argparse
import tensorflow as tf

parser = argparse.ArgumentParser()
either = parser.add_mutually_exclusive_group(required=True)
either.add_argument("--one", action="store_true")
either.add_argument("--size", type=int, default=4)
args = parser.parse_args(["--one"])
tf.get_variable("w_%s" % args.one, [args.size])
"""
    analysis = analyze(Snapshot("/project/main.py", text), patient())
    assert [(one.name, one.shape) for one in analysis.variables] == [("w_True:0", (4,))]

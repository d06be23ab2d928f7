"""Branches that exclude each other: what one of them creates is not there in the other."""

from __future__ import annotations

import pytest

from tests.analysis.running import names, run

START = """\
import argparse
parser = argparse.ArgumentParser()
parser.add_argument("mode")
parser.add_argument("size", type=int)
args = parser.parse_args()
def build():
    tf.get_variable("w", [])
"""
EXCLUSIVE = (
    "if args.mode == 'train':\n    build()\nif args.mode == 'test':\n    build()\n",
    "if args.mode == 'train':\n    build()\nif 'test' == args.mode:\n    build()\n",
    "if args.mode == 'train':\n    build()\nif args.mode != 'train':\n    build()\n",
    "if args.mode == 'train':\n    build()\nif not args.mode == 'train':\n    build()\n",
    "if args.mode == 'a':\n    pass\nelse:\n    build()\nif args.mode == 'a':\n    build()\n",
    "train = args.mode == 'train'\nif train:\n    build()\nif not train:\n    build()\n",
    "if args.size:\n    build()\nif not args.size:\n    build()\n",
    (
        "if args.size == 1:\n    build()\nelif args.size == 2:\n    build()\n"
        "if args.size == 3:\n    build()\n"
    ),
    (
        "def main(mode):\n"
        "    if mode == 'a':\n"
        "        if args.size:\n"
        "            build()\n"
        "    if mode == 'b':\n"
        "        build()\n"
        "main(args.mode)\n"
    ),
)
UNKNOWN = "import somewhere\nwanted = somewhere.options()\n"
EXCLUSIVE += (
    UNKNOWN + "if wanted.train:\n    build()\nif not wanted.train:\n    build()\n",
    UNKNOWN + "if wanted['a']:\n    build()\nif not wanted['a']:\n    build()\n",
    UNKNOWN + "if wanted.a.b == 1:\n    build()\nif wanted.a.b == 2:\n    build()\n",
    (
        UNKNOWN + "class Net:\n"
        "    def __init__(self, given):\n"
        "        self.given = given\n"
        "    def one(self):\n"
        "        if self.given.train:\n"
        "            build()\n"
        "    def other(self):\n"
        "        if not self.given.train:\n"
        "            build()\n"
        "net = Net(wanted)\n"
        "net.one()\n"
        "net.other()\n"
    ),
)
TOGETHER = (
    UNKNOWN + "if wanted.train:\n    build()\nif not wanted.test:\n    build()\n",
    UNKNOWN + "if wanted.next():\n    build()\nif not wanted.next():\n    build()\n",
    (
        UNKNOWN + "if wanted.train:\n    build()\n"
        "wanted.train = somewhere.more()\n"
        "if not wanted.train:\n    build()\n"
    ),
    (
        UNKNOWN + "if wanted['a']:\n    build()\n"
        "wanted['a'] = somewhere.more()\n"
        "if not wanted['a']:\n    build()\n"
    ),
    "if args.mode == 'train':\n    build()\nif args.size == 3:\n    build()\n",
    "if args.mode == 'train':\n    build()\nif args.mode == 'train':\n    build()\n",
    "if args.mode != 'train':\n    build()\nif args.mode != 'test':\n    build()\n",
    "if args.mode:\n    build()\nif args.mode == 'test':\n    build()\n",
    "if args.size == 1:\n    build()\nif args.size == True:\n    build()\n",
    (
        "mode = args.mode\nif mode == 'a':\n    build()\n"
        "mode = args.size\nif mode == 'b':\n    build()\n"
    ),
)


@pytest.mark.parametrize("text", EXCLUSIVE)
def test_no_path_goes_through_both(text: str) -> None:
    analysis = run(START + text)
    assert not analysis.errors
    assert set(names(analysis)) == {"w:0?"}


@pytest.mark.parametrize("text", TOGETHER)
def test_some_path_may_go_through_both(text: str) -> None:
    assert [error.code for error in run(START + text).errors] == ["variable-exists"]

"""What `map`, `filter` and `zip` return in programs for Python 2, and in those for Python 3."""

from __future__ import annotations

import pytest

from tests.interpreter.running import Program

PRINTS = 'print "of Python 2"\n'


def test_where_only_python_2_is_understood_they_are_lists() -> None:
    program = Program(
        PRINTS + "pairs = zip('ab', [3, 4])\n"
        "seen = [name for name, _ in pairs] + [name for name, _ in pairs]\n"
        "sizes = map(int, '3,4'.split(','))\n"
        "sizes.append(9)\n"
        "big = filter(lambda size: size > 3, sizes)\n"
        "kinds = [type(each).__name__ for each in (pairs, sizes, big)]\n"
        "text, pair = filter(None, 'ab'), filter(None, (1, 0))\n"
        "rest = list(text), list(pair)\n"
    )
    assert program.show("seen") == "['a', 'b', 'a', 'b']"
    assert program.show("big") == "[4, 9]"
    assert program.show("kinds") == "['list', 'list', 'list']"
    assert program.show("rest") == "(['a', 'b'], [1])"


@pytest.mark.parametrize("statement", ["async = 1", "def f(x): return x +", "%matplotlib inline"])
def test_other_broken_text_is_not_taken_for_python_2(statement: str) -> None:
    program = Program(statement + "\npairs = zip('ab', 'cd')\nseen = list(pairs), list(pairs)\n")
    assert program.show("seen") == "([('a', 'c'), ('b', 'd')], [])"


def test_elsewhere_one_that_is_used_as_a_list_is_one() -> None:
    program = Program(
        "sizes = map(int, '3,4'.split(','))\n"
        "found = len(sizes), sizes[1], sizes[:1], list(sizes), list(sizes)\n"
        "pairs = zip('ab', sizes)\n"
        "both = pairs + [0], [0] + pairs\n"
        "pairs[0] = 7\n"
        "pairs.append(8)\n"
        "after = list(pairs)\n"
        "kept = filter(None, [0, 1])\n"
        "kept += [2]\n"
        "del kept[0]\n"
    )
    assert program.show("found") == "(2, 4, [3], [3, 4], [3, 4])"
    assert program.show("both") == "([('a', 3), ('b', 4), 0], [0, ('a', 3), ('b', 4)])"
    assert program.show("after") == "[7, ('b', 4), 8]"
    assert program.show("kept") == "[2]"


def test_elsewhere_they_are_iterators() -> None:
    program = Program(
        "pairs = zip('ab', 'cd')\n"
        "twice = list(pairs), list(pairs)\n"
        "used = map(int, [3, 4])\n"
        "next(used)\n"
        "number = len(used)\n"
        "changed = map(int, [3, 4])\n"
        "changed.append(5)\n"
        "length = len(changed)\n"
        "try:\n"
        "    first = zip('ab', 'cd')[0]\n"
        "except TypeError:\n"
        "    first = None\n"
    )
    assert program.show("twice") == "([('a', 'c'), ('b', 'd')], [])"
    assert program.show("number") == "{number}"
    assert program.show("length") == "{length}"
    assert program.show("first") == "None"

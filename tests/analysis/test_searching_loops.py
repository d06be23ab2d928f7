"""Loops that search: what follows where the item may have been found, or may be an unknown one."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.kinds import ProblemKind
from tests.analysis.running import names, run

CASES = {
    "known items, an unknown test": (
        "for item in (1, 2):\n"
        "    if absent.test(item):\n"
        "        break\n"
        "else:\n"
        "    tf.get_variable('none', [])\n"
        "    raise ValueError('not found')\n",
        ["none:0?", "after:0"],
    ),
    "unknown items": (
        "for item in absent.items():\n"
        "    if item == 3:\n"
        "        break\n"
        "else:\n"
        "    tf.get_variable('none', [])\n"
        "    raise ValueError('not found')\n",
        ["none:0?", "after:0"],
    ),
    "variables beside those of unknown code": (
        "absent.build()\n"
        "for item in tf.global_variables():\n"
        "    if item.name == 'rate:0':\n"
        "        break\n"
        "else:\n"
        "    raise ValueError('not found')\n",
        ["after:0"],
    ),
    "a condition that is not known": (
        "while absent.goes_on():\n"
        "    try:\n"
        "        break\n"
        "    finally:\n"
        "        tf.get_variable('round', [])\n"
        "else:\n"
        "    tf.get_variable('none', [])\n",
        ["round:0?", "none:0?", "after:0"],
    ),
    "a break of another loop": (
        "for item in absent.items():\n"
        "    for other in (1, 2):\n"
        "        break\n"
        "else:\n"
        "    tf.get_variable('none', [])\n",
        ["none:0", "after:0"],
    ),
    "a break in the else of another loop": (
        "for item in absent.items():\n"
        "    for other in (1, 2):\n"
        "        pass\n"
        "    else:\n"
        "        break\n"
        "else:\n"
        "    tf.get_variable('none', [])\n",
        ["none:0?", "after:0"],
    ),
    "no break at all": (
        "for item in absent.items():\n    pass\nelse:\n    tf.get_variable('none', [])\n",
        ["none:0", "after:0"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_else_of_a_loop_is_run_as_far_as_it_is_sure(case: str) -> None:
    loop, expected = CASES[case]
    analysis = run(f"import absent\n{loop}tf.get_variable('after', [])\n")
    assert names(analysis) == expected
    assert all(problem.kind is not ProblemKind.CRASH for problem in analysis.problems)


def test_an_else_that_surely_runs_ends_the_program() -> None:
    analysis = run("for item in (1, 2):\n    pass\nelse:\n    raise ValueError('no')\n")
    assert [problem.kind for problem in analysis.problems] == [ProblemKind.CRASH]


SEARCHES = {
    "a name is kept": (
        "found = None\n"
        "for v in tf.global_variables():\n"
        "    if v.name == 'rate:0':\n"
        "        found = v\n"
        "if found is None:\n"
        "    raise ValueError('no rate')\n"
    ),
    "a flag is set": (
        "found = False\n"
        "for v in tf.global_variables():\n"
        "    name = v.op.name\n"
        "    if name == 'rate':\n"
        "        found = True\n"
        "        break\n"
        "if not found:\n"
        "    raise ValueError('no rate')\n"
    ),
    "a function returns it": (
        "def find(name):\n"
        "    for v in tf.global_variables():\n"
        "        if v.name == name:\n"
        "            return v\n"
        "    raise ValueError('no ' + name)\n"
        "find('rate:0')\n"
    ),
    "items are collected": (
        "found = []\n"
        "for v in tf.global_variables():\n"
        "    if v.name == 'rate:0':\n"
        "        found.append(v)\n"
        "if not found:\n"
        "    raise ValueError('no rate')\n"
    ),
}


@pytest.mark.parametrize("case", SEARCHES)
def test_a_search_may_find_what_unknown_code_made(case: str) -> None:
    start = "tf.get_variable('mine', [])\n"
    unknown = run(f"import absent\n{start}absent.build()\n{SEARCHES[case]}tf.get_variable('b', [])")
    assert names(unknown) == ["mine:0", "b:0"]
    assert not [one for one in unknown.problems if one.kind is ProblemKind.CRASH]
    known = run(f"{start}{SEARCHES[case]}tf.get_variable('b', [])")
    assert [one.kind for one in known.problems] == [ProblemKind.CRASH]

"""Handlers that raise again, or end the program: they wait for no failure that is derived."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.kinds import ProblemKind
from tests.analysis.running import names, run

ENDINGS = {
    "again": "    raise\n",
    "by name": "    raise error\n",
    "another one": "    raise RuntimeError('failed')\n",
    "an exit": "    sys.exit(1)\n",
    "in a branch": "    if tf.__version__:\n        print('new')\n    raise\n",
}
TEXT = (
    "import sys\n"
    "def build():\n"
    "    print({'a': 1}['b'])\n"
    "    tf.get_variable('w', [3])\n"
    "try:\n"
    "    build()\n"
    "except Exception as error:\n"
    "    print(error)\n"
)


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS)
def test_what_a_program_does_is_listed_though_it_would_report_a_failure(ending: str) -> None:
    found = run(f"{TEXT}{ending}tf.get_variable('v', [3])\n")
    assert names(found) == ["w:0", "v:0"]


def test_a_handler_around_it_still_gets_what_is_handed_on() -> None:
    found = run(
        "def find(key):\n"
        "    try:\n"
        "        return {'a': 1}[key]\n"
        "    except KeyError as error:\n"
        "        tf.get_variable('inner', [3])\n"
        "        raise\n"
        "try:\n"
        "    find('b')\n"
        "    tf.get_variable('not_reached', [3])\n"
        "except KeyError:\n"
        "    tf.get_variable('outer', [3])\n"
    )
    assert names(found) == ["inner:0", "outer:0"]


def test_another_exception_that_is_awaited_is_raised() -> None:
    found = run(
        "class Options:\n"
        "    held = {'a': 1}\n"
        "    def __getattr__(self, name):\n"
        "        try:\n"
        "            return self.held[name]\n"
        "        except Exception:\n"
        "            raise AttributeError(name)\n"
        "tf.get_variable('w', [getattr(Options(), 'b', 3)])\n"
        "tf.get_variable('v', [2 if hasattr(Options(), 'b') else 4])\n"
    )
    assert [event.shape for event in found.variables] == [(3,), (4,)]


def test_an_end_that_skips_statements_of_a_function_is_told() -> None:
    found = run(
        "def build():\n"
        "    kept = None\n"
        "    try:\n"
        "        print({'a': 1}['b'])\n"
        "    except KeyError as error:\n"
        "        kept = error\n"
        "    if kept is not None:\n"
        "        raise kept\n"
        "    tf.get_variable('w', [3])\n"
        "build()\n"
        "tf.get_variable('v', [3])\n"
    )
    assert names(found) == ["v:0?"]
    assert [problem.kind for problem in found.problems] == [ProblemKind.CRASH]

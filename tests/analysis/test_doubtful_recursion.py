"""Recursion behind undecided branches ends soon, wherever a function calls itself."""

from __future__ import annotations

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.interpreter.budget import Budget
from tests.analysis.running import names, run

CALLS = "\n".join(f"        copy(absent.part_{i}(x))" for i in range(10))
PROGRAM = f"""\
import absent
import tensorflow as tf

def copy(x):
    if absent.is_node(x):
{CALLS}
        tf.get_variable("inner", [])
    return x

copy(absent.start)
copy(absent.other)
tf.get_variable("end", [])
"""


def test_a_function_that_calls_itself_at_many_places_takes_few_steps() -> None:
    budget = Budget(steps=100_000)
    analysis = analyze(Snapshot("/p/m.py", PROGRAM), budget)
    assert names(analysis)[0] == "inner:0?"
    assert names(analysis)[-1] == "end:0"
    assert budget.used < budget.steps


def test_the_recursion_of_each_outer_call_is_followed() -> None:
    calls = "for i in range(400):\n    make(i)\n"
    analysis = run(
        "import absent\n"
        "def make(i, depth=0):\n"
        "    if absent.goes_on():\n"
        "        tf.get_variable('v_%d_%d' % (i, depth), [])\n"
        "        if depth < 1:\n"
        "            make(i, depth + 1)\n" + calls
    )
    assert len(names(analysis)) == 800

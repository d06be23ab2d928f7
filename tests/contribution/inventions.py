"""Invented contributions: what somebody would write who adds one of each for the first time.

Not here: how they are tried (``__main__``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Change = Callable[[str], str]
"""The text of a file after it, given the text before, which is empty where there is none."""


@dataclass(frozen=True)
class Contribution:
    """What is added, and how one sees that it is there."""

    row: str
    """The row of the table in docs/contributing.md that says where it goes."""
    changes: Mapping[str, Change]
    """By paths below the repository."""
    program: str
    """A program that shows it."""
    command: tuple[str, ...]
    """Arguments of ``scope-lsp``; ``PROGRAM`` stands for the program's file."""
    shows: str
    """What the command then prints among other things."""
    tests: tuple[str, ...]
    """What its author runs."""


def new(text: str) -> Change:
    """A file that was not there."""
    return lambda before: text


def before(place: str, text: str) -> Change:
    """A text put in front of the first place that reads so."""

    def change(old: str) -> str:
        assert place in old, f"{place!r} is not there any more"
        return old.replace(place, text + place, 1)

    return change


def together(*changes: Change) -> Change:
    """One change after the other."""

    def change(old: str) -> str:
        for one in changes:
            old = one(old)
        return old

    return change


LAYER = '''\
"""`brickwork`, an invented library: one layer, made of bricks."""

import tensorflow as tf


def wall(x, bricks, name=None):
    """Lay `bricks` on each other: a scope with a weight for each."""
    with tf.variable_scope(name, "wall", [x]):
        for i in range(bricks):
            x = x * tf.get_variable("brick_%d" % i, x.shape[1:])
    return x
'''
WALLS = """\
import tensorflow as tf
import brickwork

x = tf.zeros([1, 3])
for _ in range(2):
    x = brickwork.wall(x, bricks=2)
"""


def recorded(old: str) -> str:
    """What record.py would add if the library were there."""
    recordings = json.loads(old)
    names = [f"{wall}/brick_{n}:0" for wall in ("wall", "wall_1") for n in range(2)]
    variables = [[name, [3], "float32", True] for name in names]
    recordings["brickwork.py"] = {"variables": variables, "error": None}
    return json.dumps(recordings, indent=1) + "\n"


RULE = '''\
"""The name of a variable is a shout.

**What it finds.** A variable whose name has no lower-case letter.

**Why it matters.** It is an invented rule, which shows what a rule is made of.

**Example.**

```python
w = tf.get_variable("W", [3])
```

**What to do.** Choose a name in lower case.
"""

from __future__ import annotations

from collections.abc import Iterator

from scope_lsp.analysis.result import Analysis
from scope_lsp.rules.rule import Finding, Rule, Severity

CODE = "loud-name"


def _check(analysis: Analysis) -> Iterator[Finding]:
    for event in analysis.variables:
        if event.name.isupper() and not event.reused:
            yield Finding(
                code=CODE,
                severity=Severity.INFORMATION,
                message=f"{event.name} is a shout",
                span=event.span,
                certainty=event.certainty,
            )


RULE = Rule(CODE, Severity.INFORMATION, __doc__, _check)
'''
RULE_CASES = """\
# loud-name

## A name without a lower-case letter

```python
w = tf.get_variable("W", [3])  # information[loud-name]: W:0 is a shout
v = tf.get_variable("v", [3])
```
"""
SETTING = """\
    inlay_hints_invented: bool = _setting(
        "inlayHints.invented", BOOLEAN, False, "An invented setting that changes nothing."
    )
"""
BUILTIN = '''\
@function("shout", pure=True)
def shout(interp: Interpreter, value: Value) -> Value:
    """Text in upper case, louder; an invented function."""
    return f"{value.upper()}!" if isinstance(value, str) else Unknown("a shout")


'''
FORMAT = '''\
"""How many diagnostics there are, and nothing else; an invented format."""

from __future__ import annotations

from scope_lsp.cli.console import Paint
from scope_lsp.cli.listing import Listing


def check(listing: Listing, paint: Paint) -> str:
    """Render the number in words."""
    return f"{len(listing.findings)} found in all\\n"
'''

CONTRIBUTIONS = (
    Contribution(
        row="a library model",
        changes={
            "scope_lsp/stubs/brickwork.py": new(LAYER),
            "tests/stubs/libraries/programs/brickwork.py": new(WALLS),
            "tests/stubs/libraries/recordings.json": recorded,
        },
        program=WALLS,
        command=("names", "PROGRAM"),
        shows="wall_1/brick_1:0",
        tests=("tests/stubs/test_programs.py", "-k", "brickwork or recorded"),
    ),
    Contribution(
        row="a rule",
        changes={
            "scope_lsp/rules/loud_name.py": new(RULE),
            "scope_lsp/rules/registry.py": together(
                before("    name_scope_ignored,\n", "    loud_name,\n"),
                before("        cell_rerun,\n        checkpoint", "        loud_name,\n"),
            ),
            "tests/rules/loud_name.md": new(RULE_CASES),
        },
        program='import tensorflow as tf\ntf.get_variable("W", [3])\n',
        command=("check", "PROGRAM", "--format", "concise"),
        shows="W:0 is a shout",
        tests=("tests/rules/test_examples.py", "-k", "loud"),
    ),
    Contribution(
        row="a setting",
        changes={
            "scope_lsp/settings.py": before("    diagnostics_enable: bool = _setting(\n", SETTING),
            "tests/test_settings.py": before(
                '        "diagnostics.enable",\n', '        "inlayHints.invented",\n'
            ),
        },
        program="",
        command=("config",),
        shows="inlay-hints.invented",
        tests=("tests/test_settings.py",),
    ),
    Contribution(
        row="a Python builtin",
        changes={
            "scope_lsp/interpreter/builtins/functions.py": before(
                '@function("breakpoint")\n', BUILTIN
            )
        },
        program='import tensorflow as tf\ntf.get_variable(shout("w")[:1], [3])\n',
        command=("names", "PROGRAM"),
        shows="W:0",
        tests=("tests/interpreter/builtins/test_strings.py", "-k", "upper"),
    ),
    Contribution(
        row="a report format",
        changes={
            "scope_lsp/cli/report/counted.py": new(FORMAT),
            "scope_lsp/cli/arguments.py": before('"json", "sarif"', '"counted", '),
        },
        program='import tensorflow as tf\ntf.get_variable("w", [3])\ntf.get_variable("w", [3])\n',
        command=("check", "PROGRAM", "--format", "counted"),
        shows="1 found in all",
        tests=("tests/test_escape.py", "-k", "concise"),
    ),
)

"""Command lines that a program writes itself: read as the real argparse reads them."""

from __future__ import annotations

import argparse

import pytest

from tests.analysis.running import names, run

PARSER = """
parser = argparse.ArgumentParser()
parser.add_argument("--hidden", type=int, nargs="+", default=[4, 3])
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("-n", type=int)
parser.add_argument("-q", action="store_true")
parser.add_argument("--rate", type=float, default=0.5)
parser.add_argument("place", nargs="?")
"""

LINES = {
    "-vv": "verbose",
    "-vqn5": "verbose q n",
    "-qvn -5": "q verbose n",
    "-n=7": "n",
    "--hid -1 2 --verb -v": "hidden verbose",
    "--rate -.5 there": "rate place",
    "--rate=-2.5": "rate",
    "--hidden 1 2 -q": "hidden q",
}
"""Each with what it gives."""


@pytest.mark.parametrize("line", LINES)
def test_a_command_line_means_what_it_means_to_argparse(line: str) -> None:
    real: dict[str, argparse.ArgumentParser] = {}
    exec(f"import argparse\n{PARSER}", real)
    given = real["parser"].parse_args(line.split())
    found = run(
        f"import argparse\n{PARSER}"
        f"found = parser.parse_args({line.split()!r})\n"
        f"for key in {LINES[line].split()}:\n"
        "    value = getattr(found, key)\n"
        "    values = value if isinstance(value, list) else [value]\n"
        "    tf.get_variable(key + ''.join('.%s' % one for one in values), [])\n"
    )
    assert names(found) == [_name(key, getattr(given, key)) for key in LINES[line].split()]


def _name(key: str, value: object) -> str:
    values = value if isinstance(value, list) else [value]
    return key + "".join(f".{one}" for one in values) + ":0"

"""The parser of a command line: argparse, with the manners of the tools that people use beside it.

An error names the command, says what may have been meant, and how to get the help.  Options are not
abbreviated: a script that abbreviates one would fail as soon as another one begins like it.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterable, Sequence
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """The parser of a program or of one of its commands."""

    def __init__(self, **options: object) -> None:
        super().__init__(allow_abbrev=False, **options)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """End the program with exit code 2."""
        self.exit(2, f"{self.prog}: {message}\n{self.prog} --help lists what there is.\n")


def parse(parser: Parser, arguments: Sequence[str]) -> tuple[Parser, argparse.Namespace]:
    """The parser of the chosen command, and what it read.

    Ends the program where something is wrong, and for ``help`` and ``help COMMAND``.
    """
    commands = commands_of(parser)
    words = list(arguments)
    if words[:1] == ["help"]:
        words = [*words[1:2], "--help"]
    if not words:
        parser.print_help(sys.stderr)
        parser.exit(2)
    if not words[0].startswith("-") and words[0] not in commands:
        parser.error(f"there is no command {words[0]!r}{meant(words[0], commands)}")
    options, rest = parser.parse_known_args(words)
    chosen = commands[options.command]
    if rest:
        known = [option for action in chosen._actions for option in action.option_strings]
        what = "option" if rest[0].startswith("-") else "argument"
        name = rest[0].partition("=")[0]
        chosen.error(f"there is no {what} {name}{meant(name, known)}")
    return chosen, options


def commands_of(parser: argparse.ArgumentParser) -> dict[str, Parser]:
    """The commands of a program, each with its parser."""
    (commands,) = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    return dict(commands.choices)


def meant(word: str, known: Iterable[str]) -> str:
    """What may have been meant instead of a word, to be added to a message."""
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""

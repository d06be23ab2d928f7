"""The page of commands, made from the parsers of the command line, but for its beginning."""

from __future__ import annotations

import argparse
from pathlib import Path

from scope_lsp.cli.arguments import make_parser

PAGE = Path(__file__).parent / "commands.md"
_BEGINNING = """\
# Every command and option

<!-- Written by docs/generate.py. Do not edit. -->

This page shows what `scope-lsp COMMAND --help` prints. [The command line](command-line.md) explains
what the options are for. `python -m scope_lsp` is the same program.
"""


def text() -> str:
    """The page."""
    (commands,) = (
        action
        for action in make_parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    parsers: dict[str, argparse.ArgumentParser] = dict(commands.choices)
    return "\n".join([_BEGINNING, *(_section(name, one) for name, one in parsers.items())])


def _section(name: str, parser: argparse.ArgumentParser) -> str:
    actions = [one for one in parser._actions if not isinstance(one, argparse._HelpAction)]
    arguments = " ".join(_usage(one) for one in actions if not one.option_strings)
    options = " [OPTION ...]" if any(one.option_strings for one in actions) else ""
    parts = [f"## `scope-lsp {name}`", "", parser.description or ""]
    parts += ["", "```text", f"scope-lsp {name}{options} {arguments}".rstrip(), "```"]
    if actions:
        parts += ["", "| argument | does |", "|---|---|", *map(_row, actions)]
    if parser.epilog:
        parts += ["", parser.epilog]
    return "\n".join([*parts, ""])


def _usage(action: argparse.Action) -> str:
    name = _metavar(action)
    return {"*": f"[{name} ...]", "?": f"[{name}]"}.get(str(action.nargs), name)


def _row(action: argparse.Action) -> str:
    shown = [_metavar(action)]
    if action.option_strings:
        value = "" if action.nargs == 0 else f" {_metavar(action)}"
        shown = [f"{option}{value}" for option in action.option_strings]
    words = action.help or ""
    if action.choices is not None and action.option_strings:
        words = f"{', '.join(f'`{choice}`' for choice in action.choices)}" + (
            f"; {words}" if words else ""
        )
    elif action.choices is not None:
        words = ", ".join(f"`{choice}`" for choice in action.choices)
    cell = ", ".join(f"`{one}`" for one in shown)
    return f"| {cell} | {words} |"


def _metavar(action: argparse.Action) -> str:
    return str(action.metavar or action.dest.upper())

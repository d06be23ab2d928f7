"""``scope-lsp explain [CODE]``: the documentation of a rule, or the list of all rules."""

from __future__ import annotations

import argparse
import difflib

from scope_lsp.cli.console import complain, emit
from scope_lsp.rules.registry import RULES
from scope_lsp.rules.rule import Rule


def run(options: argparse.Namespace) -> int:
    """Print the documentation as Markdown; returns exit code 2 if there is no such rule."""
    if options.code is None:
        emit("".join(map(_row, RULES.values())))
        return 0
    rule = RULES.get(options.code)
    if rule is None:
        complain(unknown_rule(options.code))
        return 2
    emit(f"# {rule.code} ({rule.severity.value})\n\n{rule.documentation.strip()}\n")
    return 0


def _row(rule: Rule) -> str:
    """A line of the list of all rules."""
    summary = rule.documentation.strip().partition("\n")[0]
    return f"{rule.code:<{max(map(len, RULES))}}  {rule.severity.value:<11}  {summary}\n"


def unknown_rule(code: str) -> str:
    """Report that there is no rule ``code``, and which one may be meant."""
    close = difflib.get_close_matches(code, RULES, n=1)
    meant = f"did you mean {close[0]}?" if close else f"there are {', '.join(RULES)}"
    return f"unknown rule {code!r}; {meant}"

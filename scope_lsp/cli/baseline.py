"""A baseline: the findings of old code, which ``check`` then leaves out.

It is one JSON file that is kept with the code.  A finding is recognized by its file, rule, message
and the text of its line, so that edits elsewhere in the file do not matter.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Sequence

from scope_lsp.analysis.result import Span
from scope_lsp.cli.fingerprints import Identity, identity
from scope_lsp.resolve.files import read_source
from scope_lsp.rules.rule import Finding

SCHEMA = 1
_KEYS = ("file", "code", "message", "line")

LineOf = Callable[[Span], str]


class BadBaseline(Exception):
    """Why a file is not a baseline; the message is for users."""


def read(file: str) -> Counter[Identity]:
    """How often each finding is in the baseline; raises ``BadBaseline``."""
    text = read_source(file)
    if text is None:
        raise BadBaseline("cannot be read; --update-baseline creates it")
    try:
        document = json.loads(text)
        if document["schema"] != SCHEMA:
            raise BadBaseline(f"its schema is {document['schema']}, not {SCHEMA}")
        found: Counter[Identity] = Counter()
        for item in document["findings"]:
            path, code, message, line = (str(item[key]) for key in _KEYS)
            found[path, code, message, line] += int(item["count"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadBaseline("not a baseline of scope-lsp") from error
    return found


def without(
    findings: Sequence[Finding], known: Counter[Identity], file: str, line_of: LineOf
) -> tuple[tuple[Finding, ...], int]:
    """The findings that are not in a baseline, and how many of its own were not found."""
    left = Counter(known)
    fresh = []
    for finding in findings:
        one = _identity(finding, file, line_of)
        if left[one] > 0:
            left[one] -= 1
        else:
            fresh.append(finding)
    return tuple(fresh), sum(left.values())


def write(file: str, findings: Sequence[Finding], line_of: LineOf) -> None:
    """Write a baseline with ``findings``; raises ``OSError``."""
    counts = Counter(_identity(finding, file, line_of) for finding in findings)
    items = [
        json.dumps(dict(zip((*_KEYS, "count"), (*one, count), strict=True)))
        for one, count in sorted(counts.items())
    ]
    body = ",".join(f"\n  {item}" for item in items)
    with open(file, "w", encoding="utf-8") as out:
        out.write(f'{{"schema": {SCHEMA},\n "findings": [{body}]}}\n')


def _identity(finding: Finding, file: str, line_of: LineOf) -> Identity:
    """The identity with the path relative to the baseline's folder, wherever the command is run."""
    folder = os.path.dirname(os.path.abspath(file))
    path = os.path.relpath(finding.span.path, folder).replace(os.sep, "/")
    return identity(finding, path, line_of(finding.span))

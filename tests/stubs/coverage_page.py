"""Writes docs/stubs.md from what ``coverage`` found; reads nothing itself but the reasons below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from tests.stubs.coverage import MISSING, MODELLED, NAMED, RECORDED, STATUSES, Callable, callables

PAGE = Path(__file__).parent.parent.parent / "docs" / "stubs.md"

REASONS = {
    "tf.CriticalSection": "creates a mutex, which no checkpoint holds",
}
"""Why something that asks for variables is not modelled, by a pattern of its first name."""

_HEAD = """\
# What the stubs cover

<!-- Written by docs/generate.py. Do not edit. -->

TensorFlow 1.15.5 has {total:,} public functions and classes in the namespaces below. For each of
them, this page says whether scope-lsp models it. The page is generated: the list comes from `dir()`
of the real package (tests/stubs/inventory.py), the status from what our interpreter finds under
each name, and "recorded" from the programs that TensorFlow ran for the tests.

| status | means |
|---|---|
| {recorded} | scope-lsp runs a model of it, and programs that use it are compared with TensorFlow |
| {modelled} | scope-lsp runs a model of it: names, shapes and dtypes |
| {named} | it creates an op or a scope with its name; its result has no known shape or dtype |
| {missing} | its result is unknown, and the variables that it would create are not listed |

*Creates variables* counts the functions and classes whose source asks for variables, as far as a
search of the text can tell. The first number is how many of them are modelled.

"""


def text() -> str:
    """The page."""
    found = callables()
    total = len({row.same_as for rows in found.values() for row in rows})
    words = {"recorded": RECORDED, "modelled": MODELLED, "named": NAMED, "missing": MISSING}
    parts = [_HEAD.format(total=total, **words), _table(found)]
    parts.append("\n## Not modelled, but asks for variables\n\n")
    parts += _missing(found)
    parts.append(
        "\n## Everything\n\n"
        "The number after a name says how many lines of recorded programs use it. What is\n"
        "modelled is listed by the file in `scope_lsp/stubs/` that models it.\n"
    )
    parts += [_details(namespace, rows) for namespace, rows in found.items() if rows]
    return "".join(parts)


def reason(row: Callable) -> str | None:
    """Why something is not modelled; None where nobody has said."""
    if row.kind == "class" and not row.makes:
        return "objects of it are unknown; it creates no variables"
    if not row.makes:
        return "its result is unknown; it creates no variables"
    for pattern, why in REASONS.items():
        if fnmatchcase(row.same_as, pattern):
            return why
    return None


def _table(found: dict[str, tuple[Callable, ...]]) -> str:
    lines = [f"| namespace | {' | '.join(STATUSES)} | creates variables |", "|---" * 6 + "|"]
    lines[1] = "|---|" + "---:|" * 5
    for namespace, rows in found.items():
        if not rows:
            continue
        counts = [sum(row.status == status for row in rows) for status in STATUSES]
        makers = [row for row in rows if row.makes]
        known = sum(row.status in (RECORDED, MODELLED) for row in makers)
        share = f"{known} of {len(makers)}" if makers else ""
        cells = [str(count or "") for count in counts]
        lines.append(f"| `{namespace}` | {' | '.join(cells)} | {share} |")
    return "\n".join(lines) + "\n"


def _missing(found: dict[str, tuple[Callable, ...]]) -> Iterable[str]:
    reasons: dict[str, list[str]] = {}
    for rows in found.values():
        for row in rows:
            if row.makes and row.status in (NAMED, MISSING) and row.path == row.same_as:
                reasons.setdefault(reason(row) or "not yet", []).append(row.path)
    for why, paths in reasons.items():
        yield f"- {why}: {_listed(paths)}\n"


def _details(namespace: str, rows: Sequence[Callable]) -> str:
    parts = [f"\n<details><summary><code>{namespace}</code></summary>\n"]
    groups: dict[str, list[Callable]] = {}
    for row in rows:
        label = row.status
        if row.status == MISSING:
            label = f"{row.status}: {reason(row) or 'not yet'}"
        groups.setdefault(label, []).append(row)
    for label in sorted(groups, key=lambda label: STATUSES.index(label.partition(":")[0])):
        parts.append(f"\n*{label[0].upper()}{label[1:]}*:{_by_file(groups[label])}\n")
    parts.append("\n</details>\n")
    return "".join(parts)


def _by_file(rows: Sequence[Callable]) -> str:
    """The names of functions and classes, and the file that models each where one does."""
    files: dict[str, list[str]] = {}
    for row in rows:
        name = row.path.rpartition(".")[2]
        files.setdefault(row.home, []).append(f"{name} {row.uses}" if row.uses else name)
    if set(files) == {""}:
        return " " + ", ".join(files[""])
    lines = [f"- `{home}`: {', '.join(names)}" for home, names in sorted(files.items()) if home]
    if "" in files:
        lines.append(f"- others: {', '.join(files[''])}")
    return "\n\n" + "\n".join(lines)


def _listed(paths: Sequence[str]) -> str:
    return ", ".join(f"`{path}`" for path in paths)

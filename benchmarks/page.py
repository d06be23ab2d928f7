"""The figures as Markdown, and their place in a page; the text around them is left alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import servers
from benchmarks.results import Results, Statistic, late, median

BEGIN = "<!-- figures: written by python -m benchmarks -->"
END = "<!-- end of figures -->"

Figures = Mapping[str, Sequence[float]]

_COLUMNS: Sequence[tuple[str, Sequence[tuple[str, Statistic]]]] = (
    ("start", [("start", median)]),
    ("first hints", [("first hints", median)]),
    ("again", [("first hints again", median)]),
    (
        "key to fresh hints, p50 / p95",
        [("key to fresh hints", median), ("key to fresh hints", late)],
    ),
    ("key to first answer", [("key to first hints", median)]),
    ("key to hover", [("key to first hover", median)]),
    ("typing, p95", [("typing", late)]),
    ("answered", [("typing answered", median)]),
    ("processor per key", [("processor per key", median)]),
    ("MB open", [("memory open", median)]),
    ("MB edited", [("memory edited", median)]),
)
_RATIOS = {
    "start",
    "first hints",
    "again",
    "key to fresh hints, p50 / p95",
    "key to hover",
    "typing, p95",
}
"""The columns that say how many times the bare server's that is."""
_LEGEND = """\
- *start*, *first hints*: from the start of the process to the answer to `initialize`, and to the
  hints of the whole file. *again*: to these hints in the next server, when the file was open for
  some seconds in another one before.
- *key to fresh hints*: from a key in the middle of the file to the hints of the whole file that
  stay. Where a server answers with older ones first and says when there are new ones, *key to first
  answer* is the former.
- *key to hover*: from such a key to the hover at the call.
- *typing*: a hundred keys, one each 30 ms: from each key to an answer that knows of it; *answered*:
  the share of keys, in per cent, whose own answer came before the next key.
- *processor per key*: what all processes of the server used for such a key.
- *MB*: resident memory of all its processes, after opening and after 1,000 edits. What two of them
  share counts twice: scope-lsp keeps copies of its worker to go on from.

Times are milliseconds. In brackets: how many times the bare pygls server's."""


def figures(results: Results) -> str:
    """All figures, below a heading for each file, of the fourth level."""
    parts = [_origin(results)]
    if results.servers:
        parts.append("### In the editor\n\n" + _LEGEND)
        parts += [f"#### {case}\n\n{_servers(table)}" for case, table in results.servers.items()]
    if results.commands:
        parts.append(
            "### On the command line, as whole processes\n\n" + _commands(results.commands)
        )
    if results.failures:
        lines = [f"- {what}: {why}" for what, why in results.failures.items()]
        parts.append("Not measured:\n\n" + "\n".join(lines))
    return "\n\n".join(parts)


def write(path: Path, results: Results) -> None:
    """Put the figures between the marks of a page; raises ``ValueError`` if it has none."""
    text = path.read_text(encoding="utf-8")
    before, began, rest = text.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not began or not ended:
        raise ValueError(f"{path} has no marks for the figures")
    path.write_text(f"{before}{BEGIN}\n\n{figures(results)}\n\n{END}{after}", encoding="utf-8")


def _origin(results: Results) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in results.versions.items())
    times = "one repetition" if results.repetitions == 1 else f"{results.repetitions} repetitions"
    return (
        f"Measured on {results.day} with {versions},\n"
        f"on a machine of {results.machine}, whose load was {results.load:.1f} before.\n"
        f"Medians of {times}, all servers in turn."
    )


def _servers(table: Mapping[str, Figures]) -> str:
    floor = table.get(servers.FLOOR, {})
    rows = []
    for name, measured in table.items():
        shown = f"**{name}**" if name == servers.OURS else name
        rows.append([shown, *(_cell(title, parts, measured, floor) for title, parts in _COLUMNS)])
    stale = [
        f"{name}: {sum(measured[what]):.0f} answers ({what}) were not the last word,"
        " and nothing said so."
        for name, measured in table.items()
        for what in ("stale hints", "stale hover")
        if sum(measured.get(what, ()))
    ]
    return "\n\n".join([_table(["", *(title for title, _ in _COLUMNS)], rows), *stale])


def _cell(
    title: str, parts: Sequence[tuple[str, Statistic]], measured: Figures, floor: Figures
) -> str:
    values = [statistic(measured[key]) for key, statistic in parts if measured.get(key)]
    if not values:
        return "-"
    text = " / ".join(_number(value) for value in values)
    key, statistic = parts[0]
    if title in _RATIOS and floor is not measured and floor.get(key):
        text += f" ({_number(values[0] / max(statistic(floor[key]), 1e-9))})"
    return text


def _commands(table: Mapping[str, Mapping[str, Figures]]) -> str:
    rows = []
    for subject, commands in table.items():
        tensorflow = commands.get("TensorFlow")
        for name, measured in commands.items():
            took = median(measured["time"])
            faster = ""
            if tensorflow and tensorflow is not measured:
                faster = f"{_number(median(tensorflow['time']) / took)} times faster"
            used = _number(median(measured["processor"]))
            rows.append([subject, name, _number(took), used, faster])
    titles = ["program", "command", "milliseconds", "of processors", "than TensorFlow"]
    return _table(titles, rows)


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines).replace("|  |", "| |")


def _number(value: float) -> str:
    """Two digits for what is small, whole numbers for the rest."""
    return f"{value:.1f}" if value < 10 else f"{value:,.0f}"

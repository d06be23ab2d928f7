"""Breaks published programs on purpose, takes the fixes that are offered, and asks TensorFlow.

    python -m tests.corpus.fixes --tf PYTHON37 [--each 4] [--only NAME] CORPUS ...

Each program of a corpus (``cases``) is broken in one of five ways (``breaks``), in a copy, so that
TensorFlow 1.15.5 refuses it or selects other variables.  Then every quick fix that the server
offers for the findings that are new is applied, one at a time: TensorFlow must build the program as
it did before, and the findings must be those from before.  Comments that ignore a finding do not
count as fixes.  Not a test: it needs code that is not in this repository.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.corpus.breaks import KINDS, LEGAL, MOST_TRIED
from tests.corpus.cases import Case, NotBuilt, build, read
from tests.corpus.editor import Editor, Refused, apply
from tests.corpus.spots import Break, own_files


class Bench:
    """A copy of a program, its builds, and an editor on it."""

    def __init__(self, case: Case, python: Path, folder: Path) -> None:
        self.case = case.copied(folder / "copy")
        self._python = python
        self._builds = folder / "builds"
        self._count = 0

    def build(self, texts: dict[Path, str] | None = None) -> dict[str, Any]:
        """What TensorFlow builds with other texts of some files."""
        before = {path: path.read_text(encoding="utf-8") for path in texts or ()}
        self._count += 1
        folder = self._builds / str(self._count)
        folder.mkdir(parents=True)
        try:
            for path, text in (texts or {}).items():
                path.write_text(text, encoding="utf-8")
            return build(self._python, self.case, folder)
        finally:
            for path, text in before.items():
                path.write_text(text, encoding="utf-8")


def is_broken(kind: str, before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether TensorFlow refuses a program, selects other variables or makes other ones.

    A second set of variables is no fault where something is built twice: it may be meant.
    """
    if after["error"] or not keeps_selections(before, after):
        return True
    return kind not in LEGAL and variables(before) != variables(after)


def variables(built: dict[str, Any]) -> Counter[str]:
    """The names of all variables of all graphs."""
    return Counter(row[0] for graph in built["graphs"] for row in graph["variables"])


def keeps_selections(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether everything that was selected still is, but for variables that are new."""
    known = set(variables(before))

    def told(built: dict[str, Any]) -> Counter[tuple[str, ...]]:
        new = set(variables(built)) - known
        return Counter(
            tuple(name for name in row if name.split("=")[-1] not in new)
            for graph in built["graphs"]
            for row in graph["selections"]
        )

    return not told(before) - told(after)


def find_break(bench: Bench, kinds: Sequence[str]) -> tuple[str, Break, dict[str, Any]] | None:
    """The first break that TensorFlow notices, with what it built before."""
    built = bench.build()
    if built["error"]:
        raise NotBuilt(f"it ends in {built['error']}")
    for kind in kinds:
        for number, one in enumerate(KINDS[kind](bench.case, built)):
            if number == MOST_TRIED:
                break
            original = one.path.read_text(encoding="utf-8")
            before = built if one.works == original else bench.build({one.path: one.works})
            if before["error"]:
                continue
            if is_broken(kind, before, bench.build({one.path: one.broken})):
                return kind, one, before
    return None


def diagnostics(editor: Editor, files: Sequence[Path]) -> Counter[tuple[str, str]]:
    """What is found in some files, by code and message, when all programs are analysed.

    Without the number of variables that a gap costs: a fix may create more of them.
    """
    for path in files:
        editor.show(path)
    editor.rest()
    found: Counter[tuple[str, str]] = Counter()
    for path in files:
        for one in editor.patient("textDocument/diagnostic", path.as_uri())["items"]:
            message = one["message"]
            if one["code"] == "unfinished":
                message = re.sub(r"\d+ variables?", "some variables", message)
            found[str(path), f"{one['code']}: {message}"] += 1
    return found


def offered(editor: Editor, files: Sequence[Path], known: Counter[tuple[str, str]]) -> list[Any]:
    """The quick fixes for what was not found before."""
    found = []
    diagnostics(editor, files)
    for path in files:
        uri = editor.show(path)
        for one in editor.patient("textDocument/diagnostic", uri)["items"]:
            if (str(path), f"{one['code']}: {one['message']}") in known:
                continue
            print(f"    {path.name}:{one['range']['start']['line'] + 1} {one['code']}", flush=True)
            asked = {"range": one["range"], "context": {"diagnostics": [one], "only": ["quickfix"]}}
            for _ in range(9):  # a fix that is still being tried is offered the next time
                actions = editor.patient("textDocument/codeAction", uri, **asked) or []
                fixes = [act for act in actions if not act["title"].startswith("Ignore")]
                if fixes:
                    break
                editor.settle(5.0)
            found += [act for act in fixes if act["edit"] not in [one["edit"] for one in found]]
    return found


def examine(case: Case, python: Path, kinds: Sequence[str]) -> tuple[str, int, int] | None:
    """Break one program; the kind, the fixes that were offered, and those that were right."""
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(case, python, Path(name))
        try:
            found = find_break(bench, kinds)
        except (NotBuilt, SyntaxError) as reason:
            print(f"{case.name}: not built: {reason}", flush=True)
            return None
        if found is None:
            print(f"{case.name}: nothing to break", flush=True)
            return None
        kind, one, before = found
        print(f"{case.name}: {kind} in {one.path.name}", flush=True)
        one.path.write_text(one.works, encoding="utf-8")
        files = [path for path in own_files(bench.case, before) if path.stat().st_size < 200_000]
        with Editor(bench.case) as editor:
            known = diagnostics(editor, files)
            uri = one.path.as_uri()
            editor.replace(uri, one.broken)
            one.path.write_text(one.broken, encoding="utf-8")
            editor.show(one.path)
            fixes = offered(editor, files, known)
            right = 0
            for fix in fixes:
                texts: dict[Path, str] = {}
                apply(fix["edit"], texts)
                wrong = faults(bench, editor, files, texts, before, known)
                right += not wrong
                print(f"    {fix['title']}: {wrong or 'right'}", flush=True)
        return kind, len(fixes), right


def faults(
    bench: Bench,
    editor: Editor,
    files: Sequence[Path],
    texts: dict[Path, str],
    before: dict[str, Any],
    known: Counter[tuple[str, str]],
) -> str:
    """Why a program is not as clean as before; empty if it is."""
    built = bench.build(texts)
    if built["error"]:
        return f"TensorFlow: {built['error']}"
    if not keeps_selections(before, built):
        return "a filter selects other variables"
    old_texts = {path: path.read_text(encoding="utf-8") for path in texts}
    for path, text in texts.items():
        editor.show(path)
        editor.replace(path.as_uri(), text)
    more = diagnostics(editor, files) - known
    for path, text in old_texts.items():
        editor.replace(path.as_uri(), text)
        editor.show(path)
    return f"found: {sorted(more)[0][1]}" if more else ""


def main() -> int:
    """The command; its exit code is 1 when a fix does not fix."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--tf", required=True, type=Path, help="a Python with TensorFlow 1.15.5")
    parser.add_argument("--each", type=int, default=4, help="programs for each way to break")
    parser.add_argument("--kind", choices=KINDS, action="append", help="these ways only")
    parser.add_argument("--only", action="append", help="these programs only")
    options = parser.parse_args()
    cases = [case for file in options.corpora for case in read(file)]
    used: Counter[str] = Counter()
    helped = offers = right = 0
    for case in cases:
        wanted = sorted(options.kind or KINDS, key=lambda kind: used[kind])
        kinds = [kind for kind in wanted if used[kind] < options.each]
        if not kinds or (options.only and case.name not in options.only):
            continue
        try:
            done = examine(case, options.tf, kinds)
        except Refused as reason:
            print(f"{case.name}: refused: {reason}", flush=True)
            continue
        if done is not None:
            kind, count, good = done
            used[kind] += 1
            helped += bool(count)
            offers += count
            right += good
    print(f"{dict(used)}: {sum(used.values())} programs, a fix for {helped}")
    print(f"{offers} fixes, {right} of them as clean as before")
    return 0 if offers == right else 1


if __name__ == "__main__":
    sys.exit(main())

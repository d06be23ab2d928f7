"""Reads the specification: Markdown whose Python blocks say what each line creates.

A rule is a heading, some prose and a block of Python.  A trailing comment lists the variables that
the calls of its line make or fetch, in order:

    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        v = tf.get_variable("w", [2])  # a/w:0
        u = tf.get_variable("w", [2])  # a/w:0 shared
        for i in range(2):
            tf.get_variable("k%d" % i, [3], dtype=tf.int32)  # a/k0:0 (3) int32, a/k1:0 (3) int32
        tf.get_variable("w", [9])  # error: Trying to share variable a/w, but specified shape

Shape, dtype, ``shared`` and ``fixed`` (not trainable) are said where they matter.  ``shared`` is
always said.  A block is complete: a line without a comment makes no variable, a block without
``error:`` runs to its end.  ``error:`` gives the first words of the message.  A block that does not
import TensorFlow has ``import tensorflow as tf`` put before it.  Blocks that begin with
``# not run`` are prose.

    python -m tests.support.mdtest tests/mdtest/*.md

writes the comments anew from what TensorFlow does (see ``recording.py``); read the diff.
"""

from __future__ import annotations

import io
import re
import sys
import tokenize
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from tests.support.recording import Access, Recording, TensorFlow

_ENTRY = re.compile(
    r"(?P<name>[^\s,;]*:\d+)(?P<shared> shared)?(?: \((?P<shape>[^)]*)\))?"
    r"(?: (?P<dtype>(?:float|int|uint|bool|string|complex)\d*))?(?P<fixed> fixed)?$"
)
_IMPORT = "import tensorflow as tf\n"


@dataclass(frozen=True)
class Expected:
    """One variable as a comment gives it; None where it says nothing."""

    name: str
    shared: bool = False
    shape: tuple[int, ...] | None = None
    dtype: str | None = None
    fixed: bool = False

    def __str__(self) -> str:
        shape = "" if self.shape is None else f" ({', '.join(map(str, self.shape))})"
        dtype = f" {self.dtype}" if self.dtype else ""
        return f"{self.name}{' shared' * self.shared}{shape}{dtype}{' fixed' * self.fixed}"

    def fits(self, access: Access) -> bool:
        """Whether an access is as the comment says."""
        return (
            (self.name, self.shared) == (access.name, access.reused)
            and self.shape in (None, access.shape)
            and self.dtype in (None, access.dtype)
            and not (self.fixed and access.trainable)
        )


@dataclass(frozen=True)
class Snippet:
    """One Python block of a Markdown file."""

    path: Path
    title: str
    """The heading that it stands under, and its number when there are several."""
    line: int
    """The line of the file (from 1) that its first line is."""
    text: str

    @property
    def source(self) -> str:
        """The program to run."""
        return self.text if "import tensorflow" in self.text else _IMPORT + self.text

    @property
    def shift(self) -> int:
        """How many lines stand before the block's own in ``source``."""
        return 0 if "import tensorflow" in self.text else 1

    def expectations(self) -> tuple[dict[int, list[Expected]], tuple[int, str] | None]:
        """Variables by line of ``source``, and the line and first words of the error."""
        variables: dict[int, list[Expected]] = {}
        error = None
        for line, comment in _comments(self.text).items():
            entries, words = parse_comment(comment)
            if entries:
                variables[line + self.shift] = entries
            if words is not None:
                error = (line + self.shift, words)
        return variables, error


def parse_comment(comment: str) -> tuple[list[Expected], str | None]:
    """The variables and the error in a trailing comment; nothing in one that is only prose."""
    text = comment.lstrip("# ").strip()
    text, mark, words = text.partition("error:")
    entries = []
    for part in re.split(r",(?![^(]*\))", text.rstrip("; ")):
        match = _ENTRY.match(part.strip())
        if match is None:
            if entries or re.match(r"\S*:\d+\b", part):
                raise ValueError(f"neither variables nor prose: {comment}")
            break
        shape = match["shape"]
        sizes = None if shape is None else tuple(int(n) for n in shape.split(",") if n.strip())
        entries.append(
            Expected(
                match["name"], bool(match["shared"]), sizes, match["dtype"], bool(match["fixed"])
            )
        )
    return entries, words.strip() if mark else None


def read(path: Path) -> list[Snippet]:
    """All snippets of a file that are to be run."""
    snippets = []
    seen: defaultdict[str, int] = defaultdict(int)
    title, start, block = path.stem, None, []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if start is not None and line.startswith("```"):
            text = "\n".join(block) + "\n"
            if not text.startswith("# not run"):
                seen[title] += 1
                place = f"{title} ({seen[title]})" if seen[title] > 1 else title
                snippets.append(Snippet(path, place, start, text))
            start, block = None, []
        elif start is not None:
            block.append(line)
        elif line.startswith("```python"):
            start = number + 1
        elif line.startswith("#"):
            title = line.lstrip("# ")
    return snippets


def check(snippet: Snippet, recording: Recording) -> list[str]:
    """In what a run (TensorFlow's, or the analysis put as one) departs from the comments."""
    variables, error = snippet.expectations()
    done: defaultdict[int, list[Access]] = defaultdict(list)
    for access in recording.accesses:
        done[access.line].append(access)
    found = []
    for line in sorted({*variables, *done}):
        expected = variables.get(line, [])
        same = len(expected) == len(done[line])
        if not same or not all(map(Expected.fits, expected, done[line])):
            real = ", ".join(str(_described(access, True, True)) for access in done[line])
            said = ", ".join(map(str, expected))
            found.append(
                f"{_place(snippet, line)}: {real or 'nothing'}; expected {said or 'nothing'}"
            )
    raised = recording.error
    if (raised is None) != (error is None):
        found.append(f"ends in {raised}; expected {error}")
    elif raised and error and not (raised.line == error[0] and raised.message.startswith(error[1])):
        place = _place(snippet, raised.line or 0)
        found.append(f"{place}: error: {raised.message}; expected {error[1]}")
    return found


def _place(snippet: Snippet, line: int) -> str:
    return f"{snippet.path.name}:{snippet.line + line - snippet.shift - 1}"


def _described(access: Access, shape: bool, dtype: bool) -> Expected:
    known = None if access.shape is None else tuple(size or 0 for size in access.shape)
    return Expected(
        access.name,
        access.reused,
        known if shape else None,
        access.dtype if dtype else None,
        not access.trainable,
    )


def _comments(text: str) -> dict[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return {token.start[0]: token.string for token in tokens if token.type == tokenize.COMMENT}


def rewritten(snippet: Snippet, recording: Recording) -> str:
    """The block with its comments as the recording has it, as detailed as they were."""
    variables, _ = snippet.expectations()
    done: defaultdict[int, list[Access]] = defaultdict(list)
    for access in recording.accesses:
        done[access.line].append(access)
    comments = _comments(snippet.text)
    lines = []
    for number, line in enumerate(snippet.text.splitlines(), 1):
        before = variables.get(number + snippet.shift, [])
        shape = any(entry.shape is not None for entry in before)
        dtype = any(entry.dtype is not None for entry in before)
        fixed = any(entry.fixed for entry in before)
        parts = []
        for access in done[number + snippet.shift]:
            entry = _described(access, shape, dtype)
            parts.append(str(entry) if fixed else str(entry).removesuffix(" fixed"))
        comment = ", ".join(parts)
        raised = recording.error
        if raised and raised.line == number + snippet.shift:
            words = re.split(r"(?<=[.?])\s", raised.message)[0]
            comment += ("; " if comment else "") + f"error: {words}"
        old = comments.get(number)
        if old is not None and (parse_comment(old) != ([], None)):
            line = line[: line.rindex(old)].rstrip()
            old = None
        if comment and old is None:
            line = f"{line}  # {comment}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def update(path: Path, tensorflow: TensorFlow) -> None:
    """Write the comments of a file anew."""
    text = path.read_text(encoding="utf-8")
    for snippet in read(path):
        new = rewritten(snippet, tensorflow.run(snippet.source))
        text = text.replace(f"\n{snippet.text}```", f"\n{new}```", 1)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    with TensorFlow() as _tensorflow:
        for _name in sys.argv[1:]:
            update(Path(_name), _tensorflow)

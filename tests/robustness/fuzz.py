"""Mutates what is read: ``python -m tests.robustness.fuzz TARGET MINUTES [SEED]``.

A target is a reader that must take anything: ``texts``, ``settings``, ``messages``, ``notebooks``
or ``saved``.  Where ``atheris`` is installed (the extra ``fuzz``), coverage guides it; otherwise
mutations are blind.  What breaks a target is written to the working folder as ``finding-*``.
"""

from __future__ import annotations

import ast
import importlib
import itertools
import logging
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from scope_lsp import settings
from scope_lsp.analysis import notebook_file as notebooks
from scope_lsp.resolve.checkpoint_files import NotReadable, read_saved
from scope_lsp.server.framing import MAXIMUM, Frames
from scope_lsp.syntax.parse import parse
from scope_lsp.syntax.source import split_lines

HERE = Path(__file__).parent
LIMIT = 10.0
"""Seconds that one input may take on a busy machine."""
_SAVED = HERE.parent / "checkpoints" / "saved"
_WORDS = (
    *(b"(", b"[", b"{", b")", b"]", b"}", b'"""', b"'", b"\\", b"\n", b"\t", b":", b"=", b"#"),
    *(b"if x:\n", b"def f(", b"lambda", b"f'{", b"match x:\n", b"print ", b"\0", b"\xff", b"\xef"),
    *(b"[tool.scope-lsp]\n", b"exclude = ", b"9" * 20, b"Content-Length: ", b"\r\n\r\n", b"-1"),
    *(b'"cells": ', b"null", b"\x80" * 9, b"\xff\xff\xff\xff\x0f", b"<<<<<<< ", b"%", b"@"),
)


def texts(data: bytes) -> None:
    """Any text gives a tree, whose nodes lie within it."""
    text = data.decode("utf-8", "surrogateescape" if len(data) % 2 else "replace")
    found = parse(text)
    lines = split_lines(text)
    for node in ast.walk(found.tree):
        line = getattr(node, "lineno", 1)
        assert 1 <= line <= len(lines), (line, len(lines))
    for problem in found.problems:
        assert 1 <= problem.line <= problem.end_line <= len(lines)


def decoded(data: bytes) -> str:
    """Bytes as the text that a file would be."""
    return data.decode("utf-8", "replace")


def read_settings(data: bytes) -> None:
    """Any project file gives settings, and problems that are told."""
    found = settings.from_pyproject(decoded(data), "pyproject.toml", "/folder")
    settings.merge(found)


def messages(data: bytes) -> None:
    """Any stream is cut into bodies, in whatever pieces it comes, and nothing else is kept."""
    whole = list(Frames().feed(data))
    frames = Frames()
    pieces = [body for byte in data for body in frames.feed(bytes([byte]))]
    assert pieces == whole
    assert frames.waiting <= len(data) <= MAXIMUM


def read_notebook(data: bytes) -> None:
    """Any notebook's file gives cells or a reason."""
    try:
        cells = notebooks.parse("/folder/a.ipynb", decoded(data))
    except notebooks.NotReadable:
        return
    assert cells.text.count("\n") >= len(cells.windows) - 1


def saved(data: bytes) -> None:
    """Any file gives tensors or a reason; which reader takes it, its first byte says."""
    endings = (".index", ".meta", ".pb", ".npz", ".npy", ".ckpt", ".h5")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model")
        ending = endings[data[0] % len(endings)] if data else ".index"
        Path(path + ending).write_bytes(data[1:])
        try:
            read_saved(path if ending == ".index" else path + ending)
        except NotReadable:
            return


def _corpus_of_texts() -> list[bytes]:
    folders = (HERE, HERE.parent / "syntax", HERE.parent / "mdtest")
    return [
        path.read_bytes()[:4000]
        for folder in folders
        for path in sorted(folder.glob("*.*"))
        if path.is_file()
    ]


def _corpus_of_saved() -> list[bytes]:
    return [
        bytes([number]) + path.read_bytes()[:20_000]
        for path in sorted(_SAVED.rglob("*"))
        if path.is_file()
        for number in range(7)
    ]


_SETTINGS = b"""\
[tool.scope-lsp]
exclude = ["a/**", "!b"]
environment = ".venv"
tensorflow-version = "1"
analysis.timeout = 5
[tool.scope-lsp.diagnostics.severity]
variable-renamed = "off"
"""
_NOTEBOOK = b'{"cells": [{"cell_type": "code", "source": ["a = 1\\n", "b"]}], "metadata": {}}'
_MESSAGE = b"Content-Length: 2\r\n\r\n{}Content-Type: a\r\nContent-Length: 4\r\n\r\nnull"

TARGETS: dict[str, tuple[Callable[[bytes], None], Callable[[], list[bytes]]]] = {
    "texts": (texts, _corpus_of_texts),
    "settings": (read_settings, lambda: [_SETTINGS]),
    "messages": (messages, lambda: [_MESSAGE]),
    "notebooks": (read_notebook, lambda: [_NOTEBOOK]),
    "saved": (saved, _corpus_of_saved),
}


def mutated(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """The bytes with a few changes: cut, doubled, overwritten, joined with others, words put in."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        start = chance.randrange(len(made) + 1)
        end = min(len(made), start + chance.choice((0, 1, 2, 8, 64, 1000)))
        made[start:end] = chance.choice(
            (
                b"",
                chance.choice(_WORDS),
                chance.choice(_WORDS) * chance.choice((2, 50, 500)),
                bytes(made[start:end]) * 2,
                bytes(chance.randrange(256) for _ in range(end - start)),
                chance.choice(others)[start:end],
            )
        )
    return bytes(made[:50_000])


def attempt(target: Callable[[bytes], None], data: bytes) -> str | None:
    """What went wrong with an input; None where all is well."""
    began = time.monotonic()
    try:
        target(data)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    took = time.monotonic() - began
    return f"took {took:.1f} s" if took > LIMIT else None


def blind(name: str, seconds: float, seed: int, count: int | None = None) -> tuple[int, list[str]]:
    """Mutate without guidance; how many inputs were tried, and what was found."""
    target, corpus = TARGETS[name]
    chance, inputs = random.Random(seed), corpus()
    end, found, tried = time.monotonic() + seconds, [], 0
    for tried in itertools.count(1):
        if time.monotonic() > end or tried == count:
            break
        data = mutated(chance.choice(inputs), chance, inputs)
        if (wrong := attempt(target, data)) is not None:
            file = f"finding-{name}-{seed}-{tried}"
            Path(file).write_bytes(data)
            found.append(f"{file}: {wrong}")
    return tried, found


def main() -> int:
    """Fuzz one target for some minutes; 1 when something was found."""
    logging.disable()  # what the readers say is no finding
    name, minutes = sys.argv[1], float(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    try:
        atheris = importlib.import_module("atheris")
    except ImportError:
        tried, found = blind(name, minutes * 60, seed)
        print(f"{name}: {tried} inputs tried, {len(found)} findings", *found, sep="\n")
        return 1 if found else 0
    target, corpus = TARGETS[name]
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(corpus()):
            (Path(folder) / str(number)).write_bytes(data)
        arguments = [f"-max_total_time={int(minutes * 60)}", f"-seed={seed}", "-max_len=50000"]
        atheris.instrument_all()
        atheris.Setup([sys.argv[0], *arguments, f"-timeout={int(LIMIT)}", folder], target)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())

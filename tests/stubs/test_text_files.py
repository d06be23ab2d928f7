"""Small text files of a program: their number of lines decides shapes."""

from __future__ import annotations

from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze

FILES = {
    "classes.txt": "cat\ndog\nbird\n",
    "anchors.txt": "10,13, 16,30, 33,23\n",
    "table.csv": "name,size\nx,3\ny,4\n",
    "quoted.csv": '"a, b",1\n',
    "corpus.txt": "word\n" * 5_000,
    "options.config": '{"size": 3}',
    "model.hparams": '{"size": 3}',
    "image.bin": "bytes",
}
PROGRAM = """\
import codecs, csv, io, os
import numpy as np
import tensorflow as tf

def size(value):
    tf.get_variable("v", [value])
"""
LINES = [
    ('size(len([c.strip() for c in open("classes.txt").readlines()]))', "v:0 (3,)"),
    ('size(len(tf.gfile.GFile("classes.txt").read().splitlines()))', "v:0 (3,)"),
    ('size(len(io.open("classes.txt", encoding="utf8").read().split()))', "v:0 (3,)"),
    ('size(len(codecs.open("classes.txt", "r", "utf-8").readlines()))', "v:0 (3,)"),
    (
        "here = os.path.dirname(os.path.abspath(__file__))\n"
        'line = open(os.path.join(here, "anchors.txt")).readline()\n'
        'size(len(np.array([float(x) for x in line.split(",")]).reshape(-1, 2)))',
        "v:0 (3,)",
    ),
    (
        'for row in csv.DictReader(open("table.csv")):\n'
        '    tf.get_variable(row["name"], [int(row["size"])])',
        "x:0 (3,) y:0 (4,)",
    ),
    ('size(len([row for row in csv.reader(open("table.csv"))][1]))', "v:0 (2,)"),
    ('size(len([row for row in csv.reader(open("quoted.csv"))][0]))', "v:0 (None,)"),
    ('size(len(open("corpus.txt").readlines()))', "v:0 (None,)"),
    ('import json\nsize(json.load(open("options.config"))["size"])', "v:0 (3,)"),
    ('import json\nsize(json.loads(open("model.hparams").read())["size"])', "v:0 (3,)"),
    ('size(len(open("image.bin").read()))', "v:0 (None,)"),
    ('size(len(open("classes.txt", "a+").readlines()))', "v:0 (None,)"),
    ('size(len(open("missing.txt").readlines()))', "v:0 (None,)"),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_small_text_files_are_read(tmp_path: Path, line: str, expected: str) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    main = tmp_path / "main.py"
    analysis = analyze(Snapshot(str(main), f"{PROGRAM}\n{line}\n", roots=(str(tmp_path),)))
    made = [event for event in analysis.variables if event.uncalled is None]
    assert " ".join(f"{v.name} {v.shape}" for v in made) == expected

"""A real server that is started again on what an earlier one has found."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.support.client import LIMIT, REAL, ROOT, Client

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a variable of Unix names the folder")

MODEL = "import tensorflow as tf\n\nwith tf.variable_scope('net'):\n    tf.get_variable('w', [2])\n"


def caching(folder: Path) -> dict[str, str]:
    """The environment of a server that keeps results below a folder."""
    found = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder / "kept")}
    found.pop("SCOPE_LSP_NO_CACHE", None)
    return found


def when_kept(folder: Path, count: int) -> list[Path]:
    """The files that are kept, as soon as there are so many."""
    end = time.monotonic() + LIMIT
    while len(kept := list(folder.glob("kept/scope-lsp/results/*.json"))) < count:
        assert time.monotonic() < end
        time.sleep(0.1)
    return kept


def test_what_one_server_found_is_there_for_the_next(tmp_path: Path) -> None:
    path = tmp_path / "project" / "model.py"
    path.parent.mkdir()
    path.write_text(MODEL)

    def opened(text: str) -> tuple[list[tuple[int, int, str]], list[Path]]:
        """The hints of a new server, and what is kept when it ends."""
        with Client(REAL, folder=path.parent, environment=caching(tmp_path)) as client:
            client.open(path.as_uri(), text)
            found = client.hints(path.as_uri())
            return found, when_kept(tmp_path, 1)

    first, (kept,) = opened(MODEL)
    assert [text for _, _, text in first] == ["net/w:0"]
    # What lies there is what is shown: a name that no analysis would find.
    kept.write_text(kept.read_text().replace("net/w:0", "net/kept:0"))
    assert [text for _, _, text in opened(MODEL)[0]] == ["net/kept:0"]
    assert [text for _, _, text in opened(MODEL.replace("net", "other"))[0]] == ["other/w:0"]


def test_programs_that_import_the_file_are_kept_too(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    model = "import tensorflow as tf\n\ndef net():\n    tf.get_variable('w', [2])\n"
    (project / "model.py").write_text(model)
    train = "import tensorflow as tf\nimport model\nwith tf.variable_scope('a'):\n    model.net()\n"
    (project / "train.py").write_text(train)
    with Client(REAL, folder=project, environment=caching(tmp_path)) as client:
        client.open((project / "model.py").as_uri(), model)
        kept = when_kept(tmp_path, 2)
    assert sum("a/w:0" in path.read_text() for path in kept) == 1

"""A real server that is started again on what an earlier one has found."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.support.client import LIMIT, REAL, ROOT, Client

MODEL = "import tensorflow as tf\n\nwith tf.variable_scope('net'):\n    tf.get_variable('w', [2])\n"


@pytest.mark.skipif(os.name == "nt", reason="the folder is named by a variable of Unix")
def test_what_one_server_found_is_there_for_the_next(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path / "kept")}
    environment.pop("SCOPE_LSP_NO_CACHE", None)
    path = tmp_path / "project" / "model.py"
    path.parent.mkdir()
    path.write_text(MODEL)

    def opened(text: str) -> tuple[list[tuple[int, int, str]], list[Path]]:
        """The hints of a new server, and what is kept when it ends."""
        with Client(REAL, folder=path.parent, environment=environment) as client:
            client.open(path.as_uri(), text)
            found = client.hints(path.as_uri())
            end = time.monotonic() + LIMIT
            while not (kept := list(tmp_path.glob("kept/scope-lsp/results/*.json"))):
                assert time.monotonic() < end
                time.sleep(0.1)
        return found, kept

    first, (kept,) = opened(MODEL)
    assert [text for _, _, text in first] == ["net/w:0"]
    # What lies there is what is shown: a name that no analysis would find.
    kept.write_text(kept.read_text().replace("net/w:0", "net/kept:0"))
    assert [text for _, _, text in opened(MODEL)[0]] == ["net/kept:0"]
    assert [text for _, _, text in opened(MODEL.replace("net", "other"))[0]] == ["other/w:0"]

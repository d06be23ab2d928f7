"""Which findings an editor shows: the settings that choose files and rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.client import REAL, Client

TEXT = """\
import tensorflow as tf
w = tf.get_variable("w", [3])
v = tf.get_variable("w", [3])
"""
IDLE = """\
import tensorflow as tf
w = tf.get_variable("w", [3])  # scope: ignore[scope-error]
"""


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ({}, ["variable-exists"]),
        ({"ignore": ["variable-exists"]}, []),
        ({"select": ["scope-error"]}, []),
        ({"select": ["variable-exists"]}, ["variable-exists"]),
        ({"perFileIgnores": {"deep/*.py": ["variable-exists"]}}, []),
        ({"perFileIgnores": {"/model.py": ["variable-exists"]}}, ["variable-exists"]),
        ({"exclude": ["deep"]}, []),
    ],
)
def test_settings_choose_what_is_shown(
    tmp_path: Path, options: dict[str, Any], codes: list[str]
) -> None:
    (tmp_path / "deep").mkdir()
    uri = (tmp_path / "deep" / "model.py").as_uri()
    with Client(REAL, folder=tmp_path, options=options) as client:
        client.open(uri, TEXT)
        assert [found["code"] for found in client.pull(uri)] == codes


def test_a_comment_of_no_use_is_told_and_removed(tmp_path: Path) -> None:
    uri = (tmp_path / "model.py").as_uri()
    with Client(REAL, folder=tmp_path) as client:
        client.open(uri, IDLE)
        (found,) = client.pull(uri)
        assert (found["code"], found["severity"]) == ("unused-ignore", 3)
        actions = client.request(
            "textDocument/codeAction",
            {
                "textDocument": {"uri": uri},
                "range": found["range"],
                "context": {"diagnostics": [found], "only": ["quickfix"]},
            },
        )
        (action,) = actions
        assert action["title"] == "Remove the comment"
        ((edit,),) = action["edit"]["changes"].values()
        assert (edit["newText"], edit["range"]["start"]["character"]) == ("", 29)

"""Fixes and pins through the real protocol: each one offered works, and no others are offered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.client import REAL, Client

URI = "file:///tmp/fixes/model.py"
TEXT = """import tensorflow as tf

def net(x, reuse=False):
    with tf.variable_scope("net"):
        return tf.layers.dense(x, 4, name="fc")

net(tf.zeros([1, 3]))
net(tf.zeros([1, 3]), reuse=True)
tf.get_default_graph().get_tensor_by_name("net/fc/kernel")  # scope: ignore[not-shared]
tf.keras.layers.Dense(4)(tf.zeros([1, 3]))
tf.layers.conv1d(tf.zeros([1, 4, 1]), 2, 3)
"""


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with Client(REAL) as found:
        found.open(URI, TEXT)
        yield found


def actions(client: Client, line: int, *only: str) -> list[dict[str, Any]]:
    end = {"line": line, "character": 200}
    context = {"diagnostics": [], **({"only": list(only)} if only else {})}
    about = {
        "textDocument": {"uri": URI},
        "range": {"start": {"line": line, "character": 0}, "end": end},
        "context": context,
    }
    found: list[dict[str, Any]] = client.request("textDocument/codeAction", about)
    return found


def patiently(client: Client, line: int, only: str, title: str) -> list[dict[str, Any]]:
    """The actions once one of them is there: a busy machine needs longer than a request waits."""
    for _ in range(10):
        found = actions(client, line, only)
        if any(one["title"].startswith(title) for one in found):
            return found
    raise AssertionError(f"never offered: {title}")


def test_a_quick_fix_by_cause(client: Client) -> None:
    found = patiently(client, 4, "quickfix", "Let every call share the variables")
    assert found[0]["title"] == "Pass reuse on to the scope in net"
    assert found[0]["isPreferred"] is True
    ((edit,),) = found[0]["edit"]["changes"].values()
    assert edit["newText"] == ", reuse=reuse" and edit["range"]["start"]["line"] == 3
    assert found[-1]["title"] == "Ignore variable-exists on this line"
    assert [one.get("isPreferred") for one in found[1:]] == [None] * (len(found) - 1)


def test_all_safe_fixes_only_when_asked_for(client: Client) -> None:
    assert not any(one["kind"].startswith("source") for one in actions(client, 8))
    (found,) = actions(client, 8, "source.fixAll")
    assert found["kind"] == "source.fixAll.scopeLsp"
    ((edit,),) = found["edit"]["changes"].values()
    assert "# scope" not in edit["newText"]
    assert actions(client, 8, "source.fixAll.other") == []


def test_a_pin_changes_no_name(client: Client) -> None:
    found = patiently(client, 10, "refactor.rewrite", "Pin the name")
    assert found[0]["title"] == "Pin the name: name='conv1d'"


def test_a_fix_for_what_fails_in_a_closed_file(tmp_path: Path) -> None:
    (tmp_path / "net.py").write_text(
        "import tensorflow as tf\n\n\ndef net():\n"
        "    with tf.variable_scope('net'):\n        return tf.get_variable('w', [1])\n"
    )
    text = "from net import net\n\nnet()\nnet()\n"
    uri = (tmp_path / "main.py").as_uri()
    here = {"start": {"line": 3, "character": 0}, "end": {"line": 3, "character": 0}}
    with Client(REAL, folder=tmp_path) as client:
        client.open(uri, text)
        client.hints(uri)
        asked = {
            "textDocument": {"uri": uri},
            "range": here,
            "context": {"diagnostics": [], "only": ["quickfix"]},
        }
        found: list[Any] = []
        for _ in range(10):
            found = client.request("textDocument/codeAction", asked)
            if any(one["title"].startswith("Remove this repetition") for one in found):
                break
        net = (tmp_path / "net.py").as_uri()
        assert {edited for one in found for edited in one["edit"]["changes"]} <= {uri, net}
        assert not any(one["title"].startswith("Ignore") for one in found)
        (once,) = [one for one in found if one["title"].startswith("Remove this repetition")]
        ((edit,),) = once["edit"]["changes"].values()
        assert edit["newText"] == "" and edit["range"]["start"] == here["start"]
        assert edit["range"]["end"] == {"line": 4, "character": 0}

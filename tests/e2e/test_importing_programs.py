"""Names of a file of builders come from the programs of the workspace that use it."""

from __future__ import annotations

from pathlib import Path

from tests.support.client import CAPABILITIES, REAL, Client

BUILDERS = """\
import tensorflow as tf


def dense(x, size, scope=None):
    with tf.variable_scope(scope, default_name="dense"):
        w = tf.get_variable("w", [3, size])
    return w


def unused():
    return tf.get_variable("alone", [1])
"""
WRAPPER = """\
from builders import dense


def tower(x, name):
    for i in range(2):
        x = dense(x, 4, "%s_%d" % (name, i))
    return x
"""
TRAIN = """\
import tensorflow as tf
from models import wrapper

if __name__ == "__main__":
    with tf.variable_scope("main"):
        wrapper.tower(None, "left")
"""


def workspace(folder: Path) -> Path:
    (folder / "models").mkdir()
    (folder / "models" / "__init__.py").write_text("")
    (folder / "builders.py").write_text(BUILDERS)
    (folder / "models" / "wrapper.py").write_text(WRAPPER)
    (folder / "train.py").write_text(TRAIN)
    return folder


def labels(client: Client, uri: str) -> list[str]:
    return [label for _, _, label in client.hints(uri)]


def test_names_come_from_the_programs_that_use_the_file(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    uri = (folder / "builders.py").as_uri()
    with Client(REAL, folder=folder) as client:
        client.open(uri, BUILDERS)
        assert "dense/w:0" in labels(client, uri)
        client.until(lambda: client.count("workspace/inlayHint/refresh") > 0, "refresh")
        assert labels(client, uri) == ["main/left_{0,1}/", "main/left_{0,1}/w:0", "alone:0"]
        train = (folder / "train.py").as_uri()
        assert f"In the program [train.py](<{train}>)." in (client.hover(uri, 5, 14) or "")


def test_a_lens_counts_one_program_and_says_which(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    more = TRAIN + '        wrapper.tower(None, "right")\n'
    uri = (folder / "builders.py").as_uri()

    def lenses(client: Client) -> list[str]:
        found = client.request("textDocument/codeLens", {"textDocument": {"uri": uri}})
        return [one["command"]["title"] for one in found]

    for text, wanted in (
        (more, "4 variables, 48 parameters in bigger.py, one of 2 programs · called 4 times"),
        (TRAIN, "2 variables, 24 parameters in each of 2 programs · called 2 times"),
    ):
        (folder / "bigger.py").write_text(text)
        with Client(REAL, folder=folder) as client:
            client.open(uri, BUILDERS)
            client.until(lambda text=wanted: any(text in one for one in lenses(client)), wanted)
            assert lenses(client)[-1] == "1 variable, 1 parameter"


def test_lenses_are_drawn_again_when_they_change_without_an_edit(tmp_path: Path) -> None:
    """Nor is the client told of an analysis that changes none."""
    folder = workspace(tmp_path)
    uri = (folder / "builders.py").as_uri()
    told = {**CAPABILITIES, "workspace": {"codeLens": {"refreshSupport": True}}}
    refresh = "workspace/codeLens/refresh"

    def lenses(client: Client) -> list[str]:
        found = client.request("textDocument/codeLens", {"textDocument": {"uri": uri}})
        return [one["command"]["title"] for one in found]

    with Client(REAL, capabilities=told, folder=folder) as client:
        client.open(uri, BUILDERS)
        client.until(lambda: lenses(client) and client.count(refresh) > 0, "refresh")
        assert lenses(client)[0] == "2 variables, 24 parameters · called 2 times: 2 sets of weights"
        before = client.count(refresh)
        client.edit(uri, (11, 0), (11, 0), "# a comment\n")
        client.hints(uri)
        client.settle()
        assert client.count(refresh) == before
        no_lenses = {"scopeLsp": {"codeLens": {"functions": False}}}
        client.notify("workspace/didChangeConfiguration", {"settings": no_lenses})
        client.until(lambda: client.count(refresh) > before, "refresh for a setting")
        assert len(lenses(client)) == 1


def test_they_stay_while_one_types_and_follow_what_is_typed(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    uri = (folder / "builders.py").as_uri()
    with Client(REAL, folder=folder) as client:
        client.open(uri, BUILDERS)
        client.until(lambda: "main/left_{0,1}/w:0" in labels(client, uri), "names")
        client.edit(uri, (0, 0), (0, 0), "\n")
        assert (6, "main/left_{0,1}/w:0") in [(a, c) for a, _, c in client.hints(uri)]
        client.edit(uri, (6, 29), (6, 30), "v")
        client.until(lambda: "main/left_{0,1}/v:0" in labels(client, uri), "new names")


def test_an_open_program_counts_with_its_newest_text(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    uri, train = (folder / "builders.py").as_uri(), (folder / "train.py").as_uri()
    with Client(REAL, folder=folder) as client:
        client.open(train, TRAIN.replace("left", "right"))
        client.open(uri, BUILDERS)
        client.until(lambda: "main/right_{0,1}/w:0" in labels(client, uri), "names")
        assert not any("left" in label for label in labels(client, uri))


def test_a_program_that_fails_in_the_file_is_told_there(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    (folder / "train.py").write_text(TRAIN + '        wrapper.tower(None, "left")\n')
    uri = (folder / "builders.py").as_uri()
    with Client(REAL, folder=folder) as client:
        client.open(uri, BUILDERS)
        client.until(lambda: client.pushed(uri, 1) != [], "diagnostics")
        (found,) = client.pushed(uri, 1)
        assert found["code"] == "variable-exists"
        assert found["range"]["start"]["line"] == 5


def test_a_changed_program_on_disk_renews_the_names(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    uri = (folder / "builders.py").as_uri()
    with Client(REAL, folder=folder) as client:
        client.open(uri, BUILDERS)
        client.until(lambda: "main/left_{0,1}/w:0" in labels(client, uri), "names")
        (folder / "train.py").write_text(TRAIN.replace("left", "other"))
        changes = [{"uri": (folder / "train.py").as_uri(), "type": 2}]
        client.notify("workspace/didChangeWatchedFiles", {"changes": changes})
        client.until(lambda: "main/other_{0,1}/w:0" in labels(client, uri), "new names")


TYPED = """\
import tensorflow as tf


class Config:
    def __init__(self, scope="encoder"):
        self.scope = scope


def build(config: Config):
    with tf.variable_scope(config.scope):
        tf.get_variable("w", [3])
"""


def test_what_nothing_uses_is_built_with_what_its_parameters_may_hold(tmp_path: Path) -> None:
    path = tmp_path / "alone.py"
    path.write_text(TYPED)
    with Client(REAL, folder=tmp_path) as client:
        client.open(path.as_uri(), TYPED)
        assert "{config.scope}/w:0" in labels(client, path.as_uri())
        wanted = ["encoder/w:0"]
        client.until(lambda: labels(client, path.as_uri()) == wanted, "the second answer")

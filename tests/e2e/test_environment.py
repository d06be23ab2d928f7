"""The environment in which a server looks up imports, and how it reports it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.client import REAL, ROOT, Client

HELPER = "import scipy\n\ndef scaled(x):\n    return scipy.misc.imresize(x, 2.0)\n"
MAIN = """\
import helper
import tensorflow as tf

def main(_):
    helper.scaled(tf.zeros([2, 2]))
    tf.get_variable("w", [3])

if __name__ == "__main__":
    tf.app.run()
"""


def installed(folder: Path) -> Path:
    """An environment with packages of which one would end every program that is run with it."""
    packages = folder / "lib" / "python3.7" / "site-packages"
    (packages / "scipy").mkdir(parents=True)
    (packages / "scipy" / "__init__.py").write_text("raise SystemExit('not to be interpreted')\n")
    (packages / "third.py").write_text("NAME = 'third'\n")
    (folder / "pyvenv.cfg").write_text("home = /nowhere\n")
    return folder


def variables(**named: str) -> dict[str, str]:
    """The environment's variables, of those that choose an environment only these."""
    ours = ("VIRTUAL_ENV", "CONDA_PREFIX", "SCOPE_LSP_ENVIRONMENT")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return {**kept, "PYTHONPATH": str(ROOT), **named}


@pytest.mark.parametrize("variable", ["VIRTUAL_ENV", "SCOPE_LSP_ENVIRONMENT"])
def test_a_large_package_that_is_installed_ends_no_program(tmp_path: Path, variable: str) -> None:
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    (workspace / "helper.py").write_text(HELPER)
    uri = (workspace / "main.py").as_uri()
    path = str(installed(tmp_path / "tf1"))
    with Client(REAL, folder=workspace, environment=variables(**{variable: path})) as client:
        client.open(uri, MAIN)
        assert [label for _, _, label in client.hints(uri)] == ["w:0"]
        answer = client.request("scopeLsp/variables", {"textDocument": {"uri": uri}})
        assert path in answer["environment"]


def test_the_setting_goes_before_what_is_active(tmp_path: Path) -> None:
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    chosen, active = installed(tmp_path / "chosen"), tmp_path / "active"
    active.mkdir()
    text = "import third\nimport tensorflow as tf\n\ntf.get_variable(third.NAME, [1])\n"
    uri = (workspace / "main.py").as_uri()
    options = {"environment": "../chosen"}
    environment = variables(VIRTUAL_ENV=str(active))
    with Client(REAL, folder=workspace, options=options, environment=environment) as client:
        client.open(uri, text)
        assert [label for _, _, label in client.hints(uri)] == ["third:0"]
        answer = client.request("scopeLsp/variables", {"textDocument": {"uri": uri}})
        assert answer["environment"] == f"{chosen} (the setting `environment`)"


def test_packages_beside_the_server_are_not_the_programs(tmp_path: Path) -> None:
    text = "import pygls\nimport tensorflow as tf\n\ntf.get_variable(pygls.__name__, [1])\n"
    uri = (tmp_path / "main.py").as_uri()
    with Client(REAL, folder=tmp_path, environment=variables()) as client:
        client.open(uri, text)
        assert [label for _, _, label in client.hints(uri)] == ["{pygls.__name__}:0"]
        answer = client.request("scopeLsp/variables", {"textDocument": {"uri": uri}})
        assert answer["environment"].startswith("none (")


def test_a_new_file_in_a_folder_that_was_listed_counts(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "one.py").write_text("")
    text = (
        "import os\nimport tensorflow as tf\n\n"
        "for name in os.listdir('parts'):\n    tf.get_variable(name[:-3], [1])\n"
    )
    uri = (tmp_path / "main.py").as_uri()
    with Client(REAL, folder=tmp_path, environment=variables()) as client:
        client.open(uri, text)
        assert [label for _, _, label in client.hints(uri)] == ["one:0"]
        path = tmp_path / "parts" / "two.py"
        path.write_text("")
        changes = [{"uri": path.as_uri(), "type": 1}]
        client.notify("workspace/didChangeWatchedFiles", {"changes": changes})
        assert [label for _, _, label in client.hints(uri)] == ["{one,two}:0"]

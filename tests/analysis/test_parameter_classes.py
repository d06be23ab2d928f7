"""Uncalled functions are run with objects of the classes that the workspace passes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from tests.support.patience import patient

CONFIG = """\
class Config:
    def __init__(self, size, scope="encoder"):
        self.size = size
        self.scope = scope
        self.layers = 2
"""

BUILDER = """\
import tensorflow as tf
{imports}


def build({parameter}):
    {docstring}
    with tf.variable_scope(config.scope):
        for i in range(config.layers):
            tf.get_variable("w_%d" % i, [config.size, 3])
"""


def names(folder: Path, files: dict[str, str], main: str = "builder.py") -> list[str]:
    """The names that the functions of ``main``, which nothing calls, would give."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    path = folder / main
    return names_of(folder, path, path.read_text())


def names_of(folder: Path, path: Path, text: str) -> list[str]:
    """The names at ``text``, which is or will be the file ``path``."""
    snapshot = Snapshot(str(path), text, roots=(str(folder),), infers_parameters=True)
    found = analyze(snapshot, patient())
    return [one.name for one in found.variables if one.span.path == str(path)]


def builder(parameter: str = "config", docstring: str = "pass", imports: str = "") -> str:
    """A file with a function that reads its configuration."""
    return BUILDER.format(parameter=parameter, docstring=docstring, imports=imports)


WANTED = ["encoder/w_0:0", "encoder/w_1:0"]


def test_an_annotation_names_the_class(tmp_path: Path) -> None:
    text = builder("config: Config", imports="from config import Config")
    assert names(tmp_path, {"builder.py": text, "config.py": CONFIG}) == WANTED


def test_an_annotation_may_be_text(tmp_path: Path) -> None:
    text = builder("config: 'config_module.Config'", imports="import config_module")
    assert names(tmp_path, {"builder.py": text, "config_module.py": CONFIG}) == WANTED


SPHINX = """Build it.

    :param config: sizes
    :type config: Config
    """
GOOGLE = """Build it.

    Args:
        config (Config): sizes
    """
PLAIN_GOOGLE = """Build it.

    Args:
        config: a `Config` instance.
    """
NUMPY = """Build it.

    Parameters
    ----------
    config : Config, optional
        Sizes.
    """


@pytest.mark.parametrize("docstring", [SPHINX, GOOGLE, PLAIN_GOOGLE, NUMPY])
def test_a_docstring_names_the_class(tmp_path: Path, docstring: str) -> None:
    text = builder(docstring=f'"""{docstring}"""', imports="from config import Config")
    assert names(tmp_path, {"builder.py": text, "config.py": CONFIG}) == WANTED


def test_a_call_elsewhere_in_the_workspace_names_the_class(tmp_path: Path) -> None:
    caller = (
        "import builder\nfrom config import Config\n\n\ndef go():\n    builder.build(Config(4))\n"
    )
    files = {"builder.py": builder(), "config.py": CONFIG, "scripts/caller.py": caller}
    assert names(tmp_path, files) == WANTED


def test_calls_with_several_classes_give_the_names_of_each(tmp_path: Path) -> None:
    other = CONFIG.replace("Config", "Other").replace("encoder", "decoder").replace("2", "1")
    caller = (
        "import builder\nfrom config import Config\nfrom other import Other\n\n\n"
        "def one():\n    builder.build(Config(4))\n\n\ndef two():\n    builder.build(Other(4))\n"
    )
    files = {"builder.py": builder(), "config.py": CONFIG, "other.py": other, "caller.py": caller}
    assert set(names(tmp_path, files)) == {
        f"{scope}/w_{number}:0" for scope in ("encoder", "decoder") for number in (0, 1)
    }


def test_a_function_that_is_given_is_called(tmp_path: Path) -> None:
    text = (
        "import tensorflow as tf\n\n\ndef dense(x):\n    return tf.get_variable('dense', [3])\n\n\n"
        "def build(layer, x):\n    with tf.variable_scope('net'):\n        return layer(x)\n\n\n"
        "def never():\n    build(dense, None)\n\n\ndef undecided(layer):\n    layer(1)\n"
    )
    assert "net/dense:0" in names(tmp_path, {"builder.py": text})


def test_what_may_also_be_something_else_stays_unknown(tmp_path: Path) -> None:
    caller = (
        "import builder\nfrom config import Config\nimport numpy\n\n\n"
        "def one():\n    builder.build(Config(4))\n\n\ndef two():\n    builder.build(3)\n"
    )
    found = names(tmp_path, {"builder.py": builder(), "config.py": CONFIG, "caller.py": caller})
    assert found == ["{config.scope}/w_{i}:0"]


def test_a_class_that_cannot_be_imported_costs_nothing(tmp_path: Path) -> None:
    files = {
        "builder.py": builder("config: Config", imports="from config import Config"),
        "config.py": "raise RuntimeError('not here')\n" + CONFIG,
    }
    assert len(names(tmp_path, files)) == 1


def test_while_the_file_is_edited_the_saved_text_answers(tmp_path: Path) -> None:
    text = builder("config: Config", imports="from config import Config")
    names(tmp_path, {"builder.py": text, "config.py": CONFIG})
    edited = "# one line more\n" + text.replace("w_", "v_")
    path = tmp_path / "builder.py"
    assert names_of(tmp_path, path, edited) == ["encoder/v_0:0", "encoder/v_1:0"]

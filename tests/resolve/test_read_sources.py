"""Sources that a program reads as text, to run them or to find out what they define."""

from __future__ import annotations

from pathlib import Path

from scope_lsp.analysis.analyze import Snapshot, analyze

CONFIG = "name = 'conf'\nsize = 3\n"
RUN = (
    "import tensorflow as tf\nexec(open('config.py').read())\n"
    "with tf.variable_scope(name):\n    tf.get_variable('w', [size])\n"
)
SEARCH = """\
import importlib
import re
from pathlib import Path
import tensorflow as tf

models = {}
for file in sorted(Path(__file__).parent.joinpath("models").glob("*.py")):
    with file.open("r", encoding="utf-8") as source:
        line = source.readline()
        while line:
            if line.startswith("class"):
                models[file.stem] = re.findall(r"(?<=class )\\w+", line)[0]
            line = source.readline()
for name in sorted(models):
    getattr(importlib.import_module("models." + name), models[name])()
"""
MODEL = """\
import tensorflow as tf

class {name}:
    def __init__(self):
        tf.get_variable("{name}", [1])
"""


def _names(folder: Path, program: str, buffers: dict[str, str] | None = None) -> list[str]:
    main = str(folder / "main.py")
    snapshot = Snapshot(main, program, buffers=buffers or {}, roots=(str(folder),))
    return [one.name for one in analyze(snapshot).variables if one.uncalled is None]


def test_a_source_is_run_as_text(tmp_path: Path) -> None:
    (tmp_path / "config.py").write_text(CONFIG, encoding="utf-8")
    assert _names(tmp_path, RUN) == ["conf/w:0"]


def test_models_are_found_by_the_text_of_their_sources(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    for name in ("Unet", "Resnet"):
        text = MODEL.replace("{name}", name)
        (tmp_path / "models" / f"{name.lower()}.py").write_text(text, encoding="utf-8")
    (tmp_path / "models" / "__init__.py").write_text("", encoding="utf-8")
    assert _names(tmp_path, SEARCH) == ["Resnet:0", "Unet:0"]


def test_a_source_in_the_editor_is_not_read(tmp_path: Path) -> None:
    """A run of its edited text may go on from where a run of the text before is."""
    config = tmp_path / "config.py"
    config.write_text(CONFIG, encoding="utf-8")
    made = _names(tmp_path, RUN, {str(config): CONFIG.replace("conf", "edited")})
    assert made == ["{name}/w:0"]


def test_a_source_outside_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "config.py").write_text(CONFIG, encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    assert _names(inner, RUN.replace("config.py", "../config.py")) == ["{name}/w:0"]

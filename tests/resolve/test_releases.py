"""The release of a package that a program uses, and the model for that release."""

from __future__ import annotations

from pathlib import Path

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.resolve.files import read_source
from scope_lsp.resolve.releases import release

KERAS = """
from keras.layers import Dense
from keras.models import Sequential
model = Sequential([Dense(2, input_shape=(3,), use_bias=False)])
model.compile("sgd", "mse")
"""


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("requirements.txt", "numpy\nKeras==2.3.1\n", (2, 3, 1)),
        ("requirements-dev.txt", "keras>=2.2", (2, 2)),
        ("setup.py", "install_requires=['keras-gpu ~= 2.2.4', 'numpy']", (2, 2, 4)),
        ("pyproject.toml", 'keras = "^2.4"', (2, 4)),
        ("environment.yml", "- keras=2.1.6", (2, 1, 6)),
        ("requirements.txt", "keras\nkeras-contrib==2.0.8\nmy-keras==3.0", None),
        ("notes.txt", "keras==2.3.1", None),
    ],
)
def test_a_project_names_it(
    tmp_path: Path, file: str, text: str, expected: tuple[int, ...] | None
) -> None:
    (tmp_path / file).write_text(text)
    assert release("keras", [], [str(tmp_path)], read_source) == expected


def test_what_is_installed_goes_first(tmp_path: Path) -> None:
    (tmp_path / "Keras-2.2.4.dist-info").mkdir()
    (tmp_path / "requirements.txt").write_text("keras==2.3.1")
    assert release("keras", [str(tmp_path)], [str(tmp_path)], read_source) == (2, 2, 4)


@pytest.mark.parametrize(
    ("requirements", "first", "setting"),
    [
        ("", "dense_1/kernel:0", "SGD/lr:0"),
        ("keras==2.2.4\ntensorflow>=2.0", "dense_1/kernel:0", "SGD/lr:0"),
        ("keras==2.3.1", "dense_1/kernel:0", "SGD/learning_rate:0"),
        ("keras>=2.4", "dense/kernel:0", None),
        ("tensorflow==2.3", "dense/kernel:0", None),
        ("tensorflow-gpu==1.15", "dense_1/kernel:0", "SGD/lr:0"),
    ],
)
def test_names_are_those_of_the_release(
    tmp_path: Path, requirements: str, first: str, setting: str | None
) -> None:
    (tmp_path / "requirements.txt").write_text(requirements)
    path = tmp_path / "program.py"
    names = [event.name for event in analyze(Snapshot(str(path), KERAS)).variables]
    assert names[0] == first
    assert not setting or setting in names


def test_a_program_for_version_2_has_the_names_of_tf_keras(tmp_path: Path) -> None:
    text = "import tensorflow as tf\ntf.random.set_seed(1)\n" + KERAS
    analysis = analyze(Snapshot(str(tmp_path / "program.py"), text))
    assert analysis.variables[0].name == "dense/kernel:0"


def test_a_package_of_the_program_goes_first(tmp_path: Path) -> None:
    package = tmp_path / "keras"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "layers.py").write_text(
        "import tensorflow as tf\ndef Dense(*args, **kwargs):\n    tf.get_variable('own', [1])\n"
    )
    text = "from keras.layers import Dense\nDense(3)\n"
    analysis = analyze(Snapshot(str(tmp_path / "program.py"), text))
    assert [event.name for event in analysis.variables] == ["own:0"]

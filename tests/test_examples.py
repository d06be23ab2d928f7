"""The pages that show examples are correct."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from scope_lsp.settings import from_pyproject
from tests.support.recording import tensorflow_python

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "user-stubs.md").read_text(encoding="utf-8")
RECOMMENDER = ROOT / "examples" / "recommender"
STUB = (RECOMMENDER / "stubs" / "company" / "embeddings.py").read_text(encoding="utf-8")


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scope_lsp", "names", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def names(*arguments: str, cwd: Path = ROOT) -> str:
    done = run(*arguments, cwd=cwd)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_page_on_stubs_shows_what_is_printed() -> None:
    ((arguments, shown),) = re.findall(
        r"^```console\n\$ scope-lsp names (.*)\n((?:.*\n)*?)```$", PAGE, re.MULTILINE
    )
    assert names(*shlex.split(arguments)) == shown


def test_the_page_on_stubs_shows_the_example() -> None:
    program = (RECOMMENDER / "train.py").read_text(encoding="utf-8")
    shown = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert len(shown) == 2
    assert shown[0] in program
    assert shown[1] in STUB
    settings = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert settings[0] == (RECOMMENDER / "pyproject.toml").read_text(encoding="utf-8")
    assert from_pyproject(settings[0], folder=str(RECOMMENDER)).problems == ()


def test_without_its_stub_the_example_knows_less(tmp_path: Path) -> None:
    program = (RECOMMENDER / "train.py").read_text(encoding="utf-8")
    (tmp_path / "train.py").write_text(program, encoding="utf-8")
    done = run("train.py", cwd=tmp_path)
    assert [line.split("  ")[0] for line in done.stdout.splitlines()] == [
        "recommender/score/kernel:0",
        "recommender/score/bias:0",
    ]
    assert done.returncode == 3
    assert "train.py:4: module company was not found: variables that it creates" in done.stderr


def test_a_metadata_file_gives_a_stub_other_names(tmp_path: Path) -> None:
    _, metadata = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    stubs = tmp_path / "stubs"
    (stubs / "company").mkdir(parents=True)
    (stubs / "company" / "embeddings.py").write_text(STUB, encoding="utf-8")
    (stubs / "METADATA.toml").write_text(metadata, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.scope-lsp]\nstub-paths = ["stubs"]\n')
    (tmp_path / "old.py").write_text(
        "import company.legacy.embeddings as e\ne.get_embedding_variable('old', 8)\n"
    )
    assert names("old.py", cwd=tmp_path).startswith("old/table:0 ")


@pytest.mark.skipif(tensorflow_python() is None, reason="no TensorFlow 1.15.5 at hand")
def test_tensorflow_makes_of_the_stub_what_the_page_shows() -> None:
    script = (
        "import runpy, tensorflow as tf; runpy.run_path('train.py'); "
        "print('\\n'.join(v.name for v in tf.global_variables()))"
    )
    python = tensorflow_python()
    assert python is not None
    done = subprocess.run(
        [python, "-c", script],
        cwd=RECOMMENDER,
        env={**os.environ, "PYTHONPATH": "stubs", "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    ours = names("examples/recommender/train.py", "--slots").splitlines()
    assert done.stdout.splitlines() == [line.split("  ")[0] for line in ours]

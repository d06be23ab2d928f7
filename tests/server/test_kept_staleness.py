"""What a kept result rests on although another document's buffer answered for it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from tests.server.test_kept_results import HELPER, is_known, job_of, project, start

__all__ = ["project"]
IMPORT = "import tensorflow as tf\n"


def test_requirements_that_were_open(project: Path) -> None:
    """They are read to find the release of a package, and are no file of the program."""
    text = f"{IMPORT}from keras.layers import Dense\nDense(3)(tf.zeros([2, 2]))\n"
    (project / "setup.py").write_text("install_requires = ['keras==2.2.4']\n")
    start(job_of(project, text, setup="install_requires = ['keras==2.2.4']\n"))
    assert is_known(job_of(project, text, setup="install_requires = ['keras==2.2.4']\n"))
    assert is_known(job_of(project, text))
    (project / "setup.py").write_text("install_requires = ['keras==3.0.0']\n")
    assert not is_known(job_of(project, text))


def test_a_folder_that_held_an_open_document(project: Path) -> None:
    text = (
        f"{IMPORT}import os\nname = 'a' if os.path.isdir('data') else 'b'\n"
        "tf.get_variable(name, [1])\n"
    )
    (project / "data").mkdir()
    (project / "data/one.py").write_text("")
    start(job_of(project, text, **{"data/one": ""}))
    shutil.rmtree(project / "data")
    assert not is_known(job_of(project, text))


def test_a_file_of_data_that_was_open_and_is_too_long(project: Path) -> None:
    text = f"{IMPORT}n = len(open('names.txt').readlines())\ntf.get_variable('w', [n])\n"
    path = project / "names.txt"
    path.write_text("x\n" * 6000)
    job = job_of(project, text)
    start(replace(job, buffers={**job.buffers, str(path): "x\n" * 6000}))
    path.write_text("x\n" * 3)
    assert not is_known(job_of(project, text))


def test_a_stub_of_the_user_that_was_open(project: Path) -> None:
    text = f"{IMPORT}import modelled\nmodelled.layer('a')\n"
    path = project / "stubs/modelled.py"
    path.parent.mkdir()
    path.write_text(HELPER)
    job = replace(job_of(project, text), stub_paths=(str(path.parent),))
    start(replace(job, buffers={**job.buffers, str(path): HELPER}))
    path.write_text(HELPER.replace("name,", "name + 'x',"))
    assert not is_known(job)


def test_an_open_document_outside_of_the_workspace(project: Path) -> None:
    """An open document exists for the program, wherever it lies; a closed one there does not."""
    path = project.parent / "elsewhere.py"
    text = (
        f"{IMPORT}import os\nname = 'a' if os.path.exists({str(path)!r}) else 'b'\n"
        "tf.get_variable(name, [1])\n"
    )
    path.write_text("")
    job = job_of(project, text)
    start(replace(job, buffers={**job.buffers, str(path): ""}))
    assert not is_known(job)


def test_an_open_link_out_of_the_workspace(project: Path) -> None:
    outside = project.parent / "outside"
    outside.mkdir()
    (outside / "one.py").write_text("")
    (project / "data").symlink_to(outside, target_is_directory=True)
    text = (
        f"{IMPORT}import os\nname = 'a' if os.path.exists('data/one.py') else 'b'\n"
        "tf.get_variable(name, [1])\n"
    )
    start(job_of(project, text, **{"data/one": ""}))
    assert not is_known(job_of(project, text))


def test_a_comment_in_a_file_that_was_open(project: Path) -> None:
    quiet = HELPER.replace("[1])", "[1])  # scope: ignore")
    (project / "helper.py").write_text(quiet)
    start(job_of(project, helper=quiet))
    (project / "helper.py").write_text(HELPER)
    assert not is_known(job_of(project))

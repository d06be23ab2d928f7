"""The listings of checkpoints that TensorFlow saved are the same as TensorFlow's."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from scope_lsp.checkpoints.checksum import crc32c
from scope_lsp.resolve.checkpoint_files import NotReadable, is_saved, read_saved
from tests.checkpoints.tables import write_index
from tests.support.recording import tensorflow_python

FOLDER = Path(__file__).parent
SAVED = FOLDER / "saved"
LISTINGS = json.loads((SAVED / "listings.json").read_text(encoding="utf-8"))
LARGE = """
import json, sys
import numpy as np
import tensorflow as tf
with tf.Graph().as_default(), tf.Session() as session:
    names = [f"model/layer_{i}/{part}" for i in range(5200) for part in ("kernel", "bias")]
    tensors = [tf.zeros([i % 7, 1 + i % 3]) for i in range(len(names))]
    session.run(tf.raw_ops.SaveV2(
        prefix=sys.argv[1], tensor_names=names, shape_and_slices=[""] * len(names), tensors=tensors,
    ))
print(json.dumps([[name, list(shape)] for name, shape in tf.train.list_variables(sys.argv[1])]))
"""


@pytest.mark.parametrize("name", LISTINGS)
def test_the_listing_is_tensorflows(name: str) -> None:
    if name.endswith(".h5"):
        pytest.importorskip("pyfive")
    expected = LISTINGS[name]
    tensors = read_saved(str(SAVED / name)).tensors
    listed = [[tensor.key, list(tensor.shape or ())] for tensor in tensors]
    if "dtypes" in expected:  # a checkpoint, which has an order
        assert listed == expected["variables"]
        assert {tensor.key: tensor.dtype for tensor in tensors} == expected["dtypes"]
    else:
        assert sorted(listed) == expected["variables"]
        assert {tensor.dtype for tensor in tensors} == {"float32"}


@pytest.mark.skipif(tensorflow_python() is None, reason="no TensorFlow 1.15.5 at hand")
def test_a_large_listing_is_tensorflows(tmp_path: Path) -> None:
    prefix = str(tmp_path / "large")
    python = str(tensorflow_python())
    done = subprocess.run([python, "-c", LARGE, prefix], capture_output=True, check=True, text=True)
    listed = [[tensor.key, list(tensor.shape or ())] for tensor in read_saved(prefix).tensors]
    assert len(listed) == 10_400
    assert listed == json.loads(done.stdout.splitlines()[-1])


def test_a_checkpoint_of_objects_knows_what_its_variables_were_called() -> None:
    tensors = read_saved(str(SAVED / "objects-1")).tensors
    assert {tensor.variable for tensor in tensors if not tensor.slot} == {
        "_CHECKPOINTABLE_OBJECT_GRAPH", "beta1_power", "beta2_power", "first/bias",
        "first/kernel", "global_step", "save_counter", "second/bias", "second/kernel",
    }  # fmt: skip
    assert {tensor.variable for tensor in tensors if tensor.slot} == {
        f"{layer}/{weight}/{slot}"
        for layer in ("first", "second")
        for weight in ("bias", "kernel")
        for slot in ("Adam", "Adam_1")
    }


def test_a_checkpoint_of_objects_without_its_data_says_so(tmp_path: Path) -> None:
    (tmp_path / "m.index").write_bytes((SAVED / "objects-1.index").read_bytes())
    contents = read_saved(str(tmp_path / "m"))
    assert len(contents.tensors) == len(LISTINGS["objects-1"]["variables"])
    assert contents.notes == ("its data file is missing, which has the names of its variables",)


def test_a_graph_knows_what_is_trainable() -> None:
    tensors = read_saved(str(SAVED / "graph.meta")).tensors
    assert {tensor.key: tensor.trainable for tensor in tensors} == {
        "net/w": False,
        "table/words": True,
    }


@pytest.mark.parametrize("compress", [False, True])
def test_many_blocks_and_compressed_ones(tmp_path: Path, compress: bool) -> None:
    shapes = {f"net/layer_{number}/w": (number, 3) for number in range(3000)}
    write_index(tmp_path / "m", shapes, compress)
    tensors = read_saved(str(tmp_path / "m")).tensors
    assert {tensor.key: tensor.shape for tensor in tensors} == shapes


def test_the_checksum_is_that_of_the_standard() -> None:
    """The examples of RFC 3720, B.4, and pieces that make a whole."""
    assert crc32c(bytes(32)) == 0x8A9136AA
    assert crc32c(b"\xff" * 32) == 0x62A8AB43
    assert crc32c(bytes(range(32))) == 0x46DD794E
    data = bytes(number * 7 % 251 for number in range(9001))
    pieces = 0
    for start in range(0, len(data), 100):  # short ones are computed in another way
        pieces = crc32c(data[start : start + 100], pieces)
    assert crc32c(data) == pieces


# -- which file is meant


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for step in (1, 20):
        write_index(tmp_path / f"model.ckpt-{step}", {f"w{step}": (step,)})
    return tmp_path


def names(path: Path) -> list[str]:
    return [tensor.key for tensor in read_saved(str(path)).tensors]


def test_a_checkpoint_by_its_prefix_or_a_file_of_it(folder: Path) -> None:
    assert names(folder / "model.ckpt-1") == ["w1"]
    assert names(folder / "model.ckpt-1.index") == ["w1"]
    (folder / "model.ckpt-1.data-00000-of-00001").touch()
    assert names(folder / "model.ckpt-1.data-00000-of-00001") == ["w1"]


@pytest.mark.parametrize(
    "path", ["model.ckpt-20", "/home/somebody/elsewhere/model.ckpt-20", "./model.ckpt\\05520"]
)
def test_the_latest_checkpoint_of_a_folder(folder: Path, path: str) -> None:
    (folder / "checkpoint").write_text(
        f'model_checkpoint_path: "{path}"\nall_model_checkpoint_paths: "model.ckpt-1"\n'
    )
    assert names(folder) == names(folder / "checkpoint") == ["w20"]
    assert is_saved(str(folder)) and is_saved(str(folder / "checkpoint"))


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("", "the folder has no file 'checkpoint', and 2 checkpoints"),
        ("model.ckpt-3", "no such file, and no checkpoint of that prefix; beside it there is "
         "model.ckpt-1, model.ckpt-20"),
        ("nowhere/model.ckpt", "no such file, and no checkpoint of that prefix"),
    ],
)  # fmt: skip
def test_what_is_not_there(folder: Path, path: str, message: str) -> None:
    with pytest.raises(NotReadable) as caught:
        read_saved(str(folder / path))
    assert str(caught.value) == message


def test_a_latest_checkpoint_that_is_gone(folder: Path) -> None:
    (folder / "checkpoint").write_text('model_checkpoint_path: "model.ckpt-3"\n')
    with pytest.raises(NotReadable, match=r"the latest checkpoint, model\.ckpt-3, is not there"):
        read_saved(str(folder))


def test_a_part_that_is_missing(tmp_path: Path) -> None:
    part = (SAVED / "version_1_sharded-00000-of-00001").read_bytes()
    (tmp_path / "m-00000-of-00002").write_bytes(part)
    with pytest.raises(NotReadable, match="a part of it is missing: m-00001-of-00002"):
        read_saved(str(tmp_path / "m"))


def test_pickles_are_not_loaded() -> None:
    with pytest.raises(NotReadable, match="it is a pickle, which could run anything"):
        read_saved(str(SAVED / "pickled.npy"))


def test_programs_and_other_files_are_not_saved_models(tmp_path: Path) -> None:
    program = tmp_path / "train.py"
    program.write_text("import tensorflow as tf\n" * 10)
    assert not is_saved(str(program))
    assert not is_saved(str(tmp_path))
    assert is_saved(str(SAVED / "version_1")) and is_saved(str(SAVED / "version_1_sharded"))

"""Finds and opens files with saved variables: checkpoints, graphs, weight files.

``checkpoints`` interprets their content.  Users name a checkpoint by its prefix, by one of its
files, by its folder, or by the file ``checkpoint`` in it.
"""

from __future__ import annotations

import glob
import mmap
import os
import re
import stat
from collections.abc import Callable
from contextlib import ExitStack
from typing import BinaryIO

from scope_lsp.checkpoints import bundle, graph_def, keras_files, numpy_files, saved_slices, state
from scope_lsp.checkpoints.contents import Contents, Damaged
from scope_lsp.checkpoints.table import MAGIC

_INDEX, _META = ".index", ".meta"
_PART = re.compile(r"\.(?:index|meta|data-\d{5}-of-\d{5})$")
"""The endings that TensorFlow adds to the prefix of a checkpoint."""
_WEIGHTS = (".h5", ".hdf5", ".npz", ".npy", ".pb")
_LONGEST_STATE = 1 << 22


class NotReadable(Exception):
    """A saved model cannot be read; the message says why."""


def is_saved(path: str) -> bool:
    """Whether ``path`` names something with saved variables rather than a program or a folder."""
    if path.endswith((*_WEIGHTS, _INDEX, _META)) or _PART.search(path):
        return os.path.exists(path)
    if os.path.isdir(path):
        return os.path.isfile(os.path.join(path, state.NAME)) and not has_programs(path)
    if os.path.isfile(path):
        return _is_table(path) or os.path.basename(path) == state.NAME
    return os.path.isfile(path + _INDEX) or bool(_shards(path))


def read_saved(path: str) -> Contents:
    """Return what the saved model at ``path`` holds; raises ``NotReadable``."""
    try:
        return _read(path)
    except Damaged as error:
        raise NotReadable(str(error)) from None
    except OSError as error:
        raise NotReadable(error.strerror or str(error)) from None
    except ValueError as error:  # a null byte in the name
        raise NotReadable(str(error)) from None


def files_of(path: str) -> tuple[str, ...]:
    """The files on which the result of ``read_saved`` depends, for invalidation."""
    try:
        found = _located(path)
    except (NotReadable, Damaged, OSError, ValueError):
        found = path
    if os.path.isdir(path):
        return (os.path.join(path, state.NAME), found, found + _INDEX)
    return (path, found, found + _INDEX)


def _read(path: str) -> Contents:
    path = _located(path)
    for ending, read in _READERS.items():
        if path.endswith(ending) and os.path.exists(path):
            with _open(path) as file:
                return read(file, path)
    prefix = _PART.sub("", path)
    if os.path.exists(prefix + _INDEX):
        with _open(prefix + _INDEX) as file:
            return _read_index(file, prefix)
    if os.path.isfile(path) and not _PART.search(path):
        with _open(path) as file:
            return saved_slices.read((file,))
    shards = _shards(path)
    if shards:
        with ExitStack() as stack:
            return saved_slices.read(stack.enter_context(_open(shard)) for shard in shards)
    raise NotReadable(_absent(path))


def _located(path: str) -> str:
    """The file or prefix that is meant; for a folder, its latest checkpoint."""
    if os.path.isdir(path):
        if os.path.isfile(os.path.join(path, state.NAME)):
            return _latest(os.path.join(path, state.NAME))
        if os.path.isfile(os.path.join(path, "saved_model.pb")):
            return os.path.join(path, "variables", "variables")
        prefixes = sorted(
            one.removesuffix(_INDEX) for one in os.listdir(path) if one.endswith(_INDEX)
        )
        if len(prefixes) == 1:
            return os.path.join(path, prefixes[0])
        found = f"{len(prefixes)} checkpoints" if prefixes else "no checkpoint"
        raise NotReadable(f"the folder has no file {state.NAME!r}, and {found}")
    if os.path.basename(path) == state.NAME and os.path.isfile(path) and not _is_table(path):
        return _latest(path)
    return path


def _latest(path: str) -> str:
    """The latest checkpoint of a state file, also if it was moved together with its folder."""
    with _open(path) as file:
        text = file.read(_LONGEST_STATE).decode("utf-8", "surrogateescape")
    named = state.latest(text)
    folder = os.path.dirname(path)
    for candidate in (named, os.path.basename(named.replace("\\", "/"))):
        prefix = os.path.join(folder, candidate)
        if os.path.isfile(prefix) or os.path.isfile(prefix + _INDEX) or _shards(prefix):
            return prefix
    raise NotReadable(f"the latest checkpoint, {named}, is not there")


def _open(path: str) -> BinaryIO:
    if not stat.S_ISREG(os.stat(path).st_mode):  # others could block
        raise NotReadable("not a regular file")
    return open(path, "rb")


def _read_index(file: BinaryIO, prefix: str) -> Contents:
    def read_data(shard: int, shards: int, offset: int, size: int) -> bytes | None:
        path = f"{prefix}.data-{shard:05d}-of-{shards:05d}"
        if not os.path.isfile(path):
            return None
        with _open(path) as data:
            if offset + size > os.fstat(data.fileno()).st_size:
                raise Damaged(f"its data file {os.path.basename(path)} is cut off")
            data.seek(offset)
            return data.read(size)

    return bundle.read(file, read_data)


def _mapped(read: Callable[[memoryview], Contents]) -> Callable[[BinaryIO, str], Contents]:
    """Wrap a reader that gets the file as memory and reads only a small part of it."""

    def reader(file: BinaryIO, path: str) -> Contents:
        if not os.fstat(file.fileno()).st_size:
            raise Damaged("it is empty")
        # Closed when its last piece is released, which may be held by a traceback.
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return read(memoryview(mapped))

    return reader


_READERS: dict[str, Callable[[BinaryIO, str], Contents]] = {
    _META: _mapped(graph_def.read_meta),
    ".pb": _mapped(graph_def.read_graph),
    ".npz": lambda file, path: numpy_files.read_archive(file),
    ".npy": lambda file, path: numpy_files.read_array(
        file, os.path.basename(path).removesuffix(".npy"), os.fstat(file.fileno()).st_size
    ),
    ".h5": lambda file, path: keras_files.read(file),
    ".hdf5": lambda file, path: keras_files.read(file),
}
"""By the ending of the file's name.  All other files are checkpoints."""


def _is_table(path: str) -> bool:
    try:
        with _open(path) as file:
            if file.seek(0, os.SEEK_END) < 48:
                return False
            file.seek(-8, os.SEEK_END)
            return int.from_bytes(file.read(8), "little") == MAGIC
    except (OSError, ValueError, NotReadable):
        return False


def _shards(prefix: str) -> list[str]:
    """The files of a checkpoint of version 1 in several parts; all of them, or none."""
    found = sorted(glob.glob(f"{glob.escape(prefix)}-?????-of-?????"))
    if not found or not found[0].rpartition("-")[2].isdecimal():
        return []
    count = int(found[0].rpartition("-")[2])
    wanted = [f"{prefix}-{number:05d}-of-{count:05d}" for number in range(min(count, 100_000))]
    missing = [one for one in wanted if not os.path.isfile(one)]
    if missing:
        raise NotReadable(f"a part of it is missing: {os.path.basename(missing[0])}")
    return wanted


def has_programs(folder: str) -> bool:
    """Whether a folder itself contains scripts or notebooks."""
    return any(name.endswith((".py", ".ipynb")) for name in os.listdir(folder))


def _absent(path: str) -> str:
    """The message for a path that does not exist; for a prefix, with the prefixes beside it."""
    folder = os.path.dirname(path) or "."
    try:
        near = sorted(
            one.removesuffix(_INDEX) for one in os.listdir(folder) if one.endswith(_INDEX)
        )
    except OSError:
        near = []
    there = f"; beside it there is {', '.join(near[:5])}" if near else ""
    return f"no such file, and no checkpoint of that prefix{there}"

"""Checkpoints that the program itself writes and looks at later; of others nothing is known here.

Modelled on training/{checkpoint_management,checkpoint_utils}.py and the CheckpointReader of
util/tensor_slice_reader.h, TensorFlow 1.15.5.
"""

import os

import _scope_lsp

_WRITTEN = []
"""Each checkpoint that was written, the newest first: a `_Checkpoint`."""


class _Checkpoint:
    def __init__(self, path, state, kept, wanted):
        self.path = path
        self.state = state
        self.kept = kept
        self.wanted = wanted


def remember_checkpoint(path, latest_filename, write_state, kept, wanted):
    """A saver writes `wanted` to a path, as `_wanted_by` gives it, and which are its newest."""
    state = None
    if write_state:
        state = os.path.join(os.path.dirname(path), latest_filename or "checkpoint")
    _WRITTEN.insert(0, _Checkpoint(path, state, kept, wanted=wanted))


def may_lie_below(path, folder):
    """Whether a file may be at a path, or in the folder there."""
    below = path.startswith(folder) if _scope_lsp.is_a(path, str) else None
    return not _scope_lsp.is_known(below) or below is not False


def forget(path):
    """A file or folder was deleted."""
    _WRITTEN[:] = [each for each in _WRITTEN if not may_lie_below(each.path, path)]


def _newest(checkpoint_dir, latest_filename=None):
    """The newest of a folder, None where the program wrote none there that is known."""
    if not _scope_lsp.same_text(checkpoint_dir, checkpoint_dir):
        return None
    state = os.path.normpath(os.path.join(checkpoint_dir, latest_filename or "checkpoint"))
    for each in _WRITTEN:
        if each.state is not None and _scope_lsp.same_text(os.path.normpath(each.state), state):
            return each
    return None


def _in_folder(path, checkpoint_dir):
    """What the file `checkpoint` says of a path, read again: there it is relative to the folder."""
    if os.path.isabs(os.path.dirname(path)) is not False:
        return path
    return os.path.join(checkpoint_dir, os.path.basename(path))


def latest_checkpoint(checkpoint_dir, latest_filename=None):
    found = _newest(checkpoint_dir, latest_filename)
    if found is None:
        return _scope_lsp.unknown("a checkpoint on the disk")
    return _in_folder(found.path, checkpoint_dir)


class CheckpointState:
    def __init__(self, path, paths):
        self.model_checkpoint_path = path
        self.all_model_checkpoint_paths = paths
        self.all_model_checkpoint_timestamps = self.last_preserved_timestamp = _scope_lsp.unknown(
            "when checkpoints were written"
        )


def get_checkpoint_state(checkpoint_dir, latest_filename=None):
    found = _newest(checkpoint_dir, latest_filename)
    if found is None:
        return _scope_lsp.unknown("a checkpoint on the disk")
    paths = found.kept
    if _scope_lsp.is_known(paths):
        paths = [_in_folder(path, checkpoint_dir) for path in paths]
    return CheckpointState(_in_folder(found.path, checkpoint_dir), paths)


def _contents(path):
    """(name, dims, dtype) of all that is in a checkpoint, given by its path or its folder's."""
    found = _newest(path)
    for each in _WRITTEN:
        if found is None and _scope_lsp.same_text(each.path, path):
            found = each
    if found is None or found.wanted is None:
        return None
    contents = []
    for name, _, dims, dtype in found.wanted:
        shape = _scope_lsp.dims_of_plain(dims)
        if not _scope_lsp.is_a(name, str) or _scope_lsp.ints(shape) is None:
            return None
        contents.append((name, list(shape), dtype))
    return contents


def list_variables(ckpt_dir_or_file):
    contents = _contents(ckpt_dir_or_file)
    if contents is None:
        return _scope_lsp.unknown("a checkpoint on the disk")
    return sorted([(name, shape) for name, shape, _ in contents])


class CheckpointReader:
    def __init__(self, filepattern):
        self._path = filepattern
        self._contents = _contents(filepattern)

    def get_variable_to_shape_map(self):
        return self._map(1)

    def get_variable_to_dtype_map(self):
        return self._map(2)

    def _map(self, place):
        if self._contents is None:
            return _scope_lsp.unknown("a checkpoint on the disk")
        by_name = {each[0]: each[place] for each in self._contents}
        return {name: by_name[name] for name in set(by_name)}  # in no order

    def has_tensor(self, tensor_str):
        if self._contents is None or not _scope_lsp.is_a(tensor_str, str):
            return _scope_lsp.unknown("a checkpoint on the disk")
        return tensor_str in [each[0] for each in self._contents]

    def get_tensor(self, tensor_str):
        return _value(self._path, self._contents, tensor_str)

    def debug_string(self):
        return _scope_lsp.unknown("what a checkpoint holds, for people")


def _value(path, contents, name):
    from numpy import ndarray  # few programs look at values

    for each in contents or ():
        if _scope_lsp.same_text(each[0], name) and _scope_lsp.is_known(each[2]):
            return ndarray(each[1], each[2].as_numpy_dtype)
    _scope_lsp.restore(path, [(name, "", None)])
    return _scope_lsp.unknown("a value in a checkpoint")


def NewCheckpointReader(filepattern):
    return CheckpointReader(filepattern)


def load_checkpoint(ckpt_dir_or_file):
    found = _newest(ckpt_dir_or_file)
    return CheckpointReader(ckpt_dir_or_file if found is None else found.path)


def load_variable(ckpt_dir_or_file, name):
    if _scope_lsp.is_a(name, str) and name.endswith(":0"):
        name = name[:-2]
    return _value(ckpt_dir_or_file, _contents(ckpt_dir_or_file), name)

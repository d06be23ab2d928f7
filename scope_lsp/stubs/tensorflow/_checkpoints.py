"""Checkpoints of objects: `tf.train.Checkpoint`, and what objects hold for them.

Modelled on training/tracking/{base,util}.py and training/checkpoint_management.py of
TensorFlow 1.15.5.
"""

import collections

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._variables import Variable

TrackableReference = collections.namedtuple("TrackableReference", ["name", "ref"])


class Checkpoint:
    def __init__(self, **kwargs):
        for name in sorted(kwargs):
            setattr(self, name, kwargs[name])
        self._save_counter = None

    def _maybe_create_save_counter(self):
        if self._save_counter is None:
            self._save_counter = Variable(
                0, False, name="save_counter", dtype=_dtypes.int64, use_resource=True
            )

    @property
    def save_counter(self):
        self._maybe_create_save_counter()
        return self._save_counter

    def write(self, file_prefix, session=None):
        return _scope_lsp.unknown("the path of a checkpoint")

    def save(self, file_prefix, session=None):
        self._maybe_create_save_counter()
        return _scope_lsp.unknown("the path of a checkpoint")

    def restore(self, save_path):
        self._maybe_create_save_counter()
        return _Status()


class _Status:
    """What a restoration gives: it may be asked whether all went well."""

    def assert_consumed(self):
        return self

    assert_existing_objects_matched = assert_nontrivial_match = expect_partial = assert_consumed

    def initialize_or_restore(self, session=None):
        return None

    run_restore_ops = initialize_or_restore


class CheckpointManager:
    def __init__(
        self,
        checkpoint,
        directory,
        max_to_keep,
        keep_checkpoint_every_n_hours=None,
        checkpoint_name="ckpt",
    ):
        self._checkpoint = checkpoint
        self.latest_checkpoint = self.checkpoints = _scope_lsp.unknown("a checkpoint on the disk")

    def save(self, checkpoint_number=None):
        if _scope_lsp.is_known(self._checkpoint):
            self._checkpoint._maybe_create_save_counter()
        return _scope_lsp.unknown("the path of a checkpoint")

"""`tf.GradientTape`: gradients of what a block computes.

Not here: how gradients are found (`_gradients`).  That an op stands outside of the block, so that
no gradient flows through it, is not seen.  What runs at once gives values that are not known.

Modelled on eager/backprop.py (GradientTape) of TensorFlow 1.15.5.
"""

import contextlib

import _scope_lsp

from tensorflow._gradients import UnconnectedGradients, tape_gradients
from tensorflow._nested_structures import flatten
from tensorflow._variables import Variable
from tensorflow.contrib.framework.nest import pack_sequence_as


class GradientTape:
    def __init__(self, persistent=False, watch_accessed_variables=True):
        self._persistent = persistent
        self._watch_accessed_variables = watch_accessed_variables
        self._watched = []
        self._is_used = False
        self._recording = False

    def __enter__(self):
        if self._recording:
            raise ValueError("Tape is already recording.")
        self._recording = True
        return self

    def __exit__(self, typ, value, traceback):
        self._recording = False

    def watch(self, tensor):
        self._watched.extend(flatten(tensor))

    @contextlib.contextmanager
    def stop_recording(self):
        yield

    def reset(self):
        self._watched = []

    def watched_variables(self):
        return _scope_lsp.unknown("the variables that a block reads")

    def gradient(
        self,
        target,
        sources,
        output_gradients=None,
        unconnected_gradients=UnconnectedGradients.NONE,
    ):
        if self._is_used:
            raise RuntimeError(
                "GradientTape.gradient can only be called once on non-persistent tapes."
            )
        self._is_used = not self._persistent
        if not _scope_lsp.is_known(sources):
            return _scope_lsp.unknown("gradients")
        xs = flatten(sources)
        if _scope_lsp.executing_eagerly() is not False:
            return pack_sequence_as(sources, [_scope_lsp.unknown("a gradient") for _ in xs])
        found = tape_gradients(flatten(target), xs, unconnected_gradients)
        if unconnected_gradients in ("none", UnconnectedGradients.NONE):
            found = [grad if self._is_watched(x) else None for x, grad in zip(xs, found)]
        return pack_sequence_as(sources, found)

    def _is_watched(self, x):
        """Variables that are trained are watched when they are read; all else needs `watch`."""
        if not _scope_lsp.is_known(x) or not isinstance(x, Variable):
            return True  # what a block computes is differentiated as well
        if not x._resource:
            raise AttributeError("'RefVariable' object has no attribute '_id'")
        is_read = self._watch_accessed_variables and x.trainable
        return True if is_read else _scope_lsp.is_among(x, self._watched)

    def jacobian(
        self,
        target,
        sources,
        unconnected_gradients=UnconnectedGradients.NONE,
        parallel_iterations=None,
        experimental_use_pfor=True,
    ):
        return _scope_lsp.unknown("a jacobian")

    def batch_jacobian(
        self,
        target,
        source,
        unconnected_gradients=UnconnectedGradients.NONE,
        parallel_iterations=None,
        experimental_use_pfor=True,
    ):
        return _scope_lsp.unknown("a jacobian")

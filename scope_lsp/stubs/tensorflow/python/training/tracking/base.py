"""Objects whose attributes checkpoints follow, and methods whose attributes they do not.

Modelled on training/tracking/base.py of TensorFlow 1.15.5.
"""

import functools

from tensorflow._graph_contexts import _Nothing
from tensorflow._unmodelled import lookup as _lookup


class Trackable:
    pass


def no_automatic_dependency_tracking(method):
    """A decorator: layers that the method makes attributes of are not those of its object."""

    @functools.wraps(method)
    def untracked(self, *args, **kwargs):
        before = list(vars(self))
        try:
            return method(self, *args, **kwargs)
        finally:
            more = tuple([name for name in vars(self) if name not in before])
            if more:
                self._untracked = getattr(self, "_untracked", ()) + more

    return untracked


def no_automatic_dependency_tracking_scope(obj):
    return _Nothing()


def __getattr__(name):
    return _lookup("python.training.tracking.base." + name)

"""`tf.keras.utils`: helpers, of which few are modelled; the others are unknown."""

import _scope_lsp

from tensorflow._unmodelled import lookup as _lookup
from tensorflow.keras._utils import track_tf1_style_variables


class Sequence:
    def __getitem__(self, index):
        raise NotImplementedError

    def on_epoch_end(self):
        return None


class CustomObjectScope:
    def __init__(self, *args):
        self.objects = args

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return False


custom_object_scope = CustomObjectScope


class Progbar:
    def __init__(self, *args, **kwargs):
        self.target = args[0] if args else kwargs.get("target")

    def update(self, current, values=None):
        return None

    def add(self, n, values=None):
        return None


def multi_gpu_model(model, gpus, cpu_merge=True, cpu_relocation=False):
    return model


def plot_model(model, *args, **kwargs):
    return None


def get_custom_objects():
    return {}


def to_categorical(y, num_classes=None, dtype="float32"):
    return _scope_lsp.unknown("numbers as categories")


def __getattr__(name):
    return _lookup("keras.utils." + name)

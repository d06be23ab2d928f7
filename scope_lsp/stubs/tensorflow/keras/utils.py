"""`tf.keras.utils`: helpers, of which few are modelled; the others are unknown."""

import _scope_lsp

from tensorflow._nested_structures import flatten
from tensorflow._unmodelled import lookup as _lookup
from tensorflow.keras._history import has_history
from tensorflow.keras._variable_scope_shim import track_tf1_style_variables


class Sequence:
    def __getitem__(self, index):
        raise NotImplementedError

    def on_epoch_end(self):
        return None


_custom_objects = {}


def get_custom_objects():
    return _custom_objects


class CustomObjectScope:
    def __init__(self, *args):
        self.custom_objects = args

    def __enter__(self):
        self._before = dict(_custom_objects)
        for objects in self.custom_objects:
            _custom_objects.update(objects)
        return self

    def __exit__(self, *exception):
        _custom_objects.clear()
        _custom_objects.update(self._before)
        return False


custom_object_scope = CustomObjectScope


class Progbar:
    def __init__(
        self, target, width=30, verbose=1, interval=0.05, stateful_metrics=None, unit_name="step"
    ):
        self.target = target

    def update(self, current, values=None):
        return None

    def add(self, n, values=None):
        return None


def multi_gpu_model(model, gpus, cpu_merge=True, cpu_relocation=False):
    return model


def plot_model(
    model,
    to_file="model.png",
    show_shapes=False,
    show_layer_names=True,
    rankdir="TB",
    expand_nested=False,
    dpi=96,
):
    return None


def get_source_inputs(tensor, layer=None, node_index=None):
    """The inputs that a tensor was computed from, through layers."""
    if not has_history(tensor):
        return tensor
    if layer is None or node_index:
        layer, node_index, _ = tensor._keras_history
    if not layer._inbound_nodes:
        return [tensor]
    node = layer._inbound_nodes[node_index]
    if not node.inbound:
        return flatten(node.input_tensors)
    found = []
    for history in node.inbound:
        before = flatten(history.layer._inbound_nodes[history.node_index].output_tensors)[
            history.tensor_index
        ]
        for source in get_source_inputs(before):
            if not _scope_lsp.is_among(source, found):
                found.append(source)
    return found


def to_categorical(y, num_classes=None, dtype="float32"):
    from numpy import asarray, max, ndarray  # not names of this module

    if _scope_lsp.is_a(y, (list, tuple)):
        y = asarray(y)
    shape = getattr(y, "shape", None)
    if not _scope_lsp.is_a(shape, tuple):
        return _scope_lsp.unknown("numbers as categories")
    if num_classes is None or (_scope_lsp.is_int(num_classes) and not num_classes):
        num_classes = (max(y) if getattr(y, "_most", None) is None else y._most) + 1
    return ndarray(
        (shape[:-1] if len(shape) > 1 and shape[-1] == 1 else shape) + (num_classes,), dtype
    )


def __getattr__(name):
    return _lookup("keras.utils." + name)

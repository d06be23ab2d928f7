"""Keras's HDF5 files: the weights of a model, layer by layer.

pyfive reads HDF5; the extra ``hdf5`` installs it.  The format has no checksums as Keras uses it.
Keras defines the meaning of the groups (keras/saving/hdf5_format.py).
"""

from __future__ import annotations

from typing import Any, BinaryIO

from scope_lsp.checkpoints.contents import MOST, Contents, Damaged, Tensor
from scope_lsp.checkpoints.numpy_files import KINDS

MISSING = "to read HDF5, install the extra hdf5: in a clone of scope-lsp, pip install '.[hdf5]'"


def read(file: BinaryIO) -> Contents:
    """The weights in a file of ``save_weights`` or ``save``; raises ``Damaged``."""
    try:
        import pyfive
    except ImportError:
        raise Damaged(MISSING) from None
    try:
        return Contents("Keras weights", tuple(_weights(pyfive.File(file))))
    except Damaged:
        raise
    except Exception as error:  # a third-party parser that is given untrusted bytes
        raise Damaged(f"it is not a valid HDF5 file: {type(error).__name__}: {error}") from None


def _weights(top: Any) -> list[Tensor]:
    root = top.get("model_weights", top)
    if "layer_names" not in root.attrs:
        raise Damaged("it has no layer_names: it does not hold Keras weights")
    found: dict[str, Tensor] = {}
    for layer in root.attrs["layer_names"]:
        group = root[_text(layer)]
        for weight in group.attrs["weight_names"]:
            name = _text(weight)
            dataset = group[name]
            kind = dataset.dtype.str.lstrip("<>|=")
            key = name.removesuffix(":0")
            shape = tuple(int(size) for size in dataset.shape)
            found[key] = Tensor(key, shape, KINDS.get(kind))
            if len(found) > MOST:
                raise Damaged(f"it lists more than {MOST} weights")
    return list(found.values())


def _text(raw: object) -> str:
    return raw.decode("utf-8") if isinstance(raw, bytes) else str(raw)

"""`slim.tfexample_decoder`: the items of a serialized example, and the tensors they become.

Modelled on contrib/slim/python/slim/data/tfexample_decoder.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_joins import concat
from tensorflow._array_ops import expand_dims, reshape, transpose
from tensorflow._dims import UNSURE
from tensorflow._parsing import FixedLenFeature, parse_single_example
from tensorflow._shape import as_dims
from tensorflow._sparse_ops import SparseTensor as _SparseTensor
from tensorflow._tensor import create, dtype_of
from tensorflow.contrib.slim.python.slim.data import data_decoder


def _is_sparse(tensor):
    return _scope_lsp.is_a(tensor, _SparseTensor)


class ItemHandler:
    def __init__(self, keys):
        self._keys = keys if isinstance(keys, (list, tuple)) else [keys]

    @property
    def keys(self):
        return self._keys

    def tensors_to_item(self, keys_to_tensors):
        pass


class ItemHandlerCallback(ItemHandler):
    def __init__(self, keys, func):
        ItemHandler.__init__(self, keys)
        self._func = func

    def tensors_to_item(self, keys_to_tensors):
        return self._func(keys_to_tensors)


class BoundingBox(ItemHandler):
    def __init__(self, keys=None, prefix=""):
        keys = ["ymin", "xmin", "ymax", "xmax"] if keys is None else keys
        if len(keys) != 4:
            raise ValueError("BoundingBox expects 4 keys but got %d" % len(keys))
        self._prefix = prefix
        self._full_keys = [prefix + key for key in keys]
        ItemHandler.__init__(self, self._full_keys)

    def tensors_to_item(self, keys_to_tensors):
        sides = [keys_to_tensors[key] for key in self._full_keys]
        return transpose(
            concat([expand_dims(side.values if _is_sparse(side) else side, 0) for side in sides], 0)
        )


class Tensor(ItemHandler):
    def __init__(self, tensor_key, shape_keys=None, shape=None, default_value=0):
        if shape_keys and shape is not None:
            raise ValueError("Cannot specify both shape_keys and shape parameters.")
        if shape_keys and not isinstance(shape_keys, list):
            shape_keys = [shape_keys]
        self._tensor_key = tensor_key
        self._shape_keys = shape_keys
        self._shape = shape
        self._default_value = default_value
        ItemHandler.__init__(self, [tensor_key] + (shape_keys or []))

    def tensors_to_item(self, keys_to_tensors):
        tensor = keys_to_tensors[self._tensor_key]
        if self._shape_keys:
            found = [keys_to_tensors[key] for key in self._shape_keys]
            dims = (
                (None,) * len(found)
                if all(not _is_sparse(each) and each._dims == () for each in found)
                else UNSURE
            )
        else:
            dims = None if self._shape is None else as_dims(self._shape)
        if _is_sparse(tensor):
            if dims is None:
                dims = as_dims(tensor.get_shape())
            return create("SparseToDense", None, dims, dtype=tensor.dtype, inputs=(tensor.values,))
        if self._shape is not None:
            return reshape(tensor, self._shape)
        return (
            tensor
            if dims is None
            else create("Reshape", None, dims, dtype=tensor._dtype, inputs=(tensor,))
        )


class LookupTensor(Tensor):
    def __init__(self, tensor_key, table, shape_keys=None, shape=None, default_value=""):
        self._table = table
        Tensor.__init__(self, tensor_key, shape_keys, shape=shape, default_value=default_value)

    def tensors_to_item(self, keys_to_tensors):
        return self._table.lookup(Tensor.tensors_to_item(self, keys_to_tensors))


class BackupHandler(ItemHandler):
    def __init__(self, handler, backup):
        self._handler = handler
        self._backup = backup
        ItemHandler.__init__(self, list(handler.keys) + list(backup.keys))

    def tensors_to_item(self, keys_to_tensors):
        from tensorflow import cond  # not a name of this module

        item = self._handler.tensors_to_item(keys_to_tensors)
        return cond(
            _scope_lsp.unknown("whether an item is there"),
            lambda: self._backup.tensors_to_item(keys_to_tensors),
            lambda: item,
        )


class SparseTensor(ItemHandler):
    def __init__(
        self,
        indices_key=None,
        values_key=None,
        shape_key=None,
        shape=None,
        densify=False,
        default_value=0,
    ):
        self._values_key = values_key or "values"
        ItemHandler.__init__(
            self, [indices_key or "indices", self._values_key] + ([shape_key] if shape_key else [])
        )

    def tensors_to_item(self, keys_to_tensors):
        return _scope_lsp.unknown("a sparse tensor that is read out of an example")


class Image(ItemHandler):
    def __init__(
        self,
        image_key=None,
        format_key=None,
        shape=None,
        channels=3,
        dtype=_dtypes.uint8,
        repeated=False,
        dct_method="",
    ):
        self._image_key = image_key or "image/encoded"
        self._format_key = format_key or "image/format"
        self._shape = shape
        self._channels = channels
        self._dtype = dtype
        self._repeated = repeated
        ItemHandler.__init__(self, [self._image_key, self._format_key])

    def tensors_to_item(self, keys_to_tensors):
        buffer = keys_to_tensors[self._image_key]
        dims = as_dims([None, None, self._channels])
        if self._repeated:
            dims = (None,) + dims
        image = create(
            "DecodeImage", "case/cond/Merge", dims, dtype=dtype_of(self._dtype), inputs=(buffer,)
        )
        return image if self._shape is None or self._repeated else reshape(image, self._shape)


class TFExampleDecoder(data_decoder.DataDecoder):
    def __init__(self, keys_to_features, items_to_handlers):
        self._keys_to_features = keys_to_features
        self._items_to_handlers = items_to_handlers

    def list_items(self):
        return list(self._items_to_handlers.keys())

    def decode(self, serialized_example, items=None):
        example = parse_single_example(serialized_example, self._keys_to_features)
        for key, feature in self._keys_to_features.items():
            if _scope_lsp.is_a(feature, FixedLenFeature):
                example[key] = reshape(example[key], feature.shape)
        outputs = []
        for item in items or self.list_items():
            handler = self._items_to_handlers[item]
            outputs.append(handler.tensors_to_item({key: example[key] for key in handler.keys}))
        return outputs

"""What is read out of serialized examples: the kinds of features, and the tensors they become.

Modelled on ops/parsing_ops.py of TensorFlow 1.15.5.
"""

from collections import namedtuple

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._dims import UNSURE
from tensorflow._shape import as_dims
from tensorflow._sparse_ops import SparseTensor
from tensorflow._tensor import Tensor, apply, convert, create, dtype_of, is_tensor
from tensorflow._tensor_util import value_dtype

FixedLenFeature = namedtuple(
    "FixedLenFeature", ("shape", "dtype", "default_value"), defaults=(None,)
)
FixedLenSequenceFeature = namedtuple(
    "FixedLenSequenceFeature",
    ("shape", "dtype", "allow_missing", "default_value"),
    defaults=(False, None),
)
VarLenFeature = namedtuple("VarLenFeature", ("dtype",))
SparseFeature = namedtuple(
    "SparseFeature",
    ("index_key", "value_key", "dtype", "size", "already_sorted"),
    defaults=(False,),
)


def _sparse(op, rank, dtype, length=None):
    indices = Tensor(op, "ParseExample", (None, rank), dtype=_dtypes.int64)
    values = Tensor(op, "ParseExample", (None,), dtype=dtype)
    return SparseTensor(
        indices, values, Tensor(op, "ParseExample", (rank,), dtype=_dtypes.int64, value=length)
    )


def _parsed(op, features, batch):
    """Tensors for a dict of features; `batch` stands in front of their dims."""
    if not _scope_lsp.is_a(features, dict):
        return _scope_lsp.unknown("what is read out of an example")
    results = {}
    for i, key in enumerate(features):
        feature = features[key]
        if not _scope_lsp.is_known(feature):
            results[key] = feature
            continue
        dtype = dtype_of(feature.dtype)
        if isinstance(feature, FixedLenFeature):
            results[key] = Tensor(
                op, "ParseExample", batch + _tuple(feature.shape), dtype=dtype, value=None, index=i
            )
        elif isinstance(feature, FixedLenSequenceFeature):
            results[key] = Tensor(
                op,
                "ParseExample",
                batch + (None,) + _tuple(feature.shape),
                dtype=dtype,
                value=None,
                index=i,
            )
        else:
            rank = len(batch) + (
                len(feature.size)
                if isinstance(feature, SparseFeature) and isinstance(feature.size, (list, tuple))
                else 1
            )
            results[key] = _sparse(op, rank, dtype)
    return results


def _tuple(shape):
    dims = as_dims(shape)
    return dims if isinstance(dims, tuple) else (UNSURE,)


def parse_example(serialized, features, name=None, example_names=None):
    op = (
        _scope_lsp.new_op("ParseExample", "ParseExample" if name is None else name)
        + "/ParseExample"
    )
    dims = convert(serialized, _dtypes.string)._dims
    return _parsed(op, features, dims if isinstance(dims, tuple) else (UNSURE,))


def parse_single_example(serialized, features, name=None, example_names=None):
    op = (
        _scope_lsp.new_op("ParseSingleExample", "ParseSingleExample" if name is None else name)
        + "/ParseSingleExample"
    )
    convert(serialized, _dtypes.string)
    return _parsed(op, features, ())


def parse_single_sequence_example(
    serialized, context_features=None, sequence_features=None, example_name=None, name=None
):
    op = (
        _scope_lsp.new_op(
            "ParseSingleSequenceExample", "ParseSingleSequenceExample" if name is None else name
        )
        + "/ParseSingleSequenceExample"
    )
    steps = {}
    if _scope_lsp.is_a(sequence_features, dict):
        for key in sequence_features:
            feature = sequence_features[key]
            if isinstance(feature, VarLenFeature):
                steps[key] = _sparse(op, 2, dtype_of(feature.dtype))
            else:
                steps[key] = Tensor(
                    op,
                    "ParseExample",
                    (None,) + _tuple(feature.shape),
                    dtype=dtype_of(feature.dtype),
                )
    elif sequence_features is not None:
        steps = _scope_lsp.unknown("what is read out of an example")
    return ({} if context_features is None else _parsed(op, context_features, ())), steps


def parse_tensor(serialized, out_type, name=None):
    return create("ParseTensor", name, None, dtype=dtype_of(out_type))


@_scope_lsp.takes(True, "decode_raw_v1")
def decode_raw(input_bytes=None, out_type=None, little_endian=True, name=None, bytes=None):
    x = convert(bytes if input_bytes is None else input_bytes, _dtypes.string)
    return create(
        "DecodeRaw",
        name,
        x._dims + (None,) if isinstance(x._dims, tuple) else x._dims,
        dtype=dtype_of(out_type),
        inputs=(x,),
    )


def decode_csv(
    records,
    record_defaults,
    field_delim=",",
    use_quote_delim=True,
    name=None,
    na_value="",
    select_cols=None,
):
    full, [x] = apply("DecodeCSV", name, (records, "records"))
    full = _scope_lsp.new_op("DecodeCSV", full)
    if not _scope_lsp.is_known(record_defaults):
        return _scope_lsp.unknown("the columns of a CSV record")
    results = []
    for i, default in enumerate(record_defaults):
        if isinstance(default, _dtypes.DType):
            dtype = dtype_of(default)
        else:
            dtype = default._dtype if is_tensor(default) else value_dtype(default)
        results.append(Tensor(full, "DecodeCSV", x._dims, dtype=dtype, value=None, index=i))
    return results


def decode_json_example(json_examples, name=None):
    x = convert(json_examples, _dtypes.string)
    return create("DecodeJSONExample", name, x._dims, dtype=_dtypes.string, inputs=(x,))

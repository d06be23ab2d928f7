"""What is built from the feature columns of tf.contrib.layers: inputs of networks, linear models.

Modelled on contrib/layers/python/layers/feature_column_ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._graph import add_to_collection
from tensorflow import _dtypes
from tensorflow._array_joins import concat
from tensorflow._init_ops import Zeros
from tensorflow._math_ops import add_n
from tensorflow._nn_ops import bias_add
from tensorflow._shape import UNSURE, as_dim, is_int
from tensorflow._tensor import create, is_tensor_like
from tensorflow._variable_scope import variable_scope
from tensorflow.contrib.framework._variables import model_variable
from tensorflow.contrib.layers._feature_columns import (
    _Column,
    _Embedding,
    _OneHot,
    _RealValued,
    _Scattered,
    _Sparse,
)


def _sorted(feature_columns):
    """The columns by key; what is not known is left out, and said."""
    if not _scope_lsp.is_known(feature_columns):
        _scope_lsp.give_up("feature columns that are not known")
        return []
    if isinstance(feature_columns, dict):
        raise ValueError("Expected feature_columns to be iterable, found dict.")
    found = []
    for column in feature_columns:
        if not _scope_lsp.is_a(column, _Column):
            _scope_lsp.give_up("a feature column that is not known")
        elif _scope_lsp.is_among(column, found) or any(column.same_key(one) for one in found):
            raise ValueError(
                "Duplicate feature column key found for column: {}. This usually means that the "
                "column is almost identical to another column, and one must be discarded.".format(
                    column.name
                )
            )
        else:
            found.append(column)
    return sorted(found, key=lambda column: column.key)


def _values(columns_to_tensors):
    return columns_to_tensors.values() if _scope_lsp.is_a(columns_to_tensors, dict) else None


def _weights(name, shape, initializer, trainable, collections):
    return model_variable(
        name,
        shape=shape,
        dtype=_dtypes.float32,
        initializer=initializer,
        trainable=trainable,
        collections=collections,
    )


def _collections(weight_collections):
    return (
        list(set(list(weight_collections) + ["variables"]))
        if weight_collections
        else weight_collections
    )


def _batch(columns_to_tensors):
    """How many examples there are, of any of the tensors."""
    for tensor in _values(columns_to_tensors) or ():
        dims = tensor._dims if is_tensor_like(tensor) else None
        if isinstance(dims, tuple) and dims and is_int(dims[0]):
            return dims[0]
    return UNSURE


def _looked_up(columns_to_tensors, variable, width):
    return create(
        "SparseSegmentSum",
        "embedding_lookup_sparse",
        (_batch(columns_to_tensors), as_dim(width)),
        dtype=_dtypes.float32,
        inputs=(variable,),
    )


def _shared(column, trainable, collections):
    key = "SHARED_EMBEDDING_COLLECTION_" + column.shared_name.upper()
    found = _scope_lsp.get_collection(key, None, None, chosen=False)
    if found:
        return found[0]
    made = _weights(
        column.shared_name,
        [column.length, column.dimension],
        column.initializer,
        trainable=trainable,
        collections=collections,
    )
    add_to_collection(key, made)
    return made


def _embedded(column, columns_to_tensors, collections, trainable):
    if isinstance(column, _Scattered):
        variable = _weights(
            "weights",
            [column.size],
            column.initializer,
            trainable=trainable,
            collections=collections,
        )
    elif isinstance(column, _Embedding):
        trainable = trainable and column.trainable
        if column.shared_name is not None:
            variable = _shared(column, trainable, collections)
        else:
            variable = _weights(
                "weights",
                [column.length, column.dimension],
                column.initializer,
                trainable=trainable,
                collections=collections,
            )
    elif isinstance(column, (_RealValued, _OneHot)) or column.kind == "_BucketizedColumn":
        width = column.length if column.kind == "_BucketizedColumn" else column.dimension
        return create(
            "Reshape",
            None,
            (_batch(columns_to_tensors), as_dim(width)),
            dtype=_dtypes.float32,
            inputs=(),
        )
    else:
        raise ValueError("Error creating input layer for column: {}.\n".format(column.name))
    return _looked_up(columns_to_tensors, variable, column.dimension)


def _input(
    columns_to_tensors,
    feature_columns,
    weight_collections,
    trainable,
    scope,
    default_name,
    rank,
    cols_to_outs=None,
):
    columns = _sorted(feature_columns)
    with variable_scope(scope, default_name, _values(columns_to_tensors)):
        collections = _collections(weight_collections)
        outputs = []
        for column in columns:
            with variable_scope(None, column.name, _values(columns_to_tensors)):
                outputs.append(
                    _embedded(column, columns_to_tensors, collections, trainable=trainable)
                )
                if cols_to_outs is not None:
                    cols_to_outs[column] = outputs[-1]
        result = concat(outputs, 1)
        if rank == 3:
            result._dims = (UNSURE,) * 3
        return result


def input_from_feature_columns(
    columns_to_tensors,
    feature_columns,
    weight_collections=None,
    trainable=True,
    scope=None,
    cols_to_outs=None,
):
    return _input(
        columns_to_tensors,
        feature_columns,
        weight_collections,
        trainable=trainable,
        scope=scope,
        default_name="input_from_feature_columns",
        rank=2,
        cols_to_outs=cols_to_outs,
    )


def _check_sequence(feature_columns):
    """What TensorFlow refuses as a sequence, itself or below another column."""
    if not _scope_lsp.is_known(feature_columns):
        return
    columns = [column for column in feature_columns if _scope_lsp.is_a(column, _Column)]
    for column in columns:
        if not isinstance(column, (_OneHot, _Embedding, _RealValued)):
            raise ValueError(
                "FeatureColumn type %s is not currently supported for sequence data." % column.kind
            )
    while columns:
        column = columns.pop()
        if column.kind in ("_ScatteredEmbeddingColumn", "_BucketizedColumn", "_CrossedColumn"):
            raise ValueError(
                "Column %s is of type %s, which is not currently supported for sequences."
                % (column.name, column.kind)
            )
        columns.extend(column._bases)


def sequence_input_from_feature_columns(
    columns_to_tensors, feature_columns, weight_collections=None, trainable=True, scope=None
):
    _check_sequence(feature_columns)
    return _input(
        columns_to_tensors,
        feature_columns,
        weight_collections,
        trainable=trainable,
        scope=scope,
        default_name="sequence_input_from_feature_columns",
        rank=3,
    )


def _bias(num_outputs, trainable, weight_collections):
    return _weights(
        "bias_weight",
        [num_outputs],
        Zeros(),
        trainable=trainable,
        collections=_collections(weight_collections),
    )


def weighted_sum_from_feature_columns(
    columns_to_tensors,
    feature_columns,
    num_outputs,
    weight_collections=None,
    trainable=True,
    scope=None,
):
    columns = _sorted(feature_columns)
    with variable_scope(scope, "weighted_sum_from_feature_columns", _values(columns_to_tensors)):
        outputs, variables = [], {}
        for column in columns:
            if isinstance(column, (_Embedding, _Scattered, _OneHot)):
                raise ValueError(
                    "Error creating weighted sum for column: {}.\n".format(column.name)
                )
            with variable_scope(None, column.name, _values(columns_to_tensors)):
                name, length = (
                    ("weight", column.dimension)
                    if isinstance(column, _RealValued)
                    else ("weights", column.length)
                )
                variable = _weights(
                    name,
                    [length, num_outputs],
                    Zeros(),
                    trainable=trainable,
                    collections=weight_collections,
                )
                variables[column] = (
                    list(variable) if hasattr(variable, "_variable_list") else [variable]
                )
                outputs.append(_looked_up(columns_to_tensors, variable, num_outputs))
        total = add_n(outputs)
        bias = _bias(num_outputs, trainable, weight_collections)
        return bias_add(total, bias), variables, bias


def joint_weighted_sum_from_feature_columns(
    columns_to_tensors,
    feature_columns,
    num_outputs,
    weight_collections=None,
    trainable=True,
    scope=None,
):
    columns = _sorted(feature_columns)
    with variable_scope(
        scope, "joint_weighted_sum_from_feature_columns", _values(columns_to_tensors)
    ):
        length = 0
        for column in columns:
            if isinstance(column, _Embedding):
                raise ValueError("Column %s is not supported in linear models." % (column,))
            if column.kind == "_WeightedSparseColumn":
                raise AssertionError("Joint sums for weighted sparse columns are not supported.")
            if not isinstance(column, _Sparse):
                raise NotImplementedError(
                    "Real-valued columns are not supported. Use weighted_sum_from_feature_columns "
                    "instead, or bucketize these columns."
                )
            length = length + column.length
        with variable_scope(None, "linear_weights", _values(columns_to_tensors)):
            variable = _weights(
                "weights",
                [length, num_outputs],
                Zeros(),
                trainable=trainable,
                collections=weight_collections,
            )
            total = _looked_up(columns_to_tensors, variable, num_outputs)
        bias = _bias(num_outputs, trainable, weight_collections)
        variables = list(variable) if hasattr(variable, "_variable_list") else [variable]
        return bias_add(total, bias), variables, bias

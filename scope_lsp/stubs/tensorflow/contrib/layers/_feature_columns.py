"""The feature columns of tf.contrib.layers and what is built from them.

Not here: the columns of `tf.feature_column`, which are others, and reading of examples.

Modelled on contrib/layers/python/layers/{feature_column,feature_column_ops}.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import concat
from tensorflow._init_ops import TruncatedNormal, Zeros
from tensorflow._math_ops import add_n
from tensorflow._nn_ops import bias_add
from tensorflow._shape import UNSURE, as_dim, is_int
from tensorflow._tensor import create, is_tensor_like
from tensorflow._variable_scope import variable_scope
from tensorflow.contrib.framework._variables import model_variable


class _Column:
    """A column: its kind and its description make the key by which columns are sorted."""

    length = 1
    _bases = ()

    def __init__(self, kind, name, described):
        self.kind = kind
        self.name = name
        self.key = "%s(%s" % (kind, described)

    def __repr__(self):
        return self.key + ")"


class _Sparse(_Column):
    """A column of ids, with a weight for each in a linear model."""

    def __init__(self, kind, name, length, described, bases=()):
        _Column.__init__(self, kind, name, described=described)
        self.length = length
        self._bases = bases


class _RealValued(_Column):
    def __init__(self, name, dimension):
        _Column.__init__(self, "_RealValuedColumn", name, described="column_name='%s'" % name)
        self.dimension = dimension


class _OneHot(_Column):
    def __init__(self, column):
        _Column.__init__(self, "_OneHotColumn", column.name + "_one_hot", described="sparse_id_column=" + str(column))
        self.dimension = column.length
        self._bases = (column,)


class _Embedding(_Column):
    def __init__(self, column, dimension, initializer, shared_name=None, shared_length=None, trainable=True):
        _Column.__init__(self, "_EmbeddingColumn", column.name + ("_embedding" if shared_name is None else "_shared_embedding"), described="sparse_id_column=" + str(column))
        self.dimension = dimension
        self.length = column.length if shared_length is None else shared_length
        self.initializer = TruncatedNormal() if initializer is None else initializer
        self.shared_name = shared_name
        self.trainable = trainable
        self._bases = (column,)


class _Scattered(_Column):
    def __init__(self, name, size, dimension, initializer):
        _Column.__init__(self, "_ScatteredEmbeddingColumn", name + "_scattered_embedding", described="column_name='%s'" % name)
        self.size = size
        self.dimension = dimension
        self.initializer = TruncatedNormal() if initializer is None else initializer


def _sparse(kind, name, length):
    return _Sparse(kind, name, length, described="column_name='%s'" % name)


def sparse_column_with_hash_bucket(column_name, hash_bucket_size, combiner="sum", dtype=_dtypes.string, hash_keys=None):
    return _sparse("_SparseColumnHashed", column_name, hash_bucket_size)


def sparse_column_with_integerized_feature(column_name, bucket_size, combiner="sum", dtype=_dtypes.int64):
    return _sparse("_SparseColumnIntegerized", column_name, bucket_size)


def sparse_column_with_keys(column_name, keys, default_value=-1, combiner="sum", dtype=_dtypes.string):
    return _sparse("_SparseColumnKeys", column_name, len(keys))


def sparse_column_with_vocabulary_file(column_name, vocabulary_file, num_oov_buckets=0, vocab_size=None, default_value=-1, combiner="sum", dtype=_dtypes.string):
    return _sparse("_SparseColumnVocabulary", column_name, vocab_size + num_oov_buckets)


def weighted_sparse_column(sparse_id_column, weight_column_name, dtype=_dtypes.float32):
    name = "%s_weighted_by_%s" % (sparse_id_column.name, weight_column_name)
    return _Sparse("_WeightedSparseColumn", name, sparse_id_column.length, described="sparse_id_column=" + str(sparse_id_column), bases=(sparse_id_column,))


def real_valued_column(column_name, dimension=1, default_value=None, dtype=_dtypes.float32, normalizer=None):
    return _RealValued(column_name, dimension)


def bucketized_column(source_column, boundaries):
    length = (len(boundaries) + 1) * source_column.dimension
    return _Sparse("_BucketizedColumn", source_column.name + "_bucketized", length, described="source_column=" + str(source_column), bases=(source_column,))


def crossed_column(columns, hash_bucket_size, combiner="sum", ckpt_to_load_from=None, tensor_name_in_ckpt=None, hash_key=None):
    parts = sorted(columns, key=lambda column: column.name)
    name = "_X_".join([column.name for column in parts])
    return _Sparse("_CrossedColumn", name, hash_bucket_size, described="columns=(" + ", ".join([str(column) for column in parts]), bases=tuple(parts))


def one_hot_column(sparse_id_column):
    return _OneHot(sparse_id_column)


def embedding_column(sparse_id_column, dimension, combiner="mean", initializer=None, ckpt_to_load_from=None, tensor_name_in_ckpt=None, max_norm=None, trainable=True):
    return _Embedding(sparse_id_column, dimension, initializer, trainable=trainable)


def shared_embedding_columns(sparse_id_columns, dimension, combiner="mean", shared_embedding_name=None, initializer=None, ckpt_to_load_from=None, tensor_name_in_ckpt=None, max_norm=None, trainable=True):
    columns = list(sparse_id_columns)
    if len(columns) == 1:
        return [_Embedding(columns[0], dimension, initializer, shared_name=shared_embedding_name, shared_length=None, trainable=trainable)]
    if not shared_embedding_name:
        names = [column.name for column in sorted(columns, key=lambda column: (column.kind == "_WeightedSparseColumn", column.name))]
        shared_embedding_name = "_".join(names[:3])
        if len(names) > 3:
            shared_embedding_name += "_plus_{}_others".format(len(names) - 3)
        shared_embedding_name += "_shared_embedding"
    return tuple([_Embedding(column, dimension, initializer, shared_name=shared_embedding_name, shared_length=columns[0].length, trainable=trainable) for column in columns])


def scattered_embedding_column(column_name, size, dimension, hash_key, combiner="mean", initializer=None):
    return _Scattered(column_name, size, dimension, initializer=initializer)


# What is built from columns.


def _sorted(feature_columns):
    """The columns by key; what is not known is left out, and said."""
    if not _scope_lsp.is_known(feature_columns):
        _scope_lsp.give_up("feature columns that are not known")
        return []
    found = []
    for column in feature_columns:
        if not _scope_lsp.is_a(column, _Column):
            _scope_lsp.give_up("a feature column that is not known")
        elif not _scope_lsp.is_among(column, found):
            found.append(column)
    return sorted(found, key=lambda column: column.key)


def _values(columns_to_tensors):
    return columns_to_tensors.values() if _scope_lsp.is_a(columns_to_tensors, dict) else None


def _weights(name, shape, initializer, trainable, collections):
    return model_variable(name, shape=shape, dtype=_dtypes.float32, initializer=initializer, trainable=trainable, collections=collections)


def _collections(weight_collections):
    return list(set(list(weight_collections) + ["variables"])) if weight_collections else weight_collections


def _batch(columns_to_tensors):
    """How many examples there are, of any of the tensors."""
    for tensor in _values(columns_to_tensors) or ():
        dims = tensor._dims if is_tensor_like(tensor) else None
        if isinstance(dims, tuple) and dims and is_int(dims[0]):
            return dims[0]
    return UNSURE


def _looked_up(columns_to_tensors, variable, width):
    return create("SparseSegmentSum", "embedding_lookup_sparse", (_batch(columns_to_tensors), as_dim(width)), dtype=_dtypes.float32, inputs=(variable,))


def _shared(column, trainable, collections):
    key = "SHARED_EMBEDDING_COLLECTION_" + column.shared_name.upper()
    found = _scope_lsp.get_collection(key, None, None, chosen=False)
    if found:
        return found[0]
    made = _weights(column.shared_name, [column.length, column.dimension], column.initializer, trainable=trainable, collections=collections)
    _scope_lsp.add_to_collection(key, made)
    return made


def _embedded(column, columns_to_tensors, collections, trainable):
    if isinstance(column, _Scattered):
        variable = _weights("weights", [column.size], column.initializer, trainable=trainable, collections=collections)
    elif isinstance(column, _Embedding):
        trainable = trainable and column.trainable
        if column.shared_name is not None:
            variable = _shared(column, trainable, collections)
        else:
            variable = _weights("weights", [column.length, column.dimension], column.initializer, trainable=trainable, collections=collections)
    elif isinstance(column, (_RealValued, _OneHot)) or column.kind == "_BucketizedColumn":
        width = column.length if column.kind == "_BucketizedColumn" else column.dimension
        return create("Reshape", None, (_batch(columns_to_tensors), as_dim(width)), dtype=_dtypes.float32, inputs=())
    else:
        raise ValueError("Error creating input layer for column: {}.\n".format(column.name))
    return _looked_up(columns_to_tensors, variable, column.dimension)


def _input(columns_to_tensors, feature_columns, weight_collections, trainable, scope, default_name, rank, cols_to_outs=None):
    with variable_scope(scope, default_name, _values(columns_to_tensors)):
        collections = _collections(weight_collections)
        outputs = []
        for column in _sorted(feature_columns):
            with variable_scope(None, column.name, _values(columns_to_tensors)):
                outputs.append(_embedded(column, columns_to_tensors, collections, trainable=trainable))
                if cols_to_outs is not None:
                    cols_to_outs[column] = outputs[-1]
        result = concat(outputs, 1)
        if rank == 3:
            result._dims = (UNSURE,) * 3
        return result


def input_from_feature_columns(columns_to_tensors, feature_columns, weight_collections=None, trainable=True, scope=None, cols_to_outs=None):
    return _input(columns_to_tensors, feature_columns, weight_collections, trainable=trainable, scope=scope, default_name="input_from_feature_columns", rank=2, cols_to_outs=cols_to_outs)


def sequence_input_from_feature_columns(columns_to_tensors, feature_columns, weight_collections=None, trainable=True, scope=None):
    return _input(columns_to_tensors, feature_columns, weight_collections, trainable=trainable, scope=scope, default_name="sequence_input_from_feature_columns", rank=3)


def _bias(num_outputs, trainable, weight_collections):
    return _weights("bias_weight", [num_outputs], Zeros(), trainable=trainable, collections=_collections(weight_collections))


def weighted_sum_from_feature_columns(columns_to_tensors, feature_columns, num_outputs, weight_collections=None, trainable=True, scope=None):
    with variable_scope(scope, "weighted_sum_from_feature_columns", _values(columns_to_tensors)):
        outputs, variables = [], {}
        for column in _sorted(feature_columns):
            if isinstance(column, (_Embedding, _Scattered, _OneHot)):
                raise ValueError("Error creating weighted sum for column: {}.\n".format(column.name))
            with variable_scope(None, column.name, _values(columns_to_tensors)):
                name, length = ("weight", column.dimension) if isinstance(column, _RealValued) else ("weights", column.length)
                variable = _weights(name, [length, num_outputs], Zeros(), trainable=trainable, collections=weight_collections)
                variables[column] = list(variable) if hasattr(variable, "_variable_list") else [variable]
                outputs.append(_looked_up(columns_to_tensors, variable, num_outputs))
        total = add_n(outputs)
        bias = _bias(num_outputs, trainable, weight_collections)
        return bias_add(total, bias), variables, bias


def joint_weighted_sum_from_feature_columns(columns_to_tensors, feature_columns, num_outputs, weight_collections=None, trainable=True, scope=None):
    with variable_scope(scope, "joint_weighted_sum_from_feature_columns", _values(columns_to_tensors)):
        length = 0
        for column in _sorted(feature_columns):
            length = length + column.length
        with variable_scope(None, "linear_weights", _values(columns_to_tensors)):
            variable = _weights("weights", [length, num_outputs], Zeros(), trainable=trainable, collections=weight_collections)
            total = _looked_up(columns_to_tensors, variable, num_outputs)
        bias = _bias(num_outputs, trainable, weight_collections)
        variables = list(variable) if hasattr(variable, "_variable_list") else [variable]
        return bias_add(total, bias), variables, bias

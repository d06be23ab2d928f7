"""The feature columns of tf.contrib.layers and what is built from them.

Not here: the columns of `tf.feature_column`, which are others, and reading of examples.

Modelled on contrib/layers/python/layers/feature_column.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._categorical_columns import CategoricalColumn, FeatureColumn
from tensorflow._feature_columns import DenseColumn
from tensorflow._init_ops import TruncatedNormal
from tensorflow._shape import as_dims


class _Column(FeatureColumn):
    """A column: its kind and its description make the key by which columns are sorted."""

    length = 1
    name = None
    given = None
    """All that the key says of a column which `described` leaves out; None: not known."""
    _bases = ()

    def __init__(self, kind, name, described):
        self.kind = kind
        self.name = name
        self.key = "%s(%s" % (kind, described)

    def same_key(self, other):
        """Whether TensorFlow's key is certainly that of another column."""
        same = self.given is not None and (self.key, self.given) == (other.key, other.given)
        return _scope_lsp.is_known(same) and same

    def __repr__(self):
        return self.key + ")"


class _Dense(_Column, DenseColumn):
    """A column that gives a tensor, for the layers of `tf.feature_column` too."""

    dimension = 1

    @property
    def _dims(self):
        return as_dims((self.dimension,))


class _Weighed(_Dense):
    """A column that looks ids up in a variable."""

    def _get_dense_tensor(self, inputs, weight_collections=None, trainable=None):
        from tensorflow.contrib.layers import _feature_column_ops  # imports this module itself

        return _feature_column_ops._embedded(
            self, inputs._features, weight_collections, trainable=trainable
        )


class _Sparse(_Column, CategoricalColumn):
    """A column of ids, with a weight for each in a linear model."""

    def __init__(self, kind, name, length, described, bases=()):
        _Column.__init__(self, kind, name, described=described)
        self.length = length
        self._bases = bases

    @property
    def _num_buckets(self):
        return self.length


class _Bucketized(_Sparse, _Dense):
    @property
    def dimension(self):
        return self.length


class _RealValued(_Dense):
    def __init__(self, name, dimension):
        _Column.__init__(self, "_RealValuedColumn", name, described="column_name='%s'" % name)
        self.dimension = dimension


class _OneHot(_Dense):
    def __init__(self, column):
        _Column.__init__(
            self,
            "_OneHotColumn",
            column.name + "_one_hot",
            described="sparse_id_column=" + str(column),
        )
        self.dimension = self.length = column.length
        self.sparse_id_column = column
        self._bases = (column,)


class _Embedding(_Weighed):
    def __init__(
        self, column, dimension, initializer, shared_name=None, shared_length=None, trainable=True
    ):
        _Column.__init__(
            self,
            "_EmbeddingColumn",
            column.name + ("_embedding" if shared_name is None else "_shared_embedding"),
            described="sparse_id_column=" + str(column),
        )
        self.dimension = dimension
        self.length = column.length if shared_length is None else shared_length
        self.sparse_id_column = column
        self.shared_embedding_name = shared_name
        self.initializer = TruncatedNormal() if initializer is None else initializer
        self.shared_name = shared_name
        self.trainable = trainable
        self._bases = (column,)


class _Scattered(_Weighed):
    def __init__(self, name, size, dimension, initializer):
        _Column.__init__(
            self,
            "_ScatteredEmbeddingColumn",
            name + "_scattered_embedding",
            described="column_name='%s'" % name,
        )
        self.size = size
        self.dimension = dimension
        self.initializer = TruncatedNormal() if initializer is None else initializer


def _sparse(kind, name, length):
    return _Sparse(kind, name, length, described="column_name='%s'" % name)


def sparse_column_with_hash_bucket(
    column_name, hash_bucket_size, combiner="sum", dtype=_dtypes.string, hash_keys=None
):
    return _sparse("_SparseColumnHashed", column_name, hash_bucket_size)


def sparse_column_with_integerized_feature(
    column_name, bucket_size, combiner="sum", dtype=_dtypes.int64
):
    return _sparse("_SparseColumnIntegerized", column_name, bucket_size)


def sparse_column_with_keys(
    column_name, keys, default_value=-1, combiner="sum", dtype=_dtypes.string
):
    return _sparse("_SparseColumnKeys", column_name, len(keys))


def sparse_column_with_vocabulary_file(
    column_name,
    vocabulary_file,
    num_oov_buckets=0,
    vocab_size=None,
    default_value=-1,
    combiner="sum",
    dtype=_dtypes.string,
):
    return _sparse("_SparseColumnVocabulary", column_name, vocab_size + num_oov_buckets)


def weighted_sparse_column(sparse_id_column, weight_column_name, dtype=_dtypes.float32):
    name = "%s_weighted_by_%s" % (sparse_id_column.name, weight_column_name)
    return _Sparse(
        "_WeightedSparseColumn",
        name,
        sparse_id_column.length,
        described="sparse_id_column=" + str(sparse_id_column),
        bases=(sparse_id_column,),
    )


def real_valued_column(
    column_name, dimension=1, default_value=None, dtype=_dtypes.float32, normalizer=None
):
    return _RealValued(column_name, dimension)


def bucketized_column(source_column, boundaries):
    length = (len(boundaries) + 1) * source_column.dimension
    return _Bucketized(
        "_BucketizedColumn",
        source_column.name + "_bucketized",
        length,
        described="source_column=" + str(source_column),
        bases=(source_column,),
    )


def crossed_column(
    columns,
    hash_bucket_size,
    combiner="sum",
    ckpt_to_load_from=None,
    tensor_name_in_ckpt=None,
    hash_key=None,
):
    parts = sorted(columns, key=lambda column: column.name)
    name = "_X_".join([column.name for column in parts])
    return _Sparse(
        "_CrossedColumn",
        name,
        hash_bucket_size,
        described="columns=(" + ", ".join([str(column) for column in parts]),
        bases=tuple(parts),
    )


def one_hot_column(sparse_id_column):
    return _OneHot(sparse_id_column)


def embedding_column(
    sparse_id_column,
    dimension,
    combiner="mean",
    initializer=None,
    ckpt_to_load_from=None,
    tensor_name_in_ckpt=None,
    max_norm=None,
    trainable=True,
):
    column = _Embedding(sparse_id_column, dimension, initializer, trainable=trainable)
    if len(sparse_id_column._bases) == 0:
        column.given = (
            sparse_id_column,
            (dimension, combiner, max_norm, trainable),
            (ckpt_to_load_from, tensor_name_in_ckpt),
        )
    return column


def shared_embedding_columns(
    sparse_id_columns,
    dimension,
    combiner="mean",
    shared_embedding_name=None,
    initializer=None,
    ckpt_to_load_from=None,
    tensor_name_in_ckpt=None,
    max_norm=None,
    trainable=True,
):
    columns = list(sparse_id_columns)
    if len(columns) == 1:
        return [
            _Embedding(
                columns[0],
                dimension,
                initializer,
                shared_name=shared_embedding_name,
                shared_length=None,
                trainable=trainable,
            )
        ]
    if not shared_embedding_name:
        names = [
            column.name
            for column in sorted(
                columns, key=lambda column: (column.kind == "_WeightedSparseColumn", column.name)
            )
        ]
        shared_embedding_name = "_".join(names[:3])
        if len(names) > 3:
            shared_embedding_name += "_plus_{}_others".format(len(names) - 3)
        shared_embedding_name += "_shared_embedding"
    return tuple(
        [
            _Embedding(
                column,
                dimension,
                initializer,
                shared_name=shared_embedding_name,
                shared_length=columns[0].length,
                trainable=trainable,
            )
            for column in columns
        ]
    )


def scattered_embedding_column(
    column_name, size, dimension, hash_key, combiner="mean", initializer=None
):
    return _Scattered(column_name, size, dimension, initializer=initializer)


# What is built from columns.

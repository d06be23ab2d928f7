"""tensorflow.contrib.layers.python.layers.embedding_ops: lookups that drop, share or hash ids.

They make no variables; each works in a scope of its own.
Modelled on contrib/layers/python/layers/embedding_ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _embedding_ops
from tensorflow._refusals import refuse
from tensorflow._shape import UNSURE
from tensorflow._tensor import base_dtype, convert, create, pop, push


def _tables(params):
    if _scope_lsp.is_known(params) and hasattr(params, "_variable_list"):
        return params._get_variable_list()
    return list(params) if _scope_lsp.is_a(params, list) else [params]


def _dims_of(value):
    return getattr(value, "_dims", UNSURE) if _scope_lsp.is_known(value) else UNSURE


def safe_embedding_lookup_sparse(
    embedding_weights,
    sparse_ids,
    sparse_weights=None,
    combiner=None,
    default_id=None,
    name=None,
    partition_strategy="div",
    max_norm=None,
):
    if _scope_lsp.is_known(embedding_weights) and not _tables(embedding_weights or []):
        refuse("Missing embedding_weights %s." % embedding_weights)
    tables = [convert(table) for table in _tables(embedding_weights)]
    push(name, "embedding_lookup")
    found = _embedding_ops.embedding_lookup_sparse(tables, sparse_ids, sparse_weights)
    ids, rows = _dims_of(sparse_ids), found._dims
    known = isinstance(ids, tuple) and isinstance(rows, tuple)
    dims = (None,) * (len(ids) - 1) + rows[1:] if known else UNSURE
    result = create("Reshape", None, dims, dtype=base_dtype(found), inputs=tables)
    pop()
    return result


def embedding_lookup_unique(params, ids, partition_strategy="mod", name=None):
    push(name, "EmbeddingLookupUnique")
    ids = convert(ids)
    tables = _tables(params)
    found = _embedding_ops.embedding_lookup(tables, ids, partition_strategy=partition_strategy)
    pop()
    return found


def _hashed(params, default, name, values, last):
    tables = [convert(table) for table in _tables(params)]
    push(name, default)
    dims = _dims_of(values)
    dims = dims + (last,) if isinstance(dims, tuple) else UNSURE
    result = create("Reshape", None, dims, dtype=base_dtype(tables[0]), inputs=tables)
    pop()
    return result


def _check_dimension(dimension):
    if _scope_lsp.is_known(dimension) and dimension is None:
        refuse("You must specify either dimension or sampled_candidates.")
    if _scope_lsp.is_number(dimension) and dimension <= 0:
        refuse("Dimension must be >0. Given is %d" % dimension)


def scattered_embedding_lookup(params, values, dimension, name=None, hash_key=None):
    return _sampled_scattered_embedding_lookup(
        params, values, dimension=dimension, hash_key=hash_key, name=name
    )


def _sampled_scattered_embedding_lookup(
    params, values, dimension=None, sampled_candidates=None, hash_key=None, name=None
):
    if sampled_candidates is None:
        _check_dimension(dimension)
        last = dimension if _scope_lsp.is_int(dimension) else UNSURE
    else:
        sampled = convert(sampled_candidates)._dims
        last = sampled[-1] if isinstance(sampled, tuple) and sampled else UNSURE
    return _hashed(params, "scattered_embedding_lookup", name, convert(values), last)


def scattered_embedding_lookup_sparse(
    params, sparse_values, dimension, combiner=None, default_value=None, name=None, hash_key=None
):
    return _sampled_scattered_embedding_lookup_sparse(params, sparse_values, dimension, name=name)


def _sampled_scattered_embedding_lookup_sparse(
    params,
    sp_values,
    dimension=None,
    sampled_candidates=None,
    hash_key=None,
    with_sign_hash=False,
    name=None,
):
    tables = [convert(table) for table in _tables(params)]
    push(name, "scattered_embedding_lookup_sparse")
    last = dimension if _scope_lsp.is_int(dimension) else UNSURE
    result = create("SegmentSum", None, (UNSURE, last), dtype=base_dtype(tables[0]), inputs=tables)
    pop()
    return result

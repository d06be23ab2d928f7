"""Lookups of rows in tables of embeddings.

Modelled on ops/embedding_ops.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._array_ops import (
    identity,
)
from tensorflow._array_slicing import gather
from tensorflow._shape import UNSURE
from tensorflow._tensor import (
    base_dtype,
    convert,
    create,
    pop,
    push,
)


def embedding_lookup(
    params, ids, partition_strategy="mod", name=None, validate_indices=True, max_norm=None
):
    if not _scope_lsp.is_known(params):
        params = [convert(params)]
    elif hasattr(params, "_variable_list"):
        params = params._get_variable_list()
    elif not isinstance(params, (list, tuple)):
        params = [params]
    scope = push(name, "embedding_lookup")
    tables = [
        convert(table, None, "params_" + str(i))
        if not getattr(table, "_resource", False)
        else table
        for i, table in enumerate(params)
    ]
    ids = convert(ids, None, "ids")
    if len(tables) == 1:
        found = gather(tables[0], ids, name=scope)
        result = identity(found)
        pop()
        return result
    tables = [convert(table) for table in tables]
    parts = [table._dims for table in tables]
    dims = UNSURE
    if isinstance(ids._dims, tuple) and isinstance(parts[0], tuple):
        dims = ids._dims + parts[0][1:]
    create("ParallelDynamicStitch", scope, UNSURE, dtype=None)
    result = create("Reshape", None, dims, dtype=base_dtype(tables[0]), inputs=tables)
    pop()
    return result


def safe_embedding_lookup_sparse(
    embedding_weights,
    sparse_ids,
    sparse_weights=None,
    combiner="mean",
    default_id=None,
    name=None,
    partition_strategy="div",
    max_norm=None,
):
    if _scope_lsp.is_known(embedding_weights) and hasattr(embedding_weights, "_variable_list"):
        embedding_weights = embedding_weights._get_variable_list()
    return embedding_lookup_sparse(
        embedding_weights, sparse_ids, None, name="embedding_lookup" if name is None else name
    )


def embedding_lookup_sparse(
    params, sp_ids, sp_weights, partition_strategy="mod", name=None, combiner=None, max_norm=None
):
    scope = push(name, "embedding_lookup_sparse")
    tables = (
        list(params)
        if _scope_lsp.is_known(params) and isinstance(params, (list, tuple))
        else [params]
    )
    tables = [convert(table) for table in tables]
    table = tables[0]
    pop()
    dims = (UNSURE,) + table._dims[1:] if isinstance(table._dims, tuple) else UNSURE
    return create("SegmentSum", scope, dims, dtype=base_dtype(table), inputs=tables)

"""Which ranks products of matrices refuse, with TensorFlow's messages."""

import _scope_lsp

from tensorflow._shape import is_int


def check_ranks(scope, x, y):
    """Refuse vectors, as the shape functions of both ops do (common_shape_fns.cc, MatMulShape)."""
    for dims in (x, y):
        if _scope_lsp.is_a(dims, tuple) and len(dims) < 2:
            is_batch = any(
                each is None or (_scope_lsp.is_a(each, tuple) and len(each) > 2) for each in (x, y)
            )
            _scope_lsp.fail(
                "Shape must be %srank 2 but is rank %s for '%s' (op: '%s') with input shapes: %s."
                % (
                    "at least " if is_batch else "",
                    len(dims),
                    scope.rstrip("/"),
                    "BatchMatMulV2" if is_batch else "MatMul",
                    ", ".join([_shown(each) for each in (x, y)]),
                )
            )
            return


def _shown(dims):
    if not _scope_lsp.is_a(dims, tuple):
        return "?"
    return "[%s]" % ",".join([str(dim) if is_int(dim) else "?" for dim in dims])

"""Shapes and dtypes of what the functions of linear algebra give.

Modelled on python/ops/linalg_ops.py and the shape functions of the ops in TensorFlow 1.15.5.
"""

from tensorflow._op_rules import base_dtype, dims_of, first, parts, registrar
from tensorflow._shape import UNSURE, is_int

RULES = {}
rule = registrar(RULES)


@rule(
    "matrix_inverse linalg.inv cholesky linalg.cholesky matrix_set_diag linalg.set_diag "
    "matrix_square_root linalg.sqrtm linalg.expm"
)
def _same(*args, **kwargs):
    matrix = first(args, kwargs)
    return dims_of(matrix), base_dtype(matrix)


@rule("trace linalg.trace matrix_determinant linalg.det linalg.logdet")
def _trace(*args, **kwargs):
    x = first(args, kwargs)
    return parts(x, slice(None, -2)), base_dtype(x)


@rule("matrix_diag_part linalg.diag_part")
def _diagonal(input, k=0, padding_value=0):
    dims = dims_of(input)
    is_plain = dims != UNSURE and is_int(k) and k == 0 and dims[-1] == dims[-2]
    return (dims[:-1] if is_plain else UNSURE), base_dtype(input)


@rule(
    "matrix_solve linalg.solve matrix_triangular_solve linalg.triangular_solve cholesky_solve "
    "linalg.cholesky_solve"
)
def _solved(matrix=None, rhs=None, *args, **kwargs):
    return dims_of(rhs), base_dtype(rhs)


@rule("self_adjoint_eig linalg.eigh")
def _eigen(tensor):
    return [
        (parts(tensor, slice(None, -1)), base_dtype(tensor)),
        (dims_of(tensor), base_dtype(tensor)),
    ]


@rule("svd linalg.svd")
def _svd(tensor, full_matrices=False, compute_uv=True):
    dims, dtype = dims_of(tensor), base_dtype(tensor)
    if dims == UNSURE or full_matrices or not (is_int(dims[-1]) and is_int(dims[-2])):
        return [(UNSURE, dtype)] * 3 if compute_uv else (UNSURE, dtype)
    least = (min(dims[-1], dims[-2]),)
    values = (dims[:-2] + least, dtype)
    return (
        [values, (dims[:-1] + least, dtype), (dims[:-2] + dims[-1:] + least, dtype)]
        if compute_uv
        else values
    )


@rule("qr linalg.qr")
def _qr(input, full_matrices=False):
    dims, dtype = dims_of(input), base_dtype(input)
    if dims == UNSURE or full_matrices or not (is_int(dims[-1]) and is_int(dims[-2])):
        return [(UNSURE, dtype)] * 2
    least = (min(dims[-1], dims[-2]),)
    return [(dims[:-1] + least, dtype), (dims[:-2] + least + dims[-1:], dtype)]


@rule("linalg.matvec")
def _times_vector(a, b, transpose_a=False, adjoint_a=False, *args, **kwargs):
    dims = dims_of(a)
    if dims == UNSURE or len(dims) < 2:
        return UNSURE, base_dtype(a)
    return dims[:-2] + (dims[-1 if transpose_a or adjoint_a else -2],), base_dtype(a)


@rule("linalg.slogdet")
def _sign_and_logarithm(input):
    return [(parts(input, slice(None, -2)), base_dtype(input))] * 2


@rule("linalg.adjoint")
def _adjoint(matrix):
    dims = dims_of(matrix)
    if dims == UNSURE:
        return UNSURE, base_dtype(matrix)
    return dims[:-2] + (dims[-1], dims[-2]), base_dtype(matrix)


@rule("matrix_solve_ls linalg.lstsq")
def _least_squares(matrix, rhs, *args, **kwargs):
    return parts(matrix, slice(None, -2), slice(-1, None)) + dims_of(rhs)[-1:], base_dtype(matrix)

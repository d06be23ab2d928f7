"""Diagonals and bands of matrices.

Modelled on ops/array_ops.py of TensorFlow 1.15.5.
"""

from tensorflow._shape import UNSURE
from tensorflow._tensor import (
    apply,
    base_dtype,
    create,
)


def matrix_band_part(input, num_lower, num_upper, name=None):
    name, [x, _, _] = apply(
        "MatrixBandPart", name, (input, "input"), (num_lower, "num_lower"), (num_upper, "num_upper")
    )
    return create("MatrixBandPart", name, x._dims, dtype=base_dtype(x), inputs=(x,))


def diag(diagonal, name=None):
    name, [x] = apply("Diag", name, (diagonal, "diagonal"))
    return create(
        "Diag",
        name,
        x._dims * 2 if isinstance(x._dims, tuple) else x._dims,
        dtype=base_dtype(x),
        inputs=(x,),
    )


def diag_part(input, name=None):
    name, [x] = apply("DiagPart", name, (input, "input"))
    return create(
        "DiagPart",
        name,
        x._dims[: len(x._dims) // 2] if isinstance(x._dims, tuple) else x._dims,
        dtype=base_dtype(x),
        inputs=(x,),
    )


def matrix_diag(diagonal, name="diag", k=0, num_rows=-1, num_cols=-1, padding_value=0):
    if k != 0 or num_rows != -1 or num_cols != -1:
        name, [x] = apply("MatrixDiagV2", name, (diagonal, "diagonal"))
        return create("MatrixDiagV2", name, UNSURE, dtype=base_dtype(x), inputs=(x,))
    name, [x] = apply("MatrixDiag", name, (diagonal, "diagonal"))
    return create(
        "MatrixDiag",
        name,
        x._dims + x._dims[-1:] if isinstance(x._dims, tuple) else x._dims,
        dtype=base_dtype(x),
        inputs=(x,),
    )

"""Shapes and dtypes of what rarer ops give, by the path of their function below `tf`.

Each rule takes the arguments that matter and answers the dims and the dtype of the result, or a
list of such pairs.  Not here: ops with a function of their own in another module.

Modelled on the shape functions of the ops in TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._shape import UNSURE, as_dim, as_dims, dim_op, is_int
from tensorflow._tensor import Tensor
from tensorflow._tensor_util import dtype_of, held_value, value_dims, value_dtype

is_a = _scope_lsp.is_a
RULES = {}
COMPOSED = ("image.psnr", "batch_gather", "repeat", "searchsorted", "svd", "linalg.svd")
"""Functions that are named as types of ops are, yet run several."""


def rule(paths):
    def register(function):
        for path in paths.split():
            RULES[path] = function
        return function

    return register


def made(path, op_name, args, kwargs):
    """The tensors that a function gives; unknown where no rule says anything."""
    kwargs = {key: value for key, value in kwargs.items() if key != "name"}
    found = RULES[path](*args, **kwargs)
    inputs = [value for value in list(args) + list(kwargs.values()) if _scope_lsp.is_known(value)]
    flat = []
    for value in inputs:
        flat.extend(value if isinstance(value, (list, tuple)) else [value])
    inputs = tuple(
        [value for value in flat if _scope_lsp.is_known(value) and hasattr(value, "_inputs")]
    )
    if not isinstance(found, list):
        return Tensor(op_name, "", found[0], dtype=found[1], inputs=inputs)
    return tuple(
        [
            Tensor(op_name, "", dims, dtype=dtype, value=None, index=i, inputs=inputs)
            for i, (dims, dtype) in enumerate(found)
        ]
    )


def _dims(x, rank=None):
    """The dims of an argument, UNSURE unless they are as many as is asked for."""
    dims = x._dims if hasattr(x, "_dims") else value_dims(x)
    if not isinstance(dims, tuple) or rank is not None and len(dims) != rank:
        return UNSURE
    return dims


def _dtype(x):
    dtype = x._dtype if hasattr(x, "_dtype") else value_dtype(x)
    return None if dtype is None else dtype.base_dtype


def _parts(x, *slices):
    """The dims of an argument cut into pieces and put together, UNSURE where they are."""
    dims = _dims(x)
    return (
        UNSURE
        if dims == UNSURE
        else tuple([dim for at in slices for dim in (dims[at] if isinstance(at, slice) else at)])
    )


@rule(
    "roll sort matrix_inverse linalg.inv cholesky linalg.cholesky matrix_set_diag linalg.set_diag "
    "matrix_square_root fft fft2d fft3d ifft ifft2d ifft3d"
    " image.adjust_gamma image.rgb_to_hsv image.hsv_to_rgb image.draw_bounding_boxes "
    "image.random_jpeg_quality image.adjust_jpeg_quality"
    " contrib.image.rotate contrib.image.transform contrib.image.translate "
    "contrib.image.dense_image_warp"
)
def _same(x, *args, **kwargs):
    return _dims(x), _dtype(x)


@rule("argsort")
def _argsort(values, *args, **kwargs):
    return _dims(values), _dtypes.int32


@rule(
    "as_string strings.as_string string_strip strings.strip strings.lower strings.upper substr "
    "strings.substr regex_replace strings.regex_replace encode_base64 io.encode_base64 "
    "decode_base64 io.decode_base64"
)
def _strings(x, *args, **kwargs):
    return _dims(x), _dtypes.string


@rule(
    "string_to_hash_bucket string_to_hash_bucket_fast string_to_hash_bucket_strong "
    "strings.to_hash_bucket strings.to_hash_bucket_fast strings.to_hash_bucket_strong "
    "strings.length"
)
def _hashed(x, *args, **kwargs):
    return _dims(x), _dtypes.int64


@rule("string_to_number strings.to_number")
def _number(x, out_type=_dtypes.float32, *args, **kwargs):
    return _dims(x), dtype_of(out_type)


@rule("string_join strings.join")
def _joined(inputs, *args, **kwargs):
    for part in inputs:
        if _dims(part) != ():
            return _dims(part), _dtypes.string
    return (), _dtypes.string


@rule("read_file image.encode_jpeg image.encode_png serialize_tensor")
def _text(*args, **kwargs):
    return (), _dtypes.string


@rule("complex")
def _complex(real, imag):
    return _dims(real), _dtypes.complex128 if _dtype(real) is _dtypes.float64 else _dtypes.complex64


@rule("real imag angle")
def _real(x):
    return _dims(x), _dtypes.float64 if _dtype(x) is _dtypes.complex128 else _dtypes.float32


@rule("trace linalg.trace matrix_determinant linalg.det")
def _trace(x, *args, **kwargs):
    return _parts(x, slice(None, -2)), _dtype(x)


@rule("matrix_diag_part linalg.diag_part")
def _diagonal(x):
    dims = _dims(x)
    return (dims[:-1] if dims != UNSURE and dims[-1] == dims[-2] else UNSURE), _dtype(x)


@rule(
    "matrix_solve linalg.solve matrix_triangular_solve linalg.triangular_solve cholesky_solve "
    "linalg.cholesky_solve"
)
def _solved(matrix, rhs, *args, **kwargs):
    return _dims(rhs), _dtype(rhs)


@rule("self_adjoint_eig linalg.eigh")
def _eigen(tensor):
    return [(_parts(tensor, slice(None, -1)), _dtype(tensor)), (_dims(tensor), _dtype(tensor))]


@rule("svd linalg.svd")
def _svd(tensor, full_matrices=False, compute_uv=True):
    dims, dtype = _dims(tensor), _dtype(tensor)
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
    dims, dtype = _dims(input), _dtype(input)
    if dims == UNSURE or full_matrices or not (is_int(dims[-1]) and is_int(dims[-2])):
        return [(UNSURE, dtype)] * 2
    least = (min(dims[-1], dims[-2]),)
    return [(dims[:-1] + least, dtype), (dims[:-2] + least + dims[-1:], dtype)]


@rule("image.crop_and_resize")
def _crop_and_resize(image, boxes, box_ind=None, crop_size=None, *args, **kwargs):
    image, boxes, size = _dims(image, 4), _dims(boxes, 2), as_dims(crop_size)
    if not isinstance(size, tuple):
        size = (UNSURE, UNSURE)
    return ((UNSURE,) if boxes == UNSURE else boxes[:1]) + size + (
        (UNSURE,) if image == UNSURE else image[3:]
    ), _dtypes.float32


@rule("image.non_max_suppression")
def _kept_boxes(*args, **kwargs):
    return (None,), _dtypes.int32


def _sized(image, height, width):
    """Images of another size."""
    dims = _dims(image)
    if dims == UNSURE or len(dims) not in (3, 4):
        return UNSURE, _dtype(image)
    return dims[:-3] + (as_dim(height), as_dim(width)) + dims[-1:], _dtype(image)


@rule("image.resize_image_with_pad")
def _resized_with_pad(image, target_height, target_width, *args, **kwargs):
    return _sized(image, target_height, target_width)[0], _dtypes.float32


@rule("image.rgb_to_yuv image.yuv_to_rgb")
def _of_three(images):
    return _parts(images, slice(None, -1), (3,)), _dtype(images)


@rule("image.crop_to_bounding_box image.pad_to_bounding_box")
def _bounded(image, offset_height, offset_width, target_height, target_width):
    return _sized(image, target_height, target_width)


@rule("image.extract_glimpse")
def _glimpse(input, size, *args, **kwargs):
    size = as_dims(size)
    return _sized(input, *size) if isinstance(size, tuple) else (UNSURE, _dtypes.float32)


@rule("image.rgb_to_grayscale")
def _gray(images, *args):
    return _parts(images, slice(None, -1), (1,)), _dtype(images)


@rule("image.grayscale_to_rgb")
def _rgb(images, *args):
    return _parts(images, slice(None, -1), (3,)), _dtype(images)


@rule("image.psnr image.ssim image.ssim_multiscale image.total_variation")
def _per_image(images, *args, **kwargs):
    return _parts(images, slice(None, -3)), _dtypes.float32


@rule("image.sobel_edges")
def _edges(image):
    return _parts(image, slice(None), (2,)), _dtype(image)


@rule("image.image_gradients")
def _gradients(image):
    return [(_dims(image), _dtype(image))] * 2


@rule("space_to_batch_nd batch_to_space_nd")
def _moved(input, block_shape, *args):
    dims = _dims(input)
    return (
        UNSURE
        if dims == UNSURE
        else tuple([UNSURE if i <= 2 else dim for i, dim in enumerate(dims)])
    ), _dtype(input)


@rule(
    "segment_sum segment_mean segment_max segment_min segment_prod math.segment_sum "
    "math.segment_mean math.segment_max math.segment_min math.segment_prod"
)
def _segments(data, segment_ids):
    return _parts(data, (None,), slice(1, None)), _dtype(data)


@rule(
    "unsorted_segment_sum unsorted_segment_mean unsorted_segment_max unsorted_segment_min "
    "unsorted_segment_prod unsorted_segment_sqrt_n"
    " math.unsorted_segment_sum math.unsorted_segment_mean math.unsorted_segment_max "
    "math.unsorted_segment_min math.unsorted_segment_prod math.unsorted_segment_sqrt_n"
)
def _unsorted_segments(data, segment_ids, num_segments):
    data_dims, ids = _dims(data), _dims(segment_ids)
    if data_dims == UNSURE or ids == UNSURE:
        return UNSURE, _dtype(data)
    return (as_dim(num_segments),) + data_dims[len(ids) :], _dtype(data)


@rule("batch_gather")
def _batch_gather(params, indices, *args):
    params_dims, indices = _dims(params), _dims(indices)
    if params_dims == UNSURE or indices == UNSURE:
        return UNSURE, _dtype(params)
    return indices + params_dims[len(indices) :], _dtype(params)


@rule("repeat")
def _repeat(input, repeats, axis=None):
    dims = _dims(input)
    if dims == UNSURE or not is_a(axis, int):
        return UNSURE, _dtype(input)
    dims = list(dims)
    dims[axis] = dim_op(lambda x, y: x * y, dims[axis], repeats) if is_a(repeats, int) else UNSURE
    return tuple(dims), _dtype(input)


@rule("searchsorted")
def _found(sorted_sequence, values, side="left", out_type=_dtypes.int32):
    return _dims(values), dtype_of(out_type)


@rule("unique_with_counts")
def _unique(x, out_idx=_dtypes.int32):
    return [((None,), _dtype(x)), (_dims(x), dtype_of(out_idx)), ((None,), dtype_of(out_idx))]


@rule("setdiff1d")
def _difference(x, y, index_dtype=_dtypes.int32):
    return [((None,), _dtype(x)), ((None,), dtype_of(index_dtype))]


@rule("sparse_to_dense")
def _dense(sparse_indices, output_shape, sparse_values, *args, **kwargs):
    return as_dims(output_shape), _dtype(sparse_values)


@rule("confusion_matrix math.confusion_matrix")
def _confusion(labels, predictions, num_classes=None, dtype=_dtypes.int32, *args, **kwargs):
    side = UNSURE if num_classes is None else as_dim(num_classes)
    return (side, side), dtype_of(dtype)


@rule("edit_distance")
def _distance(hypothesis, truth, *args, **kwargs):
    return _parts(hypothesis, slice(None, -1)), _dtypes.float32


@rule("nn.ctc_loss")
def _ctc_loss(
    labels,
    inputs=None,
    sequence_length=None,
    preprocess_collapse_repeated=False,
    ctc_merge_repeated=True,
    ignore_longer_outputs_than_inputs=False,
    time_major=True,
    logits=None,
):
    inputs = logits if inputs is None else inputs
    dims = _dims(inputs, 3)
    return (UNSURE if dims == UNSURE else (dims[1 if time_major else 0],)), _dtype(inputs)


@rule("dynamic_stitch parallel_dynamic_stitch")
def _stitched(indices, data):
    known = _scope_lsp.is_known(indices) and _scope_lsp.is_known(data)
    if not known or not isinstance(indices, (list, tuple)) or not data:
        return UNSURE, None
    highest, rest = -1, UNSURE
    for places, values in zip(indices, data):
        inner, dims = _dims(places), _dims(values)
        if isinstance(inner, tuple) and isinstance(dims, tuple):
            rest = dims[len(inner) :]
        highest = _highest(held_value(places), highest)
    if rest == UNSURE:
        return UNSURE, _dtype(data[0])
    return (UNSURE if highest is None else highest + 1,) + rest, _dtype(data[0])


def _highest(held, least):
    """The highest of nested numbers, at least `least`; None where one is not known."""
    if held is None or least is None:
        return None
    if isinstance(held, list):
        for each in held:
            least = _highest(each, least)
        return least
    return held if held > least else least

"""Shapes and dtypes of what rarer ops give, by the path of their function below `tf`.

Not here: ops with a function of their own in another module, and the rules of images, matrices,
signals and texts, which are in `_image_op_shapes` and the modules beside it.

Modelled on the shape functions of the ops in TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._dims import broadcast
from tensorflow._image_op_shapes import RULES as _OF_IMAGES
from tensorflow._matrix_op_shapes import RULES as _OF_MATRICES
from tensorflow._op_rules import base_dtype, dims_of, first, parts, registrar
from tensorflow._shape import UNSURE, as_dim, as_dims, dim_op, is_int
from tensorflow._signal_op_shapes import RULES as _OF_SIGNALS
from tensorflow._tensor import Tensor, unknown_tensor
from tensorflow._tensor_util import dtype_of, held_value
from tensorflow._text_op_shapes import RULES as _OF_TEXTS

is_a = _scope_lsp.is_a
RULES = {**_OF_IMAGES, **_OF_MATRICES, **_OF_SIGNALS, **_OF_TEXTS}
rule = registrar(RULES)
COMPOSED = ("image.psnr", "batch_gather", "repeat", "searchsorted", "svd", "linalg.svd")
"""Functions that are named as types of ops are, yet run several."""


def made(path, op_name, args, kwargs):
    """The tensors that a function gives; unknown where no rule says anything."""
    kwargs = {key: value for key, value in kwargs.items() if key != "name"}
    found = RULES[path](*args, **kwargs)
    flat = []
    for value in list(args) + list(kwargs.values()):
        is_several = _scope_lsp.is_known(value) and isinstance(value, (list, tuple))
        flat.extend(value if is_several else [value])
    # What is not known may be a tensor, made of any variable that there is.
    flat = [
        getattr(value, "values", value) if _scope_lsp.is_known(value) else unknown_tensor()
        for value in flat
    ]
    inputs = tuple([value for value in flat if hasattr(value, "_inputs")])
    if not isinstance(found, list):
        return Tensor(op_name, "", found[0], dtype=found[1], inputs=inputs)
    return tuple(
        [
            Tensor(op_name, "", dims, dtype=dtype, value=None, index=i, inputs=inputs)
            for i, (dims, dtype) in enumerate(found)
        ]
    )


@rule(
    "roll sort contrib.framework.sort cross linalg.cross math.reciprocal_no_nan "
    "math.bessel_i0 math.bessel_i1 math.bessel_i0e math.bessel_i1e bitwise.invert "
    "scatter_update scatter_add scatter_sub scatter_mul scatter_div scatter_max scatter_min "
    "scatter_nd_update scatter_nd_add scatter_nd_sub tensor_scatter_nd_update "
    "tensor_scatter_nd_add tensor_scatter_nd_sub tensor_scatter_update tensor_scatter_add "
    "tensor_scatter_sub fake_quant_with_min_max_args fake_quant_with_min_max_vars "
    "quantization.fake_quant_with_min_max_args quantization.fake_quant_with_min_max_vars "
    "tpu.cross_replica_sum fft fft2d fft3d ifft ifft2d ifft3d"
)
def _same(*args, **kwargs):
    x = first(args, kwargs)
    return dims_of(x), base_dtype(x)


_OF_EMBEDDINGS = "contrib.losses.python.metric_learning.metric_loss_ops."


@rule(
    " ".join(
        _OF_EMBEDDINGS + name
        for name in (
            "contrastive_loss",
            "lifted_struct_loss",
            "npairs_loss",
            "npairs_loss_multilabel",
            "triplet_semihard_loss",
        )
    )
)
def _loss(labels, embeddings, *args, **kwargs):
    return (), base_dtype(embeddings)


@rule("argsort contrib.framework.argsort")
def _argsort(values, *args, **kwargs):
    return dims_of(values), _dtypes.int32


@rule("read_file io.read_file image.encode_jpeg image.encode_png serialize_tensor")
def _text(*args, **kwargs):
    return (), _dtypes.string


@rule("matching_files io.matching_files")
def _paths(pattern):
    return (None,), _dtypes.string


@rule("complex")
def _complex(real, imag):
    return dims_of(real), _dtypes.complex128 if base_dtype(
        real
    ) is _dtypes.float64 else _dtypes.complex64


@rule("real imag angle")
def _real(input):
    is_double = base_dtype(input) is _dtypes.complex128
    return dims_of(input), _dtypes.float64 if is_double else _dtypes.float32


@rule("math.lbeta lbeta")
def _of_the_last(x):
    return parts(x, slice(None, -1)), base_dtype(x)


@rule("space_to_batch_nd")
def _space_to_batch(input, block_shape, paddings):
    return _moved(
        input,
        block_shape,
        paddings,
        space=lambda dim, block, cut: (dim + cut) // block,
        batch=lambda batch, factor: batch * factor,
    )


@rule("batch_to_space_nd")
def _batch_to_space(input, block_shape, crops):
    return _moved(
        input,
        block_shape,
        crops,
        space=lambda dim, block, cut: dim * block - cut,
        batch=lambda batch, factor: batch // factor,
    )


@rule("space_to_batch nn.space_to_batch")
def _space_to_square(input, paddings, block_size=None, block_shape=None):
    block = block_size if block_shape is None else block_shape
    return _space_to_batch(input, [block, block] if is_a(block, int) else block, paddings)


@rule("batch_to_space")
def _square_to_space(input, crops, block_size, block_shape=None):
    block = block_size if block_shape is None else block_shape
    return _batch_to_space(input, [block, block] if is_a(block, int) else block, crops)


def _moved(input, block_shape, cut, space, batch):
    """What moved between the batch and the spaces: `cut` is padded or cropped at each end."""
    dims, blocks, cut = dims_of(input), held_value(block_shape), held_value(cut)
    dtype = base_dtype(input)
    if dims == UNSURE or not is_a(blocks, list) or not is_a(cut, list):
        return UNSURE, dtype
    factor = 1
    spaces = []
    for dim, block, (before, after) in zip(dims[1:], blocks, cut):
        if not (is_int(block) and is_int(before) and is_int(after)):
            return UNSURE, dtype
        factor *= block
        spaces.append(space(dim, block, before + after) if is_int(dim) else dim)
    first = batch(dims[0], factor) if is_int(dims[0]) else dims[0]
    return (first,) + tuple(spaces) + dims[1 + len(blocks) :], dtype


@rule(
    "segment_sum segment_mean segment_max segment_min segment_prod math.segment_sum "
    "math.segment_mean math.segment_max math.segment_min math.segment_prod"
)
def _segments(data, segment_ids):
    return parts(data, (None,), slice(1, None)), base_dtype(data)


@rule("batch_gather")
def _batch_gather(params, indices, *args):
    params_dims, indices = dims_of(params), dims_of(indices)
    if params_dims == UNSURE or indices == UNSURE:
        return UNSURE, base_dtype(params)
    return indices + params_dims[len(indices) :], base_dtype(params)


@rule("repeat")
def _repeat(input, repeats, axis=None):
    dims = dims_of(input)
    if dims == UNSURE or not is_a(axis, int):
        return UNSURE, base_dtype(input)
    dims = list(dims)
    dims[axis] = dim_op(lambda x, y: x * y, dims[axis], repeats) if is_a(repeats, int) else UNSURE
    return tuple(dims), base_dtype(input)


@rule("searchsorted")
def _found(sorted_sequence, values, side="left", out_type=_dtypes.int32):
    return dims_of(values), dtype_of(out_type)


@rule("unique_with_counts")
def _unique(x, out_idx=_dtypes.int32):
    return [((None,), base_dtype(x)), (dims_of(x), dtype_of(out_idx)), ((None,), dtype_of(out_idx))]


@rule("setdiff1d")
def _difference(x, y, index_dtype=_dtypes.int32):
    return [((None,), base_dtype(x)), ((None,), dtype_of(index_dtype))]


@rule("sparse_to_dense")
def _dense(sparse_indices, output_shape, sparse_values, *args, **kwargs):
    return as_dims(output_shape), base_dtype(sparse_values)


@rule("confusion_matrix math.confusion_matrix")
def _confusion(labels, predictions, num_classes=None, dtype=_dtypes.int32, *args, **kwargs):
    side = UNSURE if num_classes is None else as_dim(num_classes)
    return (side, side), dtype_of(dtype)


@rule("edit_distance")
def _distance(hypothesis, truth, *args, **kwargs):
    return parts(hypothesis, slice(None, -1)), _dtypes.float32


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
    dims = dims_of(inputs, 3)
    return (UNSURE if dims == UNSURE else (dims[1 if time_major else 0],)), base_dtype(inputs)


@rule(
    "bitwise.bitwise_and bitwise.bitwise_or bitwise.bitwise_xor bitwise.left_shift "
    "bitwise.right_shift igamma igammac math.igamma math.igammac zeta math.zeta polygamma "
    "math.polygamma"
)
def _of_two(*args, **kwargs):
    x, y = list(args) + list(kwargs.values())
    return broadcast(dims_of(x), dims_of(y)), base_dtype(x)


@rule("verify_tensor_all_finite")
def _finite(t=None, msg=None, x=None, message=None):
    return dims_of(x if t is None else t), base_dtype(x if t is None else t)


@rule("debugging.assert_all_finite")
def _all_finite(x=None, message=None, t=None, msg=None):
    return _finite(t, msg, x)


@rule("is_strictly_increasing is_non_decreasing math.is_strictly_increasing math.is_non_decreasing")
def _is(x):
    return (), _dtypes.bool


@rule(
    "nn.uniform_candidate_sampler nn.log_uniform_candidate_sampler nn.all_candidate_sampler "
    "nn.fixed_unigram_candidate_sampler nn.learned_unigram_candidate_sampler "
    "random.uniform_candidate_sampler random.log_uniform_candidate_sampler "
    "random.all_candidate_sampler random.fixed_unigram_candidate_sampler "
    "random.learned_unigram_candidate_sampler"
)
def _candidates(true_classes, num_true, num_sampled, *args, **kwargs):
    dims, count = dims_of(true_classes, 2), as_dim(num_sampled)
    expected = dims if dims == UNSURE else (dims[0], as_dim(num_true))
    floats = _dtypes.float32
    return [((count,), _dtypes.int64), (expected, floats), ((count,), floats)]


@rule("sparse_reduce_sum sparse.reduce_sum sparse_reduce_max sparse.reduce_max")
def _sparse_reduced(sp_input, *args, **kwargs):
    return UNSURE, base_dtype(getattr(sp_input, "values", sp_input))


@rule("timestamp")
def _now():
    return (), _dtypes.float64


@rule("random.stateless_uniform random.stateless_normal random.stateless_truncated_normal")
def _stateless(shape, seed, low=None, high=None, dtype=_dtypes.float32, **kwargs):
    return as_dims(shape), dtype_of(dtype)


@rule("random_poisson random.poisson")
def _poisson(lam, shape, dtype=_dtypes.float32, seed=None):
    shape, rates = as_dims(shape), dims_of(lam)
    if not isinstance(shape, tuple) or rates == UNSURE:
        return UNSURE, dtype_of(dtype)
    return shape + rates, dtype_of(dtype)


@rule("nn.normalize_moments")
def _moments(counts, mean_ss, variance_ss, shift):
    return [(dims_of(mean_ss), base_dtype(mean_ss)), (dims_of(variance_ss), base_dtype(mean_ss))]


@rule("histogram_fixed_width")
def _histogram(values, value_range, nbins=100, dtype=_dtypes.int32):
    return (as_dim(nbins),), dtype_of(dtype)


@rule("bincount math.bincount")
def _counted(arr, weights=None, minlength=None, maxlength=None, dtype=_dtypes.int32):
    return (UNSURE,), dtype_of(dtype) if weights is None else base_dtype(weights)


@rule("unravel_index")
def _unravelled(indices, dims):
    return dims_of(dims)[:1] + dims_of(indices), base_dtype(indices)


@rule(
    "unsorted_segment_sum unsorted_segment_mean unsorted_segment_max unsorted_segment_min "
    "unsorted_segment_prod unsorted_segment_sqrt_n"
    " math.unsorted_segment_sum math.unsorted_segment_mean math.unsorted_segment_max "
    "math.unsorted_segment_min math.unsorted_segment_prod math.unsorted_segment_sqrt_n"
)
def _unsorted_segments(data, segment_ids, num_segments):
    data_dims, ids = dims_of(data), dims_of(segment_ids)
    if data_dims == UNSURE or ids == UNSURE:
        return UNSURE, base_dtype(data)
    return (as_dim(num_segments),) + data_dims[len(ids) :], base_dtype(data)


@rule("dynamic_stitch parallel_dynamic_stitch")
def _stitched(indices, data):
    known = _scope_lsp.is_known(indices) and _scope_lsp.is_known(data)
    if not known or not isinstance(indices, (list, tuple)) or not data:
        return UNSURE, None
    highest, rest = -1, UNSURE
    for places, values in zip(indices, data):
        inner, dims = dims_of(places), dims_of(values)
        if isinstance(inner, tuple) and isinstance(dims, tuple):
            rest = dims[len(inner) :]
        highest = _highest(held_value(places), highest)
    if rest == UNSURE:
        return UNSURE, base_dtype(data[0])
    return (UNSURE if highest is None else highest + 1,) + rest, base_dtype(data[0])


def _highest(held, least):
    """The highest of nested numbers, at least `least`; None where one is not known."""
    if held is None or least is None:
        return None
    if isinstance(held, list):
        for each in held:
            least = _highest(each, least)
        return least
    return held if held > least else least

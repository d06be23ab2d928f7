"""Shapes and dtypes of what the rarer functions of `tf.image`, and of morphology, give.

Modelled on python/ops/image_ops_impl.py and the shape functions of the ops in TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._op_rules import base_dtype, dims_of, first, parts, registrar
from tensorflow._shape import UNSURE, as_dim, as_dims, is_int
from tensorflow._tensor_util import dtype_of
from tensorflow._windows import sequence, windowed

RULES = {}
rule = registrar(RULES)


@rule(
    "image.adjust_gamma image.rgb_to_hsv image.hsv_to_rgb image.draw_bounding_boxes "
    "image.random_jpeg_quality image.adjust_jpeg_quality contrib.image.rotate "
    "contrib.image.transform contrib.image.translate contrib.image.dense_image_warp"
)
def _same(*args, **kwargs):
    images = first(args, kwargs)
    return dims_of(images), base_dtype(images)


@rule("image.crop_and_resize")
def _crop_and_resize(image, boxes, box_ind=None, crop_size=None, *args, **kwargs):
    image, boxes, size = dims_of(image, 4), dims_of(boxes, 2), as_dims(crop_size)
    if not isinstance(size, tuple):
        size = (UNSURE, UNSURE)
    return ((UNSURE,) if boxes == UNSURE else boxes[:1]) + size + (
        (UNSURE,) if image == UNSURE else image[3:]
    ), _dtypes.float32


@rule("nn.dilation2d")
def _dilated(
    input, filter=None, strides=None, rates=None, padding=None, filters=None, dilations=None
):
    kernel = dims_of(filter if filters is None else filters, 3)
    return windowed(
        dims_of(input, 4),
        4,
        [UNSURE, UNSURE] if kernel == UNSURE else list(kernel[:2]),
        strides=sequence(strides, 2, 4, data_format="NHWC"),
        padding=padding,
        rates=sequence(rates if dilations is None else dilations, 2, 4, data_format="NHWC"),
        channels=None,
        data_format="NHWC",
    ), base_dtype(input)


@rule("nn.erosion2d")
def _eroded(value, kernel, strides, rates, padding):
    return _dilated(value, kernel, strides, rates=rates, padding=padding)


@rule("nn.max_pool_with_argmax")
def _pooled_with_places(
    input,
    ksize,
    strides,
    padding,
    data_format="NHWC",
    Targmax=None,
    name=None,
    output_dtype=None,
    include_batch_in_index=False,
):
    dims = windowed(
        dims_of(input, 4),
        4,
        sequence(ksize, 2, 4, data_format="NHWC"),
        strides=sequence(strides, 2, 4, data_format="NHWC"),
        padding=padding,
        rates=[1, 1],
        channels=None,
        data_format="NHWC",
    )
    places = Targmax if output_dtype is None else output_dtype
    return [
        (dims, base_dtype(input)),
        (dims, _dtypes.int64 if places is None else dtype_of(places)),
    ]


@rule("image.non_max_suppression")
def _kept_boxes(*args, **kwargs):
    return (None,), _dtypes.int32


def _sized(image, height, width):
    """Images of another size."""
    dims = dims_of(image)
    if dims == UNSURE or len(dims) not in (3, 4):
        return UNSURE, base_dtype(image)
    return dims[:-3] + (as_dim(height), as_dim(width)) + dims[-1:], base_dtype(image)


@rule("image.resize_image_with_pad")
def _resized_with_pad(image, target_height, target_width, *args, **kwargs):
    return _sized(image, target_height, target_width)[0], _dtypes.float32


@rule("image.rgb_to_yuv image.yuv_to_rgb")
def _of_three(images):
    return parts(images, slice(None, -1), (3,)), base_dtype(images)


@rule("image.crop_to_bounding_box image.pad_to_bounding_box")
def _bounded(image, offset_height, offset_width, target_height, target_width):
    return _sized(image, target_height, target_width)


@rule("image.extract_glimpse")
def _glimpse(input, size, *args, **kwargs):
    size = as_dims(size)
    return _sized(input, *size) if isinstance(size, tuple) else (UNSURE, _dtypes.float32)


@rule("image.rgb_to_grayscale")
def _gray(images, *args):
    return parts(images, slice(None, -1), (1,)), base_dtype(images)


@rule("image.grayscale_to_rgb")
def _rgb(images, *args):
    return parts(images, slice(None, -1), (3,)), base_dtype(images)


@rule("image.psnr image.ssim image.ssim_multiscale image.total_variation")
def _per_image(*args, **kwargs):
    return parts(first(args, kwargs), slice(None, -3)), _dtypes.float32


@rule("image.sobel_edges")
def _edges(image):
    return parts(image, slice(None), (2,)), base_dtype(image)


@rule("image.image_gradients")
def _gradients(image):
    return [(dims_of(image), base_dtype(image))] * 2


@rule("image.central_crop")
def _central_crop(image, central_fraction):
    dims = dims_of(image)
    if dims == UNSURE or len(dims) not in (3, 4) or not _scope_lsp.is_number(central_fraction):
        return UNSURE, base_dtype(image)
    if central_fraction == 1.0:
        return dims, base_dtype(image)
    sides = [
        int(dim - 2 * int((dim - dim * central_fraction) / 2)) if is_int(dim) else None
        for dim in dims[-3:-1]
    ]
    return dims[:-3] + tuple(sides) + dims[-1:], base_dtype(image)


@rule("image.rot90")
def _turned(image, k=1):
    dims = dims_of(image)
    if dims == UNSURE or len(dims) != 3 and dims[1] != dims[2]:
        return UNSURE, base_dtype(image)
    return dims[:-3] + ((None, None) if len(dims) == 3 else dims[1:3]) + dims[-1:], base_dtype(
        image
    )


@rule("image.extract_jpeg_shape io.extract_jpeg_shape")
def _jpeg_shape(contents, output_type=_dtypes.int32):
    return (3,), dtype_of(output_type)


@rule("image.decode_and_crop_jpeg io.decode_and_crop_jpeg")
def _decoded_crop(contents, crop_window, channels=0, *args, **kwargs):
    sides = (UNSURE, UNSURE)
    if isinstance(crop_window, (list, tuple)) and len(crop_window) == 4:
        sides = (as_dim(crop_window[2]), as_dim(crop_window[3]))
    return sides + (as_dim(channels) if channels else None,), _dtypes.uint8


@rule("image.sample_distorted_bounding_box")
def _distorted(*args, **kwargs):
    return [((3,), _dtypes.int32), ((3,), _dtypes.int32), ((1, 1, 4), _dtypes.float32)]


@rule("image.non_max_suppression_padded")
def _kept_padded(
    boxes,
    scores,
    max_output_size,
    iou_threshold=0.5,
    score_threshold=None,
    pad_to_max_output_size=False,
):
    count = UNSURE
    if _scope_lsp.is_known(pad_to_max_output_size):
        count = as_dim(max_output_size) if pad_to_max_output_size else None
    return [((count,), _dtypes.int32), ((), _dtypes.int32)]


@rule("image.non_max_suppression_with_scores")
def _kept_with_scores(*args, **kwargs):
    return [((None,), _dtypes.int32), ((None,), _dtypes.float32)]

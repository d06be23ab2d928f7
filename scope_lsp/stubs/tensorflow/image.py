"""`tf.image`, as far as the shapes of images go.

Modelled on ops/image_ops_impl.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._array_ops import given_sizes
from tensorflow._default_names import DEFAULT_NAMES
from tensorflow._random_ops import random_uniform
from tensorflow._shape import UNSURE, is_int
from tensorflow._tensor import apply, base_dtype, convert, create, dtype_of, pop, push
from tensorflow._unmodelled import lookup as _lookup


class ResizeMethod:
    BILINEAR = 0
    NEAREST_NEIGHBOR = 1
    BICUBIC = 2
    AREA = 3


def _resized(dims, size, tensor=None):
    """Images of another height and width, given as ``size``, which is the tensor in the graph."""
    sizes = given_sizes(size, tensor)
    wanted = tuple(sizes) if isinstance(sizes, list) else (sizes, sizes)
    if len(wanted) != 2:
        wanted = (UNSURE, UNSURE)
    if isinstance(dims, tuple) and len(dims) == 3:
        return wanted + dims[2:]
    if isinstance(dims, tuple) and len(dims) == 4:
        return dims[:1] + wanted + dims[3:]
    return UNSURE


def _resize(
    op_type,
    keeps_dtype=False,
    takes=lambda images, size, align_corners=False, name=None, half_pixel_centers=False: 0,
):
    @_scope_lsp.takes(takes)
    def resize(images, size, align_corners=False, name=None, half_pixel_centers=False):
        name, [x, target] = apply(op_type, name, (images, "images"), (size, "size"))
        return create(
            op_type,
            name,
            _resized(x._dims, size, target),
            dtype=base_dtype(x) if keeps_dtype else _dtypes.float32,
            inputs=(x,),
        )

    return resize


resize_bilinear = _resize("ResizeBilinear")
resize_bicubic = _resize("ResizeBicubic")
resize_area = _resize("ResizeArea", takes=lambda images, size, align_corners=False, name=None: 0)
resize_nearest_neighbor = _resize("ResizeNearestNeighbor", True)


@_scope_lsp.takes(True, "resize_images")
def resize_images(
    images,
    size,
    method=ResizeMethod.BILINEAR,
    align_corners=False,
    preserve_aspect_ratio=False,
    name=None,
):
    push(name, "resize")
    x = convert(images, None, "images")
    target = convert(size, _dtypes.int32, "size")
    nearest = _scope_lsp.is_known(method) and method == ResizeMethod.NEAREST_NEIGHBOR
    dims = UNSURE if preserve_aspect_ratio else _resized(x._dims, size, target)
    op_type = {
        0: "ResizeBilinear",
        1: "ResizeNearestNeighbor",
        2: "ResizeBicubic",
        3: "ResizeArea",
    }.get(method if _scope_lsp.is_known(method) else 0, "ResizeBilinear")
    result = create(
        op_type,
        None if len(dims) != 3 else "Squeeze",
        dims,
        dtype=base_dtype(x) if nearest else _dtypes.float32,
        inputs=(x,),
    )
    pop()
    return result


resize = resize_images


@_scope_lsp.takes(True, "resize_image_with_crop_or_pad")
def resize_image_with_crop_or_pad(image, target_height, target_width):
    push(None, "resize_image_with_crop_or_pad")
    x = convert(image, None, "image")
    result = create(
        "Reshape",
        "Squeeze",
        _resized(x._dims, [target_height, target_width]),
        dtype=base_dtype(x),
        inputs=(x,),
    )
    pop()
    return result


resize_with_crop_or_pad = resize_image_with_crop_or_pad


def _same_shape(name, takes, dtype=None, *, drawn=False):
    """A function that changes pixels only, the `drawn` ones by a random amount."""
    default = DEFAULT_NAMES.get("image." + name, name)

    @_scope_lsp.takes(takes)
    def change(*args, **kwargs):
        image = args[0] if args else kwargs.get("image", kwargs.get("images"))
        if drawn:
            random_uniform([])
        scope = push(kwargs.get("name"), default)
        x = convert(image, None, "image")
        pop()
        return create("Identity", scope, x._dims, dtype=dtype or base_dtype(x), inputs=(x,))

    return change


flip_left_right = _same_shape("flip_left_right", lambda image: 0)
flip_up_down = _same_shape("flip_up_down", lambda image: 0)
random_flip_left_right = _same_shape("random_flip_left_right", lambda image, seed=None: 0)
random_flip_up_down = _same_shape("random_flip_up_down", lambda image, seed=None: 0)
random_brightness = _same_shape(
    "adjust_brightness", lambda image, max_delta, seed=None: 0, drawn=True
)
adjust_brightness = _same_shape("adjust_brightness", lambda image, delta: 0)
random_contrast = _same_shape(
    "adjust_contrast", lambda image, lower, upper, seed=None: 0, drawn=True
)
adjust_contrast = _same_shape("adjust_contrast", lambda images, contrast_factor: 0)
random_hue = _same_shape("adjust_hue", lambda image, max_delta, seed=None: 0, drawn=True)
adjust_hue = _same_shape("adjust_hue", lambda image, delta, name=None: 0)
random_saturation = _same_shape(
    "adjust_saturation", lambda image, lower, upper, seed=None: 0, drawn=True
)
adjust_saturation = _same_shape("adjust_saturation", lambda image, saturation_factor, name=None: 0)
per_image_standardization = _same_shape(
    "per_image_standardization", lambda image: 0, _dtypes.float32
)


def convert_image_dtype(image, dtype, saturate=False, name=None):
    x = convert(image, None, "image")
    wanted = dtype_of(dtype)
    return create(
        "Identity", "convert_image" if name is None else name, x._dims, dtype=wanted, inputs=(x,)
    )


def _decode(op_type, takes):
    @_scope_lsp.takes(takes)
    def decode(contents, channels=0, *args, **kwargs):
        name, [_] = apply(op_type, kwargs.get("name"), (contents, "contents"))
        depth = channels if is_int(channels) and channels else None
        return create(
            op_type, name, (None, None, depth), dtype=dtype_of(kwargs.get("dtype")) or _dtypes.uint8
        )

    return decode


def _parameters_of_decode_jpeg(
    contents,
    channels=None,
    ratio=None,
    fancy_upscaling=None,
    try_recover_truncated=None,
    acceptable_fraction=None,
    dct_method=None,
    name=None,
): ...


decode_jpeg = _decode(
    "DecodeJpeg",
    _parameters_of_decode_jpeg,
)
decode_png = _decode("DecodePng", lambda contents, channels=None, dtype=None, name=None: 0)


def decode_image(contents, channels=None, dtype=_dtypes.uint8, name=None, expand_animations=True):
    push(name, "decode_image")
    pop()
    return create("Merge", "decode_image/cond_jpeg/Merge", None, dtype=dtype_of(dtype))


def __getattr__(name):
    return _lookup("image." + name)

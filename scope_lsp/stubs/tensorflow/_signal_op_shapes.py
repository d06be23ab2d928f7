"""Shapes and dtypes of what the functions of `tf.signal` give.

Modelled on python/ops/signal/*.py of TensorFlow 1.15.5.
"""

from tensorflow import _dtypes
from tensorflow._op_rules import base_dtype, dims_of, first, registrar
from tensorflow._shape import UNSURE, as_dim, is_int
from tensorflow._tensor_util import dtype_of

RULES = {}
rule = registrar(RULES)


def _frames(length, frame_length, frame_step, pad_end):
    """How many frames there are."""
    if not (is_int(length) and is_int(frame_length) and is_int(frame_step)):
        return UNSURE if UNSURE in (length, frame_length, frame_step) else None
    if pad_end:
        return -(-length // frame_step)
    return max(0, 1 + (length - frame_length) // frame_step)


@rule("signal.frame contrib.signal.frame")
def _frame(signal, frame_length, frame_step, pad_end=False, pad_value=0, axis=-1):
    dims = dims_of(signal)
    if dims == UNSURE or axis not in (-1, len(dims) - 1):
        return UNSURE, base_dtype(signal)
    length = as_dim(frame_length)
    count = _frames(dims[-1], length, as_dim(frame_step), pad_end=pad_end)
    return dims[:-1] + (count, length), base_dtype(signal)


@rule("signal.stft contrib.signal.stft")
def _stft(signals, frame_length, frame_step, fft_length=None, window_fn=None, pad_end=False):
    dims, length = dims_of(signals), as_dim(frame_length)
    if dims == UNSURE:
        return UNSURE, _dtypes.complex64
    bins = as_dim(fft_length)
    if fft_length is None and is_int(length):
        bins = 1
        while bins < length:
            bins *= 2
    count = _frames(dims[-1], length, as_dim(frame_step), pad_end=pad_end)
    return dims[:-1] + (count, _half(bins)), _dtypes.complex64


@rule("signal.inverse_stft contrib.signal.inverse_stft")
def _inverse_stft(stfts, *args, **kwargs):
    dims = dims_of(stfts)
    return dims if dims == UNSURE or len(dims) < 2 else dims[:-2] + (UNSURE,), _dtypes.float32


def _half(length):
    return length // 2 + 1 if is_int(length) else UNSURE


@rule("signal.rfft spectral.rfft")
def _rfft(input_tensor, fft_length=None):
    dims = dims_of(input_tensor)
    if dims == UNSURE or fft_length is not None:
        return UNSURE, _dtypes.complex64
    return dims[:-1] + (_half(dims[-1]),), _dtypes.complex64


@rule("signal.irfft spectral.irfft")
def _irfft(input_tensor, fft_length=None):
    dims = dims_of(input_tensor)
    if dims == UNSURE or fft_length is not None or not is_int(dims[-1]):
        return UNSURE, _dtypes.float32
    return dims[:-1] + (max(0, 2 * (dims[-1] - 1)),), _dtypes.float32


@rule(
    "signal.fft signal.fft2d signal.fft3d signal.ifft signal.ifft2d signal.ifft3d signal.dct "
    "signal.idct spectral.dct signal.mfccs_from_log_mel_spectrograms "
    "contrib.signal.mfccs_from_log_mel_spectrograms"
)
def _same(*args, **kwargs):
    x = first(args, kwargs)
    return dims_of(x), base_dtype(x)


@rule("signal.linear_to_mel_weight_matrix contrib.signal.linear_to_mel_weight_matrix")
def _mel_weights(num_mel_bins=20, num_spectrogram_bins=129, *args, dtype=_dtypes.float32, **kwargs):
    return (as_dim(num_spectrogram_bins), as_dim(num_mel_bins)), dtype_of(dtype)


@rule(
    "signal.hann_window signal.hamming_window contrib.signal.hann_window "
    "contrib.signal.hamming_window"
)
def _window(window_length, periodic=True, dtype=_dtypes.float32):
    return (as_dim(window_length),), dtype_of(dtype)

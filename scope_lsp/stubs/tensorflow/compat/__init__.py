"""`tf.compat`: strings of both Pythons, and the other versions' namespaces."""

import _scope_lsp

from tensorflow._shape import dimension_at_index, dimension_value
from tensorflow._unmodelled import lookup as _lookup


def as_bytes(bytes_or_text, encoding="utf-8"):
    return bytes_or_text.encode(encoding) if isinstance(bytes_or_text, str) else bytes_or_text


@_scope_lsp.takes(True, "as_text")
def as_text(bytes_or_text, encoding="utf-8"):
    return bytes_or_text.decode(encoding) if isinstance(bytes_or_text, bytes) else bytes_or_text


as_str = as_text


def as_str_any(value):
    return as_text(value) if isinstance(value, (bytes, str)) else str(value)


def path_to_str(path):
    return str(path)


def forward_compatible(year, month, day):
    """What is older than the day on which 1.15 was cut (python/compat/compat.py)."""
    return (2019, 8, 21) > (year, month, day)


integral_types = (int,)
real_types = (int, float)
complex_types = (int, float, complex)
bytes_or_text_types = (bytes, str)


def __getattr__(name):
    if name == "v1":
        import tensorflow  # not a name of this module

        return tensorflow
    if name == "v2":
        return __import__("tensorflow.compat.v2", fromlist=["*"])
    return _lookup("compat." + name)

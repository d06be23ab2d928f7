"""`numpy.testing`: what tests assert of arrays.  It makes nothing, and is believed."""

import _scope_lsp


def _asserted(*args, **kwargs):
    return None


assert_ = assert_equal = assert_array_equal = assert_string_equal = _asserted
assert_allclose = assert_almost_equal = assert_approx_equal = _asserted
assert_array_almost_equal = assert_array_almost_equal_nulp = assert_array_less = _asserted
assert_array_max_ulp = _asserted


def __getattr__(name):
    if name[:2] == "__":
        raise AttributeError(name)
    _scope_lsp.lack("numpy.testing." + name + " is not modelled")
    return _scope_lsp.unknown("numpy.testing." + name + " is not modelled", data=True)

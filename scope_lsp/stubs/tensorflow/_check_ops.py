"""`tf.assert_equal` and the other ops that check values, ranks and dtypes of tensors.

What a check decides while the graph is built is not modelled: no call here is refused.

Modelled on ops/check_ops.py and ops/control_flow_ops.py (Assert) of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._control_flow import no_op
from tensorflow._elementwise import binary
from tensorflow._reductions import reduce_all
from tensorflow._bodies import control_flow
from tensorflow._tensor import convert, create_op, pop, push

_PRINTED = (_dtypes.string, _dtypes.int32)


def Assert(condition, data, summarize=None, name=None):
    push(name, "Assert")
    plain = True
    if _scope_lsp.is_known(data):
        for value in data:
            plain = plain and convert(value)._dtype in _PRINTED
    if plain:
        check = create_op("Assert", None)
    else:  # in a conditional, so that data is copied from a device only where the check fails
        with control_flow("AssertGuard"):
            check = create_op("Merge", None)
    pop()
    return check


def _compare(op_type, default, name, x, y):
    """check_ops._binary_assert."""
    push(name, default)
    x = convert(x, None, "x")
    y = convert(y, None, "y")
    condition = reduce_all(binary(op_type, None, x, y=y, dtype=_dtypes.bool))
    check = Assert(condition, ["", "", x, "", y])
    pop()
    return check


def _comparison(op_type, name):
    def check(x, y, data=None, summarize=None, message=None, name=None):
        return _compare(op_type, check.__name__, name, x=x, y=y)

    check.__name__ = name
    return _scope_lsp.takes(True, name)(check)


assert_less = _comparison("Less", "assert_less")
assert_less_equal = _comparison("LessEqual", "assert_less_equal")
assert_greater = _comparison("Greater", "assert_greater")
assert_greater_equal = _comparison("GreaterEqual", "assert_greater_equal")


@_scope_lsp.takes(lambda x, y, data=None, summarize=None, message=None, name=None: 0)
def assert_none_equal(x, y, data=None, summarize=None, message=None, name=None):
    return _compare("NotEqual", "assert_none_equal", name, x=x, y=y)


def assert_equal(x, y, data=None, summarize=None, message=None, name=None):
    push(name, "assert_equal")
    same = _scope_lsp.is_known(x) and x is y
    check = no_op() if same else None
    pop()
    return check if same else _compare("Equal", "assert_equal", name, x=x, y=y)


def assert_near(x, y, rtol=None, atol=None, data=None, summarize=None, message=None, name=None):
    return _compare("Less", "assert_near", name, x=x, y=y)


def _against_zero(name, comparison, *, zero_first):
    def check(x, data=None, summarize=None, message=None, name=None):
        push(name, check.__name__)
        x = convert(x, None, "x")
        zero = convert(0, x._dtype, "Const")
        found = comparison(zero, x) if zero_first else comparison(x, zero)
        pop()
        return found

    check.__name__ = name
    return _scope_lsp.takes(True, name)(check)


assert_positive = _against_zero("assert_positive", assert_less, zero_first=True)
assert_negative = _against_zero("assert_negative", assert_less, zero_first=False)
assert_non_negative = _against_zero("assert_non_negative", assert_less_equal, zero_first=True)
assert_non_positive = _against_zero("assert_non_positive", assert_less_equal, zero_first=False)


def _check_rank(default, name, x):
    """Decided by the static rank where that is known, else when the graph is run."""
    push(name, default)
    x = convert(x, None, "x")
    if isinstance(x._dims, tuple):
        check = no_op("static_checks_determined_all_ok")
    else:
        check = Assert(True, ["", x])
    pop()
    return check


def assert_rank(x, rank, data=None, summarize=None, message=None, name=None):
    return _check_rank("assert_rank", name, x)


def assert_rank_at_least(x, rank, data=None, summarize=None, message=None, name=None):
    return _check_rank("assert_rank_at_least", name, x)


def assert_rank_in(x, ranks, data=None, summarize=None, message=None, name=None):
    return _check_rank("assert_rank_in", name, x)


def assert_integer(x, message=None, name=None):
    push(name, "assert_integer")
    convert(x, None, "x")
    check = no_op("statically_determined_was_integer")
    pop()
    return check


def assert_type(tensor, tf_type, message=None, name=None):
    push(name, "assert_type")
    convert(tensor, None, "tensor")
    check = no_op("statically_determined_correct_type")
    pop()
    return check


def assert_scalar(tensor, name=None, message=None):
    scope = push(name, "assert_scalar")
    tensor = convert(tensor, None, scope)
    pop()
    return tensor

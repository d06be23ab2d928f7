"""`tf.contrib.distributions`: those of `tf.distributions` and some more.

Modelled on contrib/distributions/python/ops of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._distribution import unnamed
from tensorflow._reductions import reduced
from tensorflow._shape import UNSURE
from tensorflow._tensor import base_dtype, convert, create, pop, push
from tensorflow._unmodelled import lookup as _lookup
from tensorflow.distributions import *
from tensorflow.distributions import _Discrete, _of_two


def percentile(
    x, q, axis=None, interpolation=None, keep_dims=False, validate_args=False, name=None
):
    push(name, "percentile")
    x = convert(x, None, "x")
    convert(q, None, "q")
    known = _scope_lsp.is_known(axis) and _scope_lsp.is_known(keep_dims)
    dims = reduced(x._dims, axis, keep_dims) if known else UNSURE
    result = create("Reshape", None, dims, dtype=base_dtype(x), inputs=(x,))
    pop()
    return result


class Logistic(_of_two("loc", "scale")):
    def __init__(self, loc, scale, validate_args=False, allow_nan_stats=True, name="Logistic"):
        super().__init__(loc, scale, validate_args, allow_nan_stats=allow_nan_stats, name=name)


class Poisson(Distribution):
    _sampled_by_gradient = False

    def __init__(
        self, rate=None, log_rate=None, validate_args=False, allow_nan_stats=True, name="Poisson"
    ):
        self._begin(name, None)
        given = convert(log_rate if rate is None else rate, name="rate")
        self.rate = self.log_rate = given
        self._end([given])


class Deterministic(Distribution):
    def __init__(
        self,
        loc,
        atol=None,
        rtol=None,
        validate_args=False,
        allow_nan_stats=True,
        name="Deterministic",
    ):
        self._begin(name, None)
        self.loc = convert(loc, name="loc")
        self._end([self.loc])


class OneHotCategorical(_Discrete):
    _event = 1

    def __init__(
        self,
        logits=None,
        probs=None,
        dtype=_dtypes.int32,
        validate_args=False,
        allow_nan_stats=True,
        name="OneHotCategorical",
    ):
        self._given_by(name, logits, probs, dtype=dtype)


class RelaxedOneHotCategorical(_Discrete):
    _event = 1
    _sampled_by_gradient = True

    def __init__(
        self,
        temperature,
        logits=None,
        probs=None,
        dtype=None,
        validate_args=False,
        allow_nan_stats=True,
        name="RelaxedOneHotCategorical",
    ):
        self._given_by(name, logits, probs, dtype=dtype)
        self.temperature = convert(temperature, name="temperature")


class MultivariateNormalDiag(Distribution):
    _event = 1

    def __init__(
        self,
        loc=None,
        scale_diag=None,
        scale_identity_multiplier=None,
        validate_args=False,
        allow_nan_stats=True,
        name="MultivariateNormalDiag",
    ):
        self._begin(name, None)
        given = [convert(x, name="loc") for x in (loc, scale_diag) if x is not None]
        if scale_identity_multiplier is not None:
            multiplier = convert(scale_identity_multiplier, name="scale")
            dims = multiplier._dims
            given.append(
                unnamed(
                    dims + (1,) if isinstance(dims, tuple) else dims,
                    dtype=multiplier.dtype,
                    inputs=(multiplier,),
                )
            )
        self.loc = given[0]
        self._end(given)
        push("Normal", None)  # the one that it transforms, made outside of its scope
        pop()


class MultivariateNormalDiagWithSoftplusScale(MultivariateNormalDiag):
    def __init__(
        self,
        loc,
        scale_diag,
        validate_args=False,
        allow_nan_stats=True,
        name="MultivariateNormalDiagWithSoftplusScale",
    ):
        super().__init__(
            loc,
            scale_diag,
            None,
            validate_args=validate_args,
            allow_nan_stats=allow_nan_stats,
            name=name,
        )


def __getattr__(name):
    return _lookup("contrib.distributions." + name)

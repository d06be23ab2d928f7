"""Model of ``fractions``: the ``gcd`` that it had until Python 3.8; fractions are unknown."""

import math

from _scope_lsp_host import unknown


def gcd(a, b):
    common = math.gcd(a, b)
    return -common if b < 0 or (b == 0 and a < 0) else common


def __getattr__(name):
    return unknown("fractions." + name)

"""Model of ``past.builtins``: Python 2's names."""

from builtins import (
    basestring,
    chr,
    cmp,
    dict,
    filter,
    input,
    int,
    long,
    map,
    range,
    raw_input,
    reduce,
    reload,
    round,
    str,
    unicode,
    xrange,
    zip,
)

"""Model of ``six.moves``: Python 3's names."""

import builtins
import configparser
import functools
import io
import itertools

from _scope_lsp_host import unknown

range = xrange = builtins.range
zip = builtins.zip
map = builtins.map
filter = builtins.filter
input = builtins.input
reduce = functools.reduce
zip_longest = itertools.zip_longest
filterfalse = itertools.filterfalse
intern = str
StringIO = io.StringIO
cStringIO = io.StringIO
reload_module = builtins.reload


def __getattr__(name):
    return unknown("six.moves." + name)

"""Model of ``tempfile``: names that no other file has; what they are is not known."""

import os

from _scope_lsp_host import temporary, unknown

template = "tmp"
tempdir = None
_made = [0]
"""How many names were made: each is told from the others by its number."""


def gettempdir():
    return temporary("folder") if tempdir is None else tempdir


def gettempprefix():
    return template


def _name(suffix, prefix, dir):
    _made[0] += 1
    name = temporary("name %d" % _made[0])
    folder = gettempdir() if dir is None else os.path.abspath(dir)
    return os.path.join(folder, (template if prefix is None else prefix) + name + (suffix or ""))


def mkdtemp(suffix=None, prefix=None, dir=None):
    return _name(suffix, prefix, dir)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    return unknown("the number of an open file"), _name(suffix, prefix, dir)


def mktemp(suffix="", prefix=template, dir=None):
    return _name(suffix, prefix, dir)


class TemporaryDirectory:
    def __init__(
        self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True
    ):
        self.name = mkdtemp(suffix, prefix, dir)

    def __enter__(self):
        return self.name

    def __exit__(self, *exception):
        return None

    def cleanup(self):
        return None


class _TemporaryFileWrapper:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return None

    def __getattr__(self, name):
        return unknown("a temporary file")


def NamedTemporaryFile(
    mode="w+b",
    buffering=-1,
    encoding=None,
    newline=None,
    suffix=None,
    prefix=None,
    dir=None,
    *args,
    **kwargs,
):
    return _TemporaryFileWrapper(_name(suffix, prefix, dir))


def TemporaryFile(*args, **kwargs):
    return unknown("a temporary file")


SpooledTemporaryFile = TemporaryFile

"""`tf.gfile`: no file is looked at, so what is read is unknown."""

import _scope_lsp


class GFile:
    def __init__(self, name, mode="r"):
        self._name = name
        self._mode = mode

    @property
    def name(self):
        return self._name

    def read(self, n=-1):
        return _scope_lsp.unknown("what a file holds")

    def readline(self):
        return _scope_lsp.unknown("what a file holds")

    def readlines(self):
        return _scope_lsp.unknown("what a file holds")

    def __iter__(self):
        return iter(_scope_lsp.unknown("what a file holds"))

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return False

    def write(self, text):
        return None

    def close(self):
        return None

    flush = seek = close

    def size(self):
        return _scope_lsp.unknown("a file's size")


FastGFile = Open = GFile


def _question(*args, **kwargs):
    return _scope_lsp.unknown("what is on the disk")


def _nothing(*args, **kwargs):
    return None


Exists = IsDirectory = ListDirectory = Glob = Stat = Walk = exists = glob = isdir = listdir = stat = walk = _question
Copy = DeleteRecursively = MakeDirs = MkDir = Remove = Rename = copy = makedirs = mkdir = remove = rename = rmtree = _nothing

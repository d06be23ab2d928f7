"""`tf.gfile`: files as `open` has them, which is to say mostly unknown."""

import glob as _glob
import os

import _scope_lsp


class GFile:
    def __init__(self, name, mode="r"):
        self._name = name
        self._mode = mode
        self._file = open(name, mode)

    @property
    def name(self):
        return self._name

    def read(self, n=-1):
        return self._file.read(n)

    def readline(self):
        return self._file.readline()

    def readlines(self):
        return self._file.readlines()

    def __iter__(self):
        return iter(self._file)

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


def exists(path):
    return os.path.exists(path)


def isdir(path):
    return os.path.isdir(path)


def listdir(path):
    return os.listdir(path)


def glob(pattern):
    return _glob.glob(pattern)


def walk(top, topdown=True, onerror=None):
    return os.walk(top, topdown)


Exists, IsDirectory, ListDirectory, Glob, Walk = exists, isdir, listdir, glob, walk
Stat = stat = _question
Copy = DeleteRecursively = MakeDirs = MkDir = Remove = Rename = copy = makedirs = mkdir = remove = rename = rmtree = _nothing

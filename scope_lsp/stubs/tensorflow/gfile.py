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

    def write(self, file_content):
        return None

    def close(self):
        return None

    flush = close

    def seek(self, offset=None, whence=0, position=None):
        return None

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


@_scope_lsp.takes(True, "file_exists")
def Exists(filename):
    return exists(filename)


@_scope_lsp.takes(True, "is_directory")
def IsDirectory(dirname):
    return isdir(dirname)


@_scope_lsp.takes(True, "list_directory")
def ListDirectory(dirname):
    return listdir(dirname)


@_scope_lsp.takes(True, "get_matching_files")
def Glob(filename):
    return glob(filename)


@_scope_lsp.takes(True, "walk")
def Walk(top, in_order=True):
    return walk(top, in_order)


@_scope_lsp.takes(True, "stat")
def Stat(filename):
    return _scope_lsp.unknown("what is on the disk")


@_scope_lsp.takes(True, "copy")
def Copy(oldpath, newpath, overwrite=False):
    return None


@_scope_lsp.takes(True, "delete_recursively")
def DeleteRecursively(dirname):
    _forget(dirname)


@_scope_lsp.takes(True, "recursive_create_dir")
def MakeDirs(dirname):
    return None


@_scope_lsp.takes(True, "create_dir")
def MkDir(dirname):
    return None


@_scope_lsp.takes(True, "delete_file")
def Remove(filename):
    _forget(filename)


def _forget(path):
    from tensorflow import _graph_defs, _written_checkpoints  # few programs delete what they wrote

    _graph_defs.forget(path)
    _written_checkpoints.forget(path)


@_scope_lsp.takes(True, "rename")
def Rename(oldname, newname, overwrite=False):
    return None


stat = _question
copy = makedirs = mkdir = rename = _nothing
remove = Remove
rmtree = DeleteRecursively

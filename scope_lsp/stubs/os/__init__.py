"""Model of ``os``: nothing is read, written or started."""

import posixpath as path
from _scope_lsp_host import as_text, open_dict, unknown

name = "posix"
sep = "/"
linesep = "\n"
pathsep = ":"
curdir = "."
pardir = ".."
extsep = "."
devnull = "/dev/null"
environ = open_dict()
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT = 0, 1, 2, 64
error = OSError


class PathLike:
    pass


def fspath(value):
    return as_text(value)


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def getcwd():
    return unknown("the working directory")


getcwdu = getcwd


def listdir(path="."):  # noqa: F811
    return unknown("the files of a directory")


def scandir(path="."):  # noqa: F811
    return unknown("the files of a directory")


def walk(top, topdown=True, onerror=None, followlinks=False):
    return unknown("the files of a directory")


def _nothing(*args, **kwargs):
    return None


makedirs = mkdir = remove = unlink = rmdir = removedirs = rename = replace = chmod = chdir = (
    _nothing
)
symlink = link = utime = kill = close = fsync = umask = renames = setsid = nice = truncate = (
    _nothing
)


def _exit(code=0):
    raise SystemExit(code)


def abort():
    raise SystemExit(1)


def __getattr__(name):
    return unknown("os." + name, "os." + name)

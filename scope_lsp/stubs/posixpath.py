"""Model of ``posixpath``, which is ``os.path``: exact on strings, and for the workspace's files."""

from _scope_lsp_host import on_disk, path_function, unknown

sep = "/"
pathsep = ":"
curdir = "."
pardir = ".."
extsep = "."
altsep = None
devnull = "/dev/null"
defpath = "/bin:/usr/bin"


def join(path, *paths):
    return path_function("join", path, *paths)


def basename(path):
    return path_function("basename", path)


def dirname(path):
    return path_function("dirname", path)


def split(path):
    return path_function("split", path)


def splitext(path):
    return path_function("splitext", path)


def splitdrive(path):
    return path_function("splitdrive", path)


def normpath(path):
    return path_function("normpath", path)


def normcase(path):
    return path_function("normcase", path)


def isabs(path):
    return path_function("isabs", path)


def abspath(path):
    return path_function("abspath", path)


def realpath(path, **kwargs):
    return path_function("realpath", path)


def expanduser(path):
    return path_function("expanduser", path)


def expandvars(path):
    return path_function("expandvars", path)


def commonprefix(paths):
    return path_function("commonprefix", paths)


def commonpath(paths):
    return path_function("commonpath", paths)


def relpath(path, start=None):
    return (
        path_function("relpath", path) if start is None else path_function("relpath", path, start)
    )


def exists(path):
    return on_disk("exists", path)


def isfile(path):
    return on_disk("isfile", path)


def isdir(path):
    return on_disk("isdir", path)


def islink(path):
    return unknown("whether a file is a link")


lexists = exists
ismount = islink


def getsize(path):
    return unknown("the size of a file")


getmtime = getatime = getctime = getsize


def samefile(a, b):
    return unknown("whether two files are one")

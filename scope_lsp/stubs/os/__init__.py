"""Model of ``os``: the workspace's folders are listed; nothing is written or started."""

import posixpath as _path
import posixpath as path
from _scope_lsp_host import (
    as_text,
    entries,
    is_known,
    missing_variable,
    open_dict,
    option,
    unknown,
    working_folder,
)

name = "posix"
sep = "/"
linesep = "\n"
pathsep = ":"
curdir = "."
pardir = ".."
extsep = "."
devnull = "/dev/null"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT = 0, 1, 2, 64
error = OSError


class PathLike:
    pass


_OF_EVERY_MACHINE = """
    CONDA_PREFIX CUDA_HOME CUDA_PATH CUDA_VISIBLE_DEVICES DISPLAY EDITOR HOSTNAME LANG LANGUAGE
    LC_ALL LC_CTYPE LD_LIBRARY_PATH LOGNAME OLDPWD PATH PWD PYTHONHASHSEED PYTHONPATH SHELL SHLVL
    TEMP TERM TMP TMPDIR TZ USER USERNAME VIRTUAL_ENV XDG_CACHE_HOME XDG_CONFIG_HOME XDG_RUNTIME_DIR
""".split()


class _Environment:
    """`os.environ`: what the program sets, and what is set on every machine; no more."""

    def __init__(self):
        self._own = {}
        self._gone = {}

    def _found(self, key, default):
        if not is_known(key):
            return unknown("a variable of the environment")
        if key in self._own:
            return self._own[key]
        if key in self._gone:
            return default
        if key == "HOME" or key == "USERPROFILE":
            return path.expanduser("~")
        if key in _OF_EVERY_MACHINE:
            return unknown("a variable of the environment", key)
        return default

    def get(self, key, default=None):
        return self._found(key, option(default, "os.environ"))

    def __getitem__(self, key):
        found = self._found(key, self)
        return missing_variable(key) if found is self else found

    def __contains__(self, key):
        found = self._found(key, self)
        if found is self:
            return False
        return True if key in self._own else unknown("is a variable of the environment set?")

    def __setitem__(self, key, value):
        self._own[key] = value

    def __delitem__(self, key):
        self.pop(key, None)

    def pop(self, key, *default):
        found = self._found(key, self)
        self._own.pop(key, None)
        self._gone[key] = True
        if found is self:
            return default[0] if default else missing_variable(key)
        return found

    def setdefault(self, key, default=None):
        found = self._found(key, self)
        if found is self:
            self._own[key] = found = default
        return found

    def update(self, *others, **more):
        for other in others:
            self._own.update(other)
        self._own.update(more)

    def copy(self):
        return open_dict(self._own)

    def keys(self):
        return self.copy().keys()

    def values(self):
        return self.copy().values()

    def items(self):
        return self.copy().items()

    def __iter__(self):
        return iter(self.copy())

    def __len__(self):
        return unknown("how many variables the environment has")

    def __bool__(self):
        return True


environ = _Environment()


def fspath(value):
    return as_text(value)


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


_working = working_folder()


def getcwd():
    return _working


def chdir(path):  # noqa: F811
    global _working
    _working = _path.abspath(path)


getcwdu = getcwd


def listdir(path="."):  # noqa: F811
    found = entries(path)
    return [name for name, _, _ in found] if is_known(found) else found


class DirEntry:
    def __init__(self, folder, name, is_folder, is_link):
        self.name = name
        self.path = _path.join(folder, name)
        self._is_folder = is_folder
        self._is_link = is_link

    def is_dir(self, *, follow_symlinks=True):
        return self._is_folder

    def is_file(self, *, follow_symlinks=True):
        return not self._is_folder

    def is_symlink(self):
        return self._is_link

    def stat(self, *, follow_symlinks=True):
        return unknown("what the disk knows of a file")

    def __fspath__(self):
        return self.path


class _Entries(list):
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return None

    def close(self):
        return None


def scandir(path="."):  # noqa: F811
    found = entries(path)
    if not is_known(found):
        return found
    return _Entries([DirEntry(path, *entry) for entry in found])


def walk(top, topdown=True, onerror=None, followlinks=False):
    found = entries(top)
    if not is_known(found):
        return found
    return _walk(as_text(top), found, topdown)


def _walk(top, found, topdown):
    links = [name for name, _, is_link in found if is_link]
    folders = [name for name, is_folder, _ in found if is_folder]
    files = [name for name, is_folder, _ in found if not is_folder]
    if topdown:
        yield top, folders, files
    for name in folders:
        if name in links:
            continue
        below = _path.join(top, name)
        inside = entries(below)
        if is_known(inside):
            for each in _walk(below, inside, topdown):
                yield each
        elif name[0] == "." or name == "__pycache__":
            yield below, [], []  # nothing of the program's own
        else:
            yield below, [], inside
    if not topdown:
        yield top, folders, files


def _nothing(*args, **kwargs):
    return None


makedirs = mkdir = remove = unlink = rmdir = removedirs = rename = replace = chmod = _nothing
symlink = link = utime = kill = close = fsync = umask = renames = setsid = nice = truncate = (
    _nothing
)


def _exit(code=0):
    raise SystemExit(code)


def abort():
    raise SystemExit(1)


def __getattr__(name):
    return unknown("os." + name, "os." + name)

"""Model of ``pathlib``: paths as text, with the rules of POSIX, and the workspace's files."""

import os
import posixpath

from _scope_lsp_host import entries, glob_paths, is_known, path_function, unknown


class PurePath:
    def __init__(self, *parts):
        texts = [str(part) for part in parts]
        text = posixpath.join(*texts) if texts else "."
        root, kept = path_function("parts", text)
        self._absolute = path_function("isabs", text)
        self._kept = list(kept)
        self._text = root + "/".join(kept) if root or kept else "."

    def _made(self, *parts):
        return type(self)(*parts)

    def __str__(self):
        return self._text

    def __repr__(self):
        return "%s(%r)" % (_NAMES.get(type(self).__name__, type(self).__name__), self._text)

    def __fspath__(self):
        return self._text

    def __truediv__(self, other):
        return self._made(self._text, other)

    def __rtruediv__(self, other):
        return self._made(other, self._text)

    __div__ = __truediv__

    def __eq__(self, other):
        return isinstance(other, PurePath) and self._text == other._text

    def __lt__(self, other):
        return self._text < other._text

    def __hash__(self):
        return hash(self._text)

    @property
    def __key__(self):
        return self._text

    @property
    def name(self):
        return self._kept[-1] if self._kept else ""

    @property
    def suffix(self):
        return posixpath.splitext(self.name)[1]

    @property
    def suffixes(self):
        return ["." + part for part in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        return posixpath.splitext(self.name)[0]

    @property
    def parent(self):
        return self._made(("/" if self._absolute else "") + "/".join(self._kept[:-1]))

    @property
    def parents(self):
        found = []
        path = self
        for _ in self._kept:
            path = path.parent
            found.append(path)
        return found

    @property
    def parts(self):
        return tuple((["/"] if self._absolute else []) + self._kept)

    @property
    def root(self):
        return "/" if self._absolute else ""

    anchor = root

    def joinpath(self, *others):
        return self._made(self._text, *others)

    def with_name(self, name):
        return self.parent / name

    def with_suffix(self, suffix):
        return self.parent / (self.stem + suffix)

    def with_stem(self, stem):
        return self.parent / (stem + self.suffix)

    def as_posix(self):
        return self._text

    def is_absolute(self):
        return self._absolute

    def relative_to(self, *other):
        base = self._made(*other)
        count = len(base._kept)
        if self._kept[:count] != base._kept or self._absolute != base._absolute:
            raise ValueError("%r is not in the subpath of %r" % (self._text, base._text))
        return self._made(*self._kept[count:])

    def match(self, pattern):
        return unknown("whether a path matches")


class PurePosixPath(PurePath):
    pass


class PureWindowsPath(PurePath):
    pass


class Path(PurePath):
    @classmethod
    def cwd(cls):
        folder = os.getcwd()
        return cls(folder) if is_known(folder) else unknown("the working directory")

    @classmethod
    def home(cls):
        return cls(posixpath.expanduser("~"))

    def exists(self):
        return posixpath.exists(self._text)

    def is_file(self):
        return posixpath.isfile(self._text)

    def is_dir(self):
        return posixpath.isdir(self._text)

    def is_symlink(self):
        return posixpath.islink(self._text)

    def samefile(self, other):
        return unknown("whether two files are one")

    def open(self, *args, **kwargs):
        return open(self._text, *args, **kwargs)

    def read_text(self, *args, **kwargs):
        return open(self._text).read()

    def read_bytes(self):
        return open(self._text, "rb").read()

    def stat(self, *args, **kwargs):
        return unknown("what the disk knows of a file")

    def write_text(self, *args, **kwargs):
        return None

    write_bytes = mkdir = rmdir = unlink = touch = rename = replace = chmod = write_text

    def iterdir(self):
        found = entries(self._text)
        return iter([self / name for name, _, _ in found]) if is_known(found) else found

    def glob(self, pattern):
        found = glob_paths(posixpath.join(self._text, pattern), True)
        return iter([self._made(path) for path in found]) if is_known(found) else found

    def rglob(self, pattern):
        return self.glob(posixpath.join("**", pattern))

    def resolve(self, strict=False):
        path = posixpath.abspath(self._text)
        return self._made(path) if is_known(path) else unknown("a path that depends on the machine")

    absolute = resolve

    def expanduser(self):
        return self._made(posixpath.expanduser(self._text))


class PosixPath(Path):
    pass


WindowsPath = PosixPath
_NAMES = {"Path": "PosixPath", "PurePath": "PurePosixPath"}

"""Model of ``io``: text in memory; files are unknown."""

from _scope_lsp_host import unknown

open = open
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class IOBase:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None

    def close(self):
        return None

    def flush(self):
        return None


class _Memory(IOBase):
    def __init__(self, initial_value=None, newline="\n"):
        self._text = self._empty if initial_value is None else initial_value
        self._at = 0

    def write(self, text):
        self._text = self._text + text
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def getvalue(self):
        return self._text

    def read(self, size=-1):
        start = self._at
        text = self._text[start:] if size is None or size < 0 else self._text[start : start + size]
        self._at = start + len(text)
        return text

    def readlines(self):
        return self.read().splitlines(True)

    def readline(self):
        lines = self._text[self._at :].splitlines(True)
        line = lines[0] if lines else self._empty
        self._at = self._at + len(line)
        return line

    def __iter__(self):
        return iter(self.readlines())

    def seek(self, offset, whence=0):
        self._at = offset
        return offset

    def tell(self):
        return self._at

    def truncate(self, size=None):
        self._text = self._text[: self._at if size is None else size]


class StringIO(_Memory):
    _empty = ""


class BytesIO(_Memory):
    _empty = b""


RawIOBase = BufferedIOBase = TextIOBase = IOBase


def __getattr__(name):
    return unknown("io." + name)

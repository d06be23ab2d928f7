"""Model of `distutils.version`: versions that are compared part by part, numbers as numbers."""

import re

_PARTS = re.compile(r"\d+|[a-z]+|\.")


class Version:
    def __init__(self, vstring=None):
        if vstring:
            self.parse(vstring)

    def __repr__(self):
        return "%s ('%s')" % (self.__class__.__name__, str(self))

    def _key(self, other):
        return self.__class__(other).version if isinstance(other, str) else other.version

    def __eq__(self, other):
        return self.version == self._key(other)

    def __lt__(self, other):
        return self.version < self._key(other)

    def __le__(self, other):
        return self.version <= self._key(other)

    def __gt__(self, other):
        return self.version > self._key(other)

    def __ge__(self, other):
        return self.version >= self._key(other)


class LooseVersion(Version):
    def parse(self, vstring):
        self.vstring = vstring
        parts = [part for part in _PARTS.findall(vstring) if part != "."]
        self.version = [int(part) if part.isdigit() else part for part in parts]

    def __str__(self):
        return self.vstring


class StrictVersion(Version):
    def parse(self, vstring):
        self.vstring = vstring
        numbers = [int(part) for part in re.findall(r"\d+", vstring)]
        self.version = tuple((numbers + [0, 0])[:3])

    def __str__(self):
        return self.vstring

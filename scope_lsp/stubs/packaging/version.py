"""Model of `packaging.version`: releases and what comes before and after them.

The order is that of the library's own key: development, pre-release, release, post-release.
"""

import re

_PARTS = re.compile(r"\d+|[a-z]+")
_STAGES = {"a": 0, "alpha": 0, "b": 1, "beta": 1, "c": 2, "rc": 2, "pre": 2}


class InvalidVersion(ValueError):
    pass


class Version:
    def __init__(self, version):
        parts = _PARTS.findall(version.lower().partition("+")[0])
        if parts and parts[0] == "v":
            parts = parts[1:]
        if not parts or not parts[0].isdigit():
            raise InvalidVersion("Invalid version: '%s'" % version)
        self._text = version
        release = []
        while parts and parts[0].isdigit():
            release.append(int(parts.pop(0)))
        self.release = tuple(release)
        self.is_prerelease = bool(parts) and parts[0] != "post"
        self.is_postrelease = "post" in parts
        self.is_devrelease = "dev" in parts
        while len(release) > 1 and release[-1] == 0:
            release.pop()
        stages = {"stage": 3, "number": 0, "post": -1}
        if parts and parts[0] in _STAGES:
            stages["stage"] = _STAGES[parts.pop(0)]
            stages["number"] = int(parts.pop(0)) if parts and parts[0].isdigit() else 0
        if parts and parts[0] == "dev":
            stages["stage"] = -1
        elif parts and parts[0] == "post":
            stages["post"] = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
        self._key = (tuple(release), stages["stage"], stages["number"], stages["post"])

    @property
    def major(self):
        return self.release[0]

    @property
    def minor(self):
        return self.release[1] if len(self.release) > 1 else 0

    @property
    def micro(self):
        return self.release[2] if len(self.release) > 2 else 0

    @property
    def base_version(self):
        return ".".join([str(part) for part in self.release])

    def __str__(self):
        return self._text

    def __eq__(self, other):
        return self._key == other._key

    def __lt__(self, other):
        return self._key < other._key

    def __le__(self, other):
        return self._key <= other._key

    def __gt__(self, other):
        return self._key > other._key

    def __ge__(self, other):
        return self._key >= other._key

    def __hash__(self):
        return hash(self._key)


LegacyVersion = Version


def parse(version):
    return Version(version)

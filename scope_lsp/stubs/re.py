"""Model of ``re``: constants are matched by the host within a bound, the rest is unknown."""

from _scope_lsp_host import RegexError as error
from _scope_lsp_host import is_known, regex, regex_escape, regex_expand, unknown

A = ASCII = 256
I = IGNORECASE = 2  # noqa: E741
L = LOCALE = 4
M = MULTILINE = 8
S = DOTALL = 16
U = UNICODE = 32
X = VERBOSE = 64
DEBUG = 128
PatternError = error


class Match:
    def __init__(self, pattern, string, found, pos, endpos):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._groups, self._spans, self._names, self.lastindex, self.lastgroup = found

    def _index(self, group):
        if isinstance(group, str):
            if group not in self._names:
                raise IndexError("no such group")
            return self._names[group]
        if group >= len(self._groups):
            raise IndexError("no such group")
        return group

    def group(self, *groups):
        if not groups:
            return self._groups[0]
        if len(groups) == 1:
            return self._groups[self._index(groups[0])]
        return tuple([self._groups[self._index(group)] for group in groups])

    def __getitem__(self, group):
        return self._groups[self._index(group)]

    def groups(self, default=None):
        return tuple([default if text is None else text for text in self._groups[1:]])

    def groupdict(self, default=None):
        found = {}
        for name, index in self._names.items():
            text = self._groups[index]
            found[name] = default if text is None else text
        return found

    def span(self, group=0):
        return self._spans[self._index(group)]

    def start(self, group=0):
        return self._spans[self._index(group)][0]

    def end(self, group=0):
        return self._spans[self._index(group)][1]

    def expand(self, template):
        return regex_expand(template, self._groups, self._names)

    def __repr__(self):
        return "<re.Match object; span=%r, match=%r>" % (self._spans[0], self._groups[0])


class Pattern:
    def __init__(self, pattern, flags, known):
        self.pattern = pattern
        self.flags = flags
        self.groups, self.groupindex = known

    def _one(self, name, string, bounds):
        found = regex(name, self.pattern, self.flags, string, *bounds)
        if not is_known(found) or found is None:
            return found
        return Match(self, string, found, pos=0, endpos=len(string))

    def match(self, string, *bounds):
        return self._one("match", string, bounds)

    def search(self, string, *bounds):
        return self._one("search", string, bounds)

    def fullmatch(self, string, *bounds):
        return self._one("fullmatch", string, bounds)

    def finditer(self, string, *bounds):
        found = regex("finditer", self.pattern, self.flags, string, *bounds)
        if not is_known(found):
            return found
        return iter([Match(self, string, one, pos=0, endpos=len(string)) for one in found])

    def findall(self, string, *bounds):
        return regex("findall", self.pattern, self.flags, string, *bounds)

    def split(self, string, maxsplit=0):
        return regex("split", self.pattern, self.flags, string, maxsplit)

    def subn(self, repl, string, count=0):
        if not callable(repl):
            return regex("subn", self.pattern, self.flags, repl, string, count)
        matches = self.finditer(string)
        if not is_known(matches):
            return unknown("a replacement that is not known")
        parts = []
        end = 0
        done = 0
        for match in matches:
            if count and done == count:
                break
            start, stop = match.span()
            parts.append(string[end:start])
            parts.append(repl(match))
            end = stop
            done = done + 1
        parts.append(string[end:])
        return "".join(parts), done

    def sub(self, repl, string, count=0):
        if not callable(repl):
            return regex("sub", self.pattern, self.flags, repl, string, count)
        return self.subn(repl, string, count)[0]

    def __repr__(self):
        return "re.compile(%r)" % (self.pattern,)

    def __eq__(self, other):
        return isinstance(other, Pattern) and self.pattern == other.pattern

    def __deepcopy__(self, memo):
        return self


RegexFlag = int


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        return pattern
    known = regex("compile", pattern, flags)
    if not is_known(known):
        known = (unknown("groups"), unknown("groups"))
    return Pattern(pattern, flags, known)


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def escape(pattern):
    return regex_escape(pattern)


def purge():
    return None

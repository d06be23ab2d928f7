"""Model of docopt: what the usage text says of a command line without arguments.

The rules of docopt 0.6.2 for the names and the defaults; whether arguments are needed is read off
the usage patterns.
"""

import re
import sys

from _launching import argument
from _scope_lsp_host import is_known, option, unknown, wants_arguments


class DocoptLanguageError(Exception):
    pass


class DocoptExit(SystemExit):
    usage = ""


class Dict(dict):
    pass


class _Option:
    def __init__(self, name, takes, default):
        self.name = name
        self.takes = takes
        self.default = default


def _described(doc):
    """The options that the text describes, by each of their spellings."""
    found = {}
    text = "\n" + doc
    pieces = re.split(r"\n[ \t]*(?=-)", text)[1:]
    for piece in pieces:
        spelled, gap, description = piece.strip().partition("  ")
        names = []
        takes = False
        for word in spelled.replace(",", " ").replace("=", " ").split():
            if word[:1] == "-":
                names.append(word)
            else:
                takes = True
        default = re.findall(r"(?i)\[default: (.*)\]", description) if takes else []
        long = [name for name in names if name[:2] == "--"]
        one = _Option(
            (long or names)[0], takes, default[0] if default else None if takes else False
        )
        for name in names:
            found[name] = one
    return found


def _section(doc):
    """The patterns: what follows `usage:` up to a blank line."""
    found = []
    inside = False
    for line in doc.splitlines():
        if inside and not line.strip():
            break
        at = line.lower().find("usage:")
        if not inside and at >= 0:
            inside = True
            line = line[at + 6 :]
        if inside:
            found.append(line)
    return "\n".join(found)


class _Usage:
    """Reads the patterns: which names there are, and whether nothing fits them."""

    def __init__(self, doc):
        self.options = _described(doc)
        self.values = {}
        self.positional = []
        self.commands = []
        words = _section(doc).split()
        self.fits_nothing = False
        program = words[0] if words else None
        start = 1
        for index in range(1, len(words) + 1):
            if index == len(words) or words[index] == program:
                pattern = " ".join(words[start:index])
                self.tokens = re.findall(
                    r"\.\.\.|<[^>]*>|[\[\]()|]|[^\s\[\]()|.<]+(?:<[^>]*>)?", pattern
                )
                if self._either(""):
                    self.fits_nothing = True
                start = index + 1
        if not words:
            self.fits_nothing = True
        for one in self.options.values():
            self.values.setdefault(one.name, one.default)

    def _either(self, end):
        """`a b | c` up to a bracket; whether one of the ways needs no argument."""
        one_is_empty = False
        empty = True
        while self.tokens and self.tokens[0] != end:
            if self.tokens[0] == "|":
                self.tokens.pop(0)
                one_is_empty = one_is_empty or empty
                empty = True
            elif not self._one():
                empty = False
        if self.tokens:
            self.tokens.pop(0)
        return one_is_empty or empty

    def _one(self):
        token = self.tokens.pop(0)
        before = list(self.values)
        if token == "[":
            self._either("]")
            empty = True
        elif token == "(":
            empty = self._either(")")
        else:
            empty = self._atom(token)
        if self.tokens and self.tokens[0] == "...":
            self.tokens.pop(0)
            names = [name for name in self.values if name not in before]
            for name in names or ([token] if token in self.values else []):
                self._repeat(name)
        return empty

    def _atom(self, token):
        if token == "options":
            return True
        if token == "-" or token == "--":
            self.values.setdefault(token, False)
            return False
        if token[:1] == "-":
            name, equals, takes = token.partition("=")
            known = self.options.get(name)
            if known is None:
                known = _Option(name, bool(equals), None if equals else False)
                self.options[name] = known
            elif known.takes and not equals and self.tokens and self.tokens[0] not in "[]()|":
                self.tokens.pop(0)
            self.values.setdefault(known.name, known.default)
            return False
        if token[:1] == "<" or token.isupper():
            self.positional.append(token)
            if token in self.values:
                self._repeat(token)
            self.values.setdefault(token, None)
            return False
        self.commands.append(token)
        self.values.setdefault(token, False)
        return False

    def _repeat(self, name):
        value = self.values[name]
        if value is None:
            self.values[name] = []
        elif value is False:
            self.values[name] = 0
        elif isinstance(value, str):
            self.values[name] = value.split()


def docopt(doc, argv=None, help=True, version=None, options_first=False):
    if not is_known(doc) or not isinstance(doc, str):
        return unknown("the command line")
    usage = _Usage(doc)
    supposed = argv is not None and len(argv) > 0
    if not usage.fits_nothing or usage.commands or usage.positional:
        supposed = wants_arguments() or supposed
    if not usage.fits_nothing and not supposed:
        sys.exit("usage")
    found = Dict()
    for name in sorted(usage.values):
        label = name.strip("-<>").replace("-", "_")
        default = usage.values[name]
        counted = isinstance(default, list) or (isinstance(default, int) and default is not False)
        if supposed and (counted or name in usage.positional or name in usage.commands):
            found[name] = argument(label)
        else:
            found[name] = option(default, label)
    return found


def __getattr__(name):
    return unknown("docopt." + name)

"""Model of ``string``."""

import re

ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
letters = ascii_letters
lowercase = ascii_lowercase
uppercase = ascii_uppercase
digits = "0123456789"
hexdigits = "0123456789abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\x0b\x0c"
printable = digits + ascii_letters + punctuation + whitespace


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _fill(self, mapping, kwargs, safe):
        values = dict(mapping)
        values.update(kwargs)
        parts = []
        text = self.template
        end = 0
        for match in re.finditer(
            r"\$(\$|[_a-zA-Z][_a-zA-Z0-9]*|\{[_a-zA-Z][_a-zA-Z0-9]*\}|)", text
        ):
            parts.append(text[end : match.start()])
            end = match.end()
            name = match.group(1)
            if name == "$":
                parts.append("$")
                continue
            key = name[1:-1] if name[:1] == "{" else name
            if key in values:
                parts.append(str(values[key]))
            elif safe:
                parts.append(match.group())
            elif not key:
                raise ValueError("Invalid placeholder in string")
            else:
                raise KeyError(key)
        parts.append(text[end:])
        return "".join(parts)

    def substitute(self, mapping={}, **kwargs):
        return self._fill(mapping, kwargs, False)

    def safe_substitute(self, mapping={}, **kwargs):
        return self._fill(mapping, kwargs, True)


class Formatter:
    def format(self, format_string, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


def join(words, sep=" "):
    return sep.join(words)


def split(s, sep=None, maxsplit=-1):
    return s.split(sep, maxsplit)


def replace(s, old, new, count=-1):
    return s.replace(old, new, count)


def lower(s):
    return s.lower()


def upper(s):
    return s.upper()


def strip(s):
    return s.strip()


def maketrans(a, b):
    return str.maketrans(a, b)

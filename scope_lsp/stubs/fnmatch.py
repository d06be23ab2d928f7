"""Model of ``fnmatch``: patterns of file names."""

import re


def translate(pat):
    made = ""
    at = 0
    while at < len(pat):
        letter = pat[at]
        at += 1
        if letter == "*":
            made += ".*"
        elif letter == "?":
            made += "."
        elif letter == "[":
            end = pat.find("]", at + 1)
            if end < 0:
                made += "\\["
            else:
                inside = pat[at:end].replace("\\", "\\\\")
                at = end + 1
                if inside[0] == "!":
                    inside = "^" + inside[1:]
                made += "[" + inside + "]"
        else:
            made += re.escape(letter)
    return "(?s:" + made + ")\\Z"


def fnmatchcase(name, pat):
    return re.match(translate(pat), name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]


def filterfalse(names, pat):
    return [name for name in names if not fnmatchcase(name, pat)]

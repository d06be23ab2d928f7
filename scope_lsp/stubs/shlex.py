"""Model of ``shlex``: splits what has no quotes; anything else is unknown."""

from _scope_lsp_host import unknown


def split(s, comments=False, posix=True):
    if "'" in s or '"' in s or "\\" in s or (comments and "#" in s):
        return unknown("words in quotes")
    return s.split()


def quote(s):
    plain = [letter for letter in s if letter.isalnum() or letter in "@%+=:,./-_"]
    if s and len(plain) == len(s) and s.isascii():
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(word) for word in split_command])


def __getattr__(name):
    return unknown("shlex." + name)

"""Model of ``textwrap``: dedent and indent; wrapped text is unknown."""

from _scope_lsp_host import unknown


def dedent(text):
    lines = text.split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    margin = min(margins) if margins else 0
    return "\n".join([line[margin:] if line.strip() else "" for line in lines])


def indent(text, prefix, predicate=None):
    lines = text.splitlines(True)
    return "".join([prefix + line if line.strip() else line for line in lines])


def wrap(text, width=70, **kwargs):
    return unknown("wrapped text")


fill = shorten = wrap

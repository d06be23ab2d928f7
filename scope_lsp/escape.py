"""Text of analysed programs, made safe for the place where it is shown.

Names, messages and paths come from untrusted files.  Each function here is for one kind of place
and keeps the text readable.  No other module escapes output.  This is not a formatter: it neither
wraps nor shortens.  JSON needs nothing from here, because ``json.dumps`` escapes everything.
"""

from __future__ import annotations

import html as _html
import json
import re
import unicodedata

_INVISIBLE = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Unicode's categories of characters that move the cursor, change the direction of text, or are
invisible."""
_MARKDOWN = re.compile(r"[\\`*\[<]")
_LABEL = re.compile(r"[\\`*\[\]<]")
_FORMULA = ("=", "+", "-", "@")
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def visible(text: str, keep: str = "") -> str:
    r"""The text with control, formatting and bidirectional characters spelled as in Python.

    A terminal then obeys none of them, and a reader sees all: ``\x1b``, ``\u202e``, ``\n``.
    Characters in ``keep`` stay as they are.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        letter
        if letter in keep or unicodedata.category(letter) not in _INVISIBLE
        else letter.encode("unicode_escape", "surrogatepass").decode("ascii")
        for letter in text
    )


def line(text: str) -> str:
    """A message as one line of a terminal or a log: runs of white space are one space."""
    return visible(" ".join(text.split()))


def github_message(text: str) -> str:
    """The message of a workflow command of GitHub Actions; line breaks are kept."""
    text = visible(text.replace("\r\n", "\n"), keep="\n")
    return text.replace("%", "%25").replace("\n", "%0A")


def github_property(text: str) -> str:
    """The value of a property of such a command."""
    return github_message(text).replace(":", "%3A").replace(",", "%2C")


def sarif(text: str) -> str:
    """A plain text message of SARIF, in which no part becomes a link."""
    return _LINK.sub(r"\\[", visible(text, keep="\n"))


def xml(text: str) -> str:
    """Text or the value of an attribute in XML 1.0, which cannot hold most control characters."""
    return _html.escape(visible(text, keep="\n")).replace("\n", "&#10;")


def html(text: str) -> str:
    """Text or the value of an attribute in HTML."""
    return _html.escape(visible(text))


def script(value: object) -> str:
    """A value as JSON inside an HTML page's ``<script>``."""
    text = json.dumps(value, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def csv(text: str) -> str:
    """A cell of a table; an apostrophe precedes what a spreadsheet would take for a formula."""
    text = visible(text)
    return f"'{text}" if text.startswith(_FORMULA) else text


def markdown(text: str) -> str:
    """Words in Markdown, without links, emphasis or HTML.

    It escapes no more than that, because several editors show Markdown as it is written.
    """
    return _MARKDOWN.sub(r"\\\g<0>", visible(text))


def markdown_label(text: str) -> str:
    """The text of a link in Markdown."""
    return _LABEL.sub(r"\\\g<0>", visible(text))


def markdown_code(text: str) -> str:
    """Text as a code span in Markdown, whatever back-quotes it holds."""
    text = visible(text)
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text else ""

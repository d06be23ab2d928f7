"""The configurations of docs/editors/emacs.md, in real Emacs with eglot."""

from __future__ import annotations

import json
import socket
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from tests.editors.editor import Place, find, show
from tests.editors.pages import block
from tests.editors.terminal import LIMIT, Terminal
from tests.support.articles import Article, Hover, of_name

PAGE = "emacs.md"
PLAIN = block(PAGE, "Emacs")
DRIVER = Path(__file__).with_name("emacs.el")
GUTTER = "[ !i]{2}"
COMPLETED = 'tf.get_default_graph().get_tensor_by_name("foo/bar/v:0'


class Emacs(Terminal):
    """Emacs with an init file, on a project."""

    def __init__(self, place: Place, configuration: str) -> None:
        place.configure(".emacs.d/init.el", configuration)
        self.socket = str(place.home / "socket")
        command = [find("emacs", "emacs", (29, 1)), "-nw", "--no-site-file", "--no-splash"]
        super().__init__(
            [*command, "-l", str(DRIVER)],
            {**place.environment, "SCOPE_LSP_SOCKET": self.socket},
            place.project,
            columns=140,
        )
        self.wait(Path(self.socket).exists, "socket of Emacs")
        self.wait_text("*scratch*")

    def lisp(self, expression: str) -> Any:
        """The value of an expression."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(LIMIT)
            connection.connect(self.socket)
            connection.sendall(expression.encode())
            answer = b""
            while chunk := connection.recv(65536):
                answer += chunk
        return json.loads(answer)

    def open(self, article: Article) -> None:
        self.type(f"\x181\x18\x06{article.name}.py\r")

    def see_hints(self, article: Article) -> None:
        """Wait for all hints."""
        show(self, article, article.hints, GUTTER)

    def see_faults(self, article: Article) -> None:
        """Wait for the diagnostics; eglot says of itself that it takes no related places.

        Flymake starts with the first command after eglot has connected, so the cursor moves.
        """
        self.type("\x01")
        faults = [asdict(replace(fault, related=None)) for fault in article.faults]
        self.until("(tests-diagnostics)", faults)

    def see_hover(self, hover: Hover) -> None:
        """Ask what stands at the cursor; there is nothing to show before the answer has come."""
        self.wait_text("*eldoc", again=lambda: self.type("\x08."))
        self.wait_text(*hover.texts)

    def at(self, line: int, column: int) -> None:
        """Put the cursor somewhere (1-based)."""
        self.type(f"\x1bgg{line}\r\x01\x15{column - 1}\x06")
        self.until(
            "(list :line (line-number-at-pos) :column (1+ (current-column)))",
            {"line": line, "column": column},
        )

    def command(self, name: str) -> None:
        self.type(f"\x1bx{name}\r")

    def until(self, expression: str, wanted: object) -> None:
        """Wait until an expression has a value."""
        self.wait_value(lambda: self.lisp(expression), wanted)


def test_settings(place: Place) -> None:
    with Emacs(place, PLAIN + "\n" + block(PAGE, "Settings")) as editor:
        filters, scoped = of_name("filters"), of_name("name_scope")
        editor.open(filters)
        show(editor, filters, filters.hints_with_ops, GUTTER)
        editor.open(scoped)
        show(editor, scoped, scoped.hints, GUTTER)
        editor.until("(tests-diagnostics)", [])


def test_keys(place: Place) -> None:
    """Every row of the page's table."""
    with Emacs(place, PLAIN) as editor:
        nested, twice = of_name("nested"), of_name("twice")
        editor.open(nested)
        show(editor, nested, nested.hints, GUTTER)
        editor.command("eglot-inlay-hints-mode")
        show(editor, nested, {}, GUTTER)
        editor.at(7, 9)
        editor.type("\x1b.")
        editor.until("(line-number-at-pos)", 5)
        editor.type("\x1b?")
        editor.wait_text("*xref*", "5:", "7:")
        editor.open(nested)
        editor.type("\x1bgi")
        editor.wait_text("Index item")
        editor.type("\x07")
        editor.wait_text("Quit")
        editor.at(5, 20)
        editor.command("eglot-code-actions")
        editor.wait_text("Show the name foo/bar/v:0")
        editor.type("\r")
        editor.wait(lambda: "reports" in editor.rows[-1], "message")
        assert "foo/bar/v:0" in editor.rows[-1]
        editor.command("xref-find-apropos")
        editor.wait_text("Search for pattern")
        editor.type("bar/v\r")
        editor.wait_text("*xref*", "XREF [1]")
        editor.open(twice)
        show(editor, twice, twice.hints, GUTTER)
        editor.at(4, 20)
        editor.wait_text("already exists")
        editor.command("flymake-show-buffer-diagnostics")
        editor.wait_text("variable-exists")


def test_rename(place: Place) -> None:
    with Emacs(place, PLAIN) as editor:
        nested = of_name("nested")
        editor.open(nested)
        show(editor, nested, nested.hints, GUTTER)
        editor.at(5, 30)
        editor.command("eglot-rename")
        editor.wait_text("Rename")
        editor.type("weight\r")
        editor.wait_text('w = tf.get_variable("bar/weight", [1])')


def test_completion(place: Place) -> None:
    with Emacs(place, PLAIN) as editor:
        nested = of_name("nested")
        editor.open(nested)
        show(editor, nested, nested.hints, GUTTER)
        editor.type('\x1b>tf.get_default_graph().get_tensor_by_name("foo\x1b\t')
        editor.until("(buffer-substring (point) (line-beginning-position))", COMPLETED)

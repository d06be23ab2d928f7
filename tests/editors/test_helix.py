"""The configurations of docs/editors/helix.md, in real Helix."""

from __future__ import annotations

from tests.editors.editor import Place, find, show
from tests.editors.pages import block
from tests.editors.terminal import Terminal
from tests.support.articles import Article, Hover, of_name

PAGE = "helix.md"
SERVER, LOOKS = block(PAGE, "Helix"), block(PAGE, "Helix", 1)
GUTTER = r"[ ●○]*\d+ ."


class Helix(Terminal):
    """Helix with its two files of configuration, on a project."""

    def __init__(self, place: Place, languages: str) -> None:
        place.configure(".config/helix/languages.toml", languages)
        place.configure(".config/helix/config.toml", LOOKS)
        command = [find("helix", "hx", (24, 7))]
        super().__init__(command, place.environment, place.project, columns=140)
        self.wait_text("[scratch]")

    def open(self, article: Article) -> None:
        self.keys("\x1b", f":open {article.name}.py\r")
        self.wait_text(f" {article.name}.py ")

    def move(self) -> None:
        """What makes Helix ask for hints."""
        self.keys("\x1b", "j", "k")

    def see_hints(self, article: Article) -> None:
        """Wait for all hints."""
        show(self, article, article.hints, GUTTER, self.move)

    def see_faults(self, article: Article) -> None:
        """Wait for each diagnostic at its place, and for all in the list."""
        for fault in article.faults:
            self.at(fault.line, fault.column)
            self.wait_text(fault.message[:60])
        self.type(" d")
        self.wait_text("severity")
        for fault in article.faults:
            self.wait_text(fault.code)
        errors = [fault for fault in article.faults if fault.severity == "error"]
        self.still()
        assert sum("ERROR" in row for row in self.rows) == len(errors)
        self.type("\x1b")

    def see_hover(self, hover: Hover) -> None:
        """Ask what stands at the cursor, and close it."""
        self.type(" k")
        self.wait_text(*hover.texts)
        self.type("\x1b")

    def at(self, line: int, column: int) -> None:
        """Put the cursor somewhere (1-based)."""
        self.keys("\x1b", f"{line}gg", f"{column}g|")
        self.cursor(line, column)

    def cursor(self, line: int, column: int) -> None:
        """Wait until the cursor is somewhere."""
        self.wait(lambda: any(row.endswith(f" {line}:{column}") for row in self.rows), "cursor")


def test_settings(place: Place) -> None:
    with Helix(place, SERVER + "\n" + block(PAGE, "Settings")) as editor:
        filters, scoped = of_name("filters"), of_name("name_scope")
        editor.open(filters)
        show(editor, filters, filters.hints_with_ops, GUTTER, editor.move)
        editor.open(scoped)
        show(editor, scoped, scoped.hints, GUTTER, editor.move)
        editor.at(3, 6)
        editor.still()
        assert not any("not part of the variable names" in row for row in editor.rows)


def test_keys(place: Place) -> None:
    """Every row of the page's table that the articles do not show already."""
    with Helix(place, SERVER) as editor:
        nested = of_name("nested")
        editor.open(nested)
        show(editor, nested, nested.hints, GUTTER, editor.move)
        editor.keys(":toggle lsp.display-inlay-hints\r")
        show(editor, nested, {}, GUTTER, editor.move)
        editor.keys(":toggle lsp.display-inlay-hints\r")
        show(editor, nested, nested.hints, GUTTER, editor.move)
        editor.at(7, 9)
        editor.keys("g", "d")
        editor.cursor(5, 13)
        editor.keys("g", "r")
        editor.wait_text("nested.py:5", "nested.py:7")
        editor.keys("\x1b", " ", "s")
        editor.wait_text("kind", "foo/bar/v:0")
        editor.keys("\x1b", " ", "S", "bar/v")
        editor.wait_text("foo/bar/v:0", "nested.py")
        editor.keys("\x1b")
        editor.at(5, 20)
        editor.keys(" ", "a")
        editor.wait_text("Show the name foo/bar/v:0")
        editor.keys("\x1b", "g", "e", "o", 'tf.get_default_graph().get_tensor_by_name("')
        editor.wait_text(" foo/bar/v:0 variable")


def test_rename(place: Place) -> None:
    with Helix(place, SERVER) as editor:
        nested = of_name("nested")
        editor.open(nested)
        show(editor, nested, nested.hints, GUTTER, editor.move)
        editor.at(5, 30)
        editor.keys(" ", "r")
        editor.wait_text("rename-to:v")
        editor.keys("\x7f", "weight", "\r")
        editor.wait_text('w = tf.get_variable("bar/weight", [1])')
        editor.keys(" ", "a")
        editor.wait_text("Show the assignment map of the rename")
        editor.keys("\x10", "\r")  # the last one
        editor.wait_text("'foo/bar/v': 'foo/bar/weight'")

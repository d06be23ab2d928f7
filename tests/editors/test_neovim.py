"""The configurations of docs/editors/neovim.md, in real Neovim."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.editors.editor import Place, find, show
from tests.editors.pages import FOLDER, block
from tests.editors.programs import DEEP, DEEP_CALLS, FORGOTTEN, FORGOTTEN_FIX, FORGOTTEN_LINE
from tests.editors.terminal import LIMIT, Terminal
from tests.support.articles import Article, Hover, of_name

PAGE = "neovim.md"
GUTTER = "[EWIH ] "
B = "again = tf.get_variable(name='b'"
PLAIN = block(PAGE, "Neovim 0.11 and newer")
HINTS = """
    local found = {}
    for _, one in ipairs(vim.lsp.inlay_hint.get({ bufnr = 0 })) do
      local hint, text = one.inlay_hint, ""
      for _, part in ipairs(hint.label) do text = text .. part.value end
      table.insert(found, { hint.position.line + 1, text })
    end
    return found
"""
DIAGNOSTICS = """
    local found = {}
    for _, one in ipairs(vim.diagnostic.get(0)) do
      local related = (one.user_data.lsp.relatedInformation or {})[1]
      table.insert(found, {
        line = one.lnum + 1, column = one.col + 1, code = one.code, message = one.message,
        severity = ({ "error", "warning", "information", "hint" })[one.severity],
        related = related and related.location.range.start.line + 1 or vim.NIL,
      })
    end
    return found
"""


class Neovim(Terminal):
    """Neovim with a configuration, on a project."""

    def __init__(
        self,
        place: Place,
        configuration: str,
        rows: int = 40,
        columns: int = 140,
        program: str = "",
    ) -> None:
        place.configure(".config/nvim/init.lua", configuration)
        self.program = program or find("nvim", "nvim", (0, 11))
        self.socket = str(place.home / "socket")
        self.environment = place.environment
        command = [self.program, "-i", "NONE", "-n", "--listen", self.socket]
        super().__init__(command, place.environment, place.project, rows, columns)
        self.wait(Path(self.socket).exists, "socket of Neovim")

    def lua(self, body: str) -> Any:
        """What a function's body returns."""
        quoted = f"vim.json.encode((function() {body} end)())".replace("'", "''")
        done = subprocess.run(
            [self.program, "--server", self.socket, "--remote-expr", f"luaeval('{quoted}')"],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=LIMIT,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout or done.stderr) or []  # an empty table is written as {}

    def open(self, article: Article) -> None:
        self.type(f"\x1b:edit {article.name}.py\r")

    def see_hints(self, article: Article) -> None:
        """Wait for all hints, on the screen and as the editor has them."""
        show(self, article, article.hints, GUTTER)
        self.until(HINTS, flat(article.hints))

    def see_faults(self, article: Article) -> None:
        """Wait for the diagnostics."""
        self.until(DIAGNOSTICS, [asdict(fault) for fault in article.faults])

    def see_hover(self, hover: Hover) -> None:
        """Ask what stands at the cursor, and close it."""
        self.type("K")
        self.wait_text(*hover.texts)
        self.type("\x1b:fclose\r")

    def at(self, line: int, column: int) -> None:
        """Put the cursor somewhere (1-based)."""
        self.type(f"\x1b:call cursor({line}, {column})\r")

    def close_lists(self) -> None:
        """Back to the one window with the program."""
        self.type("\x1b:cclose | lclose\r")
        self.until("return { vim.bo.filetype, #vim.api.nvim_list_wins() }", ["python", 1])

    def until(self, body: str, wanted: object) -> None:
        """Wait until a function returns something."""
        self.wait_value(lambda: self.lua(body), wanted)


def flat(hints: dict[int, list[str]]) -> list[list[object]]:
    return [[line, text] for line, texts in sorted(hints.items()) for text in texts]


def test_the_file_for_nvim_lspconfig(place: Place) -> None:
    target = place.home / ".config" / "nvim" / "lsp"
    shutil.copytree(FOLDER / "nvim" / "lsp", target)
    with Neovim(place, block(PAGE, "Neovim 0.11 and newer", 1)) as editor:
        nested = of_name("nested")
        editor.open(nested)
        show(editor, nested, nested.hints, GUTTER)
        root = editor.lua("return vim.lsp.get_clients()[1].root_dir")
        assert root == str(place.project)


def test_older_neovim(place: Place) -> None:
    program = find("nvim_older", "nvim-older", (0, 10))
    with Neovim(place, block(PAGE, "Neovim 0.10"), program=program) as editor:
        filters = of_name("filters")
        editor.open(filters)
        show(editor, filters, filters.hints_with_ops, GUTTER)
        assert editor.lua("return vim.lsp.get_clients()[1].root_dir") == str(place.project)


def test_settings(place: Place) -> None:
    with Neovim(place, PLAIN + "\n" + block(PAGE, "Settings")) as editor:
        filters, scoped = of_name("filters"), of_name("name_scope")
        editor.open(filters)
        show(editor, filters, filters.hints_with_ops, GUTTER)
        editor.open(scoped)
        show(editor, scoped, scoped.hints, GUTTER)
        editor.until(DIAGNOSTICS, [])


def test_looks(place: Place) -> None:
    with Neovim(place, PLAIN + "\n" + block(PAGE, "Appearance")) as editor:
        twice, filters = of_name("twice"), of_name("filters")
        editor.open(twice)
        editor.wait_text("■ " + twice.faults[0].message[:30])
        editor.open(filters)
        editor.wait_text("called 4 times: 2 sets of weights")
        show(editor, filters, filters.hints, GUTTER)
        editor.type("\\n")
        show(editor, filters, {}, GUTTER)
        editor.type("\\n")
        show(editor, filters, filters.hints, GUTTER)


def test_long_names_and_calls_of_helpers(place: Place) -> None:
    place.write("deep.py", DEEP.text)
    on_request = (
        "vim.lsp.config('scope_lsp', {settings = {scopeLsp = {inlayHints = {calls = true}}}})"
    )
    with Neovim(place, PLAIN) as editor:
        editor.open(DEEP)
        editor.see_hints(DEEP)
    with Neovim(place, f"{PLAIN}\n{on_request}") as editor:
        editor.open(DEEP)
        show(editor, DEEP, {**DEEP.hints, **DEEP_CALLS}, GUTTER)


def test_a_fault_is_fixed_by_its_cause(place: Place) -> None:
    place.write("forgotten.py", FORGOTTEN.text)
    with Neovim(place, PLAIN) as editor:
        editor.open(FORGOTTEN)
        show(editor, FORGOTTEN, FORGOTTEN.hints, GUTTER)
        editor.at(6, 20)
        editor.type("gra")
        editor.wait_text(f"1: {FORGOTTEN_FIX}")
        editor.type("1\r")
        editor.until("return vim.fn.getline(5)", FORGOTTEN_LINE)
        editor.until(DIAGNOSTICS, [])


def test_keys(place: Place) -> None:
    """Every row of the page's table."""
    with Neovim(place, PLAIN) as editor:
        nested, twice = of_name("nested"), of_name("twice")
        editor.open(nested)
        show(editor, nested, nested.hints, GUTTER)
        editor.at(7, 9)
        editor.type("\x1d")
        editor.until("return vim.fn.line('.')", 5)
        editor.type("grr")
        editor.wait_text("|5 col 13", "|7 col 9")
        editor.close_lists()
        editor.type("gO")
        editor.wait_text("Symbols in nested.py", "[Namespace] foo/bar/")
        editor.close_lists()
        editor.type("\x1b:lua vim.lsp.buf.workspace_symbol('bar/v')\r")
        editor.wait_text("Symbols matching 'bar/v'", "[Variable] foo/bar/v:0")
        editor.close_lists()
        editor.at(5, 20)
        editor.type("gra")
        editor.wait_text("1: Show the name foo/bar/v:0")
        editor.type("1\r")
        editor.wait_text("LSP[scope_lsp] foo/bar/v:0")
        editor.open(twice)
        show(editor, twice, twice.hints, GUTTER)
        editor.at(4, 20)
        editor.type("\x17d")
        editor.wait_text("Did you mean to set reuse=True")


def test_completion(place: Place) -> None:
    text = of_name("nested").text + 'tf.get_default_graph().get_tensor_by_name("")\n'
    place.write("typing.py", text)
    with Neovim(place, PLAIN) as editor:
        editor.type("\x1b:edit typing.py\r")
        editor.wait_text("foo/bar/v:0")
        editor.at(8, len('tf.get_default_graph().get_tensor_by_name("') + 1)
        editor.type("i\x18\x0f")
        words = "vim.tbl_map(function(one) return one.word end, vim.fn.complete_info().items)"
        editor.until(f"return {words}", ["foo/bar/v:0"])


def test_rename(place: Place) -> None:
    with Neovim(place, PLAIN) as editor:
        nested = of_name("nested")
        editor.open(nested)
        show(editor, nested, nested.hints, GUTTER)
        editor.at(5, 30)
        editor.type("grn")
        editor.wait_text("New Name: v")
        editor.type("\x15weight\r")
        editor.wait_text("foo/bar/v → foo/bar/weight")
        editor.type("\r")  # the message takes several lines
        editor.until("return vim.fn.getline(7)", '    w = tf.get_variable("bar/weight", [1])')
        editor.at(7, 30)
        editor.type("gra")
        editor.wait_text("Show the assignment map of the rename")
        (number,) = re.findall(r"(\d+): Show the assignment map", "\n".join(editor.rows))
        editor.type(f"{number}\r")
        editor.wait_text("'foo/bar/v': 'foo/bar/weight'")


def test_copying_names(place: Place) -> None:
    with Neovim(place, PLAIN + "\n" + block(PAGE, "Copying names")) as editor:
        nested = of_name("nested")
        editor.open(nested)
        show(editor, nested, nested.hints, GUTTER)
        editor.at(5, 20)
        editor.type("gra")
        editor.wait_text("1: Copy the name foo/bar/v:0")
        editor.type("1\r")
        editor.until("return vim.fn.getreg('\"')", "foo/bar/v:0")


def test_what_is_drawn_follows_every_edit(place: Place) -> None:
    """Diagnostics and hints change together: Neovim draws in between."""
    with_b = Article(
        "twice", of_name("twice").source.replace("again = tf.get_variable(name='a'", B)
    )
    with Neovim(place, PLAIN) as editor:
        twice = of_name("twice")
        editor.open(twice)
        show(editor, twice, twice.hints, GUTTER)
        for _ in range(4):
            editor.keys("\x1b", ":4s/name='a'/name='b'\r")
            show(editor, with_b, {**twice.hints, 4: ["b:0"]}, GUTTER)
            editor.keys("\x1b", ":4s/name='b'/name='a'\r")
            show(editor, twice, twice.hints, GUTTER)

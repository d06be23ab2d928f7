"""The configurations of docs/editors/vim.md, in real Vim with the plug-in ALE."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.editors.editor import CACHE, Place, find
from tests.editors.pages import block
from tests.editors.terminal import Terminal
from tests.support.articles import Article, Hover, of_name

PAGE = "vim.md"
SERVER = block(PAGE, "Vim")
KEYS = block(PAGE, "Keys")


class Vim(Terminal):
    """Vim with a vimrc, on a project."""

    def __init__(self, place: Place, vimrc: str) -> None:
        program = find("vim", "vim", (9, 0))
        places = [Path(program).parent.parent / "ale", CACHE / "ale"]
        given = os.environ.get("SCOPE_LSP_ALE")
        plugin = next((one for one in [Path(given or "-"), *places] if one.is_dir()), None)
        if plugin is None:
            pytest.skip("no ALE; tests/editors/install_editors.sh installs it")
        start = place.home / ".vim" / "pack" / "plugins" / "start"
        start.mkdir(parents=True)
        (start / "ale").symlink_to(plugin, target_is_directory=True)
        place.configure(".vimrc", "set nomore\nfiletype plugin on\n" + vimrc)
        super().__init__(
            [program, "-n", "-i", "NONE"], place.environment, place.project, columns=160
        )
        self.still()

    def command(self, text: str) -> None:
        self.keys("\x1b", f":{text}\r")

    def open(self, article: Article) -> None:
        self.command("pclose | edit " + article.name + ".py")
        self.wait_text("import tensorflow as tf")

    def see_hints(self, article: Article) -> None:
        """Vim shows none."""

    def see_faults(self, article: Article) -> None:
        """Wait for each diagnostic at its place."""
        for fault in article.faults:
            self.at(fault.line, fault.column)
            self.wait_text(fault.message[:60])
            self.command("ALEDetail")
            self.wait_text(fault.message[-20:])
            self.command("pclose")

    def see_hover(self, hover: Hover) -> None:
        """Ask what stands at the cursor."""
        self.wait_text(hover.texts[0], again=lambda: self.keys("\x1b", "K"))
        self.wait_text(*hover.texts)

    def at(self, line: int, column: int) -> None:
        """Put the cursor somewhere (1-based)."""
        self.command(f"call cursor({line}, {column})")


def test_settings(place: Place) -> None:
    with Vim(place, block(PAGE, "Settings")) as editor:
        twice, scoped = of_name("twice"), of_name("name_scope")
        editor.open(twice)
        editor.at(4, 9)
        editor.wait_text("already exists")
        editor.open(scoped)
        editor.at(5, 20)
        editor.wait_text("my_scope/var2:0", again=lambda: editor.command("ALEHover"))
        editor.at(3, 6)
        editor.still(2)
        assert not any("not part of the variable names" in row for row in editor.rows)


def test_rename(place: Place) -> None:
    with Vim(place, SERVER) as editor:
        nested = of_name("nested")
        editor.open(nested)
        editor.at(5, 30)
        editor.wait_text("foo/bar/v:0", again=lambda: editor.command("ALEHover"))
        editor.command("pclose")
        editor.at(5, 30)
        editor.command("ALERename")
        editor.wait_text("New name: ")
        editor.keys("\x15weight", "\r")
        editor.wait_text('w = tf.get_variable("bar/weight", [1])')

"""Draws the README's pictures of real Neovim: ``python -m tests.editors.pictures``.

Each is what a terminal showed, cell by cell, as an SVG; several screens after one another make a
picture that moves.  The configuration is the one that docs/editors/neovim.md prints.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.features.inlay_hints import inlay_hints
from scope_lsp.rules.registry import run
from scope_lsp.rules.rule import Severity
from tests.editors.editor import ROOT, Place
from tests.editors.pages import block
from tests.editors.terminal import Terminal
from tests.editors.test_neovim import PLAIN, Neovim
from tests.support.fixture import PATH, WHOLE, hint_texts, view
from tests.support.patience import patient

FOLDER = ROOT / "docs" / "images"
WIDTH, HEIGHT = 8.4, 18
"""Of a cell, in pixels."""
SECONDS = 5
"""That each screen of a moving picture stays."""
TEXT, GROUND, CAPTION = "#d8dee9", "#1b1f27", "#8fbcbb"
LOOKS = """
vim.o.termguicolors, vim.o.background, vim.o.laststatus, vim.o.ruler = true, "dark", 0, false
vim.o.showmode, vim.o.showcmd, vim.o.signcolumn, vim.o.number = false, false, "no", true
vim.api.nvim_set_hl(0, "LspInlayHint", { fg = "#88c0d0" })
vim.api.nvim_set_hl(0, "LspCodeLens", { fg = "#7d8899" })
vim.api.nvim_set_hl(0, "DiagnosticError", { fg = "#e5737f" })
vim.api.nvim_set_hl(0, "DiagnosticUnderlineError", { fg = "#e5737f", underline = true })
vim.api.nvim_set_hl(0, "Normal", {})
vim.g.loaded_matchparen = 1
"""
WRAPPED = """
local function wrap(one)
  return (one.message:gsub(" but ", "\\nbut "):gsub(" Did ", "\\nDid "))
end
vim.diagnostic.config({ virtual_text = false, virtual_lines = { format = wrap } })
"""
STEPS = (
    (
        "Each call shows the full name that TensorFlow will give.",
        """import tensorflow as tf


def embed(images, reuse=None):
    with tf.variable_scope("embed", reuse=reuse):
        return tf.layers.dense(images, 64, name="code")


left = embed(tf.placeholder(tf.float32, [None, 784]))
""",
    ),
    (
        "A second pass without reuse: TensorFlow would stop here.",
        "right = embed(tf.placeholder(tf.float32, [None, 784]))\n",
    ),
    (
        "With reuse=True both passes share one set of weights: ↺.",
        "right = embed(tf.placeholder(tf.float32, [None, 784]), reuse=True)\n",
    ),
    (
        "Sharing with another size of input: the shapes conflict.",
        "right = embed(tf.placeholder(tf.float32, [None, 100]), reuse=True)\n",
    ),
)


def expected(program: str) -> list[str]:
    """What has to be read on a screen with a program: its hints, and what its errors say."""
    analysis = analyze(Snapshot(PATH, program), patient())
    hints = hint_texts(inlay_hints(view(program, analysis), WHOLE))
    found = run(analysis, dict.fromkeys([PATH], program).get)
    errors = [one.message for one in found if one.severity is Severity.ERROR]
    return [text for texts in hints.values() for text in texts] + errors


def squeezed(*texts: str) -> str:
    """Texts without blanks and breaks, which depend on the width of the screen."""
    return "".join("".join(texts).split())


def svg(screens: Sequence[tuple[str, list[str]]], columns: int, rows: int) -> str:
    """Screens, each with its caption and what is drawn in its rows, one after the other."""
    captioned = any(caption for caption, _ in screens)
    width, height = columns * WIDTH + 24, (rows + (2 if captioned else 0)) * HEIGHT + 20
    share = 100 / len(screens)
    style = (
        "text{font:14px 'DejaVu Sans Mono',Menlo,Consolas,monospace;white-space:pre}"
        f".caption{{fill:{CAPTION};font-weight:bold}}"
    )
    if len(screens) > 1:
        style += (
            f"@keyframes show{{0%,{share:.2f}%{{opacity:1}}{share + 0.01:.2f}%,100%{{opacity:0}}}}"
            f".screen{{opacity:0;animation:show {SECONDS * len(screens)}s step-end infinite}}"
        )
    drawn = []
    for number, (caption, lines) in enumerate(screens):
        delay = f' style="animation-delay:{number * SECONDS}s"' if len(screens) > 1 else ""
        title = f'<text class="caption" x="12" y="{height - 16:g}">{escape(caption)}</text>'
        drawn.append(f'<g class="screen"{delay}>{"".join(lines)}{title if caption else ""}</g>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}"><style>{style}</style>'
        f'<rect width="100%" height="100%" rx="8" fill="{GROUND}"/>' + "\n".join(drawn) + "</svg>\n"
    )


def lines_of(terminal: Terminal, rows: int) -> list[str]:
    """The first rows of a screen as elements of an SVG."""
    return [item for row in range(rows) for item in _row(terminal, row)]


def _row(terminal: Terminal, row: int) -> Iterator[str]:
    cells = terminal.screen.buffer[row]
    top = 10 + row * HEIGHT
    column = 0
    looks = [cells[at] for at in range(terminal.screen.columns)]
    for look, group in groupby(looks, key=lambda cell: cell._replace(data="")):
        text = "".join(cell.data for cell in group)
        left, width = 12 + column * WIDTH, len(text) * WIDTH
        column += len(text)
        front, back = _colour(look.fg, TEXT), _colour(look.bg, GROUND)
        if look.reverse:
            front, back = back, front
        if back != GROUND:
            size = f'width="{width:g}" height="{HEIGHT}"'
            yield f'<rect x="{left:g}" y="{top}" {size} fill="{back}"/>'
        if text.strip():
            bare = text.strip()
            left += (len(text) - len(text.lstrip())) * WIDTH
            style = "".join(
                [
                    ' font-weight="bold"' if look.bold else "",
                    ' font-style="italic"' if look.italics else "",
                    ' text-decoration="underline"' if look.underscore else "",
                ]
            )
            yield (
                f'<text x="{left:g}" y="{top + 13}" textLength="{len(bare) * WIDTH:g}" '
                f'fill="{front}"{style}>{escape(bare)}</text>'
            )


def _colour(name: str, default: str) -> str:
    return default if name == "default" else f"#{name}" if len(name) == 6 else _NAMED[name]


_NAMED = {
    "black": "#3b4252",
    "red": "#bf616a",
    "green": "#a3be8c",
    "brown": "#ebcb8b",
    "blue": "#81a1c1",
    "magenta": "#b48ead",
    "cyan": "#88c0d0",
    "white": "#e5e9f0",
}


def moving() -> str:
    """The articles' examples, typed step by step."""
    place = Place(())
    place.write("shared.py", STEPS[0][1])
    columns, rows = 98, 15
    editor = Neovim(place, PLAIN + LOOKS + WRAPPED, rows=rows + 2, columns=columns)
    screens = []
    try:
        editor.type("\x1b:silent edit shared.py\r")
        for number, (caption, typed) in enumerate(STEPS):
            if number:
                editor.keys("\x1b", "G", "o" if number == 1 else "S", typed.rstrip("\n"), "\x1b")
            editor.keys("\x1b", ":\r")
            draw(editor, STEPS[0][1] + (typed if number else ""))
            screens.append((caption, lines_of(editor, rows)))
    finally:
        editor.close()
        place.remove()
    return svg(screens, columns, rows)


def draw(editor: Terminal, program: str) -> None:
    """Wait until a program is drawn with everything that belongs to it."""
    wanted = [squeezed(text) for text in expected(program)]
    editor.wait(lambda: all(text in squeezed(*editor.rows) for text in wanted), program)
    editor.still(2)


def still() -> str:
    """An example with its names, counts and what is to be said of it."""
    place = Place(())
    program = (ROOT / "examples" / "siamese.py").read_text(encoding="utf-8")
    place.write("siamese.py", program)
    columns, rows = 124, 22
    configuration = PLAIN + block("neovim.md", "Appearance") + LOOKS
    editor = Neovim(place, configuration, rows=rows + 2, columns=columns)
    try:
        editor.type("\x1b:silent edit siamese.py\r")
        editor.wait_text("1 set of weights", "■")
        editor.keys("\x1b", "\x19", "\x19", ":\r")
        draw(editor, program)
        return svg([("", lines_of(editor, rows))], columns, rows)
    finally:
        editor.close()
        place.remove()


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, picture in (("articles.svg", moving), ("neovim.svg", still)):
        path: Path = FOLDER / name
        path.write_text(picture(), encoding="utf-8")
        print(path.relative_to(ROOT), path.stat().st_size)


if __name__ == "__main__":
    main()

"""Takes the documentation's pictures of VS Code: ``python -m tests.editors.vscode.pictures``.

``vscode.json`` beside the pictures has what can be read on them: hints, lenses and hovers.  A test
compares that with what the server says now, so that no picture shows an older state.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lsprotocol import types

from scope_lsp.features.code_lens import code_lens
from scope_lsp.features.hover import hover
from scope_lsp.features.inlay_hints import inlay_hints
from tests.editors.editor import ROOT
from tests.editors.vscode.editor import VSCode, installation, package_extension
from tests.support.fixture import WHOLE, analysed, hint_texts

FOLDER = ROOT / "docs" / "images"
RECORD = FOLDER / "vscode.json"
EXAMPLES = ROOT / "examples"
WIDTH, HEIGHT = 1250, 520
GAN = """\
import tensorflow as tf


def generator(noise):
    with tf.variable_scope("generator"):
        return tf.layers.dense(noise, 784, tf.nn.tanh, name="pixels")


images = generator(tf.random_normal([32, 100]))
weights = [v for v in tf.trainable_variables() if v.name.startswith("generator/pixels/")]
"""
MISSPELT = GAN.replace("generator/pixels/", "generator/pixel/")
STILL = 1.5
"""Seconds until what appears slowly is there."""


@dataclass(frozen=True)
class Picture:
    """A program in VS Code, and what is to be seen with it."""

    program: str
    text: str
    hover: tuple[int, int] | None = None
    """The line and the column over which the mouse is."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Those of the server that are not the usual ones, by their names in Python."""
    configuration: Mapping[str, Any] = field(default_factory=dict)
    """The same as VS Code spells them."""
    prepare: Callable[[VSCode], None] = lambda editor: None
    finish: Callable[[VSCode], None] = lambda editor: None
    """What is done after everything else is shown."""
    size: tuple[int, int] = (WIDTH, HEIGHT)

    @property
    def code(self) -> str:
        """The text, or that of all cells of a notebook."""
        if not self.program.endswith(".ipynb"):
            return self.text
        cells = json.loads(self.text)["cells"]
        return "\n".join("".join(one["source"]) for one in cells if one["cell_type"] == "code")

    def read(self) -> dict[str, Any]:
        """What can be read, as the server says it now."""
        view = analysed(self.code, f"/project/{self.program}", **self.settings)
        lenses: dict[int, list[str]] = {}
        for lens in code_lens(view, shows_locations=True):
            assert lens.command is not None
            lenses.setdefault(lens.range.start.line, []).append(lens.command.title)
        found: dict[str, Any] = {
            "program": self.code.splitlines(),
            "hints": {str(n): texts for n, texts in hint_texts(inlay_hints(view, WHOLE)).items()},
            "lenses": [" | ".join(titles) for _, titles in sorted(lenses.items())],
        }
        if self.hover is not None:
            line, column = self.hover
            said = hover(view, types.Position(line - 1, column - 1), markdown=False)
            assert said is not None and isinstance(said.contents, types.MarkupContent)
            found["hover"] = said.contents.value.splitlines()
        return found


def _example(name: str, **more: Any) -> Picture:
    return Picture(name, (EXAMPLES / name).read_text(encoding="utf-8"), **more)


def _alone(editor: VSCode) -> None:
    """Without the side bar."""
    editor.press("Control+b")


def _show_tree(editor: VSCode) -> None:
    editor.command("scope-lsp: Show Variables")
    editor.wait(lambda: (editor.variables or {"rows": []})["rows"], bool, "tree")


def _show_problems(editor: VSCode) -> None:
    editor.command("Problems: Focus on Problems View")
    editor.wait(lambda: len(editor.problems("forgotten_reuse.py")), lambda n: n > 1, "problems")


def _show_fixes(editor: VSCode) -> None:
    editor.goto(8, 25)
    editor.do("showActions")


def _filter(editor: VSCode) -> None:
    _show_tree(editor)
    editor.command("scope-lsp: Filter Variables", wait=False)
    editor.do("answer", text="block_1 kernel")
    editor.wait(lambda: editor.variables or {}, lambda one: len(one["rows"]) == 6, "filtered tree")
    editor.do("statusTooltip", id="scopeLsp.status")


def _rename(editor: VSCode) -> None:
    editor.goto(6, 62)
    editor.do("rename", to="image")
    editor.wait(lambda: editor.do("toasts"), bool, "message")
    editor.wait(lambda: "image" in str(editor.hints), bool, "new name")


PICTURES: dict[str, Picture] = {
    "vscode-names": _example("siamese.py", hover=(17, 20), prepare=_show_tree),
    "vscode-problem": _example("forgotten_reuse.py", prepare=_show_problems, size=(1250, 640)),
    "vscode-fixes": _example("forgotten_reuse.py", finish=_show_fixes, size=(1050, 520)),
    "vscode-long-names": _example(
        "encoder.py",
        settings={"inlay_hints_calls": True},
        configuration={"scopeLsp.inlayHints.calls": True},
        prepare=_alone,
        size=(1250, 720),
    ),
    "vscode-variables": _example("encoder.py", finish=_filter, size=(1050, 560)),
    "vscode-filter": Picture("gan.py", MISSPELT, hover=(10, 75), prepare=_alone, size=(1050, 420)),
    "vscode-rename": Picture("gan.py", GAN, prepare=_alone, finish=_rename, size=(1050, 520)),
    "vscode-notebook": _example("passes.ipynb", prepare=_alone, size=(1050, 640)),
}


def squeezed(text: str) -> str:
    """A text without blanks, breaks and the marks of lists, which VS Code draws its own way."""
    return re.sub(r"[\s-]", "", text)


def take(name: str, picture: Picture, vsix: Path, folder: Path) -> dict[str, Any]:
    """Take one picture; returns what can be read on it."""
    wanted = picture.read()
    editor = VSCode(installation(), vsix, **picture.configuration)
    try:
        editor.write(picture.program, picture.text)
        editor.start()
        _open(editor, picture, wanted)
        width, height = picture.size
        editor.do("resize", width=width, height=height)
        picture.prepare(editor)
        if picture.hover is not None:
            line, column = picture.hover
            said = editor.do("hover", line=line, column=column)
            assert squeezed("".join(wanted["hover"])) in squeezed(said), said
        picture.finish(editor)
        time.sleep(STILL)
        editor.do("shot", file=str(folder / f"{name}.png"))
    finally:
        editor.close()
    return wanted


def _open(editor: VSCode, picture: Picture, wanted: dict[str, Any]) -> None:
    """Show the program and wait for all that belongs to it."""
    if picture.program.endswith(".ipynb"):
        editor.do("openNotebook", name=picture.program)
        hints = [text for texts in wanted["hints"].values() for text in texts]
        editor.wait(lambda: editor.do("cells"), hints, "hints in cells")
    else:
        editor.open(picture.program)
        by_line = {int(line): texts for line, texts in wanted["hints"].items()}
        editor.wait(lambda: editor.hints, by_line, "hints")
        editor.wait(lambda: editor.lenses, wanted["lenses"], "lenses")


def main() -> None:
    """Take all pictures, or those that are named."""
    names = sys.argv[1:] or list(PICTURES)
    record = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    with tempfile.TemporaryDirectory() as folder:
        vsix = package_extension(installation(), Path(folder))
        for name in names:
            record[name] = take(name, PICTURES[name], vsix, FOLDER)
            print(name)
            kept = {name: record[name] for name in PICTURES if name in record}
            text = json.dumps(kept, indent=1, ensure_ascii=False) + "\n"
            RECORD.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

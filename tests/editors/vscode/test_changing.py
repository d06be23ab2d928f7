"""Edits that the packaged extension makes in real VS Code: fixes by cause, renames, cells."""

from __future__ import annotations

from tests.editors.programs import FORGOTTEN, FORGOTTEN_FIX, FORGOTTEN_LINE
from tests.editors.vscode.editor import VSCode

UNFINISHED = """\
import tensorflow as tf

w = tf.get_variable("w", [3])
g = tf.get_default_graph()
again = g.get_tensor_by_name("w")
"""
FILTER = """\
import tensorflow as tf

x = tf.zeros([1, 3])
tf.layers.dense(x, 4, name="generator")
tf.layers.dense(x, 4, name="discriminator")
chosen = [v for v in tf.trainable_variables() if v.name.startswith("gen/")]
found = tf.get_default_graph().get_tensor_by_name("generator/kernel:0")
"""
LAYERS = """\
import tensorflow as tf


def encoder(x):
    with tf.variable_scope("encoder"):
        return tf.layers.dense(x, 4, name="hidden")
"""
TRAIN = """\
import tensorflow as tf
from layers import encoder

encoder(tf.zeros([1, 3]))
chosen = tf.trainable_variables("encoder/hidden/")
"""
CELLS = (
    "import tensorflow as tf",
    'taken = tf.Variable(0.0, name="w")',
    'with tf.variable_scope("a"):\n    inner = tf.get_variable("inner", [2])',
    'w = tf.Variable(1.0, name="w")',
)


FILES = {
    "forgotten.py": FORGOTTEN.text,
    "unfinished.py": UNFINISHED,
    "filter.py": FILTER,
    "layers.py": LAYERS,
    "train.py": TRAIN,
}


def squiggles(editor: VSCode, kind: str) -> int:
    found: int = editor.do("editor")["squiggles"][kind]
    return found


def test_a_fault_is_fixed_by_its_cause(vscode: VSCode) -> None:
    vscode.open("forgotten.py")
    vscode.wait(lambda: squiggles(vscode, "error"), bool, "squiggle")
    vscode.goto(6, 20)
    assert vscode.do("actions")[0] == FORGOTTEN_FIX
    vscode.do("actions", choose=FORGOTTEN_FIX)
    vscode.wait(lambda: vscode.lines.get(5), FORGOTTEN_LINE, "reuse that is passed on")
    vscode.wait(lambda: squiggles(vscode, "error"), 0, "end of the squiggle")
    vscode.wait(lambda: vscode.hints, {6: ["↺ net/fc/{kernel,bias}:0"]}, "shared variables")


def test_all_safe_fixes_are_one_command(vscode: VSCode) -> None:
    vscode.open("unfinished.py")
    vscode.wait(lambda: squiggles(vscode, "error") + squiggles(vscode, "warning"), bool, "squiggle")
    vscode.command("Fix All")
    line = 'again = g.get_tensor_by_name("w:0")'
    vscode.wait(lambda: vscode.lines.get(5), line, "name of a tensor")


def test_strings_are_places(vscode: VSCode) -> None:
    vscode.open("filter.py")
    vscode.wait(lambda: sorted(vscode.hints), [4, 5], "hints")
    text = vscode.do("hover", line=6, column=70)
    assert "matches 0 of 4 variables" in text
    assert "It nearly matches:\ngenerator/{kernel,bias}:0" in text.replace("\n\n", "\n")
    vscode.do("noHover")
    vscode.goto(7, 60)
    vscode.press("F12")
    vscode.wait(lambda: vscode.do("cursor")[0], 4, "cursor on the call that creates it")


def test_a_layer_is_renamed_in_all_files_and_the_map_is_copied(vscode: VSCode) -> None:
    vscode.open("train.py")
    vscode.wait(lambda: vscode.status, lambda text: "2 variables" in text, "item")
    vscode.goto(5, 45)
    assert vscode.do("rename", to="first") == "hidden"
    line = 'chosen = tf.trainable_variables("encoder/first/")'
    vscode.wait(lambda: vscode.lines.get(5), line, "renamed filter")
    (toast,) = vscode.wait(lambda: vscode.do("toasts"), bool, "message")
    assert "encoder/hidden/{kernel,bias} → encoder/first/{kernel,bias}" in toast["text"]
    (button,) = toast["buttons"]
    vscode.do("clickToast", button=button)
    pairs = [f"'encoder/hidden/{one}': 'encoder/first/{one}'" for one in ("kernel", "bias")]
    vscode.wait(
        lambda: vscode.do("clipboard"),
        lambda text: all(pair in text for pair in pairs),
        "map in the clipboard",
    )
    vscode.open("layers.py")
    renamed = '        return tf.layers.dense(x, 4, name="first")'
    vscode.wait(lambda: vscode.lines.get(6), renamed, "renamed layer")
    vscode.wait(lambda: vscode.hints, {6: ["encoder/first/{kernel,bias}:0"]}, "new names")


def test_later_cells_follow_earlier_ones(vscode: VSCode) -> None:
    vscode.write_notebook("cells.ipynb", *CELLS)
    vscode.do("openNotebook", name="cells.ipynb")
    vscode.wait(lambda: vscode.do("cells"), ["w:0", "a/inner:0", "w_1:0"], "hints in cells")
    vscode.wait(lambda: vscode.status, "3 variables, 4 parameters", "item before any typing")
    text = vscode.do("hoverCell", text="get_variable")
    assert 'a · cell 3, line 1 · with tf.variable_scope("a"):' in text
    vscode.do("noHover")
    vscode.command("Problems: Focus on Problems View")
    renamed = "w is taken: this variable is called w_1"
    vscode.wait(lambda: str(vscode.problems("cells.ipynb")), lambda all: renamed in all, "problem")
    vscode.do("deleteCell", text="taken")
    vscode.wait(lambda: vscode.do("cells"), ["a/inner:0", "w:0"], "hints without the cell")
    vscode.wait(
        lambda: str(vscode.problems("cells.ipynb")), lambda all: renamed not in all, "its end"
    )
    vscode.do("typeInCell", after="tensorflow", text="\nother = tf.Variable(0.0, name='w')")
    vscode.wait(lambda: vscode.do("cells"), ["w:0", "a/inner:0", "w_1:0"], "hints after typing")
    vscode.command("View: Revert and Close Editor")

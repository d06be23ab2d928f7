"""Programs and their checkpoints in real VS Code: commands, warnings, hovers and quick fixes."""

from __future__ import annotations

from tests.checkpoints.tables import write_index
from tests.editors.vscode.editor import VSCode

FILES = {"empty.py": ""}
"""A window on an empty folder has nothing that the driver could wait for."""
OLD_NET = """import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 3])
with tf.variable_scope("net"):
    tf.layers.dense(x, 4, name="hidden")
"""
NET_SHAPES = {"net/hidden/kernel": [3, 4], "net/hidden/bias": [4]}


def test_a_program_is_compared_with_a_checkpoint_that_is_chosen(vscode: VSCode) -> None:
    write_index(vscode.project / "model.ckpt", NET_SHAPES)
    vscode.write("moved.py", OLD_NET.replace("net", "model"))
    vscode.open("moved.py")
    vscode.wait(lambda: vscode.hints, lambda found: 5 in found, "hints")
    chosen = str(vscode.project / "model.ckpt.index")
    vscode.command("scope-lsp: Copy Assignment Map for a Checkpoint", wait=False)
    vscode.do("answerPath", text=chosen)
    pairs = [f"    'net/hidden/{one}': 'model/hidden/{one}',\n" for one in ("bias", "kernel")]
    vscode.wait(
        lambda: vscode.do("clipboard"),
        lambda text: text.endswith(f"{{\n{''.join(pairs)}}}\n"),
        "map in the clipboard",
    )
    vscode.command("scope-lsp: Compare with a Checkpoint", wait=False)
    vscode.do("answerPath", text=chosen)
    vscode.wait(
        lambda: vscode.lines,
        lambda lines: any(text.startswith("| `net/hidden/bias` |") for text in lines.values()),
        "comparison beside the program",
    )
    assert vscode.do("toasts") == []
    vscode.command("View: Revert and Close Editor")


def test_the_checkpoint_of_the_settings_is_shown(vscode: VSCode) -> None:
    write_index(vscode.project / "model.ckpt", NET_SHAPES)
    vscode.write("named.py", OLD_NET.replace("net", "model"))
    vscode.configure(**{"scopeLsp.checkpoints": {"named.py": "model.ckpt"}})
    vscode.open("named.py")
    vscode.wait(lambda: vscode.do("editor")["squiggles"]["warning"], bool, "squiggle")
    vscode.command("Problems: Focus on Problems View")
    message = (
        "Keys model/hidden/kernel, model/hidden/bias not found in checkpoint model.ckpt. "
        "Probably: scope net renamed model (2 variables)."
    )
    rows = vscode.wait(lambda: vscode.problems("named.py"), bool, "problem")
    assert [row["name"].startswith(f"Warning: {message}") for row in rows] == [True]
    text = vscode.do("hover", line=5, column=16)
    assert "in model.ckpt probably as net/hidden/kernel with shape [3, 4]" in text
    vscode.do("noHover")
    vscode.goto(5, 16)
    vscode.do("actions", choose="Use the names of model.ckpt")
    line = 'with tf.variable_scope("net"):'
    vscode.wait(lambda: vscode.lines.get(4), line, "old name")
    vscode.wait(lambda: vscode.do("editor")["squiggles"]["warning"], 0, "end of the squiggle")
    vscode.configure(**{"scopeLsp.checkpoints": None})

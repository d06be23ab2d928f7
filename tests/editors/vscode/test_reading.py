"""What the packaged extension shows in real VS Code: long names, counts, settings, help."""

from __future__ import annotations

from scope_lsp.rules.registry import RULES
from tests.editors.programs import DEEP
from tests.editors.vscode.editor import VSCode
from tests.editors.vscode.manifest import FOLDER, package

UNKNOWN = """\
import tensorflow as tf


def head(x, units):
    return tf.layers.dense(x, units, name="out")
"""
OPS = """\
import tensorflow as tf


def conv2d(x, units, name):
    with tf.variable_scope(name):
        w = tf.get_variable("w", [5, 5, x.get_shape()[-1], units])
        biases = tf.get_variable("biases", [units])
        return tf.nn.conv2d(x, w, [1, 2, 2, 1], "SAME") + biases
"""
MODEL = """\
import tensorflow as tf
from ops import conv2d

image = tf.placeholder(tf.float32, [64, 28, 28, 1])
with tf.variable_scope("discriminator"):
    h0 = tf.nn.relu(conv2d(image, 64, name="h0_conv"))
    h1 = tf.nn.relu(conv2d(h0, 128, name="h1_conv"))
"""
SLOW_HELPER = """\
import tensorflow as tf


def block(x, name):
    return tf.layers.dense(x, 8, name=name)
"""
SLOW = """\
import tensorflow as tf
from slow_helper import block

for i in range(9000):
    x = tf.zeros([1, 8])
    for part in "abcdef":
        x = block(x, "layer_%d_%s" % (i, part))
"""


FILES = {
    "deep.py": DEEP.text,
    "unknown.py": UNKNOWN,
    "ops.py": OPS,
    "model.py": MODEL,
    "siamese.py": (FOLDER.parent / "examples" / "siamese.py").read_text(encoding="utf-8"),
}


def test_long_names_keep_the_indices_of_loops_and_their_end(vscode: VSCode) -> None:
    """VS Code has room for them: what it cuts off would end in dots of its own."""
    vscode.open("deep.py")
    vscode.wait(lambda: vscode.hints, DEEP.hints, "long hints")
    encoder = "bidirectional_transformer/encoder"
    whole = [f"{encoder}/layer_{n}/attention/query/kernel:0" for n in range(12)]
    text = vscode.do("tooltip", text="query/{kernel,bias}")
    assert "24 variables; the first one:" in text
    assert f"{encoder}/layer_{{0..11}}/attention/query/{{kernel,bias}}:0" in text
    assert whole[0] in text and whole[1] not in text
    vscode.do("noHover")


def test_sizes_that_are_not_known_are_left_out(vscode: VSCode) -> None:
    vscode.open("unknown.py")
    vscode.wait(lambda: vscode.status, "2 variables", "item")
    vscode.wait(lambda: vscode.lenses, ["2 variables"], "lens")
    vscode.command("scope-lsp: Show Variables")
    view = vscode.wait(lambda: vscode.variables, lambda one: one and one["rows"], "tree")
    assert view is not None and "?" not in view["description"]


def test_calls_of_helpers_show_what_they_make_on_request(vscode: VSCode) -> None:
    vscode.open("model.py")
    vscode.wait(lambda: vscode.status, lambda text: "4 variables" in text, "item")
    assert vscode.hints == {}
    vscode.configure(**{"scopeLsp.inlayHints.calls": True})
    inside = {
        6: ["discriminator/h0_conv/{w,biases}:0"],
        7: ["discriminator/h1_conv/{w,biases}:0"],
    }
    vscode.wait(lambda: vscode.hints, inside, "hints of calls")
    text = vscode.do("tooltip", text="h0_conv")
    assert text.split("\n\n") == [
        "discriminator/h0_conv/w:0 (created)",
        "discriminator/h0_conv/biases:0 (created)",
    ]
    vscode.do("noHover")
    vscode.configure(**{"scopeLsp.inlayHints.calls": None})
    vscode.wait(lambda: vscode.hints, {}, "end of the hints of calls")


def test_each_kind_of_hint_and_lens_has_its_switch(vscode: VSCode) -> None:
    """One lens says what a function and the scope in it make."""
    vscode.open("siamese.py")
    function = "4 variables, 217,408 parameters | called 2 times: 1 set of weights"
    scope = "2 variables, 65 parameters"
    vscode.wait(lambda: vscode.lenses, [function, scope], "lenses")
    vscode.configure(**{"scopeLsp.codeLens.scopes": False})
    vscode.wait(lambda: vscode.lenses, [function], "lens of the function")
    vscode.configure(**{"scopeLsp.codeLens.scopes": None, "scopeLsp.codeLens.functions": False})
    vscode.wait(
        lambda: vscode.lenses, ["4 variables, 217,408 parameters", scope], "lenses of scopes"
    )
    vscode.configure(
        **{"scopeLsp.codeLens.functions": None, "scopeLsp.inlayHints.variables": False}
    )
    vscode.wait(lambda: vscode.hints, {}, "no hints of variables")
    vscode.configure(**{"scopeLsp.inlayHints.variables": None})
    vscode.wait(lambda: sorted(vscode.hints), [9, 10, 17, 18], "hints")


def test_a_hover_tells_each_name_once(vscode: VSCode) -> None:
    vscode.open("siamese.py")
    vscode.wait(lambda: sorted(vscode.hints), [9, 10, 17, 18], "hints")
    tooltip = vscode.do("tooltip", text="distance/scale:0")
    for text in (tooltip, vscode.do("hover", line=17, column=20)):
        assert text.count("distance/scale:0") == 1
        assert text.splitlines()[0] == "distance/scale:0 · created"
        assert "\n\n\n" not in text and " ," not in text and "  " not in text.strip()
    vscode.do("noHover")


def test_the_tooltip_of_the_status_item_leads_to_the_log(vscode: VSCode) -> None:
    vscode.open("siamese.py")
    vscode.wait(lambda: vscode.status, "6 variables, 217,473 parameters", "item")
    text = vscode.do("statusTooltip", id="scopeLsp.status")
    assert text.startswith("scope-lsp: 6 variables, 217,473 parameters")
    assert "\nEnvironment: " in text
    vscode.do("clickInHover", text="Show log")
    vscode.wait(lambda: vscode.do("output"), "scope-lsp", "log")
    vscode.press("Control+j")


def test_the_settings_editor_offers_every_rule(vscode: VSCode) -> None:
    codes, severities = vscode.do("settingRow", id="scopeLsp.diagnostics.severity")
    assert sorted(codes) == sorted(RULES)
    assert severities == ["error", "warning", "information", "hint", "off"]


def test_the_status_item_says_what_does_not_work(vscode: VSCode) -> None:
    vscode.write("slow.py", SLOW)
    vscode.write("slow_helper.py", SLOW_HELPER)
    vscode.open("slow_helper.py")
    vscode.wait(
        lambda: vscode.do("statusTooltip", id="scopeLsp.status"),
        lambda text: (
            "slow.py is still being analysed. Names that come from it may be missing." in text
        ),
        "slow program in the tooltip",
    )
    vscode.do("noHover")
    assert vscode.do("toasts") == []
    vscode.write("slow.py", "")


def test_the_pictures_of_the_walkthrough_are_whole(vscode: VSCode) -> None:
    vscode.open("siamese.py")
    vscode.wait(lambda: vscode.status, bool, "item")
    (walkthrough,) = package()["contributes"]["walkthroughs"]
    steps = vscode.do("walkthrough", title=walkthrough["title"])
    assert [step["name"] for step in steps] == [step["title"] for step in walkthrough["steps"]]
    assert [step["name"] for step in steps if step["isClipped"]] == []

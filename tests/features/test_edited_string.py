"""The string in which somebody types, found in its line."""

from __future__ import annotations

import pytest

from scope_lsp.features.edited_string import EditedString
from scope_lsp.features.edits_since import TextChange


def typed(marked: str) -> EditedString | None:
    """The string after ``[new]`` was typed into a line, where ``[old|new]`` replaces old."""
    before, _, rest = marked.partition("[")
    inside, _, after = rest.partition("]")
    old, bar, new = inside.partition("|")
    old, new = (old, new) if bar else ("", old)
    column = len(before) + 1
    edit = TextChange((7, column), (7, column + len(old)), (7, column + len(new)))
    return EditedString.of("/a.py", edit, before + old + after, before + new + after)


@pytest.mark.parametrize(
    ("marked", "texts"),
    [
        pytest.param('f("conv[1]")', ("conv", "conv1"), id="at its end"),
        pytest.param('f("[a]conv")', ("conv", "aconv"), id="at its beginning"),
        pytest.param("f('co[n|mm]v', \"x\")", ("conv", "commv"), id="in the middle"),
        pytest.param('f("a", "conv[12|]")', ("conv12", "conv"), id="taken out"),
        pytest.param('f(f"conv[x]{i}")', ("conv{i}", "convx{i}"), id="before a value"),
        pytest.param('f("a" if b else "c[d]")', ("c", "cd"), id="the second one"),
        pytest.param('f("%d_w[w]" % i)', ("%d_w", "%d_ww"), id="after a value"),
    ],
)
def test_both_texts(marked: str, texts: tuple[str, str]) -> None:
    found = typed(marked)
    assert found is not None
    assert (found.old, found.new) == texts


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param('f("a")[x]', id="behind it"),
        pytest.param('f("a", [x]"b")', id="between two"),
        pytest.param('f("a["]")', id="a quote"),
        pytest.param('f("a[, "|x]b")', id="over a quote"),
        pytest.param('x = 1  # "a[b]"', id="in a comment"),
        pytest.param('f("""a[b]""")', id="three quotes"),
        pytest.param('f("a\\n[b]")', id="a backslash"),
        pytest.param('f("[a]")', id="empty until now"),
        pytest.param('f("%[2]d" % i)', id="in a placeholder"),
        pytest.param('f(f"{i[j]}")', id="in a value"),
    ],
)
def test_none(marked: str) -> None:
    assert typed(marked) is None


@pytest.mark.parametrize(
    ("marked", "text", "new"),
    [
        pytest.param('f("conv[x]")', "conv", "convx", id="all of it"),
        pytest.param('f("conv[x]")', "conv_1", None, id="with a number of TensorFlow's"),
        pytest.param('f("layer_[x]%d/w" % i)', "layer_3/w", "layer_x3/w", id="around a value"),
        pytest.param('f("{}_{}[x]".format(a, b))', "a_b_c", "a_b_cx", id="two values"),
        pytest.param('f("conv[x]" + str(i))', "conv7", "convx7", id="before a plus"),
        pytest.param('f(name + "_w[x]")', "conv_w", "conv_wx", id="after a plus"),
        pytest.param('f(a + "_m[x]_" + b)', "q_m_r", "q_mx_r", id="between two"),
        pytest.param('f("%s%d[x]" % a)', "b", None, id="fewer than its values"),
        pytest.param('f(name, "_w[x]")', "conv_w", None, id="after a comma"),
    ],
)
def test_what_it_made_is_made_anew(marked: str, text: str, new: str | None) -> None:
    found = typed(marked)
    assert found is not None
    assert found.renewed(text) == new

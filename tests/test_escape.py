"""Text of untrusted programs is harmless in every place where it is shown."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path

import pytest

from scope_lsp import escape
from tests.cli.test_program import scope_lsp

HOSTILE = (
    "a\x1b]8;;http://evil\x07b\r\n::error::%0A\u202e[x](command:rm) `</script>``\x9b\ud800\u2028"
)


def test_plain_text_stays_as_it_is() -> None:
    for text in ("layer_{0..11}/kernel:0", "größe", "深層/学習", "a b", ""):
        assert escape.visible(text) == text == escape.line(text) == escape.html(text)


def test_a_terminal_sees_and_obeys_nothing() -> None:
    assert escape.visible("\x1b[31m\u202e\u2066\x9b\n") == "\\x1b[31m\\u202e\\u2066\\x9b\\n"
    assert escape.line(" a\n\tb\x1b ") == "a b\\x1b"
    assert escape.visible("a\nb", keep="\n") == "a\nb"
    escape.visible(HOSTILE).encode("utf-8")


def test_a_message_of_github_is_one_command() -> None:
    text = escape.github_message(HOSTILE)
    assert len(text.splitlines()) == 1
    assert "%0A::error::%250A" in text
    assert escape.github_property("a:b,c%") == "a%3Ab%2Cc%25"


def test_a_message_of_sarif_holds_no_link() -> None:
    assert escape.sarif("[x](1) [3]") == "\\[x](1) [3]"


def test_xml_is_well_formed() -> None:
    text = f'<a b="{escape.xml(HOSTILE)}">{escape.xml(HOSTILE)}</a>'
    found = ElementTree.fromstring(text)
    assert found.text is not None and "\\x1b" in found.text
    assert found.attrib["b"] == found.text


def test_html_holds_no_markup() -> None:
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append(tag)  # type: ignore[method-assign]
    parser.feed(f"{escape.html('<img src=x onerror=alert(1)>')}")
    assert tags == []
    held = escape.script({"a": HOSTILE.replace("\ud800", ""), "b": "</script><!--"})
    assert not set("<>&\u2028") & set(held)
    assert json.loads(held)["b"] == "</script><!--"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "=cmd|' /C calc'!A0"])
def test_a_table_has_no_formula(text: str) -> None:
    written = io.StringIO()
    csv.writer(written).writerow([escape.csv(text)])
    ((cell,),) = csv.reader(io.StringIO(written.getvalue()))
    assert cell == f"'{text}"


def test_markdown_holds_no_link() -> None:
    assert escape.markdown("[x](command:rm) <b> *y*") == r"\[x](command:rm) \<b> \*y\*"
    assert escape.markdown_label("a](command:rm)[b") == r"a\](command:rm)\[b"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a", "`a`"),
        ("a`b", "``a`b``"),
        ("a``b", "```a``b```"),
        ("`", "`` ` ``"),
        ("a\n\n[x](y)", "`a\\n\\n[x](y)`"),
        ("", ""),
    ],
)
def test_code_in_markdown_stays_code(text: str, code: str) -> None:
    assert escape.markdown_code(text) == code


PROGRAM = """\
import tensorflow as tf
v = tf.Variable(0.0, name="w")
v = tf.Variable(0.0, name="w")
tf.get_default_graph().get_tensor_by_name("a\\n::error::b\\x1b[2J%\\u202ec:0")
"""


@pytest.mark.parametrize("form", ["text", "concise", "github", "gitlab", "junit", "sarif", "json"])
def test_no_report_repeats_what_a_program_says_raw(tmp_path: Path, form: str) -> None:
    (tmp_path / "=\u202ea.py").write_text(PROGRAM, encoding="utf-8")
    done = scope_lsp("check", ".", "--format", form, cwd=tmp_path)
    assert "error" in done.stdout
    assert not set("\x1b\u202e\r") & set(done.stdout)
    assert not any(line.startswith("::error::") for line in done.stdout.splitlines())


@pytest.mark.parametrize("form", ["text", "tree", "csv", "json", "html"])
def test_no_listing_repeats_the_name_of_a_file_raw(tmp_path: Path, form: str) -> None:
    (tmp_path / "=\u202ea.py").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "b.py").write_text(PROGRAM)
    done = scope_lsp("names", "=\u202ea.py", "b.py", "--format", form, cwd=tmp_path)
    assert not set("\x1b\u202e\r") & set(done.stdout + done.stderr)
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(done.stdout)))
        assert {row["program"] for row in rows} == {"'=\\u202ea.py", "b.py"}

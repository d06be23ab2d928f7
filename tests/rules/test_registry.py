"""What is true for every rule: severities, "may", related places, ignore comments, settings."""

from __future__ import annotations

import pytest

from scope_lsp.analysis.analyze import Snapshot, analyze
from scope_lsp.analysis.result import Analysis, Certainty, ErrorEvent
from scope_lsp.interpreter.budget import Budget
from scope_lsp.rules import registry
from scope_lsp.rules.rule import Finding, Severity
from scope_lsp.rules.suppression import ABOUT_COMMENTS
from tests.support.made import PROGRAM, chain, error, problem

TEXT = "import tensorflow as tf\nfirst()\nsecond()\nthird()\n"


def findings(
    *events: ErrorEvent, text: str = TEXT, severities: dict[str, str] | None = None
) -> list[Finding]:
    analysis = Analysis(PROGRAM, errors=events)
    codes = registry.RULES.keys() - ABOUT_COMMENTS
    return registry.run(analysis, {PROGRAM: text}.get, severities, codes)


def test_what_is_certain_to_fail_is_an_error_in_tensorflows_words() -> None:
    (finding,) = findings(error(2))
    assert finding.severity is Severity.ERROR
    assert finding.message == "Variable w already exists, disallowed."
    assert (finding.span.line, finding.code) == (2, "variable-exists")


@pytest.mark.parametrize("certainty", [Certainty.POSSIBLE, Certainty.SYMBOLIC])
@pytest.mark.parametrize("asked", [None, "error"])
def test_what_may_fail_is_never_an_error(certainty: Certainty, asked: str | None) -> None:
    severities = {"variable-exists": asked} if asked else {}
    (finding,) = findings(error(2, certainty=certainty), severities=severities)
    assert finding.severity is Severity.WARNING
    assert finding.message == "This may fail: Variable w already exists, disallowed."


def test_related_places_are_the_creation_and_both_call_chains() -> None:
    (finding,) = findings(error(9, trace=chain(4, 7, 9), created_at=chain(3, 9)))
    assert [(place.span.line, place.message) for place in finding.related] == [
        (9, "w:0 was first created here"),
        (3, "that was called from here"),
        (7, "called from here, in build"),
        (4, "called a second time from here"),
    ]


def test_a_line_that_turned_reuse_on_is_named() -> None:
    program = (
        "import tensorflow as tf\n"
        "with tf.variable_scope('a') as scope:\n"
        "    scope.reuse_variables()\n"
        "    with tf.variable_scope('b'):\n"
        "        tf.get_variable('w', [3])\n"
    )
    analysis = analyze(Snapshot(PROGRAM, program), Budget())
    (finding,) = registry.run(analysis, {PROGRAM: program}.get)
    assert [(place.span.line, place.message) for place in finding.related] == [
        (3, "reuse was turned on here")
    ]


def test_another_size_of_input_is_traced_to_the_call_that_came_first() -> None:
    program = (
        "import tensorflow as tf\n"
        "for size in (3, 5):\n"
        "    with tf.variable_scope('a', reuse=tf.AUTO_REUSE):\n"
        "        tf.layers.dense(tf.zeros([1, size]), 4)\n"
    )
    analysis = analyze(Snapshot(PROGRAM, program), Budget())
    (finding,) = registry.run(analysis, {PROGRAM: program}.get)
    assert finding.code == "variable-shape"
    assert finding.related[0].message == (
        "a/dense/kernel:0 was first created here, with shape (3, 4): "
        "its size depends on the input of this call"
    )


def test_a_name_was_taken_in_the_same_graph() -> None:
    program = (
        "import tensorflow as tf\n"
        "with tf.Graph().as_default():\n"
        "    tf.Variable(0.0, name='w')\n"
        "with tf.Graph().as_default():\n"
        "    tf.Variable(0.0, name='w')\n"
        "    tf.Variable(0.0, name='w')\n"
        "with tf.Graph().as_default():\n"
        "    tf.zeros([1], name='w')\n"
        "    tf.Variable(0.0, name='w')\n"
    )
    analysis = analyze(Snapshot(PROGRAM, program), Budget())
    renamed = registry.run(analysis, {PROGRAM: program}.get)
    assert [[place.span.line for place in finding.related] for finding in renamed] == [[5], []]


def test_findings_come_in_the_order_of_the_text() -> None:
    found = findings(error(3), error(2, "scope-error"), error(2))
    assert [(one.span.line, one.code) for one in found] == [
        (2, "scope-error"),
        (2, "variable-exists"),
        (3, "variable-exists"),
    ]


def test_a_fault_seen_twice_is_told_once() -> None:
    assert len(findings(error(2), error(2))) == 1


@pytest.mark.parametrize("wanted", ["warning", "information", "hint"])
def test_settings_change_a_severity(wanted: str) -> None:
    (finding,) = findings(error(2), severities={"variable-exists": wanted})
    assert finding.severity.value == wanted


def test_settings_turn_a_rule_off() -> None:
    found = findings(error(2), error(3, "scope-error"), severities={"variable-exists": "off"})
    assert [finding.code for finding in found] == ["scope-error"]


@pytest.mark.parametrize(
    ("line", "silent"),
    [
        ("first()  # scope: ignore", True),
        ("first()  # scope:ignore", True),
        ("first()  # scope: ignore[variable-exists]", True),
        ("first()  # noqa # scope: ignore[scope-error, variable-exists]", True),
        ("    y = first(  # scope: ignore", True),
        (")  # scope: ignore", True),
        ("first()  # scope: ignore[scope-error]", False),
        ("first()  # scope: ignored", False),
        ("first('# scope: ignore')", False),
        ("first(f'{x}# scope: ignore')", False),
        ("first()", False),
    ],
)
def test_a_comment_silences_its_line(line: str, silent: bool) -> None:
    found = findings(error(2), text=f"import tensorflow as tf\n{line}\n")
    assert (not found) is silent


def test_lines_end_where_editors_end_them() -> None:
    text = "a = '\x0c\u2028'\r\nfirst()  # scope: ignore\rsecond()\n"
    assert [finding.span.line for finding in findings(error(2), error(3), text=text)] == [3]


@pytest.mark.parametrize(
    ("line", "fixed"),
    [
        ("first()  ", "first()  # scope: ignore[variable-exists]"),
        ("first()  # why", "first()  # why  # scope: ignore[variable-exists]"),
        (
            "first()  # scope: ignore[scope-error]",
            "first()  # scope: ignore[scope-error, variable-exists]",
        ),
        ("first( \\", None),
        ('first("""', None),
    ],
)
def test_the_fix_that_silences(line: str, fixed: str | None) -> None:
    (finding,) = findings(error(2), text=f"import tensorflow as tf\n{line}\n")
    if fixed is None:
        assert finding.fixes == ()
        return
    (fix,) = finding.fixes
    (edit,) = fix.edits
    assert (edit.span.line, edit.span.end_line) == (2, 2)
    assert line[: edit.span.column - 1] + edit.text + line[edit.span.end_column - 1 :] == fixed
    assert findings(error(2), text=f"import tensorflow as tf\n{fixed}\n") == []


def test_what_stops_the_analysis_is_information_and_broken_syntax_a_warning() -> None:
    analysis = Analysis(
        PROGRAM,
        problems=(
            problem(2, "budget", "stopped after 5 seconds"),
            problem(3, "crash", "KeyError: 'x'"),
            problem(4, "syntax", "invalid syntax"),
        ),
    )
    found = registry.run(analysis, {PROGRAM: TEXT}.get)
    assert [(one.code, one.severity.value, one.message) for one in found] == [
        ("unfinished", "information", "stopped after 5 seconds; what follows may be missing"),
        (
            "unfinished",
            "information",
            "the program seems to stop here with KeyError: 'x'; what follows is only possible",
        ),
        ("syntax-error", "warning", "invalid syntax"),
    ]
    in_editor = registry.run(analysis, {PROGRAM: TEXT}.get, codes=registry.EDITOR_CODES)
    assert [one.code for one in in_editor] == ["unfinished", "unfinished"]


@pytest.mark.parametrize(
    ("head", "silent"),
    [
        ("# scope: ignore-file", True),
        ("    # scope: ignore-file[scope-error, variable-exists]  # why", True),
        ("# scope: ignore-file[scope-error]", False),
        ("x = 1  # scope: ignore-file", False),
        ("x = '# scope: ignore-file'", False),
        ("'''\n# scope: ignore-file\n'''", False),
    ],
)
def test_a_comment_silences_its_file(head: str, silent: bool) -> None:
    assert (not findings(error(2), text=f"{TEXT}{head}\n")) is silent


def test_settings_silence_rules_in_some_files() -> None:
    analysis = Analysis(PROGRAM, errors=(error(2), error(3, "scope-error")))
    globs = {"/project/t*.py": ["variable-exists"], "/other/**": ["scope-error"]}
    verdict = registry.judge(analysis, {PROGRAM: TEXT}.get, per_file=globs)
    assert [finding.code for finding in verdict.findings] == ["scope-error"]


@pytest.mark.parametrize(
    ("line", "code", "fixed"),
    [
        ("w = f()  # scope: ignore[scope-error]", "unused-ignore", "w = f()"),
        ("w = f()  # why  # scope: ignore", "unused-ignore", "w = f()  # why"),
        ("w = f()  # scope: ignore  # noqa", "unused-ignore", "w = f()  # noqa"),
        ("w = f()  # scope: ignor[scope-error]", "invalid-ignore", "scope: ignore[scope-error]"),
        ("w = f()  # scope: ignore[scope-eror]", "invalid-ignore", "scope: ignore[scope-error]"),
    ],
)
def test_comments_have_safe_fixes(line: str, code: str, fixed: str) -> None:
    text = f"import tensorflow as tf\ndef f(): return tf.get_variable('w', [3])\n{line}\n"
    analysis = analyze(Snapshot(PROGRAM, text), Budget())
    (finding,) = registry.run(analysis, {PROGRAM: text}.get)
    (fix,) = finding.fixes
    (edit,) = fix.edits
    assert (finding.code, fix.is_safe, edit.span.line, edit.span.end_line) == (code, True, 3, 3)
    after = line[: edit.span.column - 1] + edit.text + line[edit.span.end_column - 1 :]
    assert after.endswith(fixed) and after.startswith("w = f()")


@pytest.mark.parametrize("code", registry.RULES)
def test_every_rule_is_documented(code: str) -> None:
    documentation = registry.RULES[code].documentation
    assert registry.RULES[code].summary.endswith(".")
    for heading in ("**What it finds.**", "**Example.**", "**What to do.**"):
        assert heading in documentation
    assert "```python\n" in documentation

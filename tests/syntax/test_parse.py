"""Broken text keeps everything that is valid, in its place."""

from __future__ import annotations

import ast
import sys
import warnings
from textwrap import dedent

import pytest

from scope_lsp.syntax import LOST, parse


def check(broken: str, expected: str) -> None:
    """``broken`` means what ``expected`` says, in which ``?`` is what is lost."""
    sound = dedent(expected).replace("**?", "**_" + LOST).replace("?", LOST)
    found = parse(dedent(broken).lstrip("\n")).tree
    assert ast.dump(found) == ast.dump(ast.parse(sound)), ast.unparse(found)


def test_sound_text_has_no_problems() -> None:
    result = parse("x = 1\n")
    assert ast.unparse(result.tree) == "x = 1"
    assert result.problems == ()
    assert result.complete


def test_the_same_text_is_parsed_once() -> None:
    assert parse("y = 1\n").tree is parse("y = 1\n").tree


def test_unclosed_bracket_costs_its_own_statement() -> None:
    check(
        """
        x = f(
        y = 1
        a.b(c)
        def g():
            return 2
        """,
        """
        x = ?
        y = 1
        a.b(c)

        def g():
            return 2
        """,
    )


def test_a_call_without_its_last_bracket_is_completed() -> None:
    check("x = f(1, name='h'\ny = g(x, a.\nz = 1", "x = f(1, name='h')\ny = g(x, ?)\nz = 1")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("with f(", "with f(?):"),
        ("with f('a'", "with f('a'):"),
        ("with f('a", "with f('a'):"),
        ("with f('a', reuse=", "with f('a', reuse=?):"),
        ("with f('a':", "with f('a'):"),
        ("with f('a') as", "with f('a'):"),
        ("with f('a') as s", "with f('a') as s:"),
        ("with f('a' 1) as s:", "with ? as s:"),
        ("with", "with ?:"),
        ("for i in range(3", "for i in range(3):"),
        ("for i in range(3 4):", "for i in ?:"),
        ("for", "for ? in ?:"),
        ("while", "while ?:"),
        ("if x", "if x:"),
        ("if x ==", "if x == ?:"),
        ("if x y:", "if ?:"),
        ("def g(a, b=", "def g(a, b=?):"),
        ("def g(", "def g(*?, **?):"),
        ("def g", "def g(*?, **?):"),
        ("class C(D", "class C(D):"),
        ("class C(D E):", "class C(?):"),
    ],
)
def test_an_unfinished_header_keeps_its_body(header: str, expected: str) -> None:
    text = f"{header}\n    w = v(1)\n    return w\nz = 1"
    check(text, f"{expected}\n    w = v(1)\n    return w\nz = 1")


def test_body_and_branches_of_broken_headers() -> None:
    check(
        """
        if x
            y = 1
        elif
            y = 2
        else
            y = 3
        """,
        """
        if x:
            y = 1
        elif ?:
            y = 2
        else:
            y = 3
        """,
    )


def test_a_header_without_a_body_gets_an_empty_one() -> None:
    check(
        "def f():\n\nclass A:\n    # later\n\nx = 1",
        "def f():\n    pass\n\nclass A:\n    pass\nx = 1",
    )


def test_a_try_without_handlers_is_its_body() -> None:
    check("try:\n    x = 1\ny = 2", "if 1:\n    x = 1\ny = 2")


def test_branches_of_nothing_may_run() -> None:
    check("x = 1\nelse:\n    y = 1\nz = 2", "x = 1\nif ?:\n    y = 1\nz = 2")


def test_values_that_are_lost_still_bind_and_leave() -> None:
    check(
        """
        def f():
            a, b = 1 2
            c += 3 4
            return 5 6
        """,
        """
        def f():
            a, b = ?
            c += ?
            return ?
        """,
    )


def test_unclosed_strings() -> None:
    check("x = 'abc\ny = 1", "x = 'abc'\ny = 1")
    check(
        '''
        def f():
            """Never closed.

            x = 1
            return x

        def g():
            """Closed."""
            y = 2
        ''',
        '''
        def f():
            """Never closed."""
            x = 1
            return x

        def g():
            """Closed."""
            y = 2
        ''',
    )


def test_stray_indentation_and_dedents_to_nowhere() -> None:
    check("x = 1\n    y = 2\nz = 3", "x = 1\ny = 2\nz = 3")
    check("if x:\n        y = 1\n    z = 2\nw = 3", "if x:\n    y = 1\n    z = 2\nw = 3")


def test_python_2_keeps_its_meaning() -> None:
    text = dedent(
        """\
        try:
            print 'a', x
            print >>f, y % 3,
        except (E, F), e:
            raise E, 'm'
        exec code in scope
        if a <> 0777: print x; y = 10L
        z = ur'a'
        """
    )
    result = parse(text)
    assert result.complete
    assert not any(problem.lossy for problem in result.problems)
    assert result.only_python2
    check(
        text,
        """
        try:
            print('a', x)
            print(f, y % 3)
        except (E, F) as e:
            raise E('m')
        exec(code, scope)
        if a != 511:
            print(x)
            y = 10
        z = 'a'
        """,
    )


def test_python_2_that_cannot_be_rewritten_costs_one_statement() -> None:
    check(
        "x = 1\ny = `x`\ndef f(a, (b, c)):\n    return b",
        "x = 1\ny = ?\n\ndef f(a, _b__c_):\n    return b",
    )


def test_tabs_count_to_eight() -> None:
    text = "if x:\n\ty = 1\n        z = 2\n\tif z:\n\t\tw = 3\nv = 4"
    check(text, "if x:\n    y = 1\n    z = 2\n    if z:\n        w = 3\nv = 4")
    body = parse(text).tree.body[0]
    assert isinstance(body, ast.If)
    assert [each.col_offset for each in body.body] == [1, 8, 1]
    assert parse(text).complete


def test_magics_of_notebooks_and_unfinished_merges() -> None:
    assert parse("%matplotlib inline\n!pip install x\nx = 1").complete
    check("<<<<<<< HEAD\ny = 2\n=======\ny = 3\n>>>>>>> b\nz = 4", "y = 2\nz = 4")


def test_decorators_of_nothing_are_dropped() -> None:
    check("@f(\ndef g():\n    pass\n@h\nx = 1", "def g():\n    pass\nx = 1")


def test_problems_have_exact_places() -> None:
    (problem,) = parse("x = 1\n  é = f(a b)\ny = 2").problems[:1]
    assert (problem.line, problem.column) == (2, 9)
    assert (problem.end_line, problem.end_column) == (2, 13)
    assert problem.lossy
    assert parse("x = 1\n  é = f(a b)\ny = 2").damaged == {2}


def test_kept_statements_keep_their_places() -> None:
    text = "a = f(\n\tb = 1\nwith x(\n   c = 1; d = (2\nprint 'x' ; e = 3\n"
    found = {
        node.id: (node.lineno, node.col_offset)
        for node in ast.walk(parse(text).tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    lines = text.split("\n")
    for name, (line, column) in found.items():
        assert lines[line - 1][column] == name
    assert set(found) >= {"a", "c", "d", "e"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\\",
        "\ufeff",
        "\0",
        "x = '\udc80'",
        "\f\f  \f",
        "(" * 300,
        "[" * 100_000,
        "(\n" * 20_000,
        "'''" + "\n'''x" * 999,
        "-" * 100_000 + "1",
        "not " * 50_000 + "1",
        "\n".join(" " * i + "if 1:" for i in range(150)),
        "x = " + "9" * 5000,
        "é\u2028\x1c\x85 = (",
        "# -*- coding: nonsense -*-\nx = 1",
        "match x:\n    y = 1\ncase 3:\n    pass",
        "match x:\n",
        "match x:\n    case 1 2:\n        y = 1\n",
        "else:\nexcept:\nfinally:\nelif:\n",
        "try:\nexcept:\nelse:\nelse:\nfinally:\nfinally:\n",
        "if:\n\tif:\n        \tif:\n  if:\n",
        "async def f(:\n  await x y\n  async for\n    z = 1\n",
        "\r\rx = (\r\ny = 1\r",
    ],
)
def test_odd_text_gives_a_tree(text: str) -> None:
    result = parse(text)
    compile(result.tree, "<test>", "exec", ast.PyCF_ONLY_AST)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in result.problems:
        assert 1 <= problem.line <= problem.end_line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert 1 <= problem.end_column <= len(lines[problem.end_line - 1]) + 1


def test_byte_order_mark_and_nul_cost_nothing() -> None:
    check("\ufeffx = 1", "x = 1")
    check("x = 1\n\0\ny = 2", "x = 1\ny = 2")
    assert parse("\ufeffx = 1").complete


def test_warnings_of_the_text_are_its_own_affair() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert parse(r"x = '\d'; y = 1 is 1").complete


@pytest.mark.skipif(sys.version_info < (3, 12), reason="nested quotes came with Python 3.12")
def test_quotes_inside_of_f_strings() -> None:
    check('x = f"{d["a"]}"\ny = (\nz = 1', "x = f\"{d['a']}\"\ny = ?\nz = 1")


def test_what_slips_through_is_still_dropped_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The net below the repair: nothing is noticed at first, and yet the neighbours stay."""
    monkeypatch.setattr("scope_lsp.syntax.repair.error_of", lambda statement: None)
    lines = [f"    a{i} = {i}\n    b{i} = c d" for i in range(40)]
    tree = parse("def slipped():\n" + "\n".join(lines)).tree
    (function,) = tree.body
    assert isinstance(function, ast.FunctionDef)
    names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    assert names >= {f"a{i}" for i in range(40)}


def test_match_needs_its_cases() -> None:
    check("match x:\n    y = 1\nz = 2", "if ?:\n    y = 1\nz = 2")
    check(
        "match x:\n    case 1 2:\n        y = 1\n    case 3\n        y = 2\n",
        "match x:\n    case _:\n        y = 1\n    case 3:\n        y = 2\n",
    )


def test_a_decorator_left_behind_costs_nothing_else() -> None:
    check(
        "class A:\n    def f(self):\n        pass\n        @g\n    def h(self):\n        pass",
        "class A:\n    def f(self):\n        pass\n    def h(self):\n        pass",
    )


def test_lines_too_far_to_the_left_do_not_end_the_block() -> None:
    text = "class A:\n    def f(self):\n        x = 1\n{0}\n        return x\n    y = 2"
    check(text.format("print(x)\ny = (1"), text.format("        print(x)\n        y = 1"))
    check(text.format("["), text.format(""))


def test_a_misspelled_header_still_opens_its_block() -> None:
    check(
        "def f():\n    pass\nwhit g('a'):\n    h()\nx = 1",
        "def f():\n    pass\nif ?:\n    h()\nx = 1",
    )

"""The outline of a text is that of its tree, whatever was edited and cached before."""

from __future__ import annotations

import ast
import random
from pathlib import Path

import pytest

from scope_lsp.syntax.outline import outline, outline_of
from scope_lsp.syntax.source import Source

FILES = sorted(Path(__file__).parent.glob("*.py"))
TEXTS = {
    "nothing": "",
    "a comment": "# nothing\n",
    "text over several lines": '"""One\ntwo\n"""\nimport os\n',
    "both kinds of quotes": 'a = \'\'\'\n"""\n\'\'\'\nimport os\n"""\nimport re\n"""\n',
    "decorators": "@one\n@two(\n)\n# here\nclass A:\n    pass\n",
    "branches": (
        "try:\n    import a\nexcept E:\n    import b\nelse:\n    import c\nfinally:\n    pass\n"
    ),
    "brackets": "a = [\n1,\n2\n]\nfrom x import (\n    y,\n)\n",
    "a line that goes on": "from x import y, \\\nz\n",
    "the ends of Windows' lines": "def f():\r\n    pass\r\n\r\n\r\ndef g():\r\n    pass\r\n",
    "a form feed": "\fimport a\n\f\ndef f(): pass\n",
    "letters of others": "x = 'ä'; import a\nclass É: pass\n",
    "contexts": "with a as b, c(\n) as d:\n    with e: import f\n",
    "statements that join others": "import a; import b\nif x: import c\nelse: import d\n",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_of_a_text(text: str) -> None:
    _check(text)
    _check(f"{text}\n# edited")  # now its statements are known


@pytest.mark.parametrize("text", ["def f(:\n", "a = '''\n", "\0", "@a\n", "x = (\n"])
def test_what_does_not_parse_has_none(text: str) -> None:
    assert outline(text) is None
    assert outline("import a\n" + text) is None


@pytest.mark.parametrize("seed", range(20))
def test_after_random_edits(seed: int) -> None:
    chosen = random.Random(seed)
    text = chosen.choice(FILES).read_text(encoding="utf-8")
    for _ in range(15):
        at = chosen.randrange(len(text) + 1)
        new = chosen.choice(["", "\n", "'''", '"""', "(", ")", "@", "\\\n", "import q\n", "#", " "])
        text = text[:at] + new + text[at + chosen.choice([0, 0, 1, 3]) :]
        _check(text)


def _check(text: str) -> None:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        assert outline(text) is None
        return
    known, whole = outline(text), outline_of(tree, Source(text))
    assert known is not None
    assert set(known.imports) == set(whole.imports)
    assert sorted(known.marks) == sorted(whole.marks)

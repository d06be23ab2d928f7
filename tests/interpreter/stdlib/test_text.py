"""re, string, json, textwrap, os.path and pathlib behave as the real ones."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from tests.interpreter.running import Program, compare

RE = """
import re
from re import sub, compile
p = re.compile(r"(?P<k>\\w+)=(?P<v>\\d+)")
m = p.match("a=12;b=3")
def up(match): return match.group(0).upper()
"""

RE_LINES = """
re.match("a+", "aab").group(), re.match("b", "ab"), re.search("b", "ab").start()
m.group(), m.group(1), m.group("k", "v"), m.groups(), m.groupdict(), m.span("v"), m.end()
m["k"], m[2], m.lastindex, m.lastgroup
p.findall("a=1 b=2"), [x.group("k") for x in p.finditer("a=1 b=2")]
re.findall(r"\\d+", "1 22 333"), re.findall(r"(\\d)(\\w)", "1a 2b")
re.split(r"[,;]", "a,b;c"), re.split(r"(,)", "a,b"), re.split(",", "a,b,c", 1)
re.sub(r"\\d+", "#", "a1b22"), re.sub("a", "b", "aaa", count=2), re.sub("A", "x", "aA", flags=re.I)
re.sub(r"(\\w+) (\\w+)", r"\\2 \\1", "a b"), re.sub(r"(?P<x>a)", r"<\\g<x>>", "ba")
re.sub("[a-c]", up, "abcd"), re.subn("a", "b", "aa"), p.sub(r"\\g<v>=\\g<k>", "a=1")
re.sub(r"([a-z])([A-Z])", r"\\1_\\2", "camelCaseName").lower()
re.sub("(.)([A-Z][a-z0-9]+)", r"\\1_\\2", "Conv2DTranspose")
re.fullmatch("a.c", "abc") is not None, re.fullmatch("a", "ab")
bool(re.match("^model/", "model/x")), bool(re.search("kernel:0$", "a/kernel:0"))
re.escape("a.b/c"), p.pattern, p.groups, dict(p.groupindex)
re.compile("a", re.I).match("A").group()
re.search("a|b", "xb").group(), re.match(r"(a)?b", "b").groups(), re.match(r"(a)?b", "b").groups("d")
m.expand(r"\\1!"), re.match("a", "b") is None
re.match(r"^((?:\\w+/)*)(\\w+):0$", "a/b/c:0").groups()
re.match("^(.*):\\\\d+$", "x/y:0").group(1)
re.sub("^.*/", "", "a/b/c"), re.search(r"layer_(\\d+)", "bert/layer_11/x").group(1)
re.sub(r"[^A-Za-z0-9_.\\-/]", "_", "a b:c")
re.match(r"(\\w+)(\\[(\\d+)\\])?\\s*=\\s*(([^,\\[]*)|\\[([^\\]]*)\\])", "ab[1] = [2, 3]").groups()
re.match(r"(\\w+)\\s*=\\s*(([^,\\[]*)|\\[([^\\]]*)\\])($|,\\s*)", "hidden_size = 128," + "x" * 400).groups()
re.match("a", 5)
isinstance(m, re.Match), isinstance(p, re.Pattern)
repr(m)
re.match(r"((?:/\\w+)*)$", "/a/b").group(1), re.findall(r"(?:\\d+,)*\\d+", "1,22,3")
re.match(r"(\\w+\\.)+\\w+", "a.b.c").group()
"""

TEXT = """
import string, json, textwrap
from string import Template
T = Template("$a/${b}_x $$ ")
"""

TEXT_LINES = """
string.ascii_lowercase, string.digits, string.punctuation, string.ascii_letters[:3]
T.substitute(a=1, b="z"), T.substitute({"a": 2}, b=3), T.safe_substitute(a=1)
T.substitute(a=1)
string.capwords("a bc"), string.Formatter().format("{}-{a}", 1, a=2)
json.loads('{"a": [1, 2.5, null, true], "b": {"c": "d"}}')
json.dumps({"a": [1, 2.5, None, True], "b": "c"}), json.dumps([1], indent=2)
json.dumps({"b": 1, "a": 2}, sort_keys=True), json.loads(json.dumps({"x": (1, 2)}))
json.loads("{")
json.dumps({1: 2}), json.dumps("a")
textwrap.dedent("  a\\n    b\\n"), textwrap.indent("a\\nb", "> ")
"""

PATHS = """
import os, os.path, posixpath, pathlib
from os.path import join
from pathlib import Path, PurePath
"""

PATHS_LINES = """
os.path.join("a", "b"), os.path.join("a/", "b"), os.path.join("a", "/b"), join("a", "", "c")
os.path.basename("a/b.txt"), os.path.dirname("a/b.txt"), os.path.split("a/b")
os.path.splitext("a/b.tar.gz"), os.path.splitext("a"), os.path.normpath("a/../b//c/./d")
os.path.isabs("/a"), os.path.abspath("/a/../b"), os.path.commonprefix(["abc", "abd"])
os.path.expanduser("x/y"), os.path.join("a", *["b", "c"])
os.sep, os.linesep, os.path.sep, os.pathsep, os.curdir
Path("a") / "b" / "c.txt", Path("a", "b"), Path("/a") / "b", Path("a/./b//c")
Path("a/b.tar.gz").name, Path("a/b.tar.gz").stem, Path("a/b.tar.gz").suffix
Path("a/b").parent, Path("a/b").parts, Path("/a/b").parts, Path("/a/b/c").parents[1]
str(Path("a") / "b"), Path("a/b").with_suffix(".x"), Path("a/b.c").with_name("d")
Path("a") == Path("a"), Path("a").joinpath("b", "c"), Path("/a/b").relative_to("/a")
os.path.join(Path("a"), "b"), os.fspath(Path("a")), "x" / Path("y"), "%s" % Path("a")
{Path("a"): 1}[Path("a")], sorted([Path("b"), Path("a")]), Path("/a").is_absolute()
PurePath("a/b")
"""


@pytest.mark.parametrize(
    ("source", "lines"), [(RE, RE_LINES), (TEXT, TEXT_LINES), (PATHS, PATHS_LINES)]
)
def test_as_python_does(source: str, lines: str) -> None:
    compare(source, lines)


UNKNOWN = """
import os, re, json
import somewhere
i = somewhere.number()
name = "block_%s/conv 1" % i
"""

PARTLY_KNOWN = [
    ('re.sub("[^A-Za-z0-9_/]", "_", name)', "'block_{i}/conv_1'"),
    ('os.path.join("a", name)', "'a/block_{i}/conv 1'"),
    ("os.path.join('a', i)", "'a/{i}'"),
    ("os.path.basename(name)", "'conv 1'"),
    ("os.path.dirname(name)", "'block_{i}'"),
    ('os.path.exists("a")', "{r}"),
    ('os.environ.get("HOME")', "'{~}'"),
    ('os.environ["HOME"]', "'{~}'"),
    ('os.environ.get("USER")', "{r}"),
    ('os.environ["LANG"]', "{r}"),
    ('os.environ.get("NOBODY_SETS_IT")', "None"),
    ('os.environ.get("NOBODY_SETS_IT", "x"), os.getenv("NOBODY_SETS_IT", 3)', "('x', 3)"),
    ('"NOBODY_SETS_IT" in os.environ', "False"),
    ('"CUDA_VISIBLE_DEVICES" in os.environ', "{r}"),
    ('os.environ["NOBODY_SETS_IT"] + "x"', "'{os.environ['NOBODY_SETS_IT']}x'"),
    ('os.environ.setdefault("NOBODY_SETS_IT", "y"), os.environ["NOBODY_SETS_IT"]', "('y', 'y')"),
    ('os.path.join(os.path.expanduser("~"), "a", "../b")', "'{~}/a/../b'"),
    ('os.path.normpath(os.path.expanduser("~/a/../b"))', "'{~}/b'"),
    ('os.path.dirname(os.path.expanduser("~/a"))', "'{~}'"),
    ('os.path.dirname(os.path.dirname(os.path.expanduser("~/a")))', "{r}"),
    ('os.path.isabs(os.path.expanduser("~"))', "True"),
    ('os.path.isabs(os.environ["NOBODY_SETS_IT"] + "/x")', "{r}"),
    ('os.path.isabs("/x/" + os.environ["NOBODY_SETS_IT"])', "True"),
    ('os.path.expanduser("~somebody/a")', "{r}"),
    ("os.getcwd()", "{r}"),
    ("os.listdir('a')", "{r}"),
    ("re.match('a', name)", "{r}"),
    ("json.load(open('config.json'))", "{r}"),
    ("json.loads(i)", "{r}"),
    ("open('f').read()", "{r}"),
    ("os.path.abspath('a')", "{r}"),
]


@pytest.mark.parametrize(("expression", "expected"), PARTLY_KNOWN)
def test_keeps_what_is_known(expression: str, expected: str) -> None:
    program = Program(f"{UNKNOWN}\nr = {expression}\n")
    assert program.error is None
    assert program.show("r") == expected


COSTLY = [
    r"re.match('(a+)+$', 'a' * 40 + 'b')",
    r"re.match('(a|aa)+$', 'a' * 40 + 'b')",
    r"re.match('(a*)*b', 'a' * 40)",
    r"re.match('(.*a){20}', 'a' * 40 + 'b')",
    r"re.match('(x+x+)+y', 'x' * 40)",
    r"re.search('.*.*.*.*.*.*=', 'x' * 3000)",
    r"re.compile('(((a{1,900}){1,900}){1,900})').match('a' * 1000)",
    r"re.match('a?' * 60 + 'a' * 60, 'a' * 60)",
    r"re.findall('(\\w+\\s?)*$', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')",
    r"re.match('(?:\\w+_)*$', 'a_' * 30 + '!')",
    r"re.match('(?:_\\w+)*$', '_a' * 30 + '!')",
    r"re.match('(?:\\w(?:a)?)+\\d$', 'a' * 300)",
    r"re.match('(?:[a-z]+A)*$', 'aA' * 30 + '!', re.I)",
    r"re.match('(?:.+/)*$', 'a/' * 30 + '!')",
    r"re.sub('(a|b|ab)*c', '', 'ab' * 50)",
]


@pytest.mark.parametrize("expression", COSTLY)
def test_a_costly_expression_is_unknown(expression: str) -> None:
    program = Program(f"import re\nr = {expression}\n")
    assert program.error is None
    assert program.show("r") == "{r}"


def test_versions() -> None:
    """As ``distutils`` and ``packaging`` order them; neither has to be installed."""
    program = Program(
        """
from distutils.version import LooseVersion, StrictVersion
from packaging import version
loose = [LooseVersion("1.10.0") > "1.9", LooseVersion("1.4") <= LooseVersion("1.4")]
loose.append(str(LooseVersion("1.15.5")))
strict = [StrictVersion("1.4") == "1.4.0", StrictVersion("1.12") < StrictVersion("1.4")]
order = ["1.15.0.dev1", "1.15.0a1", "1.15.0rc2", "1.15", "1.15.0.post1", "1.15.1", "2.0"]
parsed = [version.parse(text) for text in order]
ordered = [a < b for a, b in zip(parsed, parsed[1:])]
last = version.parse("1.15.5")
parts = (last.major, last.minor, version.parse("2.0b1").is_prerelease)
same = version.parse("1.4") == version.parse("1.4.0")
kinds = []
for text in ("1.15.5+nv21.post", "1.0a1.post2", "1.2.dev4"):
    found = version.parse(text)
    kinds.append((found.is_prerelease, found.is_postrelease, found.is_devrelease))
"""
    )
    assert program.show("loose") == "[True, True, '1.15.5']"
    assert program.show("strict") == "[True, False]"
    assert program.show("ordered") == "[True, True, True, True, True, True]"
    assert program.show("parts") == "(1, 15, True)"
    assert program.show("same") == "True"
    kinds = "[(False, False, False), (True, True, False), (True, False, True)]"
    assert program.show("kinds") == kinds

"""Strings: their methods and the four kinds of formatting, as Python has them."""

from __future__ import annotations

import pytest

from tests.interpreter.running import Program, compare

METHODS = """
"aBc".upper()
"aBc".lower()
"aBc dE".title()
"aBc dE".capitalize()
"aBc".swapcase()
"aBc".casefold()
"a".center(5)
"a".center(5, "*")
"a".ljust(4) + "|"
"a".rjust(4, "-")
"-7".zfill(5)
"a,b,c".split(",")
"a b  c".split()
"a,b,c".split(",", 1)
"a,b,c".rsplit(",", 1)
"a,b,c".split(sep=",", maxsplit=1)
"a\\nb\\r\\nc".splitlines()
"a\\nb".splitlines(True)
"a=b=c".partition("=")
"a=b=c".rpartition("=")
"abc".partition("=")
" a ".strip()
"xxaxx".strip("x")
"xxaxx".lstrip("x")
"xxaxx".rstrip("x")
"a.b.c".replace(".", "/")
"a.b.c".replace(".", "/", 1)
"abc".startswith("ab")
"abc".startswith(("x", "a"))
"abc".startswith("b", 1)
"abc".endswith("bc")
"abc".endswith(("x", "c"))
"abcabc".find("c")
"abcabc".find("z")
"abcabc".rfind("c")
"abcabc".find("c", 3)
"abcabc".index("c")
"abcabc".index("z")
"abcabc".rindex("z")
"abcabc".count("a")
"abcabc".count("a", 1)
"abc".isalpha()
"ab1".isalnum()
"12".isdigit()
"12".isdecimal()
"12".isnumeric()
"  ".isspace()
"Ab".isupper(), "AB".isupper(), "ab".islower()
"Ab Cd".istitle()
"ab_1".isidentifier()
"ab".isprintable()
"ab".isascii()
"a\\tb".expandtabs(4)
"-".join(["a", "b"])
"-".join("abc")
"-".join(str(i) for i in range(3))
"-".join(["a", 1])
"".join([])
"abc".translate({97: "x"})
"abc".translate(str.maketrans("ab", "xy"))
"abc".translate(str.maketrans({"a": None}))
"abc".removeprefix("ab")
"abc".removesuffix("bc")
"é".encode("utf-8")
"abc".encode()
"abc".encode("ascii").decode("ascii")
b"abc".decode()
b"a,b".split(b",")
b"abc".upper()
b"-".join([b"a", b"b"])
b"\\xff".hex()
bytes.fromhex("ff00")
"abc"[1], "abc"[-1], "abc"[::-1], "abc"[1:]
"abc"[5]
"b" in "abc"
"abc" * 2
"abc" + "d"
"abc" + 1
"abc" < "abd"
str.upper("abc")
str.join("-", ["a", "b"])
list(map(str.strip, [" a ", "b "]))
"{a}".format_map({"a": 1})
len("abc")
max("abc"), min("abc")
sorted("bca")
list(reversed("abc"))
list(enumerate("ab"))
"abc".foo
str(1.0), str(None), str(True), str(b"a"), str([1, "a"])
str("x"), repr("x'y"), repr('a"b'), ascii("é")
str(b"abc", "utf-8")
"""

PERCENT = """
"%d" % 3
"%5d|%-5d|%05d" % (3, 3, 3)
"%+d % d" % (3, 3)
"%i %u" % (3, 4)
"%x %X %o %#x" % (255, 255, 8, 255)
"%f %.2f %8.3f %-8.1f|" % (1.5, 1.234, 1.5, 2.5)
"%e %E %g %G" % (12345.678, 0.00001, 0.0001, 1e10)
"%s and %r" % ("a", "a")
"%a" % "é"
"%10s|%-10s|" % ("a", "b")
"%.2s" % "abcdef"
"%c%c" % ("a", 98)
"%%" % ()
"100%% of %s" % "x"
"%(a)s-%(b)03d" % {"a": 1, "b": 2}
"%(a)s" % {"b": 1}
"%*d" % (5, 3)
"%-*d|" % (5, 3)
"%.*f" % (2, 3.14159)
"%s" % (1,)
"%s" % [1, 2]
"%s %s" % (1,)
"%s" % (1, 2)
"abc" % 1
"abc" % ()
"abc" % {}
"%d" % "x"
"%d" % 3.7
"%s" % None
"%s" % ((1, 2),)
"%d%s" % (True, False)
"%5.1f%%" % 12.345
"%z" % 1
"%" % 1
"%s" % {"a": 1}
"%ld" % 5
"%s_%02d/%s" % ("conv", 7, "w")
"%r" % A("q")
"%s" % A("q")
"%d" % N()
"""

FORMAT = """
"{}".format(1)
"{} {}".format(1, "a")
"{1} {0}".format(1, "a")
"{a} {b}".format(a=1, b=2)
"{0.name}".format(A("q"))
"{a.name} {b[0]} {c[k]}".format(a=A("q"), b=[5], c={"k": 6})
"{!r} {!s} {!a}".format("a", "b", "é")
"{:5}|{:<5}|{:>5}|{:^5}|".format("a", "b", "c", "d")
"{:*^7}".format("a")
"{:05d} {:+d} {:,} {:_}".format(3, 3, 1234567, 1234567)
"{:.2f} {:e} {:%} {:g}".format(1.234, 12345.678, 0.5, 0.1)
"{:x} {:X} {:o} {:b} {:#x} {:c}".format(255, 255, 8, 5, 255, 97)
"{:{}}|".format("a", 5)
"{:{w}.{p}f}".format(3.14159, w=8, p=2)
"{0}{0}".format("a")
"{} {0}".format(1)
"{0} {}".format(1)
"{}".format()
"{a}".format()
"{".format()
"}".format()
"{{}}".format()
"{{{}}}".format(1)
"{:d}".format("a")
"{}".format([1, "a"])
"{}".format(None)
"{:>10}".format(None)
"{[0]}".format([1])
"{0[0][1]}".format([[1, 2]])
"{:.3}".format("abcdef")
"{:spec}".format(F())
"{}".format(F())
format(3, "05d")
format("a", ">3")
format(1.5)
format(F(), "z")
f"{1}-{'a'!r}-{2.5:.2f}-{3:>{4}}"
f"{x}{x!r:>5}"
f"{A('q')}{A('q')!r}"
f"{x=}"
f"{[i for i in range(2)]}"
"{:<{}}|".format(x, 4)
"{:n}".format(5)
"""

CLASSES = """
x = "v"
class A:
    def __init__(self, name): self.name = name
    def __repr__(self): return "A(" + self.name + ")"
class F:
    def __format__(self, spec): return "<" + spec + ">"
class N:
    def __int__(self): return 7
    def __index__(self): return 7
    def __rmod__(self, other): return "reflected"
    def __radd__(self, other): return "added"
class S(str):
    pass
"""

OBJECTS = """
"%d" % N(), "%s %d" % ("a", N()), 5 % N(), [1] + N(), "a" + N()
str(A("a"))
repr(A("a"))
str([A("a")])
str({"k": A("a")})
str((A("a"),))
S("abc").upper()
S("abc") + "d"
S("abc") == "abc"
"abc" == S("abc")
"-".join([S("a"), "b"])
S("a/b").split("/")
"%s" % S("abc")
"{}".format(S("abc"))
isinstance(S("a"), str)
S("a") in {"a": 1}
{"a": 1}[S("a")]
type(S("a") + "b") is str
len(S("abc"))
str(ValueError("m"))
str(ValueError("m", 2))
str(ValueError())
repr(ValueError("m"))
repr(KeyError("k"))
str(KeyError("k"))
str(OSError(2, "no"))
str(OSError(2, "no", "f"))
repr([ValueError("m")])
str(A)
str(int)
str(type(None))
repr(Ellipsis), repr(NotImplemented)
repr({1}), repr(set()), repr(frozenset([1])), repr(frozenset())
repr({}), repr([]), repr(()), repr((1,))
repr(range(3)), repr(slice(1, 2))
repr({1: [2, {3: (4,)}]})
repr(1e100), repr(float("inf")), repr(-0.0), repr(1 + 2j)
repr("\\n\\t\\x00é")
"""


@pytest.mark.parametrize("lines", [METHODS, PERCENT, FORMAT, OBJECTS])
def test_as_python_does(lines: str) -> None:
    compare(CLASSES, lines)


def test_recursive_containers_end() -> None:
    compare("a = [1]\na.append(a)\nd = {}\nd['d'] = d", "a\nd\n[a]")


UNKNOWN = """
import somewhere
s = somewhere.name()
i = somewhere.number()
sym = "layer_%s/w" % i
"""

SYMBOLIC = [
    ('"a_%d" % i', "'a_{i}'"),
    ('"%s" % i', "'{i}'"),
    ('"%s_%d/w" % ("x", i)', "'x_{i}/w'"),
    ('"%(k)s" % {"k": i}', "'{i}'"),
    ('"%03d" % i', "'{i}'"),
    ('"a_{}".format(i)', "'a_{i}'"),
    ('"a_{k}".format(k=i)', "'a_{i}'"),
    ('"{0}/{0}".format(i)', "'{i}/{i}'"),
    ('"{:>5}".format(i)', "'{i}'"),
    ('f"a_{i}"', "'a_{i}'"),
    ('f"a_{i + 1}"', "'a_{i + 1}'"),
    ('f"{i:03d}/b"', "'{i}/b'"),
    ('"a_" + str(i)', "'a_{i}'"),
    ('"a" + s', "'a{s}'"),
    ('"/".join(["a", str(i), "b"])', "'a/{i}/b'"),
    ("sym.upper()", "'LAYER_{i}/W'"),
    ('sym.split("/")', "['layer_{i}', 'w']"),
    ('sym.split("/")[-1]', "'w'"),
    ('sym.rpartition("/")', "('layer_{i}', '/', 'w')"),
    ('sym.replace("layer", "l")', "'l_{i}/w'"),
    ('sym.startswith("lay")', "True"),
    ('sym.startswith("x")', "False"),
    ('sym.startswith("layer_1")', "{r}"),
    ('sym.endswith("/w")', "True"),
    ('sym.endswith(("/v", "/u"))', "False"),
    ('sym.strip("/")', "'layer_{i}/w'"),
    ("isinstance(sym, str)", "True"),
    ('sym + "/x"', "'layer_{i}/w/x'"),
    ('"%s/y" % sym', "'layer_{i}/w/y'"),
    ('"{}/y".format(sym)', "'layer_{i}/w/y'"),
    ("[sym, 1]", "['layer_{i}/w', 1]"),
    ("str([i, 'a'])", "\"[{i}, 'a']\""),
    ('sym.encode("utf-8").decode("utf-8")', "'layer_{i}/w'"),
    ('"%%-%ds" % i % "a"', "{r}"),
    ('("%(" + str(i) + ")s") % {"a": 1}', "{r}"),
    ('"{{:<{0}s}}".format(i).format("a")', "{r}"),
    ('("{" + str(i) + "}").format("a")', "{r}"),
    ('("w_%d_" % i + "{}").format("a")', "'w_{i}_a'"),
]


@pytest.mark.parametrize(("expression", "expected"), SYMBOLIC)
def test_keeps_what_is_known(expression: str, expected: str) -> None:
    program = Program(f"{UNKNOWN}\nr = {expression}\n")
    assert program.error is None
    assert program.show("r").strip("'\"") == expected.strip("'\"")


HOSTILE = [
    '"%1000000000d" % 3',
    '"{:>999999999}".format(1)',
    'f"{1:999999999999d}"',
    '"a".center(10 ** 12)',
    '"a".ljust(10 ** 12)',
    '"1".zfill(10 ** 12)',
    '"a" * 10 ** 12',
    '"\\t".expandtabs(10 ** 12)',
    '("a" * 100000).replace("a", "b" * 100000)',
    '("b" * 100000).join(["a"] * 100000)',
    '"%.999999999f" % 1.5',
    '"%*d" % (10 ** 12, 3)',
    'b"a".center(10 ** 12)',
    'int("9" * 10 ** 5)',
    "pow(7, 10 ** 9)",
    "pow(7 ** 300, 10 ** 3000, 10 ** 3000)",
    "10 ** 10 ** 10",
    "1 << 10 ** 9",
    "list(range(10 ** 12))",
    "sum(range(10 ** 12))",
    "bytes(10 ** 12)",
    "list(zip(range(10 ** 12), range(10 ** 12)))",
    "'x'.encode('idna')",
    "('{0}' * 60000).format('a' * 100000)",
    "('%(a)s' * 30000) % {'a': 'a' * 100000}",
    "repr(['a' * 100000] * 100000)",
    "('a' * 100000).translate({97: 'b' * 100000})",
    "round(10 ** 300, -10 ** 8)",
    "__import__('math').prod([10 ** 1000] * 10000)",
    "__import__('math').factorial(10 ** 9)",
    "__import__('json').dumps(__import__('functools').reduce(lambda t, _: [t, t], range(60), []))",
    "(5).to_bytes(10 ** 12, 'big')",
    "list(__import__('itertools').count())",
]


@pytest.mark.parametrize("expression", HOSTILE)
def test_what_is_too_large_is_not_computed(expression: str) -> None:
    program = Program(f"r = {expression}\n")
    assert program.error is None
    assert program.show("r").startswith("{")

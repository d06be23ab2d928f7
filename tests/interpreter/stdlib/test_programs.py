"""argparse, flags, six, unittest and other modules that programs are built around."""

from __future__ import annotations

import pytest

from tests.interpreter.running import Program, compare

ARGPARSE = """
import argparse, sys
sys.argv = ["prog"]
def make():
    p = argparse.ArgumentParser(description="d")
    p.add_argument("--lr", type=float, default=0.1, help="h")
    p.add_argument("--batch-size", "-b", type=int, default="32")
    p.add_argument("--name", default="net", choices=["net", "other"])
    p.add_argument("--train", action="store_true")
    p.add_argument("--no_save", action="store_false", dest="save")
    p.add_argument("--const", action="store_const", const=5)
    p.add_argument("--many", action="append")
    p.add_argument("-v", action="count", default=0)
    p.add_argument("--units", nargs="+", type=int, default=[1, 2])
    p.add_argument("rest", nargs="*")
    p.add_argument("maybe", nargs="?", default="m")
    g = p.add_argument_group("g")
    g.add_argument("--in-group", default=None)
    x = p.add_mutually_exclusive_group()
    x.add_argument("--one", action="store_true")
    p.set_defaults(extra=9)
    return p
"""

ARGPARSE_LINES = """
sorted(vars(make().parse_args()).items())
make().parse_known_args()[1]
make().parse_args([]).batch_size, make().parse_args([]).in_group
make().parse_args(["--lr", "0.5", "-b", "4", "--train"]).lr
make().parse_args(["--batch-size=8"]).batch_size
make().parse_args(["--units", "3", "4", "--train"]).units
make().parse_args(["--many", "a", "--many", "b", "-v", "-v"]).many
make().parse_known_args(["--zz", "--train"])[1]
make().get_default("lr")
make().parse_args([]).zzz
vars(argparse.Namespace(a=1)), argparse.Namespace(a=1, b="x"), "a" in argparse.Namespace(a=1)
hasattr(make().parse_args([]), "lr")
argparse.Namespace(a=1)._get_kwargs(), argparse.Namespace()._get_args()
"""

OPTPARSE = """
import optparse, sys
sys.argv = ["prog"]
def make():
    p = optparse.OptionParser(usage="u")
    p.add_option("-n", "--num-units", dest="units", type="int", default=3, help="h")
    p.add_option("--lr", type=float, default="0.5")
    p.add_option("-v", action="count")
    p.add_option("--train", action="store_true", default=False)
    p.add_option("--no-save", action="store_false", dest="save", default=True)
    p.add_option("-m", "--many", action="append", type="string")
    p.add_option("--pair", nargs=2, type="int")
    g = optparse.OptionGroup(p, "group")
    g.add_option("--in-group", default="g")
    p.add_option_group(g)
    p.set_defaults(extra=1, lr=0.25)
    return p
def parsed(*args):
    options, rest = make().parse_args(list(args))
    return sorted(vars(options).items(), key=str), rest
"""

OPTPARSE_LINES = """
parsed()
make().parse_args()[0].units, make().parse_args()[1]
parsed("a", "-n", "5", "--lr=2", "-v", "--train", "b")
make().parse_args(["-n5", "--lr=2", "-v", "-v", "--train", "--no-save"])[0].units
make().parse_args(["-n5", "--lr=2", "-v", "-v", "--train", "--no-save"])[0].lr
make().parse_args(["-v", "-v"])[0].v, make().parse_args(["--no-save"])[0].save
make().parse_args(["-m", "x", "--many=y"])[0].many, make().parse_args(["--pair", "1", "2"])[0].pair
make().has_option("--lr"), make().has_option("--rl")
"""

MODULES = """
import math, cmath, operator, types, inspect, importlib, io, threading, warnings, base64, hashlib
import struct, numbers, ast, logging
def f(a, b=1, *args, c, d=2, **kw): "doc"
def g(x, y=3): pass
class C:
    def m(self, z, w=1): return z
def gen(): yield 1
buffer = io.StringIO(); buffer.write("ab"); buffer.write("c")
ran = []
t = threading.Thread(target=ran.append, args=(5,)); t.start(); t.join()
"""

MODULES_LINES = """
math.sqrt(16), math.ceil(1.2), math.floor(-1.2), math.pi, math.log(8, 2), math.log2(8)
math.pow(2, 3), math.exp(0), math.gcd(12, 8), math.factorial(5), math.isnan(float("nan"))
math.sqrt(-1)
math.trunc(1.9), math.hypot(3, 4), math.fsum([0.1] * 3), math.prod([2, 3]), math.inf
operator.add(1, 2), operator.itemgetter(1)([1, 2]), operator.itemgetter("a", "b")({"a": 1, "b": 2})
operator.attrgetter("real")(3), operator.methodcaller("upper")("a"), operator.not_(0)
operator.mul(3, 4), operator.lt(1, 2), operator.contains([1], 1), operator.neg(2)
sorted([(1, 2), (0, 3)], key=operator.itemgetter(1), reverse=True)
types.SimpleNamespace(a=1, b=2), types.SimpleNamespace(a=1).a
isinstance(f, types.FunctionType), isinstance(C().m, types.MethodType)
isinstance(gen(), types.GeneratorType), isinstance(len, types.BuiltinFunctionType)
tuple(inspect.getargs((lambda a, *b, c, **d: 0).__code__)), inspect.getargs(C.m.__code__).args
inspect.getfullargspec(g)[:4], inspect.getfullargspec(f).kwonlyargs
list(inspect.signature(f).parameters), list(inspect.signature(C().m).parameters)
inspect.signature(g).parameters["y"].default, inspect.isfunction(f), inspect.isclass(C)
inspect.isgeneratorfunction(gen), inspect.ismethod(C().m), inspect.getdoc(f)
inspect.signature(g).parameters["x"].default is inspect.Parameter.empty
sorted(inspect.getcallargs(lambda a, b=2, *rest, **named: 0, 1, k=4).items())
sorted(inspect.getcallargs(C().m, 1)), inspect.getcallargs(lambda a, b: 0, *(1, 2, 3)[:2])
importlib.import_module("math").pi == math.pi, importlib.import_module("os.path").join("a", "b")
buffer.getvalue(), ran
base64.b64encode(b"ab"), base64.b64decode("YWI="), hashlib.md5(b"a").hexdigest()
struct.calcsize("<if"), isinstance(1, numbers.Integral), isinstance(1.0, numbers.Number)
isinstance(1.0, numbers.Integral), isinstance(True, numbers.Integral)
ast.literal_eval("[1, {'a': (2, None)}]")
ast.literal_eval("f()")
logging.getLogger("a") is logging.getLogger("a"), logging.INFO, logging.getLogger("q").name
"""

SMALL_MODULES = """
import bisect, getopt, gzip, heapq, lzma, queue, shlex, statistics, subprocess, unicodedata
def heap(items):
    made = []
    for item in items:
        heapq.heappush(made, item)
    return made
def drained(items):
    made = heap(items)
    return [heapq.heappop(made) for _ in range(len(made))]
def heapified(items):
    heapq.heapify(items)
    return items, heapq.heapreplace(items, 7), heapq.heappushpop(items, 4), items
def inserted(items, x):
    bisect.insort(items, x)
    return items
def queued(kind, *items):
    made = kind(3)
    for item in items:
        made.put(item)
    return made.full(), made.qsize(), [made.get() for _ in items], made.empty()
numbers = [5, 3, 8, 1, 9, 2, 3]
"""

SMALL_MODULES_LINES = """
heap(numbers), drained(numbers), heapified(numbers[:]), drained([(2, "b"), (1, "c"), (2, "a")])
heapq.nlargest(2, numbers), heapq.nsmallest(3, numbers, key=lambda n: -n), heapq.heappop([])
list(heapq.merge([1, 4], [2, 3]))
bisect.bisect([1, 3, 3, 5], 3), bisect.bisect_left([1, 3, 3, 5], 3), inserted([1, 5], 3)
getopt.getopt(["-a", "-n5", "--size=3", "x", "-b"], "abn:", ["size=", "help"])
getopt.getopt(["--help", "--si", "4", "--", "-a"], "ab", ["size=", "help"])
getopt.gnu_getopt(["x", "-a", "y", "--size", "3"], "a", ["size="])
getopt.getopt(["--other"], "", ["size="])
getopt.getopt(["-n"], "n:", [])
statistics.mean([1, 2, 3]), statistics.mean([1, 2]), statistics.median([3, 1, 2, 4])
queued(queue.Queue, 3, 1, 2), queued(queue.LifoQueue, 3, 1, 2), queued(queue.PriorityQueue, 3, 1, 2)
shlex.split("a b  c"), shlex.quote("a b"), shlex.quote("a.b"), shlex.join(["a", "b c"])
unicodedata.normalize("NFD", "Ünï"), unicodedata.category("a"), unicodedata.category("\u0301")
"".join(c for c in unicodedata.normalize("NFD", "Crème") if unicodedata.category(c) != "Mn")
unicodedata.combining("\u0301"), unicodedata.name("a"), unicodedata.name(chr(0), "none")
unicodedata.name(chr(0))
issubclass(subprocess.CalledProcessError, Exception), subprocess.check_call(["true"])
"""

BUILT_AROUND = """
import six, sys
from six.moves import range as six_range, xrange, zip as z2
from absl import app, flags
from tqdm import tqdm, trange
import unittest
FLAGS = flags.FLAGS
flags.DEFINE_integer("n", 3, "h")
flags.DEFINE_string("name", None, "h")
flags.DEFINE_string("must", None, "h")
flags.mark_flag_as_required("must")
flags.DEFINE_list("parts", "a,b", "h")
flags.DEFINE_bool("on", False, "h")
LR = flags.DEFINE_float("lr", 1, "h")
class Meta(type):
    def __new__(mcs, name, bases, names):
        cls = type.__new__(mcs, name, bases, names)
        cls.tag = name
        return cls
class A(six.with_metaclass(Meta, object)):
    pass
@six.add_metaclass(Meta)
class B(object):
    x = 1
    def __init__(self): self.y = 2
class T(unittest.TestCase):
    def test(self):
        self.assertEqual(1, 2)
        with self.assertRaises(ValueError):
            raise ValueError
        with self.assertRaisesRegex(KeyError, "a"):
            raise KeyError("a")
        return "done"
ran = []
def main(argv):
    ran.append(len(argv))
try:
    app.run(main)
except SystemExit:
    ran.append("exit")
"""

BUILT_AROUND_RESULTS = [
    ("(FLAGS.n, FLAGS.name, FLAGS.parts, FLAGS.on, LR.value, FLAGS.lr)",
     "(3, None, ['a', 'b'], False, 1.0, 1.0)"),
    ("[FLAGS.must]", "[{FLAGS.must}]"),
    ("[FLAGS.elsewhere]", "[{FLAGS.elsewhere}]"),
    ("sorted(six.iteritems({'a': 1}))", "[('a', 1)]"),
    ("(list(six_range(2)), list(xrange(2)), list(z2('a', 'b')))", "([0, 1], [0, 1], [('a', 'b')])"),
    ("(isinstance('a', six.string_types), isinstance(1, six.integer_types), six.PY3)",
     "(True, True, True)"),
    ("(A.tag, B.tag, B().y, B.x)", "('A', 'B', 2, 1)"),
    ("T('test').test()", "'done'"),
    ("(list(tqdm([1, 2])), [i for i in trange(2)], len(tqdm([1])))", "([1, 2], [0, 1], 1)"),
    ("ran", "[1, 'exit']"),
    ("(sys.version_info[0], sys.version_info >= (3, 5), sys.version_info.major)", "(3, True, 3)"),
    ("(sys.platform, sys.maxsize > 2 ** 32)", "('linux', True)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        (ARGPARSE, ARGPARSE_LINES),
        (OPTPARSE, OPTPARSE_LINES),
        (MODULES, MODULES_LINES),
        (SMALL_MODULES, SMALL_MODULES_LINES),
    ],
)
def test_as_python_does(source: str, lines: str) -> None:
    compare(source, lines)


@pytest.mark.parametrize(("expression", "expected"), BUILT_AROUND_RESULTS)
def test_what_programs_are_built_around(expression: str, expected: str) -> None:
    program = Program(f"{BUILT_AROUND}\nr = {expression}\n")
    assert program.error is None
    assert program.show("r") == expected


def test_arguments_that_must_be_given_are_unknown_by_name() -> None:
    program = Program(
        "import argparse\n"
        "p = argparse.ArgumentParser()\n"
        "p.add_argument('data')\n"
        "p.add_argument('--out', required=True)\n"
        "s = p.add_subparsers(dest='command')\n"
        "t = s.add_parser('train')\n"
        "t.add_argument('--steps', type=int, default=5)\n"
        "args = p.parse_args()\n"
        "r = [args.data, args.out, args.command, args.steps]\n"
        "name = 'model_' + args.data\n"
    )
    assert program.error is None
    assert program.show("r") == "[{args.data}, {args.out}, {args.command}, 5]"
    assert program.show("name") == "'model_{args.data}'"


def test_randomness_is_unknown() -> None:
    program = Program(
        "import random, time, uuid\n"
        "x = [1, 2, 3]\n"
        "random.shuffle(x)\n"
        "n = random.randint(0, 5)\n"
        "r = ['run_%d' % n, len(x)]\n"
    )
    assert program.error is None
    assert program.show("r") == "['run_{n}', 3]"


def test_what_files_and_other_programs_give_is_unknown() -> None:
    program = Program(
        "import fractions, gzip, lzma, queue, subprocess\n"
        "with gzip.open('a.gz', 'rb') as f:\n"
        "    a = f.read(4)\n"
        "b = [line for line in lzma.open('b.xz', 'rt')]\n"
        "try:\n"
        "    c = subprocess.check_output(['git', 'log']).decode()\n"
        "except subprocess.CalledProcessError as e:\n"
        "    c = e.output\n"
        "d = subprocess.Popen('ls', stdout=subprocess.PIPE).communicate()[0]\n"
        "e = queue.Queue().get()\n"
        "r = ['a_%s' % a, 'b_%s' % b, 'c_%s' % c, 'd_%s' % d, 'e_%s' % e, fractions.gcd(-4, 6)]\n"
    )
    assert program.error is None
    assert program.show("r") == "['a_{a}', 'b_{b}', 'c_{c}', 'd_{d}', 'e_{e}', 2]"

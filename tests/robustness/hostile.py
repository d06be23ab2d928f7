"""Programs that must not crash an analysis, make it hang, or fill the memory.

Each begins with one sound line whose variable must be found whatever follows.  Run as a script
with the name of one of them, it analyses that one and prints what it found as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path

SOUND = "import tensorflow as tf\nsound = tf.get_variable('sound', [1])\n"

NESTED_IFS = (
    "".join(f"{' ' * depth}if tf.flag{depth}:\n" for depth in range(90)) + " " * 90 + "x = 1\n"
)

UNDECIDED = "".join(
    f"if unknown_{n}():\n    tf.get_variable('a{n}', [1])\n"
    f"else:\n    tf.get_variable('b{n}', [1])\n"
    for n in range(200)
)

CYCLE = {
    "one.py": "import two\nfrom two import there\nhere = there\n",
    "two.py": "import one\nfrom one import here\nthere = here\n",
}

PROGRAMS: Mapping[str, str] = {
    # Time
    "endless while": "while True:\n    pass\n",
    "endless while that builds": "while True:\n    tf.Variable(1.0)\n",
    "endless for": "import itertools\nfor i in itertools.count():\n    tf.Variable(float(i))\n",
    "endless generator": "def g():\n    while True:\n        yield 1\nx = list(g())\n",
    "endless generator joined": "def g():\n    while True:\n        yield 'a'\nx = ''.join(g())\n",
    "endless iterator class": (
        "class I:\n    def __iter__(self): return self\n    def __next__(self): return 1\n"
        "x = sum(I())\ny = [i for i in I()]\n"
    ),
    "old sequence protocol": "class S:\n    def __getitem__(self, i): return i\nx = list(S())\n",
    "iter with sentinel": "x = list(iter(lambda: 1, 2))\n",
    "endless recursion": "def f(n):\n    return f(n + 1)\nf(0)\n",
    "endless recursion of two": "def f(n):\n    return g(n)\ndef g(n):\n    return f(n)\nf(0)\n",
    "endless recursion with a name": (
        "def f(n):\n    with tf.variable_scope('s'):\n        f(n + 1)\nf(0)\n"
    ),
    "exponential call tree": "def f(n):\n    return 0 if n == 0 else f(n - 1) + f(n - 1)\nf(60)\n",
    "ackermann": (
        "def a(m, n):\n    if m == 0: return n + 1\n    if n == 0: return a(m - 1, 1)\n"
        "    return a(m - 1, a(m, n - 1))\na(4, 4)\n"
    ),
    "undecided recursion": (
        "def f(n):\n    if unknown(n):\n        return f(n - 1) + f(n - 2)\n    return 1\nf(100)\n"
    ),
    "nested loops": "".join(f"{' ' * d}for i{d} in range(100):\n" for d in range(9))
    + " " * 9
    + "i0\n",
    "range of a million millions": "for i in range(10**12):\n    x = i\ny = list(range(10**12))\n",
    "sum of a long range": (
        "x = sum(range(10**12))\ny = max(range(10**12))\nz = 5.5 in range(10**12)\n"
    ),
    "properties that call themselves": (
        "class C:\n    @property\n    def p(self): return self.p\n"
        "    def __getattr__(self, n): return getattr(self, n + 'x')\nC().p\nC().q\n"
    ),
    "equality that calls itself": (
        "class C:\n    def __eq__(self, o): return self == o\n"
        "    def __hash__(self): return hash(self)\n"
        "C() == C()\n{C(): 1}\n"
    ),
    "metaclass that calls itself": (
        "class M(type):\n    def __call__(c): return c()\nclass A(metaclass=M): pass\nA()\n"
    ),
    "decorators without end": "def d(f):\n    return d(f)\n@d\ndef g(): pass\n",
    "sort with an endless key": "def k(x):\n    while True: pass\nsorted([1, 2], key=k)\n",
    "catastrophic regular expression": "import re\nre.match('(a+)+$', 'a' * 40 + 'b')\n",
    "catastrophic substitution": "import re\nre.sub('(x+x+)+y', '', 'x' * 60)\n",
    "itertools that multiply": (
        "import itertools\nx = list(itertools.product(range(1000), repeat=5))\n"
        "y = list(itertools.permutations(range(20)))\n"
    ),
    # Space
    "long string": "x = 'a' * 10**12\ny = x + x\n",
    "long list": "x = [0] * 10**12\nx += x\n",
    "long bytes": "x = bytes(10**11)\ny = bytearray(10**11)\n",
    "doubling string": "x = 'ab'\nfor i in range(100):\n    x += x\n",
    "doubling list": "x = [1]\nfor i in range(100):\n    x = x + x\n",
    "doubling by join": "x = 'ab'\nfor i in range(60):\n    x = x.join([x, x, x])\n",
    "doubling by replace": "x = 'aa'\nfor i in range(60):\n    x = x.replace('a', x)\n",
    "doubling by format": "x = 'ab'\nfor i in range(60):\n    x = '%s%s' % (x, x)\n",
    "padding": (
        "x = 'a'.ljust(10**12)\ny = 'a'.zfill(10**12)\nz = 'a'.center(10**12)\n"
        "q = '\\t'.expandtabs(10**12)\n"
    ),
    "format widths": (
        "x = '%999999999999d' % 1\ny = '{:999999999999}'.format(1)\nz = f'{1:999999999999}'\n"
    ),
    "huge power": "x = 10 ** 10 ** 10\ny = 2 ** (2 ** 100)\nz = pow(7, 10**9)\n",
    "huge shift": "x = 1 << 10**12\n",
    "huge factorial": "import math\nx = math.factorial(10**8)\n",
    "growing number": "x = 3\nwhile True:\n    x = x * x\n",
    "huge number of digits": "x = int('9' * 10**6)\ny = str(10**10**5)\n",
    "list of lists": "x = []\nfor i in range(10**9):\n    x.append([i] * 1000)\n",
    "dict that grows": "d = {}\ni = 0\nwhile True:\n    d[i] = str(i) * 1000\n    i += 1\n",
    "class that grows": "c = 0\nwhile True:\n    class C: pass\n    C.x = c\n    c = C\n",
    "numpy shapes": (
        "import numpy as np\nx = np.zeros([10**6, 10**6])\ny = np.arange(10**12)\nz = x.tolist()\n"
    ),
    "self-containing list": (
        "x = []\nx.append(x)\nprint(x, str(x), x == x)\ny = {}\ny['y'] = y\nrepr(y)\n"
    ),
    "self-containing copied": (
        "import copy\nx = []\nx.append(x)\ncopy.deepcopy(x)\ntf.get_variable('n', x)\n"
    ),
    "self-containing tuple": "x = []\nt = (x,)\nx.append(t)\nhash(t)\nprint(t)\nsorted([t, t])\n",
    "deeply nested list": "x = []\nfor i in range(10**6):\n    x = [x]\nstr(x)\nx == x\n",
    # Branches
    "ninety nested ifs": NESTED_IFS,
    "two hundred undecided branches": UNDECIDED,
    "undecided in a loop": (
        "for i in range(1000):\n    if unknown(i):\n        tf.get_variable('v%d' % i, [1])\n"
    ),
    "undecided returns": (
        "def f(x):\n" + "".join(f"    if u({n}): return {n}\n" for n in range(300)) + "f(1)\n"
    ),
    "undecided try": "".join(
        f"try:\n    u{n}()\nexcept E{n}:\n    x = {n}\nfinally:\n    y = {n}\n" for n in range(200)
    ),
    # Text
    "thirty thousand calls": "def f(x): return x\n" + "f(1)\n" * 30_000,
    "thirty thousand variables": "tf.Variable(1.0)\n" * 30_000,
    "a line of three million characters": "x = '" + "a" * 3_000_000 + "'\n",
    "a sum of a million characters": "x = " + "1 + " * 250_000 + "1\n",
    "ten thousand brackets": "x = " + "[" * 10_000 + "]" * 10_000 + "\n",
    "ten thousand open brackets": "x = " + "(" * 10_000 + "\n",
    "ten thousand minus signs": "x = " + "-" * 10_000 + "1\n",
    "a chain of ten thousand attributes": "x = tf" + ".a" * 10_000 + "\n",
    "a chain of ten thousand calls": "x = tf.f" + "()" * 10_000 + "\n",
    "a thousand nested functions": "".join(f"{' ' * d}def f{d}():\n" for d in range(99))
    + " " * 99
    + "pass\n",
    "NUL bytes": "x = 'a\0b'\n\0\0\ny = 1\n",
    "lone surrogates": "x = '\udc80'\ntf.get_variable('\udfff', [1])\nprint('\ud800')\n",
    "odd line ends": "x = 1\r\ry = 2\r\n\x0cz = 3\u2028w = 4\u2029\x85\n",
    "unfinished strings": "x = '''a\n'b\n\"\"\"\n" * 500,
    "wrong indentation": "".join(f"{' ' * (n * 7 % 11)}x = {n}\n" for n in range(2000)),
    "names of every kind": (
        "class __class__: __slots__ = '__dict__'\n__name__ = __file__ = None\ntype = object = str\n"
    ),
    # What must not be touched
    "exit": "import sys, os\nsys.exit(1)\nos._exit(1)\nos.abort()\n",
    "import cycle": "import one\nprint(one.here)\n",
    "import of itself": "import program\nfrom program import sound\n",
    "recursion limit": "import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()\n",
    "signals and threads": (
        "import threading\nt = threading.Thread(target=lambda: t.run())\nt.start()\nt.join()\n"
    ),
    "eval and exec": (
        "exec('while True: pass')\neval('(' * 1000)\ncompile('x' * 10**7, '', 'exec')\n"
    ),
}


def write(name: str, folder: Path) -> tuple[Path, str]:
    """Write a program and what it imports; its path and text."""
    text = SOUND + PROGRAMS[name]
    path = folder / "program.py"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    if name == "import cycle":
        for file, content in CYCLE.items():
            (folder / file).write_text(content)
    return path, text


def main() -> None:
    """Analyse one program, in a part of the work that is allowed: ``NAME FOLDER PART``."""
    name, folder, part = sys.argv[1:]
    from scope_lsp.analysis.analyze import Snapshot, analyze
    from scope_lsp.interpreter.budget import Budget

    path, text = write(name, Path(folder))
    began = time.monotonic()
    full = Budget()
    budget = Budget(
        steps=full.steps // int(part),
        idle_steps=full.idle_steps // int(part),
        loop_steps=full.loop_steps // int(part),
        uncalled_steps=full.uncalled_steps // int(part),
        building_rounds=full.building_rounds // int(part),
    )
    analysis = analyze(Snapshot(str(path), text), budget)
    found = [event.name for event in analysis.variables if event.trace[-1].span.line == 2]
    internal = [problem.message for problem in analysis.problems if problem.kind == "internal"]
    # The process ends at once: threads that hang in the host's own code must not hold it.
    print(json.dumps([found, internal, time.monotonic() - began]), flush=True)
    sys.stdout.flush()
    import os

    os._exit(0)


if __name__ == "__main__":
    main()

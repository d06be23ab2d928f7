"""Families of hostile programs, generated as variations of one kind of fault each.

The programs of ``hostile`` are single finds; these are their siblings.  What is said there of the
sound first line goes for these too.  The tables are in ``programs``: expressions line by line, or
programs, each below a heading.  Nothing here runs anything: ``test_attacks`` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.robustness.overlong import TEXTS

_FOLDER = Path(__file__).parent / "programs"
_TIMES = 40
"""How often something is doubled: more than any memory holds."""
_IMPORTS = (
    "import array, ast, argparse, base64, collections, copy, decimal, fractions, functools\n"
    "import hashlib, itertools, json, logging, math, operator, os, pathlib, pickle, pprint\n"
    "import random, re, string, struct, textwrap, urllib.parse, six, yaml\nimport numpy as np\n"
)
_SHARED = {
    "a tuple of twice itself": ("float", "{0}, {0}"),
    "a list of twice itself": ("1", "[{0}, {0}]"),
    "a dict of twice itself": ("1", "{{'a': {0}, 'b': {0}}}"),
}
_MODULES = [
    "__hello__",
    "__phello__",
    "__phello__.spam",
    "__phello__.ham.eggs",
    "this",
    "antigravity",
    "idlelib.idle",
    "turtledemo.__main__",
    "xxlimited",
    "_testcapi",
    "_ctypes_test",
    "site",
    "sitecustomize",
    "usercustomize",
    "lib2to3.__main__",
    "test.crashers",
    "gi",
    "builtins.__hello__",
]
"""Modules that print, open windows or crash when they are imported, or that others may bring."""
_WAYS = {
    "import": "import {0}\n{0}\n",
    "sys.path": (
        "import sys\nsys.path.append('zzz')\nsys.path.insert(0, '/proc/self/fd')\nimport {0}\n"
    ),
    "from": "from {0} import *\nfrom {0} import main, x\n",
    "importlib": "import importlib\nimportlib.import_module('{0}').main()\n",
    "__import__": "__import__('{0}')\n",
    "exec": "exec('import {0}')\n",
}


def _sections(file: str) -> Iterator[tuple[str, str]]:
    """The headings of a table and what stands below each."""
    for section in ("\n" + (_FOLDER / file).read_text(encoding="utf-8")).split("\n## ")[1:]:
        heading, _, text = section.partition("\n")
        yield heading, text.rstrip("\n") + "\n"


def _doubled() -> Iterator[tuple[str, str]]:
    """Programs that each put the value of an expression over ``x`` in the place of ``x``."""
    for heading, steps in _sections("doubled.txt"):
        kind, _, seed = heading.partition(": ")
        for step in steps.splitlines():
            loop = f"for i in range({_TIMES}):\n    x = {step}\n"
            yield f"doubled {kind}: {step}", f"{_IMPORTS}x = {seed}\n{loop}"


def _huge() -> Iterator[tuple[str, str]]:
    """Expressions whose value is too large to be made."""
    for kind, expressions in _sections("huge.txt"):
        for one in expressions.splitlines():
            yield f"huge {kind}: {one}", f"{_IMPORTS}x = {one}\n"


def _shared() -> Iterator[tuple[str, str]]:
    """Values whose parts are shared: small for whoever remembers, 2 ** 60 for others."""
    uses = (_FOLDER / "uses_of_shared_parts.txt").read_text(encoding="utf-8").splitlines()
    for name, (seed, step) in _SHARED.items():
        for use in uses:
            yield (
                f"{name}: {use}",
                f"{_IMPORTS}@functools.lru_cache()\ndef lru(x): return x\n"
                f"t = u = {seed}\nfor i in range(60):\n"
                f"    t = {step.format('t')}\n    u = {step.format('u')}\n{use}\n",
            )


def _imports() -> Iterator[tuple[str, str]]:
    """Imports of what must not be imported: every way for one module, every module for two."""
    for index, name in enumerate(_MODULES):
        for way, text in list(_WAYS.items())[: None if index < 3 else 2]:
            yield f"import of {name} by {way}", text.format(name)


def _diamonds() -> str:
    """Classes that each inherit from two that inherit from one."""
    text = "class D: pass\n"
    for _ in range(200):
        text += "class B(D): pass\nclass C(D): pass\nclass D(B, C): pass\n"
    return text


_SMALL: Mapping[str, str] = dict(
    [
        *_doubled(),
        *_huge(),
        *_shared(),
        *_imports(),
        ("chains: diamonds of classes", _diamonds()),
        *(
            (f"{family}: {name}", text)
            for family in ("chains", "objects", "world", "graphs")
            for name, text in _sections(f"{family}.txt")
        ),
    ]
)

NAMES = (*_SMALL, *(f"text: {name}" for name in TEXTS))


def program(name: str) -> str:
    """The text of a program, without the sound lines."""
    return _SMALL[name] if name in _SMALL else TEXTS[name.removeprefix("text: ")]()

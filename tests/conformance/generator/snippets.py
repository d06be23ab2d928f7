"""Pieces of real programs with holes, which an author fills in and puts into a program.

A piece is Python with holes and orders in it:

- ``$f1``: a Python name that the program does not use yet, the same for the whole piece
- ``$SCOPE``, ``$NAME``, ``$REUSE``, ``$INT``: a string or argument, chosen anew each time; with a
  digit behind it, ``$SCOPE1``, the same for the whole piece
- ``$X``, ``$ROWS``, ``$SEQUENCES``, ``$IMAGES``: a tensor that is at hand
- ``BODY``: some statements, run once; ``BODY i``: run in each round of a loop over ``i``;
  ``BODY auto``: run several times, but sharing
- ``KEEP rows $h1``: what the piece leaves for others: a tensor of some rank, or any ``tensors``
"""

from __future__ import annotations

import re

from .author import SCOPE_NAMES, Author, Env
from .layers import tensor_of
from .names import quoted
from .values import tensor_expression

_HOLE = re.compile(r"\$([A-Za-z]+)(\d*)")


def write(author: Author, env: Env, piece: str) -> None:
    """Put a piece into the program."""
    if env.loops:
        with author.block(f'with tf.variable_scope(None, "{author.pick(("a", "loop", "w"))}"):'):
            write(author, env.inside(path=env.below("?" + author.fresh("p")), loops=()), piece)
        return
    known: dict[str, str] = {}

    def fill(hole: re.Match[str]) -> str:
        word, digit = hole.groups()
        if not digit:
            return _choice(author, env, word)
        if hole.group() not in known:
            known[hole.group()] = (
                _choice(author, env, word) if word.isupper() else author.fresh(word)
            )
        return known[hole.group()]

    _lines(author, env, [_HOLE.sub(fill, line) for line in piece.strip("\n").splitlines()])


def _lines(author: Author, env: Env, lines: list[str]) -> None:
    """Write lines of one depth, each with what is below it."""
    rest = list(lines)
    while rest:
        line = rest.pop(0)
        below = []
        while rest and (rest[0].startswith(" ") or not rest[0]):
            below.append(rest.pop(0)[4:])
        if below:
            with author.block(line):
                _lines(author, env, below)
        elif line.startswith("BODY"):
            _body(author, env, line[5:])
        elif line.startswith("KEEP"):
            _, kind, name = line.split()
            getattr(env, kind).append(name)
            if kind != "tensors":
                env.tensors.append(name)
        elif line:
            author.line(line)


def _body(author: Author, env: Env, how: str) -> None:
    path = env.below("?" + author.fresh("p"))
    if how == "auto":
        author.body(env.branch(path=path, reuse="auto"), 1, 2)
    elif how:
        author.body(env.branch(path=path, loops=(*env.loops, how)), 1, 2)
    else:
        author.body(env.branch(path=path), 1, 2)


def _scope(author: Author, env: Env) -> str:
    """The name of a scope: one that no piece had at this place, for most programs."""
    taken = author.asked.setdefault(env.path + "?pieces", {})
    free = [name for name in SCOPE_NAMES if name not in taken]
    name = author.pick(free) if free and not author.careless(0.5) else author.fresh("part")
    taken[name] = ""
    return quoted(name)


def _choice(author: Author, env: Env, word: str) -> str:
    if word == "SCOPE":
        return _scope(author, env)
    if word == "NAME":
        return quoted(author.pick(("w", "b", "kernel", "x", "u", "a", "w_1")))
    if word == "REUSE":
        return author.pick(("", ", reuse=tf.AUTO_REUSE", ", reuse=None"))
    if word == "INT":
        return author.pick(("1", "2", "3"))
    if word == "X":
        return tensor_expression(author, env)
    return tensor_of(author, env, word.lower())

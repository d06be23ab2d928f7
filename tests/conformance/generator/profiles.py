"""The kinds of programs: the weights of the statements, and the code around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from . import classes, control, functions, keras, layers, pieces, training  # noqa: F401  (they register)
from .author import Author, Env
from .unknown import hidden

SCOPES = {
    "get_variable": 22,
    "Variable": 10,
    "op": 9,
    "variable_scope": 18,
    "name_scope": 6,
    "several_items": 2.5,
    "op_scope": 0.6,
    "reuse_variables": 1.2,
    "current_scope": 0.8,
    "context_object": 0.8,
    "graph": 1.3,
    "mistake": 0.8,
    "collection": 1.5,
    "for_loop": 6,
    "rounds": 4,
    "while_loop": 1,
    "if_statement": 3,
    "try_statement": 1.5,
    "comprehension": 2,
    "lambda": 0.8,
    "template": 1.5,
    "call": 10,
    "define": 1,
    "object": 5,
}


@dataclass(frozen=True)
class Profile:
    """A mixture: statement weights, and how many helpers and classes to define first."""

    weights: dict[str, float]
    helpers: tuple[int, ...] = (0, 0, 1, 1, 2, 2, 3)
    classes: tuple[int, ...] = (0, 0, 0, 1, 1, 2)
    lines: tuple[int, int] = (8, 30)
    inputs: bool = False
    """Whether the program starts with placeholders for layers."""
    pressures: tuple[float, ...] = field(default=(0.0, 0.0, 0.05, 0.1, 0.2, 0.5))


PROFILES = {
    "scopes": Profile(SCOPES),
    "plain": Profile(
        {key: value for key, value in SCOPES.items() if key not in ("call", "object", "define")},
        helpers=(0,),
        classes=(0,),
    ),
    "python": Profile(
        {**SCOPES, "call": 20, "object": 14, "for_loop": 10, "comprehension": 5, "define": 3},
        helpers=(2, 3, 4),
        classes=(1, 2, 3),
        lines=(16, 40),
    ),
    "layers": Profile(
        {
            "layer": 22,
            "contrib_layer": 16,
            "repeat": 3,
            "arg_scope": 5,
            "layer_object": 6,
            "define_net": 6,
            "rnn": 7,
            "steps": 4,
            "train": 5,
            "get_variable": 4,
            "Variable": 2,
            "op": 2,
            "variable_scope": 14,
            "name_scope": 3,
            "for_loop": 4,
            "rounds": 2,
            "reuse_variables": 0.5,
            "collection": 1,
            "if_statement": 1,
            "graph": 0.3,
        },
        helpers=(0,),
        classes=(0,),
        inputs=True,
        lines=(12, 34),
    ),
    "keras": Profile(
        {
            "keras_layer": 20,
            "keras_object": 8,
            "keras_sequential": 7,
            "keras_model": 6,
            "keras_subclass": 6,
            "keras_backend": 2,
            "layer": 6,
            "contrib_layer": 2,
            "train": 3,
            "get_variable": 3,
            "Variable": 2,
            "op": 1,
            "variable_scope": 8,
            "name_scope": 5,
            "for_loop": 3,
            "rounds": 1,
            "if_statement": 1,
            "graph": 0.4,
        },
        helpers=(0,),
        classes=(0,),
        inputs=True,
        lines=(10, 30),
    ),
    "wide": Profile(
        {
            "piece_getters": 9,
            "piece_scopes": 9,
            "piece_flow": 4,
            "piece_loops": 5,
            "piece_functions": 7,
            "piece_classes": 5,
            "piece_errors": 4,
            "piece_cells": 3,
            "piece_training": 7,
            "piece_layers": 6,
            "layer": 5,
            "contrib_layer": 4,
            "keras_layer": 3,
            "rnn": 1,
            "train": 1,
            "get_variable": 10,
            "Variable": 6,
            "op": 4,
            "variable_scope": 10,
            "name_scope": 5,
            "for_loop": 3,
            "rounds": 3,
            "call": 5,
            "object": 3,
            "template": 1,
            "graph": 0.5,
            "collection": 1.5,
        },
        inputs=True,
        helpers=(0, 1, 1),
        classes=(0, 0, 1),
        lines=(20, 50),
        pressures=(0.0, 0.0, 0.05, 0.1),
    ),
}


@dataclass(frozen=True)
class Program:
    """A program and the features that it uses, with how often each."""

    seed: int
    source: str
    features: dict[str, int]
    seen: str | None = None
    """What the analysis sees of it, where that is not all."""


UNKNOWN = "unknown"
"""Programs of the other profiles, of which the analysis does not see a part."""
NAMES = (*sorted(PROFILES), UNKNOWN)
"""All profiles."""


def write_program(seed: int, profile: str = "scopes") -> Program:
    """The program of a seed: always the same for the same version of the generator."""
    if profile == UNKNOWN:
        whole = write_program(seed, sorted(PROFILES)[seed % len(PROFILES)])
        return replace(whole, seen=hidden(whole.source, seed) or whole.source)
    mixture = PROFILES[profile]
    author = Author(seed, mixture.weights, 0, 0.0)
    author.pressure = author.random.choice(mixture.pressures)
    _header(author)
    env = Env()
    for _ in range(author.random.choice(mixture.helpers)):
        author.blank()
        functions.define(author, env)
        author.blank()
    for _ in range(author.random.choice(mixture.classes)):
        author.blank()
        classes.define(author, env)
        author.blank()
    author.left = author.random.randint(*mixture.lines)
    if mixture.inputs:
        _inputs(author, env)
    _body(author, env)
    return Program(seed, _tidy(author.lines), dict(author.features))


def _tidy(lines: list[str]) -> str:
    """The program without the imports and constants that it does not need."""
    text = "\n".join(lines) + "\n"
    for line in lines[: lines.index("import tensorflow as tf") + 8]:
        word = line.split(" ")[1 if line.startswith("import") else 0]
        if line and word != "tensorflow" and len(re.findall(rf"\b{word}\b", text)) == 1:
            text = text.replace(line + "\n", "", 1)
    return re.sub(r"\n{4,}", "\n\n\n", text).lstrip("\n")


def _header(author: Author) -> None:
    author.line("import collections")
    author.line("import contextlib")
    author.line("import functools")
    author.blank()
    author.line("import tensorflow as tf")
    author.blank()
    author.line(f"COUNT = {author.pick(('2', '3'))}")
    author.line("SHAPE = [2]")
    author.line('CONFIG = {"w": 2, "b": 3, "kernel": 1}')
    author.line('NAMES = {"w": "w", "b": "b", "W": "W", "x": "x"}')
    author.line("INIT = tf.truncated_normal_initializer(stddev=0.02)")
    author.line(f"CONSTANT = {author.pick(('[1.0, 2.0]', '0.25'))}")
    author.blank()
    if author.chance(0.12):
        author.renames = True
        author.blank()
        with author.block("def rename(getter, name, *args, **kwargs):"):
            changed = author.pick(('name + "_g"', "name", 'name.replace("w", "v")', "name.lower()"))
            author.line(f"return getter({changed}, *args, **kwargs)")
        author.blank()


def _inputs(author: Author, env: Env) -> None:
    author.line("slim = tf.contrib.slim")
    for kind, shape in (("rows", "6"), ("sequences", "5, 6"), ("images", "8, 8, 3")):
        name = {"rows": "x", "sequences": "words", "images": "image"}[kind]
        author.line(f"{name} = tf.placeholder(tf.float32, [4, {shape}])")
        getattr(env, kind).append(name)


def _body(author: Author, env: Env) -> None:
    way = author.weighted(module=6, main=2, guard=1)
    author.use("body_" + way)
    if way == "main":
        author.blank()
        with author.block("def main():"):
            inside = env.inside(in_function=True)
            while author.left > 0:
                author.statement(inside)
        author.blank(2)
        with author.block('if __name__ == "__main__":'):
            author.line("main()")
    elif way == "guard":
        with author.block('if __name__ == "__main__":'):
            while author.left > 0:
                author.statement(env.inside())
    else:
        while author.left > 0:
            author.statement(env)

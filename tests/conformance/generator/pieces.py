"""Statements that put a piece of a real program (see ``snippets.py``) into a program."""

from __future__ import annotations

from . import pieces_python, pieces_scopes, pieces_training
from .author import Author, Env, statement
from .snippets import write

_GROUPS = {
    "getters": pieces_scopes.GETTERS,
    "scopes": pieces_scopes.SCOPES,
    "flow": pieces_scopes.FLOW,
    "loops": pieces_python.LOOPS,
    "functions": pieces_python.FUNCTIONS,
    "classes": pieces_python.CLASSES,
    "errors": pieces_python.ERRORS,
    "cells": pieces_training.CELLS,
    "training": pieces_training.TRAINING,
    "layers": pieces_training.LAYERS,
}


def _register(group: str, pieces: tuple[str, ...]) -> None:
    @statement(f"piece_{group}")
    def piece(author: Author, env: Env) -> None:
        if not env.plain:
            return
        number = author.random.randrange(len(pieces))
        author.use(f"piece_{group}_{number}")
        write(author, env, pieces[number])


for _group, _pieces in _GROUPS.items():
    _register(_group, _pieces)

"""``scope-lsp lock PROGRAM...``: writes ``names.lock``, and checks programs against it."""

from __future__ import annotations

import argparse
import os
import sys

from scope_lsp.cli import lockfile
from scope_lsp.cli.configuration import Configuration
from scope_lsp.cli.console import Paint, complain, emit
from scope_lsp.cli.missing import mention
from scope_lsp.cli.report.diff_text import diff
from scope_lsp.cli.sides import NoSide, side_of, tell
from scope_lsp.cli.sources import entry_scripts, left_out, python_files
from scope_lsp.comparison.compare import Comparison, compare
from scope_lsp.comparison.side import Item, Side
from scope_lsp.comparison.words import counted


def run(options: argparse.Namespace) -> int:
    """Write or check a lock; 0: done, or nothing changed, 1: something did, 2: could not."""
    try:
        return _check(options) if options.check else _write(options)
    except NoSide as error:
        complain(str(error))
        return 2


def _write(options: argparse.Namespace) -> int:
    if not options.files:
        raise NoSide("lock: which PROGRAM?")
    programs: dict[str, list[Item]] = {}
    configuration = Configuration()
    for argument in _expanded(options.files, configuration):
        side = _side(argument, options, configuration)
        if not side.complete:
            tell(side)
        programs[_name(argument, options.output)] = _weights(side)
    text = lockfile.text_of(programs)
    with open(options.output, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    count = sum(map(len, programs.values()))
    print(
        f"{options.output}: {counted(count)} of {counted(len(programs), 'program')}",
        file=sys.stderr,
    )
    return 0


def _check(options: argparse.Namespace) -> int:
    """Compare each program with its part of the lock; the same report as that of ``diff``."""
    locked = _read(options.output)
    configuration = Configuration()
    asked = {_name(one, options.output) for one in _expanded(options.files, configuration)}
    for name in sorted(asked - locked.keys()):
        raise NoSide(f"{options.output}: {name} is not in it; `scope-lsp lock` writes it again")
    paint, code = Paint(sys.stdout), 0
    folder = os.path.dirname(options.output)
    for name, (items, symbolic) in locked.items():
        if asked and name not in asked:
            continue
        new = _side(os.path.join(folder, name), options, configuration)
        new = Side(name, new.form, (*_weights(new),), complete=new.complete, notes=new.notes)
        old = Side(options.output, "lock", (*items, *symbolic))
        comparison = compare(old, new, slots=True)
        changed = _changed(comparison)
        if comparison.differs:
            tell(new)
            emit(diff(comparison, paint))
            code = 1
        elif changed:
            emit(f"{options.output} -> {name}: {counted(len(changed))} with `trainable` changed: "
                 f"{', '.join(changed[:5])}.\n")  # fmt: skip
            code = 1
    return code


def _changed(comparison: Comparison) -> list[str]:
    """The names of variables that are trainable on one side only."""
    return [
        one.name
        for one, other in comparison.same
        if other.trainable is not None and one.trainable != other.trainable
    ]


def _read(path: str) -> dict[str, lockfile.Variables]:
    try:
        with open(path, encoding="utf-8") as file:
            return lockfile.parse(file.read())
    except FileNotFoundError:
        raise NoSide(
            f"{path}: there is no such lock; `scope-lsp lock PROGRAM` writes one"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise NoSide(f"{path}: {getattr(error, 'strerror', None) or error}") from None
    except lockfile.NotALock as error:
        raise NoSide(f"{path}: {error}") from None


def _side(argument: str, options: argparse.Namespace, configuration: Configuration) -> Side:
    side = side_of(argument, options.path, configuration)
    if not side.is_program:
        raise NoSide(f"{argument}: not a program")
    return side


def _weights(side: Side) -> list[Item]:
    """The variables of a program in a lock: all except those of optimizers and counters."""
    return [item for item in (*side.items, *side.symbolic) if not item.slot]


def _expanded(arguments: list[str], configuration: Configuration) -> list[str]:
    """Programs, and for a folder its entry scripts."""
    found: list[str] = []
    for argument in arguments:
        if os.path.isdir(argument):
            path = os.path.abspath(argument)
            globs = configuration.of_folder(path).entry_points
            files = list(python_files(path))
            scripts = entry_scripts(path, files, globs)
            if not globs:
                mention(left_out(files, scripts), "locked", "lock")
            found += [os.path.relpath(script) for script in scripts]
        else:
            found.append(argument)
    return list(dict.fromkeys(found))


def _name(argument: str, output: str) -> str:
    """How the lock calls a program: by its path from the lock, with slashes."""
    folder = os.path.dirname(os.path.abspath(output))
    return os.path.relpath(os.path.abspath(argument), folder).replace(os.sep, "/")

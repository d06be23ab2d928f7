"""Random sessions in a random workspace: results kept on disk must equal those found anew.

    python -m tests.robustness.kept [--rounds N] [--worlds N] [--seed S]

A session is one process that analyses, and keeps what it finds, while files are written, removed
and renamed, documents opened, edited and saved, and settings changed.  The next process finds what
was kept.  Each answer is compared with that of a process that keeps nothing.  Prints every
difference with the steps that led there, and how many answers were known.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from scope_lsp.analysis import analyze
from scope_lsp.server.jobs import Job, Outcome, Run
from scope_lsp.server.worker import Worker
from tests.robustness.typing_anywhere import differences, outcome_of, same

SWITCH = "SCOPE_LSP_NO_CACHE"
_PROCESS = multiprocessing.get_context("fork") if os.name != "nt" else None

WARM = "import tensorflow as tf, glob, importlib, json, os, sys, yaml\ntf.get_variable('w', [1])\n"
NAMES = "ab"
PROGRAM = (
    "import helper\nhelper.layer('{}')\nhelper.layer('{}')\n",
    "import pkg\nfrom pkg import layers\nlayers.layer('{}')\n",
    "import pkg.deep as d\ntf.get_variable(getattr(d, 'NAME', '{}'), [1])\n",
    "import os\nif os.path.exists('data/conf.json'): tf.get_variable('{}', [1])\n",
    "import os\ntf.get_variable('d' if os.path.isdir('data') else '{}', [1])\n",
    "import glob\nfor p in glob.glob('data/*'): tf.get_variable(p.replace('/', '_'), [1])\n",
    "import os\nfor p in os.listdir('pkg'): tf.get_variable(p + '{}', [1])\n",
    "import json\nc = json.load(open('data/conf.json'))\ntf.get_variable(c['name'], [1])\n",
    "import yaml\nc = yaml.safe_load(open('conf.yaml'))\ntf.get_variable(c['name'], [1])\n",
    "n = len(open('names.txt').readlines())\ntf.get_variable('{}', [n])\n",
    "import installed\ninstalled.layer('{}')\n",
    "import modelled\nmodelled.layer('{}')\n",
    "try: import absent as helper\nexcept ImportError: import helper\nhelper.layer('{}')\n",
    "import sys\nsys.path.append('pkg')\nimport layers\nlayers.layer('{}')\n",
    "import sys\nif len(sys.argv) > 1:\n    import helper\n    helper.layer('{}')\n",
    "import tensorflow_hub\nfrom keras.layers import Dense\nDense(3)(tf.zeros([2, 2]))\n",
    "exec(open('helper.py').read())\nlayer('{}')\n",
    "import inspect, helper\ntf.get_variable(inspect.getsource(helper.layer)[4:9], [1])\n",
    "import importlib\nimportlib.import_module('pkg.layers').layer('{}')\n",
    "from namespace import inner\ninner.layer('{}')\n",
    "import namespace\ntf.get_variable('{}', [1])\n",
    "tf.train.Saver([tf.get_variable('{}', [1])]).restore(tf.Session(), 'data/model.ckpt')\n",
)
LIBRARY = (
    "def layer(name):\n    return tf.get_variable(name, [1])\n",
    "def layer(name):\n    return tf.get_variable(name + '{}', [1])  # scope: ignore\n",
    "# scope: ignore-file\ndef layer(name):\n    return tf.get_variable(name, [2])\n",
    "NAME = '{}'\nfrom other import *\n",
    "from .layers import layer\nNAME = '{}'\n",
    "from helper import layer\n",
    "def layer(name): pass\n",
    "def layer(name:\n    return tf.get_variable(name, [1])\n",
)
FILES: dict[str, Sequence[str]] = {
    "model.py": PROGRAM,
    "sub/train.py": PROGRAM,
    "helper.py": LIBRARY,
    "other.py": LIBRARY,
    "absent.py": LIBRARY,
    "pkg/__init__.py": LIBRARY,
    "pkg/layers.py": LIBRARY,
    "pkg/deep.py": LIBRARY,
    "pkg/helper.py": LIBRARY,
    "namespace/inner.py": LIBRARY,
    "namespace.py": LIBRARY,
    "sub/helper.py": LIBRARY,
    "data/conf.json": ('{{"name": "{}"}}', "{{}}", "{{"),
    "data/more.yaml": ("name: {}",),
    "conf.yaml": ("name: {}", "name: [{}]"),
    "names.txt": ("{}\n", "{}\n{}\n"),
    "setup.py": ("install_requires=['keras=={}.2.0', 'tensorflow==1.15']".replace("{}", "2"),),
    "requirements.txt": ("tensorflow==1.15\n", "tensorflow==2.4\n", "keras==2.2\n", "keras==3.0\n"),
    "stubs/modelled.py": LIBRARY,
    "stubs/METADATA.toml": ("", "[aliases]\ninstalled = 'modelled'\n"),
    ".venv/pyvenv.cfg": ("version = 3.7\n",),
    ".venv/lib/python3.7/site-packages/installed.py": LIBRARY,
    ".venv/lib/python3.7/site-packages/more.pth": ("../../../../sub\n", "# nothing\n"),
    ".venv/lib/python3.7/site-packages/keras-2.3.dist-info/METADATA": ("",),
    "outside/kept.py": LIBRARY,
    "book.ipynb": (
        '{{"cells": [{{"cell_type": "code", "source": "import tensorflow as tf\\n'
        "import helper\\nhelper.layer('{}')\"}}]}}",
    ),
}
MAIN = ("model.py", "helper.py")
OPENED = [path for path in FILES if path.endswith((".py", ".json", ".yaml", ".txt", ".toml"))]
JOBS = [*6 * ["model.py"], "sub/train.py", "helper.py", "pkg/layers.py", "book.ipynb"]


def content(path: str, chance: random.Random) -> str:
    """A text for a file."""
    pieces = FILES[path]
    text = chance.choice(pieces)
    if pieces in (PROGRAM, LIBRARY) and chance.random() < 0.9:
        text = "import tensorflow as tf\n" + text
    if pieces is PROGRAM and chance.random() < 0.5:
        text += chance.choice(PROGRAM)
    holes = text.count("{}")
    return text.format(*(chance.choice(NAMES) for _ in range(holes)))


@dataclass
class World:
    """A workspace, the documents that are open in it, and the settings."""

    folder: Path
    chance: random.Random
    buffers: dict[str, str] = field(default_factory=dict)
    settings: dict[str, object] = field(default_factory=dict)
    history: list[str] = field(default_factory=list)
    read: frozenset[str] = frozenset()  # by the last program

    def __post_init__(self) -> None:
        self._names = [*self.chance.sample(list(FILES), 5), *MAIN]
        """Of few files, most are read by a program."""
        for path in self._names:
            self._write(path, content(path, self.chance))

    def change(self) -> None:
        """Do one of the things that happen while somebody works."""
        often = [self._save_or_write, self._edit, self._open, self._save]
        seldom = [self._close, self.open_all, self._remove, self._rename, self._link, self._set]
        deeds = [*often, *often, *seldom, *8 * [self._leave]]
        self.history.append(self.chance.choice(deeds)())

    def some_program(self) -> str:
        """The path of a program."""
        return self.chance.choice(JOBS)

    def job(self, name: str, *, is_open: bool) -> Job:
        """A job for a document that is open, or for a program that is not."""
        path = str(self.folder / name)
        buffers = dict(self.buffers)
        text = buffers.get(path)
        if text is None and is_open and name.endswith(".py"):
            text = buffers[path] = self._read(name) or ""
        self.history.append(f"ask {name}{'' if text is None else ', open'}")
        return Job(path, text, buffers, roots=(str(self.folder),), **self.settings)  # type: ignore[arg-type]

    def _read(self, name: str) -> str | None:
        try:
            return (self.folder / name).read_text(encoding="utf-8")
        except (OSError, ValueError):
            return None

    def _write(self, name: str, text: str) -> str:
        path = self.folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError:
            return f"no {name}"
        return f"write {name}: {text!r}"

    def _some(self) -> str:
        return self.chance.choice(self._names)

    def _some_text(self) -> str:
        return self.chance.choice([name for name in self._names if name in OPENED])

    def open_all(self) -> str:
        """Open every file, as an editor does that restores its tabs."""
        for name in self._names:
            text = self._read(name) if name in OPENED else None
            if text is not None:
                self.buffers[str(self.folder / name)] = text
        return "open all"

    def _leave(self) -> str:
        """Close a document, whose file changes then."""
        known = sorted(self.buffers.keys() & self.read)
        path = self.chance.choice(known) if known else self._some_open()
        if path is None:
            return "nothing to leave"
        del self.buffers[path]
        name = os.path.relpath(path, self.folder)
        if self.chance.random() < 0.3:
            Path(path).unlink(missing_ok=True)
            return f"close and remove {name}"
        return f"close {name}, " + self._write(name, content(name, self.chance))

    def _some_open(self) -> str | None:
        return self.chance.choice(sorted(self.buffers)) if self.buffers else None

    def _save_or_write(self) -> str:
        name = self._some()
        return self._write(name, content(name, self.chance))

    def _open(self) -> str:
        name = self._some_text()
        text = self._read(name)
        if text is None:
            return "nothing to open"
        self.buffers[str(self.folder / name)] = text
        return f"open {name}"

    def _edit(self) -> str:
        name = self._some_text()
        text = content(name, self.chance)
        self.buffers[str(self.folder / name)] = text
        return f"edit {name}: {text!r}"

    def _save(self) -> str:
        path = self._some_open()
        if path is None:
            return "nothing to save"
        return self._write(os.path.relpath(path, self.folder), self.buffers[path])

    def _close(self) -> str:
        path = self._some_open()
        if path is None:
            return "nothing to close"
        del self.buffers[path]
        return f"close {os.path.relpath(path, self.folder)}"

    def _remove(self) -> str:
        name = self._some()
        path = self.folder / name
        if self.chance.random() < 0.3 and path.parent != self.folder:
            path = path.parent
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
        return f"remove {path.relative_to(self.folder)}"

    def _rename(self) -> str:
        old, new = self._some(), self._some()
        text = self._read(old)
        if text is None:
            return "nothing to rename"
        (self.folder / old).unlink()
        return f"rename {old}: " + self._write(new, text)

    def _link(self) -> str:
        name, target = self.chance.choice([("data", "pkg"), ("pkg", "sub"), ("namespace", "pkg")])
        if self.chance.random() < 0.5:
            target = str(self.folder.parent / "elsewhere")
            os.makedirs(target, exist_ok=True)
            Path(target, "conf.json").write_text('{"name": "e"}', encoding="utf-8")
        path = self.folder / name
        if os.path.lexists(path):
            shutil.rmtree(path) if not path.is_symlink() else path.unlink()
        path.symlink_to(target, target_is_directory=True)
        return f"link {name} to {target}"

    def _set(self) -> str:
        stubs = str(self.folder / "stubs")
        choices: dict[str, Sequence[object]] = {
            "stub_paths": ((), (stubs,)),
            "tensorflow": ("auto", "1", "2"),
            "environment": ("", str(self.folder / ".venv")),
            "ignore": ((), ("variable-exists",)),
            "select": ((), ("variable-exists",)),
            "severities": ({}, {"variable-exists": "information"}),
        }
        name = self.chance.choice(list(choices))
        self.settings[name] = self.chance.choice(choices[name])
        return f"set {name} to {self.settings[name]!r}"


class Session:
    """One process that keeps what it finds."""

    def __init__(self, *, keeps: bool) -> None:
        assert _PROCESS is not None
        self._connection, other = _PROCESS.Pipe()
        arguments = (self._connection, other, keeps)
        self._process = _PROCESS.Process(target=_serve, args=arguments, daemon=True)
        self._process.start()
        other.close()

    def ask(self, job: Job) -> tuple[Outcome, bool]:
        """The answer to a job, and whether it was known."""
        self._connection.send(job)
        outcome, was_known = self._connection.recv()
        return outcome, was_known

    def write(self) -> None:
        """Keep what is new."""
        self._connection.send(None)
        self._connection.recv()

    def end(self) -> None:
        self._connection.close()
        self._process.join()


def _serve(others: Connection, connection: Connection, keeps: bool) -> None:
    others.close()
    if keeps:
        os.environ.pop(SWITCH, None)
    else:
        os.environ[SWITCH] = "1"
    worker = Worker(-1, -1, analyze, pauses=False)
    number = 0
    try:
        while True:
            job = connection.recv()
            if job is None:
                worker._kept.write()
                connection.send(None)
                continue
            number += 1
            worker._wanted = number
            worker._paused.took.clear()
            outcome = outcome_of(worker._do(Run(number, job)))
            connection.send((outcome, job.path not in worker._paused.took))
    except EOFError:
        worker._paused.close()


def compare(folder: Path, rounds: int, seed: int) -> tuple[int, int, list[str]]:
    """Work for some rounds: the numbers of answers and of known ones, and the differences."""
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    world = World(folder / "project", random.Random(seed))
    chance, history = world.chance, world.history
    warm = Worker(-1, -1, analyze)  # what the processes share, so that each starts at once
    warm._do(Run(0, Job(os.path.join(os.sep, "warm.py"), WARM, {})))
    count, known, found = 0, 0, []

    def ask(session: Session, job: Job) -> bool:
        """Whether an answer was known; it is compared then, and sometimes if it was not."""
        nonlocal count, known
        outcome, was_known = session.ask(job)
        world.read = outcome.analysis.files - {job.path}
        count += 1
        known += was_known
        if was_known or chance.random() < 0.1:
            fresh = Session(keeps=False)
            expected, _ = fresh.ask(job)
            fresh.end()
            if not same(outcome, expected):
                how = "known" if was_known else "analysed"
                what = differences(outcome, expected)
                found.append("\n  ".join((f"seed {seed}, {how}: {what}", *history[-30:])))
        return was_known

    for _ in range(rounds):
        for _ in range(chance.choice((0, 1, 1, 2, 4))):
            world.change()
        if chance.random() < 0.5:
            history.append(world.open_all())
        name, is_open = world.some_program(), chance.random() < 0.7
        history.append("a process")
        session = Session(keeps=True)
        if chance.random() < 0.3:  # whatever it remembers, what it notes is complete
            ask(session, world.job(world.some_program(), is_open=True))
        ask(session, world.job(name, is_open=is_open))
        if chance.random() < 0.2:  # before it is written
            world.change()
        session.write()
        session.end()
        for _ in range(4):
            if chance.random() < 0.8:
                world.change()
            session = Session(keeps=True)
            history.append("another process")
            was_known = ask(session, world.job(name, is_open=is_open))
            if chance.random() < 0.3:
                session.write()
            session.end()
            if not was_known and chance.random() < 0.5:
                break
    return count, known, found


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=100, help="in each workspace")
    parser.add_argument("--worlds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    different = 0
    for seed in range(options.seed, options.seed + options.worlds):
        with tempfile.TemporaryDirectory() as folder:
            count, known, found = compare(Path(folder).resolve(), options.rounds, seed)
        print(f"seed {seed}: {count} answers, {known} known, {len(found)} different")
        print(*found[:2], sep="\n", flush=True)
        different += len(found)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())

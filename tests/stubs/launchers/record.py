"""Records what TensorFlow makes of the programs beside this file when people start them.

Run by a Python that has TensorFlow 1.15.5 and can import the launchers:

    PYTHONPATH=FOLDER python -m tests.stubs.launchers.record

where FOLDER was filled by ``pip install --target`` with fire, click==7.1.2, typer==0.3.2, plac,
argh, defopt, clize, begins, docopt, sacred==0.8.2, gin-config==0.5.0 and hydra-core==1.0.7.  It
writes recordings.json: for each program the variables when it is started without arguments, and for
each line ``run: ARGUMENTS`` of its docstring those when it is started with them.
gin_tensorflow.py needs gin-config==0.4.0, for later releases of gin.tf need TensorFlow 2.
"""

from __future__ import annotations

import contextlib
import io
import json
import multiprocessing
import os
import re
import sys
import tempfile

from tests.stubs.record import run

HERE = os.path.dirname(os.path.abspath(__file__))


def recorded(path, arguments):
    sys.argv = [path, *arguments.split()]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return run(path)


def recorded_alone(path, arguments):
    """In a process of its own: what a launcher registers stays for as long as its process."""
    with multiprocessing.get_context("fork").Pool(1) as pool:
        return pool.apply(recorded, (path, arguments))


def main():
    programs = os.path.join(HERE, "programs")
    os.chdir(tempfile.mkdtemp())  # Some launchers write where they are started.
    found = {}
    for name in sorted(os.listdir(programs)):
        if not name.endswith(".py"):
            continue
        path = os.path.join(programs, name)
        with open(path) as file:
            runs = re.findall(r"^run: (.+)$", file.read(), re.MULTILINE)
        found[name] = {arguments: recorded_alone(path, arguments) for arguments in ("", *runs)}
    with open(os.path.join(HERE, "recordings.json"), "w") as file:
        rows = [json.dumps(name) + ": " + json.dumps(found[name]) for name in sorted(found)]
        file.write("{\n" + ",\n".join(rows) + "\n}\n")


if __name__ == "__main__":
    main()

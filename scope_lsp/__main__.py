"""The program ``scope-lsp``: selects the command and reports every failure in one clear line.

A command is only imported when it is used, so that ``--help`` and ``--version`` are instant.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys

if __name__ == "__main__":
    # ``python -m`` first looks for modules in the working directory, which may be anyone's, unless
    # Python's own modules or this package are there.
    _ours = (os.path.dirname(os.__file__), os.path.dirname(os.path.dirname(__file__)))
    _here = {"", os.getcwd()}.difference(_ours)
    sys.path[:] = [entry for entry in sys.path if entry not in _here]

from collections.abc import Sequence
from types import ModuleType

from scope_lsp.cli.arguments import parse_arguments
from scope_lsp.cli.console import complain


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; 2 if it could not do its work."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character gets its escape instead of a traceback.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = parse_arguments(sys.argv[1:] if arguments is None else arguments)
    try:
        command = _load(options.command)
        code: int = command.run(options)
    except KeyboardInterrupt:
        # At once: an analysis in progress has its own thread, and a return would wait for it.
        os._exit(130)
    except OSError as error:  # the disk is full, or the output is closed
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        return 2
    except Exception as error:
        if os.environ.get("SCOPE_LSP_STRICT"):
            raise
        complain(f"internal error: {type(error).__name__}: {error}")
        return 2
    return code


def _load(command: str) -> ModuleType:
    """The module of a command; importing makes much and leaves nothing to collect."""
    gc.disable()
    try:
        return importlib.import_module(f"scope_lsp.cli.{command}")
    finally:
        gc.freeze()
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())

"""Starts an analysing process with as few imports as possible: it loads while its parent does.

``jobs`` has the messages, and ``supervisor`` keeps it running.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

ANALYSIS = "scope_lsp.analysis.analyze"
"""The module that the worker analyses with: ``Snapshot`` and ``analyze``."""

_BOOT = (
    "import gc, json, sys; gc.disable(); sys.path[:] = json.loads(sys.argv[1]); "
    "from scope_lsp.server.worker import main; main(sys.argv[2], *map(int, sys.argv[3:]))"
)
"""The garbage collector is off until the worker is loaded, because there is no garbage before."""


class Launched:
    """A started process."""

    def __init__(self, analysis: str = ANALYSIS, niceness: int = 0) -> None:
        life = os.pipe() if os.name == "posix" else ()
        self.popen = subprocess.Popen(
            # -I -S: nothing from the environment, a working directory or .pth files is run.
            [
                *(sys.executable, "-I", "-S", "-c", _BOOT),
                *(json.dumps(_import_path()), analysis, str(niceness)),
                str(life[0] if life else -1),
            ],
            pass_fds=life[:1],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        if life:
            os.close(life[0])
        self.life = life[1:]
        """Closed when this process ends, in whatever way, which ends the other one."""


def _import_path() -> list[str]:
    """The import path of the process: that of this one, without the working directory.

    Otherwise a module of the opened folder with the name of one of ours would be run.
    """
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
    here = {"", ".", os.getcwd()} - {package, os.path.dirname(os.__file__)}
    return list(dict.fromkeys([*(path for path in sys.path if path not in here), package]))

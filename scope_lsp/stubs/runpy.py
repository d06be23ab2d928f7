"""Model of ``runpy``: files and modules of the workspace, run as programs."""

import os
import sys

from _scope_lsp_host import import_file, is_missing, unknown


def run_path(path_name, init_globals=None, run_name=None):
    path = os.fspath(path_name)
    name = run_name or "<run_path>"
    if path.endswith(".py") or not os.path.isdir(path):
        return _run(name, path)
    sys.path.insert(0, path)
    names = _run(name, os.path.join(path, "__main__.py"))
    sys.path.remove(path)
    return names


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    relative = mod_name.replace(".", "/")
    for folder in sys.path:
        for ending in (".py", "/__main__.py"):
            path = os.path.join(folder, relative + ending)
            if not is_missing(path):
                return _run(run_name or mod_name, path)
    return _run(run_name or mod_name, relative + ".py")


def _run(name, path):
    before = sys.argv[0]
    sys.argv[0] = path
    module = import_file(name, path, False)
    sys.argv[0] = before
    return dict(vars(module))


def __getattr__(name):
    return unknown("runpy." + name)

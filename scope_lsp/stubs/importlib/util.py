"""Model of ``importlib.util``: modules out of files of the workspace."""

import os

from _scope_lsp_host import import_file, is_known, module_exists, unknown


class _Spec:
    def __init__(self, name, origin):
        self.name = name
        self.origin = origin
        self.loader = _Loader(name, origin)
        self.submodule_search_locations = None


class _Loader:
    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        return None

    def load_module(self, fullname=None):
        return import_file(fullname or self.name, self.path)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    return _Spec(name, os.fspath(location))


def module_from_spec(spec):
    """The module, run at once: nothing is known to happen before its loader is told to."""
    return import_file(spec.name, spec.origin, False)


def find_spec(name, package=None):
    found = module_exists((package or "") + name if name[:1] == "." else name)
    if not is_known(found):
        return unknown("whether a module can be found")
    return _Spec(name, unknown("where a module is")) if found else None


def __getattr__(name):
    return unknown("importlib.util." + name)

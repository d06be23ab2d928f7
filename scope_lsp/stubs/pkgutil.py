"""Model of ``pkgutil``: the modules that lie in the workspace's folders, by name."""

import collections
import os

from _scope_lsp_host import entries, import_file, is_known, unknown

ModuleInfo = collections.namedtuple("ModuleInfo", "module_finder name ispkg")


class _Loader:
    def __init__(self, name, path):
        self.name = name
        self.path = path

    def load_module(self, fullname=None):
        return import_file(fullname or self.name, self.path)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        return None

    def get_filename(self, fullname=None):
        return self.path

    def is_package(self, fullname):
        return os.path.basename(self.path) == "__init__.py"


class FileFinder:
    def __init__(self, path):
        self.path = path

    def find_module(self, fullname, path=None):
        last = fullname.rpartition(".")[2]
        for name, is_folder, _ in _found(self.path):
            if is_folder and name == last:
                return _Loader(fullname, os.path.join(self.path, name, "__init__.py"))
            if name == last + ".py":
                return _Loader(fullname, os.path.join(self.path, name))
        return None

    def find_spec(self, fullname, path=None):
        import importlib.util  # few programs need it

        loader = self.find_module(fullname)
        if loader is None:
            return None
        return importlib.util.spec_from_file_location(fullname, loader.path)


ImpImporter = FileFinder


def _found(folder):
    found = entries(folder)
    return found if is_known(found) else []


def _modules(folder):
    """Name and whether it is a package, as `iter_importer_modules` of a FileFinder has them."""
    for name, is_folder, _ in _found(folder):
        if is_folder:
            inside = [each for each, _, _ in _found(os.path.join(folder, name))]
            if "." not in name and "__init__.py" in inside:
                yield name, True
        elif name[-3:] == ".py" and name != "__init__.py" and "." not in name[:-3]:
            yield name[:-3], False


def iter_modules(path=None, prefix=""):
    if path is None or not is_known(path):
        return unknown("the modules that can be imported")
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    for folder in path:
        if not is_known(entries(folder)):
            return unknown("the modules of a folder that is not known")
    return _iter_modules(path, prefix)


def _iter_modules(path, prefix):
    yielded = {}
    for folder in path:
        finder = FileFinder(folder)
        for name, ispkg in _modules(folder):
            if name not in yielded:
                yielded[name] = True
                yield ModuleInfo(finder, prefix + name, ispkg)


def walk_packages(path=None, prefix="", onerror=None):
    found = iter_modules(path, prefix)
    return _walk_packages(found, onerror) if is_known(found) else found


def _walk_packages(found, onerror):
    for info in found:
        yield info
        if info.ispkg:
            try:
                package = __import__(info.name, fromlist=["*"])
            except ImportError:
                if onerror is not None:
                    onerror(info.name)
            else:
                inside = walk_packages(getattr(package, "__path__", []), info.name + ".", onerror)
                for each in inside:
                    yield each


def extend_path(path, name):
    return path


def find_loader(fullname):
    return unknown("how a module is found")


def get_data(package, resource):
    return unknown("a file of a package")


def __getattr__(name):
    return unknown("pkgutil." + name)

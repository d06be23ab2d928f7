"""Writes the table of TensorFlow's modules: which names each has, and which object each means.

Run by a Python that has TensorFlow 1.15.5:

    python tests/stubs/make_module_names.py > scope_lsp/stubs/MODULES.txt

Every module of the package is imported and its namespace read.  An object is told by its identity:
it belongs to the module that defines it, its home, and each public name of the same object is
noted there.  Names of modules, plain constants and external objects are kept as such.  The form of
the table is described in scope_lsp/resolve/module_table.py, which reads it.
"""

import importlib
import os
import re
import sys
import types
import warnings
from collections import Counter

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
warnings.simplefilter("ignore")

import tensorflow as tf  # noqa: E402

NAMES_OF_ROOT = sorted({*dir(tf), "contrib", "core", "python"})
"""Before anything below it is imported, which would add to its names."""
FUTURE = ("absolute_import", "division", "print_function", "unicode_literals")
API = ("._api.v1", ".api._v1", ".api._v2")
SKIPPED = re.compile(
    r"_test$|\._api\b|\.api\._v\d|python\.keras\.api\b|pywrap|_swig|^tensorflow\.(include|tools|examples\.saved_model)"
    r"|_pb2(_grpc)?$|^tensorflow\.lite\.(toco|tools|python\.(schema|testdata))|\.compiler\."
    r"|^tensorflow\.core|_ops_gen|parameterized$|framework\.test_ops$"
)
"""What is public under other names, generated from protocol buffers, or no part of the library."""
_PUBLIC_CONTRIB = re.compile(
    r"^tensorflow\.contrib\.(?!quantization)\w+$|^tensorflow\.contrib\.(framework\.nest|layers\.summaries)$"
)
MAX_CONSTANT = 120
"""Longest constant that is written out, in characters."""


def all_modules():
    """The names of TensorFlow's modules, by its files."""
    import tensorflow_core
    import tensorflow_estimator

    for package, alias in ((tensorflow_core, "tensorflow"), (tensorflow_estimator, None)):
        root = os.path.dirname(package.__file__)
        for folder, folders, files in os.walk(root):
            folders.sort()
            path = os.path.relpath(folder, root)
            parts = [] if path == "." else path.split(os.sep)
            for file in sorted(files):
                if file.endswith(".py"):
                    stem = [] if file == "__init__.py" else [file[:-3]]
                    yield ".".join([alias or package.__name__, *parts, *stem])


def load():
    """Import them all; what cannot be imported has no names."""
    found = {}
    for name in all_modules():
        if SKIPPED.search(name):
            continue
        try:
            found[name] = importlib.import_module(name)
        except BaseException:
            found[name] = None
    return found


def namespace(module):
    """The names of a module and what they mean."""
    try:
        names = NAMES_OF_ROOT if module is tf else dir(module)
    except Exception:
        names = ()
    for name in sorted(set(names)):
        if name.startswith("__") and name != "__all__":
            continue
        try:
            yield name, getattr(module, name)
        except Exception:
            continue


def public_modules():
    """The public modules by their path below `tf`, `contrib` apart; those of version 2 last."""
    found = {}

    def walk(path, module):
        if module.__name__ in seen:
            return
        seen.add(module.__name__)
        found[path] = module
        for name, inner in namespace(module):
            if isinstance(inner, types.ModuleType) and not name.startswith("_"):
                inside = inner.__name__
                if name not in ("contrib", "python", "v1", "v2", "compat_v1") and (
                    any(part in inside for part in API) or inside == "tensorflow.compat"
                ):
                    walk(f"{path}.{name}", inner)

    seen = set()
    walk("tensorflow", tf)
    walk("tensorflow.compat.v1", tf.compat.v1)
    walk("tensorflow.compat.v2", tf.compat.v2)
    return found


def is_place(value):
    """Whether a text is a path of the machine that writes the table."""
    here = (os.path.expanduser("~"), sys.prefix)
    return isinstance(value, str) and value.startswith(here)


def is_constant(value):
    """Whether a value is one that its text says in full."""
    if type(value) in (tuple, list):
        return all(map(is_constant, value))
    if isinstance(value, float) and (value != value or value in (float("inf"), -float("inf"))):
        return False
    return value is None or type(value) in (bool, int, float, str, bytes)


def external(value):
    """`module:name` of an object of another package, or None."""
    module = getattr(value, "__module__", None)
    name = getattr(value, "__qualname__", None)
    if not isinstance(module, str) or module.startswith("tensorflow") or not isinstance(name, str):
        return None
    found = getattr(sys.modules.get(module), name, None) if module in sys.modules else None
    return f"{module}:{name}" if found is value else None


class Table:
    """What is known of all modules together."""

    def __init__(self):
        self.modules = {name: module for name, module in load().items() if module is not None}
        self.public = public_modules()
        self.spaces = {name: dict(namespace(module)) for name, module in self.modules.items()}
        self.paths = {}
        """The public names of an object below `tf`, by its identity."""
        self.module_names = {}
        for name, module in self.modules.items():
            self.module_names.setdefault(module.__name__, name)
        for path, module in self.public.items():
            self.module_names[module.__name__] = path
            space = dict(namespace(module))
            self.spaces[path] = space
            for name, value in space.items():
                self.note(path, name, value)
        contrib = [name for name in self.spaces if name.startswith("tensorflow.contrib.")]
        for path in contrib:
            if _PUBLIC_CONTRIB.search(path):
                for name, value in self.spaces[path].items():
                    self.note(path, name, value)
        self.own = {}
        self.usual = self.usual_modules()
        """What a name of a module mostly stands for."""
        self.used = set()
        self.raw = {
            (value.__module__, id(value.__doc__)): name
            for name, value in namespace(tf.raw_ops)
            if isinstance(value, types.FunctionType) and value.__doc__
        }
        """The type of op that a generated function makes, by their common documentation."""
        self.homes = {}
        for name in sorted(self.modules):
            self.settle(name)

    def usual_modules(self):
        counts = {}
        for space in self.spaces.values():
            for name, value in space.items():
                if isinstance(value, types.ModuleType):
                    counts.setdefault(name, Counter())[self.module_name(value)] += 1
        return {name: found.most_common(1)[0][0] for name, found in counts.items()}

    def module_name(self, module):
        """The name that programs import a module by."""
        own = re.sub("^tensorflow_core", "tensorflow", module.__name__)
        return self.module_names.get(module.__name__, own)

    def note(self, path, name, value):
        """A public name; one of version 2, compat.v1 or contrib counts where there is no other."""
        if name.startswith("_") or isinstance(value, types.ModuleType) or is_constant(value):
            return
        known = self.paths.setdefault(id(value), [])
        path = f"{path}.{name}"[len("tensorflow.") :]
        late = ("compat.v1.", "compat.v2.", "contrib.")
        if not path.startswith(late) or not known or known[0].startswith(late[2]):
            known.append(path)

    def settle(self, module_name):
        """Note the homes of the objects that a module has."""
        for name, value in self.spaces[module_name].items():
            if isinstance(value, types.ModuleType) or is_constant(value):
                continue
            if id(value) not in self.homes:
                self.homes[id(value)] = self.home(module_name, name, value)

    def home(self, module_name, name, value):
        """The module and name that an object belongs to."""
        said = getattr(value, "__module__", None)
        own = getattr(value, "__name__", None)
        if isinstance(said, str) and said in self.spaces:
            space = self.spaces[said]
            if isinstance(own, str) and space.get(own) is value:
                return said, own
            for other, found in space.items():
                if found is value:
                    return said, other
        holders = [
            (holder, other)
            for holder in self.modules
            for other, found in self.spaces[holder].items()
            if found is value
        ]
        for holder, other in holders:
            if re.search(rf"^{re.escape(other)}\b[^\n(]*=", self.text(holder), re.MULTILINE):
                return holder, other
        return holders[0] if holders else (module_name, name)

    def text(self, module_name):
        path = getattr(self.modules[module_name], "__file__", None) or ""
        try:
            with open(path, encoding="utf-8") as file:
                return file.read()
        except OSError:
            return ""

    def section(self, module_name):
        """The lines of one module."""
        groups = {}
        constants = []

        def put(group, name, target=None):
            word = name if target in (None, name) else f"{name}={target}"
            groups.setdefault(group, []).append(word)

        for name, value in self.spaces[module_name].items():
            if name in FUTURE or name == "__all__" or name.endswith("_eager_fallback"):
                continue
            if isinstance(value, types.ModuleType):
                inner = self.module_name(value)
                if inner != f"{module_name}.{name}":
                    usual = self.usual[name]
                    self.used.add(name)
                    put("modules", name, None if usual == inner else shortened(inner))
                else:
                    put("parts", name)
            elif is_constant(value):
                text = repr(value)
                if len(text) <= MAX_CONSTANT and "\n" not in text and not is_place(value):
                    constants.append(f"= {name} {text}")
                else:
                    put("objects", name)
            elif external(value):
                put("others", name, external(value))
            else:
                self.put_object(put, module_name, name, value)
        yield f"[{shortened(module_name)}]"
        yield from constants
        for group, words in sorted(groups.items()):
            if group in self.spaces:
                words = self.with_star(group, words)
                group = shortened(group)
            yield f"{group}: {' '.join(words)}"

    def put_object(self, put, module_name, name, value):
        """A function, a class or another object, told by its identity."""
        home, own = self.homes.get(id(value), (module_name, name))
        if (home, own) != (module_name, name):
            put(home, name, own)
            return
        kind = "classes" if isinstance(value, type) else "functions"
        if not callable(value):
            kind = "objects"
        public = [shortened_public(path, name) for path in self.paths.get(id(value), [])]
        raw = self.raw.get((module_name, id(getattr(value, "__doc__", None))))
        if raw and not public:
            public = [f"raw_ops.{raw}"]
        put(kind, name, ",".join(public) or None)

    def with_star(self, home, words):
        """The words of an import; `*` is all public names of its home, but for those with `-`."""
        own = self.own_names(home)
        left_out = sorted(own - set(words))
        if len(own) > 8 and len(left_out) < len(own) / 3:
            others = [word for word in words if word not in own]
            return ["*", *others, *[f"-{name}" for name in left_out]]
        return words

    def own_names(self, home):
        """The names of a module for objects that it defines itself."""
        if home not in self.own:
            self.own[home] = {
                name
                for name, value in self.spaces[home].items()
                if not name.startswith("_") and self.homes.get(id(value)) == (home, name)
            }
        return self.own[home]


def shortened(module_name):
    """A module's name as the table has it."""
    for long, short in (("tensorflow.python.", "~"), ("tensorflow.contrib.", "^")):
        if module_name.startswith(long):
            return short + module_name[len(long) :]
    return module_name


def shortened_public(path, name):
    """A public name as the table has it: without the last part where that is the object's own."""
    if path == name:
        return "."
    if path.endswith(f".{name}"):
        return path[: -len(name)]
    return path


def main():
    table = Table()
    v1 = "tensorflow.compat.v1"
    for name, space in list(table.spaces.items()):
        if name == v1 or name.startswith(f"{v1}."):
            plain = table.spaces.setdefault("tensorflow" + name[len(v1) :], {})
            for member, value in space.items():
                plain.setdefault(member, value)
    for name in sorted(table.spaces):
        if not name.startswith("tensorflow.compat.v1") and not name.endswith(".v2.raw_ops"):
            print("\n".join(table.section(name)))
    print("[modules]")
    for name, target in sorted(table.usual.items()):
        if name in table.used:
            print(name if name == target else f"{name}={shortened(target)}")


if __name__ == "__main__":
    main()

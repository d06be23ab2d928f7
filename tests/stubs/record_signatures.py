"""Records the parameters of TensorFlow's public functions, classes and methods.

Run by a Python that has TensorFlow 1.15.5:

    python tests/stubs/record_signatures.py

It writes signatures.json beside this file: for each name of the inventory, and for those of the
other modules that a stub stands for, the name that Python says when it refuses a call, and the
parameters as a call has to give them, with their defaults where those are plain values, else
`...`.  For a class they are those of `__init__`, or of `__new__` where only that was written.
Each public method of a class follows it, at the first class that has just this function.  What
does not refuse a keyword that it does not list is left out, and what has a parameter `_`.
"""

from __future__ import annotations

import importlib
import inspect
import json
import os
import types
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
warnings.simplefilter("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
STUBS = os.path.join(os.path.dirname(os.path.dirname(HERE)), "scope_lsp", "stubs", "tensorflow")
HELPERS = ("tf_export", "keras_export", "estimator_export")
"""What modules have of TensorFlow's own decorators."""
APPLICATIONS = (
    "densenet",
    "inception_resnet_v2",
    "inception_v3",
    "mobilenet",
    "mobilenet_v2",
    "nasnet",
    "resnet",
    "resnet_v2",
    "vgg16",
    "vgg19",
    "xception",
)
NO_NAME = "no_parameter_has_this_name"


def called(found):
    """The function that a call of `found` reaches, and how many arguments it is given first."""
    if isinstance(found, type):
        if found.__init__ is not object.__init__:
            return found.__init__, 1
        return (found.__new__, 1) if found.__new__ is not object.__new__ else (None, 0)
    return found, int(inspect.ismethod(found))


def of_application(*words):
    """What a function of `tf.keras.applications` hands everything on to."""
    for name in [words[0]] if len(words) > 1 else APPLICATIONS:
        module = importlib.import_module("keras_applications." + name)
        if hasattr(module, words[-1]):
            return [getattr(module, words[-1])]
    return []


def parameters(path, found):
    """The parameters as they are written in signatures.json; None where nobody says them."""
    from tensorflow.python.util import tf_inspect

    function, given = called(found)
    if function is None:
        return "__init__()"
    candidates = [function, inspect.unwrap(function)]
    if path.startswith("tf.keras.applications."):
        candidates += of_application(*path.split(".")[3:])
    if isinstance(found, type) and given and function is found.__init__:
        candidates += [vars(base)["__init__"] for base in found.__mro__ if "__init__" in vars(base)]
    try:
        specs = [
            tf_inspect.getfullargspec(each) for each in candidates if each is not object.__init__
        ]
    except TypeError:
        return None
    # What only hands on all that it gets has the parameters of what it hands it to.
    spec = next((each for each in specs if len(each.args) > given or not each.varargs), specs[0])
    if "_" in spec.args:
        return None
    if spec.varkw is not None:
        code = getattr(inspect.unwrap(function), "__code__", None)
        name = "__call__" if code is None else code.co_name
    else:
        name = refuser(found)
    return None if name is None else name + "(" + written(spec, given) + ")"


def written(spec, given):
    """The parameters behind the first `given` ones, with their defaults."""
    values = spec.defaults or ()
    defaults = {spec.args[index - len(values)]: value for index, value in enumerate(values)}
    defaults.update(spec.kwonlydefaults or {})

    def one(name):
        return name + "=" + plain(defaults[name]) if name in defaults else name

    names = [one(name) for name in spec.args[given:]]
    if spec.varargs:
        names.append("*" + spec.varargs)
    elif spec.kwonlyargs:
        names.append("*")
    names += [one(name) for name in spec.kwonlyargs]
    if spec.varkw:
        names.append("**" + spec.varkw)
    return ", ".join(names)


def plain(value):
    """A default as Python writes it, `...` for one that is no plain value."""
    if isinstance(value, (tuple, list)):
        return repr(value) if all(plain(each) != "..." for each in value) else "..."
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return "..."
    return repr(value) if value is None or type(value) in (bool, int, float, str) else "..."


def methods(path, cls, known):
    """The public methods of a class that no class before had, each with its path."""
    for name in sorted(dir(cls)):
        found = inspect.getattr_static(cls, name)
        if name.startswith("_") or not isinstance(found, types.FunctionType):
            continue
        if id(found) in known or not found.__module__.startswith("tensorflow"):
            continue
        known[id(found)] = found
        said = parameters(path + "." + name, types.MethodType(found, object()))
        if said is not None:
            yield path + "." + name, said


def refuser(found):
    """What Python calls the function that refuses an unlisted keyword; None: none does."""
    if inspect.isabstract(found):
        return "__init__"
    try:
        found(**{NO_NAME: None})
    except TypeError as error:
        words = str(error)
        if "takes no arguments" in words or "takes no parameters" in words:
            return "__init__"
        return words.partition("(")[0] if NO_NAME in words and "() got" in words else None
    except Exception:
        return None
    return None


def stubbed_modules():
    """The modules that a stub stands for, by their names below `tensorflow`."""
    for folder, _, files in sorted(os.walk(STUBS)):
        for name in sorted(files):
            path = os.path.relpath(os.path.join(folder, name), STUBS)[: -len(".py")]
            words = [word for word in path.split(os.sep) if word != "__init__"]
            if name.endswith(".py") and not any(word.startswith("_") for word in words):
                yield ".".join(words)


def paths():
    """Every public callable with its path."""
    import tensorflow as tf

    with open(os.path.join(HERE, "inventory.json")) as file:
        inventory = json.load(file)
    for namespace, names in inventory.items():
        for name in names:
            found = tf
            for word in (namespace + "." + name).split(".")[1:]:
                found = getattr(found, word)
            yield namespace + "." + name, found
    for words in stubbed_modules():
        namespace = "tf." + words if words else "tf"
        if namespace in inventory:
            continue
        try:
            module = tf
            for word in words.split("."):
                module = getattr(module, word)
        except AttributeError:
            try:
                module = importlib.import_module("tensorflow." + words)
            except ImportError:
                continue
        for name in sorted(vars(module)):
            found = getattr(module, name)
            if name.startswith("_") or isinstance(found, types.ModuleType) or not callable(found):
                continue
            if getattr(found, "__module__", "").startswith("tensorflow") and name not in HELPERS:
                yield namespace + "." + name, found


def main():
    import tensorflow as tf

    tf.compat.v1.logging.set_verbosity(tf.compat.v1.logging.ERROR)
    rows = {}
    unsaid = []
    known = {}
    for path, found in paths():
        said = parameters(path, found)
        if said is None:
            unsaid.append(path)
        else:
            rows[path] = said
        if isinstance(found, type):
            rows.update(methods(path, found, known))
    lines = [json.dumps(path) + ": " + json.dumps(said) for path, said in rows.items()]
    with open(os.path.join(HERE, "signatures.json"), "w") as file:
        file.write("{\n" + ",\n".join(lines) + "\n}\n")
    print(len(rows), "recorded; left out:", *unsaid)


if __name__ == "__main__":
    main()

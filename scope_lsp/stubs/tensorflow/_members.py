"""The members of TensorFlow's own modules, which are mostly the objects of the public API.

The table of its modules says what a name means (`_scope_lsp.module_member`); this finds the model
of it.  What has none is unknown, a function that may be called in any way.
"""

import _scope_lsp

from tensorflow._unmodelled import Unmodelled, _may_build, lookup

_NONE = object()
_OTHERWISE = (
    "raw_ops.Concat",
    "raw_ops.Split",
    "raw_ops.Where",
    "raw_ops.SoftmaxCrossEntropyWithLogits",
    "raw_ops.SparseSoftmaxCrossEntropyWithLogits",
)
"""Ops whose arguments or results are not those of the public function of the same name."""


def members_of(module, model, names):
    """A module's `__getattr__`: `model` is a stub with models of what is not public, or None.

    What was found is kept among the `names` of the module.
    """

    def find(name):
        # Until it is found: another name of the same object may lead back to this one.
        names[name] = Unmodelled((module + "." + name).partition(".")[2])
        value = member(module, model, name)
        names[name] = value
        return value

    return find


def member(module, model, name):
    found = _scope_lsp.module_member(module, name)
    if found is None:
        if name[:2] == "__":
            raise AttributeError(name)
        return lookup((module + "." + name).partition(".")[2])
    kind, home, own, public, constant = found
    if kind == "constant":
        return constant
    if kind == "module":
        return __import__(home, fromlist=["*"])
    if kind == "imported" or home != module:
        return getattr(__import__(home, fromlist=["*"]), own)
    for path in public:
        if path[:8] != "raw_ops." and path[:10] != "compat.v2.":
            value = modelled(path)
            if value is not _NONE:
                return value
    is_op = public and public[0][:8] == "raw_ops."
    if model is not None and not (is_op and (name[:1].isupper() or public[0] in _OTHERWISE)):
        value = attribute(__import__(model, fromlist=["*"]), [name])
        if value is not _NONE:
            return value
    for path in public:
        if path[:10] == "compat.v2.":
            value = modelled(path[10:])
            if value is not _NONE:
                return value
    if public:
        return lookup(public[0])
    path = (home + "." + own).partition(".")[2]
    if kind == "function":
        return Unmodelled(path)
    reason = "tensorflow." + path + " is not modelled"
    return (
        _scope_lsp.unknown_code(reason, _may_build(path))
        if kind == "class"
        else _scope_lsp.unknown(reason)
    )


def modelled(path):
    """The model of what is public at a path below `tf`, or `_NONE`."""
    import tensorflow  # few programs need it

    if path[:10] == "compat.v1.":
        path = path[10:]
    return attribute(tensorflow, path.split("."))


def attribute(found, words):
    for word in words:
        found = getattr(found, word, _NONE)
        if not _scope_lsp.is_known(found) or found is _NONE:
            return _NONE
    return _NONE if isinstance(found, Unmodelled) else found

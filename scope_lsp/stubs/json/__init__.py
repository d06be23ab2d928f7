"""Model of ``json``: constants are converted, files are unknown."""

from _scope_lsp_host import JSONDecodeError, is_known, json_dumps, json_loads, unknown


class JSONEncoder:
    def __init__(self, **kwargs):
        pass

    def default(self, o):
        raise TypeError("Object of type %s is not JSON serializable" % type(o).__name__)

    def encode(self, o):
        return dumps(o)


class JSONDecoder:
    def __init__(self, **kwargs):
        pass

    def decode(self, s):
        return loads(s)


def loads(s, *, object_hook=None, object_pairs_hook=None, **kwargs):
    if object_hook is not None:
        return unknown("JSON with a hook")
    found = json_loads(s)
    if object_pairs_hook is not None and isinstance(found, dict):
        return object_pairs_hook(list(found.items()))
    return found


def load(fp, **kwargs):
    text = fp.read()
    return loads(text, **kwargs) if is_known(text) else unknown("what a JSON file has")


def dumps(obj, **kwargs):
    return json_dumps(obj, kwargs)


def dump(obj, fp, **kwargs):
    fp.write(json_dumps(obj, kwargs))

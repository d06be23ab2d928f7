"""What Keras keeps for each graph and for the process: counted names, the learning phase, floatx.

Modelled on keras/backend.py, keras/backend_config.py and keras/utils/generic_utils.py of
TensorFlow 1.15.5.
"""

import re

import _scope_lsp

from tensorflow import _dtypes, _graph
from tensorflow._constant_ops import placeholder_with_default

_config = {
    "floatx": "float32",
    "epsilon": 1e-7,
    "image_data_format": "channels_last",
    "period": 0,
    "v2_dtype": False,
}


def floatx():
    return _config["floatx"]


def set_floatx(value):
    _config["floatx"] = value


def enable_v2_dtype_behavior():
    """Layers are of floatx then, rather than of what their first inputs are."""
    _config["v2_dtype"] = True


def disable_v2_dtype_behavior():
    _config["v2_dtype"] = False


def v2_dtype_behavior_enabled():
    return _config["v2_dtype"]


def epsilon():
    return _config["epsilon"]


def set_epsilon(value):
    _config["epsilon"] = value


def image_data_format():
    return _config["image_data_format"]


def set_image_data_format(data_format):
    _config["image_data_format"] = data_format


def data_format_of(data_format):
    """conv_utils.normalize_data_format."""
    if data_format is None:
        return _config["image_data_format"]
    from tensorflow._refusals import normalize_data_format  # few programs need it

    return normalize_data_format(data_format)


# Names.


def to_snake_case(name):
    """generic_utils.to_snake_case: the default name of a class of layers."""
    if not _scope_lsp.is_known(name):
        return _snake_case(name)
    if name not in _SNAKE_CASES:
        _SNAKE_CASES[name] = _snake_case(name)
    return _SNAKE_CASES[name]


_SNAKE_CASES = {}


def _snake_case(name):
    result = re.sub("(.)([A-Z][a-z0-9]+)", r"\1_\2", name)
    result = re.sub("([a-z])([A-Z])", r"\1_\2", result).lower()
    return "private" + result if result[:1] == "_" else result


def object_names():
    """How many objects of a name the default graph has (PER_GRAPH_OBJECT_NAME_UIDS)."""
    graph = _graph.get_default_graph()
    if getattr(graph, "_object_names_period", None) != _config["period"]:
        graph._object_names_period = _config["period"]
        graph._object_names = {}
    return graph._object_names


def _next_uid(prefix):
    names = object_names()
    key = ("uid", prefix)
    names[key] = names.get(key, 0) + 1
    return names[key]


def get_uid(prefix=""):
    return int(_scope_lsp.told_op(numbered(prefix, prefix)).rpartition("_")[2])


def numbered(text, prefix):
    """A name with the next uid of `prefix`."""
    return _scope_lsp.counted_name(text + "_" + str(_next_uid(prefix)))


def unique_object_name(name, name_uid_map=None, avoid_names=None, namespace="", zero_based=False):
    names = object_names()
    count = names.get(name, 0)
    names[name] = count + 1
    given = names.get(("given", name), ())
    if zero_based:
        return _scope_lsp.counted_name(name + "_" + str(count) if count else name, given)
    return _scope_lsp.counted_name(name + "_" + str(count + 1), given)


def note_given_name(kind, name):
    """An object of a kind has got a name that is not wholly known, and may have been None."""
    object_names().setdefault(("given", kind), []).append(name)


def reset_uids():
    _config["period"] = _config["period"] + 1


def clear_session():
    _graph.reset_default_graph()
    reset_uids()
    _phase()


# The learning phase.


def _phase():
    """The placeholder at the root of the graph that says whether a model is trained."""
    graph = _graph.get_default_graph()
    found = getattr(graph, "_learning_phase", None)
    if _scope_lsp.is_known(found) and found is None:
        with _scope_lsp.in_name_scope(""):
            found = placeholder_with_default(False, (), "keras_learning_phase")
        graph._learning_phase = found
    return found


def learning_phase():
    return _phase()


def set_learning_phase(value):
    _graph.get_default_graph()._learning_phase = value


class learning_phase_scope:
    @_scope_lsp.takes(True, "learning_phase_scope")
    def __init__(self, value):
        self._value = value
        self._before = None

    def __enter__(self):
        graph = _graph.get_default_graph()
        self._before = getattr(graph, "_learning_phase", None)
        graph._learning_phase = self._value

    def __exit__(self, *exception):
        _graph.get_default_graph()._learning_phase = self._before
        return False

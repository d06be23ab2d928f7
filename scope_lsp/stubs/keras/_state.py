"""What Keras keeps for each graph and for the process: counted names, the learning phase, floatx.

Modelled on keras/backend/tensorflow_backend.py of Keras 2.2.4 and 2.3.1: names are counted by class
from 1 on, and the learning phase is a placeholder in the scope that asks for it first.
"""

import _scope_lsp

from tensorflow import _graph
from tensorflow._constant_ops import placeholder_with_default

from keras._shared import _state as _shared
from keras._shared._state import (
    _config,
    data_format_of,
    disable_v2_dtype_behavior,
    enable_v2_dtype_behavior,
    epsilon,
    floatx,
    image_data_format,
    reset_uids,
    set_epsilon,
    set_floatx,
    set_image_data_format,
    to_snake_case,
    v2_dtype_behavior_enabled,
)

_config["inputs"] = True  # every layer's call is remembered


def object_names():
    """How many objects of a name the default graph has (_GRAPH_UID_DICTS)."""
    graph = _graph.get_default_graph()
    if getattr(graph, "_keras_names_period", None) != _config["period"]:
        graph._keras_names_period = _config["period"]
        graph._keras_names = {}
    return graph._keras_names


_shared.object_names = object_names
get_uid = _shared.get_uid
numbered = _shared.numbered
unique_object_name = _shared.unique_object_name


def clear_session():
    _graph.reset_default_graph()
    reset_uids()
    _config["session"] = None
    learning_phase()


def learning_phase():
    graph = _graph.get_default_graph()
    found = getattr(graph, "_keras_learning_phase", None)
    if _scope_lsp.is_known(found) and found is None:
        found = graph._keras_learning_phase = placeholder_with_default(
            False, (), "keras_learning_phase"
        )
    return found


_phase = learning_phase


def set_learning_phase(value):
    _graph.get_default_graph()._keras_learning_phase = value


class learning_phase_scope:
    def __init__(self, value):
        self._value = value
        self._before = None

    def __enter__(self):
        graph = _graph.get_default_graph()
        self._before = getattr(graph, "_keras_learning_phase", None)
        graph._keras_learning_phase = self._value

    def __exit__(self, *exception):
        _graph.get_default_graph()._keras_learning_phase = self._before
        return False

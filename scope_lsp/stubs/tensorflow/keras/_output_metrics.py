"""The metrics that `compile` is given: which output each is for, and what it is made of.

Modelled on keras/engine/training_utils.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._shape import as_dims
from tensorflow.keras import losses, metrics


def named_outputs(names, given):
    """The names of outputs, with the keys of a dict that `compile` was given for what is not known.

    TensorFlow refuses a key that is no output's (generic_utils.check_for_unexpected_keys), so the
    keys that are left are those of these outputs.
    """
    known = [name for name in names if _scope_lsp.is_known(name)]
    if len(known) == len(names) or not _scope_lsp.is_known(given) or not isinstance(given, dict):
        return names
    left = [name for name in given if name not in known]
    if left and len(left) < len(names) - len(known):
        _scope_lsp.give_up("losses and metrics of outputs whose names are not known")
    elif left:
        names = [name if _scope_lsp.is_known(name) else left.pop(0) for name in names]
    return names


def given_for(name, given):
    """What a dict has for an output, None for one whose name is not known."""
    return given.get(name) if _scope_lsp.is_known(name) else None


def metric_lists(wanted, names):
    """training_utils.collect_per_output_metric_info, up to the metrics themselves."""
    if not _scope_lsp.is_known(wanted) or not wanted:
        return [[] for _ in names]
    if isinstance(wanted, dict):
        lists = [given_for(name, wanted) or [] for name in names]
        return [list(one) if isinstance(one, (list, tuple)) else [one] for one in lists]
    if [one for one in wanted if isinstance(one, (list, tuple))]:
        return [list(one) if isinstance(one, (list, tuple)) else [one] for one in wanted]
    if len(names) == 1:
        return [list(wanted)]
    return [[metrics.clone_metric(one) for one in wanted] for _ in names]


def metric_of(wanted, endpoint):
    """training_utils.get_metric_function: a metric, made of a function or a name."""
    if not _scope_lsp.is_known(wanted):
        return wanted
    name = wanted
    if isinstance(wanted, dict):
        metrics.get(wanted)  # get_metric_name makes one too
    elif isinstance(wanted, str) and wanted in _SHORT:
        loss = endpoint.loss
        function = loss.fn if isinstance(loss, losses.LossFunctionWrapper) else None
        dims = as_dims(endpoint.output.shape)
        kind = "_accuracy" if wanted[:1] == "a" else "_crossentropy"
        if isinstance(dims, tuple) and dims[-1] == 1 or function is losses.binary_crossentropy:
            wanted = "binary" + kind
        elif function is losses.sparse_categorical_crossentropy:
            wanted = "sparse_categorical" + kind
        else:
            wanted = "categorical" + kind
    found = metrics.get(wanted)
    if not _scope_lsp.is_known(found) or isinstance(found, metrics.Metric):
        return found
    return metrics.MeanMetricWrapper(found, _SHORT.get(name, getattr(found, "__name__", "metric")))


_SHORT = {"accuracy": "acc", "acc": "acc", "crossentropy": "ce", "ce": "ce"}  # get_metric_name

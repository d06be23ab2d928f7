"""`tf.summary`: summaries are ops that are called after their tag.

Modelled on summary/summary.py and ops/summary_op_util.py of TensorFlow 1.15.5.
"""

import re

import _scope_lsp

from tensorflow import _dtypes
from tensorflow._graph import add_to_collections, get_collection
from tensorflow._tensor import create, constant, convert, pop, push
from tensorflow._unmodelled import lookup as _lookup


def clean_tag(name):
    """summary_op_util.clean_tag: a tag as the name of an op."""
    if name is None or not _scope_lsp.is_known(name):
        return name
    return re.sub(r"[^-/\w\.]", "_", name).lstrip("/")


def all_v2_summary_ops():
    return _scope_lsp.unknown("the summaries of a graph")


def _summary(op_type, tag):
    def summary(name, tensor, collections=None, family=None):
        clean = clean_tag(name)
        if family is not None:
            clean = clean_tag(family) + "/" + clean
        scope = push(clean, None)
        constant(name, None, None, name=tag)
        convert(tensor, None, "values")
        pop()
        result = create(op_type, scope, (), dtype=_dtypes.string)
        add_to_collections(["summaries"] if collections is None else collections, result)
        return result

    return summary


_scalar = _summary("ScalarSummary", "tags")
_histogram = _summary("HistogramSummary", "tag")
_image = _summary("ImageSummary", "tag")


def scalar(name, tensor, collections=None, family=None):
    return _scalar(name, tensor, collections, family=family)


def histogram(name, values, collections=None, family=None):
    return _histogram(name, values, collections, family=family)


def image(name, tensor, max_outputs=3, collections=None, family=None):
    return _image(name, tensor, collections, family=family)


def audio(name, tensor, sample_rate, max_outputs=3, collections=None, family=None):
    return _summary("AudioSummaryV2", "tag")(name, tensor, collections, family=family)


def text(name, tensor, collections=None):
    return _summary("TensorSummaryV2", "tag")(name, tensor, collections)


def tensor_summary(
    name,
    tensor,
    summary_description=None,
    collections=None,
    summary_metadata=None,
    family=None,
    display_name=None,
):
    return _summary("TensorSummaryV2", "tag")(name, tensor, collections, family=family)


def merge(inputs, collections=None, name=None):
    push(name, "Merge")
    result = create("MergeSummary", name, (), dtype=_dtypes.string)
    pop()
    add_to_collections([] if collections is None else collections, result)
    return result


def merge_all(key="summaries", scope=None, name=None):
    found = get_collection(key, scope)
    return merge(found, name=name) if found else None


def __getattr__(name):
    return _lookup("summary." + name)

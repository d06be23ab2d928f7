"""Gradients: which variables and tensors a value depends on, not what they are.

A tensor's `_inputs` are what it is computed from; where they are not known, it may
depend on everything, and a gradient is taken to be there for all that is trained.

Modelled on ops/gradients_util.py (_GradientsHelper) of TensorFlow 1.15.5 and on
the ops that are registered as not differentiable or give no gradient.
"""

import enum

import _scope_lsp

from tensorflow._dtypes import as_dtype
from tensorflow._indexed_slices import Gradient
from tensorflow._python2_lists import listed
from tensorflow._tensor import convert, create, is_tensor_like, pop, push
from tensorflow._variables import Variable

# Nothing flows back through these.
_BARRIERS = frozenset(
    (
        "ApproximateEqual ArgMax ArgMin Assign AssignAdd AssignSub AudioSummary Bernoulli "
        "BroadcastGradientArgs"
        " Bitcast Ceil Const DecodeBase64 Dequeue Floor FloorDiv HistogramSummary ImageSummary "
        "InTopKV2 IteratorGetNext"
        " LinSpace MergeSummary Multinomial NonMaxSuppressionV3 OneHot OnesLike "
        "ParameterizedTruncatedNormal Placeholder"
        " PyFunc RandomShuffle RandomStandardNormal RandomUniform RandomUniformInt Range Rank "
        "Rint Round ScalarSummary"
        " Shape Size StopGradient TruncateDiv TruncatedNormal Unique VarIsInitializedOp Where "
        "ZerosLike"
    ).split()
)
_SOURCES = ("Placeholder", "Const", "RandomUniform", "RandomStandardNormal", "TruncatedNormal")
"""Ops that are computed from no tensor that a program has."""
_DISCRETE = "biuq"
"""The kinds of dtypes that have no gradient."""


class UnconnectedGradients(enum.Enum):
    NONE = "none"
    ZERO = "zero"


def connected(ys, xs, stopped=()):
    """For each of `xs` whether a gradient of `ys` reaches it: True, False; None: not known."""
    found = _connected(ys, xs, stopped)
    return [False if _is_discrete(x) else is_there for x, is_there in zip(xs, found)]


def _is_discrete(x):
    """Whether it holds integers, truth or text, to which no gradient flows."""
    dtype = getattr(x, "_dtype", None) if _scope_lsp.is_known(x) else None
    return dtype is not None and dtype._kind in _DISCRETE


def _connected(ys, xs, stopped):
    everything = [True for _ in xs]
    barred = set(stopped)
    seen = set()
    wanted = set()
    for x in _all_items(xs):
        if _scope_lsp.is_known(x) and not _is_discrete(x):
            wanted.add(x)
    pending, doubtful = _scope_lsp.items(ys)
    for y in pending + doubtful:
        if not _scope_lsp.is_known(y) or not hasattr(y, "_inputs"):
            return _guessed(xs, ())
    is_open = False
    kept = set()  # variables that are not trained, which an unknown tensor may depend on
    missing = len(wanted)
    reached = set()
    sure = None  # what is reached without what unknown tensors may depend on
    while True:
        if not pending:
            if sure is not None or not doubtful:
                break
            sure, pending = set(reached), doubtful
            continue
        node = pending.pop()
        if not _scope_lsp.is_known(node):
            is_open = True
            continue
        if node in seen:
            continue
        seen.add(node)
        if node in wanted:
            reached.add(node)
            missing = missing - 1
            if not missing and sure is None:
                return everything
        inputs = node._variable_list if hasattr(node, "_variable_list") else node._inputs
        if not _scope_lsp.is_known(inputs):
            is_open = True
            continue
        if inputs == () or node in barred:
            continue
        if hasattr(node, "_variable_list"):
            _add(pending, doubtful, inputs)
        elif node._op_type not in _BARRIERS:
            dtype = node._dtype
            if dtype is None or dtype._kind not in _DISCRETE:
                if inputs is None:
                    is_open = True
                    continue
                if node._op_type == "":
                    for x in _all_items(inputs):
                        if _is_kept(x):
                            kept.add(x)
                    inputs = [x for x in inputs if not _is_kept(x)]
                # What a gradient depends on is not known: the one of x * w is w, of x + w 1.
                is_doubtful = node._is_unknown or node._may_be_none is not None
                if is_doubtful and sure is None:
                    behind = _all_items(inputs)
                    if node._is_unknown:
                        # Variables that are not seen are none of those that are asked for.
                        behind = [x for x in behind if _scope_lsp.is_known(x)]
                    doubtful.extend(behind)
                    _add(pending, doubtful, node._surely)
                else:
                    _add(pending, doubtful, inputs)
    if sure is None:
        sure = reached
    if is_open:
        return _guessed(xs, sure)
    if kept and all(_is_kept(x) for x in xs):
        reached.update(kept)
    return [
        None
        if not _scope_lsp.is_known(x)
        else True
        if x in sure
        else None
        if x in reached
        else False
        for x in xs
    ]


def _all_items(values):
    """What a list or tuple holds, or may hold."""
    certain, possible = _scope_lsp.items(values)
    return certain + possible


def _add(pending, doubtful, nodes):
    """Add the nodes of a list, apart those that may not be in it."""
    certain, possible = _scope_lsp.items(nodes)
    pending.extend(certain)
    doubtful.extend(possible)


def _guessed(xs, sure):
    """Something on the way is not known: who lists all variables means those that are trained."""
    trained = [not _is_kept(x) for x in xs]
    everything = not any(trained)
    return [
        True if x in sure else None if everything or is_trained else False
        for x, is_trained in zip(xs, trained)
    ]


def _is_kept(x):
    return _scope_lsp.is_known(x) and isinstance(x, Variable) and x.trainable is False


def depends(y, xs):
    """Whether a tensor is computed from one of `xs`; an unknown value where that is not known."""
    seen = set()
    pending = [y]
    unclear = False
    while pending:
        node = pending.pop()
        if node in seen:
            continue
        seen.add(node)
        for x in xs:
            if node is x:
                return True
        inputs = (
            node._variable_list
            if hasattr(node, "_variable_list")
            else getattr(node, "_inputs", None)
        )
        if inputs is None or not _scope_lsp.is_known(inputs):
            unclear = unclear or getattr(node, "_op_type", "") not in _SOURCES
        else:
            for each in _all_items(inputs):
                if not _scope_lsp.is_known(each):
                    unclear = True
                else:
                    pending.append(each)
    return _scope_lsp.unknown("whether a tensor depends on another") if unclear else False


def _as_list(values):
    return list(values) if isinstance(values, (list, tuple)) else [values]


def gradients(
    ys,
    xs,
    grad_ys=None,
    name="gradients",
    colocate_gradients_with_ops=False,
    gate_gradients=False,
    aggregation_method=None,
    stop_gradients=None,
    unconnected_gradients=None,
):
    push(name, "gradients")
    pop()
    if not _scope_lsp.is_known(xs):
        return _scope_lsp.unknown("gradients")
    xs = _as_list(listed(xs))
    ys = _as_list(listed(ys)) if _scope_lsp.is_known(ys) else [ys]
    stopped = (
        _as_list(stop_gradients)
        if stop_gradients is not None and _scope_lsp.is_known(stop_gradients)
        else ()
    )
    ys = [y if _scope_lsp.is_known(y) and hasattr(y, "_inputs") else convert(y) for y in ys]
    return _found(ys, xs, stopped, unconnected_gradients=unconnected_gradients)


def tape_gradients(ys, xs, unconnected_gradients=None):
    """What `GradientTape.gradient` gives in a graph: unlike `gradients` it opens no name scope."""
    return _found([convert(y) for y in ys], xs, unconnected_gradients=unconnected_gradients)


def _found(ys, xs, stopped=(), unconnected_gradients=None):
    found = connected(ys, xs, stopped)
    if unconnected_gradients in ("zero", UnconnectedGradients.ZERO):
        found = [True for _ in xs]
    return [
        None if is_there is False else gradient(x, ys, is_there) for x, is_there in zip(xs, found)
    ]


def gradient(x, ys, is_there=True):
    """The gradient of `ys` with respect to `x`; it may depend on what `ys` do, or not."""
    if not _scope_lsp.is_known(x) or not is_tensor_like(x):
        return _scope_lsp.unknown("a gradient")
    dtype = x._dtype
    made = Gradient(
        _scope_lsp.unknown("the name of a gradient"),
        "",
        x._dims,
        dtype=None if dtype is None else dtype.base_dtype,
        inputs=ys,
    )
    made._may_be_none = is_there is None
    if is_there is None and isinstance(x, Variable):
        x._may_be_stopped = True
    return made


def hessians(
    ys,
    xs,
    name="hessians",
    colocate_gradients_with_ops=False,
    gate_gradients=False,
    aggregation_method=None,
):
    if not _scope_lsp.is_known(xs):
        return _scope_lsp.unknown("hessians")
    ys = _as_list(ys)
    return [
        create(
            "Reshape",
            None,
            tuple(x._dims) * 2 if isinstance(x._dims, tuple) else x._dims,
            dtype=as_dtype(x._dtype).base_dtype,
            inputs=ys,
        )
        for x in _as_list(xs)
    ]

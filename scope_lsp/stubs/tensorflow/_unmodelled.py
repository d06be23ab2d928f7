"""What is not modelled: a function that takes its op's name and returns an unknown value."""

import _scope_lsp


class Unmodelled:
    """A function or module of TensorFlow by its path below `tf`."""

    _stands_for = "function"

    def __init__(self, path):
        self._path = path
        self.__name__ = path.rpartition(".")[2]

    def __call__(self, *args, **kwargs):
        from tensorflow._default_names import DEFAULT_NAMES  # few programs need it
        from tensorflow._op_names import OWN_NAMES, make_others  # few programs need it

        reason = "tf." + self._path + " is not modelled"
        default = OWN_NAMES.get(self._path) or DEFAULT_NAMES.get(self._path)
        if default is None and self._path[:8] == "raw_ops.":
            default = self._path[8:]
        if default is not None:
            name = kwargs.get("name", kwargs.get("scope"))
            if name != "":  # the whole graph, as for `tf.import_graph_def`
                name = _scope_lsp.new_op(default, name)
        make_others(self._path, args, kwargs)
        from tensorflow._op_shapes import COMPOSED, RULES, made  # few programs need it

        if self._path in RULES:
            # What is named as a type of ops is one; else other ops stand in a scope of that name.
            is_op = default is not None and default[:1].isupper() and self._path not in COMPOSED
            return made(
                self._path,
                name if is_op else _scope_lsp.unknown("the name of a tensor"),
                args,
                kwargs=kwargs,
            )
        is_op = default is not None and default[:1].isupper()
        _scope_lsp.lack(reason)
        return _scope_lsp.unknown_code(reason, not is_op and _may_build(self._path))(
            *args, **kwargs
        )

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return lookup(self._path + "." + name)

    def __repr__(self):
        return "<tf." + self._path + ">"


def lookup(path):
    """The member of TensorFlow at a path: a class is unknown, all else may be called."""
    name = path.rpartition(".")[2]
    if name[:2] == "__":
        raise AttributeError(name)
    known = _scope_lsp.module_member(("tensorflow." + path).rpartition(".")[0], name)
    if known is not None:
        kind, home, own, public, constant = known
        if kind == "constant":
            return constant
        if kind == "module":
            return __import__(home, fromlist=["*"])
        value = _elsewhere(path, public)
        if value is not None:
            return value
        from tensorflow._default_names import DEFAULT_NAMES  # few programs need it

        for other in public:
            if other in DEFAULT_NAMES:  # what its ops are called, and their shapes, stands there
                return Unmodelled(other)
    else:
        from tensorflow._default_names import DEFAULT_NAMES  # few programs need it
        from tensorflow._op_names import OWN_NAMES  # few programs need it

        if path not in DEFAULT_NAMES and path not in OWN_NAMES:
            return _scope_lsp.unknown_code(
                "tf." + path + " is not in TensorFlow 1.15.5", _may_build(path)
            )
    if name[:1].isupper():
        if path not in _FUNCTIONS and path[:8] != "raw_ops.":
            return _scope_lsp.unknown_code("tf." + path + " is not modelled", _may_build(path))
    return Unmodelled(path)


_MAKES_NOTHING = tuple(
    (
        "python.client python.platform python.util python.lib python.framework python.tools "
        "python.debug "
        "python.profiler python.summary python.eager python.pywrap core examples "
        "contrib.learn.datasets "
        "contrib.learn.preprocessing contrib.learn.python.learn.datasets "
        "contrib.learn.python.learn.preprocessing "
        "contrib.learn.python.learn.learn_io python.training.checkpoint_management "
        "contrib.seq2seq.python.ops.helper contrib.seq2seq.python.ops.sampler "
        "contrib.seq2seq.python.ops.beam_search_decoder python.autograph.core "
        "python.keras.engine.base_layer_utils.call_context "
        "python.keras.testing_utils.get_test_data python.training.saver_test_utils "
        "python.ops.variables._try_guard_against_uninitialized_dependencies "
        "contrib.rnn.python.ops.lstm_ops._block_lstm python.grappler "
        "python.keras.layers.dense_attention python.feature_column.sequence_feature_column. "
        "contrib.training.python.training.sequence_queueing_state_saver compat.forward_compat"
    ).split()
)
"""Modules in which nothing asks for a variable, though no list of names tells."""
_CONTRIB = frozenset(
    "constrained_optimization crf cudnn_rnn distributions framework grid_rnn layers "
    "legacy_seq2seq losses metrics "
    "opt rnn seq2seq slim training saved_model summary util".split()
)
"""The parts of `tf.contrib` of which the list of makers tells."""
_CONTRIB_MAKES_NOTHING = frozenset(
    "all_reduce autograph batching bayesflow bigtable checkpoint cloud cluster_resolver data "
    "decision_trees deprecated ffmpeg "
    "graph_editor hadoop hooks ignite image integrate kafka kinesis labeled_tensor libsvm lite "
    "lookup memory_stats "
    "meta_graph_transform nccl nearest_neighbor nn periodic_resample predictor proto quantization "
    "reduce_slice_ops "
    "remote_fused_graph resampler rpc signal solvers sparsemax staging stat_summarizer stateless "
    "tensorboard "
    "tensorrt testing text tfprof".split()
)
"""Those whose source asks for none, private modules and all."""
_NOT_PUBLIC = ("python", "core", "compiler", "tools", "examples")


_PRIVATE_MAKERS = {
    "ops": frozenset(
        (
            "clustering_ops critical_section_ops embedding_ops init_ops init_ops_v2 metrics_impl "
            "rnn_cell_impl stateful_random_ops template variable_scope variables"
        ).split()
    ),
    "training": frozenset(
        (
            "adadelta adagrad adagrad_da adam basic_session_run_hooks checkpoint_utils evaluation "
            "experimental ftrl input momentum moving_averages optimizer proximal_adagrad rmsprop "
            "slot_creator sync_replicas_optimizer tracking training_util"
        ).split()
    ),
}
"""Of `tf.python.ops` and `tf.python.training` the modules whose source asks for variables."""


def _may_build(path):
    """Whether what lies at a path may make variables, or call what makes some."""
    from tensorflow._variable_makers import MAKERS  # few programs need it

    package, _, rest = path.partition(".")
    part = rest.partition(".")[0]
    if path.startswith(_MAKES_NOTHING) or (package == "contrib" and part in _CONTRIB_MAKES_NOTHING):
        return False
    if package == "python" and part in _PRIVATE_MAKERS:
        return rest.split(".")[1] in _PRIVATE_MAKERS[part]
    if package in _NOT_PUBLIC or ".python." in path:
        return True
    return path in MAKERS or (package == "contrib" and part not in _CONTRIB)


_FUNCTIONS = ("Assert", "Print")
_pending = []


def _elsewhere(path, public):
    """The model of the same object under another public name, None where there is none."""
    import tensorflow  # imports this module itself

    waits = public in _pending  # it was asked for under another of its names
    if not _scope_lsp.is_known(waits) or waits or len(public) < 2:
        return None
    _pending.append(public)
    for other in public:
        if other != path and other[:10] != "compat.v2.":
            found = tensorflow
            for word in other.split("."):
                found = getattr(found, word, None)
                if found is None or not _scope_lsp.is_known(found):
                    break
            else:
                if not isinstance(found, Unmodelled):
                    _pending.pop()
                    return found
    _pending.pop()
    return None

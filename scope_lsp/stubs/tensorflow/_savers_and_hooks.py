"""Savers, sessions that watch, hooks, queues: what `tf.train` has beside optimizers.

They are there to be made, called and inherited from; what they give is unknown.

Modelled on training/{saver,monitored_session,session_run_hook,supervisor,coordinator,
queue_runner_impl}.py of TensorFlow 1.15.5.
"""

import collections

import _scope_lsp

from tensorflow._graph import Graph, add_to_collection, get_default_graph
from tensorflow._graph_defs import export_meta_graph, import_meta_graph, remember
from tensorflow._saveables import BaseSaverBuilder
from tensorflow._tensor import pop, push
from tensorflow._variables import Variable
from tensorflow._written_checkpoints import remember_checkpoint


class Saver:
    def __init__(
        self,
        var_list=None,
        reshape=False,
        sharded=False,
        max_to_keep=5,
        keep_checkpoint_every_n_hours=10000.0,
        name=None,
        restore_sequentially=False,
        saver_def=None,
        builder=None,
        defer_build=False,
        allow_empty=False,
        write_version=2,
        pad_step_number=False,
        save_relative_paths=False,
        filename=None,
    ):
        self._var_list = var_list
        self._name = name
        self._write_version = write_version
        self._sharded = sharded
        self._saved = []
        self._max_to_keep = (
            max_to_keep
            if saver_def is None
            else _scope_lsp.unknown("how many checkpoints a saver keeps")
        )
        self._has_plain_paths = write_version == 2 and not pad_step_number
        self._wanted = None
        self._allow_empty = allow_empty
        if not defer_build:
            self.build()

    def build(self):
        _check_names(self._var_list, self._allow_empty)
        self._wanted = _wanted_by(self._var_list)
        push(self._name, "save")
        pop()

    def save(
        self,
        sess,
        save_path,
        global_step=None,
        latest_filename=None,
        meta_graph_suffix="meta",
        write_meta_graph=True,
        write_state=True,
        strip_default_attrs=False,
        save_debug_info=False,
    ):
        if (
            _scope_lsp.same_text(save_path, save_path)
            and write_meta_graph
            and (global_step is None or _scope_lsp.is_a(global_step, int))
        ):
            graph = getattr(sess, "graph", None)
            step = "" if global_step is None else "-%d" % global_step
            remember(
                save_path + step + "." + meta_graph_suffix,
                graph if _scope_lsp.is_a(graph, Graph) else get_default_graph(),
            )
        path = self._path(save_path, global_step)
        if write_state and self._max_to_keep:
            self._record(path)
        if _scope_lsp.same_text(path, path):
            remember_checkpoint(
                path,
                latest_filename,
                write_state,
                kept=self.last_checkpoints,
                wanted=self._wanted,
            )
        return path

    def _path(self, save_path, global_step):
        is_plain = _scope_lsp.same_text(save_path, save_path) and (
            global_step is None or _scope_lsp.is_a(global_step, int)
        )
        if not is_plain or not self._has_plain_paths or _scope_lsp.executing_eagerly() is not False:
            return _scope_lsp.unknown("the path of a checkpoint")
        return save_path if global_step is None else "%s-%d" % (save_path, global_step)

    def _record(self, path):
        """_RecordLastCheckpoint: the newest is the last one, the oldest goes."""
        if (
            not _scope_lsp.same_text(path, path)
            or not _scope_lsp.is_known(self._max_to_keep)
            or not _scope_lsp.is_known(self._saved)
        ):
            self._saved = _scope_lsp.unknown("the checkpoints of a saver")
            return
        self._saved = [each for each in self._saved if not _scope_lsp.same_text(each, path)]
        self._saved.append(path)
        self._saved = self._saved[-self._max_to_keep :]

    @property
    def last_checkpoints(self):
        return list(self._saved) if _scope_lsp.is_known(self._saved) else self._saved

    def restore(self, sess, save_path):
        wanted = self._wanted
        _scope_lsp.restore(save_path, wanted and [each[:3] for each in wanted])
        _scope_lsp.unknown_code("a checkpoint that may not fit", False)()

    def recover_last_checkpoints(self, checkpoint_paths):
        self._saved = _scope_lsp.unknown("the checkpoints of a saver")

    def set_last_checkpoints(self, last_checkpoints):
        self._saved = last_checkpoints

    def set_last_checkpoints_with_time(self, last_checkpoints_with_time):
        self._saved = [path for path, _ in last_checkpoints_with_time]

    def as_saver_def(self):
        return _scope_lsp.unknown("a SaverDef")

    def to_proto(self, export_scope=None):
        return _scope_lsp.unknown("a SaverDef")

    def export_meta_graph(
        self,
        filename=None,
        collection_list=None,
        as_text=False,
        export_scope=None,
        clear_devices=False,
        clear_extraneous_savers=False,
        strip_default_attrs=False,
        save_debug_info=False,
    ):
        return export_meta_graph(
            filename, saver_def=True, collection_list=collection_list, export_scope=export_scope
        )


def _wanted_by(var_list):
    """What a saver asks a checkpoint for: names there, the variables', dims, dtypes.

    None: not known.
    """
    if var_list is None:
        if _scope_lsp.get_collection("saveable_objects"):
            return None
        var_list = _scope_lsp.get_collection("variables")
    if _scope_lsp.is_a(var_list, dict):
        named = list(var_list.items())
    elif _scope_lsp.is_a(var_list, (list, tuple)):
        named = [(None, var) for var in var_list]
    else:
        return None
    wanted = []
    for key, var in named:
        if not _scope_lsp.is_a(var, Variable):
            return None
        name, dims = var._op_name, _scope_lsp.variable_attribute(var._handle, "shape")
        if var._get_save_slice_info() is not None:
            return None
        wanted.append((name if key is None else key, name, dims, var.dtype.base_dtype))
    return wanted


def _check_names(var_list, allow_empty):
    """What Saver._build and saveable_object_util.py refuse.

    There must be variables, and no two may go by one name, and none by two.
    """
    if var_list is None:
        var_list = _scope_lsp.get_collection("variables") + _scope_lsp.get_collection(
            "saveable_objects"
        )
    is_given = _scope_lsp.is_a(var_list, (list, tuple, dict)) and _scope_lsp.is_known(len(var_list))
    if is_given and not var_list and allow_empty is False:
        if _scope_lsp.executing_eagerly() is False:
            _scope_lsp.fail("No variables to save", when="certain")
    if _scope_lsp.is_a(var_list, dict):
        seen = []
        for name in sorted(var_list):
            if _scope_lsp.is_a(var_list[name], Variable):
                if _scope_lsp.is_among(var_list[name], seen):
                    _scope_lsp.fail("The same saveable will be restored with two names: %s" % name)
                seen.append(var_list[name])
    if not _scope_lsp.is_a(var_list, (list, tuple)) or _scope_lsp.executing_eagerly() is not False:
        return
    variables = [var for var in var_list if _scope_lsp.is_a(var, Variable)]
    if not _scope_lsp.is_known(len(variables)):
        return  # which of them comes first is not known
    names = []
    for var in sorted(variables, key=lambda var: var.name):
        name = var._op_name
        if not _scope_lsp.is_a(name, str) or var._get_save_slice_info() is not None:
            continue
        if name in names:
            _scope_lsp.fail("At least two variables have the same name: %s" % name)
        names.append(name)


class SessionRunHook:
    def begin(self):
        return None

    def after_create_session(self, session, coord):
        return None

    def before_run(self, run_context):
        return None

    def after_run(self, run_context, run_values):
        return None

    def end(self, session):
        return None


SessionRunArgs = collections.namedtuple("SessionRunArgs", ["fetches", "feed_dict", "options"])
SessionRunArgs.__new__.__defaults__ = (None, None)
SessionRunValues = collections.namedtuple(
    "SessionRunValues", ["results", "options", "run_metadata"]
)


class Coordinator:
    def __init__(self, clean_stop_exception_types=None):
        self.joined = False

    def should_stop(self):
        return _scope_lsp.unknown("does a coordinator stop?")

    def request_stop(self, ex=None):
        return None

    def clear_stop(self):
        return None

    def join(self, threads=None, stop_grace_period_secs=120, ignore_live_threads=False):
        return None

    def register_thread(self, thread):
        return None

    def wait_for_stop(self, timeout=None):
        return _scope_lsp.unknown("does a coordinator stop?")

    def raise_requested_exception(self):
        return None

    def stop_on_exception(self):
        return self

    def __enter__(self):
        return None

    def __exit__(self, *exception):
        return False


class Scaffold:
    def __init__(
        self,
        init_op=None,
        init_feed_dict=None,
        init_fn=None,
        ready_op=None,
        ready_for_local_init_op=None,
        local_init_op=None,
        summary_op=None,
        saver=None,
        copy_from_scaffold=None,
    ):
        self.init_op = init_op
        self.init_feed_dict = init_feed_dict
        self.init_fn = init_fn
        self.ready_op = ready_op
        self.ready_for_local_init_op = ready_for_local_init_op
        self.local_init_op = local_init_op
        self.summary_op = summary_op
        self.saver = saver

    def finalize(self):
        get_default_graph().finalize()
        return self


def checkpoint_exists(checkpoint_prefix):
    return _scope_lsp.unknown("a checkpoint on the disk")


def init_from_checkpoint(ckpt_dir_or_file, assignment_map):
    """Names on the graph's side are looked at, as checkpoint_utils.py does."""
    if _scope_lsp.is_known(assignment_map) and isinstance(assignment_map, dict):
        for source, target in assignment_map.items():
            if isinstance(source, str) and isinstance(target, str):
                _scope_lsp.look_up_variable(target, source)
        sources = [
            source
            for source in assignment_map
            if not _scope_lsp.is_a(source, str) or not source.endswith("/")
        ]
        _scope_lsp.restore(ckpt_dir_or_file, [(source, "", None) for source in sources])


def warm_start(
    ckpt_to_initialize_from,
    vars_to_warm_start=".*",
    var_name_to_vocab_info=None,
    var_name_to_prev_var_name=None,
):
    """Only what variables begin with changes (warm_starting_util.py)."""
    return None


def add_queue_runner(qr, collection="queue_runners"):
    add_to_collection(collection, qr)


def start_queue_runners(sess=None, coord=None, daemon=True, start=True, collection="queue_runners"):
    return []

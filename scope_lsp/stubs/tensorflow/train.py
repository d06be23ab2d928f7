"""`tf.train`: what models ask of it while they are built and trained.

Not here, but in private modules: the optimizers (`_optimizers`), schedules
(`_learning_rates`), moving averages, queues, savers and hooks (`_savers_and_hooks`).
"""

from tensorflow._global_step import (
    assert_global_step,
    create_global_step,
    get_global_step,
    get_or_create_global_step,
    global_step,
)
from tensorflow._graph_defs import write_graph
from tensorflow._input_queues import (
    batch,
    batch_join,
    input_producer,
    limit_epochs,
    match_filenames_once,
    range_input_producer,
    shuffle_batch,
    shuffle_batch_join,
    slice_input_producer,
    string_input_producer,
)
from tensorflow._learning_rates import (
    cosine_decay,
    cosine_decay_restarts,
    exponential_decay,
    inverse_time_decay,
    linear_cosine_decay,
    natural_exp_decay,
    noisy_linear_cosine_decay,
    piecewise_constant,
    piecewise_constant_decay,
    polynomial_decay,
)
from tensorflow._checkpoints import Checkpoint, CheckpointManager
from tensorflow._monitored_session import (
    ChiefSessionCreator,
    MonitoredSession,
    MonitoredTrainingSession,
    SessionCreator,
    SingularMonitoredSession,
    Supervisor,
    WorkerSessionCreator,
)
from tensorflow._moving_averages import ExponentialMovingAverage
from tensorflow._optimizer import Optimizer
from tensorflow._optimizers import (
    AdadeltaOptimizer,
    AdagradDAOptimizer,
    AdagradOptimizer,
    AdamOptimizer,
    FtrlOptimizer,
    GradientDescentOptimizer,
    MomentumOptimizer,
    ProximalAdagradOptimizer,
    ProximalGradientDescentOptimizer,
    RMSPropOptimizer,
)
from tensorflow._sync_replicas import SyncReplicasOptimizer
from tensorflow._savers_and_hooks import (
    Coordinator,
    Saver,
    Scaffold,
    SessionRunArgs,
    SessionRunHook,
    SessionRunValues,
    add_queue_runner,
    checkpoint_exists,
    export_meta_graph,
    import_meta_graph,
    init_from_checkpoint,
    start_queue_runners,
    warm_start,
)
from tensorflow._unmodelled import lookup as _lookup
from tensorflow.core.protobuf.saver_pb2 import SaverDef
from tensorflow._written_checkpoints import (
    NewCheckpointReader,
    get_checkpoint_state,
    latest_checkpoint,
    list_variables,
    load_checkpoint,
    load_variable,
)
import _scope_lsp


def replica_device_setter(
    ps_tasks=0,
    ps_device="/job:ps",
    worker_device="/job:worker",
    merge_devices=True,
    cluster=None,
    ps_ops=None,
    ps_strategy=None,
):
    if cluster is None and ps_tasks == 0:
        return None
    return lambda op: _scope_lsp.unknown("the device of an op")


def __getattr__(name):
    return _lookup("train." + name)

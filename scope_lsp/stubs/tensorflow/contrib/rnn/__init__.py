"""`tf.contrib.rnn`."""

from tensorflow._lstm_cells import BasicLSTMCell, LSTMCell, LSTMStateTuple
from tensorflow._rnn import best_effort_input_batch_size, transpose_batch_time
from tensorflow._static_rnn import static_bidirectional_rnn, static_rnn, static_state_saving_rnn
from tensorflow._rnn_cells import BasicRNNCell, GRUCell, LayerRNNCell, RNNCell
from tensorflow._rnn_wrappers import DeviceWrapper, DropoutWrapper, MultiRNNCell, ResidualWrapper
from tensorflow._unmodelled import lookup as _lookup
from tensorflow.contrib.rnn._bidirectional import (
    stack_bidirectional_dynamic_rnn,
    stack_bidirectional_rnn,
)
from tensorflow.contrib.rnn._block_cells import (
    FusedRNNCell,
    FusedRNNCellAdaptor,
    GRUBlockCell,
    GRUBlockCellV2,
    LSTMBlockCell,
    LSTMBlockFusedCell,
    LSTMBlockWrapper,
    TimeReversedFusedRNN,
)
from tensorflow.contrib.rnn._cells import (
    CFNCell,
    IndRNNCell,
    IndyGRUCell,
    IndyLSTMCell,
    IntersectionRNNCell,
    MinimalRNNCell,
    NASCell,
    SRUCell,
    UGRNNCell,
)
from tensorflow.contrib.rnn._cell_wrappers import (
    AttentionCellWrapper,
    CompiledWrapper,
    HighwayWrapper,
)
from tensorflow.contrib.rnn._grid_cells import (
    BidirectionalGridLSTMCell,
    GridLSTMCell,
    NTMCell,
    NTMControllerState,
)
from tensorflow.contrib.rnn._linear import (
    EmbeddingWrapper,
    InputProjectionWrapper,
    OutputProjectionWrapper,
)
from tensorflow.contrib.rnn._linear import Linear as _Linear
from tensorflow.contrib.rnn._linear import linear as _linear
from tensorflow.contrib.rnn._lstm_cells import (
    Conv1DLSTMCell,
    Conv2DLSTMCell,
    Conv3DLSTMCell,
    ConvLSTMCell,
    CoupledInputForgetGateLSTMCell,
    GLSTMCell,
    PhasedLSTMCell,
    TimeFreqLSTMCell,
    _conv,
)
from tensorflow.contrib.rnn._normalized_lstm_cells import (
    LayerNormBasicLSTMCell,
    LayerNormLSTMCell,
    WeightNormLSTMCell,
)

_MODULES = (
    "rnn_cell",
    "core_rnn_cell",
    "lstm_ops",
    "gru_ops",
    "fused_rnn_cell",
    "rnn",
)  # of contrib.rnn.python.ops


def __getattr__(name):
    if name in _MODULES:
        return __import__("tensorflow.contrib.rnn", fromlist=["*"])
    return _lookup("contrib.rnn." + name)

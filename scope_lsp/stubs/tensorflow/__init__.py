"""TensorFlow 1.15.5 as far as names, shapes and dtypes go.

The ops, scopes and variables are in private modules; what few programs use is in
submodules that are loaded when they are first asked for.
"""

import _scope_lsp

from tensorflow._dtypes import (
    DType,
    as_dtype,
    bfloat16,
    bool,
    complex64,
    complex128,
    double,
    float16,
    float32,
    float64,
    half,
    int8,
    int16,
    int32,
    int64,
    qint8,
    qint16,
    qint32,
    quint8,
    quint16,
    resource,
    string,
    uint8,
    uint16,
    uint32,
    uint64,
    variant,
)
from tensorflow._shape import Dimension, TensorShape
from tensorflow._tensor import Operation, Tensor, convert_to_tensor
from tensorflow._tensor_array import TensorArray
from tensorflow._tensor_conversions import register_tensor_conversion_function
from tensorflow import _operators
from tensorflow._graph import (
    Graph,
    GraphKeys,
    add_to_collection,
    add_to_collections,
    get_collection,
    get_collection_ref,
    get_default_graph,
    reset_default_graph,
)
from tensorflow._graph_contexts import (
    colocate_with,
    container,
    control_dependencies,
    device,
    init_scope,
    variable_creator_scope,
)
from tensorflow._name_scope import name_scope, op_scope
from tensorflow._variable_functions import (
    all_variables,
    assert_variables_initialized,
    assign,
    assign_add,
    assign_sub,
    count_up_to,
    global_variables,
    global_variables_initializer,
    initialize_all_variables,
    initialize_local_variables,
    initialize_variables,
    is_variable_initialized,
    local_variables,
    local_variables_initializer,
    model_variables,
    moving_average_variables,
    report_uninitialized_variables,
    trainable_variables,
    variables_initializer,
)
from tensorflow._variables import Variable
from tensorflow._get_variable import get_local_variable, get_variable
from tensorflow._switches import (
    disable_eager_execution,
    disable_resource_variables,
    disable_v2_behavior,
    enable_eager_execution,
    enable_resource_variables,
    enable_v2_behavior,
    executing_eagerly,
)
from tensorflow._variable_scope import (
    AUTO_REUSE,
    VariableScope,
    get_variable_scope,
    no_regularizer,
    variable_op_scope,
    variable_scope,
)
from tensorflow._partitioners import (
    create_partitioned_variables,
    fixed_size_partitioner,
    min_max_variable_partitioner,
    variable_axis_size_partitioner,
)
from tensorflow._template import make_template
from tensorflow._session import InteractiveSession, Session, get_default_session
from tensorflow._constant_ops import constant_v1 as constant
from tensorflow._constant_ops import (
    eye,
    fill,
    linspace,
    one_hot,
    ones,
    ones_like,
    placeholder,
    placeholder_with_default,
    sequence_mask,
    zeros,
    zeros_like,
)
from tensorflow._constant_ops import linspace as lin_space
from tensorflow._constant_ops import range_ as range
from tensorflow._array_joins import concat, parallel_stack, split, stack, tile, unstack
from tensorflow._array_ops import (
    expand_dims,
    identity,
    matrix_transpose,
    newaxis,
    rank,
    reshape,
    shape,
    size,
    squeeze,
    stop_gradient,
    transpose,
)
from tensorflow._array_slicing import gather, gather_nd, strided_slice
from tensorflow._array_slicing import slice_ as slice
from tensorflow._casts import (
    bitcast,
    cast,
    saturate_cast,
    to_bfloat16,
    to_double,
    to_float,
    to_int32,
    to_int64,
)
from tensorflow._array_masks import boolean_mask, dynamic_partition, unique, where, where_v2
from tensorflow._array_layout import (
    broadcast_static_shape,
    broadcast_to,
    check_numerics,
    depth_to_space,
    ensure_shape,
    extract_image_patches,
    guarantee_const,
    invert_permutation,
    meshgrid,
    pad,
    reverse,
    reverse_sequence,
    scatter_nd,
    space_to_depth,
)
from tensorflow._matrix_diagonals import diag, diag_part, matrix_band_part, matrix_diag
from tensorflow._array_layout import reverse as reverse_v2
from tensorflow._math_ops import (
    accumulate_n,
    acos,
    acosh,
    add,
    add_n,
    asin,
    asinh,
    atan,
    atan2,
    atanh,
    ceil,
    clip_by_value,
    conj,
    cos,
    cosh,
    cumprod,
    cumsum,
    digamma,
    div,
    div_no_nan,
    divide,
    einsum,
    equal,
    erf,
    erfc,
    exp,
    expm1,
    floor,
    floor_div,
    floordiv,
    floormod,
    greater,
    greater_equal,
    is_finite,
    is_inf,
    is_nan,
    less,
    less_equal,
    lgamma,
    log,
    log1p,
    log_sigmoid,
    logical_and,
    logical_not,
    logical_or,
    logical_xor,
    matmul,
    maximum,
    minimum,
    mod,
    multiply,
    negative,
    not_equal,
    realdiv,
    reciprocal,
    rint,
    rsqrt,
    scalar_mul,
    sigmoid,
    sign,
    sin,
    sinh,
    sqrt,
    square,
    squared_difference,
    subtract,
    tan,
    tanh,
    tensordot,
    truediv,
    truncatediv,
    truncatemod,
)
from tensorflow._math_ops import abs_ as abs
from tensorflow._math_ops import pow_ as pow
from tensorflow._math_ops import round_ as round
from tensorflow._reductions import (
    arg_max,
    arg_min,
    argmax,
    argmin,
    clip_by_average_norm,
    clip_by_global_norm,
    clip_by_norm,
    count_nonzero,
    global_norm,
    norm,
    reduce_all,
    reduce_any,
    reduce_logsumexp,
    reduce_max,
    reduce_mean,
    reduce_min,
    reduce_prod,
    reduce_sum,
)
from tensorflow._random_ops import (
    multinomial,
    random_crop,
    random_gamma,
    random_normal,
    random_shuffle,
    random_uniform,
    set_random_seed,
    truncated_normal,
)
from tensorflow._init_ops import (
    constant_initializer,
    glorot_normal_initializer,
    glorot_uniform_initializer,
    ones_initializer,
    orthogonal_initializer,
    random_normal_initializer,
    random_uniform_initializer,
    truncated_normal_initializer,
    uniform_unit_scaling_initializer,
    variance_scaling_initializer,
    zeros_initializer,
)
from tensorflow._control_flow import (
    case,
    cond,
    control_flow_v2_enabled,
    disable_control_flow_v2,
    enable_control_flow_v2,
    foldl,
    foldr,
    group,
    map_fn,
    no_op,
    py_func,
    scan,
    while_loop,
)
from tensorflow._control_flow import print_op as Print
from tensorflow._control_flow import tuple_ as tuple
from tensorflow._function import Module, function
from tensorflow._gradients import gradients, hessians
from tensorflow._indexed_slices import IndexedSlices
from tensorflow._sparse_ops import (
    SparseTensor,
    SparseTensorValue,
    sparse_placeholder,
    sparse_retain,
    sparse_tensor_dense_matmul,
    sparse_tensor_to_dense,
)
from tensorflow._unmodelled import lookup as _lookup

VERSION = __version__ = "1.15.5"
GIT_VERSION = __git_version__ = "v1.15.4-39-g3db52be7be8"
COMPILER_VERSION = __compiler_version__ = "7.3.1 20180303"
GRAPH_DEF_VERSION = 134

_MODULES = (
    "app compat contrib data distribute distributions errors estimator feature_column flags gfile "
    "image initializers io keras layers logging losses math"
    " metrics nn random sparse strings summary test tpu train"
).split()


def convert_to_tensor_or_sparse_tensor(value, dtype=None, name=None):
    return convert_to_tensor(value, dtype, name)


def get_seed(op_seed):
    return None, op_seed


def is_tensor(x):
    if not _scope_lsp.is_known(x):
        return _scope_lsp.unknown("is it a tensor?")
    return isinstance(x, (Tensor, Variable))


_PARSING = (
    "FixedLenFeature FixedLenSequenceFeature VarLenFeature SparseFeature parse_example "
    "parse_single_example parse_single_sequence_example parse_tensor decode_raw decode_csv "
    "decode_json_example"
)

_LAZY = {
    "VariableSynchronization": "_distributed_variables",
    "VariableAggregation": "_distributed_variables",
}
_LAZY.update(dict.fromkeys(_PARSING.split(), "_parsing"))
_LAZY.update(
    dict.fromkeys(("GraphDef", "MetaGraphDef", "NodeDef", "import_graph_def"), "_graph_defs")
)
_LAZY["GradientTape"] = "_gradient_tape"
_LAZY["UnconnectedGradients"] = "_gradients"
_LAZY["TensorSpec"] = "_element_specs"
_LAZY["get_static_value"] = "_static_values"
_LAZY.update(dict.fromkeys(("sparse_add", "string_split"), "_sparse_ops"))
_SPARSE = (
    "sparse_concat sparse_fill_empty_rows sparse_reorder sparse_reshape sparse_slice "
    "sparse_softmax sparse_transpose"
)
_LAZY.update(dict.fromkeys(_SPARSE.split(), "_sparse_layout"))
_LAZY.update(
    dict.fromkeys(
        ("custom_gradient", "identity_n", "recompute_grad", "RegisterGradient"), "_custom_gradient"
    )
)
_CHECKS = (
    "Assert assert_equal assert_greater assert_greater_equal assert_integer assert_less "
    "assert_less_equal assert_near assert_negative assert_non_negative assert_non_positive "
    "assert_none_equal assert_positive assert_rank assert_rank_at_least assert_rank_in "
    "assert_scalar assert_type"
)
_LAZY.update(dict.fromkeys(_CHECKS.split(), "_check_ops"))
_QUEUES = (
    "QueueBase FIFOQueue PaddingFIFOQueue PriorityQueue RandomShuffleQueue ReaderBase "
    "FixedLengthRecordReader IdentityReader LMDBReader TextLineReader TFRecordReader "
    "WholeFileReader"
)
_LAZY.update(dict.fromkeys(_QUEUES.split(), "_queues"))


def __getattr__(name):
    if name in _LAZY:
        return getattr(__import__("tensorflow." + _LAZY[name], fromlist=["*"]), name)
    if name in _MODULES:
        return __import__("tensorflow." + name, fromlist=["*"])
    if name[:1] == "_":
        raise AttributeError(name)
    return _lookup(name)

"""`tf.contrib.model_pruning`: masks for any weight, and the object that updates them.

Not here: what the masks are.

Modelled on contrib/model_pruning/python/{pruning,pruning_utils}.py of TensorFlow 1.15.5.
"""

import re

import _scope_lsp

from tensorflow import _dtypes, _init_ops
from tensorflow import summary as _summary
from tensorflow._array_joins import split, tile
from tensorflow._array_layout import scatter_nd
from tensorflow._array_ops import reshape, squeeze, transpose
from tensorflow._casts import cast
from tensorflow._control_flow import cond, group, no_op
from tensorflow._get_variable import get_variable
from tensorflow._global_step import get_global_step
from tensorflow._graph import get_collection
from tensorflow._graph_contexts import control_dependencies
from tensorflow._name_scope import name_scope
from tensorflow._nn_ops import zero_fraction
from tensorflow._pooling import pool
from tensorflow._shape import is_int
from tensorflow._tensor import constant, create
from tensorflow._variable_functions import assign
from tensorflow._variable_scope import variable_scope
from tensorflow.contrib.model_pruning import _masks
from tensorflow.contrib.training._hparam import HParams


def weight_mask_variable(var, scope):
    with variable_scope(scope):
        return get_variable(
            "mask",
            var.get_shape(),
            initializer=_init_ops.Ones(),
            trainable=False,
            dtype=var.dtype,
        )


def weight_threshold_variable(var, scope):
    with variable_scope(scope):
        return get_variable(
            "threshold", [], initializer=_init_ops.Zeros(), trainable=False, dtype=var.dtype
        )


def apply_mask(x, scope=""):
    mask = weight_mask_variable(x, scope)
    threshold = weight_threshold_variable(x, scope)
    masked = _masks.product(mask, x)
    _masks.keep(x, mask, threshold, masked=masked, once=True)
    return masked


def get_masked_weights():
    return get_collection(_masks.MASKED_WEIGHT_COLLECTION)


def get_masks():
    return get_collection(_masks.MASK_COLLECTION)


def get_thresholds():
    return get_collection(_masks.THRESHOLD_COLLECTION)


def get_weights():
    return get_collection(_masks.WEIGHT_COLLECTION)


def get_weight_sparsity():
    return [zero_fraction(mask) for mask in get_masks()]


def get_pruning_hparams():
    return HParams(
        name="model_pruning",
        begin_pruning_step=0,
        end_pruning_step=-1,
        weight_sparsity_map=[""],
        block_dims_map=[""],
        threshold_decay=0.0,
        pruning_frequency=10,
        nbins=256,
        block_height=1,
        block_width=1,
        block_pooling_function="AVG",
        initial_sparsity=0.0,
        target_sparsity=0.5,
        sparsity_function_begin_step=0,
        sparsity_function_end_step=100,
        sparsity_function_exponent=3.0,
        use_tpu=False,
    )


def _check(spec):
    """_validate_spec."""
    if spec.begin_pruning_step < 0:
        raise ValueError("Illegal value for begin_pruning_step")
    if spec.begin_pruning_step >= spec.end_pruning_step and spec.end_pruning_step != -1:
        raise ValueError(
            "Pruning must begin before it can end. begin_step=%d, end_step=%d."
            "Set end_pruning_step to -1 if pruning is required till training"
            "stops" % (spec.begin_pruning_step, spec.end_pruning_step)
        )
    if spec.sparsity_function_begin_step < 0:
        raise ValueError("Illegal value for sparsity_function_begin_step")
    if spec.sparsity_function_begin_step >= spec.sparsity_function_end_step:
        raise ValueError("Sparsity function requires begin_step < end_step")
    for name in ("threshold_decay", "initial_sparsity", "target_sparsity"):
        if not 0.0 <= getattr(spec, name) < 1.0:
            raise ValueError(name + " must be in range [0,1)")


class Pruning:
    def __init__(self, spec=None, global_step=None, sparsity=None):
        self._spec = spec if spec else get_pruning_hparams()
        _check(self._spec)
        step = get_global_step() if global_step is None else global_step
        self._global_step = cast(step, _dtypes.int32)
        self._sparsity = self._setup_sparsity() if sparsity is None else sparsity
        self._assign_ops = []
        self._last_update_step = self._setup_last_update_step()
        self._block_dims = [self._spec.block_height, self._spec.block_width]
        self._block_pooling_function = self._spec.block_pooling_function
        self._block_dims_map = self._get_block_dims_map()
        self._weight_sparsity_map = self._get_weight_sparsity_map()

    def _setup_sparsity(self):
        with name_scope(self._spec.name):
            return create("AddV2", "sparsity", (), dtype=_dtypes.float32, inputs=())

    def _setup_last_update_step(self):
        with variable_scope(self._spec.name, use_resource=self._spec.use_tpu) as scope:
            try:
                return get_variable(
                    "last_mask_update_step",
                    [],
                    initializer=_init_ops.Zeros(),
                    trainable=False,
                    dtype=_dtypes.int32,
                )
            except ValueError:
                scope.reuse_variables()
                return get_variable("last_mask_update_step", dtype=_dtypes.int32)

    def _get_block_dims_map(self):
        found = {}
        for text in [text for text in self._spec.block_dims_map if text]:
            weight_name, block_dims = text.split(":")
            block_dims = block_dims.split("x")
            if len(block_dims) != 2:
                raise ValueError(
                    "Expected 2 values for block dim for %s, got %s" % (weight_name, block_dims)
                )
            found[re.compile(weight_name)] = [int(block_dims[0]), int(block_dims[1])]
        return found

    def _get_weight_sparsity_map(self):
        found = {}
        for text in [text for text in self._spec.weight_sparsity_map if text]:
            weight_name, sparsity = text.split(":")
            if float(sparsity) >= 1.0:
                raise ValueError("Weight sparsity can not exceed 1.0")
            found[re.compile(weight_name)] = float(sparsity)
        return found

    def _exists_in_do_not_prune_list(self, tensor_name):
        return False

    def _update_mask(self, weights, threshold):
        with name_scope(weights.op.name + "_pruning_ops"):
            return (
                create("AddN", None, (), dtype=_dtypes.float32, inputs=(weights, threshold)),
                create("Cast", None, weights._dims, dtype=_dtypes.float32, inputs=(weights,)),
            )

    def _maybe_update_block_mask(self, weights, threshold):
        return self._update_mask(weights, threshold)

    def _get_mask_assign_ops(self):
        if self._assign_ops:
            raise ValueError("Assign op list not empty. _get_mask_assign_ops() called twice?")
        masks, weights, thresholds = get_masks(), get_weights(), get_thresholds()
        if len(masks) != len(thresholds):
            raise ValueError(
                "Number of masks %s and number of thresholds %s mismatch"
                % (len(masks), len(thresholds))
            )
        for mask, weight, threshold in zip(masks, weights, thresholds):
            in_parts = hasattr(weight, "_variable_list")
            if in_parts:
                weight = weight.as_tensor()
            new_threshold, new_mask = self._maybe_update_block_mask(weight, threshold)
            self._assign_ops.append(variable_assign(threshold, new_threshold))
            update = partitioned_variable_assign if in_parts else variable_assign
            self._assign_ops.append(update(mask, new_mask))

    def mask_update_op(self):
        with name_scope(self._spec.name):
            if not self._assign_ops:
                self._get_mask_assign_ops()
            done = assign(
                self._last_update_step, self._global_step, name="last_mask_update_step_assign"
            )
            with control_dependencies([done]):
                with control_dependencies(self._assign_ops):
                    return no_op("mask_update")

    def conditional_mask_update_op(self):
        with name_scope(self._spec.name):
            due = create("LogicalAnd", None, (), dtype=_dtypes.bool, inputs=())
        return cond(due, self.mask_update_op, no_op)

    def add_pruning_summaries(self):
        with name_scope(self._spec.name + "_summaries"):
            _summary.scalar("sparsity", self._sparsity)
            _summary.scalar("last_mask_update_step", self._last_update_step)
            for mask, threshold in zip(get_masks(), get_thresholds()):
                _summary.scalar(mask.op.name + "/sparsity", zero_fraction(mask))
                _summary.scalar(threshold.op.name + "/threshold", threshold)

    def print_hparams(self):
        pass


def kronecker_product(mat1, mat2):
    m1, n1 = mat1.get_shape().as_list()
    first = reshape(mat1, [m1, 1, n1, 1])
    m2, n2 = mat2.get_shape().as_list()
    second = reshape(mat2, [1, m2, 1, n2])
    return reshape(first * second, [m1 * m2, n1 * n2])


def _replicate_rows(tensor, multiple):
    rows, columns = tensor.shape.as_list()
    indices = constant(_scope_lsp.unknown("where rows go"), _dtypes.int32, [rows * multiple, 1])
    return scatter_nd(indices, tile(tensor, [multiple, 1]), [rows * multiple, columns])


def expand_tensor(tensor, block_dims):
    if tensor.get_shape().ndims != 2:
        raise ValueError("Input tensor must be rank 2")
    if len(block_dims) != 2:
        raise ValueError("block_dims must have 2 elements")
    height, width = block_dims
    if height > 1:
        tensor = _replicate_rows(tensor, height)
    if width > 1:
        tensor = transpose(_replicate_rows(transpose(tensor), width))
    return tensor


def factorized_pool(input_tensor, window_shape, pooling_type, strides, padding, name=None):
    if input_tensor.get_shape().ndims != 2:
        raise ValueError("factorized_pool() accepts tensors of rank 2 only")
    height, width = input_tensor.get_shape()
    with name_scope(name, "factorized_pool"):
        pooled = reshape(
            input_tensor, [1, 1, height, width], name=input_tensor.op.name + "_aligned"
        )
        for i in range(2):
            pooled = pool(
                pooled,
                window_shape=[1, window_shape[i]],
                pooling_type=pooling_type,
                strides=[1, strides[i]],
                padding=padding,
            )
            if i == 0:
                pooled = transpose(pooled, perm=[0, 1, 3, 2])
    return squeeze(transpose(pooled, perm=[0, 1, 3, 2]), axis=[0, 1])


def variable_assign(var, new_value):
    return assign(var, new_value, name=var.op.name + "_assign")


def determine_partitioned_axis(partitioned_variable):
    whole, found = partitioned_variable.get_shape().as_list(), 0
    for part in partitioned_variable:
        smaller = [i for i, dim in enumerate(part.get_shape().as_list()) if dim < whole[i]]
        if len(smaller) != 1:
            raise ValueError("Number of partitioned axes %s not equal to 1" % len(smaller))
        found = smaller[0]
    return found


def partitioned_variable_assign(partitioned_var, new_value):
    parts = list(partitioned_var)
    axis = 0 if len(parts) == 1 else determine_partitioned_axis(partitioned_var)
    sizes = [part.get_shape().as_list()[axis] for part in parts]
    values = split(new_value, sizes, axis=axis)
    done = [variable_assign(part, value) for part, value in zip(parts, values)]
    return group(*done, name=partitioned_var.name + "_group_assign")

"""The linear map of cells that make their weights when they are first called, and its wrappers.

Modelled on contrib/rnn/python/ops/core_rnn_cell.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow import _init_ops
from tensorflow._array_ops import reshape
from tensorflow._get_variable import get_variable
from tensorflow._embedding_ops import embedding_lookup
from tensorflow._rnn_cells import RNNCell, assert_like_rnncell, is_sequence, run_ops
from tensorflow._shape import UNSURE, as_dim
from tensorflow._tensor import base_dtype, convert, create, scope
from tensorflow._variable_scope import get_variable_scope, variable_scope


def as_list(args):
    if _scope_lsp.is_known(args) and is_sequence(args):
        if not args:
            raise ValueError("`args` must be specified")
        return [convert(arg) for arg in args]
    if args is None:
        raise ValueError("`args` must be specified")
    return [convert(args)]


def total_depth(args):
    """The sizes of the rows of all arguments together."""
    total = 0
    for arg in args:
        dims = arg._dims
        if not isinstance(dims, tuple) or len(dims) == 2 and dims[1] == UNSURE:
            total = total + _scope_lsp.unknown("the size of a cell's input")
        elif len(dims) != 2:
            raise ValueError(
                "linear is expecting 2D arguments: %s" % [other.shape for other in args]
            )
        elif dims[1] is None:
            raise ValueError(
                "linear expects shape[1] to be provided for shape %s, but saw %s"
                % (arg.shape, arg.shape[1])
            )
        else:
            total = total + dims[1]
    return total


def rows_of(args, size):
    dims = args[0]._dims
    return (dims[0] if isinstance(dims, tuple) and dims else UNSURE, as_dim(size))


def _product(args, size, weights):
    run_ops("MatMul" if len(args) == 1 else "concat MatMul")
    return create(
        "BiasAdd", "BiasAdd", rows_of(args, size), dtype=base_dtype(args[0]), inputs=args + weights
    )


class Linear:
    """core_rnn_cell._Linear."""

    def __init__(
        self, args, output_size, build_bias, bias_initializer=None, kernel_initializer=None
    ):
        args = as_list(args)
        dtype = args[0].dtype
        self._size = output_size
        size = total_depth(args)
        with variable_scope(get_variable_scope()) as outer:
            self._weights = [
                get_variable(
                    "kernel", [size, output_size], dtype=dtype, initializer=kernel_initializer
                )
            ]
            if build_bias:
                with variable_scope(outer) as inner:
                    inner.set_partitioner(None)
                    bias_initializer = (
                        _init_ops.Constant(0.0) if bias_initializer is None else bias_initializer
                    )
                    self._weights.append(
                        get_variable(
                            "bias", [output_size], dtype=dtype, initializer=bias_initializer
                        )
                    )

    def __call__(self, args):
        return _product(as_list(args), self._size, self._weights)


def linear(args, output_size, bias, bias_initializer=None, kernel_initializer=None):
    """core_rnn_cell._linear."""
    return Linear(
        args,
        output_size,
        bias,
        bias_initializer=bias_initializer,
        kernel_initializer=kernel_initializer,
    )(args)


class InnerCellWrapper(RNNCell):
    """A cell that calls another one in a scope of its own."""

    def __init__(self, cell, reuse=None):
        RNNCell.__init__(self, _reuse=reuse)
        assert_like_rnncell("cell", cell)
        self._cell = cell

    @property
    def state_size(self):
        return self._cell.state_size

    @property
    def output_size(self):
        return self._cell.output_size

    def zero_state(self, batch_size, dtype):
        with scope(type(self).__name__ + "ZeroState"):
            return self._cell.zero_state(batch_size, dtype)


class EmbeddingWrapper(InnerCellWrapper):
    def __init__(self, cell, embedding_classes, embedding_size, initializer=None, reuse=None):
        InnerCellWrapper.__init__(self, cell, reuse)
        for size in (embedding_classes, embedding_size):
            if _scope_lsp.is_known(size) and size <= 0:
                raise ValueError(
                    "Both embedding_classes and embedding_size must be > 0: %d, %d."
                    % (embedding_classes, embedding_size)
                )
        self._embedding_classes = embedding_classes
        self._embedding_size = embedding_size
        self._initializer = initializer

    def call(self, inputs, state):
        initializer = self._initializer
        if initializer is None:
            initializer = get_variable_scope().initializer
        if initializer is None:
            initializer = _init_ops.RandomUniform(-1.7320508075688772, 1.7320508075688772)
        first = state[0] if isinstance(state, tuple) else state
        embedding = get_variable(
            "embedding",
            [self._embedding_classes, self._embedding_size],
            initializer=initializer,
            dtype=first.dtype,
        )
        return self._cell(embedding_lookup(embedding, reshape(inputs, [-1])), state)


class InputProjectionWrapper(InnerCellWrapper):
    def __init__(self, cell, num_proj, activation=None, input_size=None, reuse=None):
        InnerCellWrapper.__init__(self, cell, reuse)
        self._num_proj = num_proj
        self._activation = activation
        self._linear = None

    def call(self, inputs, state):
        if self._linear is None:
            self._linear = Linear(inputs, self._num_proj, True)
        projected = self._linear(inputs)
        if self._activation is not None:
            projected = self._activation(projected)
        return self._cell(projected, state)


class OutputProjectionWrapper(InnerCellWrapper):
    def __init__(self, cell, output_size, activation=None, reuse=None):
        InnerCellWrapper.__init__(self, cell, reuse)
        if _scope_lsp.is_known(output_size) and output_size < 1:
            raise ValueError("Parameter output_size must be > 0: %d." % output_size)
        self._output_size = output_size
        self._activation = activation
        self._linear = None

    @property
    def output_size(self):
        return self._output_size

    def call(self, inputs, state):
        output, new_state = self._cell(inputs, state)
        if self._linear is None:
            self._linear = Linear(output, self._output_size, True)
        projected = self._linear(output)
        if self._activation is not None:
            projected = self._activation(projected)
        return projected, new_state

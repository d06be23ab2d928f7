"""`tf.contrib.model_pruning`: LSTM cells whose kernel is masked.

Modelled on contrib/model_pruning/python/layers/rnn_cells.py of TensorFlow 1.15.5.
"""

from tensorflow._lstm_cells import BasicLSTMCell, LSTMCell
from tensorflow._rnn_cells import depth_of
from tensorflow.contrib.model_pruning._masks import add_mask, add_threshold, keep, product


def _add_masks(cell, input_shape):
    """Beside the variables of the cell; a mask has the kernel's shape without a projection."""
    cell.built = False
    units = cell._num_units
    cell._mask = add_mask(cell, [depth_of(input_shape, 1) + units, 4 * units])
    cell._threshold = add_threshold(cell)
    cell._masked_kernel = product(cell._mask, cell._kernel)
    keep(cell._kernel, cell._mask, cell._threshold, masked=cell._masked_kernel, once=True)
    cell.built = True


class MaskedBasicLSTMCell(BasicLSTMCell):
    def __init__(
        self,
        num_units,
        forget_bias=1.0,
        state_is_tuple=True,
        activation=None,
        reuse=None,
        name=None,
    ):
        BasicLSTMCell.__init__(
            self,
            num_units,
            forget_bias,
            state_is_tuple=state_is_tuple,
            activation=activation,
            reuse=reuse,
            name=name,
        )

    def build(self, inputs_shape):
        BasicLSTMCell.build(self, inputs_shape)
        _add_masks(self, inputs_shape)


class MaskedLSTMCell(LSTMCell):
    def __init__(
        self,
        num_units,
        use_peepholes=False,
        cell_clip=None,
        initializer=None,
        num_proj=None,
        proj_clip=None,
        num_unit_shards=None,
        num_proj_shards=None,
        forget_bias=1.0,
        state_is_tuple=True,
        activation=None,
        reuse=None,
    ):
        LSTMCell.__init__(
            self,
            num_units,
            use_peepholes,
            cell_clip=cell_clip,
            initializer=initializer,
            num_proj=num_proj,
            proj_clip=proj_clip,
            num_unit_shards=num_unit_shards,
            num_proj_shards=num_proj_shards,
            forget_bias=forget_bias,
            state_is_tuple=state_is_tuple,
            activation=activation,
            reuse=reuse,
        )

    def build(self, inputs_shape):
        LSTMCell.build(self, inputs_shape)
        _add_masks(self, inputs_shape)

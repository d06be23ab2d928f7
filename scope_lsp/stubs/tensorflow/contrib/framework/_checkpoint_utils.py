"""What `tf.contrib.framework` reads from checkpoints: as `tf.train` does, by other names.

Modelled on contrib/framework/python/framework/checkpoint_utils.py, TensorFlow 1.15.5.
"""

import tensorflow._savers_and_hooks as _savers_and_hooks
import tensorflow._written_checkpoints as _written_checkpoints


def load_checkpoint(filepattern):
    return _written_checkpoints.load_checkpoint(filepattern)


def load_variable(checkpoint_dir, name):
    return _written_checkpoints.load_variable(checkpoint_dir, name)


def list_variables(checkpoint_dir):
    return _written_checkpoints.list_variables(checkpoint_dir)


def init_from_checkpoint(checkpoint_dir, assignment_map):
    return _savers_and_hooks.init_from_checkpoint(checkpoint_dir, assignment_map)

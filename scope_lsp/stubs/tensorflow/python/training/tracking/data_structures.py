"""What objects of TensorFlow keep in their attributes.  Not here: lists that know what they hold.

Modelled on training/tracking/data_structures.py of TensorFlow 1.15.5.
"""


def NoDependency(value):
    """No checkpoint follows the attribute; it holds the value itself."""
    return value

"""What functions tell of themselves, where a model's function is made by one that others share."""

from __future__ import annotations

from tests.analysis.running import names, run


def test_functions_of_the_library_have_their_public_names() -> None:
    """Recorded from TensorFlow 1.15.5: activations often become a part of a variable's name."""
    found = run(
        """
for function in (tf.nn.tanh, tf.exp, tf.abs, tf.image.flip_left_right, tf.keras.backend.mean):
    tf.get_variable(function.__name__, [])
"""
    )
    assert names(found) == ["tanh:0", "exp:0", "abs:0", "flip_left_right:0", "mean:0"]


def test_a_signature_is_that_of_the_wrapped_function() -> None:
    found = run(
        """
import functools, inspect

def head(x, units=2, *, bias=True): pass

@functools.wraps(head)
def wrapper(*args, **kwargs): pass

tf.get_variable("_".join(inspect.signature(wrapper).parameters), [])
tf.get_variable("_".join(inspect.signature(wrapper, follow_wrapped=False).parameters), [])
tf.get_variable("bias_%s" % head.__kwdefaults__["bias"], [])
"""
    )
    assert names(found) == ["x_units_bias:0", "args_kwargs:0", "bias_True:0"]


def test_where_a_library_defines_something_is_not_said_for_certain() -> None:
    """TensorFlow 1.15.5 says ``tensorflow.python.keras.layers.core`` of ``Dense``."""
    found = run(
        """
import inspect
from tensorflow.keras.layers import Dense

class Own(tf.keras.layers.Layer): pass

own = [name for name, cls in sorted(globals().items())
       if inspect.isclass(cls) and cls.__module__ == __name__]
tf.get_variable("_".join(own), [])
tf.get_variable("module_%s" % Own.__module__, [])
tf.get_variable("library_%s" % Dense.__module__.startswith("tensorflow"), [])
for part in (Dense, tf.train.AdamOptimizer, tf.get_variable, tf.Variable):
    tf.get_variable(part.__module__, [])
tf.get_variable(str(Dense), [])
"""
    )
    assert names(found)[:3] == ["Own:0", "module___main__:0", "library_True:0"]
    assert len(names(found)) > 3
    assert all("{" in name for name in names(found)[3:])

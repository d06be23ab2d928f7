"""`defun`, as which `tf.contrib.eager` has it: a function whose variables are like all others.

Modelled on eager/function.py of TensorFlow 1.15.5.
"""

from tensorflow._function import Function


def defun(
    func=None,
    input_signature=None,
    autograph=True,
    experimental_autograph_options=None,
    experimental_relax_shapes=False,
):
    return defun_with_attributes(func, input_signature)


def defun_with_attributes(
    func=None,
    input_signature=None,
    attributes=None,
    autograph=True,
    experimental_autograph_options=None,
    experimental_relax_shapes=False,
):
    def decorated(inner):
        return Function(inner, None, input_signature)

    return decorated if func is None else decorated(func)

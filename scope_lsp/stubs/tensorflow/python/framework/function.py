"""tensorflow.python.framework.function: functions of TensorFlow 1.

A function's body runs in a graph of its own; its variables are made in the graph around it.

Modelled on framework/function.py (Defun) of TensorFlow 1.15.5.
"""

from tensorflow._function import Function


class Defun:
    def __init__(self, *input_types, **kwargs):
        self._name = kwargs.get("func_name")

    def __call__(self, func):
        return Function(func, self._name)

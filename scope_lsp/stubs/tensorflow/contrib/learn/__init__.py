"""`tf.contrib.learn`: the modes of a model.

Modelled on contrib/learn/python/learn/estimators/model_fn.py of TensorFlow 1.15.5.
"""

from tensorflow._unmodelled import lookup as _lookup


class ModeKeys:
    TRAIN = "train"
    EVAL = "eval"
    INFER = "infer"

    @classmethod
    def validate(cls, key):
        if key not in (cls.TRAIN, cls.EVAL, cls.INFER):
            raise ValueError("Invalid mode %s." % key)


def __getattr__(name):
    return _lookup("contrib.learn." + name)

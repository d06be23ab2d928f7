"""tensorflow.python.util.tf_should_use: decorators that warn where a result is not used."""


def should_use_result(fn):
    return fn


def must_use_result_or_fatal(fn):
    return fn

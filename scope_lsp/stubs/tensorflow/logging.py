"""`tf.logging`: nothing is written."""

DEBUG = 10
INFO = 20
WARN = 30
WARNING = 30
ERROR = 40
FATAL = 50


def log(*args, **kwargs):
    return None


debug = info = warn = warning = error = fatal = log_every_n = log_first_n = log_if = vlog = TaskLevelStatusMessage = flush = set_verbosity = log


def get_verbosity():
    return WARN

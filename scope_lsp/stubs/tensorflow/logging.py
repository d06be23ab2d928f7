"""`tf.logging`: nothing is written."""

DEBUG = 10
INFO = 20
WARN = 30
WARNING = 30
ERROR = 40
FATAL = 50


def debug(msg, *args, **kwargs):
    return None


info = warn = warning = error = fatal = debug


def log(level, msg, *args, **kwargs):
    return None


def log_every_n(level, msg, n, *args):
    return None


def log_first_n(level, msg, n, *args):
    return None


def log_if(level, msg, condition, *args):
    return None


def vlog(level, msg, *args, **kwargs):
    return None


def TaskLevelStatusMessage(msg):
    return None


def flush():
    return None


def set_verbosity(v):
    return None


def get_verbosity():
    return WARN

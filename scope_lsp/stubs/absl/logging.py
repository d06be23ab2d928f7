"""Model of ``absl.logging``: nothing is written."""

from logging import *
from _scope_lsp_host import unknown
from logging import getLogger


def set_verbosity(level):
    return None


def get_verbosity():
    return 0


def vlog(level, msg, *args, **kwargs):
    return None


def vlog_is_on(level):
    return False


def log_first_n(level, msg, n, *args):
    return None


log_every_n = log_every_n_seconds = log_if = log_first_n
set_stderrthreshold = use_absl_handler = set_verbosity


def get_absl_logger():
    return getLogger("absl")


def get_absl_handler():
    return unknown("absl's handler")


def __getattr__(name):
    return unknown("absl.logging." + name)

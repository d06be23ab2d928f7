"""Model of ``warnings``: nothing warns."""


class catch_warnings:
    def __init__(self, record=False, **kwargs):
        self.record = record

    def __enter__(self):
        return [] if self.record else None

    def __exit__(self, *exc):
        return None


def warn(message, category=None, stacklevel=1, source=None, **kwargs):
    return None


def warn_explicit(*args, **kwargs):
    return None


def simplefilter(action, category=Warning, lineno=0, append=False):
    return None


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    return None


def resetwarnings():
    return None


def deprecated(message, **kwargs):
    return lambda thing: thing

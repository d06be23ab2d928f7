"""Model of ``logging``: nothing is written."""

from _scope_lsp_host import unknown

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0


def _nothing(*args, **kwargs):
    return None


class _Quiet:
    def __init__(self, *args, **kwargs):
        pass

    def setLevel(self, level):
        return None

    def setFormatter(self, formatter):
        return None

    def addFilter(self, filter):
        return None

    def emit(self, record):
        return None

    def flush(self):
        return None

    def close(self):
        return None

    def format(self, record):
        return unknown("a log record")


class Handler(_Quiet):
    pass


class StreamHandler(Handler):
    pass


class FileHandler(StreamHandler):
    pass


class NullHandler(Handler):
    pass


class Formatter(_Quiet):
    pass


class Filter(_Quiet):
    pass


class Logger:
    def __init__(self, name="root", level=NOTSET):
        self.name = name
        self.level = level
        self.handlers = []
        self.propagate = True
        self.disabled = False
        self.parent = None

    def debug(self, msg, *args, **kwargs):
        return None

    info = warning = warn = error = critical = fatal = exception = log = debug

    def setLevel(self, level):
        self.level = level

    def getEffectiveLevel(self):
        return self.level or WARNING

    def isEnabledFor(self, level):
        return level >= (self.level or WARNING)

    def addHandler(self, handler):
        self.handlers.append(handler)

    def removeHandler(self, handler):
        if handler in self.handlers:
            self.handlers.remove(handler)

    def addFilter(self, filter):
        return None

    def hasHandlers(self):
        return bool(self.handlers)

    def getChild(self, suffix):
        return getLogger(self.name + "." + suffix)


class LoggerAdapter(Logger):
    def __init__(self, logger, extra=None):
        Logger.__init__(self)
        self.logger = logger
        self.extra = extra


_loggers = {}
root = Logger("root", WARNING)


def getLogger(name=None):
    if name is None:
        return root
    if name not in _loggers:
        _loggers[name] = Logger(name)
    return _loggers[name]


debug = info = warning = warn = error = critical = fatal = exception = log = _nothing
basicConfig = disable = shutdown = captureWarnings = addLevelName = setLoggerClass = _nothing


def getLevelName(level):
    names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
    for number, name in names.items():
        if level == name:
            return number
    return names.get(level, "Level %s" % level)


def __getattr__(name):
    return unknown("logging." + name)

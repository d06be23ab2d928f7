"""Click's exceptions: uncaught they end the program with a message."""


class ClickException(Exception):
    exit_code = 1

    def __init__(self, message=None):
        self.args = (message,)
        self.message = message

    def format_message(self):
        return self.message

    def show(self, file=None):
        return None


class UsageError(ClickException):
    exit_code = 2

    def __init__(self, message=None, ctx=None):
        self.args = (message,)
        self.message = message
        self.ctx = ctx


class BadParameter(UsageError):
    def __init__(self, message=None, ctx=None, param=None, param_hint=None):
        self.args = (message,)
        self.message = message
        self.ctx = ctx
        self.param = param


class MissingParameter(BadParameter):
    pass


class NoSuchOption(UsageError):
    pass


class BadOptionUsage(UsageError):
    pass


class BadArgumentUsage(UsageError):
    pass


class FileError(ClickException):
    pass


class Abort(RuntimeError):
    pass


class Exit(RuntimeError):
    def __init__(self, code=0):
        self.exit_code = code

"""Model of ``subprocess``: nothing is started; what other programs print and return is unknown."""

from _scope_lsp_host import unknown

PIPE, STDOUT, DEVNULL = -1, -2, -3
_PRINTED = "what another program prints"
_STATUS = "how another program ends"


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = self.stdout = output
        self.stderr = stderr


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = self.stdout = output
        self.stderr = stderr


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def check_returncode(self):
        return None


class Popen:
    def __init__(self, args, *more, **kwargs):
        self.args = args
        self.pid = unknown("a process id")
        self.returncode = unknown(_STATUS)
        self.stdin = unknown("the input of another program")
        self.stdout = self.stderr = unknown(_PRINTED)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None

    def communicate(self, input=None, timeout=None):
        return unknown(_PRINTED), unknown(_PRINTED)

    def _end(self, *args, **kwargs):
        return unknown(_STATUS)

    wait = poll = _end

    def _signal(self, *args):
        return None

    terminate = kill = send_signal = _signal


def run(*args, **kwargs):
    code = 0 if kwargs.get("check") else unknown(_STATUS)
    return CompletedProcess(args[0], code, stdout=unknown(_PRINTED), stderr=unknown(_PRINTED))


def call(*args, **kwargs):
    return unknown(_STATUS)


def check_call(*args, **kwargs):
    return 0


def check_output(*args, **kwargs):
    return unknown(_PRINTED)


getoutput = check_output


def getstatusoutput(*args, **kwargs):
    return unknown(_STATUS), unknown(_PRINTED)


def list2cmdline(seq):
    return " ".join(seq)


def __getattr__(name):
    return unknown("subprocess." + name)

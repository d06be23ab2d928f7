"""Model of ``sys``, as of the Python 3.7 that TensorFlow 1.15 runs on."""

from _scope_lsp_host import arguments, import_path, is_known, loaded_module, unknown


class _VersionInfo(tuple):
    @property
    def major(self):
        return self[0]

    @property
    def minor(self):
        return self[1]

    @property
    def micro(self):
        return self[2]


version_info = _VersionInfo((3, 7, 16, "final", 0))
version = "3.7.16 (default) [GCC]"
hexversion = 0x030710F0
platform = "linux"
byteorder = "little"
maxsize = 9223372036854775807
maxint = 9223372036854775807
maxunicode = 1114111
argv = arguments()
path = import_path()


class _Modules:
    """`sys.modules`: what the program imported and what it put there; more may be loaded."""

    def __init__(self):
        self._own = {}

    def __getitem__(self, name):
        return self._own[name] if name in self._own else loaded_module(name)

    def get(self, name, default=None):
        return self[name]

    def __contains__(self, name):
        return True if is_known(self[name]) else unknown("is a module loaded?")

    def __setitem__(self, name, module):
        self._own[name] = module

    def __delitem__(self, name):
        self._own.pop(name, None)

    def pop(self, name, *default):
        module = self[name]
        del self[name]
        return module

    def setdefault(self, name, module):
        return self[name]

    def update(self, modules):
        self._own.update(modules)

    def __iter__(self):
        return iter(unknown("the modules that are loaded"))

    def keys(self):
        return unknown("the modules that are loaded")

    values = items = copy = keys


modules = _Modules()
executable = "/usr/bin/python3"
prefix = "/usr"
exec_prefix = "/usr"
flags = unknown("sys.flags")
float_info = unknown("sys.float_info")
implementation = unknown("sys.implementation")
builtin_module_names = ()
dont_write_bytecode = False
meta_path = []
path_hooks = []


class _Stream:
    encoding = "utf-8"
    errors = "strict"
    name = "<stream>"

    @property
    def buffer(self):
        return self

    def write(self, text):
        return None

    def writelines(self, lines):
        return None

    def flush(self):
        return None

    def close(self):
        return None

    def isatty(self):
        return False

    def fileno(self):
        return 1

    def read(self, *size):
        return unknown("what is typed in")

    readline = readlines = read

    def __iter__(self):
        return unknown("what is typed in")


stdout = stderr = __stdout__ = __stderr__ = _Stream()
stdin = __stdin__ = _Stream()


def exit(code=None):
    raise SystemExit(code)


def exc_info():
    return unknown("the exception that is handled")


def getrecursionlimit():
    return 1000


def setrecursionlimit(limit):
    return None


def getsizeof(obj, *default):
    return unknown("the size of an object")


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def setdefaultencoding(name):
    return None


def intern(text):
    return text


def _getframe(depth=0):
    from inspect import currentframe  # not a name of this module

    frame = currentframe()
    for _ in range(depth):
        frame = frame.f_back
    return frame


def settrace(function):
    return None


setprofile = setswitchinterval = setcheckinterval = settrace


def exc_clear():
    return None


def __getattr__(name):
    return unknown("sys." + name)

"""Model of ``inspect``: the parameters of functions of the program; of frames, the file."""

import collections

from _scope_lsp_host import (
    arguments_doc,
    calling_file,
    calling_names,
    file_of,
    is_known,
    kind_of,
    unknown,
)
from _scope_lsp_host import signature as _signature

Arguments = collections.namedtuple("Arguments", "args varargs varkw")
ArgSpec = collections.namedtuple("ArgSpec", "args varargs keywords defaults")
FullArgSpec = collections.namedtuple(
    "FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations"
)


class _Empty:
    pass


class Parameter:
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4
    empty = _Empty

    def __init__(self, name, kind, *, default=_Empty, annotation=_Empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def replace(self, *, name=_Empty, kind=_Empty, annotation=_Empty, default=_Empty):
        given = Parameter(
            self.name if name is _Empty else name,
            self.kind if kind is _Empty else kind,
            default=self.default if default is _Empty else default,
            annotation=self.annotation if annotation is _Empty else annotation,
        )
        return given


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    def apply_defaults(self):
        arguments = collections.OrderedDict()
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.kind == 2:
                arguments[name] = ()
            elif parameter.kind == 4:
                arguments[name] = {}
            elif parameter.default is not _Empty:
                arguments[name] = parameter.default
        self.arguments = arguments

    @property
    def args(self):
        found = []
        for name, parameter in self.signature.parameters.items():
            if name not in self.arguments or parameter.kind > 2:
                break
            if parameter.kind == 2:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        by_name = False
        for name, parameter in self.signature.parameters.items():
            if name not in self.arguments:
                by_name = True
            elif parameter.kind == 4:
                found.update(self.arguments[name])
            elif parameter.kind == 3 or by_name and parameter.kind != 2:
                found[name] = self.arguments[name]
        return found


class Signature:
    empty = _Empty

    def __init__(self, parameters=(), *, return_annotation=_Empty):
        self.parameters = collections.OrderedDict()
        for parameter in parameters:
            self.parameters[parameter.name] = parameter
        self.return_annotation = return_annotation

    def replace(self, *, parameters=_Empty, return_annotation=_Empty):
        if parameters is _Empty:
            parameters = self.parameters.values()
        if return_annotation is _Empty:
            return_annotation = self.return_annotation
        return Signature(parameters, return_annotation=return_annotation)

    def bind(self, *args, **kwargs):
        arguments = collections.OrderedDict()
        left = list(args)
        for name, parameter in self.parameters.items():
            if parameter.kind == 2:
                if left:
                    arguments[name] = tuple(left)
                left = []
            elif parameter.kind == 4:
                if kwargs:
                    arguments[name] = kwargs
            elif left and parameter.kind < 2:
                arguments[name] = left.pop(0)
            elif name in kwargs:
                arguments[name] = kwargs.pop(name)
        return BoundArguments(self, arguments)

    bind_partial = bind


def signature(obj, *, follow_wrapped=True, **kwargs):
    found = _signature(unwrap(obj) if follow_wrapped else obj)
    if not is_known(found):
        return found
    return Signature(
        [
            Parameter(name, kind, default=default if has else _Empty)
            for name, kind, has, default in found
        ]
    )


def getfullargspec(func):
    found = _signature(func)
    if not is_known(found):
        return found
    args = [name for name, kind, has, default in found if kind < 2]
    defaults = tuple([default for name, kind, has, default in found if kind < 2 and has])
    star = [name for name, kind, has, default in found if kind == 2]
    double = [name for name, kind, has, default in found if kind == 4]
    keyword_only = [name for name, kind, has, default in found if kind == 3]
    keyword_defaults = {name: default for name, kind, has, default in found if kind == 3 and has}
    if isinstance(func, type) or kind_of(func) == "method":
        args = ["self"] + args
    return FullArgSpec(
        args,
        star[0] if star else None,
        double[0] if double else None,
        defaults=defaults or None,
        kwonlyargs=keyword_only,
        kwonlydefaults=keyword_defaults or None,
        annotations={},
    )


def getargs(co):
    count = co.co_argcount + co.co_kwonlyargcount
    if not is_known(count):
        return unknown("the arguments of code")
    rest = list(co.co_varnames[count:])
    varargs = rest.pop(0) if co.co_flags & 4 else None
    return Arguments(list(co.co_varnames[:count]), varargs, rest[0] if co.co_flags & 8 else None)


def getargspec(func):
    found = getfullargspec(func)
    if not is_known(found):
        return found
    return ArgSpec(found.args, found.varargs, found.varkw, defaults=found.defaults)


def getcallargs(func, *positional, **named):
    found = signature(func)
    if not is_known(found):
        return unknown("the arguments of a call")
    bound = found.bind(*positional, **named)
    bound.apply_defaults()
    arguments = dict(bound.arguments)
    if kind_of(func) == "method":
        receiver = next(iter(signature(func.__func__).parameters))
        arguments = {receiver: func.__self__, **arguments}
    return arguments


def isfunction(object):
    return kind_of(object) in ("function", "generatorfunction", "coroutinefunction")


def isgeneratorfunction(object):
    return kind_of(object) == "generatorfunction"


def iscoroutinefunction(object):
    return kind_of(object) == "coroutinefunction"


def isasyncgenfunction(object):
    return False


def iscoroutine(object):
    return kind_of(object) == "coroutine"


def isclass(object):
    return kind_of(object) == "class"


def ismodule(object):
    return kind_of(object) == "module"


def ismethod(object):
    return kind_of(object) == "method"


def isbuiltin(object):
    return kind_of(object) == "builtin"


def isroutine(object):
    return kind_of(object) in (
        "function",
        "generatorfunction",
        "coroutinefunction",
        "method",
        "builtin",
    )


def isgenerator(object):
    return kind_of(object) == "generator"


def isabstract(object):
    return False


def getdoc(object):
    return arguments_doc(object)


def getmembers(object, predicate=None):
    found = []
    for name in dir(object):
        value = getattr(object, name)
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getmro(cls):
    return cls.__mro__


def getmodule(object):
    return unknown("the module of something")


class _Code:
    def __init__(self, path, name):
        self.co_filename = path
        self.co_name = name


class _Frame:
    """The frame of a call: no more of it is known than its file and what is called."""

    def __init__(self, path, names):
        self.f_code = _Code(path, names[0] if names else unknown("what is called"))
        self.f_lineno = unknown("where something is called")
        self.f_locals = self.f_globals = unknown("the names of a frame")
        self._callers = names[1:]

    @property
    def f_back(self):
        if not self._callers:
            return unknown("the frame of a caller")
        return _Frame(unknown("the file of a caller"), self._callers)


FrameInfo = collections.namedtuple("FrameInfo", "frame filename lineno function code_context index")


def currentframe():
    return _Frame(calling_file(), calling_names())


def stack(context=1):
    """The frames of all calls, as far as they are known."""
    frame = currentframe()
    found = []
    for name in calling_names():
        found.append(
            FrameInfo(
                frame,
                frame.f_code.co_filename,
                unknown("where something is called"),
                function=name,
                code_context=unknown("how something is called"),
                index=unknown("how something is called"),
            )
        )
        frame = frame.f_back
    return found + [unknown("the frame of a caller")]


def getfile(object):
    return object.f_code.co_filename if isinstance(object, _Frame) else file_of(object)


getsourcefile = getabsfile = getfile


def unwrap(func):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    return func


def cleandoc(doc):
    return doc


def __getattr__(name):
    """What is not here looks at what it is given, and calls none of it."""
    if name[:1].isupper():
        return unknown("inspect." + name)
    return lambda *args, **kwargs: unknown("inspect." + name)

"""Model of gin: parameters of configurable functions have the values of bindings.

How a value is found: gin/config.py, `_make_gin_wrapper`.  The configuration files of the workspace
are read; where one is not to be had, every parameter that the program leaves to its default may
have another value.
"""

import functools

from _scope_lsp_host import data_text, gin_statements, is_known, kind_of, signature, unknown


class _Required:
    def __repr__(self):
        return "gin.REQUIRED"


REQUIRED = _Required()


class _State:
    def __init__(self):
        self.bindings = {}
        """From (scope, selector, parameter) to a value."""
        self.macros = {}
        self.constants = {}
        self.registered = {}
        self.scopes = []
        self.folders = [""]
        self.is_open = False
        """Whether there may be bindings that nobody has seen."""


_state = _State()


# Configurables.


def configurable(name_or_fn=None, module=None, *args, **kwargs):
    if name_or_fn is not None and not isinstance(name_or_fn, str):
        return _register(name_or_fn, None, module)
    return lambda function: _register(function, name_or_fn, module)


def external_configurable(fn_or_cls, name=None, module=None, *args, **kwargs):
    if kind_of(fn_or_cls) == "class":
        made = type(fn_or_cls.__name__, (fn_or_cls,), {})
        return _register(made, name or fn_or_cls.__name__, module or fn_or_cls.__module__)
    return _register(fn_or_cls, name, module)


def register(name_or_fn=None, module=None, *args, **kwargs):
    """Known to configurations, and unchanged where the program itself calls it."""

    def decorator(function):
        external_configurable(
            function, None if not isinstance(name_or_fn, str) else name_or_fn, module
        )
        return function

    if name_or_fn is not None and not isinstance(name_or_fn, str):
        return decorator(name_or_fn)
    return decorator


def _register(function, name, module):
    name = name or function.__name__
    complete = name if "." in name else (module or function.__module__) + "." + name
    if kind_of(function) == "class":
        inner = function.__init__
        if is_known(signature(function)):
            # In place, as gin does: classes that inherit the initializer share its bindings.
            function.__init__ = _bound(inner, complete)
        made = function
    else:
        made = _bound(function, complete)
    _state.registered[complete] = made
    return made


def _bound(function, complete):
    def wrapper(*args, **kwargs):
        return function(*args, **_given(function, complete, args, kwargs=kwargs))

    return functools.update_wrapper(wrapper, function)


def _given(function, complete, args, kwargs):
    """The keyword arguments of a call with those that bindings add."""
    parameters = signature(function)
    names = [one[0] for one in parameters if one[1] < 2]
    positional = names[: len(args)]
    given = {name: value for name, value in kwargs.items() if value is not REQUIRED}
    if _state.is_open:
        for name, kind, has, default in parameters:
            if has and name not in positional and name not in given:
                given[name] = unknown("a parameter that gin may configure", name)
    bound = _bindings(complete)
    for name in bound:
        if name not in positional and name not in kwargs:
            given[name] = bound[name]
        elif name in kwargs and kwargs[name] is REQUIRED:
            given[name] = bound[name]
    for name, kind, has, default in parameters:
        if name not in given and name not in positional:
            if (name in kwargs or has) and kwargs.get(name, default) is REQUIRED:
                given[name] = unknown("a parameter that gin has to configure", name)
    return given


def _bindings(complete):
    """Those in force: of no scope, then of each scope that is open, the innermost last."""
    found = {}
    for end in range(len(_state.scopes) + 1):
        scope = "/".join(_state.scopes[:end])
        for key, value in _state.bindings.items():
            if key[0] == scope and _is_called(complete, key[1]):
                found[key[2]] = value
    return {name: _evaluated(found[name]) for name in found}


def _is_called(complete, selector):
    return complete == selector or complete.endswith("." + selector)


def _evaluated(value):
    if isinstance(value, list):
        return [_evaluated(item) for item in value]
    if isinstance(value, dict):
        return {key: _evaluated(item) for key, item in value.items()}
    if not isinstance(value, tuple):
        return value
    if len(value) == 4 and value[0] == "gin reference":
        return _referred(value[1], value[2], value[3])
    if len(value) == 2 and value[0] == "gin macro":
        return _macro(value[1])
    return tuple([_evaluated(item) for item in value])


def _macro(name):
    for known in _state.macros:
        if known == name:
            return _evaluated(_state.macros[known])
    for known in _state.constants:
        if _is_called(known, name):
            return _state.constants[known]
    return unknown("a macro of gin", name)


def _referred(scope, selector, called):
    """`@scope/selector` is a function, `@scope/selector()` what it returns."""
    if selector == "macro":
        return _macro(scope)
    function = get_configurable(selector)
    if scope and is_known(function):
        function = _scoped(scope, function)
    return function() if called else function


def _scoped(scope, function):
    def scoping(*args, **kwargs):
        before = _state.scopes
        _state.scopes = scope.split("/")
        result = function(*args, **kwargs)
        _state.scopes = before
        return result

    return functools.update_wrapper(scoping, function)


def get_configurable(fn_or_name):
    if not isinstance(fn_or_name, str):
        return fn_or_name
    for complete in _state.registered:
        if _is_called(complete, fn_or_name):
            return _state.registered[complete]
    from gin.tf.external_configurables import CONFIGURABLES  # few programs need it

    for path in [each for each in CONFIGURABLES if _is_called(each, fn_or_name)] or [fn_or_name]:
        if path.startswith("tf."):
            import tensorflow  # few programs need it

            found = tensorflow
            for part in path.split(".")[1:]:
                found = getattr(found, part)
            return external_configurable(found, path)
    return unknown("a configurable that is registered elsewhere", fn_or_name)


# Bindings.


def parse_config(bindings, skip_unknown=False):
    if not is_known(bindings):
        _state.is_open = True
        return
    if not isinstance(bindings, str):
        for binding in bindings or ():
            parse_config(binding)
        return
    _obey(gin_statements(bindings), "")


def _obey(statements, folder):
    if not is_known(statements):
        _state.is_open = True
        return
    for statement in statements:
        if statement[0] == "include":
            _read(statement[1], folder)
        elif statement[0] == "bind":
            key, scope, selector, parameter, value = statement
            if parameter is None:
                _state.macros[(scope + "/" if scope else "") + selector] = value
            elif selector == "macro":
                _state.macros[scope] = value
            else:
                # Put anew at the end: of two spellings the later binding wins.
                _state.bindings.pop((scope, selector, parameter), None)
                _state.bindings[(scope, selector, parameter)] = value


def _read(path, folder=""):
    if is_known(path) and isinstance(path, str):
        for before in [*_state.folders, folder]:
            whole = before.rstrip("/") + "/" + path if before else path
            text = data_text(whole)
            if text is not None:
                _obey(gin_statements(text), whole.rpartition("/")[0])
                return
    _state.is_open = True


def parse_config_file(config_file, skip_unknown=False, print_includes_and_imports=False):
    _read(config_file)


def parse_config_files_and_bindings(config_files=None, bindings=None, *args, **kwargs):
    if isinstance(config_files, str):
        config_files = [config_files]
    if not is_known(config_files):
        _state.is_open = True
    else:
        for path in config_files or ():
            _read(path)
    parse_config(bindings)


def bind_parameter(binding_key, value):
    scope, slash, rest = binding_key.rpartition("/")
    selector, dot, parameter = rest.rpartition(".")
    _state.bindings[(scope, selector, parameter)] = value


def query_parameter(binding_key):
    scope, slash, rest = binding_key.rpartition("/")
    if rest[:1] == "%":
        return _macro(rest[1:])
    selector, dot, parameter = rest.rpartition(".")
    for key, value in _state.bindings.items():
        if key[0] == scope and key[2] == parameter:
            if _is_called(selector, key[1]) or _is_called(key[1], selector):
                return _evaluated(value)
    return unknown("a parameter that gin does not configure", binding_key)


def constant(name, value):
    _state.constants[name] = value


def constants_from_enum(cls=None, module=None):
    def decorator(cls):
        for member in cls:
            constant((module or cls.__module__) + "." + cls.__name__ + "." + member.name, member)
        return cls

    return decorator if cls is None else decorator(cls)


@configurable(module="gin")
def singleton(constructor=REQUIRED):
    key = "/".join(_state.scopes)
    if key not in _singletons:
        _singletons[key] = constructor()
    return _singletons[key]


_singletons = {}


class config_scope:
    def __init__(self, name_or_scope):
        self._name = name_or_scope
        self._before = None

    def __enter__(self):
        self._before = _state.scopes
        if isinstance(self._name, list):
            _state.scopes = self._name
        elif self._name:
            _state.scopes = _state.scopes + self._name.split("/")
        else:
            _state.scopes = []
        return _state.scopes

    def __exit__(self, *exc):
        _state.scopes = self._before


def current_scope():
    return list(_state.scopes)


def current_scope_str():
    return "/".join(_state.scopes)


class unlock_config:
    def __enter__(self):
        return None

    def __exit__(self, *exc):
        return None


def add_config_file_search_path(location_prefix):
    _state.folders.append(location_prefix)


def clear_config(clear_constants=False):
    _state.bindings = {}
    _state.macros = {}
    _singletons.clear()
    if clear_constants:
        _state.constants = {}


def finalize():
    return None


def finalize_with_bindings(*args, **kwargs):
    return None


add_file_reader = register_file_reader = register_finalize_hook = finalize_with_bindings
enter_interactive_mode = exit_interactive_mode = finalize_with_bindings


def interactive_mode():
    return unlock_config()


def config_is_locked():
    return unknown("whether the configuration is locked")


def operative_config_str(*args, **kwargs):
    return unknown("the configuration as text")


config_str = markdown = operative_config_str


def __getattr__(name):
    return unknown("gin." + name)

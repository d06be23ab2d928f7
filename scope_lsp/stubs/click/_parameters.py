"""Options and arguments, and the decorators that make commands of functions.

The names of parameters are those of click/core.py, `Option._parse_decls`.
"""

from _launching import argument as _argument
from _scope_lsp_host import is_known, unknown
from _scope_lsp_host import option as _option
from click._commands import Command, Group
from click.exceptions import Exit
from click.types import convert_type


class Parameter:
    param_type_name = "parameter"

    def __init__(
        self,
        param_decls=None,
        type=None,
        required=False,
        default=None,
        callback=None,
        nargs=None,
        expose_value=True,
        **attrs,
    ):
        self.opts = [name for name in param_decls or () if name[:1] == "-"]
        self.name = self._named(param_decls or ())
        self.type = convert_type(type)
        self.required = required
        self.default = default
        self.callback = callback
        self.nargs = 1 if nargs is None else nargs
        self.multiple = attrs.get("multiple", False)
        self.expose_value = expose_value
        self.attrs = attrs

    def get_default(self, ctx):
        default = self.default
        return default() if callable(default) and is_known(default) else default

    def is_missing(self, ctx):
        return self.required and self.get_default(ctx) is None

    def convert(self, value, ctx):
        """As `type_cast_value`."""
        if not is_known(value):
            return value
        if self.multiple or self.nargs == -1:
            return tuple([self._cast(item, ctx) for item in value or ()])
        if value is None:
            return None
        if self.nargs > 1:
            return tuple([self.type(item, self, ctx) for item in value])
        return self._cast(value, ctx)

    def _cast(self, value, ctx):
        return self.type(value, self, ctx)

    def initial(self, ctx):
        """The value when the command line does not have this parameter."""
        if self.is_missing(ctx):
            return _argument(self.name)
        return _option(self.convert(self.get_default(ctx), ctx), self.name)

    def finished(self, value, ctx):
        """What the program's callback makes of the value."""
        if self.callback is None:
            return value
        return self.callback(ctx, self, value)


class Option(Parameter):
    param_type_name = "option"

    def __init__(
        self,
        param_decls=None,
        show_default=False,
        prompt=False,
        confirmation_prompt=False,
        hide_input=False,
        is_flag=None,
        flag_value=None,
        multiple=False,
        count=False,
        **attrs,
    ):
        super().__init__(param_decls, multiple=multiple, **attrs)
        if is_flag is None:
            is_flag = flag_value is not None or self._has_opposite
        self.is_flag = is_flag
        self.flag_value = flag_value
        self.prompt = prompt
        if is_flag and flag_value is None and self.default is None:
            self.default = False
        if count:
            self.type = convert_type(int)
            if self.default is None:
                self.default = 0

    def _named(self, decls):
        self._has_opposite = False
        chosen = None
        dashes = 0
        for decl in decls:
            if decl[:1].isalpha() or decl[:1] == "_":
                return decl
            first, slash, opposite = decl.partition("/")
            if slash:
                self._has_opposite = True
                first = first.strip()
                if not first:
                    continue
            bare = first.lstrip("-")
            if len(first) - len(bare) > dashes:
                dashes = len(first) - len(bare)
                chosen = bare.replace("-", "_").lower()
        return chosen

    def initial(self, ctx):
        if self.prompt and not self.is_flag:
            return unknown("what is typed in", self.name)
        return super().initial(ctx)

    def convert(self, value, ctx):
        if self.is_flag and self.flag_value is not None:
            return self.flag_value if value is True else value
        return value if self.is_flag else super().convert(value, ctx)


class Argument(Parameter):
    param_type_name = "argument"

    def __init__(self, param_decls, required=None, **attrs):
        if required is None:
            required = attrs.get("default") is None and attrs.get("nargs", 1) != -1
        super().__init__(param_decls, required=required, **attrs)

    def _named(self, decls):
        return decls[0].replace("-", "_").lower() if decls else None


def _remember(function, parameter):
    if isinstance(function, Command):
        function.params.append(parameter)
    else:
        if not hasattr(function, "__click_params__"):
            function.__click_params__ = []
        function.__click_params__.append(parameter)
    return function


def option(*param_decls, **attrs):
    cls = attrs.pop("cls", None) or Option
    return lambda function: _remember(function, cls(param_decls, **attrs))


def argument(*param_decls, **attrs):
    cls = attrs.pop("cls", None) or Argument
    return lambda function: _remember(function, cls(param_decls, **attrs))


def command(name=None, cls=None, **attrs):
    if callable(name) and cls is None and is_known(name):
        return _command(name, None, Command, attrs={})
    return lambda function: _command(function, name, cls or Command, attrs=attrs)


def group(name=None, cls=None, **attrs):
    if callable(name) and cls is None and is_known(name):
        return _command(name, None, Group, attrs={})
    return lambda function: _command(function, name, cls or Group, attrs=attrs)


def _command(function, name, cls, attrs):
    params = list(reversed(getattr(function, "__click_params__", [])))
    attrs.setdefault("params", params)
    named = name or function.__name__.lower().replace("_", "-")
    made = cls(name=named, callback=function, **attrs)
    made.__wrapped__ = function
    return made


def _unchanged(*param_decls, **attrs):
    return lambda function: function


version_option = help_option = _unchanged
confirmation_option = _unchanged


def password_option(*param_decls, **attrs):
    attrs.setdefault("prompt", True)
    return option(*(param_decls or ("--password",)), **attrs)

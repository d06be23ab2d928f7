"""Click's types of parameters: what they make of a default (click/types.py, `convert`)."""

from _scope_lsp_host import is_known, unknown


class ParamType:
    name = None
    is_composite = False

    def __call__(self, value, param=None, ctx=None):
        if value is not None:
            return self.convert(value, param, ctx)

    def convert(self, value, param, ctx):
        return value

    def fail(self, message, param=None, ctx=None):
        from click.exceptions import BadParameter  # few programs need it

        raise BadParameter(message, ctx, param)


class _Plain(ParamType):
    def __init__(self, function):
        self._function = function

    def convert(self, value, param, ctx):
        return self._function(value) if is_known(value) else value


class _Bool(ParamType):
    def convert(self, value, param, ctx):
        if isinstance(value, str):
            return value.lower() in ("true", "t", "1", "yes", "y", "on")
        return bool(value) if is_known(value) else value


class Choice(ParamType):
    def __init__(self, choices, case_sensitive=True):
        self.choices = choices
        self.case_sensitive = case_sensitive


class _Range(ParamType):
    def __init__(self, min=None, max=None, clamp=False, **kwargs):
        self.min = min
        self.max = max
        self.clamp = clamp

    def convert(self, value, param, ctx):
        if not is_known(value):
            return value
        number = self._function(value)
        if self.clamp and self.min is not None and number < self.min:
            return self.min
        if self.clamp and self.max is not None and number > self.max:
            return self.max
        return number


class IntRange(_Range):
    _function = int


class FloatRange(_Range):
    _function = float


class Path(ParamType):
    def __init__(self, *args, **kwargs):
        self.path_type = kwargs.get("path_type")

    def convert(self, value, param, ctx):
        if self.path_type is None or self.path_type in (str, bytes):
            return value
        return self.path_type(value)


class File(ParamType):
    def __init__(self, mode="r", *args, **kwargs):
        self.mode = mode

    def convert(self, value, param, ctx):
        return open(value)


class DateTime(ParamType):
    def __init__(self, formats=None):
        self.formats = formats

    def convert(self, value, param, ctx):
        return unknown("a date of the command line")


class Tuple(ParamType):
    is_composite = True

    def __init__(self, types):
        self.types = [convert_type(one) for one in types]

    def convert(self, value, param, ctx):
        if not is_known(value):
            return value
        return tuple([one(item, param, ctx) for one, item in zip(self.types, value)])


STRING = UNPROCESSED = UUID = ParamType()
INT = _Plain(int)
FLOAT = _Plain(float)
BOOL = _Bool()


def convert_type(ty, default=None):
    """As `click.types.convert_type`: a class or a function stands for a type as well."""
    if isinstance(ty, ParamType):
        return ty
    if isinstance(ty, tuple):
        return Tuple(ty)
    if ty is None or ty is str or not is_known(ty):
        return STRING
    if ty is bool:
        return BOOL
    return _Plain(ty)


def __getattr__(name):
    return unknown("click.types." + name)

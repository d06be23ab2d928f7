"""Model of Typer: commands of functions, whose parameters are options and arguments."""

from _launching import argument, choose
from _scope_lsp_host import (
    is_known,
    option,
    parameter_annotations,
    signature,
    unknown,
    wants_arguments,
)
from click import (
    Abort,
    BadParameter,
    Context,
    Exit,
    clear,
    confirm,
    echo,
    edit,
    format_filename,
    get_app_dir,
    getchar,
    launch,
    open_file,
    pause,
    progressbar,
    prompt,
    secho,
    style,
    unstyle,
)
from click.exceptions import ClickException


class _Info:
    def __init__(self, default=..., *args, **kwargs):
        self.default = kwargs.get("default_factory") or default
        self.callback = kwargs.get("callback")
        self.prompt = kwargs.get("prompt")

    def initial(self, name):
        if self.default is ...:
            return argument(name)
        if self.prompt:
            return unknown("what is typed in", name)
        return option(self.default() if callable(self.default) else self.default, name)


Option = Argument = _Info


def _is_context(name, notes):
    note = notes.get(name, "")
    return note in ("Context", "typer.Context", "click.Context")


def _must_be_given(function):
    """Whether the command line has to give one of a function's parameters."""
    notes = parameter_annotations(function)
    for name, kind, has, default in signature(function):
        if kind < 2 or kind == 3:
            if isinstance(default, _Info):
                if default.default is ...:
                    return True
            elif not has and not _is_context(name, notes):
                return True
    return False


def _call(function, context):
    notes = parameter_annotations(function)
    values = {}
    for name, kind, has, default in signature(function):
        if _is_context(name, notes):
            values[name] = context
        elif isinstance(default, _Info):
            values[name] = default.initial(name)
            if default.callback is not None:
                values[name] = _checked(default.callback, values[name])
        elif kind < 2 or kind == 3:
            values[name] = option(default, name) if has else argument(name)
    context.params = values
    return function(**values)


def _checked(callback, value):
    """A callback takes the value, and perhaps the context and the parameter before or behind."""
    count = len([one for one in signature(callback) if one[1] < 2])
    return callback(value) if count == 1 else value


def _start(function, context):
    if _must_be_given(function):
        return choose([lambda: _call(function, context)])
    return _call(function, context)


class Typer:
    def __init__(self, name=None, callback=None, invoke_without_command=False, **kwargs):
        self._commands = []
        self._groups = []
        self._callback = callback
        self._has_callback = callback is not None
        self._alone = invoke_without_command

    def command(self, name=None, **kwargs):
        def decorator(function):
            self._commands.append(function)
            return function

        return decorator

    def callback(self, name=None, invoke_without_command=False, **kwargs):
        def decorator(function):
            self._callback = function
            self._has_callback = True
            self._alone = self._alone or invoke_without_command
            return function

        return decorator

    def add_typer(self, typer_instance, name=None, callback=None, **kwargs):
        self._groups.append(typer_instance)
        if callback is not None:
            typer_instance._callback = callback
            typer_instance._has_callback = True

    def __call__(self, *args, standalone_mode=True, **kwargs):
        context = Context(None)
        try:
            result = self._run(context)
        except ClickException as error:
            raise SystemExit(error.exit_code) from None
        except Exit as error:
            raise SystemExit(error.exit_code) from None
        except Abort:
            raise SystemExit(1) from None
        if is_known(standalone_mode) and not standalone_mode:
            return result
        raise SystemExit(0)

    def _run(self, context):
        if len(self._commands) == 1 and not self._groups and not self._has_callback:
            return _start(self._commands[0], context)
        if self._alone and not wants_arguments():
            return self._call_back(context)
        commands = [lambda one=one: self._with(context, one) for one in self._commands]
        commands.extend([lambda one=one: self._below(context, one) for one in self._groups])
        if self._alone:
            commands.append(lambda: self._call_back(context))
        return choose(commands)

    def _call_back(self, context):
        if self._callback is not None:
            return _start(self._callback, context)

    def _with(self, context, function):
        context.invoked_subcommand = function.__name__.lower().replace("_", "-")
        self._call_back(context)
        return _start(function, Context(None, context))

    def _below(self, context, group):
        context.invoked_subcommand = unknown("a command of a group")
        self._call_back(context)
        inner = Context(None, context)
        commands = [lambda one=one: group._with(inner, one) for one in group._commands]
        commands.extend([lambda one=one: group._below(inner, one) for one in group._groups])
        return choose(commands)


def run(function):
    app = Typer()
    app.command()(function)
    app()


FileText = FileTextWrite = FileBinaryRead = FileBinaryWrite = object


def __getattr__(name):
    return unknown("typer." + name)

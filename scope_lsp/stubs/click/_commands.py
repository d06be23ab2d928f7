"""Commands, groups and contexts (click/core.py)."""

from functools import update_wrapper

from _launching import choose
from _scope_lsp_host import is_known, unknown, wants_arguments
from click.exceptions import Abort, ClickException, Exit

_contexts = []


class Context:
    def __init__(self, command, parent=None, info_name=None, obj=None, **extra):
        self.command = command
        self.parent = parent
        self.info_name = info_name
        self.obj = obj if obj is not None or parent is None else parent.obj
        self.params = {}
        self.args = []
        self.meta = {} if parent is None else parent.meta
        self.invoked_subcommand = None
        self.default_map = extra.get("default_map")

    def __enter__(self):
        _contexts.append(self)
        return self

    def __exit__(self, *exc):
        _contexts.pop()

    def scope(self, cleanup=True):
        return self

    @property
    def command_path(self):
        return unknown("the path of a command")

    def find_root(self):
        return self if self.parent is None else self.parent.find_root()

    def find_object(self, object_type):
        if isinstance(self.obj, object_type):
            return self.obj
        return None if self.parent is None else self.parent.find_object(object_type)

    def ensure_object(self, object_type):
        found = self.find_object(object_type)
        if found is None:
            self.obj = found = object_type()
        return found

    def invoke(self, callback, *args, **kwargs):
        if isinstance(callback, Command):
            context = Context(callback, self, callback.name)
            for parameter in callback.params:
                if parameter.name not in kwargs and parameter.expose_value:
                    kwargs[parameter.name] = parameter.initial(context)
            context.params = kwargs
            return _within(context, callback.callback, args, kwargs=kwargs)
        return _within(self, callback, args, kwargs=kwargs)

    def forward(self, command, *args, **kwargs):
        merged = dict(self.params)
        merged.update(kwargs)
        return self.invoke(command, *args, **merged)

    def exit(self, code=0):
        raise Exit(code)

    def fail(self, message):
        raise ClickException(message)

    def abort(self):
        raise Abort()

    def get_help(self):
        return unknown("a help text")

    get_usage = get_help

    def call_on_close(self, function):
        return function

    def lookup_default(self, name):
        return None

    def get_parameter_source(self, name):
        return unknown("where a parameter comes from")


def _within(context, function, args, kwargs):
    """Call a function while a context is the current one."""
    _contexts.append(context)
    result = function(*args, **kwargs) if function is not None else None
    _contexts.pop()
    return result


def get_current_context(silent=False):
    return _contexts[-1] if _contexts else None


def pass_context(function):
    def passed(*args, **kwargs):
        return function(get_current_context(), *args, **kwargs)

    return update_wrapper(passed, function)


def pass_obj(function):
    def passed(*args, **kwargs):
        return function(get_current_context().obj, *args, **kwargs)

    return update_wrapper(passed, function)


def make_pass_decorator(object_type, ensure=False):
    def decorator(function):
        def passed(*args, **kwargs):
            context = get_current_context()
            if ensure:
                found = context.ensure_object(object_type)
            else:
                found = context.find_object(object_type)
            return function(found, *args, **kwargs)

        return update_wrapper(passed, function)

    return decorator


class BaseCommand:
    def __init__(self, name=None, context_settings=None, **attrs):
        self.name = name
        self.context_settings = context_settings or {}

    def __call__(self, *args, **kwargs):
        return self.main(*args, **kwargs)

    def make_context(self, info_name, args, parent=None, **extra):
        return Context(self, parent, info_name, **extra)

    def main(self, args=None, prog_name=None, complete_var=None, standalone_mode=True, **extra):
        if is_known(standalone_mode) and not standalone_mode:
            return self._run(args, prog_name, extra)
        try:
            self._run(args, prog_name, extra)
        except ClickException as error:
            raise SystemExit(error.exit_code) from None
        except Exit as error:
            raise SystemExit(error.exit_code) from None
        except Abort:
            raise SystemExit(1) from None
        raise SystemExit(0)

    def _run(self, args, prog_name, extra):
        settings = dict(self.context_settings)
        settings.update(extra)
        context = Context(self, None, prog_name, obj=settings.get("obj"))
        if args:
            return choose([lambda: self.start(context)])
        return self.start(context)


class Command(BaseCommand):
    def __init__(self, name=None, context_settings=None, callback=None, params=None, **attrs):
        super().__init__(name, context_settings)
        self.callback = callback
        self.params = params or []
        self.help = attrs.get("help")

    def start(self, context):
        """Run it without arguments; possibly, where it needs some."""
        for parameter in self.params:
            if parameter.is_missing(context):
                return choose([lambda: self.invoke(context)])
        return self.invoke(context)

    def invoke(self, context):
        values = {}
        _contexts.append(context)
        for parameter in self.params:
            name = parameter.name
            if name not in values or values[name] is None:
                values[name] = parameter.finished(parameter.initial(context), context)
        _contexts.pop()
        hidden = [parameter.name for parameter in self.params if not parameter.expose_value]
        context.params = {name: values[name] for name in values if name not in hidden}
        return _within(context, self.callback, (), kwargs=dict(context.params))

    def get_help(self, ctx):
        return unknown("a help text")


class MultiCommand(Command):
    def __init__(
        self,
        name=None,
        invoke_without_command=False,
        no_args_is_help=None,
        subcommand_metavar=None,
        chain=False,
        result_callback=None,
        **attrs,
    ):
        super().__init__(name, **attrs)
        self.invoke_without_command = invoke_without_command
        self.chain = chain

    def start(self, context):
        if self.invoke_without_command and not wants_arguments():
            return super().start(context)
        names = self.list_commands(context)
        commands = [lambda name=name: self._with(context, name) for name in names]
        if self.invoke_without_command:
            commands.append(lambda: self.invoke(context))
        return choose(commands)

    def _with(self, context, name):
        """The group's own function, then the one of a command of it."""
        context.invoked_subcommand = name
        self.invoke(context)
        command = self.get_command(context, name)
        return command.start(Context(command, context, name))

    def list_commands(self, ctx):
        return []

    def get_command(self, ctx, cmd_name):
        return None

    def resultcallback(self, replace=False):
        return lambda function: function

    result_callback = resultcallback


class Group(MultiCommand):
    def __init__(self, name=None, commands=None, **attrs):
        super().__init__(name, **attrs)
        self.commands = commands or {}

    def add_command(self, cmd, name=None):
        self.commands[name or cmd.name] = cmd

    def command(self, *args, **kwargs):
        from click._parameters import command  # imports this module itself

        return self._adding(command, args, kwargs)

    def group(self, *args, **kwargs):
        from click._parameters import group  # imports this module itself

        return self._adding(group, args, kwargs)

    def _adding(self, make, args, kwargs):
        def decorator(function):
            made = make(*args, **kwargs)(function)
            self.add_command(made)
            return made

        if args and callable(args[0]) and is_known(args[0]):
            made = make(args[0])
            self.add_command(made)
            return made
        return decorator

    def list_commands(self, ctx):
        return list(self.commands)

    def get_command(self, ctx, cmd_name):
        return self.commands.get(cmd_name)


class CommandCollection(MultiCommand):
    def __init__(self, name=None, sources=None, **attrs):
        super().__init__(name, **attrs)
        self.sources = sources or []

    def add_source(self, multi_cmd):
        self.sources.append(multi_cmd)

    def list_commands(self, ctx):
        return [name for source in self.sources for name in source.list_commands(ctx)]

    def get_command(self, ctx, cmd_name):
        for source in self.sources:
            found = source.get_command(ctx, cmd_name)
            if found is not None:
                return found
        return None

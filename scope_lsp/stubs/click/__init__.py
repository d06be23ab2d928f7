"""Model of Click: commands get the defaults of their options, and of a group any may be run."""

from _scope_lsp_host import is_known, unknown
from click._commands import (
    BaseCommand,
    Command,
    CommandCollection,
    Context,
    Group,
    MultiCommand,
    get_current_context,
    make_pass_decorator,
    pass_context,
    pass_obj,
)
from click._parameters import (
    Argument,
    Option,
    Parameter,
    argument,
    command,
    confirmation_option,
    group,
    help_option,
    option,
    password_option,
    version_option,
)
from click.exceptions import (
    Abort,
    BadArgumentUsage,
    BadOptionUsage,
    BadParameter,
    ClickException,
    FileError,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from click.types import (
    BOOL,
    FLOAT,
    INT,
    STRING,
    UNPROCESSED,
    UUID,
    Choice,
    DateTime,
    File,
    FloatRange,
    IntRange,
    ParamType,
    Path,
    Tuple,
)


def echo(message=None, file=None, nl=True, err=False, color=None):
    return None


secho = echo_via_pager = clear = pause = launch = echo


def style(text, *args, **kwargs):
    return text


unstyle = style


def prompt(text, default=None, *args, **kwargs):
    return unknown("what is typed in")


confirm = getchar = edit = prompt


class _Bar:
    def __init__(self, iterable):
        self._iterable = iterable

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None

    def __iter__(self):
        return iter(self._iterable)

    def update(self, *args):
        return None

    finish = render_finish = update


def progressbar(iterable=None, length=None, *args, **kwargs):
    return _Bar(range(length) if iterable is None and is_known(length) else iterable)


def open_file(filename, *args, **kwargs):
    return open(filename)


def format_filename(filename, shorten=False):
    return filename


def get_app_dir(app_name, *args, **kwargs):
    return unknown("the folder of an application")


def __getattr__(name):
    return unknown("click." + name)

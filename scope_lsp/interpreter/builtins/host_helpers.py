"""Module ``_scope_lsp_host``: what the stubs of the standard library need from the host.

Not for user programs.  Each function is given and gives values of the program.
"""

from __future__ import annotations

import ast
import itertools
import json
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter import operators
from scope_lsp.interpreter.builtins import host_disk, safe_regex
from scope_lsp.interpreter.builtins.classes import (
    BUILTINS,
    EXCEPTIONS,
    OBJECT,
    class_of,
    payload_of,
)
from scope_lsp.interpreter.builtins.common import (
    NotKnown,
    absorb,
    apply,
    from_host,
    is_constant,
    to_host,
)
from scope_lsp.interpreter.builtins.functions import literal
from scope_lsp.interpreter.builtins.host_calls import call_site, is_dropped
from scope_lsp.interpreter.builtins.host_files import (
    arguments,
    data_text,
    main_path,
    missing_variable,
    option,
    yaml_loads,
)
from scope_lsp.interpreter.builtins.host_gin import gin_statements
from scope_lsp.interpreter.builtins.host_launching import (
    alternatives,
    function_locals,
    one_of,
    parameter_annotations,
    wants_arguments,
)
from scope_lsp.interpreter.builtins.host_paths import as_text
from scope_lsp.interpreter.builtins.symbolic import map_known, map_known_parts
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Class,
    Dict,
    Function,
    Instance,
    Iter,
    List,
    Method,
    Module,
    Namespace,
    Raised,
    Set,
    Symbolic,
    Union,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

MAX_JSON = 200_000
"""Longest JSON text that is read or written, in characters."""

MAX_INDENT = 100
"""Deepest indentation of JSON text for each level, in characters."""

_REGEX_ERROR = Class("error", (EXCEPTIONS["Exception"],), module="re")
_JSON_ERROR = Class("JSONDecodeError", (EXCEPTIONS["ValueError"],), module="json.decoder")


def _raise(interp: Interpreter, cls: Class, message: str) -> Value:
    raise Raised(interp.call(cls, [message]))


def unknown(interp: Interpreter, reason: Value = "", spelling: Value = None) -> Value:
    """An unknown value, for a reason and perhaps under a spelling."""
    interp.outside += 1
    return Unknown(str(reason), spelling if isinstance(spelling, str) else None)


def is_known(interp: Interpreter, value: Value) -> Value:
    """Whether a value is known: not Unknown, not a union, not a string with holes."""
    return not isinstance(value, (Unknown, Union, Symbolic))


def open_dict(interp: Interpreter, *args: Value) -> Value:
    """A dict that may have any other key as well."""
    made = interp.call(BUILTINS["dict"], list(args))
    if isinstance(made, Dict):
        made.open = True
    return made


def loaded_module(interp: Interpreter, name: Value) -> Value:
    """A module that the program has imported by now; unknown where it has not, or may not have."""
    found = interp.modules.get(name) if isinstance(name, str) else None
    return Unknown("sys.modules") if found is None else found


def regex(interp: Interpreter, name: Value, pattern: Value, flags: Value, *args: Value) -> Value:
    """A function of module ``re`` on constants.

    A match comes as (start, end, groups, spans, names) or None, several as a list of them.  Where
    the answer is not known, or its cost is not bounded, it is Unknown.
    """
    if name == "sub" and isinstance(pattern, str) and isinstance(flags, int):
        known = _substituted(pattern, flags, args)
        if known is not None:
            return known
    if not (isinstance(pattern, str) and is_constant(args) and isinstance(flags, int)):
        return absorb("a regular expression on something that is not known", pattern, *args)
    text = args[1 if name in ("sub", "subn") else 0] if args else ""
    if not isinstance(text, str):
        interp.raise_error("TypeError", "expected string or bytes-like object")
    try:
        expression = safe_regex.compiled(pattern, flags, len(text))
    except safe_regex.TooCostly:
        return Unknown("a regular expression that may cost too much")
    except (re.error, OverflowError, RecursionError, ValueError) as error:
        return _raise(interp, _REGEX_ERROR, str(error))
    try:
        return from_host(_applied(expression, str(name), args))
    except (TypeError, IndexError, re.error) as error:
        return _raise(interp, _REGEX_ERROR, str(error))


def _substituted(pattern: str, flags: int, args: tuple[Value, ...]) -> Value:
    """``re.sub`` in the known parts of a string with holes; None when it is not as simple."""
    put, text, count = (*args, 0, 0)[:3]
    if not (isinstance(put, str) and isinstance(text, Symbolic) and count == 0):
        return None
    if any(
        anchor in pattern.replace("[^", "[") for anchor in ("^", "$", "\\b", "\\A", "\\Z", "(?")
    ):
        return None
    try:
        expression = safe_regex.compiled(pattern, flags, len(text.text))
    except (safe_regex.TooCostly, re.error, OverflowError, RecursionError, ValueError):
        return None
    return map_known_parts(text.text, lambda part: expression.sub(put, part))


def _applied(expression: re.Pattern[str], name: str, args: tuple[Any, ...]) -> Any:
    if name == "compile":
        return (expression.groups, dict(expression.groupindex))
    if name in ("match", "search", "fullmatch"):
        found = getattr(expression, name)(*args)
        return None if found is None else _match(found)
    if name == "finditer":
        return [_match(found) for found in expression.finditer(*args)]
    return getattr(expression, name)(*args)


def _match(found: re.Match[str]) -> tuple[Any, ...]:
    count = found.re.groups + 1
    spans = [found.span(index) for index in range(count)]
    groups = [found.group(index) for index in range(count)]
    return (groups, spans, dict(found.re.groupindex), found.lastindex, found.lastgroup)


def regex_escape(interp: Interpreter, text: Value) -> Value:
    """``re.escape``; the known parts of a string with holes are escaped."""
    if isinstance(text, Symbolic):
        return map_known(text.text, re.escape)
    return apply(interp, re.escape, text)


def regex_expand(interp: Interpreter, template: Value, groups: Value, names: Value) -> Value:
    """A replacement template with its group references filled in."""
    try:
        texts, index = to_host(groups), to_host(names)
    except NotKnown:
        return absorb("a replacement that is not known", groups)
    if not isinstance(template, str):
        return absorb("a replacement that is not known", template)

    def fill(match: re.Match[str]) -> str:
        reference = match[1] or match[2]
        number = int(reference) if reference.isdigit() else index.get(reference, 0)
        return texts[number] or "" if number < len(texts) else ""

    escapes = {"n": "\n", "t": "\t", "\\": "\\"}
    filled = re.sub(r"\\(\d{1,2})|\\g<(\w+)>", fill, template)
    return re.sub(r"\\([nt\\])", lambda match: escapes[match[1]], filled)


def json_loads(interp: Interpreter, text: Value) -> Value:
    """``json.loads`` of a constant."""
    if not isinstance(text, (str, bytes)) or len(text) > MAX_JSON:
        return absorb("JSON text that is not known", text)
    try:
        return from_host(json.loads(text))
    except ValueError as error:
        return _raise(interp, _JSON_ERROR, str(error))
    except RecursionError:
        return Unknown("JSON text that is too deep")


def json_dumps(interp: Interpreter, value: Value, options: Value) -> Value:
    """``json.dumps`` of constants; anything else is not known."""
    try:
        host = to_host(value)
        given = {name: one for name, one in to_host(options).items() if name != "cls"}
        return _written(host, given)
    except NotKnown:
        return absorb("JSON of something that is not known", value)
    except (TypeError, ValueError) as error:
        if "indent" in str(error) or "unexpected keyword" in str(error):
            return Unknown("JSON with options that are not modelled")
        interp.raise_error(type(error).__name__, str(error))


def _written(value: Any, options: dict[str, Any]) -> Value:
    """``json.dumps``, given up where it becomes too long."""
    indent = options.get("indent")
    if (indent if isinstance(indent, int) else len(indent or "")) > MAX_INDENT:
        return Unknown("JSON that is too long")
    options.setdefault("separators", None)
    encoder = json.JSONEncoder(**options)
    parts, size = [], 0
    for part in encoder.iterencode(value):
        parts.append(part)
        size += len(part)
        if size > MAX_JSON:
            return Unknown("JSON that is too long")
    return "".join(parts)


def literal_eval(interp: Interpreter, source: Value) -> Value:
    """``ast.literal_eval`` of a constant."""
    if not isinstance(source, str):
        return absorb("a literal that is not known", source)
    value = literal(interp, source)
    if value is MISSING:
        interp.raise_error("ValueError", "malformed node or string")
    return value


def count(interp: Interpreter, start: Value = 0, step: Value = 1) -> Value:
    """Numbers without end."""

    def numbers() -> Iterator[Value]:
        value = start
        while True:
            interp.budget.tick()
            yield value
            value = operators.binary(interp, "+", value, step)

    return Iter(numbers())


def cycle(interp: Interpreter, items: Value) -> Value:
    """The items of a list again and again."""
    return Iter(itertools.cycle(items.items)) if isinstance(items, List) else absorb("items", items)


def tuple_field(interp: Interpreter, index: Value) -> Value:
    """A function that reads one item of the tuple that an instance carries."""

    def read(interp: Interpreter, self: Value) -> Value:
        items = payload_of(self)
        if isinstance(items, tuple) and isinstance(index, int) and index < len(items):
            return items[index]
        return absorb("a field of a tuple that is not known", self)

    return Builtin("field", read)


def may_catch(interp: Interpreter, function: Value) -> Value:
    """Whether the body of a generator function may keep an exception from going on.

    Judged by its text: an ``except`` clause, or a ``with`` whose manager is named for that.
    """
    node = function.code.node if isinstance(function, Function) else None
    if node is None:
        return True
    for part in ast.walk(node):
        if isinstance(part, ast.ExceptHandler):
            return True
        if isinstance(part, ast.withitem):
            written = ast.unparse(part.context_expr).lower()
            if any(word in written for word in ("suppress", "stack", "raises", "ignore", "catch")):
                return True
    return False


def spelled(interp: Interpreter, value: Value, spelling: Value) -> Value:
    """An unknown value under another spelling; known values as they are."""
    if isinstance(value, Unknown) and isinstance(spelling, str):
        return value.spelled(spelling)
    return value


def _asked_by_program(interp: Interpreter) -> bool:
    """Whether the innermost caller beside models of the standard library is the program."""
    frame = interp.frame
    while frame is not None and frame.module.source.origin is Origin.STANDARD:
        frame = frame.back
    return frame is None or frame.module.source.origin is Origin.USER


def signature(interp: Interpreter, function: Value) -> Value:
    """The parameters of a function of the program: (name, kind, has default, default) each.

    ``kind`` is the number that ``inspect`` gives it; bound arguments are left out.
    """
    skip = 0
    while isinstance(function, Method):
        function = function.function
        skip += 1
    if isinstance(function, Class):
        initializer = function.find("__init__")
        if not isinstance(initializer, Function):
            return Unknown("the signature of a class")
        function, skip = initializer, 1
    if isinstance(function, Instance):
        found = function.cls.find("__call__")
        function, skip = found, 1
    if not isinstance(function, Function):
        return absorb("the signature of something that is not a function", function)
    if function.module.source.origin is Origin.STUB and _asked_by_program(interp):
        return Unknown("the signature of a function that is modelled")
    parameters = function.code.parameters
    positional = parameters.positional
    first_default = len(positional) - len(function.defaults)
    found_all: list[Value] = []
    for index, name in enumerate(positional):
        default = function.defaults[index - first_default] if index >= first_default else None
        kind = 0 if index < len(parameters.positional_only) else 1
        found_all.append((name, kind, index >= first_default, default))
    found_all = found_all[skip:]
    if parameters.variadic is not None:
        found_all.append((parameters.variadic, 2, False, None))
    for name in parameters.keyword_only:
        has = name in function.kw_defaults
        found_all.append((name, 3, has, function.kw_defaults.get(name)))
    if parameters.keywords is not None:
        found_all.append((parameters.keywords, 4, False, None))
    return List(found_all)


def kind_of(interp: Interpreter, value: Value) -> Value:
    """What sort of thing a value is, in a word; Unknown when that is not known."""
    if isinstance(value, Function):
        if isinstance(value.code.node, ast.AsyncFunctionDef):
            return "coroutinefunction"
        value.code.complete()
        return "generatorfunction" if value.code.generator is not None else "function"
    for kind, name in ((Method, "method"), (Class, "class"), (Module, "module")):
        if isinstance(value, kind):
            return name
    if isinstance(value, Builtin):
        return "builtin"
    cls = class_of(value)
    if cls is None:
        return absorb("the kind of something that is not known", value)
    stands_for = cls.find("_stands_for")  # a model's class may say what its objects are instead
    return stands_for if isinstance(stands_for, str) else cls.name


def source_line(interp: Interpreter, function: Value) -> Value:
    """The first line of a function's definition."""
    if isinstance(function, Function):
        return function.code.first_line
    return Unknown("where something is defined")


def arguments_doc(interp: Interpreter, function: Value) -> Value:
    """The docstring of a function of the program."""
    node = function.code.node if isinstance(function, Function) else None
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return ast.get_docstring(node)
    return None


def run_in_thread(interp: Interpreter, worker: Value, function: Value) -> Value:
    """Call a function in the thread that ``worker`` stands for; what it raises ends that alone."""
    interp.run_in_thread(worker, function)
    return None


def shallow_copy(interp: Interpreter, value: Value) -> Value:
    """A copy of a container or instance that shares its parts; constants as they are."""
    if isinstance(value, (List, Dict, Set)):
        return interp.call(interp.get_attr(value, "copy"))
    if isinstance(value, Instance):
        payload = value.payload
        if isinstance(payload, (List, Dict, Set)):
            payload = shallow_copy(interp, payload)
        made = Instance(value.cls, payload)
        made.names.update(value.names)
        return made
    return value


def hash_class(name: str, host: Callable[..., Any]) -> Class:
    """A class of ``hashlib``, known as long as it is fed constants."""
    cls = Class(name, (OBJECT,), module="hashlib")

    def init(interp: Interpreter, self: Value, data: Value = b"", **kwargs: Value) -> Value:
        assert isinstance(self, Instance)
        self.names["data"] = data
        return None

    def update(interp: Interpreter, self: Value, data: Value) -> Value:
        assert isinstance(self, Instance)
        interp.touch(self)
        before = self.names["data"]
        known = isinstance(before, bytes) and isinstance(data, bytes)
        self.names["data"] = before + data if known else Unknown("hashed data")  # type: ignore[operator]
        return None

    def finish(kind: str) -> Callable[..., Value]:
        def run(interp: Interpreter, self: Value) -> Value:
            data = self.names["data"] if isinstance(self, Instance) else None
            if not isinstance(data, bytes):
                return absorb("a hash of something that is not known", data)
            return getattr(host(data), kind)()

        return run

    hosts = {"__init__": init, "update": update}
    hosts |= {kind: finish(kind) for kind in ("hexdigest", "digest")}
    for method_name, function in hosts.items():
        cls.names[method_name] = Builtin(f"{name}.{method_name}", function, binds=True)
    return cls


def namespace() -> Namespace:
    """The names of the module."""
    functions: tuple[Callable[..., Value], ...] = (
        *(unknown, is_known, open_dict, regex, regex_escape, regex_expand, json_loads, json_dumps),
        *(literal_eval, signature, kind_of, source_line, arguments_doc, shallow_copy, spelled),
        *(as_text, count, cycle, tuple_field, may_catch),
        *(data_text, yaml_loads, main_path, arguments, option, loaded_module, run_in_thread),
        *(missing_variable,),
        *(
            gin_statements,
            alternatives,
            function_locals,
            one_of,
            parameter_annotations,
            wants_arguments,
        ),
        *(call_site, is_dropped),
    )
    return {
        **{function.__name__: Builtin(function.__name__, function) for function in functions},
        **host_disk.namespace(),
        "RegexError": _REGEX_ERROR,
        "JSONDecodeError": _JSON_ERROR,
    }

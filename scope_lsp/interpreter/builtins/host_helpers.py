"""Module ``_scope_lsp_host``: what the stubs of the standard library need from the host.

User programs do not see it.  Each function takes and returns values of the program.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter import operators
from scope_lsp.interpreter.builtins import host_disk
from scope_lsp.interpreter.builtins.classes import BUILTINS, OBJECT, payload_of
from scope_lsp.interpreter.builtins.common import absorb
from scope_lsp.interpreter.builtins.host_calls import call_site, calling_names, is_dropped
from scope_lsp.interpreter.builtins.host_files import (
    arguments,
    data_text,
    main_path,
    missing_variable,
    option,
    yaml_loads,
)
from scope_lsp.interpreter.builtins.host_gin import gin_statements
from scope_lsp.interpreter.builtins.host_ini import ini_sections
from scope_lsp.interpreter.builtins.host_inspection import (
    arguments_doc,
    cleans_up,
    kind_of,
    may_catch,
    signature,
    source_line,
)
from scope_lsp.interpreter.builtins.host_launching import (
    alternatives,
    function_locals,
    one_of,
    parameter_annotations,
    wants_arguments,
)
from scope_lsp.interpreter.builtins.host_paths import as_text
from scope_lsp.interpreter.builtins.host_texts import (
    JSON_ERROR,
    REGEX_ERROR,
    json_dumps,
    json_loads,
    literal_eval,
    regex,
    regex_escape,
    regex_expand,
)
from scope_lsp.interpreter.builtins.symbolic import TEMPORARY
from scope_lsp.interpreter.importing import has_module
from scope_lsp.interpreter.orders import is_unordered
from scope_lsp.interpreter.picking import picked
from scope_lsp.interpreter.values import (
    Builtin,
    Class,
    Dict,
    Instance,
    Iter,
    List,
    Namespace,
    Set,
    Symbolic,
    Union,
    Unknown,
    Value,
    hole,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


def picked_from(interp: Interpreter, reason: Value, choices: Value) -> Value:
    """An unknown item of ``choices``."""
    interp.calls_outside += 1
    return picked(str(reason), (choices,))


def unknown(interp: Interpreter, reason: Value = "", spelling: Value = None) -> Value:
    """An unknown value, with a reason and optionally a spelling."""
    interp.calls_outside += 1
    return Unknown(str(reason), spelling if isinstance(spelling, str) else None)


def temporary(interp: Interpreter, name: Value) -> Value:
    """A text that is not known; it is the same one wherever it has this name."""
    return Symbolic(hole(Unknown("a temporary file", f"{TEMPORARY}{name}")))


def is_known(interp: Interpreter, value: Value) -> Value:
    """Whether a value is known: not Unknown, not a union, not a string with holes."""
    return not isinstance(value, (Unknown, Union, Symbolic))


def open_dict(interp: Interpreter, *args: Value) -> Value:
    """A dict that may also have any other key."""
    made = interp.call(BUILTINS["dict"], list(args))
    if isinstance(made, Dict):
        made.open = True
    return made


def sure_keys(interp: Interpreter, value: Value) -> Value:
    """The keys that a dict certainly has, though it may have others."""
    if not isinstance(value, Dict):
        return absorb("the keys of something that is no dict", value)
    return List([value.entries[key][0] for key in value.entries if key not in value.doubtful])


def loaded_module(interp: Interpreter, name: Value) -> Value:
    """A module that the program has imported by now; unknown if it may not have."""
    found = interp.modules.get(name) if isinstance(name, str) else None
    return Unknown("sys.modules", builds=True) if found is None else found


def module_exists(interp: Interpreter, name: Value) -> Value:
    """Whether there is a module, which is not run; unknown if it may exist elsewhere."""
    found = has_module(interp, name) if isinstance(name, str) else None
    return Unknown("whether a module can be found") if found is None else found


def count(interp: Interpreter, start: Value = 0, step: Value = 1) -> Value:
    """Endless numbers."""

    def numbers() -> Iterator[Value]:
        value = start
        while True:
            interp.budget.tick()
            yield value
            value = operators.binary(interp, "+", value, step)

    return Iter(numbers())


def cycle(interp: Interpreter, items: Value) -> Value:
    """The items of a list again and again."""
    if not isinstance(items, List) or items.doubtful:
        return absorb("items that are not known", items)
    return Iter(itertools.cycle(items.items))


def ordered_as(interp: Interpreter, iterator: Value, sources: Value) -> Value:
    """An iterator over what ``sources`` holds one after the other: it has an order if they have."""
    held = sources.items if isinstance(sources, List) else sources
    inner = held if isinstance(held, (list, tuple)) else []
    if isinstance(iterator, Iter) and any(map(is_unordered, [sources, *inner])):
        iterator.scattered = True
    return iterator


def tuple_field(interp: Interpreter, index: Value) -> Value:
    """A function that reads one item of the tuple that an instance carries."""

    def read(interp: Interpreter, self: Value) -> Value:
        items = payload_of(self)
        if isinstance(items, tuple) and isinstance(index, int) and index < len(items):
            return items[index]
        return absorb("a field of a tuple that is not known", self)

    return Builtin("field", read)


def spelled(interp: Interpreter, value: Value, spelling: Value) -> Value:
    """An unknown value under another spelling; known values as they are."""
    if isinstance(value, Unknown) and isinstance(spelling, str):
        return value.spelled(spelling)
    return value


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
    """A class of ``hashlib``, known as long as it gets constants."""
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
        *(
            unknown,
            temporary,
            is_known,
            open_dict,
            regex,
            regex_escape,
            regex_expand,
            json_loads,
            json_dumps,
        ),
        *(literal_eval, signature, kind_of, source_line, arguments_doc, shallow_copy, spelled),
        *(as_text, count, cycle, ordered_as, picked_from, tuple_field, may_catch, cleans_up),
        *(data_text, yaml_loads, main_path, arguments, option, loaded_module, run_in_thread),
        *(missing_variable, module_exists, sure_keys),
        *(
            gin_statements,
            ini_sections,
            alternatives,
            function_locals,
            one_of,
            parameter_annotations,
            wants_arguments,
        ),
        *(call_site, calling_names, is_dropped),
    )
    return {
        **{function.__name__: Builtin(function.__name__, function) for function in functions},
        **host_disk.namespace(),
        "RegexError": REGEX_ERROR,
        "JSONDecodeError": JSON_ERROR,
    }

"""Reading, writing and deleting items: ``obj[key]``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scope_lsp.interpreter.builtins.classes import class_of, payload_of
from scope_lsp.interpreter.builtins.symbolic import sliced
from scope_lsp.interpreter.orders import is_unordered, settled
from scope_lsp.interpreter.picking import holds_code, one_of_unseen, picked
from scope_lsp.interpreter.python2_lists import as_list
from scope_lsp.interpreter.slices import doubtful_slice
from scope_lsp.interpreter.values import (
    MISSING,
    Class,
    Dict,
    Function,
    Instance,
    Iter,
    List,
    NamespaceDict,
    Raised,
    Scattered,
    Symbolic,
    Unhashable,
    Union,
    Unknown,
    Value,
    alternatives,
    key_of,
    open_up,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

MAX_CHOICES = 8
"""Of how many items or values each is followed when it is not known which one is chosen."""


def getitem(interp: Interpreter, obj: Value, key: Value) -> Value:
    """``obj[key]``."""
    if isinstance(obj, Union) or (isinstance(obj, Unknown) and obj.others):
        results = []
        for option in alternatives(obj):
            try:
                results.append(getitem(interp, option, key))
            except Raised:
                continue
        return unite(results) if results else Unknown("an item of one of several")
    if isinstance(key, Union) and not isinstance(obj, Instance):
        results = []
        for option in key.options:
            try:
                results.append(getitem(interp, obj, option))
            except Raised:
                continue
        return unite(results) if results else Unknown("one of several items")
    if isinstance(obj, Instance):
        function = obj.cls.find("__getitem__")
        if isinstance(function, Function) or (function is not MISSING and obj.payload is MISSING):
            return interp.call(interp.bind(function, obj, obj.cls), [key])
        if obj.payload is MISSING:
            if obj.cls.open:
                return Unknown("an item of something whose class is not known")
            interp.raise_error("TypeError", f"'{obj.cls.name}' object is not subscriptable")
        if isinstance(obj.payload, Dict):
            return _dict_item(interp, obj.payload, key, obj)
        obj = payload_of(obj)
    if isinstance(obj, Dict):
        return _dict_item(interp, obj, key, obj)
    if isinstance(obj, (List, tuple, str, bytes, range)):
        return _sequence_item(interp, obj, key)
    if isinstance(obj, Unknown):
        return _part_of(obj, key)
    if isinstance(obj, Symbolic):
        return sliced(obj.text, key)
    if isinstance(obj, Class):
        return _class_item(interp, obj, key)
    meant = as_list(interp, obj)
    if meant is not obj:
        return getitem(interp, meant, key)
    cls = class_of(obj)
    if cls is None:
        return Unknown("an item of something that is not interpreted")
    interp.raise_error("TypeError", f"'{cls.name}' object is not subscriptable")


def _part_of(obj: Unknown, key: Value) -> Unknown:
    if isinstance(key, (int, str)):
        return obj.part(f"[{key!r}]")
    name = key.spelling if isinstance(key, Unknown) else None
    return obj.product(f"{obj.spelling}[{name}]" if obj.spelling and name else None)


def _class_item(interp: Interpreter, cls: Class, key: Value) -> Value:
    hook = cls.find("__class_getitem__")
    if hook is not MISSING:
        return interp.call(interp.find_attr(cls, "__class_getitem__"), [key])
    if cls.metaclass is not None:
        function = cls.metaclass.find("__getitem__")
        if function is not MISSING:
            return interp.call(interp.bind(function, cls, cls.metaclass), [key])
    return cls


def _dict_item(interp: Interpreter, table: Dict, key: Value, owner: Value) -> Value:
    try:
        hashed = key_of(key)
    except Unhashable:
        if isinstance(owner, Instance) and owner.cls.find("__missing__") is not MISSING:
            # As in a defaultdict, the key may exist from now on.
            interp.heap.touch(table)
            table.open = True
        elif interp.catcher_of(interp.error("KeyError", key).value) is None:
            value = one_of_values(table)
            if value is not MISSING:
                return value
        return picked("an item under a key that is not known", (table,))
    if hashed not in table.entries:
        hashed = equal_key(interp, table, key, hashed)
    if hashed in table.entries:
        value = table.entries[hashed][1]
        if table.open and hashed in table.doubtful:
            # Only one arm of a branch has put this in; without it, what was there is not known.
            return unite([value, _unseen_item(table)])
        return value
    if table.default is not MISSING and table.default is not None:
        value = interp.call(table.default)
        interp.heap.touch(table)
        table.entries[hashed] = (key, value)
        return value
    if isinstance(owner, Instance):
        hook = owner.cls.find("__missing__")
        if hook is not MISSING:
            return interp.call(interp.bind(hook, owner, owner.cls), [key])
    if table.open:
        return _unseen_item(table)
    interp.raise_error("KeyError", key)


def one_of_values(table: Dict) -> Value:
    """One of the values of a dict, it is not known which; MISSING if each cannot be followed."""
    values = [value for _, value in table.entries.values()]
    if table.open or table.doubtful or not 0 < len(values) <= MAX_CHOICES:
        return MISSING
    return unite(values)


def _unseen_item(table: Dict) -> Unknown:
    return Unknown("an item of a dict that is not wholly known", builds=table.holds_code or None)


def equal_key(interp: Interpreter, table: Dict, key: Value, hashed: Any) -> Any:
    """The hashed form under which ``table`` has a key equal to ``key`` by its own ``__eq__``."""
    if isinstance(key, Instance) and isinstance(key.cls.find("__eq__"), Function):
        for known, (other, _) in table.entries.items():
            hook = key.cls.find("__eq__")
            if interp.truth(interp.call(interp.bind(hook, key, key.cls), [other])):
                return known
    return hashed


def _sequence_item(interp: Interpreter, obj: Value, key: Value) -> Value:
    items: Any = obj.items if isinstance(obj, List) else obj
    if isinstance(key, Instance):
        hook = key.cls.find("__index__")
        key = payload_of(key) if hook is MISSING else interp.call(interp.bind(hook, key, key.cls))
    if isinstance(key, slice):
        bounds: list[Any] = [_index(interp, p) for p in (key.start, key.stop, key.step)]
        if any(isinstance(bound, Unknown) for bound in bounds):
            return Unknown("a slice whose bounds are not known")
        if isinstance(obj, Scattered):
            items = settled(obj)
        try:
            part: Any = items[slice(*bounds)]
        except (TypeError, ValueError) as error:
            interp.raise_error(type(error).__name__, str(error))
        if not isinstance(obj, List):
            return part
        if not obj.doubtful and not obj.uncounted and not obj.scattered:
            return List(part)
        return doubtful_slice(obj, slice(*bounds))
    if isinstance(key, int):
        if isinstance(obj, List) and obj.scattered:
            return one_of_unseen(obj)
        if isinstance(obj, Scattered):
            items = settled(obj)
        if isinstance(obj, List) and obj.doubtful:
            if places := places_of(obj, key):
                return unite([items[place] for place in places])
            return Unknown("an item of a list of unknown length")
        try:
            return items[key]
        except IndexError:
            if isinstance(obj, List) and obj.uncounted:
                return Unknown("an item of a list of unknown length")
            cls = class_of(obj)
            name = cls.name if cls else "sequence"
            interp.raise_error("IndexError", f"{name} index out of range")
        except OverflowError:
            interp.raise_error("IndexError", "cannot fit 'int' into an index-sized integer")
    if isinstance(key, Unknown):
        if isinstance(obj, (List, tuple)) and 0 < len(items) <= MAX_CHOICES:
            return unite(list(items))
        return picked("an item under an index that is not known", (obj,))
    cls = class_of(obj)
    kind = class_of(key)
    if kind is None or cls is None or kind.open:
        return Unknown("an item under an index that is not known")
    interp.raise_error(
        "TypeError", f"{cls.name} indices must be integers or slices, not {kind.name}"
    )


def places_of(obj: List, key: int) -> list[int]:
    """The indices of the items that ``obj[key]`` may mean, if some items may be absent."""
    count = len(obj.items)
    order = range(count) if key >= 0 else range(count - 1, -1, -1)
    wanted = key if key >= 0 else -key - 1
    found: list[int] = []
    sure = 0
    for before, place in enumerate(order):
        if before >= wanted:
            found.append(place)
        doubtful = place in obj.doubtful
        if not doubtful and sure == wanted:
            break
        sure += not doubtful
    return found


def _index(interp: Interpreter, value: Value) -> Value:
    if isinstance(value, Instance):
        hook = value.cls.find("__index__")
        if hook is MISSING:
            payload = payload_of(value)
            return payload if isinstance(payload, int) else Unknown("a bound that is not known")
        return interp.call(interp.bind(hook, value, value.cls))
    if value is None or isinstance(value, (int, Unknown)):
        return value
    if isinstance(value, (Union, Symbolic)):
        return Unknown("a bound that is not known")
    interp.raise_error(
        "TypeError", "slice indices must be integers or None or have an __index__ method"
    )


def setitem(interp: Interpreter, obj: Value, key: Value, value: Value) -> None:
    """``obj[key] = value``."""
    if isinstance(obj, Instance):
        function = obj.cls.find("__setitem__")
        if isinstance(function, Function) or (function is not MISSING and obj.payload is MISSING):
            interp.call(interp.bind(function, obj, obj.cls), [key, value])
            return
        obj = payload_of(obj)
    elif isinstance(obj, Iter):
        obj = as_list(interp, obj)
    if isinstance(obj, Dict):
        put_item(interp, obj, key, value)
    elif isinstance(obj, List):
        _set_list_item(interp, obj, key, value)
    elif isinstance(obj, (Union, Unknown)):
        for option in alternatives(obj):
            if isinstance(option, (Dict, List)):
                setitem(interp, option, key, Unknown("set in one of several"))
        if isinstance(obj, Unknown):
            obj.forget_part(f"[{key!r}]")
    elif isinstance(obj, (tuple, str)):
        cls = class_of(obj)
        interp.raise_error(
            "TypeError", f"'{cls.name if cls else ''}' object does not support item assignment"
        )


def put_item(interp: Interpreter, table: Dict, key: Value, value: Value) -> None:
    """Enter a pair into a dict; an unknown key may have been any of the existing ones."""
    interp.heap.touch(table)
    try:
        hashed = key_of(key)
    except Unhashable:
        if isinstance(key, (List, Dict)):
            cls = class_of(key)
            interp.raise_error("TypeError", f"unhashable type: '{cls.name if cls else ''}'")
        table.open = True
        if isinstance(table, NamespaceDict):
            open_up(table.owner)
        table.holds_code = table.holds_code or holds_code(value)
        for known, (original, old) in list(table.entries.items()):
            table.entries[known] = (original, unite([old, value]))
        return
    if hashed not in table.entries:
        hashed = equal_key(interp, table, key, hashed)
    original = table.entries[hashed][0] if hashed in table.entries else key
    table.entries[hashed] = (original, value)
    table.settle(hashed)


def _set_list_item(interp: Interpreter, obj: List, key: Value, value: Value) -> None:
    interp.heap.touch(obj)
    if isinstance(key, slice):
        bounds: list[Any] = [_index(interp, p) for p in (key.start, key.stop, key.step)]
        if bounds == [None, None, None] and (marked := interp.to_marked(value)) is not None:
            obj.fill(marked)
            obj.scattered |= is_unordered(value)
            return
        items = interp.to_list(value)
        is_long = items is None or len(items) + len(obj.items) > interp.budget.items
        is_unclear = any(isinstance(bound, Unknown) for bound in bounds) or obj.doubtful
        if items is None or is_long or is_unclear:
            obj.items[:] = [Unknown("an item of a list changed in part") for _ in obj.items]
            return
        try:
            obj.items[slice(*bounds)] = items
        except (TypeError, ValueError) as error:
            interp.raise_error(type(error).__name__, str(error))
        return
    if isinstance(key, int) and len(places := places_of(obj, key)) > 1:
        for place in places:
            obj.items[place] = unite([obj.items[place], value])
        return
    if isinstance(key, int):
        try:
            obj.items[key] = value
        except IndexError:
            interp.raise_error("IndexError", "list assignment index out of range")
        return
    # One of the items changes, but it is unknown which one.
    obj.items[:] = [unite([item, value]) for item in obj.items]


def _delete_perhaps(interp: Interpreter, obj: Value) -> None:
    """Record that something may have been deleted from one of several containers."""
    if isinstance(obj, List):
        interp.heap.touch(obj)
        obj.doubtful = frozenset(range(len(obj.items)))
    elif isinstance(obj, Dict) and not isinstance(obj, NamespaceDict):
        interp.heap.touch(obj)
        obj.doubtful = frozenset(obj.entries)


def delitem(interp: Interpreter, obj: Value, key: Value) -> None:
    """``del obj[key]``."""
    if isinstance(obj, Instance):
        function = obj.cls.find("__delitem__")
        if isinstance(function, Function) or (function is not MISSING and obj.payload is MISSING):
            interp.call(interp.bind(function, obj, obj.cls), [key])
            return
        obj = payload_of(obj)
    elif isinstance(obj, Iter):
        obj = as_list(interp, obj)
    if isinstance(obj, (Union, Unknown)):
        for option in alternatives(obj):
            _delete_perhaps(interp, option)
        return
    if isinstance(obj, Dict):
        interp.heap.touch(obj)
        try:
            hashed = key_of(key)
        except Unhashable:
            obj.open = True
            return
        if hashed not in obj.entries and not obj.open:
            interp.raise_error("KeyError", key)
        obj.entries.pop(hashed, None)
        obj.settle(hashed)
    elif isinstance(obj, List):
        interp.heap.touch(obj)
        index: Any = key
        if isinstance(key, slice):
            bounds: list[Any] = [_index(interp, p) for p in (key.start, key.stop, key.step)]
            if any(isinstance(bound, Unknown) for bound in bounds):
                return
            index = slice(*bounds)
        if isinstance(index, (int, slice)):
            kept = obj.marked()
            try:
                del kept[index]
            except IndexError:
                interp.raise_error("IndexError", "list assignment index out of range")
            if obj.doubtful and isinstance(index, slice):
                kept = [(item, True) for item in obj.items]
            elif isinstance(index, int) and len(places := places_of(obj, index)) > 1:
                kept = [(item, d or i in places) for i, (item, d) in enumerate(obj.marked())]
            obj.fill(kept)

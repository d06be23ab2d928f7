"""``object``, ``type``, ``super``, ``property``, ``staticmethod``, ``classmethod``.

Attribute access itself is in ``attributes``, and the creation of classes by ``class`` statements in
``definitions``.  Here is what a program can call by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scope_lsp.interpreter import attribute_changes, attributes, calls, definitions
from scope_lsp.interpreter.builtins.classes import (
    CLASSMETHOD,
    FUNCTION,
    METHOD,
    OBJECT,
    PROPERTY,
    STATICMETHOD,
    SUPER,
    TYPE,
    class_of,
    method,
    payload_of,
)
from scope_lsp.interpreter.builtins.common import absorb, items_or_unknown
from scope_lsp.interpreter.builtins.formatting import default_repr, format_value, to_repr
from scope_lsp.interpreter.builtins.hashing import hash_of
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    Class,
    Dict,
    Function,
    Instance,
    Method,
    Namespace,
    Property,
    Super,
    Unknown,
    Value,
    Wrapper,
    make_list,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter


@method(OBJECT, "__new__")
def object_new(interp: Interpreter, cls: Value, /, *args: Value, **kwargs: Value) -> Value:
    """An instance of ``cls``, with an empty built-in value if its base needs one."""
    if not isinstance(cls, Class):
        return absorb("an instance of a class that is not known", cls)
    return calls.new_instance(interp, cls, (), None)


@method(OBJECT, "__init__")
def object_init(interp: Interpreter, self: Value, /, *args: Value, **kwargs: Value) -> Value:
    """Do nothing."""
    return None


def _init_subclass(interp: Interpreter, cls: Value, /, **kwargs: Value) -> Value:
    return None


OBJECT.names["__init_subclass__"] = Wrapper(
    "classmethod", Builtin("object.__init_subclass__", _init_subclass, binds=True)
)


@method(OBJECT, "__getattribute__")
def object_getattribute(interp: Interpreter, self: Value, name: Value) -> Value:
    """The attribute without the hooks of the program."""
    if not isinstance(name, str):
        return absorb("an attribute whose name is not known", name)
    if isinstance(self, Instance):
        found = attributes.plain_instance_attribute(interp, self, name)
    else:
        found = interp.find_attr(self, name)
    if found is MISSING:
        cls = class_of(self)
        if cls is not None and cls.open:
            return cls.unseen("an attribute")
        owner = cls.name if cls is not None else "object"
        interp.raise_error("AttributeError", f"'{owner}' object has no attribute '{name}'")
    return found


@method(OBJECT, "__setattr__")
def object_setattr(interp: Interpreter, self: Value, name: Value, value: Value) -> Value:
    """Set an attribute without the hooks of the program."""
    if isinstance(self, Instance) and isinstance(name, str):
        attribute_changes.set_plain(interp, self, name, value)
    elif isinstance(name, str):
        interp.set_attr(self, name, value)
    return None


@method(OBJECT, "__delattr__")
def object_delattr(interp: Interpreter, self: Value, name: Value) -> Value:
    """Delete an attribute without the hooks of the program."""
    if isinstance(self, Instance) and isinstance(name, str):
        if name not in self.names:
            interp.raise_error("AttributeError", name)
        interp.touch(self)
        del self.names[name]
    return None


@method(OBJECT, "__eq__")
def object_eq(interp: Interpreter, self: Value, other: Value) -> Value:
    """Identity."""
    return True if self is other else NotImplemented


@method(OBJECT, "__ne__")
def object_ne(interp: Interpreter, self: Value, other: Value) -> Value:
    """The opposite of what the class's ``__eq__`` says."""
    found = self.cls.find("__eq__") if isinstance(self, Instance) else MISSING
    if found is MISSING or not isinstance(self, Instance):
        return NotImplemented
    equal = interp.call(interp.bind(found, self, self.cls), [other])
    if equal is NotImplemented:
        return NotImplemented
    known = interp.truth(equal)
    return absorb("a comparison that is not known", equal) if known is None else not known


@method(OBJECT, "__hash__")
def object_hash(interp: Interpreter, self: Value) -> Value:
    """A number that differs from run to run, by the object's identity."""
    return hash_of(self)


@method(OBJECT, "__repr__")
def object_repr(interp: Interpreter, self: Value) -> Value:
    """The class and an address, or what the built-in value looks like."""
    return default_repr(interp, self)


@method(OBJECT, "__str__")
def object_str(interp: Interpreter, self: Value) -> Value:
    """The same as ``repr``."""
    return to_repr(interp, self)


@method(OBJECT, "__format__")
def object_format(interp: Interpreter, self: Value, spec: Value) -> Value:
    """``format(self, spec)`` of a class without one of its own."""
    return format_value(interp, payload_of(self), None, spec)


@method(OBJECT, "__dir__")
def object_dir(interp: Interpreter, self: Value) -> Value:
    """The names of attributes."""
    return interp.call(interp.builtins["dir"], [self])


@method(OBJECT, "__reduce__")
def object_reduce(interp: Interpreter, self: Value, *protocol: Value) -> Value:
    """Pickling is not modelled."""
    return Unknown("how an object is pickled")


OBJECT.names["__reduce_ex__"] = OBJECT.names["__reduce__"]


@method(TYPE, "__new__")
def type_new(interp: Interpreter, cls: Value, /, *args: Value, **kwargs: Value) -> Value:
    """``type(value)``; ``type(name, bases, namespace)`` makes a class."""
    if len(args) == 1:
        found = class_of(args[0])
        return absorb("the type of something that is not known", *args) if found is None else found
    name, bases, namespace = args
    found_bases = items_or_unknown(interp, bases)
    if not isinstance(name, str):
        name = "?"
    known = [] if isinstance(found_bases, Unknown) else found_bases
    classes = [base for base in known if isinstance(base, Class)]
    is_open = isinstance(found_bases, Unknown) or len(classes) < len(known)
    names: Namespace = {}
    inner = payload_of(namespace)
    if isinstance(inner, Dict):
        names = {str(key): value for key, value in inner.entries.values()}
        is_open = is_open or inner.open
    else:
        is_open = True
    frame = interp.frame
    if frame is None:
        return Unknown("a class made outside of the program")
    metaclass = cls if isinstance(cls, Class) and cls is not TYPE else None
    if metaclass is None:
        metaclass = next((c.metaclass for c in classes if c.metaclass is not None), None)
    return definitions.new_class(
        frame, name, classes, names, kwargs, metaclass=metaclass, is_open=is_open
    )


@method(TYPE, "__init__")
def type_init(interp: Interpreter, self: Value, /, *args: Value, **kwargs: Value) -> Value:
    """Do nothing."""
    return None


@method(TYPE, "__call__")
def type_call(interp: Interpreter, cls: Value, /, *args: Value, **kwargs: Value) -> Value:
    """Create an instance, without the metaclass's own ``__call__``."""
    if not isinstance(cls, Class):
        return absorb("an instance of a class that is not known", cls)
    return calls.instantiate(interp, cls, args, kwargs)


@method(TYPE, "__instancecheck__")
def type_instancecheck(interp: Interpreter, cls: Value, value: Value) -> Value:
    """``isinstance`` without the hooks of a metaclass."""
    from scope_lsp.interpreter.builtins.inspection import is_instance

    return is_instance(interp, value, cls)


@method(TYPE, "__subclasscheck__")
def type_subclasscheck(interp: Interpreter, cls: Value, other: Value) -> Value:
    """``issubclass`` without the hooks of a metaclass."""
    from scope_lsp.interpreter.builtins.inspection import is_below

    return is_below(interp, other, cls)


@method(TYPE, "mro")
def type_mro(interp: Interpreter, cls: Value) -> Value:
    """The method resolution order."""
    return interp.call(interp.builtins["list"], [interp.get_attr(cls, "__mro__")])


@method(TYPE, "__subclasses__")
def type_subclasses(interp: Interpreter, cls: Value) -> Value:
    """The direct subclasses; those of a model are not known, because it does not have them all."""
    known = interp.subclasses.get(cls) if isinstance(cls, Class) else None
    if known is None:
        return Unknown("the subclasses of a class that is not the program's", builds=True)
    return make_list(known.marked())


def _prepare(interp: Interpreter, cls: Value, /, *args: Value, **kwargs: Value) -> Value:
    return Dict()


TYPE.names["__prepare__"] = Wrapper(
    "classmethod", Builtin("type.__prepare__", _prepare, binds=True)
)


@method(SUPER, "__new__")
def super_new(
    interp: Interpreter, cls: Value, start: Value = MISSING, obj: Value = MISSING
) -> Value:
    """``super(start, obj)``; without arguments, the compiler creates it."""
    if not isinstance(start, Class) or obj is MISSING or isinstance(obj, Unknown):
        return absorb("super() of something that is not known", start, obj)
    return Super(start, obj)


@method(PROPERTY, "__new__")
def property_new(
    interp: Interpreter,
    cls: Value,
    fget: Value = None,
    fset: Value = None,
    fdel: Value = None,
    doc: Value = None,
) -> Value:
    """``property(getter, setter, deleter)``."""
    return Property(fget, fset, fdel)


@method(PROPERTY, "setter")
def property_setter(interp: Interpreter, self: Value, function: Value) -> Value:
    """The same property with a setter."""
    if isinstance(self, Property):
        return Property(self.getter, function, self.deleter)
    return absorb("a property that is not known", self)


@method(PROPERTY, "getter")
def property_getter(interp: Interpreter, self: Value, function: Value) -> Value:
    """The same property with another getter."""
    if isinstance(self, Property):
        return Property(function, self.setter, self.deleter)
    return absorb("a property that is not known", self)


@method(PROPERTY, "deleter")
def property_deleter(interp: Interpreter, self: Value, function: Value) -> Value:
    """The same property with a deleter."""
    if isinstance(self, Property):
        return Property(self.getter, self.setter, function)
    return absorb("a property that is not known", self)


@method(PROPERTY, "__get__")
def property_get(interp: Interpreter, self: Value, obj: Value, owner: Value = None) -> Value:
    """Read the property of an object."""
    if not isinstance(self, Property) or obj is None:
        return self
    return interp.call(self.getter, [obj])


def _property_part(name: str) -> Property:
    def read(interp: Interpreter, self: Value) -> Value:
        return getattr(self, name) if isinstance(self, Property) else None

    return Property(Builtin(name, read))


for _public, _part in (("fget", "getter"), ("fset", "setter"), ("fdel", "deleter")):
    PROPERTY.names[_public] = _property_part(_part)


@method(STATICMETHOD, "__new__")
def staticmethod_new(interp: Interpreter, cls: Value, function: Value) -> Value:
    """``staticmethod(function)``."""
    return Wrapper("staticmethod", function)


@method(CLASSMETHOD, "__new__")
def classmethod_new(interp: Interpreter, cls: Value, function: Value) -> Value:
    """``classmethod(function)``."""
    return Wrapper("classmethod", function)


for _cls in (STATICMETHOD, CLASSMETHOD):

    @method(_cls, "__get__")
    def wrapper_get(interp: Interpreter, self: Value, obj: Value, owner: Value = None) -> Value:
        """The function, bound to the class by ``classmethod``."""
        if not isinstance(self, Wrapper):
            return absorb("a method that is not known", self)
        if self.kind == "staticmethod":
            return self.function
        return Method(self.function, class_of(obj) if owner is None else owner)


@method(FUNCTION, "__new__")
def function_new(
    interp: Interpreter,
    cls: Value,
    code: Value,
    globals: Value = None,  # named as in types.FunctionType
    name: Value = None,
    argdefs: Value = None,
    closure: Value = None,
) -> Value:
    """``types.FunctionType(code, ...)``: a copy of the function to which the code belongs."""
    function = code.names.get("__function__") if isinstance(code, Instance) else None
    if not isinstance(function, Function):
        return absorb("a function made of code that is not known", code)
    defaults = argdefs if isinstance(argdefs, tuple) else ()
    copy = Function(function.code, function.module, function.closure, defaults, {})
    copy.owner = function.owner
    if isinstance(name, str):
        copy.names["__name__"] = name
    return copy


@method(FUNCTION, "__get__")
def function_get(interp: Interpreter, self: Value, obj: Value, owner: Value = None) -> Value:
    """Bind a function to an object."""
    return self if obj is None else Method(self, obj)


@method(METHOD, "__new__")
def method_new(interp: Interpreter, cls: Value, function: Value, receiver: Value) -> Value:
    """``types.MethodType(function, receiver)``."""
    return Method(function, receiver)

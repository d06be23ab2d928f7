"""Arguments for functions that nothing calls.

A parameter gets its default, or else an object of the class that annotations, docstrings or calls
in the workspace suggest, or else an unknown value.  Which functions are run is decided elsewhere.
"""

from __future__ import annotations

import ast

from scope_lsp.analysis.docstrings import class_names
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.loader import Origin
from scope_lsp.interpreter.unknown_calls import symbolic_arguments
from scope_lsp.interpreter.values import (
    Class,
    Function,
    Instance,
    Module,
    Namespace,
    Raised,
    Unknown,
    Value,
)
from scope_lsp.interpreter.values.unknown import unite
from scope_lsp.resolve.modules import module_name
from scope_lsp.resolve.parameter_classes import Definition, ParameterClasses

_UNCALLED = "a parameter of a function that nothing calls"


class Arguments:
    """Arguments for the functions of ``module``, and objects on which to call its methods.

    Each class has one object, created once.  Without ``classes``, every parameter without a default
    is unknown.
    """

    def __init__(
        self, interp: Interpreter, module: Module, classes: ParameterClasses | None
    ) -> None:
        self._interp = interp
        self._module = module
        self._classes = classes
        self._instances: dict[Class, Value] = {}

    def of(self, function: Function) -> Namespace:
        """Return a value for each parameter of a function."""
        names = symbolic_arguments(function, _UNCALLED)
        if self._classes is None:
            return names
        path = function.module.source.path
        unknown = [name for name, value in names.items() if isinstance(value, Unknown)]
        for name, kinds in self._classes.of_function(path, function.qualname, unknown).items():
            values = [self._value(kind) for kind in kinds]
            known = [value for value in values if value is not None]
            if known and len(known) == len(values):
                names[name] = unite(known)
        for name, dotted in _documented(function).items():
            if isinstance(names.get(name), Unknown):
                found = self._named(function.module, dotted)
                if isinstance(found, Class) and self._is_of_program(found):
                    names[name] = self.instance(found)
        return names

    def new(self, owner: Class) -> Value:
        """Return a new object on which to run ``__init__``; the methods that follow get it too."""
        self._instances[owner] = Instance(owner)
        return self._instances[owner]

    def instance(self, owner: Class) -> Value:
        """Return the object of a class, created once with arguments from here."""
        if owner in self._instances:
            return self._instances[owner]
        instance = self.new(owner)
        initializer = owner.find("__init__")
        if isinstance(initializer, Function) and (
            positional := initializer.code.parameters.positional
        ):
            names = self.of(initializer)
            names[positional[0]] = instance
            try:
                self._interp.call_bound(initializer, names)
            except Raised:
                self._interp.unwind()
        return instance

    def _value(self, kind: Definition) -> Value | None:
        """Return what a definition of the workspace means in this run; None if unavailable."""
        module: Module | None = self._module
        if kind.path != self._module.source.path:
            dotted, _ = module_name(kind.path, self._interp.loader.folders)
            try:
                module = self._interp.module(dotted)
            except Raised:
                self._interp.unwind()
                return None
        if module is None or module.source.path != kind.path:
            return None
        found = self._named(module, kind.name)
        if kind.is_instance:
            return self.instance(found) if isinstance(found, Class) else None
        return found if isinstance(found, (Class, Function)) else None

    def _named(self, module: Module, dotted: str) -> Value | None:
        """Return what a dotted name means in a module; None if it is not clearly defined there."""
        found: Value = module
        for part in dotted.split("."):
            if not isinstance(found, (Module, Class)) or part not in found.names:
                return None
            found = found.names[part]
        return found

    def _is_of_program(self, owner: Class) -> bool:
        module = self._interp.modules.get(owner.module or "")
        return module is not None and module.source.origin is Origin.USER


def _documented(function: Function) -> dict[str, str]:
    """Return the classes of parameters according to the docstring of a function."""
    node = function.code.node
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return {}
    docstring = ast.get_docstring(node)
    return class_names(docstring) if docstring else {}

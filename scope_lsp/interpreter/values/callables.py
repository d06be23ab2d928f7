"""What an analysed program can call: functions, built-ins, and what binds or wraps them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from scope_lsp.interpreter.values.mutable import Namespace, NamespaceOwner
from scope_lsp.interpreter.values.objects import Class, Module
from scope_lsp.interpreter.values.unknown import Unknown, Value

if TYPE_CHECKING:
    from scope_lsp.interpreter.code import Code
    from scope_lsp.interpreter.environment import Frame


class Function(NamespaceOwner):
    """A function of the program: its code, the frame that it closes over, its defaults."""

    __slots__ = (
        "closure",
        "code",
        "defaults",
        "kw_defaults",
        "module",
        "owner",
        "python_name",
        "qualname",
        "takes",
        "wrapped_by",
    )

    def __init__(
        self,
        code: Code,
        module: Module,
        closure: Frame | None,
        defaults: tuple[Value, ...],
        kw_defaults: Namespace,
    ) -> None:
        super().__init__()
        self.code = code
        self.module = module
        self.closure = closure
        self.defaults = defaults
        self.kw_defaults = kw_defaults
        self.owner: Class | None = None
        self.qualname = code.name
        self.wrapped_by: Unknown | None = None
        """The unknown value that an unknown decorator returned for it."""
        self.takes: Function | bool | None = None
        """Whose parameters a call has to fit, if a model's are looser than the library's.  For a
        model's own parameters: True, they are those of the library; False, they are not."""
        self.python_name: str | None = None
        """Python's name for the library's function, if the model uses another name."""

    def __repr__(self) -> str:
        return f"<function {self.code.name}>"


HostFunction = Callable[..., Value]


class Builtin:
    """A function of the interpreter: called as ``function(interp, *args, **kwargs)``.

    ``binds`` says whether it becomes a method when found in a class.  ``pure`` functions have no
    effects, so that a union among their arguments is tried alternative by alternative.  ``builds``
    says whether it may change the state outside the interpreter (``domain``).
    """

    __slots__ = ("binds", "builds", "function", "name", "pure")

    def __init__(
        self,
        name: str,
        function: HostFunction,
        *,
        binds: bool = False,
        pure: bool = False,
        builds: bool = False,
    ) -> None:
        self.name = name
        self.function = function
        self.binds = binds
        self.pure = pure
        self.builds = builds

    def __repr__(self) -> str:
        return f"<builtin {self.name}>"


class Method:
    """A function bound to its first argument."""

    __slots__ = ("function", "receiver")

    def __init__(self, function: Value, receiver: Value) -> None:
        self.function = function
        self.receiver = receiver

    def __repr__(self) -> str:
        return f"<method {self.function!r}>"


class Wrapper:
    """``staticmethod`` or ``classmethod`` around a function."""

    __slots__ = ("function", "kind")

    def __init__(self, kind: str, function: Value) -> None:
        self.kind = kind
        self.function = function


class Property:
    """``property``; each part may be None."""

    __slots__ = ("deleter", "getter", "setter")

    def __init__(self, getter: Value, setter: Value = None, deleter: Value = None) -> None:
        self.getter = getter
        self.setter = setter
        self.deleter = deleter


class Super:
    """``super()``: attribute look-up that starts after ``cls`` in the receiver's order."""

    __slots__ = ("cls", "receiver")

    def __init__(self, cls: Class, receiver: Value) -> None:
        self.cls = cls
        self.receiver = receiver

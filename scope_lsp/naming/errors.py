"""The errors that TensorFlow raises about names, scopes and variables, in its own words.

Each has the code of the diagnostic that it becomes.  Left out is the tail "Originally defined
at" with the traceback of the first creation: ``NamingError.variable`` leads there instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from scope_lsp.naming.variable import AnyVariable

ErrorKind = Literal[
    "variable-exists",
    "variable-missing",
    "variable-shape",
    "variable-dtype",
    "scope-error",
    "optimizer-under-reuse",
    "layer-reuse",
    "rnn-cell-reuse",
]
"""The code of the rule that an error becomes a finding of.  The last two are raised by stubs."""
EXISTS: Final = "variable-exists"
MISSING: Final = "variable-missing"
SHAPE: Final = "variable-shape"
DTYPE: Final = "variable-dtype"
SCOPE: Final = "scope-error"
SLOTS: Final = "optimizer-under-reuse"
"""``MISSING`` of a slot: the optimizer asks for its own variables where only sharing is allowed."""


class NamingError(Exception):
    """What TensorFlow raises.

    ``kind`` is a diagnostic's code, ``exception`` the name of the builtin class that a program
    would catch, ``variable`` the existing variable that it is about.  An error that is not
    ``definite`` rests on something unknown: it is reported and never raised.  ``sharing`` is the
    caller's own: the place that made the scope share.
    """

    def __init__(
        self,
        message: str,
        kind: ErrorKind = SCOPE,
        exception: str = "ValueError",
        variable: AnyVariable | None = None,
        definite: bool = True,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.kind = kind
        self.exception = exception
        self.variable = variable
        self.definite = definite
        self.sharing: object = None
        self.made: AnyVariable | None = None
        """The variable whose op was made before TensorFlow refused to go on with it."""

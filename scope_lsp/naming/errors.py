"""The errors that TensorFlow raises about names, scopes and variables, in its own words.

Each error has the code of the diagnostic that it becomes.  The end of TensorFlow's message,
"Originally defined at" with the traceback of the first creation, is left out.  Use
``NamingError.variable`` instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from scope_lsp.naming.variable import AnyVariable, Variable
    from scope_lsp.naming.variable_scope import Sharing

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
"""The code of the rule that reports an error.  The last two are raised by stubs."""
EXISTS: Final = "variable-exists"
MISSING: Final = "variable-missing"
SHAPE: Final = "variable-shape"
DTYPE: Final = "variable-dtype"
SCOPE: Final = "scope-error"
SLOTS: Final = "optimizer-under-reuse"
"""``MISSING`` for a slot: the optimizer needs to create variables where only sharing is allowed."""


class NamingError(Exception):
    """An exception that TensorFlow raises.

    ``kind`` is the code of a diagnostic, ``exception`` the name of the builtin class that a program
    would catch, ``variable`` the existing variable that the error is about.  An error that is not
    ``definite`` depends on something unknown: it is reported and never raised.  ``sharing`` belongs
    to the caller: what made the scope share.
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
        self.is_likely_not = False
        """Whether only a program that waits for it has to be told that it may come."""
        self.sharing: Sharing | None = None
        self.made: AnyVariable | None = None
        """The variable whose op was created before TensorFlow refused to continue."""
        self.namesake: Variable | None = None
        """The variable that was probably meant, if it cannot be shared by the name asked for."""
        self.remark = ""
        """What TensorFlow does not say."""

    @property
    def is_about_doubtful(self) -> bool:
        """Whether a variable is in the way that only some paths create.

        If the name is one of several too, the two doubts are most often one: a counter of a loop
        has the next value where the variable of that name was made.
        """
        return self.kind == EXISTS and bool(getattr(self.variable, "possible", False))

"""What an analysis found: plain frozen data, and all that rules, features and reports read.

Nothing here computes anything, or knows the protocol, the interpreter or the naming model.  Lines
and columns are 1-based and columns count code points, as in the command line's JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from scope_lsp.analysis.kinds import DefinitionKind, ProblemKind, Reuse


class Certainty(str, Enum):
    """How sure the analysis is that an event happens as recorded."""

    DEFINITE = "definite"
    """The program does this when it is run."""
    POSSIBLE = "possible"
    """The program does it on some path that the analysis could not decide."""
    SYMBOLIC = "symbolic"
    """The name has an unknown part, written in braces."""


@dataclass(frozen=True, slots=True)
class Span:
    """A range of source text; ``path`` is absolute (or a URI for a buffer without a file)."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    cell: int = 0
    """The cell of a notebook in which the lines are counted, from 1; 0: the whole text."""


@dataclass(frozen=True, slots=True)
class CallFrame:
    """One call of the call chain that led to an event: the calling expression and its function."""

    span: Span
    function: str
    """Name of the function that holds the call; ``<module>`` for a module body."""


Trace = tuple[CallFrame, ...]
"""The whole chain of calls in code that is not TensorFlow's own, outermost first."""


@dataclass(frozen=True, slots=True)
class NamePart:
    """One part of a full name and the code that contributed it (None: TensorFlow itself)."""

    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class VariableEvent:
    """A call that created or fetched one variable, in the order in which the program does so."""

    name: str
    """Full name with output suffix: ``a/w:0``; unknown parts in braces: ``layer_{i}/w:0``."""
    api: str
    """The call as the source spells it: ``tf.get_variable``."""
    trace: Trace
    """Outermost first; the last entry is the site itself, never empty."""
    reused: bool
    certainty: Certainty
    shape: tuple[int | None, ...] | None
    dtype: str | None
    trainable: bool | None
    parts: tuple[NamePart, ...] = ()
    graph: int = 0
    slot: bool = False
    """Created by an optimizer or a moving average rather than asked for by name."""
    created_at: Trace = ()
    """For a fetch: the chain that created the variable.  Otherwise equal to ``trace``."""
    after_error: bool = False
    """TensorFlow would have stopped before this: shown in editors, left out of listings."""
    uncalled: str | None = None
    """The function that was run on its own because nothing calls it; None: the program itself.

    Shown in editors, left out of listings.
    """
    asked: str | None = None
    """The full name that was asked for, without suffix, if there was one and it is another."""
    scope: str = ""
    """The variable scope in which the user's own code made the call, no trailing slash."""
    reuse: Reuse = Reuse.NO
    """Whether that scope shares."""
    ops: str | None = None
    """The name scope in which the call was made, no trailing slash; None if unknown."""
    stored: bool = False
    """Created so that ``tf.get_variable`` finds it, rather than by ``tf.Variable``."""
    unnamed: str | None = None
    """The parameter by which the call could have been named but was not: ``name``, ``scope``."""
    program: str | None = None
    """The program that reaches this, if that is another file than the analysed one."""
    saved: bool | None = True
    """Whether a ``Saver`` saves it by default; None if unknown."""
    whole: str | None = None
    """The name of the partitioned variable of which this is a part, as in checkpoints."""
    whole_shape: tuple[int | None, ...] | None = None
    """Its shape; None if unknown, and for a variable that is not a part."""
    calls: tuple[int, ...] = field(default=(), compare=False)
    """The number of the call for each frame of ``trace``: a function called twice has two."""

    @property
    def span(self) -> Span:
        """The call site."""
        return self.trace[-1].span


@dataclass(frozen=True, slots=True)
class ScopeEvent:
    """A ``variable_scope`` or ``name_scope`` entered by a ``with`` statement or by hand."""

    api: str
    trace: Trace
    variable_prefix: str | None
    """The prefix for get_variable (no trailing slash), None if a name_scope leaves it unchanged."""
    op_prefix: str
    """The prefix for ops and tf.Variable, no trailing slash."""
    argument: str | None
    """The scope's name as it was passed, None if there was none or it was a scope object."""
    certainty: Certainty
    reuse: Reuse
    """The value that applies inside the scope."""
    uncalled: str | None = None
    """As in ``VariableEvent``."""
    program: str | None = None
    """As in ``VariableEvent``."""

    @property
    def span(self) -> Span:
        """The expression that opens the scope."""
        return self.trace[-1].span


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class ErrorEvent:
    """An error that TensorFlow raises while the graph is built and that nothing handles."""

    code: str
    """A rule's code: ``variable-exists``, ``variable-missing``, ``scope-error`` ..."""
    message: str
    """TensorFlow's own words."""
    exception: str
    """``ValueError`` or ``TypeError``."""
    trace: Trace
    certainty: Certainty
    variable: str | None = None
    created_at: Trace = ()
    """Where the variable that it is about was first created."""
    related: tuple[Related, ...] = ()

    @property
    def span(self) -> Span:
        """The call that raises."""
        return self.trace[-1].span


@dataclass(frozen=True, slots=True)
class CollectionLookup:
    """A collection of variables asked for by scope: ``tf.get_collection(key, scope="a")``."""

    key: str
    scope: str
    """The regular expression that names are matched with, from their start."""
    trace: Trace
    certainty: Certainty
    found: tuple[str, ...]
    """The names that match, without suffix."""
    others: tuple[str, ...]
    """The other names in the collection."""
    expects_none: bool = False  # nothing matches, and the program asks whether it does

    @property
    def span(self) -> Span:
        """The call."""
        return self.trace[-1].span


@dataclass(frozen=True, slots=True)
class NameLookup:
    """A name of something in the graph that was asked for and not found."""

    name: str
    message: str
    """TensorFlow's own words."""
    trace: Trace
    certainty: Certainty
    candidates: tuple[str, ...] = ()
    """Similar names that exist."""
    raises: bool = False
    """Whether TensorFlow certainly raises there, and nothing handles it."""

    @property
    def span(self) -> Span:
        """The call."""
        return self.trace[-1].span


@dataclass(frozen=True, slots=True)
class NameFilter:
    """A condition that selects variables, mostly by their names."""

    condition: str
    """As the source spells it."""
    span: Span
    """The condition."""
    trace: Trace
    certainty: Certainty
    names: tuple[str, ...]
    """The names of the variables that were looked at."""
    kept: int
    """How many of them passed."""
    prefix: str | None = None
    """What names must begin with, if it asks for nothing else."""
    expects_none: bool = False  # none passed, and the program asks whether any did


@dataclass(frozen=True, slots=True)
class Restore:
    """A call that restores variables from a checkpoint whose path is known."""

    path: str
    """The path, as the program spells it."""
    wanted: tuple[tuple[str, str, tuple[int | None, ...] | None], ...]
    """The names in the checkpoint, each with the variable's own name and its shape."""
    trace: Trace
    certainty: Certainty

    @property
    def span(self) -> Span:
        """The call."""
        return self.trace[-1].span


@dataclass(frozen=True, slots=True)
class Kept:
    """What a checkpoint has of a variable of the program."""

    variable: str
    """Full name, no output suffix."""
    checkpoint: str
    """The file, as it was named."""
    key: str | None
    """The name under which it probably has the variable; None if it lacks it."""
    shape: tuple[int | None, ...] | None
    dtype: str | None
    fits: bool
    """Whether the checkpoint has it under its name, with its shape and dtype."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A call whose variables a checkpoint cannot restore."""

    checkpoint: str
    trace: Trace
    certainty: Certainty
    lacks: tuple[str, ...]
    """Names that it does not have."""
    unlike: tuple[tuple[str, tuple[int | None, ...] | None, tuple[int | None, ...] | None], ...]
    """Names that it has with other shapes: those of the program, and those of the checkpoint."""
    cause: str
    """What was probably renamed, in words; empty if nothing explains it."""
    renamed: tuple[tuple[str, str], ...]
    """All pairs that the same changes explain: the checkpoint's name, and the one asked for."""
    restores: bool
    """Whether the call restores variables, rather than creating them."""

    @property
    def span(self) -> Span:
        """The call."""
        return self.trace[-1].span


@dataclass(frozen=True, slots=True)
class Definition:
    """A function, a class or a ``with`` statement of the analysed file."""

    name: str
    kind: DefinitionKind
    place: Span
    """Its name in the ``def`` or ``class`` line; for a ``with`` statement, what it enters."""
    span: Span
    """The whole definition."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A function or method of the analysed file that nothing calls, run on its own."""

    function: str
    """``encoder`` or ``Model.build``: the same text as in ``VariableEvent.uncalled``."""
    span: Span
    """The first line of its definition."""


@dataclass(frozen=True, slots=True)
class ValueHint:
    """A name bound to a variable (``w = tf.get_variable(...)``), for hover."""

    span: Span
    variable: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that prevented a complete analysis, and where; ``lossy``: text is left out."""

    span: Span
    kind: ProblemKind
    message: str
    certainty: Certainty = Certainty.DEFINITE
    lossy: bool = True


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the analysis could not follow, and what may depend on it.

    The run continues after it.  A variable with a partly unknown shape or name is counted with the
    last gap before it, preferably one in the functions that lead to it.  This is an estimate.
    """

    span: Span
    reason: str
    hides: bool = False
    """Whether unknown code may have created variables here, which are not listed."""
    shapes: int = 0
    """The number of later variables whose shape is not completely known."""
    names: int = 0
    """The number of later variables whose name is not certain."""

    @property
    def cost(self) -> tuple[bool, int]:
        """For sorting: hidden variables cost the most."""
        return self.hides, self.shapes + self.names


@dataclass(frozen=True, slots=True)
class Cell:
    """A code cell of a notebook, by its lines in the joined text."""

    first: int
    last: int
    resets: bool = False
    """Whether running it a second time begins with an empty graph."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found about one program, rooted at ``path``."""

    path: str
    variables: tuple[VariableEvent, ...] = ()
    scopes: tuple[ScopeEvent, ...] = ()
    errors: tuple[ErrorEvent, ...] = ()
    values: tuple[ValueHint, ...] = ()
    problems: tuple[Problem, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    """What nothing calls, in source order."""
    gaps: tuple[Gap, ...] = ()
    """What could not be followed and cost something, costliest first."""
    collections: tuple[CollectionLookup, ...] = ()
    lookups: tuple[NameLookup, ...] = ()
    filters: tuple[NameFilter, ...] = ()
    definitions: tuple[Definition, ...] = ()
    restores: tuple[Restore, ...] = ()
    kept: tuple[Kept, ...] = ()
    """For each variable of the program, if the settings name a checkpoint for it."""
    mismatches: tuple[Mismatch, ...] = ()
    ops: tuple[str, ...] = ()
    """Full names of ops whose names the program chose, for completion."""
    cells: tuple[Cell, ...] = ()
    """The cells of a notebook, in order."""
    files: frozenset[str] = field(default_factory=frozenset)
    """Every file that was read or asked for, and every folder that was listed, for invalidation."""
    environment: str = ""
    """The environment in which its imports were looked up, and why, in words."""

    @property
    def complete(self) -> bool:
        """Whether the whole program was analysed."""
        losses = (ProblemKind.BUDGET, ProblemKind.TIMEOUT, ProblemKind.MEMORY)
        return not any(problem.kind in losses for problem in self.problems)

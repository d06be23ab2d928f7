"""Collects events while a program runs: variables, scopes, errors, each with its call chain."""

from __future__ import annotations

from collections.abc import Callable

from scope_lsp.analysis.gaps import costs
from scope_lsp.analysis.kinds import ProblemKind, Reuse
from scope_lsp.analysis.remarks import remarks
from scope_lsp.analysis.result import (
    CallFrame,
    Certainty,
    CollectionLookup,
    ErrorEvent,
    Gap,
    NameFilter,
    NameLookup,
    NamePart,
    Problem,
    Restore,
    ScopeEvent,
    Span,
    Trace,
    VariableEvent,
    Waiting,
)
from scope_lsp.analysis.trace import Tracer, is_direct, unnamed_parameter, user_frame
from scope_lsp.interpreter.failures import describe
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.loader import ModuleSource
from scope_lsp.interpreter.values import Raised, Supposition, Symbolic
from scope_lsp.naming.errors import NamingError
from scope_lsp.naming.name import AUTO_REUSE, display, is_symbolic
from scope_lsp.naming.reports import Access
from scope_lsp.naming.variable import Variable
from scope_lsp.naming.variable_scope import Sharing, VariableScope

Told = Callable[[str, object], None]
"""Called for each event when it happens, with the name of a list of ``Analysis`` and its new item;
with ``run`` and None if the program is run again."""


def unheard(kind: str, event: object) -> None:
    """Do nothing, for callers that only want the final result."""


class Recorder:
    """The events of one run, in the order in which they happen."""

    def __init__(self, interp: Interpreter, told: Told = unheard) -> None:
        self.interp = interp
        self.told = told
        """Called for each event that the lists below get, so that it survives a loss of the
        result."""
        self.tracer = Tracer()
        self.variables: list[VariableEvent] = []
        self.scopes: list[ScopeEvent] = []
        self.errors: list[ErrorEvent] = []
        self.problems: list[Problem] = []
        self.gaps: tuple[Gap, ...] = ()
        self.waiting: list[Waiting] = []
        self.collections: list[CollectionLookup] = []
        self.lookups: list[NameLookup] = []
        self.filters: list[NameFilter] = []
        self.restores: list[Restore] = []
        self.ops: dict[str, None] = {}
        """The ops that the program named, in order."""
        self.name_scope: str | None = None
        """The place of the call that is creating variables now."""
        self.after_error = False
        """TensorFlow would have stopped before: what follows is only for editors."""
        self.after_crash = False
        """Python would have stopped, as far as the analysis can tell."""
        self.seen: set[tuple[str, CallFrame, bool]] = set()
        """Each variable with a call that created or fetched it."""
        self.supposed: dict[object, tuple[Supposition, ...]] = {}
        """What was supposed where a variable was created."""
        self.uncalled: str | None = None
        """The function that is being run on its own, if there is one."""

    def trace(self) -> Trace:
        """Return the call chain of what is happening now, which is about to be recorded."""
        self.interp.observe()
        return self.tracer.trace(self.interp.frame)

    def certainty(self, name: str = "", certain: bool = True) -> Certainty:
        """Return how certain it is that what is happening now happens."""
        if is_symbolic(name):
            return Certainty.SYMBOLIC
        interp = self.interp
        doubt = interp.doubt or interp.incomplete or interp.supposes_arguments
        sure = certain and self.is_sound and not doubt
        return Certainty.DEFINITE if sure else Certainty.POSSIBLE

    @property
    def is_sound(self) -> bool:
        """Whether the program gets here on some of its branches, as far as we know."""
        ended = self.after_error or self.after_crash or self.interp.ended is not None
        return not ended and self.uncalled is None and not self.interp.calls_back

    def makes_for_certain(self) -> bool:
        """Whether any variable is created on a path that is certain."""
        return any(one.certainty is not Certainty.POSSIBLE for one in self.variables)

    def begin_uncalled(self, name: str, source: ModuleSource, line: int) -> None:
        """A function that nothing called is run on its own from here on."""
        self.uncalled = name
        self.waiting.append(Waiting(name, Span(source.path, line, 1, line, 1)))
        self.after_error = self.after_crash = False
        self.interp.ended = None

    def end_uncalled(self) -> None:
        """That function has ended."""
        self.uncalled = None

    # -- what the naming model reports

    def access(self, access: Access) -> None:
        """A variable was created or returned."""
        variable = access.variable
        trace = access.site if isinstance(access.site, tuple) and access.site else self.trace()
        if not trace:
            return
        made = variable.site if isinstance(variable.site, tuple) else trace
        scope = _own_scope(variable.graph.scope, trace)
        part = variable.partition
        calls = self.tracer.calls(self.interp.frame)
        self.interp.effects = len(self.variables) + 1
        self.interp.budget.charge(len(variable.name) if isinstance(variable.name, str) else 0)
        event = (display(variable.name), trace[-1], access.reused)
        if event not in self.seen:
            self.seen.add(event)
            self.interp.news += 1
        found = VariableEvent(
            name=display(variable.name),
            api=self.tracer.api(self.interp.frame),
            trace=trace,
            reused=access.reused,
            certainty=self.certainty(variable.op_name, access.certain),
            shape=_shape(variable),
            dtype=variable.dtype if isinstance(variable.dtype, str) else None,
            trainable=variable.trainable if isinstance(variable.trainable, bool) else None,
            parts=name_parts(variable.parts),
            graph=variable.graph.index,
            slot=variable.slot is True,  # unknown: most likely not
            created_at=made or trace,
            after_error=self.after_error,
            uncalled=self.uncalled,
            asked=_asked(variable),
            scope=display(scope.name),
            reuse=_reuse(scope),
            stored=variable.key is not None,
            unnamed=unnamed_parameter(self.interp.frame),
            ops=None if self.name_scope is None else display(self.name_scope),
            saved=variable.is_saved,
            whole=None if part is None else display(part.full_name),
            whole_shape=None if part is None else _sizes(part.full_shape),
            calls=calls if len(calls) == len(trace) else (),
        )
        if self.interp.supposed and not access.reused:
            self.supposed[variable] = self.interp.supposed
        self.variables.append(found)
        self.told("variables", found)

    def handed_out(self, variable: Variable, start: int) -> None:
        """A call returned a variable that none of the accesses since ``start`` reported."""
        name, graph = display(variable.name), variable.graph.index
        if not any(name == one.name and graph == one.graph for one in self.variables[start:]):
            self.access(Access(variable, reused=True, certain=True, site=None))

    def possible_error(self, error: NamingError, sharing: Sharing) -> None:
        """An error that may be raised, and was not.  ``sharing`` is what made the scope share."""
        made = self.supposed.get(error.variable, ())
        if any(one.excludes(now) for one in made for now in self.interp.supposed):
            return  # no path creates the one and comes here
        error.is_likely_not |= self.interp.choices > 0 and error.is_about_doubtful
        if self._may_be_caught(error) or error.is_likely_not:
            return
        error.sharing = sharing
        self.error(error, Certainty.POSSIBLE, self.trace())

    def _may_be_caught(self, error: NamingError) -> bool:
        """Whether the program handles an error; then it is no fault, and the clause may run."""
        message = Symbolic(error.message) if is_symbolic(error.message) else error.message
        raised = self.interp.error(error.exception, message)
        catcher = self.interp.catcher_of(raised.value)
        if catcher is None or catcher.is_unclear:
            return False
        awaited = not error.is_likely_not or catcher.names_exception(raised.value)
        if awaited and not catcher.is_host:
            raised.deliberate = True
            catcher.may_catch(raised)
        return True

    def error(self, error: NamingError, certainty: Certainty, trace: Trace) -> None:
        """An error of TensorFlow's that nothing handles.

        Those after the first are not recorded.
        """
        if not trace or self.after_error or self.after_crash or self.interp.ended is not None:
            return
        if self.uncalled is not None or self.interp.calls_back:
            return  # the caller decides whether it shares
        if self.interp.callees and certainty is not Certainty.DEFINITE:
            return  # the function that is refused is hardly the one that is called
        if self.interp.damaged:
            # The file is being edited, and what is missing may be what makes it correct.
            certainty = Certainty.POSSIBLE
        variable = error.variable
        made = variable.site if isinstance(variable, Variable) else ()
        refused = ErrorEvent(
            code=error.kind,
            message=display(error.message),
            exception=error.exception,
            trace=trace,
            certainty=certainty,
            variable=display(variable.name) if variable is not None else None,
            created_at=made if isinstance(made, tuple) else (),
            related=tuple(remarks(error, trace, unnamed_parameter(self.interp.frame))),
        )
        self.errors.append(refused)
        self.told("errors", refused)

    def origin_of(self, raised: Raised) -> tuple[NamingError, Trace] | None:
        """What TensorFlow refused, and where, if that is how an exception began."""
        _, origin = self.interp.origins.get(id(raised.value), (None, None))
        if not isinstance(origin, tuple):
            return None
        error, trace = origin
        assert isinstance(error, NamingError)
        return error, trace

    # -- names

    def named_op(self, name: str) -> None:
        """An op was created under a name that the program chose."""
        if not is_symbolic(name):
            self.ops[name] = None

    # -- scopes

    def scope(
        self, op_prefix: str, variable_scope: VariableScope | None, argument: str | None
    ) -> None:
        """A scope was entered.  It is recorded if user code did so itself."""
        self.interp.budget.charge(len(op_prefix))
        if not is_direct(self.interp.frame):
            return
        trace = self.trace()
        if not trace:
            return
        prefix = None if variable_scope is None else display(variable_scope.name)
        entered = ScopeEvent(
            api=self.tracer.api(self.interp.frame),
            trace=trace,
            variable_prefix=prefix,
            op_prefix=display(op_prefix).rstrip("/"),
            argument=None if argument is None else display(argument),
            certainty=self.certainty(op_prefix),
            reuse=_reuse(variable_scope),
            uncalled=self.uncalled,
        )
        self.scopes.append(entered)
        self.told("scopes", entered)

    # -- problems

    def settle(self) -> None:
        """The program, or what is run on its own, is over: tell of the failure that ended it."""
        raised, self.interp.ended = self.interp.ended, None
        if raised is None or raised.place is None or self.after_error or self.after_crash:
            return
        frame, node = raised.place
        before, frame.node = self.interp.frame, node
        self.interp.frame = frame
        self.problem(ProblemKind.CRASH, describe(raised.value))
        self.interp.frame = before
        self.after_crash = True

    def note_gaps(self) -> None:
        """Take over the gaps so far, with their cost."""
        self.gaps = costs(list(self.interp.gaps.values()), self.variables, self.scopes, self.tracer)
        self.interp.gaps.clear()

    def problem(
        self, kind: ProblemKind, message: str, certainty: Certainty = Certainty.DEFINITE
    ) -> None:
        """Something at the current place, or outside of all code, prevents a complete analysis."""
        frame = user_frame(self.interp.frame)
        main = self.interp.modules.get("__main__")
        if frame is not None:
            span = self.tracer.call_frame(frame).span
        else:
            span = Span(main.source.path if main is not None else "", 1, 1, 1, 1)
        problem = Problem(span, kind, message, certainty)
        self.problems.append(problem)
        self.told("problems", problem)


def name_parts(parts: tuple[tuple[str, object], ...]) -> tuple[NamePart, ...]:
    """Return the parts of the name with the code that contributed each."""
    found = []
    for text, site in parts:
        frame = site[-1] if isinstance(site, tuple) and site else None
        span: Span | None = frame.span if isinstance(frame, CallFrame) else None
        found.append(NamePart(display(text), span))
    return tuple(found)


def _shape(variable: Variable) -> tuple[int | None, ...] | None:
    return _sizes(variable.shape)


def _sizes(shape: object) -> tuple[int | None, ...] | None:
    if not isinstance(shape, (list, tuple)):
        return None
    return tuple([dimension if isinstance(dimension, int) else None for dimension in shape])


def _own_scope(scope: VariableScope, trace: Trace) -> VariableScope:
    """The innermost scope that the library did not open inside the call itself."""
    for around in (scope, *scope.around()):
        site = around.site
        if not (isinstance(site, tuple) and site and site[-1] is trace[-1]):
            return around
    return scope


def _asked(variable: Variable) -> str | None:
    """The name that was asked for, if it differs from the resulting name."""
    if variable.asked == variable.op_name or variable.asked.rpartition("/")[2] == "Variable":
        return None
    return display(variable.asked)


def _reuse(scope: VariableScope | None) -> Reuse:
    if scope is None or scope.reuse in (None, False):
        return Reuse.NO
    if scope.reuse is True:
        return Reuse.YES
    return Reuse.AUTO if scope.reuse == AUTO_REUSE else Reuse.UNKNOWN

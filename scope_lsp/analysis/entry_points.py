"""What is run, and how a run continues after the program would have stopped.

This is the module body of the analysed file, as ``__main__``.  An unhandled exception ends the
program.  Its remaining statements are still run, for the hints of the lines after it.
"""

from __future__ import annotations

import ast

from scope_lsp.analysis.kinds import ProblemKind
from scope_lsp.analysis.recorder import Recorder
from scope_lsp.interpreter.budget import Idle
from scope_lsp.interpreter.compiler import compile_module
from scope_lsp.interpreter.environment import Frame
from scope_lsp.interpreter.failures import survive
from scope_lsp.interpreter.importing import new_module
from scope_lsp.interpreter.interpreter import Interpreter
from scope_lsp.interpreter.loader import ModuleSource
from scope_lsp.interpreter.values import Module, Raised, Value
from scope_lsp.syntax.awaited import met


def run_main(interp: Interpreter, recorder: Recorder, source: ModuleSource) -> Module:
    """Run a file as Python runs a script."""
    module = new_module(interp, source, "__main__")
    interp.modules["__main__"] = module
    tree = interp.parsed(source)
    module.names["__doc__"] = ast.get_docstring(tree, clean=False)
    code = compile_module(tree)
    frame = Frame(interp, code, module, None, module.names, None)
    frame.namespace = module
    interp.enter(frame)
    for node, step in code.steps:
        try:
            step(frame)
        except Raised as raised:
            interp.unwind()
            if interp.is_exit(raised.value):
                break
            if raised.deliberate or _left_a_call(raised, frame):
                note_end(interp, recorder, raised)
            else:
                survive(frame, raised, met(node))
        except Idle as idle:
            interp.unwind()
            interp.frame = frame
            interp.cut(f"the analysis left this statement after {idle.limit}")
        except RecursionError:
            interp.unwind()
            interp.frame = frame
            interp.incomplete = True
            recorder.problem(ProblemKind.BUDGET, "calls or code nest too deep to be analysed")
        interp.frame, interp.depth = frame, 1
    recorder.settle()
    module.complete = True
    return module


def _left_a_call(raised: Raised, frame: Frame) -> bool:
    """Whether an exception comes out of a function, whose other statements were not run."""
    return raised.place is not None and raised.place[0] is not frame


def run_apart(interp: Interpreter, recorder: Recorder, function: Value) -> None:
    """Call something that a framework calls, such as a test: an exception only ends this call.

    No handler of the program is in between.  After an error, the run continues for hints, as in
    ``run_main``.
    """
    before = interp.catchers, interp.frame, interp.depth
    unsound = recorder.after_error, recorder.after_crash
    interp.catchers = []
    try:
        interp.call(function)
    except Raised as raised:
        note_end(interp, recorder, raised)
    finally:
        recorder.settle()
        interp.catchers, interp.frame, interp.depth = before
        recorder.after_error, recorder.after_crash = unsound


def note_end(interp: Interpreter, recorder: Recorder, raised: Raised) -> None:
    """Record that the program ends here, by an error of TensorFlow or another one of Python."""
    origin = recorder.origin_of(raised)
    recorder.settle()
    if origin is not None:
        error, trace = origin
        recorder.error(error, recorder.certainty(certain=error.definite), trace)
        recorder.after_error = True
        return
    interp.ended = raised
    recorder.settle()

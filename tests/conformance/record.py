"""Runs programs under TensorFlow 1.15.5 and reports which variables they create or fetch.

This file is run by the Python that has TensorFlow (3.7), never imported by the tests: standard
library and Python 3.7 syntax only.  It reads JSON lines from standard input, each a string (the
text of one program), and writes one JSON line for each to standard output:

    {"accesses": [[line, name, reused, shape, dtype, trainable], ...],
     "error": [type, kind, line, message] or null}

``accesses`` holds every variable that ``get_variable``, ``tf.Variable``, a layer or an optimizer
handed out, in order.  ``line`` is that of the innermost call in the program.  Python 3.7 reports a
call that spans several lines by the last of them, so programs should keep each call on one line.
``error`` is what the program ended in.  The wrappers look on and open no scope, so that no name
changes by being recorded.
"""

from __future__ import annotations

import gc
import io
import json
import linecache
import os
import re
import signal
import sys
import warnings

PROGRAM = "program.py"
SECONDS_PER_PROGRAM = 120  # of the clock: other work on the machine takes its part

_KINDS = (
    ("already exists", "exists"),
    ("does not exist", "missing"),
    ("but specified shape", "shape"),
    ("but specified dtype", "dtype"),
)


def import_tensorflow():
    """Import TensorFlow 1.x without its warnings."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
    warnings.simplefilter("ignore")
    import tensorflow

    tensorflow.compat.v1.logging.set_verbosity(tensorflow.compat.v1.logging.FATAL)
    return tensorflow


class Observer:
    """Writes down the accesses of the program that is running."""

    def __init__(self):
        self.accesses = []
        self._alive = []  # keeps the variables, so that their ids stay theirs
        self._known = set()

    def created(self, variable):
        """Note a variable that a constructor returned, once."""
        if id(variable) not in self._known:
            self._known.add(id(variable))
            self._alive.append(variable)
            self._note(variable, False)

    def fetched(self, variable):
        """Note a variable that exists already."""
        self._note(variable, True)

    def knows(self, variable):
        """Whether the variable was noted before."""
        return id(variable) in self._known

    def _note(self, variable, reused):
        line = innermost_line(sys._getframe(1))
        if line is not None:
            self.accesses.append((line, variable, reused))

    def result(self):
        """The accesses as plain data, read off the variables at the end."""
        rows = []
        for line, variable, reused in self.accesses:
            shape = variable.shape
            rows.append(
                [
                    line,
                    variable.name,
                    reused,
                    None if shape.ndims is None else shape.as_list(),
                    variable.dtype.base_dtype.name,
                    bool(variable.trainable),
                ]
            )
        return rows


def innermost_line(frame):
    """The line that the program is at, seen from a frame inside TensorFlow."""
    while frame is not None:
        if frame.f_code.co_filename == PROGRAM:
            return frame.f_lineno
        frame = frame.f_back
    return None


class Recorder:
    """TensorFlow with its three ways to a variable wrapped."""

    def __init__(self):
        self.observer = None
        self.tensorflow = import_tensorflow()
        self._wrap_constructor()
        self._wrap_store()
        self._wrap_scope()
        gc.collect()
        gc.freeze()  # what the import made is left out of later collections

    def _wrap_constructor(self):
        from tensorflow.python.ops import variables

        metaclass = variables.VariableMetaclass
        construct = metaclass.__call__

        def call(cls, *args, **kwargs):
            variable = construct(cls, *args, **kwargs)
            partitioned = isinstance(variable, variables.PartitionedVariable)
            # An _UnreadVariable is what assigning to a resource variable returns.
            if self.observer and not partitioned and type(variable).__name__ != "_UnreadVariable":
                self.observer.created(variable)
            return variable

        metaclass.__call__ = call

    def _wrap_store(self):
        from tensorflow.python.ops import variable_scope

        store = variable_scope._VariableStore
        get_single = store._get_single_variable

        def get(this, name, *args, **kwargs):
            before = this._vars.get(name)
            variable = get_single(this, name, *args, **kwargs)
            if self.observer and variable is before:
                self.observer.fetched(variable)
            return variable

        store._get_single_variable = get
        get_parts = store._get_partitioned_variable

        def get_partitioned(this, name, *args, **kwargs):
            before = this._partitioned_vars.get(name)
            variable = get_parts(this, name, *args, **kwargs)
            if self.observer and variable is before:
                for part in variable:
                    self.observer.fetched(part)
            return variable

        store._get_partitioned_variable = get_partitioned

    def _wrap_scope(self):
        """See what the store does not: variables that a custom getter kept."""
        from tensorflow.python.ops import variable_scope, variables

        scope_get = variable_scope.VariableScope.get_variable

        def get(this, *args, **kwargs):
            start = len(self.observer.accesses) if self.observer else 0
            result = scope_get(this, *args, **kwargs)
            if self.observer:
                parts = [result]
                if isinstance(result, variables.PartitionedVariable):
                    parts = list(result)
                noted = [id(access[1]) for access in self.observer.accesses[start:]]
                for part in parts:
                    if self.observer.knows(part) and id(part) not in noted:
                        self.observer.fetched(part)
            return result

        variable_scope.VariableScope.get_variable = get

    def reset(self):
        """Forget what an earlier program left behind."""
        from tensorflow.python.eager import context
        from tensorflow.python.framework import ops
        from tensorflow.python.layers import base
        from tensorflow.python.ops import variable_scope

        gc.collect()  # closes the scopes that suspended generators hold open
        # What ops.enable_eager_execution_internal turns on.
        context.default_execution_mode = context.GRAPH_MODE
        context.context()._thread_local_data.is_eager = False
        ops._default_session_stack.reset()
        ops._default_graph_stack.stack[:] = []
        self.tensorflow.reset_default_graph()
        self.tensorflow.keras.backend.clear_session()
        self.tensorflow.reset_default_graph()
        base._KERAS_STYLE_SCOPE = False
        variable_scope._DEFAULT_USE_RESOURCE = False
        for module in ("program",):
            sys.modules.pop(module, None)

    def run(self, source):
        """Run one program as ``__main__``; returns the record described above."""
        self.reset()
        observer = Observer()
        error = None
        namespace = {"__name__": "__main__", "__file__": PROGRAM}
        stdout, sys.stdout = sys.stdout, io.StringIO()
        # Autograph would take the text of this file for the program's, and that of its functions.
        linecache.cache[PROGRAM] = (0, None, [], PROGRAM)
        signal.signal(signal.SIGALRM, _time_out)
        signal.alarm(SECONDS_PER_PROGRAM)
        self.observer = observer
        try:
            exec(compile(source, PROGRAM, "exec"), namespace)
        except SystemExit:
            pass
        except Exception as caught:
            error = describe(caught)
        finally:
            signal.alarm(0)
            sys.stdout = stdout
            self.observer = None
        result = {"accesses": observer.result(), "error": error}
        # Each op remembers the globals of its stack where the garbage collector does not look;
        # emptied, they no longer keep the graph alive.
        namespace.clear()
        return result


def _time_out(signum, frame):
    raise RuntimeError("the program takes too long")


def describe(error):
    """An error as [type, kind, line, message]; line is None when no program line is to blame."""
    line, blame = None, None
    trace = error.__traceback__
    while trace is not None:
        filename = trace.tb_frame.f_code.co_filename
        if filename == PROGRAM:
            line, blame = trace.tb_lineno, "program"
        elif "tensorflow" in filename:
            blame = "tensorflow"
        trace = trace.tb_next
    if isinstance(error, SyntaxError):
        line = error.lineno
    message = re.split(r"\s*\b[Oo]riginally defined at:", str(error))[0].rstrip()
    message = re.sub(r" at 0x[0-9a-f]+", "", message)
    # What a layer raises comes wrapped in the files of TensorFlow that it came through.
    if message.startswith("in converted code:"):
        within = re.findall(r"(?m)^    program\.py:(\d+) ", message)
        line = int(within[-1]) if within else line
    message = re.sub(r"(?s)^in converted code:\n.*\n\n    [A-Za-z]+: ", "", message)
    kind = "other" if blame == "tensorflow" else "program"
    if isinstance(error, ValueError) and kind == "other":
        kind = next((kind for words, kind in _KINDS if words in message), "other")
    return [type(error).__name__, kind, line, message]


def main():
    """Read programs, write records."""
    sys.dont_write_bytecode = True
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    recorder = Recorder()
    for line in sys.stdin:
        out.write(json.dumps(recorder.run(json.loads(line))) + "\n")
        out.flush()


if __name__ == "__main__":
    main()

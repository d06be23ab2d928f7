"""Runs one program under TensorFlow 1.15.5 and says what it built, graph by graph.

This file is run by the Python that has TensorFlow (3.7), never imported by the tests: standard
library, NumPy and Python 3.7 syntax only.  It loads TensorFlow, which takes longer than most
programs.  Then each line of its input is a JSON object (see ``cases.build``), for which a child
runs a program and writes another object, and of its output a line with the child's errors:

    {"graphs": [{"variables": [[name, shape, dtype, trainable], ...], "ops": [name, ...],
                 "collections": {name: [variable, ...]}, "selections": [[variable, ...], ...],
                 "made": {variable: [[file, line], ...], ...}, "stored": [name, ...],
                 "checkpoint": prefix or null}, ...],
     "error": [type, message, file, line] or null, "stopped": [[file, line], ...] or null,
     "files": [file, ...]}

``files`` are the modules that were imported, ``variables`` all that were constructed, in order.
``made`` has the calls that led to each, outermost first, without those of TensorFlow; ``stopped``
has those that led to the ``Session.run`` at which the recording ends.  ``stored`` are the names
under which ``get_variable`` keeps variables.
``selections`` are the lists of variables that the program handed to a ``Saver`` or to
``tf.gradients``: what its filters selected.  A checkpoint holds the graph's global variables, all
zeros: their initial values are fed, because only names and shapes matter here.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
import traceback
import warnings

BYTES_AT_ONCE = 400000000
"""How much is fed to one run of initializers."""


def main():
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    os.environ["CUDA_VISIBLE_DEVICES"] = ""
    warnings.simplefilter("ignore")
    import tensorflow as tf

    tf.compat.v1.logging.set_verbosity(tf.compat.v1.logging.FATAL)
    for lazy in (tf.contrib, tf.estimator, tf.keras):
        dir(lazy)  # loads it
    for line in sys.stdin:
        request = json.loads(line)
        child = os.fork()
        if child == 0:
            in_child(tf, request)
        os.waitpid(child, 0)
        with open(request["log"], errors="replace") as log:
            print(json.dumps(log.read()[-500:]), flush=True)


def in_child(tf, request):
    code = 1
    try:
        log = os.open(request["log"], os.O_WRONLY | os.O_CREAT)
        for number in (1, 2):
            os.dup2(log, number)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.chdir(request["work"])
        answer(tf, request)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def answer(tf, request):
    sys.path[0:1] = request["extra"]
    if request["prelude"]:
        runpy.run_path(request["prelude"])
    run = tf.Session.__mro__[1].run
    watch = Watch(request["stop"])
    error = None
    sys.argv = [request["script"]] + request["args"]
    sys.path[0:0] = [os.path.dirname(request["script"])] + request["paths"]
    try:
        runpy.run_path(request["script"], run_name="__main__")
    except SystemExit:
        pass
    except BaseException as caught:
        error = describe(caught)
    watch.is_on = False
    tf.Session.__mro__[1].run = run
    graphs = []
    for number, graph in enumerate(watch.graphs()):
        told = watch.told(graph)
        told["checkpoint"] = None
        if request["save"]:
            prefix = os.path.join(request["save"], f"graph{number}", "model.ckpt")
            told["checkpoint"] = save(tf, graph, prefix)
        graphs.append(told)
    modules = [getattr(module, "__file__", None) for module in list(sys.modules.values())]
    files = [os.path.abspath(path) for path in modules if isinstance(path, str)]
    with open(request["output"], "w") as file:
        told = {"graphs": graphs, "error": error, "stopped": watch.stopped, "files": files}
        json.dump(told, file)


class Watch:
    """Notes the variables and the selections of a program while it runs."""

    def __init__(self, stop):
        self.is_on = True
        self.stopped = None
        self._variables = []
        self._calls = []
        self._selections = []
        self._wrap_constructor()
        self._wrap_selections()
        if stop:
            self._stop_at_session()

    def _wrap_constructor(self):
        from tensorflow.python.ops import variables

        metaclass = variables.VariableMetaclass
        construct = metaclass.__call__

        def call(cls, *args, **kwargs):
            variable = construct(cls, *args, **kwargs)
            is_one = not isinstance(variable, variables.PartitionedVariable)
            is_one = is_one and type(variable).__name__ != "_UnreadVariable"
            is_new = not any(variable is one for one in self._variables[-1:])
            if self.is_on and is_one and is_new:
                self._variables.append(variable)
                self._calls.append(calls())
            return variable

        metaclass.__call__ = call

    def _wrap_selections(self):
        from tensorflow.python.ops import gradients_util
        from tensorflow.python.training import saver

        gradients = gradients_util._GradientsHelper
        make = saver.Saver.__init__

        def helper(ys, xs, *args, **kwargs):
            self._select(xs)
            return gradients(ys, xs, *args, **kwargs)

        def init(this, var_list=None, *args, **kwargs):
            if var_list is not None:
                self._select(var_list)
            make(this, var_list, *args, **kwargs)

        gradients_util._GradientsHelper = helper
        saver.Saver.__init__ = init

    def _select(self, what):
        if not self.is_on:
            return
        if isinstance(what, dict):
            what = [f"{key}={getattr(one, 'name', '')}" for key, one in what.items()]
        elif not isinstance(what, (list, tuple)):
            what = [what]
        names = [one if isinstance(one, str) else getattr(one, "name", "") for one in what]
        graph = next((one.graph for one in what if hasattr(one, "graph")), None)
        self._selections.append((graph, names))

    def _stop_at_session(self):
        import tensorflow as tf

        base = tf.Session.__mro__[1]
        run = base.run

        def first(this, *args, **kwargs):
            if this.graph.get_collection(tf.GraphKeys.GLOBAL_VARIABLES):
                self.stopped = calls()
                raise SystemExit(0)
            return run(this, *args, **kwargs)

        base.run = first

    def graphs(self):
        """The graphs that have variables, in order."""
        found = []
        for one in self._variables:
            graph = getattr(one, "graph", None)
            if graph is None or getattr(graph, "outer_graph", None) is not None:
                continue  # eager, or in the body of a function
            if not any(graph is other for other in found):
                found.append(graph)
        return found

    def told(self, graph):
        """What is said of one graph."""
        variables = []
        made = {}
        for number, one in enumerate(self._variables):
            if getattr(one, "graph", None) is graph:
                made.setdefault(one.name, self._calls[number])
                shape = one.shape
                sizes = None if shape.ndims is None else shape.as_list()
                variables.append([one.name, sizes, one.dtype.base_dtype.name, bool(one.trainable)])
        collections = {}
        for key in graph.get_all_collection_keys():
            found = graph.get_collection(key)
            names = sorted(one.name for one in found if hasattr(one, "initializer"))
            if names:
                collections[str(key)] = names
        stores = graph.get_collection(("__variable_store",))
        return {
            "variables": variables,
            "ops": [op.name for op in graph.get_operations()],
            "collections": collections,
            "made": made,
            "stored": sorted(name for store in stores for name in store._vars),
            "selections": [names for owner, names in self._selections if owner in (None, graph)],
        }


def calls():
    """The lines that are being run, outermost first, without those of TensorFlow and of this."""
    found = []
    frame = sys._getframe(1)
    while frame is not None:
        file = frame.f_code.co_filename
        if "tensorflow_core" not in file and file != __file__:
            found.append([file, frame.f_lineno])
        frame = frame.f_back
    return found[::-1]


def save(tf, graph, prefix):
    """Write a checkpoint of the global variables of a graph; returns its prefix."""
    import numpy

    with graph.as_default():
        variables = graph.get_collection(tf.GraphKeys.GLOBAL_VARIABLES)
        if not variables:
            return None
        os.makedirs(os.path.dirname(prefix))
        graph._finalized = False
        config = tf.ConfigProto(allow_soft_placement=True)
        saver = tf.train.Saver(variables)
        with tf.Session(graph=graph, config=config) as session:
            feeds, size = {}, 0
            runs = []
            for one in variables:
                value = one.initializer.inputs[1] if len(one.initializer.inputs) > 1 else None
                shape = one.shape.as_list() if one.shape.ndims is not None else None
                if value is None or shape is None or not value.dtype.is_numpy_compatible:
                    session.run(one.initializer)
                    continue
                zeros = numpy.zeros(shape, value.dtype.as_numpy_dtype)
                feeds[value] = zeros
                runs.append(one.initializer)
                size += zeros.nbytes
                if size > BYTES_AT_ONCE:
                    session.run(runs, feeds)
                    feeds, size, runs = {}, 0, []
            if runs:
                session.run(runs, feeds)
            return saver.save(session, prefix, write_meta_graph=False)


def describe(error):
    """An error as [type, message, file, line], at the innermost frame outside of TensorFlow."""
    place = ["", 0]
    for frame in traceback.extract_tb(error.__traceback__):
        if "tensorflow_core" not in frame.filename and frame.filename != __file__:
            place = [frame.filename, frame.lineno]
    return [type(error).__name__, str(error), *place]


main()

"""The primitives: all that stubs have to reach the naming model.

Declared for whoever writes a stub; analysis/primitives.py answers, and a test compares it with this
page.  Handles (graphs, scopes, variables) are opaque.  Unknown values pass through.
"""

AUTO_REUSE = "AUTO_REUSE"
UNSURE = "?"
"""In a shape of ours (*dims*, see tensorflow/_shape): what TensorFlow may know, but we do not."""


def is_known(value):
    """Whether a value is known: neither unknown nor one of several."""


def is_data(value):
    """Whether a value, known or not, leads to no tensor: it is of a library of arrays."""


def is_a(value, cls):
    """`is_known(value) and isinstance(value, cls)`, at once; `cls` may be a tuple."""


def is_number(value):
    """Whether `value` is a known number, of Python's or of a class derived from one."""


def is_int(value):
    """Whether `value` is a known int, of Python's or of a class derived from it."""


def plain_dims(dims):
    """Dims for the naming model: a list with unknown values, None where the rank is not known."""


def dims_of_plain(shape):
    """Dims from what the naming model says of a shape."""


def is_one_of_several(value):
    """Whether a value is one of several, each of which is known or not."""


def may_build(value):
    """Whether a value is not known and may be an object that makes variables, such as a layer."""


def in_for_loop():
    """Whether a `for` statement of the program asks for the items, and no built-in function."""


def options(value):
    """The tuple of what a value may be that is one of several; None of any other."""


def each(value, function):
    """What a function gives for each of the values that there may be, as behind a branch."""


def ints(value):
    """The tuple of a list or tuple of known ints; None for everything else."""


def items(values):
    """The items of a list or tuple, and those that it may hold: two lists without any doubt."""


def is_among(value, items):
    """Whether one of the items is the value itself, as `is` compares."""


def same_text(a, b):
    """Whether two values are surely the same text: they are known, or the same temporary file."""


def meeting(values, behind, levels, nodes):
    """The nearest nodes that are, or lie behind, all values; `behind(node)`: those next to one."""


def unknown(reason, data=False):
    """An unknown value; the reason is shown to people.  `data`: no op or layer is among it."""


def unknown_code(reason, may_build):
    """A class or function that is not known; calling it may make variables if it `may_build`."""


def lack(reason):
    """Say that something is not modelled that creates no variables: shapes may depend on it."""


def give_up(reason):
    """Say that this call may make variables that are not known: they are missing from here on."""


def fail(message, code="scope-error", exception="ValueError", when="", remark=""):
    """Raise TensorFlow's error, of the rule `code`; goes on where the program does not catch it.

    When "certain": not where the graph may hold more than is known.  "awaited": only where the
    program waits for this kind of exception; "asked": and called the function at hand itself.
    """


def takes(parameters, name=None):
    """A decorator for a function with other parameters than the library's, or of another name.

    A call has to fit those of the lambda `parameters`; the function gets its arguments.  True: its
    own are the library's, said of a function that another one hands out.  None: they are not, and
    no call is refused for certain.  `name` is what Python calls the library's function.
    """


def call_back(function, *args, **named):
    """Call a function of the program as the library does; what does not fit it is refused."""


def refuse_keyword(keyword, message):
    """TensorFlow itself raises a TypeError about a keyword that a call gave."""


def names_argument(function, name):
    """Whether a positional parameter or `**` of a function takes a keyword; None: not known."""


def required_arguments(function):
    """How many positional parameters of a function need a value; None where that is not known."""


def run_apart(function):
    """Call a test: what it raises is told as if it ended the program, yet ends the test alone."""


def module_member(module, name):
    """(kind, home, own name, public names, value) of a name in MODULES.txt; None if not there."""


def module_names(module):
    """The names of one of TensorFlow's modules that do not begin with `_`."""


# Graphs.


def new_graph():
    """A new graph's handle."""


def new_function_graph(traced=False, body=False):
    """A function's graph, with variables outside; of a `tf.function`, or a loop's `body`."""


def new_eager_graph():
    """A handle for what runs at once, in the variable scope of the default graph."""


def building_function():
    """Whether the default graph is that of a `tf.function`."""


def set_eager(eager):
    """As `tf.enable_eager_execution` (True) and `tf.disable_eager_execution` (False)."""


def executing_eagerly():
    """Whether ops run at once here; unknown where the program may be one of either kind."""


def in_graph(graph):
    """For `with`: in its body a graph is the default one."""


def default_graph():
    """The default graph's handle."""


def in_control_flow(kind):
    """For `with`: ops of its body belong to a loop or conditional, or to none (None)."""


def reset_default_graph():
    """As `tf.reset_default_graph`; raises AssertionError inside `as_default`."""


def keep_output(op_name, index, output):
    """Keep the stub's tensor for an output of an op of the default graph."""


def outputs_of(op_name, graph):
    """What was kept for the outputs of an op; empty if another op may have that name."""


def graph_attribute(graph, name):
    """`scope_name`, `finalized`, `collection_keys`; `operations` as (name, type) pairs."""


def import_ops(prefix, ops, tells=True):
    """Add another graph's ops, (name, type), below a scope; `tells`: of variables' ops too."""


def import_unknown(prefix):
    """The same of a graph that is not known."""


def import_variable(original, prefix, skipped=0):
    """A handle for an imported variable, in no collection; `skipped` letters are of the scope."""


def variables_in(key, graph):
    """The handles of the variables in a collection."""


def finalize_graph(graph, finalized=True):
    """As `Graph.finalize`, and back."""


# Names.


def in_name_scope(name, graph=None):
    """For `with`: its body is in a name scope of a graph; `as` gives it with its slash, or ""."""


def push_name_scope(name):
    """The same until `pop_name_scope`, for ops: no code of the program may run in between."""


def pop_name_scope():
    """Leave the scope that was entered last by `push_name_scope`."""


def current_name_scope():
    """The current name scope without a slash; "" at the root."""


def unique_name(name, mark_as_used=True, graph=None):
    """As `Graph.unique_name`."""


def told_op(name):
    """The name of an op or its output for code of the program: it says whether it is doubtful."""


def counted_name(name, given=()):
    """The name, which counts objects of the graph; doubtful if one of `given` may be None."""


def plain_name(name):
    """The most likely text of a name that the program gives; if it is doubtful, that is kept."""


def new_op(op_type, name=None, direct=False):
    """A new op; returns its full name.  `direct`: made by `Graph.create_op` itself."""


def variable_scope(
    name_or_scope, default_name=None, reuse=None, auxiliary_name_scope=True, graph=None, **options
):
    """For `with`: what `tf.variable_scope(...)` makes or raises; `as` gives the scope's handle.

    `drop()` says that nobody holds it any more: its name scope and default graph end.
    """


def pure_variable_scope(name_or_scope, custom_getter=None, reuse=None, options={}):
    """For `with`: a variable scope without a name scope; `as` gives its handle."""


def unique_variable_scope(prefix):
    """The name that a scope with this default name would get."""


def get_variable_scope():
    """The current scope's handle."""


def new_variable_scope(reuse, name, options):
    """As `tf.VariableScope(reuse, name, ...)`: a handle that was never entered."""


def scope_attribute(scope, name):
    """A scope's `name`, `reuse`, `dtype`, `initializer`, `custom_getters` ..."""


def set_scope_attribute(scope, name, value):
    """Change a default of a scope."""


def reuse_variables(scope, reuse=True):
    """As `scope.reuse_variables()`."""


# Variables.


def get_variable(scope, name, callbacks, **arguments):
    """As without custom getters; `callbacks` tells about values (`_variable_scope.CALLBACKS`)."""


def accesses():
    """How many accesses to variables were told so far."""


def hand_out(handle, start):
    """Tell that a call gives a variable, unless that was told since `start`, of `accesses`."""


def fetch_variable(scope, name, callbacks, **arguments):
    """The true getter below custom getters; `name` is the full name."""


def check_initializer(callbacks, initializer, dtype):
    """Raise ValueError when a constant initializer has another dtype."""


def new_store():
    """A handle for an empty store that holds what is made eagerly too."""


def in_store(store):
    """For `with`: its body looks for variables in a store, not in that of the default graph."""


def stored_variables(partitioned=False, store=None):
    """What a store holds, by default that in use, as (name asked for, variable) pairs."""


def new_variable(callbacks, **arguments):
    """As `tf.Variable(...)`; returns a handle.  `pending`: see `pending_variable`."""


def creators(graph=None):
    """The variable creators of a graph as (priority, function), outermost first."""


def set_creators(creators, graph=None):
    """Change them."""


def devices(graph=None):
    """The functions that are called with the name and type of each new op, outermost first."""


def set_devices(functions, graph=None):
    """Change them."""


def pending_variable(pending):
    """What is asked of the callback `create`.  `calls`: `pending_value` makes the initial value."""


def pending_value(pending, callbacks):
    """Make the initial value of a variable that is asked for: dims, dtype, tensor."""


def set_default_use_resource(flag):
    """As `tf.enable_resource_variables` and its opposite."""


def default_use_resource():
    """What was set so."""


def variable_attribute(handle, name):
    """`op_name`, `shape`, `dtype`, `trainable`, `resource`, `graph`, `partition` ..."""


def is_partitioned(handle):
    """Whether a handle stands for a variable made of shards."""


def wrapper(handle):
    """The stub's own object for a handle, None before `set_wrapper`."""


def set_wrapper(handle, value):
    """Keep the stub's own object with a handle, so that who fetches it gets the same."""


def add_to_collection(key, value, value_name=None, graph=None):
    """As `Graph.add_to_collection`; `value_name` is what `get_collection(scope=)` matches."""


def get_collection(key, scope=None, graph=None, chosen=True):
    """As `Graph.get_collection`, with wrappers.  `chosen`: the program means to find some."""


def look_up(name, tensors=True, operations=True, graph=None, role=""):
    """What is asked for by name; what does not exist is noted.  `role`: "fetch" or "feed"."""


def look_up_variable(name, source):
    """Say that a checkpoint's `source` is to go into what is called `name`; noted likewise."""


def restore(path, wanted):
    """A checkpoint is restored: triples of a name in it, a variable's name and its dims."""


def clear_collection(key, graph=None):
    """As `Graph.clear_collection`."""

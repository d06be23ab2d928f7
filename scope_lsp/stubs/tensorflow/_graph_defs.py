"""Graphs as data: exported, and imported into others.

A graph that the program made itself is known with its ops and variables; of one that it reads from
a file nothing is.

Modelled on framework/{importer,meta_graph}.py and training/saver.py of TensorFlow 1.15.5.
"""

import os

import _scope_lsp

from tensorflow._graph import Graph, get_default_graph, graph_of
from tensorflow._tensor import Operation, Tensor
from tensorflow._variables import Variable
from tensorflow._written_checkpoints import may_lie_below

_EXPORTED = []
"""What was written to files: pairs of a path and the graph as data."""
_VARIABLES = (
    "trainable_variables",
    "local_variables",
    "metric_variables",
    "model_variables",
    "moving_average_variables",
    "variables",
)
"""The collections of variables in the order in which they are imported."""


class NodeDef:
    @_scope_lsp.takes(None)  # a message of protobuf, which has all its fields
    def __init__(self, name="", op="", device=""):
        self.name = name
        self.op = op
        self.device = device
        self.input = _scope_lsp.unknown("a node's inputs")
        self.attr = _scope_lsp.unknown("a node's attributes")

    def CopyFrom(self, other):
        self.name, self.op = other.name, other.op


class _Nodes(list):
    """The nodes of a graph; there are more than those whose names are modelled."""

    def __len__(self):
        return _scope_lsp.unknown("how many ops a graph has")


class GraphDef:
    """Its `node` is a list, or unknown."""

    @_scope_lsp.takes(None)  # a message of protobuf, which has all its fields
    def __init__(self, node=()):
        self.node = list(node) if _scope_lsp.is_known(node) else node
        self.versions = self.library = _scope_lsp.unknown("a part of a GraphDef")

    def ParseFromString(self, serialized):
        self.node = _scope_lsp.unknown("the nodes of a GraphDef that is read")

    MergeFromString = FromString = ParseFromString

    def SerializeToString(self):
        return _scope_lsp.unknown("a serialized GraphDef")

    def CopyFrom(self, other):
        self.node = other.node if not _scope_lsp.is_known(other) else type(other.node)(other.node)

    def ByteSize(self):
        return _scope_lsp.unknown("the size of a GraphDef")

    def _known_ops(self):
        """The (name, type) pairs of all nodes, None where one is not known."""
        if not _scope_lsp.is_known(self.node):
            return None
        found = []
        for node in self.node:
            if (
                not _scope_lsp.is_a(node, NodeDef)
                or not _scope_lsp.is_a(node.name, str)
                or not _scope_lsp.is_a(node.op, str)
            ):
                return None
            found.append((node.name, node.op))
        return found


def graph_def_of(graph, scope=None):
    """`Graph.as_graph_def`, of what is below a scope."""
    operations = _scope_lsp.graph_attribute(graph._handle, "operations")
    start = scope + "/" if scope else ""
    made = GraphDef()
    made.node = _Nodes(
        [
            NodeDef(name[len(start) :], op_type)
            for name, op_type in operations
            if name.startswith(start)
        ]
    )
    return made


def import_graph_def(
    graph_def, input_map=None, return_elements=None, name=None, op_dict=None, producer_op_list=None
):
    with _scope_lsp.in_name_scope("import" if name is None else name) as scope:
        _import(graph_def, scope[:-1])
        prefix = scope
    if return_elements is None or not _scope_lsp.is_known(return_elements):
        return return_elements
    ops = graph_def._known_ops() if _scope_lsp.is_a(graph_def, GraphDef) else None
    return [_element(prefix, name, ops) for name in return_elements]


def _element(prefix, name, ops):
    """An op or tensor that was imported: which it is, its name says."""
    if ops is not None and _scope_lsp.is_a(name, str) and _scope_lsp.is_known(prefix):
        if name.partition(":")[0] in [op for op, _ in ops]:
            return get_default_graph().as_graph_element(prefix + name)
    return _scope_lsp.unknown("an op or tensor of an imported graph")


def _import(graph_def, prefix, tells=True):
    ops = graph_def._known_ops() if _scope_lsp.is_a(graph_def, GraphDef) else None
    if ops is None:
        _scope_lsp.import_unknown(prefix)
    else:
        _scope_lsp.import_ops(prefix, ops, tells)


class _CollectionDef:
    """What a MetaGraphDef holds of one collection."""

    def __init__(self, meta, key):
        self._meta = meta
        self._key = key

    def CopyFrom(self, other):
        if not _scope_lsp.is_a(other, _CollectionDef) or other._meta._variables is None:
            self._meta._others[self._key] = _scope_lsp.unknown("a copied collection")
            return
        for name in "_variables", "_others":
            values = getattr(other._meta, name).get(other._key)
            if values is not None and getattr(self._meta, name) is not None:
                getattr(self._meta, name)[self._key] = values

    def __getattr__(self, name):
        return _scope_lsp.unknown("a part of a MetaGraphDef")


class _CollectionDefs:
    """Its collections by their names; of any more is not known."""

    def __init__(self, meta):
        self._meta = meta

    def __getitem__(self, key):
        return _CollectionDef(self._meta, key)

    def __contains__(self, key):
        return _scope_lsp.unknown("whether a MetaGraphDef has a collection")

    def __iter__(self):
        return iter(_scope_lsp.unknown("the names of collections"))

    def __len__(self):
        return _scope_lsp.unknown("the number of collections")

    def __delitem__(self, key):
        for held in self._meta._variables, self._meta._others:
            if held is not None:
                held.pop(key, None)

    def __getattr__(self, name):
        return _scope_lsp.unknown("a part of a MetaGraphDef")


class MetaGraphDef:
    @_scope_lsp.takes(None)  # a message of protobuf, which has all its fields
    def __init__(self):
        self.graph_def = GraphDef()
        self._variables = {}
        self._has_saver = False
        self._others = {}
        self.collection_def = _CollectionDefs(self)
        self.saver_def = self.signature_def = self.meta_info_def = _scope_lsp.unknown(
            "a part of a MetaGraphDef"
        )

    def ParseFromString(self, serialized):
        self._variables = None

    def SerializeToString(self):
        return _scope_lsp.unknown("a serialized MetaGraphDef")


def export_meta_graph(
    filename=None,
    meta_info_def=None,
    graph_def=None,
    saver_def=None,
    collection_list=None,
    as_text=False,
    graph=None,
    export_scope=None,
    clear_devices=False,
    clear_extraneous_savers=False,
    strip_default_attrs=False,
    save_debug_info=False,
    **kwargs,
):
    graph = get_default_graph() if graph is None else graph
    made = MetaGraphDef()
    made._has_saver = saver_def is not None
    if not _scope_lsp.is_a(graph, Graph) or not _scope_lsp.is_known(export_scope):
        made._variables = None
        return made
    made.graph_def = graph_def_of(graph, export_scope) if graph_def is None else graph_def
    start = export_scope + "/" if export_scope else ""
    for key in _VARIABLES:
        if (
            collection_list is None
            or not _scope_lsp.is_known(collection_list)
            or key in collection_list
        ):
            handles = _scope_lsp.variables_in(key, graph._handle)
            made._variables[key] = [
                handle
                for handle in handles
                if _scope_lsp.variable_attribute(handle, "op_name").startswith(start)
            ]
    for key in graph.get_all_collection_keys():
        if key not in _VARIABLES and (
            collection_list is None
            or not _scope_lsp.is_known(collection_list)
            or key in collection_list
        ):
            made._others[key] = graph.get_collection(key)
    made._start = start
    if not _scope_lsp.is_known(filename) or filename is not None:
        remember(filename, made)
    return made


def remember(path, exported):
    """A graph was written to a file: one that was exported, or a graph as it will be by then."""
    _EXPORTED.insert(0, (path, exported))


def forget(path, why="File %s does not exist."):
    """A file was deleted or overwritten: what was written there, or below it, is not there now.

    Whoever reads it is told `why`, as read_meta_graph_file of meta_graph.py does.
    """
    _EXPORTED[:] = [pair for pair in _EXPORTED if not may_lie_below(pair[0], path)]
    _EXPORTED.insert(0, (path, why))


@_scope_lsp.takes(True)
def write_graph(graph_or_graph_def, logdir, name, as_text=True):
    path = os.path.join(logdir, name)
    forget(path, "Cannot parse file %s: it holds no MetaGraphDef.")
    return path


def _read(path):
    # A path that is not known is told from others by being the same value: it is given no name.
    for pair in _EXPORTED:
        if _scope_lsp.is_among(path, [pair[0]]) or _scope_lsp.same_text(path, pair[0]):
            exported = pair[1]
            if isinstance(exported, str):
                _scope_lsp.fail(exported % path, exception="OSError", when="awaited")
                return None
            return (
                export_meta_graph(graph=exported, saver_def=True)
                if isinstance(exported, Graph)
                else exported
            )
    return None


def import_meta_graph(meta_graph_or_file, clear_devices=False, import_scope=None, **kwargs):
    from tensorflow._savers_and_hooks import Saver  # imports this module itself

    meta = meta_graph_of(meta_graph_or_file)
    found = import_variables(meta, import_scope)
    if found is None:
        return _scope_lsp.unknown("a saver of an imported graph")
    if meta._has_saver or found:
        return Saver(defer_build=True)
    return None


def meta_graph_of(meta_graph_or_file):
    """The MetaGraphDef that is given or lies in a file; None where it is not known."""
    meta = (
        meta_graph_or_file
        if _scope_lsp.is_a(meta_graph_or_file, MetaGraphDef)
        else _read(meta_graph_or_file)
    )
    return None if meta is None or meta._variables is None else meta


def import_variables(meta, import_scope):
    """Import into the default graph: the variables' handles, None where they are not known."""
    around = get_default_graph().get_name_scope()
    with _scope_lsp.in_name_scope(import_scope or (around + "/" if around else None)) as scope:
        prefix = scope[:-1]
        if meta is None:
            _scope_lsp.import_unknown(prefix)
        else:
            _import(meta.graph_def, prefix, False)
    if meta is None:
        _scope_lsp.give_up("a graph is read from a file, whose variables are not known")
        return None
    found = []
    for key in meta._variables:
        for handle in meta._variables.get(key, ()):
            _scope_lsp.add_to_collection(
                key, _imported(handle, prefix, len(meta._start), found=found)
            )
    for key, values in meta._others.items():
        if _scope_lsp.is_known(values) and all(map(_is_written, values)):
            for value in values:
                _scope_lsp.add_to_collection(
                    key,
                    value
                    if isinstance(value, _PLAIN)
                    else _scope_lsp.unknown("what was in a collection of an imported graph"),
                )
    return [imported for _, imported in found]


_PLAIN = (str, int, float)


def _is_written(value):
    """Whether a value of a collection can be written down (meta_graph.add_collection_def)."""
    return _scope_lsp.is_known(value) and (
        isinstance(value, _PLAIN + (Tensor, Operation)) or hasattr(value, "to_proto")
    )


def _imported(handle, prefix, skipped, found):
    """One handle for each variable, in however many collections it is."""
    for known, imported in found:
        if known is handle:
            return imported
    imported = _scope_lsp.import_variable(handle, prefix, skipped)
    _scope_lsp.set_wrapper(imported, Variable(_handle=imported))
    found.append((handle, imported))
    return imported

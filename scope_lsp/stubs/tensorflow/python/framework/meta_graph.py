"""tensorflow.python.framework.meta_graph: parts of graphs, copied below another scope.

Modelled on framework/meta_graph.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._graph import get_default_graph
from tensorflow._graph_defs import export_meta_graph, import_variables, meta_graph_of
from tensorflow.python.framework.ops import strip_name_scope


def _variables_below(graph, scope):
    """By name below the scope: the variables of a graph."""
    found = {}
    for variable in graph.get_collection("variables", scope or None):
        found[strip_name_scope(variable.name, scope)] = variable
    return found


def export_scoped_meta_graph(
    filename=None,
    graph_def=None,
    graph=None,
    export_scope=None,
    as_text=False,
    unbound_inputs_col_name="unbound_inputs",
    clear_devices=False,
    saver_def=None,
    clear_extraneous_savers=False,
    strip_default_attrs=False,
    save_debug_info=False,
    **kwargs,
):
    graph = get_default_graph() if graph is None else graph
    made = export_meta_graph(
        filename, None, graph_def, saver_def=saver_def, graph=graph, export_scope=export_scope
    )
    if made._variables is None:
        return made, _scope_lsp.unknown("the variables of a graph that is not known")
    return made, _variables_below(graph, export_scope)


def import_scoped_meta_graph(
    meta_graph_or_file,
    clear_devices=False,
    graph=None,
    import_scope=None,
    input_map=None,
    unbound_inputs_col_name="unbound_inputs",
    restore_collections_predicate=None,
):
    return import_scoped_meta_graph_with_return_elements(
        meta_graph_or_file, clear_devices, graph, import_scope=import_scope, input_map=input_map
    )[0]


def import_scoped_meta_graph_with_return_elements(
    meta_graph_or_file,
    clear_devices=False,
    graph=None,
    import_scope=None,
    input_map=None,
    unbound_inputs_col_name="unbound_inputs",
    restore_collections_predicate=None,
    return_elements=None,
):
    graph = get_default_graph() if graph is None else graph
    meta = meta_graph_of(meta_graph_or_file)
    with graph.as_default():
        inside = graph.unique_name(import_scope, mark_as_used=False) if import_scope else ""
        found = import_variables(meta, import_scope)
    elements = (
        None
        if return_elements is None
        else [_scope_lsp.unknown("an op or tensor of an imported graph") for _ in return_elements]
    )
    if found is None:
        return _scope_lsp.unknown("the variables of an imported graph"), elements
    return _variables_below(graph, inside), elements


def copy_scoped_meta_graph(from_scope, to_scope, from_graph=None, to_graph=None):
    from_graph = get_default_graph() if from_graph is None else from_graph
    to_graph = get_default_graph() if to_graph is None else to_graph
    if from_graph is to_graph and from_scope == to_scope:
        raise ValueError(
            "'from_scope' and 'to_scope' need to be different when performing copy in the same "
            "graph."
        )
    exported, _ = export_scoped_meta_graph(export_scope=from_scope, graph=from_graph)
    return import_scoped_meta_graph(exported, graph=to_graph, import_scope=to_scope)

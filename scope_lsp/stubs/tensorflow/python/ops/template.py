"""tensorflow.python.ops.template: templates, one of whose calls may be a graph function.

Modelled on ops/template.py of TensorFlow 1.15.5.
"""

from tensorflow._function import Function
from tensorflow._template import Template, make_template


def make_template_internal(
    name_,
    func_,
    create_scope_now_=False,
    unique_name_=None,
    custom_getter_=None,
    create_graph_function_=False,
    **kwargs,
):
    made = make_template(
        name_,
        func_,
        create_scope_now_,
        unique_name_=unique_name_,
        custom_getter_=custom_getter_,
        **kwargs,
    )
    if create_graph_function_:
        made._func = Function(made._func)
    return made


def _skip_common_stack_elements(stacktrace, base_case):
    for i, (trace, base) in enumerate(zip(stacktrace, base_case)):
        if trace != base:
            return stacktrace[i:]
    return stacktrace[-1:]

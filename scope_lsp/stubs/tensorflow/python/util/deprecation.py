"""tensorflow.python.util.deprecation: decorators that warn, and change nothing else.

Modelled on util/deprecation.py of TensorFlow 1.15.5.
"""

import contextlib


def _same(func):
    return func


def deprecated(date, instructions, warn_once=True):
    return _same


def deprecated_args(date, instructions, *deprecated_arg_names_or_tuples, **kwargs):
    return _same


def deprecated_arg_values(date, instructions, warn_once=True, **deprecated_kwargs):
    return _same


def deprecated_endpoints(*args):
    return _same


def deprecated_alias(deprecated_name, name, func_or_class, warn_once=True):
    return func_or_class


def deprecated_argument_lookup(new_name, new_value, old_name, old_value):
    if old_value is not None:
        if new_value is not None:
            raise ValueError("Cannot specify both '%s' and '%s'" % (old_name, new_name))
        return old_value
    return new_value


def rewrite_argument_docstring(old_doc, old_argument, new_argument):
    return old_doc.replace("`%s`" % old_argument, "`%s`" % new_argument).replace(
        "%s:" % old_argument, "%s:" % new_argument
    )


@contextlib.contextmanager
def silence():
    yield

"""arg_scope: defaults of functions by context.

Modelled on contrib/framework/python/ops/arg_scope.py of TensorFlow 1.15.5.
"""

import _scope_lsp

_stack = [{}]
_decorated = {}


def arg_scope_func_key(op):
    return getattr(op, "_key_op", op)


def current_arg_scope():
    return _stack[-1]


class arg_scope:
    @_scope_lsp.takes(True, "arg_scope")
    def __init__(self, list_ops_or_scope, **kwargs):
        self._ops = list_ops_or_scope
        self._kwargs = kwargs

    def __enter__(self):
        ops, kwargs = self._ops, self._kwargs
        if not _scope_lsp.is_known(ops):
            current = dict(_stack[-1])
        elif isinstance(ops, dict):
            if kwargs:
                raise ValueError(
                    "When attempting to re-use a scope by suppling adictionary, kwargs must be "
                    "empty."
                )
            current = dict(ops)
        elif not isinstance(ops, (list, tuple)):
            raise TypeError(
                "list_ops_or_scope must either be a list/tuple or reused scope (i.e. dict)"
            )
        else:
            current = dict(_stack[-1])
            for op in ops:
                key = arg_scope_func_key(op)
                merged = dict(current.get(key, {}))
                merged.update(kwargs)
                current[key] = merged
        _stack.append(current)
        return current

    def __exit__(self, *exception):
        _stack.pop()
        return False

    def __call__(self, function):
        def decorated(*args, **kwargs):
            with arg_scope(self._ops, **self._kwargs):
                return function(*args, **kwargs)

        return decorated


def add_arg_scope(func):
    def func_with_args(*args, **kwargs):
        defaults = _stack[-1].get(func)
        if defaults:
            merged = dict(defaults)
            merged.update(kwargs)
            return func(*args, **merged)
        return func(*args, **kwargs)

    func_with_args._key_op = func
    func_with_args.__wrapped__ = func
    func_with_args.__name__ = func.__name__
    func_with_args.__doc__ = func.__doc__
    _decorated[func] = True
    return func_with_args


def has_arg_scope(func):
    return arg_scope_func_key(func) in _decorated


def arg_scoped_arguments(func):
    return _scope_lsp.unknown("the arguments of a function")

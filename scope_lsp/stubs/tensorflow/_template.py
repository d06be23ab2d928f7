"""`tf.make_template`: a function whose variables are made once and shared by all its calls.

Modelled on ops/template.py of TensorFlow 1.15.5 (graph mode).
"""

import functools

import _scope_lsp

from tensorflow._checkpoints import TrackableReference
from tensorflow._graph import GraphKeys, get_collection
from tensorflow._variable_scope import variable_scope, wrap_scope


def make_template(
    name_, func_, create_scope_now_=False, unique_name_=None, custom_getter_=None, **kwargs
):
    if kwargs:
        func_ = functools.partial(func_, **kwargs)
    return Template(
        name_, func_, create_scope_now_, unique_name=unique_name_, custom_getter=custom_getter_
    )


_running = []
"""The templates whose first call is under way, the innermost last."""


def _variables():
    return get_collection(GraphKeys.GLOBAL_VARIABLES) + get_collection(GraphKeys.LOCAL_VARIABLES)


class Template:
    def __init__(self, name, func, create_scope_now=False, unique_name=None, custom_getter=None):
        self._func = func
        self._name = name
        self._unique_name = unique_name
        self._custom_getter = custom_getter
        if name is None:
            raise ValueError("name cannot be None.")
        self._variable_scope = None
        if create_scope_now:
            context = _scope_lsp.pure_variable_scope(
                unique_name or _scope_lsp.unique_variable_scope(name), custom_getter
            )
            self._variable_scope = wrap_scope(context.__enter__())
            context.__exit__()
        self._variables_created = False
        self._first_call = True
        self._made = []
        self._inner = []
        self._object = self  # what other templates depend on

    @property
    def _checkpoint_dependencies(self):
        """What was made in the first call: the variables, and the templates that made others."""
        start = len(self.variable_scope_name or "")
        found = []
        for variable in self._made:
            name, made = variable._op_name[start:], variable
            for template in self._inner:
                if variable in template._made:
                    name, made = template._variable_scope.name[start:], template._object
            if name not in [known for known, _ in found]:
                found.append(TrackableReference(name, made))
        return found

    def _call_func(self, *args, **kwargs):
        if self._variables_created:
            start = len(get_collection(GraphKeys.TRAINABLE_VARIABLES))
            result = self._func(*args, **kwargs)
            trainable = get_collection(GraphKeys.TRAINABLE_VARIABLES)
            if start != len(trainable):
                _scope_lsp.fail(
                    "Trainable variable created when calling a template after the first time, "
                    "perhaps you used tf.Variable when you meant tf.get_variable: %s"
                    % (trainable[start:],)
                )
            return result
        if not self._first_call:
            return self._func(*args, **kwargs)
        self._first_call = False
        before = len(_variables())
        for template in _running[-1:]:
            template._inner.append(self)
        _running.append(self)
        try:
            result = self._func(*args, **kwargs)
        except Exception:
            self._first_call = True
            raise
        finally:
            _running.pop()
        self._made = _variables()[before:]
        self._variables_created = True
        return result

    def __call__(self, *args, **kwargs):
        if self._variable_scope is not None:
            with variable_scope(self._variable_scope, reuse=not self._first_call):
                return self._call_func(*args, **kwargs)
        with variable_scope(
            self._unique_name, self._name, custom_getter=self._custom_getter
        ) as scope:
            self._variable_scope = scope
            return self._call_func(*args, **kwargs)

    @property
    def name(self):
        return self._name

    @property
    def func(self):
        return self._func

    @property
    def variable_scope(self):
        return self._variable_scope

    @property
    def var_scope(self):
        return self._variable_scope

    @property
    def variable_scope_name(self):
        if self._variable_scope is None:
            return None
        name = self._variable_scope.name
        return name if not name or name[-1] == "/" else name + "/"

    def _collection(self, key):
        if not self._variables_created:
            return []
        return _scope_lsp.get_collection(key, self.variable_scope_name, None, chosen=False)

    @property
    def variables(self):
        return self.global_variables + self.local_variables

    @property
    def trainable_variables(self):
        return self._collection(GraphKeys.TRAINABLE_VARIABLES)

    @property
    def non_trainable_variables(self):
        trainable = self.trainable_variables
        return [variable for variable in self.global_variables if variable not in trainable]

    @property
    def global_variables(self):
        return self._collection(GraphKeys.GLOBAL_VARIABLES)

    @property
    def local_variables(self):
        return self._collection(GraphKeys.LOCAL_VARIABLES)

    weights = variables
    trainable_weights = trainable_variables
    non_trainable_weights = non_trainable_variables

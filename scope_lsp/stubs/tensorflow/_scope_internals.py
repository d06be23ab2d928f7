"""The private attributes of variable scopes, which programs read and set too.

`scope._reuse = False` was the only way to end reuse before there was `AUTO_REUSE`.

Modelled on ops/variable_scope.py of TensorFlow 1.15.5 (`VariableScope.__init__`).
"""

import _scope_lsp


def _stored(name):
    """The attribute behind a property that has a method to set it."""

    def get(self):
        return getattr(self, name)

    def put(self, value):
        getattr(self, "set_" + name)(value)

    return property(get, put)


class ScopeInternals:
    _initializer = _stored("initializer")
    _regularizer = _stored("regularizer")
    _caching_device = _stored("caching_device")
    _partitioner = _stored("partitioner")
    _custom_getter = _stored("custom_getter")
    _dtype = _stored("dtype")
    _use_resource = _stored("use_resource")

    @property
    def _name(self):
        return self.name

    @_name.setter
    def _name(self, value):
        if _scope_lsp.is_a(value, str):
            _scope_lsp.set_scope_attribute(self._handle, "name", value)
        else:
            reason = "the new name of a variable scope is not known"
            _scope_lsp.lack(reason)
            _scope_lsp.unknown_code(reason, True)()

    @property
    def _name_scope(self):
        return self.original_name_scope

    @property
    def _constraint(self):
        return self.constraint

    @property
    def _reuse(self):
        return self.reuse

    @_reuse.setter
    def _reuse(self, value):
        _scope_lsp.reuse_variables(self._handle, value)

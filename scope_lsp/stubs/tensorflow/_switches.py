"""How a program says which behaviour of TensorFlow it wants: eager, resource variables, version 2.

Modelled on framework/ops.py, ops/variable_scope.py and compat/v2_compat.py of TensorFlow 1.15.5.
"""

import _scope_lsp

from tensorflow._control_flow import (
    disable_control_flow_v2,
    enable_control_flow_v2,
)


def enable_resource_variables():
    _scope_lsp.set_default_use_resource(True)


def disable_resource_variables():
    _scope_lsp.set_default_use_resource(False)


def resource_variables_enabled():
    return _scope_lsp.default_use_resource()


def executing_eagerly():
    return _scope_lsp.executing_eagerly()


def enable_eager_execution(config=None, device_policy=None, execution_mode=None):
    _scope_lsp.set_eager(True)


def disable_eager_execution():
    _scope_lsp.set_eager(False)


def enable_v2_behavior():
    enable_control_flow_v2()
    _scope_lsp.set_eager(True)
    _scope_lsp.set_default_use_resource(True)


def disable_v2_behavior():
    disable_control_flow_v2()
    _scope_lsp.set_eager(False)
    _scope_lsp.set_default_use_resource(False)

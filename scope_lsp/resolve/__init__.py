"""Modules and names: the only part of the analysis that reads files, and the only user of jedi.

Nothing that it finds is ever imported, run or started.
"""

from scope_lsp.resolve.modules import ModuleLoader, module_name, path_of
from scope_lsp.resolve.parameter_classes import ParameterClasses

__all__ = ["ModuleLoader", "ParameterClasses", "module_name", "path_of"]

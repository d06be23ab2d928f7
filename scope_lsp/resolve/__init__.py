"""Modules and names: the only part of the analysis that reads files, and the only user of jedi.

Nothing that it finds is ever imported, run or started.
"""

from scope_lsp.resolve.definitions import Definitions, Location
from scope_lsp.resolve.modules import ModuleLoader, module_name, path_of

__all__ = ["Definitions", "Location", "ModuleLoader", "module_name", "path_of"]

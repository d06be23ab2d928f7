"""tensorflow.python.util.all_util: what is documented; other names are left where they are."""


def make_all(module_name, doc_string_modules=None):
    import _scope_lsp  # not a name of this module

    return _scope_lsp.unknown("the names that the documentation of a module mentions")


def reveal_undocumented(symbol_name, target_module=None):
    pass


def remove_undocumented(module_name, allowed_exception_list=None, doc_string_modules=None):
    pass

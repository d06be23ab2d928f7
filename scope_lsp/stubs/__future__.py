"""Model of ``__future__``: names that mean nothing at run time."""

absolute_import = annotations = division = generators = generator_stop = nested_scopes = None
print_function = unicode_literals = with_statement = barry_as_FLUFL = None

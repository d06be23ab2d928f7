"""Model of what TensorFlow programs take of `distutils`, which Python had until 3.11: versions."""


def __getattr__(name):
    import _scope_lsp  # not a name of this module

    return _scope_lsp.unknown("distutils." + name)

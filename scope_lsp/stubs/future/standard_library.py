"""Model of ``future.standard_library``."""


def install_aliases():
    return None


install_hooks = remove_hooks = install_aliases

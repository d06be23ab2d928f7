"""Model of ``glob``: what lies in the workspace, sorted."""

from _scope_lsp_host import glob_paths, is_known


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return glob_paths(pathname, recursive)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    found = glob_paths(pathname, recursive)
    return iter(found) if is_known(found) else found


glob1 = glob0 = lambda dirname, pattern: glob_paths(dirname + "/" + pattern)


def has_magic(s):
    return "*" in s or "?" in s or "[" in s


def escape(pathname):
    return "".join(["[" + letter + "]" if letter in "*?[" else letter for letter in pathname])

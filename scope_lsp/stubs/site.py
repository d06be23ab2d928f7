"""Model of ``site``: folders that a program adds to its path."""

import os
import sys

from _scope_lsp_host import unknown

ENABLE_USER_SITE = True


def addsitedir(sitedir, known_paths=None):
    folder = os.path.abspath(sitedir)
    if folder not in sys.path:
        sys.path.append(folder)
    return known_paths


def getsitepackages(prefixes=None):
    return unknown("where packages are installed")


getusersitepackages = getuserbase = getsitepackages


def __getattr__(name):
    return unknown("site." + name)

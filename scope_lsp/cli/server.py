"""``scope-lsp server``: starts the language server, which is in ``server``."""

from __future__ import annotations

import argparse


def run(options: argparse.Namespace) -> int:
    """Serve until the client is done."""
    from scope_lsp.server.server import main

    return main(options.tcp)

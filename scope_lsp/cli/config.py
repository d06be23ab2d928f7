"""``scope-lsp config [PATH]``: the settings in force for a file or folder, and their sources."""

from __future__ import annotations

import argparse
import json
import os
import sys

from scope_lsp import escape
from scope_lsp.cli.configuration import BadOption, Configuration
from scope_lsp.cli.console import Paint, complain, emit, shown_path
from scope_lsp.settings import all_settings, kebab


def run(options: argparse.Namespace) -> int:
    """Print every setting; returns exit code 2 if ``--config`` is invalid."""
    try:
        configuration = Configuration(options.config)
    except BadOption as error:
        complain(str(error))
        return 2
    path = os.path.abspath(options.path)
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    settings = configuration.of_folder(folder)
    origins = configuration.origins(folder)
    rows = []
    for setting in all_settings():
        value = getattr(settings, setting.field)
        value = list(value) if isinstance(value, tuple) else value
        found = [name for name, partial in origins if setting.field in partial.values]
        rows.append((kebab(setting.key), value, found or ["default"]))
    if options.format == "json":
        document = {key: {"value": value, "from": found} for key, value, found in rows}
        emit(json.dumps(document, indent=1) + "\n")
        return 0
    paint = Paint(sys.stdout)
    lines = []
    for key, value, found in rows:
        where = ", ".join(shown_path(name) for name in found)
        text = escape.visible(json.dumps(value, ensure_ascii=False))
        lines.append(
            f"{paint(key, 'bold')} = {text}  {paint(f'# {escape.visible(where)}', 'dim')}\n"
        )
    emit("".join(lines))
    return 0

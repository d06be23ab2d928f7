"""Writes what is made from code, pages and settings: ``python docs/generate.py``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # some of it is computed in tests/

from docs import commands_page, features_page, json_page, settings_page
from scope_lsp.rules import page
from tests.editors.vscode import manifest
from tests.stubs import coverage_page

if __name__ == "__main__":
    Path(page.PAGE).write_text(page.text(), encoding="utf-8")
    features_page.PAGE.write_text(features_page.text(), encoding="utf-8")
    settings_page.PAGE.write_text(settings_page.text(), encoding="utf-8")
    commands_page.PAGE.write_text(commands_page.text(), encoding="utf-8")
    json_page.PAGE.write_text(json_page.text(), encoding="utf-8")
    for name, schema in json_page.SCHEMAS.items():
        (json_page.FOLDER / name).write_text(json_page.as_file(schema()), encoding="utf-8")
    coverage_page.PAGE.write_text(coverage_page.text(), encoding="utf-8")
    manifest.PACKAGE.write_text(manifest.text(), encoding="utf-8")
    manifest.LOCK.write_text(manifest.lock(), encoding="utf-8")

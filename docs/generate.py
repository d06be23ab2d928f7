"""Writes the pages that are made from code: ``python docs/generate.py``."""

from pathlib import Path

from scope_lsp.rules import page

if __name__ == "__main__":
    Path(page.PAGE).write_text(page.text(), encoding="utf-8")

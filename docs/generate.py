"""Writes the pages that are made from code: ``python docs/generate.py``."""

from scope_lsp.rules import page

if __name__ == "__main__":
    page.PAGE.write_text(page.text(), encoding="utf-8")

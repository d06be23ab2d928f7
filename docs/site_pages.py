"""Joins pages that lie outside of ``docs/`` to the site, and makes links lead into it (MkDocs).

The same Markdown is read in the repository, where a link leads from file to file, and on the site,
which has only what ``docs/`` holds.  So the README, the rules, the changes and the extension's page
become pages of the site, any other file that a page links to is put below ``files/``, and links
are written anew.  A link that leads nowhere is left as it is: the strict build names it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parent.parent
PAGES: Mapping[str, str] = {
    "README.md": "index.md",
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "reporting-holes.md",
    "scope_lsp/rules/documentation.md": "rules.md",
    "vscode-client/README.md": "vscode-extension.md",
}
"""Pages from elsewhere: where they lie in the repository, and on the site."""
_LINK = re.compile(r"(\]\()(?!https?:|mailto:|#|<)([^)\s#]+)")
_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and files from outside of ``docs/``."""
    for source, uri in PAGES.items():
        files.append(File.generated(config, uri, abs_src_path=str(ROOT / source)))
    for page in list(files.documentation_pages()):
        for target in targets(page.content_string, source_of(page.src_uri)):
            uri = place(target)
            if uri.startswith("files/") and (ROOT / target).is_file() and uri not in files.src_uris:
                files.append(File.generated(config, uri, abs_src_path=str(ROOT / target)))
    return files


def on_page_markdown(markdown: str, page: Any, config: MkDocsConfig, files: Files) -> str:
    """Let the links of a page lead to where the site has their targets."""
    here = page.file.src_uri
    source = source_of(here)

    def link(match: re.Match[str]) -> str:
        target = _resolved(match[2], source)
        uri = posixpath.relpath(place(target), posixpath.dirname(here) or ".")
        return match[1] + uri

    # What is folded is Markdown too, which the repository's own view knows by itself.
    return rewritten(markdown, link).replace("<details>", '<details markdown="1">')


def rewritten(markdown: str, link: Any) -> str:
    """The Markdown with ``link`` applied to what is outside of code."""
    parts, last = [], 0
    for code in _CODE.finditer(markdown):
        parts += [_LINK.sub(link, markdown[last : code.start()]), code[0]]
        last = code.end()
    return "".join([*parts, _LINK.sub(link, markdown[last:])])


def targets(markdown: str, source: str) -> list[str]:
    """The files that a page of the repository links to, as paths from its top."""
    return [_resolved(match[2], source) for match in _LINK.finditer(_CODE.sub("", markdown))]


def source_of(uri: str) -> str:
    """Where a page of the site lies in the repository."""
    return {uri: source for source, uri in PAGES.items()}.get(uri, f"docs/{uri}")


def place(path: str) -> str:
    """Where the site has a file of the repository."""
    if path in PAGES:
        return PAGES[path]
    return path.removeprefix("docs/") if path.startswith("docs/") else f"files/{path}"


def _resolved(target: str, source: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))

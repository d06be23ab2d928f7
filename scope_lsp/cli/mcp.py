"""``scope-lsp mcp``: the commands as tools of an MCP server on stdio, for agents that edit code.

Needs the extra ``mcp``, the official SDK.  What the tools do is in ``mcp_tools``.
"""

from __future__ import annotations

import argparse

import scope_lsp
from scope_lsp.cli.console import complain


def run(options: argparse.Namespace) -> int:
    """Serve until the client is done; exit code 2 when the extra is not installed."""
    try:
        from mcp.server.mcpserver import MCPServer
        from mcp.types import ToolAnnotations

        from scope_lsp.cli.mcp_tools import INSTRUCTIONS, TOOLS
    except ImportError:
        complain("mcp: the extra mcp is not installed: in a clone, pip install '.[mcp]'")
        return 2
    server = MCPServer(
        "scope-lsp", instructions=INSTRUCTIONS, version=scope_lsp.__version__, log_level="WARNING"
    )
    reads = ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    for tool in TOOLS:
        server.tool(annotations=reads)(tool)
    server.run("stdio")
    return 0

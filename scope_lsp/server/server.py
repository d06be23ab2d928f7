"""``scope-lsp server``: the process around the server, its streams, its log and its end.

Users notice the start-up time, so the analysing process is started first and loads while this one
does.  Then the client's messages are read (``opening``), and only then the server is loaded.
"""

from __future__ import annotations

import gc
import logging
import os
import sys

from scope_lsp.server.launch import ANALYSIS, Launched

_LOADING = (10_000, 10, 100)
"""How often garbage is collected while the server loads: seldom, because imports leave little, but
without it they would take a quarter more memory for good."""


def main(tcp: tuple[str, int] | None = None, analysis: str = ANALYSIS) -> int:
    """Serve one client on stdio, or on a socket for debugging; returns the exit code.

    ``analysis`` names the module with which the worker analyses.  Only the protocol is written to
    stdout: what anything else prints goes to stderr.
    """
    descriptor, output = os.dup(0), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    launched = Launched(analysis)
    usual = gc.get_threshold()
    gc.set_threshold(*_LOADING)

    from scope_lsp.server.opening import Opening

    opening = Opening(descriptor, output) if tcp is None else None

    from scope_lsp.server.document_settings import first_job
    from scope_lsp.server.supervisor import Supervisor

    supervisor = Supervisor(analysis, launched=launched)
    if opening is not None:
        opening.on_open(lambda initialize, opened: supervisor.prime(first_job(initialize, opened)))
    try:
        import asyncio

        from scope_lsp.server import handlers, transport
        from scope_lsp.server.client_log import ClientLog
        from scope_lsp.server.language_server import ScopeServer
        from scope_lsp.server.protocol import is_fault

        stderr = logging.StreamHandler(sys.stderr)
        stderr.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
        # A request that was answered before it was cancelled need not be reported.
        logging.getLogger("pygls").setLevel(logging.ERROR)
        logging.getLogger("pygls.protocol.json_rpc").addFilter(is_fault)

        async def serve() -> int:
            server = handlers.register(ScopeServer(supervisor))
            logging.getLogger().addHandler(ClientLog(server, stderr))
            gc.set_threshold(*usual)
            gc.freeze()
            try:
                if opening is not None:
                    await transport.serve_stdio(server.protocol, opening, output)
                elif tcp is not None:
                    await transport.serve_tcp(server.protocol, *tcp)
            finally:
                await server.session.scheduler.stop()
                await server.session.importing.stop()
                await server.session.closed.stop()
            return server.protocol.exit_code

        return asyncio.run(serve())
    except KeyboardInterrupt:
        return 130
    finally:
        supervisor.close()

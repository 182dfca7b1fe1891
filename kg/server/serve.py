"""Serve the workbench until it is stopped."""

from __future__ import annotations

import signal
import socket
import sys
import threading

from kg.server.application import Workbench
from kg.server.connections import Handler, Patience, Server
from kg.server.options import ServeOptions

#: connections that the system holds until they are taken
_WAITING = 1024


class PortTakenError(OSError):
    """Nobody can listen there; mostly because something else does already."""

    def __init__(self, options: ServeOptions, reason: OSError) -> None:
        super().__init__(
            f"cannot listen at {options.host}:{options.port} ({reason.strerror}); "
            "choose another port with --port, or 0 for any free one"
        )


def server(options: ServeOptions, patience: Patience | None = None) -> Server:
    """Return a server that is ready to ``serve_forever``.

    Raises:
        NoGraphError, OpenServerError: see `Workbench`.
        PortTakenError: something else listens there.
    """
    workbench = Workbench(options)
    with _listening(options) as listening:
        running = Server(options.host, listening.getsockname()[1], workbench, Handler, fd=listening.fileno())
    running.patience = patience or Patience()
    return running


def _listening(options: ServeOptions) -> socket.socket:
    """Return the socket; the library would print advice of its own and exit where the port is taken."""
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    try:
        return socket.create_server((options.host.strip("[]"), options.port), family=family, backlog=_WAITING)
    except OSError as error:
        raise PortTakenError(options, error) from error


def address(options: ServeOptions, server: Server) -> str:
    """Return where the workbench can be opened, with the token where there is one."""
    host = f"[{options.host}]" if ":" in options.host else options.host
    return f"http://{host}:{server.port}/" + (f"?token={options.token}" if options.token else "")


def serve(options: ServeOptions) -> None:
    """Serve until the user interrupts; the address goes to standard error."""
    running = server(options)
    _stop_when_told()
    print(f"{address(options, running)}  (stop with Ctrl+C)", file=sys.stderr, flush=True)
    try:
        running.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        running.server_close()


def _stop_when_told() -> None:
    """Let Ctrl-C and the signal of a supervisor both end the server, also one that a script started."""
    if threading.current_thread() is threading.main_thread():
        for told in (signal.SIGINT, signal.SIGTERM):
            signal.signal(told, signal.default_int_handler)

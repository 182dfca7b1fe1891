"""Connections that cannot hold the server: so many at once, each silent for so long at most, each ended at last."""

from __future__ import annotations

import io
import socket
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

if TYPE_CHECKING:
    from wsgiref.types import WSGIEnvironment

#: bytes of what is left of a request that are read at a time
_SIP = 1 << 20
_BUFFER = 1 << 16
_SORRY = b"too many visitors at once; try again in some seconds\n"
_BUSY = (
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\n"
    b"Content-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s" % (len(_SORRY), _SORRY)
)


@dataclass(frozen=True, slots=True)
class Patience:
    """How many connections are open at once, and how long one may last."""

    #: connections above are refused with status 503
    connections: int = 256
    #: seconds in which a request must be here, and for which a visitor may take nothing of the answer
    silence: float = 30
    #: seconds that a connection may last in all: enough for the longest answer over a slow line
    longest: float = 300


class Server(ThreadedWSGIServer):
    """Answers each visitor in a thread, and lets none keep it for ever."""

    #: set before the first connection
    patience = Patience()

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._ends: dict[socket.socket, float] = {}
        self._lock = threading.Lock()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own, or refuse where too many are at it."""
        with self._lock:
            is_full = len(self._ends) >= self.patience.connections
            if not is_full:
                self._ends[request] = time.monotonic() + self.patience.silence
        if is_full:
            _refuse(request)
            self.shutdown_request(request)
        else:
            super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer one visitor."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                self._ends.pop(request, None)

    def prolong(self, request: socket.socket) -> None:
        """Note that the request is here: from now on the limit is that of the whole connection."""
        with self._lock:
            self._ends[request] = time.monotonic() + self.patience.longest

    def service_actions(self) -> None:
        """End the connections whose time is over; the server calls this twice a second."""
        super().service_actions()
        now = time.monotonic()
        with self._lock:
            for request in [one for one, end in self._ends.items() if end < now]:
                with suppress(OSError):
                    request.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep silent about visitors who went away; other errors are reported."""
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


class Handler(WSGIRequestHandler):
    """Says nothing of each request, and nothing of the software to visitors."""

    protocol_version = "HTTP/1.1"
    wbufsize = _BUFFER
    server: Server

    def setup(self) -> None:
        """Let no single read or write wait longer than the server's patience."""
        super().setup()
        self.connection.settimeout(self.server.patience.silence)

    def make_environ(self) -> WSGIEnvironment:
        """Return the request, whose head is here; the application reads its body, and the rest nobody."""
        self.server.prolong(self.request)
        self.wfile.flush()  # "100 Continue", which a client waits for before it sends the body
        environ = super().make_environ()
        self.rfile = _Rest(self.connection.makefile("rb", buffering=0))
        return environ

    def version_string(self) -> str:
        return "newskg"

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Keep silent."""

    def log_error(self, format: str, *args: Any) -> None:
        """Keep silent about faults of visitors; those of the program are reported elsewhere."""


class _Rest(io.BufferedReader):
    """What a visitor still sends when the answer is out: taken as it comes, little at a time, and never waited for."""

    def read(self, size: int | None = -1, /) -> bytes:
        return self.read1(_SIP if size is None or size < 0 else min(size, _SIP))


def _refuse(request: socket.socket) -> None:
    request.setblocking(False)
    with suppress(OSError):
        request.send(_BUSY)

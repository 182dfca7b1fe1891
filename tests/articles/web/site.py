"""A web site on this machine for the tests: it says what it is told to, and notes what it was asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Said:
    """An answer of the site."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    #: seconds between two pieces of the answer
    pause: float = 0.0


@dataclass
class Site:
    """Pages by path, and the requests that came in."""

    address: str
    pages: dict[str, Said] = field(default_factory=dict)
    #: path and headers of each request
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for."""
        return [path for path, _ in self.asked]


@contextmanager
def site() -> Iterator[Site]:
    """Serve a site on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append((self.path, dict(self.headers)))
            said = found.pages.get(self.path, Said(b"nothing here", 404))
            etag = said.headers.get("ETag")
            if etag and self.headers.get("If-None-Match") == etag:
                said = Said(b"", 304, {"ETag": etag})
            self.send_response(said.status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self._write(said)

        def _write(self, said: Said) -> None:
            try:
                for start in range(0, len(said.body), 1 << 16):
                    self.wfile.write(said.body[start : start + (1 << 16)])
                    time.sleep(said.pause)
            except OSError:
                pass  # the other side has heard enough

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()

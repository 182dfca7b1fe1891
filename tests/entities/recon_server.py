"""A reconciliation service over HTTP for tests, in a process of its own: the stories of the newsroom, as entities.

    python -m tests.entities.recon_server [FAULT]

It prints its port. Each request is answered as the specification says, unless FAULT is one of: busy (the first two
batches get 503), silent (no result), text (no JSON), refused (403). GET /seen tells what was asked so far.
"""

from __future__ import annotations

import json
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs

from kg.graph.store import GraphStore
from kg.server import reconciliation
from tests.graph.newsroom import newsroom


class Handler(BaseHTTPRequestHandler):
    """Answers the manifest and batches of queries."""

    graph: GraphStore
    fault = ""
    seen: ClassVar[list[dict[str, object]]] = []

    def do_GET(self) -> None:
        """Answer the manifest, or what was asked."""
        if self.path == "/seen":
            self._answer(self.seen)
        else:
            host, port = self.server.server_address[:2]
            self._answer(reconciliation.manifest(f"http://{host!s}:{port}"))

    def do_POST(self) -> None:
        """Answer a batch."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        queries = json.loads(parse_qs(body)["queries"][0])
        self.seen.append({"at": time.monotonic(), "queries": queries})
        if self.fault == "refused":
            self.send_error(403)
        elif self.fault == "busy" and len(self.seen) < 3:
            self.send_response(503)
            self.send_header("Retry-After", "0")
            self.end_headers()
        elif self.fault == "silent":
            self._answer({key: {} for key in queries})
        elif self.fault == "text":
            self._send(b"<html>sorry</html>")
        else:
            self._answer(reconciliation.answer(queries, self.graph))

    def _answer(self, value: object) -> None:
        self._send(json.dumps(value).encode())

    def _send(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def main() -> None:
    """Serve until killed."""
    Handler.graph = GraphStore()
    for story in newsroom():
        story.into(Handler.graph)
    Handler.fault = sys.argv[1] if len(sys.argv) > 1 else ""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()

"""Visitors who are silent, slow, too many or too long do not hold the server: short limits, real connections."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.server.connections import Patience, Server
from kg.server.options import ServeOptions
from kg.server.serve import server

PAGE = b"GET /entity/kftc HTTP/1.1\r\nHost: localhost\r\n\r\n"
LARGE = b"GET /static/workbench.js HTTP/1.1\r\nHost: localhost\r\n\r\n"


@contextmanager
def serving(folder: Path, **patience: float) -> Iterator[Server]:
    given = {"connections": 50, "silence": 20, "longest": 60, **patience}
    running = server(ServeOptions(folder, port=0), Patience(int(given.pop("connections")), **given))
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield running
    finally:
        running.shutdown()
        thread.join()
        running.server_close()


def visit(running: Server, *parts: bytes, pause: float = 0) -> bytes:
    """Send a request in parts and return all that comes until the server closes; b"" where it closed without a word."""
    with socket.create_connection(("127.0.0.1", running.port), timeout=30) as client:
        try:
            for part in parts:
                client.sendall(part)
                time.sleep(pause)
            return b"".join(iter(lambda: client.recv(1 << 16), b""))
        except ConnectionError:
            return b""


def test_who_is_silent_is_let_go(folder: Path) -> None:
    with serving(folder, silence=0.5) as running:
        began = time.monotonic()
        assert visit(running, PAGE[:20]) == b""
        assert 0.4 < time.monotonic() - began < 15
        assert visit(running, PAGE).startswith(b"HTTP/1.1 200")


def test_who_sends_drop_by_drop_is_let_go(folder: Path) -> None:
    drops = [bytes([byte]) for byte in PAGE[:-2] + b"X: " + b"a" * 1000]
    with serving(folder, silence=1) as running:
        began = time.monotonic()
        assert visit(running, *drops, pause=0.05) == b""
        assert time.monotonic() - began < 30


def test_who_sends_a_body_drop_by_drop_is_let_go(folder: Path) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
    kind = b"Content-Type: application/sparql-query\r\n\r\n"
    with serving(folder, silence=5, longest=1) as running:
        began = time.monotonic()
        assert not visit(running, head + kind, *[b"#"] * 1000, pause=0.05).startswith(b"HTTP/1.1 200")
        assert time.monotonic() - began < 30


def test_who_takes_nothing_of_a_long_answer_is_let_go(folder: Path) -> None:
    query = b"SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 60000".replace(b" ", b"+").replace(b"?", b"%3F")
    with serving(folder, silence=1) as running, socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 12)
        client.connect(("127.0.0.1", running.port))
        client.sendall(b"GET /sparql?query=" + query + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert _until(lambda: len(running._ends) == 1)
        assert _until(lambda: not running._ends)


@pytest.mark.parametrize("size", [10, 5_000_000])
def test_a_refused_body_does_not_keep_the_answer(folder: Path, size: int) -> None:
    """The client waits for the end of the answer, the server for the end of the request: neither waits for ever."""
    head = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: {size}\r\n\r\n"
    with serving(folder) as running:
        began = time.monotonic()
        assert visit(running, head.encode(), b"#" * size)[:12] in (b"HTTP/1.1 413", b"HTTP/1.1 415")
        assert time.monotonic() - began < 15


def test_a_client_that_asks_before_it_sends_is_answered_at_once(folder: Path) -> None:
    query = b"ASK { ?a ?b ?c }"
    head = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(query)}\r\nExpect: 100-continue\r\n"
    with serving(folder) as running, socket.create_connection(("127.0.0.1", running.port), timeout=15) as client:
        client.sendall(head.encode() + b"Content-Type: application/sparql-query\r\n\r\n")
        assert client.recv(1 << 10).startswith(b"HTTP/1.1 100 Continue")
        client.sendall(query)
        assert b"HTTP/1.1 200 OK" in b"".join(iter(lambda: client.recv(1 << 16), b""))


def test_too_many_at_once_are_told_to_come_again(folder: Path) -> None:
    with serving(folder, connections=2) as running:
        waiting = [socket.create_connection(("127.0.0.1", running.port)) for _ in range(2)]
        assert _until(lambda: len(running._ends) == 2)
        assert b"503 Service Unavailable" in (refused := visit(running, PAGE)) and b"Retry-After: 5" in refused
        for one in waiting:
            one.close()
        assert _until(lambda: not running._ends)
        assert visit(running, PAGE).startswith(b"HTTP/1.1 200")


def test_who_goes_away_is_no_fault(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(folder) as running:
        for request in (LARGE, b"\0\xff\r\n\r\n", b"GET\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", running.port)) as client:
                client.sendall(request)
        assert _until(lambda: not running._ends)
        assert visit(running, PAGE).startswith(b"HTTP/1.1 200")
    assert capsys.readouterr().err == ""


def _until(is_so, seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end:
        time.sleep(0.02)
    return bool(is_so())

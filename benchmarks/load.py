"""Load `kg serve` on this machine with many clients at once, and see whether anything is lost or hangs.

    python benchmarks/load.py                             # 200 clients for a minute
    python benchmarks/load.py --graph graph/ --clients 400 --seconds 120

Each client does one thing over and over: read pages, ask small queries, ask for all there is and take it slowly, ask
what never ends, send too much, go away in the middle, or send half a request and wait. An answer is lost if it breaks
off, is no answer of the kind's, or says something else than the same request said before the load. When the time is
over, the server must have no thread and no process more than before, and answer.

Times include the clients' own work, which shares the machine's processors with the server.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

import psutil

from benchmarks.corpus import Corpus, write_corpus
from benchmarks.measure import say
from kg.graph.build import build

#: seconds after which a client takes the server for hung
_PATIENCE = 120
#: a slow client takes so many bytes at a time, so many seconds apart
_SIP, _PAUSE = 1 << 15, 0.2
_ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
_ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
_SMALL = (
    "SELECT ?a ?b { ?a kg:partnersWith ?b } ORDER BY ?a ?b",
    "SELECT ?a ?b { ?a kg:acquires ?b } ORDER BY ?a ?b LIMIT 20",
    "SELECT (COUNT(*) AS ?n) { ?s a kg:Company }",
)
_PAGES = ("/", "/articles", "/entities", "/search?q=Siemens", "/suggest?q=Sie", "/entities?type=Company", "/query",
          "/static/workbench.css")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Request:
    """What one kind of client sends, and how it takes the answer."""

    head: bytes
    body: bytes = b""
    #: the client takes the answer slowly
    is_slow: bool = False
    #: the client goes away after the first bytes
    is_left: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    #: 0 where the server closed without an answer
    status: int
    digest: str
    #: whether all came that the head promised
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of client."""

    name: str
    #: of a hundred clients
    share: int
    requests: Sequence[Request]
    #: what the server may say
    expected: frozenset[int]


@dataclass(slots=True)
class Tally:
    """What the clients of a kind saw."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)


def get(path: str, **how: bool) -> Request:
    """Return a request for a page."""
    return Request(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n".encode(), **how)


def asked(sparql: str, **how: bool) -> Request:
    """Return a request with a query."""
    return get(f"/sparql?query={quote(sparql)}", **how)


def sent(body: bytes) -> Request:
    """Return a request that sends a query as its body."""
    kind = f"Content-Type: application/sparql-query\r\nContent-Length: {len(body)}"
    return Request(f"POST /sparql HTTP/1.1\r\nHost: localhost\r\n{kind}\r\n\r\n".encode(), body)


#: refused queries say 503: the time is over, or no place becomes free
KINDS = (
    Kind("pages", 45, tuple(map(get, _PAGES)), frozenset({200})),
    Kind("small queries", 15, tuple(map(asked, _SMALL)), frozenset({200, 503})),
    Kind("slow readers of all triples", 15, (asked(_ALL, is_slow=True),), frozenset({200, 503})),
    Kind("endless queries", 10, (asked(_ENDLESS),), frozenset({503})),
    Kind("queries of 5 MB", 5, (sent(b"#" * 5_000_000),), frozenset({413})),
    Kind("clients who leave", 5, (asked(_ALL, is_left=True), get("/articles", is_left=True)), frozenset({0, 200, 503})),
    Kind("half a request, then silence", 5, (Request(b"GET / HTTP/1.1\r\nHost: "),), frozenset({0})),
)  # fmt: skip


class Load:
    """A server under load."""

    def __init__(self, port: int, clients: int, seconds: float, kinds: Sequence[Kind] = KINDS, seed: int = 1) -> None:
        self.port, self.clients, self.seconds, self._kinds = port, clients, seconds, kinds
        self._chance = random.Random(seed)
        #: what each request says when nobody else asks
        self._quiet: dict[Request, str] = {}
        self.tallies: Mapping[str, Tally] = {kind.name: Tally() for kind in kinds}

    async def run(self) -> None:
        """Let the clients loose until the time is over and each has its last answer."""
        for request in (one for kind in self._kinds if 200 in kind.expected for one in kind.requests):
            self._quiet[request] = (await self._ask(Request(request.head))).digest
        end = time.monotonic() + self.seconds
        await asyncio.gather(*(self._client(kind, end) for kind in self._of_clients()))

    def _of_clients(self) -> list[Kind]:
        """Return the kind of each client; every kind has one at least."""
        counts = {kind: max(1, self.clients * kind.share // 100) for kind in self._kinds}
        return [kind for kind, count in counts.items() for _ in range(count)]

    async def _client(self, kind: Kind, end: float) -> None:
        while time.monotonic() < end:
            await self._once(kind, self._chance.choice(kind.requests))

    async def _once(self, kind: Kind, request: Request) -> None:
        tally, began = self.tallies[kind.name], time.monotonic()
        try:
            async with asyncio.timeout(_PATIENCE):
                answer = await self._ask(request)
        except (OSError, TimeoutError) as error:
            tally.lost.append(f"{type(error).__name__}: {error}")
            return
        tally.seconds.append(time.monotonic() - began)
        tally.statuses[answer.status] += 1
        if fault := self._fault(kind, request, answer):
            tally.lost.append(fault)

    def _fault(self, kind: Kind, request: Request, answer: Answer) -> str:
        if answer.status not in kind.expected:
            return f"status {answer.status}"
        if not answer.is_whole:
            return "broke off"
        wanted = self._quiet.get(request, answer.digest)
        return "says something else" if answer.status == 200 and answer.digest != wanted else ""

    async def _ask(self, request: Request) -> Answer:
        reader, writer = await _connected(self.port, request.is_slow)
        try:
            writer.write(request.head + request.body)
            if request.is_left:
                await reader.read(100)
                return Answer(0, "", True)
            return _answer(await _taken(reader, request.is_slow))
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()


async def _connected(port: int, is_slow: bool) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Connect; the system holds little for a slow client, so that the server feels that it is slow."""
    client = socket.socket()
    client.setblocking(False)
    if is_slow:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _SIP)
    await asyncio.get_running_loop().sock_connect(client, ("127.0.0.1", port))
    return await asyncio.open_connection(sock=client, limit=_SIP)


async def _taken(reader: asyncio.StreamReader, is_slow: bool) -> bytes:
    parts = []
    while part := await reader.read(_SIP):
        parts.append(part)
        if is_slow:
            await asyncio.sleep(_PAUSE)
    return b"".join(parts)


def _answer(data: bytes) -> Answer:
    """Take an answer apart; one that says its length, or comes in chunks, shows whether it is whole."""
    head, _, body = data.partition(b"\r\n\r\n")
    if not head:
        return Answer(0, "", True)
    lines = head.decode("latin-1").split("\r\n")
    fields = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
    if fields.get("transfer-encoding") == "chunked":
        is_whole, body = body.endswith(b"\r\n0\r\n\r\n") or body == b"0\r\n\r\n", b"".join(_chunks(body))
    else:
        is_whole = len(body) == int(fields.get("content-length", len(body)))
    # triples come in any order
    told = b"\n".join(sorted(body.splitlines()))
    return Answer(int(lines[0].split()[1]), hashlib.sha256(told).hexdigest(), is_whole)


def _chunks(body: bytes) -> Iterator[bytes]:
    place = 0
    while (end := body.find(b"\r\n", place)) >= 0 and (size := int(body[place:end], 16)):
        yield body[end + 2 : end + 2 + size]
        place = end + 2 + size + 2


@contextmanager
def serving(graph: Path, *options: str) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """Start `kg serve`; yield its port and its process."""
    command = [sys.executable, "-m", "kg", "serve", "--graph", str(graph), "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            yield urlsplit(process.stderr.readline().split()[0]).port or 0, process
        finally:
            process.terminate()


def measure(
    graph: Path, clients: int, seconds: float, kinds: Sequence[Kind] = KINDS, options: Sequence[str] = ()
) -> dict[str, object]:
    """Return the figures of a load test; ``faults`` tells what went wrong."""
    with serving(graph, *options) as (port, server):
        process = psutil.Process(server.pid)
        load = Load(port, clients, seconds, kinds)
        asyncio.run(load._ask(get("/")))
        threads = process.num_threads()
        with _watched(process) as memory:
            asyncio.run(load.run())
        calm = _seconds_until(lambda: process.num_threads() <= threads and not process.children(), _PATIENCE)
        began = time.monotonic()
        last = asyncio.run(load._ask(get("/")))
        after, said = time.monotonic() - began, _said(server)
    faults = [f"{name}: {fault}" for name, tally in load.tallies.items() for fault in tally.lost]
    faults += ["threads or processes are left"] if calm is None else []
    faults += [f"status {last.status} after the load"] if last.status != 200 else []
    faults += [f"the server said: {said}"] if said else []
    return {
        "clients": clients, "seconds": seconds, "kinds": {name: _figures(one) for name, one in load.tallies.items()},
        "faults": faults, "seconds until no thread was left": calm, "seconds for a page after the load": after,
        "megabytes at most": round(max(memory) / (1 << 20)),
    }  # fmt: skip


def _said(server: subprocess.Popen[str]) -> str:
    """Stop the server and return what it said on standard error."""
    server.terminate()
    return str(server.communicate()[1]).strip()[-500:]


@contextmanager
def _watched(process: psutil.Process) -> Iterator[list[int]]:
    """Yield the resident bytes of the server and its queries, as a list that grows."""
    seen, is_over = [process.memory_info().rss], threading.Event()

    def look() -> None:
        while not is_over.wait(0.5):
            seen.append(_memory(process))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield seen
    finally:
        is_over.set()
        watcher.join()


def _memory(process: psutil.Process) -> int:
    total = 0
    for one in (process, *process.children()):
        with suppress(psutil.NoSuchProcess):
            total += one.memory_info().rss
    return total


def _seconds_until(is_so: Callable[[], bool], most: float) -> float | None:
    began = time.monotonic()
    while not is_so():
        if time.monotonic() - began > most:
            return None
        time.sleep(0.1)
    return round(time.monotonic() - began, 1)


def _figures(tally: Tally) -> dict[str, object]:
    cuts = statistics.quantiles(tally.seconds, n=100, method="inclusive") if len(tally.seconds) > 1 else tally.seconds
    found = {f"{percent} %": round(cuts[percent - 1], 3) for percent in (50, 95, 99)} if len(cuts) > 1 else {}
    slowest = {"slowest": round(max(tally.seconds), 3)} if tally.seconds else {}
    statuses = {str(status): count for status, count in sorted(tally.statuses.items())}
    return {"answers": len(tally.seconds), "statuses": statuses, **found, **slowest, "lost": len(tally.lost)}


def _graph(folder: Path, articles: int) -> Path:
    news = write_corpus(folder / "news.jsonl", Corpus().articles(articles))
    build([news], folder / "graph")
    return folder / "graph"


def main() -> int:
    """Run a load test and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graph", type=Path, help="folder of a graph; without one, synthetic articles are built")
    parser.add_argument("--articles", type=int, default=100, help="number of synthetic articles")
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--out", type=Path, help="file for the figures as JSON")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(args.graph or _graph(Path(folder), args.articles), args.clients, args.seconds)
    kinds = figures.pop("kinds")
    assert isinstance(kinds, dict)
    for name, figure in (*kinds.items(), *figures.items()):
        say(name, str(figure))
    if args.out:
        args.out.write_text(json.dumps({**figures, "kinds": kinds}, indent=1), encoding="utf-8")
    return 1 if figures["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())

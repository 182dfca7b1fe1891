"""Answer one query in a process of its own, which can be ended at any time.

Run as a script with the folder of a snapshot; a JSON object with the query comes on standard input, the
answer goes to standard output: a line with its kind, then SPARQL results or RDF in the formats asked for. It
imports nothing of the program, so that it starts within a tenth of a second.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode, QueryResultsFormat, QueryTriples, RdfFormat, Store

#: steps by which a query stands behind what else the machine does, pages of the workbench for instance
_POLITE = 5
_STATM = Path("/proc/self/statm")


def main() -> None:
    """Read the query, write the answer; an error goes to standard error, its kind first."""
    request = json.load(sys.stdin)
    try:
        store = Store.read_only(sys.argv[1])
        _limit(request)
        _answer(store, request)
    except (SyntaxError, OSError, RuntimeError, ValueError, MemoryError) as error:
        sys.stderr.write(f"{type(error).__name__}\n{error}")
        sys.exit(1)


def _answer(store: Store, request: dict[str, Any]) -> None:
    out = sys.stdout.buffer
    default, named = (_graphs(request, name) for name in ("default_graphs", "named_graphs"))
    functions: dict[NamedNode, Callable[..., Any]] = {
        NamedNode(iri): Labels(store, properties) for iri, properties in request["labels"].items()
    }
    answer = store.query(request["sparql"], prefixes=request["prefixes"], default_graph=default, named_graphs=named,
                         custom_functions=functions)  # fmt: skip
    if isinstance(answer, QueryTriples):
        out.write(b"triples\n")
        answer.serialize(out, RdfFormat.from_media_type(request["triples"]))
    else:
        out.write(b"rows\n")
        answer.serialize(out, QueryResultsFormat.from_media_type(request["rows"]))
    out.flush()


class Labels:
    """A function for queries: the name of a thing, by the first of some properties that it has; else nothing."""

    def __init__(self, store: Store, properties: Sequence[str]) -> None:
        self._store = store
        self._properties = [NamedNode(iri) for iri in properties]

    def __call__(self, *terms: Any) -> Literal | None:
        """Return the name of one term; that of a literal is its text."""
        if len(terms) != 1:
            return None
        if isinstance(terms[0], Literal):
            return Literal(terms[0].value)
        for property_ in self._properties:
            quads = self._store.quads_for_pattern(terms[0], property_, None, DefaultGraph())
            names = [quad.object for quad in quads if isinstance(quad.object, Literal)]
            if names:
                # a name of every language before an English one, that before others
                best = min(names, key=lambda one: (one.language is not None, one.language != "en", one.value))
                return Literal(best.value)
        return None


def _graphs(request: dict[str, Any], name: str) -> list[Any] | None:
    """Return the graphs that the request names in place of those of the query; None where it names none."""
    given = request["default_graphs"] or request["named_graphs"]
    return [NamedNode(iri) for iri in request[name]] if given else None


def _limit(request: dict[str, Any]) -> None:
    """Let the system hold the limits, so that they hold even where the parent is gone; others go before."""
    if sys.platform == "win32":
        return
    import os
    import resource

    os.nice(_POLITE)

    wanted = {
        resource.RLIMIT_CPU: request.get("seconds"),
        resource.RLIMIT_FSIZE: request.get("size"),
        resource.RLIMIT_AS: request.get("memory") and request["memory"] + _taken(),
    }
    for kind, limit in wanted.items():
        if limit:
            resource.setrlimit(kind, (limit, limit))


def _taken() -> int:
    """Return the bytes of address space in use already: the limit is for what the query adds."""
    return int(_STATM.read_text().split()[0]) * 4096 if _STATM.exists() else 1 << 30


if __name__ == "__main__":
    main()

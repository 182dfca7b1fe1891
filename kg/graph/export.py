"""Write a graph to a file: RDF of all kinds, a network, or a table of statements."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from typing import IO

import networkx as nx
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat

from kg.graph.labels import labels_for
from kg.graph.namespaces import PREFIXES
from kg.graph.network import to_networkx
from kg.graph.statements import StoredStatement, read_statements
from kg.graph.store import GraphStore
from kg.graph.vocabulary import shipped_vocabulary

#: formats that hold the article graphs as well as the merged graph
DATASET_FORMATS: Mapping[str, RdfFormat] = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS}
#: formats that hold one graph: the merged one, or that of an article
GRAPH_FORMATS: Mapping[str, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
#: characters that XML 1.0 has no place for
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class ExportError(ValueError):
    """The graph cannot be written as asked."""


def export(graph: GraphStore, format_: str, out: IO[bytes], *, article: str | None = None) -> None:
    """Write the graph, or with ``article`` (an IRI) what that article contributes, in one of `FORMATS`.

    RDF and CSV are written as they are read, in little memory; a network is built as a whole.

    Raises:
        ExportError: there is no such format or no such article.
    """
    if article is not None and article not in graph:
        raise ExportError(f"the graph holds no article {article}")
    if format_ in DATASET_FORMATS:
        _export_dataset(graph, DATASET_FORMATS[format_], out, article)
    elif format_ in GRAPH_FORMATS:
        source = NamedNode(article) if article else DefaultGraph()
        graph.raw.dump(out, GRAPH_FORMATS[format_], from_graph=source, prefixes=PREFIXES)
    elif format_ in _OTHERS:
        _OTHERS[format_](graph, out, article)
    else:
        raise ExportError(f"there is no format {format_!r}; formats are {', '.join(FORMATS)}")


def _export_dataset(graph: GraphStore, format_: RdfFormat, out: IO[bytes], article: str | None) -> None:
    if article is not None:
        raise ExportError("trig and nquads hold all articles; for one, use turtle or ntriples")
    graph.raw.dump(out, format_, prefixes=PREFIXES)


def _export_graphml(graph: GraphStore, out: IO[bytes], article: str | None) -> None:
    if article is not None:
        raise ExportError("graphml holds all articles; for one, use turtle or csv")
    network = to_networkx(graph, status=shipped_vocabulary().status)
    for facts in (
        *(facts for _, facts in network.nodes(data=True)),
        *(edge[2] for edge in network.edges(data=True)),
    ):
        facts.update({name: _NOT_XML.sub("\ufffd", value) for name, value in facts.items() if isinstance(value, str)})
    nx.write_graphml(network, out)


_COLUMNS = (
    "statement",
    "article",
    "subject",
    "subject_iri",
    "predicate",
    "object",
    "object_iri",
    "value",
    "status",
    "attributed_to",
    "confidence",
    "start",
    "end",
    "quote",
    "method",
)


def _export_csv(graph: GraphStore, out: IO[bytes], article: str | None) -> None:
    """Write one line a statement, the qualifiers in columns of their own."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    qualifiers = tuple(sorted(shipped_vocabulary().qualifiers))
    writer = csv.DictWriter(text, [*_COLUMNS, *(f"q_{name}" for name in qualifiers)])
    writer.writeheader()
    for statement in read_statements(graph, article):
        writer.writerow(_csv_row(graph, statement))
    text.detach()


def _csv_row(graph: GraphStore, one: StoredStatement) -> dict[str, str | float | None]:
    iris = [one.subject, *([one.object] if one.object else []), *one.attributed_to]
    names = labels_for(graph, map(NamedNode, iris))
    sources = [names.get(iri, iri) for iri in one.attributed_to]
    quote = one.quotes[0]
    row = {
        "statement": one.iri,
        "article": one.article,
        "subject": names.get(one.subject, one.subject),
        "subject_iri": one.subject,
        "predicate": one.predicate,
        "object": names.get(one.object, one.object) if one.object else None,
        "object_iri": one.object,
        "value": one.value,
        "status": one.status,
        "attributed_to": "; ".join([*sources, *one.unnamed_sources]),
        "confidence": one.confidence,
        "start": quote.start,
        "end": quote.end,
        "quote": quote.text,
        "method": "; ".join(one.methods),
    }
    return row | {f"q_{name}": value for name, value in one.qualifiers.items()}


_OTHERS: Mapping[str, Callable[[GraphStore, IO[bytes], str | None], None]] = {
    "graphml": _export_graphml,
    "csv": _export_csv,
}
#: every format that `export` takes
FORMATS = (*DATASET_FORMATS, *GRAPH_FORMATS, *_OTHERS)

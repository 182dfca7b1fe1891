"""Check a graph: SHACL article by article, and questions that look across articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Literal

import pyshacl
import rdflib
from rdflib.namespace import SH

from kg.graph.namespaces import VOCABULARY_GRAPH, compact
from kg.graph.store import GraphStore
from kg.graph.to_rdflib import rdflib_graph
from kg.resources import ontology_folder

Severity = Literal["violation", "warning"]

#: articles that one run of the SHACL engine sees
BATCH = 200
_TITLE = re.compile(r"^# title: (.+)$", re.MULTILINE)
_SEVERITY = re.compile(r"^# severity: (violation|warning)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that is not as it should be."""

    severity: Severity
    message: str
    #: the node it is about, shortened
    focus: str
    path: str = ""
    value: str = ""

    def __str__(self) -> str:
        where = " ".join(part for part in (self.focus, self.path, self.value) if part)
        return f"{self.severity}: {self.message}: {where}"


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """All that was found, sorted; warnings do not make a graph unsound."""

    findings: tuple[Finding, ...]
    articles: int

    @property
    def conforms(self) -> bool:
        """Tell whether the graph is sound."""
        return not any(finding.severity == "violation" for finding in self.findings)

    def __str__(self) -> str:
        """Return a summary, kinds of findings by number, then the findings."""
        verdict = "sound" if self.conforms else "not sound"
        kinds = Counter((finding.severity, finding.message) for finding in self.findings)
        summary = (f"  {count} × {severity}: {message}" for (severity, message), count in kinds.most_common())
        return "\n".join([f"{self.articles} articles: {verdict}", *summary, *map(str, self.findings)])


def validate(graph: GraphStore, *, batch: int = BATCH) -> ValidationReport:
    """Check the whole graph; memory holds ``batch`` articles at most."""
    iris = sorted(graph.articles())
    found = set(_cross_checks(graph))
    for chunk in _chunks(iris, batch):
        found.update(_shape_findings(graph, chunk))
    return ValidationReport(tuple(sorted(found)), len(iris))


def validate_articles(graph: GraphStore, iris: Iterable[str], *, batch: int = BATCH) -> ValidationReport:
    """Check some articles by themselves, without the questions that look across articles."""
    wanted = sorted(set(iris))
    found = {finding for chunk in _chunks(wanted, batch) for finding in _shape_findings(graph, chunk)}
    return ValidationReport(tuple(sorted(found)), len(wanted))


def _shape_findings(graph: GraphStore, iris: list[str]) -> Iterator[Finding]:
    data = rdflib_graph(quad for iri in (VOCABULARY_GRAPH.value, *iris) for quad in graph.quads(iri))
    _, report, _ = pyshacl.validate(data, shacl_graph=_shapes(), advanced=False, inference="none")
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        yield _finding(report, result)


@cache
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_folder() / "shapes.ttl")


def _finding(report: rdflib.Graph, result: rdflib.term.Node) -> Finding:
    severity: Severity = "violation" if report.value(result, SH.resultSeverity) == SH.Violation else "warning"
    messages = sorted(report.objects(result, SH.resultMessage), key=lambda text: getattr(text, "language", "") != "en")
    shown = {name: report.value(result, name) for name in (SH.focusNode, SH.resultPath, SH.value)}
    focus, path, value = (_shown(term) for term in shown.values())
    return Finding(severity, str(messages[0]) if messages else "unsound", focus, path, value)


def _shown(term: rdflib.term.Node | None) -> str:
    if term is None or isinstance(term, rdflib.BNode):
        return ""
    return compact(str(term)) if isinstance(term, rdflib.URIRef) else repr(str(term))


def _cross_checks(graph: GraphStore) -> Iterator[Finding]:
    for path in sorted((ontology_folder() / "checks").glob("*.rq")):
        yield from _check(graph, path)


def _check(graph: GraphStore, path: Path) -> Iterator[Finding]:
    """Run a check: a query whose every row (?focus ?path ?value) is a finding."""
    sparql = path.read_text(encoding="utf-8")
    title, severity = _TITLE.search(sparql), _SEVERITY.search(sparql)
    if title is None or severity is None:
        raise ValueError(f"{path}: a check needs the comments '# title: …' and '# severity: violation|warning'")
    kind: Severity = "warning" if severity[1] == "warning" else "violation"
    for row in graph.select(sparql):
        focus, property_, value = (compact(term.value) if term else "" for term in row)
        yield Finding(kind, title[1], focus, property_, value)


def _chunks(iris: list[str], size: int) -> Iterator[list[str]]:
    iterator = iter(iris)
    while chunk := list(islice(iterator, size)):
        yield chunk

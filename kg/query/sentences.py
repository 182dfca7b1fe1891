"""A statement in one line, for people."""

from __future__ import annotations

from collections.abc import Mapping

from kg.graph.statements import StoredStatement


def told(one: StoredStatement, labels: Mapping[str, str]) -> str:
    """Return a statement as a line: who does what to whom, status, qualifiers, and who says so."""
    target = labels.get(one.object, one.object) if one.object else one.value or ""
    said = " ".join((labels.get(one.subject, one.subject), one.predicate, target)).rstrip()
    qualifiers = "".join(f" {name}={value}" for name, value in sorted(one.qualifiers.items()))
    sources = [labels.get(iri, iri) for iri in one.attributed_to] + list(one.unnamed_sources)
    return f"{said} [{one.status}]{qualifiers}{' – says ' + ', '.join(sources) if sources else ''}"

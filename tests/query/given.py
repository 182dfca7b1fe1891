"""Values for the parameters of named queries that fit the newsroom's three stories."""

from __future__ import annotations

from kg.query.library import NamedQuery

_VALUES = {
    "entity": "Alibaba", "start": "HONOR", "end": "KFTC", "article": "memo", "since": "2025-01-01", "subject": "KFTC",
    "predicate": "restricts", "industry": "delivery",
}  # fmt: skip


def given_for(query: NamedQuery) -> dict[str, str]:
    """Return a value for each parameter that a query cannot do without."""
    return {one.name: _VALUES[one.name] for one in query.parameters if one.required}

"""What changed between two days."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.claim import Status
from kg.graph.store import GraphStore
from kg.query.changes import changes, changes_table
from kg.query.errors import UnknownNameError
from tests.graph.newsroom import ALIBABA, HONOR, MEITUAN, Story, claim


def _told(store: GraphStore, *told: tuple[str, object, str, object, Status]) -> GraphStore:
    for number, (day, subject, predicate, target, status) in enumerate(told):
        date = dt.date.fromisoformat(day) if day else None
        article = Article(f"a{number}", f"Satz {number} von heute.", published=date)
        Story(article, [claim(article, subject, predicate, target, status=status)]).into(store)
    return store


@pytest.fixture
def store() -> GraphStore:
    """A deal that is planned, rumoured against, done, and denied in the end."""
    return _told(
        GraphStore(),
        ("2025-01-10", ALIBABA, "acquires", MEITUAN, "planned"),
        ("2025-02-10", ALIBABA, "acquires", MEITUAN, "planned"),
        ("2025-03-10", ALIBABA, "acquires", MEITUAN, "actual"),
        ("2025-03-12", ALIBABA, "acquires", MEITUAN, "actual"),
        ("2025-04-10", ALIBABA, "acquires", MEITUAN, "negated"),
        ("2025-02-01", ALIBABA, "partnersWith", HONOR, "actual"),
        ("2025-03-01", HONOR, "partnersWith", ALIBABA, "actual"),
        ("", ALIBABA, "cutsJobs", 500, "actual"),
    )


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2024-12-31", "2025-01-31", [("new", "acquires", "planned", (), 1)]),
        ("2025-01-31", "2025-02-28", [("new", "partnersWith", "actual", (), 1)]),
        ("2025-02-28", "2025-03-31", [("status", "acquires", "actual", ("planned",), 2)]),
        ("2025-03-31", None, [("status", "acquires", "negated", ("actual", "planned"), 1)]),
        ("2025-04-10", None, []),
    ],
)
def test_what_is_new_and_what_became_of_plans(store: GraphStore, since, until, expected):
    found = changes(store, dt.date.fromisoformat(since), dt.date.fromisoformat(until) if until else None)
    assert [(c.kind, c.told.predicate, c.told.status, c.before, c.articles) for c in found] == expected


def test_only_claims_of_one_entity(store: GraphStore):
    found = changes(store, dt.date(2024, 1, 1), entity="HONOR")
    assert {change.told.predicate for change in found} == {"partnersWith"}
    with pytest.raises(UnknownNameError):
        changes(store, dt.date(2024, 1, 1), entity="Nobody")


def test_the_table_has_the_words_of_the_first_article(store: GraphStore):
    table = changes_table(store, changes(store, dt.date(2025, 2, 28)), limit=1)
    (row,) = table.to_dicts()
    assert (row["change"], row["subject"], row["relation"], row["target"]) == (
        "status", "Alibaba", "acquires", "Meituan",
    )  # fmt: skip
    assert (row["before"], row["published"], row["quote"]) == (
        "planned", dt.date(2025, 3, 10), "Satz 2 von heute.",
    )  # fmt: skip
    assert table.truncated

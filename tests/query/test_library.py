"""Every query of the library, with the rows it gives on three small stories."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.graph.mapping import article_quads
from kg.graph.store import GraphStore
from kg.query.errors import QueryFileError, UnknownQueryError
from kg.query.library import NamedQuery, QueryLibrary
from kg.query.result import Result
from kg.query.run import run
from tests.graph.newsroom import ALIBABA, HONOR, Story, agency_note, claim, honor_deal, memo, newsroom

LIBRARY = QueryLibrary.shipped()
VENTURE = "Gemeinschaftsunternehmen Grand Opus"
ARMY = "Volksbefreiungsarmee"

#: query, parameters, columns to look at, all rows in those columns
CASES = [
    (
        "partners-of",
        {"entity": "Alibaba"},
        "partner relation topic",
        [("HONOR", "partnersWith", "KI-Modelle"), ("HONOR", "partnersWith", None)],
    ),
    ("partners-of", {"entity": "HONOR", "since": "2025-12"}, "partner status", [("Alibaba", "actual")]),
    (
        "partnerships",
        {},
        "one other articles first last",
        [("Alibaba", "HONOR", 2, dt.date(2025, 9, 27), dt.date(2025, 12, 1))],
    ),
    ("partnerships", {"least": 3}, "one", []),
    ("restrictions", {}, "authority act target topic", [("KFTC", "restricts", VENTURE, "Datenaustausch")]),
    ("restrictions", {"entity": "HONOR"}, "authority", []),
    (
        "ratings-of",
        {"entity": "Alibaba"},
        "house rating targetPrice currency",
        [("JPMorgan", "Overweight", 180, "USD")],
    ),
    ("ratings-of", {"entity": "Alibaba", "house": "KFTC"}, "house", []),
    ("price-targets", {}, "entity house targetPrice change", [("Alibaba", "JPMorgan", 180, None)]),
    ("stakes", {}, "owner company percent", [("Alibaba", "Alibaba Cloud", 32)]),
    (
        "money-flows",
        {},
        "amount unit subject object",
        [(53000000000, "USD", "Alibaba", "China"), (1000000, "EUR", "Meituan", "Alibaba")],
    ),
    ("money-flows", {"least": "1e9"}, "amount", [(53000000000,)]),
    ("money-flows", {"currency": "EUR"}, "subject", [("Meituan",)]),
    (
        "accusations-and-denials",
        {},
        "accuser entity relation denial",
        [
            ("Weißes Haus", "Alibaba", "accuses", "Alibaba wies das zurück"),
            ("Financial Times", "Alibaba", "suppliesTo", "Alibaba wies das zurück"),
            ("Weißes Haus", "Alibaba", "suppliesTo", "Alibaba wies das zurück"),
        ],
    ),
    ("accusations-and-denials", {"entity": "KFTC"}, "accuser", []),
    (
        "planned-not-done",
        {},
        "entity relation target amount",
        [
            ("Alibaba", "investsIn", "China", 53000000000),
            ("Alibaba", "publishesResultsOn", "2025-11", None),
            ("Alibaba", "forecasts", "revenue", None),
        ],
    ),
    ("who-said-it", {"entity": ARMY}, "who", [("Financial Times",), ("Weißes Haus",)]),
    (
        "who-said-it",
        {"source": "Weißes Haus"},
        "who relation status",
        [("Weißes Haus", "suppliesTo", "alleged")],
    ),
    ("who-said-it", {"entity": "Meituan"}, "who relation", [("Kreise", "acquires")]),
    (
        "sources-per-claim",
        {"entity": "HONOR"},
        "subject relation target status articles independent",
        [
            ("Alibaba", "partnersWith", "HONOR", "actual", 2, 2),
            ("Alibaba", "partnersWith", "HONOR", "negated", 1, 1),
            ("Jörg Müller", "worksFor", "HONOR", "actual", 1, 1),
        ],
    ),
    (
        "single-source-claims",
        {"entity": "HONOR"},
        "subject relation status quote",
        [
            ("Alibaba", "partnersWith", "negated", "Alibaba wies das zurück"),
            ("Jörg Müller", "worksFor", "actual", "Jörg Müller leitet HONOR"),
        ],
    ),
    (
        "neighbours",
        {"entity": "HONOR"},
        "direction relation neighbour class articles",
        [
            ("←", "partnersWith", "Alibaba", "Company", 1),
            ("→", "partnersWith", "Alibaba", "Company", 1),
            ("←", "worksFor", "Jörg Müller", "Person", 1),
        ],
    ),
    (
        "path",
        {"start": "KFTC", "end": "Jörg Müller"},
        "length step1 via1 step2 via2 step3 via3 step4",
        [
            (
                4,
                "restricts →",
                VENTURE,
                "← participatesIn",
                "Alibaba",
                "partnersWith →",
                "HONOR",
                "← worksFor",
            ),
        ],
    ),
    ("path", {"start": "KFTC", "end": "Jörg Müller", "steps": 3}, "length", []),
    ("path", {"start": "Shinsegae", "end": "KFTC"}, "length via1 via2", [(2, VENTURE, None)]),
    ("path", {"start": "Meituan", "end": "China"}, "length step1", [(1, "← investigates")]),
    (
        "timeline",
        {"entity": "HONOR"},
        "when subject relation status",
        [
            ("2025-09-26", "Alibaba", "partnersWith", "actual"),
            ("2025-11-19", "Alibaba", "partnersWith", "negated"),
            ("2025-12-01", "HONOR", "partnersWith", "actual"),
            ("2025-12-01", "Jörg Müller", "worksFor", "actual"),
        ],
    ),
    (
        "new-since",
        {"since": "2025-12-01", "entity": "Meituan"},
        "subject relation target",
        [
            ("China", "investigates", "Meituan"),
            ("Meituan", "competesWith", "Alibaba"),
            ("Meituan", "sues", "Alibaba"),
        ],
    ),
    ("share-moves", {}, "entity change date", [("Alibaba", 2.5, dt.date(2025, 11, 17))]),
    ("share-moves", {"since": "2025-12-01"}, "entity", []),
    (
        "results-and-forecasts",
        {},
        "relation figure value unit changePercent period status",
        [
            ("reports", "revenue", 34000000000, "USD", 5, "2025-Q3", "actual"),
            ("forecasts", "revenue", None, None, 8, "2026", "planned"),
        ],
    ),
    ("results-and-forecasts", {"metric": "eps"}, "figure", []),
    ("jobs-cut", {}, "entity jobs", [("Alibaba", 5000)]),
    (
        "lawsuits-and-investigations",
        {},
        "plaintiff act target amount date",
        [
            ("China", "investigates", "Meituan", None, "2025"),
            ("Meituan", "sues", "Alibaba", 1000000, None),
        ],
    ),
    (
        "people-and-posts",
        {"entity": "HONOR"},
        "person relation organisation position",
        [("Jörg Müller", "worksFor", "HONOR", "Chef")],
    ),
    (
        "trace",
        {"subject": "KFTC", "predicate": "restricts", "object": VENTURE},
        "quote start end publisher method",
        [
            (
                "Die KFTC verhängte Datenaustausch-Beschränkungen für das Joint Venture",
                58,
                128,
                "Börsenblick",
                "restricts-frame",
            ),
        ],
    ),
    (
        "trace",
        {"subject": "Alibaba", "predicate": "partnersWith"},
        "target status",
        [("HONOR", "actual"), ("HONOR", "negated")],
    ),
    ("competitors-of", {"entity": "Alibaba"}, "rival articles", [("Meituan", 1)]),
    (
        "group-structure",
        {"entity": "Alibaba"},
        "member relation owner percent",
        [("Alibaba Cloud", "ownsStakeIn", "Alibaba", 32)],
    ),
    ("suppliers-and-customers", {}, "supplier customer status", [("Alibaba", ARMY, "alleged")]),
    ("products", {}, "subject relation product", [("Alibaba", "develops", "Qwen")]),
    ("dates-ahead", {}, "day entity status", [("2025-11", "Alibaba", "planned")]),
    ("dates-ahead", {"since": "2025-11-20"}, "day", [("2025-11",)]),
    ("dates-ahead", {"since": "2025-12-01"}, "day", []),
    (
        "article-claims",
        {"article": "agency-note"},
        "subject relation",
        [
            ("HONOR", "partnersWith"),
            ("Alibaba", "forecasts"),
            ("Alibaba", "ownsStakeIn"),
            ("Jörg Müller", "worksFor"),
            ("Meituan", "sues"),
            ("China", "investigates"),
            ("Meituan", "competesWith"),
            ("Merck KGaA", "competesWith"),
        ],
    ),
    (
        "conflicts",
        {},
        "subject relation target affirmation denial",
        [
            ("Alibaba", "partnersWith", "HONOR", "Am Freitag verkündete Alibaba eine Kooperation mit HONOR",
             "Alibaba wies das zurück"),
            ("Alibaba", "partnersWith", "HONOR", "HONOR und Alibaba arbeiten zusammen", "Alibaba wies das zurück"),
        ],
    ),
    ("conflicts", {"entity": "KFTC"}, "subject", []),
    ("differing-figures", {}, "subject", []),
    ("entities", {"type": "Organization"}, "entity class", None),
    ("entities", {"name": "honor"}, "entity", [("HONOR",)]),
    ("entities", {"name": "VOLKSREPUBLIK"}, "entity", [("China",)]),
    ("entities", {"country": "CN", "least": 2}, "entity", [("Alibaba",)]),
    (
        "entities",
        {"type": "Company", "least": 3, "since": "2025-12"},
        "entity claims",
        [("Alibaba", 5), ("Meituan", 3)],
    ),
    (
        "industry",
        {"industry": "delivery"},
        "subject relation object status",
        [
            ("Alibaba", "acquires", "Meituan", "possible"),
            ("China", "investigates", "Meituan", "actual"),
            ("Meituan", "competesWith", "Alibaba", "actual"),
            ("Meituan", "sues", "Alibaba", "actual"),
        ],
    ),
    ("industry", {"industry": "delivery", "since": "2026-01-01"}, "subject", []),
    ("industry", {"industry": "airline"}, "subject", []),
    ("entities", {"type": "Regulator"}, "entity class claims articles", [("KFTC", "Regulator", 1, 1)]),
]


def rows_of(graph: GraphStore, query: str, parameters, columns: str):
    result = run(graph, query, parameters)
    assert isinstance(result, Result)
    chosen = [result.columns.index(column) for column in columns.split()]
    return [tuple(row[index] for index in chosen) for row in result.rows]


@pytest.mark.parametrize(("query", "parameters", "columns", "expected"), CASES)
def test_rows(graph: GraphStore, query, parameters, columns, expected):
    rows = rows_of(graph, query, parameters, columns)
    if expected is None:
        assert rows
    else:
        assert rows == expected


def test_every_query_of_the_library_has_a_case():
    assert {query.name for query in LIBRARY} == {name for name, *_ in CASES}
    assert len(LIBRARY) >= 18


@pytest.mark.parametrize("query", LIBRARY, ids=lambda query: query.name)
def test_every_query_is_described_in_two_languages(query: NamedQuery):
    for texts in (query.title, query.description, *(parameter.description for parameter in query.parameters)):
        assert set(texts) == {"de", "en"}


@pytest.mark.parametrize("query", LIBRARY, ids=lambda query: query.name)
def test_every_query_runs_as_it_stands(graph: GraphStore, query: NamedQuery):
    graph.select(query.sparql)


@pytest.mark.parametrize("query", LIBRARY, ids=lambda query: query.name)
def test_every_query_gives_the_same_rows_whatever_the_order_of_articles(query: NamedQuery):
    needed = {
        "entity": "Alibaba",
        "start": "KFTC",
        "end": "HONOR",
        "since": "2025-10",
        "subject": "Alibaba",
        "article": "memo",
        "industry": "delivery",
    }
    given = {parameter.name: needed[parameter.name] for parameter in query.parameters if parameter.required}
    answers = []
    for stories in (newsroom(), reversed(newsroom())):
        store = GraphStore()
        for story in stories:
            story.into(store)
        answers.append(run(store, query, given).rows)
    assert answers[0] == answers[1]


@pytest.mark.parametrize("story", newsroom(), ids=lambda story: story.article.id)
def test_every_fact_leads_to_its_words(story: Story, graph: GraphStore):
    for linked in story.claims:
        if linked.claim.status == "actual" and linked.object:
            given = {
                "subject": linked.subject.iri,
                "predicate": linked.claim.predicate,
                "object": linked.object.iri,
            }
            assert linked.claim.evidence.text in [row[0] for row in rows_of(graph, "trace", given, "quote")]


def test_a_reprint_is_no_second_source():
    store = GraphStore()
    first, again = honor_deal(), agency_note()
    first.into(store)
    store.put_article(again.iri, article_quads(again.article, again.claims, reprint_of=first.iri))
    (row,) = rows_of(store, "sources-per-claim", {"entity": "HONOR"}, "target status articles independent")[
        :1
    ]
    assert row == ("HONOR", "actual", 2, 1)
    assert ("partnersWith",) in rows_of(store, "single-source-claims", {"entity": "HONOR"}, "relation")


def test_figures_that_differ_stand_side_by_side():
    store = GraphStore()
    told = ((honor_deal(), 32, 34e9, "2025-Q3"), (memo(), 32.1, 36e9, "2025-Q3"), (agency_note(), 40, 50e9, "2025-Q4"))
    for story, percent, value, period in told:
        article, quarter = story.article, {"value": value, "unit": "USD", "period": period}
        stake = claim(article, ALIBABA, "ownsStakeIn", HONOR, percent=percent)
        Story(article, [stake, claim(article, ALIBABA, "reports", "revenue", **quarter)]).into(store)
    assert rows_of(store, "differing-figures", {}, "relation target figure lower higher period") == [
        ("ownsStakeIn", "HONOR", "percent", 32, 40, ""),
        ("ownsStakeIn", "HONOR", "percent", 32.1, 40, ""),
        ("reports", "revenue", "metricValue", 34e9, 36e9, "2025-Q3"),
    ]
    assert rows_of(store, "differing-figures", {"entity": "HONOR"}, "relation") == [("ownsStakeIn",)] * 2


def test_what_was_planned_and_then_done_is_no_plan_any_more():
    store = GraphStore()
    plan, done = honor_deal(), memo()
    Story(plan.article, [claim(plan.article, ALIBABA, "acquires", HONOR, status="planned")]).into(store)
    assert rows_of(store, "planned-not-done", {}, "target") == [("HONOR",)]
    Story(done.article, [claim(done.article, ALIBABA, "acquires", HONOR)]).into(store)
    assert rows_of(store, "planned-not-done", {}, "target") == []


def test_a_wrong_name_suggests_similar_ones():
    with pytest.raises(UnknownQueryError, match="'partners-of'") as caught:
        LIBRARY["partner-of"]
    assert "partners-of" in caught.value.nearest


def test_own_queries_stand_beside_and_before_the_shipped_ones(tmp_path, graph: GraphStore):
    (tmp_path / "mine.rq").write_text("# title: Mine\nSELECT * { ?s kg:restricts ?o }", encoding="utf-8")
    (tmp_path / "stakes.rq").write_text("# title: My stakes\nASK {}", encoding="utf-8")
    library = QueryLibrary.shipped(tmp_path)
    assert library["stakes"].title == {"en": "My stakes"}
    assert len(run(graph, "mine", library=library)) == 1
    assert "mine" in library and len(library) == len(LIBRARY) + 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# param x (entity): y\nSELECT * { ?s ?p ?o }", r"needs VALUES \?x \{ UNDEF \}"),
        ("# param x (planet): y\nSELECT * { VALUES ?x { UNDEF } }", "types are entity, article"),
        ("# param x entity: y\nSELECT * {}", r"write: param NAME \(TYPE, optional\): meaning"),
    ],
)
def test_a_query_file_with_a_mistake_is_explained(text, message):
    with pytest.raises(QueryFileError, match=message):
        NamedQuery.parse("mine", text)

"""Results: names and values for people, terms for programs, nothing that can run."""

from __future__ import annotations

import datetime as dt
import io
import json

import pytest
from pyoxigraph import (
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    parse_query_results,
)

from kg.graph.mapping import article_quads
from kg.graph.namespaces import XSD
from kg.graph.store import GraphStore
from kg.query.result import Result, cell
from kg.query.run import run
from kg.query.tables import FORMATS, FormatError, write
from tests.graph.newsroom import ALIBABA, HONOR, Story, claim, entity, honor_deal

RATINGS = ("ratings-of", {"entity": "Alibaba"})


def written(answer, format_: str, **options) -> str:
    out = io.StringIO()
    write(answer, format_, out, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (Literal("Alibaba"), "Alibaba"),
        (Literal("Müller", language="de"), "Müller"),
        (Literal("53000000000", datatype=XSD.decimal), 53000000000),
        (Literal("-2.5", datatype=XSD.decimal), -2.5),
        (Literal("7", datatype=XSD.integer), 7),
        (Literal(True), True),
        (Literal("2025-11-25", datatype=XSD.date), dt.date(2025, 11, 25)),
        (Literal("2025-11", datatype=XSD.gYearMonth), "2025-11"),
        (Literal("kaputt", datatype=XSD.date), "kaputt"),
        (Literal("kaputt", datatype=XSD.decimal), "kaputt"),
        (NamedNode("https://schema.org/name"), "schema:name"),
        (NamedNode("https://example.org/x"), "https://example.org/x"),
        (None, None),
    ],
)
def test_cells(term, value):
    assert cell(term, {}) == value


def test_rows_name_things_and_terms_address_them(graph: GraphStore):
    result = run(graph, "SELECT ?a ?p ?b { VALUES ?p { kg:restricts } ?a ?p ?b }")
    assert result.rows == [("KFTC", "restricts", "Gemeinschaftsunternehmen Grand Opus")]
    assert result.cells(iris=True)[0][0] == "https://w3id.org/newskg/entity/kftc"
    assert isinstance(result.terms[0][0], NamedNode)


def test_dictionaries_leave_out_what_is_not_there(graph: GraphStore):
    (row,) = run(graph, *RATINGS).to_dicts()
    assert row["targetPrice"] == 180
    assert row["published"] == dt.date(2025, 9, 27)
    assert "previousRating" not in row


def test_a_data_frame(graph: GraphStore):
    frame = run(graph, *RATINGS).to_pandas()
    assert list(frame["house"]) == ["JPMorgan"]
    assert frame["targetPrice"].sum() == 180


def test_truth():
    assert not Result(("x",), [])
    assert Result(("x",), [(Literal(False),)])
    assert not Result(("answer",), [(Literal(False),)], is_boolean=True)


def test_a_table_lines_up(graph: GraphStore):
    text = written(run(graph, "SELECT ?a ?b { ?a kg:competesWith ?b } ORDER BY ?a"), "table")
    assert text.splitlines() == [
        "a           b",
        "──────────  ───────────",
        "Meituan     Alibaba",
        "Merck KGaA  Merck & Co.",
    ]


@pytest.mark.parametrize("width", [40, 80])
def test_a_table_fits_the_terminal(graph: GraphStore, width: int):
    text = written(run(graph, "SELECT ?a ?quote { ?a oa:exact ?quote }"), "table", width=width)
    assert max(map(len, text.splitlines())) <= width
    assert "…" in text


def test_wide_characters_take_two_columns():
    result = Result(("x", "y"), [(Literal("阿里巴巴"), Literal("a")), (Literal("Abc"), Literal("b"))])
    assert written(result, "table").splitlines()[2:] == ["阿里巴巴  a", "Abc       b"]


def test_csv_and_tsv():
    result = Result(("x", "y"), [(Literal('a,"b"\nc\td'), None)])
    assert written(result, "csv") == 'x,y\r\n"a,""b""\nc\td",\r\n'
    assert written(result, "tsv") == 'x\ty\na,"b" c d\t\n'


def test_json_lines(graph: GraphStore):
    (line,) = written(run(graph, *RATINGS), "jsonl").splitlines()
    assert json.loads(line)["published"] == "2025-09-27"


def test_json_is_the_standard_format(graph: GraphStore):
    query = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"
    again = parse_query_results(written(run(graph, query), "json").encode(), QueryResultsFormat.JSON)
    assert isinstance(again, QuerySolutions)
    assert [tuple(row) for row in again] == [tuple(row) for row in run(graph, query).terms]
    assert json.loads(written(run(graph, "ASK {}"), "json")) == {"head": {}, "boolean": True}


def test_markdown_escapes_its_own_signs():
    result = Result(("x",), [(Literal("a|b <b> *c* `d`\n[e](javascript:f)"),)])
    assert (
        written(result, "markdown").splitlines()[2] == r"| a\|b &lt;b&gt; \*c\* \`d\` \[e\](javascript:f) |"
    )


@pytest.mark.parametrize(
    ("format_", "sign"), [("turtle", "kg:restricts"), ("ntriples", "<"), ("jsonld", "{"), ("rdfxml", "<?xml")]
)
def test_triples_are_written_as_rdf(graph: GraphStore, format_, sign):
    answer = run(graph, "CONSTRUCT WHERE { ?a kg:restricts ?b }")
    text = written(answer, format_)
    assert sign in text
    if format_ == "turtle":
        store = Store()
        store.load(text.encode(), RdfFormat.TURTLE)
        assert len(store) == 1
    assert written(answer, "table").startswith("subject")


def test_formats_that_do_not_fit_are_refused(graph: GraphStore):
    rows = run(graph, "SELECT * { ?a kg:restricts ?b }")
    with pytest.raises(FormatError, match="turtle takes the triples of CONSTRUCT"):
        written(rows, "turtle")
    with pytest.raises(FormatError, match="formats are table, csv"):
        written(rows, "docx")


HOSTILE = "<img src=x onerror=alert(1)>\x1b[2J\u202e\"'&</script>"


@pytest.mark.parametrize(
    "format_", [name for name in FORMATS if name not in ("turtle", "ntriples", "jsonld", "rdfxml")]
)
def test_an_answer_without_rows_can_be_written(format_):
    assert isinstance(written(Result(("x",), []), format_), str)


def test_what_an_article_says_cannot_run():
    article = honor_deal().article
    bad = entity("boese")
    bad = type(bad)(bad.iri, HOSTILE, "Company")
    store = GraphStore()
    story = Story(article, [claim(article, bad, "partnersWith", HONOR), claim(article, ALIBABA, "uses", bad)])
    store.put_article(story.iri, article_quads(story.article, story.claims))
    result = run(store, "SELECT ?a ?b { ?a kg:partnersWith ?b }")
    page = result._repr_html_()
    assert "<img" not in page and "&lt;img" in page
    for format_ in ("table", "tsv", "markdown"):
        text = written(result, format_)
        assert not {"\x1b", "\u202e"} & set(text)

"""The query page: library, editor, answers and downloads; and the explorer's address."""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import quote

import pytest

from kg.query.library import QueryLibrary
from tests.server.conftest import Visitor

WHO = "SELECT ?a ?b { ?a kg:restricts ?b }"


def data_of(page: str) -> dict[str, object]:
    """Return what the explorer's page holds."""
    text = page.partition('<script id="data" type="application/json">')[2].partition("</script>")[0]
    found: dict[str, object] = json.loads(text)
    return found


def names(page: str) -> set[str]:
    entities = data_of(page)["entities"]
    assert isinstance(entities, list)
    return {one["name"] for one in entities}


@pytest.mark.parametrize("name", [query.name for query in QueryLibrary.shipped()])
def test_every_query_of_the_library_has_a_form(visitor: Visitor, name: str) -> None:
    answer = visitor.get(f"/query?name={name}")
    query = QueryLibrary.shipped()[name]
    assert answer.status_code == 200 and query.title["en"] in answer.text.replace("&#39;", "'").replace("&amp;", "&")
    for parameter in query.parameters:
        assert f'name="p.{parameter.name}"' in answer.text


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (f"sparql={quote(WHO)}", ["KFTC", "/entity/kftc", "1 row"]),
        ("name=ratings-of&p.entity=Alibaba", ["JPMorgan", "Overweight"]),
        ("name=ratings-of&p.entity=Alibaba&lang=de", ["Einstufungen", "1 Zeile"]),
        ("sparql=ASK+{}", ["true"]),
        ("sparql=CONSTRUCT+WHERE+{+?a+kg:restricts+?b+}", ["kg:restricts", "KFTC", "format=turtle"]),
        ("sparql=SELECT+*+{+?a+kg:nothing+?b+}", ["No row fits"]),
    ],
)
def test_answers_stand_in_a_table(visitor: Visitor, address: str, words: list[str]) -> None:
    page, read = visitor.get(f"/query?{address}").text, visitor.read(f"/query?{address}")
    for one in words:
        assert one in page or one in read


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("sparql=SELECT+*+{", "line 1, column"),
        ("name=ratings-of&p.entity=Alibabba", "did you mean"),
        ("name=ratingsof", "ratings-of"),
        ("name=ratings-of&p.entity=Alibaba&p.colour=red", "it takes"),
        ("sparql=SELECT+*+{+SERVICE+<http://a.example>+{}+}", "SERVICE is not allowed"),
        ("sparql=CONSTRUCT+WHERE+{?a+?b+?c}+LIMIT+1&format=csv&name=zzz", "there is no query named"),
        (f"sparql={quote(WHO)}&format=turtle", "CONSTRUCT"),
    ],
)
def test_what_is_wrong_is_said(visitor: Visitor, address: str, words: str) -> None:
    answer = visitor.get(f"/query?{address}")
    assert answer.status_code == 400 and words in answer.text.replace("&#39;", "'")


def test_answers_go_out_as_files(visitor: Visitor) -> None:
    table = visitor.get(f"/query?sparql={quote(WHO)}&format=csv")
    assert table.headers["Content-Disposition"] == 'attachment; filename="query.csv"'
    assert list(csv.reader(io.StringIO(table.text)))[1][0] == "KFTC"
    results = visitor.get(f"/query?sparql={quote(WHO)}&format=json").json
    assert results["results"]["bindings"][0]["a"]["value"].endswith("/entity/kftc")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("focus=KFTC&hops=1", {"KFTC", "Gemeinschaftsunternehmen Grand Opus"}),
        ("predicate=restricts", {"KFTC", "Gemeinschaftsunternehmen Grand Opus"}),
        ("status=possible", {"Alibaba", "Meituan"}),
        ("focus=https://w3id.org/newskg/entity/kftc", {"KFTC", "Gemeinschaftsunternehmen Grand Opus"}),
        (f"sparql={quote(WHO)}", {"KFTC", "Gemeinschaftsunternehmen Grand Opus"}),
        ("name=ratings-of&p.entity=Alibaba", {"JPMorgan", "Alibaba"}),
        ("predicate=nonsense&hops=x&since=never", None),
    ],
)
def test_the_address_chooses_the_picture(visitor: Visitor, address: str, shown: set[str] | None) -> None:
    answer = visitor.get(f"/explore?{address}")
    assert answer.status_code == 200
    assert names(answer.text) == shown if shown else len(names(answer.text)) > 10


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("focus=Alibabba", 400, "did you mean"),
        ("focus=Merck", 300, "Merck KGaA"),
        ("sparql=SELECT+{", 400, "line 1"),
        ("sparql=SELECT+*+{?a+?b+?c+.+?d+?e+?f+.+?g+?h+?i}", 400, "larger than"),
    ],
)
def test_pictures_that_cannot_be_drawn(visitor: Visitor, address: str, status: int, words: str) -> None:
    answer = visitor.get(f"/explore?{address}")
    assert answer.status_code == status and words in answer.text

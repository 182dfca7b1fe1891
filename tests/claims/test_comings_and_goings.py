"""Who comes and who goes, as papers of Switzerland, Austria and the regions put it."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

MOVES = [
    (
        "Sika muss einen Chef suchen: Thomas Hasler wirft den Bettel hin. Der Konzernchef geht im Frühjahr in Pension.",
        "departsFrom",
        ["Thomas Hasler Sika"],
    ),
    (
        "MHS wächst. Thomas Roth, bislang Sprecher der Geschäftsführung von Vorwerk, scheidet aus dem Unternehmen aus.",
        "departsFrom",
        ["Thomas Roth Vorwerk"],
    ),
    (
        "Zur neuen Präsidentin schlägt der Verwaltungsrat von Clariant Nadja Huber vor.",
        "appoints",
        ["Clariant Nadja Huber"],
    ),
    ("Der Sportwagenbauer Porsche bekommt einen neuen Chef: Michael Leiters.", "appoints", ["Porsche Michael Leiters"]),
    ("Der neue Chef von Puma heißt Arthur Hoeld.", "appoints", ["Puma Arthur Hoeld"]),
    ("Die Deutsche Bahn hat eine neue Chefin: Evelyn Palla übernimmt im Oktober.", "acquires", []),
    ("Bei Daimler Truck soll Karin Rådström Martin Daum nachfolgen.", "departsFrom", ["Martin Daum Daimler Truck"]),
    (
        "Turbulent verlief das Jahr bei der Tochter Vitesco: Im März hatte dort Andreas Wolf den erkrankten Nikolai "
        "Setzer ersetzt.",
        "appoints",
        ["Vitesco Andreas Wolf"],
    ),
    (
        "Continental-Finanzchefin Katja Garcia Vila scheidet aus. Ihr folgt im April Roland Welzbacher.",
        "appoints",
        ["Continental Roland Welzbacher"],
    ),
    (
        "Stefan Oelrich verlässt Bayer. Zum Leiter des Bayer-Werks wurde Jens Köhler gewählt.",
        "appoints",
        ["Bayer Jens Köhler"],
    ),
    # a woman told by her age
    (
        "Die Norma Group beruft Birgit Seeger in den Vorstand. Die 54-Jährige kommt von Schaeffler.",
        "departsFrom",
        ["Birgit Seeger Schaeffler"],
    ),
    # the house that the newcomer once left is not left by the predecessor
    (
        "Hugo Boss ordnet das Gremium neu. Der frühere Fresenius-Chef Stephan Sturm löst Hermann Waldemer ab.",
        "departsFrom",
        ["Stephan Sturm Fresenius", "Hermann Waldemer Hugo Boss"],
    ),
    ("Der Norma-Group-Chef Uli Stein tritt ab.", "departsFrom", ["Uli Stein Norma Group"]),
]


@pytest.mark.parametrize(("text", "predicate", "wanted"), MOVES)
def test_moves(reader: ClaimReader, text: str, predicate: str, wanted: list[str]) -> None:
    claims = reader.read(Article("a", text, published=dt.date(2025, 11, 3))).claims
    told = [f"{c.subject.name} {c.object.name}" for c in claims if c.predicate == predicate and c.object]
    assert told == wanted


POSTS = [
    ("Beiersdorf-Chef Vincent Warnery werde Beiersdorf im Streit mit dem Aufsichtsrat verlassen.", "Chef"),
    ("Christoph Aeschlimann gibt bei der Swisscom den CEO-Posten ab.", "CEO-Posten"),
    ("Gunnar Meier verlässt den Vorstand der Salzgitter AG.", "Vorstand"),
]


@pytest.mark.parametrize(("text", "post"), POSTS)
def test_posts(reader: ClaimReader, text: str, post: str) -> None:
    claims = reader.read(Article("a", text, published=dt.date(2025, 11, 3))).claims
    assert [c.qualifiers.get("position") for c in claims if c.predicate == "departsFrom"] == [post]


CUTS = [
    ("ZF will am Standort Saarbrücken 2900 von 8000 Arbeitsplätzen abbauen.", [(2900, "planned")]),
    ("Givaudan baut in den nächsten drei Jahren 900 Stellen ab.", [(900, "planned")]),
    ("Givaudan baut 900 Stellen ab.", [(900, "actual")]),
]


@pytest.mark.parametrize(("text", "wanted"), CUTS)
def test_cuts(reader: ClaimReader, text: str, wanted: list[tuple[int, str]]) -> None:
    claims = reader.read(Article("a", text, published=dt.date(2025, 11, 3))).claims
    assert [(c.value, c.status) for c in claims if c.predicate == "cutsJobs"] == wanted


FIRMS = [
    ("Über die Huber Fenster GmbH mit Sitz in Wels wurde ein Konkursverfahren eröffnet.", "Huber Fenster GmbH", None),
    ("Lenzing hat am Landesgericht St. Pölten ein Sanierungsverfahren beantragt.", "Lenzing AG", "St. Pölten"),
]


@pytest.mark.parametrize(("text", "firm", "place"), FIRMS)
def test_insolvencies(reader: ClaimReader, text: str, firm: str, place: str | None) -> None:
    claims = reader.read(Article("a", text, published=dt.date(2025, 11, 3))).claims
    found = next(c for c in claims if c.predicate == "filesForInsolvency")
    assert found.subject.name == firm
    assert place in (None, found.qualifiers.get("place"))


def test_day_that_a_preterite_tells_of_lies_back(reader: ClaimReader) -> None:
    text = "Finanzchef Arno Antlitz schied am 5. Dezember bei Volkswagen aus."
    claims = reader.read(Article("a", text, published=dt.date(2025, 11, 29))).claims
    found = next(c for c in claims if c.predicate == "departsFrom")
    assert (found.qualifiers["date"], found.status) == ("2024-12-05", "actual")


def test_administrators_work_for_the_insolvent_house(reader: ClaimReader) -> None:
    text = "Das Kaufhaus Galeria ist insolvent. Den Zuschlag erhält Signa, wie Insolvenzverwalter Kebekus mitteilte."
    claims = reader.read(Article("a", text, published=dt.date(2025, 11, 3))).claims
    assert "Signa" not in [c.object.name for c in claims if c.predicate == "worksFor" and c.object]


def test_an_end_that_the_present_sets_lies_ahead(reader: ClaimReader) -> None:
    text = "Symrise-Chef Heinz-Jürgen Bertram gibt den Posten zum 1. April ab, wie der Konzern mitteilte."
    claims = reader.read(Article("a", text, published=dt.date(2025, 11, 4))).claims
    found = next(c for c in claims if c.predicate == "departsFrom")
    assert (found.qualifiers["date"], found.status) == ("2026-04-01", "planned")


def test_a_new_chair_is_no_end(reader: ClaimReader) -> None:
    text = "PNE hat einen neuen Vorstandsvorsitzenden gefunden: Heiko Wuttke kommt."
    claims = reader.read(Article("a", text, published=dt.date(2025, 11, 4))).claims
    assert [c.status for c in claims if c.predicate == "appoints"] == ["actual"]

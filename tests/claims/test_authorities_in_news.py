"""Who allows and forbids as news tells it: authorities by their place, towns before nouns, names behind their trade."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

DAY = dt.date(2025, 11, 3)


def told(reader: ClaimReader, text: str, *predicates: str) -> set[tuple[str, str, str, str]]:
    found = reader.read(Article("a", text + "\n", published=DAY)).claims
    return {
        (c.subject.name, c.predicate, c.object.name if c.object else str(c.value or ""), c.status)
        for c in found
        if c.predicate in predicates
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Die kalifornischen Behörden haben Tesla verklagt.", {("Kalifornien", "sues", "Tesla", "actual")}),
        ("Die Behörden in Kalifornien verklagten Tesla.", {("Kalifornien", "sues", "Tesla", "actual")}),
        # whom the authority file knows stands for itself
        (
            "Die chinesischen Behörden haben Tesla verklagt.",
            {("Chinesische Regierung", "sues", "Tesla", "actual")},
        ),
        # others in a place do not act for it
        ("Die Händler in Texas haben Tesla verklagt.", set()),
    ],
)
def test_authorities_by_place(reader: ClaimReader, text: str, wanted: set[tuple[str, str, str, str]]) -> None:
    assert told(reader, text, "sues") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Der Medizintechnikkonzern Dräger spart. Das Lübecker Unternehmen trennt sich von 400 Leuten.",
            {("Drägerwerk", "cutsJobs", "400", "actual")},
        ),
        (
            "Puma hat weniger verdient. Das Herzogenauracher Unternehmen streicht 500 Stellen.",
            {("Puma", "cutsJobs", "500", "actual")},
        ),
        ("Bei Jenoptik stehen 600 Stellen auf dem Prüfstand.", {("Jenoptik", "cutsJobs", "600", "possible")}),
        ("Beim Zulieferer ZF gingen am Dienstag 10.000 Mitarbeiter auf die Straße.", set()),
    ],
)
def test_cuts(reader: ClaimReader, text: str, wanted: set[tuple[str, str, str, str]]) -> None:
    assert told(reader, text, "cutsJobs") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Die Finanzaufsicht Bafin nimmt die Neobank N26 an die kurze Leine.",
            {("Bafin", "restricts", "N26", "actual")},
        ),
        (
            "Die EU verhängte Sanktionen gegen zwei Töchter des Ölkonzerns Lukoil.",
            {("Europäische Union", "restricts", "Lukoil", "actual")},
        ),
        ("Die FDA lehnte den Zulassungsantrag für Columvi ab.", {("FDA", "approves", "Columvi", "negated")}),
    ],
)
def test_permits(reader: ClaimReader, text: str, wanted: set[tuple[str, str, str, str]]) -> None:
    assert told(reader, text, "restricts", "approves") == wanted


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Der Küchenbauer Alno wendete die Pleite ab.", "negated"),
        ("Der Küchenbauer Alno entging dem Konkurs.", "negated"),
        ("Der Küchenbauer Alno schließt eine Insolvenz aus.", "negated"),
        ("Bei Wolfspeed könnte bald ein Chapter-11-Verfahren anstehen.", "possible"),
    ],
)
def test_insolvencies_in_sight(reader: ClaimReader, text: str, status: str) -> None:
    assert {s for *_, s in told(reader, text, "filesForInsolvency")} == {status}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the decision of the paragraph before
        (
            "Die EU-Kommission verhängte gegen Google eine Strafe.\n\nGoogle will dagegen vorgehen.",
            {("Google", "sues", "EU-Kommission", "planned")},
        ),
        # measures of a country that was told to act, whose goods they hit
        (
            "Die USA verhängten Zölle auf Autos. VDA-Präsidentin Hildegard Müller kritisierte die Zölle.",
            {("Hildegard Müller", "criticizes", "USA", "actual")},
        ),
        (
            "Die USA erheben Zölle von 39 Prozent auf Schweizer Importe.",
            {("USA", "restricts", "Schweiz", "actual")},
        ),
        # on whose motion a court fines
        (
            "Das Kartellgericht setzte auf Antrag der Weko gegen Strabag 62 Millionen Euro Buße fest.",
            {("Kartellgericht", "fines", "Strabag", "actual")},
        ),
        # the town of a firm acts for nobody
        (
            "Auch die Hanauer Vacuumschmelze hat mit dem US-Autobauer General Motors einen Liefervertrag.",
            {("Vacuumschmelze", "suppliesTo", "General Motors", "actual")},
        ),
    ],
)
def test_whose_decision_it_was(reader: ClaimReader, text: str, wanted: set[tuple[str, str, str, str]]) -> None:
    predicates = {predicate for _, predicate, _, _ in wanted}
    assert told(reader, text, *predicates) == wanted

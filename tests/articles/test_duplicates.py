"""Edited reprints come together; different reports on one event stay apart."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

import pytest

from kg.articles.article import Article
from kg.articles.duplicates import reprints, same_text
from kg.articles.read import read_articles

SEEDS = Path(__file__).parents[2] / "seeds"

AGENCY = """\
FRANKFURT (nfd) - Die italienische Großbank Unicredit hat ihren Anteil an der Commerzbank auf 26 Prozent der \
Stimmrechte erhöht. Das geht aus einer Mitteilung vom Mittwoch hervor. Die Mailänder tauschten dafür Derivate \
in Aktien.

Die Europäische Zentralbank hatte Unicredit im März erlaubt, bis zu 29,9 Prozent an der Commerzbank zu \
übernehmen. Im April gab das Bundeskartellamt den Einstieg frei. Ob Konzernchef Andrea Orcel ein \
Übernahmeangebot vorlegt, ist offen.

Die Bundesregierung lehnt eine Übernahme ab. Der Bund hält noch gut zwölf Prozent an der Commerzbank und will \
sie nach Angaben des Finanzministeriums nicht verkaufen./tb/lm
"""
PARAGRAPHS = AGENCY.split("\n\n")


def article(name: str, text: str, day: int = 20) -> Article:
    return Article(name, text, published=dt.date(2025, 8, day))


REPRINTS = {
    "word for word": AGENCY,
    "another headline": "Italiener greifen nach der Commerzbank\n\n" + AGENCY,
    "cut tail": "\n\n".join(PARAGRAPHS[:2]),
    "another dateline": AGENCY.replace("FRANKFURT (nfd) - ", "Mailand, 20. August (abc) - "),
    "lightly edited": AGENCY.replace("Die italienische Großbank", "Die Großbank").replace("noch gut", "rund"),
    "with a paragraph of its own": AGENCY + "\nDie Aktie der Commerzbank gewann am Mittwoch zwei Prozent.\n",
    "with advertising": AGENCY + "\nJetzt den Newsletter abonnieren und keine Meldung mehr verpassen!\n",
    "old umlauts of case": AGENCY.upper(),
}
OTHERS = {
    "own words": "Schritt für Schritt rückt Andrea Orcel der Commerzbank näher. Seit Mittwoch gehören der von ihm "
    "geführten Unicredit 26 Prozent der Frankfurter Bank, und mehr ist erlaubt: Bis 29,9 Prozent dürfen die "
    "Italiener mit dem Segen der Europäischen Zentralbank gehen.",
    "the same phrases, other figures": AGENCY.replace("26", "28").replace("29,9", "35").replace("Mittwoch", "Freitag"),
    "one quoted sentence": "Unicredit lässt nicht locker. Die Europäische Zentralbank hatte Unicredit im März erlaubt, "
    "bis zu 29,9 Prozent an der Commerzbank zu übernehmen. In Berlin sorgt das für Unmut, im Frankfurter Bankenviertel "
    "für Nervosität. Die Gewerkschaft Verdi rief die Beschäftigten für kommenden Dienstag zu einer Kundgebung auf.",
    "short": "Unicredit hat ihren Anteil erhöht.",
}


@pytest.mark.parametrize("how", REPRINTS)
def test_reprint_is_found(how: str) -> None:
    found = reprints([article("original", AGENCY, 20), article("reprint", REPRINTS[how], 21)])
    assert found == {"reprint": "original"}


@pytest.mark.parametrize("how", OTHERS)
def test_other_article_stays_apart(how: str) -> None:
    assert not same_text(AGENCY, OTHERS[how])
    assert reprints([article("one", AGENCY), article("other", OTHERS[how], 21)]) == {}


def test_earliest_is_the_original() -> None:
    early, late = article("z", AGENCY, 19), article("a", AGENCY, 20)
    assert reprints([late, early]) == {"a": "z"}


def test_order_does_not_matter() -> None:
    articles = [article(f"a{i}", text) for i, text in enumerate([*list(REPRINTS.values())[:4], *OTHERS.values()])]
    results = {
        tuple(sorted(reprints(order).items())) for order in itertools.islice(itertools.permutations(articles), 50)
    }
    assert len(results) == 1


def test_different_reports_on_one_event_stay_apart() -> None:
    articles = [item for item in read_articles([SEEDS]) if isinstance(item, Article)]
    assert len(articles) >= 18
    assert reprints(articles) == {}

"""Times: tables of phrases as they stand in the news, read on a given day of publication."""

from __future__ import annotations

import datetime as dt

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kg.language.spans import Time
from kg.language.times import find_times

NLP = spacy.blank("de")
#: a Tuesday
PUBLISHED = dt.date(2025, 11, 18)


def times(text: str, published: dt.date | None = PUBLISHED) -> tuple[Time, ...]:
    return find_times(NLP(text), published)


def only(text: str, published: dt.date | None = PUBLISHED) -> Time:
    found = times(text, published)
    assert len(found) == 1, [(t.text, t.value) for t in found]
    return found[0]


WEEKDAYS = [
    ("Die Aktie fiel am Freitag.", "Freitag", "2025-11-14"),
    ("Am Freitagabend teilte der Konzern das mit.", "Freitagabend", "2025-11-14"),
    ("wie am Montag bekannt wurde", "Montag", "2025-11-17"),
    ("gab am Dienstag nach", "Dienstag", "2025-11-18"),
    ("Am Mittwochmorgen kletterte der Kurs.", "Mittwochmorgen", "2025-11-12"),
    ("aus einer am Mittwoch veröffentlichten Mitteilung", "Mittwoch", "2025-11-12"),
    ("der Schlusskurs vom Freitag", "Freitag", "2025-11-14"),
    ("Siemens legt am Donnerstag den Quartalsbericht vor.", "Donnerstag", "2025-11-20"),
    ("Am Mittwoch veröffentlicht Nvidia seine Zahlen.", "Mittwoch", "2025-11-19"),
    ("Die EZB tagt am Donnerstag zu ihrer Sitzung.", "Donnerstag", "2025-11-20"),
    ("Der Rat wird am Freitag entscheiden.", "Freitag", "2025-11-21"),
    ("Verdi rief für Montag zum Streik auf.", "Montag", "2025-11-24"),
    ("Sie haben für den Freitag einen Ausstand ausgerufen.", "Freitag", "2025-11-21"),
    ("Die Verhandlungen sollen am Montag beginnen.", "Montag", "2025-11-24"),
    ("bis Freitag muss das Geld da sein", "Freitag", "2025-11-21"),
    ("ab Montag gelten neue Regeln", "Montag", "2025-11-24"),
    ("Seit Montag steigt der Kurs.", "Montag", "2025-11-17"),
    ("Letzten Freitag war alles anders.", "Letzten Freitag", "2025-11-14"),
    ("am vergangenen Dienstag", "vergangenen Dienstag", "2025-11-11"),
    ("am kommenden Dienstag", "kommenden Dienstag", "2025-11-25"),
    ("nächsten Montag", "nächsten Montag", "2025-11-24"),
    ("diesen Freitag", "diesen Freitag", "2025-11-21"),
    ("am Donnerstag vergangener Woche", "Donnerstag vergangener Woche", "2025-11-13"),
    ("am Mittwoch der kommenden Woche", "Mittwoch der kommenden Woche", "2025-11-26"),
    ("am Sonnabend", "Sonnabend", "2025-11-15"),
    ("am Samstag", "Samstag", "2025-11-15"),
    ("teilte am Sonntagabend mit", "Sonntagabend", "2025-11-16"),
    ("zum Wochenauftakt stieg der Dax", "Wochenauftakt", "2025-11-17"),
    ("Am Donnerstagnachmittag verlor das Papier.", "Donnerstagnachmittag", "2025-11-13"),
]

DAYS = [
    ("Am 25. November legt Alibaba Zahlen vor.", "25. November", "2025-11-25"),
    ("Der Bericht kam am 25. Oktober.", "25. Oktober", "2025-10-25"),
    ("Am 4. November unterzeichnete er den Vertrag.", "4. November", "2025-11-04"),
    ("Die Halbjahreszahlen kommen am 11. März.", "11. März", "2026-03-11"),
    ("Bilanzvorlage am 4. Dezember", "4. Dezember", "2025-12-04"),
    ("ab 1. Januar neue Leitlinien", "1. Januar", "2026-01-01"),
    ("hat zum 1. September den Chef abgelöst", "1. September", "2025-09-01"),
    ("Am 31. Dezember 2024 endete die Frist.", "31. Dezember 2024", "2024-12-31"),
    ("am 14.11. gab er auf", "14.11.", "2025-11-14"),
    ("am 14.11.2025", "14.11.2025", "2025-11-14"),
    ("vom 14.11.25 an", "14.11.25", "2025-11-14"),
    ("am 3. 12. 2025", "3. 12. 2025", "2025-12-03"),
    ("Stand: 2025-11-14", "2025-11-14", "2025-11-14"),
    ("San Francisco, 18. Sep (Reuters) - Der Konzern", "18. Sep", "2025-09-18"),
    ("Berlin, 5. Nov - Auf der Messe", "5. Nov", "2025-11-05"),
    ("New York, 7. Okt. 2025", "7. Okt. 2025", "2025-10-07"),
    ("Zürich, 2. September (AWP)", "2. September", "2025-09-02"),
    ("Wien, 6. Jänner 2026", "6. Jänner 2026", "2026-01-06"),
    ("Freitag, den 14. November", "Freitag, den 14. November", "2025-11-14"),
    ("am Freitag, dem 14. November 2025,", "Freitag, dem 14. November 2025", "2025-11-14"),
    ("Freitag, 23. Mai 2025", "Freitag, 23. Mai 2025", "2025-05-23"),
    ("am Montag, 24.11.", "Montag, 24.11.", "2025-11-24"),
    ("Die Analyse vom 8. November", "8. November", "2025-11-08"),
    ("Am 1. Mai 1998", "1. Mai 1998", "1998-05-01"),
    ("Der Streik am Black Friday am 28. November", "28. November", "2025-11-28"),
    ("Zahlen am 29. Oktober./mis/he", "29. Oktober", "2025-10-29"),
    ("Inditex legt am 3. Dezember Zahlen vor", "3. Dezember", "2025-12-03"),
    ("am 29. Februar 2024", "29. Februar 2024", "2024-02-29"),
    ("am 15. November vergangenen Jahres", "15. November vergangenen Jahres", "2024-11-15"),
    ("am 15. März kommenden Jahres", "15. März kommenden Jahres", "2026-03-15"),
]

MONTHS = [
    ("Im Oktober lieferte der Konzern aus.", "Oktober", "2025-10"),
    ("im November stieg der Absatz", "November", "2025-11"),
    ("im Dezember hatten die USA das Unternehmen gelistet", "Dezember", "2024-12"),
    ("Im Dezember könnte der Sprung gelingen.", "Dezember", "2025-12"),
    ("Er soll im Januar beginnen.", "Januar", "2026-01"),
    ("im kommenden Februar", "kommenden Februar", "2026-02"),
    ("im vergangenen August", "vergangenen August", "2025-08"),
    ("im August vergangenen Jahres", "August vergangenen Jahres", "2024-08"),
    ("im Oktober des vergangenen Jahres", "Oktober des vergangenen Jahres", "2024-10"),
    ("im Mai nächsten Jahres", "Mai nächsten Jahres", "2026-05"),
    ("seit Oktober 2024", "Oktober 2024", "2024-10"),
    ("seit November insolvent", "November", "2025-11"),
    ("die ab Januar als Gesellschaft auftritt", "Januar", "2026-01"),
    ("Mitte November kam die Wende.", "Mitte November", "2025-11"),
    ("Die Jahresbilanz kommt Ende März.", "Ende März", "2026-03"),
    ("Ende Juli zog er zurück.", "Ende Juli", "2025-07"),
    ("wurde Anfang Oktober enthoben", "Anfang Oktober", "2025-10"),
    ("ab Juli 2026 strenge Regeln", "Juli 2026", "2026-07"),
    ("bis Ende Juni 2027", "Ende Juni 2027", "2027-06"),
    ("im Mai entließ er alle", "Mai", "2025-05"),
    ("Okt. 2024", "Okt. 2024", "2024-10"),
    ("im Jänner verlor er", "Jänner", "2025-01"),
    ("Die Oktober-Zahlen fielen schwach aus.", "Oktober", "2025-10"),
    ("und schon im Dezember zu beginnen", "Dezember", "2025-12"),
    ("zum Jahreswechsel geschluckt", "Jahreswechsel", "2025-01"),
    ("soll zum Jahreswechsel starten", "Jahreswechsel", "2026-01"),
    ("vor drei Monaten", "vor drei Monaten", "2025-08"),
    ("in zwei Monaten", "in zwei Monaten", "2026-01"),
    ("diesen Monat", "diesen Monat", "2025-11"),
    ("im vergangenen Monat", "vergangenen Monat", "2025-10"),
    ("im Vormonat", "Vormonat", "2025-10"),
    ("kommenden Monat", "kommenden Monat", "2025-12"),
]

YEARS = [
    ("ist 2026 so weit", "2026", "2026"),
    ("im Jahr 2020", "Jahr 2020", "2020"),
    ("Im Jahre 1998", "Jahre 1998", "1998"),
    ("ab 2028", "2028", "2028"),
    ("Ende 2026", "Ende 2026", "2026"),
    ("bis 2030", "2030", "2030"),
    ("Anfang 2026 ans Netz", "Anfang 2026", "2026"),
    ("die 2023 übernommene Bank", "2023", "2023"),
    ("nach einem Gesetz von 1952", "1952", "1952"),
    ("Das Angebot endet 2027.", "2027", "2027"),
    ("für 2024 ausgezahlt", "2024", "2024"),
    ("über 2030 hinaus", "2030", "2030"),
    ("Werk ab 2027 Stellen abbauen", "2027", "2027"),
    ("im Geschäftsjahr 2025", "Geschäftsjahr 2025", "2025"),
    ("im Geschäftsjahr 2024/25", "Geschäftsjahr 2024/25", "2024/25"),
    ("abgelaufenen Geschäftsjahr 2024/2025", "abgelaufenen Geschäftsjahr 2024/2025", "2024/25"),
    ("für 2025/26 erwartet", "2025/26", "2025/26"),
    ("im abgelaufenen Geschäftsjahr", "abgelaufenen Geschäftsjahr", "2024"),
    ("im laufenden Geschäftsjahr", "laufenden Geschäftsjahr", "2025"),
    ("im Vorjahr", "Vorjahr", "2024"),
    ("den Vorjahreswert", "Vorjahreswert", "2024"),
    ("im Vorjahreszeitraum", "Vorjahreszeitraum", "2024"),
    ("im laufenden Jahr", "laufenden Jahr", "2025"),
    ("in diesem Jahr", "diesem Jahr", "2025"),
    ("im kommenden Jahr", "kommenden Jahr", "2026"),
    ("kommendes Jahr", "kommendes Jahr", "2026"),
    ("vergangenes Jahr", "vergangenes Jahr", "2024"),
    ("im vorigen Jahr", "vorigen Jahr", "2024"),
    ("im vorletzten Jahr", "vorletzten Jahr", "2023"),
    ("Mitte kommenden Jahres", "Mitte kommenden Jahres", "2026"),
    ("bis Ende des Jahres", "Ende des Jahres", "2025"),
    ("Anfang des kommenden Jahres", "Anfang des kommenden Jahres", "2026"),
    ("Ende dieses Jahres", "Ende dieses Jahres", "2025"),
    ("im Gesamtjahr rechnet er", "Gesamtjahr", "2025"),
    ("im Gesamtjahr 2026", "Gesamtjahr 2026", "2026"),
    ("bis Jahresende", "Jahresende", "2025"),
    ("seit Jahresbeginn", "Jahresbeginn", "2025"),
    ("mehr als vor Jahresfrist", "Jahresfrist", "2024"),
    ("vor einem Jahr", "vor einem Jahr", "2024"),
    ("vor gut zehn Jahren", "vor gut zehn Jahren", "2015"),
    ("vor anderthalb Jahren", "vor anderthalb Jahren", "2024"),
    ("vor zweieinhalb Jahren", "vor zweieinhalb Jahren", "2023"),
    ("in drei Jahren", "in drei Jahren", "2028"),
    ("heuer", "heuer", "2025"),
    ("das 2021 gegründete Start-up", "2021", "2021"),
]

PARTS = [
    ("im dritten Quartal", "dritten Quartal", "2025-Q3", "quarter"),
    ("Im ersten Quartal verdiente er", "ersten Quartal", "2025-Q1", "quarter"),
    ("im vierten Quartal", "vierten Quartal", "2025-Q4", "quarter"),
    ("soll im ersten Quartal kommen", "ersten Quartal", "2026-Q1", "quarter"),
    ("im 3. Quartal 2025", "3. Quartal 2025", "2025-Q3", "quarter"),
    ("Q3 2025", "Q3 2025", "2025-Q3", "quarter"),
    ("Q3/2025", "Q3/2025", "2025-Q3", "quarter"),
    ("die Zahlen für Q3", "Q3", "2025-Q3", "quarter"),
    ("Q3 2024/25", "Q3 2024/25", "2024/25", "quarter"),
    ("Q4/24", "Q4/24", "2024-Q4", "quarter"),
    ("im IV. Quartal", "IV. Quartal", "2025-Q4", "quarter"),
    ("im ersten Quartal 2026", "ersten Quartal 2026", "2026-Q1", "quarter"),
    ("im zweiten Quartal des kommenden Jahres", "zweiten Quartal des kommenden Jahres", "2026-Q2", "quarter"),
    ("im Schlussquartal", "Schlussquartal", "2025-Q4", "quarter"),
    ("im Auftaktquartal 2025", "Auftaktquartal 2025", "2025-Q1", "quarter"),
    ("im Sommerquartal", "Sommerquartal", "2025-Q3", "quarter"),
    ("im vergangenen Quartal", "vergangenen Quartal", "2025-Q3", "quarter"),
    ("im laufenden Quartal", "laufenden Quartal", "2025-Q4", "quarter"),
    ("gegenüber dem Vorquartal", "Vorquartal", "2025-Q3", "quarter"),
    ("von Juli bis September", "Juli bis September", "2025-Q3", "quarter"),
    ("zwischen Juli und September", "Juli und September", "2025-Q3", "quarter"),
    ("Juli-September", "Juli-September", "2025-Q3", "quarter"),
    ("von April bis Juni 2024", "April bis Juni 2024", "2024-Q2", "quarter"),
    ("zwischen Januar bis Ende September", "Januar bis Ende September", "2025-9M", "span"),
    ("von Januar bis Juni", "Januar bis Juni", "2025-H1", "half"),
    ("im ersten Halbjahr", "ersten Halbjahr", "2025-H1", "half"),
    ("im zweiten Halbjahr 2025", "zweiten Halbjahr 2025", "2025-H2", "half"),
    ("zweites Halbjahr", "zweites Halbjahr", "2025-H2", "half"),
    ("wird im ersten Halbjahr gerechnet", "ersten Halbjahr", "2026-H1", "half"),
    ("ab der zweiten Jahreshälfte 2026", "zweiten Jahreshälfte 2026", "2026-H2", "half"),
    ("im 1. Halbjahr 2025", "1. Halbjahr 2025", "2025-H1", "half"),
    ("H1 2026", "H1 2026", "2026-H1", "half"),
    ("in den ersten neun Monaten", "ersten neun Monaten", "2025-9M", "span"),
    ("in den ersten neun Monaten 2024", "ersten neun Monaten 2024", "2024-9M", "span"),
    ("erste neun Monate", "erste neun Monate", "2025-9M", "span"),
    ("Eon bestätigte nach neun Monaten", "neun Monaten", "2025-9M", "span"),
    ("die ersten drei Monate", "ersten drei Monate", "2025-Q1", "quarter"),
    ("in den ersten sechs Monaten", "ersten sechs Monaten", "2025-H1", "half"),
    ("der Neunmonatszeitraum", "Neunmonatszeitraum", "2025-9M", "span"),
]

RELATIVE = [
    ("gestern", "gestern", "2025-11-17", "day"),
    ("Heute entscheidet sich", "Heute", "2025-11-18", "day"),
    ("schon morgen", "morgen", "2025-11-19", "day"),
    ("vorgestern", "vorgestern", "2025-11-16", "day"),
    ("übermorgen", "übermorgen", "2025-11-20", "day"),
    ("gestern Abend", "gestern Abend", "2025-11-17", "day"),
    ("am Vortag", "Vortag", "2025-11-17", "day"),
    ("am Vorabend", "Vorabend", "2025-11-17", "day"),
    ("vor drei Tagen", "vor drei Tagen", "2025-11-15", "day"),
    ("vor zwei Wochen", "vor zwei Wochen", "2025-11", "span"),
    ("vor 6 Wochen", "vor 6 Wochen", "2025-10", "span"),
    ("diese Woche", "diese Woche", "2025-11", "span"),
    ("in dieser Woche", "dieser Woche", "2025-11", "span"),
    ("vergangene Woche", "vergangene Woche", "2025-11", "span"),
    ("ab kommender Woche", "kommender Woche", "2025-11", "span"),
    ("in der Vorwoche", "Vorwoche", "2025-11", "span"),
    ("am Wochenende", "Wochenende", "2025-11", "span"),
    ("musste im Sommer Insolvenz anmelden", "Sommer", "2025", "span"),
    ("im Frühjahr gestartet", "Frühjahr", "2025", "span"),
    ("Der Kurs steigt seit dem Frühjahr.", "Frühjahr", "2025", "span"),
    ("lässt noch bis zum Frühjahr auf sich warten", "Frühjahr", "2026", "span"),
    ("Was im Frühjahr verschoben werden musste", "Frühjahr", "2025", "span"),
    ("Er soll im Frühjahr starten", "Frühjahr", "2026", "span"),
    ("im Herbst 2026", "Herbst 2026", "2026", "span"),
    ("im vergangenen Winter", "vergangenen Winter", "2024", "span"),
    ("im kommenden Sommer", "kommenden Sommer", "2026", "span"),
]

NOTHING = [
    "sagte Spohr der «Welt am Sonntag»",
    "Guten Morgen, Wien!",
    "Er kaufte einen Audi Q3.",
    "rund 2000 Stellen",
    "1900 Stellen fallen weg",
    "2000 Euro",
    "2025 Euro kostet das Rad",
    "2.025 Stück",
    "4402 Punkte",
    "Analyst Thomas Herbst sagte",
    "August Thyssen gründete",
    "in den 1990er-Jahren",
    "die letzten Jahre",
    "seit Jahren",
    "nach 17 Jahren",
    "die erste Filiale",
    "der dritte Standort",
    "zum zweiten Mal",
    "freitags geschlossen",
    "14:30 Uhr",
    "12,5 Prozent",
    "24.381,46 Punkten",
    "das Modell MI2025",
    "Boeing 777-9",
    "binnen Jahresfrist",
    "die Quartalszahlen",
    "der Jahresbericht",
    "Stoxx Europe 600",
    "an einem einzigen Wochenende",
    "vor zweitausend Jahren",
    "1400 bis 1800 Stellen",
    "von 2030 auf 2100 Euro",
    "die Organisation Global 2000",
    "knapp 2100 Leute",
    "auf 1900 Dollar",
    "in Frankfurt",
    "vor dem Gericht",
    "der 31.13.",
]


@pytest.mark.parametrize(("text", "words", "value"), [*WEEKDAYS, *DAYS])
def test_days(text: str, words: str, value: str) -> None:
    found = only(text)
    assert (found.text, found.value, found.kind) == (words, value, "day")


@pytest.mark.parametrize(("text", "words", "value"), MONTHS)
def test_months(text: str, words: str, value: str) -> None:
    found = only(text)
    assert (found.text, found.value, found.kind) == (words, value, "month")


@pytest.mark.parametrize(("text", "words", "value"), YEARS)
def test_years(text: str, words: str, value: str) -> None:
    found = only(text)
    assert (found.text, found.value, found.kind) == (words, value, "year")


@pytest.mark.parametrize(("text", "words", "value", "kind"), [*PARTS, *RELATIVE])
def test_parts_and_distances(text: str, words: str, value: str, kind: str) -> None:
    found = only(text)
    assert (found.text, found.value, found.kind) == (words, value, kind)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_time(text: str) -> None:
    assert [(t.text, t.value) for t in times(text)] == []


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Am Montag fiel der Kurs.", "2025-11-17", "2025-11-17"),
        ("Am Montag wird entschieden.", "2025-11-17", "2025-11-17"),
        ("Die Zahlen zum dritten Quartal präsentiert er", "2025-10-27", "2025-Q3"),
        ("Im Schlussquartal stieg der Umsatz", "2026-02-10", "2025-Q4"),
        ("Die ersten neun Monate", "2025-02-05", "2024-9M"),
        ("Im ersten Halbjahr stieg der Umsatz", "2025-06-10", "2025-H1"),
        ("Im zweiten Halbjahr stieg der Umsatz", "2026-02-10", "2025-H2"),
        ("am 4. Oktober untersagte Peking die Ausfuhr", "2025-10-22", "2025-10-04"),
        ("Bilanzvorlage am 4. Juni", "2025-05-23", "2025-06-04"),
        ("Am 30. Dezember teilte er mit", "2026-01-05", "2025-12-30"),
        ("Am 12. Januar legt er Zahlen vor", "2025-12-20", "2026-01-12"),
        ("im Dezember gedrängten Chefs", "2025-09-18", "2024-12"),
        ("Swisscom hatte zum Jahreswechsel zugekauft", "2025-09-02", "2025-01"),
        ("vergangene Woche", "2025-12-09", "2025-12"),
        ("vergangene Woche", "2025-12-02", "2025-11"),
        ("im kommenden Quartal", "2025-11-18", "2026-Q1"),
        ("im Vormonat", "2026-01-10", "2025-12"),
        ("am 29. Februar gab er auf", "2025-03-05", "2024-02-29"),
    ],
)
def test_other_days_of_publication(text: str, published: str, value: str) -> None:
    assert only(text, dt.date.fromisoformat(published)).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("am Freitag", None),
        ("am 25. November", None),
        ("am 25. November 2025", "2025-11-25"),
        ("im Oktober", None),
        ("im Oktober 2024", "2024-10"),
        ("im dritten Quartal", None),
        ("im dritten Quartal 2025", "2025-Q3"),
        ("vor zwei Wochen", None),
        ("im kommenden Jahr", None),
        ("2026", "2026"),
        ("2024/25", "2024/25"),
        ("zum Jahreswechsel", None),
        ("im Sommer 2025", "2025"),
        ("gestern", None),
    ],
)
def test_without_a_day_of_publication(text: str, value: str | None) -> None:
    assert only(text, None).value == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am 14. und 15. November", ["2025-11-14", "2025-11-15"]),
        ("am 14./15. November", ["2025-11-14", "2025-11-15"]),
        ("Die Messe findet vom 3. bis 5. Dezember statt.", ["2025-12-03", "2025-12-05"]),
        ("zwischen 2020 und 2024", ["2020", "2024"]),
        ("von 2023 bis 2025", ["2023", "2025"]),
        ("Ende September/Anfang Oktober fiel der Kurs", ["2025-09", "2025-10"]),
        ("Er hat die Firma in drei Jahren verändert.", [None]),
        ("das bis Ende März laufende Geschäftsjahr", ["2026-03", "2025"]),
        ("im Oktober im vergangenen Jahr", ["2024-10"]),
        ("im Juli und September", ["2025-07", "2025-09"]),
        ("am Freitag und Samstag", ["2025-11-14", "2025-11-15"]),
        ("bis Ende 2026 und im ersten Quartal 2027", ["2026", "2027-Q1"]),
        ("im Februar 2024 und im März 2024", ["2024-02", "2024-03"]),
        ("Am Montag teilte er mit, dass er am Freitag gehen wird.", ["2025-11-17", "2025-11-21"]),
        ("Freitag fiel der Kurs, am Donnerstag legt er Zahlen vor.", ["2025-11-14", "2025-11-20"]),
    ],
)
def test_several_times(text: str, expected: list[str | None]) -> None:
    assert [t.value for t in times(text)] == expected


def test_words_and_tokens() -> None:
    doc = NLP("Er kommt am Freitag, den 14. November, nach Berlin.")
    (found,) = find_times(doc, PUBLISHED)
    assert doc.text[found.start : found.end] == found.text
    assert doc[found.first : found.last].text == "Freitag, den 14. November"


@given(
    st.text(alphabet="0123456789./- ,QHIV", max_size=12),
    st.sampled_from(["Mai", "Jahr", "Freitag", "Quartal", "vor", "."]),
)
def test_whatever_stands_there_the_words_are_exact(text: str, word: str) -> None:
    whole = f"am {text} {word} {text}"
    for found in times(whole):
        assert whole[found.start : found.end] == found.text


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_full_dates_are_read_back(day: dt.date) -> None:
    assert only(f"am {day.day}.{day.month}.{day.year} in Berlin").value == day.isoformat()
    assert only(f"am {day.day:02}.{day.month:02}.{day.year}").value == day.isoformat()


@given(
    st.dates(dt.date(1950, 1, 1), dt.date(2080, 12, 31)), st.sampled_from(["Montag", "Freitag", "Sonntag"])
)
def test_a_weekday_without_a_clue_lies_in_the_last_seven_days(published: dt.date, weekday: str) -> None:
    found = only(f"am {weekday}", published)
    assert found.value is not None
    assert 0 <= (published - dt.date.fromisoformat(found.value)).days < 7

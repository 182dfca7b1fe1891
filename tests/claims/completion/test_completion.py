"""What sentences, and other tellings of the same, add to claims that are known."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from kg.articles.article import Article
from kg.claims.claim import Claim, Evidence, Party, Scalar, Status
from kg.claims.completion.dates_ahead import without_dates_ahead
from kg.claims.completion.deal_parties import with_parties
from kg.claims.completion.deal_prices import with_prices
from kg.claims.completion.judgements import with_judgements
from kg.claims.completion.moves import with_moves
from kg.claims.completion.offices import with_offices
from kg.claims.completion.periods import with_periods
from kg.claims.completion.places import with_places
from kg.claims.completion.risks import with_risks
from kg.claims.completion.stakes import with_stakes
from kg.claims.completion.tellings import with_other_tellings
from kg.claims.completion.topics import with_near_topics, with_topics
from kg.claims.extractor import Tools, open_tools
from kg.claims.reader import ClaimReader

DAY = dt.date(2025, 11, 19)


def known(
    reader: ClaimReader, text: str, predicate: str, subject: str, other: str, trigger: str, value: Scalar | None = None
) -> tuple[Claim, Tools]:
    """Return a claim as the network finds it: parties and a trigger, no qualifiers."""
    tools = open_tools(reader.document(Article("a", text, published=DAY)), reader.lexicon)
    mentions = {m.name: m for m in reversed(tools.document.mentions) if m.kind != "pronoun"}
    token = tools.document.token_at(text.index(trigger))
    found = mentions[other] if other else None
    return tools.claim(predicate, mentions[subject], token, "learned", object=found, value=value), tools


TOPICS = [
    # a clause
    ("Die Behörde SAMR wirft Nvidia vor, Auflagen missachtet zu haben.", "accuses", "SAMR", "Nvidia", "wirft",
     "Auflagen missachtet"),
    # a reason
    ("Reddit verklagt Perplexity wegen Datenklaus.", "sues", "Reddit", "Perplexity", "verklagt", "Datenklaus"),
    # an object
    ("Die Bafin verbietet N26 neue Hypothekenkredite.", "restricts", "Bafin", "N26", "verbietet",
     "neue Hypothekenkredite"),
    # what the party belongs to
    ("Die EU-Kommission prüft den Kauf von Covestro.", "investigates", "EU-Kommission", "Covestro", "prüft",
     "Kauf von Covestro"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate", "subject", "other", "trigger", "topic"), TOPICS)
def test_topics(
    reader: ClaimReader, text: str, predicate: str, subject: str, other: str, trigger: str, topic: str
) -> None:
    claim, tools = known(reader, text, predicate, subject, other, trigger)
    assert [c.qualifiers.get("topic") for c in with_topics([claim], tools)] == [topic]


def test_what_is_delivered(reader: ClaimReader) -> None:
    claim, tools = known(reader, "Bosch beliefert BMW mit Steuergeräten.", "suppliesTo", "Bosch", "BMW", "beliefert")
    assert [c.qualifiers.get("product") for c in with_topics([claim], tools)] == ["Steuergeräten"]


@pytest.mark.parametrize(
    ("text", "trigger", "product"),
    [
        ("Mitsubishi Motors lässt einen Wagen bei Foxconn fertigen.", "lässt", "Wagen"),
        ("Für Mitsubishi Motors montiert Foxconn die Getriebe.", "montiert", "Getriebe"),
    ],
)
def test_what_is_delivered_stands_beside_the_verb(reader: ClaimReader, text: str, trigger: str, product: str) -> None:
    claim, tools = known(reader, text, "suppliesTo", "Foxconn", "Mitsubishi Motors", trigger)
    (told,) = with_near_topics(with_topics([claim], tools), tools)
    assert told.qualifiers["product"] == product


def test_a_word_that_takes_up_a_reproach_stands_before_it(reader: ClaimReader) -> None:
    text = "Perplexity soll heimlich Daten abgesaugt haben. Perplexity wies die Anschuldigung zurück."
    claim, tools = known(reader, text, "denies", "Perplexity", "", "wies")
    (told,) = with_near_topics(with_topics([claim], tools), tools)
    assert str(told.qualifiers["topic"]).startswith("Anschuldigung: ")


def test_what_is_denied_was_said_before(reader: ClaimReader) -> None:
    text = "Reddit verklagt Perplexity wegen Datenklaus. Perplexity wies das zurück."
    sues, tools = known(reader, text, "sues", "Reddit", "Perplexity", "verklagt")
    denies, _ = known(reader, text, "denies", "Perplexity", "", "wies")
    told = list(with_near_topics([*with_topics([sues], tools), denies], tools))
    assert told[1].qualifiers["topic"] == "Datenklaus"


def test_what_is_denied_stands_in_the_sentence_before(reader: ClaimReader) -> None:
    text = "Perplexity soll heimlich Daten abgesaugt haben. Perplexity bestreitet das."
    claim, tools = known(reader, text, "denies", "Perplexity", "", "bestreitet")
    (told,) = with_near_topics(with_topics([claim], tools), tools)
    assert "Daten abgesaugt" in str(told.qualifiers["topic"])


def test_a_report_is_denied_for_what_it_says(reader: ClaimReader) -> None:
    claim, tools = known(
        reader, "Alibaba dementierte Berichte über Entlassungen.", "denies", "Alibaba", "", "dementierte"
    )
    assert [c.qualifiers.get("topic") for c in with_topics([claim], tools)] == ["Entlassungen"]


@pytest.mark.parametrize(
    ("status", "date", "told"),
    [
        ("actual", "2028", None),
        ("actual", "2025-12", None),
        ("actual", "2025-11-20", None),
        ("actual", "2025-11-19", "2025-11-19"),
        ("actual", "2025", "2025"),
        ("actual", "2025-Q4", "2025-Q4"),
        ("planned", "2028", "2028"),
    ],
)
def test_what_has_happened_has_no_date_ahead(reader: ClaimReader, status: Status, date: str, told: str | None) -> None:
    claim, tools = known(reader, "BMW arbeitet mit Toyota zusammen.", "partnersWith", "BMW", "Toyota", "arbeitet")
    dated = replace(claim, status=status, qualifiers={"date": date})
    assert [c.qualifiers.get("date") for c in without_dates_ahead([dated], tools)] == [told]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Bei Ford stehen 2000 Stellen auf der Kippe.", "Stellen", "possible"),
        ("Bei Ford bangen 2000 Leute um ihre Stellen.", "Leute", "possible"),
        ("Ford streicht 2000 Stellen, weitere sind bedroht.", "streicht", "planned"),
    ],
)
def test_jobs_at_risk_are_not_yet_cut(reader: ClaimReader, text: str, trigger: str, status: Status) -> None:
    claim, tools = known(reader, text, "cutsJobs", "Ford", "", trigger)
    assert [c.status for c in with_risks([replace(claim, status="planned")], tools)] == [status]


def test_what_takes_place_on_a_day_ahead_is_planned(reader: ClaimReader) -> None:
    text = "Verdi hat für Montag einen Streik bei Amazon ausgerufen."
    claim, tools = known(reader, text, "strikesAt", "Verdi", "Amazon", "Streik")
    dated = replace(claim, status="actual", qualifiers={"date": "2025-11-24"})
    told = [(c.status, c.qualifiers["date"]) for c in without_dates_ahead([dated], tools)]
    assert told == [("planned", "2025-11-24")]


def test_the_product_carries_the_name_of_the_supplier(reader: ClaimReader) -> None:
    text = "Bosch gehört zu den größten Abnehmern von Nexperia-Dioden."
    claim, tools = known(reader, text, "suppliesTo", "Nexperia", "Bosch", "gehört")
    assert [c.qualifiers.get("product") for c in with_near_topics([claim], tools)] == ["Dioden"]


def test_goods_that_carry_the_suppliers_name_come_before_what_the_verb_governs(reader: ClaimReader) -> None:
    text = "Bosch, einer der größten Abnehmer von Nexperia-Dioden, meldete Kurzarbeit in Salzgitter an."
    claim, tools = known(reader, text, "suppliesTo", "Nexperia", "Bosch", "meldete")
    assert [c.qualifiers.get("product") for c in with_topics([claim], tools)] == ["Dioden"]


POSTS = [
    ("Metas Cheflobbyist Joel Kaplan kritisierte den Kodex.", "worksFor", "Joel Kaplan", "Meta", "kritisierte",
     "Cheflobbyist"),
    ("Lionel Souque, der Vorstandsvorsitzende von Rewe, ließ das offen.", "worksFor", "Lionel Souque", "Rewe", "ließ",
     "Vorstandsvorsitzende"),
    ("Bayer-Finanzchef Wolfgang Nickl tritt zum 1. Juni ab.", "departsFrom", "Wolfgang Nickl", "Bayer", "tritt",
     "Finanzchef"),
    ("Stefan Pierer scheidet aus dem Vorstand der Pierer Mobility aus.", "departsFrom", "Stefan Pierer",
     "Pierer Mobility", "scheidet", "Vorstand"),
]  # fmt: skip


POSTS += [
    ("SMA Solar holt Philipp Wörlein von Bauer Solar als Vertriebschef.", "appoints", "SMA Solar", "Philipp Wörlein",
     "holt", "Vertriebschef"),
]  # fmt: skip


POSTS += [
    # who follows on another has the same post
    ("Technikchef Abdu Mudesir hat Claudia Nemat bei der Telekom abgelöst.", "departsFrom", "Claudia Nemat",
     "Telekom", "abgelöst", "Technikchef"),
    ("Chef Alexander Birken übergibt sein Amt bei Otto an Petra Scharner-Wolff.", "appoints", "Otto",
     "Petra Scharner-Wolff", "übergibt", "Chef"),
    ("Emma Delaney rückt bei OMV im August an die Spitze.", "appoints", "OMV", "Emma Delaney", "rückt", "Spitze"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate", "subject", "other", "trigger", "post"), POSTS)
def test_posts(
    reader: ClaimReader, text: str, predicate: str, subject: str, other: str, trigger: str, post: str
) -> None:
    claim, tools = known(reader, text, predicate, subject, other, trigger)
    assert [c.qualifiers.get("position") for c in with_offices([claim], tools)] == [post]


def test_the_post_that_is_left_was_told_before(reader: ClaimReader) -> None:
    text = "Siemens-Chef Roland Busch schweigt. Roland Busch geht im Mai."
    works, tools = known(reader, text, "worksFor", "Roland Busch", "Siemens", "schweigt")
    leaves, _ = known(reader, text, "departsFrom", "Roland Busch", "Siemens", "geht")
    assert [c.qualifiers["position"] for c in with_offices([works, leaves], tools)] == ["Chef", "Chef"]


def test_a_judgement(reader: ClaimReader) -> None:
    text = 'Jefferies-Analyst Chris Counihan blieb bei BASF bei "Hold" mit Kursziel 47 Euro.'
    claim, tools = known(reader, text, "rates", "Jefferies", "BASF", "blieb")
    (told,) = with_judgements([claim], tools)
    assert told.qualifiers == {"rating": "Hold", "targetPrice": 47, "currency": "EUR", "analyst": "Chris Counihan"}


MOVES: list[tuple[str, str, str, Scalar, dict[str, Scalar]]] = [
    ("Die AMD-Aktie schoss am Montag um 23,7 Prozent auf 203,71 Dollar empor.", "AMD", "schoss", 23.7,
     {"date": "2025-11-17", "price": 203.71, "currency": "USD"}),
    ("In Frankfurt büßten Bayer 3,4 Prozent ein.", "Bayer", "büßten", -3.4,
     {"date": "2025-11-19", "venue": "Frankfurt"}),
    # over a time, and not on a day
    ("Seit Jahresbeginn hat die Infineon-Aktie 38 Prozent gewonnen.", "Infineon", "gewonnen", 38,
     {"period": "Seit Jahresbeginn"}),
    ("Infineon ist in drei Jahren um 130 Prozent gestiegen.", "Infineon", "gestiegen", 130,
     {"period": "in drei Jahren"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subject", "trigger", "value", "wanted"), MOVES)
def test_moves(
    reader: ClaimReader, text: str, subject: str, trigger: str, value: Scalar, wanted: dict[str, Scalar]
) -> None:
    claim, tools = known(reader, text, "sharePriceChange", subject, "", trigger, value)
    assert [dict(c.qualifiers) for c in with_moves([claim], tools)] == [wanted]


def test_the_currency_of_a_repurchase(reader: ClaimReader) -> None:
    text = "Evonik kauft für 250 Millionen Euro eigene Aktien zurück."
    claim, tools = known(reader, text, "buysBackShares", "Evonik", "", "kauft", 250_000_000)
    assert [dict(c.qualifiers) for c in with_moves([claim], tools)] == [{"currency": "EUR"}]


STAKES = [
    (
        "An ESMC sind neben TSMC (70 Prozent) Bosch und NXP mit je zehn Prozent beteiligt.",
        "Bosch",
        "ESMC",
        "beteiligt",
        10,
    ),
    (
        "An ESMC sind neben TSMC (70 Prozent) Bosch und NXP mit je zehn Prozent beteiligt.",
        "TSMC",
        "ESMC",
        "beteiligt",
        70,
    ),
    ("Novartis hält 33 Prozent an Roche.", "Novartis", "Roche", "hält", 33),
]


@pytest.mark.parametrize(("text", "subject", "other", "trigger", "percent"), STAKES)
def test_stakes(reader: ClaimReader, text: str, subject: str, other: str, trigger: str, percent: int) -> None:
    claim, tools = known(reader, text, "ownsStakeIn", subject, other, trigger)
    near = replace(claim, qualifiers={"percent": 70} if "70" in text else {})
    assert [c.qualifiers.get("percent") for c in with_stakes([near], tools)] == [percent]


TWO_STAKES = [
    ("Größte Eigner von Hensoldt sind KKR mit 25,1 und Leonardo mit 22,8 Prozent.", [25.1, 22.8]),
    ("KKR und Leonardo halten 25 und 22 Prozent an Hensoldt.", [25, 22]),
    ("25 Prozent von Hensoldt gehören KKR, 22 Prozent gehören Leonardo.", [25, 22]),
    ("KKR und Leonardo halten je 25 Prozent an Hensoldt.", [25, 25]),
]


@pytest.mark.parametrize(("text", "percents"), TWO_STAKES)
def test_each_owner_has_a_share(reader: ClaimReader, text: str, percents: list[float]) -> None:
    trigger = next(word for word in ("Eigner", "halten", "gehören") if word in text)
    one, tools = known(reader, text, "ownsStakeIn", "KKR", "Hensoldt", trigger)
    other, _ = known(reader, text, "ownsStakeIn", "Leonardo", "Hensoldt", trigger)
    assert [c.qualifiers["percent"] for c in with_stakes([one, other], tools)] == percents


def test_what_an_owner_holds_of_another_company_is_left_alone(reader: ClaimReader) -> None:
    text = "KKR und Leonardo halten 25 und 22 Prozent an Hensoldt, KKR ist auch an OHB beteiligt."
    one, tools = known(reader, text, "ownsStakeIn", "KKR", "Hensoldt", "halten")
    other, _ = known(reader, text, "ownsStakeIn", "Leonardo", "Hensoldt", "halten")
    third, _ = known(reader, text, "ownsStakeIn", "KKR", "OHB", "beteiligt")
    told = list(with_stakes([one, other, replace(third, qualifiers={"percent": 22})], tools))
    assert [c.qualifiers["percent"] for c in told] == [25, 22, 22]


def test_how_far_a_share_rose_is_no_stake(reader: ClaimReader) -> None:
    text = "Puma gewannen 3,9 Prozent, nachdem Großaktionär Kering bestätigt hatte, dass er bleibt."
    owns, tools = known(reader, text, "ownsStakeIn", "Kering", "Puma", "Großaktionär")
    rose, _ = known(reader, text, "sharePriceChange", "Puma", "", "gewannen", 3.9)
    told = list(with_stakes([rose, replace(owns, qualifiers={"percent": 3.9})], tools))
    assert "percent" not in told[1].qualifiers


PRICES: list[tuple[str, dict[str, Scalar]]] = [
    (
        "Siemens kauft Altair. Der Kaufpreis beträgt zehn Milliarden Dollar.",
        {"amount": 10_000_000_000, "currency": "USD"},
    ),
    # not of the deal
    ("Siemens kauft Altair. Der Umsatz stieg auf zehn Milliarden Dollar.", {}),
    # in another paragraph
    ("Siemens kauft Altair.\n\nDer Kaufpreis beträgt zehn Milliarden Dollar.", {}),
    # in another paragraph that names what is sold
    (
        "Siemens kauft Altair.\n\nDer Umsatz stieg. Für Altair werden zehn Milliarden Dollar bezahlt.",
        {"amount": 10_000_000_000, "currency": "USD"},
    ),
    ("Siemens kauft Altair.\n\nAltair setzte zuletzt 600 Millionen Dollar um.", {}),
]


@pytest.mark.parametrize(("text", "wanted"), PRICES)
def test_prices(reader: ClaimReader, text: str, wanted: dict[str, Scalar]) -> None:
    claim, tools = known(reader, text, "acquires", "Siemens", "Altair", "kauft")
    assert [dict(c.qualifiers) for c in with_prices([claim], tools)] == [wanted]


def test_the_price_of_one_of_two_deals_is_left_alone(reader: ClaimReader) -> None:
    text = "Siemens kauft Altair und SAP kauft WalkMe für 1,5 Milliarden Dollar."
    one, tools = known(reader, text, "acquires", "Siemens", "Altair", "kauft")
    two, _ = known(reader, text, "acquires", "SAP", "WalkMe", "kauft")
    assert [dict(c.qualifiers) for c in with_prices([one, two], tools)] == [{}, {}]


PARTIES = [
    ("Die dänische DSV kaufte Schenker von der Deutschen Bahn.", "acquires", "DSV", "Schenker", "kaufte", "seller",
     "Deutsche Bahn"),
    ("Renault verkaufte Lada an Nami.", "sells", "Renault", "Lada", "verkaufte", "buyer", "Nami"),
    ("Siemens kauft Altair.", "acquires", "Siemens", "Altair", "kauft", "seller", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate", "subject", "other", "trigger", "role", "party"), PARTIES)
def test_parties(
    reader: ClaimReader, text: str, predicate: str, subject: str, other: str, trigger: str, role: str, party: str | None
) -> None:
    claim, tools = known(reader, text, predicate, subject, other, trigger)
    assert [c.qualifiers.get(role) for c in with_parties([claim], tools)] == [party]


def test_a_unit_was_its_parents(reader: ClaimReader) -> None:
    text = "Silver Lake kauft Altera, eine Tochter von Intel."
    bought, tools = known(reader, text, "acquires", "Silver Lake", "Altera", "kauft")
    belongs, _ = known(reader, text, "subsidiaryOf", "Altera", "Intel", "Tochter")
    assert next(with_parties([bought, belongs], tools)).qualifiers == {"seller": "Intel"}


PLACES = [
    ("Auf dem Banking Summit in Frankfurt sprach das Handelsblatt.", "hosts", "Handelsblatt", "Banking Summit",
     "sprach", "Frankfurt"),
    ("Kodi beantragte beim Amtsgericht Duisburg ein Eigenverwaltungsverfahren.", "filesForInsolvency", "Kodi", "",
     "beantragte", "Duisburg"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "predicate", "subject", "other", "trigger", "place"), PLACES)
def test_places(
    reader: ClaimReader, text: str, predicate: str, subject: str, other: str, trigger: str, place: str
) -> None:
    claim, tools = known(reader, text, predicate, subject, other, trigger)
    assert [c.qualifiers.get("place") for c in with_places([claim], tools)] == [place]


FERRERO, KELLOGG = Party("Ferrero", "Company"), Party("WK Kellogg", "Company")


def deal(start: int = 0, **qualifiers: Scalar) -> Claim:
    evidence = Evidence(start, start + 9, "Ferrero …", start, start + 3)
    return Claim("a", FERRERO, "acquires", KELLOGG, None, "planned", evidence, "acquire", qualifiers=qualifiers)


@pytest.mark.parametrize(
    ("tellings", "first"),
    [
        ([deal(), deal(50, amount=3, currency="USD")], {"amount": 3, "currency": "USD"}),
        # they contradict each other
        ([deal(), deal(50, amount=3, currency="USD"), deal(99, amount=4, currency="USD")], {}),
        # what is called off tells nothing of what is done
        ([deal(), replace(deal(50, date="2025"), status="negated")], {}),
        ([deal(amount=5, currency="EUR"), deal(50, amount=3, currency="USD")], {"amount": 5, "currency": "EUR"}),
    ],
)
def test_other_tellings(tellings: list[Claim], first: dict[str, Scalar]) -> None:
    assert dict(next(with_other_tellings(tellings)).qualifiers) == first


def figure(start: int, metric: str, **qualifiers: Scalar) -> Claim:
    evidence = Evidence(start, start + 9, "Umsatz …", start, start + 3)
    return Claim("a", FERRERO, "reports", None, metric, "actual", evidence, "figure", qualifiers=qualifiers)


def test_figures_are_of_the_period_told_with_them() -> None:
    told = [figure(0, "revenue", period="2025-Q3"), figure(40, "loss"), figure(400, "orders", period="2024")]
    assert [c.qualifiers["period"] for c in with_periods(told)] == ["2025-Q3", "2025-Q3", "2024"]


def test_a_supplier_delivers_nothing_that_it_only_has(reader: ClaimReader) -> None:
    text = "Apples wichtigster Auftragsfertiger TSMC hat die Preise erhöht."
    claim, tools = known(reader, text, "suppliesTo", "TSMC", "Apple", "Auftragsfertiger")
    assert [c.qualifiers.get("product") for c in with_near_topics([claim], tools)] == [None]

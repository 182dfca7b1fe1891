"""How certain a text makes what it states."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.claims.claim import Status
from kg.claims.reader import ClaimReader
from kg.claims.status import ORDER, StatusReader, weakest

#: text, the word that states, its predicate, how certain it is
VERBS = [
    ("SAP kaufte WalkMe.", "kaufte", "acquires", "actual"),
    ("SAP hat WalkMe übernommen.", "übernommen", "acquires", "actual"),
    ("SAP hat nicht nur WalkMe übernommen.", "übernommen", "acquires", "actual"),
    ("Der Kurs stieg so kräftig wie seit Langem nicht.", "stieg", "sharePriceChange", "actual"),
    ("SAP kauft WalkMe.", "kauft", "acquires", "planned"),  # a deal in the present is not yet closed
    ("Siemens beliefert Bosch.", "beliefert", "suppliesTo", "actual"),
    # whoever was made to do something did it
    ("2022 zwang London Nexperia, sich von Newport zu trennen.", "trennen", "sells", "actual"),
    ("London zwingt Nexperia, sich von Newport zu trennen.", "trennen", "sells", "planned"),
    # future, modals, Konjunktiv II
    ("SAP wird WalkMe übernehmen.", "übernehmen", "acquires", "planned"),
    ("SAP will WalkMe übernehmen.", "übernehmen", "acquires", "planned"),
    ("SAP soll WalkMe übernehmen.", "übernehmen", "acquires", "planned"),
    ("SAP könnte WalkMe übernehmen.", "übernehmen", "acquires", "possible"),
    ("SAP dürfte WalkMe übernehmen.", "übernehmen", "acquires", "possible"),
    ("SAP soll WalkMe übernommen haben.", "übernommen", "acquires", "alleged"),
    ("SAP hat WalkMe angeblich übernommen.", "übernommen", "acquires", "alleged"),
    # clauses above
    ("SAP beschloss, WalkMe zu übernehmen.", "übernehmen", "acquires", "planned"),
    ("SAP erwägt, WalkMe zu übernehmen.", "übernehmen", "acquires", "possible"),
    ("SAP bestreitet, WalkMe übernommen zu haben.", "übernommen", "acquires", "negated"),
    ("Wenn SAP WalkMe übernimmt, steigt der Umsatz.", "übernimmt", "acquires", "possible"),
    ("SAP führte im Herbst Gespräche mit WalkMe über eine Übernahme.", "Übernahme", "acquires", "possible"),
    ("SAP schmiedet mit Oracle Pläne für eine Übernahme.", "Übernahme", "acquires", "planned"),
    # what is asked for is taken as given
    ("Wie viele Stellen SAP streicht, sagte das Unternehmen nicht.", "streicht", "cutsJobs", "actual"),
    # who does not shake at something leaves it as it is
    ("SAP rüttelt nicht an der Prognose von 30 Milliarden Euro Umsatz.", "Umsatz", "reports", "actual"),
    # what nearly came about
    ("Beinahe hätte SAP 2019 WalkMe übernommen.", "übernommen", "acquires", "negated"),
    ("SAP wäre mit WalkMe um ein Haar fusioniert.", "fusioniert", "mergesWith", "negated"),
    ("SAP hätte WalkMe übernommen um ein Haar", "übernommen", "acquires", "negated"),
    ("SAP habe WalkMe für fast 2 Milliarden übernommen.", "übernommen", "acquires", "actual"),
    # who says nothing denies nothing
    ("SAP wollte nicht kommentieren, dass Oracle WalkMe übernommen hat.", "übernommen", "acquires", "actual"),
    ("Dass SAP die Firma WalkMe übernommen hat, bestätigte Oracle nicht.", "übernommen", "acquires", "actual"),
    ("Bestätigt ist, dass SAP die Firma WalkMe nicht übernommen hat.", "übernommen", "acquires", "negated"),
    # whoever works at it has not done it
    ("Siemens arbeitet daran, Bosch zu beliefern.", "beliefern", "suppliesTo", "planned"),
    ("Siemens arbeitet an Motoren und beliefert Bosch.", "beliefert", "suppliesTo", "actual"),
    # negation and its scope
    ("Siemens wird in Zukunft nicht mehr auf Bosch setzen.", "setzen", "uses", "negated"),
    ("Statt auf Azure, Copilot oder Oracle zu setzen, baut SAP ein Rechenzentrum.", "setzen", "uses", "negated"),
    ("Statt Bosch beliefert Siemens die Bahn.", "beliefert", "suppliesTo", "actual"),
    ("SAP hat WalkMe nicht übernommen.", "übernommen", "acquires", "negated"),
    ("SAP wird WalkMe nicht übernehmen.", "übernehmen", "acquires", "negated"),
    ("SAP hat keine Firma übernommen.", "übernommen", "acquires", "negated"),
    ("SAP kommt ohne Entlassungen aus.", "Entlassungen", "cutsJobs", "negated"),
    ("SAP will Entlassungen vermeiden.", "Entlassungen", "cutsJobs", "negated"),
    ("SAP ist aus der Partnerschaft mit Oracle ausgestiegen.", "Partnerschaft", "partnersWith", "negated"),
    ("Siemens arbeitet nicht mit Bosch zusammen.", "arbeitet", "partnersWith", "negated"),
    ("Tesla verkauft in Norwegen so viele Autos wie nie.", "verkauft", "operatesIn", "actual"),
    ("Tesla verkauft in Norwegen nie Autos.", "verkauft", "operatesIn", "negated"),
]

NOUNS = [
    ("SAP prüft die Übernahme von WalkMe.", "Übernahme", "acquires", "possible"),
    ("SAP beschloss die Übernahme von WalkMe.", "Übernahme", "acquires", "planned"),
    ("SAP verkündete die Kooperation mit Bosch.", "Kooperation", "partnersWith", "actual"),
    # a ban restricts, whatever it keeps from happening
    ("Die EU verhängte ein Verkaufsverbot für Teslas.", "Verkaufsverbot", "restricts", "actual"),
    ("Die EU verhängte kein Verkaufsverbot für Teslas.", "Verkaufsverbot", "restricts", "negated"),
    ("SAP sagte die Übernahme von WalkMe ab.", "Übernahme", "acquires", "negated"),
    ("SAP verzichtet auf die Übernahme von WalkMe.", "Übernahme", "acquires", "negated"),
    ("Die Übernahme von WalkMe ist geplatzt.", "Übernahme", "acquires", "negated"),
    ("Die Übernahme von WalkMe ist nicht gescheitert.", "Übernahme", "acquires", "possible"),
    ("SAP lehnt die Übernahme von WalkMe nicht ab.", "Übernahme", "acquires", "possible"),
    # "keine" negates once
    ("SAP meldete keine Übernahme.", "Übernahme", "acquires", "negated"),
    ("SAP erwägt keine Übernahme von WalkMe.", "Übernahme", "acquires", "negated"),
    ("Keine Übernahme scheiterte.", "Übernahme", "acquires", "possible"),
    # called off by a fixed phrase, on its verb or above it
    ("Die Übernahme von WalkMe ist vom Tisch.", "Übernahme", "acquires", "negated"),
    ("Ein Zusammengehen von Commerzbank und Unicredit ist vom Tisch.", "Zusammengehen", "mergesWith", "negated"),
    ("Die Übernahme von WalkMe ist nicht vom Tisch.", "Übernahme", "acquires", "possible"),
    # who says nothing of it denies nothing
    ("SAP wollte die Kooperation mit Bosch nicht kommentieren.", "Kooperation", "partnersWith", "actual"),
    # idioms that deny
    ("Eine Fusion von SAP und Oracle ist für Klein kein Thema mehr.", "Fusion", "mergesWith", "negated"),
    ("Eine Fusion von SAP und Oracle kommt für Klein nicht infrage.", "Fusion", "mergesWith", "negated"),
    ("Eine Fusion von SAP und Oracle war gestern das Thema.", "Fusion", "mergesWith", "actual"),
    ("SAP hat die Fusion mit Oracle ins Reich der Fabel verwiesen.", "Fusion", "mergesWith", "negated"),
    ("Am Rande eines Streiks bei SAP winkte Klein ab.", "Streiks", "strikesAt", "actual"),
    ("SAP lässt die Übernahme von WalkMe platzen.", "Übernahme", "acquires", "negated"),
    ("Ganz vom Tisch ist eine Fusion von SAP und Oracle.", "Fusion", "mergesWith", "negated"),
    ("Verdi droht Amazon mit Streik.", "Streik", "strikesAt", "possible"),
    # what is allowed is still to come
    ("Die EU hat die Übernahme von WalkMe genehmigt.", "Übernahme", "acquires", "planned"),
    ("SAP bekam die Erlaubnis für die Übernahme von WalkMe.", "Übernahme", "acquires", "planned"),
    ("Die Zulassung von Kisqali durch die EMA steht noch aus.", "Zulassung", "approves", "planned"),
    ("Bei Bilfinger steht ein Stellenabbau bevor.", "Stellenabbau", "cutsJobs", "planned"),
    ("Bei BASF steht ein Stellenabbau an.", "Stellenabbau", "cutsJobs", "planned"),
    ("Siemens zieht einen Verkauf von Innomotics in Erwägung.", "Verkauf", "sells", "possible"),
    ("Thyssenkrupp vor Verkauf der Werft TKMS an Carlyle", "Verkauf", "acquires", "planned"),
    ("Die Partnerschaft von Adidas und Puma ist Geschichte.", "Partnerschaft", "partnersWith", "negated"),
]

#: text, the noun, whether its owner before it has it already
HOLDINGS = [
    ("Novartis will seine Beteiligung an Roche verkaufen.", "Beteiligung", True),
    ("Trennen will sich Novartis von seiner Beteiligung an Roche.", "Beteiligung", True),
    ("Novartis will eine Beteiligung an Roche kaufen.", "Beteiligung", False),
    ("Novartis will die Beteiligung an Roche kaufen.", "Beteiligung", False),
    ("Novartis will seinen Einstieg bei Roche vorbereiten.", "Einstieg", False),
]

#: text, what it states of Novartis and Roche
STAKES = [
    ("Trennen will sich Novartis von seiner Beteiligung an Roche.", "actual"),
    ("Novartis will seine Beteiligung an Roche verkaufen.", "actual"),
    ("Novartis hält eine Beteiligung an Roche.", "actual"),
]

_STATUSES = st.sampled_from(ORDER)


@pytest.mark.parametrize(("text", "word", "predicate", "status"), VERBS + NOUNS)
def test_status(reader: ClaimReader, text: str, word: str, predicate: str, status: Status) -> None:
    s = reader.document(Article("a", text)).syntax
    statuses = reader.lexicon.indexed(StatusReader, "status")
    assert statuses.read(s, s.words.index(word), predicate) == status


@pytest.mark.parametrize(("text", "word", "is_given"), HOLDINGS)
def test_a_possessive_presupposes_a_holding(reader: ClaimReader, text: str, word: str, is_given: bool) -> None:
    s = reader.document(Article("a", text)).syntax
    assert reader.lexicon.indexed(StatusReader, "status").is_given(s, s.words.index(word), "ownsStakeIn") is is_given


@pytest.mark.parametrize(("text", "status"), STAKES)
def test_stakes(reader: ClaimReader, text: str, status: Status) -> None:
    claims = reader.read(Article("a", text)).claims
    stakes = {(c.subject.name, c.object.name, c.status) for c in claims if c.object and c.predicate == "ownsStakeIn"}
    assert stakes == {("Novartis", "Roche", status)}


@given(_STATUSES, _STATUSES, _STATUSES)
def test_the_weakest_status_has_no_order_of_reading(a: Status, b: Status, c: Status) -> None:
    assert weakest(a, b) == weakest(b, a)
    assert weakest(a, weakest(b, c)) == weakest(weakest(a, b), c) == weakest(a, b, c)
    assert weakest(a, a) == weakest(a, None) == a


@given(st.lists(st.one_of(st.none(), _STATUSES), max_size=6))
def test_the_weakest_status_is_one_of_its_parts_and_no_firmer(found: list[Status | None]) -> None:
    parts = [f for f in found if f] or ["actual"]
    assert weakest(*found) in parts
    assert ORDER.index(weakest(*found)) == max(ORDER.index(f) for f in parts)


#: text, predicate, statuses of its claims
READ = [
    ("Oracle soll Teilhaber von Tiktok werden.", "ownsStakeIn", ["planned"]),
    ("Mercedes wurde Aktionär von Momenta.", "ownsStakeIn", ["actual"]),
    ("Die Zusammenarbeit zwischen BMW und Northvolt läuft Ende 2026 aus.", "partnersWith", ["actual"]),
    ("Die Zusammenarbeit zwischen BMW und Northvolt beginnt Ende 2026.", "partnersWith", ["planned"]),
    ("Kein anderer Wert im Dax legte so stark zu wie Rheinmetall.", "listedOn", ["actual"]),
    ("RWE will den Anteil an Amprion verkaufen.", "ownsStakeIn", ["actual"]),
    ("Porsche will einen Anteil an Rimac kaufen.", "ownsStakeIn", ["planned"]),
]


@pytest.mark.parametrize(("text", "predicate", "statuses"), READ)
def test_statuses_of_claims(reader: ClaimReader, text: str, predicate: str, statuses: list[Status]) -> None:
    claims = reader.read(Article("a", text, published=date(2025, 11, 3))).claims
    assert [c.status for c in claims if c.predicate == predicate] == statuses

"""Who is meant where the tree alone does not tell: neighbours, articles and word order do."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

SENTENCES = [
    # a verb at the end of its clause takes no particle from the next one
    ("Dem Wettbewerber Temu, der zu PDD Holdings gehört, hält die EU-Kommission Verstöße vor.",
     "Temu subsidiaryOf PDD Holdings"),
    # pronoun and bare name, not article and noun
    ("Der Pharmakonzern Chugai, an dem Roche rund 60 Prozent hält, verlor in Tokio.", "Roche ownsStakeIn Chugai"),
    # a preposition opens the clause, the name behind the verb is its subject
    ("Auch gegen Apple geht xAI vor Gericht vor.", "xAI sues Apple"),
    # the subject of the clause owns the daughter
    ("Volkswagen trennt sich von der Tochter Everllence.", "Everllence subsidiaryOf Volkswagen"),
    # the subject of an indirect question is looked into
    ("Die EU-Kommission prüft, ob SAP Kunden bei Wartungsverträgen benachteiligt.", "EU-Kommission investigates SAP"),
    # a list behind a plural
    ("Die Internetaufsicht CAC zwang die großen Technologiefirmen, darunter Bytedance und Alibaba, zu strengen Tests.",
     "CAC restricts Bytedance"),
    # examples of a plural without an article
    ("Varta beliefert Kunden wie Apple und Samsung mit Batterien.", "Varta suppliesTo Samsung"),
    ("LG Chem zählt Autobauer einschließlich Audi und Renault zu seinen Kunden.", "LG Chem suppliesTo Renault"),
    ("SAP konkurriert mit Anbietern wie Oracle und Salesforce.", "SAP competesWith Salesforce"),
    # one of several, and who counts among them
    ("Klaus-Michael Kühne ist einer der größten Aktionäre von Hapag-Lloyd.",
     "Klaus-Michael Kühne ownsStakeIn Hapag-Lloyd"),
    ("Nvidia wird damit zu einem der wichtigsten Kunden von TSMC.", "TSMC suppliesTo Nvidia"),
    ("Broadcom will zu einem der größten Anteilseigner von Mistral aufsteigen.", "Broadcom ownsStakeIn Mistral"),
    ("Forvia zählt zu den wichtigsten Zulieferern von Volkswagen.", "Forvia suppliesTo Volkswagen"),
    ("Elon Musk gehört zu den Gründern von OpenAI.", "Elon Musk founded OpenAI"),
    # a capital that does what governments do is its government
    ("Brüssel winkt die Übernahme von Sana durch Asklepios durch.", "EU-Kommission approves Asklepios"),
    ("Der Kauf von Sana durch Asklepios wurde von Brüssel genehmigt.", "EU-Kommission approves Asklepios"),
    ("Washington und Peking haben Huawei und Micron mit Sanktionen belegt.", "Chinesische Regierung restricts Micron"),
    # the chief acts for the company
    ("Naver-Chefin Choi Soo-yeon will zehn Milliarden Dollar in Künstliche Intelligenz stecken.",
     "Naver investsIn Künstliche Intelligenz"),
    # a common noun for a venture is a trigger too
    ("Bosch gründete ein Gemeinschaftsunternehmen mit TSMC.", "Bosch hasJointVentureWith TSMC"),
    # several partners of one subject are no pair of their own
    ("Um Halbleiter geht es, wenn Siemens mit Bosch und Infineon kooperiert.", "Siemens partnersWith Bosch"),
    # who stands beside whom is told by "auch"
    ("Nexperia beliefert neben VW auch Bosch und ZF.", "Nexperia suppliesTo Volkswagen"),
    # "deren" means the last one named
    ("Die Wiener kaufen der spanischen Santander 49 Prozent an deren Tochter Santander Bank Polska ab.",
     "Santander Bank Polska subsidiaryOf Santander"),
    # an accusative opens no sentence as its subject, and a division sells no parent
    ("Den Hersteller Kuka übernahm Midea 2016.", "Midea acquires Kuka"),
    ("Die Agrarsparte will BASF 2027 an die Börse bringen.", "BASF spinsOff Agrarsparte"),
    # a division is the one whose name it gets
    ("Continental bringt die Autosparte unter dem Namen Aumovio an die Börse.", "Continental spinsOff Aumovio"),
    # a business told by its goods
    ("BASF verkauft das Geschäft mit Bautenanstrichfarben an Sherwin-Williams.",
     "Sherwin-Williams acquires Geschäft mit Bautenanstrichfarben"),
    # whom a verb addresses does what the infinitive says
    ("Die EZB hatte Unicredit im März gestattet, bis zu 29,9 Prozent an der Commerzbank zu halten.",
     "Unicredit ownsStakeIn Commerzbank"),
    # brands and daughters of somebody
    ("Zu den Töchtern von Henkel gehört Schwarzkopf.", "Schwarzkopf subsidiaryOf Henkel"),
    # a described body stands in its country, an unknown firm behind article and country is one
    ("Die US-Luftfahrtbehörde FAA hat den Jet zugelassen.", "FAA locatedIn USA"),
    ("Die schwedische Mullvad, ein Anbieter, hängte Plakate auf.", "Mullvad locatedIn Schweden"),
    # who leads an index is in it
    ("Zalando führte den Dax mit einem Plus von 6,8 Prozent an.", "Zalando listedOn DAX"),
]  # fmt: skip


def stated(sentence: str, reader: ClaimReader) -> set[str]:
    found = reader.read(Article("a", sentence, published=dt.date(2025, 11, 19))).claims
    return {f"{a} {c.predicate} {b}" for c in found if c.object
            for a in (c.subject.name, *c.subject.aliases) for b in (c.object.name, *c.object.aliases)}  # fmt: skip


@pytest.mark.parametrize(("sentence", "claim"), SENTENCES)
def test_parties_are_told_from_their_neighbours(sentence: str, claim: str, reader: ClaimReader) -> None:
    assert claim in stated(sentence, reader)


def test_who_stands_beside_an_object_is_no_subject(reader: ClaimReader) -> None:
    assert "Volkswagen suppliesTo Bosch" not in stated("Nexperia beliefert neben VW auch Bosch und ZF.", reader)


def test_partners_of_one_subject_do_not_partner_each_other(reader: ClaimReader) -> None:
    sentence = "Siemens kooperiert mit Bosch und Infineon bei Halbleitern."
    rules_alone = ClaimReader(reader.pipeline, reader.lexicon)
    assert not {"Bosch partnersWith Infineon", "Infineon partnersWith Bosch"} & stated(sentence, rules_alone)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Die EZB erlaubte der Unicredit, ihren Anteil an der Commerzbank zu erhöhen.", "EZB ownsStakeIn Commerzbank"),
        ("Zalando führte den Dax mit einem Plus von 6,8 Prozent an.", "DAX sharePriceChange 6.8"),
        ("Der Chipkonzern ams-Osram wächst.", "Osram locatedIn Österreich"),
    ],
)
def test_what_only_stands_beside_is_not_stated(sentence: str, claim: str, reader: ClaimReader) -> None:
    values = {
        f"{c.subject.name} {c.predicate} {c.value}" for c in reader.read(Article("a", sentence)).claims if not c.object
    }
    assert claim not in stated(sentence, reader) | values

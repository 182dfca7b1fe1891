"""A bare name behind a time, a sum or an abstract noun belongs to its verb."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

SENTENCES = [
    ("Während die Konkurrenz zaudert, hat Siemens im März Infineon übernommen.", "Siemens acquires Infineon"),
    ("Dass Novartis im vergangenen Jahr Palantir verklagt hat, überraschte viele Anleger.", "Novartis sues Palantir"),
    ("Zalando, das im März ChatGPT eingeführt hat, äußerte sich am Montag nicht.", "Zalando uses ChatGPT"),
    ("Siemens soll Insidern zufolge schon im März Nordex übernommen haben.", "Siemens acquires Nordex"),
    ("Novartis will im kommenden Jahr Zalando beliefern.", "Novartis suppliesTo Zalando"),
    ("Die Branche steht unter Druck; Novartis hat nach langem Zögern Nordex verklagt.", "Novartis sues Nordex"),
    ("Dort hat Novartis für zwölf Milliarden Dollar Avidity übernommen.", "Novartis acquires Avidity Biosciences"),
    # a genitive behind a noun is whom it belongs to, not its name
    ("Unicredit ist der größte Aktionär der Commerzbank.", "Unicredit ownsStakeIn Commerzbank"),
    ("Swiss ist eine Tochter der Lufthansa.", "Swiss subsidiaryOf Lufthansa"),
    # an apposition describes the name before it, and the clause behind it speaks of that
    ("Infineon, ein Anbieter von Software, den Siemens im März gekauft hat, legte zu.", "Siemens acquires Infineon"),
    ("Nordex, ein Bauer von Windrädern, an dem Acciona 47 Prozent hält, legte zu.", "Acciona ownsStakeIn Nordex"),
]


@pytest.mark.parametrize(("sentence", "claim"), SENTENCES)
def test_the_verb_gets_its_name(reader: ClaimReader, sentence: str, claim: str) -> None:
    found = reader.read(Article("a", sentence, published=dt.date(2025, 11, 5))).claims
    assert claim in {f"{c.subject.name} {c.predicate} {c.object.name}" for c in found if c.object}


def test_a_person_behind_a_title_stays_its_bearer(reader: ClaimReader) -> None:
    document = reader.document(Article("a", "Das sagte am Montag Konzernchef Roland Busch."))
    s = document.syntax
    name = s.words.index("Roland")
    assert s.words[s.heads[name]] == "Konzernchef"

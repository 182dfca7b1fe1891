"""Clauses that open with their object."""

from __future__ import annotations

import datetime as dt

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

SENTENCES = [
    # "der" before a masculine noun is a subject's
    ("Thyssenkrupp wächst. Seine Marinesparte TKMS hatte der Konzern im Oktober an die Börse gebracht.",
     "Thyssenkrupp spinsOff TKMS"),
    ("Siemens wächst. Die Tochter Innomotics verkaufte der Konzern an KPS.", "Siemens sells Innomotics"),
    ("Das Start-up Mentee Robotics übernahm der Chipkonzern Mobileye im Januar.", "Mobileye acquires Mentee Robotics"),
    # of relative pronoun and bare name the name acts
    ("Continental trennte sich von Vitesco, das sich Schaeffler drei Jahre später einverleibte.",
     "Schaeffler acquires Vitesco"),
    # a division sells no parent
    ("Die Agrarsparte will BASF 2027 an die Börse bringen.", "BASF spinsOff Agrarsparte"),
    # one thing is no subject of a verb in the plural
    ("Continental wächst. Die Sparte Vitesco hatten die Hannoveraner schon 2021 an die Börse gebracht.",
     "Continental spinsOff Vitesco"),
    # who is cited before the verb does not act
    ("Trump zufolge hat Novartis Stada gekauft.", "Novartis acquires Stada"),
    ("Bloomberg News zufolge kauft Novartis Stada.", "Novartis acquires Stada"),
    # the first phrase of a passive is its subject
    ("Die Bafin wird der Klage von Meta nicht stattgeben.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "claim"), SENTENCES)
def test_the_subject_stands_behind_the_verb(reader: ClaimReader, sentence: str, claim: str) -> None:
    found = reader.read(Article("a", sentence, published=dt.date(2025, 11, 5))).claims
    told = {f"{c.subject.name} {c.predicate} {c.object.name}" for c in found if c.object}
    assert claim in told if claim else not told

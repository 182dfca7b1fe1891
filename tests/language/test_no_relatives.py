"""Clauses that are no relative ones hang where they belong."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


@pytest.mark.parametrize(
    ("text", "verb", "relation", "head"),
    [
        ("RWE erwägt, die 25,1 Prozent am Netzbetreiber Amprion zu veräußern.", "veräußern", "xcomp", "erwägt"),
        ("Die EZB verlangt von den Wienern, die Kredite zu verringern.", "verringern", "xcomp", "verlangt"),
        ("In einem Interview mit der FAZ sagte Tim Cook, SAP wolle Celonis kaufen.", "kaufen", "ccomp", "sagte"),
        (
            'Nicht bestätigen wollte der Konzern einen Bericht von "La Tribune", er wolle den Turmbauer CMI kaufen.',
            "kaufen",
            "acl",
            "Bericht",
        ),
        (
            "Riu hält TUI unverändert 50 Prozent, von Hotelbeds hatte man sich schon 2016 getrennt.",
            "getrennt",
            "parataxis",
            "hält",
        ),
        # a relative word and a finite verb
        ("SAP, das den Rivalen WalkMe kaufen will, wächst.", "kaufen", "acl:relcl", "SAP"),
        ("Die Firma, deren Geräte nicht mehr dazugehören, wächst.", "dazugehören", "acl:relcl", "Firma"),
        ("SAP, an dem die Familie Anteile hält, wächst.", "hält", "acl:relcl", "SAP"),
    ],
)
def test_where_a_clause_hangs(reader: ClaimReader, text: str, verb: str, relation: str, head: str) -> None:
    syntax = reader.document(Article("a", text)).syntax
    i = syntax.words.index(verb)
    assert (syntax.deps[i], syntax.words[syntax.heads[i]]) == (relation, head)

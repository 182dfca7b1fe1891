"""What stands while a sentence tells what may become of it: "RWE erwägt, die 25 Prozent an Amprion zu verkaufen".

RWE holds them, whatever it does next; and a "Dax-Konzern" is in the index, whoever may want to buy it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim
from kg.claims.clauses import phrase_preposition

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

_OPEN = ("planned", "possible", "negated")
_STAKES = ("anteil", "anteile", "beteiligung", "beteiligungen", "paket", "aktienpaket", "prozent")
#: articles before a stake that is there: "will einen Anteil verkaufen" may sell a part to come
_THE = frozenset("die den seine ihre seinen ihren dessen deren".split())
#: what is done with a stake that one has
_WITH_IT = frozenset(
    """verkaufen veräußern abstoßen abstossen abgeben losschlagen versilbern aufstocken erhöhen ausbauen reduzieren
    senken verringern loswerden losgeben verwerten platzieren weiterreichen abtreten""".split()
)
#: last parts of words for a company that an index or a country goes before: "Dax-Konzern"
_MEMBERS = ("-konzern", "-konzerns", "-unternehmen", "-unternehmens", "-mitglied", "-firma", "-gesellschaft", "-wert")


def as_standing(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, stakes that are to be sold and members of an index named in passing as facts."""
    for claim in claims:
        stands = claim.status in _OPEN and (_is_held(claim, tools) or _is_member(claim, tools))
        yield replace(claim, status="actual", attributed_to=()) if stands else claim


def _is_held(claim: Claim, tools: Tools) -> bool:
    """Whether the sentence of a stake tells what its holder does with "the" stake."""
    if claim.predicate != "ownsStakeIn" or claim.status == "negated" or not claim.evidence.names(claim.subject):
        return False
    if _is_aimed_at(claim):
        return False
    document, s = tools.document, tools.document.syntax
    first, last = s.sentence(document.token_at(claim.evidence.trigger_start))
    if phrase_preposition(s, document.token_at(claim.subject.start), first) is not None:
        return False
    return any(_is_the_stake(tools, i) for i in range(first, last))


def _is_aimed_at(claim: Claim) -> bool:
    """Whether a share is the one to come: "Den Anteil von 41 Prozent werde Lufthansa auf 90 Prozent aufstocken"."""
    percent = str(claim.qualifiers.get("percent", "")).replace(".", ",")
    return bool(percent) and re.search(rf"\bauf (\w+ )?{re.escape(percent)}\b", claim.evidence.text) is not None


def _is_the_stake(tools: Tools, i: int) -> bool:
    s = tools.document.syntax
    if not s.lemmas[i].lower().endswith(_STAKES) or s.lemmas[s.clause_head(i)] not in _WITH_IT:
        return False
    return any(s.lower[c] in _THE for c in s.dep_children(i, "det", "det:poss")) and s.preposition(i) is None


def _is_member(claim: Claim, tools: Tools) -> bool:
    """Whether the index of a claim is the first part of a word for its members."""
    if claim.predicate != "listedOn" or claim.object is None:
        return False
    i = tools.document.token_at(claim.object.start)
    return tools.document.syntax.lower[i].endswith(_MEMBERS)

"""What is taken as given, whoever speaks: no source is told for it.

"Der US-Konzern Apple will laut Bloomberg …" does not make Bloomberg the source of where Apple has its seat.
"""

from __future__ import annotations

from kg.claims.claim import Claim
from kg.claims.clauses import is_subjunctive
from kg.claims.document import Document
from kg.claims.learned.scheme import METHOD
from kg.language.syntax import Syntax

#: given at any time: who sits where, what a share did, what somebody says himself
_ALWAYS = frozenset("locatedIn founded rates sharePriceChange denies publishesResultsOn".split())
#: given as long as they are told as facts: a source speaks of what may be, or is no longer
_AS_FACT = frozenset(
    """worksFor develops subsidiaryOf hosts participatesIn hasJointVentureWith ownsStakeIn departsFrom
    spinsOff regulates strikesAt accuses criticizes""".split()
)
#: given as well, but where somebody is quoted with them: "Fraport habe auf Hensoldt gesetzt, sagte Spohr"
_AS_TOLD = frozenset("operatesIn uses partnersWith suppliesTo listedOn acquires sells mergesWith competesWith".split())
#: of these, what somebody does at some time
_DEEDS = frozenset({"ownsStakeIn", "departsFrom", "spinsOff", "hasJointVentureWith", "participatesIn"})
#: of these, what the press reports as news of its own: "laut Financial Times beschuldigt …"
_NEWS = frozenset("accuses criticizes suppliesTo listedOn acquires sells".split())
#: words that make of a fact what may be or is not
_OPEN = frozenset(
    """sollen können dürfen mögen wollen nicht nie kaum erwägen prüfen planen sondieren liebäugeln überlegen verhandeln
    anstreben drängen""".split()
)
#: nouns behind these tell what went before: "nach der Abspaltung des Geschäfts"
_BEFORE = frozenset({"nach", "seit"})


def is_given(document: Document, claim: Claim, trigger: int) -> bool:
    """Tell whether a claim whose trigger is a token is taken as given."""
    if claim.predicate in _ALWAYS:
        return True
    if claim.status != "actual":
        return False
    if claim.predicate == "listedOn" and any(m.type == "MarketIndex" for m in document.at.get(trigger, ())):
        return True  # "den Dax-Konzern Covestro"
    is_name = any(m.kind != "compound" for m in document.at.get(trigger, ()))  # "US-Konkurrent" is none
    if not is_name and _is_attribute(document.syntax, claim.predicate, trigger):
        return True
    if _is_rival_in_passing(claim):
        return True
    if claim.predicate in _AS_TOLD:
        return not (_is_quoted(document, claim, trigger) or _is_asserted(document.syntax, claim, trigger))
    return claim.predicate in _AS_FACT and not (_is_deed(claim) and _is_open(document.syntax, trigger))


def _is_rival_in_passing(claim: Claim) -> bool:
    """Whether only the network finds that two compete: that may hang on any word of the sentence."""
    return claim.predicate == "competesWith" and claim.method == METHOD


def _is_quoted(document: Document, claim: Claim, trigger: int) -> bool:
    """Whether the clause around the trigger or the object of a claim is somebody's speech: in the subjunctive."""
    s = document.syntax
    return any(is_subjunctive(s, s.clause_head(i)) for i in trigger_and_object(document, claim, trigger))


def _is_asserted(s: Syntax, claim: Claim, trigger: int) -> bool:
    """Whether the main verb of a sentence tells a claim: "Nach Angaben der Behörde hat Novartis Stada gekauft"."""
    return claim.method != METHOD and s.pos[trigger] == "VERB" and s.heads[trigger] == trigger


def trigger_and_object(document: Document, claim: Claim, trigger: int) -> set[int]:
    """Return the trigger of a claim and where its object begins, if that stands in the same sentence."""
    first, last = document.syntax.sentence(trigger)
    place = document.token_at(claim.object.start) if claim.object else trigger
    return {trigger, place} if first <= place < last else {trigger}


def _is_deed(claim: Claim) -> bool:
    """Whether a frame knows the words that tell a deed; the network's trigger may be any word of the sentence."""
    return claim.predicate in _DEEDS and claim.method != METHOD


def _is_open(s: Syntax, trigger: int) -> bool:
    """Whether the clause around a token tells what may be or is not: "erwägt die Regierung, sich einzukaufen"."""
    if s.pos[trigger] not in ("VERB", "AUX"):
        return False
    head = trigger
    while True:
        around = (head, *s.dep_children(head, "aux", "aux:pass", "cop", "advmod"))
        if any(s.lemmas[i] in _OPEN or s.feats[i].get("Mood") == "Sub" for i in around):
            return True
        if s.deps[head] not in ("xcomp", "ccomp", "acl", "csubj") or s.heads[head] == head:
            return False
        head = s.clause_head(s.heads[head])


def is_news(claim: Claim) -> bool:
    """Tell whether a medium may be the source of a claim though others are not: an allegation, a departure."""
    return claim.predicate in _NEWS


def _is_attribute(s: Syntax, predicate: str, trigger: int) -> bool:
    """Whether a fact hangs on a name in passing: "Rivale FedEx", "die insolvente Signa", "nach der Fusion"."""
    if s.deps[trigger] == "amod":
        return True
    if s.pos[trigger] != "NOUN":
        return False
    is_predicate = any(True for _ in s.dep_children(trigger, "cop"))
    return s.preposition(trigger) in _BEFORE or (predicate == "competesWith" and not is_predicate)

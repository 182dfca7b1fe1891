"""What another claim makes needless: a deed without its number, the other side, the maker as user."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import NamedTuple

from kg.claims.claim import Claim
from kg.claims.learned.scheme import METHOD
from kg.claims.lexicon import Signature

#: kinds of values that an article may leave out in one place and give in another
_COUNTED = ("jobs", "money")


def without_vague(claims: Iterable[Claim], signatures: Mapping[str, Signature]) -> Iterator[Claim]:
    """Yield claims but those without a number where the article tells the subject's number elsewhere.

    "Bosch streicht Stellen" goes where "13.000 Arbeitsplätze" follows; a denial stays.
    """
    known = list(claims)
    counted = {c.predicate for c in known if signatures[c.predicate].value in _COUNTED}
    told = {(c.subject.name, c.predicate) for c in known if c.predicate in counted and c.value is not None}
    for claim in known:
        is_vague = claim.predicate in counted and claim.value is None and claim.status != "negated"
        if not (is_vague and (claim.subject.name, claim.predicate) in told):
            yield claim


def without_contrary(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but those that a surer claim of the same sentence contradicts.

    A share moves one way by a percentage; who takes a post in a sentence does not leave the house in it; results on
    a day are those of one reading: "Ihre Quartalszahlen veröffentlicht BASF am 29. Oktober" speaks of BASF alone.
    """
    known = [(claim, _side(claim)) for claim in claims]
    surest: dict[tuple[object, ...], tuple[float, str]] = {}
    for claim, side in known:
        if side is not None:
            told = claim.confidence, side.name
            surest[side.of] = max(surest.get(side.of, told), told, key=itemgetter(0))
    for claim, side in known:
        if side is None or surest[side.of][1] == side.name:
            yield claim


#: what staff do, or what befalls them, that costs no jobs; and words that tell that some go all the same
_KEEPING, _LOSING = (
    "streik", "arbeit nieder", "arbeit ruhen", "ausstand", "kurzarbeit", "demonstr", "protest", "kundgebung",
), (
    "stelle", "abbau", "entlass", "kündig", "arbeitspl", "job", "schließ", "schliess", "personalab",
)  # fmt: skip
#: staff that show their anger: "gingen 10.000 Mitarbeiter auf die Straße", not "setzt Mitarbeiter auf die Straße"
_MARCHING = re.compile(r"\b(?:ging|gingen|gehen|zog|zogen|ziehen)\b.* auf die (?:straße|strasse)")


def without_strikers(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but those of the network that take staff on strike or on leave for dismissed: "900 streiken"."""
    for claim in claims:
        text = claim.evidence.text.lower()
        is_kept = any(word in text for word in _KEEPING) or _MARCHING.search(text) is not None
        keeps = "zwangsurlaub" in text or (is_kept and not any(word in text for word in _LOSING))
        if claim.predicate != "cutsJobs" or claim.method != METHOD or not keeps:
            yield claim


#: what an authority or somebody who sues does to others, and several others without a name
_HITTING = frozenset({"fines", "sues", "investigates", "accuses", "restricts"})
_SEVERAL = re.compile(
    r"\b(?:zwei|drei|vier|fünf|sechs|mehrere|einige|etliche|zahlreiche|viele) (?:\w+e |weitere )?"
    r"(?:unternehmen|firmen|konzerne|banken|\w*hersteller|\w*anbieter|\w*händler|\w*firmen|\w*unternehmen)\b"
)


def without_several_unnamed(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but those of the network that several unnamed ones mean whom the text is about.

    "Die CNIL belegte zwei Unternehmen der Branche mit Geldbußen" says of nobody told before that it was fined.
    """
    for claim in claims:
        is_guess = claim.method == METHOD and claim.predicate in _HITTING
        is_unnamed = claim.object is not None and not claim.evidence.names(claim.object)
        if not (is_guess and is_unnamed and _SEVERAL.search(claim.evidence.text.lower())):
            yield claim


def without_owners_of_rivals(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but that an owner competes where the sentence tells it of what it owns: "Ele.me und Rivale X"."""
    known = list(claims)
    owned: dict[str | None, str | None] = dict(_parties(c) for c in known if c.predicate == "subsidiaryOf")
    competing = (c for c in known if c.predicate == "competesWith")
    rivals = {(c.evidence.start, *pair) for c in competing for pair in _both_ways(c)}
    freed = {(start, owner, rival) for start, own, rival in rivals if (owner := owned.get(own)) is not None}
    for claim in known:
        pairs = _both_ways(claim) if claim.predicate == "competesWith" and claim.method == METHOD else ()
        if freed.isdisjoint((claim.evidence.start, *pair) for pair in pairs):
            yield claim


def without_judging_rivals(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but that a house competes with what it judges: "Goldman Sachs rechnet auch beim Rivalen Lanxess"."""
    known = list(claims)
    judges = {claim.subject.name for claim in known if claim.predicate == "rates"}
    for claim in known:
        if claim.predicate != "competesWith" or len(judges.intersection(_parties(claim))) != 1:
            yield claim


#: what is told of a company whose shares are traded
_OF_A_SHARE = frozenset({"sharePriceChange", "publishesResultsOn", "reports", "buysBackShares"})


def without_moving_judges(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but that a house moves or reports where it judges, or in a sentence that does not even name it."""
    known = list(claims)
    judging = {(claim.subject.name, claim.evidence.start) for claim in known if claim.predicate == "rates"}
    judges = {name for name, _ in judging}
    for claim in known:
        evidence, subject = claim.evidence, claim.subject
        is_absent = subject.name in judges and not evidence.names(subject)
        judges_here = (subject.name, evidence.start) in judging or is_absent
        if claim.predicate not in _OF_A_SHARE or not judges_here:
            yield claim


def without_own_products(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims but those of the network alone by which the maker of a product uses it.

    "KI-Modelle auf der Grundlage von Qwen, der Plattform von Alibaba": somebody else uses it. Frames may say otherwise,
    but not in the words that launch it: "Novo Nordisk führt Wegovy in China ein".
    """
    known = list(claims)
    made = {_parties(claim) for claim in known if claim.predicate in ("develops", "launches")}
    launched = {(claim.evidence.start, *_parties(claim)) for claim in known if claim.predicate == "launches"}
    for claim in known:
        is_own = claim.method == METHOD and _parties(claim) in made
        is_launch = (claim.evidence.start, *_parties(claim)) in launched
        if claim.predicate != "uses" or not (is_own or is_launch):
            yield claim


def _parties(claim: Claim) -> tuple[str, str | None]:
    return claim.subject.name, claim.object.name if claim.object else None


def _both_ways(claim: Claim) -> tuple[tuple[str | None, str | None], ...]:
    subject, other = _parties(claim)
    return (subject, other), (other, subject)


class _Side(NamedTuple):
    """What two claims may contradict each other about, and which of two sides one takes."""

    of: tuple[object, ...]
    name: str


def _side(claim: Claim) -> _Side | None:
    where = claim.evidence.start
    if claim.predicate == "sharePriceChange" and isinstance(claim.value, int | float):
        return _Side((claim.subject.name, abs(claim.value), where), "up" if claim.value > 0 else "down")
    if claim.predicate == "appoints" and claim.object:
        return _Side((claim.object.name, claim.subject.name, where), "in")
    if claim.predicate == "departsFrom" and claim.object:
        return _Side((claim.subject.name, claim.object.name, where), "out")
    if claim.predicate == "publishesResultsOn":
        return _Side((claim.predicate, claim.value, where), claim.method)
    return None

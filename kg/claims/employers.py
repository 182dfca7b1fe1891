"""Sources and their employers: an analyst speaks with the house, a manager speaks for the firm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.claims.claim import Claim, Party

#: the method of blame by staff, unions and plain members of a board, who may well blame their own house
STAFF_BLAME = "blame-of-the-company-in-focus"
#: posts whose holder speaks for the employer to outsiders
_SPEAKS_WITH_HOUSE = ("Analyst", "Analystin", "Reporter", "Reporterin", "Journalist", "Journalistin", "Stratege")

Posts = Mapping[str, tuple[tuple[Party, str], ...]]


#: what a company does and its chief does in its name
_CORPORATE = frozenset(
    """acquires sells spinsOff investsIn launches suppliesTo uses mergesWith partnersWith cutsJobs buysBackShares
    operatesIn develops sues""".split()
)
#: last parts of the posts of those who decide for a company
_LEADS = ("chef", "chefin", "boss", "lenker", "lenkerin", "vorstand", "vorständin", "ceo", "präsident", "präsidentin",
          "geschäftsführer", "geschäftsführerin", "vorsitzender", "vorsitzende", "manager", "managerin")  # fmt: skip


def with_employers(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims with the houses of analysts among the sources; a claim's parties and their people are no sources."""
    known = list(claims)
    posts = posts_of(known)
    for claim in known:
        if not claim.attributed_to:
            yield claim
            continue
        sources = tuple(_completed(claim, posts))
        yield claim if sources == claim.attributed_to else replace(claim, attributed_to=sources)


def with_one_house(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims where an analyst works for one house alone: of several read, the one that is surest.

    The others are companies that the analyst judges, or houses of other judgements of the day.
    """
    known = list(claims)
    employments = sorted(filter(_is_employment, known), key=lambda c: c.confidence)
    houses = {c.subject.name: _house(c) for c in employments}
    analysts = {c.subject.name for c in employments if _position(c).endswith(("Analyst", "Analystin"))}
    for claim in known:
        is_analyst = _is_employment(claim) and claim.subject.name in analysts
        if not is_analyst or _house(claim) == houses[claim.subject.name]:
            yield claim


def without_own_house(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims without blame of somebody's own employer: "irreführend, beanstandete Novo-Manager Dave Moore".

    Who sits there for the staff or watches over the board may blame it: "Betriebsratschefin Cavallo rügte die Pläne".
    """
    known = list(claims)
    employed = {(c.subject.name, _house(c)) for c in known if _is_employment(c) and not _is_watching(_position(c))}
    return (c for c in known if not _blames(c) or (c.subject.name, _house(c)) not in employed)


def _blames(claim: Claim) -> bool:
    return claim.predicate == "criticizes" and claim.method != STAFF_BLAME


def on_behalf(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims with the company as subject where its chief does what only a company can do.

    "Naver-Chefin Choi Soo-yeon will zehn Milliarden in KI stecken": it is Naver that invests.
    """
    known = list(claims)
    posts = posts_of(known)
    for claim in known:
        if claim.predicate not in _CORPORATE or claim.subject.type != "Person":
            yield claim
            continue
        houses = [e for e, position in posts.get(claim.subject.name, ()) if position.casefold().endswith(_LEADS)]
        object_name = claim.object.name if claim.object else None
        yield replace(claim, subject=houses[0]) if len(houses) == 1 and houses[0].name != object_name else claim


def _is_watching(position: str) -> bool:
    """Tell whether a post is one on the works council, or a plain seat on the supervisory board.

    >>> _is_watching("Gesamtbetriebsratsvorsitzender"), _is_watching("Aufsichtsrat"), _is_watching("Aufsichtsratschef")
    (True, True, False)
    """
    post = position.casefold()
    return "betriebsr" in post or post.endswith(("aufsichtsrat", "aufsichtsrätin", "arbeitnehmervertreter"))


def _is_employment(claim: Claim) -> bool:
    return claim.predicate == "worksFor" and claim.status == "actual"


def _position(claim: Claim) -> str:
    return str(claim.qualifiers.get("position", ""))


def _house(claim: Claim) -> str | None:
    return claim.object.name if claim.object else None


def posts_of(claims: Iterable[Claim]) -> Posts:
    """Return for each person by name the houses and posts that claims tell."""
    found: dict[str, list[tuple[Party, str]]] = {}
    for claim in claims:
        if claim.predicate == "worksFor" and claim.object is not None:
            found.setdefault(claim.subject.name, []).append((claim.object, _position(claim)))
    return {name: tuple(employers) for name, employers in found.items()}


def _completed(claim: Claim, posts: Posts) -> Iterator[Party]:
    parties = {claim.subject.name} | ({claim.object.name} if claim.object else set())
    told: set[str] = set()
    for source in claim.attributed_to:
        employers = posts.get(source.name, ())
        if any(employer.name == claim.subject.name for employer, _ in employers):
            continue
        houses = [employer for employer, position in employers if position.endswith(_SPEAKS_WITH_HOUSE)]
        for party in (source, *houses):
            if party.name not in told | parties:
                told.add(party.name)
                yield party

"""Media that had reported before what an article confirms: "Der Spiegel hatte zuvor über den Stellenabbau berichtet".

Such a line closes many an article. What the medium had told is named in one word, so it is the source of what the
article told of that kind as open: "Bei Lufthansa Technik droht ein Stellenabbau."
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Party
from kg.claims.clauses import surface_subjects

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: last parts of words for what is reported, and the predicates that say so
_KINDS = {
    "abbau": ("cutsJobs",),
    "streichung": ("cutsJobs",),
    "streichungen": ("cutsJobs",),
    "kürzung": ("cutsJobs",),
    "verkauf": ("sells", "acquires"),
    "übernahme": ("acquires",),
    "kauf": ("acquires", "sells"),
    "zukauf": ("acquires",),
    "gebot": ("acquires",),
    "offerte": ("acquires",),
    "fusion": ("mergesWith",),
    "zusammenschluss": ("mergesWith",),
    "börsengang": ("listedOn", "spinsOff"),
    "abspaltung": ("spinsOff",),
    "einstieg": ("ownsStakeIn", "acquires"),
    "ausstieg": ("sells",),
    "abgang": ("departsFrom", "appoints"),
    "ablösung": ("departsFrom", "appoints"),
    "schließung": ("operatesIn", "cutsJobs"),
    "kooperation": ("partnersWith",),
    "zusammenarbeit": ("partnersWith",),
    "ermittlung": ("investigates",),
}
_OPEN = ("planned", "possible", "alleged")


def with_earlier_reports(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, what an article tells as open with the medium that it says had reported of it before."""
    reported = list(_reported(tools))
    for claim in claims:
        is_open = claim.status in _OPEN and not any(one.type for one in claim.attributed_to)
        behind = (medium for at, kinds, medium in reported if claim.predicate in kinds and at > claim.evidence.start)
        medium = next(behind, None) if is_open and reported else None
        yield claim if medium is None else replace(claim, attributed_to=(*claim.attributed_to, medium))


def _reported(tools: Tools) -> Iterator[tuple[int, tuple[str, ...], Party]]:
    """Yield where a medium is said to have reported something before, which predicates say so, and the medium."""
    document, s = tools.document, tools.document.syntax
    for verb in range(len(s)):
        if s.lemmas[verb] != "berichten" or s.pos[verb] != "VERB" or not _is_past(tools, verb):
            continue
        media = [m for h in surface_subjects(s, verb) for m in document.at.get(h, ()) if m.type == "MediaOutlet"]
        about = (c for c in s.dep_children(verb, "obl", "obl:arg", "obj") if s.preposition(c) in ("über", "von"))
        kinds = [kind for c in about for word, kind in _KINDS.items() if s.lemmas[c].lower().endswith(word)]
        if media and kinds:
            yield s.starts[verb], kinds[0], tools.party(media[0])


def _is_past(tools: Tools, verb: int) -> bool:
    """Whether it lies before what the article tells: "hatte berichtet", "berichtete zuvor"."""
    s = tools.document.syntax
    had = any(s.lower[i] in ("hatte", "hatten") for i in s.dep_children(verb, "aux"))
    return had or any(s.lower[i] in ("zuvor", "zuerst", "zunächst") for i in s.children[verb])

"""Staff that shrinks by a number: "die Belegschaft von Dräger soll sich um 500 auf 16.000 verringern"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.claim import Claim
from kg.claims.clauses import clause_tokens, noun_roles, verb_roles
from kg.claims.extractor import Tools
from kg.claims.qualifiers import plain_number
from kg.claims.slots import FOCUS, Filler
from kg.language.spans import Quantity
from kg.language.syntax import Syntax

_SHRINK = frozenset(
    "sinken schrumpfen verringern reduzieren abnehmen zurückgehen senken verkleinern fallen kürzen zurückfahren".split()
)
_STAFF = ("belegschaft", "beschäftigtenzahl", "mitarbeiterzahl", "personalbestand", "stellenzahl", "mitarbeiterbestand",
          "personalstand", "mitarbeiterstand", "beschäftigtenstand")  # fmt: skip
_COUNTED = ("stelle", "arbeitsplatz", "beschäftigter", "mitarbeiter", "mitarbeitende", "angestellte", "arbeitnehmer",
            "job")  # fmt: skip
_KINDS = ("number", "count")


def headcounts(tools: Tools) -> Iterator[Claim]:
    """Yield job cuts told as a staff that becomes smaller by a number."""
    s = tools.document.syntax
    for verb, pos in enumerate(s.pos):
        if pos != "VERB" or s.lemmas[verb] not in _SHRINK:
            continue
        roles = verb_roles(s, verb)
        staff = [i for role in ("obj", "subj") for i in roles.get(role, ()) if _is_staff(s, i)]
        number = _number_behind_um(verb, tools) if staff else None
        if number is None:
            continue
        for firm in _firms(staff[0], roles.get("subj", []), verb, tools)[:1]:
            status = tools.status.read(s, verb, "cutsJobs")
            names = tools.lexicon.signatures["cutsJobs"].qualifiers
            found = tools.qualifiers.near(names, verb, clause_tokens(s, verb), [firm.mention])
            yield tools.claim(
                "cutsJobs", firm.mention, verb, "smaller-staff", value=plain_number(number.value), status=status,
                qualifiers=found, confidence=round(0.9 * firm.score, 3),
            )  # fmt: skip


def _is_staff(s: Syntax, noun: int) -> bool:
    """Tell whether a noun means the staff of a firm: "Belegschaft", "Zahl der Beschäftigten"."""
    lemma = s.lemmas[noun].lower()
    if lemma.endswith(_STAFF):
        return True
    counted = [c for role in ("gen", "von") for c in noun_roles(s, noun).get(role, ())]
    return lemma in ("zahl", "anzahl") and any(s.lemmas[c].lower().endswith(_COUNTED) for c in counted)


def _number_behind_um(verb: int, tools: Tools) -> Quantity | None:
    """Return by how many a staff shrinks: "um 450", "um rund 500 Stellen"; None for a percentage."""
    s, tokens = tools.document.syntax, frozenset(clause_tokens(tools.document.syntax, verb))
    for quantity in tools.document.quantities:
        i = quantity.first - 1
        while i > 0 and s.pos[i] in ("ADV", "ADJ", "ADP") and s.lower[i] != "um":
            i -= 1
        if quantity.kind in _KINDS and quantity.first in tokens and s.lower[i] == "um":
            return quantity
    return None


def _firms(staff: int, subjects: list[int], verb: int, tools: Tools) -> list[Filler]:
    """Return whose staff it is: the owner of the noun, who makes it smaller, else whom the text is about."""
    s, phrases = tools.document.syntax, tools.phrases
    nouns = [staff, *(c for cs in noun_roles(s, staff).values() for c in cs)]
    heads = [c for noun in nouns for role in ("gen", "von", "bei", "poss") for c in noun_roles(s, noun).get(role, ())]
    found = phrases.fillers(heads, ("Company",), owners=True) or phrases.fillers(subjects, ("Company",))
    if not found:
        found = phrases.fillers(verb_roles(s, verb).get("bei", ()), ("Company",))
    focus = None if found else tools.document.local_focus(verb)
    return [Filler(focus, FOCUS)] if focus is not None else found

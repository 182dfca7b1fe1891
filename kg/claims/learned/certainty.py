"""How certain a claim is: what the network says and what the clause around it says, each where it knows better."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kg.claims.claim import Claim, Status
from kg.claims.clauses import verb_forms
from kg.claims.extractor import Tools
from kg.claims.status import ORDER
from kg.language.spans import Mention

#: what happens once: the verb of its clause knows better than the network whether it has happened
_EVENTS = frozenset("listedOn launches spinsOff approves sues mergesWith buysBackShares basedOn participatesIn".split())
#: deals of which the network often takes for done what may or will be done
_DEALS = frozenset({"acquires", "restricts", "strikesAt", "sells"})
#: what goes on once it has begun: the network often overlooks that it is only planned
_ONGOING = frozenset({"operatesIn", "suppliesTo", "uses"})
#: what lasts, whatever could be: "Rivale X könnte profitieren"
_STATES = frozenset("competesWith ownsStakeIn locatedIn worksFor subsidiaryOf develops founded partnersWith".split())
#: what goes on although something about it is denied: "Bosch, zugleich Aktionär, sagte nichts dazu"
_LASTING = frozenset({"listedOn", "participatesIn", "ownsStakeIn", "operatesIn"})
#: what money does that is put into a place now: "in Gaffney fließen 330 Millionen Dollar in eine Fabrik"
_FLOWING = frozenset({"fließen", "stecken", "verbauen"})
_MODALS = frozenset({"dürfen", "können", "sollen", "wollen", "werden", "mögen"})
#: what a frame reads of these is surer than the network: "wird Chef", "stockt auf", "entging dem Konkurs"
_READ_BY_FRAMES = frozenset({"worksFor", "ownsStakeIn", "denies", "filesForInsolvency"})
#: as sure as the network has to be to know better than the cues around a frame
_SURE = 0.8
_PLANNED = ORDER.index("planned")
_NOT_RULED_OUT = re.compile(r"\bnicht (?:aus\b|aus(?:zu|ge)?schl)")
_CLOSED = re.compile(r"\b(?:stillgelegt|geschlossen|dichtgemacht)\b")
#: what the network gives less than is out of the question
_UNLIKELY = 0.1


class Told(NamedTuple):
    """Where a sentence tells a claim: at its trigger, and where it names its parties."""

    trigger: int
    subject: Mention
    other: Mention | None
    #: tokens of the object, if it stands in the sentence
    object: Sequence[int]

    @property
    def place(self) -> int:
        """The object, else the trigger."""
        return next(iter(self.object), self.trigger)


def status_of(tools: Tools, predicate: str, scores: npt.NDArray[np.float32], told: Told) -> Status:
    """Return how certain a claim is; ``scores`` are what the network gives each status."""
    status: Status = ORDER[int(np.argmax(scores))]
    if status == "actual":
        return _of_actual(tools, predicate, scores, told)
    if status == "planned" and _has_form(tools, told.trigger, "Ind"):
        return _at(tools, told.trigger, predicate)
    if status == "planned" and predicate == "investsIn" and _flows(tools, told.place):
        return "actual"
    if status == "negated" and predicate in _LASTING:
        return "negated" if "negated" in {_at(tools, i, predicate) for i in (told.place, told.trigger)} else "actual"
    if status in ("planned", "possible") and predicate in _STATES:
        aside = _aside(tools, told)
        return status if aside is None else _at(tools, aside, predicate)
    return status


def with_second_look(claim: Claim, scores: npt.NDArray[np.float32]) -> Claim:
    """Return a frame's claim with the network's status, where a cue made it uncertain and the network is sure.

    "Ohne die Sparte zu verkaufen, hat Siemens …": a cue of one clause may be read for another. That two denials leave
    a possibility, "schließt nicht aus", the network does not know.
    """
    best = int(np.argmax(scores))
    is_open = claim.status != "actual" and claim.predicate not in _READ_BY_FRAMES
    is_told = (ORDER[best] == "negated" and _is_not_ruled_out(claim)) or _is_closed(claim)
    is_surer = is_open and scores[best] >= _SURE and not is_told
    return replace(claim, status=ORDER[best]) if is_surer else claim


def _is_not_ruled_out(claim: Claim) -> bool:
    """Tell whether a sentence rules nothing out: "schließt Stellenstreichungen ausdrücklich nicht aus"."""
    return claim.status == "possible" and _NOT_RULED_OUT.search(claim.evidence.text) is not None


def _is_closed(claim: Claim) -> bool:
    """Tell whether a sentence tells that a site was closed: "hat das Werk in Minsk stillgelegt"."""
    return (
        claim.predicate == "operatesIn"
        and claim.status == "negated"
        and _CLOSED.search(claim.evidence.text) is not None
    )


def _of_actual(tools: Tools, predicate: str, scores: npt.NDArray[np.float32], told: Told) -> Status:
    """Return how certain is what the network takes for done."""
    place = told.place
    is_open = predicate in _DEALS and _has_modal(tools, place)
    if predicate in _EVENTS or is_open or (predicate not in _STATES and _has_form(tools, place, "Sub")):
        return _at(tools, place, predicate)
    if predicate in _ONGOING and scores[_PLANNED] > _UNLIKELY:
        is_given = told.subject.last < place <= told.subject.last + 1  # "bei ESMC in Dresden", whatever is planned
        return "planned" if not is_given and _at(tools, place, predicate) == "planned" else "actual"
    return "planned" if predicate == "investsIn" and _is_of_a_plan(tools, told.trigger) else "actual"


def _is_of_a_plan(tools: Tools, trigger: int) -> bool:
    """Tell whether money is to be spent, by the verb above or in a passive beside another clause of planning.

    "Geplant sind Investitionen in Dresden", "in ein Werk, das geplant ist, werden drei Milliarden investiert".
    """
    s, planned = tools.document.syntax, tools.status.governors
    verb = s.clause_head(trigger)
    forms = (s.feats[i] for i in s.dep_children(verb, "aux:pass") if s.lemmas[i] == "werden")
    is_open = any(form.get("Tense") == "Pres" for form in forms)
    return any(planned.get(s.lemmas[i]) == "planned" for i in (range(*s.sentence(verb)) if is_open else (verb,)))


def _at(tools: Tools, place: int, predicate: str) -> Status:
    """Return how certain the clause around a token is: what "soll" or "will" happen has not happened yet."""
    syntax = tools.document.syntax
    return tools.status.read(syntax, syntax.clause_head(place), predicate)


def _has_form(tools: Tools, place: int, mood: str) -> bool:
    """Tell whether the clause around a token stands in the preterite of a mood: "wurde abgespalten", "könnte gehen"."""
    s = tools.document.syntax
    forms = verb_forms(s, s.clause_head(place))
    return any(form.get("Mood") == mood and form.get("Tense") == "Past" for form in forms)


def _has_modal(tools: Tools, place: int) -> bool:
    """Tell whether the clause around a token has a modal or the future: "darf Anteile erwerben"."""
    s = tools.document.syntax
    return any(s.lemmas[i] in _MODALS for i in s.dep_children(s.clause_head(place), "aux"))


def _flows(tools: Tools, place: int) -> bool:
    """Tell whether the clause around a token says that money flows now, without a modal."""
    s = tools.document.syntax
    verb = s.clause_head(place)
    is_told = s.lemmas[verb] in _FLOWING and any(form.get("Mood") == "Ind" for form in verb_forms(s, verb))
    return is_told and not _has_modal(tools, place)


def _aside(tools: Tools, told: Told) -> int | None:
    """Return a word of a relative clause in which a claim is told: "die zu einem Viertel Adnoc gehört, soll …"."""
    s = tools.document.syntax
    sentence = range(*s.sentence(told.trigger))
    parties = (party.first for party in (told.subject, told.other) if party and party.first in sentence)
    return next((i for i in (told.trigger, *parties) if s.deps[s.clause_head(i)] == "acl:relcl"), None)

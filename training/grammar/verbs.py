"""Verb groups: a lexical verb with its auxiliaries, in main and subordinate order."""

from __future__ import annotations

from dataclasses import dataclass

from training.grammar.inflection import Verb
from training.grammar.words import Word, below

_ADPOSITIONS = frozenset("ab an auf aus bei ein mit nach vor zu um durch unter über".split())
_AUXILIARIES = {
    "haben": Verb("haben", "hat", "hatte", "gehabt"),
    "sein": Verb("sein", "ist", "war", "gewesen", with_sein=True),
    "werden": Verb("werden", "wird", "wurde", "geworden", with_sein=True),
    "wollen": Verb("wollen", "will", "wollte", "gewollt"),
    "sollen": Verb("sollen", "soll", "sollte", "gesollt"),
    "können": Verb("können", "kann", "konnte", "gekonnt"),
    "müssen": Verb("müssen", "muss", "musste", "gemusst"),
    "dürfen": Verb("dürfen", "darf", "durfte", "gedurft"),
}
MODALS = ("wollen", "sollen", "können", "müssen", "dürfen")
_SUBJUNCTIVE_PRESENT = {"haben": "habe", "sein": "sei", "werden": "werde"}
_SUBJUNCTIVE_PAST = {
    "haben": "hätte", "sein": "wäre", "werden": "würde", "können": "könnte", "müssen": "müsste", "dürfen": "dürfte",
    "wollen": "wollte", "sollen": "sollte",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Manner:
    """How a verb is used.

    ``time``: "present", "preterite", "perfect", "pluperfect", "future"; ``modal`` stands in present or preterite;
    ``reported`` is Konjunktiv I, or II where I shows nothing; ``passive``: "", "event", "state".
    """

    time: str = "present"
    modal: str = ""
    passive: str = ""
    reported: bool = False
    irreal: bool = False

    @property
    def past(self) -> bool:
        """Whether what is told lies in the past."""
        return self.time in ("preterite", "perfect", "pluperfect")


@dataclass(frozen=True, slots=True)
class Group:
    """The words of a verb: the ``finite`` one, the others in final order, the lexical ``head``."""

    head: Word
    finite: Word | None
    tail: list[Word]

    @property
    def final(self) -> list[Word]:
        """All words as at the end of a subordinate clause."""
        return [*self.tail, *([self.finite] if self.finite else [])]


def group(verb: Verb, manner: Manner, number: str, *, final: bool) -> Group:
    """Return the words of a verb; in ``final`` order the particle is part of the verb."""
    simple = manner.time in ("present", "preterite") and not manner.modal and not manner.passive
    if simple and not manner.irreal and not (manner.reported and (number == "Plur" or manner.past)):
        return _simple(verb, manner, number, final)
    chain = _chain(verb, manner, number)
    head = _lexical(verb, chain[0][1])
    others = [_auxiliary(lemma, form, head, manner, number) for lemma, form in chain[1:]]
    return Group(head, others[-1], [head, *others[:-1]])


def _simple(verb: Verb, manner: Manner, number: str, final: bool) -> Group:
    tense = "Past" if manner.past else "Pres"
    mood = "Sub" if manner.reported else "Ind"
    form = verb.finite(tense, mood, number)
    apart = bool(verb.particle) and not final
    lemma = verb.infinitive if apart else verb.lemma
    whole = form if apart else verb.particle + form
    finite = Word(whole, lemma, "VERB", finite_features(mood, tense, number))
    return Group(finite, finite, [particle(verb, finite)] if apart else [])


def particle(verb: Verb, head: Word) -> Word:
    """Return a particle that stands apart from its verb."""
    form = verb.particle
    upos = "ADP" if form in _ADPOSITIONS else "ADV"
    return Word(form, form, upos, {}, head, "compound:prt")


def finite_features(mood: str, tense: str, number: str) -> dict[str, str]:
    return {"Mood": mood, "Number": number, "Person": "3", "Tense": tense, "VerbForm": "Fin"}


def _chain(verb: Verb, manner: Manner, number: str) -> list[tuple[str, str]]:
    """Return (lemma, form) from the lexical verb to the finite one; forms: Inf, Part, worden, Fin."""
    perfect = "sein" if verb.with_sein or manner.passive else "haben"
    past = manner.time in ("perfect", "pluperfect") or (manner.reported and manner.time == "preterite")
    chain: list[tuple[str, str]] = [(verb.lemma, "")]
    if manner.passive == "event":
        chain.append(("werden", ""))
    elif manner.passive == "state":
        chain.append(("sein", ""))
    if past:
        chain.append((perfect, ""))
    if manner.modal:
        chain.append((manner.modal, ""))
    elif manner.time == "future" or len(chain) == 1:
        chain.append(("werden", ""))
    return [(lemma, _form(chain, i, manner, past)) for i, (lemma, _) in enumerate(chain)]


def _form(chain: list[tuple[str, str]], i: int, manner: Manner, past: bool) -> str:
    """Return the form that the next verb of the chain asks for."""
    if i == len(chain) - 1:
        return "Fin"
    follower = chain[i + 1][0]
    if follower in MODALS:
        return "Inf"
    passive_here = manner.passive and i == 0
    if passive_here:
        return "Part"
    if past and follower in ("haben", "sein") and not (manner.passive and i == 0):
        return "worden" if chain[i][0] == "werden" else "Part"
    return "Inf"


def _lexical(verb: Verb, form: str) -> Word:
    text = verb.lemma if form == "Inf" else verb.participle
    return Word(text, verb.lemma, "VERB", {"VerbForm": "Inf" if form == "Inf" else "Part"})


def _auxiliary(lemma: str, form: str, head: Word, manner: Manner, number: str) -> Word:
    passive = (manner.passive == "event" and lemma == "werden" and (manner.time != "future" or form != "Fin")) or (
        manner.passive == "state" and lemma == "sein" and form != "perfect"
    )
    relation = "aux:pass" if passive else "aux"
    if form != "Fin":
        texts = {"Inf": lemma, "worden": "worden", "Part": _AUXILIARIES[lemma].participle}
        return Word(texts[form], lemma, "AUX", {"VerbForm": "Inf" if form == "Inf" else "Part"}, head, relation)
    text, mood, tense = finite_auxiliary(lemma, manner, number)
    return Word(text, lemma, "AUX", finite_features(mood, tense, number), head, relation)


def finite_auxiliary(lemma: str, manner: Manner, number: str) -> tuple[str, str, str]:
    verb = _AUXILIARIES[lemma]
    if manner.irreal or (manner.reported and number == "Plur" and lemma != "sein"):
        form = _SUBJUNCTIVE_PAST[lemma]
        return form + ("n" if number == "Plur" else ""), "Sub", "Past"
    if manner.reported:
        form = _SUBJUNCTIVE_PRESENT.get(lemma, verb.finite("Pres", "Sub", "Sing"))
        return form + ("en" if number == "Plur" else ""), "Sub", "Pres"
    modal_past = lemma in MODALS and manner.time == "preterite"
    passive_past = lemma in ("werden", "sein") and manner.time == "preterite"
    past = modal_past or passive_past or manner.time == "pluperfect"
    if lemma == "sein" and not past:
        return ("sind" if number == "Plur" else "ist"), "Ind", "Pres"
    return _plain(verb, "Past" if past else "Pres", number), "Ind", "Past" if past else "Pres"


def _plain(verb: Verb, tense: str, number: str) -> str:
    return verb.finite(tense, "Ind", number)


def copula(manner: Manner, number: str) -> Word:
    """Return a finite form of sein; its head is set by who uses it."""
    text, mood, tense = finite_auxiliary("sein", manner, number)
    return Word(text, "sein", "AUX", finite_features(mood, tense, number))


def zu_infinitive(verb: Verb) -> tuple[Word, list[Word]]:
    """Return the head and the words of "abzustoßen" or "zu kaufen"."""
    head = Word(verb.zu(), verb.lemma, "VERB", {"VerbForm": "Inf"})
    if verb.particle:
        return head, [head]
    return head, [below(Word("zu", "zu", "PART", {}), head, "mark"), head]


def participle(verb: Verb) -> Word:
    """Return a participle that heads a phrase."""
    return Word(verb.participle, verb.lemma, "VERB", {"VerbForm": "Part"})

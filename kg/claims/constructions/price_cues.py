"""Words for up and down on the market: verbs, nouns, and neutral verbs with a word of direction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.claims.clauses import clause_tokens, governing_verb, noun_roles, verb_roles
from kg.claims.constructions.stretches import stretch
from kg.claims.document import Document
from kg.claims.slots import is_inflected_of
from kg.language.syntax import Syntax, dictionary_lemma


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that says up (1) or down (-1)."""

    token: int
    sign: int
    #: whether the verb moves its object: "die Offerte trieb die Aktie nach oben"
    causing: bool = False
    #: percent that the word itself tells: "verdoppelte sich"
    percent: float | None = None


class PriceWords:
    """The word lists of ``prices.toml``."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        signs = (("up", 1), ("down", -1))
        self.verbs = {v: sign for key, sign in signs for v in words[key]["verbs"]}
        self.nouns = {n.lower(): sign for key, sign in signs for n in words[key]["nouns"]}
        self.words = {w: sign for key, sign in signs for w in words[key]["words"] if " " not in w}
        self.phrases = {tuple(w.lower().split()): sign for key, sign in signs for w in words[key]["words"] if " " in w}
        self.causing = {v: sign for key, sign in signs for v in words[key]["causing"]}
        self.multiples: Mapping[str, float] = words["multiples"]
        other = words["other"]
        self.neutral = frozenset(other["neutral"])
        self.shares = tuple(other["shares"])
        self.materials = tuple(other["materials"])
        self.figures = tuple(other["figures"])
        self.figure_verbs = frozenset(other["figure_verbs"])
        self.worth = tuple(other["worth"])
        self.marks, self.rest = tuple(other["marks"]), frozenset(other["rest"])
        self.followed = frozenset(other["followed"])
        self.after = {n: sign for key, sign in signs for n in words[key]["after"]}
        self.measures = frozenset(other["measures"])
        self.market = frozenset(other["market"])
        self.fillers = frozenset(other["fillers"])

    def is_share(self, s: Syntax, i: int) -> bool:
        """Tell whether a token is a word for the share."""
        return is_inflected_of(s.lower[i], self.shares) or s.lower[i].rpartition("-")[2] in self.shares

    def is_material(self, name: str) -> bool:
        """Tell whether a name is one of a traded raw material or currency: "Gold", "Ölpreis"."""
        lower = name.lower()
        return lower in self.materials or lower.removesuffix("preis") in self.materials

    def is_figure(self, s: Syntax, i: int) -> bool:
        """Tell whether a token is a figure of company reports ("Umsatz", "VW-Verkäufe")."""
        if s.pos[i] not in ("NOUN", "PROPN", "X") or self.is_share(s, i) or self.is_material(s.lower[i]):
            return False
        tail = dictionary_lemma(s.words[i].rpartition("-")[2].capitalize()).lower()
        return s.lemmas[i].lower().endswith(self.figures) or tail.endswith(self.figures)


# -- finding cues ----------------------------------------------------------------------------------------


def cues(document: Document, words: PriceWords) -> Iterator[Cue]:
    """Yield the words for up and down of a document in order."""
    s = document.syntax
    for i, pos in enumerate(s.pos):
        if pos in ("VERB", "AUX") or (pos == "ADJ" and s.feats[i].get("VerbForm") == "Part"):
            if cue := _verb_cue(s, i, words):
                yield cue
        elif pos == "NOUN" and (sign := _noun_sign(s, i, words)) and not _is_of_verb(s, i, words):
            yield Cue(i, sign)


def _noun_sign(s: Syntax, noun: int, words: PriceWords) -> int | None:
    return words.nouns.get(s.lemmas[noun].lower()) or words.nouns.get(s.lower[noun])


def _is_of_verb(s: Syntax, noun: int, words: PriceWords) -> bool:
    """Whether a noun only says which way its verb goes: "lagen mit 2,6 Prozent im Minus" is one move."""
    if s.lower[noun - 1] not in ("im", "ins"):
        return False
    first, last = stretch(s, noun)
    verbs = (i for i in range(first, last) if s.pos[i] in ("VERB", "AUX"))
    return any(_verb_cue(s, i, words) for i in verbs)


def followers(document: Document, cue: Cue, words: PriceWords) -> Iterator[Cue]:
    """Yield the moves that come after one in its sentence: "stieg am Montag, gefolgt von Verlusten am Dienstag"."""
    s = document.syntax
    last = s.sentence(cue.token)[1]
    for i in range(cue.token + 1, last - 2):
        if s.lower[i] in words.followed and s.lower[i + 1] == "von":
            behind = range(i + 2, min(last, i + 6))
            yield from (Cue(j, words.after[s.lower[j]]) for j in behind if s.lower[j] in words.after)


def _verb_cue(s: Syntax, i: int, words: PriceWords) -> Cue | None:
    for lemma in _lemmas(s, i):
        percent = words.multiples.get(lemma)
        if lemma in words.causing and (sign := _direction_word(s, i, words)):
            return Cue(i, sign, causing=True)
        if lemma in words.verbs:
            return Cue(i, words.verbs[lemma], percent=percent)
        if lemma in words.neutral and (sign := _direction_word(s, i, words)):
            return Cue(i, sign)
    return None


def _lemmas(s: Syntax, i: int) -> list[str]:
    """Return the lemmas a verb may have, reflexive ones first."""
    particle = s.particle(i)
    backup = (s.lower[particle] if particle != -1 else "") + dictionary_lemma(s.lower[i])
    lemmas = list(dict.fromkeys((s.lemmas[i], backup)))
    return [*("sich " + lemma for lemma in lemmas if _is_reflexive(s, i)), *lemmas]


def _is_reflexive(s: Syntax, i: int) -> bool:
    first, last = stretch(s, i)
    return s.reflexive[i] or "sich" in s.lower[max(first, i - 3) : min(last, i + 4)]


def _direction_word(s: Syntax, verb: int, words: PriceWords) -> int | None:
    tokens = sorted({*clause_tokens(s, verb), *s.dep_children(verb, "xcomp")})
    for i in tokens:
        if s.lower[i] in words.words:
            return words.words[s.lower[i]]
    lower = [s.lower[i] for i in tokens]
    for phrase, sign in words.phrases.items():
        n = len(phrase)
        if any(tuple(lower[k : k + n]) == phrase for k in range(len(lower) - n + 1)):
            return sign
    return None


# -- what a cue is about ---------------------------------------------------------------------------------


def is_about_figures(document: Document, cue: Cue, words: PriceWords) -> bool:
    """Tell whether what moves is a figure of a report: subject, object or owner of the cue, or beside it."""
    s = document.syntax
    if s.pos[cue.token] == "NOUN":
        heads = _around_noun(s, cue.token)
        if _tells_of_business(s, cue.token, words):
            return True
    else:
        roles = verb_roles(s, cue.token)
        heads = [h for role in ("subj", "obj", "bei", "an") for h in roles.get(role, ())]
    return any(words.is_figure(s, h) for h in heads)


def _around_noun(s: Syntax, noun: int) -> list[int]:
    roles = noun_roles(s, noun)
    heads = [h for role in ("gen", "bei", "von", "in", "an") for h in roles.get(role, ())]
    verb = governing_verb(s, noun)
    return heads + (verb_roles(s, verb).get("subj", []) if verb != -1 else [])


def _tells_of_business(s: Syntax, noun: int, words: PriceWords) -> bool:
    """ "lieferte 900 Autos aus, ein Minus von fünf Prozent": a plain noun goes on with what was told before."""
    if s.lower[noun].startswith("kurs"):
        return False
    first, last = s.sentence(noun)
    if any(words.is_share(s, i) for i in range(first, last)):
        return False
    return any(s.lemmas[i] in words.figure_verbs or words.is_figure(s, i) for i in range(first, noun))


def is_market_talk(document: Document, cue: Cue, words: PriceWords) -> bool:
    """Tell whether a move without a number is one on the market: an index, or a word for the share, takes part."""
    s = document.syntax
    if s.pos[cue.token] == "NOUN" or (not cue.causing and _has_other_object(s, cue, words)):
        return False
    first, last = s.sentence(cue.token)
    if any(words.is_share(s, i) for i in range(first, last)):
        return True
    return any(
        m.type == "MarketIndex" or is_inflected_of(m.head or "", words.shares)
        for m in document.mentions_in(first, last)
    )


def moves_other(document: Document, cue: Cue, words: PriceWords) -> bool:
    """Tell whether the verb's object is what moves and no share: "verteuert Tickets um 5 Prozent"."""
    s = document.syntax
    if s.pos[cue.token] == "NOUN" or cue.causing:
        return False
    if any(words.is_share(s, h) for h in verb_roles(s, cue.token).get("subj", ())):
        return False
    begin, end = stretch(s, cue.token)
    if any(q.kind == "count" and begin < q.first < end and s.lower[q.first - 1] == "auf" for q in document.quantities):
        return True  # "legte um 2 Prozent auf 3,5 Millionen Hektoliter zu"
    measured = {i for q in document.quantities for i in range(q.first, q.last)}
    unnamed = [h for h in verb_roles(s, cue.token).get("obj", ()) if s.pos[h] == "PROPN" and not document.at.get(h)]
    return any(h not in measured for h in (*unnamed, *_other_objects(s, cue, words)))


def _has_other_object(s: Syntax, cue: Cue, words: PriceWords) -> bool:
    """ "gibt den Posten ab", "verliert das Vertrauen": what is lost or given is no value of the share."""
    return bool(_other_objects(s, cue, words))


def _other_objects(s: Syntax, cue: Cue, words: PriceWords) -> list[int]:
    objects = verb_roles(s, cue.token).get("obj", ())
    return [h for h in objects if s.pos[h] == "NOUN" and not words.is_share(s, h) and not _is_worth(s, h, words)]


def _is_worth(s: Syntax, i: int, words: PriceWords) -> bool:
    """Tell whether a noun is a measure of the share: "gab Punkte ab", "verlor ein Zehntel ihres Werts"."""
    lemma = s.lemmas[i].lower()
    return lemma in words.worth or lemma in words.nouns or lemma in words.measures

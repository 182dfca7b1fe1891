"""Words for up and down on the market: verbs, nouns, and neutral verbs with a word of direction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.claims.clauses import clause_tokens, governing_verb, noun_roles, verb_roles
from kg.claims.constructions.stretches import stretch
from kg.claims.document import Document
from kg.claims.slots import is_inflected_of
from kg.language.spans import Quantity
from kg.language.syntax import Syntax, dictionary_lemma

#: "Goldpreis", "Ölpreise", "Bitcoin-Kurs"
_PRICE = re.compile(r"-?(?:preise?|kurs)$")


#: verbs by which shares meet with a move
_MEETING = frozenset(
    ["haben", "geben", "verzeichnen", "verbuchen", "erleiden", "erzielen", "hinnehmen", "verkraften", "einfahren"]
)
#: whose percentage is a stake
_SHARES = frozenset({"aktien", "anteile", "stimmrechte", "papiere", "anteilsscheine", "stammaktien", "vorzugsaktien"})


_WIDENING = frozenset({"ausweiten", "ausbauen", "vergrößern", "vergrössern"})
#: what ends a clause behind the particle of its verb
_ENDS = frozenset({",", ";", ":", ".", "–", "-", "und"})
#: parts of speech of nouns for moves
NOUNS = ("NOUN", "PROPN")
#: what stands before the index that a share joins or leaves
_MEMBERSHIP = frozenset({("in", "den"), ("aus", "dem")})


#: what a company comes into, and no share: "rutschte in die roten Zahlen"
_RESULTS = (["roten", "zahlen"], ["rote", "zahlen"], ["schwarzen", "zahlen"], ["schwarze", "zahlen"])


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that says up (1) or down (-1)."""

    token: int
    sign: int
    #: whether the verb moves its object: "die Offerte trieb die Aktie nach oben"
    causing: bool = False
    #: whether it needs no word of direction for that: "der Auftrag beflügelt die Aktie"
    pushing: bool = False
    #: percent that the word itself tells: "verdoppelte sich"
    percent: float | None = None


class PriceWords:
    """The word lists of ``prices.toml``."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        signs = (("up", 1), ("down", -1))
        self.verbs = {v: sign for key, sign in signs for v in words[key]["verbs"]}
        self.nouns = {n.lower(): sign for key, sign in signs for n in words[key]["nouns"]}
        self.measured = {n: sign for key, sign in signs for n in words[key]["measured"]}
        self.words = {w: sign for key, sign in signs for w in words[key]["words"] if " " not in w}
        self.phrases = {tuple(w.lower().split()): sign for key, sign in signs for w in words[key]["words"] if " " in w}
        self.causing = {v: sign for key, sign in signs for v in words[key]["causing"]}
        self.alone = {v: sign for key, sign in signs for v in words[key]["alone"]}
        self.pushing = {v: sign for key, sign in signs for v in words[key]["pushing"]}
        self.heads = {h: sign for key, sign in signs for h in words[key]["heads"]}
        self.multiples: Mapping[str, float] = words["multiples"]
        other = words["other"]
        self.neutral = frozenset(other["neutral"])
        self.paying = frozenset(other["paying"])
        self.more: Mapping[str, int] = other["more"]
        self.shares = tuple(other["shares"])
        self.materials = tuple(other["materials"])
        self.figures = tuple(other["figures"])
        self.figure_verbs = frozenset(other["figure_verbs"])
        self.worth = tuple(other["worth"])
        self.extremes = tuple(other["extremes"])
        self.reaching = frozenset(other["reaching"])
        self.share_extremes = frozenset(other["share_extremes"])
        self.strange_extremes = tuple(other["strange_extremes"])
        self.marks, self.rest = tuple(other["marks"]), frozenset(other["rest"])
        self.valuation, self.measured_by = frozenset(other["valuation"]), frozenset(other["measured_by"])
        self.units = tuple(other["units"])
        self.followed = frozenset(other["followed"])
        self.leaving, self.carrying = frozenset(other["leaving"]), frozenset(other["carrying"])
        self.stake_verbs = frozenset(other["stake_verbs"])
        self.holding, self.hours = frozenset(other["holding"]), tuple(other["hours"])
        self.numbered = frozenset(other["numbered"])
        self.strangers = frozenset(other["strangers"])
        self.both = frozenset(other["both"])
        self.after = {n: sign for key, sign in signs for n in words[key]["after"]}
        self.measures = frozenset(other["measures"])
        self.market = frozenset(other["market"])
        self.classes = frozenset(other["classes"])
        self.fillers = frozenset(other["fillers"])

    def is_share(self, s: Syntax, i: int) -> bool:
        """Tell whether a token is a word for the share; "der faire Wert" is what somebody thinks of it."""
        if i > 0 and s.lower[i - 1].startswith("fair"):
            return False
        if is_inflected_of(s.lower[i], self.shares) or s.lower[i].rpartition("-")[2] in self.shares:
            return True
        return self._are_traded(s, i)

    def _are_traded(self, s: Syntax, i: int) -> bool:
        """Tell whether "Anteile" are shares that move: "Die Anteile an Hochtief verteuerten sich um 3 Prozent"."""
        told = s.lower[slice(*s.sentence(i))]
        if s.lower[i] != "anteile" or s.deps[i] != "nsubj" or any("markt" in word for word in told):
            return False
        verb = s.lemmas[s.heads[i]]
        return verb not in self.stake_verbs and any(v in self.verbs for v in (verb, f"sich {verb}"))

    def is_material(self, name: str) -> bool:
        """Tell whether a name is one of a traded raw material or currency: "Gold", "Ölpreis"."""
        lower = name.lower()
        return lower in self.materials or _PRICE.sub("", lower) in self.materials

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
            if (cue := _verb_cue(s, i, words)) and not _leaves(s, i, words):
                yield cue
        elif pos == "NOUN" and (sign := _noun_sign(s, i, words)) and not _is_of_verb(s, i, words):
            yield Cue(i, sign)
        elif pos in ("NOUN", "PROPN") and s.lower[i] in words.measured and _is_measured(document, i):
            yield Cue(i, words.measured[s.lower[i]])


def _is_measured(document: Document, noun: int) -> bool:
    """Whether a percentage stands right behind a noun: "ein Gewinn von 3 Prozent", "Auftrieb, nämlich 0,4 Prozent"."""
    s = document.syntax
    behind = (q.first for q in document.quantities if q.unit == "percent" and noun + 1 < q.first <= noun + 4)
    return any(s.words[noun + 1] in ("von", ",", "um") and s.pos[i - 1] in ("ADP", "ADV") for i in behind)


def _leaves(s: Syntax, verb: int, words: PriceWords) -> bool:
    """Whether a verb tells who leaves: "raus fällt Porsche"."""
    first, last = stretch(s, verb)
    return not words.leaving.isdisjoint(s.lower[first:last]) and not any(_is_percent(s, i) for i in range(first, last))


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
        if lemma in words.causing and (sign := _direction_word(s, i, words) or _by_percent(s, i, lemma, words)):
            return Cue(i, sign, causing=True)
        if lemma in words.carrying and (sign := _sign_before(s, i, words)):
            return Cue(i, sign, causing=True, pushing=True)
        if lemma == "kosten" and _costs_percent(s, i, words):
            return Cue(i, -1, causing=True)
        if lemma in words.pushing:
            return Cue(i, words.pushing[lemma], causing=True, pushing=True)
        if lemma in words.paying and (sign := _compared(s, i, words)):
            return Cue(i, sign)
        if lemma in words.reaching and (sign := _extreme(s, i, words)):
            return Cue(i, sign)
        if lemma in words.verbs:
            return Cue(i, words.verbs[lemma], percent=percent)
        if lemma in words.neutral and (sign := _direction_word(s, i, words)):
            return Cue(i, sign)
    return None


def _by_percent(s: Syntax, verb: int, lemma: str, words: PriceWords) -> int | None:
    """Return which way a verb moves a share where a percentage alone tells it: "drückte den Kurs um 5 Prozent"."""
    first, last = stretch(s, verb)
    told = any(s.lower[i] in ("um", "gut", "rund", "knapp", "fast", "über", "bis") for i in range(first, last))
    moved = any(words.is_share(s, i) and s.lower[i - 1] not in ("je", "pro") for i in range(first, last))
    return words.alone.get(lemma) if told and moved else None


def _costs_percent(s: Syntax, verb: int, words: PriceWords) -> bool:
    """Whether something costs a share a percentage: "der Rückruf kostete die Aktie fünf Prozent"."""
    first, last = stretch(s, verb)
    compared = any(s.lower[i] in words.more or s.lower[i].endswith(("euro", "dollar")) for i in range(first, last))
    shares = (i for i in range(verb + 1, last) if words.is_share(s, i))
    return not compared and any(True for _ in shares) and any(_is_percent(s, i) for i in range(first, last))


def _sign_before(s: Syntax, verb: int, words: PriceWords) -> int | None:
    """Return which way the sentence told before a verb: "notierte 5 Prozent tiefer und riss Renk mit"."""
    told = (i for i in range(verb - 1, s.sentence(verb)[0] - 1, -1) if s.pos[i] in ("VERB", "NOUN"))
    found = (_noun_sign(s, i, words) if s.pos[i] == "NOUN" else _sign_of(_verb_cue(s, i, words)) for i in told)
    return next((sign for sign in found if sign), None)


def _sign_of(cue: Cue | None) -> int | None:
    return cue.sign if cue else None


def _lemmas(s: Syntax, i: int) -> list[str]:
    """Return the lemmas a verb may have, reflexive ones first."""
    lemmas = list(dict.fromkeys((s.lemmas[i], s.listed_lemma(i))))
    return [*("sich " + lemma for lemma in lemmas if _is_reflexive(s, i)), *lemmas]


def _is_reflexive(s: Syntax, i: int) -> bool:
    first, last = stretch(s, i)
    return s.reflexive[i] or "sich" in s.lower[max(first, i - 3) : min(last, i + 4)]


def _extreme(s: Syntax, verb: int, words: PriceWords) -> int | None:
    """Return which extreme a share reaches: "erreichte ein Rekordhoch", "markierte den tiefsten Stand seit 2020"."""
    for i in verb_roles(s, verb).get("obj", ()):
        if s.lower[i].endswith(words.extremes) and not any(s.lower[i].startswith(w) for w in words.strange_extremes):
            return -1 if "tief" in s.lower[i] else 1
        if s.lower[i] == "stand":
            adjectives = {s.lower[c] for c in s.dep_children(i, "amod")}
            return 1 if "höchsten" in adjectives else -1 if "tiefsten" in adjectives else None
    return None


def _compared(s: Syntax, verb: int, words: PriceWords) -> int | None:
    """Return which way a price compares: "Gold kostete 4010 Dollar und damit 0,5 Prozent weniger als am Vortag"."""
    first, last = s.sentence(verb)
    sign = next(
        (words.more[s.lower[i]] for i in range(verb + 1, last) if s.lower[i] in words.more and _is_percent(s, i - 1)),
        None,
    )
    traded = any(words.is_share(s, i) or words.is_material(s.lower[i]) for i in range(first, last))
    return sign if traded else None


def _is_percent(s: Syntax, i: int) -> bool:
    return s.words[i] == "%" or s.words[i].endswith(("Prozent", "%"))


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


def heads_list(s: Syntax, i: int, words: PriceWords) -> int:
    """Return what a word says of the shares that it heads: 1 in "Gewinner", -1 in "Dax-Verlierer", 0 in others."""
    if s.pos[i] not in ("NOUN", "PROPN"):
        return 0
    lemma = s.lemmas[i].lower()
    return next((sign for head, sign in words.heads.items() if lemma.endswith(head)), 0)


# -- what a cue is about ---------------------------------------------------------------------------------


def _is_valuation(s: Syntax, noun: int, words: PriceWords) -> bool:
    """Whether a discount is one to the worth of a share: "ein Abschlag von 30 Prozent zum Buchwert"."""
    if s.lemmas[noun].lower() not in words.valuation:
        return False
    _, last = stretch(s, noun)
    behind = range(noun + 1, min(last, noun + 10))
    joint = next((i for i in behind if s.lower[i] in ("zum", "zur", "gegenüber", "zu")), last)
    return any(s.lemmas[i].lower() in words.measured_by for i in range(joint + 1, min(last, joint + 5)))


def is_about_figures(document: Document, cue: Cue, words: PriceWords) -> bool:
    """Tell whether what moves is a figure of a report: subject, object or owner of the cue, or beside it."""
    s = document.syntax
    if _is_valuation(s, cue.token, words):
        return True
    if s.pos[cue.token] in NOUNS:
        heads = _around_noun(s, cue.token)
        if _tells_of_business(s, cue.token, words) or _goes_on_with_business(document, cue.token, words):
            return True
    else:
        roles = verb_roles(s, cue.token)
        told = ("obj",) if cue.causing else ("subj", "obj", "bei", "an")
        heads = [h for role in told for h in roles.get(role, ())]
    return any(words.is_figure(s, h) and not _is_market_price(document, h, words) for h in heads)


def _is_market_price(document: Document, noun: int, words: PriceWords) -> bool:
    """Tell whether a price is that of a raw material: "der Preis für Gold", "der Preis je Barrel Brent"."""
    s = document.syntax
    if s.lemmas[noun].lower() not in ("preis", "notierung", "kurs"):
        return False
    told = document.mentions_in(noun + 1, min(noun + 8, stretch(s, noun)[1]))
    return any(m.type == "Topic" and words.is_material(m.name) for m in told)


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


def _goes_on_with_business(document: Document, noun: int, words: PriceWords) -> bool:
    """ "BMW verkaufte 500.000 Autos. Bei Audi lag das Minus bei 8 Prozent": the sentence before tells what moved."""
    s = document.syntax
    start, last = s.sentence(noun)
    if document.opens_paragraph(start) or s.lower[noun].startswith("kurs"):
        return False
    first, _ = s.sentence(start - 1)
    told = range(first, last)
    if any(words.is_share(s, i) or heads_list(s, i, words) or s.lower[i] in words.market for i in told):
        return False
    if any(m.type in ("MarketIndex", "StockExchange") for m in document.mentions_in(first, last)):
        return False
    return _is_plain(s, noun) and any(s.lemmas[i] in words.figure_verbs for i in range(first, start))


def _is_plain(s: Syntax, noun: int) -> bool:
    """Whether a noun for a move is what its sentence is about: "lag das Minus bei", "kam auf ein Minus von"."""
    verb = s.lemmas[s.heads[noun]]
    return (s.deps[noun] == "nsubj" and verb in ("liegen", "betragen", "ausfallen")) or verb in ("kommen", "stehen")


def is_market_talk(document: Document, cue: Cue, words: PriceWords) -> bool:
    """Tell whether a move without a number is one on the market: an index, or a word for the share, takes part."""
    s = document.syntax
    if s.pos[cue.token] in NOUNS:
        return _is_met_with(s, cue.token) or brakes(document, cue.token) or _widens(document, cue.token)
    if not words.numbered.isdisjoint(_lemmas(s, cue.token)):
        return False
    if not cue.causing and (_has_other_object(s, cue, words) or _changes_index(document, cue)):
        return False
    first, last = s.sentence(cue.token)
    if any(words.is_share(s, i) or _is_extreme(s, i, words) for i in range(first, last)):
        return True
    return any(
        m.type == "MarketIndex" or is_inflected_of(m.head or "", words.shares)
        for m in document.mentions_in(first, last)
    )


def _is_extreme(s: Syntax, i: int, words: PriceWords) -> bool:
    """Tell whether a noun is an extreme of a share, and of no figure: "Rekordhoch", "auf den tiefsten Stand seit"."""
    if s.lower[i] == "stand":
        return s.lower[i - 1] in ("höchsten", "tiefsten") and s.lower[i + 1 : i + 2] == ["seit"]
    return s.lower[i] in words.share_extremes


def _changes_index(document: Document, cue: Cue) -> bool:
    """Tell whether a share comes into an index or goes out of it: "sie steigen in den SDax ab"."""
    s = document.syntax
    first, last = stretch(s, cue.token)
    indices = (m.first for m in document.mentions_in(first, last) if m.type == "MarketIndex" and m.first > 1)
    return any((s.lower[i - 2], s.lower[i - 1]) in _MEMBERSHIP for i in indices)


def brakes(document: Document, noun: int) -> bool:
    """Tell whether shares are said to move an index: "wobei Qiagen und Uniper mit starken Abschlägen bremsten"."""
    s = document.syntax
    first, last = s.sentence(noun)
    behind_mit = s.lower[noun - 1] == "mit" or (s.lower[noun - 2] == "mit" and s.pos[noun - 1] == "ADJ")
    is_many = s.lower[noun].endswith("schlägen")
    return behind_mit and is_many and any(m.type == "MarketIndex" for m in document.mentions_in(first, last))


def _widens(document: Document, noun: int) -> bool:
    """Tell whether an index makes its move larger: "der Dax hat sein Minus ausgeweitet"."""
    s = document.syntax
    verb = s.heads[noun]
    subjects = {i for h in verb_roles(s, verb).get("subj", ()) for m in document.at.get(h, ()) for i in (m.type,)}
    return s.deps[noun] == "obj" and s.lemmas[verb] in _WIDENING and "MarketIndex" in subjects


def _is_met_with(s: Syntax, noun: int) -> bool:
    """Tell whether shares have a move without a number: "Kursverluste hatten SAP", "Kursgewinne gab es bei SAP"."""
    if not s.lower[noun].startswith("kurs"):
        return False
    verb = s.heads[noun]
    subject = s.deps[noun] == "nsubj" and s.lemmas[verb] == "geben"
    return subject or (s.deps[noun] in ("obj", "nsubj") and s.lemmas[verb] in _MEETING)


def moves_other(document: Document, cue: Cue, words: PriceWords) -> bool:
    """Tell whether the verb's object is what moves and no share: "verteuert Tickets um 5 Prozent"."""
    s = document.syntax
    if s.pos[cue.token] in NOUNS or cue.causing:
        return False
    begin, end = stretch(s, cue.token)
    if any(s.lower[i : i + 2] in _RESULTS for i in range(begin, end)):
        return True
    if any(words.is_share(s, h) for h in verb_roles(s, cue.token).get("subj", ())):
        return False
    if any(_is_stake(document, q) for q in document.quantities if begin <= q.first < end):
        return True
    if any(q.kind == "count" and begin < q.first < end and s.lower[q.first - 1] == "auf" for q in document.quantities):
        return True  # "legte um 2 Prozent auf 3,5 Millionen Hektoliter zu"
    measured = {i for q in document.quantities for i in range(q.first, q.last)}
    unnamed = [h for h in verb_roles(s, cue.token).get("obj", ()) if s.pos[h] == "PROPN" and not document.at.get(h)]
    return any(h not in measured for h in (*unnamed, *_other_objects(s, cue, words)))


def _is_stake(document: Document, quantity: Quantity) -> bool:
    """Whether a percentage is held in a company: "30 Prozent an Covestro abgeben", "gab zehn Prozent der Aktien ab"."""
    s, i = document.syntax, quantity.last
    if quantity.unit != "percent" or i + 1 >= len(s):
        return False
    if s.lower[i] in ("an", "am"):
        if s.deps[i] == "compound:prt" or s.words[i + 1] in _ENDS:
            return False  # "zog um 3 Prozent an, nachdem BMW …"
        held = next(document.mentions_in(i + 1, min(i + 5, s.sentence_end(i))), None)
        return held is not None and held.type == "Company"
    return s.lower[i] == "der" and s.lower[i + 1] in _SHARES


def _has_other_object(s: Syntax, cue: Cue, words: PriceWords) -> bool:
    """ "gibt den Posten ab", "verliert das Vertrauen": what is lost or given is no value of the share."""
    return bool(_other_objects(s, cue, words))


def _other_objects(s: Syntax, cue: Cue, words: PriceWords) -> list[int]:
    objects = verb_roles(s, cue.token).get("obj", ())
    return [h for h in objects if s.pos[h] == "NOUN" and not words.is_share(s, h) and not _is_worth(s, h, words)]


def _is_worth(s: Syntax, i: int, words: PriceWords) -> bool:
    """Tell whether a noun is a measure of the share: "gab Punkte ab", "verlor ein Zehntel ihres Werts"."""
    lemma = s.lemmas[i].lower()
    is_level = lemma.endswith(words.extremes) or lemma == "stand"
    return is_level or lemma in words.worth or lemma in words.nouns or lemma in words.measures

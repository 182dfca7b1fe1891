"""Clauses: a verb's frame filled with phrases and adverbials, in any German order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from training.grammar.adverbials import Adverbials
from training.grammar.inflection import RELATIVE, cell
from training.grammar.lexicon import Frame, entries, frames, nouns
from training.grammar.verbs import MODALS, Group, Manner, group, participle, zu_infinitive
from training.grammar.words import Phrase, Word, below, comma

_ANIMATE = frozenset(["company", "person", "authority", "staff"])
_TIMED = frozenset(e.partition("/")[0] for k in ("past_adverbs", "future_adverbs") for e in entries("adverbials", k))
#: adverbs that would be taken to an amount behind them
_OF_AMOUNTS = frozenset("nicht deutlich wiederholt insgesamt auch nahezu sogar teilweise komplett vollständig".split())
_NO_FRONT = frozenset("nicht auch nur sogar wieder nahezu ebenfalls wohl".split())


@dataclass(slots=True)
class Slot:
    """A constituent with its relation, its rank in the middle field and its weight for the first place."""

    phrase: Phrase
    relation: str
    rank: float
    front: float
    role: str = ""


@dataclass(slots=True)
class Clause:
    """A clause whose words are not in order yet; ``after`` is what stands behind the verb."""

    frame: Frame
    manner: Manner
    number: str
    slots: list[Slot]
    after: list[Word] = field(default_factory=list)
    head: Word | None = None

    def group(self, *, final: bool) -> Group:
        """Return the verb's words, and hang all constituents on it."""
        verb = group(self.frame.verb, self.manner, self.number, final=final)
        self.head = verb.head
        for slot in self.slots:
            slot.phrase.hang(verb.head, slot.relation)
        return verb


class Clauses(Adverbials):
    """Makes clauses by chance."""

    # orders

    def main(self, clause: Clause, first: Slot | None = None) -> list[Word]:
        """Return the words in the order of a main clause; ``first`` is what stands in front."""
        verb = clause.group(final=False)
        front = first or self.front(clause)
        assert verb.finite is not None
        rest = self.middle(clause, [s for s in clause.slots if s is not front])
        if verb.tail and not clause.after and self.odds(0.4):
            rest, clause.after = _extraposed(rest)
        return [*front.phrase.words, verb.finite, *rest, *verb.tail, *clause.after]

    def inverted(self, clause: Clause) -> list[Word]:
        """Return the words with the verb in front, as behind a fronted clause or in a question."""
        verb = clause.group(final=False)
        assert verb.finite is not None
        return [verb.finite, *self.middle(clause, clause.slots), *verb.tail, *clause.after]

    def final(self, clause: Clause, first: Slot | None = None) -> list[Word]:
        """Return the words with the verb at the end; ``first`` (a relative pronoun) stands in front."""
        verb = clause.group(final=True)
        rest = self.middle(clause, [s for s in clause.slots if s is not first])
        return [*(first.phrase.words if first else []), *rest, *verb.final, *clause.after]

    def middle(self, clause: Clause, slots: Sequence[Slot]) -> list[Word]:
        subject = next((s for s in slots if s.role == "subject"), None)
        for slot in slots:
            if slot.role == "reflexive":
                before = (
                    subject
                    and not subject.phrase.pronoun
                    and (self.odds(0.6) or subject.rank > 0.5 or len(subject.phrase.words) > 4)
                )
                slot.rank = -2.0 if before or not subject else subject.rank + 0.01
        return [w for s in sorted(slots, key=lambda s: s.rank) for w in s.phrase.words]

    def front(self, clause: Clause) -> Slot:
        candidates = [s for s in clause.slots if s.front > 0]
        return self.chance.choices(candidates, [s.front for s in candidates])[0]

    # filling

    def frame(self, *, subject: str = "", gap: str = "", kind: str = "", clause: str = "") -> Frame | None:
        """Return a frame by chance: with this class of subject, or with ``kind`` in the ``gap``."""
        fitting = [
            f for f in frames()
            if f.clause == clause and (not subject or subject in f.subject) and (not gap or kind in _classes(f, gap))
        ]  # fmt: skip
        if not fitting:
            return None
        groups = sorted({_valency(f) for f in fitting}, key=repr)
        chosen = self.chance.choice(groups)
        return self.chance.choice([f for f in fitting if _valency(f) == chosen])

    def manner(self, frame: Frame, *, embedded: bool = False) -> Manner:
        """Return time, voice and modal by chance."""
        draw = self.chance.random()
        times = ("preterite", "perfect", "present", "present", "future", "pluperfect")
        time = self.chance.choices(times, (26, 24, 22, 14, 6, 8))[0]
        able = bool(_ANIMATE.intersection(frame.subject)) and not frame.passive
        modals = MODALS if able or (frame.passive and draw >= 0.24) else MODALS[1:]
        modal = self.chance.choice(modals) if time in ("present", "preterite") and self.odds(0.25) else ""
        passive = ""
        if frame.passive and draw < 0.24:
            passive = "event" if draw < 0.2 or modal or time not in ("present", "preterite") else "state"
        if passive == "state" or (passive and time == "future"):
            time = "present" if time == "future" else time
        return Manner(time, modal, passive)

    def fill(
        self, frame: Frame, manner: Manner, size: int, *, gap: str = "", filler: Phrase | None = None,
        subject: Phrase | None = None, adverbials: int | None = None,
    ) -> Clause:  # fmt: skip
        """Return a clause; ``filler`` takes the place of the ``gap``, ``subject`` that of the subject.

        In the passive the object is the subject, who acts stands with von or nowhere.
        """
        self.owner = ""
        slots = self._passive(frame, manner, size, gap, filler) if manner.passive else \
            self._active(frame, size, gap, filler, subject)  # fmt: skip
        number = next((s.phrase.number for s in slots if s.role == "subject"), "Sing")
        slots += self._others(frame, manner, size, gap, filler)
        if frame.idioms:
            idiom = self.fixed(self.chance.choice(frame.idioms))
            bare = not any(w.upos == "ADP" for w in idiom.words)
            rank = self.chance.choice((5.5, 8)) if bare else 8
            slots.append(Slot(idiom, "obj" if bare else "obl", rank, 0.4, "idiom"))
        count = self.chance.choice((0, 1, 1, 2, 2, 3)) if adverbials is None else adverbials
        slots += self.some_adverbials(manner, count, size)
        if any(s.phrase.kind in ("money", "percent", "percent_an", "job") for s in slots):
            slots = [s for s in slots if s.phrase.head.form not in _OF_AMOUNTS]
        _settle(slots)
        self.owner = ""
        return Clause(frame, manner, number, slots)

    def _active(self, frame: Frame, size: int, gap: str, filler: Phrase | None, subject: Phrase | None) -> list[Slot]:
        actor = filler if gap == "subject" else subject
        actor = actor or self._subject(frame, size)
        assert actor is not None
        if not actor.pronoun or not self.owner:
            self.owner = _owner(actor)
        late = self.odds(0.12) and not frame.object and not actor.pronoun
        slots = [Slot(actor, "nsubj", -1 if actor.pronoun else 2.5 if late else 0, 5, "subject")]
        if frame.object:
            room = 0 if frame.complements and self.odds(0.6) else size
            thing = filler if gap == "object" and filler else self._argument(frame.object, "Acc", room)
            rank = 4.6 if thing.pattern == "strong" or (thing.number == "Plur" and not thing.pattern) else 3.5
            slots.append(Slot(thing, "obj", rank, 1, "object"))
        return slots

    def _subject(self, frame: Frame, size: int) -> Phrase:
        if set(frame.subject) & {"company", "person", "authority"} and size and self.odds(0.05):
            pair = [self.make(self.chance.choice(frame.subject), "Nom", 0) for _ in range(2)]
            return self.several(pair, "Nom", self.chance.choice(("sowohl", "nicht nur", "weder", "")))
        if size < 2 and frame.subject[0] in _ANIMATE and self.odds(0.12):
            return personal(self.chance.choice(("er", "es", "sie", "sie")), "Plur" if self.odds(0.3) else "Sing")
        return self.decorated(self.make(self.chance.choice(frame.subject), "Nom", size), size, subject=True)

    def _argument(self, classes: Sequence[str], case: str, size: int) -> Phrase:
        kinds = list(classes)
        return self.decorated(self.make(self.chance.choice(kinds), case, size), size)

    def _passive(self, frame: Frame, manner: Manner, size: int, gap: str, filler: Phrase | None) -> list[Slot]:
        thing = filler if gap == "object" and filler else self._argument(frame.object, "Nom", size)
        late = self.odds(0.3) and thing.kind not in _ANIMATE and not thing.pronoun
        slots = [Slot(thing, "nsubj:pass", 2.6 if late else 0, 5, "subject")]
        if gap == "subject" and filler:
            slots.append(Slot(self.prepositional("von", filler), "obl:agent", 4.5, 0, "agent"))
        elif self.odds(0.45):
            actor = self.make(self.chance.choice(frame.subject), "Acc" if self.odds(0.12) else "Dat", max(size - 1, 0))
            word = self.prepositional("durch" if actor.case == "Acc" else "von", actor)
            slots.append(Slot(word, "obl:agent", 3.8, 1, "agent"))
        return slots

    def _others(self, frame: Frame, manner: Manner, size: int, gap: str, filler: Phrase | None) -> list[Slot]:
        slots = []
        if frame.reflexive:
            case = frame.reflexive
            feats = {"Case": case, "Person": "3", "PronType": "Prs", "Reflex": "Yes"}
            word = Word("sich", "sich", "PRON", feats)
            slots.append(
                Slot(Phrase(word, [word], pronoun=True), "obj" if case == "Acc" else "obl:arg", 0.5, 0, "reflexive")
            )
        if frame.dative:
            person = filler if gap == "dative" and filler else self._argument(frame.dative, "Dat", size - 1)
            slots.append(Slot(person, "obl:arg", 2.4, 1.3, "dative"))
        for i, complement in enumerate(frame.complements):
            if gap == f"complement{i}" and filler:
                slots.append(Slot(self.prepositional(complement.preposition, filler), "obl", 6 + i, 1, "complement"))
            elif not complement.optional or self.odds(0.5):
                case = "Nom" if complement.preposition == "als" and manner.passive else complement.case
                likened = complement.preposition == "als"
                made = self._likeness(complement.classes, case) if likened else \
                    self._argument(complement.classes, case, size - 1)  # fmt: skip
                if complement.case == "Gen" and made.slot == 0 and made.head.upos != "PROPN":
                    made = self.make(complement.classes[0], "Gen", 0)
                phrase = self.prepositional(*_governed(complement.preposition, complement.case, made, self))
                slots.append(Slot(phrase, "obl", 6 + i, 0.2 if likened else 0.9, "complement"))
        return slots

    def _likeness(self, classes: Sequence[str], case: str) -> Phrase:
        """Return what something is called: "ein schwerer Verstoß"."""
        kind = self.chance.choice(classes)
        if kind == "post":
            return self.post(case)
        noun = self.chance.choice([n for n in nouns(kind) if n.plural])
        phrase = self.noun(noun, case, "Sing", kind, "ein" if self.odds(0.7) else "")
        if not phrase.slot or self.odds(0.5):
            self.adjectives(phrase, kind)
        return phrase

    def some_adverbials(self, manner: Manner, count: int, size: int) -> list[Slot]:
        slots = [self._adverbial(manner, size, i == 0) for i in range(count)]
        lemmas = set()
        kept = []
        for slot in slots:
            if slot.phrase.head.lemma not in lemmas and slot.role not in lemmas:
                kept.append(slot)
                lemmas |= {slot.phrase.head.lemma, slot.role if slot.role != "adverb" else ""}
        return kept

    def _adverbial(self, manner: Manner, size: int, first: bool) -> Slot:
        kind = self.chance.choices(("time", "adverb", "place", "reason", "source", "manner"), (34, 26, 10, 18, 6, 6))[0]
        spread = self.chance.uniform(-1.4, 1.4)
        if kind == "time":
            return Slot(self.time(manner.past), "obl", 1.4 + spread * 1.2, 2.6, kind)
        if kind == "adverb":
            return self._adverb(manner)
        if kind == "place":
            return Slot(self.somewhere(), "obl", 2.6 + spread, 1.2, kind)
        if kind == "reason":
            return Slot(self.reason(max(size - 1, 0)), "obl", 2.4 + spread, 1.8, kind)
        if kind == "source":
            return Slot(self.source(), "obl", 1.3 + spread * 0.5, 1.5, kind)
        return Slot(self.fixed(self.chance.choice(entries("adverbials", "manner"))), "obl", 3 + spread, 1.6, kind)

    def _adverb(self, manner: Manner) -> Slot:
        when = "past_adverbs" if manner.past else "future_adverbs"
        phrase = self.single(self.chance.choice((when, "adverbs", "inner_adverbs")))
        form = phrase.head.form
        rank = 5.2 if form == "nicht" else self.chance.uniform(0.9, 3.9)
        timed = form in _TIMED or form in ("heute", "derzeit", "nun", "jetzt", "mittlerweile")
        return Slot(
            phrase, "advmod", rank, 0 if form in _NO_FRONT or form == "aber" else 1, "time" if timed else "adverb"
        )

    # what hangs on noun phrases

    def decorated(self, phrase: Phrase, size: int, *, subject: bool = False) -> Phrase:
        """Return the phrase, now and then with a participle before or a clause behind."""
        owner, self.owner = self.owner, ""
        plain = phrase.words[-1].form not in (",", ")") and phrase.head.upos in ("NOUN", "PROPN")
        if size >= 2 and phrase.pattern and self.odds(0.14):
            self.participial(phrase)
        elif size >= 2 and plain and phrase.kind in _RELATIVE_CLASSES and self.odds(0.17):
            phrase.after(self.relative(phrase, size - 2))
        elif size >= 2 and plain and subject and phrase.kind == "company" and self.odds(0.12):
            phrase.after(self.inserted(phrase))
        self.owner = owner
        return phrase

    def participial(self, phrase: Phrase) -> None:
        """Put a participle with its own words before the noun: "das von X übernommene Institut"."""
        moved = phrase.kind == "person" and self.odds(0.5)
        frame = self.frame(gap="subject" if moved else "object", kind=phrase.kind)
        while moved and frame and not (frame.verb.with_sein and not frame.dative):
            frame = self.frame(gap="subject", kind=phrase.kind)
        if frame is None or not (moved or frame.passive) or frame.dative or _takes_als(frame):
            return
        lemma = frame.verb.participle
        slots = self._participle_slots(frame)
        word = self.attribute(phrase, lemma, [w for s in slots for w in s.phrase.words])
        for slot in slots:
            slot.phrase.hang(word, slot.relation)

    def _participle_slots(self, frame: Frame) -> list[Slot]:
        past = Manner("preterite")
        slots = []
        if self.odds(0.65):
            time = self.time(True) if self.odds(0.6) else None
            slots.append(Slot(time, "obl", 1, 0) if time else self._adverb(past))
        if frame.passive and (self.odds(0.6) or not slots):
            actor = self.make(self.chance.choice(frame.subject), "Dat", 1)
            slots.append(Slot(self.prepositional("von", actor), "obl:agent", 2, 0))
        if frame.idioms:
            slots.append(Slot(self.fixed(self.chance.choice(frame.idioms)), "obl", 4, 0))
        needed = [c for c in frame.complements if not c.optional and c.case != "Gen"]
        for complement in needed:
            made = self.make(self.chance.choice(complement.classes), complement.case, 0)
            slots.append(Slot(self.prepositional(complement.preposition, made), "obl", 3, 0))
        return slots

    def inserted(self, phrase: Phrase) -> list[Word]:
        """Return ", 2011 von A und B gegründet,"."""
        frame = self.frame(gap="object", kind="company")
        assert frame is not None
        while not frame.passive or frame.dative or _takes_als(frame) or any(c.case == "Gen" for c in frame.complements):
            frame = self.frame(gap="object", kind=self.chance.choice(("company", "unit")))
            assert frame is not None
        slots = self._participle_slots(frame)
        head = below(participle(frame.verb), phrase.head, "acl")
        for slot in slots:
            slot.phrase.hang(head, slot.relation)
        return [comma(head), *(w for s in slots for w in s.phrase.words), head, comma(head)]

    def relative(self, phrase: Phrase, size: int) -> list[Word]:
        """Return a relative clause with its commas."""
        if (phrase.kind == "company" and self.odds(0.15)) or phrase.kind == "place":
            return self._possessive_relative(phrase, size)
        roles = ("subject", "subject", "object", "dative", "dative", "complement0", "complement0", "complement1")
        for role in self.chance.sample(roles, len(roles)):
            frame = self.frame(gap=role, kind=phrase.kind)
            if frame:
                return self._relative(phrase, frame, role, size)
        return []

    def _relative(self, phrase: Phrase, frame: Frame, role: str, size: int) -> list[Word]:
        manner = self.manner(frame)
        if role == "subject":
            manner = Manner(manner.time, manner.modal)
        case = _case_of(frame, role, manner)
        filler = relative_pronoun(phrase, case)
        clause = self.fill(frame, manner, size, gap=role, filler=filler, adverbials=self.chance.choice((0, 1, 1, 2)))
        first = next(s for s in clause.slots if filler.head in s.phrase.words)
        if role in ("dative", "complement0") and self.odds(0.25):
            self._besides(clause)
        words = self.final(clause, first)
        assert clause.head is not None
        below(clause.head, phrase.head, "acl:relcl")
        return [comma(clause.head), *words, comma(clause.head)]

    def _besides(self, clause: Clause) -> None:
        """Let the subject be "neben X auch Y"."""
        subject = next(s for s in clause.slots if s.role == "subject")
        if subject.phrase.kind not in _ANIMATE or subject.phrase.pronoun:
            return
        other = self.prepositional("neben", self.make(subject.phrase.kind, "Dat", 0))
        also = Word("auch", "auch", "ADV")
        clause.slots += [Slot(other, "obl", -0.5, 0), Slot(Phrase(also, [also]), "advmod", -0.4, 0)]
        subject.rank = -0.3

    def _possessive_relative(self, phrase: Phrase, size: int) -> list[Word]:
        kind = self.chance.choice(("figure", "security", "person", "unit"))
        frame = self.frame(gap="subject", kind=kind) or self.frame(gap="subject", kind="figure")
        assert frame is not None
        noun = self.chance.choice([n for n in nouns(kind) if kind != "person" or n.lemma[-2:] in ("ef", "in", "er")])
        owned = self.noun(noun, "Nom", "Sing", kind, "")
        pronoun = relative_pronoun(phrase, "Gen")
        owned.before(pronoun.hang(owned.head, "nmod").words)
        owned.pattern = ""
        clause = self.fill(frame, Manner(self.manner(frame).time), size, gap="subject", filler=owned, adverbials=1)
        words = self.final(clause, next(s for s in clause.slots if s.phrase is owned))
        assert clause.head is not None
        below(clause.head, phrase.head, "acl:relcl")
        return [comma(clause.head), *words, comma(clause.head)]

    def infinitive(self, frame: Frame, size: int, adverbials: int | None = None) -> tuple[Word, list[Word]]:
        """Return the head and the words of a clause with zu and without subject."""
        filled = self.fill(
            frame,
            Manner("future"),
            size,
            adverbials=self.chance.choice((0, 1, 1)) if adverbials is None else adverbials,
        )
        slots = [s for s in filled.slots if s.role != "subject"]
        head, words = zu_infinitive(frame.verb)
        for slot in slots:
            slot.phrase.hang(head, slot.relation)
        return head, [*self.middle(filled, slots), *words]


_RELATIVE_CLASSES = frozenset(
    ["company", "person", "authority", "unit", "product", "deal", "plan", "law", "procedure", "staff", "factor"]
)


def personal(form: str, number: str) -> Phrase:
    """Return er, sie, es as a subject; the plural is always sie."""
    form = "sie" if number == "Plur" else form
    gender = {"er": "Masc", "sie": "Fem", "es": "Neut"}[form]
    feats = {"Case": "Nom", "Number": number, "Person": "3", "PronType": "Prs"}
    if number == "Sing":
        feats["Gender"] = gender
    word = Word(form, form, "PRON", feats)
    return Phrase(word, [word], gender, number, case="Nom", pronoun=True)


def relative_pronoun(phrase: Phrase, case: str) -> Phrase:
    """Return der, die, das, dem, dessen … for a noun phrase."""
    form = cell(RELATIVE, case, phrase.gender, phrase.number)
    feats = {"Case": case, "Number": phrase.number, "PronType": "Rel"}
    if phrase.number == "Sing":
        feats["Gender"] = phrase.gender
    word = Word(form, "der", "PRON", feats)
    return Phrase(word, [word], phrase.gender, phrase.number, phrase.kind, case, pronoun=True)


def _takes_als(frame: Frame) -> bool:
    return any(c.preposition == "als" for c in frame.complements)


def _valency(frame: Frame) -> tuple[object, ...]:
    return frame.subject, frame.object, frame.dative, frame.complements, frame.reflexive, frame.idioms


def _extraposed(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """Part the relative clause that ends the words from the rest."""
    last = words[-1] if words else None
    if last is None or last.form != "," or last.head is None or last.head.deprel != "acl:relcl":
        return words, []
    start = next(i for i, w in enumerate(words) if w.form == "," and w.head is last.head)
    return words[:start], words[start:]


def _classes(frame: Frame, role: str) -> tuple[str, ...]:
    if role.startswith("complement"):
        index = int(role[-1])
        return frame.complements[index].classes if index < len(frame.complements) else ()
    return {"subject": frame.subject, "object": frame.object, "dative": frame.dative}[role]


def _case_of(frame: Frame, role: str, manner: Manner) -> str:
    if role.startswith("complement"):
        return frame.complements[int(role[-1])].case
    if role == "object":
        return "Nom" if manner.passive else "Acc"
    return {"subject": "Nom", "dative": "Dat"}[role]


def _owner(actor: Phrase) -> str:
    if actor.number == "Plur" or actor.gender == "Fem":
        return "ihr"
    return "sein"


def _governed(preposition: str, case: str, made: Phrase, clauses: Clauses) -> tuple[str, Phrase]:
    """A genitive that shows nothing takes an article."""
    if case == "Gen" and not any(w.upos in ("DET", "ADJ") and w.head is made.head for w in made.words):
        noun = clauses.chance.choice(
            [n for n in nouns("offence" if preposition == "wegen" else "deal") if n.gender == "Fem"]
        )
        made = clauses.noun(noun, "Gen", "Sing", "offence", "der")
    return preposition, made


def _shows(phrase: Phrase, case: str) -> bool:
    """Whether the form tells the case."""
    if phrase.pronoun:
        return True
    inflected = [w for w in phrase.words if w.head is phrase.head and w.upos in ("DET", "ADJ")]
    if case == "Dat":
        return bool(inflected)
    return bool(inflected) and phrase.gender == "Masc" and phrase.number == "Sing"


def _settle(slots: list[Slot]) -> None:
    """Keep subject and object, or dative, apart where their forms do not."""
    subject = next((s for s in slots if s.role == "subject"), None)
    if subject is None:
        return
    clear = _shows(subject.phrase, "Nom")
    for slot in slots:
        if slot.role == "object":
            other = slot.phrase.number != subject.phrase.number and "%" not in slot.phrase.kind
            things = slot.phrase.kind not in _ANIMATE and subject.phrase.kind in _ANIMATE
            if not (clear or things or other or _shows(slot.phrase, "Acc")):
                slot.front = 0
        if slot.role == "dative" and not _shows(slot.phrase, "Dat"):
            slot.front = 0
            slot.rank = max(slot.rank, subject.rank + 0.1)
            if subject.phrase.kind in _ANIMATE and not clear:
                subject.rank = min(subject.rank, 0)

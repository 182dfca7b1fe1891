"""Matching frames: from a trigger word and the phrases around it to candidate claims.

The tree is read first; where it leaves a slot empty, word order backs it up at a lower score. Every frame that
does not match says why, for ``kg explain``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from kg.claims.analyst_houses import AnalystHouses
from kg.claims.clauses import (
    Roles,
    clause_tokens,
    copula_subjects,
    governing_verb,
    is_passive,
    noun_roles,
    phrase_preposition,
    verb_roles,
)
from kg.claims.document import Document, is_a
from kg.claims.lexicon import Frame, Lexicon
from kg.claims.repair import repaired_roles
from kg.claims.slots import CERTAIN, FOCUS, SHALLOW, Filler, PhraseReader, merge_roles
from kg.language.mentions.lexicon import shipped_lexicon
from kg.language.spans import Mention
from kg.language.syntax import dictionary_lemma

_BREAKS = frozenset({",", ";", ":", "–", "-", "(", ")", "—", "\n", "\n\n"})
#: what is bought belongs to another than the buyer
_BUYING = ("kaufen", "erwerben", "übernehmen", "sichern", "abnehmen", "schlucken", "kauf", "erwerb", "übernahme")
#: classes of subjects that own or do what a noun in their clause tells
_ACTORS = ("Company", "JointVenture", "MediaOutlet", "Person")
_COURTS = ("gericht", "gerichts", "gerichtshof", "gerichtshofs", "kammer", "justiz")
_OF_THE_LAST = ("deren", "dessen")
_VERBAL = ("VERB", "AUX")
_NOMINAL = ("NOUN", "PROPN", "X")
#: classes whose members are often told by a common noun: "ein Gemeinschaftsunternehmen mit X"
_DESCRIBED = ("Topic", "JointVenture")
_WORD_SLOTS = frozenset(
    "subj obj iobj name of gen poss compound pair focus als conj clause authority".split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that matched, with its parties; ``object`` is None for predicates with a value."""

    frame: Frame
    trigger: int
    subject: Filler
    object: Filler | None
    roles: Roles
    span: tuple[int, ...]
    #: token whose surroundings tell the status: the trigger or its light verb
    anchor: int


@dataclass(frozen=True, slots=True)
class Rejection:
    """A frame whose trigger occurred but that did not match, and why."""

    frame: Frame
    trigger: int
    reason: str


@dataclass(slots=True)
class _Site:
    """A trigger with the phrases around it."""

    trigger: int
    roles: Roles
    span: list[int]
    light: int = -1
    light_roles: Roles = field(default_factory=dict)


class FrameMatcher:
    """Matches all frames of a lexicon against one document."""

    def __init__(self, lexicon: Lexicon, document: Document, reader: PhraseReader) -> None:
        self.lexicon = lexicon
        self.document = document
        self.syntax = document.syntax
        self.reader = reader
        self.light = frozenset(lexicon.words.get("light", {}).get("verbs", ()))

    def run(self) -> Iterator[Match | Rejection]:
        """Yield every match and every rejection, in the order of their triggers."""
        for i, pos in enumerate(self.syntax.pos):
            if pos in _VERBAL:
                yield from self._at_verb(i)
            elif pos in _NOMINAL:
                yield from self._at_noun(i)
            elif pos in ("ADJ", "ADV"):
                yield from self._at_adjective(i)

    # -- triggers ----------------------------------------------------------------------------------------

    def _at_verb(self, i: int) -> Iterator[Match | Rejection]:
        frames = self._verb_frames(i) if self.syntax.deps[i] != "aux:pass" else []
        if frames:
            site = _Site(i, self._verb_site_roles(i), clause_tokens(self.syntax, i))
            for frame in frames:
                yield from self._try(frame, site)
        if self.syntax.pos[i] == "VERB":
            yield from self._at_adjective(i)

    def _verb_site_roles(self, i: int) -> Roles:
        return self._attributive_roles(i) or repaired_roles(self.document, i, verb_roles(self.syntax, i))

    def _attributive_roles(self, i: int) -> Roles:
        """Read "vom Verband VDA veranstalteten IAA" by word order: agent before, object behind the participle."""
        s = self.syntax
        nearby = self.document.at.get(i + 1, ())
        is_inflected = s.lower[i].endswith(("te", "ten", "ter", "tes", "ene", "enen", "ener", "enes", "tem", "enem"))
        if not is_inflected or not (nearby or (i + 1 < len(s) and s.pos[i + 1] in ("NOUN", "PROPN"))):
            return {}
        for j in range(i - 1, max(s.sentence(i)[0], i - 9) - 1, -1):
            if s.pos[j] in ("VERB", "AUX", "PUNCT") and s.words[j] not in ('"', "„", "“"):
                return {}
            for mention in self.document.at.get(j, ()):
                if phrase_preposition(s, mention.first, s.sentence(i)[0]) in ("von", "durch"):
                    return {"subj": [mention.first], "von": [mention.first], "obj": [i + 1]}
        return {}

    def _verb_frames(self, i: int) -> list[Frame]:
        s = self.syntax
        lemmas = [s.lemmas[i]]
        particle = s.particle(i) if s.pos[i] in _VERBAL else -1
        backup = dictionary_lemma(s.words[i].lower())
        lemmas.append(s.lower[particle] + backup if particle != -1 else backup)
        found: list[Frame] = []
        for lemma in dict.fromkeys(lemmas):
            if s.reflexive[i]:
                found += self.lexicon.verbs.get("sich " + lemma, ())
            found += self.lexicon.verbs.get(lemma, ())
        return list(dict.fromkeys(found)) if len(found) > 1 else found

    def _at_noun(self, i: int) -> Iterator[Match | Rejection]:
        lemma = self.syntax.lemmas[i].lower()
        _, frames = self.lexicon.noun_frames(lemma)
        if not frames:
            _, frames = self.lexicon.noun_frames(dictionary_lemma(self.syntax.words[i]).lower())
        if not frames or self._is_inside_name(i):
            return
        site = self._noun_site(i)
        for frame in frames:
            yield from self._try(frame, site)

    def _is_inside_name(self, i: int) -> bool:
        named = any(m.kind == "name" and m.type not in _DESCRIBED for m in self.document.at.get(i, ()))
        return named and not self._is_unit(i)

    def _is_unit(self, i: int) -> bool:
        """Tell whether a word names a unit by what it does: "die Robotiksparte" is a name and has an owner."""
        return shipped_lexicon().tells_unit(self.syntax.words[i])

    def _noun_site(self, i: int) -> _Site:
        s = self.syntax
        roles = noun_roles(s, i)
        clause = s.clause_head(i)
        site = _Site(i, roles, clause_tokens(s, clause))
        if i not in site.span:
            site.span = sorted({*site.span, i})
        verb = governing_verb(s, i)
        if verb != -1:
            site.light, site.light_roles = verb, repaired_roles(self.document, verb, verb_roles(s, verb))
        return site

    def _at_adjective(self, i: int) -> Iterator[Match | Rejection]:
        s = self.syntax
        frames: list[Frame] = []
        for lemma in dict.fromkeys((s.lemmas[i].lower(), dictionary_lemma(s.lower[i]), s.lower[i])):
            frames += self.lexicon.adjectives.get(lemma, ())
        if frames:
            site = _Site(i, self._adjective_roles(i), clause_tokens(s, s.clause_head(i)))
            for frame in dict.fromkeys(frames):
                yield from self._try(frame, site)
        elif s.pos[i] == "ADJ":
            yield from self._at_participle(i)

    def _at_participle(self, i: int) -> Iterator[Match | Rejection]:
        """A participle tagged as adjective: "der von X übernommene Hersteller"."""
        s = self.syntax
        lemma = dictionary_lemma(dictionary_lemma(s.lower[i]))
        frames = self.lexicon.verbs.get(lemma, ())
        if not frames or (
            not s.lower[i].startswith(("ge",))
            and "ge" not in s.lower[i]
            and not s.lower[i].rstrip("enmrs").endswith("t")
        ):
            return
        site = _Site(i, self._verb_site_roles(i), clause_tokens(s, i))
        for frame in frames:
            yield from self._try(frame, site)

    def _adjective_roles(self, i: int) -> Roles:
        s = self.syntax
        roles = noun_roles(s, i)
        if s.deps[i] == "amod":
            return {**roles, "subj": [s.heads[i]]}
        subjects = copula_subjects(s, i) or roles.get("subj", [])
        verb = governing_verb(s, i)
        above = verb_roles(s, i)
        roles = merge_roles(roles, {k: v for k, v in above.items() if k not in ("subj",)})
        if verb != -1:
            roles = merge_roles(roles, verb_roles(s, verb))
        subjects = subjects or above.get("subj", []) + above.get("obj", [])
        return {**roles, "subj": subjects or roles.get("subj", [])}

    # -- one frame at one trigger ------------------------------------------------------------------------

    def _try(self, frame: Frame, site: _Site) -> Iterator[Match | Rejection]:
        reason = self._unmet(frame, site)
        if reason:
            yield Rejection(frame, site.trigger, reason)
            return
        pairs = self._pairs(frame, site)
        if isinstance(pairs, str):
            yield Rejection(frame, site.trigger, pairs)
            return
        for subject, obj in pairs:
            anchor = self._anchor(frame, site)
            yield Match(frame, site.trigger, subject, obj, self._all_roles(site), tuple(site.span), anchor)

    def _anchor(self, frame: Frame, site: _Site) -> int:
        return site.trigger

    def _all_roles(self, site: _Site) -> Roles:
        if site.light == -1:
            return site.roles
        governed = {("l" + k if k in ("subj", "obj", "iobj") else k): v for k, v in site.light_roles.items()}
        own = {k: [h for h in v if h != site.trigger] for k, v in governed.items()}
        return merge_roles(site.roles, own)

    def _pairs(self, frame: Frame, site: _Site) -> list[tuple[Filler, Filler | None]] | str:
        if "pair" in frame.subject and "pair" in frame.object:
            both = self._pair(frame, site)
            if both:
                return both
        subjects = self._fill(frame.subject, frame.subject_class, frame, site, frozenset())
        if not subjects:
            return f"no {' or '.join(frame.subject_class)} as subject ({' | '.join(frame.subject)})"
        if not frame.object:
            return [(subject, None) for subject in subjects]
        taken = frozenset(m.referent for f in subjects for m in (f.mention, *self.reader.coordinated(f.mention)))
        objects = self._fill(frame.object, frame.object_class, frame, site, taken)
        pairs: list[tuple[Filler, Filler | None]] = [
            (a, b) for a, b in product(subjects, objects) if a.mention.referent != b.mention.referent
        ]
        return pairs or f"no {' or '.join(frame.object_class)} as object ({' | '.join(frame.object)})"

    def _pair(self, frame: Frame, site: _Site) -> list[tuple[Filler, Filler | None]]:
        roles = self._all_roles(site)
        for role in ("zwischen", "von", "gen", "subj", "lsubj", "obj", "mit"):
            found = self.reader.fillers(roles.get(role, ()), frame.subject_class)
            if role == "mit" and self.reader.fillers(roles.get("subj", ()), frame.subject_class):
                break  # several partners of one subject are no pair
            if len(found) >= 2:
                first = found[0]
                return [(first, other) for other in found[1:]]
        return self._shallow_pair(frame, site)

    def _shallow_pair(self, frame: Frame, site: _Site) -> list[tuple[Filler, Filler | None]]:
        """ "zwischen X und Y" by word order."""
        s = self.syntax
        end = s.sentence_end(site.trigger)
        for i in range(site.trigger + 1, min(end, site.trigger + 4)):
            if s.lower[i] == "zwischen":
                names = [m for m in self.document.mentions_in(i, min(end, i + 14)) if self._is_party(m, frame)]
                if len(names) >= 2:
                    return [(Filler(names[0], SHALLOW), Filler(names[1], SHALLOW))]
        return []

    def _is_party(self, mention: Mention, frame: Frame) -> bool:
        return mention.kind in ("name", "nominal") and is_a(mention.type, frame.subject_class)

    # -- slots -------------------------------------------------------------------------------------------

    def _fill(
        self, slots: Sequence[str], classes: tuple[str, ...], frame: Frame, site: _Site, taken: frozenset[int]
    ) -> list[Filler]:
        for slot in slots:
            found = [f for f in self._slot(slot, classes, frame, site) if f.mention.referent not in taken]
            if found:
                return found + self._beside(slot, classes, found, site, taken)
        for slot in slots:
            backup = self._shallow(slot, classes, frame, site, taken)
            if backup:
                found = [f for f in self.reader.listed_with(backup, classes) if f.mention.referent not in taken]
                return found + self._beside(slot, classes, found, site, taken)
        return []

    def _beside(
        self, slot: str, classes: tuple[str, ...], found: Sequence[Filler], site: _Site, taken: frozenset[int]
    ) -> list[Filler]:
        """Return who shares a role: "neben Accel stieg auch Nvidia ein", "beliefert neben VW auch Bosch"."""
        if slot not in ("subj", "obj", "iobj"):
            return []
        named = {f.mention.referent for f in found}
        others = self.reader.fillers(site.roles.get("neben", ()), classes)
        partners = [self._behind_auch(f.mention) for f in others]
        return [
            Filler(f.mention, SHALLOW)
            for f, partner in zip(others, partners, strict=True)
            if f.mention.referent not in taken | named
            and (slot == "subj" if partner is None else partner.referent in named)
        ]

    def _behind_auch(self, beside: Mention) -> Mention | None:
        """Return whom "neben X … auch Y" puts beside X: the name behind "auch"."""
        s = self.syntax
        end = s.sentence_end(beside.first)
        auch = next((i for i in range(beside.last, end) if s.lower[i] == "auch"), end)
        return next(self.document.mentions_in(auch, min(end, auch + 5)), None)

    def _slot(self, slot: str, classes: tuple[str, ...], frame: Frame, site: _Site) -> list[Filler]:
        if slot == "focus":
            return self._focus(classes, site.trigger)
        if slot == "conj":
            return self._coordinated(classes, site.trigger)
        if slot == "clause":
            return self._clause_subject(classes, site.trigger)
        if slot == "authority":
            return self._authority(classes, site.trigger)
        if slot.startswith("of:"):
            return self._owners_of(slot[3:], classes, site)
        if frame.kind == "noun":
            return self._noun_slot(slot, classes, frame, site)
        return self.reader.fillers(site.roles.get(slot, ()), classes)

    def _focus(self, classes: tuple[str, ...], trigger: int) -> list[Filler]:
        if "-" in self.syntax.words[trigger]:
            return []  # a compound names its owner itself: "Ryanair-Chef"
        if self._is_of_another(trigger):
            return []
        mention = self._house(trigger) or self.document.local_focus(trigger)
        return [Filler(mention, FOCUS)] if mention and is_a(mention.type, classes) else []

    def _house(self, trigger: int) -> Mention | None:
        """Return the house of an analyst who is told without it: the last that the text before was about."""
        houses = self.lexicon.indexed(AnalystHouses, "ratings")
        if self.syntax.lemmas[trigger].lower() not in houses.analyst:
            return None
        ranked = self.document.ranker.ranked(self.syntax.sent_of[trigger])
        return next((m for m in ranked if houses.names(self.document, m)), None)

    def _authority(self, classes: tuple[str, ...], trigger: int) -> list[Filler]:
        """Return the authority last named in the paragraph, courts left out: whose decision somebody takes to court."""
        named = [m for m in self.document.earlier_in_paragraph(trigger) if m.kind == "name" and is_a(m.type, classes)]
        bodies = [m for m in named if not m.text.lower().endswith(_COURTS)]
        return [Filler(bodies[-1], FOCUS)] if bodies else []

    def _clause_subject(self, classes: tuple[str, ...], trigger: int) -> list[Filler]:
        """Return the subject of the clause that a noun stands in: "VW trennt sich von der Tochter Everllence"."""
        s = self.syntax
        i = trigger
        if self._is_of_another(trigger):
            return []
        while s.pos[i] not in _VERBAL and s.heads[i] != i and not s.deps[i].startswith("nsubj"):
            i = s.heads[i]
            if i != trigger and s.lemmas[i].lower().endswith(_BUYING):
                return []
        if s.pos[i] not in _VERBAL:
            return []
        roles = repaired_roles(self.document, i, verb_roles(s, i))
        found = self.reader.fillers([h for h in roles.get("subj", ()) if h != trigger], classes)
        return [f for f in found if f.mention.type in _ACTORS]

    def _coordinated(self, classes: tuple[str, ...], trigger: int) -> list[Filler]:
        """Return the name coordinated with the trigger noun: "zwischen Ele.me und Konkurrent Meituan"."""
        s = self.syntax
        before = trigger - 1
        while before > 0 and s.pos[before] in ("DET", "ADJ", "ADV"):
            before -= 1
        if s.lower[before] in ("und", "oder", "sowie", "gegen", "mit") and before > 0:
            mention = self.reader.covering(before - 1, classes)
            return [Filler(mention, SHALLOW)] if mention else []
        return []

    def _owners_of(self, role: str, classes: tuple[str, ...], site: _Site) -> list[Filler]:
        """Return whose the phrase in a role is: "geißelte das Vorgehen der Unicredit"."""
        found: list[Filler] = []
        for head in self._all_roles(site).get(role, ()):
            for conjunct in self.syntax.conjuncts(head):
                owner = _Site(conjunct, noun_roles(self.syntax, conjunct), site.span)
                found += self._owner(classes, owner)
        return found

    def _noun_slot(self, slot: str, classes: tuple[str, ...], frame: Frame, site: _Site) -> list[Filler]:
        if slot == "name":
            return self._introduced(classes, site)
        if slot == "of":
            return self._owner(classes, site)
        if slot == "compound":
            return self._compound(classes, site.trigger)
        if slot == "poss":
            return self._owner_before(classes, site)
        if slot == "vsubj":
            return self.reader.fillers(site.light_roles.get("subj", ()), classes)
        if slot in ("lsubj", "lobj", "liobj") or slot.startswith("l:"):
            return self._light_slot(slot, classes, frame, site)
        found = self.reader.fillers(site.roles.get(slot, ()), classes, owners=slot == "gen")
        if not found and slot not in _WORD_SLOTS and site.light != -1:
            heads = [h for h in site.light_roles.get(slot, ()) if h != site.trigger]
            found = self.reader.fillers(heads, classes)
        return found

    def _light_slot(self, slot: str, classes: tuple[str, ...], frame: Frame, site: _Site) -> list[Filler]:
        if site.light == -1 or not self._is_light(site.light, frame):
            return []
        role = slot[2:] if slot.startswith("l:") else slot[1:]
        heads = [h for h in site.light_roles.get(role, ()) if h != site.trigger]
        return self.reader.fillers(heads, classes)

    def _is_light(self, verb: int, frame: Frame) -> bool:
        s = self.syntax
        lemmas = {s.lemmas[verb], dictionary_lemma(s.lower[verb])}
        if s.reflexive[verb]:
            lemmas |= {"sich " + lemma for lemma in lemmas}
        return bool(lemmas & self.light or lemmas & frame.light)

    def _introduced(self, classes: tuple[str, ...], site: _Site) -> list[Filler]:
        """Return the name that the trigger noun introduces, before or behind it."""
        if (unit := self._unit(classes, site.trigger)) is not None:
            return [Filler(unit, CERTAIN)]
        named = self.reader.named_by(site.trigger, classes)
        if named is not None:
            coordinated = self.reader.fillers([named.first], classes)
            return coordinated or [Filler(named, CERTAIN)]
        before = self._apposition_before(classes, site.trigger)
        if before is not None:
            return [Filler(before, CERTAIN)]
        return self.reader.fillers(copula_subjects(self.syntax, site.trigger), classes)

    def _unit(self, classes: tuple[str, ...], trigger: int) -> Mention | None:
        """Return the unit that the trigger itself names."""
        return self.reader.covering(trigger, classes) if self._is_unit(trigger) else None

    def _apposition_before(self, classes: tuple[str, ...], trigger: int) -> Mention | None:
        """ "Traton, die Lkw-Tochter von VW": the name before the comma."""
        s = self.syntax
        if s.deps[trigger] in ("appos", "flat"):
            mention = self.reader.covering(s.heads[trigger], classes)
            if mention is not None:
                return mention
        i, floor = trigger - 1, max(s.sentence(trigger)[0], trigger - 9)
        while i > floor and s.words[i] not in (",", "(", "–", ";", ":") and s.pos[i] not in ("VERB", "AUX"):
            i -= 1
        if s.words[i] in (",", "(") and i > floor:
            return self.reader.covering(i - 1, classes)
        return None

    def _owner(self, classes: tuple[str, ...], site: _Site) -> list[Filler]:
        return (
            self._compound(classes, site.trigger)
            or self._owner_before(classes, site)
            or self._owner_behind(classes, site)
        )

    def _compound(self, classes: tuple[str, ...], trigger: int) -> list[Filler]:
        for mention in self.document.at.get(trigger, ()):
            if (
                mention.kind in ("compound", "topic")
                and is_a(mention.type, classes)
                and self._is_part(mention, trigger)
            ):
                return [Filler(mention, CERTAIN)]
        return []

    def _is_part(self, mention: Mention, token: int) -> bool:
        """Tell whether a name is a part of a word, or what the whole word implies: "Kanzler" the government."""
        return mention.end < self.syntax.ends[token] or mention.head == self.syntax.lower[token]

    def _owner_before(self, classes: tuple[str, ...], site: _Site) -> list[Filler]:
        found = self.reader.fillers(site.roles.get("poss", ()), classes, owners=True)
        if found:
            return found
        s = self.syntax
        i, floor = site.trigger - 1, s.sentence(site.trigger)[0]
        while i > floor and s.pos[i] in ("ADJ", "NUM", "ADV") and not self._is_owner_at(i, classes):
            i -= 1
        owner = self._is_owner_at(i, classes) if i >= floor else None
        if owner is None and s.lower[i] in _OF_THE_LAST:
            owner = self._last_before(i, classes)
        return [Filler(owner, CERTAIN)] if owner else []

    def _last_before(self, i: int, classes: tuple[str, ...]) -> Mention | None:
        """Return whom "deren" and "dessen" most likely mean: the last one named before in the sentence."""
        before = [m for m in self.document.mentions_in(self.syntax.sentence(i)[0], i) if self._can_own(m, classes)]
        return before[-1] if before else None

    def _can_own(self, mention: Mention, classes: tuple[str, ...]) -> bool:
        return mention.kind in ("name", "nominal", "compound") and is_a(mention.type, classes)

    def _is_of_another(self, trigger: int) -> bool:
        """Whether "deren" or "dessen" stands before a noun: its owner is not the subject of the clause."""
        s = self.syntax
        return any(s.lower[i] in _OF_THE_LAST for i in range(max(0, trigger - 3), trigger))

    def _is_owner_at(self, i: int, classes: tuple[str, ...]) -> Mention | None:
        """Return the genitive name or possessive pronoun at a token."""
        for mention in self.document.at.get(i, ()):
            if not is_a(mention.type, classes) or mention.last != i + 1:
                continue
            inflected = mention.text.endswith(("s", "'", "’", "x", "z"))
            if mention.kind == "pronoun" or (
                mention.kind == "name" and inflected and self.syntax.preposition(i) is None
            ):
                return mention
        return None

    def _owner_behind(self, classes: tuple[str, ...], site: _Site) -> list[Filler]:
        heads = [*site.roles.get("gen", ()), *site.roles.get("bei", ())]
        s = self.syntax
        named = s.children[site.trigger]
        for c in named:
            if s.deps[c] in ("appos", "flat", "flat:name"):
                inner = noun_roles(s, c)
                heads += [*inner.get("gen", ()), *inner.get("bei", ())]
        if s.deps[site.trigger] in ("appos", "flat", "compound", "nmod"):
            outer = noun_roles(s, s.heads[site.trigger])
            heads += [h for h in (*outer.get("von", ()), *outer.get("bei", ())) if h > site.trigger]
        return self.reader.fillers(heads, classes, owners=True)

    def _shallow(
        self, slot: str, classes: tuple[str, ...], frame: Frame, site: _Site, taken: frozenset[int]
    ) -> Filler | None:
        """Fill a slot by word order where the tree has no phrase in that role."""
        if frame.kind == "noun":
            return self._shallow_noun(slot, classes, site, taken)
        if slot in ("focus", "pair", "als", "name", "of", "conj", "clause", "authority") or ":" in slot:
            return None
        if site.roles.get(slot) and not self._is_vacant(site.roles[slot], frame):
            return None
        if slot == "subj" and is_passive(self.syntax, site.trigger):
            return None
        if slot == "iobj":
            return self.reader.dative(site.span, classes, taken)
        preposition = None if slot in ("subj", "obj") else slot
        for tokens in (site.span, self._segment(site.trigger)):
            found = self.reader.shallow(tokens, preposition, classes, taken, site.trigger)
            if found:
                return found
        return None

    def _is_vacant(self, heads: Sequence[int], frame: Frame) -> bool:
        """Whether a role holds but words that the frame asks for: no "Prozent" holds anything."""
        wanted = [w for words in frame.require.values() for w in words]
        return all(self.syntax.lower[h] in ("es", "sich") or self._is_word(h, wanted) for h in heads)

    def _segment(self, i: int) -> list[int]:
        """Return the tokens around a trigger up to the next punctuation on each side."""
        s = self.syntax
        first, last = s.sentence(i)
        left, right = i, i + 1
        while left > first and s.words[left - 1] not in _BREAKS:
            left -= 1
        while right < last and s.words[right] not in _BREAKS:
            right += 1
        return list(range(left, right))

    def _shallow_noun(self, slot: str, classes: tuple[str, ...], site: _Site, taken: frozenset[int]) -> Filler | None:
        """The phrase right behind the noun: "Kooperation mit X", "Übernahme von X durch Y"."""
        if slot in ("of", "gen"):
            slot = "von"
        if slot in _WORD_SLOTS or ":" in slot or slot in ("lsubj", "lobj", "liobj"):
            return None
        if site.roles.get(slot):
            return None
        end = min(self.syntax.sentence_end(site.trigger), site.trigger + 14)
        tokens = range(site.trigger + 1, end)
        if not tokens:
            return None
        return self.reader.shallow(tokens, slot, classes, taken, site.trigger)

    # -- conditions --------------------------------------------------------------------------------------

    def _unmet(self, frame: Frame, site: _Site) -> str | None:
        for role, lemmas in frame.require.items():
            if not self._present(role, lemmas, site) and not (role == "any" and self._stands_near(lemmas, site)):
                return f"needs {role}: {', '.join(lemmas[:4])}"
        for role, lemmas in frame.forbid.items():
            if self._present(role, lemmas, site):
                return f"must not stand with {role}: {', '.join(lemmas[:4])}"
        return None

    def _stands_near(self, lemmas: Sequence[str], site: _Site) -> bool:
        """Whether a word stands by the trigger where the tree has it in another clause: "holt X an Bord - Y baut"."""
        near = [i for i in self._segment(site.trigger) if site.trigger < i <= site.trigger + 5]
        return any(self._is_word(i, lemmas) for i in near)

    def _present(self, role: str, lemmas: Sequence[str], site: _Site) -> bool:
        s = self.syntax
        if role == "verb":
            tokens: Sequence[int] = [site.light] if site.light != -1 else []
        elif role == "any":
            tokens = site.span
        else:
            roles: Mapping[str, list[int]] = self._all_roles(site)
            tokens = [c for h in roles.get(role, ()) for c in s.conjuncts(h)]
        return any(self._is_word(i, lemmas) for i in tokens) or (role == "any" and self._phrase_in(lemmas, site))

    def _is_word(self, i: int, lemmas: Sequence[str]) -> bool:
        s = self.syntax
        lemma, lower = s.lemmas[i].lower(), s.lower[i]
        if lemma in lemmas or lower in lemmas or dictionary_lemma(s.words[i]).lower() in lemmas:
            return True
        heads = tuple(w for w in lemmas if len(w) > 3)
        return lemma.endswith(heads) or lower.endswith(heads)

    def _phrase_in(self, lemmas: Sequence[str], site: _Site) -> bool:
        phrases = [w for w in lemmas if " " in w]
        if not phrases:
            return False
        text = " ".join(self.syntax.lower[i] for i in site.span)
        return any(w in text for w in phrases)

"""Where frames may fire: verbs, nouns, adjectives and participles, each with the phrases around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
from kg.claims.matching.names import is_unit
from kg.claims.matching.repair import repaired_roles
from kg.claims.matching.site import Site, segment
from kg.claims.slots import merge_roles
from kg.language.syntax import dictionary_lemma, participle_lemma

_VERBAL = ("VERB", "AUX")
_HELPING = ("haben", "sein", "werden")
_NOMINAL = ("NOUN", "PROPN", "X")
#: classes whose members are often told by a common noun: "ein Gemeinschaftsunternehmen mit X"
_DESCRIBED = ("Topic", "JointVenture")
#: the same of a class of which others have names: "ein Konsortium aus X und Y"
_DESCRIBED_GROUPS = frozenset({"konsortium", "konsortiums", "konsortien", "bieterkonsortium", "bieterkonsortiums"})

#: frames that a token calls, and the phrases around it
Trigger = tuple[Sequence[Frame], Site]


class Triggers:
    """Finds the frames that the tokens of one document call."""

    def __init__(self, lexicon: Lexicon, document: Document) -> None:
        self._lexicon = lexicon
        self._document = document
        self._syntax = document.syntax

    def __iter__(self) -> Iterator[Trigger]:
        for i, pos in enumerate(self._syntax.pos):
            if pos in _VERBAL:
                yield from self._at_verb(i)
            elif pos in _NOMINAL or (pos == "DET" and self._is_compound(i)):
                yield from self._at_noun(i)
            elif pos in ("ADJ", "ADV"):
                yield from self._at_adjective(i)

    def _is_compound(self, i: int) -> bool:
        """Tell whether a word is a name with a noun, whatever it is tagged as: "N26-Mitgründer"."""
        return any(m.kind == "compound" for m in self._document.at.get(i, ()))

    def _at_verb(self, i: int) -> Iterator[Trigger]:
        frames = [] if self._is_auxiliary(i) else self._verb_frames(i)
        if frames:
            yield frames, Site(i, self._verb_site_roles(i), clause_tokens(self._syntax, i))
        if self._syntax.pos[i] == "VERB":
            yield from self._at_adjective(i)

    def _is_auxiliary(self, i: int) -> bool:
        """Tell whether "hat", "ist" or "wird" only helps another verb, so that it states nothing by itself."""
        s = self._syntax
        helps = s.deps[i] == "aux" and s.lemmas[i] in _HELPING and s.pos[s.heads[i]] == "VERB"
        return helps or s.deps[i] == "aux:pass"

    def _verb_site_roles(self, i: int) -> Roles:
        return self._attributive_roles(i) or repaired_roles(self._document, i, verb_roles(self._syntax, i))

    def _attributive_roles(self, i: int) -> Roles:
        """Read "vom Verband VDA veranstalteten IAA" by word order: agent before, object behind the participle."""
        s = self._syntax
        nearby = self._document.at.get(i + 1, ())
        is_inflected = s.lower[i].endswith(("te", "ten", "ter", "tes", "ene", "enen", "ener", "enes", "tem", "enem"))
        if not is_inflected or not (nearby or (i + 1 < len(s) and s.pos[i + 1] in ("NOUN", "PROPN"))):
            return {}
        for j in range(i - 1, max(s.sentence(i)[0], i - 9) - 1, -1):
            if s.pos[j] in ("VERB", "AUX", "PUNCT") and s.words[j] not in ('"', "„", "“"):
                return {}
            for mention in self._document.at.get(j, ()):
                if phrase_preposition(s, mention.first, s.sentence(i)[0]) in ("von", "durch"):
                    return {"subj": [mention.first], "obj": [i + 1]}
        return {}

    def _verb_frames(self, i: int) -> list[Frame]:
        s = self._syntax
        lemmas = [s.lemmas[i]]
        particle = s.particle(i) if s.pos[i] in _VERBAL else -1
        backup = dictionary_lemma(s.words[i].lower())
        lemmas.append(s.lower[particle] + backup if particle != -1 else backup)
        found: list[Frame] = []
        for lemma in dict.fromkeys(lemmas):
            if s.reflexive[i]:
                found += self._with_idioms("sich " + lemma)
            found += self._with_idioms(lemma) + self._in_sayings(i, lemma)
        return list(dict.fromkeys(found)) if len(found) > 1 else found

    def _with_idioms(self, lemma: str) -> list[Frame]:
        return [*self._lexicon.verbs.get(lemma, ()), *self._lexicon.idioms.get(lemma, ())]

    def _in_sayings(self, i: int, lemma: str) -> list[Frame]:
        """Return the frames of sayings whose other words stand around a verb: "hob die Firma aus der Taufe"."""
        sayings = self._lexicon.sayings.get(lemma, ())
        if not sayings:
            return []
        s = self._syntax
        places = (clause_tokens(s, i), segment(s, i))
        texts = [f" {' '.join(s.lower[t] for t in tokens)} " for tokens in places]
        return [frame for words, frame in sayings if any(f" {words} " in text for text in texts)]

    def _at_noun(self, i: int) -> Iterator[Trigger]:
        lemma = self._syntax.lemmas[i].lower()
        _, frames = self._lexicon.noun_frames(lemma)
        if not frames:
            _, frames = self._lexicon.noun_frames(dictionary_lemma(self._syntax.words[i]).lower())
        if not frames or self._is_inside_name(i):
            return
        yield frames, self._with_done_first(frames, self._noun_site(i))

    def _with_done_first(self, frames: Sequence[Frame], site: Site) -> Site:
        """Read "Diese Strafe verhängte die Behörde" with what is done as object and the one who does it as subject."""
        s, noun = self._syntax, site.trigger
        verb = s.heads[noun]
        if s.deps[noun] != "nsubj" or s.pos[verb] != "VERB" or verb < noun or is_passive(s, verb):
            return site
        roles = verb_roles(s, verb)
        doers = [h for h in roles.get("obj", ()) if h > verb]
        doing = [f for f in frames if s.lemmas[verb] in f.light and "lsubj" in f.subject]
        acts = any(is_a(m.type, f.subject_class) for f in doing for h in doers for m in self._document.at.get(h, ()))
        if acts:
            site.light, site.light_roles = verb, {**roles, "subj": doers, "obj": [noun]}
        return site

    def _is_inside_name(self, i: int) -> bool:
        names = [m for m in self._document.at.get(i, ()) if m.kind == "name" and m.type not in _DESCRIBED]
        named = any(m.type != "Event" or m.first != i or m.last == i + 1 for m in names)  # "Entwicklermesse | WWDC"
        return named and not is_unit(self._syntax, i) and self._syntax.lower[i] not in _DESCRIBED_GROUPS

    def _noun_site(self, i: int) -> Site:
        s = self._syntax
        roles = noun_roles(s, i)
        clause = s.clause_head(i)
        site = Site(i, roles, clause_tokens(s, clause))
        if i not in site.span:
            site.span = sorted({*site.span, i})
        verb = governing_verb(s, i)
        if verb != -1:
            site.light, site.light_roles = verb, repaired_roles(self._document, verb, verb_roles(s, verb))
        return site

    def _at_adjective(self, i: int) -> Iterator[Trigger]:
        s = self._syntax
        frames: list[Frame] = []
        for lemma in dict.fromkeys((s.lemmas[i].lower(), dictionary_lemma(s.lower[i]), s.lower[i])):
            frames += self._lexicon.adjectives.get(lemma, ())
        if frames:
            site = Site(i, self._adjective_roles(i), clause_tokens(s, s.clause_head(i)))
            yield [*dict.fromkeys(frames)], site
        elif s.pos[i] == "ADJ":
            yield from self._at_participle(i)

    def _at_participle(self, i: int) -> Iterator[Trigger]:
        """A participle tagged as adjective: "der von X übernommene Hersteller"."""
        s = self._syntax
        frames = self._with_idioms(participle_lemma(s.lower[i]))
        if frames:
            yield frames, Site(i, self._verb_site_roles(i), clause_tokens(s, i))

    def _adjective_roles(self, i: int) -> Roles:
        s = self._syntax
        roles = noun_roles(s, i)
        said_of = s.heads[i] if s.deps[s.heads[i]] == "amod" and s.lower[s.heads[i]].startswith("geworden") else i
        if s.deps[said_of] == "amod":  # "der bekannte Investor", "der bekannt gewordene Investor"
            return {**roles, "subj": [s.heads[said_of]]}
        subjects = copula_subjects(s, i) or roles.get("subj", [])
        verb = governing_verb(s, i)
        above = verb_roles(s, i)
        roles = merge_roles(roles, {k: v for k, v in above.items() if k not in ("subj",)})
        if verb != -1:
            roles = merge_roles(roles, verb_roles(s, verb))
        subjects = subjects or above.get("subj", []) + above.get("obj", [])
        return {**roles, "subj": subjects or roles.get("subj", [])}

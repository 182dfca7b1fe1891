"""A sentence's syntax as plain lists: what the rooms above the language model read.

Everything here is Universal Dependencies, so any UD pipeline can stand behind it. Token indices count the
whole document; ``-1`` stands for "none".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import simplemma
from spacy.tokens import Doc

from kg.language.accused import part_accused, part_wrong
from kg.language.belonging import let_one_become, let_the_noun_belong
from kg.language.headlines import part_halves
from kg.language.last_of_list import mend_last_of_list
from kg.language.missed_verbs import mend_missed_verbs
from kg.language.no_relatives import mend_no_relative
from kg.language.noun_infinitives import part_infinitive
from kg.language.one_of_many import put_noun_first
from kg.language.postpositions import hang_postposition
from kg.language.received_from import hang_giver
from kg.language.relative_subjects import mend_subjects
from kg.language.responsible import join_responsible
from kg.language.seats import hang_seat
from kg.language.truncated import is_truncated, join_truncated
from kg.language.two_subjects import part_subjects
from kg.language.up_to import read_up_to

Features = dict[str, str]

#: prefixes that leave their verb in a main clause ("stellt … ein")
PARTICLES = frozenset(
    """ab bevor an auf aus bei da dar durch ein empor entgegen fehl fern fest fort frei gegenüber gleich heim her herab
    heran herauf heraus herein herunter hervor hin hinaus hinein hinzu hoch los mit nach nahe nieder preis
    statt still teil um unter vor voran voraus vorbei vorweg weg weiter wieder zu zurecht zurück zusammen
    zuvor übel über bekannt bereit klar kaputt kürzer offen richtig sicher schwer stand wahr wett bloß gut
    kund lahm quer ruhig übrig zunichte aneinander auseinander hinunter hinauf""".split()
)
#: particles that are adjectives as well: these must stand alone to count as stranded
_ADJECTIVAL = frozenset(
    """fest fern frei gleich hoch nahe still bekannt bereit klar kaputt kürzer offen richtig sicher schwer wahr bloß
    gut lahm quer ruhig übrig""".split()
)
#: adjectives that stand before "gehen", and are no particles elsewhere: "weil Northvolt pleiteging"
_RUINED = ("pleite", "bankrott")
#: what verbs are built with, the longest first
_INSEPARABLE = ("ent", "ver", "zer", "be", "er")
_PREFIXES = (*_RUINED, *sorted(PARTICLES, key=lambda p: (-len(p), p)), *_INSEPARABLE)
_CLAUSE_RELATIONS = frozenset({"ROOT", "root", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "csubj", "parataxis"})
_REFLEXIVES = frozenset({"sich", "mich", "dich", "uns", "euch"})
_RELATIVES = frozenset("""der die das den dem dessen deren denen welcher welche welches welchen welchem""".split())


@lru_cache(maxsize=8192)
def parse_features(text: str) -> Features:
    """Split a UD feature string; the result is shared and must not be changed.

    >>> parse_features("Case=Nom|Number=Sing")
    {'Case': 'Nom', 'Number': 'Sing'}
    """
    return dict(pair.split("=", 1) for pair in text.split("|") if "=" in pair)


#: what an adjective may end in
_ENDINGS = ("e", "en", "er", "es", "em", "")


@lru_cache(maxsize=65536)
def participle_lemma(word: str) -> str:
    """Return the verb whose past participle stands as an adjective, by the word list; empty where there is none.

    >>> participle_lemma("übernommene"), participle_lemma("gegründeten"), participle_lemma("betriebenes")
    ('übernehmen', 'gründen', 'betreiben')
    >>> participle_lemma("laufende")
    ''
    """
    for ending in _ENDINGS:
        form = word.removesuffix(ending)
        if word.endswith(ending) and form.endswith(("t", "en")):
            verb = dictionary_lemma(form)
            if verb.islower() and verb.endswith("n"):
                return verb
    return ""


#: verbs that do end so: "fusionieren", "queren", "spielen"
_IN_EREN = ("ieren", "queren", "scheren", "ielen", "quelen")


@lru_cache(maxsize=65536)
def dictionary_lemma(word: str) -> str:
    """Return the lemma that a word list gives, to back up the model's; a prefix is put before its verb's.

    >>> dictionary_lemma("hochsprangen"), dictionary_lemma("enthoben")
    ('hochspringen', 'entheben')
    >>> dictionary_lemma("Zusatzzölle"), dictionary_lemma("weggefallen")
    ('Zusatzzoll', 'wegfallen')
    """
    found = str(simplemma.lemmatize(word, lang="de")) if word else word
    if found != word:
        return found
    return _prefixed_lemma(word) if word.islower() else _compound_lemma(word)


#: shortest part of a compound that is looked up
_SHORTEST_PART = 4


def _compound_lemma(word: str) -> str:
    """Return the lemma of a compound of which the word list has the last part alone; else the word."""
    if not word.isalpha() or not word[1:].islower() or simplemma.is_known(word, lang="de"):
        return word
    for start in range(_SHORTEST_PART - 1, len(word) - _SHORTEST_PART + 1):
        tail = word[start:].capitalize()
        lemma = str(simplemma.lemmatize(tail, lang="de"))
        if lemma != tail and lemma[:1].isupper():
            return word[:start] + lemma.lower()
        if simplemma.is_known(tail, lang="de"):
            return word
    return word


#: participles that the word list takes for infinitives; with a prefix before them they are none
_PARTICIPLES_TOO = {"gefallen": "fallen"}


def _prefixed_lemma(word: str) -> str:
    """Return the lemma of a verb that the word list has only without its prefix; else the word.

    Words of the list are looked at only where they end as participles do: "enthoben", not "zuletzt".
    """
    for participle, verb in _PARTICIPLES_TOO.items():
        if word.removesuffix(participle) in PARTICLES:
            return word.removesuffix(participle) + verb
    prefixes = _INSEPARABLE if simplemma.is_known(word, lang="de") else _PREFIXES
    for prefix in prefixes:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 3 and (prefixes is _PREFIXES or word.endswith("en")):
            for form in (rest, "ge" + rest):
                verb = str(simplemma.lemmatize(form, lang="de"))
                if verb != form and verb.endswith("n") and verb.islower():
                    return prefix + verb
    return word


def infinitive(lemma: str) -> str:
    """Return the lemma of a verb in "-ern" or "-eln" where the model made it one in "-eren" or "-elen".

    >>> infinitive("auslieferen"), infinitive("handelen"), infinitive("fusionieren")
    ('ausliefern', 'handeln', 'fusionieren')
    """
    if lemma.endswith(("eren", "elen")) and not lemma.endswith(_IN_EREN):
        return lemma[:-2] + "n"
    return lemma


@lru_cache(maxsize=65536)
def known_infinitive(lemma: str, form: str) -> str:
    """Return the lemma of a verb, by the word list where the model made up one that the list has not.

    >>> known_infinitive("aufgiben", "aufgibt"), known_infinitive("abstößt", "abstößt")
    ('aufgeben', 'abstoßen')
    >>> known_infinitive("verkaufen", "verkauft"), known_infinitive("zocken", "zockt")
    ('verkaufen', 'zocken')
    >>> known_infinitive("brech", "brechen")
    'brechen'
    """
    is_listed = simplemma.is_known(lemma, lang="de") and simplemma.lemmatize(lemma, lang="de") == lemma
    if is_listed and lemma.endswith("n"):
        return lemma
    listed = dictionary_lemma(form)
    is_verb = (listed != form or not lemma.endswith("n")) and listed.islower() and listed.endswith("n")
    return listed if is_verb else lemma


class Syntax:
    """The tokens, tags and tree of one document.

    Verb lemmas are joined with their separable particle, wherever it stands: "stufte … ab" is "abstufen".
    """

    __slots__ = (
        "children", "deps", "ends", "feats", "heads", "lemmas", "lower", "pos", "reflexive", "sent_of",
        "sentences", "starts", "text", "words",
    )  # fmt: skip

    def __init__(self, doc: Doc) -> None:
        tokens = list(doc)
        self.text: str = doc.text
        self.words = [t.text for t in tokens]
        self.lower = [w.lower() for w in self.words]
        self.pos = [t.pos_ for t in tokens]
        self.deps = [t.dep_ for t in tokens]
        self.heads = [t.head.i for t in tokens]
        self.feats = [parse_features(str(t.morph)) for t in tokens]
        self.lemmas = [t.lemma_ or t.text for t in tokens]
        self.starts = [t.idx for t in tokens]
        self.ends = [start + len(w) for start, w in zip(self.starts, self.words, strict=True)]
        self.sentences = [(s.start, s.end) for s in doc.sents]
        mend_missed_verbs(self)
        for first, last in self.sentences:
            self._demote_marks(first, last)
            part_halves(self, first, last)
            join_truncated(self, first, last)
        self.children: list[list[int]] = [[] for _ in self.words]
        for i, head in enumerate(self.heads):
            if head != i:
                self.children[head].append(i)
        self.sent_of = [n for n, (a, b) in enumerate(self.sentences) for _ in range(a, b)]
        self.reflexive = [False] * len(self.words)
        for i in range(len(self.words)):
            self._mend_participle(i)
            if self.pos[i] in ("VERB", "AUX"):
                self._complete_verb(i)
                part_accused(self, i)
                part_wrong(self, i)
                join_responsible(self, i)
                mend_no_relative(self, i)
                mend_last_of_list(self, i)
                mend_subjects(self, i)
                part_subjects(self, i)
                part_infinitive(self, i)
                hang_giver(self, i)
                let_the_noun_belong(self, i)
                let_one_become(self, i)
            elif self.pos[i] == "PROPN" and "-" in self.words[i]:
                self._demote(i)
            elif self.pos[i] == "ADP":
                read_up_to(self, i)
                hang_postposition(self, i)
                hang_seat(self, i)
            elif self.pos[i] in ("DET", "PRON"):
                put_noun_first(self, i)

    def _demote_marks(self, first: int, last: int) -> None:
        """Give the place of an opening mark in the tree to the word behind it: "+++ Zalando hat …"."""
        for mark in range(first, last):
            if any(c.isalnum() for c in self.words[mark]):
                return
            below = [i for i in range(mark + 1, last) if self.heads[i] == mark]
            heir = next((i for i in below if self.words[i][0].isalpha()), -1)
            if heir != -1:
                self._inherit(heir, mark, below)
            if self.heads[mark] != mark:
                self.deps[mark] = "punct"

    def _inherit(self, heir: int, from_: int, below: list[int]) -> None:
        """Put a word where another stands in the tree, with that one and what hung on it below."""
        is_root = self.heads[from_] == from_
        self.deps[heir], self.heads[heir] = self.deps[from_], heir if is_root else self.heads[from_]
        for i in (from_, *below):
            if i != heir:
                self.heads[i] = heir

    def _demote(self, i: int) -> None:
        """Read "Datenaustausch-Beschränkungen" as a common noun: its last part is an inflected one."""
        head, _, tail = self.words[i].rpartition("-")
        lemma = dictionary_lemma(tail)
        if lemma != tail and tail[:1].isupper() and lemma[:1].isupper():
            self.pos[i], self.lemmas[i] = "NOUN", f"{head}-{lemma}"

    def is_piece(self, i: int) -> bool:
        """Tell whether a token is the first of two compounds that share their last part: "Energie- und Gaskonzern"."""
        return is_truncated(self, i, len(self))

    def make_owner(self, name: int, noun: int) -> None:
        """Hang a genitive name on the noun behind it, which the tree has below or apart: "Alibabas Dienste"."""
        if self.is_split_phrase(name, noun):
            self.children[self.heads[noun]] = [i for i in self.children[self.heads[noun]] if i != noun]
            self.heads[noun] = name
        if self.heads[noun] == name:
            self.put_above(noun, name)
        self.deps[name] = "nmod"
        if self.pos[noun] == "PROPN":
            self.pos[noun] = "NOUN"

    def make_attribute(self, name: int, noun: int) -> None:
        """Make the noun behind a name in "-er" the head of the phrase: "das Lübecker Unternehmen"."""
        self.put_above(noun, name)
        self.deps[name], self.pos[noun] = "amod", "NOUN"

    def rehang(self, i: int, head: int, relation: str) -> None:
        """Hang a token, with what is below it, on another one; one from below it takes its place before."""
        if i in self.ancestors(head):
            self._lift(head, i)
        if self.heads[i] != i:
            self.children[self.heads[i]].remove(i)
        self.heads[i], self.deps[i] = head, relation
        self.children[head] = sorted([*self.children[head], i])

    def _lift(self, below: int, i: int) -> None:
        """Hang a token from below another beside it, on what that one hangs on."""
        top = self.heads[i]
        self.children[self.heads[below]].remove(below)
        self.deps[below], self.heads[below] = self.deps[i], below if top == i else top
        if top != i:
            self.children[top] = sorted([*self.children[top], below])

    def is_split_phrase(self, name: int, noun: int) -> bool:
        """Tell whether preposition and name are torn from their noun: "in HONORs | Plattform integriert"."""
        beside = self.heads[noun] == self.heads[name] not in (name, noun) and self.deps[noun] in ("obj", "nsubj", "obl")
        return beside and self.preposition(name) is not None and not any(i < noun for i in self.children[noun])

    def put_above(self, noun: int, name: int) -> None:
        """Exchange the places of a noun and the name above it; what hung on the name hangs on the noun."""
        top, below = self.heads[name], [i for i in self.children[name] if i != noun]
        self._inherit(noun, name, below)
        if top != name:
            self.children[top] = sorted(noun if i == name else i for i in self.children[top])
        self.children[noun] = sorted([*self.children[noun], *below, name])
        self.children[name] = []

    def _mend_participle(self, i: int) -> None:
        """Read a participle under "haben", "sein" or "werden" as a verb where it is tagged as adjective or adverb."""
        if self.pos[i] not in ("ADV", "ADJ") or not any(self.deps[c].startswith("aux") for c in self.children[i]):
            return
        verb = self.lemmas[i] if self.lemmas[i].endswith("n") else participle_lemma(self.lower[i])
        if verb and verb != self.lower[i]:
            self.pos[i], self.lemmas[i] = "VERB", verb

    def _complete_verb(self, i: int) -> None:
        lemma = infinitive(self.lemmas[i].lower())
        particle = self.particle(i)
        if particle == -1 or not lemma.endswith("n"):
            lemma = known_infinitive(lemma, self.lower[i])
        self.lemmas[i] = self.lower[particle] + lemma if particle != -1 else lemma
        for denial in [c for c in self.children[particle] if self.lower[c] == "nicht"] if particle != -1 else ():
            self.rehang(denial, i, "advmod")  # "gibt das Vorhaben | nicht frei"
        self.reflexive[i] = any(self.lower[c] in _REFLEXIVES and self.pos[c] == "PRON" for c in self.children[i])

    def __len__(self) -> int:
        return len(self.words)

    def listed_lemma(self, verb: int) -> str:
        """Return a verb's lemma by the word list, joined with its particle: "hob … an" is "anheben"."""
        particle = self.particle(verb)
        return (self.lower[particle] if particle != -1 else "") + dictionary_lemma(self.lower[verb])

    def particle(self, verb: int) -> int:
        """Return the separated particle of a finite verb, by the tree or else by its place at the clause's end."""
        for c in self.children[verb]:
            if self.deps[c] in ("compound:prt", "svp") and self.lower[c] in PARTICLES:
                return c
        if self.feats[verb].get("VerbForm") != "Fin" or self.pos[verb] != "VERB":
            return -1
        return self._stranded_particle(verb)

    def _stranded_particle(self, verb: int) -> int:
        if verb + 1 < len(self.words) and self.words[verb + 1] in ",;:.":
            return -1  # the last word of its clause: what follows belongs to another verb
        for i in range(verb + 1, self.sentence_end(verb)):
            if self.words[i] in ",;:." or self.lower[i] in ("und", "oder", "–", "-", "sowie"):
                last = i - 1
                while last > verb and self.pos[last] == "PUNCT":
                    last -= 1
                is_particle = (
                    last > verb
                    and self.lower[last] in PARTICLES
                    and (self.lower[last] not in _ADJECTIVAL or not self._governs(last))
                    and not self._is_of_another(last, verb)
                )
                if is_particle and self.pos[last] in ("ADP", "ADV", "PART", "ADJ"):
                    return last
                if self.words[i] != ",":
                    return -1
        return -1

    def _is_of_another(self, particle: int, verb: int) -> bool:
        return self.deps[particle] == "compound:prt" and self.heads[particle] != verb

    def _governs(self, i: int) -> bool:
        return any(self.pos[c] != "PUNCT" and self.lower[c] != "nicht" for c in self.children[i])

    def sentence(self, i: int) -> tuple[int, int]:
        """Return first and last-plus-one token of the sentence around a token."""
        return self.sentences[self.sent_of[i]]

    def sentence_end(self, i: int) -> int:
        """Return the index after the last token of the sentence around a token."""
        return self.sentences[self.sent_of[i]][1]

    def dep_children(self, i: int, *relations: str) -> Iterator[int]:
        """Yield the children in one of the relations, in text order."""
        for c in self.children[i]:
            if self.deps[c] in relations:
                yield c

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield the governors of a token, nearest first."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i

    def top(self, first: int, last: int) -> int:
        """Return the token from ``first`` up to, not including, ``last`` that the others of them hang on."""
        inside = range(first, last)
        return next((i for i in inside if self.heads[i] not in inside or self.heads[i] == i), first)

    def subtree(self, i: int) -> set[int]:
        """Return the token and everything below it."""
        found, stack = {i}, [i]
        while stack:
            for c in self.children[stack.pop()]:
                if c not in found:
                    found.add(c)
                    stack.append(c)
        return found

    def is_clause_head(self, i: int) -> bool:
        """Tell whether a token governs a clause of its own."""
        if self.deps[i] in _CLAUSE_RELATIONS:
            return True
        return self.pos[i] == "VERB" and self.deps[i] not in ("amod", "aux", "aux:pass", "cop")

    def clause_head(self, i: int) -> int:
        """Return the head of the clause that a token stands in."""
        while not self.is_clause_head(i) and self.heads[i] != i:
            i = self.heads[i]
        return i

    def conjuncts(self, i: int) -> list[int]:
        """Return a token and what is coordinated with it below, in text order."""
        found, stack = [i], [i]
        while stack:
            for c in self.dep_children(stack.pop(), "conj"):
                found.append(c)
                stack.append(c)
        return sorted(found)

    def preposition(self, i: int) -> str | None:
        """Return the preposition before a noun phrase, without its article: "zum" counts as "zu"."""
        for c in self.dep_children(i, "case"):
            return contracted(self.lower[c])
        return None

    def is_agent(self, i: int) -> bool:
        """Tell whether somebody does what a passive tells: "Der Kauf wurde von der EU-Kommission genehmigt"."""
        return self.deps[i] == "obl:agent" and any(self.dep_children(self.heads[i], "aux:pass"))

    def verb_group(self, verb: int) -> tuple[int, ...]:
        """Return a verb, then its auxiliaries and copulas."""
        return (verb, *self.dep_children(verb, "aux", "aux:pass", "cop"))

    def is_past(self, verb: int) -> bool:
        """Tell whether a verb, or what stands in its group, is told in a past tense: "ging", "hatte geführt"."""
        return any(self.feats[i].get("Tense") == "Past" for i in self.verb_group(verb))

    def finite_form(self, verb: int) -> int:
        """Return the finite form of a verb, itself or its auxiliary; -1 for an infinite one."""
        forms = (verb, *self.dep_children(verb, "aux", "aux:pass"))
        return next((i for i in forms if self.feats[i].get("VerbForm") == "Fin"), -1)

    def has_zu(self, verb: int) -> bool:
        """Tell whether "zu" stands before a verb as a word of its own."""
        return any(self.lower[c] == "zu" for c in self.dep_children(verb, "mark"))

    def is_relative(self, i: int) -> bool:
        """Tell whether a token is a relative pronoun."""
        if self.lower[i] not in _RELATIVES or self.pos[i] not in ("PRON", "DET"):
            return False
        return self.feats[i].get("PronType") == "Rel" or self.words[i - 1] == "," or self.words[i - 2] == ","

    def span_text(self, first: int, last: int) -> str:
        """Return the exact words from token ``first`` up to, not including, ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]


_CONTRACTIONS = {
    "am": "an", "ans": "an", "im": "in", "ins": "in", "zum": "zu", "zur": "zu", "vom": "von", "beim": "bei",
    "aufs": "auf", "fürs": "für", "ums": "um", "durchs": "durch", "übers": "über", "unters": "unter",
    "vors": "vor", "hinters": "hinter",
}  # fmt: skip


def contracted(preposition: str) -> str:
    """Undo the contraction of preposition and article.

    >>> contracted("beim")
    'bei'
    """
    return _CONTRACTIONS.get(preposition, preposition)


def first_of(items: Iterable[int], default: int = -1) -> int:
    """Return the first item or the default."""
    return next(iter(items), default)

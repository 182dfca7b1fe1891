"""Filling the slots of a frame: from a phrase in a role to the entity that the phrase means."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.claims.clauses import Roles, phrase_preposition
from kg.claims.document import Document, is_a
from kg.language.mentions.pairs import BOTH
from kg.language.spans import Mention
from kg.language.syntax import Syntax

Classes = tuple[str, ...]

#: how sure a way of finding a party is; their product makes a claim's confidence
CERTAIN, COMMON_HEAD, SHALLOW, FOCUS = 1.0, 0.95, 0.75, 0.6

_MAX_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Filler:
    """A mention that fills a slot, and how sure that is."""

    mention: Mention
    score: float


class PhraseReader:
    """Finds the entity that a noun phrase stands for."""

    def __init__(
        self,
        document: Document,
        transparent: frozenset[str],
        compound_heads: frozenset[str],
        sites: tuple[str, ...] = (),
    ) -> None:
        self.document = document
        self.syntax = document.syntax
        self.transparent = transparent
        self.compound_heads = compound_heads
        self.sites = sites
        self._coordinated = coordinated_mentions(document)
        self._coordinated_before = _turned_round(self._coordinated, document.mentions)

    def fillers(self, heads: Sequence[int], classes: Classes, *, owners: bool = False) -> list[Filler]:
        """Return the entities of the wanted classes that the phrases and their conjuncts stand for.

        With ``owners`` the phrases are genitives, which stand for themselves and not for what they own.
        """
        found: dict[int, Filler] = {}
        for filler in self._examples(heads, classes):
            found.setdefault(filler.mention.referent, filler)
        for head in heads:
            for conjunct in self.syntax.conjuncts(head):
                for filler in self._read(conjunct, classes, 0, owners=owners):
                    found.setdefault(filler.mention.referent, filler)
                    for other in self._coordinated.get(filler.mention.start, ()):
                        if is_a(other.type, classes):
                            found.setdefault(other.referent, Filler(other, filler.score * COMMON_HEAD))
        return list(found.values())

    def _examples(self, heads: Sequence[int], classes: Classes) -> Iterator[Filler]:
        """Yield the members named right behind a plural: "die Firmen des Landes, darunter A und B", "Kunden wie A"."""
        s = self.syntax
        for head in heads:
            if s.pos[head] != "NOUN":
                continue
            if self._exemplified(head):
                yield from self._listed(head + 2, classes)
            if s.feats[head].get("Number") != "Plur":
                continue
            for i in range(head + 1, min(head + 8, s.sentence_end(head) - 2)):
                if s.words[i] == "," and (first := self._after_example_word(i + 1)):
                    yield from self._listed(first, classes)
                    break

    def _exemplified(self, head: int) -> bool:
        """Tell whether names behind a noun without an article are examples of it: "Autobauer wie Audi und BMW"."""
        s = self.syntax
        if head + 2 >= s.sentence_end(head) or s.lower[head + 1] not in _SUCH_AS:
            return False
        is_bare = not any(s.deps[c] == "det" and c < head for c in s.children[head])
        return is_bare or s.feats[head].get("Number") == "Plur"

    def _after_example_word(self, i: int) -> int:
        """Return the token behind "darunter", "allen voran", "unter ihnen", "etwa"; 0 where there is none."""
        s = self.syntax
        if s.lower[i] == "darunter":
            return i + 1
        return i + 2 if (s.lower[i], s.lower[i + 1]) in _EXAMPLES else 0

    def _listed(self, first: int, classes: Classes) -> Iterator[Filler]:
        s = self.syntax
        while first < len(s) and s.pos[first] in ("DET", "ADV", "ADJ") and not self.document.at.get(first):
            first += 1
        mention = next((m for m in self.document.at.get(first, ()) if is_a(m.type, classes)), None)
        if mention is not None:
            yield Filler(mention, COMMON_HEAD)
            for other in self._coordinated.get(mention.start, ()):
                if is_a(other.type, classes):
                    yield Filler(other, COMMON_HEAD)

    def _read(self, head: int, classes: Classes, depth: int, *, owners: bool = False) -> list[Filler]:
        direct = self.covering(head, classes)
        if direct is not None and not owners and self._owns_next(direct):
            return self._read(direct.last, classes, depth + 1) if depth < _MAX_DEPTH else []
        if direct is not None:
            namesake = self.named_by(head, _NAMED_HOUSES) if direct.kind == "topic" else None
            is_house = namesake is not None and is_a(namesake.type, classes)
            return [Filler(namesake if namesake is not None and is_house else direct, CERTAIN)]
        named = self.named_by(head, classes)
        if named is not None:
            return [Filler(named, COMMON_HEAD)]
        acting = self._authorities(head, classes) or self._origin_of_goods(head, classes)
        if acting is not None:
            return [Filler(acting, COMMON_HEAD)]
        if depth < _MAX_DEPTH and self._looks_through(head):
            return [
                Filler(f.mention, f.score * COMMON_HEAD)
                for c in self._inner_phrases(head, classes)
                for conjunct in self.syntax.conjuncts(c)
                for f in self._read(conjunct, classes, depth + 1, owners=owners)
            ]
        return []

    def _authorities(self, head: int, classes: Classes) -> Mention | None:
        """Return the place that acts through its authorities: "die kalifornischen Behörden", "Chinas Aufseher"."""
        if "Place" not in classes or not self.syntax.lemmas[head].lower().endswith(_AUTHORITIES):
            return None
        before = (m for m in self.document.at.get(head - 1, ()) if m.last == head)
        return next((m for m in (*before, *self._behind_in(head)) if m.type == "Place"), None)

    def _origin_of_goods(self, head: int, classes: Classes) -> Mention | None:
        """Return the country whose goods are hit: "Zölle auf chinesische Importe"."""
        s = self.syntax
        is_hit = "Place" in classes and s.lower[head].startswith(_GOODS) and s.preposition(head) in ("auf", "gegen")
        before = self.document.at.get(head - 1, ()) if is_hit else ()
        return next((m for m in before if m.type == "Place" and m.last == head), None)

    def _behind_in(self, head: int) -> Sequence[Mention]:
        """Return what stands right behind "in": "Behörden in Kalifornien"."""
        s, end = self.syntax, self.syntax.sentence_end(head)
        i = head + 2 + (head + 2 < end and s.pos[head + 2] == "DET")
        return self.document.at.get(i, ()) if i < end and s.lower[head + 1] == "in" else ()

    def covering(self, i: int, classes: Classes) -> Mention | None:
        """Return the mention of a wanted class that a token belongs to and that the token does not merely modify."""
        for mention in self.document.at.get(i, ()):
            if is_a(mention.type, classes) and self._stands_for_itself(mention, i):
                return mention
        return None

    def _stands_for_itself(self, mention: Mention, i: int) -> bool:
        if mention.kind == "adjective":
            return False
        if mention.kind == "compound":
            if self._begins_a_body(mention) or (mention.type == "Place" and (mention.head or "").startswith(_HOUSES)):
                return False
            return is_inflected_of(mention.head or "", self.compound_heads) and not self._describes_next(mention)
        if mention.kind == "demonym":
            return self.syntax.deps[i] != "amod" and not self._is_of_the_next(i)
        return mention.kind != "topic" or not self._tells_what_for(mention, i)

    def _is_of_the_next(self, i: int) -> bool:
        """ "die Hanauer Vacuumschmelze": the town of the body named right behind it, also where it is read as head."""
        behind = (m for m in self.document.at.get(i + 1, ()) if m.first == i + 1 and m.kind == "name")
        bodies = (m for m in behind if m.type != "Person")
        return any(self.syntax.heads[t] == i for m in bodies for t in range(m.first, m.last))

    def _tells_what_for(self, mention: Mention, i: int) -> bool:
        """ "das KI-Start-up Anthropic", "der Auto- und Chipzulieferer": a part of a word says what a firm is for."""
        behind = self.document.at.get(i + 1, ())
        is_part = mention.end < self.syntax.ends[i]
        if self.syntax.words[i].endswith("-"):
            return True
        return is_part and any(m.first == i + 1 and m.kind == "name" and m.type == "Company" for m in behind)

    def _begins_a_body(self, mention: Mention) -> bool:
        """ "US-Regierung": the government is meant, not the country in its name."""
        around = self.document.at.get(mention.first, ())
        return any(m.kind == "name" and m.type in _BODIES and m.end > mention.end for m in around)

    def _describes_next(self, mention: Mention) -> bool:
        """ "der Whatsapp-Konzern Meta": what the firm is known for; "VW-Aufsichtsrat Wolf": a person's post."""
        behind = [m for m in self.document.at.get(mention.last, ()) if m.first == mention.last and m.kind == "name"]
        if any(m.type == "Person" for m in behind):
            return True
        is_house = (mention.head or "").startswith(_HOUSES)
        return is_house and any(m.type == "Company" and m.referent != mention.referent for m in behind)

    def named_by(self, head: int, classes: Classes) -> Mention | None:
        """Return the name that a common noun introduces: "der Chiphersteller Infineon", "Infineon, ein Hersteller"."""
        s = self.syntax
        for c in s.dep_children(head, "appos", "flat", "flat:name", "compound", "nmod"):
            is_next = s.preposition(c) is None and c in (head + 1, head + 2)
            if is_next and not self._in_another_phrase(head, c) and (mention := self._name_at(c, classes)):
                return mention
        for c in s.dep_children(head, "appos", "flat", "flat:name"):
            if not self._in_another_phrase(head, c) and (mention := self._name_at(c, classes)):
                return mention
        return self.adjacent_name(head, classes) or self._described(head, classes)

    def _described(self, head: int, classes: Classes) -> Mention | None:
        """Return the name that an apposition behind it describes: "Infineon, ein Anbieter von Chips, den …"."""
        s, name = self.syntax, self.syntax.heads[head]
        is_apposed = s.deps[head] == "appos" and s.pos[head] == "NOUN" and name < head
        has_article = any(s.pos[c] == "DET" for c in s.children[head])
        return self._name_at(name, classes) if is_apposed and has_article else None

    def _in_another_phrase(self, head: int, name: int) -> bool:
        """Whether an article between noun and name opens a phrase of its own: "Mutter der Börse Kraken"."""
        s = self.syntax
        between = range(head + 1, name)
        return any(s.pos[i] == "DET" for i in between) and not any(s.words[i] in _APART for i in between)

    def adjacent_name(self, head: int, classes: Classes) -> Mention | None:
        """Return the name right behind a noun, quotes in between allowed."""
        s = self.syntax
        if s.pos[head] not in ("NOUN", "PROPN", "ADJ"):
            return None
        i = head + 1
        while i < len(s) and s.words[i] in ('"', "„", "“", "»", "«", "'", "‚"):
            i += 1
        mention = self._name_at(i, classes) if i < s.sentence_end(head) else None
        if mention is None or mention.first != i or self._is_genitive_owner(mention) or self._has_own_role(i, head):
            return None
        return mention

    def _has_own_role(self, i: int, head: int) -> bool:
        """ "beschuldigt das Dokument Alibaba": two arguments of one verb side by side, no apposition."""
        s = self.syntax
        same_verb = s.heads[i] == s.heads[head] and s.pos[s.heads[i]] in ("VERB", "AUX")
        return same_verb and s.deps[i] in ("obj", "iobj", "obl:arg") and s.deps[head].startswith("nsubj")

    def _name_at(self, i: int, classes: Classes) -> Mention | None:
        for mention in self.document.at.get(i, ()):
            if mention.kind == "name" and is_a(mention.type, classes):
                return mention
            if mention.kind == "compound" and is_a(mention.type, classes) and self._stands_for_itself(mention, i):
                return mention
        return None

    def _is_genitive_owner(self, mention: Mention) -> bool:
        """ "das Papier Apples": an inflected name behind a noun owns it, it is not introduced by it."""
        return mention.text.endswith("s") and not mention.name.endswith("s")

    def _owns_next(self, mention: Mention) -> bool:
        """ "Südkoreas Behörde": a parser may take the owner for the head; the noun behind it is meant."""
        s = self.syntax
        follows = mention.last < s.sentence_end(mention.first) and s.pos[mention.last] in (
            "NOUN",
            "PROPN",
            "ADJ",
        )
        return mention.kind == "name" and self._is_genitive_owner(mention) and follows

    def _looks_through(self, head: int) -> bool:
        lemma = self.syntax.lemmas[head].lower()
        known = lemma in self.transparent or self.syntax.lower[head] in self.transparent
        return known or self._ends_transparent(lemma) or self._is_site(head)

    def _is_site(self, head: int) -> bool:
        return self.syntax.lemmas[head].lower().endswith(self.sites) if self.sites else False

    def _ends_transparent(self, lemma: str) -> bool:
        return lemma.endswith(("anteil", "anteile", "mehrheit", "beteiligung", "aktie", "paket"))

    def _inner_phrases(self, head: int, classes: Classes) -> Iterator[int]:
        """Yield what a transparent noun lets through; of a site only its place."""
        is_place = "Place" in classes and self._is_site(head)
        if self._is_site(head) and not is_place:
            return
        prepositions = ("in", "bei") if is_place else (None, "von", "bei", *self._of_share(head))
        for c in self.syntax.dep_children(head, "nmod", "nmod:poss", "obl", "appos", "det:poss"):
            if self.syntax.preposition(c) in prepositions:
                yield c

    def _of_share(self, head: int) -> Iterator[str]:
        """Yield "an" behind a word for a share: "die Mehrheit an X", but "das Geschäft an X" is sold to X."""
        if self.syntax.lemmas[head].lower().endswith(SHARES):
            yield "an"

    def shallow(
        self,
        tokens: Sequence[int],
        preposition: str | None,
        classes: Classes,
        taken: frozenset[int],
        near: int,
    ) -> Filler | None:
        """Return the nearest fitting mention of a clause by word order alone: the backup for parse errors.

        ``preposition`` is what must stand before the phrase; None wants a phrase without one.
        """
        candidates = [
            m
            for m in self.document.mentions_in(tokens[0], tokens[-1] + 1)
            if m.first in tokens
            and m.referent not in taken
            and is_a(m.type, classes)
            and self._stands_for_itself(m, m.last - 1)
            and m.kind != "pronoun"
            and self._preposition_of(m, tokens[0]) == preposition
            and not self._modifies(m)
            and not self._is_dateline(m)
        ]
        if not candidates:
            return None
        best = min(candidates, key=lambda m: abs(m.first - near))
        return Filler(best, SHALLOW)

    def _preposition_of(self, mention: Mention, floor: int) -> str | None:
        """Return the preposition before a name by word order; that of a house right before a person is the house's."""
        before = (
            m for m in self.document.at.get(mention.first - 1, ()) if m.last == mention.first and m.kind == "name"
        )
        if mention.type == "Person" and any(is_a(m.type, ("Organization",)) for m in before):
            return None  # "schlägt der Verwaltungsrat von Clariant Nadja Huber vor"
        return phrase_preposition(self.syntax, mention.first, floor)

    def listed_with(self, filler: Filler, classes: Classes) -> list[Filler]:
        """Return the filler and those coordinated with it, before and behind it."""
        others = self.coordinated(filler.mention)
        return [filler, *(Filler(m, filler.score * COMMON_HEAD) for m in others if is_a(m.type, classes))]

    def coordinated(self, mention: Mention) -> list[Mention]:
        """Return those in one list with a mention, before and behind it."""
        return [*self._coordinated_before.get(mention.start, ()), *self._coordinated.get(mention.start, ())]

    def dative(self, tokens: Sequence[int], classes: Classes, taken: frozenset[int]) -> Filler | None:
        """Return the mention of a clause whose article can only be dative: "gehört dem Staatsfonds PIF"."""
        for mention in self.document.mentions_in(tokens[0], tokens[-1] + 1):
            is_free = phrase_preposition(self.syntax, mention.first, tokens[0]) is None
            fits = is_a(mention.type, classes) and mention.referent not in taken
            if fits and is_free and mention.kind != "pronoun" and self._has_dative_article(mention, tokens[0]):
                return Filler(mention, SHALLOW)
        return None

    def _has_dative_article(self, mention: Mention, floor: int) -> bool:
        s = self.syntax
        i = mention.first
        while i > floor and s.pos[i - 1] in ("ADJ", "NOUN", "NUM") and mention.first - i < 3:
            i -= 1
        return i > floor and s.lower[i - 1] in _DATIVES

    def _is_dateline(self, mention: Mention) -> bool:
        """Whether a place opens its sentence and stands apart from it: "Frankfurt, 15. Jun (Reuters) - …"."""
        s = self.syntax
        is_first = mention.first == s.sentence(mention.first)[0]
        return mention.type == "Place" and is_first and s.words[mention.last] in _APART

    def _modifies(self, mention: Mention) -> bool:
        """Whether a name is the owner of something else ("Alibabas Umsatz")."""
        i = mention.last - 1
        if (
            mention.first > 1
            and self.syntax.lower[mention.first - 1] in ("der", "des")
            and self.syntax.pos[mention.first - 2] == "NOUN"
        ):
            return True
        inflected = self._is_genitive_owner(mention)
        return (
            inflected or self.syntax.feats[i].get("Case") == "Gen" or self.syntax.deps[i] in ("nmod:poss", "det:poss")
        )


SHARES = (
    "anteil", "anteile", "anteilsschein", "mehrheit", "minderheit", "beteiligung", "aktie", "aktien", "papier", "paket",
    "kontrolle",
    "prozent", "drittel", "viertel", "hälfte", "rest", "teil", "stimmrecht", "kapital", "interesse", "zahlung",
)  # fmt: skip
_BODIES = ("Regulator", "GovernmentBody")
#: what a kind of house tells its trade before: "die Neobank N26", "den Chiphersteller Infineon"
_NAMED_HOUSES = ("Company", "JointVenture")
#: those who act for a place
_AUTHORITIES = ("behörde", "aufsicht", "aufseher", "regulierer")
#: beginnings of the words for what a country sells
_GOODS = ("ware", "import", "einfuhr", "export", "ausfuhr", "produkt", "güter", "erzeugnis", "lieferung")
_HOUSES = ("konzern", "gruppe", "holding", "group")
#: words between a plural and names that are examples of it
_SUCH_AS = frozenset({"wie", "einschließlich", "inklusive"})
_EXAMPLES = (("allen", "voran"), ("unter", "ihnen"), ("unter", "anderem"), ("zum", "beispiel"))
_DATIVES = frozenset("dem einem seinem ihrem diesem jenem".split())
_APART = frozenset({",", "(", "-", "–", "/", ":"})
_LINKS = frozenset({"und", "oder", "sowie", "bzw.", "beziehungsweise", "&"})
_LIKEWISE = (("ebenso", "wie"), ("wie", "auch"), ("genauso", "wie"), ("sowie", "auch"))


def coordinated_mentions(document: Document) -> dict[int, list[Mention]]:
    """Return, for the first name of each list "A, B und C", the names that follow; keyed by its start.

    Word order alone decides: names of one kind with nothing but commas, conjunctions, articles between them.
    """
    kinds = ("name", "compound", "nominal")
    names = [m for m in document.mentions if m.kind in kinds and not _tells_whose(document, m)]
    found: dict[int, list[Mention]] = {}
    chain: list[Mention] = []
    closed = False
    for before, after in pairwise(names):
        link = _link(document, before, after)
        if link == "":
            chain, closed = [], False
            continue
        chain = chain or [before]
        chain.append(after)
        closed = closed or link != "comma"
        if link == "both":
            found[after.start] = [before]
        if closed and link != "comma":
            for n, member in enumerate(chain[:-1]):
                found[member.start] = chain[n + 1 :]
    return found


def _tells_whose(document: Document, mention: Mention) -> bool:
    """Tell whether a name in a compound only tells whose the next one is: "die Aral-Mutter BP"."""
    behind = document.at.get(mention.last, ())
    names_next = any(m.first == mention.last and m.kind == "name" and m.type == mention.type for m in behind)
    return mention.kind == "compound" and names_next


def _turned_round(followers: Mapping[int, Sequence[Mention]], mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    """Return, for each name in a list, the names before it; keyed by its start."""
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        for start in dict.fromkeys(other.start for other in followers.get(mention.start, ())):
            found.setdefault(start, []).append(mention)
    return found


def _link(document: Document, before: Mention, after: Mention) -> str:
    """Return how two names are linked: "comma", "and", "both" in "beide Unternehmen", or not at all."""
    s = document.syntax
    if before.kind == after.kind == "nominal" and before.last == after.first and before.text.lower() in BOTH:
        return "both"
    between = [
        w for w in s.lower[before.last : after.first] if w not in ("der", "die", "das", "den", "dem", '"', "„", "“")
    ]
    if not between or s.sent_of[before.first] != s.sent_of[after.first] or before.type != after.type:
        return ""
    if any(_opens_relative(s, i, after) for i in range(before.last, after.first)):
        return ""  # "Northvolt, der VW und BMW belieferte": no list of three
    if between == [","]:
        return "comma"
    if len(between) == 1 and between[0] in _LINKS:
        return "and"
    return "and" if tuple(between) in _LIKEWISE else ""


def _opens_relative(s: Syntax, i: int, after: Mention) -> bool:
    """Tell whether a word before a name is a relative pronoun: by the tree, or as no article of such a name."""
    if s.is_relative(i) and (s.pos[i] == "PRON" or s.deps[i] in ("nsubj", "obj", "iobj", "obl:arg")):
        return True
    is_bare = i + 1 == after.first and after.kind == "name" and after.type != "Place"
    return is_bare and s.lower[i] in ("das", "dem", "den") and s.words[i - 1] == ","


def is_inflected_of(word: str, lemmas: Collection[str]) -> bool:
    """Tell whether a word is one of the lemmas, with an ending of at most two letters.

    >>> is_inflected_of("papieren", {"papier"})
    True
    """
    return word in lemmas or any(word[:-n] in lemmas for n in (1, 2) if len(word) > n + 3)


def merge_roles(first: Roles, second: Roles) -> Roles:
    """Return the phrases of both, those of the first before those of the second."""
    return {role: first.get(role, []) + second.get(role, []) for role in first | second}

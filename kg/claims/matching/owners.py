"""Whose something is that a noun tells: "die VW-Tochter", "Alibabas Sparte", "der Chef von Bosch"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.claims.clauses import noun_roles
from kg.claims.document import Document, is_a
from kg.claims.matching.makers import maker_in_name
from kg.claims.matching.names import posts_side_by_side
from kg.claims.matching.site import Site
from kg.claims.slots import CERTAIN, COMMON_HEAD, SHARES, Filler, PhraseReader
from kg.language.mentions.lexicon import shipped_lexicon
from kg.language.spans import Mention

_OF_THE_LAST = ("deren", "dessen")
#: nouns of these classes behind a post tell whose it is, even where nobody knows which one: "Präsident des Verbands"
_OWNING = ("Organization", "Person")

#: last parts of posts that somebody has at a site: "Leiter des BMW-Werks"
_POSTS_AT_SITES = (
    "chef",
    "chefin",
    "leiter",
    "leiterin",
    "betriebsrat",
    "betriebsrätin",
    "vorsitzender",
    "vorsitzende",
    "vorsitzenden",
)


class Owners:
    """Finds the owners that nouns of one document name."""

    def __init__(self, document: Document, reader: PhraseReader) -> None:
        self._document = document
        self._syntax = document.syntax
        self._reader = reader

    def of(self, classes: tuple[str, ...], site: Site) -> list[Filler]:
        """Return whose a noun is: in a compound with it, before it, behind it, or its maker."""
        owner = self.compound(classes, site.trigger) or self.before(classes, site) or self.behind(classes, site)
        maker = None if owner else maker_in_name(self._document, site.trigger, classes)
        return [Filler(maker, COMMON_HEAD)] if maker else owner

    def in_role(self, role: str, classes: tuple[str, ...], site: Site, *, held: bool = False) -> list[Filler]:
        """Return whose the phrase in a role is: "geißelte das Vorgehen der Unicredit".

        With ``held`` it is asked what a share is held in, not who holds it.
        """
        found: list[Filler] = []
        for head in site.all_roles().get(role, ()):
            for conjunct in self._syntax.conjuncts(head):
                owner = Site(conjunct, noun_roles(self._syntax, conjunct), site.span)
                found += (self._held(classes, owner) if held else []) or self.of(classes, owner)
        return found

    def _held(self, classes: tuple[str, ...], site: Site) -> list[Filler]:
        """Return what a share is held in, whoever holds it: "die Lanxess-Beteiligung an Envalior"."""
        if not self._syntax.lemmas[site.trigger].lower().endswith(SHARES):
            return []
        return self._reader.fillers(site.roles.get("an", ()), classes)

    def compound(self, classes: tuple[str, ...], trigger: int) -> list[Filler]:
        """Return the name that is a part of a word: "VW-Tochter"."""
        for mention in self._document.at.get(trigger, ()):
            if (
                mention.kind in ("compound", "topic")
                and is_a(mention.type, classes)
                and self._is_part(mention, trigger)
            ):
                return [Filler(mention, CERTAIN)]
        first = self._post_beside(trigger)
        return self.compound(classes, first) if first is not None else []

    def _post_beside(self, trigger: int) -> int | None:
        """Return the post with whose house a second one is told: "**Isar-Chef** und Mitgründer Daniel Metzler"."""
        first = self._syntax.heads[trigger]
        if first != trigger - 2 or posts_side_by_side(self._syntax, first) != trigger:
            return None
        return first if self._reader.named_by(trigger, ("Person",)) is not None else None

    def _is_part(self, mention: Mention, token: int) -> bool:
        """Tell whether a name is a part of a word, or what the whole word implies: "Kanzler" the government."""
        return mention.end < self._syntax.ends[token] or mention.head == self._syntax.lower[token]

    def before(self, classes: tuple[str, ...], site: Site) -> list[Filler]:
        """Return the owner before a noun: "Alibabas Sparte", "seine Tochter"."""
        found = self._reader.fillers(site.roles.get("poss", ()), classes, owners=True)
        if found:
            return found
        s = self._syntax
        i, floor = site.trigger - 1, s.sentence(site.trigger)[0]
        while i > floor and s.pos[i] in ("ADJ", "NUM", "ADV") and not self._is_owner_at(i, classes):
            i -= 1
        owner = self._is_owner_at(i, classes) if i >= floor else None
        if owner is None and s.lower[i] in _OF_THE_LAST:
            owner = self._last_before(i, classes)
        return [Filler(owner, CERTAIN)] if owner else []

    def _last_before(self, i: int, classes: tuple[str, ...]) -> Mention | None:
        """Return whom "deren" and "dessen" most likely mean: the last one named before in the sentence."""
        before = [m for m in self._document.mentions_in(self._syntax.sentence(i)[0], i) if self._can_own(m, classes)]
        return before[-1] if before else None

    def _can_own(self, mention: Mention, classes: tuple[str, ...]) -> bool:
        return mention.kind in ("name", "nominal", "compound") and is_a(mention.type, classes)

    def is_of_another(self, trigger: int) -> bool:
        """Whether "deren" or "dessen" stands before a noun: its owner is not the subject of the clause."""
        s = self._syntax
        return any(s.lower[i] in _OF_THE_LAST for i in range(max(0, trigger - 3), trigger))

    def is_of_a_stranger(self, trigger: int) -> bool:
        """Whether an owner that is no entity of the article stands behind a noun: "Präsident des Dachverbands"."""
        roles = noun_roles(self._syntax, trigger)
        return any(self._is_stranger(head) for role in ("gen", "von") for head in roles.get(role, ()))

    def _is_stranger(self, head: int) -> bool:
        """Tell whether a noun names or introduces a person, or a body that nothing takes up."""
        mentions = self._document.at.get(head, ())
        if mentions:
            return mentions[0].type == "Person"
        if any(m.type == "Person" for c in self._named_by(head) for m in self._document.at.get(c, ())):
            return True
        word, lexicon = self._syntax.words[head], shipped_lexicon()
        noun = None if lexicon.tells_unit(word) else lexicon.noun(word)
        return noun is not None and is_a(noun.type, _OWNING)

    def _named_by(self, noun: int) -> Iterator[int]:
        """Yield the heads of the names that a noun introduces: "die Verwalterin Bettina Schmudde"."""
        return self._syntax.dep_children(noun, "appos", "flat", "flat:name")

    def _is_owner_at(self, i: int, classes: tuple[str, ...]) -> Mention | None:
        """Return the genitive name or possessive pronoun at a token."""
        for mention in self._document.at.get(i, ()):
            if not is_a(mention.type, classes) or mention.last != i + 1:
                continue
            inflected = mention.text.endswith(("s", "'", "’", "x", "z"))
            if mention.kind == "pronoun" or (
                mention.kind == "name" and inflected and self._syntax.preposition(i) is None
            ):
                return mention
        return None

    def behind(self, classes: tuple[str, ...], site: Site) -> list[Filler]:
        """Return the owner behind a noun: "die Tochter von Bosch", "der Chef der Bank"."""
        heads = [*site.roles.get("gen", ()), *site.roles.get("bei", ())]
        s = self._syntax
        for c in self._named_by(site.trigger):
            inner = noun_roles(s, c)
            heads += [*inner.get("gen", ()), *inner.get("bei", ())]
        if s.deps[site.trigger] in ("appos", "flat", "compound", "nmod"):
            outer = noun_roles(s, s.heads[site.trigger])
            heads += [h for h in (*outer.get("von", ()), *outer.get("bei", ())) if h > site.trigger]
        return self._reader.fillers(heads, classes, owners=True) or self._of_site(heads, classes, site)

    def _of_site(self, heads: Sequence[int], classes: tuple[str, ...], site: Site) -> list[Filler]:
        """Return whose the site is at which somebody has a post: "Betriebsratschef des BMW-Werks"."""
        if not self._syntax.lower[site.trigger].endswith(_POSTS_AT_SITES):
            return []
        sites = (h for h in heads if self._syntax.lemmas[h].lower().endswith(self._reader.sites))
        return [filler for h in sites for filler in self.compound(classes, h)][:1]

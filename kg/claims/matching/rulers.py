"""Who acts for a state or an authority: "US-Präsident Donald Trump verhängte Zölle" tells what his government does."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.document import Document
from kg.claims.slots import Filler
from kg.language.spans import Mention

#: what those in office do in its name
OFFICIAL = frozenset({"restricts", "approves", "regulates"})
_BODIES = ("GovernmentBody", "Regulator")


class Rulers:
    """Finds the governments and authorities of the people of one document who hold their offices."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._offices: dict[int, Mention] = {}
        for mention in document.mentions:
            office = self._before(mention) if mention.type == "Person" else None
            if office is not None:
                self._offices.setdefault(mention.referent, office)

    def acting(self, people: Sequence[Filler]) -> list[Filler]:
        """Return for whom people act, where the text tells of their office."""
        found = [(self._offices.get(p.mention.referent), p.score) for p in people]
        return [Filler(office, score) for office, score in found if office is not None]

    def _before(self, person: Mention) -> Mention | None:
        """Return the body in the word right before a name: "US-Präsident", "Kanzler", "Bafin-Chef"."""
        before = self._document.at.get(person.first - 1, ())
        posts = (m for m in before if m.kind == "compound" and m.type in _BODIES and m.last == person.first)
        return next(posts, None)

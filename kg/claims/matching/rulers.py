"""Who acts for a state or an authority: "US-Präsident Donald Trump verhängte Zölle" tells what his government does."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.document import Document
from kg.claims.slots import Filler
from kg.language.gazetteer import shared_authority
from kg.language.spans import Mention

#: what those in office do in its name
OFFICIAL = frozenset({"restricts", "approves", "regulates"})
_BODIES = ("GovernmentBody", "Regulator")
_GOVERNMENT = "-government"
#: ids of countries that differ from those of their governments
_SHORT = {"us": "united-states", "uk": "united-kingdom", "uae": "united-arab-emirates"}


def country_of(government: str) -> str:
    """Return the id of the country of a government; nothing for other bodies.

    >>> country_of("us-government"), country_of("italy-government"), country_of("fed")
    ('united-states', 'italy', '')
    """
    state, government, _ = government.partition(_GOVERNMENT)
    return _SHORT.get(state, state) if government else ""


class Rulers:
    """Finds the governments and authorities of the people of one document who hold their offices.

    Of a head of government the authority file tells it: "Trump verhängt Zölle" needs no "US-Präsident" before it, only
    that the text names the United States or their government somewhere.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._offices: dict[int, Mention] = {}
        for mention in document.mentions:
            office = self._before(mention) if mention.type == "Person" else None
            if office is not None:
                self._offices.setdefault(mention.referent, office)

    def acting(self, people: Sequence[Filler]) -> list[Filler]:
        """Return for whom people act, where the text tells of their office."""
        found = [(self._offices.get(p.mention.referent) or self._known(p.mention), p.score) for p in people]
        return [Filler(office, score) for office, score in found if office is not None]

    def _known(self, person: Mention) -> Mention | None:
        """Return the government that a person is known to belong to, or its country, where the text names either."""
        record = shared_authority().by_id(self._document.referents[person.referent].key)
        government = record.works_for if record and not record.is_former else None
        if government is None or not government.endswith(_GOVERNMENT):
            return None
        return self._document.first_named(government, country_of(government))

    def _before(self, person: Mention) -> Mention | None:
        """Return the body in the word right before a name: "US-Präsident", "Kanzler", "Bafin-Chef"."""
        before = self._document.at.get(person.first - 1, ())
        posts = (m for m in before if m.kind == "compound" and m.type in _BODIES and m.last == person.first)
        return next(posts, None)

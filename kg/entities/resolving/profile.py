"""What the articles, or the authority file, tell of one entity before it is resolved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple
from urllib.parse import quote

from kg.language.gazetteer import CLASSES_ABOVE

ENTITY_NAMESPACE = "https://w3id.org/newskg/entity/"


class Identity(NamedTuple):
    """What makes a name the same name in all articles.

    A known entity has its authority id as key and no kind; an unknown one has its class, its normalised name
    and, where the articles tell one, a mark that sets it apart from namesakes: a country or a legal form.
    """

    kind: str
    key: str
    mark: str = ""

    @property
    def known(self) -> bool:
        """Whether the authority file holds it."""
        return not self.kind

    @property
    def iri(self) -> str:
        """The address.

        >>> Identity("Company", "dalian zeus").iri
        'https://w3id.org/newskg/entity/company/dalian-zeus'
        >>> Identity("", "sap").iri, Identity("Company", "merck", "kgaa").iri
        ('https://w3id.org/newskg/entity/sap', 'https://w3id.org/newskg/entity/company/merck~kgaa')
        """
        slug = quote(self.key.replace(" ", "-"), safe="-") + (f"~{quote(self.mark, safe='')}" if self.mark else "")
        return ENTITY_NAMESPACE + (f"{self.kind.lower()}/{slug}" if self.kind else slug)


@dataclass(frozen=True, slots=True)
class Profile:
    """Names and circumstances of one entity; equal for equal sets of claims, in whatever order they came."""

    identity: Identity
    #: class of the ontology
    type: str
    #: names as written, sorted
    names: tuple[str, ...]
    #: folded short forms and aliases that an article uses for it
    told: frozenset[str] = frozenset()
    #: ISO 3166-1 alpha-2 codes
    countries: frozenset[str] = frozenset()
    #: pairs of a kind (isin, lei, wkn, ticker) and a value
    identifiers: frozenset[tuple[str, str]] = frozenset()
    #: what it is related to, as "predicate address"
    neighbours: frozenset[str] = frozenset()

    @property
    def family(self) -> str:
        """The class under which classes may be confused: all organisations are one family."""
        return CLASSES_ABOVE.get(self.type, self.type)

    def with_neighbours(self, neighbours: Iterable[str]) -> Profile:
        """Return the profile with other neighbours."""
        kept = frozenset(neighbours)
        return self if kept == self.neighbours else replace(self, neighbours=kept)

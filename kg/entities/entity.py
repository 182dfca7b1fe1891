"""The entity: somebody or something with a name, the same across articles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of an entity; ``language`` is an ISO 639-1 code, None for a name of every language."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity as the graph knows it, under one address in all articles.

    >>> Entity("https://w3id.org/newskg/entity/sap", "SAP", "Company", identifiers=(("wkn", "716460"),)).name
    'SAP'
    """

    #: address: made from the id in the authority file, or from normalised name and class
    iri: str
    #: the name to show
    name: str
    #: class of the ontology: Company, Regulator, …
    type: str
    #: other names that it is known to have
    aliases: tuple[Alias, ...] = ()
    #: ISO 3166-1 alpha-2 code where known
    country: str | None = None
    #: codes of its industries where known, sorted
    industries: tuple[str, ...] = ()
    #: pairs of a kind and a value; kinds: isin, wkn, lei, ticker, wikidata, homepage
    identifiers: tuple[tuple[str, str], ...] = ()
    #: language of the name; None where the name is the same in every language
    language: str | None = None
    #: further names that articles use; each stands in the graphs of those articles only
    seen: tuple[Alias, ...] = ()
    #: other addresses of the same thing: of names that were joined with it, and in other data sets
    same_as: tuple[str, ...] = ()

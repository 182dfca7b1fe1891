"""The namespaces of the graph, and the prefixes that queries and files may use for them."""

from __future__ import annotations

from functools import cache

from pyoxigraph import NamedNode

BASE = "https://w3id.org/newskg/"
#: the graph that holds the vocabulary itself
VOCABULARY_GRAPH = NamedNode(f"{BASE}ontology")


class Namespace(str):
    """The start of a family of IRIs; attributes and calls make its members.

    >>> Namespace("https://schema.org/").NewsArticle
    <NamedNode value=https://schema.org/NewsArticle>
    """

    __slots__ = ()

    def __call__(self, name: str) -> NamedNode:
        return NamedNode(self + name)

    def __getattr__(self, name: str) -> NamedNode:
        if name.startswith("__"):
            raise AttributeError(name)
        return _member(self, name)


@cache
def _member(start: str, name: str) -> NamedNode:
    return NamedNode(start + name)


KG = Namespace(f"{BASE}ontology#")
ARTICLE = Namespace(f"{BASE}article/")
ENTITY = Namespace(f"{BASE}entity/")
STATEMENT = Namespace(f"{BASE}statement/")
EVIDENCE = Namespace(f"{BASE}evidence/")
EXTRACTION = Namespace(f"{BASE}extraction/")
SOFTWARE = Namespace(f"{BASE}software/")
PUBLISHER = Namespace(f"{BASE}publisher/")

DCT = Namespace("http://purl.org/dc/terms/")
OA = Namespace("http://www.w3.org/ns/oa#")
ORG = Namespace("http://www.w3.org/ns/org#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
PROV = Namespace("http://www.w3.org/ns/prov#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA = Namespace("https://schema.org/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
WIKIDATA = Namespace("http://www.wikidata.org/entity/")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

#: known in every query without a declaration, and used when files are written
PREFIXES: dict[str, str] = {
    "article": ARTICLE,
    "dct": DCT,
    "entity": ENTITY,
    "evidence": EVIDENCE,
    "kg": KG,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "publisher": PUBLISHER,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "statement": STATEMENT,
    "wd": WIKIDATA,
    "xsd": XSD,
}


def local_name(iri: str) -> str:
    """Return what follows the last ``#`` or ``/``.

    >>> local_name("https://w3id.org/newskg/ontology#partnersWith")
    'partnersWith'
    """
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def compact(iri: str) -> str:
    """Write an IRI with the longest prefix that fits; one without a prefix stays as it is.

    >>> compact("https://w3id.org/newskg/ontology#rates"), compact("https://example.org/a")
    ('kg:rates', 'https://example.org/a')
    """
    fitting = [(name, start) for name, start in PREFIXES.items() if iri.startswith(start) and iri != start]
    if not fitting:
        return iri
    name, start = max(fitting, key=lambda prefix: len(prefix[1]))
    return f"{name}:{iri.removeprefix(start)}"

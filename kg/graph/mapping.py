"""The one place where linked claims become RDF.

An article's graph holds the article, the entities it speaks of, a statement for every claim with the
words that carry it, and a plain triple for every claim that it states as actual. The same article and
claims give the same quads, in whatever order the claims come; there are no blank nodes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.metadata import version as installed_version
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from kg.articles.article import Article
from kg.claims.claim import Evidence, Party
from kg.entities.entity import Alias, Entity
from kg.entities.linked import LinkedClaim
from kg.graph.literals import number_literal, scalar_literal, text_literal, typed_literal
from kg.graph.namespaces import (
    ARTICLE,
    DCT,
    EVIDENCE,
    EXTRACTION,
    KG,
    OA,
    OWL,
    PROV,
    PUBLISHER,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    SOFTWARE,
    STATEMENT,
    WIKIDATA,
    XSD,
)
from kg.graph.vocabulary import Vocabulary, shipped_vocabulary
from kg.language.normalise import fold

Triples = Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]

#: characters of context that the evidence keeps on each side of the quote
CONTEXT = 32


class MappingError(ValueError):
    """A claim cannot be written as RDF; ``article`` and ``problem`` say which and why."""

    def __init__(self, article: str, problem: str) -> None:
        super().__init__(f"{article}: {problem}")
        self.article = article
        self.problem = problem


def article_node(article: Article) -> NamedNode:
    """Return the IRI of an article, which is also that of its graph.

    An address that is no valid IRI gives way to one made from the article's id.

    >>> article_node(Article("honor-deal", "…")).value
    'https://w3id.org/newskg/article/honor-deal'
    """
    try:
        return NamedNode(article.iri)
    except ValueError:
        return NamedNode(bare_address(article.id))


def bare_address(article_id: str) -> str:
    """Return the IRI of an article that has no address of its own."""
    return ARTICLE(_segment(article_id)).value


def article_quads(
    article: Article,
    claims: Iterable[LinkedClaim],
    *,
    reprint_of: str | None = None,
    version: str | None = None,
    vocabulary: Vocabulary | None = None,
) -> list[Quad]:
    """Return what one article contributes to the graph, each quad once.

    ``reprint_of`` is the IRI of an earlier article whose text this one repeats. ``version`` names the
    extraction that found the claims; without it, the installed version of the program.

    Raises:
        MappingError: a claim uses a word that the ontology does not define, or its evidence does not
            stand in the article.
    """
    version = version or _installed_version()
    mapping = _ArticleMapping(article, version, vocabulary or shipped_vocabulary(), article_node(article))
    try:
        triples = dict.fromkeys(mapping.triples(claims, reprint_of))
    except (KeyError, ValueError) as error:
        raise MappingError(article.id, _problem(error)) from error
    return [Quad(*triple, mapping.graph) for triple in triples]


@cache
def _installed_version() -> str:
    return installed_version("newskg")


def _problem(error: KeyError | ValueError) -> str:
    return f"the ontology does not define {error}" if isinstance(error, KeyError) else str(error)


def _segment(text: str) -> str:
    """Return text as one segment of an IRI."""
    return quote(text, safe="", errors="backslashreplace")


def _digest(*parts: object) -> str:
    """Return a short hash over parts that JSON can tell apart."""
    key = json.dumps(parts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(key.encode("ascii")).hexdigest()[:32]


@dataclass(frozen=True)
class _ArticleMapping:
    """One article on its way into RDF."""

    article: Article
    version: str
    vocabulary: Vocabulary
    graph: NamedNode
    #: what was told of entities, evidence and extractions already: several claims share it
    told: set[object] = field(default_factory=set)

    def first(self, *what: object) -> bool:
        """Tell whether something is told for the first time."""
        size = len(self.told)
        self.told.add(what)
        return len(self.told) > size

    def triples(self, claims: Iterable[LinkedClaim], reprint_of: str | None) -> Triples:
        statements: dict[NamedNode, list[_Statement]] = {}
        for linked in claims:
            statement = _Statement(self, linked)
            statements.setdefault(statement.node, []).append(statement)
        yield from self._article_triples(reprint_of)
        for node in sorted(statements, key=lambda node: node.value):
            yield from _told_again(statements[node])

    def _article_triples(self, reprint_of: str | None) -> Triples:
        node, article = self.graph, self.article
        yield node, RDF.type, SCHEMA.NewsArticle
        yield node, SCHEMA.identifier, text_literal(article.id)
        yield node, SCHEMA.inLanguage, text_literal(article.lang)
        if article.title:
            yield node, SCHEMA.headline, text_literal(article.title, article.lang)
        if article.published:
            yield node, SCHEMA.datePublished, Literal(article.published.isoformat(), datatype=XSD.date)
        if article.published_at:
            yield node, DCT.issued, Literal(article.published_at.isoformat(), datatype=XSD.dateTime)
        if article.url:
            yield node, SCHEMA.url, Literal(text_literal(article.url).value, datatype=XSD.anyURI)
        if article.author:
            yield node, SCHEMA.author, text_literal(article.author)
        if article.publisher:
            yield from self._publisher_triples(article.publisher)
        if reprint_of:
            yield node, KG.reprintOf, NamedNode(reprint_of)

    def _publisher_triples(self, name: str) -> Triples:
        publisher = PUBLISHER(_segment(fold(name) or name))
        yield self.graph, SCHEMA.publisher, publisher
        yield publisher, RDF.type, SCHEMA.Organization
        yield publisher, SCHEMA.name, text_literal(name)


@dataclass(frozen=True)
class _Statement:
    """One claim as RDF."""

    of: _ArticleMapping
    linked: LinkedClaim

    @cached_property
    def node(self) -> NamedNode:
        """The address: a hash of what makes the claim that claim, and of nothing else."""
        claim, linked = self.linked.claim, self.linked
        target = linked.object.iri if linked.object else None
        value = None if claim.value is None else str(scalar_literal(claim.value))
        qualifiers = {name: str(literal) for name, literal in self.qualifiers.items()}
        sources = [source if isinstance(source, str) else source.iri for source in linked.attributed_to]
        parts = (linked.subject.iri, claim.predicate, target, value, claim.status)
        return STATEMENT(_digest(self.of.graph.value, *parts, sorted(qualifiers.items()), sorted(sources)))

    @cached_property
    def qualifiers(self) -> Mapping[str, Literal]:
        """The qualifiers as typed literals, by name."""
        language, known = self.of.article.lang, self.of.vocabulary.qualifiers
        given = [item for item in sorted(self.linked.claim.qualifiers.items()) if item[1] != ""]
        return {name: typed_literal(value, known[name].datatypes, language) for name, value in given}

    @property
    def predicate(self) -> NamedNode:
        return self.of.vocabulary.predicates[self.linked.claim.predicate].node

    def triples(self) -> Triples:
        """Yield all of the statement but its confidence, and the plain triple of an actual claim."""
        claim, linked = self.linked.claim, self.linked
        subject, target = NamedNode(linked.subject.iri), self._target()
        yield self.node, RDF.type, KG.Statement
        yield self.node, RDF.subject, subject
        yield self.node, RDF.predicate, self.predicate
        yield self.node, KG.status, self.of.vocabulary.status[claim.status]
        if target is not None:
            yield self.node, KG.value if isinstance(target, Literal) else RDF.object, target
            if claim.status == "actual":
                yield subject, self.predicate, target
        for name, literal in self.qualifiers.items():
            yield self.node, self.of.vocabulary.qualifiers[name].node, literal
        yield from self._name_triples()
        yield from self._source_triples()
        yield from self._party_triples()
        yield from self._evidence_triples(claim.evidence)
        yield from self._extraction_triples(claim.method)

    def _target(self) -> NamedNode | Literal | None:
        """Return the object or the value; raises ValueError where the predicate takes the other one."""
        predicate, value = self.of.vocabulary.predicates[self.linked.claim.predicate], self.linked.claim.value
        if predicate.takes_entity != (self.linked.object is not None):
            wanted = "an entity as object" if predicate.takes_entity else "a value or nothing, not an entity"
            raise ValueError(f"{predicate.name} takes {wanted}")
        if self.linked.object is not None:
            return NamedNode(self.linked.object.iri)
        return None if value is None else scalar_literal(value)

    def _name_triples(self) -> Triples:
        """Yield the names that the article uses, where the entities go by others: a merge forgets no name."""
        roles = ((KG.subjectName, self.linked.claim.subject, self.linked.subject),
                 (KG.objectName, self.linked.claim.object, self.linked.object))  # fmt: skip
        for property_, party, entity in roles:
            if party and entity and party.name != entity.name:
                yield self.node, property_, text_literal(party.name, self.of.article.lang)

    def _source_triples(self) -> Triples:
        for source in self.linked.attributed_to:
            if isinstance(source, str):
                yield self.node, KG.attributedToUnnamed, text_literal(source, self.of.article.lang)
            else:
                yield self.node, KG.attributedTo, NamedNode(source.iri)

    def _party_triples(self) -> Triples:
        claim, linked = self.linked.claim, self.linked
        parties: list[tuple[Entity, Party]] = [(linked.subject, claim.subject)]
        if linked.object and claim.object:
            parties.append((linked.object, claim.object))
        sources = zip(linked.attributed_to, claim.attributed_to, strict=False)
        parties += [(source, party) for source, party in sources if isinstance(source, Entity)]
        for entity, party in parties:
            if self.of.first(id(entity), party.name, party.aliases):
                yield from self._entity_triples(entity, party)

    def _entity_triples(self, entity: Entity, party: Party) -> Triples:
        node = NamedNode(entity.iri)
        yield node, RDF.type, self.of.vocabulary.class_node(entity.type)
        yield node, SKOS.prefLabel, text_literal(entity.name, entity.language)
        known = {alias.text for alias in entity.aliases}
        said = (Alias(name, self.of.article.lang) for name in (party.name, *party.aliases) if name not in known)
        for alias in (*entity.aliases, *said):
            if alias.text and alias.text != entity.name:
                yield node, SKOS.altLabel, text_literal(alias.text, alias.language)
        if entity.country:
            yield node, KG.country, text_literal(entity.country)
        for code in entity.industries:
            yield node, KG.industry, text_literal(code)
        for kind, value in entity.identifiers:
            yield from _identifier_triples(node, kind, value)
        for address in entity.same_as:
            yield node, OWL.sameAs, NamedNode(address)

    def _evidence_triples(self, evidence: Evidence) -> Triples:
        text, start, end = self.of.article.text, evidence.start, evidence.end
        if text[start:end] != evidence.text:
            raise ValueError(f"the words at {start}–{end} are {text[start:end]!r}, not {evidence.text!r}")
        trigger = (evidence.trigger_start, evidence.trigger_end)
        node = EVIDENCE(_digest(self.of.graph.value, start, end, *trigger))
        position, words = NamedNode(f"{node.value}/position"), NamedNode(f"{node.value}/quote")
        yield self.node, OA.hasTarget, node
        if not self.of.first(node):
            return
        yield node, RDF.type, OA.SpecificResource
        yield node, OA.hasSource, self.of.graph
        yield node, OA.hasSelector, position
        yield node, OA.hasSelector, words
        if trigger[0] < trigger[1]:
            yield node, KG.triggerStart, _offset(trigger[0])
            yield node, KG.triggerEnd, _offset(trigger[1])
        yield position, RDF.type, OA.TextPositionSelector
        yield position, OA.start, _offset(start)
        yield position, OA.end, _offset(end)
        yield words, RDF.type, OA.TextQuoteSelector
        yield words, OA.exact, text_literal(evidence.text)
        yield words, OA.prefix, text_literal(text[max(0, start - CONTEXT) : start])
        yield words, OA.suffix, text_literal(text[end : end + CONTEXT])

    def _extraction_triples(self, method: str) -> Triples:
        activity = EXTRACTION(f"{_segment(self.of.version)}/{_segment(method)}")
        software = SOFTWARE(_segment(self.of.version))
        yield self.node, PROV.wasGeneratedBy, activity
        if not self.of.first(method):
            return
        yield activity, RDF.type, PROV.Activity
        yield activity, RDFS.label, text_literal(method)
        yield activity, PROV.wasAssociatedWith, software
        yield software, RDF.type, PROV.SoftwareAgent
        yield software, SCHEMA.softwareVersion, text_literal(self.of.version)


def _told_again(statements: list[_Statement]) -> Triples:
    """Yield one statement for a claim that an article makes once or several times.

    Each telling adds its evidence; the confidence is that of the surest one.
    """
    for statement in statements:
        yield from statement.triples()
    confidence = max(statement.linked.claim.confidence for statement in statements)
    yield statements[0].node, KG.confidence, number_literal(confidence)


def _identifier_triples(node: NamedNode, kind: str, value: str) -> Triples:
    if kind == "wikidata":
        yield node, OWL.sameAs, WIKIDATA(_segment(value))
    elif kind == "homepage":
        yield node, KG.homepage, Literal(value, datatype=XSD.anyURI)
    elif kind in {"isin", "wkn", "lei", "ticker"}:
        yield node, KG(kind), text_literal(value)
    else:
        raise KeyError(kind)


def _offset(position: int) -> Literal:
    return Literal(str(position), datatype=XSD.integer)

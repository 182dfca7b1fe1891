"""Bringing the graph in line with the record: link everything, write what differs.

Linking looks across all articles but needs only who stands in which; what is written anew are the articles whose
own claims changed, or whose entities look different because of others. `written` in the record holds, for each
article, a hash over all that its quads were made from.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from pyoxigraph import Quad

from kg.articles.duplicates import find_reprints
from kg.articles.failure import ReadFailure
from kg.claims.claim import Claim
from kg.entities.decisions import Decisions
from kg.entities.entity import Entity
from kg.entities.linked import LinkedClaim
from kg.entities.linking import Linker, Relation, identity_of
from kg.entities.resolving.profile import Identity
from kg.graph.indexing import Indexing, indexing
from kg.graph.mapping import MappingError, article_quads, bare_address
from kg.graph.record import Record, Standing, Written
from kg.graph.report import BuildReport
from kg.graph.search_index import SearchIndex, docs_of
from kg.graph.store import GraphStore
from kg.graph.versions import files_digest, linking_version, mapping_version
from kg.language.gazetteer import Authority, shared_authority

#: articles that are written, and noted as written, in one step
BATCH = 200

Step = Callable[[int], None]


def update_graph(
    store: GraphStore,
    record: Record,
    authority: tuple[Path, ...],
    report: BuildReport,
    progress: Step | None = None,
    decisions: Decisions | None = None,
    workers: int = 1,
) -> None:
    """Bring the graph in line with the record and with people's decisions on names; count what it holds.

    ``authority`` are folders of the user's on top of the authority file. Where nothing differs from the last time,
    nothing is linked, and the counts are those of then. With two ``workers`` or more, the search index is written by a
    process of its own.
    """
    state = _state(record, authority, decisions)
    with SearchIndex(store.folder) as index:
        if not _is_settled(store, record, state, report):
            record.unsettle()
            linker = linker_for(record, shared_authority(authority), decisions)
            update = _Update(store, record, index, linker, report)
            update.write(progress or (lambda _: None), workers)
            update.remove_strays()
            if update.is_whole:
                record.settle(state, report.contents())
        complete_index(index, store)


def _state(record: Record, authority: tuple[Path, ...], decisions: Decisions | None) -> str:
    """Return a hash over all that the graph depends on."""
    folders = (files_digest(folder, "*") for folder in authority)
    ruled = repr(decisions.standing) if decisions else ""
    parts = (mapping_version(), linking_version(), *folders, ruled, record.digest())
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _is_settled(store: GraphStore, record: Record, state: str, report: BuildReport) -> bool:
    """Tell whether the graph is in that state already, and if so, count what it holds."""
    settled, contents = record.settled()
    if settled != state or set(store.articles()) != {written.iri for written in record.written().values()}:
        return False
    report.take_contents(contents)
    return True


def complete_index(index: SearchIndex, store: GraphStore) -> None:
    """Bring the search index in line with the graph where it is new, or where a run was killed between the two."""
    known, present = index.articles(), set(store.articles())
    index.remove(known - present)
    missing = sorted(present - known)
    for start in range(0, len(missing), BATCH):
        index.put((iri, store.quads(iri)) for iri in missing[start : start + BATCH])


class _Update:
    """One run over the record."""

    def __init__(
        self, store: GraphStore, record: Record, index: SearchIndex, linker: Linker, report: BuildReport
    ) -> None:
        self._store, self._record, self._index, self._report = store, record, index, report
        self._entities = _Entities(record, linker)
        self._originals = find_reprints(record.samples(), lru_cache(maxsize=4096)(record.sketch))
        self._written = record.written()
        self._addresses = _addresses(record)
        #: whether all articles could be written
        self.is_whole = True

    def write(self, progress: Step, workers: int) -> None:
        """Write the articles that differ from what stands in the graph."""
        batch: list[str] = []
        present = set(self._store.articles())
        prints: dict[str, Written] = {}
        for standing in self._record.standings():
            self._count(standing)
            found = Written(self._addresses[standing.id], self._fingerprint(standing))
            if found != self._written.get(standing.id) or found.iri not in present:
                prints[standing.id] = found
                batch.append(standing.id)
        with indexing(self._index, self._store.folder, len(batch), workers) as index:
            for start in range(0, len(batch), BATCH):
                chunk = batch[start : start + BATCH]
                self._report.written += self._write_batch({id_: prints[id_] for id_ in chunk}, index)
                progress(len(chunk))
        self._report.entities = len(self._entities.iris)

    def remove_strays(self) -> None:
        """Remove the graphs of articles that the record does not hold."""
        kept = set(self._addresses.values())
        for iri in set(self._store.articles()) - kept:
            self._store.remove_article(iri)
        self._record.forget_written(self._written.keys() - self._addresses.keys())

    def _count(self, standing: Standing) -> None:
        self._report.articles += 1
        self._report.statuses.update(standing.statuses)

    def _fingerprint(self, standing: Standing) -> bytes:
        """Return a hash over all that the quads of an article depend on."""
        original = self._originals.get(standing.id, "")
        parts = (mapping_version(), standing.digest, self._addresses.get(original, ""), self._addresses[standing.id])
        found = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=16)
        for number in standing.parties:
            found.update(self._entities.digest(number))
        return found.digest()

    def _write_batch(self, articles: Mapping[str, Written], index: Indexing) -> int:
        contributions: dict[str, list[Quad]] = {}
        done: dict[str, Written] = {}
        for id_, written in articles.items():
            try:
                contributions[written.iri] = self._quads(id_)
                done[id_] = written
            except MappingError as error:
                self._store.remove_article(written.iri)
                self.is_whole = False
                self._report.failures.append(ReadFailure(id_, error.problem, "report it with the article's text"))
        self._drop_moved(done)
        count = self._store.put_articles(contributions.items(), batch=BATCH)
        docs = [(iri, set(docs_of(quads))) for iri, quads in contributions.items()]
        index.put(docs, lambda: self._record.set_written(done))
        return count

    def _drop_moved(self, articles: Mapping[str, Written]) -> None:
        """Remove the graphs of articles whose address has changed."""
        for id_, written in articles.items():
            before = self._written.get(id_)
            if before is not None and before.iri != written.iri and before.iri not in self._addresses.values():
                self._store.remove_article(before.iri)

    def _quads(self, id_: str) -> list[Quad]:
        article, claims = self._record.read_one(id_)
        if self._addresses[id_] == bare_address(id_):
            article = replace(article, url=None)
        original = self._originals.get(id_)
        reprint_of = self._addresses[original] if original else None
        return article_quads(article, self._entities.linked(claims), reprint_of=reprint_of)


def linker_for(record: Record, authority: Authority, decisions: Decisions | None = None) -> Linker:
    """Return the linker for all that a record holds."""
    parties = record.parties()
    counts = Counter(number for standing in record.standings() for number in standing.parties)

    def relations_of(asked: Collection[Identity]) -> Iterator[Relation]:
        identities = {number: identity_of(parties[number]) for number in counts}
        wanted = {number for number, one in identities.items() if parties[number].type and one in asked}
        for standing in record.standings():
            if wanted.intersection(standing.parties):
                for subject, predicate, target in record.relations(standing.id):
                    yield Relation(identities[subject], predicate, identities[target])

    return Linker(authority, {parties[number]: count for number, count in counts.items()}, decisions, relations_of)


class _Entities:
    """The entities of all parties in the record."""

    def __init__(self, record: Record, linker: Linker) -> None:
        self._parties = record.parties()
        self._linker = linker
        self._digests: dict[int, bytes] = {}
        #: addresses of the entities asked for
        self.iris: set[str] = set()

    def digest(self, number: int) -> bytes:
        """Return a hash over what an article's graph says of the entity of a party."""
        if number not in self._digests:
            party = self._parties[number]
            entity = self._linker.entity(party) if party.type else None
            self._digests[number] = _entity_digest(entity)
            self.iris |= {entity.iri} if entity else set()
        return self._digests[number]

    def linked(self, claims: Iterable[Claim]) -> Iterator[LinkedClaim]:
        """Yield claims with their entities."""
        return map(self._linker.link, claims)


def _entity_digest(entity: Entity | None) -> bytes:
    said = replace(entity, seen=()) if entity else None
    return hashlib.blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _addresses(record: Record) -> dict[str, str]:
    """Return the address of each article; of several with one address, the first by id keeps it."""
    taken: dict[str, str] = {}
    for id_, iri in record.addresses():
        taken.setdefault(iri, id_)
    return {id_: iri if taken[iri] == id_ else bare_address(id_) for id_, iri in record.addresses()}

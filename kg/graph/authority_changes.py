"""When the authority file changes, the articles that may read differently are extracted again, and no others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kg.graph.record import Record
from kg.graph.versions import files_digest
from kg.language.gazetteer import AuthorityRecord, shared_authority
from kg.language.normalise import fold, shortened
from kg.resources import ontology_folder

#: id → hash of a row of the authority file, and the names in it
Rows = Mapping[str, tuple[str, Sequence[str]]]


def note_authority_changes(record: Record, folders: tuple[Path, ...]) -> None:
    """Mark the articles that hold a name of a row which is new, changed or gone since the last build.

    ``folders`` are those of the user's, beside the authority file that ships.
    """
    files = " ".join(files_digest(folder, "*") for folder in (ontology_folder() / "entities", *folders))
    if record.authority_files() == files:
        return
    rows, before = {one.id: _row(one) for one in shared_authority(folders)}, record.authority()
    if before and len(record):
        names = set(_changed_names(before, rows))
        record.mark_stale([id_ for id_, text in record.texts() if _holds(text, names)])
    record.set_authority(files, rows)


def _row(one: AuthorityRecord) -> tuple[str, list[str]]:
    digest = hashlib.blake2b(repr(_sorted_sets(one)).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
    return digest, [*one.names, *one.adjectives, *one.demonyms]


def _sorted_sets(one: AuthorityRecord) -> list[object]:
    values = (getattr(one, name) for name in one.__dataclass_fields__)
    return [sorted(value) if isinstance(value, frozenset) else value for value in values]


def _changed_names(before: Rows, now: Rows) -> Iterator[str]:
    for id_ in before.keys() | now.keys():
        old, new = before.get(id_), now.get(id_)
        if old is None or new is None or old[0] != new[0]:
            for name in (*(old[1] if old else ()), *(new[1] if new else ())):
                yield fold([*shortened(name)][-1])


def _holds(text: str, names: set[str]) -> bool:
    folded = fold(text)
    return any(name in folded for name in names)

"""Known entities that bear a name which articles leave undecided: "Merck" is one of two."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from kg.graph.namespaces import ENTITY
from kg.graph.record import RECORD_FILE
from kg.graph.sqlite import read_only

_BEARERS = "SELECT id, names FROM authority WHERE instr(names, ?) ORDER BY id"


def known_bearers(folder: Path | None, iri: str, name: str) -> dict[str, str]:
    """Return address → name of the entities of the authority file that an entity outside of it may be.

    They are looked up in the record beside the graph; without one, or for a known entity, there are none.
    """
    if folder is None or "/" not in iri.removeprefix(ENTITY):
        return {}
    try:
        with closing(read_only(folder / RECORD_FILE)) as db:
            rows = db.execute(_BEARERS, (json.dumps(name, ensure_ascii=False),)).fetchall()
    except sqlite3.OperationalError:
        return {}
    return {ENTITY + id_: json.loads(names)[0] for id_, names in rows}

"""Quality pinned as numbers: figures on the gold sets may rise, never fall. A better figure raises its floor here."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader
from kg.entities.contract import claim_object
from kg.entities.evaluation import evaluate
from kg.entities.linking import link

GOLD = Path(__file__).parents[2] / "shared" / "gold"
FLOORS = [
    ("seeds", "", {"f1": 0.91, "precision": 0.92, "status": 0.95, "type": 0.98, "link_b3": 0.98, "grounding": 1.0}),
    ("dev", "d1-", {"f1": 0.53, "precision": 0.77, "status": 0.95, "type": 0.97, "link_b3": 0.97, "grounding": 1.0}),
]


@pytest.mark.parametrize(("folder", "prefix", "floors"), FLOORS, ids=["seeds", "d1"])
def test_figures_hold_their_floors(folder: str, prefix: str, floors: dict[str, float], tmp_path: Path) -> None:
    root = GOLD / folder
    if not root.is_dir():
        pytest.skip(f"the gold articles are not here: {root}")
    articles = []
    for path in sorted((root / "claims").glob(f"{prefix}*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
        text = (root / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
        articles.append(Article(path.stem, text, published=dt.date.fromisoformat(gold["published"])))
    reader = ClaimReader.load()
    found = link({a.id: reader.read(a).claims for a in articles}, reader.pipeline.authority)
    claims = [claim_object(c) for linked in found.values() for c in linked]
    report = evaluate(tmp_path, claims, reader.lexicon.signatures, {a.id: a.text for a in articles})
    figures = report.figures()
    assert {k: figures[k] for k, floor in floors.items() if figures[k] < floor} == {}

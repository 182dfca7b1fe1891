"""Quality pinned as numbers: figures on gold articles may rise, never fall. A better figure raises its floor here."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader
from kg.entities.contract import claim_object
from kg.entities.evaluation import evaluate
from kg.entities.linking import link
from training.articles import measured, read_articles
from training.gold import gold

GOLD = Path(__file__).parents[2] / "shared" / "gold"
FLOORS = [
    (
        "seeds",
        "",
        {
            "f1": 0.96, "precision": 0.96, "status": 0.95, "q_f1": 0.95, "type": 0.98, "link_b3": 0.98, "grounding": 1.0
        },
    ),
    (
        "dev",
        "d1-",
        {
            "f1": 0.867, "precision": 0.92, "status": 0.98, "by_f1": 0.95, "q_f1": 0.906, "type": 0.98,
            "link_b3": 0.98, "grounding": 1.0,
        },
    ),
]  # fmt: skip
#: series of held-out articles, by the first letter of their files, and their floors
HELD_OUT_FLOORS = {
    "ac": {"f1": 0.657, "precision": 0.738, "recall": 0.593, "status": 0.952, "q_f1": 0.899, "type": 0.98,
        "grounding": 1.0},
    "e": {"f1": 0.564, "precision": 0.702, "recall": 0.471, "status": 0.941, "q_f1": 0.874, "type": 0.98,
        "grounding": 1.0},
    "i": {"f1": 0.711, "precision": 0.807, "recall": 0.636, "status": 0.952, "q_f1": 0.916, "type": 0.98,
        "grounding": 1.0},
    "f": {"f1": 0.653, "precision": 0.745, "recall": 0.581, "status": 0.965, "q_f1": 0.905, "type": 0.98,
        "grounding": 1.0},
    "t": {"f1": 0.663, "precision": 0.74, "recall": 0.6, "status": 0.957, "q_f1": 0.922, "type": 0.98,
        "grounding": 1.0},
}  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> ClaimReader:
    return ClaimReader.load()


@pytest.mark.parametrize(("folder", "prefix", "floors"), FLOORS, ids=["seeds", "d1"])
def test_figures_hold_their_floors(
    folder: str, prefix: str, floors: dict[str, float], reader: ClaimReader, tmp_path: Path
) -> None:
    root = GOLD / folder
    if not root.is_dir():
        pytest.skip(f"the gold articles are not here: {root}")
    articles = []
    for path in sorted((root / "claims").glob(f"{prefix}*.json")):
        given = json.loads(path.read_text(encoding="utf-8"))
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
        text = (root / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
        articles.append(Article(path.stem, text, published=dt.date.fromisoformat(given["published"])))
    assert below(floors, figures(articles, reader, tmp_path)) == {}


@pytest.mark.parametrize("series", HELD_OUT_FLOORS)
def test_held_out_articles_hold_their_floors(reader: ClaimReader, tmp_path: Path, series: str) -> None:
    floors = HELD_OUT_FLOORS[series]
    articles = []
    for path in measured(series):
        for annotated in read_articles(path):
            (tmp_path / f"{annotated.id}.json").write_text(json.dumps(gold(annotated)), encoding="utf-8")
            articles.append(annotated.article())
    assert len(articles) > 10
    assert below(floors, figures(articles, reader, tmp_path)) == {}


def figures(articles: Iterable[Article], reader: ClaimReader, folder: Path) -> dict[str, float]:
    """Return the figures of the reader on articles whose gold lies in a folder."""
    given = list(articles)
    found = link({a.id: reader.read(a).claims for a in given}, reader.pipeline.authority)
    claims = [claim_object(c) for linked in found.values() for c in linked]
    return evaluate(folder, claims, reader.lexicon.signatures, {a.id: a.text for a in given}).figures()


def below(floors: dict[str, float], reached: dict[str, float]) -> dict[str, float]:
    """Return the figures that lie below their floors."""
    return {name: reached[name] for name, floor in floors.items() if reached[name] < floor}

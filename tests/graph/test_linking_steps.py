"""The same articles give the same entities under the same addresses, in whatever order and by whatever steps."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Mapping
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.claims.claim import Claim, Party
from kg.graph.build import rewrite
from kg.graph.record import Record
from kg.graph.store import GraphStore
from tests.entities.names import PARTIES, claim

#: names that come together, stay apart, or depend on what else is there; some are known, "Merck" is one of two
_POOL = (
    *PARTIES,
    Party("Blauer Kranich", "Company"),
    Party("Blauer Kranich Entertainment", "Company"),
)
_CLAIM = st.tuples(st.sampled_from(_POOL), st.sampled_from(("partnersWith", "sues")), st.sampled_from(_POOL))
_NEWS = st.dictionaries(st.sampled_from("abcde"), st.lists(_CLAIM, min_size=1, max_size=2), min_size=2)
_Told = Mapping[str, list[tuple[Party, str, Party]]]
_EXAMPLES = 50 if "NEWSKG_THOROUGH" in os.environ else 5


def _add(folder: Path, news: _Told, ids: Iterable[str]) -> None:
    with Record(folder) as record:
        rows = [(Article(id_, f"Nachricht {id_}"), _claims(id_, news)) for id_ in ids]
        record.put(rows, "test")
    rewrite(folder)


def _claims(id_: str, news: _Told) -> tuple[Claim, ...]:
    return tuple(claim(id_, *told) for told in dict.fromkeys(news[id_]))


def _remove(folder: Path, id_: str) -> None:
    with Record(folder) as record:
        assert record.remove(id_)
    rewrite(folder)


def _state(folder: Path) -> tuple[str, list[str]]:
    with GraphStore.read(folder) as graph:
        rows = graph.select("SELECT DISTINCT ?e { ?e skos:prefLabel ?n FILTER(STRSTARTS(STR(?e), STR(entity:))) }")
        return graph.canonical_hash(), sorted(row["e"].value for row in rows)  # type: ignore[union-attr]


@settings(deadline=None, max_examples=_EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(news=_NEWS, chance=st.randoms(use_true_random=False))
def test_steps_do_not_matter(tmp_path_factory, news: _Told, chance: random.Random) -> None:
    once, steps = tmp_path_factory.mktemp("once"), tmp_path_factory.mktemp("steps")
    _add(once, news, news)
    order = chance.sample(sorted(news), len(news))
    for id_ in order:
        _add(steps, news, [id_])
    assert _state(steps) == _state(once)
    _remove(steps, order[0])
    _add(once / "rest", news, order[1:])
    assert _state(steps) == _state(once / "rest")
    _add(steps, news, order[:1])
    assert _state(steps) == _state(once)

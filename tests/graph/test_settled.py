"""A graph that is in line with its record is left alone; whatever could change it brings the linking back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.articles.article import Article
from kg.claims.claim import Party
from kg.entities.decisions import FILE, Decision, append
from kg.graph import update
from kg.graph.build import rewrite
from kg.graph.record import Record
from kg.graph.report import BuildReport
from kg.graph.store import GraphStore
from tests.entities.names import claim

KRANICH = Party("Blauer Kranich", "Company")
SONNE = Party("Neue Sonne", "Company")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Record(tmp_path) as record:
        told = [("a", "partnersWith"), ("b", "sues")]
        rows = [(Article(id_, f"Nachricht {id_}"), (claim(id_, KRANICH, what, SONNE),)) for id_, what in told]
        record.put(rows, "test")
    rewrite(tmp_path)
    return tmp_path


def _linked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[bool, BuildReport]:
    """Write a graph anew; tell whether that linked anything."""
    asked: list[object] = []
    linker_for = update.linker_for
    monkeypatch.setattr(update, "linker_for", lambda *given: asked.append(given) or linker_for(*given))
    report = rewrite(folder)
    return bool(asked), report


def _counts(report: BuildReport) -> tuple[int, int, dict[str, int]]:
    return report.articles, report.entities, dict(report.statuses)


def test_nothing_is_linked_where_nothing_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    linked, report = _linked(folder, monkeypatch)
    assert not linked
    assert _counts(report) == (2, 2, {"actual": 2})


def _edit_an_article(folder: Path) -> None:
    with Record(folder) as record:
        record.put([(Article("b", "Nachricht b neu"), (claim("b", SONNE, "sues", KRANICH),))], "test")


def _remove_an_article(folder: Path) -> None:
    with Record(folder) as record:
        record.remove("b")


def _decide(folder: Path) -> None:
    one, other = sorted(f"https://w3id.org/newskg/entity/company/{name}" for name in ("blauer-kranich", "neue-sonne"))
    append(folder / FILE, [Decision("2025-01-01T00:00:00Z", "me", "same", one, other)])


def _lose_the_store(folder: Path) -> None:
    shutil.rmtree(folder / "store")
    shutil.rmtree(folder / "snapshots")


def _add_a_stray(folder: Path) -> None:
    with GraphStore.open(folder) as store:
        store.raw.update("INSERT DATA { GRAPH <https://example.org/stray> { <a:b> <a:c> <a:d> } <a:b> <a:c> <a:d> }")


@pytest.mark.parametrize("change", [_edit_an_article, _remove_an_article, _decide, _lose_the_store, _add_a_stray])
def test_what_changes_the_graph_is_seen(
    folder: Path, change, monkeypatch: pytest.MonkeyPatch, tmp_path_factory
) -> None:
    change(folder)
    linked, report = _linked(folder, monkeypatch)
    assert linked
    anew = tmp_path_factory.mktemp("anew")
    shutil.copy(folder / "record.sqlite", anew)
    if (folder / FILE).exists():
        shutil.copy(folder / FILE, anew)
    assert _counts(rewrite(anew)) == _counts(report)
    with GraphStore.read(folder) as one, GraphStore.read(anew) as other:
        assert one.canonical_hash() == other.canonical_hash()

"""The page as a file: one piece, no other address, nothing that can run."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from kg.cli import main
from kg.graph.store import GraphStore
from kg.views.options import ViewOptions
from kg.views.page import embedded, render, write_page
from kg.views.projection import project
from kg.views.style import texts
from tests.views.hostile import TEXTS, hostile_graph

SEEDS = Path(__file__).parents[2] / "seeds"
SCRIPTS = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@given(st.text())
def test_embedded_json_is_the_same_data_and_cannot_end_its_element(text: str) -> None:
    written = str(embedded([text]))
    assert json.loads(written) == [text]
    assert not set("<>&\u2028\u2029") & set(written)


def test_the_page_loads_nothing(graph: GraphStore) -> None:
    page = render(project(graph))
    assert not re.search(r"(?:src|href|action)\s*=\s*[\"']?(?:https?:)?//", page)
    assert "default-src &#39;none&#39;" in page and "@import" not in page and "unsafe-eval" not in page


def test_the_policy_allows_the_scripts_of_the_page_and_no_others(graph: GraphStore) -> None:
    page = render(project(graph))
    hashes = [
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in SCRIPTS.findall(page)
    ]
    assert len(hashes) == 2
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert re.findall(r"'sha256-([^']*)'", unescape(policy[1]))[:2] == hashes


def test_hostile_texts_stay_data() -> None:
    page = render(project(hostile_graph()), ViewOptions(title=TEXTS[1]))
    assert "<img" not in page and "alert(2)</script>" not in page
    assert page.count("<script") == render(project(GraphStore())).count("<script")


def test_the_same_graph_gives_the_same_page(graph: GraphStore, tmp_path: Path) -> None:
    pages = []
    for name in ("a.html", "b.html"):
        write_page(graph, tmp_path / name)
        pages.append((tmp_path / name).read_bytes())
    assert pages[0] == pages[1]


def test_both_languages_say_the_same_things() -> None:
    german, english = texts()["de"], texts()["en"]
    assert german.keys() == english.keys()
    for key, text in english.items():
        assert re.findall(r"{\w+}", str(text)) == re.findall(r"{\w+}", str(german[key])), key


@pytest.mark.parametrize("options", [ViewOptions(), ViewOptions(since=dt.date(2099, 1, 1))])
def test_a_picture_of_nothing_is_a_page_too(options: ViewOptions) -> None:
    assert "<!DOCTYPE html>" in render(project(GraphStore(), options), options)


def test_the_page_of_the_seeds_is_below_three_megabytes(tmp_path: Path) -> None:
    graph, out = tmp_path / "graph", tmp_path / "seeds.html"
    for command in (["build", str(SEEDS), "--into", str(graph)], ["view", str(out), "--graph", str(graph)]):
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 0, done.output
    assert "Alibaba" in out.read_text(encoding="utf-8")
    assert out.stat().st_size < 3_000_000

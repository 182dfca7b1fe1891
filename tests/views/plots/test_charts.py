"""Each chart shows what the three small stories say, as a page, a drawing and a picture."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from xml.etree import ElementTree

import pytest
from matplotlib.image import imread

from kg.graph.store import GraphStore
from kg.query.errors import QueryError
from kg.views.plots.draw import _CHARTS, make_chart, render, write_plot
from kg.views.plots.options import KINDS, PlotError, PlotOptions

ALIBABA = PlotOptions(entity="Alibaba")


def test_every_kind_is_offered() -> None:
    assert tuple(_CHARTS) == KINDS


@pytest.mark.parametrize(
    ("kind", "columns", "row"),
    [
        ("timeline", "when what status", ("Sep 26, 2025", "Alibaba partners with HONOR", "actual")),
        ("timeline", "when what status", ("Nov 17, 2025", "Alibaba share price change in percent 2.5", "actual")),
        ("timeline", "when what status", ("Dec 1, 2025", "Meituan sues Alibaba", "actual")),
        ("timeline", "when what status", ("Nov 19, 2025", "Alibaba partners with HONOR", "negated")),
        ("ratings", "house rating target", ("JPMorgan", "Overweight", "$180")),
        ("degree", "entity class relations", ("Alibaba", "company", 7)),
        ("sources", "period publisher articles", ("Sep 22, 2025", "Börsenblick", 1)),
        ("money", "from relation to amount status", ("Alibaba", "invests in", "China", "$53B", "planned")),
        ("money", "from relation to amount status", ("Alibaba", "sues", "Meituan", "€1M", "actual")),
    ],
)
def test_rows_of_charts(graph: GraphStore, kind: str, columns: str, row: tuple[object, ...]) -> None:
    chart = make_chart(graph, kind, ALIBABA)
    places = [chart.columns.index(name) for name in columns.split()]
    assert row in [tuple(one[place] for place in places) for one in chart.rows]


def test_labels_are_german_on_demand(graph: GraphStore) -> None:
    chart = make_chart(graph, "timeline", PlotOptions(entity="Alibaba", lang="de"))
    assert chart.title == "Was über Alibaba gesagt wird"
    assert ("26. Sept. 2025", "Alibaba kooperiert mit HONOR", "tatsächlich") in [row[:3] for row in chart.rows]


def test_days_and_limits_leave_out(graph: GraphStore) -> None:
    late = make_chart(graph, "sources", PlotOptions(since=dt.date(2025, 11, 1)))
    assert [row[1] for row in late.rows] == ["Marktbrief", "Nachrichtenagentur"]
    few = make_chart(graph, "degree", PlotOptions(top=2))
    assert len(few.rows) == 2 and few.left_out > 5


@pytest.mark.parametrize("kind", KINDS)
def test_drawings_have_a_mark_for_each_row_and_are_the_same_twice(graph: GraphStore, kind: str) -> None:
    chart = make_chart(graph, kind, ALIBABA)
    drawing = render(chart, "svg")
    ids = {element.get("id") for element in ElementTree.fromstring(drawing).iter()}
    assert {f"mark-{number}" for number in range(len(chart.rows))} <= ids
    assert render(make_chart(graph, kind, ALIBABA), "svg") == drawing


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_are_painted(graph: GraphStore, kind: str) -> None:
    pixels = imread(io.BytesIO(render(make_chart(graph, kind, ALIBABA), "png")), format="png")
    assert pixels.shape[1] == 1440 and len({tuple(pixel) for pixel in pixels.reshape(-1, 4)[::97]}) > 5


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_graph_gives_a_chart_that_says_so(kind: str) -> None:
    if kind in ("timeline", "ratings"):
        with pytest.raises(QueryError):
            make_chart(GraphStore(), kind, ALIBABA)
    else:
        assert b"Nothing in the graph fits." in render(make_chart(GraphStore(), kind), "svg")


@pytest.mark.parametrize(
    ("kind", "out", "message"),
    [
        ("timeline", "a.html", "name it with --entity"),
        ("degree", "a.pdf", "end the name with .html, .svg, .png"),
        ("degree", "a", "cannot tell the format"),
        ("pie", "a.png", "charts are timeline, ratings"),
    ],
)
def test_what_cannot_be_drawn_is_explained(
    graph: GraphStore, tmp_path: Path, kind: str, out: str, message: str
) -> None:
    with pytest.raises(PlotError, match=message):
        write_plot(graph, kind, tmp_path / out)
    assert not list(tmp_path.iterdir())

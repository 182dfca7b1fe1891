"""Who is most connected: the number of entities that each is related to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from matplotlib.figure import Figure
from matplotlib.patches import Patch
from pyoxigraph import NamedNode

from kg.graph.labels import labels_for
from kg.graph.statements import StoredStatement, read_statements
from kg.graph.store import GraphStore
from kg.query.result import Cell
from kg.views import facts
from kg.views.plots.chart import Chart, mark
from kg.views.plots.look import class_colour, quiet
from kg.views.plots.options import PlotOptions
from kg.views.plots.words import label, short, texts

COLUMNS = ("entity", "class", "relations", "articles")


@dataclass(frozen=True, slots=True)
class Connected:
    """An entity and how far its relations reach."""

    name: str
    type: str
    neighbours: int
    articles: int


def chart(graph: GraphStore, options: PlotOptions) -> Chart:
    """Return the entities with the most neighbours in claims that hold."""
    everyone = _connected(graph, options)
    shown = everyone[: options.top]
    return Chart(
        texts(options.lang)["degree"],
        COLUMNS,
        [_row(one, options.lang) for one in shown],
        partial(_paint, shown=shown, lang=options.lang),
        1.2 + 0.27 * max(len(shown), 3),
        len(everyone) - len(shown),
    )


def _connected(graph: GraphStore, options: PlotOptions) -> list[Connected]:
    """Return all related entities, those with the most neighbours first."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    articles: dict[str, set[str]] = defaultdict(set)
    for one in _relations(graph, options):
        assert one.object is not None
        for iri, other in ((one.subject, one.object), (one.object, one.subject)):
            neighbours[iri].add(other)
            articles[iri].add(one.article)
    labels = labels_for(graph, [NamedNode(iri) for iri in neighbours])
    return [
        Connected(labels.get(iri, iri), facts.class_of(graph, iri), len(near), len(articles[iri]))
        for iri, near in _ranked(neighbours)
    ]


def _relations(graph: GraphStore, options: PlotOptions) -> list[StoredStatement]:
    actual = [one for one in read_statements(graph) if one.object is not None and one.status == "actual"]
    days = {iri: facts.article(graph, iri).published for iri in {one.article for one in actual}}
    return [one for one in actual if options.covers(days[one.article])]


def _ranked(neighbours: Mapping[str, set[str]]) -> list[tuple[str, set[str]]]:
    return sorted(neighbours.items(), key=lambda item: (-len(item[1]), item[0]))


def _row(one: Connected, lang: str) -> tuple[Cell, ...]:
    return one.name, label("class", one.type, lang), one.neighbours, one.articles


def _paint(figure: Figure, shown: list[Connected], lang: str) -> None:
    axes = figure.add_subplot()
    for number, one in enumerate(shown):
        (bar,) = axes.barh([-number], [one.neighbours], height=0.72, color=class_colour(one.type))
        bar.set_gid(mark(number))
        axes.annotate(str(one.neighbours), (one.neighbours, -number), (3, 0),
                      textcoords="offset points", va="center", fontsize=8)  # fmt: skip
    axes.set_yticks([-number for number in range(len(shown))], [short(one.name) for one in shown])
    axes.set_ylim(-len(shown) + 0.4, 0.6)
    axes.set_xlabel(texts(lang)["relations"])
    quiet(axes, "x")
    types = dict.fromkeys(one.type for one in shown)
    axes.legend(handles=[Patch(color=class_colour(name), label=label("class", name, lang)) for name in types],
                loc="lower right", frameon=False, fontsize=8)  # fmt: skip

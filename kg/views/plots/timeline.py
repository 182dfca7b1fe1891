"""What articles say of an entity, over time: one lane for each relation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from kg.graph.store import GraphStore
from kg.graph.vocabulary import shipped_vocabulary
from kg.query.result import Cell, Result
from kg.query.run import run
from kg.views.plots.chart import Chart, mark
from kg.views.plots.look import days_below, place, quiet, spread, status_colour
from kg.views.plots.options import PlotOptions
from kg.views.plots.subject import Subject
from kg.views.plots.words import day, label, parse_day, short, texts

COLUMNS = ("when", "what", "status", "sources_count", "quote", "article")


@dataclass(frozen=True, slots=True)
class Event:
    """What one or more articles say happened on a day."""

    when: dt.date
    relation: str
    subject: str
    target: str
    #: what stands beside the mark: the other party, with an arrow where it acts on the entity
    other: str
    status: str
    quote: str
    articles: tuple[str, ...]


def chart(graph: GraphStore, options: PlotOptions) -> Chart:
    """Return the timeline of an entity."""
    entity = Subject.find(graph, options, "timeline")
    answer = run(graph, "timeline", {"entity": entity.iri})
    assert isinstance(answer, Result)
    told = [row for row in answer.to_dicts() if options.covers(row.get("published"))]
    events = list(_events(told, entity.name))
    undated = sum(parse_day(row.get("when")) is None for row in told)
    lanes = _lanes(events)
    title = texts(options.lang)["timeline"].format(entity=short(entity.name))
    return Chart(
        title,
        COLUMNS,
        [_row(event, options.lang) for event in events],
        partial(_paint, events=events, lanes=lanes, lang=options.lang),
        1.3 + 0.42 * max(len(lanes), 2),
        undated,
    )


def _events(rows: Iterable[dict[str, Cell]], entity: str) -> Iterator[Event]:
    """Yield one event for all articles that say the same of the same day."""
    symmetric = {name for name, known in shipped_vocabulary().predicates.items() if known.symmetric}
    told: dict[tuple[Any, ...], list[dict[str, Cell]]] = {}
    for row in rows:
        when = parse_day(row.get("when"))
        if when:
            key = when, str(row["relation"]), str(row["subject"]), str(row.get("target", "")), str(row["status"])
            told.setdefault(key, []).append(row)
    for (when, relation, subject, target, status), same in sorted(told.items(), key=lambda item: item[0]):
        other = target if subject == entity else subject if relation in symmetric else f"← {subject}"
        articles = tuple(sorted({str(row["article"]) for row in same}))
        yield Event(when, relation, subject, target, other, status, str(same[0]["quote"]), articles)


def _lanes(events: list[Event]) -> list[str]:
    """Return the relations in the order in which they first occur, the first on top."""
    return list(dict.fromkeys(event.relation for event in events))[::-1]


def _row(event: Event, lang: str) -> tuple[Cell, ...]:
    what = f"{event.subject} {label('predicate', event.relation, lang)} {event.target}".rstrip()
    status = label("status", event.status, lang)
    return day(event.when, lang), what, status, len(event.articles), event.quote, event.articles[0]


def _paint(figure: Figure, events: list[Event], lanes: list[str], lang: str) -> None:
    axes = figure.add_subplot()
    places = {relation: number for number, relation in enumerate(lanes)}
    for number, event in enumerate(events):
        colour = status_colour(event.status)
        (dot,) = axes.plot([place(event.when)], [places[event.relation]], "o",
                           ms=5.5 + 1.5 * min(len(event.articles) - 1, 4), color=colour,
                           mfc=colour if event.status == "actual" else "none", mew=1.5)  # fmt: skip
        dot.set_gid(mark(number))
    _write_names(figure, events, places)
    axes.set_yticks(range(len(lanes)), [label("predicate", name, lang) for name in lanes])
    axes.set_ylim(-0.7, len(lanes) - 0.3)
    axes.set_xlim(*spread([event.when for event in events]))
    quiet(axes, "y")
    days_below(axes, lang)
    _write_legend(figure, events, lang)


def _write_names(figure: Figure, events: list[Event], places: dict[str, int]) -> None:
    """Write the other party above a mark where no earlier name of the lane is in the way."""
    (axes,) = figure.axes
    first, last = spread([event.when for event in events])
    free = dict.fromkeys(places, first)
    for event in events:
        name, where = short(event.other, 16), place(event.when)
        if name and where >= free[event.relation]:
            axes.annotate(name, (where, places[event.relation]), (0, 6),
                          textcoords="offset points", fontsize=7, ha="center")  # fmt: skip
            free[event.relation] = where + (last - first) * 0.012 * len(name)


def _write_legend(figure: Figure, events: list[Event], lang: str) -> None:
    statuses = list(dict.fromkeys(event.status for event in events))
    handles = [
        Line2D([], [], marker="o", ls="", color=status_colour(name), mew=1.5,
               mfc=status_colour(name) if name == "actual" else "none", label=label("status", name, lang))
        for name in statuses
    ]  # fmt: skip
    figure.legend(handles=handles, loc="outside lower right", ncols=len(handles), frameon=False, fontsize=8)

"""How analyst houses rate a share: price targets above, ratings below, over time."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kg.graph.store import GraphStore
from kg.query.result import Cell, Result
from kg.query.run import run
from kg.views.plots.chart import Chart, mark
from kg.views.plots.look import SERIES, days_below, place, quiet, spread
from kg.views.plots.options import PlotOptions
from kg.views.plots.subject import Subject
from kg.views.plots.words import day, money, parse_day, short, texts

COLUMNS = ("published", "house", "rating", "previous", "target", "quote", "article")


@dataclass(frozen=True, slots=True)
class Rating:
    """What a house said on a day."""

    when: dt.date
    house: str
    rating: str
    previous: str
    target: float | None
    previous_target: float | None
    currency: str
    quote: str
    article: str


def chart(graph: GraphStore, options: PlotOptions) -> Chart:
    """Return the history of an entity's ratings."""
    entity = Subject.find(graph, options, "ratings")
    answer = run(graph, "ratings-of", {"entity": entity.iri})
    assert isinstance(answer, Result)
    told = [row for row in answer.to_dicts() if row["status"] == "actual" and options.covers(row.get("published"))]
    dated = list(_ratings(told))
    houses = _houses(dated)[: options.top]
    ratings = [one for one in dated if one.house in houses]
    undated = sum(parse_day(row.get("published")) is None for row in told)
    title = texts(options.lang)["ratings"].format(entity=short(entity.name))
    targets = any(one.target for one in ratings)
    return Chart(
        title,
        COLUMNS,
        [_row(one, options.lang) for one in ratings],
        partial(_paint, ratings=ratings, houses=houses, lang=options.lang),
        1.4 + 0.5 * max(len(houses), 2) + (2.6 if targets else 0),
        undated + len(dated) - len(ratings),
    )


def _ratings(rows: Iterable[dict[str, Cell]]) -> Iterator[Rating]:
    """Yield the dated ratings; of articles that tell the same of a day, the one that tells most counts."""
    told: dict[tuple[Cell, ...], list[dict[str, Cell]]] = {}
    for row in rows:
        key = row.get("published"), row["house"], row.get("rating"), row.get("targetPrice")
        told.setdefault(key, []).append(row)
    for same in told.values():
        row = max(same, key=len)
        when = parse_day(row.get("published"))
        if when is None:
            continue
        yield Rating(
            when,
            str(row["house"]),
            str(row.get("rating", "")),
            str(row.get("previousRating", "")),
            _number(row.get("targetPrice")),
            _number(row.get("previousTargetPrice")),
            str(row.get("currency", "")),
            str(row["quote"]),
            str(row["article"]),
        )


def _number(value: Cell) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _houses(ratings: list[Rating]) -> list[str]:
    """Return the houses, those that speak most often first."""
    counts = Counter(one.house for one in ratings)
    return sorted(counts, key=lambda house: (-counts[house], house))


def _row(one: Rating, lang: str) -> tuple[Cell, ...]:
    target = money(one.target, one.currency, lang) if one.target is not None else None
    return day(one.when, lang), one.house, one.rating, one.previous, target, one.quote, one.article


def _paint(figure: Figure, ratings: list[Rating], houses: list[str], lang: str) -> None:
    colours = {house: SERIES[number % len(SERIES)] for number, house in enumerate(houses)}
    rows = 0.5 * len(houses) + 0.6
    if any(one.target is not None for one in ratings):
        above, below = figure.subplots(2, sharex=True, height_ratios=[2.6, rows])
        _paint_targets(above, ratings, colours, lang)
    else:
        below = figure.add_subplot()
    _paint_ratings(below, ratings, colours)
    below.set_xlim(*spread([one.when for one in ratings]))
    days_below(below, lang)


def _paint_targets(axes: Axes, ratings: list[Rating], colours: dict[str, str], lang: str) -> None:
    """Draw the targets of each house as steps; a target before it hangs below or above as a ring."""
    for house, colour in colours.items():
        own = [one for one in ratings if one.house == house and one.target is not None]
        days, targets = [place(one.when) for one in own], [one.target or 0.0 for one in own]
        axes.plot(days, targets, "-", drawstyle="steps-post", color=colour, lw=1.2, alpha=0.6)
        for one in own:
            _paint_target(axes, one, colour, lang)
    axes.set_ylabel(texts(lang)["target"])
    axes.margins(y=0.25)
    quiet(axes, "y")


def _paint_target(axes: Axes, one: Rating, colour: str, lang: str) -> None:
    assert one.target is not None
    where = place(one.when)
    if one.previous_target is not None:
        both = [one.previous_target, one.target]
        axes.plot([where] * 2, both, "-", color=colour, lw=1, alpha=0.6)
        axes.plot([where], both[:1], "o", color=colour, mfc="none", ms=5)
    axes.plot([where], [one.target], "o", color=colour, ms=7)
    axes.annotate(money(one.target, one.currency, lang), (where, one.target), (7, 3),
                  textcoords="offset points", fontsize=7)  # fmt: skip


def _paint_ratings(axes: Axes, ratings: list[Rating], colours: dict[str, str]) -> None:
    """Draw a lane for each house, with its rating in words."""
    places = {house: number for number, house in enumerate(reversed(colours))}
    for number, one in enumerate(ratings):
        spot = place(one.when), places[one.house]
        (dot,) = axes.plot([spot[0]], [spot[1]], "s", color=colours[one.house], ms=8)
        dot.set_gid(mark(number))
        words = f"{short(one.previous, 14)} → {short(one.rating, 14)}" if one.previous else short(one.rating, 18)
        axes.annotate(words, spot, (0, 8), textcoords="offset points", fontsize=7, ha="center")
    axes.set_yticks(range(len(places)), [short(house, 26) for house in places])
    axes.set_ylim(-0.6, len(places) - 0.2)
    quiet(axes, "y")

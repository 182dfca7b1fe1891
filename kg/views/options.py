"""What a picture is asked to show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from kg.query.isolated import Limits
from kg.query.library import NamedQuery

#: languages that the page speaks
LANGUAGES = ("de", "en")


@dataclass(frozen=True, slots=True)
class Served:
    """How the page stands in a workbench, whose other pages it links to."""

    #: "light", "dark", or "" for what the system has
    theme: str = ""
    #: how much of it another page shows inside: "picture" (a click opens the page of what was clicked),
    #: "panel" (the picture with its panel); "" for a page by itself
    embedded: str = ""


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """What the picture shows; an empty collection or None sets no limit."""

    #: name, alias or address of the entity to draw the surroundings of
    focus: str | None = None
    #: how many relations away from the focus
    hops: int = 2
    #: local names of predicates
    predicates: Collection[str] = ()
    #: names of classes; members of their subclasses count
    classes: Collection[str] = ()
    #: names of statuses
    statuses: Collection[str] = ()
    #: first and last day of publication; with either, claims of undated articles are left out
    since: dt.date | None = None
    until: dt.date | None = None
    #: claims that fewer independent articles make are left out
    min_sources: int = 1
    #: the most entities to draw
    max_nodes: int = 150
    title: str = "newskg"
    #: language of the page at first, "de" or "en"; the reader can switch
    lang: str = "en"
    #: a query whose answer the picture shows, and the values of its parameters
    query: str | NamedQuery | None = None
    parameters: Mapping[str, object] = field(default_factory=dict)
    #: what the query may use
    limits: Limits = field(default_factory=Limits)
    #: None for a file that stands by itself
    served: Served | None = None

"""A figure: a metric that a sentence names, with the numbers that belong to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.language.spans import Quantity


@dataclass(slots=True)
class Figure:
    """A metric in a sentence and the numbers that belong to it."""

    token: int
    metric: str
    #: which way its compound says it went: 1 for "Umsatzplus", -1 for "Gewinneinbruch", 0 for none
    sign: int
    #: is it only aimed at or expected? ("Umsatzprognose")
    expected: bool = False
    #: does it tell something without a number? ("schrieb rote Zahlen")
    bare: bool = False
    #: is it below zero? ("Verlust je Aktie")
    negative: bool = False
    #: by how many per cent its verb alone says that it changed: 100 for "verdoppelte sich"
    change: float = 0
    quantities: list[Quantity] = field(default_factory=list)
    #: is it called off? ("streicht die Dividende")
    dropped: bool = False

"""Constructions: claims read from attributes, numbers and patterns that frames cannot express.

Each construction is a function from the tools over a document to claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kg.claims.claim import Claim
from kg.claims.constructions.figures import figures
from kg.claims.constructions.origins import origins
from kg.claims.constructions.prices import price_moves
from kg.claims.constructions.ratings import ratings

CONSTRUCTIONS: tuple[Callable[[Any], Iterator[Claim]], ...] = (origins, price_moves, ratings, figures)

"""Constructions: claims read from attributes, numbers and patterns that frames cannot express.

Each construction is a function from the tools over a document to claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kg.claims.claim import Claim
from kg.claims.constructions.affiliations import affiliations
from kg.claims.constructions.blames import blames
from kg.claims.constructions.bracketed_brands import bracketed_brands
from kg.claims.constructions.figures import figures
from kg.claims.constructions.headcounts import headcounts
from kg.claims.constructions.hit_staff import hit_staff
from kg.claims.constructions.index_lists import index_lists
from kg.claims.constructions.new_chiefs import new_chiefs
from kg.claims.constructions.origins import origins
from kg.claims.constructions.owner_lists import owner_lists
from kg.claims.constructions.possessions import possessions
from kg.claims.constructions.posts import posts
from kg.claims.constructions.prices import price_moves
from kg.claims.constructions.ratings import ratings
from kg.claims.constructions.strikes import strikes
from kg.claims.constructions.ventures import ventures

CONSTRUCTIONS: tuple[Callable[[Any], Iterator[Claim]], ...] = (
    origins,
    possessions,
    bracketed_brands,
    ventures,
    owner_lists,
    posts,
    new_chiefs,
    affiliations,
    strikes,
    blames,
    headcounts,
    hit_staff,
    price_moves,
    index_lists,
    ratings,
    figures,
)

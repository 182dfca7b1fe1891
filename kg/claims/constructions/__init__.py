"""Constructions: claims read from numbers and patterns that frames cannot express.

Each construction is a function from the tools over a document to claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.claims.claim import Claim

CONSTRUCTIONS: tuple[Callable[..., Iterator[Claim]], ...] = ()

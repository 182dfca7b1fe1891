"""Whom an article names as source, and how far in a sentence it is the source.

Each of ``by_verbs``, ``by_phrases``, ``by_reports``, ``headings``, ``seen_papers`` and ``taken_up`` finds one way to
name a source and yields a ``Speech``; ``speakers`` tells who speaks, ``reach`` what the writer adds, ``indirect`` where
indirect speech goes on, and ``attribution`` puts them together.
"""

from kg.claims.sources.attribution import AttributionReader

__all__ = ["AttributionReader"]

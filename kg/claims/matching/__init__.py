"""Matching frames: from a trigger word and the phrases around it to candidate claims.

The tree is read first; where it leaves a slot empty, word order backs it up at a lower score. Every frame that does not
match says why, for ``kg explain``. ``triggers`` finds where frames may fire, ``conditions`` what else they ask for,
``fillers`` who fills their slots (by ``owners``, ``names``, ``context`` and ``word_order``), and ``matcher`` puts the
pairs together.
"""

from kg.claims.matching.matcher import FrameMatcher, Match, Rejection

__all__ = ["FrameMatcher", "Match", "Rejection"]

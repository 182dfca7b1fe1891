"""What completes a claim once it is known to be one: its topic, the post, the numbers told beside it.

Each module takes claims and yields them with the qualifiers that the sentence, or another telling of the same in the
article, adds; what a claim has already stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.claims.claim import Claim
from kg.claims.completion.arising_sites import as_arising
from kg.claims.completion.awaited import as_awaited
from kg.claims.completion.dates_ahead import without_dates_ahead
from kg.claims.completion.deal_parties import with_parties
from kg.claims.completion.deal_prices import with_prices
from kg.claims.completion.denials import as_denied
from kg.claims.completion.earlier_reports import with_earlier_reports
from kg.claims.completion.fine_sums import with_fine_sums
from kg.claims.completion.judged_moves import with_judged_shares
from kg.claims.completion.judgements import with_judgements
from kg.claims.completion.made import as_made
from kg.claims.completion.moves import with_moves
from kg.claims.completion.offices import with_offices
from kg.claims.completion.order_values import with_order_values
from kg.claims.completion.outsiders import as_expected_by_outsiders
from kg.claims.completion.periods import with_periods
from kg.claims.completion.places import with_places
from kg.claims.completion.reporting_days import as_set_days
from kg.claims.completion.risks import with_risks
from kg.claims.completion.stakes import with_stakes
from kg.claims.completion.standing_facts import as_standing
from kg.claims.completion.still_to_come import as_still_to_come
from kg.claims.completion.tellings import with_other_tellings
from kg.claims.completion.topics import with_near_topics, with_topics
from kg.claims.completion.unit_prices import without_unit_prices

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

#: what the sentence of a claim alone tells, in the order in which it is read
_STEPS = (
    without_unit_prices, with_judgements, with_judged_shares, with_moves, with_parties, with_prices, with_order_values,
    with_fine_sums, with_stakes, with_places, with_topics, with_offices, with_risks, as_denied, as_awaited, as_arising,
    as_set_days, as_expected_by_outsiders, as_made, as_still_to_come, as_standing, without_dates_ahead,
)  # fmt: skip


def completed(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims with what their sentences and each other's tell beside."""
    claims = list(claims)
    for step in _STEPS:
        claims = list(step(claims, tools))
    told = with_earlier_reports(with_other_tellings(claims), tools)
    return with_near_topics(with_periods(told), tools)

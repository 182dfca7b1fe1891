"""What makes the claims of one article agree: of two readings the better one, the right party, nothing told twice.

Each module takes claims and yields them, some left out, some told of another party or with another status. The words
that carry a claim stay what they are; what completes a claim with further facts is ``kg.claims.completion``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.claims.claim import Claim
from kg.claims.consistency.administrators import with_estates
from kg.claims.consistency.averted_ruin import without_averted_ruin
from kg.claims.consistency.bought_stakes import without_bought_stakes, without_stakes_in_owners
from kg.claims.consistency.buyers import without_buyers
from kg.claims.consistency.compared import without_compared
from kg.claims.consistency.cut_lists import with_listed_cuts
from kg.claims.consistency.cut_places import with_sites_of_cuts
from kg.claims.consistency.deals import with_other_side
from kg.claims.consistency.demanded_exits import without_demanded_exits
from kg.claims.consistency.figures_as_moves import without_figures_as_moves
from kg.claims.consistency.former_posts import as_left
from kg.claims.consistency.idle_units import without_idle_units
from kg.claims.consistency.joint_actors import with_joint_actors
from kg.claims.consistency.known_employers import with_known_employers
from kg.claims.consistency.known_makers import with_known_makers
from kg.claims.consistency.minor_owners import without_minor_parents
from kg.claims.consistency.one_bond import told_once
from kg.claims.consistency.one_employer import (
    Read,
    with_houses_left,
    with_one_employer,
    without_posts_left,
)
from kg.claims.consistency.plaintiffs import with_defendants
from kg.claims.consistency.posts_to_come import with_one_appointing, with_posts_to_come
from kg.claims.consistency.promised_jobs import with_promising_buyers
from kg.claims.consistency.ruined_units import with_ruined_units
from kg.claims.consistency.seats import with_one_country
from kg.claims.consistency.second_readings import without_sales_as_supplies, without_second_readings
from kg.claims.consistency.shares_for_a_buyer import with_shares_for_a_buyer
from kg.claims.consistency.site_places import with_places_of_sites
from kg.claims.consistency.split_parents import with_split_parents
from kg.claims.consistency.spoken_places import without_spoken_places
from kg.claims.consistency.states import with_states
from kg.claims.consistency.successions import with_successions
from kg.claims.consistency.supply_contracts import with_known_suppliers
from kg.claims.consistency.twice_told import without_twice_told
from kg.claims.consistency.vague import (
    without_contrary,
    without_judging_rivals,
    without_moving_judges,
    without_own_products,
    without_owners_of_rivals,
    without_several_unnamed,
    without_strikers,
    without_vague,
)
from kg.claims.consistency.venture_parties import with_parties_together
from kg.claims.consistency.venue_moves import without_venue_moves
from kg.claims.consistency.whole_ventures import with_whole_ventures
from kg.claims.courts import with_fining_bodies, without_suing_courts
from kg.claims.employers import on_behalf, with_employers, with_one_house, without_own_house
from kg.claims.part_counts import without_wholes
from kg.claims.positions import with_positions
from kg.claims.post_houses import with_fitting_houses

if TYPE_CHECKING:
    from kg.claims.extractor import Learned, Tools


def first_readings(found: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield what frames and constructions found as it goes on to be weighed: the firm for its speaker, posts left."""
    told = as_left(with_successions(found, tools), tools)
    return without_sales_as_supplies(on_behalf(told))


def consistent(
    claims: Iterable[Claim],
    unsure: Sequence[Claim],
    guessed: frozenset[Read],
    tools: Tools,
    learned: Learned | None,
    is_muted: Callable[[int], bool],
) -> Iterator[Claim]:
    """Yield weighed claims that agree with each other.

    ``unsure`` are claims of too little confidence to stand, ``guessed`` the houses that were only guessed;
    ``is_muted`` tells of a character offset whether nothing is stated there.
    """
    cutting = _with_whole_cuts(_with_fitting_parties(claims, unsure, guessed, tools), tools, learned)
    told = without_contrary(without_own_products(_telling(cutting, tools)))
    if learned is not None:
        told = with_known_suppliers(told, learned.background)
        told = with_known_makers(told, tools, learned.background, is_muted)
    housed = without_own_house(with_fitting_houses(with_positions(told, tools), tools))
    return with_other_side(with_joint_actors(housed, tools))


def completed_once(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims with what completes them, without those that another one then tells better."""
    from kg.claims.completion import completed

    told = told_once(with_parties_together(with_split_parents(completed(claims, tools))))
    return without_figures_as_moves(without_venue_moves(without_twice_told(told)))


def _with_fitting_parties(
    claims: Iterable[Claim], unsure: Sequence[Claim], guessed: frozenset[Read], tools: Tools
) -> Iterator[Claim]:
    """Yield claims without second readings of the same, each person with one house, sources with their employers."""
    document = tools.document
    sued = with_defendants(claims, document)
    whole = with_states(with_whole_ventures(with_estates(sued, guessed), tools), tools)
    sold = without_buyers(with_shares_for_a_buyer(whole, document), document)
    read = without_wholes(without_second_readings(sold), document)
    owned = without_bought_stakes(without_stakes_in_owners(without_idle_units(without_compared(read, document))))
    housed = with_known_employers(with_one_house(without_minor_parents(owned, document)), guessed, tools)
    employed = with_one_employer(housed, guessed)
    coming = without_demanded_exits(with_posts_to_come(with_one_appointing(employed), tools), tools)
    left = without_posts_left(with_houses_left(coming, unsure, guessed), document)
    return with_employers(with_one_country(left))


def _with_whole_cuts(claims: Iterable[Claim], tools: Tools, learned: Learned | None) -> Iterator[Claim]:
    """Yield claims with all job cuts of a list, without sites and insolvencies that a sentence only seems to tell."""
    cutting = with_promising_buyers(with_listed_cuts(claims, tools))
    if learned is not None:
        cutting = with_sites_of_cuts(cutting, learned.background)
    ruined = with_ruined_units(without_averted_ruin(cutting, tools.document), tools)
    return without_spoken_places(with_places_of_sites(ruined))


def _telling(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims without what judges and rivals are wrongly told of, and without vague ones."""
    acting = without_several_unnamed(without_strikers(with_fining_bodies(without_suing_courts(claims))))
    judged = without_moving_judges(without_judging_rivals(without_owners_of_rivals(acting)))
    return without_vague(judged, tools.lexicon.signatures)

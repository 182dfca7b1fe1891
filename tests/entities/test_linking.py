"""Linking over articles: one thing, one node, whatever the order; nothing is forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims.claim import Claim, Party
from kg.entities.decisions import Decision, DecisionError, Decisions
from kg.entities.entity import Entity
from kg.entities.linking import Linker, link, linker_of
from kg.language.gazetteer import Authority, AuthorityRecord, load_authority
from tests.entities import names
from tests.entities.names import claim

ENTITY = "https://w3id.org/newskg/entity/"
AUTHORITY = Authority(
    {
        record.id: record
        for record in (
            AuthorityRecord("gazprom", "Gazprom", "Company", ("PAO Gazprom",), country="RU"),
            AuthorityRecord("merck-kgaa", "Merck KGaA", "Company", ("Merck",), country="DE"),
            AuthorityRecord("merck-co", "Merck & Co.", "Company", ("Merck",), country="US"),
            AuthorityRecord("post", "Deutsche Post", "Company", ("Post",), frozenset({"Post"}), "DE"),
        )
    }
)
#: names that come together, stay apart, or depend on what else is there
POOL = (
    *names.PARTIES,
    Party("Dalian Zeus", "Company"),
    Party("Dalian Zeus Entertainment", "Company"),
    Party("Dalian Zeus Entertainment Co., Ltd.", "Company"),
    Party("DALIAN-ZEUS", "Organization"),
    Party("Zeus Pharma", "Company", ("Zeus",)),
    Party("Zeus Entertainment", "Company", ("Zeus",)),
    Party("Zeus", "Company"),
    Party("Finanzaufsicht", "Regulator", country="SE"),
    Party("Finanzaufsicht", "Regulator", country="NO"),
    Party("Finanzaufsicht", "Regulator"),
    Party("Weber", "Person"),
    Party("Zeus", "Person"),
)
PARTIES = st.sampled_from(POOL)
CLAIMS = st.builds(claim, st.sampled_from("abcd"), PARTIES, st.sampled_from(("partnersWith", "sues")), PARTIES)
SOME = st.lists(CLAIMS, min_size=1, max_size=14)


def entities(claims: list[Claim], decisions: Decisions | None = None) -> dict[Party, Entity]:
    """Link claims and return the entity of each party."""
    linker = linker_of({"a": claims}, AUTHORITY, decisions)
    parties = [p for c in claims for p in (c.subject, c.object) if p]
    return {party: linker.entity(party) for party in parties}


def together(*parties: Party, decisions: Decisions | None = None) -> bool:
    """Tell whether parties that articles name are one entity."""
    found = entities([claim("a", party, "sues", Party("Kläger", "Company")) for party in parties], decisions)
    return len({found[party].iri for party in parties}) == 1


def ruled(*rows: tuple[str, str, str]) -> Decisions:
    """Make decisions of verdict and two ends of addresses."""
    return Decisions(Decision("2026-01-01", "ann", v, ENTITY + a, ENTITY + b) for v, a, b in rows)  # type: ignore[arg-type]


@given(claims=SOME, chance=st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(claims: list[Claim], chance: object) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert entities(claims) == entities(shuffled)


@given(claims=SOME)
def test_how_the_claims_are_spread_over_articles_does_not_matter(claims: list[Claim]) -> None:
    at_once = link({"a": claims}, AUTHORITY)["a"]
    one_by_one = link({str(number): [one] for number, one in enumerate(claims)}, AUTHORITY)
    spread = [linked for found in one_by_one.values() for linked in found]
    assert [one.subject.iri for one in at_once] == [one.subject.iri for one in spread]


@given(before=SOME, after=SOME)
def test_an_address_stays_an_address_as_articles_are_added(before: list[Claim], after: list[Claim]) -> None:
    old = {entity.iri for entity in entities(before).values()}
    new = {address for entity in entities(before + after).values() for address in (entity.iri, *entity.same_as)}
    assert old <= new


@given(claims=SOME)
def test_no_address_is_of_two_entities(claims: list[Claim]) -> None:
    found = {entity.iri: entity for entity in entities(claims).values()}
    addresses = [address for entity in found.values() for address in (entity.iri, *entity.same_as)]
    assert len(addresses) == len(set(addresses))


@given(claims=SOME)
def test_every_name_is_a_name_of_its_entity(claims: list[Claim]) -> None:
    for party, entity in entities(claims).items():
        assert party.name in {entity.name, *(alias.text for alias in (*entity.aliases, *entity.seen))}


RULINGS = st.tuples(
    st.sampled_from(("same", "different")),
    st.sampled_from(("company/zeus", "company/dalian-zeus", "gazprom")),
    st.sampled_from(("company/zeus-pharma", "company/mond", "company/gasprom")),
)


@given(claims=SOME, chance=st.randoms(use_true_random=False), rows=st.lists(RULINGS, max_size=4))
def test_decisions_hold_in_any_order(claims: list[Claim], chance: object, rows: list[tuple[str, str, str]]) -> None:
    unique = list({row[1:]: row for row in rows}.values())
    shuffled = list(unique)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    try:
        found = entities(claims, ruled(*unique))
    except DecisionError:
        with pytest.raises(DecisionError):
            entities(claims, ruled(*shuffled))
        return
    assert found == entities(claims, ruled(*shuffled))
    groups = [{entity.iri, *entity.same_as} for entity in found.values()]
    for verdict, one, other in unique:
        joined = any({ENTITY + one, ENTITY + other} <= group for group in groups)
        if verdict == "different":
            assert not joined


def test_what_is_different_stays_apart_over_a_chain_of_the_same() -> None:
    rows = [
        ("same", "company/zeus", "company/zeus-pharma"),
        ("same", "company/zeus", "company/gasprom"),
        ("different", "gazprom", "company/zeus-pharma"),
    ]
    parties = Party("Dalian Zeus", "Company"), Party("Gasprom", "Company")
    found = entities([claim("a", parties[0], "partnersWith", parties[1])], ruled(*rows))
    groups = [{entity.iri, *entity.same_as} for entity in found.values()]
    assert not any({f"{ENTITY}gazprom", f"{ENTITY}company/zeus-pharma"} <= group for group in groups)


@pytest.mark.parametrize(
    ("names", "one"),
    [
        (("Dalian Zeus", "Dalian Zeus Entertainment"), True),
        (("Zeus", "Zeus Pharma"), False),
        (("Mond", "Mond GmbH"), True),
        (("Mond GmbH", "Mond Inc."), False),
        (("Gasprom",), True),
    ],
)
def test_names_come_together_or_stay_apart(names: tuple[str, ...], one: bool) -> None:
    assert together(*(Party(name, "Company") for name in names)) == one


def test_a_name_that_may_be_two_stays_apart_with_both_suggested() -> None:
    parties = [Party(name, "Company") for name in ("Mond", "Mond GmbH", "Mond Inc.")]
    linker = Linker(AUTHORITY, dict.fromkeys(parties, 1))
    assert len({linker.entity(p).iri for p in parties}) == 3
    told = {(s.one.iri.removeprefix(ENTITY), s.other.iri.removeprefix(ENTITY)) for s in linker.resolution.suggestions}
    assert {("company/mond", "company/mond~gmbh"), ("company/mond", "company/mond~inc")} <= told
    assert all("which are not one" in s.obstacle for s in linker.resolution.suggestions if s.comparison.sure)


def test_an_ambiguous_known_name_joins_neither_of_its_bearers() -> None:
    merck = Party("Merck", "Company")
    linker = Linker(AUTHORITY, {merck: 1})
    assert linker.entity(merck).iri == ENTITY + "company/merck"
    assert {s.one.key for s in linker.resolution.suggestions} == {"merck-co", "merck-kgaa"}


def test_an_unknown_spelling_becomes_the_known_entity() -> None:
    entity = entities([claim("a", Party("Gasprom", "Company"), "sues", Party("Kläger", "Company"))])[
        Party("Gasprom", "Company")
    ]
    assert (entity.iri, entity.name, entity.country) == (ENTITY + "gazprom", "Gazprom", "RU")
    assert entity.same_as == (ENTITY + "company/gasprom",)


def test_a_person_joins_and_parts_names() -> None:
    zeus, pharma = Party("Zeus", "Company"), Party("Zeus Pharma", "Company")
    assert together(zeus, pharma, decisions=ruled(("same", "company/zeus", "company/zeus-pharma")))
    long, short = Party("Dalian Zeus Entertainment", "Company"), Party("Dalian Zeus", "Company")
    apart = ruled(("different", "company/dalian-zeus", "company/dalian-zeus-entertainment"))
    assert not together(long, short, decisions=apart)


def test_a_person_may_join_two_known_entities() -> None:
    both = [Party("Merck KGaA", "Company", key="merck-kgaa"), Party("Merck & Co.", "Company", key="merck-co")]
    assert not together(*both)
    assert together(*both, decisions=ruled(("same", "merck-kgaa", "merck-co")))


def test_an_address_elsewhere_comes_with_the_entity() -> None:
    there = "http://www.wikidata.org/entity/Q1"
    decisions = Decisions([Decision("", "ann", "same", there, ENTITY + "company/mond")])
    mond = Party("Mond", "Company")
    assert entities([claim("a", mond, "sues", mond)], decisions)[mond].same_as == (there,)


def test_two_names_called_the_same_thing_elsewhere_are_one() -> None:
    there = "http://www.wikidata.org/entity/Q1"
    rows = [Decision("", "ann", "same", there, ENTITY + end) for end in ("company/mond", "company/zeus")]
    assert together(Party("Mond", "Company"), Party("Zeus", "Company"), decisions=Decisions(rows))


def test_contradicting_decisions_are_named() -> None:
    a, b, c = "company/a", "company/b", "company/c"
    rows = ruled(("same", a, b), ("same", b, c), ("different", a, c))
    with pytest.raises(DecisionError, match=r"contradict each other: different: .*company/a, .*company/c"):
        Linker(AUTHORITY, {}, rows).resolution  # noqa: B018


def test_identifiers_of_a_users_table_come_with_the_entity(tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text("id\tname\tclass\tlei\twkn\twikidata\nmond\tMond AG\tCompany\tLEI1\tWKN1\tQ1\n", encoding="utf-8")
    mond = Party("Mond AG", "Company", key="mond")
    entity = Linker(load_authority([table]), {mond: 1}).entity(mond)
    assert entity.identifiers == (("lei", "LEI1"), ("wkn", "WKN1"), ("wikidata", "Q1"))


def test_firms_have_the_industries_of_their_row_and_products_none():
    rows = (
        AuthorityRecord("sap", "SAP", "Company", kinds=frozenset({"software", "it-services"})),
        AuthorityRecord("hana", "Hana", "Product", kinds=frozenset({"software"})),
    )
    sap, hana = Party("SAP", "Company", key="sap"), Party("Hana", "Product", key="hana")
    linker = linker_of({"a": [claim("a", sap, "develops", hana)]}, Authority({r.id: r for r in rows}))
    assert linker.entity(sap).industries == ("it-services", "software")
    assert linker.entity(hana).industries == ()

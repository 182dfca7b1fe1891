"""From tables of securities to companies as the press names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.language.gazetteer import shipped_authority
from training.authority.listings import Listing, merge, read_equities
from training.authority.press_names import company_name, is_share, press_name

HEADER = "name,symbol,isin,country,city,sector,industry,mic,website,market_cap\n"


@pytest.mark.parametrize(
    "security",
    [
        "BitMine Immersion Technologies Inc. 9.5% Series A Perpetual Preferred Stock",
        "Leverage Shares 2x Microsoft ETP",
        "Challenger Limited FRN CNV SUB PERP AUD5000",
        "1nvest Rhodium ETF",
    ],
)
def test_funds_and_bonds_are_no_shares(security: str) -> None:
    assert not is_share(security)


@pytest.mark.parametrize(
    ("security", "name"),
    [
        ("KONE Oyj Class B", "KONE"),
        ("Peab AB (publ)", "Peab"),
        ("Samsung Electronics Co., Ltd. Sponsored GDR", "Samsung Electronics"),
        ("PT Bank Mega Tbk", "Bank Mega"),
        ("YTO Express Group Co.,Ltd.", "YTO Express"),
        ("Anji Microelectronics Technology (Shanghai) Co., Ltd.", "Anji Microelectronics Technology"),
        ("Colgate-Palmolive (India) Limited", "Colgate-Palmolive India"),
        ("The Weir Group PLC", "Weir Group"),
        ("Becton, Dickinson and Company", "Becton, Dickinson"),
    ],
)
def test_press_names(security: str, name: str) -> None:
    assert press_name(company_name(security), lambda word: word == "Weir") == name


def test_a_row_becomes_a_listing_with_german_city_and_home_ticker(tmp_path: Path) -> None:
    path = tmp_path / "equities.csv"
    rows = "Azimut Holding Spa,AZM.MI,IT0003261697,Italy,Milan,,,XMIL,http://www.azimut.it,Mid Cap\n"
    rows += "Fiserv Inc,FIV.DE,CA3377381088,United States,Brookfield,,,XETR,http://www.fiserv.com,Mid Cap\n"
    path.write_text(HEADER + rows, encoding="utf-8")
    assert list(read_equities(path, shipped_authority())) == [
        Listing("Azimut Holding Spa", "IT", "Mailand", "AZM", "IT0003261697", "http://www.azimut.it"),
        Listing("Fiserv Inc", "US", "Brookfield", "", "", "http://www.fiserv.com"),
    ]


def test_a_row_with_the_facts_of_another_company_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "equities.csv"
    row = "Sanritsu Corporation,9366.T,,Japan,Atsugi,,,XJPX,http://www.anritsu.com,Mid Cap\n"
    path.write_text(HEADER + row, encoding="utf-8")
    assert list(read_equities(path, shipped_authority())) == []


def test_listings_of_one_company_are_merged() -> None:
    one = Listing("Fiserv", "US", ticker="FI")
    other = Listing("Fiserv, Inc.", "US", "Brookfield", homepage="http://www.fiserv.com")
    assert merge([one, other]) == [Listing("Fiserv", "US", "Brookfield", "FI", "", "http://www.fiserv.com")]

"""Spellings of one name meet; names that differ stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.normalise import fold, has_legal_form, name_key, strip_legal_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller", "Mueller"),
        ("Münchener Rück", "MUENCHENER RUECK"),
        ("Weiß", "WEISS"),
        ("Nestlé", "Nestle"),
        ("Société Générale", "Societe Generale"),
        ("Møller-Maersk", "Moller Mærsk"),
        ("E.ON", "Eon"),
        ("Ver.di", "Verdi"),
        ("McDonald's", "McDonalds"),
        ("L'Oréal", "L’Oreal"),
        ("J.P. Morgan", "JP Morgan"),
        ("Procter & Gamble", "Procter and Gamble"),
        ("Procter & Gamble", "Procter und Gamble"),
        ("Disney+", "Disney Plus"),
        ("Yahoo!", "Yahoo"),
        ("Qwen3-Max", "Qwen3 Max"),
        ("Mercedes-Benz", "Mercedes–Benz"),
        ("Hauck Aufhäuser", "Hauck  Aufhaeuser"),
        ("Erdoğan", "Erdogan"),
        ("Łódź", "Lodz"),
        ("ＡＢＢ", "ABB"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Disney", "Disney+"),
        ("Alibaba", "Alibaba Cloud"),
        ("Merck KGaA", "Merck & Co."),
        ("Bauer", "Baur"),
        ("Qwen3", "Qwen3-Max"),
        ("H&M", "HM"),
    ],
)
def test_names_that_differ_keep_keys_of_their_own(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("SAP SE", "SAP"),
        ("Volkswagen AG", "Volkswagen"),
        ("Merck KGaA", "Merck"),
        ("Henkel AG & Co. KGaA", "Henkel"),
        ("Fresenius SE & Co. KGaA", "Fresenius"),
        ("Robert Bosch GmbH", "Robert Bosch"),
        ("Drägerwerk AG & Co. KGaA", "Drägerwerk"),
        ("Otto (GmbH & Co KG)", "Otto"),
        ("Apple Inc.", "Apple"),
        ("JPMorgan Chase & Co.", "JPMorgan Chase"),
        ("Deere & Company", "Deere"),
        ("Tencent Holdings Limited", "Tencent Holdings"),
        ("BYD Co., Ltd.", "BYD"),
        ("Samsung Electronics Co Ltd", "Samsung Electronics"),
        ("Eni S.p.A.", "Eni"),
        ("Danone S.A.", "Danone"),
        ("ASML Holding N.V.", "ASML Holding"),
        ("H & M Hennes & Mauritz AB (publ)", "H & M Hennes & Mauritz"),
        ("Novo Nordisk A/S", "Novo Nordisk"),
        ("Elia Group SA/NV", "Elia Group"),
        ("Banorte, S.A.B. de C.V.", "Banorte"),
        ("Petronas Chemicals Berhad", "Petronas Chemicals"),
        ("DBS Group Holdings Pte. Ltd.", "DBS Group Holdings"),
        ("PJSC", "PJSC"),
        ("Deutsche Bank", "Deutsche Bank"),
        ("AG Insurance", "AG Insurance"),
        ("Was kostet das", "Was kostet das"),
    ],
)
def test_legal_forms_are_taken_from_the_end_only(name: str, short: str) -> None:
    assert strip_legal_form(name) == short
    assert has_legal_form(name) == (name != short)


@given(st.text(max_size=40))
def test_fold_is_stable(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.from_regex(r"[A-Za-zÄÖÜäöüß&+.\- ]{1,30}", fullmatch=True))
def test_case_does_not_matter(name: str) -> None:
    assert fold(name.upper()) == fold(name) == fold(name.lower())


@given(
    st.from_regex(r"[A-Z][a-z]{2,10}( [A-Z][a-z]{2,10})?", fullmatch=True),
    st.sampled_from(["AG", "SE", "GmbH", "Inc."]),
)
def test_a_legal_form_changes_no_key(name: str, form: str) -> None:
    assert name_key(f"{name} {form}") == name_key(name)

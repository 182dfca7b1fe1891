"""Loading the authority file: look-ups, tables of users, and errors that name the row."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.language.gazetteer import Authority, AuthorityError, load_authority

HEADER = "id\tname\tclass\taliases\tcountry\tcity\tparent\tcommon\n"
POST = "post\tDeutsche Post\tCompany\tPost? | DP AG\tDE\tBonn\t\t\n"
PUMA = "puma\tPuma\tCompany\tPuma SE\tDE\tHerzogenaurach\t\tyes\n"


def table(folder: Path, rows: str, name: str = "companies.tsv", header: str = HEADER) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(header + rows, encoding="utf-8")
    return folder


def load(folder: Path, rows: str) -> Authority:
    return load_authority([table(folder, rows)])


def test_a_row_is_read_into_a_record(tmp_path: Path) -> None:
    record = load(tmp_path, POST).by_id("post")
    assert record is not None
    assert (record.name, record.type, record.aliases) == ("Deutsche Post", "Company", ("Post", "DP AG"))
    assert (record.country, record.city, record.parent, record.isin) == ("DE", "Bonn", None, None)


@pytest.mark.parametrize(("rows", "doubtful"), [(POST, {"Post"}), (PUMA, {"Puma"})])
def test_names_that_are_words_are_marked(tmp_path: Path, rows: str, doubtful: set[str]) -> None:
    (record,) = load(tmp_path, rows)
    assert record.doubtful == doubtful


def test_names_are_found_in_every_spelling(tmp_path: Path) -> None:
    authority = load(tmp_path, "kloeckner\tKlöckner & Co\tCompany\t\tDE\t\t\t\n")
    for name in ("Klöckner & Co", "KLOECKNER UND CO", "Klöckner & Co SE"):
        assert [record.id for record in authority.find(name)] == ["kloeckner"]


def test_a_full_name_goes_before_its_name_without_legal_form(tmp_path: Path) -> None:
    rows = "merck-co\tMerck & Co.\tCompany\tMerck?\tUS\t\t\t\nmerck-kgaa\tMerck KGaA\tCompany\tMerck?\tDE\t\t\t\n"
    authority = load(tmp_path, rows)
    assert [record.id for record in authority.find("Merck KGaA")] == ["merck-kgaa"]
    assert [record.id for record in authority.find("Merck")] == ["merck-co", "merck-kgaa"]
    assert authority.find("Merck AG") == authority.find("Merck")


def test_adjectives_and_demonyms_of_places(tmp_path: Path) -> None:
    header = "id\tname\tclass\tadjective\tdemonym\n"
    folder = table(tmp_path, "china\tChina\tPlace\tchinesisch\tChinesen\n", "places.tsv", header)
    authority = load_authority([folder])
    assert [place.id for place in authority.by_adjective("chinesisch")] == ["china"]
    assert [place.id for place in authority.by_demonym("chinesen")] == ["china"]
    assert authority.by_name("chinesisch") == ()


def test_a_users_row_replaces_the_row_with_its_id(tmp_path: Path) -> None:
    shipped = table(tmp_path / "shipped", POST + PUMA)
    own = table(tmp_path / "own", "post\tDHL Group\tCompany\tDHL\tDE\tBonn\t\t\n", "own.tsv")
    authority = load_authority([shipped, own / "own.tsv"])
    assert [record.name for record in authority] == ["DHL Group", "Puma"]


@pytest.mark.parametrize(
    ("rows", "line", "problem"),
    [
        (POST + POST, 3, "id 'post' stands already in"),
        ("a\tA\tFirm\t\t\t\t\t\n", 2, "unknown class 'Firm'"),
        ("a\tA\tCompany\t\t\t\tb\t\n", 2, "parent 'b' is no id"),
        ("a\tA\tCompany\n", 2, "3 cells where the header has 8"),
        ("a\t\tCompany\t\t\t\t\t\n", 2, "id, name and class must be given"),
    ],
)
def test_errors_name_file_and_line(tmp_path: Path, rows: str, line: int, problem: str) -> None:
    with pytest.raises(AuthorityError, match=problem) as error:
        load(tmp_path, rows)
    assert error.value.path == tmp_path / "companies.tsv"
    assert error.value.line == line


def test_a_class_of_the_users_ontology_can_be_allowed(tmp_path: Path) -> None:
    folder = table(tmp_path, "a\tA\tFoundation\t\t\t\t\t\n")
    assert len(load_authority([folder], classes={"Foundation"})) == 1

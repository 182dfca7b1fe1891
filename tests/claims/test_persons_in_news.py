"""Who leaves a post, who takes it, and who only speaks of others: what the shipped pipeline states of people."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader

_MOVES = ("departsFrom", "appoints")


def moves(reader: ClaimReader, text: str) -> set[str]:
    """Return departures and appointments as "Subject predicate Object"."""
    claims = reader.read(Article("example", text)).claims
    return {f"{c.subject.name} {c.predicate} {c.object.name}" for c in claims if c.object and c.predicate in _MOVES}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Thyssenkrupp-Chef Miguel López wurde seines Postens enthoben.", {"Miguel López departsFrom Thyssenkrupp"}),
        ("Nestlé-Chef Laurent Freixe wurde seines Amtes enthoben.", {"Laurent Freixe departsFrom Nestlé"}),
        ("VW-Personalchef Gunnar Kilian wird von seinen Aufgaben entbunden.", {"Gunnar Kilian departsFrom Volkswagen"}),
        ("Intel-Chef Pat Gelsinger wurde gefeuert.", {"Pat Gelsinger departsFrom Intel"}),
        ("Bei Stellantis musste Konzernchef Carlos Tavares gehen.", {"Carlos Tavares departsFrom Stellantis"}),
        ("Boeing-Chef Dave Calhoun muss den Hut nehmen.", {"Dave Calhoun departsFrom Boeing"}),
        ("Nike-Chef John Donahoe wirft hin.", {"John Donahoe departsFrom Nike"}),
        ("Henkel-Chef Carsten Knobel räumt den Chefsessel.", {"Carsten Knobel departsFrom Henkel"}),
        ("VW-Vorstand Thomas Schmall scheidet aus.", {"Thomas Schmall departsFrom Volkswagen"}),
        ("Nach der Entlassung von Konzernchef Laurent Freixe fielen Nestlé.", {"Laurent Freixe departsFrom Nestlé"}),
    ],
)
def test_departures(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert moves(reader, text) == wanted


def employers(reader: ClaimReader, text: str) -> set[str]:
    """Return employments as "Person worksFor House"."""
    claims = reader.read(Article("example", text)).claims
    return {f"{c.subject.name} worksFor {c.object.name}" for c in claims if c.object and c.predicate == "worksFor"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a body or a person that the article does not know owns the post
        ("Facebook wächst. Das sagte Marc Simeth, Präsident des Dachverbandes der Gewerkschaften.", set()),
        ("Facebook wächst. Die Präsidentin des Verbraucherverbandes, Ramona Pop, kritisierte den Konzern.", set()),
        # organs of the company do not
        (
            "Siemens baut um. Der Chef des Aufsichtsrats, Jim Hagemann Snabe, bleibt.",
            {"Jim Hagemann Snabe worksFor Siemens"},
        ),
        ("Siemens baut um. Der Leiter der Sparte, Jens Meier, wechselt.", {"Jens Meier worksFor Siemens"}),
        # an analyst does not work for the company that is judged
        ("Die Lufthansa flog mehr. Analyst Jochen Rothenbacher lobte den Rekord der Fluggesellschaft.", set()),
        ("Der Chef der Gewerkschaft Ufo, Nicoley Baublies, erklärte das.", {"Nicoley Baublies worksFor Ufo"}),
    ],
)
def test_employers(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert employers(reader, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Elliott Hill hat den bisherigen Nike-Chef John Donahoe abgelöst.",
        "Elliott Hill löst den bisherigen Nike-Chef John Donahoe ab.",
        "Bei Nike hat zum 1. September Elliott Hill den bisherigen Vorstandschef John Donahoe abgelöst.",
        "John Donahoe wird von Elliott Hill an der Spitze von Nike abgelöst.",
    ],
)
def test_who_relieves_a_chief_takes_the_post(reader: ClaimReader, text: str) -> None:
    assert moves(reader, text) == {"John Donahoe departsFrom Nike", "Nike appoints Elliott Hill"}


@pytest.mark.parametrize(
    "text",
    [
        "Lufthansa-Chef Carsten Spohr schließt Kündigungen nicht aus.",
        "Siemens-Chef Roland Busch kündigte einen Abbau von 6000 Stellen an.",
        "Tesla-Chef Elon Musk verteidigte die Kündigung von 14.000 Beschäftigten.",
        "SAP-Chef Christian Klein räumt Fehler ein.",
        "Bayer-Chef Bill Anderson verabschiedet sich vom Renditeziel.",
    ],
)
def test_who_speaks_of_the_dismissal_of_others_stays(reader: ClaimReader, text: str) -> None:
    assert moves(reader, text) == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Daimler-Chef Dieter Zetsche kritisiert Bosch.", "actual"),
        ("Ex-Daimler-Chef Dieter Zetsche kritisiert Bosch.", "negated"),
    ],
)
def test_a_former_chief_no_longer_works_there(reader: ClaimReader, text: str, status: str) -> None:
    posts = [c for c in reader.read(Article("example", text)).claims if c.predicate == "worksFor"]
    assert [c.status for c in posts] == [status]


def test_a_chief_told_as_former_has_left(reader: ClaimReader) -> None:
    text = "Der ehemalige VW-Chef Martin Winterkorn kritisiert Bosch."
    assert employers(reader, text) == set()
    assert moves(reader, text) == {"Martin Winterkorn departsFrom Volkswagen"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Unicredit will die Commerzbank übernehmen. Unicredit hält 26 Prozent der Anteile. "
            "Vorstandschefin Bettina Orlopp lehnt ab.",
            {"Commerzbank"},
        ),
        ("Unicredit wirbt um die Aktionäre. Vorstandschefin Bettina Orlopp lehnt ab.", {"Unicredit"}),
    ],
)
def test_a_post_without_its_house_is_at_the_known_employer_that_the_article_names(
    reader: ClaimReader, text: str, wanted: set[str]
) -> None:
    claims = reader.read(Article("example", text)).claims
    assert {c.object.name for c in claims if c.object and c.predicate == "worksFor"} == wanted


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Claude von Anthropic schlägt GPT-5.", []),
        ("Analyst Dirk Schlamp von der DZ Bank hob das Ziel.", ["Dirk Schlamp"]),
        ("Thomas von der Citigroup hob das Ziel an.", []),
        ("Ursula von der Leyen kritisiert die Zölle.", ["Ursula von der Leyen"]),
        ("Franz von Metzler verkauft die Bank.", ["Franz von Metzler"]),
    ],
)
def test_a_company_is_no_part_of_a_surname(reader: ClaimReader, text: str, people: list[str]) -> None:
    mentions = reader.document(Article("example", text)).mentions
    assert [m.name for m in mentions if m.type == "Person" and m.kind == "name"] == people


@pytest.mark.parametrize(
    "text",
    [
        "Das Vorhaben sei unausgegoren, kritisierte Thyssenkrupp-Aufsichtsrat Jürgen Kerner am Freitag.",
        "Der Umbau komme zu spät, bemängelte Bayer-Aufsichtsrätin Francesca Weinmann.",
    ],
)
def test_a_post_before_a_name_does_not_act_for_the_house(reader: ClaimReader, text: str) -> None:
    claims = reader.read(Article("example", text)).claims
    assert not [c for c in claims if c.object and c.object.type == "Person"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Helsing-Mitgründer und Co-Chef Torsten Reil lobte den Auftrag.", {"founded", "worksFor"}),
        ("Nvidia-Gründer und Vorstandschef Jensen Huang reist nach China.", {"founded", "worksFor"}),
        ("DeepL-Chef und Gründer Jarek Kutylowski ist zufrieden.", {"founded", "worksFor"}),
        ("Siemens-Chef und Bitkom-Mitglied Roland Busch warnt.", {"worksFor"}),
    ],
)
def test_a_founder_may_have_a_post_too(reader: ClaimReader, text: str, wanted: set[str]) -> None:
    assert {c.predicate for c in reader.read(Article("example", text)).claims} == wanted

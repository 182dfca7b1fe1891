"""Whose name it is where a demonym, a compound or an adverb stands beside it: the shipped pipeline's mentions."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.reader import ClaimReader


def organisations(reader: ClaimReader, text: str) -> list[str]:
    """Return the words of the organisations in a text that names give."""
    mentions = reader.document(Article("example", text)).mentions
    return [m.text for m in mentions if m.type in ("Company", "StockExchange", "Organization") and m.kind != "pronoun"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Berliner Scope senkte das Rating von Frankreich.", ["Scope"]),
        ("Die Aufsicht ging gegen die Glarner Confiserie Läderach vor.", ["Läderach"]),
        ("Die Walldorfer SAP übernimmt Signavio.", ["SAP", "Signavio"]),
        ("Die Stuttgarter Mahle GmbH baut Motoren.", ["Mahle GmbH"]),
        ("Die Berliner Volksbank übernimmt Filialen.", ["Berliner Volksbank"]),
        ("Die Mahle-Stiftung hält Anteile an Bosch.", ["Mahle-Stiftung", "Bosch"]),
        ("Anteile an Takkt hält auch die Meridian-Stiftung.", ["Takkt", "Meridian-Stiftung"]),
        ("Die Wiener Börse wächst.", ["Wiener Börse"]),
        ("Die Hamburger Hochbahn wächst.", ["Hamburger Hochbahn"]),
        ("Die Aktie der Kelheimer Maschinenbau AG fiel.", ["Kelheimer Maschinenbau AG"]),
        ("Das Nachsehen hatten die Dortmunder KHS und die italienische Sidel.", ["KHS", "Sidel"]),
        ("Die Frankfurter Skyline glänzt.", []),
        ("Die Schaffhauser Uhrenmanufaktur Moser entlässt 50 Mitarbeiter.", ["Moser"]),
    ],
)
def test_a_demonym_belongs_only_to_plain_words(reader: ClaimReader, text: str, names: list[str]) -> None:
    assert organisations(reader, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Das Start-up Green from Sun aus Kiel meldet Insolvenz an.", ["Green from Sun"]),
        ("RWE kauft den Abfallkonzern EEW Energy from Waste.", ["RWE", "EEW Energy from Waste"]),
        ("Der Händler Taste of Home wächst.", ["Taste of Home"]),
    ],
)
def test_an_english_word_does_not_part_a_name(reader: ClaimReader, text: str, names: list[str]) -> None:
    assert organisations(reader, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die British-Airways-Mutter IAG steigt ein.", ["British-Airways", "IAG"]),
        ("Die Google-Mutter Alphabet wächst.", ["Google", "Alphabet"]),
        ("Deutsche-Bank-Chef Christian Sewing sieht Chancen.", ["Deutsche-Bank"]),
        ("Die Eli-Lilly-Aktie stieg um 4 Prozent.", ["Eli-Lilly"]),
        ("Die Warner-Bros.-Discovery-Aktionäre stimmten zu.", ["Warner-Bros.-Discovery"]),
    ],
)
def test_a_name_ends_before_the_noun_hyphenated_to_it(reader: ClaimReader, text: str, names: list[str]) -> None:
    assert organisations(reader, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Strabag verkauft ihre Russland-Tochter.", ["Strabag", "Russland-Tochter"]),
        ("Die Russland-Tochter der Strabag wächst.", ["Strabag"]),
        ("Cerberus kauft von HSBC das Frankreich-Geschäft.", ["Cerberus", "HSBC", "Frankreich-Geschäft"]),
        ("Infineon könnte die Sparte für Sicherheitschips ausgliedern.", ["Infineon", "Sparte für Sicherheitschips"]),
        ("Bei Henkel steht das Waschmittelgeschäft zur Disposition.", ["Henkel", "Waschmittelgeschäft"]),
    ],
)
def test_what_changes_hands_is_a_unit(reader: ClaimReader, text: str, names: list[str]) -> None:
    assert organisations(reader, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Netto verdiente Siemens 2,2 Milliarden Euro.", ["Siemens"]),
        ("Netto 342 Milliarden Euro gab der Staat aus.", []),
        ("Die Supermarktkette Netto eröffnet 200 Filialen.", ["Netto"]),
        ("Netto eröffnet 200 neue Filialen.", ["Netto"]),
    ],
)
def test_a_word_of_reckoning_is_a_firm_where_no_amount_stands(reader: ClaimReader, text: str, names: list[str]) -> None:
    assert organisations(reader, text) == names


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Die British-Airways-Mutter IAG steigt ein.", ("British Airways", "subsidiaryOf", "IAG")),
        ("Die Google-Mutter Alphabet wächst.", ("Google", "subsidiaryOf", "Alphabet")),
        ("Der Whatsapp-Konzern Meta streicht 600 Stellen.", ("Meta", "cutsJobs", 600)),
        ("Der Volkswagen-Konzern streicht 3000 Stellen.", ("Volkswagen", "cutsJobs", 3000)),
    ],
)
def test_a_compound_tells_of_the_firm_behind_it(reader: ClaimReader, text: str, line: tuple[object, ...]) -> None:
    claims = reader.read(Article("example", text)).claims
    found = {(c.subject.name, c.predicate, c.object.name if c.object else c.value) for c in claims}
    assert line in found
    assert not {s for s, p, _ in found if p == line[1]} - {line[0]}


def test_an_owners_attribute_takes_no_amount_from_its_clause(reader: ClaimReader) -> None:
    text = "Der Zara-Eigentümer Inditex erhöhte den Gewinn auf 5 Milliarden Euro."
    owned = [c for c in reader.read(Article("example", text)).claims if c.predicate == "ownsStakeIn"]
    assert [c.qualifiers for c in owned] == [{}]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("+++ Zalando hat About You geschluckt und baut um.", ("Zalando", "acquires", "About You")),
        ("• Siemens übernimmt Altair für 10 Milliarden Dollar.", ("Siemens", "acquires", "Altair Engineering")),
        ("* Bayer streicht 12.000 Stellen.", ("Bayer", "cutsJobs", 12000)),
        ("++ OMV: Kartellrechtlich prüft die EU-Kommission Borealis.", ("EU-Kommission", "investigates", "Borealis")),
    ],
)
def test_a_mark_that_opens_an_item_is_no_word_of_it(reader: ClaimReader, text: str, line: tuple[object, ...]) -> None:
    claims = reader.read(Article("example", text)).claims
    assert line in {(c.subject.name, c.predicate, c.object.name if c.object else c.value) for c in claims}


@pytest.mark.parametrize(
    "text",
    [
        "Die Kasseler Wintershall Dea verkauft ihr Geschäft an Harbour Energy.",
        "Der Anlagenbauer wurde übernommen, teilte Siemens mit.",
    ],
)
def test_who_buys_is_not_sold_and_who_tells_does_not_buy(reader: ClaimReader, text: str) -> None:
    claims = reader.read(Article("example", text)).claims
    deals = {(c.predicate, c.subject.name, c.object.name) for c in claims if c.object}
    assert not {d for d in deals if d[0] == "sells" and d[2] == "Harbour Energy"}
    assert not {d for d in deals if d[:2] == ("acquires", "Siemens")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Im Mai hatte die Internetaufsicht CAC Alibaba gerügt.", {("CAC", "Regulator"), ("Alibaba", "Company")}),
        ("Im Mai hat die Kartellbehörde FTC Microsoft verklagt.", {("FTC", "Regulator"), ("Microsoft", "Company")}),
        ("Damals hat der Konzern SAP Celonis verklagt.", {("SAP", "Company"), ("Celonis", "Company")}),
        ("Der Clouddienst Microsoft Azure wächst.", {("Microsoft Azure", "Product")}),
        ("Novartis gibt den Ableger Novartis India ab.", {("Novartis", "Company"), ("Novartis India", "Company")}),
    ],
)
def test_two_names_side_by_side_are_told_apart(reader: ClaimReader, text: str, names: set[tuple[str, str]]) -> None:
    mentions = reader.document(Article("example", text)).mentions
    assert {(m.text, m.type) for m in mentions if m.kind == "name"} == names


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Modeprofi Marcello Leone übernimmt.", ["Marcello Leone"]),
        ("Medienzar Rupert Murdoch tritt ab, Börsenguru Jens Erhardt bleibt.", ["Rupert Murdoch", "Jens Erhardt"]),
        ("Der VW-Händler Klaus Meier wächst.", ["Klaus Meier"]),
        ("Galeria-Chef Olivier Van den Bossche winkte ab.", ["Olivier Van den Bossche"]),
        ("Fondsmanager Pieter De Clerck verkauft.", ["Pieter De Clerck"]),
        ("Der Chef der Gewerkschaft Ufo, Nicoley Baublies, sagte das.", ["Nicoley Baublies"]),
        ("Nicoley Baublies, Chef der Gewerkschaft Ufo, sagte das.", ["Nicoley Baublies"]),
    ],
)
def test_a_post_or_calling_tells_people(reader: ClaimReader, text: str, people: list[str]) -> None:
    document = reader.document(Article("example", text))
    assert [m.text for m in document.mentions if m.type == "Person" and m.kind == "name"] == people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Digitalagentur Conrad Caine wächst.", ["Conrad Caine"]),
        ("Daimler baut die Mobilitätsdienstleistungs-Tochter Moovel aus.", ["Daimler", "Moovel"]),
        ("Das Regime in Damaskus droht.", []),
    ],
)
def test_nouns_before_names_are_no_part_of_them(reader: ClaimReader, text: str, names: list[str]) -> None:
    assert organisations(reader, text) == names


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Süss baut ein Werk im taiwanischen Zhubei.", ["Zhubei"]),
        ("Der Zug kommt aus dem kanadischen Brantford.", ["Brantford"]),
        ("Northvolt streicht Stellen im nordschwedischen Skellefteå.", ["Skellefteå"]),
        ("Der schwedische Mullvad wächst.", []),
        ("Im südkoreanischen Kospi legte Samsung zu.", []),
    ],
)
def test_unknown_towns_behind_their_country(reader: ClaimReader, text: str, places: list[str]) -> None:
    document = reader.document(Article("example", text))
    assert [m.text for m in document.mentions if m.kind == "name" and m.type == "Place"] == places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Offen blieb, ob die Bank Stellen streicht.", []),
        ("Kenvue verkauft die Marke o.b. an Edgewell.", ["Kenvue", "o.b", "Edgewell"]),
        ("Laut Bloomberg News Gespräche mit Qiagen.", ["Bloomberg News", "Qiagen"]),
        ("Im Jahr 2022 scheiterten laut Bloomberg News Gespräche.", ["Bloomberg News"]),
        ("Die Bloomberg-News-Redaktion schrieb darüber.", ["Bloomberg-News"]),
    ],
)
def test_ordinary_words_are_no_names(reader: ClaimReader, text: str, names: list[str]) -> None:
    document = reader.document(Article("example", text))
    assert [m.text for m in document.mentions if m.kind in ("name", "compound") and m.type != "Person"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Das Aufklärungssystem Orluna fliegt seit Mai.", ["Orluna"]),
        ("Das System überzeugt die Bundeswehr.", []),
        ("Auch Seat und Audi werden den MEB-Baukasten nutzen.", ["MEB-Baukasten"]),
        ("Die Radeon RX 9070 XT kostet mehr.", ["Radeon RX 9070 XT"]),
        ("Die Geforce RTX 5070 Ti kostet mehr.", ["Geforce RTX 5070 Ti"]),
        ("Die Radeon kostete 2025 mehr.", ["Radeon"]),
        ("Die Llama-Modelle von Meta sind offen.", ["Llama"]),
        ("Die Llama-Zucht in Peru wächst.", []),
    ],
)
def test_products_are_told_by_nouns_and_numbers(reader: ClaimReader, text: str, names: list[str]) -> None:
    mentions = reader.document(Article("example", text)).mentions
    assert [m.text for m in mentions if m.type == "Product" and m.kind in ("name", "compound")] == names


def test_a_makers_noun_is_no_name(reader: ClaimReader) -> None:
    assert organisations(reader, "Der spanische Zughersteller Talgo bekommt einen Auftrag.") == ["Talgo"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dem italienischen Rivalen Biesse geht es besser.", ["Biesse"]),
        ("Die Tochter misst sich mit dem Wettbewerber Truma.", ["Truma"]),
        ("Das bescherte dem Hersteller Absatzrekorde und der Tochter Umsatzsprünge.", []),
        ("Die Fachmarktkette Hammer Raumstylisten mit Sitz in Porta Westfalica wankt.", ["Hammer Raumstylisten"]),
        ("KÜHNE + NAGEL: Der Logistiker verdiente weniger.", ["KÜHNE + NAGEL"]),
        ("Der Reingewinn von Lonza stieg auf 426 Millionen (VJ 330).", ["Lonza"]),
    ],
)
def test_unheard_names_behind_nouns_of_firms(reader: ClaimReader, text: str, names: list[str]) -> None:
    mentions = reader.document(Article("example", text)).mentions
    assert [m.text for m in mentions if m.type == "Company" and m.kind == "name"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Das Werk in Rothenburg ob der Tauber schließt.", ["Rothenburg ob der Tauber"]),
        ("Das Werk in Limburg an der Lahn schließt.", ["Limburg an der Lahn"]),
        ("Das Werk in Limburg an der Autobahn schließt.", ["Limburg"]),
        ("Die Fertigung von Herden und Dunstabzugshauben endet in Bretten.", ["Bretten"]),
    ],
)
def test_towns_and_no_goods_are_places(reader: ClaimReader, text: str, names: list[str]) -> None:
    mentions = reader.document(Article("example", text)).mentions
    assert [m.text for m in mentions if m.type == "Place"] == names


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Auch Miele spart. Geschäftsführer Markus Miele begründete das mit der Krise.", True),
        ("Porsche aus Stuttgart spart. Wolfgang Porsche schwieg.", True),
        ("Wolfgang Porsche schwieg. Später ging Porsche.", False),
    ],
)
def test_a_firm_named_before_its_owner_is_no_person(reader: ClaimReader, text: str, firm: bool) -> None:
    single = [m for m in reader.document(Article("example", text)).mentions if m.text in ("Miele", "Porsche")]
    assert [m.type == "Company" for m in single] == [firm]


def test_a_union_ends_before_what_it_does(reader: ClaimReader) -> None:
    text = "Das Werk schließt, wogegen die IG Metall Widerstand angekündigt hat. Die IG Metall Küste schwieg."
    unions = [m.text for m in reader.document(Article("example", text)).mentions if m.type == "Union"]
    assert unions == ["IG Metall", "IG Metall Küste"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Huaweis Ascend soll Nvidias H20 verdrängen.", ["Huaweis", "Ascend", "Nvidias", "H20"]),
        ("Googles Gemini 3 schlägt OpenAIs GPT-5.", ["Googles", "Gemini 3", "OpenAIs", "GPT-5"]),
        ("Volkswagen wartet auf Rivians Software.", ["Volkswagen", "Rivians"]),
        ("Die Firma Sereact wächst. Sereacts Cortex 2 steuert Roboter.", ["Sereact", "Sereacts", "Cortex 2"]),
        # a name that ends with "s" is no genitive
        ("Der Airbus A380 wird zerlegt.", ["Airbus A380"]),
    ],
)
def test_a_makers_genitive_is_no_part_of_the_products_name(reader: ClaimReader, text: str, names: list[str]) -> None:
    mentions = reader.document(Article("example", text)).mentions
    assert [m.text for m in mentions if m.type in ("Company", "Product")] == names


@pytest.mark.parametrize(
    "text",
    [
        "Cariad betreibt mit Horizon Robotics das Joint Venture Carizon.",
        "Cariad betreibt mit Horizon Robotics die Gemeinschaftsfirma Carizon.",
    ],
)
def test_what_two_hold_together_is_a_joint_venture(reader: ClaimReader, text: str) -> None:
    mentions = reader.document(Article("example", text)).mentions
    assert ("Carizon", "JointVenture") in {(m.text, m.type) for m in mentions}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Firma Quantum Systems wächst. Quantum-Chef Florian Seibel hofft.", {"Quantum Systems"}),
        ("Rocket Lab fliegt wieder. Rocket-Gründer Peter Beck jubelt.", {"Rocket Lab"}),
        # before its full name the word is an ordinary one
        ("Der Quantum-Chef hofft.", set()),
    ],
)
def test_the_first_word_of_a_name_stands_before_what_is_its_own(
    reader: ClaimReader, text: str, names: set[str]
) -> None:
    mentions = reader.document(Article("example", text)).mentions
    assert {m.name for m in mentions if m.type == "Company"} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a house that bears its founder's name
        ("Jungheinrich wächst. Gegründet hat die Firma Friedrich Jungheinrich.", ["Jungheinrich"]),
        ("Stihl wächst. Beiratschef Nikolas Stihl schweigt. Bald baut Stihl ein Werk.", ["Stihl", "Stihl"]),
        ("Die Erben von Gründer Friedrich Jungheinrich schweigen. Jungheinrich wächst.", ["Jungheinrich"]),
        ("Wolfgang Porsche schweigt. Porsche galt als Anhänger der Holding.", []),
        ("Kaeser geht. Siemens-Chef Joe Kaeser hat das gesagt.", ["Siemens"]),
        # what a firm does stands behind its name
        ("Während Adidas Rekorde meldet, verliert Puma.", ["Adidas", "Puma"]),
        ("Bombardier Transportation berät über den Abbau.", ["Bombardier Transportation"]),
        # a sportsman is no firm
        ("An dem Newcomer On ist Tennisstar Roger Federer beteiligt.", ["On"]),
    ],
)
def test_houses_beside_people_and_deeds(reader: ClaimReader, text: str, names: list[str]) -> None:
    assert organisations(reader, text) == names

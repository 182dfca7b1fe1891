"""What nouns and the people of a place stand for, with the shipped model and authority file."""

from __future__ import annotations

import pytest

from kg.language.pipeline import Pipeline


def meant(pipeline: Pipeline, text: str, words: str) -> set[str]:
    """Return the entities that some words stand for."""
    found = pipeline.annotate(text)
    return {found.referents[m.referent].name for m in found.mentions if m.text == words and m.kind != "demonym"}


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        # two that were told last together, but not two of three
        ("Siemens und Alstom reden. Beide Unternehmen legten zu.", "Beide", {"Alstom"}),
        ("Siemens und Alstom reden. Beide Unternehmen legten zu.", "Unternehmen", {"Siemens"}),
        ("Infineon beliefert Volkswagen. Die beiden Konzerne legten zu.", "Konzerne", {"Infineon"}),
        ("Infineon, Bosch und Volkswagen reden. Die beiden Konzerne legten zu.", "Konzerne", set()),
        ("Siemens und Alstom reden. Ihre beiden Partner schweigen.", "Partner", set()),
        (
            "Nvidia hilft Intel. Intel gewinnt nach der EU-Kommission und Softbank neue Geldgeber. Beide Firmen reden.",
            "Beide",
            {"Nvidia"},
        ),
        # parties of the deal told last
        ("Zalando will About You übernehmen. Der Käufer legte zu.", "Käufer", {"Zalando"}),
        ("Zalando will About You übernehmen. Die Aktie der Übernommenen stieg.", "Übernommenen", {"About You"}),
        ("Thyssenkrupp verkauft die Sparte an Advent. Der Käufer schweigt.", "Käufer", {"Advent"}),
        # who acts on a firm is another, and who invests is no "Konzern"
        ("Siemens wächst. Nvidia will eine Milliarde Euro in das Unternehmen stecken.", "Unternehmen", {"Siemens"}),
        ("Der Finanzinvestor KKR umwirbt Gerresheimer. Der Konzern schweigt.", "Konzern", {"Gerresheimer"}),
        # mother and daughter that are known
        ("Eurowings wächst. Auch die Lufthansa legte zu. Die Tochter stellt ein.", "Tochter", {"Eurowings"}),
        ("Die Lufthansa und Eurowings wachsen. Die Mutter stellt ein.", "Mutter", {"Lufthansa"}),
        ("Bosch und Eurowings wachsen. Die Mutter stellt ein.", "Mutter", set()),
        # the daughter or mother of one that the article named
        ("Eurowings wächst. Die Lufthansa-Tochter stellt ein.", "Lufthansa-Tochter", {"Eurowings"}),
        ("Siemens Mobility baut Züge. Die Siemens-Tochter stellt ein.", "Siemens-Tochter", {"Siemens Mobility"}),
        ("Siemens Energy und Siemens Healthineers wachsen. Die Siemens-Tochter baut um.", "Siemens-Tochter", set()),
        ("Stadler beliefert die SBB. Der Konzern Henkel mit seinen Marken wächst.", "seinen", {"Henkel"}),
        (
            "Siemens Mobility beliefert die SBB. Die Siemens-Tochter mit ihren Werken in Wien wächst.",
            "ihren",
            {"Siemens Mobility"},
        ),
        # a listed company is no start-up, a start-up no group, and a German one not from the USA
        ("BMW unterstützt Proxima Fusion. Ford arbeitet mit dem Start-up.", "Start-up", {"Proxima Fusion"}),
        ("Das Start-up Helsing wächst. Auch Anduril wächst. Der US-Konzern stellt ein.", "US-Konzern", {"Anduril"}),
        # one that is named as another party, and one that a compound only introduces
        ("Siemens wächst. Infineon schwächelt. Der Konzern übernimmt Infineon.", "Konzern", {"Siemens"}),
        (
            "Bosch-Tochter BSH spart.\n\nDas sagte BSH am Montag. Das Unternehmen baut um.",
            "Unternehmen",
            {"BSH Hausgeräte"},
        ),
        # the daughter behind a long attribute
        ("VW wächst. Audi schwächelt: Die auf teure Wagen spezialisierte Tochter spart.", "Tochter", {"Audi"}),
        # a post is no person, and "deren" is of the noun before it
        ("Oliver Blume gibt das Amt des Vorstandschefs ab.", "Vorstandschefs", set()),
        ("SAP kauft Signavio. Die Verwandten, deren Firma wächst, schweigen.", "deren", set()),
        # behind a verb "der" is a subject: the noun has another plural
        ("Apple wächst. Damit verstoße der US-Konzern gegen das Gesetz.", "US-Konzern", {"Apple"}),
        ("BMW wächst. Gestern kaufte der Autobauer ein Haus.", "Autobauer", {"BMW"}),
        # several are no one of them
        ("BMW und VW wachsen. Die Aktien der Autobauer legten zu.", "Autobauer", set()),
        # people of a town by rule, of a state by the towns in it, of a town with two words
        ("Microsoft wächst. Ein Exklusivrecht besitzen die Redmonder dafür nicht.", "Redmonder", {"Microsoft"}),
        ("Dell und BMW wachsen. Bald liefern die Texaner neue Systeme.", "Texaner", {"Dell"}),
        ("SAP und Fresenius wachsen. Nun ziehen die Bad Homburger nach.", "Bad Homburger", {"Fresenius"}),
        # people called as their place is, of a state or a region, and with a vowel that fell
        ("Spotify und Deezer wachsen. Nun haben die Schweden ein Werkzeug vorgestellt.", "Schweden", {"Spotify"}),
        ("Orlen und Shell wachsen. Bald ziehen die klammen Polen nach.", "Polen", {"Orlen"}),
        ("Adidas und Nike wachsen. Das sagt der Chef der Bayern.", "Bayern", {"Adidas"}),
        ("Adidas baut ein Lager in Bayern.", "Bayern", {"Bayern"}),
        ("Puma verliert. Der Umsatz der Franken sank.", "Franken", {"Puma"}),
        ("Puma verliert. Der Franken legte zu.", "Franken", set()),
        ("Jungheinrich wächst. Die Hanseaten bauen ein Werk.", "Hanseaten", {"Jungheinrich"}),
        (
            "Stark Defence, voriges Jahr gegründet und mit Sitz in Berlin, wächst. Nun bauen die Berliner ein Werk.",
            "Berliner",
            {"Stark Defence"},
        ),
        ("Porsche und BMW wachsen. Die Schwaben bauen ein Werk.", "Schwaben", {"Porsche"}),
        ("Hensoldt und BMW wachsen. Die Taufkirchner legten zu.", "Taufkirchner", {"Hensoldt"}),
        ("Uber wächst. Im Mai hatten die Kalifornier Papiere gezeichnet.", "Kalifornier", {"Uber"}),
        # one man from a place
        ("Bayer wird von Bill Anderson geführt. Der Texaner baut um.", "Texaner", {"Bill Anderson"}),
        ("Stellantis verliert Carlos Tavares. Gegen den Portugiesen gab es Kritik.", "Portugiesen", {"Carlos Tavares"}),
        # the plural that goes on from people
        ("Philips wächst. Die Niederländer schweigen. Ihnen droht eine Klage.", "Ihnen", {"Philips"}),
        ("Nokia wächst. Die Finnen legten zu. Bald wollen sie ein Werk bauen.", "sie", {"Nokia"}),
        ("Swatch wächst. Die Bieler liefern viel nach China, ihrem größten Markt.", "ihrem", {"Swatch Group"}),
        # those who act for an authority
        (
            "Das Bundeskartellamt prüft Amazon. Die Wettbewerbshüter wollen bald entscheiden.",
            "Wettbewerbshüter",
            {"Bundeskartellamt"},
        ),
        ("Die Bafin prüft N26. Den Aufsehern genügt das nicht.", "Aufsehern", {"Bafin"}),
        ("Amazon und Apple wachsen. Die Wettbewerbshüter schweigen.", "Wettbewerbshüter", set()),
        # a company told as a shop is a platform; a car maker is none
        ("Der Onlinehändler Temu wächst. Gegen die Plattform ermittelt die EU.", "Plattform", {"Temu"}),
        ("BMW wächst. Auf der Plattform bauen mehrere Modelle auf.", "Plattform", set()),
        # nouns for those who build or know something
        ("Deutz wächst. Der Motorenbauer stellt ein.", "Motorenbauer", {"Deutz"}),
        ("Salzgitter wächst. Der Stahlkocher stellt ein.", "Stahlkocher", {"Salzgitter AG"}),
        ("Mynaric wankt. Nun endet die Übernahme des Laserspezialisten.", "Laserspezialisten", {"Mynaric"}),
        # no attribute of the noun behind it
        ("Adobe wächst. Canva jagt den Kaliforniern Kunden ab.", "Kaliforniern", {"Adobe"}),
        # a compound with the name of an index, a product, a topic
        ("SAP wächst. Den Kauf stemmt der Dax-Konzern aus eigener Kraft.", "Dax-Konzern", {"SAP"}),
        ("Apple klagt. Der iPhone-Konzern könnte gewinnen.", "iPhone-Konzern", {"Apple"}),
        ("Samsung wächst. Nun zahlt der Smartphone-Riese mehr.", "Smartphone-Riese", {"Samsung"}),
        ("Sonova wächst. Der Hörgerätehersteller aus Stäfa stellt ein.", "Hörgerätehersteller", {"Sonova"}),
        ("Lidl wirbt. Der Discounter darf das nicht mehr.", "Discounter", {"Lidl"}),
        # a noun that the model takes for a name, alone or behind a place
        ("KfW und Tennet reden. Nun könnte die Förderbank zum Zug kommen.", "Förderbank", {"KfW"}),
        ("XXXLutz wehrt sich. Der Welser Handelsriese hatte geklagt.", "Handelsriese", {"XXXLutz"}),
        ("Unicredit könnte zugreifen. Die Mailänder Bank schwieg.", "Bank", {"Unicredit"}),
        # the share is of whom the exchange is at home
        ("Pirelli wächst. Großaktionär ist Sinochem. An der Mailänder Börse gewann die Aktie.", "Aktie", {"Pirelli"}),
        ("Bayer bangt um Moderna. Im Dax verlor das Papier.", "Papier", {"Bayer"}),
        # no plural behind "den"
        ("Eventim wächst. Verbraucherschützer gehen gegen den Ticketriesen vor.", "Ticketriesen", {"CTS Eventim"}),
        ("Aurubis steigt. Meier hat den Kupferkonzern hochgestuft.", "Kupferkonzern", {"Aurubis"}),
        # a long attribute between article and noun
        ("Stellantis ringt. Das teilte der in Amsterdam ansässige Hersteller mit.", "Hersteller", {"Stellantis"}),
        # what stands behind is of the verb, and no name
        ("OMV wächst. Abschied nimmt der Konzern vom russischen Gas.", "Konzern", {"OMV"}),
        ("Snowflake wehrt sich gegen Wyden, der dem Unternehmen Schlamperei vorwirft.", "Unternehmen", {"Snowflake"}),
        ("Die US-Börsenaufsicht SEC verklagt Ripple. Die Behörde prüft auch Tether.", "Behörde", {"SEC"}),
        (
            "Die Staatsanwaltschaft Stuttgart durchsuchte Mahle. Die Ermittler sicherten Akten.",
            "Ermittler",
            {"Staatsanwaltschaft Stuttgart"},
        ),
        (
            "Die Deutsche Umwelthilfe verklagt Opel. Die Umweltschützer sammeln Spenden.",
            "Umweltschützer",
            {"Deutsche Umwelthilfe"},
        ),
        ("Foodwatch verklagt Ferrero. Der Verein sammelt Spenden.", "Verein", {"Foodwatch"}),
        ("Die EU-Kommission prüft Zalando. Die Kartellwächter haben Zweifel.", "Kartellwächter", {"EU-Kommission"}),
        ("Das Bundeskartellamt prüft Temu. Es wirft dem Unternehmen Betrug vor.", "Unternehmen", {"Temu"}),
    ],
)
def test_who_is_taken_up(pipeline: Pipeline, text: str, words: str, names: set[str]) -> None:
    assert meant(pipeline, text, words) == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Siemens-Aktie: Der nächste Milliardendeal!", "Milliardendeal"),
        ("BASF verkauft an Carlyle - Milliardenerlös fließt auch in Rückkauf", "Milliardenerlös"),
        ("Rheinmetall-Aktie: Auftragsflut reißt nicht ab", "Auftragsflut"),
        ("Wohin Dumpingpreise führten, zeige das Beispiel.", "Wohin Dumpingpreise"),
        ("Unicredit könnte zugreifen. Die Mailänder Bank schwieg.", "Mailänder Bank"),
        ("Eventim wächst. Das half den Konzernen.", "Konzernen"),
    ],
)
def test_what_is_no_name(pipeline: Pipeline, text: str, words: str) -> None:
    assert meant(pipeline, text, words) == set()


def test_a_capital_that_owns_a_ministry_stays_a_place(pipeline: Pipeline) -> None:
    text = "Pekings Handelsministerium hat das untersagt."
    assert meant(pipeline, text, "Pekings") == {"Peking"}
    assert meant(pipeline, text, "Handelsministerium") == set()

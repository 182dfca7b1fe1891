"""Whom a text gives as source of what it states."""

from __future__ import annotations

import pytest

from kg.articles.article import Article
from kg.claims.extractor import open_tools
from kg.claims.reader import ClaimReader
from kg.language.spans import Mention

#: text, a word of what is said, who says it
SPEECHES = [
    ("SAP kauft laut Bloomberg den Rivalen WalkMe.", "kauft", ["Bloomberg"]),
    ("Bloomberg zufolge kauft SAP den Rivalen WalkMe.", "kauft", ["Bloomberg"]),
    ("SAP kauft nach Informationen des Handelsblatts den Rivalen WalkMe.", "kauft", ["Handelsblatt"]),
    ("SAP kauft WalkMe, wie die Financial Times berichtete.", "kauft", ["Financial Times"]),
    ("Die Zahlen seien gefälscht, sagte Fraser Perring.", "gefälscht", ["Fraser Perring"]),
    ("SAP kauft den Rivalen WalkMe.", "kauft", []),
    # nobody says that a condition will be met; who denies a rumour is not its source
    ("Käme es zur Fusion mit Unicredit, wären Stellen in Gefahr, warnt Verdi.", "Fusion", []),
    ("Gerüchte, wonach SAP den Rivalen WalkMe kaufen könnte, dementierte Oracle nicht.", "kaufen", []),
    # "das" and "darüber" take up the sentence before; a text may end with a report
    ("SAP kauft den Rivalen WalkMe. Das steht in einem Bericht der Financial Times.", "kauft", ["Financial Times"]),
    ("SAP kauft den Rivalen WalkMe. Das berichtet das Handelsblatt.", "kauft", ["Handelsblatt"]),
    ("SAP kauft WalkMe. Das hatten Insider dem Handelsblatt gesagt.", "kauft", ["Insider", "Handelsblatt"]),
    ("SAP kauft den Rivalen WalkMe. Davon geht Analyst Tim Rokossa aus.", "kauft", ["Tim Rokossa"]),
    ("SAP kauft den Rivalen WalkMe. Zuvor hatte Bloomberg darüber berichtet.", "kauft", ["Bloomberg"]),
    ("SAP will WalkMe kaufen. Zuerst hatte Bloomberg über die Pläne berichtet.", "kaufen", ["Bloomberg"]),
    ("SAP kauft WalkMe. Bloomberg hatte über Verhandlungen mit Oracle berichtet.", "kauft", []),
    ("SAP kauft den Rivalen WalkMe. So steht es im Handelsblatt.", "kauft", ["Handelsblatt"]),
    ("SAP kauft den Rivalen WalkMe. Das kritisierte Verdi.", "kauft", []),
    ("SAP kauft den Rivalen WalkMe. Das Handelsblatt berichtet, dass Oracle klagt.", "kauft", []),
    ("SAP kauft WalkMe. Das erfuhr die Agentur Reuters von mit der Sache vertrauten Personen.", "kauft", ["Reuters"]),
    ("SAP kauft WalkMe, das Oracle verklagt hat. Das berichtet Bloomberg.", "verklagt", []),
    ("SAP will WalkMe kaufen. Ein Sprecher bestätigte entsprechende Meldungen der FAZ.", "kaufen", ["FAZ"]),
    ("SAP will WalkMe kaufen. Zunächst hatte Bloomberg berichtet.", "kaufen", ["Bloomberg"]),
    ("SAP will WalkMe kaufen. Bloomberg beruft sich dabei auf zwei Banker.", "kaufen", ["Bloomberg"]),
    ("SAP wird WalkMe kaufen. Diese Ansicht vertritt Analyst Tim Rokossa.", "kaufen", ["Tim Rokossa"]),
    ("SAP will WalkMe kaufen. Ein Sprecher bestätigte den Verkauf der Zentrale.", "kaufen", []),
    # a phrase before "zufolge", whatever follows; a medium at the end of a line
    ("SAP will einem Zeitungsbericht zufolge WalkMe kaufen.", "kaufen", ["Zeitungsbericht"]),
    ("SAP wolle den Rivalen WalkMe kaufen, hieß es in der Financial Times.", "kaufen", ["Financial Times"]),
    ("SAP will den Rivalen WalkMe kaufen - Handelsblatt", "kaufen", ["Handelsblatt"]),
    ("SAP will den Rivalen WalkMe kaufen - und das Handelsblatt", "kaufen", []),
    ("Tim Cook ist überzeugt, dass SAP den Rivalen WalkMe kaufen wird.", "kaufen", ["Tim Cook"]),
    ("SAP werde WalkMe kaufen, ist sich Tim Cook sicher.", "kaufen", ["Tim Cook"]),
    ("Tim Cook ist sicher in seinem Amt, SAP kauft den Rivalen WalkMe.", "kauft", []),
    # before a colon
    ("Bloomberg: SAP kauft den Rivalen WalkMe", "kauft", ["Bloomberg"]),
    ("Kreise: SAP kauft den Rivalen WalkMe", "kauft", ["Kreise"]),
    ("IG-Metall-Chefin Christiane Benner: SAP kauft den Rivalen WalkMe.", "kauft", ["Christiane Benner"]),
    ("SAP: Walldorfer Konzern kauft den Rivalen WalkMe", "kauft", []),
    ("Handelsblatt: Ihr Haus kauft den Rivalen WalkMe.", "kauft", []),
    ("Handelsblatt: Warum kauft SAP den Rivalen WalkMe?", "kauft", []),
    # who has the papers
    ("Wie aus Unterlagen hervorgeht, die Reuters einsehen konnte, kauft SAP WalkMe.", "kauft", ["Reuters"]),
    ("In einem Papier, das dem Handelsblatt vorliegt, heißt es, SAP kaufe WalkMe.", "kaufe", ["Handelsblatt"]),
    # who reports is the subject, not a name within it
    ("SAP kauft WalkMe, wie der Hersteller von Actimel mitteilte.", "kauft", []),
    ("Tim Cook sagte am Dienstag in Essen, SAP wolle den Rivalen WalkMe kaufen.", "kaufen", ["Tim Cook"]),
    # who holds something for right does not claim it
    ("Tim Cook hält einen Verkauf von WalkMe für sinnvoll.", "Verkauf", []),
    ("Tim Cook hält einen Verkauf von WalkMe für denkbar.", "Verkauf", ["Tim Cook"]),
    (
        "Bernstein urteilt streng: Analyst Stephen Reitman stufte VW ab. Porsche habe Geld verbrannt.",
        "verbrannt",
        ["Stephen Reitman"],
    ),
    # what is foreseen goes on behind its object; blame and reminders are reports
    ("Stephen Reitman erwartet eine Aufnahme von SAP in den Euro Stoxx.", "Euro", ["Stephen Reitman"]),
    ("Tim Cook fürchtet um 6000 Arbeitsplätze bei WalkMe.", "Arbeitsplätze", ["Tim Cook"]),
    ("Tim Cook rügte, SAP wolle 7000 Stellen streichen.", "streichen", ["Tim Cook"]),
    ("Tim Cook erinnert daran, dass SAP den Rivalen WalkMe gekauft hat.", "gekauft", ["Tim Cook"]),
    # an inserted "sagt" has its subject behind it
    ("Oracle, sagt Finanzchefin Amy Hood, sei ein Rivale von SAP.", "Rivale", ["Amy Hood"]),
    # a clause or participle tells where a noun comes from
    (
        "Eine Übernahme von WalkMe, über die Bloomberg berichtet hatte, ist vom Tisch.",
        "Übernahme",
        ["Bloomberg"],
    ),
    ("Ein Kauf von WalkMe, über den das Handelsblatt spekulierte, ist kein Thema.", "Kauf", ["Handelsblatt"]),
    ("Die von Bloomberg gemeldete Übernahme von WalkMe ist vom Tisch.", "Übernahme", ["Bloomberg"]),
    ("Eine Übernahme von WalkMe, über die Oracle verhandelt hatte, ist vom Tisch.", "Übernahme", []),
    ("Bloomberg hatte zuvor von einem Kauf von WalkMe durch SAP berichtet.", "Kauf", ["Bloomberg"]),
    # with a word beside the verb
    ("Tim Cook gibt zu bedenken, dass SAP den Rivalen WalkMe gekauft hat.", "gekauft", ["Tim Cook"]),
    ("Tim Cook zeigte sich überzeugt, dass SAP den Rivalen WalkMe kaufen wird.", "kaufen", ["Tim Cook"]),
    # "wie" at the end holds for the whole sentence
    ("SAP will WalkMe kaufen, weil der Umsatz stagniert, wie Politico berichtet.", "kaufen", ["Politico"]),
    # clauses that look like relative ones
    ("Laut Bloomberg erwägt RWE, die 25,1 Prozent am Netzbetreiber Amprion zu veräußern.", "veräußern", ["Bloomberg"]),
    ("In einem Interview mit der FAZ sagte Tim Cook, SAP wolle Celonis kaufen.", "kaufen", ["Tim Cook", "FAZ"]),
    # what the writer adds is not said by the source
    ("Das Werk, in das BYD vier Milliarden steckt, läuft laut Bloomberg erst 2026 an.", "steckt", []),
    ("Das Werk, in das BYD vier Milliarden steckt, läuft laut Bloomberg erst 2026 an.", "läuft", ["Bloomberg"]),
    ("SAP, das laut Bloomberg WalkMe kauft, hat Oracle verklagt.", "verklagt", []),
    ("SAP hat Oracle verklagt; laut Bloomberg kauft SAP nun WalkMe.", "verklagt", []),
    ("SAP kauft laut Bloomberg den Rivalen WalkMe, und Oracle verklagt Google.", "verklagt", []),
    ("Bei Nissan steht laut Kyodo ein Verkauf an, nachdem die Fusion mit Honda gescheitert war.", "gescheitert", []),
    ("Die Aktie legte zu, nachdem Bloomberg über ein Gebot von SAP berichtet hatte.", "legte", []),
    ("Die Aktie legte zu, nachdem Bloomberg über ein Gebot von SAP berichtet hatte.", "Gebot", ["Bloomberg"]),
    ("SAP kann an der Börse Aktien ausgeben, wo es laut Bloomberg eine Milliarde erlösen könnte.", "ausgeben", []),
    ("SAP kann an der Börse Aktien ausgeben, wo es laut Bloomberg Geld erlösen könnte.", "erlösen", ["Bloomberg"]),
    # forms of report
    ("SAP kauft nach Bloomberg-Informationen den Rivalen WalkMe.", "kauft", ["Bloomberg"]),
    ("SAP kauft nach Informationen von Bloomberg und Reuters WalkMe.", "kauft", ["Bloomberg", "Reuters"]),
    ("SAP dementierte einen Bericht von Bloomberg, wonach Oracle WalkMe kaufe.", "kaufe", ["Bloomberg"]),
    ("Die Firma dementierte Meldungen von Bloomberg über eine Entlassungswelle.", "Entlassungswelle", ["Bloomberg"]),
    ("SAP kauft den Rivalen WalkMe, wie Insider dem Handelsblatt sagten.", "kauft", ["Insider", "Handelsblatt"]),
    ("Tim Cook schloss einen Verkauf von WalkMe aus.", "Verkauf", ["Tim Cook"]),
    ("Nach eigenen Angaben hat SAP den Rivalen WalkMe gekauft.", "gekauft", []),
    ("SAP kauft nach Informationen aus Bankkreisen den Rivalen WalkMe.", "kauft", ["Bankkreisen"]),
    ("SAP baut halb so viele Stellen ab wie von Verdi befürchtet.", "baut", []),
    ("Einen Bericht von Bloomberg, SAP wolle WalkMe kaufen, kommentierte Oracle nicht.", "kaufen", ["Bloomberg"]),
    ("Einen Bericht von Bloomberg, den SAP erhielt, kommentierte Oracle nicht.", "erhielt", []),
    ("SAP kauft nach früheren Medienberichten Aktien von Oracle.", "kauft", ["Medienberichten"]),
    (
        "SAP kauft den Rivalen WalkMe, wie Brancheninsider der Agentur Reuters sagten.",
        "kauft",
        ["Brancheninsider", "Reuters"],
    ),
    ("SAP kauft WalkMe, sagte eine eingeweihte Person der Agentur Reuters.", "kauft", ["Person", "Reuters"]),
    # a report without a name is the medium's that is named soon after; so are insiders who speak to it
    (
        "SAP will einem Medienbericht zufolge WalkMe kaufen. Bloomberg schrieb, Oracle biete nicht.",
        "kaufen",
        ["Medienbericht", "Bloomberg"],
    ),
    ("SAP will einem Medienbericht zufolge WalkMe kaufen. Cook schrieb, Oracle biete.", "kaufen", ["Medienbericht"]),
    (
        "SAP will Insidern zufolge WalkMe kaufen. Das sei fix, sagte eine eingeweihte Person der Agentur Reuters.",
        "kaufen",
        ["Insidern", "Reuters"],
    ),
    ("Oracle widersprach einem Medienbericht, wonach SAP WalkMe kaufe.", "kaufe", ["Medienbericht"]),
    # what goes on with it
    ("SAP will sparen, schrieb Bloomberg. Demnach soll Oracle WalkMe kaufen.", "kaufen", ["Bloomberg"]),
    ("SAP will sparen, schrieb Bloomberg. Dem Bericht zufolge kauft Oracle WalkMe.", "kauft", ["Bloomberg"]),
    ("SAP will sparen. Demnach soll Oracle WalkMe kaufen.", "kaufen", []),
    # the staff's own body
    ("SAP streicht nach Rechnung des Betriebsrats 3000 Stellen.", "streicht", ["Betriebsrats"]),
    ("Gesamtbetriebsrat: SAP streicht 3000 Stellen.", "streicht", ["Gesamtbetriebsrat"]),
    # indirect speech goes on with who spoke
    ("Der Markt wachse, sagte Tim Cook. Die Fabrik in Indien habe Apple erweitert.", "erweitert", ["Tim Cook"]),
    ("Der Markt wachse, sagte Tim Cook. Apple erweitert die Fabrik in Indien.", "erweitert", []),
    (
        "Der Markt wachse, sagte Tim Cook.\n\nAuch die Fabrik in Indien werde erweitert.",
        "erweitert",
        ["Tim Cook"],
    ),
    ("Swatch erlöste drei Milliarden Franken, sagte Nick Hayek. Omega erlöste eine Milliarde.", "Omega", []),
    (
        "An der Prognose rüttelt Carsten Spohr nicht: Der Gewinn solle steigen.",
        "steigen",
        ["Carsten Spohr"],
    ),
    ("Siri soll laut Bloomberg-Reporter Mark Gurman auf Gemini aufsetzen.", "aufsetzen", ["Mark Gurman"]),
    (
        "Analyst Stephen Reitman stufte VW ab. Die Beteiligung an Porsche habe Verluste eingebrockt.",
        "eingebrockt",
        ["Stephen Reitman"],
    ),
]


@pytest.mark.parametrize(("text", "word", "sources"), SPEECHES)
def test_sources_of_what_is_said(reader: ClaimReader, text: str, word: str, sources: list[str]) -> None:
    document = reader.document(Article("a", text))
    tools = open_tools(document, reader.lexicon)
    trigger = max(i for i, w in enumerate(document.syntax.words) if w == word)
    found = tools.attribution.sources(trigger)
    assert [document.referents[s.referent].name if isinstance(s, Mention) else s for s in found] == sources


#: text, predicate, sources of its claim
CLAIMS = [
    # an analyst speaks with the house
    (
        "Analyst Tim Rokossa von der Deutschen Bank lobte VW. Die Rendite habe bei 4,8 Prozent gelegen.",
        "reports",
        ["Tim Rokossa", "Deutsche Bank"],
    ),
    # a company's own people are no third party
    ("Siemens-Chef Roland Busch sagte, Siemens habe Altair übernommen.", "acquires", []),
    # nor is who is spoken to
    ("Bayer werde 4000 Stellen abbauen, sagte Marcel Fratzscher der Welt.", "cutsJobs", ["Marcel Fratzscher"]),
    ("Bayer werde 40 Stellen abbauen, sagte Marcel Fratzscher der Zeitung «Welt».", "cutsJobs", ["Marcel Fratzscher"]),
    # what is told in passing is taken as given
    ("Der Rivale Oracle kauft laut Bloomberg den Dienst WalkMe von SAP.", "competesWith", []),
    ("Die zu SAP gehörende WalkMe verklagt laut Bloomberg den Rivalen Oracle.", "subsidiaryOf", []),
    ("Volkswagen, das Teile von Bosch bezieht, muss laut VDA die Bänder anhalten.", "suppliesTo", []),
    # unless it is what the sentence tells
    ("Nach Angaben der EU-Kommission hat SAP die Firma WalkMe gekauft.", "acquires", ["EU-Kommission"]),
    ("Laut der Beratung Carpathia setzte Temu 2024 in der Schweiz 700 Millionen Franken um.", "reports", ["Carpathia"]),
    # a rival that somebody is quoted with
    ("Geely habe BYD überholt und sei der schärfste Rivale, schreibt Tim Hsiao.", "competesWith", ["Tim Hsiao"]),
    # the staff's body is one by name; a medium that had reported; a headline has the source of the text
    ("Bei SAP fallen nach Angaben des Betriebsrats 3000 Stellen weg.", "cutsJobs", ["Betriebsrat"]),
    (
        "Bei Bayer droht ein Stellenabbau. Ein Sprecher schwieg. Der Spiegel hatte über einen Abbau berichtet.",
        "cutsJobs",
        ["Der Spiegel"],
    ),
    ("Bayer streicht 300 Stellen\n\nBayer streicht laut Verdi 300 Stellen.", "cutsJobs", ["Verdi"]),
    ("Laut Bloomberg würde Apollo den Dax-Konzern Covestro gern übernehmen.", "listedOn", []),
    # who only judges or denies is no source
    ("Dass Bayer Merck kauft, hält Marcel Fratzscher für sinnvoll.", "acquires", []),
    # nor is a party of the claim
    ("Bloomberg zufolge kauft Amazon den Dienst Bloomberg.", "acquires", []),
]


@pytest.mark.parametrize(("text", "predicate", "sources"), CLAIMS)
def test_sources_of_claims(reader: ClaimReader, text: str, predicate: str, sources: list[str]) -> None:
    claims = [c for c in reader.read(Article("a", text)).claims if c.predicate == predicate]
    assert [[s.name for s in c.attributed_to] for c in claims] == [sources]

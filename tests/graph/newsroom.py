"""Articles and claims written by hand, for the tests of the graph and of the queries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from kg.articles.article import Article
from kg.claims.claim import Claim, Evidence, Party, Scalar, Status
from kg.entities.entity import Alias, Entity
from kg.entities.linked import LinkedClaim
from kg.graph.mapping import article_node, article_quads
from kg.graph.namespaces import ENTITY
from kg.graph.search_index import SearchIndex
from kg.graph.store import GraphStore
from kg.graph.update import complete_index


def entity(name: str, type_: str = "Company", *aliases: str, **facts: str) -> Entity:
    """Make an entity whose address comes from its name."""
    slug = "".join(sign if sign.isalnum() and sign.isascii() else "-" for sign in name.lower())
    names = tuple(Alias(alias, "de") for alias in aliases)
    industries = tuple(facts.get("industries", "").split())
    return Entity(ENTITY(slug).value, name, type_, names, country=facts.get("country"), industries=industries)


ALIBABA = entity("Alibaba", "Company", "Alibaba Group", country="CN")
ALIBABA_CLOUD = entity("Alibaba Cloud")
ARMY = entity("Volksbefreiungsarmee", "GovernmentBody", "PLA")
CHINA = entity("China", "Place", "Volksrepublik China")
FT = entity("Financial Times", "MediaOutlet", "FT")
HONOR = entity("HONOR")
JPMORGAN = entity("JPMorgan", "Company", "JPMorgan Chase")
KFTC = entity("KFTC", "Regulator", "Wettbewerbsbehörde KFTC", country="KR")
MEITUAN = entity("Meituan", industries="delivery")
MERCK_DE = entity("Merck KGaA", "Company", "Merck")
MERCK_US = entity("Merck & Co.", "Company", "Merck")
MUELLER = entity("Jörg Müller", "Person")
QWEN = entity("Qwen", "Product")
SHINSEGAE = entity("Shinsegae")
VENTURE = entity("Gemeinschaftsunternehmen Grand Opus", "JointVenture")
WHITE_HOUSE = entity("Weißes Haus", "GovernmentBody", "White House")


@dataclass(frozen=True)
class Story:
    """An article with what it claims."""

    article: Article
    claims: list[LinkedClaim] = field(default_factory=list)

    @property
    def iri(self) -> str:
        """The address of the article and of its graph."""
        return article_node(self.article).value

    def into(self, store: GraphStore) -> bool:
        """Write the story to a store."""
        return store.put_article(self.iri, article_quads(self.article, self.claims, version="test"))


def party(one: Entity | str) -> Party:
    """Return the party that stands for an entity, or for an unnamed source, before linking."""
    return Party(one, None) if isinstance(one, str) else Party(one.name, one.type)


def claim(
    article: Article,
    subject: Entity,
    predicate: str,
    target: Entity | Scalar | None = None,
    words: str = "",
    *,
    status: Status = "actual",
    by: tuple[Entity | str, ...] = (),
    confidence: float = 0.9,
    **qualifiers: Scalar,
) -> LinkedClaim:
    """Make a linked claim whose evidence is ``words`` in the article, or else the whole of it."""
    start = article.text.index(words)
    quote = words or article.text
    found = target if isinstance(target, Entity) else None
    return LinkedClaim(
        Claim(
            article=article.id,
            subject=party(subject),
            predicate=predicate,
            object=party(found) if found else None,
            value=None if isinstance(target, Entity) else target,
            status=status,
            evidence=Evidence(start, start + len(quote), quote, start, start + len((quote.split() or [quote])[0])),
            method=f"{predicate}-frame",
            confidence=confidence,
            qualifiers=qualifiers,
            attributed_to=tuple(party(source) for source in by),
        ),
        subject,
        found,
        by,
    )


def honor_deal() -> Story:
    """A cooperation, a restriction, two ratings."""
    article = Article(
        "honor-deal",
        "Am Freitag verkündete Alibaba eine Kooperation mit HONOR. Die KFTC verhängte "
        "Datenaustausch-Beschränkungen für das Joint Venture. JPMorgan bekräftigte sein „Overweight“-Rating "
        "und das Kursziel von 180 Dollar. Alibaba will 53 Milliarden Dollar in China investieren.",
        title="Alibaba: Neuer Deal mit HONOR",
        published=dt.date(2025, 9, 27),
        publisher="Börsenblick",
        url="https://boersenblick.example/alibaba-honor",
    )
    said = article.text.split(". ")
    return Story(
        article,
        [
            claim(article, ALIBABA, "partnersWith", HONOR, said[0], date="2025-09-26", topic="KI-Modelle"),
            claim(article, KFTC, "restricts", VENTURE, said[1], topic="Datenaustausch"),
            claim(article, ALIBABA, "participatesIn", VENTURE, said[1]),
            claim(article, SHINSEGAE, "participatesIn", VENTURE, said[1]),
            claim(
                article,
                JPMORGAN,
                "rates",
                ALIBABA,
                said[2],
                rating="Overweight",
                targetPrice=180,
                currency="USD",
            ),
            claim(
                article, ALIBABA, "investsIn", CHINA, said[3], status="planned", amount=53e9, currency="USD"
            ),
            claim(article, ALIBABA, "publishesResultsOn", "2025-11", said[3], status="planned"),
            claim(article, ALIBABA, "develops", QWEN, said[0]),
        ],
    )


def memo() -> Story:
    """An accusation with a source, what it alleges, and the denial."""
    article = Article(
        "memo",
        "Laut Financial Times wirft das Weiße Haus Alibaba vor, Nutzerdaten an die Volksbefreiungsarmee "
        "geliefert zu haben. Alibaba wies das zurück. Die Aktie legte um 2,5 Prozent zu. Der Umsatz stieg im "
        "dritten Quartal um fünf Prozent auf 34 Milliarden Dollar. Kreisen zufolge prüft Alibaba den Kauf "
        "von Meituan. 5000 Stellen fallen weg.",
        title="Vorwürfe gegen Alibaba",
        published=dt.date(2025, 11, 19),
        publisher="Marktbrief",
        url="https://marktbrief.example/memo",
    )
    said = article.text.split(". ")
    quarter: dict[str, Scalar] = {"value": 34e9, "unit": "USD", "changePercent": 5, "period": "2025-Q3"}
    return Story(
        article,
        [
            claim(article, WHITE_HOUSE, "accuses", ALIBABA, said[0], by=(FT,)),
            claim(article, ALIBABA, "suppliesTo", ARMY, said[0], status="alleged", by=(WHITE_HOUSE, FT)),
            claim(article, ALIBABA, "denies", None, said[1], topic="Vorwurf"),
            claim(article, ALIBABA, "sharePriceChange", 2.5, said[2], date="2025-11-17"),
            claim(article, ALIBABA, "reports", "revenue", said[3], **quarter),
            claim(article, ALIBABA, "acquires", MEITUAN, said[4], status="possible", by=("Kreise",)),
            claim(article, ALIBABA, "cutsJobs", 5000, said[5]),
            claim(article, ALIBABA, "partnersWith", HONOR, said[1], status="negated"),
        ],
    )


def agency_note() -> Story:
    """A third source that repeats the cooperation and adds people, stakes and law."""
    article = Article(
        "agency-note",
        "HONOR und Alibaba arbeiten zusammen. Alibaba hält 32 Prozent an Alibaba Cloud. Jörg Müller leitet "
        "HONOR. Meituan verklagt Alibaba. China ermittelt gegen Meituan. Meituan konkurriert mit Alibaba.",
        published=dt.date(2025, 12, 1),
        publisher="Nachrichtenagentur",
    )
    said = article.text.split(". ")
    return Story(
        article,
        [
            claim(article, HONOR, "partnersWith", ALIBABA, said[0]),
            claim(article, ALIBABA, "ownsStakeIn", ALIBABA_CLOUD, said[1], percent=32),
            claim(article, MUELLER, "worksFor", HONOR, said[2], position="Chef"),
            claim(article, MEITUAN, "sues", ALIBABA, said[3], topic="Preise", amount=1e6, currency="EUR"),
            claim(article, CHINA, "investigates", MEITUAN, said[4], date="2025"),
            claim(article, MEITUAN, "competesWith", ALIBABA, said[5]),
            claim(article, MERCK_DE, "competesWith", MERCK_US, said[5]),
            claim(
                article,
                ALIBABA,
                "forecasts",
                "revenue",
                said[1],
                status="planned",
                changePercent=8,
                period="2026",
            ),
        ],
    )


def newsroom() -> list[Story]:
    """Three connected stories."""
    return [honor_deal(), memo(), agency_note()]


def newsroom_folder(path: Path) -> Path:
    """Make the graph of the stories in a folder and return it."""
    with GraphStore.open(path) as store:
        for story in newsroom():
            story.into(store)
    return path


def searched_folder(path: Path) -> Path:
    """Make the graph of the stories with its search index in a folder and return it."""
    with GraphStore.open(newsroom_folder(path)) as store, SearchIndex(path) as index:
        complete_index(index, store)
    return path

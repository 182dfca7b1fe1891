"""Reading and checking training articles: whole articles with what each sentence states.

The format is plain text, described in ``training/corpus/articles/README.md``. An article begins with
``## ID | PUBLISHED | STYLE``; ``! CLASS: Name|other name; Name`` lines declare its entities; then every line is one
sentence, a blank line ends a paragraph, and below a sentence stand what its words refer to (``= der Konzern: Intel``)
and what it states (``> Nvidia ownsStakeIn Intel | amount=5000000000 | currency=USD | status=planned | by=Reuters``).

Run as ``python -m training.articles [FILE...]`` to check files and count what they hold.
"""

from __future__ import annotations

import collections
import datetime
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.articles.article import Article

FOLDER = Path(__file__).parent / "corpus" / "articles"
#: files that nothing is trained on: they give the figures and the calibration
HELD_OUT = "*5.txt"

VALUES = frozenset(
    "sharePriceChange reports forecasts publishesResultsOn cutsJobs buysBackShares filesForInsolvency denies".split()
)
ENTITY_PREDICATES = frozenset(
    "partnersWith hasJointVentureWith participatesIn acquires sells mergesWith ownsStakeIn subsidiaryOf spinsOff"
    " investsIn suppliesTo competesWith launches develops uses basedOn hosts worksFor appoints departsFrom founded"
    " locatedIn operatesIn restricts regulates investigates fines sues approves accuses criticizes rates listedOn"
    " strikesAt".split()
)
CLASSES = frozenset(
    "Organization Company JointVenture Regulator GovernmentBody MediaOutlet StockExchange MarketIndex Union Person"
    " Place Product Event Legislation Topic".split()
)
STATUSES = frozenset("actual planned possible alleged negated".split())
QUALIFIERS = frozenset(
    "topic amount currency date percent seller buyer period product place position rating previousRating targetPrice"
    " previousTargetPrice analyst price venue value unit changePercent".split()
)
METRICS = frozenset(
    "revenue netProfit operatingProfit profit ebitda eps loss orders deliveries users margin cashflow dividend"
    " other".split()
)
_CLAIM = re.compile(rf"^(?P<s>.+?) (?P<p>{'|'.join(sorted(VALUES | ENTITY_PREDICATES))}) (?P<o>.+)$")


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim that a sentence states; ``object`` is an entity's first name, a value, or None."""

    subject: str
    predicate: str
    object: str | None
    status: str = "actual"
    by: tuple[str, ...] = ()
    qualifiers: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Sentence:
    """A sentence with its place in the text, what its words refer to and what it states."""

    text: str
    start: int = 0
    references: list[tuple[str, str]] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


@dataclass(slots=True)
class AnnotatedArticle:
    """An article: entities by first name with (class, names), and sentences in paragraphs."""

    id: str
    published: str
    style: str
    entities: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    paragraphs: list[list[Sentence]] = field(default_factory=list)

    @property
    def sentences(self) -> list[Sentence]:
        """All sentences in order."""
        return [s for paragraph in self.paragraphs for s in paragraph]

    def text(self) -> str:
        """Return the article's text and set the start of each sentence in it."""
        parts: list[str] = []
        at = 0
        for paragraph in self.paragraphs:
            for i, sentence in enumerate(paragraph):
                sentence.start = at
                at += len(sentence.text) + (1 if i + 1 < len(paragraph) else 2)
            parts.append(" ".join(s.text for s in paragraph))
        return "\n\n".join(parts)

    def article(self) -> Article:
        """Return the article as the program reads it."""
        return Article(self.id, self.text(), published=datetime.date.fromisoformat(self.published))

    def by_name(self) -> dict[str, str]:
        """Map every name to the first name of its entity."""
        return {name: key for key, (_, names) in self.entities.items() for name in names}


def files(folder: Path = FOLDER, *, held_out: bool) -> list[Path]:
    """Return the files that are held out, or those that may be trained on."""
    kept = set(folder.glob(HELD_OUT))
    return sorted(kept if held_out else set(folder.glob("*.txt")) - kept)


#: series of held-out files on which the floors of the tests are measured, and every how many-th file of each
MEASURED = {"ac": 4, "e": 4, "i": 4, "f": 1, "t": 1}


def measured(series: str) -> list[Path]:
    """Return the held-out files of a series on which floors are measured: trees are not fitted on them."""
    return [path for path in files(held_out=True) if path.stem[0] in series][:: MEASURED[series]]


class FormatError(ValueError):
    """A line that does not follow the format; the message names file, line and what is wrong."""


def read_articles(path: Path) -> Iterator[AnnotatedArticle]:
    """Yield the articles of a file; raises FormatError at the first line that is wrong."""
    article: AnnotatedArticle | None = None
    in_paragraph = False
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        try:
            if line.startswith("## "):
                if article:
                    yield article
                article, in_paragraph = _header(line), False
            elif article is None:
                if line and not line.startswith("#"):
                    raise FormatError("an article begins with ## ID | PUBLISHED | STYLE")
            elif not line:
                in_paragraph = False
            elif line.startswith("! "):
                _declare(article, line[2:])
            elif line.startswith("= "):
                _refer(article, line[2:])
            elif line.startswith("> "):
                article.paragraphs[-1][-1].statements.append(_statement(article, line[2:]))
            else:
                if not in_paragraph:
                    article.paragraphs.append([])
                article.paragraphs[-1].append(Sentence(line))
                in_paragraph = True
        except (FormatError, IndexError, ValueError) as error:
            raise FormatError(f"{path}:{number}: {error}: {line[:100]}") from None
    if article:
        yield article


def _header(line: str) -> AnnotatedArticle:
    ident, published, style = (part.strip() for part in line[3:].split("|"))
    datetime.date.fromisoformat(published)
    return AnnotatedArticle(ident, published, style)


def _declare(article: AnnotatedArticle, line: str) -> None:
    cls, _, listed = line.partition(":")
    if cls.strip() not in CLASSES:
        raise FormatError(f"no class {cls.strip()!r}")
    for entry in listed.split(";"):
        names = tuple(n.strip() for n in entry.split("|") if n.strip())
        if names:
            article.entities[names[0]] = (cls.strip(), names)


def _known(article: AnnotatedArticle, name: str) -> str:
    key = article.by_name().get(name.strip())
    if key is None:
        raise FormatError(f"{name.strip()!r} is not declared with !")
    return key


def _refer(article: AnnotatedArticle, line: str) -> None:
    surface, _, names = line.rpartition(":")
    sentence = article.paragraphs[-1][-1]
    if surface.strip() not in sentence.text:
        raise FormatError(f"the sentence has no {surface.strip()!r}")
    for name in names.split(";"):
        sentence.references.append((surface.strip(), _known(article, name)))


def _statement(article: AnnotatedArticle, line: str) -> Statement:
    core, *options = (part.strip() for part in line.split("|"))
    match = _CLAIM.match(core)
    if not match:
        raise FormatError("a claim is: SUBJECT predicate OBJECT")
    predicate, value = match["p"], match["o"].strip()
    status, by, qualifiers = "actual", [], []
    for option in options:
        key, separator, content = option.partition("=")
        if not separator:
            raise FormatError(f"{option!r} is not key=value")
        if key == "status":
            if content not in STATUSES:
                raise FormatError(f"no status {content!r}")
            status = content
        elif key == "by":
            by.append(_known(article, content))
        elif key in QUALIFIERS:
            qualifiers.append((key, content))
        else:
            raise FormatError(f"no qualifier {key!r}")
    if predicate in {"reports", "forecasts"} and value not in METRICS:
        raise FormatError(f"no metric {value!r}")
    target = _known(article, value) if predicate in ENTITY_PREDICATES else None if value == "-" else value
    return Statement(_known(article, match["s"]), predicate, target, status, tuple(by), tuple(qualifiers))


def problems(article: AnnotatedArticle) -> Iterator[str]:
    """Yield what looks wrong in an article that can be read."""
    text = article.text()
    for key, (_, names) in article.entities.items():
        if not any(name in text for name in names):
            yield f"{article.id}: no name of {key!r} stands in the text (give the forms as they stand)"
    for sentence in article.sentences:
        if sentence.text.count(". ") > 2 and len(sentence.text) > 400:
            yield f"{article.id}: several sentences on one line: {sentence.text[:60]}"


def main(paths: list[str]) -> int:
    """Check files (all by default), print problems and counts; return 1 where a file cannot be read."""
    counts: collections.Counter[str] = collections.Counter()
    statuses: collections.Counter[str] = collections.Counter()
    totals: collections.Counter[str] = collections.Counter()
    status = 0
    for path in map(Path, paths) if paths else sorted(FOLDER.glob("*.txt")):
        try:
            for article in read_articles(path):
                totals["articles"] += 1
                totals["sentences"] += len(article.sentences)
                totals["words"] += len(article.text().split())
                for problem in problems(article):
                    print(problem)
                for s in article.sentences:
                    counts.update(c.predicate for c in s.statements)
                    statuses.update(c.status for c in s.statements)
        except FormatError as error:
            print(error)
            status = 1
    print(dict(totals), "claims", counts.total())
    print(dict(statuses))
    print(", ".join(f"{name} {n}" for name, n in counts.most_common()))
    print("never:", ", ".join(sorted((VALUES | ENTITY_PREDICATES) - set(counts))) or "-")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

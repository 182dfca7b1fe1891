"""Make a corpus of any size: articles out of the sentences of the lexicon's examples and the authority file's names.

    python benchmarks/corpus.py 1000 --seed 1 --out corpus.jsonl

The same number and seed give the same articles; article ``n`` is the same in a corpus of any size. The sentences
repeat, so the corpus serves to measure cost, never quality.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.articles.article import Article
from kg.claims.lexicon import load_lexicon
from kg.language.gazetteer import Authority, shared_authority

#: sentences of an article: at least, at most
SENTENCES = (8, 16)
#: a name drawn for an example comes from so many of its class: some are in the news often, most rarely
POOL = 400
#: one name in so many is one that the authority file does not know
UNKNOWN = 12
_FIRST_DAY = dt.date(2020, 1, 1)
_PUBLISHERS = ("Börsenblick", "Marktbrief", "Nachrichtenagentur", "Wirtschaftspost", "Depotwelt")
_SYLLABLES = ("Vel", "Tor", "Zan", "Mir", "Kad", "Lum", "Ost", "Rik", "Bel", "Non", "Fra", "Ger")
_CLAIM = re.compile(r"(?P<subject>.+?) (?P<predicate>[a-z]+[A-Z]?\w*)(?: (?P<object>[^\[]*))?(?:\[.*)?")


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence whose names can be exchanged: each name with the class to draw another from."""

    sentence: str
    names: tuple[tuple[str, str], ...]


def templates(authority: Authority) -> list[Template]:
    """Return the lexicon's examples, with the names that the authority file knows marked as exchangeable."""
    frames = load_lexicon("de").frames
    examples = sorted({example for frame in frames for example in frame.examples})
    return [_template(example, authority) for example in examples]


def _template(example: str, authority: Authority) -> Template:
    sentence, _, claims = example.partition(" => ")
    names = {}
    for claim in claims.split(";"):
        found = _CLAIM.fullmatch(claim.strip())
        for name in (found["subject"], (found["object"] or "").strip()) if found else ():
            records = authority.find(name) if name and name in sentence else ()
            if records:
                names[name] = records[0].type
    return Template(sentence.strip(), tuple(sorted(names.items(), key=lambda pair: -len(pair[0]))))


class Corpus:
    """An endless supply of articles, each a function of the seed and its number."""

    def __init__(self, seed: int = 1, sentences: tuple[int, int] = SENTENCES) -> None:
        authority = shared_authority(())
        self.seed, self.sentences = seed, sentences
        self._templates = templates(authority)
        self._names: dict[str, list[str]] = {}
        for record in authority:
            if record.name not in record.doubtful:
                self._names.setdefault(record.type, []).append(record.name)
        for names in self._names.values():
            random.Random(seed).shuffle(names)

    def article(self, number: int, edition: int = 0) -> Article:
        """Return an article; another ``edition`` has one sentence more, as an edited article has."""
        chance = random.Random(f"{self.seed}/{number}")
        count = chance.randint(*self.sentences)
        sentences = [self._sentence(chance) for _ in range(count)]
        more = [self._sentence(random.Random(f"{self.seed}/{number}/{edition}"))] if edition else []
        return Article(
            f"a{number:08d}",
            "\n\n".join(" ".join(part) for part in _paragraphs([*sentences, *more])),
            title=sentences[0].rstrip("."),
            published=_FIRST_DAY + dt.timedelta(days=chance.randrange(2000)),
            publisher=chance.choice(_PUBLISHERS),
        )

    def articles(self, count: int, start: int = 0) -> Iterator[Article]:
        """Yield articles by number."""
        return (self.article(number) for number in range(start, start + count))

    def _sentence(self, chance: random.Random) -> str:
        template = chance.choice(self._templates)
        text = template.sentence
        for number, (name, _) in enumerate(template.names):
            text = text.replace(name, f"\x00{number}\x00")
        for number, (name, class_) in enumerate(template.names):
            text = text.replace(f"\x00{number}\x00", self._name(class_, chance) or name)
        return text

    def _name(self, class_: str, chance: random.Random) -> str | None:
        if class_ == "Company" and chance.randrange(UNKNOWN) == 0:
            return "".join(chance.choices(_SYLLABLES, k=2)).capitalize() + chance.choice((" AG", " SE", " GmbH"))
        names = self._names.get(class_, [])[:POOL]
        return chance.choice(names) if names else None


def _paragraphs(sentences: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(sentences), 4):
        yield sentences[start : start + 4]


def as_json(article: Article) -> str:
    """Return an article as a line of JSON Lines, as `kg build` reads it."""
    day = article.published.isoformat() if article.published else None
    fields = {"id": article.id, "title": article.title, "published": day, "publisher": article.publisher}
    return json.dumps({**fields, "lang": article.lang, "text": article.text}, ensure_ascii=False)


def write_corpus(path: Path, articles: Iterator[Article]) -> Path:
    """Write articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(as_json(article) + "\n" for article in articles)
    return path


def edited(corpus: Corpus, count: int, share: float) -> Iterator[Article]:
    """Yield a corpus in which a share of the articles, spread evenly, was edited."""
    step = round(1 / share)
    return (corpus.article(number, edition=int(number % step == 0)) for number in range(count))




def main() -> int:
    """Write a corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="number of the first article")
    parser.add_argument("--out", type=Path, default=None, help="file; standard output by default")
    args = parser.parse_args()
    articles = Corpus(args.seed).articles(args.count, args.start)
    if args.out:
        write_corpus(args.out, articles)
    else:
        sys.stdout.writelines(as_json(article) + "\n" for article in articles)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Measure the names found in articles against gold: recall by class, and what was found that is no name.

    python benchmarks/names.py GOLD [--model FOLDER] [--only PREFIX] [--misses] [--extra]

GOLD has ``texts/ID.txt`` and ``claims/ID.json``. A gold entity counts when one of its names stands in the
text; it is found when a mention bears one of its names, with the right class.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.language.mentions import MentionFinder
from kg.language.mentions.reading import known_word
from kg.language.normalise import name_key
from kg.language.pipeline import load_pipeline
from kg.language.spans import Mention, Referent

Entity = dict[str, Any]
_SILENT_KINDS = ("pronoun", "nominal")


def stands_in(name: str, text: str) -> bool:
    """Tell whether a name stands in a text as words of its own, or hyphenated, or with a genitive s."""
    return re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", text) is not None


def keys(entity: Entity) -> set[str]:
    """Return the comparison keys of a gold entity."""
    return {name_key(name) for name in entity["names"]}


def mention_keys(mention: Mention, referents: tuple[Referent, ...]) -> set[str]:
    """Return the comparison keys of a mention and of its referent."""
    referent = referents[mention.referent]
    return {name_key(n) for n in (mention.name, mention.text, referent.name, *referent.aliases)}


def articles(gold: Path, prefix: str) -> Iterator[tuple[str, str, dict[str, Entity]]]:
    """Yield id, text and gold entities of each article."""
    for path in sorted((gold / "claims").glob(f"{prefix}*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        text = (gold / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
        yield path.stem, text, data["entities"]


class Score:
    """Counts over articles."""

    def __init__(self) -> None:
        self.gold: collections.Counter[str] = collections.Counter()
        self.found: collections.Counter[str] = collections.Counter()
        self.typed: collections.Counter[str] = collections.Counter()
        self.names = 0
        self.misses: list[str] = []
        self.extra: list[str] = []

    def add(
        self,
        id: str,
        text: str,
        gold: dict[str, Entity],
        mentions: tuple[Mention, ...],
        referents: tuple[Referent, ...],
    ) -> None:
        """Count one article."""
        speaking = [m for m in mentions if m.kind not in _SILENT_KINDS]
        by_key: dict[str, set[str]] = collections.defaultdict(set)
        for mention in mentions:
            for key in mention_keys(mention, referents):
                by_key[key].add(mention.type)
        for entity in gold.values():
            if any(stands_in(name, text) for name in entity["names"]):
                self._add_entity(id, entity, set().union(*(by_key[k] for k in keys(entity) if k in by_key)))
        known = set().union(*(keys(e) for e in gold.values()))
        for number, referent in enumerate(referents):
            mine = [m for m in speaking if m.referent == number and m.kind in ("name", "compound")]
            if mine:
                self.names += 1
                if not any(mention_keys(m, referents) & known for m in mine):
                    self.extra.append(f"{id}  {referent.type:14} {referent.name}  <- {mine[0].text}")

    def _add_entity(self, id: str, entity: Entity, types: set[str]) -> None:
        type = entity["type"]
        self.gold[type] += 1
        self.found[type] += bool(types)
        self.typed[type] += type in types
        if type not in types:
            self.misses.append(
                f"{id}  {type:14} {entity['names']}"
                + (f"  found as {', '.join(sorted(types))}" if types else "")
            )

    def table(self) -> Iterator[str]:
        """Yield the lines of the report."""
        for type in sorted(self.gold, key=lambda t: -self.gold[t]):
            yield self._line(type, self.gold[type], self.found[type], self.typed[type])
        yield self._line("all", self.gold.total(), self.found.total(), self.typed.total())
        names = [t for t in self.gold if t != "Topic"]
        yield self._line(
            "all but Topic", *(sum(c[t] for t in names) for c in (self.gold, self.found, self.typed))
        )
        share = len(self.extra) / max(self.names, 1)
        yield f"names found: {self.names}, not in gold: {len(self.extra)} ({share:.1%})"

    @staticmethod
    def _line(label: str, gold: int, found: int, typed: int) -> str:
        return f"{label:16} {gold:5} found {found / gold:6.3f}  with class {typed / gold:6.3f}"


def main() -> int:
    """Print the figures for a gold folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument(
        "--model", default=None, help="folder of a spaCy pipeline in place of the shipped one"
    )
    parser.add_argument("--only", default="", help="articles whose id begins so")
    parser.add_argument("--misses", action="store_true", help="list gold entities that were not found")
    parser.add_argument("--extra", action="store_true", help="list found names that gold does not have")
    args = parser.parse_args()
    pipeline, score = load_pipeline(model=args.model), Score()
    nlp, finder = pipeline.nlp, MentionFinder(pipeline.authority)
    known_word("Wort")  # reads the word list, once
    parsing = finding = 0.0
    words = 0
    for gold in args.gold:
        for id, text, entities in articles(gold, args.only):
            began = time.perf_counter()
            doc = nlp(text)
            parsed = time.perf_counter()
            mentions, referents = finder(doc)
            finding += time.perf_counter() - parsed
            parsing += parsed - began
            words += len(doc)
            score.add(id, text, entities, mentions, referents)
    lines = [*score.table(), f"parse {words / parsing:,.0f} words/s, mentions {words / finding:,.0f} words/s"]
    lines += score.misses if args.misses else []
    lines += score.extra if args.extra else []
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

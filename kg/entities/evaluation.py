"""Measuring extracted claims against gold: precision, recall and F1 as the claims contract defines them.

A gold folder holds one JSON file per article: its entities with all acceptable names, the claims that must be
found and the optional ones. Claims match one to one by subject, predicate and object or value; status, sources,
qualifiers, classes and linking are measured over the matched ones (linking by B-cubed F1, Bagga and Baldwin 1998).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.claims.lexicon import Signature
from kg.language.gazetteer import CLASSES_ABOVE

Json = dict[str, Any]

_ARTICLES = frozenset(["der", "die", "das", "den", "dem", "des", "the"])
_LEGAL_FORMS = frozenset(
    """ag se gmbh kg kgaa co inc ltd limited corp corporation plc nv sa spa ab asa oyj llc holding holdings group
    gruppe konzern aktie aktien company""".split()
)
#: qualifiers that are words: one word in common is enough
_WORDED = frozenset("""topic position product period venue place unit seller buyer analyst""".split())
_TOLERANCE = 0.005


class GoldError(ValueError):
    """A gold folder or file cannot be used."""


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Share of what should be found that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return harmonic(self.precision, self.recall)


@dataclass(slots=True)
class Report:
    """All figures of an evaluation, and the lists behind them."""

    articles: int = 0
    claims: int = 0
    core: Tally = field(default_factory=Tally)
    by: Tally = field(default_factory=Tally)
    qualifiers: Tally = field(default_factory=Tally)
    predicates: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    status_right: int = 0
    class_score: float = 0.0
    class_total: int = 0
    grounded: int = 0
    links: list[tuple[str, str]] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Return the figures by the names of the contract."""
        return {
            "articles": self.articles,
            "gold": self.core.right + self.core.missed,
            "found": self.core.right + self.core.wrong,
            "precision": self.core.precision,
            "recall": self.core.recall,
            "f1": self.core.f1,
            "status": self.status_right / self.core.right if self.core.right else 0.0,
            "by_f1": self.by.f1,
            "q_f1": self.qualifiers.f1,
            "link_b3": b_cubed(self.links),
            "type": self.class_score / self.class_total if self.class_total else 0.0,
            "grounding": self.grounded / self.claims if self.claims else 0.0,
        }


def evaluate(
    gold_folder: Path,
    claims: Iterable[Json],
    signatures: Mapping[str, Signature],
    texts: Mapping[str, str] | None = None,
) -> Report:
    """Score claim objects of the contract against a folder of gold files.

    ``texts`` by article id let the evidence offsets be checked. Raises ``GoldError`` for an empty
    folder or a broken file.
    """
    paths = sorted(gold_folder.glob("*.json"))
    if not paths:
        raise GoldError(f"{gold_folder}: no gold files (*.json) here")
    found: dict[str, list[Json]] = defaultdict(list)
    for claim in claims:
        found[claim["article"]].append(claim)
    report = Report()
    for path in paths:
        gold = Gold(_read(path), signatures)
        _score_article(gold, found.get(gold.article, []), (texts or {}).get(gold.article), report)
    return report


def _read(path: Path) -> Json:
    try:
        data: Json = json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: is not a gold file: {error}") from error
    if not {"article", "entities", "claims"} <= set(data):
        raise GoldError(f"{path}: a gold file has the keys article, entities and claims")
    return data


class Gold:
    """The gold of one article."""

    def __init__(self, data: Json, signatures: Mapping[str, Signature]) -> None:
        self.article: str = data["article"]
        self.claims: list[Json] = data["claims"]
        self.optional: list[Json] = data.get("optional", [])
        self.names = {key: {folded(n) for n in (key, *e["names"])} for key, e in data["entities"].items()}
        self.types: dict[str, str | None] = {key: e.get("type") for key, e in data["entities"].items()}
        self.signatures = signatures

    def names_entity(self, key: object, names: set[str]) -> bool:
        """Tell whether one of the names is a name of a gold entity."""
        return isinstance(key, str) and bool(self.names.get(key, set()) & names)

    def agrees(self, gold: Json, claim: Json) -> bool:
        """Tell whether a claim is the one that a gold entry describes."""
        predicate = claim["predicate"]
        if predicate not in _all(gold["p"]):
            return False
        subject, obj = party_names(claim.get("subject")), party_names(claim.get("object"))
        signature = self.signatures.get(predicate)
        if signature is not None and signature.value:
            same = any(same_value(o, claim.get("value")) for o in _all(gold.get("o")))
            return same and any(self.names_entity(s, subject) for s in _all(gold["s"]))
        symmetric = signature is not None and signature.symmetric
        return any(
            self._agree(s, o, subject, obj) or (symmetric and o is not None and self._agree(s, o, obj, subject))
            for s in _all(gold["s"])
            for o in _all(gold.get("o"))
        )

    def _agree(self, s: object, o: object, subject: set[str], obj: set[str]) -> bool:
        return self.names_entity(s, subject) and (o is None or self.names_entity(o, obj))


def _score_article(gold: Gold, claims: Sequence[Json], text: str | None, report: Report) -> None:
    report.articles += 1
    open_claims, told = list(gold.claims), set()
    for claim in claims:
        report.claims += 1
        report.grounded += _is_grounded(claim, text)
        identity = _identity(claim)
        candidates = [g for g in open_claims if gold.agrees(g, claim)]
        if candidates:
            best = max(
                candidates,
                key=lambda g: (_shared_qualifiers(g, claim), claim.get("status") in _all(_status(g))),
            )
            open_claims.remove(best)
            _score_match(gold, best, claim, report)
        elif identity not in told and not any(gold.agrees(g, claim) for g in (*gold.optional, *gold.claims)):
            report.core.wrong += 1
            report.predicates[claim["predicate"]].wrong += 1
            report.misses.append(f"wrong  {gold.article}: {_shown(claim)}")
        told.add(identity)
    report.core.missed += len(open_claims)
    for missed in open_claims:
        report.predicates[_all(missed["p"])[0]].missed += 1
        report.misses.append(
            f"missed {gold.article}: {missed['s']} {missed['p']} {missed.get('o')} [{_status(missed)}]"
        )


def _score_match(gold: Gold, want: Json, claim: Json, report: Report) -> None:
    report.core.right += 1
    report.predicates[claim["predicate"]].right += 1
    report.status_right += claim.get("status", "actual") in _all(_status(want))
    for side, key in (("subject", "s"), ("object", "o")):
        _score_party(gold, _all(want.get(key)), claim.get(side), report)
    _score_sources(gold, want, claim, report.by)
    _score_qualifiers(want, claim, report.qualifiers)


def _score_party(gold: Gold, keys: list[Any], entity: Json | None, report: Report) -> None:
    if not entity:
        return
    matched = next((k for k in keys if gold.names_entity(k, party_names(entity))), None)
    if matched and entity.get("id"):
        report.links.append((matched, entity["id"]))
    wanted = gold.types.get(keys[0]) if isinstance(keys[0], str) else None
    if wanted:
        report.class_total += 1
        is_above = CLASSES_ABOVE.get(wanted) == entity.get("type")
        report.class_score += 1.0 if entity.get("type") == wanted else 0.5 * is_above


def _score_sources(gold: Gold, want: Json, claim: Json, tally: Tally) -> None:
    own, wanted = party_names(claim.get("subject")), list(want.get("by", []))
    for source in claim.get("attributedTo") or []:
        names = party_names(source)
        if not source.get("type") or names & own:
            continue
        hit = next((w for w in wanted if gold.names_entity(w, names) or folded(w) in names), None)
        if hit is None:
            tally.wrong += 1
        else:
            tally.right += 1
            wanted.remove(hit)
    tally.missed += len(wanted)


def _score_qualifiers(want: Json, claim: Json, tally: Tally) -> None:
    have: Json = claim.get("qualifiers") or {}
    for key, value in want.get("q", {}).items():
        if key in have and any(_same_qualifier(key, v, have[key]) for v in _all(value)):
            tally.right += 1
            continue
        tally.missed += 1
        tally.wrong += key in have


def _shared_qualifiers(gold: Json, claim: Json) -> int:
    have: Json = claim.get("qualifiers") or {}
    wanted: Json = gold.get("q", {})
    return sum(k in have and any(_same_qualifier(k, x, have[k]) for x in _all(v)) for k, v in wanted.items())


def _same_qualifier(key: str, gold: object, mine: object) -> bool:
    if key in _WORDED and isinstance(gold, str) and isinstance(mine, str):
        return any(_kindred(a, b) for a in folded(gold).split() for b in folded(mine).split())
    return same_value(gold, mine)


def _kindred(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return a == b or (len(short) > 3 and (short in long or a[:5] == b[:5]))


def _is_grounded(claim: Json, text: str | None) -> bool:
    evidence = claim.get("evidence") or {}
    if text is None:
        return True
    words = evidence.get("text")
    return bool(words) and text[evidence.get("start", 0) : evidence.get("end", 0)] == words


# -- small comparisons ----------------------------------------------------------------------------------


def folded(name: str) -> str:
    """Reduce a name to what two spellings share: no case, accents, punctuation, article or legal form.

    >>> folded("Die Deutsche Bank AG")
    'deutsche bank'
    """
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ß", "ss"))
    words = re.sub(r"[^\w]+", " ", "".join(c for c in plain if not unicodedata.combining(c))).split()
    if words and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join([w for w in words if w not in _LEGAL_FORMS] or words)


def party_names(entity: Json | None) -> set[str]:
    """Return the folded names of an entity object, each also without a genitive s."""
    if not entity:
        return set()
    names = {folded(n) for n in (entity.get("name", ""), *(entity.get("aliases") or [])) if n}
    return names | {n[:-1] for n in names if n.endswith("s") and len(n) > 4}


def same_value(gold: object, mine: object) -> bool:
    """Tell whether two values agree: numbers within half a percent, codes but for case, "up" with any rise."""
    if gold is None:
        return True
    a, b = _number(gold), _number(mine)
    if a is not None and b is not None:
        return abs(a - b) <= _TOLERANCE * max(abs(a), 1e-9)
    if isinstance(gold, str) and isinstance(mine, str):
        return gold.casefold() == mine.casefold()
    return gold in ("up", "down") and b is not None and (b > 0) == (gold == "up")


def b_cubed(links: Sequence[tuple[str, str]]) -> float:
    """Return the B-cubed F1 of pairs of gold key and entity id."""
    by_key: dict[str, Counter[str]] = defaultdict(Counter)
    by_id: dict[str, Counter[str]] = defaultdict(Counter)
    for key, ident in links:
        by_key[key][ident] += 1
        by_id[ident][key] += 1
    if not links:
        return 0.0
    precision = sum(by_id[i][k] / by_id[i].total() for k, i in links) / len(links)
    recall = sum(by_key[k][i] / by_key[k].total() for k, i in links) / len(links)
    return harmonic(precision, recall)


def harmonic(a: float, b: float) -> float:
    """Return the harmonic mean, 0 where both are 0."""
    return 2 * a * b / (a + b) if a + b else 0.0


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except ValueError:
        return None


def _all(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _status(gold: Json) -> Any:
    return gold.get("status", "actual")


def _identity(claim: Json) -> str:
    names = (sorted(party_names(claim.get("subject"))), sorted(party_names(claim.get("object"))))
    return json.dumps([claim["predicate"], *names, claim.get("value")])


def _shown(claim: Json) -> str:
    obj = (claim.get("object") or {}).get("name", claim.get("value"))
    words = (claim.get("evidence") or {}).get("text", "")
    return (
        f"{(claim.get('subject') or {}).get('name')} {claim['predicate']} {obj} [{claim.get('status')}] «{words[:100]}»"
    )

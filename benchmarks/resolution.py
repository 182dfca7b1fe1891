"""Measure the resolution of names: how fast 100,000 distinct names resolve, and how right the sure joins are.

    python benchmarks/resolution.py [--names 100000] [--wrong]

Speed is that of names made from real ones: first names and surnames, and words of firms with trades, places and
legal forms, so that many share their first word. Rightness is that of the authority file read as if nothing in it
were known: each name is one of its own, and two that are joined should belong to one row.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator

from kg.entities.resolving.names import name_words
from kg.entities.resolving.profile import Identity, Profile
from kg.entities.resolving.resolution import Resolution, resolve
from kg.language.gazetteer import Authority, shipped_authority
from kg.language.normalise import name_key


def made_names(authority: Authority, count: int) -> list[Profile]:
    """Return profiles of so many distinct names, nine firms to one person, always the same."""
    chance = random.Random(5)
    words = sorted({w for r in authority if r.type == "Company" for w in r.name.split() if w.isalpha() and len(w) > 3})
    trades = sorted(word.capitalize() for word in name_words().trade | name_words().filler)
    people = [r.name.split() for r in authority if r.type == "Person" and len(r.name.split()) == 2]
    given, family = (sorted({name[i] for name in people}) for i in (0, 1))
    found: dict[Identity, Profile] = {}
    while len(found) < count:
        if chance.random() < 0.1:
            type_, name = "Person", f"{chance.choice(given)} {chance.choice(family)}"
        else:
            parts = [chance.choice(words) for _ in range(chance.choice((1, 2, 2)))]
            form = chance.choice(("", "", "", "AG", "GmbH", "Inc.", "Ltd."))
            type_, name = "Company", " ".join([*parts, *chance.sample(trades, chance.choice((0, 0, 1))), form]).strip()
        identity = Identity(type_, name_key(name))
        found.setdefault(identity, Profile(identity, type_, (name,)))
    return list(found.values())


def authority_names(authority: Authority) -> tuple[list[Profile], dict[Identity, set[str]]]:
    """Return each name of the file as an unknown one, and the rows that bear it."""
    owners: dict[Identity, set[str]] = defaultdict(set)
    names: dict[Identity, list[str]] = defaultdict(list)
    for record in authority:
        for name in record.names:
            identity = Identity(record.type, name_key(name))
            owners[identity].add(record.id)
            names[identity].append(name)
    return [Profile(i, i.kind, tuple(sorted(told))) for i, told in names.items()], owners


def report(resolution: Resolution, owners: dict[Identity, set[str]], wrong: bool) -> Iterator[str]:
    """Yield the figures: right and wrong joins by feature."""
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    listed = []
    for link in resolution.joined:
        right = bool(owners[link.one] & owners[link.other])
        feature = link.comparison.findings[0].feature
        counts[right][feature] += 1
        if not right:
            listed.append(f"  {feature}: {link.one.key} ({link.one.kind}), {link.other.key} ({link.other.kind})")
    for feature in sorted({*counts[True], *counts[False]}):
        yield f"  {feature:20} right {counts[True][feature]:5}  of two rows {counts[False][feature]:4}"
    total = counts[True].total() + counts[False].total()
    yield f"  joined {total}, of one row {counts[True].total() / max(total, 1):.3f}"
    suggested = [bool(owners[link.one] & owners[link.other]) for link in resolution.suggestions]
    yield f"  suggested {len(suggested)}, of one row {sum(suggested) / max(len(suggested), 1):.3f}"
    yield from listed if wrong else ()


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=100_000, help="how many names to resolve")
    parser.add_argument("--wrong", action="store_true", help="list joins of names of two rows")
    args = parser.parse_args()
    authority = shipped_authority()
    profiles = made_names(authority, args.names)
    began, clock = time.perf_counter(), time.process_time()
    found = resolve(profiles)
    seconds, used = time.perf_counter() - began, time.process_time() - clock
    lines = [
        f"{len(profiles):,} names in {seconds:.1f} s ({used:.1f} s of processor time): "
        f"{len(found.members):,} entities of several names, {len(found.suggestions):,} suggestions"
    ]
    names, owners = authority_names(authority)
    lines.append(f"the authority file as {len(names):,} unknown names:")
    sys.stdout.write("\n".join(itertools.chain(lines, report(resolve(names), owners, args.wrong))) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""rates: an analyst house, a share, a judgement and a price target, often spread over two clauses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kg.claims.claim import Claim, Scalar
from kg.claims.clauses import clause_tokens, noun_roles, verb_roles
from kg.claims.constructions.rating_facts import DEAREST, Label, RatingFacts, RatingWords
from kg.claims.constructions.rating_lists import RESPECTIVELY, chains, paired, priced_apart
from kg.claims.extractor import Tools
from kg.claims.focus import is_subject
from kg.claims.items import item_head
from kg.claims.qualifiers import currency_of, plain_number
from kg.language.spans import NAMING, Mention, Quantity


@dataclass(slots=True)
class _Rating:
    """A judgement as it is put together from its clauses."""

    house: Mention
    share: Mention
    trigger: int
    facts: dict[str, Scalar] = field(default_factory=dict)
    analyst: Mention | None = None
    #: told as what had been before: "hatte die Aktie erst im Mai abgestuft"
    past: bool = False

    def joins(self, other: _Rating) -> bool:
        """Whether another clause goes on with this judgement."""
        return self.same(other) and all(self.facts.get(k, v) == v for k, v in other.facts.items() if k != "date")

    def same(self, other: _Rating) -> bool:
        """Whether another judgement is of the same house about the same share."""
        return (self.house.referent, self.share.referent) == (other.house.referent, other.share.referent)

    def follows(self, earlier: _Rating) -> bool:
        """Whether this judgement says itself that it comes after another: "nun von 310 auf 290 Franken"."""
        if self.past:
            return False
        steps = (("previousTargetPrice", "targetPrice"), ("previousRating", "rating"))
        return any(old in self.facts and self.facts[old] == earlier.facts.get(new) for old, new in steps)


def ratings(tools: Tools) -> Iterator[Claim]:
    """Yield ratings with their targets, and the analysts' posts that they tell."""
    reader = _Reader(tools, tools.lexicon.indexed(RatingWords, "ratings"))
    for rating in reader.read():
        facts = dict(rating.facts)
        if rating.analyst is not None:
            facts["analyst"] = tools.document.referents[rating.analyst.referent].name
        yield tools.claim(
            "rates",
            rating.house,
            rating.trigger,
            "rating",
            object=rating.share,
            qualifiers=facts,
        )
        if rating.analyst is not None:
            yield tools.claim(
                "worksFor",
                rating.analyst,
                rating.trigger,
                "rating-analyst",
                object=rating.house,
                qualifiers={"position": "Analyst"},
            )


#: so many tokens stand at most between a house and a target that it tells by the way
_NEAR = 6
#: what stands between a house and its judgement where no verb does, and how many words
_SAYING = frozenset({":", "?", "(", '"', "„", "“", "»", "«"})
_BESIDE = 4
#: so many houses with a sum each tell targets, whatever the words for it
_MANY = 3


def facts_beside(tools: Tools, trigger: int) -> dict[str, Scalar]:
    """Return the label and the price target that a house's part of the sentence around a token has."""
    reader = _Reader(tools, tools.lexicon.indexed(RatingWords, "ratings"))
    units = reader._units(*tools.document.syntax.sentence(trigger))
    return reader.beside(*next((a, b) for a, b in units if a <= trigger < b))


class _Reader:
    """Goes through the sentences and keeps house, analyst and share from one to the next."""

    def __init__(self, tools: Tools, words: RatingWords) -> None:
        self.tools = tools
        self.document = tools.document
        self.syntax = tools.document.syntax
        self.words = words
        self.facts = RatingFacts(tools.document, words)
        self.house: Mention | None = None
        self.analyst: Mention | None = None
        self.share: Mention | None = None
        #: the company at the head of the item that is read
        self.item: Mention | None = None
        #: those that have judged so far: "die Aktie" is not theirs
        self.judges: set[int] = set()
        #: the house of each analyst told so far
        self.staff: dict[int, Mention] = {}
        #: the company about which the sentence before let somebody speak: "äußerte sich zur Commerzbank"
        self.topic: Mention | None = None
        #: the houses of a list that is read: none of them is the share
        self.listed: set[int] = set()
        #: the house whose analyst the unit named last
        self.spoken: Mention | None = None

    def read(self) -> list[_Rating]:
        found: list[_Rating] = []
        for first, last in self.syntax.sentences:
            opens = self._opens_paragraph(first)
            if opens:
                self.house = self.analyst = None
            head = item_head(self.document, first, last)
            if head is not None and self._says(head, self.facts.labels(first, last)):
                head = None  # 'Bernstein: "Outperform"' is no item on Bernstein
            self.item = head or (None if opens else self.item)
            ratings = list(self._sentence(first, last))
            for rating in ratings:
                self._add(found, rating)
            if found and not opens and not ratings:
                self._name_analyst(found[-1])
            self.topic = None if ratings else self._spoken_about(first, last)
        return found

    def _sentence(self, first: int, last: int) -> Iterator[_Rating]:
        listed = list(self._listed(first, last))
        if listed:
            yield from listed
            return
        shared = None
        for begin, end in self._units(first, last):
            cuts = self._shares_apart(begin, end)
            goes_on = begin != first and not self._has_cue(begin, end)
            self.topic = shared if goes_on else self.topic
            for start, stop in pairwise([begin, *cuts, end]):
                rating = self._unit(start, stop, goes_on=goes_on or start != begin)
                if rating is not None:
                    shared = rating.share
                    yield rating
                    yield from self._of_fellows(rating, start, stop)

    def _of_fellows(self, rating: _Rating, first: int, last: int) -> Iterator[_Rating]:
        """Yield the same judgement of the houses that are one subject with its house, or that "alle drei" takes up."""
        fellows = self._coordinated(rating.house, first, last) or self._taken_up(first)
        for house in fellows:
            if house.referent not in (rating.house.referent, rating.share.referent):
                self.judges.add(house.referent)
                yield _Rating(house, rating.share, rating.trigger, dict(rating.facts), past=rating.past)

    def _coordinated(self, house: Mention, first: int, last: int) -> Sequence[Mention]:
        houses = [m for m in self.document.mentions_in(first, last) if self._is_house(m) and not self._heads_item(m)]
        return next((c for c in chains(self.syntax, houses, self._is_post) if house in c), ())

    def _taken_up(self, first: int) -> Sequence[Mention]:
        """Return the houses of the sentence before where one opens with "Alle drei"."""
        s = self.syntax
        if s.lower[first] not in self.words.all_of_them or first == 0:
            return ()
        before = self.document.mentions_in(*s.sentence(first - 1))
        return [m for m in before if self._is_house(m)]

    def _listed(self, first: int, last: int) -> Iterator[_Rating]:
        """Yield the judgements of several houses that a sentence tells with their targets alone."""
        target = self.facts.noun(first, last, self.words.target)
        if self.facts.labels(first, last):
            return
        houses = [m for m in self.document.mentions_in(first, last) if self._is_house(m) and not self._heads_item(m)]
        if len(houses) < 2:
            return
        sums = self._sums(first, last, houses)
        people = {
            i for m in self.document.mentions_in(first, last) if m.type == "Person" for i in range(m.first, m.last)
        }
        pairs = paired(self.syntax, houses, sums, lambda i: i in people or self._is_post(i))
        if not pairs:
            pairs = [
                (house, next(q for q in reversed(sums) if q.last <= end))
                for house, end in priced_apart(self.syntax, houses, sums)
            ]
        goes_on = bool(self.facts.currency) and not self._opens_paragraph(first)
        goes_on = goes_on or any(self.facts.sees_worth(i) for i in range(first, last))
        if not pairs or (target == -1 and not goes_on and len(pairs) < _MANY):
            return
        self.listed = {house.referent for house, _ in pairs}
        share = self._share(first, last, None, pairs[0][1].first, target, -1)
        self.listed = set()
        for (house, quantity), (begin, end) in zip(pairs, self._around(pairs, first, last), strict=True):
            if share is not None and share.referent != house.referent and quantity.value < DEAREST:
                self.house, self.share = house, share
                self.judges.add(house.referent)
                self.analyst = self._analyst_in(begin, end)
                self.facts.currency = currency_of(quantity) or self.facts.currency
                facts: dict[str, Scalar] = {"targetPrice": plain_number(quantity.value)} | self.facts.currency
                yield _Rating(house, share, quantity.first, facts, self.analyst)

    def _is_post(self, i: int) -> bool:
        return self.syntax.lemmas[i].lower().rsplit("-", 1)[-1] in self.words.analyst

    def _sums(self, first: int, last: int, houses: Sequence[Mention]) -> list[Quantity]:
        """Return the sums of a sentence, with bare numbers in brackets behind a house: "UBS (74)"."""
        ends = {m.last for m in houses}
        shared = {a.first: replace(a, kind="money", unit=b.unit) for a, b in self._sharing_unit(first, last)}
        s, inside = self.syntax, (q for q in self.document.quantities if first <= q.first < last)
        return [
            shared.get(q.first, q)
            for q in inside
            if q.first in shared
            or q.kind == "money"
            or (q.kind == "number" and s.words[q.first - 1] == "(" and q.first - 1 in ends)
        ]

    def _sharing_unit(self, first: int, last: int) -> Iterator[tuple[Quantity, Quantity]]:
        """Yield bare numbers with the sum whose currency is theirs: "2.240 beziehungsweise 2.300 Euro"."""
        inside = [q for q in self.document.quantities if first <= q.first < last]
        for a, b in pairwise(inside):
            joint = self.syntax.lower[a.last : b.first]
            if a.kind == "number" and b.kind == "money" and len(joint) == 1 and joint[0] in RESPECTIVELY:
                yield a, b

    def _around(self, pairs: Sequence[tuple[Mention, Quantity]], first: int, last: int) -> list[tuple[int, int]]:
        """Return where in a sentence to look for the analyst of each house: beside its name."""
        cuts = [first, *(house.first for house, _ in pairs[1:]), last]
        people = [m for m in self.document.mentions_in(first, last) if m.type == "Person"]
        for n, (house, _) in enumerate(pairs[1:], 1):
            before = [m.first for m in people if m.last in (house.first - 1, house.first - 2) and m.first > cuts[n - 1]]
            cuts[n] = min([*before, cuts[n]])
        return list(pairwise(cuts))

    def _name_analyst(self, rating: _Rating) -> None:
        """Take up the analyst whom a sentence after the judgement quotes: "..., schrieb Analyst Kern"."""
        if rating.analyst is None and self.house is not None and self.house.referent == rating.house.referent:
            rating.analyst = self.analyst

    def _spoken_about(self, first: int, last: int) -> Mention | None:
        """Return whom somebody of a house speaks about: "Hallam von Goldman Sachs äußerte sich zur Commerzbank"."""
        s = self.syntax
        if self.spoken is None:
            return None
        told = (m for m in self.document.mentions_in(first, last) if m.type == "Company" and m.kind in NAMING)
        about = (m for m in told if {"zu", "zur", "zum"} & set(s.lower[max(first, m.first - 2) : m.first]))
        return next((m for m in about if m.referent != self.spoken.referent), None)

    def _opens_paragraph(self, first: int) -> bool:
        start = self.syntax.starts[first]
        return "\n" in self.document.text[max(0, start - 2) : start]

    def _add(self, found: list[_Rating], rating: _Rating) -> None:
        """Add a judgement, or join it to what its house said of the share before: a house has one at a time."""
        for n, earlier in enumerate(found):
            if earlier.joins(rating):
                earlier.facts.update(rating.facts)
                earlier.analyst = earlier.analyst or rating.analyst
                return
            if earlier.same(rating):
                if rating.follows(earlier):
                    found[n] = rating
                    rating.facts = {**earlier.facts, **rating.facts}
                    rating.analyst = rating.analyst or earlier.analyst
                return
        found.append(rating)

    def _units(self, first: int, last: int) -> list[tuple[int, int]]:
        """Split a sentence where a second house begins its clause."""
        houses = [m for m in self.document.mentions_in(first, last) if self._is_house(m) or self._judges(m)]
        cuts = [first]
        for before, house in pairwise(houses):
            if before.referent != house.referent:
                cut = self._joint(before, house, (",", ";", "-", "–", "und"))
                both = self._has_cue(cuts[-1], cut) and self._has_cue(cut, last) if cut != -1 else False
                if both or (cut != -1 and self._prices_too(house, cut, first)):
                    cuts.append(cut)
        return list(zip(cuts, [*cuts[1:], last], strict=True))

    def _prices_too(self, house: Mention, cut: int, first: int) -> bool:
        """Whether a house goes on with its own target: "Jefferies hob das Ziel auf 70 Euro, | Berenberg auf 72"."""
        end = self.syntax.sentence_end(house.first)
        told = self.facts.noun(first, cut, self.words.target) != -1 and bool(self._money(first, cut))
        own = [q for q in self._money(house.last, end) if q.first - house.last < _NEAR]
        return told and bool(own)

    def _money(self, first: int, last: int) -> list[Quantity]:
        return [q for q in self.document.quantities if q.kind == "money" and first <= q.first < last]

    def _shares_apart(self, first: int, last: int) -> list[int]:
        """Return where a house goes on with another share: 'setzt SAP auf "Buy" | und Bayer auf "Hold"'."""
        named = [m for m in self.document.mentions_in(first, last) if m.type == "Company" and m.kind == "name"]
        shares = [m for m in named if not self._names_house(m)]
        cuts: list[int] = []
        for before, share in pairwise(shares):
            cut = self._joint(before, share, (",", ";", "und"))
            if cut != -1 and self.facts.labels((cuts or [first])[-1], cut) and self.facts.labels(share.first, last):
                cuts.append(cut)
        return cuts

    def _joint(self, before: Mention, behind: Mention, joints: Sequence[str]) -> int:
        """Return the last of some words between two mentions; -1 where there is none."""
        return next((i for i in range(behind.first, before.last, -1) if self.syntax.words[i] in joints), -1)

    def _judges(self, mention: Mention) -> bool:
        """Whether an unknown company opens a clause of judging: ", Intron Health senkt AstraZeneca"."""
        s = self.syntax
        if mention.type != "Company" or mention.kind != "name" or mention.last >= len(s):
            return False
        if s.lower[mention.last + 1 : mention.last + 2] in (["er"], ["sie"], ["man"], ["es"]):
            return False  # "SAP bewertet er mit Halten"
        opens = mention.first == s.sentence(mention.first)[0] or s.words[mention.first - 1] in (",", ";", "-", "–")
        verbs = self.words.up | self.words.down | self.words.steady
        return opens and s.pos[mention.last] == "VERB" and s.lemmas[mention.last].lower() in verbs

    def _has_cue(self, first: int, last: int) -> bool:
        return bool(self.facts.labels(first, last)) or self.facts.noun(first, last, self.words.target) != -1

    # -- one unit ----------------------------------------------------------------------------------------

    def _unit(self, first: int, last: int, *, goes_on: bool = False) -> _Rating | None:
        labels = self.facts.labels(first, last)
        target = self.facts.noun(first, last, self.words.target)
        judgement = self.facts.noun(first, last, self.words.judgement)
        verb = self.facts.verb(first, last)
        self._remember_people(first, last)
        put = any(self.facts.preposition(label.first) == "auf" for label in labels)
        said = any(self._says(m, labels) for m in self.document.mentions_in(first, last))
        strong = labels and (put or goes_on or said or verb != -1 or judgement != -1 or target != -1)
        prices = (target != -1 and not self.facts.is_average(target)) or goes_on or said
        prices = prices or self._is_pricing(first, last)
        targets = self.facts.targets(first, last, target, verb) if prices else {}
        self.facts.currency = {"currency": targets["currency"]} if "currency" in targets else self.facts.currency
        is_bare = verb != -1 and (self._is_grading(verb) or self._retargets(verb, target, first, last))
        if not strong and not targets and not is_bare:
            return None
        trigger = verb if verb != -1 else target if target != -1 else labels[0].first if labels else judgement
        trigger = max(first, self._pricing_verb(first, last)) if trigger == -1 else trigger
        house = self._house(first, last)
        share = self._share(first, last, house, trigger, target, judgement)
        if house is None or share is None or house.referent == share.referent:
            return None
        analyst = self._analyst_of(house, first, last) or self._speaker_of(house)
        self.house, self.share = self.spoken or house, share
        self.judges.add(house.referent)
        facts: dict[str, Scalar] = {**self.facts.judged(labels, verb), **targets}
        if not facts and not is_bare:
            return None
        facts |= self._date(trigger, first, last)
        return _Rating(house, share, trigger, facts, analyst, self._is_past(trigger))

    def _says(self, house: Mention, labels: Sequence[Label]) -> bool:
        """Whether a judgement stands right behind a house: 'UBS dagegen: "Neutral"', 'HSBC ("Hold")'."""
        s = self.syntax
        behind = (range(house.last, label.first) for label in labels if 0 <= label.first - house.last <= _BESIDE)
        return self._is_house(house) and any(
            {s.words[i] for i in between} & _SAYING and all(s.pos[i] in ("PUNCT", "ADV", "ADP") for i in between)
            for between in behind
        )

    def _retargets(self, verb: int, target: int, first: int, last: int) -> bool:
        """Whether a house changes its target without a number: "UBS legte beim Kursziel für Erste nach"."""
        s = self.syntax
        if target == -1 or s.heads[target] != verb or s.deps[target] not in ("obj", "obl", "obl:arg", "nsubj:pass"):
            return False
        roles = noun_roles(s, target)
        lemma = s.lemmas[target].lower()
        is_of_share = lemma == "ziel" and bool(self.tools.phrases.fillers(roles.get("für", []), ("Company",)))
        changing = self.words.up | self.words.down | self.words.retargeting
        changes = not changing.isdisjoint(self.facts.lemmas(verb))
        is_told = lemma.startswith(self.words.bare_targets) or is_of_share
        return changes and is_told and any(self._is_house(m) for m in self.document.mentions_in(first, last))

    def _is_past(self, trigger: int) -> bool:
        s = self.syntax
        forms = (s.feats[i] for i in s.verb_group(trigger) if i != trigger and s.lemmas[i] == "haben")
        return any(form.get("Tense") == "Past" and form.get("Mood") != "Sub" for form in forms)

    def beside(self, first: int, last: int) -> dict[str, Scalar]:
        """Return the facts of a unit that is known to judge, whatever its words for it."""
        verb = self.facts.verb(first, last)
        facts = self.facts.judged(self.facts.labels(first, last), verb)
        noun = self.facts.noun(first, last, self.words.target)
        target = self.facts.targets(first, last, noun, verb)
        money = [q for q in self.document.quantities if q.kind == "money" and first <= q.first < last]
        if not target and len(money) == 1:  # "nennt 34 Euro als Ziel"
            target = {"targetPrice": plain_number(money[0].value)} | currency_of(money[0])
        worth = target.get("targetPrice")
        return facts | (target if isinstance(worth, int | float) and worth < DEAREST else {})

    def _is_grading(self, i: int) -> bool:
        """Whether a verb judges by itself: "stuft hoch", "hebt den Daumen", "streicht von der Kaufliste"."""
        first, last = self.syntax.sentence(i)
        told = self.syntax.lower[first:last]
        is_graded = self.syntax.lemmas[i].endswith("stufen") or not self.words.grading.isdisjoint(told)
        return is_graded or self.facts.is_judging(i)

    def _is_pricing(self, first: int, last: int) -> bool:
        """Whether a house of the unit says what a share is worth: "traut der Aktie 145 Kronen zu"."""
        prices = self._pricing_verb(first, last) != -1
        return prices and any(self._is_house(m) for m in self.document.mentions_in(first, last))

    def _pricing_verb(self, first: int, last: int) -> int:
        lemmas, known = self.syntax.lemmas, self.words.pricing
        return next((i for i in range(first, last) if lemmas[i] in known or self.facts.sees_worth(i)), -1)

    # -- who and what ------------------------------------------------------------------------------------

    def _is_house(self, mention: Mention) -> bool:
        if mention.type != "Company" or mention.kind not in ("name", "compound"):
            return False
        if mention.kind == "compound" and (mention.head or "") not in self.words.analyst:
            return False
        return self._names_house(mention)

    def _names_house(self, mention: Mention) -> bool:
        return self.words.houses.names(self.document, mention)

    def _house(self, first: int, last: int) -> Mention | None:
        """Return the house: the subject's if it is a company, a known house of the unit, or the one before."""
        named = [m for m in self.document.mentions_in(first, last) if not self._heads_item(m)]
        inside = [m for m in named if self._is_house(m) or self._judges(m)]
        if inside:
            acting = [m for m in inside if m.kind == "compound" or is_subject(self.syntax, m)]
            known = next((m for m in acting if self._is_house(m)), next(iter(acting), self.spoken))
            return known or next((m for m in inside if not self._is_judged(m)), inside[0])
        for mention in named:
            is_named = self.syntax.deps[mention.first] == "nsubj" and mention.kind == "name"
            if mention.type == "Company" and is_named and self.house is None:
                return mention
        return self.house

    def _is_judged(self, mention: Mention) -> bool:
        """Whether a house is one whose shares are spoken of: "die Papiere der Commerzbank"."""
        s = self.syntax
        head = s.heads[mention.first]
        return s.deps[mention.first] == "nmod" and s.lemmas[head].lower() in self.words.shares

    def _heads_item(self, mention: Mention) -> bool:
        return self.item is not None and mention.referent == self.item.referent

    def _remember_people(self, first: int, last: int) -> None:
        """Note who speaks in a unit, and for which house."""
        spoken = None
        for mention in self.document.mentions_in(first, last):
            if mention.type == "Person" and mention.kind == "name" and self._is_analyst(mention):
                self.analyst = mention
                spoken = self._house_beside(mention) or self.staff.get(mention.referent)
                if spoken is not None:
                    self.house = self.staff[mention.referent] = spoken
            elif (
                spoken is None
                and not self._heads_item(mention)
                and self._is_house(mention)
                and (self.house is None or self.house.referent != mention.referent)
            ):
                self.analyst = self._analyst_in(first, last)
                self.house = mention
        self.spoken = spoken

    def _analyst_of(self, house: Mention, first: int, last: int) -> Mention | None:
        """Return the analyst of a house whom a unit names beside it."""
        people = (m for m in self.document.mentions_in(first, last) if m.type == "Person" and m.kind == "name")
        return next((p for p in people if self._employs(house, p)), None)

    def _employs(self, house: Mention, person: Mention) -> bool:
        employer = self.staff.get(person.referent)
        return employer is not None and employer.referent == house.referent

    def _speaker_of(self, house: Mention) -> Mention | None:
        """Return the analyst told last, unless that one speaks for another house."""
        if self.analyst is None:
            return None
        employer = self.staff.get(self.analyst.referent)
        return self.analyst if employer is None or employer.referent == house.referent else None

    def _house_beside(self, person: Mention) -> Mention | None:
        """Return the house for which somebody speaks: "Hallam von Goldman Sachs", "LBBW-Analyst Hofmann"."""
        s = self.syntax
        for house in self.document.mentions_in(max(0, person.first - 3), min(len(s), person.last + 5)):
            if self._is_house(house):
                between = s.lower[person.last : house.first]
                if house.kind == "compound" and house.last == person.first:
                    return house
                if between[:1] in (["von"], ["vom"], ["bei"], ["("]) and len(between) <= 3:
                    return house
        return None

    def _analyst_in(self, first: int, last: int) -> Mention | None:
        people = [m for m in self.document.mentions_in(first, last) if m.type == "Person" and m.kind == "name"]
        return next((m for m in people if self._is_analyst(m)), None)

    def _is_analyst(self, person: Mention) -> bool:
        s = self.syntax
        before = s.lemmas[person.first - 1].lower() if person.first else ""
        titled = before.rsplit("-", 1)[-1] in self.words.analyst
        behind = any(s.lower[i] in ("von", "vom", "bei") for i in range(person.last, min(len(s), person.last + 2)))
        return (
            titled
            or person.referent in self.staff
            or (behind and any(self._is_house(m) for m in self.document.mentions_in(person.last, person.last + 5)))
        )

    def _share(
        self, first: int, last: int, house: Mention | None, trigger: int, target: int, judgement: int
    ) -> Mention | None:
        """Return the company judged: what verb or noun governs, else the nearest company, else the one before."""
        aimed_at = noun_roles(self.syntax, target).get("für", []) if target != -1 else []
        named = [f.mention for f in self.tools.phrases.fillers(aimed_at, ("Company",)) if f.mention.kind in NAMING]
        if named and not self._is_judge(named[0], house):
            return named[0]  # "ihr Ziel für SAP" is the house's
        heads: list[int] = []
        for noun in (target, judgement):
            if noun != -1:
                roles = noun_roles(self.syntax, noun)
                heads += [h for role in ("für", "gen", "von", "poss") for h in roles.get(role, ())]
        if self.syntax.pos[trigger] in ("VERB", "AUX"):
            roles = verb_roles(self.syntax, trigger)
            heads += [h for role in ("obj", "iobj", "für", "zu") for h in roles.get(role, ())]
        for filler in self.tools.phrases.fillers(heads, ("Company", "StockExchange")):
            if self.topic is not None and filler.mention.kind == "nominal":
                return self.topic
            if not self._is_judge(filler.mention, house):
                return filler.mention
        if self.item is not None and not self._is_judge(self.item, house):
            return self.item
        if house is not None and (headed := self._before_dash(house)):
            return headed
        companies = [
            m
            for m in self.document.mentions_in(first, last)
            if m.type in ("Company", "StockExchange") and m.kind != "adjective" and not self._is_other(m, house)
        ]
        clause = frozenset(clause_tokens(self.syntax, self.syntax.clause_head(trigger)))
        for group in (
            [m for m in companies if m.first in clause],
            companies if self.document.focus is None else [m for m in companies if m.first < trigger],
        ):
            if group:
                return min(group, key=lambda m: abs(m.first - trigger))
        return (
            self._focus(trigger, house) or self._share_before(first, house) or self.share or self._told_instead(first)
        )

    def _before_dash(self, house: Mention) -> Mention | None:
        """Return the share that a dash parts from its house: "Erste - Deutsche Bank bleibt bei Buy"."""
        dash = house.first - 1
        if dash < 1 or self.syntax.words[dash] not in ("-", "–"):
            return None
        before = (m for m in self.document.mentions if m.last == dash and m.type == "Company" and m.kind in NAMING)
        return next((m for m in before if m.referent != house.referent), None)

    def _share_before(self, first: int, house: Mention | None) -> Mention | None:
        """Return the company the paragraph was about last."""
        for mention in reversed([m for m in self.document.mentions if m.first < first]):
            if "\n" in self.document.text[mention.start : self.syntax.starts[first]]:
                return None
            if mention.type == "Company" and mention.kind != "adjective" and not self._is_other(mention, house):
                return mention
        return None

    def _is_other(self, mention: Mention, house: Mention | None) -> bool:
        """Whether a company that no verb or noun governs is no share to judge: it judges, or could judge."""
        return self._names_house(mention) or self._is_judge(mention, house)

    def _is_judge(self, mention: Mention, house: Mention | None) -> bool:
        """Whether a company judges here, or is taken up as one that did."""
        if mention.referent in self.listed or (house is not None and mention.referent == house.referent):
            return True
        is_analyst = mention.kind == "compound" and (mention.head or "") in self.words.analyst
        return is_analyst or (mention.kind == "nominal" and mention.referent in self.judges)

    def _focus(self, trigger: int, house: Mention | None) -> Mention | None:
        focus = self.document.focus
        mention = next((m for m in self.document.mentions if m.referent == focus), None)
        if mention is None or mention.referent in self.judges | self.listed or self._speaks(mention):
            return None
        if mention.first > trigger and self._names_house(mention):
            return None  # a house that is told only later may judge as well
        return None if house and house.referent == mention.referent else mention

    def _speaks(self, mention: Mention) -> bool:
        """Whether a company is a house that the article tells as one: "JPMorgan-Analyst", "Analysten von JPMorgan"."""
        return any(house.referent == mention.referent for house in self.staff.values())

    def _told_instead(self, first: int) -> Mention | None:
        """Return the company told most often before where the article is about a house, as it seems."""
        document = self.document
        if document.focus is None or not any(
            m.referent == document.focus and self._names_house(m) for m in document.mentions
        ):
            return None
        told = [
            m for m in document.mentions
            if m.first < first and m.type == "Company" and m.kind in NAMING and not self._names_house(m)
        ]  # fmt: skip
        counted = Counter(m.referent for m in told)
        return max(told, key=lambda m: counted[m.referent], default=None)

    def _date(self, trigger: int, first: int, last: int) -> dict[str, Scalar]:
        time = self.tools.qualifiers.nearest_time(trigger, range(first, last))
        return {"date": time.value} if time and time.value and time.kind == "day" else {}

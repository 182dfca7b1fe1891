"""One analysed article as the claim rules see it: syntax, mentions, quantities and times by token."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Doc

from kg.claims.focus import FocusRanker, is_past_house, is_subject
from kg.claims.free_names import free_names
from kg.claims.held_stakes import held_stakes
from kg.claims.runners_up import part_runners_up
from kg.claims.upper_limits import upper_limits
from kg.language.gazetteer import CLASSES_ABOVE
from kg.language.items import tops_item
from kg.language.spans import Mention, Quantity, Referent, Time
from kg.language.syntax import Syntax


def is_a(kind: str, wanted: Sequence[str]) -> bool:
    """Tell whether a class is one of the wanted ones or below one of them.

    >>> is_a("Regulator", ["Organization", "Person"])
    True
    """
    return kind in wanted or CLASSES_ABOVE.get(kind) in wanted


class Document:
    """The document and its annotations, indexed by token."""

    __slots__ = (
        "_firsts",
        "_focus",
        "_ranker",
        "article",
        "at",
        "mentions",
        "published",
        "quantities",
        "referents",
        "syntax",
        "text",
        "times",
    )

    def __init__(
        self,
        doc: Doc,
        mentions: Sequence[Mention],
        referents: Sequence[Referent],
        quantities: Sequence[Quantity] = (),
        times: Sequence[Time] = (),
        published: dt.date | None = None,
        article: str = "",
        syntax: Syntax | None = None,
    ) -> None:
        self.article = article
        self.text = doc.text
        self.syntax = Syntax(doc) if syntax is None else syntax
        self.mentions = sorted(mentions, key=lambda m: m.first)
        self._firsts = [m.first for m in self.mentions]
        self.referents = referents
        self.quantities = quantities
        self.times = times
        self.published = published
        #: mentions that cover a token, widest last
        self.at: dict[int, list[Mention]] = {}
        for mention in sorted(mentions, key=lambda m: m.end - m.start):
            for i in range(mention.first, mention.last):
                self.at.setdefault(i, []).append(mention)
        for mention in self.mentions:
            self._hang_on_noun(mention)
            self._describe_noun(mention)
        free_names(self.syntax, self.mentions, times, quantities)
        held_stakes(self.syntax)
        upper_limits(self.syntax)
        part_runners_up(self.syntax)
        self._focus: int | None = None
        self._ranker: FocusRanker | None = None

    def _hang_on_noun(self, mention: Mention) -> None:
        """Make "Alibabas" the owner of the noun behind it, where the parser takes both for one name."""
        s, noun = self.syntax, mention.last
        if mention.kind != "name" or not mention.is_genitive or noun >= len(s) or not s.words[noun][0].isupper():
            return
        is_common = all(other.kind == "topic" for other in self.at.get(noun, ()))
        follows = s.sent_of[noun] == s.sent_of[mention.first] and is_common
        below = s.heads[noun] == mention.first and s.deps[noun] == "flat"
        beside = s.heads[mention.first] == noun and s.deps[mention.first] in ("appos", "amod")
        if follows and (below or beside or s.is_split_phrase(mention.first, noun)):
            s.make_owner(mention.first, noun)

    def _describe_noun(self, mention: Mention) -> None:
        """Make "Lübecker" an attribute of "Unternehmen", where the parser takes it for the noun of the phrase."""
        s, i, noun = self.syntax, mention.last - 1, mention.last
        if mention.kind != "demonym" or not s.words[i].endswith("er") or noun >= len(s) or s.heads[noun] != i:
            return
        is_described = all(other.kind in ("topic", "nominal") for other in self.at.get(noun, ()))
        if is_described and s.deps[noun] in ("appos", "flat") and s.words[noun][0].isupper():
            s.make_attribute(i, noun)

    def mentions_in(self, first: int, last: int) -> Iterator[Mention]:
        """Yield the mentions that begin between two tokens, in text order."""
        return (mention for _, mention in self.numbered_mentions(first, last))

    def numbered_mentions(self, first: int, last: int) -> Iterator[tuple[int, Mention]]:
        """Yield the mentions that begin between two tokens with their numbers, in text order."""
        begin, end = bisect_left(self._firsts, first), bisect_left(self._firsts, last)
        return enumerate(self.mentions[begin:end], begin)

    def first_named(self, *ids: str) -> Mention | None:
        """Return the first name of one of some known entities, by their ids; None where none is named."""
        named = (m for m in self.mentions if m.kind in ("name", "compound"))
        return next((m for m in named if self.referents[m.referent].key in ids), None)

    def opens_paragraph(self, i: int) -> bool:
        """Tell whether a paragraph begins with a token, as with the first, or ends before it, as with the last."""
        s = self.syntax
        return i == 0 or i >= len(s) or "\n" in self.text[s.starts[i - 1] : s.starts[i]]

    def earlier_in_paragraph(self, i: int) -> Iterator[Mention]:
        """Yield the mentions that begin before a token in its paragraph, in text order."""
        start = self.syntax.starts[i]
        opening = self.text.rfind("\n", 0, start) + 1
        return (mention for mention in self.mentions if opening <= mention.start < start)

    def in_paragraph_before(self, i: int) -> Iterator[Mention]:
        """Yield the mentions of the paragraph before that of a token, in text order."""
        opening = self.text.rfind("\n", 0, self.syntax.starts[i]) + 1
        end = len(self.text[:opening].rstrip())
        start = self.text.rfind("\n", 0, end) + 1
        return (mention for mention in self.mentions if start <= mention.start < end)

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence in which a token begins at a character."""
        return self.syntax.sent_of[self.token_at(offset)]

    def token_at(self, offset: int) -> int:
        """Return the token that begins at a character."""
        return bisect_left(self.syntax.starts, offset)

    def sentence_text(self, i: int) -> tuple[int, int]:
        """Return character offsets of the sentence around a token, without white space at its ends."""
        first, last = self.syntax.sentence(i)
        start, end = self.syntax.starts[first], self.syntax.ends[last - 1]
        text = self.text[start:end]
        return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())

    @property
    def focus(self) -> int | None:
        """Index of the organisation the article is about; None where no one stands out."""
        if self._focus is None:
            self._focus = _main_organisation(self)
        return self._focus if self._focus >= 0 else None

    @property
    def ranker(self) -> FocusRanker:
        """What tells whom a sentence of this document speaks of without naming."""
        if self._ranker is None:
            self._ranker = FocusRanker(self.syntax, self.text, self.mentions, self.focus, self.referents)
        return self._ranker

    def local_focus(self, i: int) -> Mention | None:
        """Return the company that the text at a token is about."""
        return next(self.in_focus(i), None)

    def in_focus(self, i: int) -> Iterator[Mention]:
        """Yield the companies that the text at a token may be about, the likeliest first.

        That is the last one that was a subject earlier in the sentence, the head of an item, then those told before it
        as they are ranked; where there are none, the article's main company.
        """
        first, _ = self.syntax.sentence(i)
        here = [m for m in self.mentions_in(first, i) if self._can_be_focus(m) and self._is_about(m)]
        heads = [
            m for m in self.mentions_in(first, i) if m.type == "Company" and tops_item(self.syntax, m.first, m.last)
        ]
        told = [*here[-1:], *heads, *self.ranker.ranked(self.syntax.sent_of[i])]
        main = (m for m in self.mentions if m.referent == self.focus and m.kind == "name")
        yield from told or islice(main, 1)

    def _is_about(self, mention: Mention) -> bool:
        """Tell whether a company is the subject of a clause, or the subject is its own: "Ihr Chef will das Werk …"."""
        s = self.syntax
        if is_past_house(s, mention):
            return False
        owns = mention.kind == "pronoun" and s.deps[mention.first] == "det:poss"
        return is_subject(s, mention) or (owns and s.deps[s.heads[mention.first]] == "nsubj")

    def take_up(self, mention: Mention, other: Mention) -> Mention:
        """Make a noun or pronoun take up what another mention speaks of, and return it."""
        meant = replace(mention, referent=other.referent, type=other.type, antecedent=other.start)
        self.mentions[self.mentions.index(mention)] = meant
        for i in range(mention.first, mention.last):
            self.at[i] = [meant if m == mention else m for m in self.at[i]]
        return meant

    def _can_be_focus(self, mention: Mention) -> bool:
        return mention.type == "Company" and mention.kind in ("name", "nominal", "pronoun", "compound")


def _main_organisation(document: Document) -> int:
    """Return the company with the most mentions, those in the opening counting double; -1 for a draw."""
    opening = max(len(document.text) // 5, 200)
    weights: Counter[int] = Counter()
    for mention in document.mentions:
        if mention.type in ("Company", "JointVenture") and mention.kind != "adjective":
            weights[mention.referent] += 2 if mention.start < opening else 1
    top = weights.most_common(2)
    if not top or (len(top) == 2 and top[0][1] == top[1][1]):
        return -1
    return top[0][0] if top[0][1] >= 0.3 * weights.total() else -1

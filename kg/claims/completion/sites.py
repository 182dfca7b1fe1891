"""Where a claim stands in its sentence: its trigger, the clause around it, and which words are spoken for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.claims.claim import Claim, Party
from kg.language.spans import Mention, Quantity
from kg.language.syntax import Syntax

if TYPE_CHECKING:
    from kg.claims.extractor import Tools


@dataclass(frozen=True, slots=True)
class Site:
    """A claim with the tokens of its sentence, as the readers of what completes it share them."""

    claim: Claim
    tools: Tools
    trigger: int
    first: int
    last: int
    #: tokens of the parties, of times, quantities and of the trigger: none of them tells anything further
    taken: frozenset[int] = field(default=frozenset())

    @property
    def syntax(self) -> Syntax:
        """The syntax of the document."""
        return self.tools.document.syntax

    @property
    def object_name(self) -> str | None:
        """The name of the claim's object, None where it has none."""
        return self.claim.object.name if self.claim.object else None

    def name(self, mention: Mention) -> str:
        """Return the name of the entity that a mention means."""
        return self.tools.document.referents[mention.referent].name

    def quantities(self, kind: str) -> list[Quantity]:
        """Return the quantities of a kind that begin in the sentence."""
        return [q for q in self.tools.document.quantities if q.kind == kind and self.first <= q.first < self.last]

    def mentions(self) -> Iterator[Mention]:
        """Yield the mentions that begin in the sentence."""
        return self.tools.document.mentions_in(self.first, self.last)


def open_site(claim: Claim, tools: Tools) -> Site:
    """Return the place of a claim."""
    document = tools.document
    offset = claim.evidence.trigger_start if claim.evidence.trigger_end else claim.evidence.start
    trigger = min(document.token_at(offset), len(document.syntax) - 1)
    first, last = document.syntax.sentence(trigger)
    parties = {p.name for p in (claim.subject, claim.object) if isinstance(p, Party)}
    taken = {trigger}
    for mention in document.mentions_in(first, last):
        if mention.kind != "compound" and document.referents[mention.referent].name in parties:
            taken.update(range(mention.first, mention.last))
    told = [(t.first, t.last) for t in document.times] + [(q.first, q.last) for q in document.quantities]
    taken.update(i for begin, end in told if first <= begin < last for i in range(begin, end))
    return Site(claim, tools, trigger, first, last, frozenset(taken))

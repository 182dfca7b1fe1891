"""What changes hands, and who gets it, where a sentence takes it up without a word.

"Siemens verkauft Innomotics. Käufer ist KPS", "Adnoc kauft Covestro. Die EU-Kommission hat das Geschäft genehmigt".
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.document import Document, is_a
from kg.claims.lexicon import Frame
from kg.claims.matching.site import Site
from kg.claims.slots import FOCUS, Filler
from kg.language.mentions.lexicon import shipped_lexicon
from kg.language.spans import Mention

#: predicates whose object changes hands
DEALS = ("acquires", "sells")
#: so many sentences later a deal is still spoken of
_REACH = 3
#: predicates that tell of which company somebody holds a share
HOLDINGS = ("ownsStakeIn",)
#: frames less sure than that tell no deal to take up
SURE = 0.9
#: frames less sure than that which tell by a noun that somebody holds a share
_BY_NOUN = frozenset({"holding-of-the-subject"})
#: how nouns open for who owns something beside another
_BESIDE = ("miteigentümer", "miteigner", "mitgesellschafter", "mitinhaber")
#: nouns for those who own rather than for what they own
_OWNERS = ("konzern", "konzerns", "konzerne", "riese", "riesen", "gruppe", "multi", "multis", "investor", "investors")


def tells_holding(frame: Frame) -> bool:
    """Tell whether a frame tells that somebody holds a share of a company."""
    return frame.predicate in HOLDINGS and (frame.confidence >= SURE or frame.name in _BY_NOUN)


def tells_deal(frame: Frame) -> bool:
    """Tell whether a frame surely tells that something changes hands."""
    return frame.predicate in DEALS and frame.confidence >= SURE


class ToldDeals:
    """Remembers what frames that tell a deal so far said to be bought or sold, and to whom."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._last: tuple[int, Mention] | None = None
        self._buyers: list[tuple[int, Mention]] = []
        self._held: tuple[int, Mention] | None = None
        self._share: tuple[int, Mention] | None = None
        self._owners: dict[int, tuple[int, Mention]] = {}

    def note(self, trigger: int, thing: Filler) -> None:
        """Remember what changes hands; to be called in the order of the triggers."""
        self._last = trigger, thing.mention

    def note_buyer(self, trigger: int, buyer: Filler) -> None:
        """Remember who gets what changes hands; to be called in the order of the triggers."""
        self._buyers.append((trigger, buyer.mention))

    def note_owner(self, trigger: int, owner: Filler, thing: Filler) -> None:
        """Remember what somebody sells or has a share of; to be called in the order of the triggers."""
        self._owners[owner.mention.referent] = trigger, thing.mention

    def owned_by(self, filler: Filler, trigger: int) -> Filler:
        """Return what somebody sells or has money in for a noun that seems to take up the owner.

        "Siemens hat einen Käufer für Innomotics. Der Motorenbauer wird an KPS verkauft", "Amazon steckt Geld in
        Anthropic. An der Firma ist auch Google beteiligt".
        """
        word = self._document.syntax.words[filler.mention.last - 1]
        is_noun = filler.mention.kind == "nominal" and shipped_lexicon().noun(word) is not None
        if not is_noun or word.lower().endswith(_OWNERS):
            return filler
        thing = self._thing_of(filler, trigger).mention
        if thing.referent == filler.mention.referent:
            return filler
        return Filler(self._document.take_up(filler.mention, thing), filler.score)

    def target_of(self, filler: Filler, trigger: int, *, held: bool) -> Filler:
        """Return for a buyer or owner what is bought or held where further owners are told.

        "Bain bietet für Stada. Großaktionär CVC …"; with ``held`` also "Triton hält 18 Prozent an Renk. Größter
        Aktionär ist KNDS".
        """
        if self._document.syntax.lower[trigger].startswith(_BESIDE):
            return self._thing_of(filler, trigger)  # "Aus HKM will Thyssenkrupp aussteigen, Miteigentümer Salzgitter …"
        if held and self._held is not None and self._owners.get(filler.mention.referent) == self._held:
            return self._thing_of(filler, trigger)
        if self._last is None or not self._is_near(self._last[0], trigger):
            return filler
        buyers = {m.referent for i, m in self._buyers if self._is_near(i, trigger)}
        return Filler(self._last[1], FOCUS) if filler.mention.referent in buyers else filler

    def _thing_of(self, filler: Filler, trigger: int) -> Filler:
        told = self._owners.get(filler.mention.referent)
        if told is None or not (told[0] < trigger and self._distance(told[0], trigger) <= _REACH):
            return filler
        return Filler(told[1], filler.score)

    def _is_near(self, told: int, trigger: int) -> bool:
        return 0 < self._distance(told, trigger) <= _REACH

    def _distance(self, told: int, trigger: int) -> int:
        sentences = self._document.syntax.sent_of
        return sentences[trigger] - sentences[told]

    def note_held(self, trigger: int, company: Filler, *, sure: bool) -> None:
        """Remember of which company somebody holds a share; to be called in the order of the triggers."""
        self._share = trigger, company.mention
        if sure:
            self._held = self._share

    def held(self, slots: Sequence[str], classes: tuple[str, ...], site: Site) -> list[Filler]:
        """Return the company of which a share was last told, or which was to change hands since.

        "Unicredit ist größter Aktionär der Commerzbank. Der Bund hält zwölf Prozent." It is none where a phrase in
        another slot before tells a thing.
        """
        if any(site.roles.get(slot) for slot in slots):
            return []
        told = [(i, m) for i, m in filter(None, (self._last, self._share)) if self._is_before(i, site.trigger)]
        last = max(told, key=lambda pair: pair[0], default=None)
        return [Filler(last[1], FOCUS)] if last and is_a(last[1].type, classes) else []

    def _is_before(self, told: int, trigger: int) -> bool:
        return told != trigger and self._distance(told, trigger) <= _REACH

    def buyers(self, classes: tuple[str, ...], trigger: int, focus: Sequence[Filler]) -> list[Filler]:
        """Return whose deal "das Geschäft" of sentences before is: of the focus if it buys, else of the last buyer."""
        sentences = self._document.syntax.sent_of
        told = [m for i, m in self._buyers if 0 < sentences[trigger] - sentences[i] <= _REACH]
        told = [m for m in told if is_a(m.type, classes)]
        if any(f.mention.referent == m.referent for f in focus for m in told):
            return list(focus)
        return [Filler(m, FOCUS) for m in told[-1:]]

    def taken_up(self, slots: Sequence[str], classes: tuple[str, ...], site: Site) -> list[Filler]:
        """Return what was last told to change hands, where no phrase in another of a frame's slots tells a thing."""
        if self._last is None or any(site.roles.get(slot) for slot in slots):
            return []
        trigger, thing = self._last
        sentences = self._document.syntax.sent_of
        near = trigger != site.trigger and sentences[site.trigger] - sentences[trigger] <= _REACH
        return [Filler(thing, FOCUS)] if near and is_a(thing.type, classes) else []

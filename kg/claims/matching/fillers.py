"""Who fills the slots of a frame."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.clauses import copula_predicates
from kg.claims.courts import may_act
from kg.claims.document import Document, is_a
from kg.claims.focus import is_past_house
from kg.claims.lexicon import Frame, Lexicon
from kg.claims.matching.context import Context
from kg.claims.matching.groups import Groups
from kg.claims.matching.headings import Headings
from kg.claims.matching.names import Names
from kg.claims.matching.owners import Owners
from kg.claims.matching.site import Site
from kg.claims.matching.told_deals import DEALS, HOLDINGS, ToldDeals
from kg.claims.matching.word_order import WORD_SLOTS, WordOrder
from kg.claims.slots import SHALLOW, Filler, PhraseReader
from kg.language.spans import Mention
from kg.language.syntax import dictionary_lemma

#: predicates that a group does for each of its members: "43 Prozent gingen an ein Konsortium um KKR"
_JOINTLY = (*DEALS, *HOLDINGS, "investsIn")
#: who can be fined
_PARTIES = ("Organization", "Person")
#: predicates of owners, which an article on a takeover tells of what is to be bought
_OWNING = (*HOLDINGS, "subsidiaryOf")
#: predicates of what an owner of shares may demand to be sold, by the company that he owns shares of
_DEMANDED = ("sells", "subsidiaryOf")
#: slots of a party that the noun's own words must tell
_UNTOLD = frozenset({"name", "heading"})


class Fillers:
    """Fills the slots of frames from the phrases of one document."""

    def __init__(self, lexicon: Lexicon, document: Document, reader: PhraseReader) -> None:
        self._syntax = document.syntax
        self._document = document
        self._reader = reader
        self._light = frozenset(lexicon.words.get("light", {}).get("verbs", ()))
        self._owners = Owners(document, reader)
        self._groups = Groups(lexicon, document, reader)
        self._headings = Headings(document)
        self._names = Names(document, reader)
        self._context = Context(lexicon, document, reader, self._owners)
        self._word_order = WordOrder(document, reader)
        #: what the text so far said to change hands
        self.deals = ToldDeals(document)

    def fill(
        self, slots: Sequence[str], classes: tuple[str, ...], frame: Frame, site: Site, taken: frozenset[int]
    ) -> list[Filler]:
        """Return who fills the first slot that anybody fills, by the tree or else by word order."""
        for slot in slots:
            filling = self._slot(slot, classes, frame, site, taken)
            found = [f for f in filling if f.mention.referent not in taken and self._may_act(f, frame)]
            if found:
                return found + self._beside(slot, classes, found, site, taken)
        for slot in slots:
            backup = self._word_order.filler(slot, classes, frame, site, taken)
            if backup:
                listed = self._reader.listed_with(backup, classes)
                found = [f for f in listed if f.mention.referent not in taken and self._may_act(f, frame)]
                return found + self._beside(slot, classes, found, site, taken)
        if "deal" in slots and not (slots == frame.subject and self._means_another(classes, site.trigger)):
            return [f for f in self.deals.taken_up(slots, classes, site) if f.mention.referent not in taken]
        open_to_topic = frame.kind == "noun" and _UNTOLD.isdisjoint(slots)
        return self._context.topic(classes, site.trigger, taken) if open_to_topic else []

    def _means_another(self, classes: tuple[str, ...], noun: int) -> bool:
        """Tell whether a noun is told of others than the one that changes hands: "des Rivalen Xpeng", "Rivalen"."""
        s = self._syntax
        is_definite = any(s.pos[c] == "DET" and s.lower[c].startswith(("d", "sei", "ihr")) for c in s.children[noun])
        named = self._reader.named_by(noun, classes) is not None
        return named or not is_definite or s.feats[noun].get("Number") == "Plur"

    def _may_act(self, filler: Filler, frame: Frame) -> bool:
        referent = self._document.referents[filler.mention.referent]
        return may_act(referent.name, referent.type, frame.predicate)

    def _beside(
        self, slot: str, classes: tuple[str, ...], found: Sequence[Filler], site: Site, taken: frozenset[int]
    ) -> list[Filler]:
        """Return who shares a role: "neben Accel stieg auch Nvidia ein", "beliefert neben VW auch Bosch"."""
        if slot not in ("subj", "obj", "iobj"):
            return []
        named = {f.mention.referent for f in found}
        others = self._reader.fillers(site.roles.get("neben", ()), classes)
        partners = [self._behind_auch(f.mention) for f in others]
        return [
            Filler(f.mention, SHALLOW)
            for f, partner in zip(others, partners, strict=True)
            if f.mention.referent not in taken | named
            and (slot == "subj" if partner is None else partner.referent in named)
        ]

    def _behind_auch(self, beside: Mention) -> Mention | None:
        """Return whom "neben X … auch Y" puts beside X: the name behind "auch"."""
        s = self._syntax
        end = s.sentence_end(beside.first)
        auch = next((i for i in range(beside.last, end) if s.lower[i] == "auch"), end)
        return next(self._document.mentions_in(auch, min(end, auch + 5)), None)

    def _slot(
        self, slot: str, classes: tuple[str, ...], frame: Frame, site: Site, taken: frozenset[int]
    ) -> list[Filler]:
        if slot == "deal":
            return []  # only where no other slot is filled
        if slot == "planner":
            return [f for f in self._context.planner(site.trigger) if is_a(f.mention.type, classes)]
        if slot == "focus":
            if frame.predicate == "criticizes" and self._context.planner(site.trigger):
                return []
            if frame.predicate == "operatesIn" and self._reader.fillers(site.roles.get("gen", ()), classes):
                return []  # "das Werk des Marktführers TSMC": the noun tells its owner
            if frame.predicate == "fines" and (self._tells_against_whom(site) or self._hits_several(site)):
                return []  # "Bußgelder gegen Unternehmen": not the one that the text is about
            if frame.predicate == "fines" and (hit := self._context.behind_colon(classes, site.trigger)):
                return hit
            if frame.predicate in _DEMANDED and self._context.is_demanded(site.trigger):
                return self.deals.held((), classes, site)
            holder = self._context.employer if frame.predicate == "worksFor" else self._context.focus
            found = holder(classes, site.trigger)
            takes_up = any(m.kind == "nominal" for m in self._document.at.get(site.trigger, ()))
            if takes_up and frame.predicate == "competesWith" and any(f.mention.referent in taken for f in found):
                found = self._context.beside(classes, site.trigger, taken)
            if frame.predicate in _OWNING:
                held = frame.predicate in HOLDINGS
                found = [self.deals.target_of(f, site.trigger, held=held) for f in found]
            return [f for f in found if is_a(f.mention.type, classes)]
        if slot == "held":
            return self.deals.held(frame.object[: frame.object.index(slot)], classes, site)
        if slot == "buyer":
            return self.deals.buyers(classes, site.trigger, self._context.focus(classes, site.trigger))
        if slot == "other":
            told = any(site.roles.get(before) for before in frame.object[: frame.object.index(slot)])
            return [] if told else self._context.other(classes, site.trigger, taken)
        if slot == "conj":
            return self._context.coordinated(classes, site.trigger)
        if slot == "topic":
            return self._context.topic(classes, site.trigger, taken)
        if slot == "clause":
            return self._context.clause_subject(classes, site.trigger)
        if slot == "announcer":
            return self._context.announcer(classes, site.trigger)
        if slot in ("authority", "index", "event"):
            return self._context.authority(classes, site.trigger)
        if slot.startswith("of:"):
            held = frame.predicate in HOLDINGS and slot in frame.object
            found = self._owners.in_role(slot[3:], classes, site, held=held)
            return [f for f in found if not self._is_of_before(f.mention, slot, frame)]
        if frame.kind == "noun":
            return self._noun_slot(slot, classes, frame, site)
        return self._acting(site.roles.get(slot, ()), classes, frame)

    def _tells_against_whom(self, site: Site) -> bool:
        """Tell whether a clause says "gegen" of somebody, wherever the parser hangs it: "auf Antrag der X gegen Y"."""
        s = self._syntax
        if site.roles.get("gegen") or site.light_roles.get("gegen"):
            return True
        first, last = s.sentence(site.trigger)
        clause = s.clause_head(site.trigger)
        return any(s.lower[i] == "gegen" and s.clause_head(i) == clause for i in range(first, last))

    def _hits_several(self, site: Site) -> bool:
        """Tell whether it is told without names whom something hits: "belegte zwei Unternehmen mit Geldbußen"."""
        s = self._syntax
        hit = (h for h in site.light_roles.get("obj", ()) if h != site.trigger and s.pos[h] == "NOUN")
        plural = (h for h in hit if s.feats[h].get("Number") == "Plur" and not self._reader.fillers([h], _PARTIES))
        return any(not any(s.lower[c] in ("die", "beide", "diese") for c in s.children[h]) for h in plural)

    def _is_of_before(self, house: Mention, slot: str, frame: Frame) -> bool:
        """Whether a house is one that who comes or follows has left: "der frühere Fresenius-Chef löst Waldemer ab"."""
        is_move = frame.predicate == "appoints" or (frame.predicate == "departsFrom" and "subj" not in frame.subject)
        return slot == "of:subj" and is_move and frame.kind == "verb" and is_past_house(self._syntax, house)

    def _acting(self, heads: Sequence[int], classes: tuple[str, ...], frame: Frame) -> list[Filler]:
        """Return whom phrases stand for; who buys or sells as a group does it, and not the group."""
        members = self._groups.members(heads, classes) if frame.predicate in _JOINTLY else []
        return members or self._reader.fillers(heads, classes)

    def group_members(self, trigger: int, classes: tuple[str, ...]) -> list[Filler]:
        """Return whom a group at a trigger consists of, "Konsortium aus Advent und Cinven"; none for other words."""
        return self._groups.members([trigger], classes)

    def _noun_slot(self, slot: str, classes: tuple[str, ...], frame: Frame, site: Site) -> list[Filler]:
        if slot == "name":
            predicates = copula_predicates(self._syntax, site.trigger) if frame.predicate in DEALS else []
            return self._groups.members(predicates, classes) or self._names.introduced(classes, site)
        if slot == "of":
            return self._owners.of(classes, site)
        if slot == "heading":
            return self._headings.about_to(classes, site.trigger)
        if slot == "compound":
            return self._owners.compound(classes, site.trigger)
        if slot == "poss":
            return self._owners.before(classes, site)
        if slot == "vsubj":
            return self._acting(site.light_roles.get("subj", ()), classes, frame)
        if slot in ("lsubj", "lobj", "liobj") or slot.startswith("l:"):
            return self._light_slot(slot, classes, frame, site)
        heads = site.roles.get(slot, ())
        found = (
            self._reader.fillers(heads, classes, owners=True) if slot == "gen" else self._acting(heads, classes, frame)
        )
        if not found and slot not in WORD_SLOTS and site.light != -1:
            heads = [h for h in site.light_roles.get(slot, ()) if h != site.trigger]
            found = self._reader.fillers(heads, classes)
        return found

    def _light_slot(self, slot: str, classes: tuple[str, ...], frame: Frame, site: Site) -> list[Filler]:
        if site.light == -1 or not self._is_light(site.light, frame):
            return []
        role = slot[2:] if slot.startswith("l:") else slot[1:]
        return self._acting([h for h in site.light_roles.get(role, ()) if h != site.trigger], classes, frame)

    def _is_light(self, verb: int, frame: Frame) -> bool:
        s = self._syntax
        lemmas = {s.lemmas[verb], dictionary_lemma(s.lower[verb])}
        if s.reflexive[verb]:
            lemmas |= {"sich " + lemma for lemma in lemmas}
        return bool(lemmas & self._light or lemmas & frame.light)

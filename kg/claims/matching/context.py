"""Whom a frame means that its own phrases do not name: who the text is about, the clause's subject, its neighbour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from kg.claims.analyst_houses import AnalystHouses
from kg.claims.clauses import noun_roles, verb_roles
from kg.claims.courts import is_court
from kg.claims.document import Document, is_a
from kg.claims.lexicon import Lexicon
from kg.claims.matching.owners import Owners
from kg.claims.matching.repair import repaired_roles
from kg.claims.matching.site import Site
from kg.claims.post_houses import PostHouses, last_house
from kg.claims.slots import FOCUS, SHALLOW, Filler, PhraseReader
from kg.language.items import tops_item
from kg.language.mentions.reading import known_word
from kg.language.spans import Mention

#: what is bought belongs to another than the buyer
_BUYING = ("kaufen", "erwerben", "übernehmen", "sichern", "abnehmen", "schlucken", "kauf", "erwerb", "übernahme")
#: who demands that something is sold does not own it: "Elliott drängt auf einen Verkauf der Tochter Castrol"
_DEMANDING = frozenset("fordern verlangen drängen dringen pochen einfordern plädieren werben anmahnen".split())
_PARTING = ("verkauf", "abspaltung", "trennung", "ausstieg", "börsengang", "veräußerung", "rückzug", "ausgliederung")
#: classes of subjects that own or do what a noun in their clause tells
_ACTORS = ("Company", "JointVenture", "MediaOutlet", "Person")
#: classes of first parts that own nothing: "US-Tochter", "Dax-Konzern"
_OWNERLESS = frozenset({"Place", "MarketIndex"})
_COURTS = ("gericht", "gerichts", "gerichtshof", "gerichtshofs", "kammer", "justiz")
#: ends of words for those who speak for a house
_SPOKESMEN = ("sprecher", "sprecherin", "sprechers")
_VERBAL = ("VERB", "AUX")
#: ends of words for what a country does to others
_MEASURES = ("zölle", "zoll", "kontrollen", "beschränkungen", "sanktionen", "verbot", "auflagen", "liste", "maßnahmen")
#: relations of a noun that no other word governs
_BY_ITSELF = ("ROOT", "root", "parataxis", "conj", "appos", "list", "dep", "orphan")
_BODIES = ("Regulator", "GovernmentBody")
#: what takes up the sentence before, and the verbs with which an authority tells that it decided so
_TAKING_UP = ("das", "dies")
_DECIDING = frozenset(
    "entscheiden urteilen mitteilen teilen verfügen anordnen beschließen bekanntgeben geben verkünden erklären".split()
)
#: nouns for what somebody plans, and the articles by which they take up what was told
_PLANS = frozenset(
    """plan vorhaben vorschlag vorstoß entwurf ankündigung forderung entscheidung schritt beschluss vorgehen maßnahme
    zoll verbot regel vorgabe""".split()
)
_DEFINITE = frozenset({"die", "das", "den", "diese", "dieses", "diesen"})


class Context:
    """Finds whom a trigger means by what stands around it."""

    def __init__(self, lexicon: Lexicon, document: Document, reader: PhraseReader, owners: Owners) -> None:
        self._lexicon = lexicon
        self._document = document
        self._syntax = document.syntax
        self._reader = reader
        self._owners = owners

    def focus(self, classes: tuple[str, ...], trigger: int) -> list[Filler]:
        """Return whom the text at a trigger is about, where the trigger does not name another owner."""
        if self._names_its_owner(trigger) or self._owners.is_of_another(trigger):
            return []
        there = self._there(classes, trigger)
        if there is not None:
            return [Filler(there, SHALLOW)]
        mention = self._house(trigger) if self._is_analyst(trigger) else self._document.local_focus(trigger)
        return [Filler(mention, FOCUS)] if mention and is_a(mention.type, classes) else []

    def beside(self, classes: tuple[str, ...], trigger: int, taken: frozenset[int]) -> list[Filler]:
        """Return whom the text is about beside those told: whose "der Frankfurter Rivale" is, told last himself."""
        return _first_open(self._document.in_focus(trigger), classes, taken)

    def behind_colon(self, classes: tuple[str, ...], trigger: int) -> list[Filler]:
        """Return the one of whom the clause behind a colon is: "ein weiteres Bußgeld verhängt: Scania muss zahlen"."""
        s = self._syntax
        end = s.sentence_end(trigger)
        colon = next((i for i in range(trigger, end) if s.words[i] == ":"), end)
        named = (m for m in self._document.mentions_in(colon, end) if m.kind == "name" and is_a(m.type, classes))
        first = next(named, None)
        return [Filler(first, SHALLOW)] if first is not None and self._opens(colon + 1, first) else []

    def _opens(self, begin: int, mention: Mention) -> bool:
        """Whether a name stands in the phrase that begins at a token, before any verb."""
        return all(self._syntax.pos[i] in ("DET", "ADJ", "NOUN", "PROPN") for i in range(begin, mention.first))

    def _there(self, classes: tuple[str, ...], trigger: int) -> Mention | None:
        """Return the house that "dort" takes up: "Bei der Tochter FMC ging es hoch her: Im Mai hatte Kriwet dort …"."""
        s = self._syntax
        first, last = s.sentence(trigger)
        clause = s.clause_head(trigger)
        there = next((i for i in range(first, last) if s.lower[i] == "dort" and s.clause_head(i) == clause), -1)
        if there == -1:
            return None
        before = [m for m in self._document.mentions_in(first, there) if m.kind == "name" and is_a(m.type, classes)]
        return before[-1] if before else None

    def other(self, classes: tuple[str, ...], trigger: int, taken: frozenset[int]) -> list[Filler]:
        """Return whom the article, or else the text at a trigger, is about beside those already told."""
        document = self._document
        main = (m for m in document.mentions if m.referent == document.focus and m.kind == "name")
        return _first_open((*islice(main, 1), *document.in_focus(trigger)), classes, taken)

    def topic(self, classes: tuple[str, ...], trigger: int, taken: frozenset[int]) -> list[Filler]:
        """Return whom an item without a verb is about, for a party left open: "Verbund: Klage gegen Gazprom".

        The noun stands by itself behind the head of the item, and within no other phrase.
        """
        s, document = self._syntax, self._document
        first, last = s.sentence(trigger)
        tells = any(s.pos[i] in _VERBAL and s.feats[i].get("VerbForm") == "Fin" for i in range(first, last))
        if tells or s.deps[trigger] not in _BY_ITSELF or s.pos[max(first, trigger - 1)] == "ADP":
            return []
        named = (m for m in document.mentions_in(first, trigger) if m.kind == "name" and is_a(m.type, classes))
        head = next((m for m in named if tops_item(s, m.first, m.last)), None)
        return [Filler(head, FOCUS)] if head is not None and head.referent not in taken else []

    def _names_its_owner(self, trigger: int) -> bool:
        """Tell whether a compound has its owner as first part: "Ryanair-Chef", not "US-Tochter" or "Dax-Konzern"."""
        first = self._syntax.words[trigger].rpartition("-")[0]
        inside = [m.type for m in self._document.at.get(trigger, ()) if m.kind == "compound"]
        if not first or not _OWNERLESS.isdisjoint(inside):
            return False
        return bool(inside) or not (first.isupper() or known_word(first))

    def employer(self, classes: tuple[str, ...], trigger: int) -> list[Filler]:
        """Return the focus at a post, where no body or person unknown to the article stands behind it.

        Where the word tells what kind of house has such a post, the last one of that kind is meant.
        """
        if self._owners.is_of_a_stranger(trigger):
            return []
        houses, post = self._lexicon.indexed(PostHouses, "posts"), self._syntax.words[trigger]
        told = houses.of(post)
        if not told or "Company" in told:
            return self.focus(classes, trigger)
        house = last_house(self._document, houses.begun(post), trigger)
        return [Filler(house, FOCUS)] if house is not None else []

    def _is_analyst(self, trigger: int) -> bool:
        head = self._syntax.lemmas[trigger].lower().rpartition("-")[2]
        return head in self._lexicon.indexed(AnalystHouses, "ratings").analyst

    def _house(self, trigger: int) -> Mention | None:
        """Return the house of an analyst who is told without it: the last that the text before was about."""
        houses = self._lexicon.indexed(AnalystHouses, "ratings")
        ranked = self._document.ranker.ranked(self._syntax.sent_of[trigger])
        return next((m for m in ranked if houses.names(self._document, m)), None)

    def authority(self, classes: tuple[str, ...], trigger: int) -> list[Filler]:
        """Return the authority, the index or the event last named in the paragraph, courts left out.

        At the head of a paragraph the only authority of the one before is meant as well. That is whose decision
        somebody takes to court, what "Bilfinger muss den Index verlassen" means, or where "Auch Sony fehlt".
        """
        bodies = self._bodies(self._document.earlier_in_paragraph(trigger), classes)
        if not bodies and _BODIES[0] in classes and self._opens_paragraph(trigger):
            before = self._bodies(self._document.in_paragraph_before(trigger), classes)
            bodies = before if len({m.referent for m in before}) == 1 else []
        return [Filler(bodies[-1], FOCUS)] if bodies else []

    def _opens_paragraph(self, trigger: int) -> bool:
        """Tell whether a token stands in the first or second sentence of its paragraph."""
        sentence = self._syntax.sent_of[trigger]
        first_two = self._syntax.sentences[max(0, sentence - 1) : sentence + 1]
        return any(self._document.opens_paragraph(first) for first, _ in first_two)

    def _bodies(self, mentions: Iterable[Mention], classes: tuple[str, ...]) -> list[Mention]:
        """Return the names of some classes that are no courts, of the places those that act."""
        named = (m for m in mentions if m.kind == "name" and is_a(m.type, classes))
        acting = (m for m in named if m.type != "Place" or self._acts(m))
        return [m for m in acting if not (m.text.lower().endswith(_COURTS) or is_court(m.text, m.type))]

    def _acts(self, place: Mention) -> bool:
        """Tell whether a place does something or owns what hits others: "die USA verhängten", "Chinas Zölle"."""
        s = self._syntax
        roles = {s.deps[i] for i in range(place.first, place.last)}
        is_owner = place.text.endswith("s") and not place.name.endswith("s") and place.last < len(s)
        is_measure = is_owner and s.lower[place.last].endswith(_MEASURES)
        return "nsubj" in roles or is_measure

    def planner(self, trigger: int) -> list[Filler]:
        """Return the body whose plans the object of a verb takes up, by the subject of the sentence before.

        "Die EU-Kommission will Google regulieren. Washington verurteilte das Vorhaben."
        """
        s, document = self._syntax, self._document
        first, _ = s.sentence(trigger)
        if first == 0 or not any(self._takes_up_plans(i) for i in s.dep_children(trigger, "obj")):
            return []
        begin, end = s.sentence(first - 1)
        roots = [i for i in range(begin, end) if s.heads[i] == i]
        subjects = [c for i in roots for c in s.dep_children(i, "nsubj")]
        named = (m for i in subjects for m in document.at.get(i, ()) if m.type in _BODIES)
        return [Filler(m, FOCUS) for m in islice(named, 1)]

    def _takes_up_plans(self, i: int) -> bool:
        """Tell whether a noun with an article and nothing else stands for what somebody plans: "die Pläne"."""
        s = self._syntax
        is_bare = all(s.deps[c] == "det" and s.lower[c] in _DEFINITE for c in s.children[i]) and bool(s.children[i])
        return is_bare and s.lemmas[i].lower() in _PLANS

    def announcer(self, classes: tuple[str, ...], trigger: int) -> list[Filler]:
        """Return who says what the clause of a verb tells: "…, entschied das Kartellamt", "…, wie es mitteilte"."""
        s = self._syntax
        above = [s.heads[trigger]] if s.deps[trigger] in ("ccomp", "parataxis") else []
        told = [i for i in s.dep_children(trigger, "parataxis", "ccomp") if i > trigger]
        behind_wie = [i for i in s.dep_children(trigger, "advcl") if any(s.lower[c] == "wie" for c in s.children[i])]
        subjects = [c for i in (*above, *told, *behind_wie) for c in s.dep_children(i, "nsubj")]
        found = self._reader.fillers(subjects, classes) or self._spoken_for(subjects, classes)
        return found or self._announcing_next(classes, trigger)

    def _spoken_for(self, subjects: Sequence[int], classes: tuple[str, ...]) -> list[Filler]:
        """Return whose spokesman one is: "ein Henkel-Sprecher", "eine Sprecherin des Konzerns", "ein Sprecher"."""
        s = self._syntax
        spokesmen = [i for i in subjects if s.lower[i].endswith(_SPOKESMEN)]
        for i in spokesmen:
            site = Site(i, noun_roles(s, i), list(range(*s.sentence(i))))
            return self._owners.of(classes, site) or self.focus(classes, i)
        return []

    def _announcing_next(self, classes: tuple[str, ...], trigger: int) -> list[Filler]:
        """Return the authority that the next sentence tells to have decided it: "… Das entschied das Kartellamt"."""
        s = self._syntax
        first = s.sentence_end(trigger)
        while first < len(s) and s.pos[first] in ("SPACE", "PUNCT"):
            first += 1
        if first >= len(s) or s.lower[first] not in _TAKING_UP or s.pos[s.heads[first]] != "VERB":
            return []
        verb = s.heads[first]
        if s.lemmas[verb] not in _DECIDING or "\n" in self._document.text[s.ends[trigger] : s.starts[first]]:
            return []
        bodies = tuple(c for c in classes if c in _BODIES)
        return self._reader.fillers([c for c in s.dep_children(verb, "nsubj") if c != first], bodies)

    def clause_subject(self, classes: tuple[str, ...], trigger: int) -> list[Filler]:
        """Return the subject of the clause that a noun stands in: "VW trennt sich von der Tochter Everllence"."""
        s = self._syntax
        i = trigger
        if self._owners.is_of_another(trigger) or self.is_demanded(trigger):
            return []
        while s.pos[i] not in _VERBAL and s.heads[i] != i and not s.deps[i].startswith("nsubj"):
            i = s.heads[i]
            if i != trigger and s.lemmas[i].lower().endswith(_BUYING):
                return []
        if s.pos[i] not in _VERBAL:
            return []
        roles = repaired_roles(self._document, i, verb_roles(s, i))
        found = self._reader.fillers([h for h in roles.get("subj", ()) if h != trigger], classes)
        return [f for f in found if f.mention.type in _ACTORS]

    def is_demanded(self, trigger: int) -> bool:
        """Tell whether somebody demands that what a noun tells of is sold: "fordert den Verkauf der Tochter"."""
        s, i = self._syntax, trigger
        parting = s.lemmas[i].lower().endswith(_PARTING)
        while s.pos[i] not in _VERBAL and s.heads[i] != i:
            i = s.heads[i]
            parting = parting or s.lemmas[i].lower().endswith(_PARTING)
        return parting and s.lemmas[i] in _DEMANDING

    def coordinated(self, classes: tuple[str, ...], trigger: int) -> list[Filler]:
        """Return the name coordinated with the trigger noun: "zwischen Ele.me und Konkurrent Meituan"."""
        s = self._syntax
        before = trigger - 1
        while before > 0 and s.pos[before] in ("DET", "ADJ", "ADV"):
            before -= 1
        if s.lower[before] in ("und", "oder", "sowie", "gegen", "mit") and before > 0:
            mention = self._reader.covering(before - 1, classes)
            return [Filler(mention, SHALLOW)] if mention else []
        return []


def _first_open(mentions: Iterable[Mention], classes: tuple[str, ...], taken: frozenset[int]) -> list[Filler]:
    """Return the first of some mentions whose entity is not told yet, if it is of one of some classes."""
    mention = next((m for m in mentions if m.referent not in taken), None)
    return [Filler(mention, FOCUS)] if mention and is_a(mention.type, classes) else []

"""The name that a noun introduces: "der Rivale Meituan", "Traton, die Lkw-Tochter", "die Robotiksparte"."""

from __future__ import annotations

from kg.claims.clauses import copula_predicates, copula_subjects
from kg.claims.document import Document
from kg.claims.matching.site import Site
from kg.claims.slots import CERTAIN, COMMON_HEAD, Filler, PhraseReader
from kg.language.mentions.lexicon import shipped_lexicon
from kg.language.spans import Mention
from kg.language.syntax import Syntax

_AND = ("und", "sowie", "&")
#: tokens from a noun to the name in the apposition behind it, at most
_REACH = 8


def is_unit(syntax: Syntax, i: int) -> bool:
    """Tell whether a word names a unit by what it does: "die Robotiksparte" is a name and has an owner."""
    return shipped_lexicon().tells_unit(syntax.words[i])


def posts_side_by_side(syntax: Syntax, first: int) -> int | None:
    """Return the noun that "und" puts right behind a noun, without article: "Gründer und **Chef** Ugur Sahin"."""
    second = first + 2
    if second >= syntax.sentence_end(first) or syntax.lower[first + 1] not in _AND:
        return None
    is_noun = syntax.pos[second] in ("NOUN", "PROPN") and syntax.words[second].lstrip("-")[:1].isupper()
    return second if is_noun and syntax.heads[second] == first and syntax.deps[second] == "conj" else None


class Names:
    """Finds the names that nouns of one document introduce."""

    def __init__(self, document: Document, reader: PhraseReader) -> None:
        self._syntax = document.syntax
        self._reader = reader

    def introduced(self, classes: tuple[str, ...], site: Site) -> list[Filler]:
        """Return the name that the trigger noun introduces, before or behind it."""
        if (unit := self._unit(classes, site.trigger)) is not None:
            return [Filler(unit, CERTAIN)]
        if (relative := self._relative(classes, site.trigger)) is not None:
            return [Filler(relative, COMMON_HEAD)]
        named = self._reader.named_by(site.trigger, classes)
        if named is not None:
            coordinated = self._reader.fillers([named.first], classes)
            return coordinated or [Filler(named, CERTAIN)]
        told = self._behind_colon(classes, site.trigger)
        if told is not None:
            return [Filler(told, CERTAIN)]
        before = self._of_both(classes, site.trigger) or self._apposition_before(classes, site.trigger)
        if before is not None:
            return [Filler(before, CERTAIN)]
        behind = self._apposition_behind(classes, site.trigger)
        if behind is not None:
            return [Filler(behind, COMMON_HEAD)]
        s = self._syntax
        return self._reader.fillers(copula_subjects(s, site.trigger) or copula_predicates(s, site.trigger), classes)

    def _relative(self, classes: tuple[str, ...], trigger: int) -> Mention | None:
        """Return whom the trigger takes up as somebody's relative: "die Siemens-Tochter", "der Frankfurter Rivale"."""
        nominals = shipped_lexicon().nominals
        noun = self._syntax.lower[trigger].rpartition("-")[2]
        if not any(noun in nominals[group] for group in ("mother", "daughter", "relational")):
            return None
        meant = self._reader.covering(trigger, classes)
        return meant if meant is not None and meant.kind == "nominal" else None

    def _unit(self, classes: tuple[str, ...], trigger: int) -> Mention | None:
        """Return the unit that the trigger itself names."""
        return self._reader.covering(trigger, classes) if is_unit(self._syntax, trigger) else None

    def _of_both(self, classes: tuple[str, ...], trigger: int) -> Mention | None:
        """Return the person of whom two posts are told: "der **Gründer** und Chef Ugur Sahin"."""
        second = posts_side_by_side(self._syntax, trigger)
        return self._reader.named_by(second, classes) if second is not None and "Person" in classes else None

    def _behind_colon(self, classes: tuple[str, ...], trigger: int) -> Mention | None:
        """Return the name that alone stands behind a noun and a colon: "Großauftrag, Kunde: die Bahn."."""
        s, end = self._syntax, self._syntax.sentence_end(trigger)
        i = trigger + 2
        if i >= end or s.words[i - 1] != ":":
            return None
        i += s.pos[i] == "DET"
        mention = self._reader.covering(i, classes) if i < end else None
        alone = mention is not None and (mention.last >= end or s.pos[mention.last] in ("PUNCT", "SPACE"))
        return mention if mention is not None and alone and mention.first == i else None

    def _apposition_behind(self, classes: tuple[str, ...], trigger: int) -> Mention | None:
        """Return the name that a phrase behind a comma ends with: "der Uniper-Mutterkonzern, die finnische Fortum"."""
        s, end = self._syntax, self._syntax.sentence_end(trigger)
        i = trigger + 1
        if i + 2 >= end or s.words[i] != "," or s.pos[i + 1] != "DET" or "-" not in s.words[trigger]:
            return None
        for i in range(trigger + 3, min(end, trigger + _REACH)):
            mention = self._reader.covering(i, classes)
            if mention is not None and mention.kind == "name" and mention.first == i:
                return mention if mention.last < end and s.words[mention.last] in (",", ")", ".") else None
            if s.pos[i] not in ("ADJ", "NOUN", "ADV", "NUM"):
                return None
        return None

    def _apposition_before(self, classes: tuple[str, ...], trigger: int) -> Mention | None:
        """ "Traton, die Lkw-Tochter von VW": the name before the comma."""
        s = self._syntax
        if s.deps[trigger] == "nmod" and s.preposition(trigger) is None and s.feats[trigger].get("Case") == "Gen":
            return None  # "Schwarz Digits, die IT-Sparte des Lidl-Mutterkonzerns": the unit is before the comma
        if s.deps[trigger] in ("appos", "flat"):
            mention = self._reader.covering(s.heads[trigger], classes)
            if mention is not None:
                return mention
        i, floor = trigger - 1, max(s.sentence(trigger)[0], trigger - 9)
        while i > floor and s.words[i] not in (",", "(", "–", ";", ":") and s.pos[i] not in ("VERB", "AUX"):
            i -= 1
        if s.words[i] in (",", "(") and i > floor:
            return self._reader.covering(i - 1, classes)
        return None

"""Two who are taken up together: "Beide Unternehmen", "die beiden Partner", "beide Seiten"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.discourse import Discourse, Said, company_like
from kg.language.mentions.nominals import Nominals

_BOTH = ("beide", "beiden", "beider")
#: articles before "beiden" that take up somebody told; "ihre beiden Banken" are others
_ARTICLES = frozenset("die der den diese diesen dieser".split())
#: sides may be others than companies: "Verdi und Lufthansa … Beide Seiten"
_SIDES = ("seiten", "parteien")
_ACTORS = frozenset({"Regulator", "Union", "GovernmentBody"})
#: so many sentences back the two are looked for
_REACH = 2


class Pairs:
    """Resolves the words of one document that take up two entities."""

    def __init__(self, discourse: Discourse, nominals: Nominals) -> None:
        self._discourse = discourse
        self._reading = discourse.reading
        self._nominals = nominals

    def at(self, i: int) -> list[Candidate]:
        """Return the mentions of two that open at a piece: "Unternehmen" is the first, "Beide" the other."""
        pieces = self._reading.pieces
        if pieces.words[i].lower() not in _BOTH or i + 1 >= len(pieces) or not pieces.spaced(i + 1):
            return []
        if i + 1 in self._nominals.names:
            return []  # "die beiden US-Konzerne"
        before = self._reading.word_before(i)
        end = pieces.compound_end(i + 2)
        word = pieces.span(i + 1, end).lower()
        wide = word in _SIDES
        if not (wide or self._is_firm(word)) or (pieces.words[i].lower() == "beiden" and before not in _ARTICLES):
            return []
        if self._nominals.name_follows(end) or self._nominals.of_somebody(i, end):
            return []
        told = self._told(pieces.tokens[i], wide=wide)
        return [self._mention(said, *place) for said, place in zip(told, ((i + 1, end), (i, i + 1)), strict=False)]

    def _is_firm(self, word: str) -> bool:
        lexicon = self._reading.lexicon
        noun = lexicon.noun(word)
        if noun is None or lexicon.tells_unit(word):
            return False
        if noun.lemma in lexicon.nominals["paired"]:
            return True
        return noun.type == "Company" and noun.lemma not in lexicon.nominals["relational"]

    def _told(self, token: int, *, wide: bool) -> list[Said]:
        """Return the last two that were told with no third; none where there are more."""
        sentence = self._reading.syntax.sent_of[token]
        found: dict[int, Said] = {}
        for back in range(_REACH + 1):
            here = [s for s in self._discourse.said if s.sentence == sentence - back and s.token < token]
            for said in here:
                if self._can_be(said, wide=wide):
                    found.setdefault(said.candidate.referent, said)
            if len(found) >= 2:
                break
        return list(found.values()) if len(found) == 2 else self._joined(list(found.values()))

    def _joined(self, told: Sequence[Said]) -> list[Said]:
        """Return those two of several that one "und" joins: "X und Y", but not "X, Y und Z"."""
        syntax = self._reading.syntax
        by_token = {said.token: said for said in told}
        joined = [(by_token.get(syntax.heads[t]), said) for t, said in by_token.items() if syntax.deps[t] == "conj"]
        if len(joined) != 1 or joined[0][0] is None:
            return []
        return [joined[0][0], joined[0][1]]

    def _can_be(self, said: Said, *, wide: bool) -> bool:
        profile = self._discourse.profiles[said.candidate.referent]
        fits = company_like(profile.type) or (wide and profile.type in _ACTORS)
        return fits and not profile.rates and not self._reading.lexicon.tells_unit(said.candidate.name)

    def _mention(self, said: Said, first: int, last: int) -> Candidate:
        referent, pieces = said.candidate.referent, self._reading.pieces
        return Candidate(
            first, last, pieces.span(first, last), self._discourse.referents[referent].type, Trust.CUE, "nominal",
            referent=referent, antecedent=pieces.starts[said.candidate.first],
        )  # fmt: skip

"""Two who are taken up together: "Beide Unternehmen", "die beiden Partner", "beide Seiten"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.language.mentions.candidate import Candidate, Trust
from kg.language.mentions.discourse import Discourse, Said, company_like
from kg.language.mentions.nominals import Nominals

#: forms of the word that takes up two
BOTH = frozenset({"beide", "beiden", "beider"})
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
        if pieces.words[i].lower() not in BOTH or i + 1 >= len(pieces) or not pieces.spaced(i + 1):
            return []
        if i + 1 in self._nominals.names:
            return []  # "die beiden US-Konzerne"
        before = self._reading.word_before(i)
        end = pieces.compound_end(i + 2)
        word = pieces.span(i + 1, end).lower()
        wide = word in _SIDES
        if not (wide or self._is_firm(word)) or (pieces.words[i].lower() == "beiden" and before not in _ARTICLES):
            return []
        if not self._nominals.stands_alone(i, end):
            return []
        told = self._told(pieces.tokens[i], wide=wide)
        return [self._mention(said, *place) for said, place in zip(told, ((i + 1, end), (i, i + 1)), strict=False)]

    def _is_firm(self, word: str) -> bool:
        lexicon = self._reading.lexicon
        noun = lexicon.noun(word) or lexicon.noun(word.removesuffix("en") + "a")  # "Firmen"
        if noun is None or lexicon.tells_unit(word):
            return False
        if noun.lemma in lexicon.nominals["paired"]:
            return True
        return noun.type == "Company" and noun.lemma not in lexicon.nominals["relational"]

    def _told(self, token: int, *, wide: bool) -> list[Said]:
        """Return the last two that were told with no third, or those that were told most; none where it is open."""
        nearest: dict[int, Said] = {}
        window: list[Said] = []
        sentence = self._reading.syntax.sent_of[token]
        for back in range(_REACH + 1):
            said = (s for s in self._discourse.said if s.sentence == sentence - back and s.token < token)
            here = self._without_companions(list(said), wide=wide)
            window += here
            if len(nearest) < 2:
                for one in here:
                    nearest.setdefault(one.candidate.referent, one)
        if len(nearest) != 2:
            return self._joined(list(nearest.values()))
        return self._told_more(window, nearest) or list(nearest.values())

    def _without_companions(self, told: Sequence[Said], *, wide: bool) -> list[Said]:
        """Return those who can be meant, but for who stands beside one that cannot: "nach dem Bund und Softbank"."""
        syntax = self._reading.syntax
        fitting = [said for said in told if self._can_be(said, wide=wide)]
        others = {said.token for said in told if said not in fitting}
        return [said for said in fitting if syntax.deps[said.token] != "conj" or syntax.heads[said.token] not in others]

    def _told_more(self, window: Sequence[Said], nearest: Mapping[int, Said]) -> list[Said]:
        """Return the two that were told more often than one of the last two and than all others; else none."""
        times = Counter(said.candidate.referent for said in window)
        first = {said.candidate.referent: said for said in reversed(window)}
        ranked = [referent for referent, _ in times.most_common()]
        is_clear = len(ranked) > 2 and times[ranked[1]] > times[ranked[2]]
        if not is_clear or nearest.keys() == set(ranked[:2]):
            return []
        return [first[referent] for referent in ranked[:2]]

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

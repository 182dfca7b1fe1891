"""Cities that stand for what sits there: "Brüssel verhängt Zölle", "in Hongkong fiel der Titel"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.language.gazetteer import Authority, AuthorityRecord
from kg.language.mentions.candidate import Candidate
from kg.language.mentions.discourse import head_token
from kg.language.mentions.places import is_state
from kg.language.mentions.reading import Reading

_AGENT = "obl:agent"


def acting_government(reading: Reading, candidate: Candidate) -> str | None:
    """Return the id of the government for which a capital stands as the subject of what bodies do."""
    record = candidate.record
    if candidate.kind != "name" or record is None or not record.government or is_state(record):
        return None
    if _is_owner(reading, candidate):
        return None
    return record.government if _acts(reading, candidate) else None


def _acts(reading: Reading, candidate: Candidate) -> bool:
    """Tell whether a city does what governments do: "Washington und Peking verhängen", "von Brüssel genehmigt"."""
    syntax, before = reading.syntax, reading.word_before(candidate.first)
    token = head_token(reading, candidate)
    if syntax.deps[token] == "conj" and syntax.pos[syntax.heads[token]] == "PROPN":
        token = syntax.heads[token]
    if syntax.deps[token] == _AGENT:
        located = before not in ("von", "und")
    else:
        located = syntax.deps[token] != "nsubj" or before in reading.lexicon.locative
    return not located and syntax.lemmas[syntax.heads[token]].lower() in reading.lexicon.governing


def _is_owner(reading: Reading, candidate: Candidate) -> bool:
    """ "Pekings Handelsministerium": the genitive before a noun does nothing by itself."""
    genitive = reading.pieces.words[candidate.last - 1] != candidate.name.rpartition(" ")[2]
    return genitive and candidate.last < len(reading.pieces) and reading.capital(candidate.last)


class Exchanges:
    """The exchanges that may be meant where a text names their city."""

    def __init__(self, authority: Authority) -> None:
        self._by_city: dict[str, AuthorityRecord] = {}
        for record in authority:
            if record.type == "StockExchange" and record.city and _named_by_city(record, record.city):
                self._by_city.setdefault(record.city.casefold(), record)

    def resolve(self, reading: Reading, chosen: Iterable[Candidate]) -> None:
        """Turn the cities at which a share is traded into their exchange."""
        candidates = list(chosen)
        trading = _trading_sentences(reading, candidates)
        for candidate in candidates:
            exchange = self._exchange(candidate)
            if exchange is not None and _traded_there(reading, candidate, trading):
                candidate.records, candidate.type = (exchange,), exchange.type
                candidate.aliases = (candidate.name,)

    def _exchange(self, candidate: Candidate) -> AuthorityRecord | None:
        if candidate.kind != "name" or candidate.type != "Place" or candidate.record is None:
            return None
        return self._by_city.get(candidate.record.name.casefold())


def _named_by_city(record: AuthorityRecord, city: str) -> bool:
    """Tell whether an exchange is the one that people mean by its city: "Börse Frankfurt"."""
    return not {f"Börse {city}", f"Börse in {city}"}.isdisjoint(record.names)


def _trading_sentences(reading: Reading, candidates: Iterable[Candidate]) -> Mapping[int, bool]:
    """Map each sentence in which a share moves or is listed to True."""
    lexicon, syntax = reading.lexicon, reading.syntax
    found: dict[int, bool] = {}
    for token, lemma in enumerate(syntax.lemmas):
        if lemma.lower() in lexicon.trading or syntax.lower[token] in lexicon.trading:
            found[syntax.sent_of[token]] = True
    for candidate in candidates:
        if candidate.head in lexicon.shares or candidate.type == "MarketIndex":
            found[syntax.sent_of[reading.pieces.tokens[candidate.first]]] = True
    return found


def _traded_there(reading: Reading, candidate: Candidate, trading: Mapping[int, bool]) -> bool:
    """Tell whether a city is told as the place of trading: "in Frankfurt", "an der Börse in Shanghai"."""
    if not trading.get(reading.syntax.sent_of[reading.pieces.tokens[candidate.first]]):
        return False
    return reading.word_before(candidate.first) == "in"

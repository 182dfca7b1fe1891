"""Which post somebody holds or leaves, where the frame did not say.

It stands before the name ("Cheflobbyist Joel Kaplan"), behind it ("Francesco Siccardi, CEO des Orthopädieherstellers"),
in how the sentence takes the person up ("der Tesla-Chef"), in the body that is left ("aus dem Vorstand"), or in what
the article says of the person elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kg.claims.claim import Claim
from kg.claims.clauses import clause_tokens
from kg.claims.completion.sites import Site, open_site
from kg.claims.positions import bare_noun, is_post
from kg.language.spans import Mention

if TYPE_CHECKING:
    from kg.claims.extractor import Tools

_HELD, _LEFT, _GIVEN = "worksFor", ("departsFrom",), "appoints"
#: before the post that somebody is given
_INTO = ("als", "zum", "zur", "neuer", "neue", "neuen")
#: tokens from a name to the post in its apposition, at most
_REACH = 9
#: prepositions of a body that somebody joins or leaves: "aus dem Vorstand", but "im Streit mit dem Aufsichtsrat"
_JOINED_BY = (None, "aus", "an", "in", "für", "zu", "als")
#: how the word for a post begins that is held for a while only: whoever follows holds another one
_INTERIM = ("interim", "übergangs")
#: before a post that somebody has until then: "Walter Oblin, bisher Finanzvorstand, folgt auf …"
_SO_FAR = frozenset({"bisher", "bislang", "zuvor", "derzeit", "aktuell", "momentan", "noch"})
#: endings of words that name a post by what stands for it: "gibt den CEO-Posten ab"
_STANDS_FOR_POST = ("-posten", "chefposten", "-sessel", "chefsessel", "vorsitz")
#: words before a post that is to be filled
_NEW = frozenset({"neuen", "neue", "neuer"})


class PostWords:
    """The lists under ``[posts]`` in ``qualifiers.toml``."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.vague = frozenset(words["posts"]["vague"])
        self.none = frozenset(words["posts"]["none"])
        self.bodies = frozenset(words["posts"]["bodies"])
        self.titles = frozenset(words["posts"]["titles"])
        self.successions = frozenset(words["posts"]["successions"])


def with_offices(claims: Iterable[Claim], tools: Tools) -> Iterator[Claim]:
    """Yield claims, those of a post held or left without its name with the one that the article tells."""
    known = [_with_own(claim, tools) for claim in claims]
    none = tools.lexicon.indexed(PostWords, "qualifiers").none
    for claim in known:
        post = _held(claim, known) if claim.predicate in _LEFT and _is_open(claim, tools) else None
        told = replace(claim, qualifiers={**claim.qualifiers, "position": post}) if post else claim
        if _position(told).lower() in none:
            told = told.without_qualifier("position")
        yield told


def _is_open(claim: Claim, tools: Tools) -> bool:
    told = str(claim.qualifiers.get("position", "")).lower()
    is_name = told in claim.subject.name.lower().split()  # "Hallmann" ends as a post does
    return not told or is_name or told in tools.lexicon.indexed(PostWords, "qualifiers").vague


def _with_own(claim: Claim, tools: Tools) -> Claim:
    if claim.predicate not in (_HELD, *_LEFT, _GIVEN) or not _is_open(claim, tools):
        return claim
    post = _Reader(open_site(claim, tools), tools.lexicon.indexed(PostWords, "qualifiers")).post()
    return replace(claim, qualifiers={**claim.qualifiers, "position": post}) if post else claim


def _held(claim: Claim, known: Sequence[Claim]) -> str | None:
    """Return the post that the article gives the person, at the same house if it says."""
    posts = [c for c in known if c.predicate == _HELD and c.subject.name == claim.subject.name and _position(c)]
    house = claim.object.name if claim.object else None
    posts.sort(key=lambda c: c.object is None or c.object.name != house)
    return _position(posts[0]) if posts else None


def _position(claim: Claim) -> str:
    return str(claim.qualifiers.get("position", ""))


class _Reader:
    """Seeks the post of one person in one sentence."""

    def __init__(self, site: Site, words: PostWords) -> None:
        self.site = site
        self.words = words
        self.syntax = site.syntax
        self.document = site.tools.document

    def post(self) -> str | None:
        """Return the post as the sentence words it."""
        if self.site.claim.predicate == _GIVEN:
            return self._given()
        own = [m for m in self.site.mentions() if self.site.name(m) == self.site.claim.subject.name]
        named = [m for m in own if m.kind == "name"]
        body = self._body() if self.site.claim.predicate in _LEFT else None
        found = next((i for m in named for i in (self._before(m), self._behind(m)) if i != -1), -1)
        if found == -1:
            found = next((i for m in own if m.kind != "name" for i in range(m.first, m.last) if self._is_post(i)), -1)
        if found == -1:
            found = self._only()
        return self._worded(found, body)

    def _given(self) -> str | None:
        """Return the post that somebody is given: "holt Philipp Wörlein als Vertriebschef"."""
        s = self.syntax
        posts = [i for i in range(self.site.first + 1, self.site.last) if self._is_post(i)]
        into = [i for i in posts if not {*s.lower[max(self.site.first, i - 2) : i]}.isdisjoint(_INTO)]
        found = min(into, key=lambda i: abs(i - self.site.trigger)) if into else self._only()
        return self._worded(found, self._body() if found == -1 else None)

    def _worded(self, post: int, body: str | None) -> str | None:
        """Return a post in words, else the body, else what a successor was just sought for."""
        if post == -1 and body is None and self._is_succession():
            post = self._sought_before()
        return bare_noun(post, self.document) if post != -1 else body

    def _sought_before(self) -> int:
        """Return the post that the sentence before has to fill: "Porsche bekommt einen neuen Chef"; else -1."""
        s = self.syntax
        if self.site.first == 0:
            return -1
        before = range(*s.sentence(self.site.first - 1))
        return next((i for i in before[1:] if s.lower[i - 1] in _NEW and self._is_post(i)), -1)

    def _is_succession(self) -> bool:
        """Whether the trigger says that one follows on another: both have the same post."""
        s = self.syntax
        return not self.words.successions.isdisjoint(
            {s.lemmas[i].lower() for i in (self.site.trigger, s.clause_head(self.site.trigger))}
        )

    def _only(self) -> int:
        """Return the post that the trigger is, or the only one of a sentence with one person; else -1.

        A post that is given or left is told so only where one follows on another: then both persons are meant.
        """
        is_succession = self._is_succession()
        if self.site.claim.predicate != _HELD and not is_succession:
            return -1
        if self._is_post(self.site.trigger):
            return self.site.trigger
        most = 2 if is_succession else 1
        people = {m.referent for m in self.site.mentions() if m.type == "Person"}
        posts = [i for i in range(self.site.first, self.site.last) if self._is_post(i) and self._is_free(i)]
        is_only = len(posts) == 1 and len(people) <= most
        return posts[0] if is_only and not (is_succession and self._is_of_before(posts[0])) else -1

    def _is_of_before(self, post: int) -> bool:
        """Whether a post is what the successor leaves, or one for a while: "Siemens-Manager Sen übernimmt bei …"."""
        claim, s = self.site.claim, self.syntax
        house = claim.subject.name if claim.predicate == _GIVEN else self.site.object_name
        mentions = self.document.at.get(post, ())
        is_elsewhere = any(m.kind == "compound" and self.site.name(m) != house for m in mentions)
        is_so_far = s.lower[max(post - 1, 0)] in _SO_FAR
        return is_elsewhere or is_so_far or (claim.predicate == _GIVEN and s.lower[post].startswith(_INTERIM))

    def _before(self, mention: Mention) -> int:
        """Return the noun right before a name, titles left out."""
        i = mention.first - 1
        while i > self.site.first and (self.syntax.lower[i] in self.words.titles or self.syntax.words[i] == "."):
            i -= 1
        is_noun = i >= self.site.first and self.syntax.pos[i] in ("NOUN", "PROPN") and self._is_free(i)
        return i if is_noun and (self.syntax.pos[i] == "NOUN" or self._is_post(i)) else -1

    def _behind(self, mention: Mention) -> int:
        """Return the post in the apposition or bracket behind a name."""
        s, i = self.syntax, mention.last
        if i >= self.site.last or s.words[i] not in (",", "("):
            return -1
        for j in range(i + 1, min(self.site.last, i + _REACH)):
            if s.words[j] in (")", ";") or (s.words[j] == "," and j > i + 2) or s.pos[j] in ("VERB", "AUX"):
                return -1
            opens = all(s.pos[k] in ("DET", "ADJ") for k in range(i + 1, j))
            if s.pos[j] == "NOUN" and self._is_free(j) and (self._is_post(j) or (opens and s.deps[j] == "appos")):
                return j
        return -1

    def _is_free(self, i: int) -> bool:
        """Whether a noun is no name of its own and not one that says nothing about a post."""
        whole = any(m.kind in ("name", "topic") and m.type != "Person" for m in self.document.at.get(i, ()))
        is_taken = i in self.site.taken and i != self.site.trigger and self.syntax.pos[i] == "NOUN"  # "vor einem Jahr"
        return not whole and not is_taken and self.syntax.lower[i] not in self.words.vague

    def _is_post(self, i: int) -> bool:
        return is_post(i, self.site.tools) and self.syntax.lower[i] not in self.words.vague

    def _body(self) -> str | None:
        """Return the body that is left: "verlässt den Vorstand", "legt den Vorsitz nieder"."""
        bodies = [i for i in range(self.site.first, self.site.last) if self._is_body(i)]
        best = min(bodies, key=lambda i: abs(i - self.site.trigger), default=None)
        return None if best is None else self.syntax.words[best]

    def _is_body(self, i: int) -> bool:
        """Whether a body is one that is joined or left, and not who decides or whom somebody quarrels with."""
        s = self.syntax
        if s.lower[i].endswith(_STANDS_FOR_POST) and s.pos[i] == "NOUN":
            return True
        if s.lemmas[i].lower() not in self.words.bodies or (s.deps[i] == "nsubj" and i != self.site.trigger):
            return False
        preposition, head = s.preposition(i), s.lemmas[s.heads[i]].lower()
        if s.deps[i] == "nmod" and preposition is None:
            return head in self.words.bodies or head.startswith(("mitglied", "vorsitz"))
        if s.lower[i] == "spitze":
            own = clause_tokens(s, s.clause_head(self.site.trigger))  # of another clause it is another's
            return preposition in (*_JOINED_BY, "von") and i in own
        return preposition in _JOINED_BY

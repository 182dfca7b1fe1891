"""How sure claims are beside one another."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.article import Article
from kg.claims.claim import Claim, Evidence, Party
from kg.claims.learned.calibration import logistic
from kg.claims.learned.reranker import beside_others, of_each, reranker
from kg.claims.learned.sighted import Sighted
from kg.claims.reader import ClaimReader

#: where the columns begin: by itself, six times surest and sum, the other way round, weight of subject and object
ITSELF, BACK, SUBJECT = 0, 13, 14
#: of the surest other with the same two in the sentence, with the same subject and predicate there, anything there,
#: the same two anywhere
PAIR, SAME_SUBJECT, SENTENCE, PAIR_ANYWHERE = 1, 3, 7, 9
NOTHING = -9.0


def seen(subject: str, predicate: str, other: str, sentence: int = 0) -> Sighted:
    place = Evidence(sentence, sentence + 10, "x" * 10)
    parties = Party(subject, "Company"), Party(other, "Company")
    return Sighted(Claim("a", parties[0], predicate, parties[1], None, "actual", place, "acquire"), None, 0)


SHARING = [
    # the same two in one sentence
    (seen("SAP", "acquires", "WalkMe"), seen("WalkMe", "competesWith", "SAP"), [PAIR, SENTENCE, PAIR_ANYWHERE]),
    # in another sentence
    (seen("SAP", "acquires", "WalkMe"), seen("SAP", "sues", "WalkMe", 50), [PAIR_ANYWHERE]),
    # one subject, two objects
    (seen("SAP", "acquires", "WalkMe"), seen("SAP", "acquires", "Oracle"), [SAME_SUBJECT, SENTENCE]),
    # nothing
    (seen("SAP", "acquires", "WalkMe"), seen("Bosch", "sues", "BMW", 50), []),
]


@pytest.mark.parametrize(("one", "other", "shared"), SHARING)
def test_claims_hear_the_surest_other_with_which_they_share_something(
    one: Sighted, other: Sighted, shared: list[int]
) -> None:
    columns = beside_others([one, other], [0.5, 2.0])
    heard = [c for c in (PAIR, SAME_SUBJECT, SENTENCE, PAIR_ANYWHERE) if columns[0, c] != NOTHING]
    assert heard == shared
    assert all(columns[0, c] == 2.0 for c in heard)


def test_the_same_the_other_way_round_is_heard() -> None:
    columns = beside_others([seen("SAP", "acquires", "WalkMe"), seen("WalkMe", "acquires", "SAP")], [0.5, 2.0])
    assert columns[:, BACK].tolist() == [2.0, 0.5]


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=6))
def test_the_sum_of_the_others_leaves_the_claim_itself_out(first: list[float]) -> None:
    claims = [seen("SAP", "acquires", f"Firm {n}") for n in range(len(first))]
    columns = beside_others(claims, first)
    total = sum(map(logistic, first))
    np.testing.assert_allclose(columns[:, SENTENCE + 1], [total - logistic(x) for x in first], atol=1e-5)
    np.testing.assert_allclose(columns[:, SUBJECT], total, atol=1e-5)
    np.testing.assert_allclose(columns[:, ITSELF], first, atol=1e-6)


def test_an_article_without_claims_has_nothing_to_weigh(reader: ClaimReader) -> None:
    assert reranker().log_odds(reader.document(Article("a", "Es regnet.")), [], []) == []


def test_a_surer_claim_stays_surer(reader: ClaimReader) -> None:
    document = reader.document(Article("a", "SAP kauft WalkMe."))
    claims = [seen("SAP", "acquires", "WalkMe")]
    low, high = (reranker().log_odds(document, claims, [x])[0] for x in (-2.0, 2.0))
    assert low < high


def test_the_trees_read_as_many_columns_as_there_are(reader: ClaimReader) -> None:
    document = reader.document(Article("a", "SAP kauft WalkMe."))
    claims = [seen("SAP", "acquires", "WalkMe")]
    width = of_each(document, claims).shape[1] + beside_others(claims, [0.0]).shape[1]
    assert reranker()._session.get_inputs()[0].shape[1] == width

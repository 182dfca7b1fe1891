"""What is counted of a company as an article tells it."""

from __future__ import annotations

from kg.claims.told import Company
from kg.language.spans import Mention


def mention(kind: str = "name", head: str | None = None) -> Mention:
    return Mention(0, 3, 0, 1, "SAP", "SAP", "Company", kind, 0, head)  # type: ignore[arg-type]


def test_counts_go_on_over_sentences_and_begin_anew_in_a_paragraph() -> None:
    company = Company()
    first = company.tell(mention(), 0, 0, "nsubj", True)
    second = company.tell(mention("pronoun"), 1, 0, "obj", False)
    third = company.tell(mention(), 2, 1, "obj", False)
    assert [told.so_far["ever subject"] for told in (first, second, third)] == [1.0, 1.0, 1.0]
    assert first.so_far["mentions so far"] < second.so_far["mentions so far"] < third.so_far["mentions so far"]
    assert [told.in_paragraph["subject in the paragraph"] for told in (first, second, third)] == [1.0, 1.0, 0.0]
    assert [told.in_paragraph["taken up in the paragraph"] for told in (first, second, third)] == [0.0, 1.0, 0.0]


def test_the_subject_of_a_sentence_stays_it_until_the_next_one() -> None:
    company = Company()
    told = [company.tell(mention(), s, 0, "nsubj" if first else "obj", first) for s, first in ((0, True), (0, False))]
    told.append(company.tell(mention(), 1, 0, "obj", False))
    assert [t.is_subject_of_sentence for t in told] == [True, True, False]


def test_houses_that_judge_and_names_in_compounds_are_told_apart() -> None:
    company = Company()
    judged = company.tell(mention("compound", "analyst"), 4, 0, "nsubj", True)
    assert (judged.so_far["rates"], judged.so_far["only in compounds"]) == (1.0, 1.0)
    assert judged.so_far["told in the opening"] == 0.0
    named = company.tell(mention(), 5, 0, "dislocated", False)
    assert (named.so_far["only in compounds"], named.so_far["as other"]) == (0.0, 1.0)

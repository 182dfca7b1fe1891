"""What the benchmark asks of a graph."""

from __future__ import annotations

import pytest

from benchmarks.measure import given_values
from kg.query.library import NamedQuery, QueryLibrary


@pytest.mark.parametrize("query", QueryLibrary.shipped(), ids=lambda query: query.name)
def test_has_a_value_for_whatever_a_shipped_query_requires(query: NamedQuery) -> None:
    required = {parameter.name for parameter in query.parameters if parameter.required}
    assert set(given_values(query, "https://example.org/a")) == required

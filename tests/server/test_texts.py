"""Whatever an entity's page may tell has a name in each language."""

from __future__ import annotations

import pytest

from kg.server.templates import texts
from kg.views.facts import IDENTIFIERS


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", IDENTIFIERS.values())
def test_every_kind_of_fact_has_a_name(language: str, kind: str) -> None:
    assert texts()[language][f"id_{kind}"]

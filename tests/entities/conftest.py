"""Settings of the property tests: how long one example takes says nothing here."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("linking", deadline=None)
settings.load_profile("linking")

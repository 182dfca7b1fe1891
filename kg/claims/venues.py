"""What a venue is called: "Handelsplattform Tradegate" is Tradegate, "Xetra-Handel" is Xetra."""

from __future__ import annotations

import re

_KIND = re.compile(r"^(?:Handelsplattform|Plattform|Handelsplatz|Handelssystem|Computerbörse) (?=\w)|-Handel$")


def venue_name(name: str) -> str:
    """Return the name of a venue without the word that tells what it is."""
    return _KIND.sub("", name)

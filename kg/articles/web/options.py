"""How to fetch."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path


def cache_folder() -> Path:
    """Return the folder for fetched pages: below XDG_CACHE_HOME, or below ~/.cache."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "newskg" / "web"


@dataclass(frozen=True, slots=True)
class WebOptions:
    """Limits and manners; times in seconds."""

    #: fetch from private addresses too: this machine, the local network
    allow_private: bool = False
    #: for a connection, and between two pieces of an answer
    timeout: float = 15.0
    #: for a whole answer
    total_timeout: float = 60.0
    max_redirects: int = 5
    #: least time between two requests to one host; robots.txt may ask for more
    pause: float = 1.0
    #: a page fetched less long ago is taken from the cache without asking
    max_age: float = 3600.0
    cache: Path = field(default_factory=cache_folder)

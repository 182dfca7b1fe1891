"""What a chart is asked to show."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

#: the charts that there are
KINDS = ("timeline", "ratings", "degree", "sources", "money")


class PlotError(ValueError):
    """A chart cannot be drawn; the message says what to do."""


@dataclass(frozen=True, slots=True)
class PlotOptions:
    """What the chart shows; None sets no limit."""

    #: name, alias or address of the entity that the chart is about
    entity: str | None = None
    #: first and last day of publication
    since: dt.date | None = None
    until: dt.date | None = None
    #: the most entities, houses, publishers or flows to show
    top: int = 20
    #: language of titles and labels, "de" or "en"
    lang: str = "en"

    def covers(self, published: object) -> bool:
        """Tell whether an article of that day is asked for; undated ones only where no day is set."""
        if self.since is None and self.until is None:
            return True
        day = str(published or "")[:10]
        return bool(day) and str(self.since or "") <= day <= str(self.until or "9999")

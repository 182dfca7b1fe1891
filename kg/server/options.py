"""What the workbench is asked to be."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from kg.query.isolated import MEGABYTE, Limits

#: limits of one query: seconds, bytes beside those of the store, bytes of the answer
LIMITS = Limits(seconds=20, memory=512 * MEGABYTE, size=64 * MEGABYTE)


class OpenServerError(ValueError):
    """The workbench was asked to listen beyond this machine without a token."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"{host} can be reached from other machines: give a --token that visitors need, or leave out --host"
        )
        self.host = host


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """Where the workbench listens, what it shows, and what queries may use."""

    graph: Path
    host: str = "127.0.0.1"
    #: 0 for any free port
    port: int = 7878
    #: what visitors must know; None where only this machine can come
    token: str | None = None
    limits: Limits = LIMITS
    #: folder with queries of the user's own
    library: Path | None = None

    def check(self) -> None:
        """Raise OpenServerError where strangers could come in."""
        if self.token is None and not is_loopback(self.host):
            raise OpenServerError(self.host)


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach a host.

    >>> is_loopback("localhost"), is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("0.0.0.0")
    (True, True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False

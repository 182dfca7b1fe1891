"""From a web address to the one network address that may be connected to.

The name is resolved once, every answer is judged, and the connection goes to the very address that was judged: a name
that changes its answer between the two gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from kg.articles.failure import ReadError

_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Target:
    """Where to connect, and what to ask for."""

    url: str
    scheme: str
    host: str
    port: int
    #: path and query
    path: str
    #: numeric address of the host
    address: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host and, where it is not the usual one, port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def target_of(url: str, *, allow_private: bool = False) -> Target:
    """Resolve a web address.

    Raises ``ReadError`` for what is no address of the web, for one with a password in it, for a host that cannot be
    found, and for a private one unless it is allowed.
    """
    parts = _split(url)
    host, port = _host(parts), parts.port or _PORTS[parts.scheme]
    addresses = _resolved(host, port)
    private = [address for address in addresses if not is_public(ipaddress.ip_address(address))]
    if private and not allow_private:
        raise ReadError(f"leads to a private address ({private[0]})", "give --allow-private if that is meant")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (f"?{_query(parts)}" if parts.query else "")
    return Target(url, parts.scheme, host, port, path, addresses[0])


def joined(base: str, location: str) -> str:
    """Return the address that a redirect leads to; raises ``ReadError`` where it is none."""
    try:
        return urljoin(base, location)
    except ValueError as error:
        raise ReadError(f"redirects to what is no web address ({error})", "give another address") from error


def is_public(address: IPAddress) -> bool:
    """Tell whether an address belongs to the public internet, and no address inside it to a private network.

    >>> [is_public(ipaddress.ip_address(a)) for a in ("93.184.216.34", "127.0.0.1", "::ffff:10.0.0.1", "224.0.0.1")]
    [True, False, False, False]
    """
    inner = _inner(address)
    return address.is_global and not address.is_multicast and (inner is None or is_public(inner))


def _inner(address: IPAddress) -> IPAddress | None:
    """Return the IPv4 address that an IPv6 address carries."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ReadError(f"is no web address ({error})", "check it") from error
    if parts.scheme not in _PORTS or not parts.hostname or port == 0:
        raise ReadError("is no web address", "give one that begins with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise ReadError("holds a name or password, which would be passed on", "save the page and give the file")
    return parts


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    try:
        return host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise ReadError("is no web address (its host is no name)", "check it") from error


def _query(parts: SplitResult) -> str:
    return quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")


def _resolved(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        reason = f"cannot be fetched (no host {host!r} is found)"
        raise ReadError(reason, "check the address and the network") from error
    return [str(entry[4][0]).partition("%")[0] for entry in found]

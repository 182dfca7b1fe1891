"""Who may come in, and what the browser may do with a page.

A page of another site that a user opens must not read the workbench: the Host header has to name this machine
(a name that an attacker points to 127.0.0.1 does not), and other sites may only link to pages.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from urllib.parse import urlsplit

from werkzeug.exceptions import Forbidden, MisdirectedRequest
from werkzeug.wrappers import Request, Response

from kg.server.options import ServeOptions, is_loopback

COOKIE = "newskg_pass"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Guard:
    """Lets requests in or not."""

    def __init__(self, options: ServeOptions) -> None:
        self._options = options
        self._secret = secrets.token_bytes(32)

    def check(self, request: Request) -> None:
        """Refuse what comes from another site; raises an HTTP exception."""
        if self._options.token is None and not is_loopback(_host_name(request)):
            raise MisdirectedRequest("this workbench answers to 127.0.0.1 and localhost only")
        site, mode = request.headers.get("Sec-Fetch-Site"), request.headers.get("Sec-Fetch-Mode")
        if site == "cross-site" and not (mode == "navigate" and request.method == "GET") and not _is_local(request):
            raise Forbidden("other sites may not read this workbench")

    def lets_in(self, request: Request) -> bool:
        """Tell whether the visitor has shown the token, now or before."""
        token = self._options.token
        if token is None:
            return True
        authorization = request.authorization
        shown = authorization.token if authorization and authorization.type == "bearer" else None
        return (
            _same(shown or "", token)
            or self.knows_token(request)
            or _same(request.cookies.get(COOKIE, ""), self._pass(token))
        )

    def knows_token(self, request: Request) -> bool:
        """Tell whether the request itself brings the token."""
        token = self._options.token
        return token is not None and _same(request.values.get("token", ""), token)

    def remember(self, request: Request, response: Response) -> None:
        """Give a visitor who came with the token a pass for the next pages."""
        if (token := self._options.token) and self.knows_token(request):
            response.set_cookie(COOKIE, self._pass(token), httponly=True, samesite="Lax")

    def _pass(self, token: str) -> str:
        return hmac.new(self._secret, token.encode(), hashlib.sha256).hexdigest()


def protect(response: Response) -> None:
    """Add the headers that keep a page from loading or running anything else."""
    if "Content-Security-Policy" not in response.headers:
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)


def _host_name(request: Request) -> str:
    return urlsplit(f"//{request.headers.get('Host', '')}").hostname or ""


def _is_local(request: Request) -> bool:
    """Tell whether a page of this machine asks, on whatever port."""
    return is_loopback(urlsplit(request.headers.get("Origin", "")).hostname or "")


def _same(shown: str, wanted: str) -> bool:
    return hmac.compare_digest(shown.encode("utf-8", "surrogateescape"), wanted.encode())

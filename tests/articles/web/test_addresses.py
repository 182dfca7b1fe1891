"""Which addresses may be connected to."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.failure import ReadError
from kg.articles.web.addresses import is_public, target_of


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("127.0.0.2", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:192.168.1.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://news.example/a", "is no web address"),
        ("https:///a", "is no web address"),
        ("https://news.example:99999/", "is no web address"),
        ("https://user:secret@news.example/", "holds a name or password"),
        ("https://[::1", "is no web address"),
        ("https://" + "a" * 70 + ".example/", "is no"),
        ("http://169.254.169.254/latest/meta-data", "private address"),
    ],
)
def test_addresses_that_are_refused(url: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        target_of(url)


@pytest.mark.parametrize(
    ("url", "path", "authority"),
    [
        ("http://93.184.216.34", "/", "93.184.216.34"),
        ("https://93.184.216.34:8443/Börse/a b?q=ö&x=1#top", "/B%C3%B6rse/a%20b?q=%C3%B6&x=1", "93.184.216.34:8443"),
        ("http://[2606:2800:220:1::1]:80/a%20b", "/a%20b", "[2606:2800:220:1::1]"),
        ("http://93.184.216.34/a\r\nHost: evil", "/aHost:%20evil", "93.184.216.34"),
    ],
)
def test_what_is_asked_for(url: str, path: str, authority: str) -> None:
    target = target_of(url)
    assert (target.path, target.authority) == (path, authority)


@given(st.text())
def test_any_text_is_a_target_or_refused(text: str) -> None:
    try:
        target_of(f"http://127.0.0.1/{text}", allow_private=True)
    except ReadError as error:
        assert error.next_step

"""Who may come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.server.options import OpenServerError, ServeOptions
from tests.server.conftest import Visitor


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:7878", "localhost:9", "[::1]:7878"])
def test_this_machine_by_its_names(visitor: Visitor, host: str) -> None:
    assert visitor.get("/", host=host).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:7878", "127.0.0.1.evil.example", "localhost.evil", ""])
def test_a_name_that_somebody_points_here_is_refused(visitor: Visitor, host: str) -> None:
    answer = visitor.get("/entity/alibaba", host=host)
    assert answer.status_code == 421 and "Alibaba" not in answer.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "cors", "Origin": "https://evil.example"}, 403),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"}, 403),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}, 200),
        ({"Sec_Fetch_Site": "same-origin", "Sec_Fetch_Mode": "cors"}, 200),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "cors", "Origin": "http://127.0.0.1:3333"}, 200),
    ],
)
def test_other_sites_may_link_but_not_read(visitor: Visitor, headers: dict[str, str], status: int) -> None:
    assert visitor.get("/sparql?query=ASK{}", "*/*", **headers).status_code == status


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "news.example"])
def test_nobody_listens_beyond_this_machine_without_a_token(folder: Path, host: str) -> None:
    with pytest.raises(OpenServerError, match="--token"):
        Visitor(ServeOptions(folder, host=host))


def test_a_token_opens(folder: Path) -> None:
    visitor = Visitor(ServeOptions(folder, host="0.0.0.0", token="käse"), remembers=True)
    for path in ("/", "/entity/alibaba", "/sparql?query=ASK{}", "/explore", "/suggest?q=a"):
        assert visitor.get(path, "*/*", host="news.example").status_code == 401
        assert visitor.get(path, host="news.example").location.startswith("/enter?to=%2F")
    assert "wrong=1" in visitor.get("/?token=wrong", host="news.example").location
    assert visitor.get("/?token=k%C3%A4se", host="news.example").status_code == 200
    assert visitor.get("/entity/alibaba", host="news.example").status_code == 200


@pytest.mark.parametrize(
    ("to", "location"),
    [
        ("/entity/alibaba?status=planned", "/entity/alibaba?status=planned"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example/", "/"),
        ("/\t/evil.example/", "/"),
        ("/enter", "/"),
        ("", "/"),
    ],
)
def test_the_door_leads_to_pages_of_the_workbench_only(folder: Path, to: str, location: str) -> None:
    visitor = Visitor(ServeOptions(folder, token="t0ken"), remembers=True)
    answer = visitor.client.post("/enter", data={"token": "t0ken", "to": to}, headers={"Host": "127.0.0.1"})
    assert (answer.status_code, answer.location) == (303, location)
    assert visitor.get("/entity/alibaba").status_code == 200


def test_a_wrong_token_is_told(folder: Path) -> None:
    visitor = Visitor(ServeOptions(folder, token="t0ken"), remembers=True)
    answer = visitor.client.post("/enter", data={"token": "token", "to": "/query"}, headers={"Host": "127.0.0.1"})
    assert "Set-Cookie" not in answer.headers
    assert "This is not the token" in visitor.get(answer.location).text
    assert visitor.get("/query").location == "/enter?to=%2Fquery"


def test_a_token_in_the_header_opens_for_programs(folder: Path) -> None:
    visitor = Visitor(ServeOptions(folder, token="t0ken"))
    assert visitor.get("/sparql?query=ASK{}", "*/*").headers["WWW-Authenticate"] == "Bearer"
    assert visitor.get("/sparql?query=ASK{}", "*/*", Authorization="Bearer t0ken").status_code == 200


@pytest.mark.parametrize("path", ["/", "/entity/alibaba", "/query", "/nothing", "/static/workbench.js"])
def test_pages_may_load_nothing_from_elsewhere(visitor: Visitor, path: str) -> None:
    headers = visitor.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "script-src 'self';" in policy and "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/static/../options.py", "/static/texts.toml", "/static/%2e%2e/serve.py", "/..%2f"])
def test_no_other_file_goes_out(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status_code == 404

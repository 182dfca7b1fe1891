"""How soon a large picture shows: python -m benchmarks.overview [NODES …]; needs a Chromium and newskg[plots,test].

For each number of nodes: seconds to lay them out, megabytes of the page, and seconds until headless Chromium shows the
first picture and that of WebGL (in software, without a graphics card), the best of three.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

import networkx as nx
from playwright.sync_api import Browser, sync_playwright

from kg.views.page import render
from kg.views.picture import Article, Claim, Edge, Node, Picture
from kg.views.wide_layout import place_wide

_FLAGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]


def picture_of(count: int) -> Picture:
    """Return a picture of so many companies, one and a half times as many claims, and a sentence for each claim."""
    network = nx.barabasi_albert_graph(count, 1, seed=4)
    network.add_edges_from(nx.gnm_random_graph(count, count // 2, seed=5).edges)
    article = Article("http://x.example/a", "a", "Titel", "Blatt", "2025-01-01", "http://x.example/a")
    nodes = tuple(
        Node(n, f"http://x.example/{n}", f"Firma {n}", "Company", (), (), network.degree[n]) for n in network
    )
    ties = sorted(network.edges)
    said = (("Firma", "subject"), (" verklagt ", "trigger"), ("eine andere Firma wegen ihrer Preise.", "object"))
    claims = tuple(Claim(a, "sues", b, None, "actual", 0.9, (), (), 0, (said,)) for a, b in ties)
    edges = tuple(Edge(a, b, "sues", "actual", False, (number,), 1) for number, (a, b) in enumerate(ties))
    return Picture(nodes, edges, claims, (article,))


def shown(browser: Browser, path: Path) -> tuple[float, float]:
    """Return the seconds until the first picture and until that of WebGL."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(300_000)
    page.goto(path.as_uri())
    page.locator("#graph .plainly").wait_for(state="hidden")
    first, webgl = page.evaluate("[kg.handles.drawn / 1000, kg.handles.webgl / 1000]")
    page.close()
    return first, webgl


def main() -> None:
    """Print one line for each number of nodes."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        for count in map(int, sys.argv[1:] or ["5000", "50000"]):
            picture = picture_of(count)
            start = time.perf_counter()
            place_wide(picture)
            layout = time.perf_counter() - start
            out = Path(folder) / "overview.html"
            out.write_text(render(picture), encoding="utf-8")
            times = [shown(browser, out) for _ in range(3)]
            first, webgl = (min(column) for column in zip(*times, strict=True))
            size = out.stat().st_size / 1e6
            print(f"{count} nodes: layout {layout:.1f} s, page {size:.1f} MB, first picture {first:.1f} s, "
                  f"WebGL {webgl:.1f} s")  # fmt: skip
        browser.close()


if __name__ == "__main__":
    main()

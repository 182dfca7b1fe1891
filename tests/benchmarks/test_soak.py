"""The soak in small: a build that is killed while it extracts and while it links ends where an undisturbed one does."""

from __future__ import annotations

from pathlib import Path

from benchmarks.soak import Build, Sample, Soak


def test_a_killed_build_ends_like_an_undisturbed_one(tmp_path: Path) -> None:
    figures = Soak(32, 2, 1, tmp_path).run()
    assert figures["faults"] == []
    assert figures["kills"]
    assert len(str(figures["hash"])) == 64


def test_memory_is_told_when_each_tenth_of_the_articles_is_recorded() -> None:
    samples = [Sample(second, second * 10, (100 + second) << 20) for second in range(12)]
    build = Build(0, samples)
    assert build.tenths(100) == [101, 102, 103, 104, 105, 106, 107, 108, 109, 110]
    assert (build.peak, build.linking(100)) == (111, 1)

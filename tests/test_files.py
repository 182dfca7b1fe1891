"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.files import write_file, writing


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "a.txt"
    with writing(out) as file:
        file.write(b"half")
        assert not out.exists()
    assert out.read_bytes() == b"half" and names(tmp_path) == ["a.txt"]


def test_a_fault_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "a.txt"
    write_file(out, b"old")
    with pytest.raises(ZeroDivisionError), writing(out) as file:
        file.write(b"new")
        raise ZeroDivisionError
    assert out.read_bytes() == b"old" and names(tmp_path) == ["a.txt"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_file(tmp_path / "link.txt", b"new")
    assert (tmp_path / "link.txt").is_symlink() and (tmp_path / "real.txt").read_bytes() == b"new"


def test_a_new_file_has_the_rights_that_files_have(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"")
    (tmp_path / "b").write_bytes(b"")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


@pytest.mark.parametrize(("place", "fault"), [("nowhere/a.txt", FileNotFoundError), ("file/a.txt", NotADirectoryError)])
def test_a_fault_names_the_file(tmp_path: Path, place: str, fault: type[OSError]) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(fault) as caught:
        write_file(tmp_path / place, b"x")
    assert caught.value.filename == str(tmp_path / place)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_device_is_told() -> None:
    with pytest.raises(OSError, match="No space left") as caught:
        write_file(Path("/dev/full"), b"x")
    assert caught.value.filename == "/dev/full"

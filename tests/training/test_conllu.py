import lzma

import pytest

from training.conllu import format_sentence, read, write

from .trees import downgrade


def test_what_is_written_is_read_again(tmp_path):
    write([downgrade()], tmp_path / "x.conllu")
    (again,) = read(tmp_path / "x.conllu")
    assert again.tokens == downgrade().tokens
    assert again.text == "Die DZ Bank stuft Infineon ab."


def test_reads_compressed_files_and_contractions(tmp_path):
    rows = "1-2\tzum\t_\t_\t_\t_\t_\t_\t_\t_\n1\tzu\tzu\tADP\t_\t_\t3\tcase\t_\t_\n"
    with lzma.open(tmp_path / "x.conllu.xz", "wt") as stream:
        stream.write(rows + "2\tdem\tder\tDET\t_\t_\t3\tdet\t_\t_\n3\tKurs\tKurs\tNOUN\t_\t_\t0\troot\t_\t_\n\n")
    (sentence,) = read(tmp_path / "x.conllu.xz")
    assert [(c.first, c.last, c.form) for c in sentence.contractions] == [(1, 2, "zum")]


def test_names_the_line_that_is_broken(tmp_path):
    (tmp_path / "x.conllu").write_text("1\tKurs\n")
    with pytest.raises(ValueError, match=r"x\.conllu:1: 2 columns"):
        list(read(tmp_path / "x.conllu"))


def test_format_holds_ten_columns():
    lines = [line for line in format_sentence(downgrade()).splitlines() if line and line[0] != "#"]
    assert {len(line.split("\t")) for line in lines} == {10}

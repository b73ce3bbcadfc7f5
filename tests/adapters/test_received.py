"""A file that somebody sends: read where it is a text, and otherwise it is said why not."""

from __future__ import annotations

from adapters.console.files import read_file
from bot.request import LARGEST_FILE


def test_a_path_is_read_as_it_is_typed_and_what_cannot_be_is_told_kindly(tmp_path) -> None:
    pack = tmp_path / "our pack.yaml"
    pack.write_text("title: Ours")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\0\0")
    (tmp_path / "long.csv").write_bytes(b"a" * (LARGEST_FILE + 1))

    assert read_file(str(pack)).content == b"title: Ours"
    assert read_file(f"  '{pack}' ").name == "our pack.yaml"
    told = {name: read_file(str(tmp_path / name)) for name in ("no.yaml", "photo.png", "long.csv")}
    assert told["no.yaml"].fault == f"There is no file {tmp_path}/no.yaml."
    assert told["photo.png"].fault.startswith("photo.png is no text")
    assert told["long.csv"].fault == "long.csv is too large: I read files of up to 100 kB."
    assert read_file(str(tmp_path)).fault.startswith("There is no file")
    assert read_file("\0").fault
    assert not any(each.content for each in told.values())


def test_a_text_of_two_bytes_a_letter_is_a_text(tmp_path) -> None:
    (tmp_path / "excel.csv").write_bytes("question,answer".encode("utf-16"))

    assert not read_file(str(tmp_path / "excel.csv")).fault

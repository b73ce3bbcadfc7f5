"""spotter doctor: what is missing or wrong, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.doctor import examine

if TYPE_CHECKING:
    from pathlib import Path

    from tests.adapters.conftest import Spotter


def test_without_a_token_it_says_where_to_find_one(spotter: Spotter) -> None:
    said = spotter("doctor", DISCORD_TOKEN="")

    assert said.returncode == 1
    assert b"ok  The record book is there. Data through" in said.stdout
    assert b"NO  DISCORD_TOKEN is not set" in said.stdout
    assert b"discord.com/developers/applications" in said.stdout


def test_without_a_record_book_it_says_how_to_build_one(tmp_path: Path) -> None:
    unwell = [finding.words for finding in examine(tmp_path / "new") if not finding.is_well]

    assert unwell == [
        "The record book is not built yet; spotter data status builds it, in seconds."
    ]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()

    words = " ".join(finding.words for finding in examine(file / "home"))

    assert f"{file / 'home'} cannot be written" in words
    assert "SPOTTER_HOME" in words


def test_without_a_token_the_service_does_not_start(spotter: Spotter) -> None:
    said = spotter("discord", DISCORD_TOKEN="")

    assert said.returncode == 1
    assert b"DISCORD_TOKEN is not set" in said.stderr
    assert b"spotter doctor says more" in said.stderr

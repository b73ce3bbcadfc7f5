"""What workspaces entrust: sealed by a key, in a file that its owner alone can read."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.store.installations import Installed
from bot.store.opening import make_engine, open_shelf
from bot.store.seals import is_key

if TYPE_CHECKING:
    from pathlib import Path

KEY, OTHER = "M" * 42 + "0=", "N" * 42 + "0="
THEIRS = Installed("slack", "A1", "T1", "xoxb-of-T1", "B1", "UBOT", "commands")


async def kept_in(url: str) -> str:
    engine = make_engine(url)
    async with engine.connect() as connection:
        (token,) = (await connection.execute(text("select token from installation"))).one()
    await engine.dispose()
    return str(token)


def modes_in(folder: Path) -> dict[str, int]:
    return {each.name: stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()}


async def test_with_a_key_a_token_is_read_by_the_same_key_alone(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_shelf(url, KEY) as shelf:
        await shelf.installations.save(THEIRS)
        assert await shelf.installations.find("slack", "A1", "T1") == THEIRS
    assert "xoxb" not in await kept_in(url)

    async with open_shelf(url, KEY) as shelf:
        assert await shelf.installations.find("slack", "A1", "T1") == THEIRS
    for wrong in ("", OTHER):
        async with open_shelf(url, wrong) as shelf:
            assert await shelf.installations.find("slack", "A1", "T1") is None
    assert "the token of T1 cannot be read" in caplog.text


async def test_what_was_kept_before_there_was_a_key_is_sealed_by_the_next_start(url: str) -> None:
    async with open_shelf(url) as shelf:
        await shelf.installations.save(THEIRS)
    assert await kept_in(url) == "xoxb-of-T1"

    async with open_shelf(url, KEY) as shelf:
        assert "xoxb" not in await kept_in(url)
        assert await shelf.installations.find("slack", "A1", "T1") == THEIRS


async def test_the_stores_file_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    for known in (False, True):
        async with open_shelf(f"sqlite:///{file}") as shelf:
            await shelf.installations.save(THEIRS)
            modes = modes_in(tmp_path)
            assert set(modes.values()) == {0o600}, (known, modes)
            assert "bot.db-wal" in modes
        file.chmod(0o644)  # as an earlier version left it


@pytest.mark.parametrize("text", [KEY, "-_" * 21 + "A=", "+/" * 21 + "A="])
def test_a_key_is_32_bytes_in_either_alphabet(text: str) -> None:
    assert is_key(text)


@pytest.mark.parametrize("text", ["secret", "M" * 44, "M" * 40, "M" * 42 + "0", "ü" * 43 + "="])
def test_anything_else_is_no_key(text: str) -> None:
    assert not is_key(text)

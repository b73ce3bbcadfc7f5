"""`spotter backup` and `spotter restore`, as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.store.opening import FILE, open_shelf

if TYPE_CHECKING:
    from pathlib import Path

    from tests.adapters.conftest import Spotter


async def test_what_was_backed_up_is_back_after_a_loss(spotter: Spotter, tmp_path: Path) -> None:
    file, url = tmp_path / "spotter.backup", f"sqlite:///{tmp_path}/{FILE}"
    async with open_shelf(url) as shelf:
        await shelf.seen.is_new("Ev1")

    here = {"SPOTTER_HOME": str(tmp_path), "DATABASE_URL": ""}

    kept = spotter("backup", str(file), **here)
    (tmp_path / "bot.db").unlink()
    back = spotter("restore", str(file), **here)
    again = spotter("restore", str(file), **here)
    forced = spotter("restore", "--force", str(file), **here)

    assert kept.stdout.decode() == f"1 row is kept in {file}.\n"
    assert back.stdout == forced.stdout == f"1 row is back from {file}.\n".encode()
    assert (again.returncode, again.stdout) == (1, b"")
    assert b"not empty; --force" in again.stderr
    async with open_shelf(url) as shelf:
        assert not await shelf.seen.is_new("Ev1")


def test_a_store_that_cannot_be_reached_is_said_without_its_password(
    spotter: Spotter, tmp_path: Path
) -> None:
    nowhere = {"DATABASE_URL": "postgresql://fan:secret-word@127.0.0.1:1/nowhere"}

    said = spotter("backup", str(tmp_path / "spotter.backup"), **nowhere)

    assert said.returncode == 1
    assert b"DATABASE_URL" in said.stderr
    assert b"secret-word" not in said.stderr

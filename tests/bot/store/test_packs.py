"""Packs of a community in the store: kept whole, and never over somebody else's change."""

from __future__ import annotations

from dataclasses import replace

from bot.quiz.packs.kept import KeptPack
from bot.quiz.packs.pack import Pack, Written
from bot.store.opening import open_shelf

PACK = Pack(
    "Ours",
    (
        Written("Who?", ("He", "Him"), ("He", "She"), "choice", 4, "He did.", as_of=2024, line=3),
        Written("Name two.", ("A", "B", "C"), kind="several", wanted=2, found="unchecked"),
        Written("How many?", ("84",), found="contradicted", decided="ours"),
    ),
)
OURS = KeptPack("P1", "discord", "track", PACK, "discord 1", "Ann", text="title: ...")


async def test_a_pack_comes_back_as_it_was_kept_and_the_first_change_wins(url: str) -> None:
    async with open_shelf(url) as shelf:
        kept = await shelf.packs.keep(OURS)
    async with open_shelf(url) as shelf:
        assert await shelf.packs.find("P1") == kept == replace(OURS, version=1)
        found = (await shelf.packs.of("discord", "track"))[0].questions[2]
        assert (found.found, found.decided, found.waits) == ("contradicted", "ours", False)
        assert await shelf.packs.of("slack", "track") == ()

        first = await shelf.packs.keep(replace(kept, text=""))
        assert first == replace(OURS, text="", version=2)
        assert await shelf.packs.keep(replace(kept, by_name="Bob")) is None

        assert await shelf.packs.brought("discord 1") == 1
        assert await shelf.packs.forget("discord 1") == 1
        assert (await shelf.packs.find("P1")).by_name == ""
        await shelf.packs.remove("P1")
        assert await shelf.packs.find("P1") is None
        assert await shelf.packs.keep(first) is None

"""A pack is brought, by file or pasted: what is sound is kept, and of the rest every fault told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.codes import new_code
from bot.packdesk.desk import GONE, MEANWHILE, button, key_for
from bot.packdesk.looking_over import look_on
from bot.packdesk.showing import list_packs, show_pack
from bot.quiz.packs.kept import MOST_PACKS, KeptPack
from bot.quiz.packs.pack import Pack
from bot.quiz.packs.reading import as_text, read_pack
from bot.quiz.packs.writing import to_yaml
from bot.quiz.wording import counted
from bot.reply import Column, Field, Form, Reply, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.packdesk.desk import Desk
    from bot.quiz.packs.pack import Fault, PackRead
    from bot.reply import Button
    from bot.request import Submission

FILE, TEXT = "file", "text"
LONGEST_TEXT = 4000
FITS = 3000
"""Characters that a form gives back on every platform."""

_FAULTS = 20
"""Rows on a page."""

_NOTHING = "There is neither a file nor a text in that."
_NOT_READ = "I cannot read that."
_TOO_LONG = Text(
    "The text is longer than a form holds: mend your file, and send it again.", "quiet"
)
_KEPT_AS_SENT = "It is kept as you sent it; quiz packs leads back here."


def bring_form(step: str, pack: str = "", text: str = "") -> Form:
    """Filled with a text where a form can hold it, so that nothing of it is lost."""
    held = text if len(text) <= FITS else ""
    fields = (
        Field(FILE, "The file: YAML or CSV, up to 100 kB", kind="file", required=False),
        Field(TEXT, "Or its text", held, long=True, required=False, longest=LONGEST_TEXT),
    )
    return Form(key_for(step, pack), "Your pack", fields)


def replace_form(kept: KeptPack) -> Form:
    text = kept.text or (to_yaml(kept.pack) if kept.questions else "")
    return bring_form("replace", kept.id, text)


async def take_brought(desk: Desk, kept: KeptPack | None, filled: Submission) -> Reply:
    """A new pack, or another in the place of one that is kept."""
    sent = filled.files.get(FILE)
    if sent and sent.fault:
        return _refused(sent.fault, (), kept)
    given, name = (sent.content, sent.name) if sent else (filled.values.get(TEXT, ""), "")
    if not given.strip():
        return _refused(_NOTHING, (), kept)
    read, text = read_pack(given, name), as_text(given)
    if not text:
        return _refused(_NOT_READ, read.faults, kept)
    if kept is None and len(await desk.packs.of(*desk.here)) >= MOST_PACKS:
        return await list_packs(desk, Text(f"There is room for {MOST_PACKS} packs.", "caution"))
    kept = kept or _new(desk, read.pack.title)
    if read.faults:
        return await _faulty(desk, replace(kept, text=text), read)
    return await _take(desk, kept, read)


async def show_faults(kept: KeptPack, page: int = 0) -> Reply:
    if not kept.text:
        return show_pack(kept)
    return draw_faults(kept, read_pack(kept.text, kept.title), page)


async def keep_sound(desk: Desk, kept: KeptPack) -> Reply:
    """Only what is without a fault; what else the text says is forgotten."""
    if not kept.text:
        return show_pack(kept)
    return await _take(desk, kept, read_pack(kept.text, kept.title))


def draw_faults(kept: KeptPack, read: PackRead, page: int = 0) -> Reply:
    faults = read.faults
    last = (len(faults) - 1) // _FAULTS
    page = min(page, last)
    sound = len(read.pack.questions)
    return Reply(
        f"{read.pack.title or kept.title}: {counted(len(faults), 'fault')},"
        f" {counted(sound, 'sound question')}",
        (
            _table(faults[page * _FAULTS : (page + 1) * _FAULTS]),
            *((_TOO_LONG,) if len(kept.text) > FITS else ()),
            Text(_KEPT_AS_SENT, "quiet"),
        ),
        buttons=tuple(_ways(kept, sound, page, last)),
        footer=f"page {page + 1} of {last + 1}" if last else "",
        private=True,
    )


def _ways(kept: KeptPack, sound: int, page: int, last: int) -> Iterator[Button]:
    if sound:
        yield button(_keep_words(sound), "sound", kept.id)
    yield button("Mend and send again", "replace", kept.id)
    if page:
        yield button("Faults before", f"faults {page - 1}", kept.id)
    if page < last:
        yield button("More faults", f"faults {page + 1}", kept.id)
    if kept.questions:
        yield button("Keep it as it was", "drop", kept.id)
    yield button("Delete", "delete", kept.id)


def _keep_words(sound: int) -> str:
    return "Keep the sound one" if sound == 1 else f"Keep the {sound} sound ones"


async def drop_text(desk: Desk, kept: KeptPack) -> Reply:
    after = await desk.packs.keep(replace(kept, text=""))
    return show_pack(after) if after else await again(desk, kept.id)


async def again(desk: Desk, key: str) -> Reply:
    now = await desk.find(key)
    return show_pack(now, MEANWHILE) if now else GONE


async def _faulty(desk: Desk, kept: KeptPack, read: PackRead) -> Reply:
    after = await desk.packs.keep(kept)
    return draw_faults(after, read) if after else await again(desk, kept.id)


async def _take(desk: Desk, kept: KeptPack, read: PackRead) -> Reply:
    """Of a question that stays as it was the doctor and the moderators have said all already."""
    before = {each: each for each in kept.questions}
    questions = [before.get(each, each) for each in read.pack.questions]
    pack = Pack(read.pack.title, tuple(questions))
    kept = replace(kept, pack=pack, text="", by=desk.me, by_name=desk.user.name)
    after = await desk.packs.keep(kept)
    return await look_on(desk, after) if after else await again(desk, kept.id)


def _new(desk: Desk, title: str) -> KeptPack:
    platform, community = desk.here
    pack = Pack(title, ())
    return KeptPack(new_code(), platform, community, pack, desk.me, desk.user.name)


def _refused(why: str, faults: tuple[Fault, ...], kept: KeptPack | None) -> Reply:
    """Nothing was kept: the way to send another."""
    ways = (
        button("Send another", "replace", kept.id) if kept else button("Send another", "bring"),
        button("All packs", "list"),
    )
    told = (_table(faults),) if faults else ()
    return Reply(why, (*told, Text("Nothing was changed.")), buttons=ways, private=True)


def _table(faults: tuple[Fault, ...]) -> Table:
    columns = (Column("Line", holds_numbers=True), Column("What is wrong"))
    return Table(columns, tuple((str(each.line), each.words) for each in faults))

"""A reply as Discord shows it: embeds in the series' colour, with buttons below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

import discord

from adapters.colours import series_colour
from adapters.discord.buttons import MOST_CHOICES, distinct, draw_buttons, most_buttons
from adapters.discord.covering import cover
from adapters.discord.marks import number_of, sign_of
from adapters.discord.tables import table_lines
from adapters.discord.words import escape, escape_fact, escape_within, shorten
from adapters.inert import inert
from bot.reply import Chart, Fields, Moment, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.reply import Block, File, Reply, Seen, Told, Tone

LONGEST_TITLE = 256
LONGEST_DESCRIPTION = 4096
LONGEST_FOOTER = 2048
LONGEST_MESSAGE = 6000
"""Characters of all embeds of a message together."""

LONGEST_ALT_TEXT = 1024
PICTURE = "chart.png"

_KEPT_BELOW = 1500
"""Characters for what is said below messages that are shown; each may be as long as any."""

_COVERED = "A chart, covered; its words are above."
_CUT = "-# What follows is longer than Discord shows; ask for less of it."
_SPARE = len(_CUT) + 2


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent; the file is made anew each time, as a file can be sent only once."""

    embeds: list[discord.Embed]
    view: discord.ui.View | None
    picture: bytes | None = None
    alt_text: str = ""
    covered: bool = False
    attached: tuple[File, ...] = ()

    @property
    def files(self) -> list[discord.File]:
        from io import BytesIO

        files = [
            discord.File(BytesIO(each.content.encode()), each.name, description=each.name)
            for each in self.attached
        ]
        if self.picture is not None:
            drawn = BytesIO(self.picture)
            files.append(
                discord.File(drawn, PICTURE, spoiler=self.covered, description=self.alt_text)
            )
        return files


def render(
    reply: Reply,
    picture: bytes | None = None,
    *,
    mark: str = "",
    covered: bool = False,
    room: int = LONGEST_MESSAGE,
) -> Message:
    """Draw the reply; where there is no picture of its chart, the chart's words stand for it.

    A mark makes it a message that is found again; covered, its title alone is open to see.
    """
    view = draw_buttons(reply, number_of(mark) if mark else None)
    sign = sign_of(mark) if mark else ""
    if covered:
        embeds = _embeds(reply, _covered(reply), sign, room=room)
        return Message(embeds, view, picture, _COVERED if picture else "", covered=True)
    if reply.seen:
        return _with_seen(reply, picture, view)
    chart, pieces = reply.chart, list(_pieces(reply, has_picture=picture is not None))
    alt_text = shorten(inert(chart.words), LONGEST_ALT_TEXT) if chart and picture else ""
    footer = shorten(inert(reply.footer), LONGEST_FOOTER)
    embeds = _embeds(reply, pieces, sign, footer, room)
    if picture is not None:
        embeds[-1].set_image(url=f"attachment://{PICTURE}")
    return Message(embeds, view, picture, alt_text, attached=reply.files)


def _with_seen(reply: Reply, picture: bytes | None, view: discord.ui.View | None) -> Message:
    """Each message as its channel will draw it, and below them what the reply itself says."""
    embeds, drawn, room = list[discord.Embed](), Message([], view), LONGEST_MESSAGE
    for seen in reply.seen:
        bare = replace(seen.reply, buttons=(), menu=None)
        shown = picture if bare.chart else None
        message = render(bare, shown, covered=seen.covered, room=room - _KEPT_BELOW)
        drawn = message if message.picture else drawn
        embeds += (new := [*_announced(seen), *message.embeds])
        room -= sum(map(len, new))
    own = replace(reply, seen=())
    embeds += _embeds(own, list(_pieces(own, has_picture=False)), "", room=room)
    return replace(drawn, embeds=embeds, view=view)


def _announced(seen: Seen) -> list[discord.Embed]:
    """Where it stands, and whom it calls: within an embed nobody is called."""
    heading = f"-# {escape_within(seen.heading, LONGEST_TITLE)}" if seen.heading else ""
    called = " ".join(f"<@&{role}>" for role in seen.roles if role.isdecimal())
    return [discord.Embed(description=words) for words in (heading, called) if words]


def _covered(reply: Reply) -> list[str]:
    """An embed can cover neither its footer nor its picture: both stand in the text's words."""
    pieces = list(_pieces(reply, has_picture=False))
    if reply.footer.strip():
        pieces.append(f"-# {escape_within(reply.footer, LONGEST_FOOTER)}")
    return list(map(cover, pieces))


def _embeds(
    reply: Reply, pieces: list[str], sign: str, footer: str = "", room: int = LONGEST_MESSAGE
) -> list[discord.Embed]:
    title = _title(reply.title, sign)
    if not title and reply.title:
        pieces = [f"**{escape_within(reply.title, LONGEST_DESCRIPTION // 2)}**", *pieces]
    texts = _filled(pieces, room - len(title) - len(footer), len(sign))
    if not title:
        texts[0] += sign
    colour = series_colour(reply.series)
    embeds = [discord.Embed(description=text or None, colour=colour) for text in texts]
    embeds[0].title = title or None
    if reply.link:
        embeds[0].url = reply.link
    if footer:
        embeds[-1].set_footer(text=footer)
    return embeds


def _title(words: str, sign: str) -> str:
    """The title where it fits; else it becomes the first line of the text."""
    title = f"{escape(words)}{sign}" if words else ""
    return title if len(title) <= LONGEST_TITLE else ""


def _filled(pieces: list[str], room: int, kept: int) -> list[str]:
    """Texts of as many embeds as are needed; where the room ends, the last line says so."""
    texts, spare = [""], _SPARE + kept
    for piece in pieces:
        left = room - sum(map(len, texts)) - spare
        if len(piece) > left:
            texts[-1] = f"{texts[-1]}\n{_CUT}".strip()
            break
        if len(texts[-1]) + 1 + len(piece) > LONGEST_DESCRIPTION - spare:
            texts.append(piece)
        else:
            texts[-1] = f"{texts[-1]}\n{piece}".strip("\n")
    return texts


def _pieces(reply: Reply, *, has_picture: bool) -> Iterator[str]:
    for block in reply.blocks:
        yield from _draw(block, has_picture=has_picture)
    hidden = len(distinct(reply.buttons)) - most_buttons(reply)
    if reply.menu is not None:
        hidden = max(hidden, len(distinct(reply.menu.choices)) - MOST_CHOICES)
    if hidden > 0:
        yield f"-# {hidden} more to choose from; say which in your own words."


def _draw(block: Block, *, has_picture: bool) -> list[str]:
    """Pieces of markup that are not cut in two."""
    longest = LONGEST_DESCRIPTION // 2
    match block:
        case Text():
            words = escape_within(block.words, longest)
            return [_toned(words, block.tone)] if words.strip() else []
        case Fields():
            return [_fact(name, fact) for name, fact in block.pairs]
        case Table():
            return table_lines(block)
        case Chart():
            return [] if has_picture else [f"-# {escape_within(block.words, longest)}"]
        case _:
            assert_never(block)


_OPENINGS: dict[Tone, str] = {"plain": "", "quiet": "-# ", "caution": "> "}
"""Small print stands back; a caution stands behind a bar."""


def _toned(words: str, tone: Tone) -> str:
    if tone == "struck":
        return f"~~{words.strip()}~~"
    return f"{_OPENINGS[tone]}{words}"


def _fact(name: str, fact: Told) -> str:
    return f"**{escape_within(name, LONGEST_TITLE)}** {_told(fact)}".rstrip()


def _told(fact: Told) -> str:
    if isinstance(fact, Moment):
        return f"<t:{fact.at}:F> (<t:{fact.at}:R>)"
    return (
        escape_fact(fact) if len(fact) < LONGEST_TITLE else escape_within(fact, LONGEST_TITLE * 4)
    )

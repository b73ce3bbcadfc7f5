"""How a reply reaches Discord: at once, in place, for the asker alone, or after a deferral."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from adapters.discord.forms import draw_form
from adapters.discord.render import render

if TYPE_CHECKING:
    from adapters.discord.pictures import Pictures
    from adapters.discord.render import Message
    from bot.reply import Reply


DEFERRED_IN_PRIVATE = "deferred in private"
"""Noted with an interaction: whether the deferral was for the asker alone."""

_ELSEWHERE = "The answer is for the asker alone."


async def give(interaction: discord.Interaction[Any], reply: Reply, pictures: Pictures) -> None:
    """Answer an interaction; a picture that takes long is put into the answer afterwards."""
    if reply.form is not None and not interaction.response.is_done():
        await interaction.response.send_modal(draw_form(reply.form))
        return
    drawing = pictures.begin(reply)
    if interaction.response.is_done():
        picture = await drawing if drawing else None
        await _give_deferred(interaction, reply, render(reply, picture))
        return
    picture = await pictures.soon(drawing)
    await _give_at_once(interaction, reply, render(reply, picture))
    if drawing and picture is None and (late := await drawing):
        await put_in(interaction.edit_original_response, render(reply, late))


async def give_to_message(message: discord.Message, reply: Reply, pictures: Pictures) -> None:
    """Answer a message by a message that points to it."""
    drawing = pictures.begin(reply)
    picture = await pictures.soon(drawing)
    drawn = render(reply, picture)
    sent = await message.channel.send(
        embeds=drawn.embeds,
        files=drawn.files,
        view=drawn.view or discord.utils.MISSING,
        reference=message.to_reference(fail_if_not_exists=False),
        mention_author=False,
    )
    if drawing and picture is None and (late := await drawing):
        await put_in(sent.edit, render(reply, late))


async def _give_at_once(
    interaction: discord.Interaction[Any], reply: Reply, message: Message
) -> None:
    if reply.in_place and interaction.message is not None:
        await put_in(interaction.response.edit_message, message)
        return
    await interaction.response.send_message(
        embeds=message.embeds,
        files=message.files,
        view=message.view or discord.utils.MISSING,
        ephemeral=reply.private,
    )


async def _give_deferred(
    interaction: discord.Interaction[Any], reply: Reply, message: Message
) -> None:
    """What comes first after a deferral is seen by all if that was: only a second is private."""
    if not reply.private or interaction.extras.get(DEFERRED_IN_PRIVATE):
        await put_in(interaction.edit_original_response, message)
        return
    await interaction.edit_original_response(content=_ELSEWHERE)
    await interaction.followup.send(
        embeds=message.embeds,
        files=message.files,
        view=message.view or discord.utils.MISSING,
        ephemeral=True,
    )
    await interaction.delete_original_response()


async def put_in(edit: Any, message: Message) -> None:  # noqa: ANN401 - three edits of one shape
    """Replace all of a message: what it had and the new one lacks goes."""
    await edit(
        embeds=message.embeds,
        attachments=message.files,
        view=message.view,
        allowed_mentions=discord.AllowedMentions.none(),  # an edit does not take the client's own
    )

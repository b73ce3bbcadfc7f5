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


async def give(
    interaction: discord.Interaction[Any], reply: Reply, pictures: Pictures
) -> int | None:
    """Answer an interaction; a picture that takes long is put into the answer afterwards.

    Gives the key of the message, where Discord tells one.
    """
    if reply.form is not None and not interaction.response.is_done():
        await interaction.response.send_modal(draw_form(reply.form))
        return None
    drawing = pictures.begin(reply)
    if interaction.response.is_done():
        picture = await drawing if drawing else None
        return await _give_deferred(interaction, reply, render(reply, picture))
    picture = await pictures.soon(drawing)
    key = await _give_at_once(interaction, reply, render(reply, picture))
    if drawing and picture is None and (late := await drawing):
        await put_in(interaction.edit_original_response, render(reply, late))
    return key


async def give_to_message(message: discord.Message, reply: Reply, pictures: Pictures) -> int:
    """Answer a message by a message that points to it; its key."""
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
    return sent.id


async def _give_at_once(
    interaction: discord.Interaction[Any], reply: Reply, message: Message
) -> int | None:
    if reply.in_place and interaction.message is not None:
        await put_in(interaction.response.edit_message, message)
        return interaction.message.id
    sent = await interaction.response.send_message(
        embeds=message.embeds,
        files=message.files,
        view=message.view or discord.utils.MISSING,
        ephemeral=reply.private,
    )
    return sent.message_id


async def _give_deferred(
    interaction: discord.Interaction[Any], reply: Reply, message: Message
) -> int | None:
    """What comes first after a deferral is seen by all if that was: only a second is private."""
    if not reply.private or interaction.extras.get(DEFERRED_IN_PRIVATE):
        original = await put_in(interaction.edit_original_response, message)
        return int(original.id)
    await interaction.edit_original_response(content=_ELSEWHERE)
    await interaction.followup.send(
        embeds=message.embeds,
        files=message.files,
        view=message.view or discord.utils.MISSING,
        ephemeral=True,
    )
    await interaction.delete_original_response()
    return None


async def put_in(edit: Any, message: Message) -> Any:  # noqa: ANN401 - three edits of one shape
    """Replace all of a message: what it had and the new one lacks goes."""
    return await edit(
        embeds=message.embeds,
        attachments=message.files,
        view=message.view,
        allowed_mentions=discord.AllowedMentions.none(),  # an edit does not take the client's own
    )

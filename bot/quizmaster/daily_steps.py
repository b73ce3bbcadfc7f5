"""What players do with a daily question: answer it in private, and look at the streaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.daily_drawing import DAILY, draw_streaks
from bot.quiz.given import Given
from bot.quiz.question import LETTERS
from bot.quiz.refused import Refused
from bot.quizmaster.answering import form_for, typed
from bot.quizmaster.player import GONE, told
from bot.reply import Reply

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.channel import Destination
    from bot.quizmaster.player import Player
    from bot.request import Submission


async def give_day(player: Player, words: str) -> Reply:
    number, _, letter = words.partition(" ")
    return await _give(player, number, letter) if letter in LETTERS else GONE


async def day_form(player: Player, words: str) -> Reply:
    return Reply(form=form_for(player.key(f"{DAILY}type {words}")), private=True)


async def take_day(player: Player, words: str, filled: Submission) -> Reply:
    text = typed(filled)
    if not text:
        return told("There is nothing in that answer.", "Press the button again; nothing is lost.")
    return await _give(player, words, text)


async def show_streaks(player: Player, words: str) -> Reply:
    dailies = player.stand.dailies
    to = await dailies.of_night(player.night) if dailies else None
    return await streaks_of(player, to) if to else GONE


async def streaks_of(player: Player, to: Destination) -> Reply:
    dailies = player.stand.dailies
    if dailies is None:
        return GONE
    days = await dailies.latest(to, 2)
    closed = next((each.day for each in days if each.closed), None)
    return draw_streaks(await dailies.streaks(to), closed)


async def _give(player: Player, about: str, text: str) -> Reply:
    """Whoever answers is in: there is nothing to join."""
    given = Given(player.id, about, text, player.at)
    kept = await player.nights.give(player.night, given)
    is_in = not isinstance(kept, Refused) or await player.nights.entrant(player.night, player.id)
    if not is_in:
        came = await player.nights.enter(player.night, player.entrant())
        if not isinstance(came, Refused):
            kept = await player.nights.give(player.night, given)
    if isinstance(kept, Refused):
        return told(kept.why)
    said = f"You picked {text}." if text in LETTERS else f"You said “{text}”."
    return told(said, "You can change it until the next question comes, with the answer.")


DAY_STEPS: dict[str, Callable[[Player, str], Awaitable[Reply]]] = {
    f"{DAILY}give": give_day,
    f"{DAILY}type": day_form,
    "streaks": show_streaks,
}
DAY_FORMS: dict[str, Callable[[Player, str, Submission], Awaitable[Reply]]] = {
    f"{DAILY}type": take_day,
}

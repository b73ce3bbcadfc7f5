"""quiz: nights of questions from the record book, and a quiz for oneself alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.command import Command, Option, Stand
from bot.commands.options import driver

if TYPE_CHECKING:
    from bot.reply import Reply
    from bot.request import Request

WHAT = ("new", "join", "host", "scores", "season", "rehearse", "packs", "help")


async def _quiz(request: Request, stand: Stand) -> Reply:
    from bot.quizmaster.counter import at_counter  # slow to load, and most ask something else

    return await at_counter(request, stand)


QUIZ = Command(
    "quiz",
    "Quiz nights: play, host or rehearse one",
    _quiz,
    (
        Option("what", "What to do; without it, what is on here", choices=WHAT),
        Option("code", "The code of another community's night, to play it in this channel"),
        Option("series", "Questions about one series", kind="series"),
        Option(
            "seasons", "Questions about a season, a span like 2010-2015, the 80s", kind="season"
        ),
        Option("track", "Questions about one track", kind="track"),
        driver("driver", "Questions about one driver"),
    ),
    private=True,
    asks_right=True,
)

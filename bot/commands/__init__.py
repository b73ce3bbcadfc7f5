"""Every command, listed once, in the order in which help shows them."""

from __future__ import annotations

from bot.commands.about import ABOUT
from bot.commands.ask import ASK
from bot.commands.driver import DRIVER
from bot.commands.help import HELP
from bot.commands.leaders import LEADERS
from bot.commands.live import LIVE
from bot.commands.next import NEXT
from bot.commands.onthisday import ONTHISDAY
from bot.commands.privacy import PRIVACY
from bot.commands.quiz import QUIZ
from bot.commands.race import RACE
from bot.commands.recap import RECAP
from bot.commands.schedule import SCHEDULE
from bot.commands.settings import SETTINGS
from bot.commands.settle import SETTLE
from bot.commands.standings import STANDINGS
from bot.commands.versus import VERSUS

COMMANDS = (
    ASK,
    DRIVER,
    VERSUS,
    LEADERS,
    RACE,
    STANDINGS,
    SETTLE,
    ONTHISDAY,
    NEXT,
    SCHEDULE,
    LIVE,
    QUIZ,
    HELP,
    ABOUT,
    RECAP,
    SETTINGS,
    PRIVACY,
)

"""The forms by which a plan is changed, filled as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.quiz.programme import LEVELS, LONGEST_TITLE, levels_key
from bot.quiz.rules import QUESTIONS, ROUNDS, SECONDS, TEAM_SIZE
from bot.quiz.seasons import seasons_in_words
from bot.reply import Choice, Field, Form
from knowledge.series import SERIES_WORDS

if TYPE_CHECKING:
    from bot.quizmaster.plan import Plan

YES, NO, ALL = "yes", "no", "all"
_STYLES = (Choice("Four choices", "choice"), Choice("Typed answers", "typed"))
_MOVES = (
    Choice("By the clock", "clock"),
    Choice("When the host says so", "host"),
    Choice("Each in his own time, for two days", "own"),
)


def rounds_form(plan: Plan) -> Form:
    rules = plan.programme.rules
    fields = (
        _number("rounds", "Rounds", ROUNDS, rules.rounds),
        _number("questions", "Questions in a round", QUESTIONS, rules.questions),
        _number("seconds", "Seconds for each question", SECONDS, rules.seconds),
        Field("style", "Answers", rules.style, kind="choice", choices=_STYLES),
        Field("moves", "It goes on", rules.moves, kind="choice", choices=_MOVES),
    )
    return Form(plan.form_key("rounds"), "Rounds and time", fields)


def extras_form(plan: Plan) -> Form:
    programme, rules = plan.programme, plan.programme.rules
    low, high = TEAM_SIZE
    sizes = (
        Choice("Everybody for himself", "0"),
        *(Choice(f"Teams of up to {size}", str(size)) for size in range(low, high + 1)),
    )
    fields = (
        Field("title", "What it is called", programme.title, longest=LONGEST_TITLE),
        Field("team_size", "Who plays", str(rules.team_size), kind="choice", choices=sizes),
        _switch("joker", "A joker doubles one round", on=rules.joker),
        _switch("wager", "A wager on one last question", on=rules.wager),
        _switch("bonus", "A bonus for speed", on=rules.bonus),
    )
    return Form(plan.form_key("extras"), "Teams and extras", fields)


def about_form(plan: Plan) -> Form:
    programme = plan.programme
    series = (Choice("All three series", ALL), *(Choice(v, k) for k, v in SERIES_WORDS.items()))
    levels = tuple(Choice(words, key) for key, words in LEVELS.items())
    key = levels_key(programme.levels)
    fields = (
        Field("series", "Series", programme.series or ALL, kind="choice", choices=series),
        _free(
            "seasons", "Seasons: 2025, 1990-1999, 80s, modern", seasons_in_words(programme.seasons)
        ),
        _free("track", "Track", programme.track),
        _free("driver", "Driver", programme.driver),
        Field("levels", "How hard", key if key in LEVELS else "1-5", kind="choice", choices=levels),
    )
    return Form(plan.form_key("about"), "What is asked", fields)


def track_form(key: str) -> Form:
    return Form(key, "Your track", (Field("track", "Which track?", longest=100),))


def _number(name: str, label: str, limits: tuple[int, int], value: int) -> Field:
    low, high = limits
    return Field(name, f"{label}, {low} to {high}", str(value), longest=4)


def _switch(name: str, label: str, *, on: bool) -> Field:
    choices = (Choice("No", NO), Choice("Yes", YES))
    return Field(name, label, YES if on else NO, kind="choice", choices=choices)


def _free(name: str, label: str, value: str) -> Field:
    return Field(name, label, value, required=False, longest=100)

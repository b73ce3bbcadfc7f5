"""Whatever players, host and clock do, in whatever order: the scores are those of a recount."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.quiz.board import board
from bot.quiz.doubting import corrected
from bot.quiz.entrant import Entrant
from bot.quiz.given import JOKER, WAGER, Given
from bot.quiz.marking import Marking, same
from bot.quiz.night import Night, enter, give
from bot.quiz.order import due, following, next_moment, unmarked
from bot.quiz.question import Question
from bot.quiz.refused import Refused
from bot.quiz.rules import GRACE, Rules
from bot.quiz.scoring import BONUS, POINTS, totals
from bot.quiz.steps import (
    Decided,
    Doubted,
    Ended,
    Linked,
    Marked,
    Moved,
    Paused,
    Protested,
    Resumed,
    Ruled,
    Settled,
    Skipped,
    TimeGivenBack,
    Unlinked,
)
from bot.quiz.taking import take

PLAYERS = tuple(f"discord {n}" for n in range(6))
TEXTS = ("A", "B", "c", "Kyle Busch", "kyle  busch", "12", "14", "nobody")
LIKELY = ("B", "B", "A", "Kyle Busch", "Kyle Busch", "12", "14", "nobody")
MARKINGS = {
    "kyle busch": Marking("right", count=1),
    "nobody": Marking("near"),
    "12": Marking("wrong", figure=12.0),
    "14": Marking("wrong", figure=14.0),
}

CHOICE = Question("q", "choice", "Who?", "B", ("B",), choices=("1", "2", "3", "4"))
TYPED = Question("t", "typed", "Who?", "Kyle Busch", ("Kyle Busch",))
CLOSEST = Question("n", "closest", "How many?", "13", ("13",), unit="wins")
SEVERAL = Question("s", "several", "Name two.", "Kyle Busch", ("Kyle Busch", "x"), wanted=2)


EVENTS = (
    (
        1,
        "joins",
        some.fixed_dictionaries(
            {"player": some.sampled_from(PLAYERS), "team": some.sampled_from(("", "Aces", "Kings"))}
        ),
    ),
    (
        1,
        "answers_whatever_is_open",
        some.fixed_dictionaries(
            {
                "player": some.sampled_from(PLAYERS),
                "text": some.sampled_from(TEXTS),
                "number": some.integers(0, 7),
            }
        ),
    ),
    (
        6,
        "several_answer",
        some.fixed_dictionaries(
            {"texts": some.lists(some.sampled_from(LIKELY), min_size=3, max_size=6)}
        ),
    ),
    (
        3,
        "plays_a_joker",
        some.fixed_dictionaries(
            {"player": some.sampled_from(PLAYERS), "number": some.integers(0, 2)}
        ),
    ),
    (
        1,
        "sets_a_wager",
        some.fixed_dictionaries(
            {"player": some.sampled_from(PLAYERS), "points": some.integers(0, 40)}
        ),
    ),
    (6, "host_goes_on", some.fixed_dictionaries({"steps": some.integers(1, 3)})),
    (2, "time_passes", some.fixed_dictionaries({"seconds": some.floats(0.1, 40.0)})),
    (1, "the_record_book_marks", some.just({})),
    (
        3,
        "host_rules",
        some.fixed_dictionaries(
            {
                "text": some.sampled_from(TEXTS),
                "right": some.booleans(),
                "back": some.integers(0, 2),
            }
        ),
    ),
    (
        3,
        "protests",
        some.fixed_dictionaries(
            {"player": some.sampled_from(PLAYERS), "back": some.integers(0, 2)}
        ),
    ),
    (
        3,
        "host_decides",
        some.fixed_dictionaries(
            {"protest": some.integers(0, 3), "upheld": some.booleans(), "void": some.booleans()}
        ),
    ),
    (
        2,
        "the_rows_are_corrected",
        some.fixed_dictionaries(
            {
                "right": some.sampled_from((("1",), ("14",), ("3", "nobody"), ())),
                "back": some.integers(-1, 2),
                "how": some.sampled_from(("count", "count", "void", "leave", "")),
            }
        ),
    ),
    (1, "host_skips", some.just({})),
    (1, "host_pauses", some.fixed_dictionaries({"back": some.booleans()})),
    (1, "host_resumes", some.just({})),
    (1, "spotter_is_killed", some.fixed_dictionaries({"seconds": some.floats(5.0, 90.0)})),
    (
        1,
        "a_community_is_taken_out",
        some.fixed_dictionaries({"community": some.sampled_from(("club", "shop"))}),
    ),
    (1, "host_ends", some.just({})),
    (1, "host_moves", some.fixed_dictionaries({"seconds": some.floats(1.0, 60.0)})),
    (1, "another_community_takes_part", some.just({})),
)
"""How often each happens, and with what: a night that goes on shows more than one that does not."""

HAPPENS = some.one_of(
    *(some.tuples(some.just(name), given) for often, name, given in EVENTS for _ in range(often))
)


class AnyNight(RuleBasedStateMachine):
    """A night that players, host and clock drive at once, beside the log of what was accepted."""

    @initialize(
        seed=some.tuples(some.integers(1, 2), some.integers(1, 3)),
        kinds=some.lists(some.sampled_from((CHOICE, TYPED, CLOSEST, SEVERAL)), min_size=8),
        teams=some.booleans(),
        extras=some.tuples(some.booleans(), some.booleans(), some.booleans()),
        moves=some.sampled_from(("clock", "host")),
    )
    def begin(self, seed, kinds, teams, extras, moves):
        rounds, questions = seed
        joker, wager, bonus = extras
        rules = Rules(
            rounds, questions, 30, "choice", 2 if teams else 0, bonus, joker, wager, moves
        )
        asked = (*kinds[: rules.all], CLOSEST)
        self.start = Night("n1", "Any", rules, asked, "discord host")
        self.night, self.now, self.log = self.start, 1000.0, []
        for player in PLAYERS[:4]:
            self.joins(player, "Aces" if player in PLAYERS[:2] else "Kings")

    @rule(event=HAPPENS)
    def something_happens(self, event):
        name, given = event
        getattr(self, name)(**given)

    def did(self, what):
        """Do it, and write it down where the rules allow it."""
        after = what(self.night)
        if isinstance(after, Refused):
            assert after.why
            return
        self.log.append(what)
        self.night = after

    def step(self, step):
        self.did(lambda night: take(step, night))

    def joins(self, player, team):
        team = (team or "Pool") if self.start.rules.team_size else ""
        platform, _, key = player.partition(" ")
        home = {"3": "club", "5": "club"}.get(key, "track")
        entrant = Entrant(platform, key, f"Player {key}", home, team=team, at=self.now)
        self.did(lambda night: enter(night, entrant))

    def answers_whatever_is_open(self, player, text, number):
        given = Given(player, str(number), text, self.now)
        self.did(lambda night: give(night, given))

    def several_answer(self, texts):
        if self.night.head.phase == "wager":
            for player, text in zip(PLAYERS, texts, strict=False):
                self.sets_a_wager(player, 5 * len(text))
        if self.night.head.phase != "asking":
            self.host_takes_the_next_step()
        for player, text in zip(PLAYERS, texts, strict=False):
            self.now += 0.5
            given = Given(player, str(self.night.head.number), text, self.now)
            self.did(lambda night, given=given: give(night, given))

    def plays_a_joker(self, player, number):
        given = Given(player, JOKER, str(number), self.now)
        self.did(lambda night: give(night, given))

    def sets_a_wager(self, player, points):
        given = Given(player, WAGER, str(points), self.now)
        self.did(lambda night: give(night, given))

    def host_goes_on(self, steps):
        for _ in range(steps):
            self.host_takes_the_next_step()

    def host_takes_the_next_step(self):
        self.the_record_book_marks()
        if step := following(self.night, self.now, "discord host"):
            self.step(step)

    def time_passes(self, seconds):
        self.now += seconds
        while step := due(self.night, self.now):
            self.step(step)
        moment = next_moment(self.night)
        assert moment is None or moment > self.now or self.night.head.phase == "locked"

    def the_record_book_marks(self):
        for number in unmarked(self.night) if self.night.head.phase == "locked" else ():
            markings = self.markings_of(number, self.night.questions[number])
            self.step(Marked(at=self.now, number=number, markings=markings))

    def markings_of(self, number, question):
        texts = {same(each.text) for each in self.night.given.get(str(number), {}).values()}
        return tuple((text, marking_of(text, question)) for text in texts)

    def host_rules(self, text, right, back):
        number = max(self.night.head.number - back, 0)
        self.step(Ruled(at=self.now, who="host", number=number, text=text, right=right))

    def protests(self, player, back):
        number = max(self.night.head.number - back, 0)
        self.step(Protested(at=self.now, who=player, number=number, words="But!"))

    def host_decides(self, protest, upheld, void):
        self.step(Decided(at=self.now, who="host", protest=protest, upheld=upheld, void=void))

    def the_rows_are_corrected(self, right, back, how):
        number = min(max(self.night.head.number - back, 0), len(self.night.questions) - 1)
        if self.night.questions[number].kind == "several":
            return
        self.step(Doubted(at=self.now, number=number, right=right, why=("The rows.",)))
        if not how:
            self.step(Doubted(at=self.now, number=number, right=(), stands=False))
        markings = ()
        if how == "count" and right and number in self.night.marked:
            question = corrected(self.night, number)
            markings = self.markings_of(number, question)
        self.step(Settled(at=self.now, number=number, how=how or "count", markings=markings))

    def host_skips(self):
        number = self.night.head.number
        self.step(Skipped(at=self.now, who="host", number=number, until=self.now + 5))

    def host_pauses(self, back):
        self.step(Paused(at=self.now, who="host", why="tea"))
        self.now += 100
        if back or self.night.head.number < 2:
            self.step(Resumed(at=self.now, who="host"))

    def host_resumes(self):
        self.step(Resumed(at=self.now, who="host"))

    def spotter_is_killed(self, seconds):
        """It is made anew from what was kept, and nobody loses time."""
        self.now += seconds
        again = self.start
        for what in self.log:
            again = what(again)
        assert again == self.night
        self.step(TimeGivenBack(at=self.now, seconds=seconds))

    def another_community_takes_part(self):
        self.step(Linked(at=self.now))

    def a_community_is_taken_out(self, community):
        had = {about: dict(given) for about, given in self.night.given.items()}
        self.step(Unlinked(at=self.now, who="host", platform="discord", community=community))
        assert self.night.given == had
        for player in ("discord 3", "discord 5"):
            before = self.night
            if before.is_without("discord", "club"):
                self.answers_whatever_is_open(player, "B", before.head.number)
                assert self.night == before

    def host_moves(self, seconds):
        self.step(Moved(at=self.now, who="host", until=self.now + seconds))

    def host_ends(self):
        if self.night.head.number >= 3:
            self.step(Ended(at=self.now, who="host"))

    @invariant()
    def scores_are_those_of_a_recount(self):
        if not hasattr(self, "night"):
            return
        logged = Counter()
        for change in self.night.changes:
            assert change.points
            assert change.reason
            logged[change.side] += change.points
        counted = {side: points for side, points in recount(self.night).items() if points}
        assert {side: points for side, points in logged.items() if points} == counted
        assert {side: points for side, points in totals(self.night).items() if points} == counted

    @invariant()
    def board_has_everybody_once_and_in_order(self):
        if not hasattr(self, "night"):
            return
        standings = board(self.night)
        assert {each.side for each in standings} == {e.side for e in self.night.entrants.values()}
        points = [each.points for each in standings]
        assert points == sorted(points, reverse=True)
        for before, after in pairwise(standings):
            assert after.place >= before.place
            assert after.points < before.points or after.tied or self.night.is_tie_break

    @invariant()
    def nothing_counts_that_came_too_late_or_too_early(self):
        if not hasattr(self, "night"):
            return
        for about, given in self.night.given.items():
            if about in (JOKER, WAGER):
                continue
            stretch = self.night.open[int(about)]
            for each in given.values():
                assert stretch.began <= each.at
                assert stretch.until is None or each.at <= stretch.until + GRACE
                assert self.night.entrants[each.player].since <= int(about)


def marking_of(text, question):
    if question.kind == "several" and text == "kyle busch":
        return Marking("wrong", count=1)
    if question.kind == "typed" and text in map(same, question.accepted):
        return Marking("right")
    return MARKINGS.get(text, Marking("wrong"))


def recount(night):
    """The points again, in one plain run over what was given, by nobody's code but this."""
    points = Counter()
    captains = {}
    for entrant in sorted(night.entrants.values(), key=lambda each: (each.at, each.id)):
        captains.setdefault(entrant.side, entrant.id)
    for number in sorted(night.revealed):
        if number in night.void or number >= night.rules.all:
            continue
        won = {side: n for side, n in of_question(night, number, captains).items() if n}
        for side, captain in captains.items():
            if number == night.rules.normal:
                wager = night.given.get(WAGER, {}).get(captain)
                dared = min(int(wager.text), points[side]) if wager else 0
                points[side] += dared if side in won else -dared
                continue
            joker = night.given.get(JOKER, {}).get(captain)
            doubles = joker and int(joker.text) == number // night.rules.questions
            points[side] += won.get(side, 0) * (2 if doubles else 1)
    return points


def of_question(night, number, captains):
    question, said = night.questions[number], {}
    for side, captain in captains.items():
        theirs = {
            player: each
            for player, each in night.given.get(str(number), {}).items()
            if night.entrants[player].side == side
        }
        if captain in theirs:
            said[side] = theirs[captain]
        elif theirs:
            votes = Counter(same(each.text) for each in theirs.values())
            first = sorted(theirs.values(), key=lambda each: each.at)
            most = max(votes.values())
            said[side] = next(each for each in first if votes[same(each.text)] == most)
    if question.kind == "closest":
        marked = night.marked.get(number, {})
        misses = {}
        for side, each in said.items():
            marking = marked.get(same(each.text))
            if marking and marking.figure is not None:
                misses[side] = abs(marking.figure - int(question.accepted[0]))
        return {side: POINTS for side, miss in misses.items() if miss == min(misses.values())}
    return {side: worth(night, number, question, each) for side, each in said.items()}


def worth(night, number, question, each):
    text, is_right = same(each.text), None
    if text in night.right_too.get(number, ()):
        is_right = True
    elif text in night.ruled.get(number, {}):
        is_right = night.ruled[number][text]
    elif question.kind == "choice":
        is_right = each.text in question.accepted
    else:
        is_right = number in night.marked and question.kind == "typed"
        is_right = is_right and text in map(same, question.accepted)
    if question.kind == "several":
        named = number in night.marked and text == "kyle busch"
        return POINTS if is_right else POINTS // 2 * named
    if not is_right:
        return 0
    stretch = night.open[number]
    third = int((each.at - stretch.began) / (stretch.until - stretch.began) * 3)
    return POINTS + (BONUS[max(0, min(third, 2))] if night.rules.bonus else 0)


AnyNight.TestCase.settings = settings(
    max_examples=120,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestAnyNight = AnyNight.TestCase

"""Places, numbers and which race: "p2", "from the pole", "race 14", "the 48"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.meanings import (
    AtVenue,
    Car,
    Career,
    Cue,
    Day,
    FinishPlace,
    Kind,
    LastOnes,
    Limits,
    Meaning,
    MeasureNamed,
    Minimum,
    Month,
    Number,
    Ordinal,
    Part,
    Rank,
    Round,
    Series,
    Several,
    SplitBy,
    Stage,
    StartPlace,
    Top,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.reading.phrase_book import Meant, PhraseBook

_TOP_MEASURES = {1: "wins", 3: "podiums", 5: "top_fives", 10: "top_tens"}
_EARLY, _LATE = 48, 49


def _top_finishes(number: int) -> Meaning:
    key = _TOP_MEASURES.get(number)
    return MeasureNamed(key) if key else FinishPlace(1, number)


def _first(number: int) -> Meaning:
    """The first three are a list, the first one is an occasion."""
    return Top(number) if number > 1 else Ordinal(1)


def _last(number: int) -> Meaning:
    return LastOnes(number) if number > 1 else Cue.LAST


def _nth_win(number: int) -> Meaning:
    return Several((MeasureNamed("wins"), Ordinal(number)))


def _stage_won(number: int) -> Meaning:
    return Several((MeasureNamed("wins"), Stage(number)))


def _place(number: int) -> Meaning:
    return FinishPlace(number, number)


def _started(number: int) -> Meaning:
    return StartPlace(number, number)


def _car(text: str) -> Meaning:
    """The 48 is a car; the 500 is a race."""
    return Car(text) if len(text) <= 2 else _bare(text)


def _bare(text: str) -> Meaning:
    number = int(text)
    season = None
    if len(text) == 2:
        season = number + (1900 if number > _EARLY else 2000)
    return Number(number, season)


_POLE = StartPlace(1, 1)
_WON_FROM_POLE = Several((MeasureNamed("wins"), _POLE))
_MONTHS = (
    "january jan",
    "february feb",
    "march",
    "april apr",
    "",  # may is a verb more often than a month
    "june",
    "july",
    "august aug",
    "september sept",
    "october oct",
    "november nov",
    "december dec",
)
_DAYS_IN_A_MONTH = 31


def _day_of(month: int) -> Callable[[int | str], Meaning]:
    """July 4 is a day; the July 400 is a race in July."""

    def meant(written: int | str) -> Meaning:
        number = int(written)
        if number <= _DAYS_IN_A_MONTH:
            return Day(month, number)
        return Several((Month(month), _bare(str(number))))

    return meant


_DAYS: tuple[tuple[str, Meant], ...] = tuple(
    (pattern.format(month=name), _day_of(number))
    for number, names in enumerate(_MONTHS, start=1)
    for name in (names or "may").split()
    for pattern in (
        "on? {month} {{car}}",
        "on? {month} {{nth}}",
        "on? the? {{car}} of? {month}",
        "on? the? {{nth}} of {month}",
    )
)
_LATER = ("fall", "autumn", "night", "summer")

PHRASES: tuple[tuple[str, Meant], ...] = (
    ("top {ns}", _top_finishes),
    ("top {ns} finishes?", _top_finishes),
    ("top {n} finish|finishes|result|results|run|runs", _top_finishes),
    ("finish|finishes|finished|finishing|inside in|inside? the? top {n}", _top_finishes),
    ("inside|into the? top {n}", _top_finishes),
    (
        "crack|cracks|cracked|cracking|broke|break|made|make|makes in|inside|into? the? top {n}",
        _top_finishes,
    ),
    (
        "came|come|end|ended|land|landed|place|placed|wind|wound home|up? in|inside the? top {n}",
        _top_finishes,
    ),
    (
        "finish|finishes|finished|came|come|ended|placed home|up? inside|among the first {n}",
        _top_finishes,
    ),
    ("times in the top {n}", _top_finishes),
    (
        "results|result|runs|showings|placings|races|times inside|in|within the? top {n}",
        _top_finishes,
    ),
    ("top {n}", Top),
    ("first {n}", _first),
    (
        "{n} drivers|guys|people|men|teams|makes with|w|having the? most",
        lambda n: Several((Top(n), Cue.MOST)),
    ),
    ("rank|ranks|ranked {nth}", lambda nth: Several((Rank(nth), Cue.MOST))),
    ("number|no|num {n} all time", lambda n: Several((Rank(n), Cue.MOST, Career()))),
    ("number|no|num {n} on the? all? time? list", lambda n: Several((Rank(n), Cue.MOST, Career()))),
    ("{nth} all time", lambda nth: Several((Rank(nth), Cue.MOST, Career()))),
    ("{nth} on the? all? time? list", lambda nth: Several((Rank(nth), Cue.MOST, Career()))),
    ("{n} winningest", lambda n: Several((Top(n), Cue.MOST, Cue.WINNER))),
    ("{n} best", lambda n: Several((Top(n), Cue.BEST))),
    ("{n} in a row", lambda n: Several((Cue.STREAK, Limits(n, None)))),
    ("{n} races|starts|events in a row", lambda n: Several((Cue.STREAK, Limits(n, None)))),
    ("{n} straight|consecutive", lambda n: Several((Cue.STREAK, Limits(n, None)))),
    ("spread|spaced out? over|across the? years|seasons", SplitBy("season")),
    ("split by", Several(())),
    ("oval|ovals", Several(tuple(map(Kind, ("superspeedway", "intermediate", "short", "dirt"))))),
    ("top {n} list|drivers|teams|all", Top),
    ("first {n} finishers", Top),
    ("{nth} place finish|finishes|result|results", _place),
    ("{nth} places", _place),
    ("in? {nth} place", _place),
    (
        "finish|finishes|finished|finishing|place|placed|came|come|ended|ran|was in? {nth} place?",
        _place,
    ),
    (
        "finish|finished|came|come|end|ended|wind|winds|wound up|home|across in? {nth} place?",
        _place,
    ),
    ("crossed|crossing the finish? line in? {nth} place?", _place),
    ("finish|finished|came|come|ended|end|wound up|home? {place}", _place),
    ("get|got|take|took|grab|grabbed {nth} place", _place),
    ("brought|bring it|the car? home {nth}", _place),
    ("{nth} man|guy|driver|car home|across|over", _place),
    ("who was|is|got|took {nth}", lambda nth: Several((_place(nth), Cue.WHO))),
    ("whos {nth}", lambda nth: Several((_place(nth), Cue.WHO))),
    ("last|past|previous|recent {n} race|races|starts|times|events?", _last),
    ("most recent {n} race|races|starts?", _last),
    ("latest|final {n} race|races|starts", LastOnes),
    ("p {n}", _place),
    ("{place}", _place),
    ("{place} finish|finishes|results", _place),
    ("runner|runners up", _place(2)),
    (
        "finish|finished|came|come|end|ended|wind|wound home|up|in|across? as? the? runner up",
        _place(2),
    ),
    (
        "finish|finished|came|come|end|ended|wind|wound home|up|in|across? as? the? runnerup",
        _place(2),
    ),
    ("runner up finish|finishes|spot|result|results", _place(2)),
    ("runner|runners ups", _place(2)),
    ("runnerup|runnerups", _place(2)),
    ("seconds", _place(2)),
    ("2nds", _place(2)),
    ("thirds|3rds", _place(3)),
    ("bridesmaid|bridesmaids finish|finishes?", _place(2)),
    ("from|off the? pole position?", _POLE),
    ("starting|started|starts from|on|off the? pole position?", _POLE),
    ("after|when|while|having starting|qualifying|rolling off? first|on|from? the? pole?", _POLE),
    ("from|coming|came from? {place}", _started),
    ("start|starts|started|starting|qualified|qualifying from|in? {place}", _started),
    ("start|starts|started|starting|qualified|qualifying in|from? {nth} place?", _started),
    ("line|lined|roll|rolled off|up in|from? {nth} place?", _started),
    ("from|off {nth} on the grid", _started),
    ("from|on the front row", StartPlace(1, 2)),
    ("start|starts|started|starting|qualified on the? front row", StartPlace(1, 2)),
    (
        "came|coming|started? from|starting|started {nth} or worse|lower|back|beyond|deeper",
        lambda nth: StartPlace(nth, 99),
    ),
    (
        "came|coming|start|starts|started|starting? from|starting|started? outside the? top {n}",
        lambda n: StartPlace(n + 1, 99),
    ),
    (
        "from|starting|started|start|starts|qualified|qualifying inside|in the? top {n}",
        lambda n: StartPlace(1, n),
    ),
    ("{nth}", Ordinal),
    ("{nth} one", Ordinal),
    (
        "finish|finished|come|came|ended|was|place|placed? {nth} to|behind",
        lambda nth: Several((_place(nth), Cue.BEHIND)),
    ),
    ("runner up to|behind", Several((_place(2), Cue.BEHIND))),
    ("runnerup to|behind", Several((_place(2), Cue.BEHIND))),
    ("maiden|inaugural|earliest", Ordinal(1)),
    ("very first", Ordinal(1)),
    ("{nth} ever", Ordinal),
    ("pole sitter|sitters|winner|winners win|won|wins|winning", _WON_FROM_POLE),
    ("polesitter|polesitters win|won|wins|winning", _WON_FROM_POLE),
    ("{nth} time", Ordinal),
    ("for the {nth} time", Ordinal),
    ("win|victory number|no|num {n}", _nth_win),
    ("reach|reached|reaches|hit|hits|get|got|notch|notched to? his? {n}", Ordinal),
    ("reach|reached|hit|surpassed the {n} mark|plateau|milestone", Ordinal),
    ("reach|reached|hit|surpassed the {n} win|wins mark|plateau|milestone?", _nth_win),
    ("{nth} w", _nth_win),
    ("{nth} most|best|highest|winningest|fewest|worst", Rank),
    ("{nth} on the all time list", Rank),
    ("{nth} youngest", lambda nth: Several((Rank(nth), Cue.YOUNGEST))),
    ("{nth} oldest", lambda nth: Several((Rank(nth), Cue.OLDEST))),
    ("stage {n}", Stage),
    ("the? {nth} stage", Stage),
    ("win|won the? stage {n}", _stage_won),
    ("win|won the? {nth} stage", _stage_won),
    ("race|round number|no? {n}", Round),
    ("the? {nth} race of|in the? season|year", Round),
    ("{nth} points? race of", Round),
    *(
        (
            f"{{nth}} {words} race of",
            lambda nth, key=key: Several((Round(nth), Series(key))),
        )
        for key, words in (
            ("cup", "winston|nextel|sprint? cup series?"),
            ("xfinity", "busch|nationwide|xfinity series?"),
            ("truck", "truck series?"),
        )
    ),
    ("in? the {car} car|truck|machine", _car),
    ("in? {car} car", _car),
    ("number|no|num {car} car?|truck?", _car),
    ("in|with|driving? the number|no? {car} car?|truck?|chevy?|ford?|toyota?", _car),
    ("car|truck number|no? {car}", _car),
    ("at least {n} start|starts|race|races", Minimum),
    ("minimum|min of? {n} start|starts|race|races", Minimum),
    ("{n} start|starts|race|races minimum|min", Minimum),
    ("with? {n} or more starts|races", Minimum),
    ("no|not fewer|less than {n} starts|races", Minimum),
    ("more than {n} starts|races", lambda number: Minimum(number + 1)),
    ("over {n} starts|races", lambda number: Minimum(number + 1)),
    *(
        (f"{before} {words}", SplitBy(column))
        for before in (
            "by|per|each|every",
            "broken|split|divided|sorted|grouped|listed|separated down|out|up? by|per",
            "break|breakdown|split it|them? down|out|up? by|per",
            "for each|every",
        )
        for column, words in (
            ("season", "season|year|yr|campaign"),
            ("venue", "race? track|racetrack|speedway|venue"),
            ("kind", "kind|type of track"),
            ("kind", "track type"),
            ("team", "team"),
            ("make", "make|manufacturer"),
            ("month", "month"),
            ("start", "starting place|position|spot"),
            ("series", "series"),
            ("car", "car? number|numbers"),
        )
    ),
    ("by|per driver", SplitBy("driver")),
    ("season by|to season", SplitBy("season")),
    ("year by|to year", SplitBy("season")),
    ("yearly|annually", SplitBy("season")),
    ("track by track", SplitBy("venue")),
    ("series by series", SplitBy("series")),
    ("team by team", SplitBy("team")),
    ("exactly|precisely {n}", lambda number: Limits(number, number)),
    ("at least {n}", lambda number: Limits(number, None)),
    ("{n} or more", lambda number: Limits(number, None)),
    ("{n} plus", lambda number: Limits(number, None)),
    ("{n} and up|over", lambda number: Limits(number, None)),
    ("no fewer|less than {n}", lambda number: Limits(number, None)),
    ("a? minimum of {n}", lambda number: Limits(number, None)),
    ("just|only one|1", Limits(1, 1)),
    ("multiple|several", Limits(2, None)),
    ("more than once", Limits(2, None)),
    ("more than twice", Limits(3, None)),
    ("more than {n} times", lambda number: Limits(number + 1, None)),
    ("at least {n} times", lambda number: Limits(number, None)),
    ("{n} or more times", lambda number: Limits(number, None)),
    ("at least once", Limits(1, None)),
    ("at least twice", Limits(2, None)),
    ("exactly|just|only|precisely once", Limits(1, 1)),
    ("exactly|just|only|precisely twice", Limits(2, 2)),
    ("more than {n}", lambda number: Limits(number + 1, None)),
    ("over|above {n}", lambda number: Limits(number + 1, None)),
    ("over|above {n} times", lambda number: Limits(number + 1, None)),
    ("fewer|less than {n}", lambda number: Limits(1, number - 1)),
    ("under|below {n}", lambda number: Limits(1, number - 1)),
    ("full time", Minimum(30)),
    ("among? full timers|timer", Minimum(30)),
    ("full time drivers|driver|guys", Minimum(30)),
    ("{car} or|vs|versus {car}", lambda one, other: Several((Car(one), Cue.COMPARE, Car(other)))),
    ("{car}", _bare),
    ("spring|springs", AtVenue(1, "spring")),
    *((word, AtVenue(-1, word)) for word in _LATER),
    *(
        (f"in|of? {name}", Month(number))
        for number, names in enumerate(_MONTHS, start=1)
        for name in names.split()
    ),
    ("in may", Month(5)),
    ("season|year finale|closer|ender race?", Part("finale")),
    ("season ending|closing race", Part("finale")),
    ("the? finale", Part("finale")),
    ("final|last race of|in the? season|year", Part("finale")),
    ("in? the? championship race|round|finale", Part("finale")),
    ("season|year opener|opening race|round?", Part("opener")),
    ("the? opener", Part("opener")),
    ("opening race of|in the? season|year", Part("opener")),
    ("in|during? the? playoff|playoffs|postseason races?", Part("playoffs")),
    ("in|during? the? post season races?", Part("playoffs")),
    ("in|during? the chase", Part("playoffs")),
    ("chase|playoff race|races", Part("playoffs")),
    ("road course|courses|race|races racing?", Kind("road")),
    ("road|street courses?|circuits?|tracks?", Kind("road")),
    ("road racing|racer", Kind("road")),
    ("roadcourse|roadcourses", Kind("road")),
    ("road course events", Kind("road")),
    ("short track|tracks|ovals? racing?", Kind("short")),
    ("bullring|bullrings", Kind("short")),
    ("shorttrack|shorttracks", Kind("short")),
    ("superspeedway|superspeedways tracks?", Kind("superspeedway")),
    ("super speedway|speedways", Kind("superspeedway")),
    ("restrictor? plate track|tracks|race|races|racing", Kind("superspeedway")),
    ("drafting|pack track|tracks", Kind("superspeedway")),
    ("plate", Kind("superspeedway")),
    ("intermediate|intermediates track|tracks|oval|ovals?", Kind("intermediate")),
    ("cookie cutter|cutters track|tracks?", Kind("intermediate")),
    ("mile and a half track|tracks?", Kind("intermediate")),
    ("on|at? dirt track|tracks|race|races|oval|ovals|racing?", Kind("dirt")),
)


def add_places(book: PhraseBook) -> None:
    """Teach a phrase book places, numbers, car numbers, and which race is meant."""
    for pattern, meant in (*PHRASES, *_DAYS):
        book.add(pattern, meant)

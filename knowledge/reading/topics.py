"""What fans ask that result rows do not hold, and what comes nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.meanings import Cue, MeasureNamed, NotHeld

if TYPE_CHECKING:
    from knowledge.reading.mentions import Mentions

FUTURE = NotHeld("what has not been raced yet")
LEADING = NotHeld(FUTURE.topic)
ROOKIES = NotHeld("rookies and their award", "I can tell in which season somebody made his debut.")

_RESULTS = "I can tell wins, finishes, laps led, poles and the like."

TOPICS: tuple[tuple[NotHeld, tuple[str, ...]], ...] = (
    (
        NotHeld("prize money", _RESULTS),
        (
            "prize|race? money|winnings|earnings|purse|payout|payday",
            "how much money",
            "money|cash|dollars|salary|salaries|paid|worth|rich|richest|millions?",
            "net worth",
            "highest paid",
        ),
    ),
    (
        NotHeld(
            "lap times and top speeds",
            "I can tell a race's average speed, its pole speed, laps led and finishes.",
        ),
        (
            "fastest|quickest|slowest|best race? lap|laps time|times|speed?",
            "lap|laps|qualifying|pole time|times",
            "lap|qualifying|track record|records",
            "lap|laps speed|speeds",
            "race times|record",
            "fastest|quickest|slowest driver|drivers|car|cars|truck|time|times|speed",
            "fastest|quickest|slowest track|tracks|pit|stop",
            "how fast",
            "mph|kph|speeds",
            "top speed",
        ),
    ),
    (
        NotHeld("the weather"),
        ("weather|rain|raining|rained|rainout|rainouts|wet|temperature|hot|cold|sunny|snow|wind",),
    ),
    (
        NotHeld("tires, pit stops and strategy"),
        (
            "tire|tires|tyre|tyres|goodyear",
            "pit stop|stops|road|crew|crews",
            "pit|pits|pitted|fuel|gas|mileage|strategy|setup|horsepower|hp|engine|engines",
        ),
    ),
    (
        NotHeld(
            "who was under or over an age",
            "I can tell who was the youngest or the oldest, and how old somebody was.",
        ),
        (
            "under|over|below|above|before|after|past? the? age of? {n}",
            "before|after|since he? turned|turning {n}",
            "younger|older than {n}",
            "under|over? {n} years old",
        ),
    ),
    (
        NotHeld("which number is the highest", "I can tell what each car number has won."),
        ("highest|lowest|biggest|smallest|largest car|door? number|numbers",),
    ),
    (
        NotHeld(
            "all that is longer or shorter than a length",
            "I can tell how long a race was, and which were the longest.",
        ),
        ("over|under|above|below|than {n} miles|mile|kilometers|seconds|minutes|hours|mph",),
    ),
    (
        NotHeld("crew chiefs and spotters"),
        ("crew chief|chiefs", "spotter|spotters", "engineer|mechanic|mechanics"),
    ),
    (
        NotHeld("private life"),
        (
            "wife|wives|husband|girlfriend|boyfriend|married|marry|divorce|divorced|dating",
            "kids|children|son|sons|daughter|dad|father|mother|mom|family",
            "died|die|dies|dead|death|deaths|killed|fatal|fatality|injury|injured|injuries|funeral",
            "how tall|heavy",
            "weigh|weighs|weight|height|religion|politics|vote|house|mansion|dog|hobby|hobbies",
            "phone|address|email|instagram|twitter",
        ),
    ),
    (
        NotHeld("where people come from"),
        (
            "hometown|birthplace|nationality",
            "home town|state|country",
            "where is|are|was|were from",
            "which|what state|country",
        ),
    ),
    (
        NotHeld("sponsors and paint schemes"),
        ("sponsor|sponsors|sponsored|sponsorship|paint|scheme|schemes|livery|color|colour",),
    ),
    (
        NotHeld("television, crowds and tickets"),
        (
            "tv|television|broadcast|announcer|announcers|viewers|viewership|netflix|channel",
            "attendance|crowd|ticket|tickets|stream",
        ),
    ),
    (
        NotHeld("betting odds and fantasy scores"),
        ("odds|bet|bets|betting|fantasy|dfs|draftkings|fanduel|favourite to win|favorite to win",),
    ),
    (
        NotHeld("fines, fights and penalties"),
        (
            "penalty|penalties|penalized|fined|fines|suspended|suspension|fight|fights|cheating|cheat",
        ),
    ),
    (
        NotHeld("opinions", "I can give the numbers and leave the verdict to you."),
        (
            "do you think|like|prefer",
            "who do you",
            "your favorite|favourite|opinion|pick",
            "greatest driver|racer of all time?",
            "best driver|racer of all time?|ever?",
            "better driver|racer",
            "goat|overrated|underrated|cooler|dirtiest|nicest|coolest|hottest|handsome|luckiest",
            "favorite|favourite|opinion|opinions|should",
        ),
    ),
    (
        NotHeld(
            "exhibition races",
            "Only points races are in the record book: the Clash, the All-Star race and "
            "the Duels since 1972 do not count.",
        ),
        (
            "busch|bud|budweiser|cook? out? clash",
            "clash|shootout|unlimited",
            "all star race|open?",
            "allstar race?",
            "the winston open?",
            "duel|duels",
            "gatorade twin|125|125s|duel|duels",
            "daytona duel|duels",
            "exhibition|exhibitions",
        ),
    ),
    (
        NotHeld(
            "other series", "The record book holds the Cup, Xfinity and Truck Series since 1949."
        ),
        (
            "arca|indycar|f1|imsa|nhra|iroc|motogp|wec|modified|modifieds|whelen|usac|supercars",
            "xfinity east",
            "winston west",
            "pinty|pintys|euroseries|rolex",
            "le mans",
            "24 hours",
            "formula 1|one",
            "indy 500",
            "indianapolis 500",
            "indy car|cars",
            "sprint car|cars",
            "late model|models stock?",
            "world of outlaws",
            "chili bowl",
            "24 hours of daytona|lemans?",
        ),
    ),
    (
        ROOKIES,
        ("rookie|rookies", "rookie of the year", "roty"),
    ),
    (
        NotHeld(
            "who qualified for the playoffs", "I can tell the standings, and who won playoff races."
        ),
        (
            "who|drivers has|have? made|make|makes|missed the? playoffs|playoff|chase field?",
            "who|drivers has|have? qualified|qualifies for the? playoffs|playoff|chase",
            "who|drivers is|are|was|were in the? playoffs|playoff|chase",
            "playoff|playoffs|chase field|grid|spot|spots|berth|berths|contenders",
        ),
    ),
    (
        NotHeld("awards", "I can tell champions, wins and poles."),
        ("most popular driver|drivers", "driver of the year", "hall of fame|famer|famers"),
    ),
    (
        NotHeld("practice and testing", _RESULTS),
        ("practice|practices|testing|tested|test",),
    ),
    (
        NotHeld("overtakes and green-flag passes"),
        ("passes|overtakes|overtake|passed|quality passes",),
    ),
    (
        FUTURE,
        (
            "will|gonna|wont",
            "going to win|race|be",
            "next|upcoming|tomorrow|tonight|future|predict|prediction|predictions|forecast",
            "next week|weekend|season|year",
            "this week|weekend",
            "who will",
        ),
    ),
    (LEADING, ("whos|who is winning|leading now|currently?",)),
)


def of_points(mentions: Mentions) -> bool:
    """Whether points or standings are spoken of."""
    named = any(each.key == "points" for each in mentions.of(MeasureNamed))
    return named or Cue.STANDINGS in mentions.cues

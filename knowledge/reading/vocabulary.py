"""The small words: cues that carry a question's shape, and fillers that carry nothing."""

from __future__ import annotations

from knowledge.reading.meanings import (
    Career,
    ChampionshipSeason,
    Cue,
    Meaning,
    MeasureNamed,
    Several,
)

CUES: dict[Cue, tuple[str, ...]] = {
    Cue.ABOUT: (
        "tell|told|teach me? more|something|everything|all? about",
        "info|details on|about",
    ),
    Cue.AHEAD: (
        "ahead",
        "beat|beats|beaten|outfinish|outfinished|outran|outscored",
        "head to head",
    ),
    Cue.ALL_SERIES: (
        "combined",
        "all|across|over|in all? three|3 national? series",
        "across|over|in all series",
        "all series",
        "every series",
        "altogether",
        "three|3 national? series combined",
        "combined nascar?",
    ),
    Cue.AVERAGE: ("average|avg|mean", "on average", "average|avg|mean number of"),
    Cue.BEST: ("best", "better"),
    Cue.BORN: ("born", "date|day of birth", "birth date|day", "birthday|birthdate"),
    Cue.BOTH: ("both", "each of"),
    Cue.CHAMPION: ("champion|champions|champ|champs", "title|championship winner|winners"),
    Cue.COMPARE: ("or", "versus|vs|v", "than", "compared to|with", "compare", "between", "against"),
    Cue.CORRECTION: (
        "no|oh|actually|sorry wait|sorry",
        "no|sorry? i meant|mean",
        "sorry|oops",
        "scratch that",
        "make that",
        "correction",
        "or rather",
    ),
    Cue.CURRENT: ("current|active|ongoing",),
    Cue.DAYS: ("days", "days ago"),
    Cue.DIFFERENCE: ("how many more|fewer", "how much more|better", "difference"),
    Cue.DIFFERENT: ("different|distinct|unique",),
    Cue.DROUGHT: ("drought|droughts", "winless streak|stretch|run"),
    Cue.DROVE: (
        "drove|drive|drives|driven|driving|piloted|wheeled|pilot",
        "drove|drive for",
        "behind the wheel",
        "driver of",
    ),
    Cue.EACH: ("each", "every", "per race"),
    Cue.EVERYWHERE: ("at|on|across? all|every track|tracks", "everywhere", "any track"),
    Cue.EVER: ("ever",),
    Cue.EXCEPT: (
        "except|excluding|exclude|besides|minus|ignoring|sans",
        "without counting",
        "except for|at|on|in",
        "other than",
        "aside|apart from",
        "outside of",
        "not counting|including|at|on|in|named",
        "not a|an|the?",
        "non",
        "that|who|which? isnt|arent|wasnt|werent at|in|on|a|the?",
        "anywhere|everywhere but",
    ),
    Cue.FINISHED: (
        "finish|finished|finishes|finishing",
        "rank|ranks|ranked",
        "end|ended up",
        "come|came home|in?",
    ),
    Cue.FINISHERS: ("finishers|finisher", "finishing order"),
    Cue.FULL_RESULT: ("full|complete? results|result|rundown", "running order", "box score"),
    Cue.HE: ("when|while he|she|they", "he|him|his|she|her|hers|hes|shes", "that driver|guy"),
    Cue.HOW_MANY: (
        "how many",
        "how many times",
        "how often",
        "number of",
        "number of times",
        "total number of",
        "count of",
        "whats the? count|total|number of?",
        "what is|was the? count|total|number of?",
        "how much",
    ),
    Cue.HOW_OLD: ("how old", "what|whats? age", "age of", "age"),
    Cue.IN_A_SEASON: (
        "in a|one single? season|year|campaign",
        "single season",
        "in any? single season|year",
        "season record",
        "in the same season|year",
    ),
    Cue.IN_A_RACE: ("in the same race", "single race"),
    Cue.IN_ONE: ("in a|one|any single?", "single", "a single"),
    Cue.LAPS: ("laps", "lap"),
    Cue.LAST: ("last", "latest", "most recent|recently", "final", "last time", "latest time"),
    Cue.LEAST: ("fewest|least|lowest|smallest|minimum", "fewer|less|lower|smaller"),
    Cue.LED: ("led|lead|leads|leading",),
    Cue.LIST: ("list|lists|all|every", "show me?", "list of?", "give me a list", "which|what ones"),
    Cue.LONGEST: ("longest|long",),
    Cue.MORE: ("more|higher|greater",),
    Cue.MOST: (
        "most",
        "greatest|highest|largest|biggest|max|maximum",
        "the? most|highest|greatest number|total of?",
        "leader|leaders|leaderboard",
        "lead|led|leads|leading the? series|league|sport|nascar",
        "all time leader",
    ),
    Cue.NEVER: ("never", "without", "hasnt|havent|didnt"),
    Cue.OLDEST: ("oldest",),
    Cue.OPINION: (
        "goat|greatest of all time|overrated|underrated|favorite|favourite|cooler|dirtiest",
    ),
    Cue.PERCENT: (
        "percent|percentage|pct|rate|share",
        "what|in? what percent|percentage|share",
        "percent|percentage|share of his|her|their|all? starts|races",
    ),
    Cue.RACES: ("race|races", "events|event", "round|rounds"),
    Cue.RECORD: ("record|records", "holds the? record"),
    Cue.RUN: (
        "ran|run|raced|racing|compete|competed|participated|appeared",
        "complete|completed|completes|turn|turned",
        "host|hosted|visit|visited|held",
    ),
    Cue.SAID: ("say|says|said", "told|tell|tells reporters|us", "quote|quotes|quoted"),
    Cue.SAME_SEASON: (
        "in|during|over|for? that same? year|season|stretch|span|period|run",
        "in|during? the? same year|season|stretch|span|period",
    ),
    Cue.SEASON: ("season|seasons|year|years|campaign",),
    Cue.STAGES: ("stage|stages",),
    Cue.STANDINGS: (
        "standings",
        "in|on? the? final|season? points|championship? standings|table|rankings",
        "in|on the? final? points",
        "points finish|finishes|position|rank|ranking",
        "final points",
    ),
    Cue.STARTED: (
        "started|starting|qualified|qualify|qualifies",
        "grid|starting|qualifying position|spot",
    ),
    Cue.SINCE: ("since", "after", "has it been since"),
    Cue.STATS: ("stats|stat|statistics|numbers|resume|profile",),
    Cue.STREAK: (
        "streak|streaks",
        "in a row",
        "consecutive|consecutively|straight",
        "back to back",
        "run of",
    ),
    Cue.STORY: (
        "what happened|happens|went down?",
        "how did it go",
        "recap|summary of?",
        "story of",
    ),
    Cue.SWEPT: ("swept|sweep|sweeps|sweeping", "season sweep|sweeps"),
    Cue.TEAMMATES: ("teammate|teammates", "team mate|mates"),
    Cue.THIS_DAY: ("on? this|todays day|date", "today in", "what happened today"),
    Cue.THOSE: ("of|among|in|at those|them|these", "out of those|them|these"),
    Cue.TIMES: ("times|time",),
    Cue.UNTIL: (
        "did|does it take|need",
        "it took|takes",
        "needed|needs",
        "before|until|till|prior to?",
        "before|until|till he|she|they finally?",
        "finally",
    ),
    Cue.WHEN: (
        "when",
        "on? what|which date|day",
        "what|whats was|is? the? date|day of?",
        "date of",
    ),
    Cue.WHERE: ("where", "whereabouts"),
    Cue.WHICH: ("which|what",),
    Cue.WHICH_DRIVER: (
        "which|what driver|drivers|racer|racers|person|guy|man|woman|brother",
        "driver|drivers",
    ),
    Cue.WHICH_MAKE: (
        "which|what manufacturer|manufacturers|make|makes|brand|oem|carmaker",
        "manufacturer|manufacturers",
        "make|makes of car|truck?",
    ),
    Cue.WHICH_NUMBER: ("which|what car? number|numbers", "which|what car"),
    Cue.WHICH_RACE: ("which|what race|races|event|events", "at? which|what race"),
    Cue.WHICH_SEASON: ("which|what season|seasons|year|years", "in which|what season|year"),
    Cue.WHICH_SERIES: ("which|what series",),
    Cue.WHICH_TEAM: (
        "which|what race? team|teams|owner|organization|organisation|outfit",
        "team|teams|organization|organisation",
    ),
    Cue.WHICH_TRACK: ("at? which|what track|tracks|speedway|venue|venues|circuit", "track|tracks"),
    Cue.WHO: ("who|whos|whose|whom", "who is|was|has|have|had"),
    Cue.WHY: ("why", "how come", "prove it", "how do you know", "are you sure"),
    Cue.WINNER: ("winner|winners",),
    Cue.WORST: ("worst",),
    Cue.YOUNGEST: ("youngest",),
}

SEVERAL: dict[Meaning, tuple[str, ...]] = {
    Several((Cue.MOST, Cue.WINNER)): ("winningest",),
    Several((Cue.FIRST_TIME, Cue.WINNER)): (
        "first|1st timers|timer",
        "new|maiden|fresh race? winner|winners",
    ),
    Several((Cue.FIRST_TIME, MeasureNamed("poles"))): (
        "first|1st time pole winner|winners|sitters",
    ),
    Several((MeasureNamed("wins", verb=True), Cue.STANDINGS)): ("win|won|wins the? points",),
    Several((Cue.HOW_LONG, Cue.LONGEST)): ("how long",),  # a race, or a streak
    Career(): (
        "career|lifetime",
        "in|over|for his|her|their|the|a? whole|entire? career",
        "all time",
        "of all time",
        "in|all history",
        "in nascar? history",
        "history",
        "career total|totals",
        "in total",
        "total|totals|overall",
    ),
    Several((Cue.DROUGHT, Cue.CURRENT)): (
        "since his|her|their last win|victory",
        "how long since his|her|their last win|victory",
    ),
    ChampionshipSeason(): (
        "in|during? his|her|the|their? championship|title|champion season|year|campaign|winning",
        "championship|title winning season|year",
    ),
}

FILLERS = """
    s name often doubleheader count tally
    a an the this that these those they them their theirs it its i
    me my you your we us our to of in on at by for from with as and but is are was were be
    been being am do does did done doing have has had having get gets got gotten getting
    earn earned earns score scored scoring take takes took taken make made collect collected
    grab grabbed pick picked claim claimed capture captured post posted rack racked amass
    amassed notch notched while during over under through throughout into up out off so then
    also just only really actually exactly even still already now currently yet there here
    whats how yo hey hi hello please pls plz thanks thank lol lmao haha hmm ok okay well um
    uh bro dude man buddy bruh tell give gimme show can could would know want wondering
    wonder remember anyone anybody someone somebody if about any some nascar nascars series
    car cars start finish place spot position positions places spots
    counting including combining guy one ones same many much
    lot lots held hold let lets go goes come comes gone right yall ya u ur n w
    whos theyre isnt wasnt dont doesnt number total oh again
    see look looking find back down points pro official officially tho though btw fyi person
    career
""".split()

FILLER_PHRASES = (
    "do you know",
    "can|could you tell me",
    "tell me",
    "i want to know",
    "i wanna know",
    "just wondering|curious",
    "i was wondering",
    "let me know",
    "got any idea",
    "any idea",
    "in terms of",
    "as of",
    "a total of",
    "at the|this track|venue",
    "in the race|races",
    "in the|that series|standings",
    "up to now",
    "so far",
    "to date",
    "by the way",
    "on? my birthday",
    "never mind",
    "was able to",
    "manage|managed to",
    "able to",
    "end up with",
    "ended up with",
    "does it have",
    "is it true that",
    "remind me",
    "help me out",
    "settle an argument|this|a bet",
)

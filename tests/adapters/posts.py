"""A race's recap as it is posted, for every platform's channels."""

from __future__ import annotations

from bot.channel import Post
from bot.reply import Button, Chart, Fields, Reply, Text
from tests.adapters.gallery import BY_SEASON, FOOTER, HOSTILE, RACES

RECAP = Reply(
    "Lime Rock is final.",
    (
        Text("Corey Heim led 99 laps and won the LIUNA! 150, his fifth win of 2025."),
        Text("Recap by the Officials", "quiet"),
        Fields((("Laps led", "99 of 100"),)),
        RACES,
    ),
    buttons=(Button("Show the rows", "ask:liuna 150"), Button("Wrong?", "wrong:abc")),
    footer=FOOTER,
    series=("truck",),
)
COVER = Button("Show the result", "ask:who won at Lime Rock in 2025 trucks")
POST = Post(RECAP, "limerock2025a")
OTHER = Post(Reply("Watkins Glen is final.", (Text("Corey Heim won."),)), "watkinsglen2025a")
COVERED = Post(RECAP, "limerock2025b", cover=COVER)
IN_THREAD = Post(RECAP, "limerock2025c", thread="Lime Rock 2025")
CORRECTED = Post(
    Reply("Lime Rock is official.", (Text("Nothing changed at the inspection."),)), "limerock2025a"
)
WITH_CHART = Post(
    Reply(
        "A season.", (Text("His best one."), Chart(BY_SEASON, "Eight wins in 2008.")), footer="f"
    ),
    "season2008",
    cover=COVER,
)
OPEN_CHART = Post(WITH_CHART.reply, "season2008b")
TELLING = Post(Reply(HOSTILE, (Text(f"{HOSTILE} |"), Text("a|b||", "caution"))), "h", cover=COVER)
WINNER = "Heim"

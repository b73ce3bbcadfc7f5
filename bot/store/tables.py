"""The tables of the store as the latest migration leaves them."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Double,
    Index,
    MetaData,
    String,
    Table,
)

metadata = MetaData()

REVISION = "standing_answers"
"""The latest migration; a store that has it needs none, and alembic is not even loaded."""

card = Table(
    "card",
    metadata,
    Column("id", String, primary_key=True),
    Column("platform", String, nullable=False),
    Column("owner", String, nullable=False),  # whose card it is
    Column("community", String, nullable=False),
    Column("command", String, nullable=False),
    Column("turns", JSON, nullable=False),
    Column("day", Date, nullable=False),
    Column("created", BigInteger, nullable=False),  # seconds since 1970
    Index("idx_card_created", "created"),
)

standing_answer = Table(
    "standing_answer",
    metadata,
    Column("platform", String, primary_key=True),
    Column("channel", String, primary_key=True),
    Column("message", String, primary_key=True),
    Column("community", String, nullable=False),
    Column("owner", String, nullable=False),  # who asked it
    Column("command", String, nullable=False),
    Column("turns", JSON, nullable=False),
    Column("day", Date, nullable=False),
    Column("title", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("reach", String, nullable=False),  # as ISO writes a day
    Column("since", Double, nullable=False),  # seconds since 1970
    Index("idx_standing_answer_since", "since"),
)

event = Table(
    "event",
    metadata,
    Column("key", String, primary_key=True),
    Column("taken", BigInteger, nullable=False),  # seconds since 1970
    Index("idx_event_taken", "taken"),
)

installation = Table(
    "installation",
    metadata,
    Column("platform", String, primary_key=True),
    Column("app", String, primary_key=True),  # which of our apps
    Column("community", String, primary_key=True),
    Column("token", String, nullable=False),
    Column("bot", String, nullable=False),
    Column("bot_user", String, nullable=False),
    Column("scopes", String, nullable=False),
    Column("created", BigInteger, nullable=False),  # seconds since 1970
)

state = Table(
    "state",
    metadata,
    Column("word", String, primary_key=True),
    Column("expires", BigInteger, nullable=False),  # seconds since 1970
)

preference = Table(
    "preference",
    metadata,
    Column("platform", String, primary_key=True),
    Column("community", String, primary_key=True),  # none of a person known everywhere
    Column("whose", String, primary_key=True),  # person, channel, community
    Column("owner", String, primary_key=True),  # which person or channel
    Column("name", String, primary_key=True),
    Column("value", JSON, nullable=False),
)

job = Table(
    "job",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("key", String, nullable=False),  # what it is about; once for each kind
    Column("work", JSON, nullable=False),
    Column("due", Double, nullable=False),  # seconds since 1970, as are all times here
    Column("platform", String, nullable=False),
    Column("community", String, nullable=False),
    Column("state", String, nullable=False),  # open, done, failed, dropped
    Column("lease", Double, nullable=False),  # until when it belongs to who claimed it
    Column("claim", String, nullable=False),
    Column("attempts", BigInteger, nullable=False),
    Column("closed", Double, nullable=False),
    Column("why", String, nullable=False),  # it was put off or given up
    Index("idx_job_kind_key", "kind", "key", unique=True),
    Index("idx_job_state_due", "state", "due"),
)

talk = Table(
    "talk",
    metadata,
    Column("platform", String, primary_key=True),
    Column("conversation", String, primary_key=True),
    Column("community", String, nullable=False),
    Column("turns", JSON, nullable=False),
    Column("day", Date, nullable=False),
    Column("spoken", BigInteger, nullable=False),  # seconds since 1970
    Index("idx_talk_spoken", "spoken"),
)

recap = Table(
    "recap",
    metadata,
    Column("id", String, primary_key=True),
    Column("platform", String, nullable=False),
    Column("community", String, nullable=False),
    Column("race", String, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("state", String, nullable=False),
    Column("draft", JSON, nullable=False),  # the rest of the draft, as JSON writes it
    Column("changed", Double, nullable=False),
    Index("idx_recap_community", "platform", "community", "changed"),
)

recap_step = Table(
    "recap_step",
    metadata,
    Column("recap", String, primary_key=True),
    Column("number", BigInteger, primary_key=True),  # in the order in which things were done
    Column("done", String, nullable=False),  # what: drafted, edited, approved, posted ...
    Column("who", JSON, nullable=False),
    Column("at", Double, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("draft", JSON, nullable=False),  # as it was then
)

recap_post = Table(
    "recap_post",
    metadata,
    Column("mark", String, primary_key=True),
    Column("recap", String, nullable=False),
    Column("platform", String, nullable=False),
    Column("community", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("target", JSON, nullable=False),
    Column("state", String, nullable=False),  # waiting, posted, failed, removed
    Column("message", String, nullable=False),
    Column("thread", String, nullable=False),
    Column("version", BigInteger, nullable=False),  # that it shows
    Column("published", Boolean, nullable=False),
    Column("why", String, nullable=False),
    Index("idx_recap_post_recap", "recap"),
)

recap_template = Table(
    "recap_template",
    metadata,
    Column("platform", String, primary_key=True),
    Column("community", String, primary_key=True),
    Column("template", JSON, nullable=False),
)

channel_link = Table(
    "channel_link",
    metadata,
    Column("code", String, primary_key=True),
    Column("platform", String, nullable=False),
    Column("community", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("name", String, nullable=False),
    Column("expires", Double, nullable=False),  # unless it was taken up
    Column("to_platform", String, nullable=False),  # who may post there; empty while nobody may
    Column("to_community", String, nullable=False),
)

quiz = Table(
    "quiz",
    metadata,
    Column("id", String, primary_key=True),
    Column("set_up", JSON, nullable=False),  # the night before its first step
    Column("begun", Double, nullable=False),
    Column("steps", BigInteger, nullable=False),  # how many it took; below, where they led
    Column("phase", String, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("round", BigInteger, nullable=False),
    Column("until", Double),
    Column("among", JSON, nullable=False),
    Column("without", JSON, nullable=False),  # communities that were taken out
    Column("beat", Double, nullable=False),  # until when somebody ran the clock, or need not have
    Column("entries", BigInteger, nullable=False),  # counted up when players come in or change
    Column("rewritten", BigInteger, nullable=False),  # counted up when somebody is forgotten
)

quiz_step = Table(
    "quiz_step",
    metadata,
    Column("night", String, primary_key=True),
    Column("number", BigInteger, primary_key=True),  # in the order in which they were taken
    Column("kind", String, nullable=False),
    Column("at", Double, nullable=False),
    Column("step", JSON, nullable=False),
)

quiz_player = Table(
    "quiz_player",
    metadata,
    Column("night", String, primary_key=True),
    Column("player", String, primary_key=True),  # the platform and the key
    Column("platform", String, nullable=False),
    Column("key", String, nullable=False),
    Column("name", String, nullable=False),
    Column("community", String, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("team", String, nullable=False),
    Column("at", Double, nullable=False),
    Column("shows_name", Boolean, nullable=False),
    Index("idx_quiz_player_player", "player"),
)

quiz_given = Table(
    "quiz_given",
    metadata,
    Column("night", String, primary_key=True),
    Column("about", String, primary_key=True),  # number of a question, or joker, or wager
    Column("player", String, primary_key=True),
    Column("text", String, nullable=False),
    Column("at", Double, nullable=False),
)

quiz_board = Table(
    "quiz_board",
    metadata,
    Column("mark", String, primary_key=True),
    Column("night", String, nullable=False),
    Column("platform", String, nullable=False),
    Column("community", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("message", String, nullable=False),
    Column("drawn", String, nullable=False),
    Column("is_host", Boolean, nullable=False),
    Index("idx_quiz_board_night", "night"),
    Index("idx_quiz_board_community", "platform", "community"),
)

quiz_code = Table(
    "quiz_code",
    metadata,
    Column("code", String, primary_key=True),
    Column("night", String, nullable=False),
    Column("until", Double, nullable=False),
)

quiz_pack = Table(
    "quiz_pack",
    metadata,
    Column("id", String, primary_key=True),
    Column("platform", String, nullable=False),
    Column("community", String, nullable=False),
    Column("pack", JSON, nullable=False),
    Column("brought_by", String, nullable=False),  # the platform and the key
    Column("by_name", String, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("text", String, nullable=False),  # as it was sent, while its faults are not decided
    Index("idx_quiz_pack_community", "platform", "community"),
)

daily = Table(
    "daily",
    metadata,
    Column("platform", String, primary_key=True),
    Column("community", String, primary_key=True),
    Column("channel", String, primary_key=True),
    Column("hour", BigInteger, nullable=False),
    Column("levels", JSON, nullable=False),  # the easiest and the hardest
    Column("series", String, nullable=False),
    Column("is_on", Boolean, nullable=False),
)

daily_day = Table(
    "daily_day",
    metadata,
    Column("platform", String, primary_key=True),
    Column("community", String, primary_key=True),
    Column("channel", String, primary_key=True),
    Column("day", String, primary_key=True),  # as ISO writes it
    Column("night", String, nullable=False),
    Column("question", String, nullable=False),
    Column("message", String, nullable=False),
    Column("closed", Boolean, nullable=False),
    Index("idx_daily_day_night", "night"),
)

daily_streak = Table(
    "daily_streak",
    metadata,
    Column("platform", String, primary_key=True),
    Column("community", String, primary_key=True),
    Column("channel", String, primary_key=True),
    Column("player", String, primary_key=True),  # the platform and the key
    Column("name", String, nullable=False),
    Column("last", String, nullable=False),
    Column("answered_row", BigInteger, nullable=False),
    Column("right_row", BigInteger, nullable=False),
    Column("best", BigInteger, nullable=False),
    Column("answered", BigInteger, nullable=False),
    Column("right", BigInteger, nullable=False),
    Index("idx_daily_streak_player", "player"),
)

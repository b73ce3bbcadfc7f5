"""The tables of the store as the latest migration leaves them."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, Date, Double, Index, MetaData, String, Table

metadata = MetaData()

REVISION = "preferences"
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

"""The tables of the store as the latest migration leaves them."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, Date, Index, MetaData, String, Table

metadata = MetaData()

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

"""Keep daily questions: what is chosen for a channel, each day's question, and the streaks."""

import sqlalchemy as sa
from alembic import op

revision = "dailies"
down_revision = "packs"


def upgrade() -> None:
    op.create_table(
        "daily",
        *_where(),
        sa.Column("hour", sa.BigInteger, nullable=False),
        sa.Column("levels", sa.JSON, nullable=False),
        sa.Column("series", sa.String, nullable=False),
        sa.Column("is_on", sa.Boolean, nullable=False),
    )
    op.create_table(
        "daily_day",
        *_where(),
        sa.Column("day", sa.String, primary_key=True),
        sa.Column("night", sa.String, nullable=False),
        sa.Column("question", sa.String, nullable=False),
        sa.Column("message", sa.String, nullable=False),
        sa.Column("closed", sa.Boolean, nullable=False),
    )
    op.create_index("idx_daily_day_night", "daily_day", ["night"])
    op.create_table(
        "daily_streak",
        *_where(),
        sa.Column("player", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("last", sa.String, nullable=False),
        sa.Column("answered_row", sa.BigInteger, nullable=False),
        sa.Column("right_row", sa.BigInteger, nullable=False),
        sa.Column("best", sa.BigInteger, nullable=False),
        sa.Column("answered", sa.BigInteger, nullable=False),
        sa.Column("right", sa.BigInteger, nullable=False),
    )
    op.create_index("idx_daily_streak_player", "daily_streak", ["player"])


def _where() -> tuple[sa.Column[str], ...]:
    names = ("platform", "community", "channel")
    return tuple(sa.Column(name, sa.String, primary_key=True) for name in names)

"""Keep what was said last in each conversation, for a quarter of an hour."""

import sqlalchemy as sa
from alembic import op

revision = "talks"
down_revision = "likings"


def upgrade() -> None:
    op.create_table(
        "talk",
        sa.Column("platform", sa.String, primary_key=True),
        sa.Column("conversation", sa.String, primary_key=True),
        sa.Column("community", sa.String, nullable=False),
        sa.Column("turns", sa.JSON, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("spoken", sa.BigInteger, nullable=False),
    )
    op.create_index("idx_talk_spoken", "talk", ["spoken"])

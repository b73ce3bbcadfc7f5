"""Keep which events were taken, so that one sent again is answered once."""

import sqlalchemy as sa
from alembic import op

revision = "events"
down_revision = "cards"


def upgrade() -> None:
    op.create_table(
        "event",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("taken", sa.BigInteger, nullable=False),
    )
    op.create_index("idx_event_taken", "event", ["taken"])

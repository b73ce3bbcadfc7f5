"""Keep for some days which answers stand where, so that they can be corrected."""

import sqlalchemy as sa
from alembic import op

revision = "standing_answers"
down_revision = "unlinked"


def upgrade() -> None:
    op.create_table(
        "standing_answer",
        sa.Column("platform", sa.String, primary_key=True),
        sa.Column("channel", sa.String, primary_key=True),
        sa.Column("message", sa.String, primary_key=True),
        sa.Column("community", sa.String, nullable=False),
        sa.Column("owner", sa.String, nullable=False),
        sa.Column("command", sa.String, nullable=False),
        sa.Column("turns", sa.JSON, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("reach", sa.String, nullable=False),
        sa.Column("since", sa.Double, nullable=False),
    )
    op.create_index("idx_standing_answer_since", "standing_answer", ["since"])

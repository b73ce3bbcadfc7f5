"""Keep the cards whose buttons say too little to stand alone."""

import sqlalchemy as sa
from alembic import op

revision = "cards"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "card",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("platform", sa.String, nullable=False),
        sa.Column("owner", sa.String, nullable=False),
        sa.Column("community", sa.String, nullable=False),
        sa.Column("command", sa.String, nullable=False),
        sa.Column("turns", sa.JSON, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
    )
    op.create_index("idx_card_created", "card", ["created"])

"""Keep the packs of questions that communities bring."""

import sqlalchemy as sa
from alembic import op

revision = "packs"
down_revision = "invitations"


def upgrade() -> None:
    op.create_table(
        "quiz_pack",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("platform", sa.String, nullable=False),
        sa.Column("community", sa.String, nullable=False),
        sa.Column("pack", sa.JSON, nullable=False),
        sa.Column("brought_by", sa.String, nullable=False),
        sa.Column("by_name", sa.String, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("text", sa.String, nullable=False),
    )
    op.create_index("idx_quiz_pack_community", "quiz_pack", ["platform", "community"])

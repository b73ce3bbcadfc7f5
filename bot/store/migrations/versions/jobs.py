"""Keep what is to be done once, until it is done."""

import sqlalchemy as sa
from alembic import op

revision = "jobs"
down_revision = "talks"


def upgrade() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("work", sa.JSON, nullable=False),
        sa.Column("due", sa.Double, nullable=False),
        sa.Column("platform", sa.String, nullable=False),
        sa.Column("community", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("lease", sa.Double, nullable=False),
        sa.Column("claim", sa.String, nullable=False),
        sa.Column("attempts", sa.BigInteger, nullable=False),
        sa.Column("closed", sa.Double, nullable=False),
        sa.Column("why", sa.String, nullable=False),
    )
    op.create_index("idx_job_kind_key", "job", ["kind", "key"], unique=True)
    op.create_index("idx_job_state_due", "job", ["state", "due"])

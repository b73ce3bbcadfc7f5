"""Keep quiz nights: their steps, who plays, what each gave, and the channels that show them."""

import sqlalchemy as sa
from alembic import op

revision = "quizzes"
down_revision = "recaps"


def upgrade() -> None:
    op.create_table(
        "quiz",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("set_up", sa.JSON, nullable=False),
        sa.Column("begun", sa.Double, nullable=False),
        sa.Column("steps", sa.BigInteger, nullable=False),
        sa.Column("phase", sa.String, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("round", sa.BigInteger, nullable=False),
        sa.Column("until", sa.Double),
        sa.Column("among", sa.JSON, nullable=False),
        sa.Column("beat", sa.Double, nullable=False),
        sa.Column("entries", sa.BigInteger, nullable=False),
        sa.Column("rewritten", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "quiz_step",
        sa.Column("night", sa.String, primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("at", sa.Double, nullable=False),
        sa.Column("step", sa.JSON, nullable=False),
    )
    op.create_table(
        "quiz_player",
        sa.Column("night", sa.String, primary_key=True),
        sa.Column("player", sa.String, primary_key=True),
        sa.Column("platform", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("community", sa.String, nullable=False),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.Column("team", sa.String, nullable=False),
        sa.Column("at", sa.Double, nullable=False),
        sa.Column("shows_name", sa.Boolean, nullable=False),
    )
    op.create_index("idx_quiz_player_player", "quiz_player", ["player"])
    op.create_table(
        "quiz_given",
        sa.Column("night", sa.String, primary_key=True),
        sa.Column("about", sa.String, primary_key=True),
        sa.Column("player", sa.String, primary_key=True),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("at", sa.Double, nullable=False),
    )
    op.create_table(
        "quiz_board",
        sa.Column("mark", sa.String, primary_key=True),
        sa.Column("night", sa.String, nullable=False),
        sa.Column("platform", sa.String, nullable=False),
        sa.Column("community", sa.String, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("message", sa.String, nullable=False),
        sa.Column("drawn", sa.String, nullable=False),
        sa.Column("is_host", sa.Boolean, nullable=False),
    )
    op.create_index("idx_quiz_board_night", "quiz_board", ["night"])
    op.create_index("idx_quiz_board_community", "quiz_board", ["platform", "community"])

"""What can be pressed under a recap, where it is not what comes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.reply import Button, Menu


@dataclass(frozen=True, slots=True)
class View:
    """Buttons, and a menu where there are more choices than buttons would hold."""

    buttons: tuple[Button, ...]
    menu: Menu | None = None

"""The store's backup as the command line offers it: what was done, or why it cannot be."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from adapters.variables import STORE

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path


class BackupFailed(Exception):
    """Nothing was changed; the sentence says why."""


def back_up(file: Path) -> str:
    try:
        from bot.store.backup import write_backup
        from bot.store.opening import store_url
    except ModuleNotFoundError as missing:
        raise _lacking(missing) from missing
    rows = _run(write_backup(store_url(), file))
    return f"{rows:,} {'row is' if rows == 1 else 'rows are'} kept in {file}."


def restore(file: Path, *, force: bool) -> str:
    try:
        from bot.store.backup import restore_backup
        from bot.store.opening import store_url
    except ModuleNotFoundError as missing:
        raise _lacking(missing) from missing
    rows = _run(restore_backup(store_url(), file, force=force))
    return f"{rows:,} {'row is' if rows == 1 else 'rows are'} back from {file}."


def _lacking(missing: ModuleNotFoundError) -> BackupFailed:
    return BackupFailed(f"The store needs {missing.name}: pip install 'spotter[store]'")


def _run(work: Coroutine[None, None, int]) -> int:
    """The number of rows; a database's own words may hold its password, so they are not shown."""
    from bot.store.backup import BackupRefused

    try:
        return asyncio.run(work)
    except BackupRefused as refusal:
        raise BackupFailed(str(refusal)) from refusal
    except Exception as error:
        kind = type(error).__name__
        raise BackupFailed(f"The store cannot be used ({kind}): {STORE.name}.") from error

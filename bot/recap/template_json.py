"""Templates as JSON writes them, and read back."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, cast

from bot.recap.draft_json import Json, read_target
from bot.recap.drafts import Template

if TYPE_CHECKING:
    from collections.abc import Mapping


def write_template(template: Template) -> Json:
    return asdict(template)


def read_template(told: Mapping[str, Any]) -> Template:
    lists = {name: tuple(told[name]) for name in ("off", "order", "roles")}
    plain = {name: told[name] for name in ("intro", "signed", "when", "approval")}
    targets = tuple(map(read_target, told["targets"]))
    return Template(**cast("Json", {**lists, **plain}), targets=targets)

"""What Discord would refuse: its own description of its API, and the limits that it leaves out."""

from __future__ import annotations

import json
import os
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from adapters.discord.tables import WIDEST_LINE, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator

DESCRIPTION = Path(
    os.environ.get("SPOTTER_SPECS", Path(__file__).parents[4] / "shared" / "specs")
).joinpath("discord-openapi.json")
"""Published by Discord; it is kept beside the checkout, or where SPOTTER_SPECS says."""

ABSENT = f"Discord's description is not at {DESCRIPTION}; SPOTTER_SPECS says where it is"

_ALIVE = re.compile(
    r"(?<!\\)<(?:@[!&]?\d|#\d|t:(?!\d{10}:[FR]>)-?\d|a?:\w+:\d|/\w|id:)|@(?:everyone|here)\b"
)
"""A mention, a time, an emoji or a command that Discord would bring to life."""


def faults_in(method: str, path: str, body: Any) -> list[str]:
    """What is wrong with a request, in words; nothing where Discord would take it."""
    return [*_undescribed(method, path, body), *_beyond_limits(body)]


def _undescribed(method: str, path: str, body: Any) -> Iterator[str]:
    if not DESCRIPTION.exists() or body is None:
        return
    schema = _schema_of(method, path)
    if schema is None:
        yield f"{method} {path} takes no body"
        return
    for error in _validator(json.dumps(schema)).iter_errors(body):
        yield f"{method} {path}: {error.json_path} {error.message[:300]}"


def _schema_of(method: str, path: str) -> dict[str, Any] | None:
    for template, operations in _description()["paths"].items():
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path):
            operation = operations.get(method.lower())
            if operation is None:
                continue
            content = operation.get("requestBody", {}).get("content", {})
            return content["application/json"]["schema"] if content else None
    raise LookupError(f"Discord's description knows no {method} {path}")


@lru_cache(maxsize=1)
def _description() -> dict[str, Any]:
    described = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    # Its reference allows an id as a number too, and so discord.py sends those of references.
    described["components"]["schemas"]["SnowflakeType"]["type"] = ["string", "integer"]
    return described


@lru_cache
def _validator(schema: str) -> Draft202012Validator:
    whole = DRAFT202012.create_resource({"components": _description()["components"]})
    named = json.loads(schema.replace('"#/', '"urn:discord#/'))
    return Draft202012Validator(named, registry=Registry().with_resource("urn:discord", whole))


def _beyond_limits(body: Any) -> Iterator[str]:
    message = body.get("data") or body if isinstance(body, dict) else {}
    yield from _of_embeds(message.get("embeds") or [])
    yield from _of_components(message.get("components") or [])
    if len(message.get("choices") or []) > 25:
        yield "more than 25 choices"
    mentions = message.get("allowed_mentions") or {}
    speaks = bool(message.get("embeds") or message.get("content"))
    if speaks and (mentions.get("parse") != [] or mentions.get("replied_user")):
        yield f"mentions may fire: {mentions}"
    for attachment in message.get("attachments") or []:
        if not attachment.get("description"):
            yield "a picture without words for those who cannot see it"


def _of_embeds(embeds: list[dict[str, Any]]) -> Iterator[str]:
    texts = [
        text for each in embeds for text in (each.get("title"), each.get("description")) if text
    ]
    footers = [each["footer"]["text"] for each in embeds if "footer" in each]  # shown as they are
    if sum(map(len, (*texts, *footers))) > 6000:
        yield "embeds of more than 6,000 characters together"
    if embeds and not texts:
        yield "an embed that says nothing"
    for text in texts:
        if alive := _ALIVE.search(text):
            yield f"{alive.group()} would come to life"
        for block in re.findall("```\n(.*?)\n```", text, re.DOTALL):
            wide = [line for line in block.split("\n") if columns_of(line) > WIDEST_LINE]
            yield from (f"a phone would break {line!r}" for line in wide)


def _of_components(rows: list[dict[str, Any]]) -> Iterator[str]:
    if len(rows) > 5:
        yield "more than five rows of buttons"
    parts = [part for row in rows for part in row.get("components", [])]
    keys = [part.get("custom_id") for part in parts]
    if len(set(keys)) < len(keys):
        yield "two buttons with the same key"
    for row in rows:
        if row["type"] == 1 and len(row.get("components", [])) > 5:
            yield "more than five buttons in a row"

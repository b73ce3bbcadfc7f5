"""Files put into a form on Slack: fetched from Slack with the token, and from nowhere else."""

from __future__ import annotations

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.files import is_slacks, read_files
from adapters.slack.forms import draw_form, read_values
from bot.reply import Field, Form
from tests.adapters.slack.loopback import TOKEN, loopback
from tests.adapters.slack.slack_rules import view_faults

PACK = "title: Oöps\n".encode()


def filled(*files):
    field = {"type": "file_input", "files": list(files)}
    return {"state": {"values": {"file": {"file": field}}}}


async def test_a_file_is_read_with_the_token_and_never_more_than_is_allowed() -> None:
    async with loopback() as slack:
        client = AsyncWebClient(TOKEN, base_url=slack.api_url)
        stranger = AsyncWebClient("xoxb-of-nobody", base_url=slack.api_url)
        pack = slack.put_in("pack.yaml", PACK)
        endless = slack.put_in("endless.csv", b"a" * 100_001)

        assert (await read_files(filled(pack), client))["file"].content == PACK
        assert "did not give me" in (await read_files(filled(pack), stranger))["file"].fault
        for size in (100_001, 0):  # whatever it says of itself
            told = (await read_files(filled(endless | {"size": size}), client))["file"]
            assert (told.content, "too large" in told.fault) == (b"", True)
        assert await read_files(filled(), client) == {}


@pytest.mark.parametrize(
    ("url", "api", "may"),
    [
        ("https://files.slack.com/files-pri/T1-F1/pack.yaml", "https://slack.com/api/", True),
        ("http://files.slack.com/files-pri/T1-F1/pack.yaml", "https://slack.com/api/", False),
        ("https://files.slack.com.pack.example/pack.yaml", "https://slack.com/api/", False),
        ("https://notslack.com/pack.yaml", "https://slack.com/api/", False),
        ("http://127.0.0.1:81/pack.yaml", "http://127.0.0.1:80/api/", False),
        ("http://127.0.0.1:80/pack.yaml", "https://slack.com/api/", False),
        ("", "https://slack.com/api/", False),
    ],
)
def test_the_token_goes_to_nobody_but_slack(url, api, may) -> None:
    assert is_slacks(url, api) is may


def test_the_form_takes_one_file_which_is_no_value() -> None:
    view = draw_form(Form("pack:bring:", "A pack", (Field("file", "A file", kind="file"),)))

    assert view["blocks"][0]["element"] == {
        "type": "file_input",
        "action_id": "file",
        "max_files": 1,
    }
    assert view_faults(view) == []
    assert read_values(filled({"id": "F1"})) == {}

"""The archive: every raw answer stays as it came, and what is not good is not used."""

from __future__ import annotations

import gzip
import json
import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from knowledge.sources.fetching.archive import Archive, Check
from knowledge.sources.fetching.feed_addresses import loop_data, points, race_list, weekend
from knowledge.sources.fetching.judging import fault_of
from knowledge.sources.fetching.outcomes import Answer
from knowledge.sources.fetching.parquet_address import results
from tests.knowledge.sources.conftest import BESIDE
from tests.knowledge.sources.fetching import samples
from tests.knowledge.sources.fetching.samples import SONOMA, SUNDAY_NIGHT

if TYPE_CHECKING:
    from knowledge.sources.fetching.address import Address

WEEKEND = weekend(2026, "cup", SONOMA)
URL = "http://127.0.0.1/weekend-feed.json"


def keep(archive: Archive, content: bytes, hours: int = 0) -> None:
    archive.keep(WEEKEND, Answer(content, URL, '"a"'), SUNDAY_NIGHT + timedelta(hours=hours))


def test_a_changed_answer_stands_beside_the_old_one_with_all_that_is_known_of_it(
    archive: Archive,
) -> None:
    first, changed = samples.weekend(SONOMA), samples.weekend(SONOMA, finishes=(1, 2, 3))
    keep(archive, first)
    keep(archive, first, hours=1)
    keep(archive, changed, hours=2)
    keep(archive, first, hours=3)

    held = archive.versions(WEEKEND)
    assert [each.find_content() for each in held] == [first, changed, first]
    assert (held[1].url, held[1].etag, held[1].status) == (URL, '"a"', 200)
    assert held[1].at == SUNDAY_NIGHT + timedelta(hours=2)


def test_what_is_not_good_is_kept_and_the_good_one_before_it_goes_on(archive: Archive) -> None:
    keep(archive, samples.weekend(SONOMA))
    keep(archive, b"null", hours=1)
    keep(archive, samples.weekend(SONOMA)[:60], hours=2)

    faults = [each.fault for each in archive.versions(WEEKEND)]
    assert faults == ["", "it is null", "its JSON is cut off or broken"]
    latest = archive.find_latest(WEEKEND)
    assert latest is not None
    assert latest.find_content() == samples.weekend(SONOMA)


def test_a_bad_answer_must_come_anew_and_a_good_one_need_not(archive: Archive) -> None:
    archive.note(WEEKEND, Check(SUNDAY_NIGHT, 200, '"a"'))
    assert archive.etag_of(WEEKEND) == ""

    keep(archive, samples.weekend(SONOMA))
    assert archive.etag_of(WEEKEND) == '"a"'

    keep(archive, b"null")
    assert archive.etag_of(WEEKEND) == ""


def test_what_the_disk_spoiled_or_a_kill_left_half_written_is_not_taken(archive: Archive) -> None:
    keep(archive, samples.weekend(SONOMA))
    keep(archive, samples.weekend(SONOMA, finishes=(1, 2)))
    newest = archive.versions(WEEKEND)[1].file
    newest.write_bytes(newest.read_bytes()[:-9])
    newest.with_name("00003.gz").write_bytes(b"half")

    latest = archive.find_latest(WEEKEND)
    assert latest is not None
    assert latest.find_content() == samples.weekend(SONOMA)

    keep(archive, samples.weekend(SONOMA, finishes=(1, 2)))
    assert newest.with_name("00003.gz").read_bytes() == b"half"
    assert archive.versions(WEEKEND)[-1].file.name == "00004.gz"


@pytest.mark.parametrize(
    ("address", "content", "fault"),
    [
        (race_list(2026), samples.race_list(), ""),
        (race_list(2026), b"null", "it is null"),
        (race_list(2026), b"[]", "it has no list of races"),
        (race_list(2026), b"\xff", "it is not UTF-8"),
        (race_list(2026), b"<html>Please wait</html>", "it is no JSON"),
        (race_list(2026), b"[" * 100_000, "its JSON is cut off or broken"),
        (WEEKEND, b'{"weekend_race": null}', "it has no race"),
        (WEEKEND, samples.weekend(5616), "it is of race 5616, not 5617"),
        (WEEKEND, b'{"weekend_race": [{"race_id": 5617}]}', "it has no results"),
        (loop_data(2026, "cup", SONOMA), samples.loop_data(SONOMA), ""),
        (loop_data(2026, "cup", SONOMA), b"[]", "it has no race"),
        (points(2026, "cup"), samples.points(), ""),
        (points(2026, "cup"), b"{}", "it has no list of drivers"),
        (results("cup"), b"PAR1 rows PAR1", ""),
        (results("cup"), b"PAR1 rows", "it is no whole parquet file"),
    ],
)
def test_an_answer_is_judged_before_anybody_reads_it(
    address: Address, content: bytes, fault: str
) -> None:
    assert fault_of(address, content) == fault


def test_junk_around_the_json_does_no_harm() -> None:
    junk = b"\xef\xbb\xbfhttp://127.0.0.1/a.json\n\n%b\nlast modified: never\n"

    assert fault_of(WEEKEND, junk % samples.weekend(SONOMA)) == ""


def test_what_somebody_wrote_over_is_not_what_was_received(archive: Archive) -> None:
    keep(archive, samples.weekend(SONOMA))
    (version,) = archive.versions(WEEKEND)
    version.file.write_bytes(gzip.compress(samples.weekend(SONOMA, finishes=(3, 2, 1))))

    assert archive.find_latest(WEEKEND) is None


def test_what_was_noted_of_an_address_is_found_again_and_rubbish_is_not(archive: Archive) -> None:
    check = Check(SUNDAY_NIGHT, 304, 'W/"a"', "mark")
    archive.note(WEEKEND, check)
    assert archive.find_check(WEEKEND) == check

    (note,) = archive.folder.rglob("last-asked.json")
    note.write_text(json.dumps({"at": "yesterday"}))
    assert archive.find_check(WEEKEND) is None


RECORDED = Path(os.environ.get("SPOTTER_SOURCES", BESIDE)) / "cf-feed"


@pytest.mark.skipif(not RECORDED.is_dir(), reason="SPOTTER_SOURCES says where recorded answers are")
@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("rNascar23-2023/race_list_basic.json", race_list(2023)),
        ("rNascar23-2023/weekend-feed.json", weekend(2023, "cup", 5274)),
        ("rNascar23-2023/live-driver-stats.json", loop_data(2023, "xfinity", 5314)),
        ("nhorto-2026/weekend-feed.json", WEEKEND),
        ("nhorto-2026/loopstats.json", loop_data(2026, "cup", SONOMA)),
        ("rbiesser-2020/points-drivers.json", points(2020, "cup")),
    ],
)
def test_recorded_answers_are_good_with_all_that_stands_around_them(
    file: str, address: Address
) -> None:
    assert fault_of(address, (RECORDED / file).read_bytes()) == ""

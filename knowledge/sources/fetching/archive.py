"""The archive of raw answers: every version as it was received, and nothing ever overwritten."""

from __future__ import annotations

import gzip
import json
import os
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from knowledge.sources.fetching.judging import fault_of

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.sources.fetching.address import Address
    from knowledge.sources.fetching.outcomes import Answer

FOLDER = "archive"
_CHECK = "last-asked.json"


@dataclass(frozen=True, slots=True)
class Version:
    """One answer of an address; `fault` says why it is not good, where it is not."""

    url: str
    at: datetime
    etag: str
    status: int
    digest: str
    fault: str
    file: Path

    def find_content(self) -> bytes | None:
        """What was received; None where the disk holds it no more as it was."""
        try:
            content = gzip.decompress(self.file.read_bytes())
        except (OSError, EOFError, zlib.error):
            return None
        return content if sha256(content).hexdigest() == self.digest else None


@dataclass(frozen=True, slots=True)
class Check:
    """When an address was last asked, what it said, and for which mark of the plan."""

    at: datetime
    status: int
    etag: str = ""
    mark: str = ""


class Archive:
    """A folder an address: 00001.gz holds the first answer, 00001.json what is known of it."""

    def __init__(self, home: Path) -> None:
        self.folder = home / FOLDER

    def versions(self, address: Address) -> tuple[Version, ...]:
        """All of them, the oldest first; one that was not written to its end is none."""
        notes = sorted(self._place(address).glob("[0-9]*.json"))
        return tuple(filter(None, map(_find_version, notes)))

    def held(self) -> frozenset[str]:
        """A name for each version of each address: the same for as long as nothing came."""
        notes = self.folder.rglob("[0-9]*.json")
        return frozenset(str(each.relative_to(self.folder)) for each in notes)

    def seasons(self, source: str) -> list[int]:
        """The years of which the archive holds something in that source's cacher."""
        folders = (self.folder / source / "cacher").glob("[12]???")
        return sorted(int(each.name) for each in folders if each.name.isdecimal())

    def find_latest(self, address: Address) -> Version | None:
        """The newest that is good, and sound on the disk."""
        found = (each for each in reversed(self.versions(address)) if not each.fault)
        return next((each for each in found if each.find_content() is not None), None)

    def find_check(self, address: Address) -> Check | None:
        try:
            noted = json.loads((self._place(address) / _CHECK).read_bytes())
            at = datetime.fromisoformat(noted["at"])
            return Check(at, noted["status"], noted["etag"], noted["mark"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def etag_of(self, address: Address) -> str:
        """What to compare with: only while what we hold is good, else it must come anew."""
        check, versions = self.find_check(address), self.versions(address)
        held = bool(versions) and versions[-1] == self.find_latest(address)
        return check.etag if check and held else ""

    def keep(self, address: Address, answer: Answer, at: datetime) -> Version | None:
        """Put a changed answer beside the old ones; None where it is the newest one again."""
        digest, held = sha256(answer.content).hexdigest(), self.versions(address)
        if held and held[-1].digest == digest and held[-1].find_content() is not None:
            return None
        place = self._place(address)
        place.mkdir(parents=True, exist_ok=True)
        name = f"{max((int(each.stem) for each in place.glob('[0-9]*.*')), default=0) + 1:05}"
        fault = fault_of(address, answer.content)
        file = place / f"{name}.gz"
        version = Version(answer.url, at, answer.etag, answer.status, digest, fault, file)
        _write_new(file, gzip.compress(answer.content, mtime=0))
        _write_new(place / f"{name}.json", _note_of(version))
        return version

    def note(self, address: Address, check: Check) -> None:
        """Remember that it was asked: of all that is kept, only this is replaced."""
        place = self._place(address)
        place.mkdir(parents=True, exist_ok=True)
        noted = {"at": check.at.isoformat(), "status": check.status}
        noted |= {"etag": check.etag, "mark": check.mark}
        _write_over(place / _CHECK, json.dumps(noted).encode())

    def _place(self, address: Address) -> Path:
        return self.folder / address.source / address.path


def _note_of(version: Version) -> bytes:
    noted = {
        "address": version.url,
        "at": version.at.astimezone(UTC).isoformat(),
        "etag": version.etag,
        "status": version.status,
        "sha256": version.digest,
        "fault": version.fault,
    }
    return json.dumps(noted, indent=1).encode()


def _find_version(note: Path) -> Version | None:
    try:
        told = json.loads(note.read_bytes())
        at = datetime.fromisoformat(told["at"])
        return Version(
            url=told["address"],
            at=at,
            etag=told["etag"],
            status=told["status"],
            digest=told["sha256"],
            fault=told["fault"],
            file=note.with_suffix(".gz"),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write_new(path: Path, content: bytes) -> None:
    if path.exists():
        raise FileExistsError(f"{path} is there already")
    _write_over(path, content)


def _write_over(path: Path, content: bytes) -> None:
    """Write it whole or not at all, also where the power fails."""
    new = path.with_suffix(".writing")
    with new.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)

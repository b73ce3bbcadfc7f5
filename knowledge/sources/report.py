"""What a compile did, in plain words: counts, and by name all that was left out or disputed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """One subject of the report."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompileReport:
    """The rows of each table, and the sections; the same sources give the same report."""

    rows: dict[str, int]
    sections: tuple[Section, ...]

    @property
    def text(self) -> str:
        tables = tuple(f"{name}: {count:,} rows" for name, count in self.rows.items())
        parts = (Section("Tables", tables), *self.sections)
        return "\n".join(_section(part) for part in parts)


def _section(section: Section) -> str:
    lines = section.lines or ("nothing",)
    return "\n".join([section.title, "-" * len(section.title), *lines, ""])

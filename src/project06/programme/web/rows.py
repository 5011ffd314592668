"""Records as rows that become cards on a phone: what and whose, until when, how it stands."""

from dataclasses import dataclass

from project06.ui.data import Cell, Deadline, Tag, Text


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A record: its title and where it leads, a line below, its deadline (or a tag instead), its statuses."""

    title: str
    href: str
    note: str
    deadline: Deadline | None
    tag: Tag | None
    text: str
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class ShownRows:
    """A page of records under three headings."""

    caption: Text
    headings: tuple[Text, Text, Text]
    rows: tuple[ShownRow, ...]
    next_href: str
    empty_text: Text


def present_row(title: str, href: str, notes: tuple[str, ...], standing: Cell, tags: tuple[Tag, ...]) -> ShownRow:
    """Return a record as a row; `standing` is a deadline, a tag, or a day in words."""
    return ShownRow(
        title=title,
        href=href,
        note=" · ".join(notes),
        deadline=standing if isinstance(standing, Deadline) else None,
        tag=standing if isinstance(standing, Tag) else None,
        text="" if isinstance(standing, Deadline | Tag) else str(standing),
        tags=tags,
    )

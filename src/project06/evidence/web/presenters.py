"""Records in words."""

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from project06.evidence.data import RecordData, RecordPage
from project06.evidence.enums import ActorRole, Outcome
from project06.ui.data import Cell, Column, TableData, Tag
from project06.ui.enums import ColumnKind, Tone

_TONES = {Outcome.DONE: Tone.SUCCESS, Outcome.REFUSED: Tone.WARNING, Outcome.FAILED: Tone.DANGER}
_COLUMNS = (
    Column(_("Time"), ColumnKind.MOMENT),
    Column(_("Who")),
    Column(_("Act")),
    Column(_("On what")),
    Column(_("Fields")),
    Column(_("Purpose")),
    Column(_("Legal ground")),
    Column(_("Outcome")),
)


def present_page(page: RecordPage, query: QueryDict) -> TableData:
    """Return the table of one page, with the way to the next one under the same filter."""
    return TableData(
        caption=_("Looks and acts, newest first"),
        columns=_COLUMNS,
        rows=tuple(_row(each) for each in page.records),
        next_href=_next_href(page, query),
        empty_text=_("No record fits this filter."),
    )


def _row(record: RecordData) -> tuple[Cell, ...]:
    return (
        record.recorded_at,
        _who(record),
        record.action,
        f"{record.subject_kind} {record.subject or ''}".strip(),
        ", ".join(record.fields),
        record.purpose,
        record.legal_ground,
        Tag(record.outcome.label, _TONES[record.outcome]),
    )


def _who(record: RecordData) -> str:
    if record.actor_role is ActorRole.SYSTEM:
        return f"{record.actor_role.label}: {record.system_name}"
    known = [record.post_title, record.agency_name, str(record.actor or "")]
    return ", ".join(each for each in known if each) or str(record.actor_role.label)


def _next_href(page: RecordPage, query: QueryDict) -> str:
    if page.next_cursor is None:
        return ""
    following = query.copy()
    following["cursor"] = str(page.next_cursor)
    return f"?{following.urlencode()}"

"""What a decision must say before it is written."""

from project06.programme.data.meetings import DecisionDraft
from project06.programme.errors.steering import ReasonMissing, TextTooLong, UnusableDueDate
from project06.programme.models import Decision, Meeting
from project06.programme.operations.task_writing import check_agencies, find_group
from project06.programme.queries.acting_agencies import get_acting, get_acting_many
from project06.programme.rules.tasks import LONGEST_TITLE, is_usable_due


def fill_decision(row: Decision, draft: DecisionDraft, meeting: Meeting) -> Decision:
    """Put a draft into a row.

    Raises ReasonMissing for an empty text, TextTooLong, LeadRepeated, UnknownAgency (agencies), UnusableDueDate,
    UnknownGroup.
    """
    text = " ".join(draft.text.split())
    if not text:
        raise ReasonMissing
    if len(text) > LONGEST_TITLE:
        raise TextTooLong(limit=LONGEST_TITLE)
    if draft.lead:
        check_agencies(draft.lead, draft.co_leads)
        get_acting(draft.lead, meeting.held_on)
        get_acting_many(draft.co_leads, meeting.held_on)
        if not is_usable_due(draft.recurrence, meeting.held_on, draft.due_on):
            raise UnusableDueDate
    row.text, row.lead_code, row.co_leads = text, draft.lead, list(draft.co_leads)
    row.group = find_group(draft.group) if draft.group else None
    row.recurrence, row.due_on = draft.recurrence, draft.due_on
    return row

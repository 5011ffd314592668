"""Whether the description of a campaign is free of contradictions."""

import re

from project06.agencies.enums import AgencyKind
from project06.reporting.data import CampaignDraft
from project06.reporting.enums import Recurrence
from project06.reporting.rules.texts import without_controls
from project06.reporting.rules.windows import FIRST_YEAR, LAST_CLOSING_DAY, LAST_YEAR

LONGEST_DUE = 120
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PATH = re.compile(r"[0-9A-Za-z_]+(/[0-9A-Za-z_]+)*")


def is_usable(draft: CampaignDraft) -> bool:
    """Say whether a campaign can be opened as described."""
    return all((_has_names(draft), _has_dates(draft), _has_terms(draft), _has_audience(draft)))


def _has_names(draft: CampaignDraft) -> bool:
    is_code = len(draft.code) <= 50 and bool(_CODE.fullmatch(draft.code))
    titles = [words.strip() for words in draft.titles.values()]
    named = bool(draft.titles.get("vi")) and all(titles) and max(map(len, titles)) <= 300
    written = all(each == without_controls(each) for each in (*draft.titles.values(), draft.act_number))
    return is_code and named and written and 0 < len(draft.act_number.strip()) <= 60


def _has_dates(draft: CampaignDraft) -> bool:
    years = [each.year for each in (draft.starts_on, draft.ends_on) if each is not None]
    if not FIRST_YEAR <= min(years) <= max(years) <= LAST_YEAR:
        return False
    if draft.ends_on is not None and draft.ends_on <= draft.starts_on:
        return False
    if draft.recurrence is Recurrence.ONCE:
        return draft.ends_on is not None and draft.closes_on is None
    return draft.closes_on is None or 2 <= draft.closes_on <= LAST_CLOSING_DAY


def _has_terms(draft: CampaignDraft) -> bool:
    return 1 <= draft.due.amount <= LONGEST_DUE and 0 <= draft.remind_days <= 30 and 1 <= draft.escalate_days <= 60


def _has_audience(draft: CampaignDraft) -> bool:
    audience = draft.audience
    known = set(audience.kinds) <= {kind.value for kind in AgencyKind}
    return bool(_PATH.fullmatch(audience.below)) and known and bool(audience.kinds or audience.codes)

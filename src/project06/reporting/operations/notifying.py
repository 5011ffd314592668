"""Who in an agency is told something, and how. For operations only.

Addresses of persons belong to a package above; officials are told in the app, by their account.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from project06.agencies import public as agencies
from project06.kernel.clock import today
from project06.kernel.periods import Period
from project06.kernel.permissions import Actor
from project06.notices import public as notices
from project06.reporting.models import Obligation, Submission

LANGUAGE = "vi"
"""The language of the administration; this package does not know the language of an account."""


def accounts_of(agency: str, permission: str) -> tuple[UUID, ...]:
    """Return the accounts of the officials whose posts in the agency carry the permission today."""
    on = today()
    found = agencies.find_agency(agency, on)
    if found is None:
        return ()
    accounts = {
        holder.official.account
        for post in agencies.list_posts(found, on)
        if any(permission in granted.role.permissions for granted in post.roles)
        for holder in post.holders
    }
    return tuple(sorted(accounts))


def tell(accounts: Iterable[UUID], template: str, context: Mapping[str, object], *, by: Actor) -> int:
    """Write the notice for each account; return how many were written."""
    written = 0
    for account in accounts:
        to = notices.Recipient(account=account, channel=notices.Channel.PUSH, address=str(account), language=LANGUAGE)
        notices.send(to=to, template=template, context=context, by=by)
        written += 1
    return written


def tell_sender(row: Obligation, submission: Submission, *, by: Actor) -> None:
    """Tell whoever sent a report that it came back, and why."""
    if submission.sent_by is None:
        return
    context = {
        "title": row.campaign.titles.get(LANGUAGE, row.campaign.code),
        "period": period_label(row),
        "reason": submission.return_reason,
    }
    tell((submission.sent_by,), "reporting.returned", context, by=by)


def period_label(row: Obligation) -> str:
    """Return the period of a duty in the language of the notices."""
    return Period.parse(row.period_code).label(LANGUAGE)

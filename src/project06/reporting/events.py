"""What this package tells the others, in the transaction in which it happened."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from project06.kernel.events import event


@event("reporting.campaign-opened", version=1)
@dataclass(frozen=True, slots=True)
class CampaignOpened:
    """Agencies will have to report something."""

    campaign: UUID
    code: str
    organiser: str


@event("reporting.form-revised", version=1)
@dataclass(frozen=True, slots=True)
class FormRevised:
    """New duties of a campaign ask other questions than before."""

    campaign: UUID
    version: int


@event("reporting.campaign-rolled", version=1)
@dataclass(frozen=True, slots=True)
class CampaignRolled:
    """The duties of a period stand: every missing report is a row."""

    campaign: UUID
    period: str
    added: int


@event("reporting.report-submitted", version=1)
@dataclass(frozen=True, slots=True)
class ReportSubmitted:
    """An agency has sent a report."""

    obligation: UUID
    campaign: UUID
    period: str
    agency: str
    version: int
    is_late: bool
    received_at: datetime


@event("reporting.report-checked", version=1)
@dataclass(frozen=True, slots=True)
class ReportChecked:
    """The first level has found a report in order."""

    obligation: UUID
    campaign: UUID
    version: int


@event("reporting.report-returned", version=1)
@dataclass(frozen=True, slots=True)
class ReportReturned:
    """A report has to be corrected."""

    obligation: UUID
    campaign: UUID
    version: int


@event("reporting.report-accepted", version=1)
@dataclass(frozen=True, slots=True)
class ReportAccepted:
    """The organiser has accepted a report; nobody changes it any more."""

    obligation: UUID
    campaign: UUID
    period: str
    agency: str
    version: int


@event("reporting.obligation-extended", version=1)
@dataclass(frozen=True, slots=True)
class ObligationExtended:
    """An agency has more time, this once."""

    obligation: UUID
    campaign: UUID
    due_at: datetime


@event("reporting.obligation-excused", version=1)
@dataclass(frozen=True, slots=True)
class ObligationExcused:
    """An agency need not report, for a legal reason."""

    obligation: UUID
    campaign: UUID


@event("reporting.obligation-missed", version=1)
@dataclass(frozen=True, slots=True)
class ObligationMissed:
    """A deadline has passed without a report."""

    obligation: UUID
    campaign: UUID
    period: str
    agency: str
    due_at: datetime

"""Duties: what is owed, what waits, what is missing, and the acts on one duty as things of their own."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import File, Header, Query, Router
from ninja.files import UploadedFile
from pydantic import StringConstraints

from project06.kernel.access import actor_of, requires, signed_in_page
from project06.reporting.data import ObligationPage, ObligationStory, SubmissionData
from project06.reporting.enums import CHECK, ORGANISE, REPORT, SEE, ReportAct
from project06.reporting.errors import TooLargeSheet
from project06.reporting.operations.accept_report import accept_report
from project06.reporting.operations.check_report import check_report
from project06.reporting.operations.excuse_obligation import excuse_obligation
from project06.reporting.operations.extend_obligation import extend_obligation
from project06.reporting.operations.return_report import return_report
from project06.reporting.operations.save_draft import save_draft as keep_draft
from project06.reporting.operations.submit_report import submit_report as send_report
from project06.reporting.queries import list_obligations
from project06.reporting.queries.get_story import get_story
from project06.reporting.queries.read_answers import read_answers
from project06.reporting.queries.read_sheet import MOST_BYTES
from project06.reporting.rest.schemas import (
    ExcuseIn,
    ExtensionIn,
    NotReportedIn,
    ObligationListIn,
    ObligationOut,
    ObligationPageOut,
    QuestionOut,
    ReportIn,
    ReturnReasonIn,
    StepOut,
    StoryOut,
    SubmissionOut,
    question_out,
)

router = Router()

type Key = Annotated[str, StringConstraints(min_length=8, max_length=80, pattern=r"^[!-~]+$")]


@router.get("/obligations", response=ObligationPageOut)
@requires(REPORT)
def list_owed(request: HttpRequest, query: Query[ObligationListIn]) -> ObligationPageOut:
    """List what the caller's agency has to send or to correct, the most urgent first."""
    return _page(list_obligations.list_owed(by=actor_of(request), after=query.after, limit=query.limit))


@router.get("/inbox", response=ObligationPageOut)
@requires(CHECK)
def list_inbox(request: HttpRequest, query: Query[ObligationListIn]) -> ObligationPageOut:
    """List the reports that wait for the caller, the oldest first."""
    return _page(list_obligations.list_inbox(by=actor_of(request), after=query.after, limit=query.limit))


@router.get("/not-reported", response=ObligationPageOut)
@requires(SEE)
def list_not_reported(request: HttpRequest, query: Query[NotReportedIn]) -> ObligationPageOut:
    """List missing reports, the longest overdue first."""
    page = list_obligations.list_not_reported(
        wanted=query.wanted(), by=actor_of(request), after=query.after, limit=query.limit
    )
    return _page(page)


@router.get("/obligations/{uuid}", response=StoryOut)
@signed_in_page
def get_obligation(request: HttpRequest, uuid: UUID) -> StoryOut:
    """Get a duty with its form, its versions and its history."""
    return _story(get_story(uuid, by=actor_of(request)))


@router.put("/obligations/{uuid}/draft", response=SubmissionOut)
@requires(REPORT)
def save_draft(request: HttpRequest, uuid: UUID, body: ReportIn) -> SubmissionData:
    """Keep an unfinished report."""
    return keep_draft(
        obligation=uuid, answers=body.answers, document=body.document, note=body.note, by=actor_of(request)
    )


@router.post("/obligations/{uuid}/submissions", response={201: SubmissionOut})
@requires(REPORT)
def submit_report(
    request: HttpRequest,
    uuid: UUID,
    body: ReportIn,
    idempotency_key: Header[Key],
) -> SubmissionData:
    """Send a report. The same key with the same content answers with what was stored the first time."""
    return send_report(
        obligation=uuid,
        answers=body.answers,
        document=body.document,
        note=body.note,
        key=idempotency_key,
        by=actor_of(request),
    )


@router.post("/obligations/{uuid}/sheets", response=dict[str, str])
@requires(REPORT)
def read_sheet(request: HttpRequest, uuid: UUID, sheet: File[UploadedFile]) -> dict[str, str]:
    """Read a filled-in sheet and answer with what it says; nothing is stored."""
    if (sheet.size or 0) > MOST_BYTES:
        raise TooLargeSheet
    return dict(read_answers(uuid, sheet.read(), by=actor_of(request)))


@router.post("/obligations/{uuid}/checks", response={201: SubmissionOut})
@requires(CHECK)
def check(request: HttpRequest, uuid: UUID) -> SubmissionData:
    """Find the report in order."""
    return check_report(obligation=uuid, by=actor_of(request))


@router.post("/obligations/{uuid}/acceptances", response={201: SubmissionOut})
@requires(ORGANISE)
def accept(request: HttpRequest, uuid: UUID) -> SubmissionData:
    """Accept the report."""
    return accept_report(obligation=uuid, by=actor_of(request))


@router.post("/obligations/{uuid}/returns", response={201: SubmissionOut})
@requires(CHECK)
def give_back(request: HttpRequest, uuid: UUID, body: ReturnReasonIn) -> SubmissionData:
    """Return the report with a reason."""
    return return_report(obligation=uuid, reason=body.reason, by=actor_of(request))


@router.post("/obligations/{uuid}/extensions", response={201: ObligationOut})
@requires(ORGANISE)
def extend(request: HttpRequest, uuid: UUID, body: ExtensionIn) -> ObligationOut:
    """Give the agency more time, once."""
    extended = extend_obligation(
        obligation=uuid, working_days=body.working_days, reason=body.reason, by=actor_of(request)
    )
    return ObligationOut.of(extended)


@router.post("/obligations/{uuid}/excuses", response={201: ObligationOut})
@requires(ORGANISE)
def excuse(request: HttpRequest, uuid: UUID, body: ExcuseIn) -> ObligationOut:
    """Excuse the agency."""
    excused = excuse_obligation(obligation=uuid, reason=body.reason, ground=body.ground, by=actor_of(request))
    return ObligationOut.of(excused)


def _page(page: ObligationPage) -> ObligationPageOut:
    return ObligationPageOut(
        obligations=[ObligationOut.of(each) for each in page.obligations], next_after=page.next_after
    )


def _story(story: ObligationStory) -> StoryOut:
    questions: list[QuestionOut] = [question_out(each) for each in story.questions]
    return StoryOut(
        obligation=ObligationOut.of(story.obligation),
        form_version=story.form_version,
        questions=questions,
        submissions=[SubmissionOut.from_orm(each) for each in story.submissions],
        history=[StepOut.from_orm(each) for each in story.history],
        acts=[act for act in ReportAct if act in story.acts],
    )

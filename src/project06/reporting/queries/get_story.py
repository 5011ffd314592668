"""One duty with its form, its versions, its history, and what the reader may do with it now."""

from uuid import UUID

from django.db.models import Q

from project06.kernel.clock import now
from project06.kernel.permissions import Actor
from project06.reporting.data import ObligationStory
from project06.reporting.enums import ObligationState, ReportAct, ReportState
from project06.reporting.errors import UnknownObligation
from project06.reporting.models import Obligation, ObligationStep, Submission
from project06.reporting.queries.read_rows import obligation_data, obligations, step_data, submission_data
from project06.reporting.queries.visibility import can_read, levels_of
from project06.reporting.rules.questions import parse_questions
from project06.reporting.rules.states import ORGANISER, REPORTER, WRITABLE, can_extend, find_transition

_ACTS = {"check": ReportAct.CHECK, "return": ReportAct.RETURN, "accept": ReportAct.ACCEPT}


def get_story(obligation: UUID, *, by: Actor) -> ObligationStory:
    """Return a duty with everything that belongs to it; three statements.

    Drafts are seen by the reporting agency alone. Raises UnknownObligation, also for a duty that `by` may not see.
    """
    row = obligations().select_related("form").filter(uuid=obligation).first()
    if row is None or not can_read(by, row):
        raise UnknownObligation
    levels = levels_of(by, row)
    seen = Q() if REPORTER in levels else ~Q(state=ReportState.DRAFT)
    submissions = list(Submission.objects.filter(seen, obligation=row).order_by("version"))
    steps = ObligationStep.objects.filter(obligation=row).order_by("id")
    return ObligationStory(
        obligation=obligation_data(row),
        questions=parse_questions(row.form.questions),
        form_version=row.form.version,
        submissions=tuple(submission_data(each, row) for each in submissions),
        history=tuple(step_data(each) for each in steps),
        acts=_acts(row, submissions, levels, by),
    )


def _acts(row: Obligation, submissions: list[Submission], levels: frozenset[str], by: Actor) -> frozenset[ReportAct]:
    state = ObligationState(row.state)
    acts: set[ReportAct] = set()
    if REPORTER in levels and state in WRITABLE:
        acts.add(ReportAct.WRITE)
    if submissions and (by.account is None or submissions[-1].sent_by != by.account):
        standing = ReportState(submissions[-1].state)
        acts |= {_ACTS[act] for act in _ACTS if find_transition(act, standing, levels)}
    if ORGANISER in levels and state in WRITABLE:
        acts.add(ReportAct.EXCUSE)
        if row.extended_at is None and can_extend(state, due_at=row.due_at, at=now()):
            acts.add(ReportAct.EXTEND)
    return frozenset(acts)

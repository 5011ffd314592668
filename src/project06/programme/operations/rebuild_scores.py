"""Make the rows that landing pages read anew from the observations."""

from project06.evidence import public as evidence
from project06.kernel.permissions import Actor, check
from project06.programme.enums import RECOMPUTE_INDICATORS
from project06.programme.operations.observation_writing import rebuild


@evidence.operation(subject_kind="observations")
def rebuild_scores(*, by: Actor) -> int:
    """Drop every precomputed row and make it again, set-wise; return how many units and indicators have one.

    For repairs and after a change of the rules: operations keep the rows up to date by themselves. Raises NotAllowed.
    """
    check(by, RECOMPUTE_INDICATORS)
    made = rebuild()
    evidence.record(
        by=by,
        action="programme.rebuild-scores",
        subject_kind="observations",
        subject=None,
        purpose="Make the rows of landing pages equal to the figures",
        legal_ground="Decision 766/QD-TTg of 2022-06-23",
        details={"rows": str(made)},
    )
    return made

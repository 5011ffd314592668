"""Write down what stands in the way."""

from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check
from project06.programme.data.registers import BottleneckData, BottleneckDraft
from project06.programme.enums.steering import MANAGE_REGISTERS, BottleneckState
from project06.programme.events.steering import BottleneckMoved
from project06.programme.operations.bottleneck_writing import write_bottleneck
from project06.programme.operations.movement_writing import REGISTER_GROUND
from project06.programme.queries.acting_agencies import get_acting
from project06.programme.queries.bottlenecks import get_bottleneck


@evidence.operation
def open_bottleneck(*, draft: BottleneckDraft, by: Actor) -> BottleneckData:
    """Enter a bottleneck into the register of the agency that must remove it.

    Raises UnknownAgency (agencies), NotAllowed, TitleMissing, UnusableDueDate, UnknownTask.
    Law: Document 452/TTg-KSTT of 2023-05-23.
    """
    owner = get_acting(draft.owner, draft.raised_on)
    check(by, MANAGE_REGISTERS, path=owner.unit_path)
    row = write_bottleneck(draft, owner, by=by)
    evidence.record(
        by=by,
        action="programme.open-bottleneck",
        subject_kind="bottleneck",
        subject=row.uuid,
        purpose="Keep the register of bottlenecks",
        legal_ground=REGISTER_GROUND,
        details={"owner": owner.code, "class": draft.kind.value},
    )
    publish(BottleneckMoved(bottleneck=row.uuid, state=BottleneckState.OPEN))
    return get_bottleneck(row.uuid, by=Actor.system("open_bottleneck")).bottleneck

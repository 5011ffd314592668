"""Let an act be known that orders something."""

from collections.abc import Mapping

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check
from project06.programme.data.tasks import DirectiveData, DirectiveKey
from project06.programme.enums.steering import MANAGE_TASKS, DirectiveKind
from project06.programme.errors.steering import ActMissing, DirectiveExists
from project06.programme.events.steering import DirectiveRegistered
from project06.programme.models import Directive
from project06.programme.operations.task_support import GROUND, tidy_titles
from project06.programme.queries.directives import directive_data


@evidence.operation
def register_directive(
    *,
    key: DirectiveKey,
    kind: DirectiveKind,
    issuer: str,
    titles: Mapping[str, str],
    document: str = "",
    note: str = "",
    by: Actor,
) -> DirectiveData:
    """Register an act under its number and date; registering the same again changes nothing.

    Raises NotAllowed, ActMissing, TitleMissing, DirectiveExists when number and date belong to something else.
    """
    check(by, MANAGE_TASKS)
    number = " ".join(key.number.split())
    if not number or not issuer.strip():
        raise ActMissing
    said = {
        "kind": kind,
        "issuer": " ".join(issuer.split()),
        "titles": tidy_titles(titles),
        "document": document.strip(),
        "note": " ".join(note.split()),
    }
    row, is_new = Directive.objects.get_or_create(
        number=number, issued_on=key.issued_on, defaults={**said, "registered_at": now()}
    )
    if not is_new:
        if any(getattr(row, name) != value for name, value in said.items()):
            raise DirectiveExists
        return directive_data(row)
    evidence.record(
        by=by,
        action="programme.register-directive",
        subject_kind="directive",
        subject=row.uuid,
        purpose="Know what orders tasks",
        legal_ground=GROUND,
        details={"kind": kind.value},
    )
    publish(DirectiveRegistered(directive=row.uuid))
    return directive_data(row)

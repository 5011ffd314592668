"""The cast of the demonstration world (docs: Lan may, Hoa must not). All of them are invented."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from project06.identity.data import PersonaData
from project06.identity.enums import AccountKind


@dataclass(frozen=True, slots=True)
class Persona:
    """A persona with the post that the demonstration world gives them."""

    code: str
    name: str
    full_name: str
    description: str | Promise
    kind: AccountKind = AccountKind.OFFICER
    agency: str = ""
    post: str = ""
    roles: tuple[str, ...] = ()

    @property
    def email(self) -> str:
        """An address that cannot exist (RFC 2606)."""
        return f"{self.code}@demo.example"

    @property
    def staff_number(self) -> str:
        """A number that no staff list uses."""
        return f"DEMO-{self.code.upper()}"

    def to_data(self) -> PersonaData:
        """Return what pages show of the persona."""
        return PersonaData(self.code, self.name, self.full_name, self.description, self.kind)


PERSONAS: tuple[Persona, ...] = (
    Persona(
        code="lan",
        name="Lan",
        full_name="Nguyễn Thị Lan",
        description=_("Citizen: sees her own data and files applications"),
        kind=AccountKind.CITIZEN,
    ),
    Persona(
        code="minh",
        name="Minh",
        full_name="Trần Văn Minh",
        description=_("One-stop officer of Sơn Dương commune, Tuyên Quang"),
        agency="TTHCC-02536",
        post="Công chức tiếp nhận hồ sơ",
        roles=("one_stop_officer", "unit_reporter"),
    ),
    Persona(
        code="hoa",
        name="Hoa",
        full_name="Lê Thị Hoa",
        description=_("Officer of another commune, Tân Trào: must not see what is Minh's"),
        agency="TTHCC-02545",
        post="Công chức tiếp nhận hồ sơ",
        roles=("one_stop_officer",),
    ),
    Persona(
        code="tuan",
        name="Tuấn",
        full_name="Phạm Anh Tuấn",
        description=_("Auditor of the Government Inspectorate: reads the evidence of the whole country"),
        agency="TTCP",
        post="Thanh tra viên",
        roles=("auditor",),
    ),
    Persona(
        code="mai",
        name="Mai",
        full_name="Hoàng Thị Mai",
        description=_("Data steward of the police of Sơn Dương commune: keeps the register correct"),
        agency="CA-02536",
        post="Cán bộ quản lý dữ liệu dân cư",
        roles=("data_steward",),
    ),
    Persona(
        code="son",
        name="Sơn",
        full_name="Đỗ Thanh Sơn",
        description=_("Secretary of the working group of Tuyên Quang: tasks, reports, meetings"),
        agency="UBND-08",
        post="Thư ký Tổ công tác Đề án 06",
        roles=("working_group_secretary",),
    ),
    Persona(
        code="chinh",
        name="Chính",
        full_name="Vũ Đức Chính",
        description=_("Chairman of the People's Committee of Tuyên Quang: what is late, what is stuck"),
        agency="UBND-08",
        post="Chủ tịch Ủy ban nhân dân tỉnh",
        roles=("chairman",),
    ),
)


def find_persona(code: str) -> Persona | None:
    """Return the persona with the code, or None."""
    return next((persona for persona in PERSONAS if persona.code == code), None)


def list_personas() -> tuple[PersonaData, ...]:
    """Return the cast in the order in which a visitor meets it."""
    return tuple(persona.to_data() for persona in PERSONAS)

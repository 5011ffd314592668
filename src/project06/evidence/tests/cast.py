"""The people of the tests."""

from uuid import UUID

from project06.kernel.permissions import Actor, ActorKind, Grant

LAN = Actor(account=UUID(int=1), name="Nguyễn Thị Lan", kind=ActorKind.PERSON)
MINH = Actor(
    account=UUID(int=2),
    name="Trần Văn Minh",
    kind=ActorKind.OFFICER,
    agency="VN-08-02500",
    agency_name="Ủy ban nhân dân xã Thượng Lâm",
    post=UUID(int=20),
    post_title="Công chức tư pháp - hộ tịch",
)
TUAN = Actor(
    account=UUID(int=3),
    name="Lê Anh Tuấn",
    kind=ActorKind.OFFICER,
    agency="TTCP",
    agency_name="Thanh tra Chính phủ",
    post=UUID(int=30),
    post_title="Thanh tra viên",
    grants=(Grant("evidence.audit", ("VN",)),),
)
NIGHTLY = Actor.system("nightly")

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from project06.kernel.permissions import Actor
from project06.notices import public as notices
from project06.notices.data import Message
from project06.notices.models import Notice

SYSTEM = Actor.system("identity.sign-in")
LAN = notices.Recipient(account=UUID(int=1), channel=notices.Channel.EMAIL, address="lan@example.vn", language="vi")


class Unreliable:
    """A provider of the outside world that takes nothing while it is `down`."""

    down = False
    taken: list[Message] = []  # noqa: RUF012 - emptied by the fixture

    def send(self, message: Message) -> str:
        if self.down:
            raise notices.CannotSend(f"{message.address} was not taken")
        self.taken.append(message)
        return "queued"


@pytest.fixture
def outside(settings, monkeypatch) -> type[Unreliable]:
    monkeypatch.setattr(Unreliable, "down", False)
    monkeypatch.setattr(Unreliable, "taken", [])
    path = f"{__name__}.Unreliable"
    settings.PROJECT06_NOTICE_PROVIDERS = {"email": path, "sms": path}
    return Unreliable


@pytest.fixture
def folder(settings, tmp_path) -> Path:
    settings.PROJECT06_OUTBOX_FOLDER = tmp_path / "outbox"
    path = "project06.notices.contrib.file.provider.FileProvider"
    settings.PROJECT06_NOTICE_PROVIDERS = dict.fromkeys(("email", "sms", "push"), path)
    return tmp_path / "outbox"


@pytest.fixture
def send(db) -> Callable[..., Notice]:
    def put(to: notices.Recipient = LAN, **context: object) -> Notice:
        uuid = notices.send(to=to, template="notices.test", context={"name": "Lan"} | context, by=SYSTEM)
        return Notice.objects.get(uuid=uuid)

    return put

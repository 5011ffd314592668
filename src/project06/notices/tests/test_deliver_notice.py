from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from uuid import UUID

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.management import call_command
from procrastinate.contrib.django.models import ProcrastinateJob

from project06.evidence import public as evidence
from project06.kernel.clock import frozen, now
from project06.kernel.jobs import list_jobs
from project06.kernel.pii import outdated, undeclared
from project06.notices import public as notices
from project06.notices.contrib.console.provider import ConsoleProvider
from project06.notices.contrib.django_mail.backend import NoticeBackend
from project06.notices.contrib.smtp.provider import SmtpProvider
from project06.notices.data import Message
from project06.notices.errors import UnknownNotice
from project06.notices.models import Notice
from project06.notices.rules import KEEP_TEXT, MOST_TRIES, pause_after
from project06.notices.tests.conftest import LAN, SYSTEM

pytestmark = pytest.mark.django_db
MESSAGE = Message(
    uuid=UUID(int=7), channel=notices.Channel.EMAIL, address="lan@example.vn", subject="Chào", text="Xin chào Lan"
)


def test_the_provider_gets_the_notice(send, outside):
    notice = send()

    state = notices.deliver_notice(notice=notice.uuid, by=SYSTEM)

    notice.refresh_from_db()
    assert state is notices.NoticeState.SENT
    assert [each.uuid for each in outside.taken] == [notice.uuid]
    assert (notice.state, notice.reference, notice.tries) == ("sent", "queued", 1)
    assert notice.sent_at is not None


def test_a_notice_already_sent_is_not_sent_again(send, outside):
    notice = send()
    notices.deliver_notice(notice=notice.uuid, by=SYSTEM)

    notices.deliver_notice(notice=notice.uuid, by=SYSTEM)

    assert len(outside.taken) == 1


def test_a_notice_that_is_not_taken_is_tried_again_later(send, outside):
    notice = send()
    outside.down = True

    with frozen(now()):
        notices.deliver_notice(notice=notice.uuid, by=SYSTEM)
        next_try = ProcrastinateJob.objects.latest("id")

        notice.refresh_from_db()
        assert (notice.state, notice.tries) == ("waiting", 1)
        assert notice.last_error == "*** was not taken"
        assert next_try.scheduled_at == now() + pause_after(1)


def test_a_notice_never_taken_is_given_up_and_recorded(send, outside):
    notice = send()
    outside.down = True

    for _ in range(MOST_TRIES):
        notices.deliver_notice(notice=notice.uuid, by=SYSTEM)

    notice.refresh_from_db()
    assert (notice.state, notice.tries) == ("dead", MOST_TRIES)
    assert evidence.list_for_subject(LAN.account).records[0].outcome is evidence.Outcome.FAILED


def test_a_channel_without_provider_fails_visibly(send, outside):
    notice = send(replace(LAN, channel=notices.Channel.PUSH, address="device"))

    notices.deliver_notice(notice=notice.uuid, by=SYSTEM)

    notice.refresh_from_db()
    assert notice.last_error == "No provider is set up for push."


def test_an_unknown_notice_is_refused(db):
    with pytest.raises(UnknownNotice):
        notices.deliver_notice(notice=UUID(int=404), by=SYSTEM)


def test_the_pauses_grow_to_an_hour_before_it_is_given_up():
    pauses = [pause_after(tries) for tries in range(1, MOST_TRIES)]

    assert pauses[0] == timedelta(seconds=30)
    assert pauses[-1] == timedelta(minutes=32)
    assert pause_after(MOST_TRIES) is None


def test_what_was_given_up_is_sent_again_on_request(send, outside, capsys):
    notice = send()
    outside.down = True
    for _ in range(MOST_TRIES):
        notices.deliver_notice(notice=notice.uuid, by=SYSTEM)
    outside.down = False

    call_command("notices_revive")
    assert "1 would be sent again; add --write." in capsys.readouterr().out
    call_command("notices_revive", "--write")
    call_command("notices_revive", "--write")
    assert "0 will be sent again." in capsys.readouterr().out
    list_jobs()["notices.deliver"].run({"notice": str(notice.uuid)})

    assert [each.uuid for each in outside.taken] == [notice.uuid]


def test_old_words_and_addresses_are_wiped(send, outside):
    sent, waiting = send(), send()
    notices.deliver_notice(notice=sent.uuid, by=SYSTEM)

    with frozen(now() + KEEP_TEXT + timedelta(days=1)):
        fresh = send()
        list_jobs()["notices.wipe"].run({})

    for each in (sent, waiting, fresh):
        each.refresh_from_db()
    assert (sent.address, sent.subject, sent.text) == ("", "", "")
    assert waiting.address == fresh.address == LAN.address


def test_wiping_says_how_many_and_is_recorded_once(send, outside):
    notices.deliver_notice(notice=send().uuid, by=SYSTEM)

    with frozen(now() + KEEP_TEXT + timedelta(days=1)):
        counts = [notices.wipe_notices(by=SYSTEM), notices.wipe_notices(by=SYSTEM)]

    assert counts == [1, 0]
    wanted = evidence.RecordFilter(action="notices.wipe-notices")
    (record,) = evidence.inspect_records(wanted=wanted, by=SYSTEM).records
    assert record.details == {"count": "1"}


def test_nothing_dead_means_nothing_to_revive(send):
    send()

    assert notices.revive_notices(by=SYSTEM) == 0


def test_the_file_provider_writes_a_mail_that_programs_can_open(send, folder):
    notice = send()

    notices.deliver_notice(notice=notice.uuid, by=SYSTEM)

    mail = message_from_bytes((folder / f"{notice.uuid}.eml").read_bytes(), policy=policy.default)
    assert mail["To"] == LAN.address
    assert mail["Subject"] == notice.subject
    assert notice.text in mail.get_content()
    assert [each.name for each in folder.iterdir()] == [f"{notice.uuid}.eml"]


def test_the_file_provider_writes_text_messages(send, folder):
    notice = send(replace(LAN, channel=notices.Channel.SMS, address="+84912345678"))

    notices.deliver_notice(notice=notice.uuid, by=SYSTEM)

    assert (folder / f"{notice.uuid}.txt").read_text().startswith("+84912345678\n")


def test_a_folder_that_cannot_be_written_puts_the_notice_off(send, folder):
    folder.write_text("a file stands where the folder should be")
    notice = send()

    notices.deliver_notice(notice=notice.uuid, by=SYSTEM)

    notice.refresh_from_db()
    assert notice.state == "waiting"
    assert "cannot be written" in notice.last_error


def test_the_console_provider_prints(capsys):
    assert ConsoleProvider().send(MESSAGE) == "console"
    assert "lan@example.vn: Chào" in capsys.readouterr().err


def test_the_smtp_provider_hands_over_one_mail(mailoutbox):
    reference = SmtpProvider().send(MESSAGE)

    (mail,) = mailoutbox
    assert (mail.to, mail.subject, mail.body) == (["lan@example.vn"], "Chào", "Xin chào Lan")
    assert mail.extra_headers["Message-ID"] == reference


def test_an_smtp_server_that_is_away_puts_the_notice_off(settings):
    settings.MAILERS = {
        "smtp": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": 1, "timeout": 1},
        }
    }

    with pytest.raises(notices.CannotSend, match="did not take the mail"):
        SmtpProvider().send(MESSAGE)


def test_mail_of_other_packages_goes_through_the_outbox():
    mail = EmailMultiAlternatives("Xác nhận", "Mã của bạn", to=["lan@example.vn", "minh@example.vn"])
    mail.attach_alternative("<p>Mã của bạn</p>", "text/html")

    sent = NoticeBackend(alias="default").send_messages([mail, EmailMessage("x", "y", to=[])])

    assert sent == 1
    assert set(Notice.objects.values_list("address", "subject", "text")) == {
        ("lan@example.vn", "Xác nhận", "Mã của bạn"),
        ("minh@example.vn", "Xác nhận", "Mã của bạn"),
    }


def test_a_test_notice_can_be_sent_by_command(capsys):
    call_command("notices_send_test", "ops@example.vn")
    assert "add --write" in capsys.readouterr().out
    assert not Notice.objects.exists()

    call_command("notices_send_test", "ops@example.vn", "--language=en", "--write")

    assert Notice.objects.get().subject == "A test notice from Project 06"


def test_every_column_is_declared():
    assert undeclared(Notice) == set()
    assert outdated(Notice) == set()

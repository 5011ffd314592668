from dataclasses import replace
from uuid import UUID

import pytest
from django.db import transaction
from django.template import TemplateDoesNotExist
from hypothesis import given
from hypothesis import strategies as st
from procrastinate.contrib.django.models import ProcrastinateJob

from project06.evidence import public as evidence
from project06.notices import public as notices
from project06.notices.errors import WrongAddress
from project06.notices.models import Notice
from project06.notices.rules import is_address, split_text, template_file
from project06.notices.tests.conftest import LAN, SYSTEM

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "subject"),
    [("vi", "Thông báo thử từ Đề án 06"), ("en", "A test notice from Project 06")],
)
def test_a_notice_speaks_the_language_of_its_reader(send, language, subject):
    notice = send(replace(LAN, language=language))

    assert notice.subject == subject
    assert "Lan" in notice.text
    assert notice.state == "waiting"


def test_the_words_are_plain_text(send):
    assert "Lan & <Minh>" in send(name="Lan & <Minh>").text


def test_a_notice_leaves_by_a_job_that_knows_only_its_number(send):
    notice = send()

    job = ProcrastinateJob.objects.get()
    assert (job.task_name, job.args) == ("notices.deliver", {"notice": str(notice.uuid)})


def test_sending_is_evidence_about_the_account(send):
    send()

    (record,) = evidence.list_for_subject(LAN.account).records
    assert (record.action, record.fields, record.system_name) == ("notices.send", ("address",), "identity.sign-in")
    assert LAN.address not in str(record)


@pytest.mark.django_db(transaction=True)
def test_nothing_leaves_without_a_commit():
    with transaction.atomic():
        notices.send(to=LAN, template="notices.test", context={"name": "Lan"}, by=SYSTEM)
        transaction.set_rollback(True)

    assert not Notice.objects.exists()
    assert not ProcrastinateJob.objects.exists()


WRONG = ["", "lan", "lan@", "lan@example", "a@b.vn, c@d.vn", "a@b.vn\nBcc: c@d.vn", "x" * 250 + "@b.vn"]


@pytest.mark.parametrize("address", WRONG)
def test_a_wrong_address_is_refused(address):
    with pytest.raises(WrongAddress):
        notices.send(to=replace(LAN, address=address), template="notices.test", context={}, by=SYSTEM)

    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    ("channel", "address", "fits"),
    [
        (notices.Channel.SMS, "+84912345678", True),
        (notices.Channel.SMS, "0912345678", True),
        (notices.Channel.SMS, "113", False),
        (notices.Channel.PUSH, "device", True),
        (notices.Channel.PUSH, " ", False),
    ],
)
def test_each_channel_has_its_addresses(channel, address, fits):
    assert is_address(channel, address) == fits


def test_an_unknown_template_is_a_defect():
    with pytest.raises(TemplateDoesNotExist):
        notices.send(to=LAN, template="notices.nothing", context={}, by=SYSTEM)


def test_ready_words_are_sent_as_they_are():
    uuid = notices.send_text(to=LAN, origin="notices.mail", subject="Mã xác nhận\nBcc: x", text="123", by=SYSTEM)

    notice = Notice.objects.get(uuid=uuid)
    assert (notice.template, notice.subject, notice.text) == ("notices.mail", "Mã xác nhận", "123")


def test_somebody_sees_what_was_sent_to_them_newest_first(send):
    older, newer = send(), send()
    send(replace(LAN, account=UUID(int=2)))

    listed = notices.list_for_account(LAN.account)

    assert [each.uuid for each in listed] == [newer.uuid, older.uuid]
    assert listed[0].state is notices.NoticeState.WAITING


@given(st.text(max_size=400))
def test_a_subject_is_one_line_whatever_the_template_says(rendered):
    subject, _text = split_text(rendered)

    assert len(subject.splitlines()) <= 1
    assert len(subject) <= 200


def test_a_template_lies_in_its_package():
    assert template_file("identity.new-device") == "identity/notices/new-device.txt"

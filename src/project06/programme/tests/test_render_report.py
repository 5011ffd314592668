"""Handing over a report: by the operation, by the page and by the command."""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from project06.evidence import public as evidence
from project06.evidence.data import RecordFilter
from project06.kernel.errors import NotAllowed
from project06.kernel.permissions import anonymous
from project06.places.errors import UnknownUnit
from project06.programme.enums.report import ReportFormat
from project06.programme.errors.report import FormNotAvailable, ReportLanguageUnknown, ReportPeriodUnknown
from project06.programme.operations.render_report import render_report
from project06.programme.tests.indicator_world import CHI, HOA, SYSTEM, TUAN
from project06.programme.tests.report_figures import DIEN_BIEN
from project06.programme.tests.report_reading import shipped_cut

pytestmark = pytest.mark.django_db
ASKED = {
    "unit": "dien-bien",
    "period": "2024-H1",
    "as_of": date(2024, 6, 30),
    "language": "en",
    "form": ReportFormat.HTML,
}
FORM = {**ASKED, "as_of": "2024-06-30", "form": "html"}
WORDS = ["programme_report", "--unit", "11", "--period", "2024-H1", "--as-of", "2024-06-30"]


@pytest.fixture
def enter(client, monkeypatch):
    def enter(actor):
        monkeypatch.setattr("project06.kernel.access._actor_loader", lambda: lambda _request: actor)
        return client

    return enter


def test_records_unit_period_and_digest_of_the_look() -> None:
    rendered = render_report(**ASKED, by=CHI)

    (written,) = evidence.inspect_records(wanted=RecordFilter(action="programme.render-report"), by=SYSTEM).records
    assert rendered.digest == shipped_cut(DIEN_BIEN).digest
    assert rendered.file_name == "project06-dien-bien-2024-h1.en.html"
    assert written.details == {
        "unit": "VN/11",
        "period": "2024-H1",
        "as_of": "2024-06-30",
        "language": "en",
        "form": "html",
        "digest": rendered.digest,
    }


@pytest.mark.parametrize("actor", [HOA, anonymous()])
def test_refuses_whoever_may_not_read_the_unit(actor) -> None:
    with pytest.raises(NotAllowed):
        render_report(**ASKED, by=actor)


def test_refuses_the_country_to_whoever_may_read_a_province_only() -> None:
    with pytest.raises(NotAllowed):
        render_report(**{**ASKED, "unit": "VN"}, by=CHI)
    assert render_report(**{**ASKED, "unit": "VN", "as_of": date(2024, 7, 10)}, by=TUAN).content


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"unit": "atlantis"}, UnknownUnit),
        ({"period": "2024-H3"}, ReportPeriodUnknown),
        ({"language": "fr"}, ReportLanguageUnknown),
    ],
)
def test_refuses_what_it_does_not_know(wrong, refusal) -> None:
    with pytest.raises(refusal):
        render_report(**{**ASKED, **wrong}, by=SYSTEM)


def test_says_what_is_missing_when_a_form_cannot_be_made(settings, tmp_path) -> None:
    settings.PROJECT06_ASSETS = tmp_path

    with pytest.raises(FormNotAvailable) as refused:
        render_report(**{**ASKED, "form": ReportFormat.PDF}, by=SYSTEM)

    assert "run.py" in refused.value.say()


def test_asks_which_report_and_offers_the_shipped_ones(enter) -> None:
    page = enter(CHI).get(reverse("programme:report"), {"unit": "11"}, headers={"accept-language": "en"})

    text = page.content.decode()
    assert page.status_code == 200
    assert 'value="11"' in text
    assert "Tỉnh Tuyên Quang" in text
    assert "unit=VN&amp;period=2024-H1&amp;as_of=2024-07-10" in text


def test_shows_the_report_in_the_browser_under_a_policy_of_its_own(enter) -> None:
    answer = enter(CHI).post(reverse("programme:render_report"), FORM)

    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/html")
    assert answer["Content-Disposition"] == "inline"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'; style-src data:")
    assert answer["ETag"] == f'"{shipped_cut(DIEN_BIEN).digest}"'


def test_hands_over_a_file(enter) -> None:
    answer = enter(CHI).post(reverse("programme:render_report"), {**FORM, "form": "pdf"})

    assert answer.content.startswith(b"%PDF-")
    assert "project06-dien-bien-2024-h1.en.pdf" in answer["Content-Disposition"]


@pytest.mark.parametrize("wrong", [{"unit": "atlantis"}, {"period": "June"}, {"as_of": "yesterday"}, {"form": "odt"}])
def test_shows_the_form_again_with_what_is_wrong(enter, wrong) -> None:
    answer = enter(CHI).post(reverse("programme:render_report"), {**FORM, **wrong})

    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()
    assert 'class="error-line"' in answer.content.decode()
    assert "default-src 'self'" in answer["Content-Security-Policy"]


def test_keeps_hoa_out(enter) -> None:
    client = enter(HOA)

    assert client.post(reverse("programme:render_report"), FORM).status_code == 403
    assert client.get(reverse("programme:render_report")).status_code == 405


@pytest.mark.parametrize(("form", "beginning"), [("html", b"<!doctype html>"), ("pdf", b"%PDF-"), ("xlsx", b"PK")])
def test_writes_to_standard_output(capfdbinary, form: str, beginning: bytes) -> None:
    call_command(*WORDS, "--language", "cs", "--format", form)

    assert capfdbinary.readouterr().out.lower().startswith(beginning.lower())


def test_writes_to_a_file_and_says_its_digest(tmp_path) -> None:
    out, said = tmp_path / "report.docx", io.StringIO()

    call_command(*WORDS, "--format", "docx", "--out", str(out), stderr=said)

    assert out.read_bytes().startswith(b"PK")
    assert shipped_cut(DIEN_BIEN).digest in said.getvalue()


@pytest.mark.parametrize(
    "words",
    [
        [*WORDS[:1], "--unit", "atlantis", *WORDS[3:]],
        [*WORDS[:-1], "tomorrow"],
        [*WORDS, "--language", "fr"],
        [*WORDS, "--out", "/nowhere/report.html"],
    ],
)
def test_refuses_on_the_command_line_in_one_sentence(words) -> None:
    with pytest.raises(CommandError):
        call_command(*words)

"""Rules of reporting: windows, deadlines, questions, answers, audiences."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from project06.kernel.clock import VIETNAM
from project06.kernel.periods import Period
from project06.kernel.working_time import office_time
from project06.reporting.data import Audience, DueRule, Question, SheetRow
from project06.reporting.enums import (
    AnswerFault,
    AudienceLevel,
    DueUnit,
    ObligationState,
    QuestionKind,
    Recurrence,
    ReportState,
)
from project06.reporting.rules import answers, audiences, deadlines, questions, states, windows

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
RECURRING = st.sampled_from([each for each in Recurrence if each is not Recurrence.ONCE])
NUMBER = Question(code="n", kind=QuestionKind.NUMBER, labels={"vi": "Số"}, decimals=2)
SHARE = Question(code="s", kind=QuestionKind.SHARE, labels={"vi": "Tỷ lệ"}, decimals=2)


@given(RECURRING, DAYS, st.one_of(st.none(), st.integers(2, 28)))
def test_finds_the_one_period_whose_window_holds_the_day(recurrence, day, closes_on):
    period = windows.period_on(recurrence, day, closes_on=closes_on)

    start, end = windows.window_of(period, closes_on)
    assert start <= day < end
    assert windows.window_of(period.next(), closes_on)[0] == end, "no day is lost between two reports"
    assert windows.belongs_to(period, recurrence)


def test_knows_the_annual_window_of_the_law():
    assert windows.window_of(Period.parse("2026"), 15) == (date(2025, 12, 15), date(2026, 12, 15))


def test_has_no_period_for_a_single_campaign():
    single = windows.single_period("security", date(2024, 5, 2), date(2024, 6, 1))

    assert windows.window_of(single, None) == (date(2024, 5, 2), date(2024, 6, 1))
    assert not windows.belongs_to(single, Recurrence.ONCE)
    with pytest.raises(ValueError, match="dates of its own"):
        windows.period_on(Recurrence.ONCE, date(2024, 5, 2), closes_on=None)


@given(DAYS, st.integers(1, 60), st.sampled_from(list(DueUnit)), st.integers(1, 60))
def test_is_due_on_a_working_day_after_the_window_and_later_when_extended(end, amount, unit, more):
    rule = DueRule(amount=amount, unit=unit)

    due = deadlines.due_at(end, rule)

    assert due.astimezone(VIETNAM).date() >= end
    assert office_time().is_working_day(due.astimezone(VIETNAM))
    assert deadlines.extended_due_at(end, rule, working_days=more) > due


@pytest.mark.parametrize(("amount", "day"), [(6, date(2026, 12, 21)), (11, date(2026, 12, 25))])
def test_knows_the_two_dates_of_the_annual_security_report(amount, day):
    """20 and 25 December (Decree 331/2026/NĐ-CP); 20 December 2026 is a Sunday, so the next working day counts."""
    due = deadlines.due_at(date(2026, 12, 15), DueRule(amount=amount, unit=DueUnit.CALENDAR_DAYS))

    assert due == datetime(day.year, day.month, day.day, 17, tzinfo=VIETNAM)


def test_reminds_and_escalates_in_working_days():
    friday = datetime(2026, 10, 16, 7, 30, tzinfo=VIETNAM)

    assert deadlines.reminds_until(friday, working_days=0) == datetime(2026, 10, 17, tzinfo=VIETNAM)
    assert deadlines.reminds_until(friday, working_days=1) == datetime(2026, 10, 20, tzinfo=VIETNAM)
    assert deadlines.escalates_from(friday, working_days=5) == datetime(2026, 10, 9, tzinfo=VIETNAM)
    assert deadlines.working_days_between(friday, friday - timedelta(days=9)) == 0


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_keeps_every_number_exactly(number):
    clean, faults = answers.check_answers([NUMBER], {"n": str(number)}, is_draft=False)

    assert faults == ()
    assert Decimal(clean["n"]) == number
    assert answers.check_answers([NUMBER], clean, is_draft=False) == (clean, ())


@given(st.decimals(min_value=-1000, max_value=1000, places=1))
def test_takes_a_share_exactly_between_0_and_100(share):
    _, faults = answers.check_answers([SHARE], {"s": f"{share} %"}, is_draft=False)

    assert bool(faults) is not (0 <= share <= 100)


@given(st.text(max_size=40))
def test_never_fails_on_what_somebody_types(text):
    answers.check_answers([NUMBER, SHARE], {"n": text, "s": text}, is_draft=False)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("14.528", AnswerFault.THOUSANDS_MARK),
        ("14,528", AnswerFault.THOUSANDS_MARK),
        ("1.234.567,5", AnswerFault.THOUSANDS_MARK),
        ("1 234", AnswerFault.THOUSANDS_MARK),
        ("1,2345", AnswerFault.TOO_MANY_DECIMALS),
        ("twelve", AnswerFault.NOT_A_NUMBER),
        ("1e5", AnswerFault.NOT_A_NUMBER),
        ("NaN", AnswerFault.NOT_A_NUMBER),
        ("٣", AnswerFault.NOT_A_NUMBER),
        (True, AnswerFault.NOT_A_NUMBER),
    ],
)
def test_guesses_no_number(typed, fault):
    assert answers.check_answers([NUMBER], {"n": typed}, is_draft=False)[1] == (("n", fault),)


@pytest.mark.parametrize(
    ("typed", "kept"), [("12,5", "12.5"), ("+3", "3"), ("-0", "0"), (12.0, "12"), ("1200", "1200")]
)
def test_reads_both_decimal_marks(typed, kept):
    assert answers.check_answers([NUMBER], {"n": typed}, is_draft=False)[0] == {"n": kept}


def test_bounds_texts_and_choices():
    (choice,) = questions.parse_questions(
        [{"code": "c", "kind": "choice", "labels": {"vi": "Chọn"}, "choices": [{"code": "a", "labels": {"vi": "A"}}]}]
    )
    text = Question(code="t", kind=QuestionKind.TEXT, labels={"vi": "Chữ"})
    bounded = Question(code="b", kind=QuestionKind.NUMBER, labels={"vi": "Số"}, minimum=Decimal(1), maximum=Decimal(5))

    _, faults = answers.check_answers([choice, text, bounded], {"c": "z", "t": "x" * 2_001, "b": "6"}, is_draft=False)

    assert faults == (
        ("c", AnswerFault.UNKNOWN_CHOICE),
        ("t", AnswerFault.TOO_LONG),
        ("b", AnswerFault.TOO_LARGE),
    )


def test_drops_characters_that_no_report_needs():
    text = Question(code="t", kind=QuestionKind.TEXT, labels={"vi": "Chữ"})

    assert answers.check_answers([text], {"t": "a\x00b\n"}, is_draft=False)[0] == {"t": "ab"}


def test_leaves_an_empty_row_of_a_sheet_open():
    assert answers.gather_rows([NUMBER], [SheetRow(number=2, code="n", answer=None)]) == ({}, ())


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ({"kind": "number", "labels": {"vi": "x"}}, "1.code"),
        ({"code": "A b", "kind": "number", "labels": {"vi": "x"}}, "1.code"),
        ({"code": "a", "kind": "colour", "labels": {"vi": "x"}}, "1.kind"),
        ({"code": "a", "kind": "text", "labels": {"en": "x"}}, "1.labels"),
        ({"code": "a", "kind": "text", "labels": {"vi": "x", "fr": "y"}}, "1.labels"),
        ({"code": "a", "kind": "text", "labels": {"vi": "x" * 301}}, "1.labels"),
        ({"code": "a", "kind": "number", "labels": {"vi": "x"}, "minimum": "one"}, "1.minimum"),
        ({"code": "a", "kind": "number", "labels": {"vi": "x"}, "minimum": "NaN"}, "1.minimum"),
        ({"code": "a", "kind": "number", "labels": {"vi": "x"}, "minimum": 2, "maximum": 1}, "1.maximum"),
        ({"code": "a", "kind": "number", "labels": {"vi": "x"}, "decimals": 3}, "1.decimals"),
        ({"code": "a", "kind": "choice", "labels": {"vi": "x"}}, "1.choices"),
        ({"code": "a", "kind": "text", "labels": {"vi": "x"}, "choices": "ab"}, "1.choices"),
        ({"code": "a", "kind": "choice", "labels": {"vi": "x"}, "choices": ["b"]}, "1.choices.1"),
        (
            {
                "code": "a",
                "kind": "choice",
                "labels": {"vi": "x"},
                "choices": [{"code": "b", "labels": {"vi": "B"}}] * 2,
            },
            "1.choices",
        ),
    ],
)
def test_names_the_place_of_an_unusable_form(question, place):
    with pytest.raises(questions.FormFault, match=place):
        questions.parse_questions([question])


def test_reads_back_what_it_writes():
    parsed = questions.parse_questions(
        [
            {"code": "a", "kind": "number", "labels": {"vi": "A"}, "minimum": 0, "decimals": 1, "unit": "km"},
            {"code": "b", "kind": "share", "labels": {"vi": "B"}, "required": False},
        ]
    )

    assert questions.parse_questions(questions.to_document(parsed)) == parsed


@given(st.sampled_from(["submit", "check", "return", "accept"]), st.sampled_from(list(ReportState)))
def test_lets_nobody_act_without_a_level(act, state):
    assert states.find_transition(act, state, frozenset()) is None


@given(st.sampled_from(states.TRANSITIONS))
def test_lets_the_organiser_do_what_a_superior_does(step):
    assume(step.level != states.REPORTER)

    assert states.find_transition(step.act, step.before, frozenset({states.ORGANISER})) == step


def test_leads_nowhere_from_an_accepted_report():
    assert all(step.before not in {ReportState.ACCEPTED, ReportState.RETURNED} for step in states.TRANSITIONS)
    assert ObligationState.ACCEPTED not in states.WRITABLE


@pytest.mark.parametrize(
    ("audience", "path", "expected"),
    [
        (Audience(below="VN", kinds=("ministry",)), "VN", True),
        (Audience(below="VN", kinds=("ministry",), level=AudienceLevel.PROVINCE), "VN", False),
        (Audience(below="VN", kinds=("ministry",), level=AudienceLevel.CENTRAL), "VN", True),
        (Audience(below="VN/08", kinds=("ministry",)), "VN/080", False),
        (Audience(below="VN", kinds=("ministry",), level=AudienceLevel.COMMUNE), "VN/08/070/02536", True),
        (Audience(below="VN", kinds=("police",)), "VN", False),
        (Audience(below="VN", codes=("BTC",)), "VN", True),
    ],
)
def test_knows_who_belongs_to_an_audience(audience, path, expected):
    assert audiences.belongs(audience, code="BTC", kind="ministry", path=path) is expected


def test_counts_a_duty_for_the_whole_and_for_the_part_below_it():
    assert audiences.scopes_of("VN/08/02536", "VN") == ("VN", "VN/08")
    assert audiences.scopes_of("VN/08/02536", "VN/08") == ("VN/08", "VN/08/02536")
    assert audiences.scopes_of("VN", "VN") == ("VN",)

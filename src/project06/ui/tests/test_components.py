"""Components print what they are given: escaped, in words, wired for screen readers."""

from datetime import UTC, date, datetime

import pytest

from project06.ui.data import (
    Bar,
    BarChart,
    Column,
    Deadline,
    EmptyState,
    LineChart,
    Link,
    Series,
    Step,
    TableData,
    Tag,
)
from project06.ui.enums import ColumnKind, DeadlineState, Sorting, StepState, Tone

from .markup import find, read

EVIL = '<script>alert("x")</script>\'&'


def _table(**changes: object) -> TableData:
    given: dict = {
        "caption": "Answers",
        "columns": (
            Column("Unit", sort_href="?by=unit", sorting=Sorting.ASCENDING),
            Column("Share", ColumnKind.PERCENT),
        ),
        "rows": ((Link("Điện Biên", "/places/11/"), 97.25), ("Tuyên Quang", None)),
    }
    return TableData(**(given | changes))


@pytest.mark.parametrize(
    ("line", "context"),
    [
        ("{% page_header v lead=v eyebrow=v actions=links %}", {}),
        ("{% breadcrumbs links %}", {}),
        ("{% data_table t %}", {"t": TableData(EVIL, (Column(EVIL),), ((EVIL,),), note=EVIL, next_href="?x")}),
        ("{% status_tag v %}", {}),
        ("{% stepper steps v %}", {"steps": (Step(EVIL, StepState.DONE, EVIL, "/x"),)}),
        ("{% empty_state e %}", {"e": EmptyState(EVIL, EVIL, Link(EVIL, "/x"))}),
        ("{% notice v title=v %}", {}),
        ("{% sparkline values v %}", {"values": (1, 2)}),
        ("{% bar_chart c %}", {"c": BarChart(EVIL, EVIL, EVIL, (Bar(EVIL, 1, "/x"),), source=EVIL)}),
        (
            "{% line_chart c %}",
            {"c": LineChart(EVIL, EVIL, (EVIL, EVIL), (Series(EVIL, (1, 2)), Series(EVIL, (1, 2))))},
        ),
    ],
)
def test_text_is_escaped(render, line, context):
    html = render(line, v=EVIL, links=(Link(EVIL, "/x?a=1&b=2"), Link(EVIL, "/y")), **context)

    assert "<script" not in html
    assert "alert(&quot;x&quot;)" in html
    assert EVIL in " ".join(each.text for each in read(html)) + " ".join(
        value for each in read(html) for value in each.attributes.values()
    )


@pytest.mark.parametrize(
    "line",
    [
        "{% data_table t %}",
        "{% bar_chart b %}",
        "{% line_chart l %}",
        "{% deadline_chip d %}",
        "{% status_tag g %}",
        "{% empty_state e %}",
    ],
)
def test_nothing_is_styled_or_scripted_inline(render, line):
    html = render(
        line,
        t=_table(),
        b=BarChart("c", "u", "v", (Bar("a", 1),)),
        l=LineChart("c", "m", ("1", "2"), (Series("s", (1, 2)),)),
        d=Deadline(date(2026, 1, 1), DeadlineState.LATE, 2),
        g=Tag("late", Tone.DANGER),
        e=EmptyState("a", "b"),
    )

    assert not [each for each in read(html) if "style" in each.attributes or each.name in {"style", "script"}]
    assert not [name for each in read(html) for name in each.attributes if name.startswith("on")]


def test_a_page_header_has_the_only_h1_and_one_main_action(render):
    html = render("{% page_header 'Title' actions=links %}", links=(Link("One", "/1"), Link("Two", "/2")))

    assert [each.text for each in find(html, "h1")] == ["Title"]
    assert [each.attributes.get("data-variant") for each in find(html, "a")] == [None, "secondary"]


def test_the_last_crumb_is_this_page_and_no_link(render):
    html = render("{% breadcrumbs links %}", links=(Link("Home", "/"), Link("Here", "/here")))

    assert [each.text for each in find(html, "a")] == ["Home"]
    assert [each.text for each in find(html, "span", aria_current="page")] == ["Here"]


def test_a_table_names_itself_its_columns_and_its_rows(render):
    html = render("{% data_table t %}", t=_table())

    assert find(html, "caption")[0].text == "Answers"
    assert [each.text for each in find(html, "th", scope="col")] == ["Unit", "Share"]
    assert [each.text for each in find(html, "th", scope="row")] == ["Điện Biên", "Tuyên Quang"]
    assert find(html, "td", class_="number")[0].text == "97.3%"


def test_a_table_says_how_it_is_sorted(render):
    html = render("{% data_table t %}", t=_table())

    assert find(html, "th", aria_sort="ascending")[0].text == "Unit"
    assert find(html, "a", href="?by=unit")


def test_a_missing_figure_is_said_in_its_cell(render):
    html = render("{% data_table t %}", t=_table())

    assert [each.text for each in find(html, "span", class_="missing")] == ["not reported"]


def test_a_table_leads_to_the_pages_before_and_after(render):
    html = render("{% data_table t %}", t=_table(previous_href="?before=a", next_href="?after=b"))

    assert find(html, "a", rel="prev")[0].attributes["href"] == "?before=a"
    assert find(html, "a", rel="next")[0].attributes["href"] == "?after=b"
    assert find(html, "nav")[0].attributes["aria-label"] == "Pages of “Answers”"


def test_a_table_on_one_page_has_no_page_links(render):
    assert not find(render("{% data_table t %}", t=_table()), "nav")


@pytest.mark.parametrize(("text", "said"), [("", "There is nothing here yet."), ("Nobody yet.", "Nobody yet.")])
def test_an_empty_table_says_so(render, text, said):
    html = render("{% data_table t %}", t=_table(rows=(), empty_text=text))

    assert find(html, "td", colspan="2")[0].text == said


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError, match="one cell a column"):
        _table(rows=(("alone",),))


def test_cells_may_be_tags_deadlines_dates_and_numbers(render):
    columns = tuple(Column(each) for each in "abcde")
    due = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
    row = ("x", Tag("late", Tone.DANGER), Deadline(due, DeadlineState.LATE, 1), date(2026, 1, 2), 1234)

    html = render("{% data_table t %}", t=TableData("c", columns, (row,)))

    assert find(html, "span", data_color="danger", class_="tag")[0].text == "late"
    assert find(html, "strong")[0].text == "Late by 1 working day"
    assert [each.text for each in find(html, "td")][2:] == ["2 Jan 2026", "1,234"]


def test_a_moment_in_a_day_column_is_written_as_a_day(render):
    table = TableData("c", (Column("a"), Column("d", ColumnKind.DAY)), (("x", datetime(2026, 1, 1, 20, tzinfo=UTC)),))

    assert find(render("{% data_table t %}", t=table), "td")[0].text == "2 Jan 2026"


@pytest.mark.parametrize(
    ("state", "days", "words", "tone"),
    [
        (DeadlineState.ON_TIME, 6, "6 working days left", "neutral"),
        (DeadlineState.SOON, 1, "1 working day left", "warning"),
        (DeadlineState.SOON, 0, "Due today", "warning"),
        (DeadlineState.LATE, 1, "Late by 1 working day", "danger"),
        (DeadlineState.LATE, 7, "Late by 7 working days", "danger"),
        (DeadlineState.PAUSED, 0, "Paused: the time does not run", "info"),
        (DeadlineState.MET, 0, "Done on time", "success"),
        (DeadlineState.MET_LATE, 2, "Done 2 working days late", "warning"),
    ],
)
def test_a_deadline_says_in_words_how_it_stands(render, state, days, words, tone):
    html = render("{% deadline_chip d %}", d=Deadline(date(2026, 11, 24), state, days))

    assert find(html, "strong")[0].text == words
    assert find(html, "span", data_color=tone)
    assert "24 Nov 2026" in html


def test_a_deadline_with_an_hour_shows_it(render):
    html = render("{% deadline_chip d %}", d=Deadline(datetime(2026, 11, 24, 8, 30, tzinfo=UTC), DeadlineState.SOON, 1))

    assert "24 Nov 2026, 15:30" in html


def test_a_status_tag_takes_a_label_and_a_tone(render):
    assert find(render("{% status_tag 'late' tone='danger' %}"), "span", data_color="danger")[0].text == "late"


def test_an_unknown_tone_is_refused(render):
    with pytest.raises(ValueError, match="purple"):
        render("{% status_tag 'late' tone='purple' %}")


def test_a_stepper_says_the_state_of_every_step(render):
    steps = tuple(Step(state.name, state) for state in StepState)

    html = render("{% stepper steps 'Way of the application' %}", steps=steps)

    assert find(html, "ol")[0].attributes["aria-label"] == "Way of the application"
    assert [each.text for each in find(html, "span", class_="stepper__state")] == ["done", "now", "to come", "stopped"]
    assert len(find(html, "li", aria_current="step")) == 1


def test_an_empty_state_takes_the_heading_level_of_its_place(render):
    html = render("{% empty_state e level=3 %}", e=EmptyState("Nothing", "Soon", Link("Do", "/do")))

    assert find(html, "h3")[0].text == "Nothing"
    assert find(html, "a", href="/do")[0].text == "Do"

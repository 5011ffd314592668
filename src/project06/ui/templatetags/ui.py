"""`{% load ui %}`: every component of the design system as a tag, figures and dates as filters."""

from collections.abc import Sequence
from datetime import date, datetime

from django import template
from django.forms import BaseForm, BoundField

from project06.ui import formats
from project06.ui.components import bars, deadlines, fields, lines, maps, tables
from project06.ui.data import (
    BarChart,
    Deadline,
    EmptyState,
    Figure,
    LineChart,
    Link,
    ProvinceMap,
    Step,
    TableData,
    Tag,
    Text,
)
from project06.ui.enums import StepState, Tone
from project06.ui.locales import LANGUAGES, Language, get_language

register = template.Library()

_LATIN = ("be-vietnam-pro-latin-400", "be-vietnam-pro-latin-600")
_FIRST_FACES = {
    "vi": (*_LATIN, "be-vietnam-pro-vietnamese-400", "be-vietnam-pro-vietnamese-600"),
    "en": _LATIN,
    "pl": (*_LATIN, "be-vietnam-pro-latin-ext-400"),
    "cs": (*_LATIN, "be-vietnam-pro-latin-ext-400"),
    "uk": ("inter-cyrillic-400", "inter-cyrillic-600", "be-vietnam-pro-latin-400"),
    "hi": ("noto-sans-devanagari-devanagari-400", "be-vietnam-pro-latin-400"),
}

type Context = dict[str, object]


@register.filter
def number(value: Figure | None, decimals: int = 0) -> str:
    """`{{ figure|number }}`, `{{ figure|number:2 }}`: digits grouped as the language groups them."""
    return formats.number(value, decimals)


@register.filter
def percent(value: Figure | None, decimals: int = 1) -> str:
    """`{{ share|percent }}`: a share of one hundred."""
    return formats.percent(value, decimals)


@register.filter
def dong(value: int | None) -> str:
    """`{{ amount|dong }}`: whole đồng."""
    return formats.dong(value)


@register.filter
def day(value: date | datetime | None) -> str:
    """`{{ value|day }}`: the calendar date in Viet Nam."""
    return formats.day(value)


@register.filter
def moment(value: datetime | None) -> str:
    """`{{ value|moment }}`: date and time by the clocks of Viet Nam."""
    return formats.moment(value)


@register.inclusion_tag("ui/components/page_header.html")
def page_header(title: Text, lead: Text = "", eyebrow: Text = "", actions: Sequence[Link] = ()) -> Context:
    """The page's only h1 with what it is about and what can be done; the first action is the main one."""
    return {"title": title, "lead": lead, "eyebrow": eyebrow, "actions": actions}


@register.inclusion_tag("ui/components/breadcrumbs.html")
def breadcrumbs(crumbs: Sequence[Link]) -> Context:
    """The way from the home page to this page; the last crumb is this page."""
    return {"crumbs": crumbs}


@register.inclusion_tag("ui/components/form_field.html")
def form_field(field: BoundField, hint: Text = "") -> Context:
    """A question with its label, hint, control and errors wired together."""
    drawn = fields.draw_field(field, str(hint))
    return {"drawn": drawn, "field": field, "is_check_box": fields.is_single_check_box(field)}


@register.inclusion_tag("ui/components/error_summary.html")
def error_summary(form: BaseForm) -> Context:
    """All errors of a form at its top, each a link to the control that mends it; nothing without errors."""
    return {"errors": fields.list_errors(form) if form.errors else []}


@register.inclusion_tag("ui/components/table.html")
def data_table(table: TableData) -> Context:
    """A table with caption, headings that sort, and links to the pages before and after."""
    return {"table": table, "rows": tables.draw_rows(table)}


@register.inclusion_tag("ui/components/tag.html")
def status_tag(label: Text | Tag, tone: str = Tone.PLAIN) -> Context:
    """A status in words, from a `Tag` or from a label and a tone."""
    return {"tag": label if isinstance(label, Tag) else Tag(label, Tone(tone))}


@register.inclusion_tag("ui/components/deadline.html")
def deadline_chip(deadline: Deadline) -> Context:
    """A deadline: how it stands in words, and its date."""
    drawn = deadlines.draw_deadline(deadline)
    return {"drawn": drawn, "has_time": isinstance(deadline.due, datetime)}


@register.inclusion_tag("ui/components/stepper.html")
def stepper(steps: Sequence[Step], label: Text) -> Context:
    """The steps of a procedure and where it stands; `label` names the list for screen readers."""
    return {"steps": steps, "label": label, "states": StepState}


@register.inclusion_tag("ui/components/empty_state.html")
def empty_state(state: EmptyState, level: int = 2) -> Context:
    """What will stand here and what to do now; `level` is the heading's level."""
    return {"state": state, "heading": f"h{level}"}


@register.inclusion_tag("ui/components/notice.html")
def notice(text: Text, tone: str = Tone.INFO, title: Text = "") -> Context:
    """A message of one or two sentences that stands out."""
    return {"text": text, "tone": Tone(tone), "title": title}


@register.inclusion_tag("ui/components/bar_chart.html")
def bar_chart(chart: BarChart) -> Context:
    """Bars with their figures in words, and the same figures as a table."""
    return {"chart": chart, "bars": bars.draw_bars(chart), "table": bars.bars_table(chart)}


@register.inclusion_tag("ui/components/line_chart.html")
def line_chart(chart: LineChart) -> Context:
    """Up to four lines over time, and the same figures as a table."""
    return {"chart": chart, "drawn": lines.draw_lines(chart), "table": lines.lines_table(chart)}


@register.inclusion_tag("ui/components/sparkline.html")
def sparkline(values: Sequence[Figure | None], label: Text) -> Context:
    """A line in a sentence or a cell; `label` says in words what it shows."""
    return {"path": lines.sparkline_path(values), "label": label}


@register.inclusion_tag("ui/components/province_map.html")
def province_map(data: ProvinceMap) -> Context:
    """The map of the country, its legend, and the same regions as a table."""
    return {"data": data, "drawn": maps.draw_map(data), "table": maps.map_table(data), "names": maps.ARCHIPELAGO_LABELS}


@register.simple_tag
def languages() -> tuple[Language, ...]:
    """`{% languages as list %}`: the languages of the product with their own names."""
    return LANGUAGES


@register.simple_tag
def preload_fonts(code: str) -> tuple[str, ...]:
    """Return the static paths of the faces that the first lines of a page in this language need."""
    return tuple(f"vendor/fonts/{face}-normal.woff2" for face in _FIRST_FACES[get_language(code).code])

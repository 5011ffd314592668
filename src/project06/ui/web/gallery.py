"""Made-up data that puts every component into every state."""

from datetime import UTC, date, datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from project06.ui.components.maps import shape_ids
from project06.ui.data import (
    Bar,
    BarChart,
    Column,
    Deadline,
    EmptyState,
    LegendEntry,
    LineChart,
    Link,
    MapRegion,
    ProvinceMap,
    Series,
    Step,
    TableData,
    Tag,
)
from project06.ui.enums import ColumnKind, DeadlineState, Shade, Sorting, StepState, Tone

_HERE = "#main"
_SHADES = (Shade.MISSING, Shade.LEVEL_1, Shade.LEVEL_2, Shade.LEVEL_3, Shade.LEVEL_4, Shade.LEVEL_5)


class SampleForm(forms.Form):
    """One question of each kind."""

    name = forms.CharField(label=_("Full name"), help_text=_("As it stands in your identity card."))
    birth = forms.DateField(label=_("Date of birth"), widget=forms.DateInput(attrs={"type": "date"}), required=False)
    province = forms.ChoiceField(label=_("Province"), choices=[("", "-"), ("25", "Phú Thọ"), ("08", "Tuyên Quang")])
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    delivery = forms.ChoiceField(
        label=_("How do you want to get the result?"),
        choices=[("online", _("Online")), ("post", _("By post")), ("desk", _("At the desk"))],
        widget=forms.RadioSelect,
        help_text=_("Online is free."),
    )
    consent = forms.BooleanField(label=_("I have checked what I entered"))


def gallery_context() -> dict[str, object]:
    """Return everything that the gallery's template prints."""
    return {
        "crumbs": (Link(_("Home page"), "/"), Link(_("Gallery"), _HERE)),
        "actions": (Link(_("Start now"), _HERE), Link(_("Read more"), _HERE)),
        "navigation": (
            Link(_("Services"), _HERE),
            Link(_("Places"), _HERE, current=True),
            Link(_("Figures"), _HERE),
        ),
        "own_navigation": (Link(_("Applications"), _HERE, note="3"), Link(_("Messages"), _HERE, current=True)),
        "empty_form": SampleForm(),
        "refused_form": SampleForm({"name": "", "birth": "31/02/2026"}, prefix="refused"),
        "tags": tuple(Tag(tone.name.capitalize(), tone) for tone in Tone),
        "tones": tuple(Tone),
        "deadlines": _deadlines(),
        "steps": _steps(),
        "empty": EmptyState(
            _("No applications yet"),
            _("What you file appears here with its deadline and the officer in charge."),
            Link(_("Find a service"), _HERE),
        ),
        "table": _table(),
        "empty_table": TableData(_("Empty list"), (Column(_("Unit")), Column(_("Answers"))), ()),
        "bars": _bars(),
        "lines": _lines(),
        "sparkline": (4, 5, None, 7, 6, 9, 12),
        "map": _map(),
    }


def _deadlines() -> tuple[Deadline, ...]:
    due = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
    return (
        Deadline(date(2026, 12, 1), DeadlineState.ON_TIME, 6),
        Deadline(due, DeadlineState.SOON, 1),
        Deadline(due, DeadlineState.SOON, 0),
        Deadline(date(2026, 11, 12), DeadlineState.LATE, 7),
        Deadline(date(2026, 12, 1), DeadlineState.PAUSED),
        Deadline(date(2026, 11, 12), DeadlineState.MET),
        Deadline(date(2026, 11, 12), DeadlineState.MET_LATE, 2),
    )


def _steps() -> tuple[Step, ...]:
    return (
        Step(_("Received"), StepState.DONE, _("The file is complete."), _HERE),
        Step(_("Checked"), StepState.STOPPED, _("A paper is missing: the birth certificate of the child.")),
        Step(_("Decided"), StepState.CURRENT),
        Step(_("Handed over"), StepState.UPCOMING),
    )


def _table() -> TableData:
    columns = (
        Column(_("Unit"), sort_href=_HERE, sorting=Sorting.ASCENDING),
        Column(_("Citizens"), ColumnKind.NUMBER, sort_href=_HERE, sorting=Sorting.DESCENDING),
        Column(_("On time"), ColumnKind.PERCENT, sort_href=_HERE),
        Column(_("Fees"), ColumnKind.DONG),
        Column(_("State")),
        Column(_("Deadline")),
    )
    rows = (
        (
            Link("Tuyên Quang", _HERE),
            804_318,
            97.25,
            1_250_000_000,
            Tag(_("complete"), Tone.SUCCESS),
            Deadline(date(2026, 12, 1), DeadlineState.ON_TIME, 6),
        ),
        (
            Link("Điện Biên", _HERE),
            None,
            88.5,
            None,
            Tag(_("missing"), Tone.WARNING),
            Deadline(date(2026, 11, 12), DeadlineState.LATE, 7),
        ),
    )
    return TableData(
        _("Answers of the provinces"),
        columns,
        rows,
        previous_href=_HERE,
        next_href=_HERE,
        note=_("Figures as reported."),
    )


def _bars() -> BarChart:
    bars = (
        Bar("Tuyên Quang", 97.25, _HERE),
        Bar("Điện Biên", 88.5, tone=Tone.GOLD),
        Bar("Vĩnh Phúc", None),
    )
    return BarChart(
        _("Applications settled on time"),
        _("Province"),
        _("Share"),
        bars,
        ColumnKind.PERCENT,
        maximum=100,
        source=_("made-up figures"),
    )


def _lines() -> LineChart:
    steps = tuple(f"{month}/2026" for month in range(1, 9))
    series = (
        Series(_("Received"), (120, 180, 240, 230, None, 310, 330, 360)),
        Series(_("Settled"), (100, 150, 235, 220, None, 280, 335, 350), Tone.INFO),
    )
    return LineChart(_("Applications by month"), _("Month"), steps, series)


def _map() -> ProvinceMap:
    provinces = sorted(shape_ids() - {"hoangsa", "truongsa", "danang", "khanhhoa", "quangnam", "ninhthuan"})
    regions = tuple(
        MapRegion((shape,), shape.capitalize(), str(index), _HERE, _SHADES[index % len(_SHADES)])
        for index, shape in enumerate(provinces)
    )
    merged = (
        MapRegion(("danang", "quangnam", "hoangsa"), "Đà Nẵng", "1", _HERE, Shade.CHOSEN),
        MapRegion(("khanhhoa", "ninhthuan", "truongsa"), "Khánh Hòa", "2", "", Shade.GOOD),
    )
    legend = tuple(LegendEntry(shade, shade.value) for shade in Shade)
    return ProvinceMap(_("Share of complete records"), _("Province"), _("Share"), regions + merged, legend)

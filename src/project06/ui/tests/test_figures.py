"""Charts and the map: right lengths, gaps stay gaps, a table beside every drawing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project06.ui.components import bars, lines, maps
from project06.ui.data import Bar, BarChart, LegendEntry, LineChart, Link, MapRegion, ProvinceMap, Series
from project06.ui.enums import ColumnKind, Shade
from project06.ui.errors import UnknownShape

from .markup import find


def _bars(*values: float | None, maximum: float | None = None) -> BarChart:
    return BarChart("Shares", "Unit", "Share", tuple(Bar(f"b{v}", v) for v in values), ColumnKind.PERCENT, maximum)


def _map(*regions: MapRegion) -> ProvinceMap:
    return ProvinceMap("Provinces", "Province", "Records", regions, (LegendEntry(Shade.LEVEL_1, "few"),))


def test_bars_are_shares_of_the_largest_value():
    assert [each.width for each in bars.draw_bars(_bars(50, 25, 0))] == ["100.00%", "50.00%", "0.00%"]


def test_bars_are_shares_of_a_given_scale():
    assert [each.width for each in bars.draw_bars(_bars(50, 120, -3, maximum=100))] == ["50.00%", "100.00%", "0.00%"]


def test_a_bar_that_nobody_reported_has_no_length_and_says_so(render):
    html = render("{% bar_chart c %}", c=_bars(50, None))

    assert len(find(html, "rect", class_="bars__bar")) == 1
    assert find(html, "span", class_="bars__value bars__missing")[0].text == "not reported"


def test_a_chart_of_nothing_but_missing_figures_is_drawn(render):
    assert "not reported" in render("{% bar_chart c %}", c=_bars(None, None))


def test_bars_have_a_table_twin(render):
    html = render("{% bar_chart c %}", c=_bars(50, None))

    assert find(html, "details")
    assert [each.text for each in find(html, "td")] == ["50%", "not reported"]


def test_a_bar_may_lead_somewhere_in_the_drawing_and_in_the_table(render):
    chart = BarChart("c", "u", "v", (Bar("Lào Cai", 3, "/places/15/"),))

    assert len(find(render("{% bar_chart c %}", c=chart), "a", href="/places/15/")) == 2


@given(st.lists(st.none() | st.floats(min_value=0, max_value=1e12), min_size=1, max_size=20))
def test_a_longer_bar_is_a_larger_figure(values):
    drawn = [each for each in bars.draw_bars(_bars(*values)) if not each.is_missing]

    drawn.sort(key=lambda each: each.bar.value)
    widths = [float(each.width.rstrip("%")) for each in drawn]
    assert all(0 <= width <= 100 for width in widths)
    assert all(one <= other for one, other in pairwise(widths))


def test_a_line_runs_from_left_to_right_and_lifts_at_gaps():
    assert lines.sparkline_path((0, 10, None, 5, 10)) == "M0.0 300.0 250.0 0.0M750.0 150.0 1000.0 0.0"


def test_a_single_value_is_drawn():
    assert lines.sparkline_path((5,)) == "M0.0 0.0"


def test_figures_below_zero_lower_the_scale():
    drawn = lines.draw_lines(LineChart("c", "m", ("a", "b"), (Series("s", (-10, 10)),)))

    assert (drawn.top, drawn.middle, drawn.bottom) == ("10", "0", "-10")


def test_lines_have_a_legend_dashes_and_a_table_twin(render):
    chart = LineChart("c", "Month", ("1", "2"), (Series("in", (1, None)), Series("out", (2, 3))))

    html = render("{% line_chart c %}", c=chart)

    assert len(find(html, "path", data_dash="2")) == 2
    assert [each.text for each in find(html, "th", scope="col")] == ["Month", "in", "out"]
    assert [each.text for each in find(html, "td")] == ["1", "2", "not reported", "3"]


@pytest.mark.parametrize("series", [(), tuple(Series(str(each), (1,)) for each in range(5))])
def test_more_lines_than_there_are_dashes_are_refused(series):
    with pytest.raises(ValueError, match="one to 4"):
        LineChart("c", "m", ("a",), series)


@pytest.mark.parametrize("steps", [(), ("a", "b")])
def test_a_line_without_a_value_for_every_step_is_refused(steps):
    with pytest.raises(ValueError, match="one value a step"):
        LineChart("c", "m", steps, (Series("s", (1,)),))


def test_a_sparkline_has_words(render):
    assert (
        find(render("{% sparkline v 'Rising' %}", v=(1, 2)), "svg", role="img")[0].attributes["aria-label"] == "Rising"
    )


def test_the_map_knows_63_old_provinces_and_both_archipelagos():
    assert len(maps.shape_ids()) == 65
    assert {"hoangsa", "truongsa", "tuyenquang", "dienbien", "vinhphuc"} <= maps.shape_ids()


@pytest.mark.parametrize("language", ["vi", "hi"])
def test_every_map_names_both_archipelagos(render, language):
    from django.utils import translation

    with translation.override(language):
        html = render("{% province_map m %}", m=_map())

    assert [each.text for each in find(html, "text")] == ["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"]


def test_outlines_of_no_region_are_land():
    drawn = maps.draw_map(_map(MapRegion(("dienbien",), "Điện Biên")))

    outlines = maps.read_outlines().paths
    assert outlines["hoangsa"] in drawn.land
    assert outlines["truongsa"] in drawn.land
    assert outlines["dienbien"] not in drawn.land
    assert drawn.regions[0].path == outlines["dienbien"]


def test_a_region_is_one_outline_of_all_its_shapes():
    drawn = maps.draw_map(_map(MapRegion(("tuyenquang", "hagiang"), "Tuyên Quang")))

    outlines = maps.read_outlines().paths
    assert drawn.regions[0].path == outlines["tuyenquang"] + outlines["hagiang"]


def test_all_outlines_together_are_the_whole_country():
    whole = _map(*(MapRegion((shape,), shape) for shape in sorted(maps.shape_ids())))

    assert maps.draw_map(whole).land == ""


def test_a_region_with_an_address_is_a_link_with_words(render):
    region = MapRegion(("dienbien",), "Điện Biên", "97%", "/places/11/", Shade.LEVEL_3)

    html = render("{% province_map m %}", m=_map(region))

    link = find(html, "a", href="/places/11/", class_="map__region")[0]
    assert link.attributes["aria-label"] == "Điện Biên: 97%"
    assert link.attributes["data-shade"] == "level-3"
    assert find(html, "title")[0].text == "Điện Biên: 97%"


def test_a_region_without_an_address_is_a_picture_with_words(render):
    html = render("{% province_map m %}", m=_map(MapRegion(("dienbien",), "Điện Biên")))

    assert find(html, "g", role="img")[0].attributes["aria-label"] == "Điện Biên"


def test_the_map_has_a_legend_a_table_twin_and_its_licence(render):
    html = render("{% province_map m %}", m=_map(MapRegion(("dienbien",), "Điện Biên", "97%", "/places/11/")))

    assert "few" in html
    assert [each.text for each in find(html, "td")] == ["97%"]
    assert "CC BY 4.0" in html


@pytest.mark.parametrize(
    "regions",
    [(MapRegion(("atlantis",), "x"),), (MapRegion(("dienbien",), "x"), MapRegion(("dienbien",), "y"))],
)
def test_an_unknown_or_doubled_outline_is_refused(regions):
    with pytest.raises(UnknownShape):
        maps.draw_map(_map(*regions))


def test_a_map_of_65_linked_regions_stays_under_12_kilobytes_compressed(render):
    import gzip

    regions = tuple(MapRegion((shape,), shape, "1", f"/places/{shape}/") for shape in sorted(maps.shape_ids()))

    assert len(gzip.compress(render("{% province_map m %}", m=_map(*regions)).encode(), 6)) < 12_000


def test_links_of_the_table_twin_lead_where_the_map_leads(render):
    table = maps.map_table(
        _map(MapRegion(("dienbien",), "Điện Biên", "97%", "/places/11/"), MapRegion((), "Huế", "1%"))
    )

    assert table.rows == ((Link("Điện Biên", "/places/11/"), "97%"), ("Huế", "1%"))

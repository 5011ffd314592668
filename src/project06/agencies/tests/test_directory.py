"""It tells who an agency is, was and became."""

from datetime import date

import pytest

from project06.agencies import public as agencies
from project06.agencies.enums import AgencyKind, SuccessionKind
from project06.agencies.errors import UnknownAgency

pytestmark = pytest.mark.django_db

BEFORE, AFTER = date(2025, 2, 28), date(2025, 3, 1)
MERGERS = [
    ("BKHDT", "BTC"),
    ("BGTVT", "BXD"),
    ("BTNMT", "BNNMT"),
    ("BNNPTNT", "BNNMT"),
    ("BTTTT", "BKHCN"),
    ("BLDTBXH", "BNV"),
    ("UBDT", "BDTTG"),
]


@pytest.mark.parametrize(("old", "new"), MERGERS)
def test_knows_the_mergers_of_march_2025(old, new):
    story = agencies.get_story(old, BEFORE)

    merged = [each for each in story.successors if each.kind is SuccessionKind.MERGED]
    assert [(each.agency.code, each.on, each.act) for each in merged] == [(new, AFTER, "176/2025/QH15")]
    assert agencies.find_agency(old, AFTER) is None
    assert old in {each.agency.code for each in agencies.get_story(new, AFTER).predecessors}


def test_does_not_confuse_a_code_that_was_used_again():
    assert agencies.get_agency("UBND-15", date(2025, 6, 30)).name == "Ủy ban nhân dân tỉnh Yên Bái"
    assert agencies.get_agency("UBND-15", date(2025, 7, 1)).name == "Ủy ban nhân dân tỉnh Lào Cai"
    made_of = agencies.get_story("UBND-15", date(2025, 7, 1)).predecessors
    assert {each.agency.name for each in made_of} == {
        "Ủy ban nhân dân tỉnh Yên Bái",
        "Ủy ban nhân dân tỉnh Lào Cai",
    }


def test_keeps_an_agency_that_only_changed_its_name():
    story = agencies.get_story("UBND-75", date(2026, 5, 1))

    assert [each.name for each in story.names] == [
        "Ủy ban nhân dân tỉnh Đồng Nai",
        "Ủy ban nhân dân thành phố Đồng Nai",
    ]


def test_keeps_the_superior_of_the_day():
    assert agencies.get_agency("BHXH", BEFORE).parent_code == "CP"
    assert agencies.get_agency("BHXH", AFTER).parent_code == "BTC"
    # Five agencies under the Government remained; Vietnam Social Security became a unit of a ministry.
    assert agencies.get_agency("BHXH", BEFORE).kind is AgencyKind.GOVERNMENT_AGENCY
    assert agencies.count_by_kind(date(2025, 4, 1))[AgencyKind.GOVERNMENT_AGENCY] == 5


def test_refuses_an_unknown_code_and_knows_another_day():
    with pytest.raises(UnknownAgency):
        agencies.get_agency("NOBODY", AFTER)
    assert agencies.find_other_day("NOBODY") is None
    assert agencies.find_other_day("BKHDT") == BEFORE
    assert agencies.find_other_day("BNNMT") == AFTER


@pytest.mark.parametrize("query", ["bộ tài chính", "bo tai chinh", "BO TAI CHINH", "ministry of finance", "BTC"])
def test_finds_without_diacritics_in_two_languages(query):
    page = agencies.list_agencies(on=AFTER, query=query)

    assert "BTC" in [agency.code for agency in page.agencies]


def test_finds_nothing_for_words_that_do_not_occur():
    assert agencies.list_agencies(on=AFTER, query="bộ phép thuật").agencies == ()


def test_turns_pages_without_losing_or_repeating_anybody():
    on, seen, after = date(2026, 1, 1), [], ""
    while True:
        page = agencies.list_agencies(on=on, kind=AgencyKind.DEPARTMENT, after=after, limit=97)
        seen += [agency.code for agency in page.agencies]
        if page.next_after is None:
            break
        after = page.next_after

    assert len(seen) == len(set(seen)) == 408


def test_begins_again_with_a_cursor_that_is_not_ours():
    first = agencies.list_agencies(on=AFTER, kind=AgencyKind.MINISTRY)

    for cursor in ("x", "12", "~", "-1~a"):
        assert agencies.list_agencies(on=AFTER, kind=AgencyKind.MINISTRY, after=cursor) == first


def test_stays_below_a_unit():
    page = agencies.list_agencies(on=date(2026, 1, 1), below="VN/08/02536")

    assert {agency.code for agency in page.agencies} == {"UBND-02536", "CA-02536", "TTHCC-02536"}


def test_lists_a_page_in_one_statement(django_assert_num_queries):
    with django_assert_num_queries(1):
        agencies.list_agencies(on=AFTER, query="uy ban")


class TestPages:
    def test_shows_the_kinds_of_a_day(self, client):
        page = client.get("/agencies/?on=2024-07-10")

        assert page.status_code == 200
        counts = {str(card.label): card.count for card in page.context["kinds"]}
        assert 18 in counts.values()

    def test_shows_what_was_searched(self, client):
        page = client.get("/agencies/?q=tai+chinh&kind=ministry&on=2026-01-01")

        assert "Bộ Tài chính" in page.content.decode()
        assert client.get("/agencies/?q=zzz").status_code == 200

    def test_refuses_a_day_that_is_none(self, client):
        for query in ("on=yesterday", "kind=circus"):
            assert client.get(f"/agencies/?{query}").status_code == 422
        assert client.get("/agencies/BTC/?on=yesterday").status_code == 422

    def test_sends_only_the_found_part_to_htmx(self, client):
        part = client.get("/agencies/?q=tai+chinh", headers={"HX-Request": "true"}).content.decode()

        assert "<html" not in part

    def test_shows_an_agency_and_its_story(self, client):
        page = client.get("/agencies/BTC/?on=2026-01-01").content.decode()

        assert "Bộ Kế hoạch và Đầu tư" in page
        assert "176/2025/QH15" in page

    def test_says_when_a_code_meant_something(self, client):
        answer = client.get("/agencies/BKHDT/?on=2026-01-01")

        assert answer.status_code == 404
        assert "/agencies/BKHDT/?on=2025-02-28" in answer.content.decode()
        assert client.get("/agencies/NOBODY/").status_code == 404

    def test_turns_pages_of_a_long_list(self, client):
        page = client.get("/agencies/?kind=peoples_committee&on=2026-01-01")
        after = page.context["table"].next_href

        assert client.get(after).status_code == 200


class TestRest:
    def test_lists_and_tells_stories(self, client):
        page = client.get("/api/v1/agencies/", {"on": "2025-03-01", "kind": "ministry", "limit": 5}).json()
        story = client.get("/api/v1/agencies/BTC/", {"on": "2025-03-01"}).json()

        assert len(page["agencies"]) == 5
        assert page["next_after"]
        assert "BKHDT" in {each["agency"]["code"] for each in story["predecessors"]}

    def test_answers_faults_as_problems(self, client):
        assert client.get("/api/v1/agencies/NOBODY/").status_code == 404
        assert client.get("/api/v1/agencies/", {"kind": "circus"}).status_code == 422
        assert client.get("/api/v1/agencies/NOBODY/").json()["code"] == "agencies.unknown-agency"

"""A month of steering in the browser: a late report is put right, a meeting gives out tasks, Hoa sees none."""

from datetime import date, timedelta

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-1")]

ROOMS = (
    "/programme/",
    "/programme/tasks/",
    "/programme/tasks/board/",
    "/programme/tasks/create/",
    "/programme/tasks/update/",
    "/programme/tasks/import/",
    "/programme/bottlenecks/",
    "/programme/bottlenecks/open/",
    "/programme/pilots/",
    "/programme/pilots/register/",
    "/programme/meetings/",
    "/programme/meetings/plan/",
    "/programme/indicators/",
    "/programme/indicators/g2p-cashless-rate/",
)
FIRST_ROW = "main tbody tr th a"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("room", ROOMS)
def test_the_secretary_meets_no_barrier(visitor, room: str, language: str) -> None:  # type: ignore[no-untyped-def]
    secretary = visitor(language)
    secretary.chooses_language(language)
    secretary.signs_in_as("Sơn")

    assert secretary.opens(room) == 200

    secretary.finds_no_barrier()


@pytest.mark.parametrize("register", ["tasks", "bottlenecks", "pilots", "meetings"])
def test_a_record_has_no_barrier(visitor, register: str) -> None:  # type: ignore[no-untyped-def]
    secretary = visitor("vi")
    secretary.signs_in_as("Sơn")

    secretary.opens(f"/programme/{register}/")
    secretary.page.locator(FIRST_ROW).first.click()
    secretary.page.wait_for_load_state("load")
    for fold in secretary.page.locator("details.act summary").all():
        fold.click()

    secretary.finds_no_barrier()


def test_a_late_report_is_returned_corrected_and_seen_by_the_chairman(visitor) -> None:  # type: ignore[no-untyped-def]
    # Given: Minh's centre owes a monthly report.
    minh = visitor("vi")
    minh.signs_in_as("Minh")
    minh.opens("/reporting/")
    minh.page.locator(FIRST_ROW).first.click()
    minh.page.wait_for_load_state("load")
    address = minh.page.url.removeprefix(minh.site)

    # When: he sends it, Sơn returns it, he corrects it.
    minh.page.locator("[name=answer-dossiers]").fill("120")
    minh.page.locator("[name=answer-online]").fill("12")
    minh.page.locator("form[action$='/submit/'] button").first.click()
    minh.page.wait_for_load_state("load")
    son = visitor("vi")
    son.signs_in_as("Sơn")
    son.opens("/reporting/inbox/")
    assert son.page.locator(f"a[href='{address}']").count() == 1
    son.opens(address)
    son.page.locator("form[action$='/return/'] textarea").fill("Tỷ lệ trực tuyến thấp bất thường")
    son.page.locator("form[action$='/return/'] button").click()
    son.page.wait_for_load_state("load")
    minh.opens(address)
    assert "Tỷ lệ trực tuyến thấp bất thường" in minh.page.locator("main").inner_text()
    minh.page.locator("[name=answer-online]").fill("82.5")
    minh.page.locator("form[action$='/submit/'] button").first.click()
    minh.page.wait_for_load_state("load")

    # Then: the chairman reads the corrected version with its history.
    chairman = visitor("vi")
    chairman.signs_in_as("Chính")
    assert chairman.opens(address) == 200
    story = chairman.page.locator("main").inner_text()
    assert "82,5" in story
    assert "Tỷ lệ trực tuyến thấp bất thường" in story
    assert chairman.opens("/programme/") == 200
    chairman.finds_no_barrier()


def test_a_meeting_gives_out_tasks_and_its_conclusions_are_frozen(visitor) -> None:  # type: ignore[no-untyped-def]
    # Given: Sơn calls a meeting; the departments are proposed.
    son = visitor("vi")
    son.signs_in_as("Sơn")
    page = son.page
    held_on = date.today() - timedelta(days=1)  # noqa: DTZ011 - the demonstration runs on the real clock
    son.opens("/programme/meetings/plan/")
    page.locator("[name=title]").fill("Phiên họp chuyên đề dữ liệu đất đai")
    page.locator("[name=held_on]").fill(held_on.isoformat())
    page.locator("main form button[type=submit]").click()
    page.get_by_role("link", name="Phiên họp chuyên đề dữ liệu đất đai").click()
    page.wait_for_load_state("load")
    meeting = page.url.removeprefix(son.site)

    # When: agenda, minutes, a decision, and the conclusions under their number.
    _does(page, "/agenda/", {"points": "Kế hoạch làm sạch dữ liệu đất đai"})
    assert page.locator("main ol.lines-list li").count() > 1
    _does(page, "/minutes/", {"minutes": "Tổ công tác nghe báo cáo và thống nhất."})
    decision = {"wording": "Sở Tư pháp rà soát quy định về đất đai", "lead": "STP-08", "due_on": _in_days(30)}
    _does(page, "/decide/", decision)
    _does(page, "/issue/", {"number": "307/TB-TCT"})
    _does(page, "/task/", {"code": "KL-307-1"})

    # Then: the decision is a task by these conclusions, and nothing of the meeting can be changed.
    page.locator("article a[href*='/programme/tasks/']").click()
    page.wait_for_load_state("load")
    assert "307/TB-TCT" in page.locator("main").inner_text()
    son.opens(meeting)
    assert page.locator("main form").count() == 0
    son.finds_no_barrier()


def test_hoa_sees_none_of_it(visitor) -> None:  # type: ignore[no-untyped-def]
    hoa = visitor("vi")
    hoa.signs_in_as("Hoa")

    for room in ("/programme/", "/programme/tasks/", "/programme/meetings/", "/reporting/inbox/"):
        assert hoa.opens(room) == 403
        assert hoa.page.locator("h1").count() == 1
    hoa.opens("/")
    assert hoa.page.locator("a[href='/programme/']").count() == 0


def test_minh_sees_his_own_commune_only(visitor) -> None:  # type: ignore[no-untyped-def]
    minh = visitor("vi")
    minh.signs_in_as("Minh")

    assert minh.opens("/programme/") == 200
    assert "Sơn Dương" in minh.page.locator("h1").inner_text()
    assert minh.opens("/programme/?unit=08") == 403
    assert minh.opens("/programme/tasks/create/") == 403


def test_the_auditor_follows_a_figure_to_its_document(visitor) -> None:  # type: ignore[no-untyped-def]
    tuan = visitor("vi")
    tuan.signs_in_as("Tuấn")

    tuan.opens("/programme/indicators/g2p-cashless-rate/?unit=11&on=2024-07-10")
    tuan.page.locator("main tbody th a").first.click()
    tuan.page.wait_for_load_state("load")

    assert "80,76%" in tuan.page.locator("main").inner_text()
    assert tuan.page.locator("main a[href^='/evidence/']").count() == 1
    tuan.finds_no_barrier()


def _does(page, ending: str, answers: dict[str, str]) -> None:  # type: ignore[no-untyped-def]
    """Unfold the act whose form leads to an address with this ending, answer, and send it."""
    form = page.locator(f"main form[action$='{ending}']").last
    form.locator("xpath=ancestor::details/summary").click()
    for name, answer in answers.items():
        form.locator(f"[name={name}]").fill(answer)
    form.locator("button[type=submit]").click()
    page.wait_for_load_state("load")


def _in_days(days: int) -> str:
    return (date.today() + timedelta(days=days)).isoformat()  # noqa: DTZ011 - the demonstration runs on the real clock

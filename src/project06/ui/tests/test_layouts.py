"""Every page has one h1, its language, a way past the header, and nothing inline."""

import re

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from project06.kernel.permissions import Actor, ActorKind, anonymous
from project06.ui.data import Link
from project06.ui.locales import LANGUAGES
from project06.ui.templatetags.ui import preload_fonts

from .markup import find, read

REFUSAL = {"sentence": "This page does not exist.", "remedy": "Check the address.", "request_id": "0199"}


@pytest.fixture
def request_() -> HttpRequest:
    request = RequestFactory().get("/places/", {"q": "<b>"})
    request.actor = anonymous()
    return request


@pytest.mark.parametrize("language", [each.code for each in LANGUAGES])
def test_a_page_tells_its_language_and_marks_it_in_the_list(request_, language):
    with translation.override(language):
        html = render_to_string("ui/errors/refusal.html", REFUSAL, request_)

    assert find(html, "html")[0].attributes["lang"] == language
    assert [each.attributes["value"] for each in find(html, "option") if "selected" in each.attributes] == [language]
    assert [each.text for each in find(html, "option")] == [each.native_name for each in LANGUAGES]


def test_changing_the_language_works_without_scripts_and_comes_back(request_):
    html = render_to_string("ui/errors/refusal.html", REFUSAL, request_)

    form = find(html, "form", class_="language")[0].attributes
    assert form["method"] == "post"
    assert find(html, "input", name="next")[0].attributes["value"] == "/places/?q=%3Cb%3E"
    assert find(html, "button", type="submit")


def test_a_refusal_is_one_sentence_with_what_to_do(request_):
    html = render_to_string("ui/errors/refusal.html", REFUSAL, request_)

    assert [each.text for each in find(html, "h1")] == ["This page does not exist."]
    assert "Check the address." in html
    assert "0199" in html
    assert find(html, "a", href="/")


@pytest.mark.parametrize("layout", ["ui/public.html", "ui/citizen.html", "ui/officer.html"])
def test_a_layout_leads_past_its_header_to_the_content(request_, layout):
    html = render_to_string(layout, {"navigation": (Link("Desk", "/desk/", current=True),)}, request_)

    assert find(html, "a", class_="skip")[0].attributes["href"] == "#main"
    assert find(html, "main", id="main")
    assert find(html, "a", aria_current="page")[0].attributes["href"] == "/desk/"
    names = [each.attributes["aria-label"] for each in find(html, "nav")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("layout", ["ui/public.html", "ui/officer.html", "ui/errors/refusal.html"])
def test_a_layout_holds_nothing_inline(request_, layout):
    html = render_to_string(layout, REFUSAL, request_)

    assert not [each for each in read(html) if each.name == "style" or "style" in each.attributes]
    assert all(each.attributes.get("src") and not each.text.strip() for each in find(html, "script"))


def test_officers_get_htmx_without_inline_styles_and_without_eval(request_):
    html = render_to_string("ui/officer.html", {}, request_)

    config = find(html, "meta", name="htmx-config")
    assert '"includeIndicatorStyles": false' in config[0].attributes["content"]
    assert '"allowEval": false' in config[0].attributes["content"]
    assert [each for each in find(html, "script") if "htmx" in each.attributes["src"]]


def test_somebody_signed_in_sees_the_own_name_and_post(request_):
    request_.actor = Actor(
        account=None, name="Minh <b>", kind=ActorKind.OFFICER, post_title="Registrar", agency_name="Commune office"
    )

    html = render_to_string("ui/public.html", {"account_links": (Link("My page", "/me/"),)}, request_)

    assert find(html, "summary")[0].text == "Minh <b>"
    assert "Registrar" in html
    assert find(html, "a", href="/me/")


def test_messages_of_an_action_are_announced(request_):
    class Message:
        def __init__(self, text: str, level_tag: str) -> None:
            self.text, self.level_tag = text, level_tag

        def __str__(self) -> str:
            return self.text

    levels = ("error", "warning", "success", "info")
    html = render_to_string("ui/public.html", {"messages": [Message(f"<{each}>", each) for each in levels]}, request_)

    assert find(html, "div", role="status")
    assert re.findall(r'class="notice" data-color="(\w+)"', html) == ["danger", "warning", "success", "info"]
    assert "&lt;error&gt;" in html


@pytest.mark.parametrize("language", [each.code for each in LANGUAGES])
def test_only_faces_that_exist_are_preloaded(settings, language):
    for path in preload_fonts(language):
        assert (settings.PROJECT06_ASSETS / "static" / path).is_file()

"""A form wires label, hint, control and error together, and its summary leads to every mistake."""

import pytest
from django import forms

from project06.ui.components.fields import list_errors

from .markup import find


class Application(forms.Form):
    name = forms.CharField(label="Full name", help_text="As in your card.")
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)
    kind = forms.ChoiceField(label="Kind", choices=[("a", "First"), ("b", "Second")], widget=forms.RadioSelect)
    days = forms.MultipleChoiceField(
        label="Days", choices=[("1", "Mon"), ("2", "Tue")], widget=forms.CheckboxSelectMultiple, required=False
    )
    agreed = forms.BooleanField(label="I agree", help_text="Needed.")
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        if self.cleaned_data.get("note") == "refuse":
            raise forms.ValidationError("The whole form is refused.")
        return self.cleaned_data


def test_a_label_belongs_to_its_control(render):
    html = render("{% form_field f %}", f=Application()["name"])

    assert find(html, "label")[0].attributes["for"] == find(html, "input")[0].attributes["id"] == "id_name"


def test_a_hint_describes_its_control(render):
    html = render("{% form_field f %}", f=Application()["name"])

    assert find(html, "input")[0].attributes["aria-describedby"] == "id_name-hint"
    assert find(html, "div", id="id_name-hint")[0].text == "As in your card."


def test_a_hint_of_the_page_comes_before_that_of_the_form(render):
    assert "Ask at the desk." in render("{% form_field f hint='Ask at the desk.' %}", f=Application()["name"])


def test_an_error_describes_its_control_and_marks_it(render):
    html = render("{% form_field f %}", f=Application({"name": ""})["name"])

    control = find(html, "input")[0].attributes
    assert control["aria-describedby"] == "id_name-hint id_name-error"
    assert control["aria-invalid"] == "true"
    assert find(html, "div", id="id_name-error")[0].text == "This field is required."


def test_what_was_typed_stays_and_is_escaped(render):
    html = render("{% form_field f %}", f=Application({"name": '"><b>'})["name"])

    assert find(html, "input")[0].attributes["value"] == '"><b>'
    assert "<b>" not in html


def test_only_questions_that_may_stay_empty_are_marked(render):
    assert "(optional)" in render("{% form_field f %}", f=Application()["note"])
    assert "(optional)" not in render("{% form_field f %}", f=Application()["name"])


def test_radio_buttons_stand_in_a_group_with_the_question_as_legend(render):
    html = render("{% form_field f %}", f=Application({"kind": "b"})["kind"])

    assert find(html, "legend")[0].text.strip() == "Kind"
    assert [each.attributes["for"] for each in find(html, "label")] == [
        each.attributes["id"] for each in find(html, "input", type="radio")
    ]
    assert ["checked" in each.attributes for each in find(html, "input")] == [False, True]


def test_check_boxes_stand_in_a_group(render):
    html = render("{% form_field f %}", f=Application({"days": ["1"]})["days"])

    assert len(find(html, "input", type="checkbox", name="days")) == 2
    assert "(optional)" in find(html, "legend")[0].text


def test_a_refused_group_is_described_by_its_error(render):
    html = render("{% form_field f %}", f=Application({})["kind"])

    assert find(html, "fieldset")[0].attributes["aria-describedby"] == "id_kind-error"
    assert {each.attributes.get("aria-invalid") for each in find(html, "input")} == {"true"}


def test_a_single_check_box_stands_before_its_label(render):
    html = render("{% form_field f %}", f=Application({})["agreed"])

    assert html.index("<input") < html.index("<label")
    assert find(html, "input")[0].attributes["aria-describedby"] == "id_agreed-hint id_agreed-error"


def test_a_hidden_value_has_no_label(render):
    html = render("{% form_field f %}", f=Application()["token"])

    assert find(html, "input", type="hidden")
    assert not find(html, "label")


def test_the_summary_leads_to_the_control_that_mends_each_error(render):
    html = render("{% error_summary f %}", f=Application({}))

    assert [each.attributes["href"] for each in find(html, "a")] == ["#id_name", "#id_kind_0", "#id_agreed"]
    assert find(html, "a")[0].text == "Full name – This field is required."
    assert find(html, "div", role="alert")[0].attributes["aria-labelledby"] == find(html, "h2")[0].attributes["id"]


def test_the_summary_names_errors_of_the_whole_form_first():
    form = Application({"name": "", "kind": "a", "agreed": "on", "note": "refuse"})

    assert [(each.sentence, each.target) for each in list_errors(form)] == [
        ("The whole form is refused.", ""),
        ("This field is required.", "id_name"),
    ]


@pytest.mark.parametrize("form", [Application(), Application({"name": "Lan", "kind": "a", "agreed": "on"})])
def test_without_errors_there_is_no_summary(render, form):
    assert render("{% error_summary f %}", f=form).strip() == ""

import pytest
from django.core.management import call_command
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from project06.kernel.errors import Conflict, FieldError, Invalid, NotAllowed, Refusal, list_refusals


class UnknownKey(Refusal):
    code = "kernel.test-unknown-key"
    status = 404
    sentence = _("There is no key %(key)s here.")


def test_a_refusal_says_its_sentence_with_its_parameters():
    refusal = UnknownKey(key="25")

    assert refusal.say() == "There is no key 25 here."
    assert str(refusal) == "kernel.test-unknown-key: There is no key 25 here."


def test_a_refusal_speaks_the_language_of_the_moment():
    with translation.override("vi"):
        in_vietnamese = NotAllowed().say()

    assert in_vietnamese == "Bạn không có quyền thực hiện việc này."


def test_a_refusal_without_a_code_of_its_own_cannot_be_written():
    with pytest.raises(TypeError, match="needs a code of its own"):
        type("Nameless", (Conflict,), {})


def test_a_code_belongs_to_one_refusal():
    with pytest.raises(TypeError, match="already belongs to"):
        type("Second", (Conflict,), {"code": UnknownKey.code})


def test_parameters_cannot_be_changed_afterwards():
    with pytest.raises(TypeError):
        UnknownKey(key="25").parameters["key"] = "26"


def test_an_invalid_input_names_its_fields():
    error = FieldError("household.name", "missing", "Please fill this in.")

    assert Invalid(errors=[error]).field_errors == (error,)


def test_every_refusal_has_a_code_a_status_and_a_sentence():
    for each in list_refusals():
        package, _dot, name = each.code.partition(".")
        assert package, each
        assert name, each
        assert 400 <= each.status <= 599, each
        assert str(each.sentence).strip(), each


def test_the_command_prints_every_code(capsys):
    call_command("kernel_list_errors")

    printed = capsys.readouterr().out
    assert all(f"| `{each.code}` | {each.status} |" in printed for each in list_refusals())

"""The definition of a form: a compact list of questions, and what makes it usable."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from project06.reporting.data import Choice, Question
from project06.reporting.enums import QuestionKind
from project06.reporting.rules.texts import on_one_line, without_controls

MOST_QUESTIONS = 200
MOST_CHOICES = 100
MOST_DECIMALS = 2
"""Three digits after a mark always read as thousands; more than two decimals could not be told apart."""

_CODE = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_LANGUAGES = frozenset({"vi", "en", "pl", "hi", "cs", "uk"})

type Document = list[dict[str, Any]]  # Any: a JSON document


class FormFault(ValueError):
    """The place of the definition that cannot be used."""


def parse_questions(document: Sequence[Mapping[str, Any]]) -> tuple[Question, ...]:  # Any: a JSON document
    """Read a form definition. Raises FormFault with the place that is wrong."""
    if not 1 <= len(document) <= MOST_QUESTIONS:
        raise FormFault("questions")
    questions = tuple(_question(each, number) for number, each in enumerate(document, start=1))
    codes = [each.code for each in questions]
    for number, code in enumerate(codes, start=1):
        if code in codes[: number - 1]:
            raise FormFault(f"{number}.code")
    return questions


def to_document(questions: Iterable[Question]) -> Document:
    """Return the definition as it is stored; what has its usual value is left out."""
    return [_stored(each) for each in questions]


def _stored(question: Question) -> dict[str, Any]:  # Any: a JSON document
    full: dict[str, Any] = {
        "code": question.code,
        "kind": question.kind.value,
        "labels": dict(question.labels),
        "required": None if question.is_required else False,
        "minimum": None if question.minimum is None else str(question.minimum),
        "maximum": None if question.maximum is None else str(question.maximum),
        "decimals": question.decimals or None,
        "unit": question.unit or None,
        "choices": [{"code": each.code, "labels": dict(each.labels)} for each in question.choices] or None,
    }
    return {name: value for name, value in full.items() if value is not None}


def _question(document: Mapping[str, Any], number: int) -> Question:
    kind = _kind(document.get("kind"), number)
    question = Question(
        code=_code(document.get("code"), f"{number}.code"),
        kind=kind,
        labels=_labels(document.get("labels"), f"{number}.labels"),
        is_required=document.get("required", True) is not False,
        minimum=_decimal(document.get("minimum"), f"{number}.minimum"),
        maximum=_decimal(document.get("maximum"), f"{number}.maximum"),
        decimals=_decimals(document.get("decimals", 0), kind, number),
        unit=on_one_line(str(document.get("unit", "")))[:40],
        choices=_choices(document.get("choices", ()), number),
    )
    if (kind is QuestionKind.CHOICE) is not bool(question.choices):
        raise FormFault(f"{number}.choices")
    if question.minimum is not None and question.maximum is not None and question.minimum > question.maximum:
        raise FormFault(f"{number}.maximum")
    return question


def _kind(value: object, number: int) -> QuestionKind:
    if value not in QuestionKind.values:
        raise FormFault(f"{number}.kind")
    return QuestionKind(str(value))


def _code(value: object, place: str) -> str:
    if not isinstance(value, str) or len(value) > 40 or not _CODE.fullmatch(value):
        raise FormFault(place)
    return value


def _labels(value: object, place: str) -> dict[str, str]:
    if not isinstance(value, Mapping) or not value.get("vi") or not value.keys() <= _LANGUAGES:
        raise FormFault(place)
    labels = {str(language): str(words).strip() for language, words in value.items()}
    if any(not words or len(words) > 300 or words != without_controls(words) for words in labels.values()):
        raise FormFault(place)
    return labels


def _decimal(value: object, place: str) -> Decimal | None:
    if value is None:
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation as fault:
        raise FormFault(place) from fault
    if not number.is_finite():
        raise FormFault(place)
    return number


def _decimals(value: object, kind: QuestionKind, number: int) -> int:
    if kind is QuestionKind.SHARE:
        return MOST_DECIMALS
    if not isinstance(value, int) or not 0 <= value <= MOST_DECIMALS:
        raise FormFault(f"{number}.decimals")
    return value


def _choices(value: object, number: int) -> tuple[Choice, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) > MOST_CHOICES:
        raise FormFault(f"{number}.choices")
    choices = tuple(_choice(each, f"{number}.choices.{place}") for place, each in enumerate(value, start=1))
    if len({each.code for each in choices}) != len(choices):
        raise FormFault(f"{number}.choices")
    return choices


def _choice(value: object, place: str) -> Choice:
    if not isinstance(value, Mapping):
        raise FormFault(place)
    return Choice(code=_code(value.get("code"), place), labels=_labels(value.get("labels"), place))

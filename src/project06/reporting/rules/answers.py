"""What makes an answer acceptable; figures are kept as plain decimal digits, never as binary fractions.

A mark followed by three digits is refused: "14.528" is fourteen thousand in Vietnamese and fourteen and a half in
English, and one of the published reports went wrong over exactly that figure.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from project06.reporting.data import Question, SheetRow
from project06.reporting.enums import AnswerFault, QuestionKind
from project06.reporting.rules.texts import without_controls

TEXT_LIMIT = 2_000
REFERENCE_LIMIT = 200
SHARE_LIMITS = (Decimal(0), Decimal(100))
_NUMBER = re.compile(r"[+-]?[0-9]{1,18}(?:[.,][0-9]+)?")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:[.,\s][0-9]{3})+(?:[.,][0-9]+)?")

type Faults = tuple[tuple[str, AnswerFault], ...]


def check_answers(
    questions: Iterable[Question], given: Mapping[str, object], *, is_draft: bool
) -> tuple[dict[str, str], Faults]:
    """Return the answers in their stored form, and every fault as (question code, fault).

    A draft may leave questions open; what it answers must be right all the same.
    """
    known = {each.code: each for each in questions}
    faults = [(code[:60], AnswerFault.UNKNOWN_QUESTION) for code in given if code not in known]
    clean: dict[str, str] = {}
    for code, question in known.items():
        answer = _text_of(given.get(code))
        if not answer:
            if question.is_required and not is_draft:
                faults.append((code, AnswerFault.MISSING))
            continue
        found = _checked(question, answer)
        if isinstance(found, AnswerFault):
            faults.append((code, found))
        else:
            clean[code] = found
    return clean, tuple(faults)


def gather_rows(questions: Iterable[Question], rows: Iterable[SheetRow]) -> tuple[dict[str, str], Faults]:
    """Return the answers of a sheet, and every fault as (row number, fault); empty answers count as not given."""
    known = {each.code: each for each in questions}
    answers: dict[str, str] = {}
    faults: list[tuple[str, AnswerFault]] = []
    seen: set[str] = set()
    for row in rows:
        place = f"row {row.number}"
        found = _row_fault(row, known, seen)
        seen.add(row.code)
        if found is not None:
            faults.append((place, found))
            continue
        answer = _text_of(row.answer)
        checked = _checked(known[row.code], answer) if answer else ""
        if isinstance(checked, AnswerFault):
            faults.append((place, checked))
        elif checked:
            answers[row.code] = checked
    return answers, tuple(faults)


def _row_fault(row: SheetRow, known: Mapping[str, Question], seen: set[str]) -> AnswerFault | None:
    if row.code not in known:
        return AnswerFault.UNKNOWN_QUESTION
    if row.code in seen:
        return AnswerFault.TWICE
    return AnswerFault.FORMULA if row.is_formula else None


def _text_of(value: object) -> str:
    """Return what somebody typed or what a cell or a JSON document holds, as text."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return without_controls(str(value)).strip()


def _checked(question: Question, answer: str) -> str | AnswerFault:
    if question.kind in {QuestionKind.NUMBER, QuestionKind.SHARE}:
        return _number(question, answer)
    if question.kind is QuestionKind.CHOICE:
        return answer if answer in {each.code for each in question.choices} else AnswerFault.UNKNOWN_CHOICE
    limit = REFERENCE_LIMIT if question.kind is QuestionKind.FILE else TEXT_LIMIT
    return answer if len(answer) <= limit else AnswerFault.TOO_LONG


def _number(question: Question, answer: str) -> str | AnswerFault:
    digits = answer.removesuffix("%").strip() if question.kind is QuestionKind.SHARE else answer
    if _THOUSANDS.fullmatch(digits):
        return AnswerFault.THOUSANDS_MARK
    if not _NUMBER.fullmatch(digits):
        return AnswerFault.NOT_A_NUMBER
    number = Decimal(digits.replace(",", "."))
    return _bounds_fault(question, number) or plain(number)


def _bounds_fault(question: Question, number: Decimal) -> AnswerFault | None:
    if number != round(number, question.decimals):
        return AnswerFault.TOO_MANY_DECIMALS
    if question.kind is QuestionKind.SHARE and not SHARE_LIMITS[0] <= number <= SHARE_LIMITS[1]:
        return AnswerFault.NOT_A_SHARE
    if question.minimum is not None and number < question.minimum:
        return AnswerFault.TOO_SMALL
    if question.maximum is not None and number > question.maximum:
        return AnswerFault.TOO_LARGE
    return None


def plain(number: Decimal) -> str:
    """Write a number without exponent and without zeros at its end."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", "", "+0"} else text.removeprefix("+")

"""Which fields hold personal data, how long they are kept and how they are wiped.

Every model declares every field exactly once; a test fails on a field nobody thought about. The Law on Personal
Data Protection 91/2025/QH15 knows basic and sensitive personal data; both need a purpose and an end.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.apps import apps
from django.db.models import Model


class Scrub(StrEnum):
    """How a value is made harmless when its time is over or a copy leaves the house."""

    NULL = "null"  # set to NULL
    BLANK = "blank"  # replaced by an empty text
    MASK = "mask"  # shape kept, letters and digits replaced
    PSEUDONYM = "pseudonym"  # replaced by a keyed value that still joins
    GENERALISE = "generalise"  # a date becomes its year, an address its province
    DELETE_ROW = "delete_row"  # the row means nothing without it
    NEVER = "never"  # the law demands that it stays; say why in the retention


@dataclass(frozen=True, slots=True)
class Retention:
    """How long a value is kept, in words, and what happens then."""

    period: str
    scrub: Scrub


@dataclass(frozen=True, slots=True)
class PersonalData:
    """The declaration of one model: fields that are nobody's, personal ones and sensitive ones."""

    none: frozenset[str] = frozenset()
    personal: Mapping[str, Retention] = field(default_factory=dict)
    sensitive: Mapping[str, Retention] = field(default_factory=dict)

    @property
    def declared(self) -> frozenset[str]:
        """All field names that were thought about."""
        return self.none | self.personal.keys() | self.sensitive.keys()


def keep(period: str, *, scrub: Scrub) -> Retention:
    """Say how long a value is kept ("10 years after death") and how it is wiped then."""
    if not period.strip():
        raise ValueError("A retention says how long, in words.")
    return Retention(period=period, scrub=scrub)


def personal_data(
    *,
    none: str = "",
    personal: Mapping[str, Retention] | None = None,
    sensitive: Mapping[str, Retention] | None = None,
) -> PersonalData:
    """Declare a model's fields; `none` is a list of names separated by blanks. Each name only once."""
    names = [*none.split(), *(personal or {}), *(sensitive or {})]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"Declared more than once: {', '.join(sorted(twice))}.")
    return PersonalData(frozenset(none.split()), dict(personal or {}), dict(sensitive or {}))


def declaration_of(model: type[Model]) -> PersonalData | None:
    """Return what the model itself declares, or None (a parent's declaration does not count)."""
    declared = vars(model).get("PERSONAL_DATA")
    return declared if isinstance(declared, PersonalData) else None


def undeclared(model: type[Model]) -> set[str]:
    """Return the names of the model's own columns and links that nobody has declared."""
    declared = declaration_of(model) or PersonalData()
    return _own_fields(model) - declared.declared


def outdated(model: type[Model]) -> set[str]:
    """Return declared names that are no longer fields of the model."""
    declared = declaration_of(model) or PersonalData()
    return set(declared.declared) - _own_fields(model)


def personal_field_names() -> frozenset[str]:
    """Return every field name that some installed model declares personal or sensitive."""
    return frozenset(_personal_names())


def _personal_names() -> Iterator[str]:
    for model in apps.get_models():
        declared = declaration_of(model)
        if declared:
            yield from declared.personal
            yield from declared.sensitive


def _own_fields(model: type[Model]) -> set[str]:
    # Rows through a foreign key of another model are that model's business.
    own = (*model._meta.local_fields, *model._meta.local_many_to_many)  # noqa: SLF001 - Django's public Meta API
    return {each.name for each in own}

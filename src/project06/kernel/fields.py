"""Model fields that carry a rule of the house in the column itself."""

from django.core.validators import RegexValidator
from django.db import models


class UnitPathField(models.CharField):  # type: ignore[type-arg] # generic for the type checker only
    """A path of unit codes from the root, compared byte by byte so that `permissions.visible` is exact.

    The collation belongs to the column: the answer does not depend on how the database server was set up.
    """

    default_validators = [  # noqa: RUF012 - Django's own attribute, never changed
        RegexValidator(r"\A[0-9A-Za-z_]+(/[0-9A-Za-z_]+)*\Z")
    ]

    def __init__(self, *, max_length: int = 64, db_collation: str = "C", **options: object) -> None:
        super().__init__(max_length=max_length, db_collation=db_collation, **options)  # type: ignore[arg-type] # Django's options

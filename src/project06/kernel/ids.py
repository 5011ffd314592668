"""The only source of identifiers that leave the database.

Inside the database rows are joined by integers; URLs, events and interfaces carry these identifiers.
"""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_uuid() -> UUID:
    """Return a new UUID version 7 (RFC 9562, 5.7) of the standard library's type.

    Identifiers made by one process rise strictly, so indexes on them grow at the end. They reveal the
    moment of their making: do not use them as secrets.
    """
    return uuid7()

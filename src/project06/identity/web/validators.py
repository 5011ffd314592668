"""Password length by what stands beside the password; the figures are dated rules."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from project06.identity.enums import AccountKind
from project06.identity.models import Account
from project06.identity.queries.find_account import has_second_factor
from project06.identity.rules.sign_in import needs_second_factor, shortest_password, sign_in_rules
from project06.kernel.clock import today


class LengthValidator:
    """Refuses passwords that are shorter than the rule of the day for this account."""

    def validate(self, password: str, user: object | None = None) -> None:
        """Raise ValidationError for a password that is too short."""
        shortest = _shortest(user)
        if len(password) < shortest:
            raise ValidationError(
                ngettext(
                    "The password needs at least %(count)d character.",
                    "The password needs at least %(count)d characters.",
                    shortest,
                )
                % {"count": shortest},
                code="password_too_short",
            )

    def get_help_text(self) -> str:
        """Return the rule in words."""
        rules = sign_in_rules(today())
        return _(
            "At least %(alone)d characters, or %(beside)d once you have set up a second factor. "
            "A sentence that only you know is easier to remember than symbols."
        ) % {
            "alone": rules.password_length_alone,
            "beside": rules.password_length_with_second_factor,
        }


def _shortest(user: object | None) -> int:
    rules = sign_in_rules(today())
    if not isinstance(user, Account) or user.pk is None:
        return shortest_password(rules, has_second_factor=False)
    # An officer can do nothing at all without a second factor, so the password never stands alone.
    secured = needs_second_factor(AccountKind(user.kind)) or has_second_factor(user)
    return shortest_password(rules, has_second_factor=secured)

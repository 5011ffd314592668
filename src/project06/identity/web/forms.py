"""Forms of sign-in; what they ask is allauth's, how they ask it is ours."""

from allauth.account.forms import LoginForm, SignupForm
from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from project06.identity.models import Account
from project06.kernel.clock import now


class SignInForm(LoginForm):
    """E-mail address or login name, and password."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        login = self.fields["login"]
        login.label = _("E-mail address or login name")
        login.widget.attrs = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        password = self.fields["password"]
        password.label = _("Password")
        password.help_text = ""
        password.widget.attrs = {"autocomplete": "current-password"}


class SignUpForm(SignupForm):
    """A citizen's own account; it starts without a level: only the e-mail address is proved."""

    name = forms.CharField(
        label=_("Full name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("As on your identity card."),
    )
    field_order = ("name", "email", "password1")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].widget.attrs = {"autocomplete": "email"}
        self.fields["password1"].label = _("Password")
        self.fields["password1"].widget.attrs = {"autocomplete": "new-password"}

    def custom_signup(self, request: HttpRequest, user: Account) -> None:
        """Keep the name and the language in which the person signed up."""
        user.display_name = " ".join(self.cleaned_data["name"].split())
        user.language = getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)
        user.save(update_fields=["display_name", "language"])


class EnrolForm(forms.Form):
    """The password that goes with a one-time link."""

    password = forms.CharField(
        label=_("New password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class InviteForm(forms.Form):
    """What is needed to make an officer's account."""

    name = forms.CharField(label=_("Full name"), max_length=120)
    email = forms.EmailField(label=_("Official e-mail address"))
    staff_number = forms.CharField(label=_("Staff number"), max_length=30)


class LanguageForm(forms.Form):
    """In which language somebody reads."""

    language = forms.ChoiceField(label=_("Language of the pages"), choices=settings.LANGUAGES)


def new_account() -> Account:
    """Return an empty citizen's account for the sign-up form to fill."""
    return Account(created_at=now())

"""allauth's flows under our addresses; their names are allauth's, because allauth looks them up by name."""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import URLPattern, path

from project06.identity.web.views.passkeys import remove_passkey
from project06.kernel.access import public_page, signed_in_page

urlpatterns: list[URLPattern] = [
    path("sign-in/", public_page(account.login), name="account_login"),
    path("sign-in/passkey/", public_page(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/second-factor/", public_page(second_factor.authenticate), name="mfa_authenticate"),
    path("sign-out/", public_page(account.logout), name="account_logout"),
    path("sign-up/", public_page(account.signup), name="account_signup"),
    path("closed/", public_page(account.account_inactive), name="account_inactive"),
    path(
        "confirm-email/",
        public_page(account.email_verification_sent),
        name="account_email_verification_sent",
    ),
    path("email/", signed_in_page(account.email), name="account_email"),
    path("password/change/", signed_in_page(account.password_change), name="account_change_password"),
    path("password/set/", signed_in_page(account.password_set), name="account_set_password"),
    path("password/reset/", public_page(account.password_reset), name="account_reset_password"),
    path(
        "password/reset/code/",
        public_page(account.confirm_password_reset_code),
        name="account_confirm_password_reset_code",
    ),
    path(
        "password/reset/new/",
        public_page(account.complete_password_reset),
        name="account_complete_password_reset",
    ),
    path(
        "password/reset/done/",
        public_page(account.password_reset_from_key_done),
        name="account_password_reset_completed",
    ),
    # A locked session proves itself here while nobody counts as signed in; allauth asks for the account itself.
    path("prove/", public_page(account.reauthenticate), name="account_reauthenticate"),
    path("prove/code/", public_page(second_factor.reauthenticate), name="mfa_reauthenticate"),
    path(
        "prove/passkey/",
        public_page(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("second-factors/", signed_in_page(second_factor.index), name="mfa_index"),
    path("second-factors/app/", signed_in_page(totp.activate_totp), name="mfa_activate_totp"),
    path("second-factors/app/remove/", signed_in_page(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path(
        "second-factors/recovery-codes/",
        signed_in_page(recovery_codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "second-factors/recovery-codes/renew/",
        signed_in_page(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "second-factors/recovery-codes/download/",
        signed_in_page(recovery_codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("second-factors/passkeys/", signed_in_page(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("second-factors/passkeys/add/", signed_in_page(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path(
        "second-factors/passkeys/<int:pk>/rename/",
        signed_in_page(passkeys.edit_webauthn),
        name="mfa_edit_webauthn",
    ),
    path("second-factors/passkeys/<int:pk>/remove/", remove_passkey, name="mfa_remove_webauthn"),
]

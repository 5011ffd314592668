"""Why a report is not handed over."""

from django.utils.translation import gettext_lazy as _

from project06.kernel.errors import Invalid, Refusal


class ReportPeriodUnknown(Invalid):
    """The period is not written as one: `period`."""

    code = "programme.report-period-unknown"
    sentence = _("“%(period)s” is not a period.")
    remedy = _("Write a month as 2024-06, a quarter as 2024-Q2, a half-year as 2024-H1, a year as 2024.")


class ReportLanguageUnknown(Invalid):
    """The report is not written in this language: `language`."""

    code = "programme.report-language-unknown"
    sentence = _("There is no report in the language “%(language)s”.")
    remedy = _("Choose Vietnamese, English, Polish, Hindi, Czech or Ukrainian.")


class FormNotAvailable(Refusal):
    """This machine cannot produce the form: `form`, and what is missing: `remedy`."""

    code = "programme.report-form-not-available"
    status = 503
    sentence = _("The report cannot be written as %(form)s here: %(remedy)s")

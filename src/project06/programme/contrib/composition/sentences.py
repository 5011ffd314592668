"""Sentences that tell several figures together. Each is one message, so that every language has its own word order."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from project06.programme.contrib.composition.document import Words
from project06.programme.contrib.composition.notes import Notes
from project06.programme.contrib.composition.speech import Speech
from project06.programme.data.report import FigureCut, ReportCut
from project06.programme.enums import Coverage, Nature
from project06.programme.enums.report import Sentence
from project06.programme.rules.report_sentences import TELLS

PROVINCES = "localities"
"""The measure that counts provinces and centrally-run cities; their number on the day is its total."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a sentence is made from."""

    cut: ReportCut
    speech: Speech
    notes: Notes

    def figure(self, code: str) -> FigureCut:
        """Return a figure that the rules have found to be there."""
        found = self.cut.figure(code)
        if found is None:
            raise LookupError(code)
        return found

    def amount(self, code: str) -> str:
        """Write a figure with what it counts."""
        return self.speech.figure(self.figure(code))

    def number(self, code: str) -> str:
        """Write the bare number of a figure."""
        return self.speech.short_value(self.figure(code))

    def count(self, code: str) -> int:
        """Return a figure as a whole number, for plural forms."""
        return int(self.figure(code).value or 0)

    def change(self, code: str) -> str:
        """Write by how much a figure has risen."""
        return self.speech.change(self.figure(code))

    def earlier(self, code: str) -> dict[str, str]:
        """Return the earlier value and its period for a sentence."""
        figure = self.figure(code)
        if figure.baseline is None:
            return {"earlier": "", "period": ""}
        return {
            "earlier": self.speech.value_like(figure, figure.baseline.value),
            "period": self.speech.period(figure.baseline.period),
        }

    @property
    def provinces(self) -> int:
        """How many provinces and centrally-run cities the country had on the day."""
        return len(self.cut.map.regions)


def tell(sentence: Sentence, telling: Telling) -> Words:
    """Return a sentence in the active language with the sources of all its figures."""
    told = [each for each in telling.cut.figures if each.code in TELLS[sentence] and each.value is not None]
    return telling.notes.cite(_SENTENCES[sentence](telling), *told)


def _tasks_assigned(told: Telling) -> str:
    total = told.count("tasks-assigned")
    return ngettext(
        "%(total)s task group was assigned: tasks of 2023 completed and performed regularly – %(done)s, "
        "tasks of 2024 being implemented – %(running)s.",
        "%(total)s task groups were assigned: tasks of 2023 completed and performed regularly – %(done)s, "
        "tasks of 2024 being implemented – %(running)s.",
        total,
    ) % {
        "total": told.speech.number(total),
        "done": told.number("tasks-2023-completed-and-regular"),
        "running": told.number("tasks-2024-being-implemented"),
    }


def _tasks_by_roadmap(told: Telling) -> str:
    total = told.count("tasks-total")
    return ngettext(
        "Of %(total)s task on the roadmap: completed – %(done)s, performed regularly – %(regular)s, "
        "being carried out – %(running)s.",
        "Of %(total)s tasks on the roadmap: completed – %(done)s, performed regularly – %(regular)s, "
        "being carried out – %(running)s.",
        total,
    ) % {
        "total": told.speech.number(total),
        "done": told.number("tasks-completed"),
        "regular": told.number("tasks-regular"),
        "running": told.number("tasks-in-progress"),
    }


def _task_groups(told: Telling) -> str:
    count = told.count("task-groups")
    return ngettext(
        "Tasks are followed in %(count)s group: institutions, information technology infrastructure, "
        "online public services, data, resources.",
        "Tasks are followed in %(count)s groups: institutions, information technology infrastructure, "
        "online public services, data, resources.",
        count,
    ) % {"count": told.speech.number(count)}


def _population_cleaned(told: Telling) -> str:
    return _("Cleaning, supplementing, updating and enriching of population data: %(share)s completed.") % {
        "share": told.number("population-cleaning-rate")
    }


def _social_payments(told: Telling) -> str:
    code = "g2p-cashless-rate"
    return _(
        "Social-security payments made without cash reached %(share)s, %(change)s more than in %(period)s "
        "(%(earlier)s then)."
    ) % {"share": told.number(code), "change": told.change(code), **told.earlier(code)}


def _tuition_payments(told: Telling) -> str:
    code = "tuition-cashless-rate"
    return _(
        "Tuition and student-benefit payments made without cash reached %(share)s, %(change)s more than in "
        "%(period)s (%(earlier)s then)."
    ) % {"share": told.number(code), "change": told.change(code), **told.earlier(code)}


def _essential_online(told: Telling) -> str:
    count = told.count("essential-services")
    code = "essential-services-online-rate"
    best = [each for each in told.cut.figures if each.code == code and _is_of_some_areas(each)]
    said = {"count": told.speech.number(count), "share": told.number(code)}
    if best:
        return ngettext(
            "The %(count)s essential public service of Project 06 is done online in %(share)s of cases across the "
            "province; some areas reach %(best)s.",
            "The %(count)s essential public services of Project 06 are done online in %(share)s of cases across "
            "the province; some areas reach %(best)s.",
            count,
        ) % {**said, "best": told.speech.short_value(best[0])}
    return (
        ngettext(
            "The %(count)s essential public service of Project 06 is done online in %(share)s of cases.",
            "The %(count)s essential public services of Project 06 are done online in %(share)s of cases.",
            count,
        )
        % said
    )


def _is_of_some_areas(figure: FigureCut) -> bool:
    return figure.observation.reading.coverage is Coverage.SOME_AREAS and figure.value is not None


def _portal(told: Telling) -> str:
    return _(
        "The National Public Service Portal offers %(services)s online; it has %(accounts)s, and the status of "
        "%(dossiers)s is synchronised to it."
    ) % {
        "services": told.amount("portal-services"),
        "accounts": told.amount("portal-accounts"),
        "dossiers": told.amount("portal-synchronised-dossiers"),
    }


def _portal_payments(told: Telling) -> str:
    return _("Paid online on the National Public Service Portal: %(payments)s worth %(value)s.") % {
        "payments": told.amount("portal-payments"),
        "value": told.amount("portal-payment-value"),
    }


def _policy(told: Telling, code: str) -> dict[str, str]:
    figure = told.figure(code)
    return {
        "count": told.number(code),
        "total": told.speech.number(told.provinces),
        "change": told.speech.number(abs(figure.observation.reading.delta or Decimal(0))),
        "period": told.earlier(code)["period"],
        "before": told.speech.number(figure.baseline.value) if figure.baseline else "",
    }


def _fee_policy(told: Telling) -> str:
    return _(
        "Provinces and centrally-run cities with a policy on fee exemption, reduction and collection for online "
        "public services: %(count)s/%(total)s (%(change)s more than at the end of %(period)s, when there were "
        "%(before)s)."
    ) % _policy(told, "provinces-with-fee-policy")


def _time_policy(told: Telling) -> str:
    return _(
        "Provinces and centrally-run cities with a policy of shorter processing times for online public services: "
        "%(count)s/%(total)s (%(change)s more than at the end of %(period)s, when there were %(before)s)."
    ) % _policy(told, "provinces-with-time-policy")


def _digital_economy(told: Telling) -> str:
    return _(
        "By estimate, the digital economy grew by %(growth)s in the period; its share of GDP is estimated at %(share)s."
    ) % {"growth": told.number("digital-economy-growth"), "share": told.number("digital-economy-share")}


def _ict_revenue(told: Telling) -> str:
    return _(
        "Revenue of the information technology sector (ICT digital economy) is estimated at %(revenue)s, %(change)s "
        "more than in the same period of the year before."
    ) % {"revenue": told.amount("ict-revenue"), "change": told.change("ict-revenue")}


def _payment_accounts(told: Telling) -> str:
    code = "adults-with-payment-account-rate"
    figure = told.figure(code)
    said = {"share": told.number(code), "change": told.change(code), **told.earlier(code)}
    if figure.target is not None and figure.value is not None and figure.value > figure.target.value:
        return _(
            "Adults with a payment account: %(share)s, %(change)s more than at the end of %(period)s (%(earlier)s "
            "then); the target for %(year)s (%(target)s) is exceeded."
        ) % {
            **said,
            "year": str(figure.target.by_on.year),
            "target": told.speech.value_like(figure, figure.target.value),
        }
    return (
        _("Adults with a payment account: %(share)s, %(change)s more than at the end of %(period)s (%(earlier)s then).")
        % said
    )


def _fibre(told: Telling) -> str:
    code = "fibre-household-rate"
    return _(
        "Since the end of %(period)s %(new)s have newly come to fibre broadband; the share of households that use it "
        "is %(share)s, %(change)s more (%(earlier)s then)."
    ) % {
        "new": told.amount("fibre-households-new"),
        "share": told.number(code),
        "change": told.change(code),
        **told.earlier(code),
    }


def _smartphones(told: Telling) -> str:
    code = "smartphone-subscriber-rate"
    return _(
        "Since the end of %(period)s %(new)s have newly taken up smartphones; the share of mobile subscribers who use "
        "one is %(share)s, %(change)s more (%(earlier)s then)."
    ) % {
        "new": told.amount("smartphone-subscribers-new"),
        "share": told.number(code),
        "change": told.change(code),
        **told.earlier(code),
    }


def _ecommerce(told: Telling) -> str:
    figures = [each for each in told.cut.figures if each.code == "ecommerce-size" and each.value is not None]
    forecast = [each for each in figures if each.observation.reading.nature is Nature.FORECAST]
    now = [each for each in figures if each not in forecast]
    if not now or not forecast:
        return _("Size of e-commerce: %(size)s.") % {"size": told.speech.figure((now or forecast)[0])}
    return _(
        "Size of e-commerce in Viet Nam, as assessed by the Ministry of Industry and Trade: %(size)s; "
        "forecast for %(year)s: %(forecast)s."
    ) % {
        "size": told.speech.figure(now[0]),
        "year": told.speech.period(forecast[0].observation.period),
        "forecast": told.speech.figure(forecast[0]),
    }


_SENTENCES: dict[Sentence, Callable[[Telling], str]] = {
    Sentence.TASKS_ASSIGNED: _tasks_assigned,
    Sentence.TASKS_BY_ROADMAP: _tasks_by_roadmap,
    Sentence.TASK_GROUPS: _task_groups,
    Sentence.POPULATION_CLEANED: _population_cleaned,
    Sentence.SOCIAL_PAYMENTS: _social_payments,
    Sentence.TUITION_PAYMENTS: _tuition_payments,
    Sentence.ESSENTIAL_ONLINE: _essential_online,
    Sentence.PORTAL: _portal,
    Sentence.PORTAL_PAYMENTS: _portal_payments,
    Sentence.FEE_POLICY: _fee_policy,
    Sentence.TIME_POLICY: _time_policy,
    Sentence.DIGITAL_ECONOMY: _digital_economy,
    Sentence.ICT_REVENUE: _ict_revenue,
    Sentence.PAYMENT_ACCOUNTS: _payment_accounts,
    Sentence.FIBRE: _fibre,
    Sentence.SMARTPHONES: _smartphones,
    Sentence.ECOMMERCE: _ecommerce,
}

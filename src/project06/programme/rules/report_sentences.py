"""Which sentences a report can say: those whose figures are all there. Every other figure is told by a plain line.

A sentence that says "more than in 2023" is chosen only where the figure has risen since a year.
"""

from collections.abc import Mapping
from types import MappingProxyType

from project06.programme.data.report import FigureCut, ReportCut
from project06.programme.enums.report import Sentence

TELLS: Mapping[Sentence, tuple[str, ...]] = MappingProxyType(
    {
        Sentence.TASKS_ASSIGNED: (
            "tasks-assigned",
            "tasks-2023-completed-and-regular",
            "tasks-2024-being-implemented",
        ),
        Sentence.TASKS_BY_ROADMAP: ("tasks-total", "tasks-completed", "tasks-regular", "tasks-in-progress"),
        Sentence.TASK_GROUPS: ("task-groups",),
        Sentence.POPULATION_CLEANED: ("population-cleaning-rate",),
        Sentence.SOCIAL_PAYMENTS: ("g2p-cashless-rate",),
        Sentence.TUITION_PAYMENTS: ("tuition-cashless-rate",),
        Sentence.ESSENTIAL_ONLINE: ("essential-services-online-rate", "essential-services"),
        Sentence.PORTAL: ("portal-services", "portal-accounts", "portal-synchronised-dossiers"),
        Sentence.PORTAL_PAYMENTS: ("portal-payments", "portal-payment-value"),
        Sentence.FEE_POLICY: ("provinces-with-fee-policy",),
        Sentence.TIME_POLICY: ("provinces-with-time-policy",),
        Sentence.DIGITAL_ECONOMY: ("digital-economy-growth", "digital-economy-share"),
        Sentence.ICT_REVENUE: ("ict-revenue",),
        Sentence.PAYMENT_ACCOUNTS: ("adults-with-payment-account-rate",),
        Sentence.FIBRE: ("fibre-households-new", "fibre-household-rate"),
        Sentence.SMARTPHONES: ("smartphone-subscribers-new", "smartphone-subscriber-rate"),
        Sentence.ECOMMERCE: ("ecommerce-size",),
    }
)

RISES: Mapping[Sentence, str] = MappingProxyType(
    {
        Sentence.SOCIAL_PAYMENTS: "g2p-cashless-rate",
        Sentence.TUITION_PAYMENTS: "tuition-cashless-rate",
        Sentence.FEE_POLICY: "provinces-with-fee-policy",
        Sentence.TIME_POLICY: "provinces-with-time-policy",
        Sentence.ICT_REVENUE: "ict-revenue",
        Sentence.PAYMENT_ACCOUNTS: "adults-with-payment-account-rate",
        Sentence.FIBRE: "fibre-household-rate",
        Sentence.SMARTPHONES: "smartphone-subscriber-rate",
    }
)

NOT_REPORTED = ("bodies-not-reported-security",)
"""Indicators that say how many have not reported: they stand in the section of that name."""


def choose_sentences(cut: ReportCut) -> tuple[Sentence, ...]:
    """Return the sentences whose figures are all reported, in the order of the vocabulary.

    Figures of several periods in one report (a trend) are left to the table, except where a sentence tells both.
    """
    return tuple(each for each in Sentence if _can_be_said(cut, each))


def untold_figures(cut: ReportCut, sentences: tuple[Sentence, ...]) -> tuple[FigureCut, ...]:
    """Return the reported figures that no sentence tells and no other section holds."""
    told = {code for each in sentences for code in TELLS[each]} | set(NOT_REPORTED)
    return tuple(each for each in cut.figures if each.value is not None and each.code not in told)


def _can_be_said(cut: ReportCut, sentence: Sentence) -> bool:
    if any(cut.figure(code) is None for code in TELLS[sentence]):
        return False
    rising = cut.figure(RISES[sentence]) if sentence in RISES else None
    return rising is None or _has_risen_since(rising, sentence)


def _has_risen_since(figure: FigureCut, sentence: Sentence) -> bool:
    """Say whether a figure has risen since a year, or since the same period of the year before."""
    reading = figure.observation.reading
    if (reading.delta or 0) <= 0:
        return False
    if sentence is Sentence.ICT_REVENUE:
        year, _, rest = figure.observation.period.partition("-")
        return reading.baseline_period == f"{int(year) - 1}-{rest}".rstrip("-")
    return reading.baseline_period.isdigit()

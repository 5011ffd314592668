"""Words and colours for organisations, posts and roles."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from project06.agencies.data import (
    AgencyData,
    AgencyPage,
    AgencyStory,
    PostData,
    RoleData,
    SuccessionData,
)
from project06.agencies.enums import AgencyKind, SuccessionKind
from project06.kernel.permissions import permissions
from project06.ui.data import Cell, Column, Link, TableData, Tag
from project06.ui.enums import ColumnKind, Tone
from project06.ui.formats import day

_ONE_DAY = timedelta(days=1)

KINDS: Mapping[AgencyKind, Promise] = {
    AgencyKind.GOVERNMENT: gettext_lazy("Government"),
    AgencyKind.MINISTRY: gettext_lazy("Ministries"),
    AgencyKind.MINISTERIAL_AGENCY: gettext_lazy("Ministerial-level agencies"),
    AgencyKind.GOVERNMENT_AGENCY: gettext_lazy("Agencies under the Government"),
    AgencyKind.PEOPLES_COMMITTEE: gettext_lazy("People's Committees"),
    AgencyKind.DEPARTMENT: gettext_lazy("Provincial departments"),
    AgencyKind.SERVICE_CENTRE: gettext_lazy("Public administration service centres"),
    AgencyKind.POLICE: gettext_lazy("Police"),
    AgencyKind.OTHER: gettext_lazy("Other bodies"),
}

_ONE_OF = {
    AgencyKind.GOVERNMENT: pgettext_lazy("one agency", "Government"),
    AgencyKind.MINISTRY: pgettext_lazy("one agency", "Ministry"),
    AgencyKind.MINISTERIAL_AGENCY: pgettext_lazy("one agency", "Ministerial-level agency"),
    AgencyKind.GOVERNMENT_AGENCY: pgettext_lazy("one agency", "Agency under the Government"),
    AgencyKind.PEOPLES_COMMITTEE: pgettext_lazy("one agency", "People's Committee"),
    AgencyKind.DEPARTMENT: pgettext_lazy("one agency", "Provincial department"),
    AgencyKind.SERVICE_CENTRE: pgettext_lazy("one agency", "Public administration service centre"),
    AgencyKind.POLICE: pgettext_lazy("one agency", "Police"),
    AgencyKind.OTHER: pgettext_lazy("one agency", "Other body"),
}

_PASSED = {
    SuccessionKind.MERGED: gettext_lazy("Merged as a whole"),
    SuccessionKind.FUNCTIONS: gettext_lazy("Some duties passed over"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what it says."""

    term: str | Promise
    text: str | Promise
    href: str = ""


@dataclass(frozen=True, slots=True)
class KindCard:
    """How many organisations of a kind there were, and where to see them."""

    label: Promise
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class ShownHolder:
    """Who fills a post, in words."""

    uuid: UUID
    name: str
    staff_number: str
    since: date
    until: date | None
    decision: str


@dataclass(frozen=True, slots=True)
class ShownRole:
    """A role in the reader's language."""

    code: str
    name: str
    description: str
    since: date | None = None
    permissions: tuple[str | Promise, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownPost:
    """A post as an administrator reads it."""

    uuid: UUID
    title: str
    agency: Link
    holders: tuple[ShownHolder, ...]
    roles: tuple[ShownRole, ...]


def agency_href(code: str, on: date | None = None) -> str:
    """Return where an organisation is shown as it was on a day."""
    query = f"?{urlencode({'on': on.isoformat()})}" if on else ""
    return reverse("agencies:agency", args=[code]) + query


def present_kinds(counts: Mapping[AgencyKind, int], on: date) -> tuple[KindCard, ...]:
    """Return the kinds that existed on the day with their numbers."""
    return tuple(
        KindCard(KINDS[kind], counts[kind], _browse_href(on=on.isoformat(), kind=kind.value))
        for kind in AgencyKind
        if counts.get(kind)
    )


def present_list(page: AgencyPage, on: date, wanted: Mapping[str, str]) -> TableData:
    """Return a page of the directory as a table."""
    wanted = {"on": on.isoformat(), **{key: value for key, value in wanted.items() if value}}
    next_href = _browse_href(**wanted | {"after": page.next_after}) if page.next_after else ""
    return TableData(
        caption=_("Agencies on %(day)s") % {"day": day(on)},
        columns=(Column(_("Name")), Column(_("Kind of agency")), Column(_("Code"))),
        rows=tuple(_row(agency, on) for agency in page.agencies),
        next_href=next_href,
        empty_text=_("No agency fits. Try fewer words, another kind or another day."),
    )


def present_subordinates(page: AgencyPage, code: str, on: date) -> TableData | None:
    """Return the organisations that answer to this one, or None when there are none."""
    if not page.agencies:
        return None
    query = {"on": on.isoformat(), "after": page.next_after or ""}
    next_href = f"{agency_href(code)}?{urlencode(query)}" if page.next_after else ""
    return TableData(
        caption=_("Agencies that answer to it"),
        columns=(Column(_("Name")), Column(_("Kind of agency")), Column(_("Code"))),
        rows=tuple(_row(agency, on) for agency in page.agencies),
        next_href=next_href,
    )


def present_facts(story: AgencyStory, on: date, unit: Link | None) -> tuple[Fact, ...]:
    """Return what is known about the organisation, term by term."""
    agency = story.agency
    facts = [Fact(_("Code"), agency.code)]
    if story.parent:
        facts.append(Fact(_("Answers to"), name_of(story.parent), agency_href(story.parent.code, on)))
    if unit:
        facts.append(Fact(_("Works for"), unit.label, unit.href))
    facts.append(Fact(_("In this register since"), day(agency.valid_from)))
    if agency.valid_to:
        facts.append(Fact(_("Ended on"), day(agency.valid_to)))
    if agency.act:
        facts.append(Fact(_("Legal act"), agency.act))
    if agency.note:
        facts.append(Fact(_("Remark"), _note_of(agency)))
    return tuple(facts)


def present_names(story: AgencyStory) -> TableData | None:
    """Return the names the organisation bore, or None when there was only one."""
    if len(story.names) < 2:
        return None
    is_vietnamese = get_language() == "vi"
    return TableData(
        caption=_("Names over time"),
        columns=(
            Column(_("Name")),
            Column(_("From"), ColumnKind.DAY),
            Column(_("Until"), ColumnKind.DAY),
            Column(_("Legal act")),
        ),
        rows=tuple(
            (
                period.name if is_vietnamese or not period.name_en else period.name_en,
                period.valid_from,
                period.valid_to or _("today"),
                period.act,
            )
            for period in story.names
        ),
    )


def present_successions(caption: str, successions: tuple[SuccessionData, ...]) -> TableData | None:
    """Return what came before or after as a table, or None."""
    if not successions:
        return None
    return TableData(
        caption=caption,
        columns=(
            Column(_("Name")),
            Column(_("What passed")),
            Column(_("On"), ColumnKind.DAY),
            Column(_("Legal act")),
            Column(_("Certainty")),
        ),
        rows=tuple(_succession_row(each) for each in successions),
    )


def certainty(*, is_certain: bool) -> Tag:
    """Return how sure the register is of a fact."""
    if is_certain:
        return Tag(_("Source read"), Tone.SUCCESS)
    return Tag(_("Not verified"), Tone.WARNING)


def name_of(agency: AgencyData) -> str:
    """Return the name in the reader's language."""
    return agency.name_in(get_language() or "vi")


def kind_of(agency: AgencyData) -> Promise:
    """Return the kind of one organisation in words."""
    return _ONE_OF[agency.kind]


def present_post(post: PostData) -> ShownPost:
    """Return the words of one post."""
    return ShownPost(
        uuid=post.uuid,
        title=post.title,
        agency=Link(post.agency_name, reverse("agencies:list_posts", args=[post.agency_code])),
        holders=tuple(
            ShownHolder(
                uuid=holder.uuid,
                name=holder.official.name,
                staff_number=holder.official.staff_number,
                since=holder.valid_from,
                until=holder.valid_to,
                decision=holder.decision,
            )
            for holder in post.holders
        ),
        roles=tuple(present_role(granted.role, granted.valid_from) for granted in post.roles),
    )


def present_role(role: RoleData, since: date | None = None) -> ShownRole:
    """Return the words of one role, with what each permission means."""
    language = get_language() or "vi"
    known = permissions()
    return ShownRole(
        code=role.code,
        name=role.name_in(language),
        description=role.description_in(language),
        since=since,
        permissions=tuple(known.get(code, code) for code in role.permissions),
    )


def present_crumbs(*links: Link) -> tuple[Link, ...]:
    """Return the way from the home page to a page of the directory."""
    return (Link(_("Home"), "/"), Link(_("Agencies"), reverse("agencies:browse")), *links)


def _note_of(noted: AgencyData | SuccessionData) -> str:
    return noted.note if get_language() == "vi" else noted.note_en


def _browse_href(**query: str) -> str:
    return f"{reverse('agencies:browse')}?{urlencode(query)}"


def _row(agency: AgencyData, on: date) -> tuple[Cell, ...]:
    return (Link(name_of(agency), agency_href(agency.code, on)), kind_of(agency), agency.code)


def _succession_row(each: SuccessionData) -> tuple[Cell, ...]:
    # A predecessor has ended by the day of the act: it is shown as it was the day before.
    has_ended = each.agency.valid_to is not None and each.agency.valid_to <= each.on
    there = each.on - _ONE_DAY if has_ended else each.on
    return (
        Link(name_of(each.agency), agency_href(each.agency.code, there)),
        _PASSED[each.kind],
        each.on,
        ": ".join(filter(None, (each.act, _note_of(each)))),
        certainty(is_certain=each.is_certain),
    )

"""Lists of tasks that come in and go out as files."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from project06.kernel.access import actor_of, requires
from project06.kernel.clock import today
from project06.kernel.errors import Invalid
from project06.programme.data import ImportReport
from project06.programme.data.task_remedies import FILE_REMEDIES
from project06.programme.enums import MANAGE_TASKS, READ, FileFaultCode, TaskOrder
from project06.programme.errors import FaultyRows
from project06.programme.operations.import_tasks import import_tasks as take_over
from project06.programme.queries.export_tasks import empty_task_list, export_tasks_csv, export_tasks_xlsx
from project06.programme.queries.list_tasks import list_tasks
from project06.programme.rules.table_reading import MOST_BYTES
from project06.programme.web.files import CONTENT_TYPES, MOST_ROWS, TableFormat, table_file
from project06.programme.web.forms.tasks import ListForm
from project06.programme.web.page import attachment, crumbs, show
from project06.programme.web.presenters import task_import as presenters
from project06.programme.web.presenters.tasks import group_titles, present_file
from project06.programme.web.scope import own_unit
from project06.programme.web.views.tasks import ask
from project06.programme.web.words import language
from project06.ui.data import Link

_READ_AT_MOST = MOST_BYTES + 1


@requires(MANAGE_TASKS)
@require_http_methods(["GET", "HEAD", "POST"])
def import_tasks(request: HttpRequest) -> HttpResponse:
    """Look at a list of tasks, then take it over: all of it or nothing."""
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return _desk(request, form)
    if not form.is_valid():
        return _desk(request, form, status=422)
    try:
        report = _judge(request, form, write=request.POST.get("step") == "apply")
    except Invalid as refusal:
        return _refuse(request, form, refusal)
    if not report.is_written:
        return _desk(request, form, report=report)
    messages.success(request, presenters.written_words(report))
    if request.headers.get("HX-Request"):
        # The whole page goes to the table, not only the part that shows the result.
        return HttpResponse(status=204, headers={"HX-Redirect": reverse("programme:tasks")})
    return redirect("programme:tasks")


def _judge(request: HttpRequest, form: ListForm, *, write: bool) -> ImportReport:
    """Hand the file over, never more of it than is allowed: the rest decides nothing."""
    file: UploadedFile[bytes] = form.cleaned_data["list"]
    file.seek(0)
    actor = actor_of(request)
    register = own_unit(actor, today()).code
    return take_over(content=file.read(_READ_AT_MOST), register=register, write=write, by=actor)


def _refuse(request: HttpRequest, form: ListForm, refusal: Invalid) -> HttpResponse:
    """Show why the file was refused; wrong cells of a readable list stand in a table."""
    form.refuse(refusal)
    if refusal.code == FaultyRows.code:
        return _desk(request, form, report=_judge(request, form, write=False), status=422)
    for each in refusal.field_errors:
        form.add_error("list", f"{each.sentence} {FILE_REMEDIES[FileFaultCode(each.code)]}")
    return _desk(request, form, status=422)


def _desk(
    request: HttpRequest, form: ListForm, *, report: ImportReport | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "report": presenters.present_report(report) if report else None,
        "unit": own_unit(actor_of(request), today()).official_name,
        "crumbs": crumbs("tasks", Link(_("Take over a list"), "")),
    }
    is_part = bool(request.headers.get("HX-Request"))
    template = "programme/import_tasks.html#result" if is_part else "programme/import_tasks.html"
    return show(request, template, context, room="tasks", status=status)


@requires(MANAGE_TASKS)
@require_safe
def empty_list(request: HttpRequest) -> HttpResponse:
    """Hand out the empty list with the known codes on its second sheet."""
    del request
    content = empty_task_list(language=language())
    return attachment(content, "tasks-empty.xlsx", CONTENT_TYPES[TableFormat.XLSX])


@requires(READ)
@require_safe
def export_tasks(request: HttpRequest, form: TableFormat) -> HttpResponse:
    """Hand out the filtered table as a file; CSV and workbook can be taken over again."""
    actor, asked = actor_of(request), ask(request)
    if form is TableFormat.CSV:
        text = "".join(export_tasks_csv(asked.wanted, by=actor, language=language()))
        return attachment(text.encode(), "tasks.csv", CONTENT_TYPES[form])
    if form is TableFormat.XLSX:
        content = export_tasks_xlsx(asked.wanted, by=actor, language=language())
        return attachment(content, "tasks.xlsx", CONTENT_TYPES[form])
    page = list_tasks(asked.wanted, by=actor, order=TaskOrder.CODE, limit=MOST_ROWS)
    return table_file(present_file(page.tasks, group_titles(asked.groups)), "tasks", form)

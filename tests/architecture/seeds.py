"""Deliberate violations: what is written where, who must object, and with which words."""

from dataclasses import dataclass

SRC = "src/project06"


@dataclass(frozen=True, slots=True)
class Seed:
    """One violation: text appended to a file (made when missing) and the objection it must meet.

    `judge` is the name of a judge, or one of the tools lint-imports, ruff and messages.
    """

    name: str
    file: str
    text: str
    judge: str
    says: str
    instead_of: str = ""  # the text replaces this one

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


_OPERATION = '''
from project06.evidence import public as evidence
from project06.kernel.permissions import Actor


{decorator}
def stray_unit({arguments}) -> None:
    """Do something."""
    {body}
'''

_MODEL = """
from django.db import models

from project06.kernel.pii import personal_data


class Stray(models.Model):
    {declaration}

    name = models.CharField(max_length=9)
    {link}
"""

_LINK = 'link = models.ForeignKey("{to}", on_delete=models.{then}, related_name="{back}")'


def _operation(decorator: str = "@evidence.operation", arguments: str = "*, by: Actor", body: str = "") -> str:
    return _OPERATION.format(decorator=decorator, arguments=arguments, body=body or "evidence.record(by=by)")


def _model(declaration: str = 'PERSONAL_DATA = personal_data(none="id name link")', link: str = "") -> str:
    return _MODEL.format(declaration=declaration, link=link)


def _link(to: str = "places.Unit", then: str = "PROTECT", back: str = "+") -> str:
    return _model(link=_LINK.format(to=to, then=then, back=back))


_STRAY_RULE = f"{SRC}/places/rules/stray.py"
_STRAY_OPERATION = f"{SRC}/places/operations/stray_unit.py"
_STRAY_MODEL = f"{SRC}/places/models/stray.py"
_STRAY_PAGE = f"{SRC}/portal/templates/portal/stray.html"
_STRAY_VIEW = f"{SRC}/portal/web/stray.py"

SEEDS = (
    # Walls between packages.
    Seed("an import upwards", _STRAY_RULE, "import project06.agencies.enums\n", "lint-imports", "project06.agencies"),
    Seed(
        "an import from a sibling",
        f"{SRC}/documents/data.py",
        "import project06.notices.apps\n",
        "lint-imports",
        "project06.documents is not allowed to import project06.notices",
    ),
    Seed(
        "reaching for another package's models",
        _STRAY_VIEW,
        "from project06.agencies.models import Agency\n",
        "lint-imports",
        "project06.portal.web.stray -> project06.agencies.models",
    ),
    Seed(
        "reaching for another package's operations",
        _STRAY_VIEW,
        "import project06.places.operations\n",
        "lint-imports",
        "project06.portal.web.stray -> project06.places.operations",
    ),
    Seed(
        "the ground knowing a room",
        f"{SRC}/kernel/stray.py",
        "import project06.places.enums\n",
        "lint-imports",
        "project06.kernel.stray -> project06.places.enums",
    ),
    Seed(
        "a package that nobody placed",
        f"{SRC}/weather/__init__.py",
        "",
        "lint-imports",
        "project06.weather",
    ),
    Seed("a package that nobody layered", f"{SRC}/weather/__init__.py", "", "rooms_are_layered", "weather"),
    # Walls inside a package.
    Seed(
        "an inner layer knowing an outer",
        _STRAY_RULE,
        "import project06.places.queries\n",
        "lint-imports",
        "project06.places.rules.stray -> project06.places.queries",
    ),
    Seed("the framework in a rule", _STRAY_RULE, "from django.db import models\n", "lint-imports", "places.rules"),
    Seed("tests in production", _STRAY_RULE, "import project06.places.tests\n", "lint-imports", "places.tests"),
    Seed(
        "a test looking upwards",
        f"{SRC}/places/tests/test_stray.py",
        "import project06.portal.apps\n",
        "lint-imports",
        "project06.places.tests.test_stray -> project06.portal",
    ),
    Seed("a stray utils.py", f"{SRC}/places/utils.py", "", "lint-imports", "project06.places.utils"),
    Seed("a hidden utils.py", f"{SRC}/places/rules/utils.py", "", "names_say_something", "places/rules/utils.py"),
    Seed(
        "a silenced contract",
        ".importlinter",
        "ignore_imports =\n    project06.places.** -> project06.agencies.**\n",
        "contracts_are_not_silenced",
        "project06.places.**",
    ),
    Seed("code in the door", f"{SRC}/places/public.py", "\nstray = 1\n", "doors_are_narrow", "places/public.py"),
    # Size.
    Seed(
        "an over-long function",
        _STRAY_RULE,
        "def stray() -> None:\n" + "    print()\n" * 60,
        "functions_stay_short",
        "stray has 61 lines",
    ),
    Seed("an over-long file", _STRAY_RULE, "STRAY = 1\n" * 401, "files_stay_short", "402 lines"),
    Seed(
        "a tangled function",
        _STRAY_RULE,
        "def stray(a: int) -> int:\n"
        + "".join(f"    if a == {n}:\n        return {n}\n" for n in range(9))
        + "    return a\n",
        "ruff",
        "C901",
    ),
    # Operations.
    Seed(
        "an operation without evidence",
        _STRAY_OPERATION,
        _operation(body="return None"),
        "operations_leave_evidence",
        "stray_unit leaves no evidence",
    ),
    Seed(
        "an operation that does not know who acts",
        _STRAY_OPERATION,
        _operation(arguments="*, name: str"),
        "operations_know_who_acts",
        "stray_unit does not take `by: Actor`",
    ),
    Seed(
        "an operation without its frame",
        _STRAY_OPERATION,
        _operation(decorator=""),
        "operations_are_operations",
        "stray_unit is not decorated",
    ),
    Seed(
        "an operation nobody tried",
        _STRAY_OPERATION,
        _operation(),
        "operations_are_tried",
        "no test of places calls stray_unit",
    ),
    Seed(
        "two operations in a file",
        _STRAY_OPERATION,
        _operation() + "\n\ndef another(*, by: Actor) -> None:\n    pass\n",
        "operations_are_alone",
        "another",
    ),
    Seed(
        "a transaction in a query",
        f"{SRC}/places/queries/stray.py",
        "from django.db import transaction\n\nwith transaction.atomic():\n    pass\n",
        "transactions_belong_to_operations",
        "places/queries/stray.py:3",
    ),
    Seed(
        "a rule that asks the clock",
        _STRAY_RULE,
        "from project06.kernel.clock import today\n",
        "rules_ask_no_clock",
        "places/rules/stray.py:1",
    ),
    Seed(
        "the machine's clock",
        f"{SRC}/places/queries/stray.py",
        '"""Stray."""\n\nfrom datetime import datetime, UTC\n\nSTRAY = datetime.now(UTC)\n',
        "ruff",
        "Use project06.kernel.clock.now()",
    ),
    Seed(
        "a random identifier",
        f"{SRC}/places/queries/stray.py",
        '"""Stray."""\n\nimport uuid\n\nSTRAY = uuid.uuid4()\n',
        "ruff",
        "Use project06.kernel.ids.new_uuid()",
    ),
    # Tables.
    Seed(
        "a model without its personal-data mark",
        _STRAY_MODEL,
        _model(declaration="pass"),
        "models_declare_personal_data",
        "Stray has no PERSONAL_DATA",
    ),
    Seed(
        "a field nobody thought about",
        _STRAY_MODEL,
        _model(declaration='PERSONAL_DATA = personal_data(none="id")'),
        "models_declare_personal_data",
        "does not mention “name”",
    ),
    Seed(
        "a cascading foreign key", _STRAY_MODEL, _link(then="CASCADE"), "links_follow_the_arrows", "on_delete=PROTECT"
    ),
    Seed("a link that shows below", _STRAY_MODEL, _link(back="strays"), "links_follow_the_arrows", "related_name"),
    Seed(
        "a foreign key upwards",
        _STRAY_MODEL,
        _link(to="agencies.Agency"),
        "links_follow_the_arrows",
        "points up from places to agencies",
    ),
    Seed("a model nobody explained", _STRAY_MODEL, _model(), "glossary_knows_every_model", "Stray"),
    # Pages.
    Seed(
        "a view without a declaration",
        f"{SRC}/portal/web/urls.py",
        "\n\ndef stray(request):\n    return None\n\n\nurlpatterns += [path('stray/', stray)]\n",
        "views_declare_access",
        "stray does not declare who may enter",
    ),
    Seed(
        "a REST operation without a declaration",
        f"{SRC}/portal/rest.py",
        "\n\n@router.get('/strays')\ndef strays(request):\n    return []\n",
        "rest_operations_declare_access",
        "strays does not declare who may enter",
    ),
    Seed(
        "a REST type that another package has",
        f"{SRC}/portal/rest.py",
        "\n\nclass UnitOut:\n    pass\n",
        "rest_types_have_one_name",
        "UnitOut is also a type of places",
    ),
    Seed(
        "a view with a query of its own",
        f"{SRC}/portal/web/views/stray.py",
        "strays = Stray.objects.all()\n",
        "views_keep_no_database",
        "portal/web/views/stray.py:1",
    ),
    Seed(
        "a permission nobody described",
        _STRAY_VIEW,
        '@requires("portal.stray-about")\ndef stray(request):\n    return None\n',
        "permissions_are_declared",
        "portal.stray-about",
    ),
    Seed(
        "an untranslated text",
        f"{SRC}/weather/enums.py",
        'from django.utils.translation import gettext_lazy as _\n\nSTRAY = _("A stray text")\n',
        "messages",
        "weather/locale/vi",
    ),
    Seed(
        "an untranslatable text",
        _STRAY_PAGE,
        "<p>A stray text</p>\n",
        "templates_speak_all_languages",
        "portal/stray.html:1: “stray” is not translatable",
    ),
    Seed(
        "an inline style",
        _STRAY_PAGE,
        '\n<p style="color: red"></p>\n',
        "templates_hold_nothing_inline",
        "portal/stray.html:2: an inline style",
    ),
    Seed(
        "an inline handler",
        _STRAY_PAGE,
        '<p onclick="go()"></p>\n',
        "templates_hold_nothing_inline",
        "portal/stray.html:1: an inline handler",
    ),
    Seed(
        "blocks out of order",
        _STRAY_PAGE,
        '{% extends "ui/base.html" %}{% block main %}{% endblock %}\n{% block title %}{% endblock %}\n',
        "blocks_stand_in_order",
        "portal/stray.html:2: the layout has the block title before main",
    ),
    Seed("an unused template", _STRAY_PAGE, "<p></p>\n", "templates_are_used", "portal/stray.html"),
    Seed(
        "an unused static file",
        f"{SRC}/portal/static/portal/stray.css",
        "p { margin: 0 }\n",
        "static_files_are_used",
        "portal/stray.css",
    ),
    # Words.
    Seed(
        "a registry's host",
        "stray.json",
        '{"from": "https://registry.npm' + 'js.org/a"}\n',
        "no_registry_is_named",
        "stray.json:1",
    ),
    Seed(
        "a folder of this machine", _STRAY_RULE, 'STRAY = "/ro' + 'ot/stray"\n', "no_machine_is_named", "places/rules"
    ),
    Seed("a promise without a number", _STRAY_RULE, "# TO" + "DO later\n", "promises_have_numbers", "places/rules"),
    Seed(
        "a second error with the same code",
        f"{SRC}/portal/errors.py",
        '\n\nclass One:\n    code = "portal.stray"\n\n\nclass Two:\n    code = "portal.stray"\n',
        "error_codes_are_unique",
        "portal.stray already belongs to One",
    ),
    Seed(
        "a command that explains nothing",
        f"{SRC}/portal/management/commands/portal_stray.py",
        "class Command:\n    pass\n",
        "commands_help",
        "portal_stray.py:1: the command has no help",
    ),
    Seed(
        "a dependency without a reason",
        "pyproject.toml",
        'dependencies = [\n  "stray",\n',
        "dependencies_have_reasons",
        "say on the line why stray",
        instead_of="dependencies = [\n",
    ),
    Seed("a package without a README", f"{SRC}/weather/__init__.py", "", "rooms_have_readmes", "weather/README.md"),
    Seed(
        "a second head of migrations",
        f"{SRC}/evidence/migrations/0099_stray.py",
        "dependencies = []\n",
        "migrations_have_one_head",
        "0099_stray",
    ),
    Seed(
        "a folder that the contracts cannot see",
        f"{SRC}/places/rules/stray/deep.py",
        "",
        "folders_are_packages",
        "places/rules/stray/deep.py",
    ),
    Seed("a long decision", "docs/adr/0099-stray.md", "word\n" * 41, "decisions_fit_on_a_page", "41 lines"),
    Seed("many things half done", "docs/in-flight.md", "- one\n" * 11, "clean_ups_in_flight_are_few", "under way"),
    Seed(
        "a setting nobody explained",
        f"{SRC}/config/settings/web.py",
        "\nPROJECT06_STRAY = 1\n",
        "settings_are_documented",
        "PROJECT06_STRAY is not in docs/settings.md",
    ),
)

"""What an organisation is may change with its superior: the kind moves to the version.

The tables hold reference data only; the next load writes the kinds of every version anew.
"""

from django.db import migrations, models

from project06.agencies.enums import AgencyKind

_KINDS = [(kind, kind) for kind in AgencyKind]

_COPY = """
UPDATE agencies_agencyversion AS version SET kind = agency.kind
FROM agencies_agency AS agency WHERE agency.id = version.agency_id
"""
_COPY_BACK = """
UPDATE agencies_agency AS agency SET kind = version.kind
FROM agencies_agencyversion AS version WHERE agency.id = version.agency_id
"""


class Migration(migrations.Migration):
    dependencies = [("agencies", "0002_english_notes")]

    operations = [
        migrations.RemoveConstraint("agency", "agencies_kind_known"),
        migrations.RemoveIndex("agency", "agencies_by_unit"),
        migrations.AddField(
            "agencyversion",
            "kind",
            models.CharField(max_length=20, choices=_KINDS, default=AgencyKind.OTHER),
            preserve_default=False,
        ),
        migrations.RunSQL(_COPY, _COPY_BACK),
        # With a default the way back can fill the column before it is copied.
        migrations.AlterField(
            "agency", "kind", models.CharField(max_length=20, choices=_KINDS, default=AgencyKind.OTHER)
        ),
        migrations.RemoveField("agency", "kind"),
        migrations.AddIndex("agency", models.Index(fields=["unit_path"], name="agencies_by_unit")),
        migrations.AddConstraint(
            "agencyversion",
            models.CheckConstraint(
                condition=models.Q(kind__in=list(AgencyKind)), name="agencies_kind_known"
            ),
        ),
    ]

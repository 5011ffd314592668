"""The parts of PostgreSQL that dated codes and search without diacritics stand on."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):
    """Both come with every server; creating them needs the right once."""

    initial = True
    dependencies = []
    operations = [BtreeGistExtension(), TrigramExtension()]

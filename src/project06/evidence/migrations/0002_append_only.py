"""The database itself refuses to change or remove a record, also for the owner of the table."""

from django.db import migrations

FORBID = """
CREATE FUNCTION evidence_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'evidence is append-only: % refused', TG_OP
        USING ERRCODE = 'insufficient_privilege', HINT = 'Write a new record instead.';
END $$;

CREATE TRIGGER evidence_record_no_change BEFORE UPDATE OR DELETE ON evidence_record
    FOR EACH ROW EXECUTE FUNCTION evidence_refuse_change();
CREATE TRIGGER evidence_record_no_truncate BEFORE TRUNCATE ON evidence_record
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_change();

-- ALWAYS: session_replication_role = replica does not switch them off either.
ALTER TABLE evidence_record ENABLE ALWAYS TRIGGER evidence_record_no_change;
ALTER TABLE evidence_record ENABLE ALWAYS TRIGGER evidence_record_no_truncate;
"""

ALLOW = """
DROP TRIGGER evidence_record_no_truncate ON evidence_record;
DROP TRIGGER evidence_record_no_change ON evidence_record;
DROP FUNCTION evidence_refuse_change();
"""


class Migration(migrations.Migration):
    """Two triggers: one for rows, one for the whole table."""

    dependencies = [("evidence", "0001_record")]

    operations = [migrations.RunSQL(FORBID, ALLOW)]

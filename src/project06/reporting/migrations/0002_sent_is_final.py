"""What was sent stays as it was sent, and history is only appended: the database itself refuses otherwise.

Wiping personal data when their time is over says so first: SET LOCAL reporting.wiping = 'on'.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION reporting_keep_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('reporting.wiping', true) = 'on' THEN
        RETURN NEW;
    END IF;
    IF OLD.state = 'accepted' OR OLD.state = 'returned' THEN
        RAISE EXCEPTION 'Report % is %: nobody changes it any more.', OLD.uuid, OLD.state;
    END IF;
    IF OLD.state <> 'draft' AND (
        NEW.answers IS DISTINCT FROM OLD.answers OR NEW.document IS DISTINCT FROM OLD.document
        OR NEW.received_at IS DISTINCT FROM OLD.received_at OR NEW.version IS DISTINCT FROM OLD.version
        OR NEW.digest IS DISTINCT FROM OLD.digest OR NEW.state = 'draft'
    ) THEN
        RAISE EXCEPTION 'Report % was sent: its content does not change any more.', OLD.uuid;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER reporting_sent_is_final BEFORE UPDATE ON reporting_submission
    FOR EACH ROW EXECUTE FUNCTION reporting_keep_sent();
CREATE FUNCTION reporting_keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND current_setting('reporting.wiping', true) = 'on' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'The history of a report is only appended.';
END $$;
CREATE TRIGGER reporting_history_is_appended BEFORE UPDATE OR DELETE ON reporting_obligationstep
    FOR EACH ROW EXECUTE FUNCTION reporting_keep_history();
"""
BACKWARD = """
DROP TRIGGER reporting_history_is_appended ON reporting_obligationstep;
DROP FUNCTION reporting_keep_history();
DROP TRIGGER reporting_sent_is_final ON reporting_submission;
DROP FUNCTION reporting_keep_sent();
"""


class Migration(migrations.Migration):
    """Guard what was sent."""

    dependencies = [("reporting", "0001_campaigns")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]

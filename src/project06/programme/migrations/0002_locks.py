"""The database itself keeps approved figures and corrections: whoever asks, from wherever."""

from django.db import migrations

LOCK = """
CREATE FUNCTION programme_keep_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE'
        AND ((NEW.version_id, NEW.unit_code, NEW.unit_since, NEW.period, NEW.status, NEW.numerator,
              NEW.denominator, NEW.value, NEW.baseline_value, NEW.delta, NEW.delta_kind, NEW.approved_in_id)
             IS NOT DISTINCT FROM
             (OLD.version_id, OLD.unit_code, OLD.unit_since, OLD.period, OLD.status, OLD.numerator,
              OLD.denominator, OLD.value, OLD.baseline_value, OLD.delta, OLD.delta_kind, OLD.approved_in_id)
             OR current_setting('project06.correcting', true) = OLD.id::text)
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'an approved figure is locked: % refused', TG_OP
        USING ERRCODE = 'insufficient_privilege', HINT = 'Correct it: both readings are kept.';
END $$;

CREATE TRIGGER programme_approved_is_locked BEFORE UPDATE OR DELETE ON programme_observation
    FOR EACH ROW WHEN (OLD.status = 'approved') EXECUTE FUNCTION programme_keep_approved();

CREATE FUNCTION programme_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append-only: % refused', TG_OP
        USING ERRCODE = 'insufficient_privilege', HINT = 'Write a new row instead.';
END $$;

CREATE TRIGGER programme_correction_no_change BEFORE UPDATE OR DELETE ON programme_correction
    FOR EACH ROW EXECUTE FUNCTION programme_refuse_change();
CREATE TRIGGER programme_computation_no_change BEFORE UPDATE OR DELETE ON programme_computation
    FOR EACH ROW EXECUTE FUNCTION programme_refuse_change();
CREATE TRIGGER programme_handling_no_change BEFORE UPDATE OR DELETE ON programme_handling
    FOR EACH ROW EXECUTE FUNCTION programme_refuse_change();
"""

UNLOCK = """
DROP TRIGGER programme_handling_no_change ON programme_handling;
DROP TRIGGER programme_computation_no_change ON programme_computation;
DROP TRIGGER programme_correction_no_change ON programme_correction;
DROP FUNCTION programme_refuse_change();
DROP TRIGGER programme_approved_is_locked ON programme_observation;
DROP FUNCTION programme_keep_approved();
"""


class Migration(migrations.Migration):
    """Triggers for rows that must not change."""

    dependencies = [("programme", "0001_indicators")]

    operations = [migrations.RunSQL(LOCK, UNLOCK)]

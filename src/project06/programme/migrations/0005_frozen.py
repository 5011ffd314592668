"""The database itself keeps histories, original due dates and issued conclusions: whoever asks, from wherever."""

from django.db import migrations

FREEZE = """
-- A history is appended. Only the account of who did something may become a pseudonym when its time is over.
CREATE FUNCTION programme_keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'account' = to_jsonb(OLD) - 'account' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a history is append-only: % refused', TG_OP
        USING ERRCODE = 'insufficient_privilege', HINT = 'Append a new entry instead.';
END $$;

CREATE TRIGGER programme_task_history_kept BEFORE UPDATE OR DELETE ON programme_taskevent
    FOR EACH ROW EXECUTE FUNCTION programme_keep_history();
CREATE TRIGGER programme_movements_kept BEFORE UPDATE OR DELETE ON programme_movement
    FOR EACH ROW EXECUTE FUNCTION programme_keep_history();

CREATE FUNCTION programme_keep_original_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the original due date of a task is kept'
        USING ERRCODE = 'insufficient_privilege', HINT = 'Revise the current due date.';
END $$;

CREATE TRIGGER programme_original_due_kept BEFORE UPDATE OF original_due_on ON programme_task
    FOR EACH ROW WHEN (NEW.original_due_on IS DISTINCT FROM OLD.original_due_on)
    EXECUTE FUNCTION programme_keep_original_due();

CREATE FUNCTION programme_keep_issued() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'issued conclusions are frozen: % refused', TG_OP
        USING ERRCODE = 'insufficient_privilege', HINT = 'Decide anew in the next meeting.';
END $$;

CREATE TRIGGER programme_issued_meeting_kept BEFORE UPDATE OR DELETE ON programme_meeting
    FOR EACH ROW WHEN (OLD.state = 'issued') EXECUTE FUNCTION programme_keep_issued();

CREATE FUNCTION programme_keep_issued_parts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    meetings bigint[] := '{}';
BEGIN
    IF TG_OP <> 'INSERT' THEN meetings := meetings || OLD.meeting_id; END IF;
    IF TG_OP <> 'DELETE' THEN meetings := meetings || NEW.meeting_id; END IF;
    IF EXISTS (SELECT FROM programme_meeting WHERE id = ANY (meetings) AND state = 'issued') THEN
        RAISE EXCEPTION 'issued conclusions are frozen: % refused', TG_OP
            USING ERRCODE = 'insufficient_privilege', HINT = 'Decide anew in the next meeting.';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER programme_issued_decisions_kept BEFORE INSERT OR UPDATE OR DELETE ON programme_decision
    FOR EACH ROW EXECUTE FUNCTION programme_keep_issued_parts();
CREATE TRIGGER programme_issued_agenda_kept BEFORE INSERT OR UPDATE OR DELETE ON programme_agendaitem
    FOR EACH ROW EXECUTE FUNCTION programme_keep_issued_parts();
CREATE TRIGGER programme_issued_endpoints_kept BEFORE INSERT OR UPDATE OR DELETE ON programme_endpoint
    FOR EACH ROW EXECUTE FUNCTION programme_keep_issued_parts();
"""

THAW = """
DROP TRIGGER programme_issued_endpoints_kept ON programme_endpoint;
DROP TRIGGER programme_issued_agenda_kept ON programme_agendaitem;
DROP TRIGGER programme_issued_decisions_kept ON programme_decision;
DROP FUNCTION programme_keep_issued_parts();
DROP TRIGGER programme_issued_meeting_kept ON programme_meeting;
DROP FUNCTION programme_keep_issued();
DROP TRIGGER programme_original_due_kept ON programme_task;
DROP FUNCTION programme_keep_original_due();
DROP TRIGGER programme_movements_kept ON programme_movement;
DROP TRIGGER programme_task_history_kept ON programme_taskevent;
DROP FUNCTION programme_keep_history();
"""


class Migration(migrations.Migration):
    """Triggers for rows that must not change."""

    dependencies = [("programme", "0004_steering")]

    operations = [migrations.RunSQL(FREEZE, THAW)]

"""The statements of an import of tasks, in the order in which they run."""

STAGE = """
CREATE TEMPORARY TABLE staged_task (
    uuid uuid, event uuid, claim_event uuid, id bigint, is_new boolean, is_edited boolean, claims boolean,
    code text, title text, folded text, plan_id bigint, group_id bigint, directive_id bigint,
    lead_code text, lead_name text, unit_path text, recurrence text, assigned_on date, due_on date,
    claimed text, done_on date, changes jsonb
) ON COMMIT DROP;
CREATE TEMPORARY TABLE staged_co_lead (
    code text, agency_code text, agency_name text, unit_path text
) ON COMMIT DROP
"""

UNSTAGE = "DROP TABLE staged_task, staged_co_lead"

COPY_TASKS = "COPY staged_task FROM STDIN"
COPY_CO_LEADS = "COPY staged_co_lead FROM STDIN"

WRITE = (
    """
    INSERT INTO programme_task
        (uuid, code, titles, folded, plan_id, group_id, directive_id, register_path, lead_code, lead_name, unit_path,
         recurrence, assigned_on, original_due_on, due_on, revisions, claimed, claimed_at, done_on, evidence,
         is_synthetic, created_at)
    SELECT uuid, code, jsonb_build_object('vi', title), folded, plan_id, group_id, directive_id, %(register)s,
           lead_code, lead_name, unit_path, recurrence, assigned_on, due_on, due_on, 0, claimed,
           CASE WHEN claims THEN %(at)s::timestamptz END, done_on, 'none', false, %(at)s::timestamptz
    FROM staged_task WHERE is_new
    """,
    """
    UPDATE programme_task AS task
    SET titles = task.titles || jsonb_build_object('vi', staged.title), folded = staged.folded,
        plan_id = staged.plan_id, group_id = staged.group_id,
        directive_id = coalesce(staged.directive_id, task.directive_id),
        recurrence = staged.recurrence, assigned_on = staged.assigned_on,
        claimed = CASE WHEN staged.claims THEN staged.claimed ELSE task.claimed END,
        claimed_at = CASE WHEN staged.claims THEN %(at)s::timestamptz ELSE task.claimed_at END,
        done_on = CASE WHEN staged.claims THEN staged.done_on ELSE task.done_on END
    FROM staged_task AS staged
    WHERE task.id = staged.id AND (staged.is_edited OR staged.claims)
    """,
    """
    UPDATE staged_task AS staged SET id = task.id FROM programme_task AS task
    WHERE staged.is_new AND task.uuid = staged.uuid
    """,
    """
    DELETE FROM programme_taskcolead AS link USING staged_task AS staged
    WHERE link.task_id = staged.id AND NOT staged.is_new
      AND EXISTS (SELECT FROM staged_co_lead AS named WHERE named.code = staged.code)
    """,
    """
    INSERT INTO programme_taskcolead (task_id, agency_code, agency_name, unit_path)
    SELECT staged.id, named.agency_code, named.agency_name, named.unit_path
    FROM staged_co_lead AS named JOIN staged_task AS staged ON staged.code = named.code
    """,
    """
    INSERT INTO programme_taskevent
        (uuid, task_id, kind, happened_at, account, agency, post_title, reason, act, due_before, due_after, claim,
         changes)
    SELECT event, id, CASE WHEN is_new THEN 'created' ELSE 'edited' END,
           %(at)s::timestamptz, %(account)s::uuid, %(agency)s, %(post_title)s, '', '',
           NULL, CASE WHEN is_new THEN due_on END, NULL, changes
    FROM staged_task WHERE is_new OR is_edited
    """,
    """
    INSERT INTO programme_taskevent
        (uuid, task_id, kind, happened_at, account, agency, post_title, reason, act, due_before, due_after, claim,
         changes)
    SELECT claim_event, id, 'claimed',
           %(at)s::timestamptz, %(account)s::uuid, %(agency)s, %(post_title)s, '', '', NULL, NULL, claimed, '{}'::jsonb
    FROM staged_task WHERE claims
    """,
)

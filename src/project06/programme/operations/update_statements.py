"""The statement that changes many tasks and writes their histories together."""

UPDATE_TASKS = """
WITH wanted AS (
    SELECT * FROM unnest(
        %(ids)s::bigint[], %(folded)s::text[], %(first_events)s::uuid[], %(second_events)s::uuid[]
    ) AS given (id, folded, first_event, second_event)
), before AS (
    SELECT task.id, task.due_on, task.lead_code, plan.code AS plan_code, grouped.code AS group_code,
           wanted.folded, wanted.first_event, wanted.second_event,
           coalesce(%(plan)s::bigint, task.plan_id) AS new_plan,
           coalesce(%(group)s::bigint, task.group_id) AS new_group,
           coalesce(%(due_on)s::date, task.due_on) AS new_due,
           coalesce(%(lead_code)s::text, task.lead_code) AS new_lead,
           coalesce(%(lead_name)s::text, task.lead_name) AS new_lead_name,
           coalesce(%(unit_path)s::text, task.unit_path) AS new_path
    FROM programme_task AS task
    JOIN wanted ON wanted.id = task.id
    JOIN programme_plan AS plan ON plan.id = task.plan_id
    JOIN programme_taskgroup AS grouped ON grouped.id = task.group_id
), changed AS (
    UPDATE programme_task AS task
    SET plan_id = before.new_plan, group_id = before.new_group, due_on = before.new_due,
        lead_code = before.new_lead, lead_name = before.new_lead_name, unit_path = before.new_path,
        folded = before.folded,
        revisions = task.revisions + (task.due_on IS DISTINCT FROM before.new_due)::int
    FROM before
    WHERE task.id = before.id
      AND (task.plan_id, task.group_id, task.due_on, task.lead_code)
          IS DISTINCT FROM (before.new_plan, before.new_group, before.new_due, before.new_lead)
    RETURNING task.id, task.uuid
), entries AS (
    SELECT before.second_event AS uuid, before.id, 'due-revised' AS kind, before.due_on AS due_before,
           before.new_due AS due_after, '{}'::jsonb AS changes
    FROM before JOIN changed ON changed.id = before.id
    WHERE before.due_on IS DISTINCT FROM before.new_due
    UNION ALL
    SELECT before.first_event, before.id, CASE WHEN now.lead THEN 'handed-over' ELSE 'edited' END, NULL, NULL,
           jsonb_strip_nulls(jsonb_build_object(
               'plan', CASE WHEN now.plan THEN before.plan_code END,
               'group', CASE WHEN now.grouped THEN before.group_code END,
               'lead', CASE WHEN now.lead THEN before.lead_code END))
    FROM before
    JOIN changed ON changed.id = before.id
    JOIN programme_task AS task ON task.id = before.id
    CROSS JOIN LATERAL (
        SELECT task.plan_id <> before.new_plan AS plan, task.group_id <> before.new_group AS grouped,
               task.lead_code <> before.new_lead AS lead
    ) AS now
    WHERE now.plan OR now.grouped OR now.lead
), written AS (
    INSERT INTO programme_taskevent
        (uuid, task_id, kind, happened_at, account, agency, post_title, reason, act, due_before, due_after, changes)
    SELECT uuid, id, kind, %(at)s, %(account)s::uuid, %(agency)s, %(post_title)s, %(reason)s, %(act)s,
           due_before, due_after, changes
    FROM entries
)
SELECT uuid FROM changed ORDER BY id
"""
"""Every part sees the tasks as they were before: PostgreSQL runs the parts of one statement on one snapshot."""

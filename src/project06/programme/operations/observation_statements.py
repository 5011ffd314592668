"""The statements that store figures set-wise and bring the precomputed rows up to them."""

STAGE = """
CREATE TEMPORARY TABLE IF NOT EXISTS staged_observation (
    version_id bigint, unit_code text COLLATE "C", unit_on date, unit_since date, unit_path text COLLATE "C",
    period text COLLATE "C", period_start date, period_end date, numerator numeric, denominator numeric,
    value numeric, exponent smallint, qualifier text, nature text, coverage text, baseline_value numeric,
    baseline_period text, delta numeric, delta_kind text, source_id bigint, locator text, as_of_on date, note text,
    due_on date, computation_id bigint, uuid uuid
) ON COMMIT DROP;
CREATE TEMPORARY TABLE IF NOT EXISTS staged_sibling (
    group_path text COLLATE "C", period text COLLATE "C", unit_code text COLLATE "C", unit_since date
) ON COMMIT DROP;
TRUNCATE staged_observation, staged_sibling
"""

COPY = "COPY staged_observation FROM STDIN"
COPY_SIBLINGS = "COPY staged_sibling FROM STDIN"

COUNT_APPROVED = """
SELECT min(known.period), count(*)
FROM programme_observation AS known
JOIN staged_observation AS staged USING (version_id, period, unit_code, unit_since, coverage)
WHERE known.status = 'approved'
"""

OPEN = """
INSERT INTO programme_observation (
    uuid, version_id, unit_code, unit_on, unit_since, unit_path, period, period_start, period_end, status,
    exponent, qualifier, nature, coverage, baseline_period, delta_kind, locator, note, due_on, opened_in_id)
SELECT uuid, version_id, unit_code, unit_on, unit_since, unit_path, period, period_start, period_end, 'missing',
    0, 'exact', 'actual', 'whole', '', '', '', '', due_on, %(handling)s::bigint
FROM staged_observation
ON CONFLICT (version_id, period, unit_code, unit_since, coverage) DO NOTHING
"""

RECORD = """
INSERT INTO programme_observation AS known (
    uuid, version_id, unit_code, unit_on, unit_since, unit_path, period, period_start, period_end, status,
    numerator, denominator, value, exponent, qualifier, nature, coverage, baseline_value, baseline_period, delta,
    delta_kind, source_id, locator, as_of_on, note, due_on, received_at, recorded_in_id, checked_in_id, computation_id)
SELECT uuid, version_id, unit_code, unit_on, unit_since, unit_path, period, period_start, period_end, %(status)s::text,
    numerator, denominator, value, exponent, qualifier, nature, coverage, baseline_value, baseline_period, delta,
    delta_kind, source_id, locator, as_of_on, note, due_on,
    %(received_at)s::timestamptz, %(handling)s::bigint, %(checked_in)s::bigint,
    computation_id
FROM staged_observation
ON CONFLICT (version_id, period, unit_code, unit_since, coverage) DO UPDATE SET
    unit_on = excluded.unit_on, unit_path = excluded.unit_path, status = excluded.status,
    numerator = excluded.numerator, denominator = excluded.denominator, value = excluded.value,
    exponent = excluded.exponent, qualifier = excluded.qualifier, nature = excluded.nature,
    baseline_value = excluded.baseline_value, baseline_period = excluded.baseline_period, delta = excluded.delta,
    delta_kind = excluded.delta_kind, source_id = excluded.source_id, locator = excluded.locator,
    as_of_on = excluded.as_of_on, note = excluded.note, received_at = excluded.received_at,
    recorded_in_id = excluded.recorded_in_id, checked_in_id = excluded.checked_in_id,
    computation_id = excluded.computation_id
WHERE (known.status, known.value, known.numerator, known.denominator, known.exponent, known.qualifier, known.nature,
       known.baseline_value, known.baseline_period, known.delta, known.delta_kind, known.source_id, known.locator,
       known.as_of_on, known.note)
   IS DISTINCT FROM
      (excluded.status, excluded.value, excluded.numerator, excluded.denominator, excluded.exponent,
       excluded.qualifier, excluded.nature, excluded.baseline_value, excluded.baseline_period, excluded.delta,
       excluded.delta_kind, excluded.source_id, excluded.locator, excluded.as_of_on, excluded.note)
"""

# The last twelve rows are of one kind of period: months beside months, years beside years.
REFRESH_LATEST = """
INSERT INTO programme_latestobservation
    (version_id, unit_code, unit_since, unit_path, observation_id, valued_id, trend, trend_periods)
SELECT key.version_id, key.unit_code, key.unit_since, newest.unit_path, newest.id, valued.id,
       coalesce(series.trend, '{}'), coalesce(series.periods, '{}')
FROM (SELECT DISTINCT version_id, unit_code, unit_since FROM staged_observation) AS key
CROSS JOIN LATERAL (
    SELECT id, unit_path, translate(period, '0123456789', '') AS shape
    FROM programme_observation AS row
    WHERE row.unit_code = key.unit_code AND row.unit_since = key.unit_since AND row.version_id = key.version_id
      AND row.coverage = 'whole'
    ORDER BY row.period_end DESC, row.period_start DESC LIMIT 1) AS newest
LEFT JOIN LATERAL (
    SELECT id
    FROM programme_observation AS row
    WHERE row.unit_code = key.unit_code AND row.unit_since = key.unit_since AND row.version_id = key.version_id
      AND row.coverage = 'whole' AND row.status <> 'missing'
    ORDER BY row.period_end DESC, row.period_start DESC LIMIT 1) AS valued ON true
LEFT JOIN LATERAL (
    SELECT array_agg(value ORDER BY period_end) AS trend, array_agg(period ORDER BY period_end) AS periods
    FROM (
        SELECT value, period, period_end
        FROM programme_observation AS row
        WHERE row.unit_code = key.unit_code AND row.unit_since = key.unit_since AND row.version_id = key.version_id
          AND row.coverage = 'whole' AND translate(row.period, '0123456789', '') = newest.shape
        ORDER BY row.period_end DESC LIMIT 12) AS last) AS series ON true
ON CONFLICT (unit_code, unit_since, version_id) DO UPDATE SET
    unit_path = excluded.unit_path, observation_id = excluded.observation_id, valued_id = excluded.valued_id,
    trend = excluded.trend, trend_periods = excluded.trend_periods
"""

# Equal values share a place; who has not reported has none and does not count among the ranked.
REFRESH_SCORES = """
INSERT INTO programme_unitscore
    (version_id, period, period_end, group_path, unit_code, unit_since, observation_id, place, ties, ranked, missing)
SELECT row.version_id, row.period, row.period_end, sibling.group_path, row.unit_code, row.unit_since, row.id,
       CASE WHEN row.value IS NOT NULL AND version.direction <> 'neutral' THEN rank() OVER (
           PARTITION BY row.version_id, row.period, sibling.group_path
           ORDER BY CASE version.direction WHEN 'down' THEN row.value ELSE -row.value END NULLS LAST) END,
       CASE WHEN row.value IS NULL THEN 0 ELSE count(*) OVER (
           PARTITION BY row.version_id, row.period, sibling.group_path, row.value) - 1 END,
       count(row.value) OVER (PARTITION BY row.version_id, row.period, sibling.group_path),
       count(*) FILTER (WHERE row.value IS NULL) OVER (PARTITION BY row.version_id, row.period, sibling.group_path)
FROM (SELECT DISTINCT version_id, period FROM staged_observation) AS touched
JOIN staged_sibling AS sibling ON sibling.period = touched.period
JOIN programme_observation AS row ON row.version_id = touched.version_id AND row.period = touched.period
     AND row.unit_code = sibling.unit_code AND row.unit_since = sibling.unit_since AND row.coverage = 'whole'
JOIN programme_indicatorversion AS version ON version.id = row.version_id
ON CONFLICT (version_id, period, unit_code, unit_since) DO UPDATE SET
    group_path = excluded.group_path, observation_id = excluded.observation_id, place = excluded.place,
    ties = excluded.ties, ranked = excluded.ranked, missing = excluded.missing
"""

ANALYZE = "ANALYZE staged_observation, staged_sibling"

STAGE_STORED = """
INSERT INTO staged_observation (version_id, unit_code, unit_since, unit_path, period, period_start, period_end)
SELECT version_id, unit_code, unit_since, unit_path, period, period_start, period_end
FROM programme_observation WHERE id = ANY(%(rows)s::bigint[])
"""

STAGE_ALL = """
INSERT INTO staged_observation (version_id, unit_code, unit_since, unit_path, period, period_start, period_end)
SELECT version_id, unit_code, unit_since, unit_path, period, period_start, period_end FROM programme_observation
"""

GROUPS = """
SELECT DISTINCT regexp_replace(unit_path, '/?[^/]+$', ''), period FROM programme_observation
"""

LET_CORRECT = "SELECT set_config('project06.correcting', %(row)s::text, true)"

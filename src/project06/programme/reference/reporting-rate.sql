-- Decision 06/QD-TTg: figures asked for and delivered.
SELECT unit_code, period,
       coalesce(sum(occurrences) FILTER (WHERE outcome <> 'missing'), 0) AS numerator,
       sum(occurrences) AS denominator
FROM tallies
WHERE subject = 'observation'
GROUP BY unit_code, period

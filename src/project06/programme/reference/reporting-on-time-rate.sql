-- Decision 06/QD-TTg: figures asked for and delivered by the due day.
SELECT unit_code, period,
       coalesce(sum(occurrences) FILTER (WHERE outcome = 'on-time'), 0) AS numerator,
       sum(occurrences) AS denominator
FROM tallies
WHERE subject = 'observation'
GROUP BY unit_code, period

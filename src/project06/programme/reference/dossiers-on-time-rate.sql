-- Decision 766/QD-TTg index 2.1: settled in time, of all settled.
SELECT unit_code, period,
       coalesce(sum(occurrences) FILTER (WHERE outcome = 'on-time'), 0) AS numerator,
       sum(occurrences) AS denominator
FROM tallies
WHERE subject = 'dossier-settled'
GROUP BY unit_code, period

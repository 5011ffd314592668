-- Decision 766/QD-TTg index 4.3: at least one component reused, of all dossiers.
SELECT unit_code, period,
       coalesce(sum(occurrences) FILTER (WHERE outcome = 'reused'), 0) AS numerator,
       sum(occurrences) AS denominator
FROM tallies
WHERE subject = 'dossier-reused'
GROUP BY unit_code, period

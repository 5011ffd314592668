-- Decision 766/QD-TTg index 4.2: components and result digitised, of all dossiers.
SELECT unit_code, period,
       coalesce(sum(occurrences) FILTER (WHERE outcome = 'whole'), 0) AS numerator,
       sum(occurrences) AS denominator
FROM tallies
WHERE subject = 'dossier-digitised'
GROUP BY unit_code, period

-- Decision 766/QD-TTg index 3.6: paid online, of all dossiers with a fee.
SELECT unit_code, period,
       coalesce(sum(occurrences) FILTER (WHERE channel = 'online'), 0) AS numerator,
       sum(occurrences) AS denominator
FROM tallies
WHERE subject = 'dossier-paid'
GROUP BY unit_code, period

-- Decision 766/QD-TTg index 3.3: received online, of all received.
SELECT unit_code, period,
       coalesce(sum(occurrences) FILTER (WHERE channel = 'online'), 0) AS numerator,
       sum(occurrences) AS denominator
FROM tallies
WHERE subject = 'dossier-received'
GROUP BY unit_code, period

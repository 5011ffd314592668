-- Decision 766/QD-TTg index 4.1: results with an electronic file, of all results that are documents.
SELECT unit_code, period,
       coalesce(sum(occurrences) FILTER (WHERE channel = 'online'), 0) AS numerator,
       sum(occurrences) AS denominator
FROM tallies
WHERE subject = 'result-issued'
GROUP BY unit_code, period

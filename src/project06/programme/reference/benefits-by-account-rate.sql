-- Directive 21/CT-TTg of 2022: paid by account, of all due in the period.
SELECT unit_code, period,
       coalesce(sum(occurrences) FILTER (WHERE channel = 'account'), 0) AS numerator,
       sum(occurrences) AS denominator
FROM tallies
WHERE subject = 'benefit-paid'
GROUP BY unit_code, period

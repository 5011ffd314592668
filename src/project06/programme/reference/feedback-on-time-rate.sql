-- Decision 766/QD-TTg index 5.2: answered in time, of all feedback.
SELECT unit_code, period,
       coalesce(sum(occurrences) FILTER (WHERE outcome = 'on-time'), 0) AS numerator,
       sum(occurrences) AS denominator
FROM tallies
WHERE subject = 'feedback-answered'
GROUP BY unit_code, period

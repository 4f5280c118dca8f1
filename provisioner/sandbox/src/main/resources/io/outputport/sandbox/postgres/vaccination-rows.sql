-- A function of this session only: the same rows go into two databases, by two spellings of the columns.
CREATE FUNCTION pg_temp.vaccination_rows() RETURNS TABLE (
    day date, place text, persons bigint, fully bigint, doses bigint,
    all_persons bigint, all_fully bigint, all_doses bigint)
LANGUAGE sql AS $$
    WITH daily AS (
        SELECT DATE '2021-01-01' + n AS day,
               place,
               (400 + 37 * rank + 11 * n + (n * 7919 + rank * 104729) % 613)::bigint AS persons,
               (150 + 13 * rank + 9 * n + (n * 6101 + rank * 7753) % 331)::bigint AS fully
        FROM generate_series(0, 99) AS n,
             unnest(ARRAY['AT', 'BE', 'CH', 'DE', 'ES', 'FR', 'IT', 'NL', 'PL', 'PT'])
                 WITH ORDINALITY AS places (place, rank)
    )
    SELECT day, place, persons, fully, persons + fully,
           sum(persons) OVER so_far, sum(fully) OVER so_far, sum(persons + fully) OVER so_far
    FROM daily
    WINDOW so_far AS (PARTITION BY place ORDER BY day)
$$;

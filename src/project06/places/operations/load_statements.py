"""The statements of a load: stage the tables, then remove, change and add what differs."""

STAGE = """
CREATE TEMPORARY TABLE staged_act (
    number text, issued_on date, issuer text, title text, effective_on date, certainty text, remark text
) ON COMMIT DROP;
CREATE TEMPORARY TABLE staged_unit (
    uuid uuid, code text COLLATE "C", level smallint, kind text, name text, folded text,
    sort_key text COLLATE "C", path text COLLATE "C", valid_from date, valid_to date,
    act_number text, act_issued_on date
) ON COMMIT DROP;
CREATE TEMPORARY TABLE staged_arrow (
    predecessor_code text COLLATE "C", predecessor_from date, successor_code text COLLATE "C",
    effective_on date, extent text, act_number text, act_issued_on date
) ON COMMIT DROP
"""

ANALYZE_STAGED = "ANALYZE staged_act, staged_unit, staged_arrow"

UNSTAGE = "DROP TABLE staged_act, staged_unit, staged_arrow"

ANALYZE_LOADED = "ANALYZE places_legalact, places_unit, places_succession"

REMOVE_ARROWS = """
DELETE FROM places_succession AS arrow
USING places_unit AS older, places_unit AS newer, places_legalact AS act
WHERE older.id = arrow.predecessor_id AND newer.id = arrow.successor_id AND act.id = arrow.act_id
  AND NOT EXISTS (
      SELECT FROM staged_arrow AS staged
      WHERE staged.predecessor_code = older.code AND staged.predecessor_from = older.valid_from
        AND staged.successor_code = newer.code AND staged.effective_on = newer.valid_from
        AND staged.extent = arrow.extent
        AND staged.act_number = act.number AND staged.act_issued_on = act.issued_on)
"""

CHANGE_ACTS = """
UPDATE places_legalact AS act
SET issuer = staged.issuer, title = staged.title, effective_on = staged.effective_on,
    certainty = staged.certainty, remark = staged.remark
FROM staged_act AS staged
WHERE staged.number = act.number AND staged.issued_on = act.issued_on
  AND (staged.issuer, staged.title, staged.effective_on, staged.certainty, staged.remark)
      IS DISTINCT FROM (act.issuer, act.title, act.effective_on, act.certainty, act.remark)
"""

ADD_ACTS = """
INSERT INTO places_legalact (number, issued_on, issuer, title, effective_on, certainty, remark)
SELECT number, issued_on, issuer, title, effective_on, certainty, remark FROM staged_act
ON CONFLICT (number, issued_on) DO NOTHING
"""

REMOVE_UNITS = """
DELETE FROM places_unit AS unit
WHERE NOT EXISTS (
    SELECT FROM staged_unit AS staged
    WHERE staged.code = unit.code AND staged.valid_from = unit.valid_from)
"""

CHANGE_UNITS = """
UPDATE places_unit AS unit
SET level = staged.level, kind = staged.kind, name = staged.name, folded = staged.folded,
    sort_key = staged.sort_key, path = staged.path, valid_to = staged.valid_to, act_id = act.id
FROM staged_unit AS staged
JOIN places_legalact AS act ON act.number = staged.act_number AND act.issued_on = staged.act_issued_on
WHERE staged.code = unit.code AND staged.valid_from = unit.valid_from
  AND (staged.level, staged.kind, staged.name, staged.folded, staged.sort_key, staged.path,
       staged.valid_to, act.id)
      IS DISTINCT FROM (unit.level, unit.kind, unit.name, unit.folded, unit.sort_key, unit.path,
                        unit.valid_to, unit.act_id)
"""

ADD_UNITS = """
INSERT INTO places_unit
    (uuid, code, level, kind, name, folded, sort_key, path, valid_from, valid_to, act_id)
SELECT staged.uuid, staged.code, staged.level, staged.kind, staged.name, staged.folded, staged.sort_key,
       staged.path, staged.valid_from, staged.valid_to, act.id
FROM staged_unit AS staged
JOIN places_legalact AS act ON act.number = staged.act_number AND act.issued_on = staged.act_issued_on
WHERE NOT EXISTS (
    SELECT FROM places_unit AS unit
    WHERE unit.code = staged.code AND unit.valid_from = staged.valid_from)
"""

ADD_ARROWS = """
INSERT INTO places_succession (predecessor_id, successor_id, effective_on, extent, act_id)
SELECT older.id, newer.id, staged.effective_on, staged.extent, act.id
FROM staged_arrow AS staged
JOIN places_legalact AS act ON act.number = staged.act_number AND act.issued_on = staged.act_issued_on
JOIN places_unit AS older
     ON older.code = staged.predecessor_code AND older.valid_from = staged.predecessor_from
JOIN places_unit AS newer
     ON newer.code = staged.successor_code AND newer.valid_from = staged.effective_on
ON CONFLICT (predecessor_id, successor_id) DO NOTHING
"""

REMOVE_ACTS = """
DELETE FROM places_legalact AS act
WHERE NOT EXISTS (
    SELECT FROM staged_act AS staged
    WHERE staged.number = act.number AND staged.issued_on = act.issued_on)
"""

# A version that ends earlier frees its code before the next bearer is added.
STEPS = (
    ("removed", REMOVE_ARROWS),
    ("changed", CHANGE_ACTS),
    ("added", ADD_ACTS),
    ("removed", REMOVE_UNITS),
    ("changed", CHANGE_UNITS),
    ("added", ADD_UNITS),
    ("added", ADD_ARROWS),
    ("removed", REMOVE_ACTS),
)

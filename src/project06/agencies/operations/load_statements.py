# ruff: noqa: S608 - constants of this file are put together, never anything from outside
"""The statements of the load, in the order in which they run."""

DROP_STAGING = "DROP TABLE IF EXISTS staged_agency, staged_version, staged_succession, staged_role"

CREATE_STAGING = """
CREATE TEMPORARY TABLE staged_agency (
    uuid uuid, code text, unit_code text, unit_path text COLLATE "C",
    valid_from date, valid_to date, is_certain boolean, note text, note_en text
) ON COMMIT DROP;
CREATE TEMPORARY TABLE staged_version (
    code text, agency_from date, kind text, name text, name_en text, folded_name text, sort_key text COLLATE "C",
    parent text, valid_from date, valid_to date, act text
) ON COMMIT DROP;
CREATE TEMPORARY TABLE staged_succession (
    predecessor text, successor text, day date, kind text, act text, is_certain boolean, note text, note_en text
) ON COMMIT DROP;
CREATE TEMPORARY TABLE staged_role (
    uuid uuid, code text, name text, name_en text, description text, description_en text, permissions text[]
) ON COMMIT DROP
"""

_SAME_AGENCY = "known.code = staged.code AND known.valid_from = staged.valid_from"

_AGENCY_DIFFERS = """
(known.unit_code, known.unit_path, known.valid_to, known.is_certain, known.note, known.note_en)
IS DISTINCT FROM
(staged.unit_code, staged.unit_path, staged.valid_to, staged.is_certain, staged.note, staged.note_en)
"""

# The staged versions with the identifiers of their organisation and of its superior on the first day.
_VERSIONS = """
SELECT agency.id AS agency_id, staged.kind, staged.name, staged.name_en, staged.folded_name, staged.sort_key,
       parent.id AS parent_id, staged.valid_from, staged.valid_to, staged.act
FROM staged_version AS staged
JOIN agencies_agency AS agency ON agency.code = staged.code AND agency.valid_from = staged.agency_from
LEFT JOIN agencies_agency AS parent ON parent.code = staged.parent
     AND daterange(parent.valid_from, parent.valid_to) @> staged.valid_from
"""

# A predecessor ends on the day or lives on; a successor begins on the day or lived before.
_SUCCESSIONS = """
SELECT older.id AS predecessor_id, newer.id AS successor_id, staged.day, staged.kind, staged.act,
       staged.is_certain, staged.note, staged.note_en
FROM staged_succession AS staged
JOIN agencies_agency AS older ON older.code = staged.predecessor
     AND daterange(older.valid_from, older.valid_to, '[]') @> staged.day AND older.valid_from < staged.day
JOIN agencies_agency AS newer ON newer.code = staged.successor
     AND daterange(newer.valid_from, newer.valid_to) @> staged.day
"""

COUNT_ADDED = f"""
SELECT count(*) FROM staged_agency AS staged
WHERE NOT EXISTS (SELECT FROM agencies_agency AS known WHERE {_SAME_AGENCY})
"""

COUNT_CHANGED = f"""
SELECT count(*) FROM staged_agency AS staged JOIN agencies_agency AS known ON {_SAME_AGENCY}
WHERE {_AGENCY_DIFFERS}
"""

COUNT_UNKNOWN = f"""
SELECT count(*) FROM agencies_agency AS known
WHERE NOT EXISTS (SELECT FROM staged_agency AS staged WHERE {_SAME_AGENCY})
"""

COUNT_VERSIONS = """
SELECT count(*) FROM (
    SELECT code, agency_from, kind, name, name_en, folded_name, sort_key, parent, valid_from, valid_to, act
    FROM staged_version
    EXCEPT
    SELECT agency.code, agency.valid_from, known.kind, known.name, known.name_en, known.folded_name, known.sort_key,
           parent.code, known.valid_from, known.valid_to, known.act
    FROM agencies_agencyversion AS known
    JOIN agencies_agency AS agency ON agency.id = known.agency_id
    LEFT JOIN agencies_agency AS parent ON parent.id = known.parent_id
) AS fresh
"""

COUNT_SUCCESSIONS = """
SELECT count(*) FROM (
    SELECT predecessor, successor, day, kind, act, is_certain, note, note_en FROM staged_succession
    EXCEPT
    SELECT older.code, newer.code, known.on, known.kind, known.act, known.is_certain, known.note, known.note_en
    FROM agencies_agencysuccession AS known
    JOIN agencies_agency AS older ON older.id = known.predecessor_id
    JOIN agencies_agency AS newer ON newer.id = known.successor_id
) AS fresh
"""

COUNT_ROLES = """
SELECT count(*) FROM (
    SELECT code, name, name_en, description, description_en, permissions FROM staged_role
    EXCEPT
    SELECT code, name, name_en, description, description_en, permissions::text[] FROM agencies_role
) AS fresh
"""

# Ends are written before beginnings, so that a period is free when the next one claims it.
WRITE = (
    f"""
    UPDATE agencies_agency AS known
    SET unit_code = staged.unit_code, unit_path = staged.unit_path,
        valid_to = staged.valid_to, is_certain = staged.is_certain, note = staged.note, note_en = staged.note_en
    FROM staged_agency AS staged
    WHERE {_SAME_AGENCY} AND {_AGENCY_DIFFERS}
    """,
    f"""
    INSERT INTO agencies_agency
        (uuid, code, unit_code, unit_path, valid_from, valid_to, is_certain, note, note_en)
    SELECT uuid, code, unit_code, unit_path, valid_from, valid_to, is_certain, note, note_en
    FROM staged_agency AS staged
    WHERE NOT EXISTS (SELECT FROM agencies_agency AS known WHERE {_SAME_AGENCY})
    """,
    f"""
    DELETE FROM agencies_agencyversion AS known
    USING agencies_agency AS agency, staged_agency AS staged
    WHERE agency.id = known.agency_id AND agency.code = staged.code
      AND agency.valid_from = staged.valid_from
      AND NOT EXISTS (
          SELECT FROM ({_VERSIONS}) AS wanted
          -- Plain equality lets the server hash; the rest may be empty on both sides.
          WHERE wanted.agency_id = known.agency_id AND wanted.valid_from = known.valid_from
            AND (wanted.kind, wanted.name, wanted.name_en, wanted.folded_name, wanted.sort_key,
                 wanted.parent_id, wanted.valid_to, wanted.act)
             IS NOT DISTINCT FROM
                (known.kind, known.name, known.name_en, known.folded_name, known.sort_key,
                 known.parent_id, known.valid_to, known.act)
      )
    """,
    f"""
    INSERT INTO agencies_agencyversion
        (agency_id, kind, name, name_en, folded_name, sort_key, parent_id, valid_from, valid_to, act)
    {_VERSIONS}
    ON CONFLICT (agency_id, valid_from) DO NOTHING
    """,
    f"""
    INSERT INTO agencies_agencysuccession (predecessor_id, successor_id, "on", kind, act, is_certain, note, note_en)
    {_SUCCESSIONS}
    ON CONFLICT (predecessor_id, successor_id, "on") DO UPDATE
    SET kind = excluded.kind, act = excluded.act, is_certain = excluded.is_certain, note = excluded.note,
        note_en = excluded.note_en
    """,
    """
    INSERT INTO agencies_role (uuid, code, name, name_en, description, description_en, permissions)
    SELECT uuid, code, name, name_en, description, description_en, permissions FROM staged_role
    ON CONFLICT (code) DO UPDATE
    SET name = excluded.name, name_en = excluded.name_en, description = excluded.description,
        description_en = excluded.description_en, permissions = excluded.permissions
    """,
)

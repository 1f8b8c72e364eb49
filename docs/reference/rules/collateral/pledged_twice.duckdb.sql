-- collateral.pledged_twice as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  "t0"."institution_id",
  "t0"."title" AS "subject",
  '' AS "aspect",
  CASE
    WHEN NOT (
      COALESCE(
        CASE
          WHEN COALESCE((
            "t0"."title_ref"
          ) IS NULL, FALSE)
          THEN 'a reference of the title'
          ELSE NULL
        END,
        CASE
          WHEN (
            "t0"."institutions" > 1
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      )
    ) IS NULL
    THEN 'not_assessed'
    WHEN "t0"."institutions" > 1
    THEN 'found'
    ELSE 'sound'
  END AS "state",
  COALESCE(
    CASE
      WHEN COALESCE((
        "t0"."title_ref"
      ) IS NULL, FALSE)
      THEN 'a reference of the title'
      ELSE NULL
    END,
    CASE
      WHEN (
        "t0"."institutions" > 1
      ) IS NULL
      THEN 'something the rule compares'
      ELSE CAST(NULL AS TEXT)
    END
  ) AS "missing",
  "t0"."source_row",
  CAST("t0"."institutions" AS TEXT) AS "observed",
  '1' AS "limit",
  CAST(NULL AS BIGINT) AS "amount",
  CAST(NULL AS TEXT) AS "currency",
  "t0"."basis_of_holders" AS "basis",
  CAST(NULL AS TEXT) AS "confidence",
  CAST(NULL AS TEXT) AS "citation",
  "t0"."tape",
  CAST(NULL AS TEXT) AS "subject_kind",
  CAST(NULL AS TEXT) AS "source_table",
  CAST(NULL AS TEXT) AS "unit",
  CAST(NULL AS TEXT) AS "note",
  CAST(NULL AS TEXT) AS "other_tape",
  CAST(NULL AS BIGINT) AS "other_row"
FROM "titles" AS "t0"

-- collateral.poverty_card as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  "t6"."institution_id",
  "t6"."collateral_id" AS "subject",
  '' AS "aspect",
  CASE
    WHEN NOT (
      COALESCE(
        CASE
          WHEN COALESCE(FALSE, FALSE)
          THEN 'no sourced rule for this date'
          WHEN COALESCE("t6"."collateral_returned", FALSE)
          THEN 'the loan''s collateral: a row was returned'
          ELSE NULL
        END,
        CASE
          WHEN (
            "t6"."kind" IN ('idpoor_card')
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      )
    ) IS NULL
    THEN 'not_assessed'
    WHEN "t6"."kind" IN ('idpoor_card')
    THEN 'found'
    ELSE 'sound'
  END AS "state",
  COALESCE(
    CASE
      WHEN COALESCE(FALSE, FALSE)
      THEN 'no sourced rule for this date'
      WHEN COALESCE("t6"."collateral_returned", FALSE)
      THEN 'the loan''s collateral: a row was returned'
      ELSE NULL
    END,
    CASE
      WHEN (
        "t6"."kind" IN ('idpoor_card')
      ) IS NULL
      THEN 'something the rule compares'
      ELSE CAST(NULL AS TEXT)
    END
  ) AS "missing",
  "t6"."source_row",
  "t6"."kind" AS "observed",
  CAST("t6"."taken_on" AS TEXT) AS "limit",
  "t6"."principal" AS "amount",
  "t6"."currency",
  'computed' AS "basis",
  'press' AS "confidence",
  'ABC and CMA rules of August 2024' AS "citation",
  "t6"."tape",
  CAST(NULL AS TEXT) AS "subject_kind",
  CAST(NULL AS TEXT) AS "source_table",
  CAST(NULL AS TEXT) AS "unit",
  CAST(NULL AS TEXT) AS "note"
FROM (
  SELECT
    "t5"."loan_no",
    "t5"."collateral_id",
    "t5"."kind",
    "t5"."taken_on",
    "t5"."source_row",
    "t4"."institution_id",
    "t4"."tape",
    "t4"."principal",
    "t4"."currency",
    "t4"."collateral_returned"
  FROM (
    SELECT
      "t0"."loan_no",
      "t0"."collateral_id",
      "t0"."kind",
      "t0"."taken_on",
      "t0"."source_row"
    FROM "collateral" AS "t0"
    WHERE
      "t0"."taken_on" <= MAKE_DATE(2024, 12, 31)
  ) AS "t5"
  INNER JOIN (
    SELECT
      "t1"."loan_no",
      "t1"."institution_id",
      "t1"."tape",
      "t1"."principal",
      "t1"."currency",
      "t1"."collateral_returned"
    FROM "loan_results" AS "t1"
  ) AS "t4"
    ON "t5"."loan_no" = "t4"."loan_no"
) AS "t6"
WHERE
  "t6"."taken_on" >= MAKE_DATE(2024, 9, 1)

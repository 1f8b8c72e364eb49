-- collateral.title_taken_from_poor as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
WITH "t8" AS (
  SELECT
    *
  FROM (
    SELECT
      "t4"."institution_id",
      "t4"."poverty",
      "t4"."is_microloan",
      "t4"."segment",
      "t4"."is_bank",
      "t4"."currency",
      "t4"."principal",
      "t4"."tape",
      "t4"."has_collateral",
      "t4"."collateral_returned",
      "t6"."taken_on",
      "t6"."source_row",
      "t6"."collateral_id" AS "subject",
      'computed' AS "basis",
      'collateral' AS "subject_kind",
      'collateral' AS "source_table"
    FROM (
      SELECT
        "t1"."loan_no",
        "t1"."collateral_id",
        "t1"."kind",
        "t1"."taken_on",
        "t1"."source_row"
      FROM "collateral" AS "t1"
      WHERE
        "t1"."kind" IN ('hard_title', 'soft_title')
        AND "t1"."taken_on" <= MAKE_DATE(2024, 12, 31)
    ) AS "t6"
    INNER JOIN (
      SELECT
        "t0"."loan_no",
        "t0"."institution_id",
        "t0"."poverty",
        "t0"."is_microloan",
        "t0"."segment",
        "t0"."is_bank",
        "t0"."currency",
        "t0"."principal",
        "t0"."tape",
        "t0"."has_collateral",
        "t0"."collateral_returned"
      FROM "loan_results" AS "t0"
    ) AS "t4"
      ON "t6"."loan_no" = "t4"."loan_no"
  ) AS "t7"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t0"."institution_id",
      "t0"."poverty",
      "t0"."is_microloan",
      "t0"."segment",
      "t0"."is_bank",
      "t0"."currency",
      "t0"."principal",
      "t0"."tape",
      "t0"."has_collateral",
      "t0"."collateral_returned",
      "t0"."disbursed_on" AS "taken_on",
      "t0"."source_row",
      "t0"."loan_id" AS "subject",
      'reported' AS "basis",
      'loan' AS "subject_kind",
      'loans' AS "source_table"
    FROM "loan_results" AS "t0"
    WHERE
      NOT (
        "t0"."has_collateral"
      )
      AND "t0"."title_kind" IN ('hard_title', 'soft_title')
      AND "t0"."is_as_of"
  ) AS "t3"
)
SELECT
  *
FROM (
  SELECT
    "t9"."institution_id",
    "t9"."subject",
    'idpoor' AS "aspect",
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE("t9"."has_collateral" AND "t9"."collateral_returned", FALSE)
            THEN 'the loan''s collateral: a row was returned'
            WHEN COALESCE((
              "t9"."poverty"
            ) IS NULL, FALSE)
            THEN 'the household''s poverty level'
            ELSE NULL
          END,
          CASE
            WHEN (
              "t9"."poverty" IN ('idpoor1', 'idpoor2')
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN "t9"."poverty" IN ('idpoor1', 'idpoor2')
      THEN 'found'
      ELSE 'sound'
    END AS "state",
    COALESCE(
      CASE
        WHEN COALESCE("t9"."has_collateral" AND "t9"."collateral_returned", FALSE)
        THEN 'the loan''s collateral: a row was returned'
        WHEN COALESCE((
          "t9"."poverty"
        ) IS NULL, FALSE)
        THEN 'the household''s poverty level'
        ELSE NULL
      END,
      CASE
        WHEN (
          "t9"."poverty" IN ('idpoor1', 'idpoor2')
        ) IS NULL
        THEN 'something the rule compares'
        ELSE CAST(NULL AS TEXT)
      END
    ) AS "missing",
    "t9"."source_row",
    CAST("t9"."taken_on" AS TEXT) AS "observed",
    '2020-07-17' AS "limit",
    "t9"."principal" AS "amount",
    "t9"."currency",
    "t9"."basis",
    'seed' AS "confidence",
    'Letter of 16 July 2020' AS "citation",
    "t9"."tape",
    "t9"."subject_kind",
    "t9"."source_table",
    CAST(NULL AS TEXT) AS "unit",
    CAST(NULL AS TEXT) AS "note"
  FROM "t8" AS "t9"
  WHERE
    "t9"."taken_on" >= MAKE_DATE(2020, 7, 17)
) AS "t10"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t9"."institution_id",
    "t9"."subject",
    'microloan' AS "aspect",
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE("t9"."has_collateral" AND "t9"."collateral_returned", FALSE)
            THEN 'the loan''s collateral: a row was returned'
            WHEN COALESCE(
              (
                COALESCE(
                  "t9"."is_microloan",
                  NOT (
                    "t9"."is_bank"
                  ) AND COALESCE("t9"."segment" <> 'sme', TRUE)
                )
              ) IS NULL,
              FALSE
            )
            THEN 'whether it is a microloan'
            ELSE NULL
          END,
          CASE
            WHEN (
              COALESCE(
                "t9"."is_microloan",
                NOT (
                  "t9"."is_bank"
                ) AND COALESCE("t9"."segment" <> 'sme', TRUE)
              )
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN COALESCE(
        "t9"."is_microloan",
        NOT (
          "t9"."is_bank"
        ) AND COALESCE("t9"."segment" <> 'sme', TRUE)
      )
      THEN 'found'
      ELSE 'sound'
    END AS "state",
    COALESCE(
      CASE
        WHEN COALESCE("t9"."has_collateral" AND "t9"."collateral_returned", FALSE)
        THEN 'the loan''s collateral: a row was returned'
        WHEN COALESCE(
          (
            COALESCE(
              "t9"."is_microloan",
              NOT (
                "t9"."is_bank"
              ) AND COALESCE("t9"."segment" <> 'sme', TRUE)
            )
          ) IS NULL,
          FALSE
        )
        THEN 'whether it is a microloan'
        ELSE NULL
      END,
      CASE
        WHEN (
          COALESCE(
            "t9"."is_microloan",
            NOT (
              "t9"."is_bank"
            ) AND COALESCE("t9"."segment" <> 'sme', TRUE)
          )
        ) IS NULL
        THEN 'something the rule compares'
        ELSE CAST(NULL AS TEXT)
      END
    ) AS "missing",
    "t9"."source_row",
    CAST("t9"."taken_on" AS TEXT) AS "observed",
    '2020-07-17' AS "limit",
    "t9"."principal" AS "amount",
    "t9"."currency",
    "t9"."basis",
    'seed' AS "confidence",
    'Letter of 16 July 2020' AS "citation",
    "t9"."tape",
    "t9"."subject_kind",
    "t9"."source_table",
    CAST(NULL AS TEXT) AS "unit",
    CASE
      WHEN (
        "t9"."is_microloan"
      ) IS NULL
      THEN 'is_microloan is empty: a loan of a lender that is no bank, and not of the segment sme, is taken for one'
      ELSE CAST(NULL AS TEXT)
    END AS "note"
  FROM "t8" AS "t9"
  WHERE
    "t9"."taken_on" >= MAKE_DATE(2020, 7, 17)
) AS "t11"

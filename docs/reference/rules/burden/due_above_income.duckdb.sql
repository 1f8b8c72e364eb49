-- burden.due_above_income as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  *
FROM (
  SELECT
    "t6"."institution_id",
    "t6"."subject",
    "t6"."aspect",
    "t6"."state",
    "t6"."missing",
    "t6"."source_row",
    "t6"."observed",
    "t6"."limit",
    "t6"."amount",
    "t6"."currency",
    "t6"."basis",
    "t6"."confidence",
    "t6"."citation",
    "t6"."tape",
    "t6"."subject_kind",
    "t6"."source_table",
    "t6"."unit",
    "t6"."note",
    "t6"."other_tape",
    "t6"."other_row"
  FROM (
    SELECT
      "t4"."institution_id",
      "t2"."borrower_id" AS "subject",
      CASE
        WHEN NOT (
          COALESCE(
            CASE
              WHEN COALESCE((
                "t2"."monthly_income_khr"
              ) IS NULL, FALSE)
              THEN 'the household''s assessed income'
              WHEN COALESCE(
                "t2"."lacks_schedule"
                AND NOT (
                  COALESCE("t2"."due_next_month_khr" > "t2"."monthly_income_khr", FALSE)
                ),
                FALSE
              )
              THEN 'the schedule of an open loan'
              WHEN COALESCE(
                "t2"."lacks_rate"
                AND NOT (
                  COALESCE("t2"."due_next_month_khr" > "t2"."monthly_income_khr", FALSE)
                ),
                FALSE
              )
              THEN 'the exchange rate of an open loan'
              WHEN COALESCE(
                (
                  "t2"."loans_without_position" > 0
                )
                AND NOT (
                  COALESCE("t2"."due_next_month_khr" > "t2"."monthly_income_khr", FALSE)
                ),
                FALSE
              )
              THEN 'the position of another loan'
              ELSE NULL
            END,
            CASE
              WHEN (
                COALESCE("t2"."due_next_month_khr" > "t2"."monthly_income_khr", FALSE)
              ) IS NULL
              THEN 'something the rule compares'
              ELSE CAST(NULL AS TEXT)
            END
          )
        ) IS NULL
        THEN 'not_assessed'
        WHEN COALESCE("t2"."due_next_month_khr" > "t2"."monthly_income_khr", FALSE)
        THEN 'found'
        ELSE 'sound'
      END AS "state",
      COALESCE(
        CASE
          WHEN COALESCE((
            "t2"."monthly_income_khr"
          ) IS NULL, FALSE)
          THEN 'the household''s assessed income'
          WHEN COALESCE(
            "t2"."lacks_schedule"
            AND NOT (
              COALESCE("t2"."due_next_month_khr" > "t2"."monthly_income_khr", FALSE)
            ),
            FALSE
          )
          THEN 'the schedule of an open loan'
          WHEN COALESCE(
            "t2"."lacks_rate"
            AND NOT (
              COALESCE("t2"."due_next_month_khr" > "t2"."monthly_income_khr", FALSE)
            ),
            FALSE
          )
          THEN 'the exchange rate of an open loan'
          WHEN COALESCE(
            (
              "t2"."loans_without_position" > 0
            )
            AND NOT (
              COALESCE("t2"."due_next_month_khr" > "t2"."monthly_income_khr", FALSE)
            ),
            FALSE
          )
          THEN 'the position of another loan'
          ELSE NULL
        END,
        CASE
          WHEN (
            COALESCE("t2"."due_next_month_khr" > "t2"."monthly_income_khr", FALSE)
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      ) AS "missing",
      "t2"."source_row",
      "t2"."tape",
      CAST("t2"."due_next_month_khr" AS TEXT) AS "observed",
      CAST("t2"."monthly_income_khr" AS TEXT) AS "limit",
      '' AS "aspect",
      CAST(NULL AS BIGINT) AS "amount",
      'KHR' AS "currency",
      CASE
        WHEN "t2"."weakness" = 0
        THEN 'computed'
        WHEN "t2"."weakness" = 1
        THEN 'rebuilt'
        ELSE 'reported'
      END AS "basis",
      CAST(NULL AS TEXT) AS "confidence",
      CAST(NULL AS TEXT) AS "citation",
      'borrower' AS "subject_kind",
      'borrowers' AS "source_table",
      CAST(NULL AS TEXT) AS "unit",
      CAST(NULL AS TEXT) AS "note",
      CAST(NULL AS TEXT) AS "other_tape",
      CAST(NULL AS BIGINT) AS "other_row"
    FROM (
      SELECT DISTINCT
        "t0"."institution_id",
        "t0"."borrower_id" AS "owes"
      FROM "loan_results" AS "t0"
      WHERE
        COALESCE((
          "t0"."outstanding_principal" > 0
        ) AND NOT (
          "t0"."is_written_off"
        ), FALSE)
        AND NOT (
          "t0"."borrower_id"
        ) IS NULL
    ) AS "t4"
    INNER JOIN "borrower_facts" AS "t2"
      ON "t4"."owes" = "t2"."borrower_id"
  ) AS "t6"
) AS "t7"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t0"."institution_id",
    "t0"."loan_id" AS "subject",
    '' AS "aspect",
    CASE
      WHEN NOT (
        COALESCE(
          CASE WHEN COALESCE(TRUE, FALSE) THEN 'the loan''s borrower' ELSE NULL END,
          CASE
            WHEN (
              FALSE
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN FALSE
      THEN 'found'
      ELSE 'sound'
    END AS "state",
    COALESCE(
      CASE WHEN COALESCE(TRUE, FALSE) THEN 'the loan''s borrower' ELSE NULL END,
      CASE
        WHEN (
          FALSE
        ) IS NULL
        THEN 'something the rule compares'
        ELSE CAST(NULL AS TEXT)
      END
    ) AS "missing",
    "t0"."source_row",
    CAST(NULL AS TEXT) AS "observed",
    CAST(NULL AS TEXT) AS "limit",
    CAST(NULL AS BIGINT) AS "amount",
    CAST(NULL AS TEXT) AS "currency",
    CAST(NULL AS TEXT) AS "basis",
    CAST(NULL AS TEXT) AS "confidence",
    CAST(NULL AS TEXT) AS "citation",
    "t0"."tape",
    'loan' AS "subject_kind",
    'loans' AS "source_table",
    CAST(NULL AS TEXT) AS "unit",
    CAST(NULL AS TEXT) AS "note",
    CAST(NULL AS TEXT) AS "other_tape",
    CAST(NULL AS BIGINT) AS "other_row"
  FROM "loan_results" AS "t0"
  WHERE
    COALESCE((
      "t0"."outstanding_principal" > 0
    ) AND NOT (
      "t0"."is_written_off"
    ), FALSE)
    AND (
      "t0"."borrower_id"
    ) IS NULL
) AS "t5"

-- burden.rolled_over as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
WITH "t6" AS (
  SELECT
    "t5"."loan_no",
    "t5"."borrower_id",
    "t5"."disbursed_on",
    "t5"."since",
    "t5"."until",
    "t3"."repaid_on",
    "t3"."outstanding_principal",
    "t3"."other_no",
    "t3"."other_person",
    "t3"."other_on",
    "t3"."other_tape",
    "t3"."other_row",
    "t3"."other_basis"
  FROM (
    SELECT
      "t0"."loan_no",
      "t0"."borrower_id",
      "t0"."disbursed_on",
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), DATE_TRUNC('MONTH', "t0"."disbursed_on")) AS "since",
      DATE_DIFF(
        'DAY',
        MAKE_DATE(1970, 1, 1),
        DATE_TRUNC('MONTH', "t0"."disbursed_on") + INTERVAL '1' MONTH
      ) AS "until"
    FROM "loan_results" AS "t0"
  ) AS "t5"
  INNER JOIN (
    SELECT
      "t0"."repaid_on",
      "t0"."outstanding_principal",
      "t0"."loan_no" AS "other_no",
      "t0"."borrower_id" AS "other_person",
      "t0"."disbursed_on" AS "other_on",
      "t0"."tape" AS "other_tape",
      "t0"."source_row" AS "other_row",
      "t0"."basis" AS "other_basis"
    FROM "loan_results" AS "t0"
  ) AS "t3"
    ON "t5"."borrower_id" = "t3"."other_person"
    AND (
      (
        "t3"."other_on" < "t5"."disbursed_on"
      )
      OR (
        (
          "t3"."other_on" = "t5"."disbursed_on"
        )
        AND (
          "t3"."other_no" < "t5"."loan_no"
        )
      )
    )
)
SELECT
  "t14"."institution_id",
  "t14"."subject",
  "t14"."aspect",
  "t14"."state",
  "t14"."missing",
  "t14"."source_row",
  "t14"."observed",
  "t14"."limit",
  "t14"."amount",
  "t14"."currency",
  "t14"."basis",
  "t14"."confidence",
  "t14"."citation",
  "t14"."tape",
  "t14"."subject_kind",
  "t14"."source_table",
  "t14"."unit",
  "t14"."note",
  "t14"."other_tape",
  "t14"."other_row"
FROM (
  SELECT
    "t1"."institution_id",
    "t1"."loan_id" AS "subject",
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE((
              "t1"."borrower_id"
            ) IS NULL, FALSE)
            THEN 'the loan''s borrower'
            WHEN COALESCE(
              NOT (
                NOT (
                  "t13"."repaid"
                ) IS NULL
              )
              AND NOT (
                "t10"."open_no"
              ) IS NULL,
              FALSE
            )
            THEN 'the day on which another loan of the borrower was repaid'
            ELSE NULL
          END,
          CASE
            WHEN (
              NOT (
                "t13"."repaid"
              ) IS NULL
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN NOT (
        "t13"."repaid"
      ) IS NULL
      THEN 'found'
      ELSE 'sound'
    END AS "state",
    COALESCE(
      CASE
        WHEN COALESCE((
          "t1"."borrower_id"
        ) IS NULL, FALSE)
        THEN 'the loan''s borrower'
        WHEN COALESCE(
          NOT (
            NOT (
              "t13"."repaid"
            ) IS NULL
          )
          AND NOT (
            "t10"."open_no"
          ) IS NULL,
          FALSE
        )
        THEN 'the day on which another loan of the borrower was repaid'
        ELSE NULL
      END,
      CASE
        WHEN (
          NOT (
            "t13"."repaid"
          ) IS NULL
        ) IS NULL
        THEN 'something the rule compares'
        ELSE CAST(NULL AS TEXT)
      END
    ) AS "missing",
    "t1"."source_row",
    "t1"."tape",
    CAST("t1"."disbursed_on" AS TEXT) AS "observed",
    "t13"."repaid" AS "limit",
    '' AS "aspect",
    CAST(NULL AS BIGINT) AS "amount",
    CAST(NULL AS TEXT) AS "currency",
    CASE
      WHEN NOT (
        "t13"."other_basis"
      ) IS NULL
      THEN CASE
        WHEN GREATEST(
          CASE
            WHEN "t13"."other_basis" = 'computed'
            THEN 0
            WHEN "t13"."other_basis" = 'rebuilt'
            THEN 1
            WHEN "t13"."other_basis" = 'reported'
            THEN 2
            ELSE 0
          END,
          COALESCE("t1"."weakness", 0)
        ) = 0
        THEN 'computed'
        WHEN GREATEST(
          CASE
            WHEN "t13"."other_basis" = 'computed'
            THEN 0
            WHEN "t13"."other_basis" = 'rebuilt'
            THEN 1
            WHEN "t13"."other_basis" = 'reported'
            THEN 2
            ELSE 0
          END,
          COALESCE("t1"."weakness", 0)
        ) = 1
        THEN 'rebuilt'
        ELSE 'reported'
      END
      ELSE CAST(NULL AS TEXT)
    END AS "basis",
    CAST(NULL AS TEXT) AS "confidence",
    CAST(NULL AS TEXT) AS "citation",
    CAST(NULL AS TEXT) AS "subject_kind",
    CAST(NULL AS TEXT) AS "source_table",
    CAST(NULL AS TEXT) AS "unit",
    CAST(NULL AS TEXT) AS "note",
    "t13"."other_tape",
    "t13"."other_row"
  FROM "loan_results" AS "t1"
  LEFT OUTER JOIN (
    SELECT
      "t11"."other_tape",
      "t11"."other_row",
      "t11"."other_basis",
      "t11"."loan_no" AS "hit_no",
      SUBSTRING(
        CAST("t11"."disbursed_on" AS TEXT),
        CASE
          WHEN (
            0 + 1
          ) >= 1
          THEN 0 + 1
          ELSE 0 + 1 + LENGTH(CAST("t11"."disbursed_on" AS TEXT))
        END,
        8
      ) || CASE
        WHEN 2 <= LENGTH(CAST((
          "t11"."repaid_on" - "t11"."since"
        ) + 1 AS TEXT))
        THEN CAST((
          "t11"."repaid_on" - "t11"."since"
        ) + 1 AS TEXT)
        ELSE REPEAT('0', 2 - LENGTH(CAST((
          "t11"."repaid_on" - "t11"."since"
        ) + 1 AS TEXT))) || CAST((
          "t11"."repaid_on" - "t11"."since"
        ) + 1 AS TEXT)
      END AS "repaid"
    FROM (
      SELECT
        "t8"."loan_no",
        "t8"."borrower_id",
        "t8"."disbursed_on",
        "t8"."since",
        "t8"."until",
        "t8"."repaid_on",
        "t8"."outstanding_principal",
        "t8"."other_no",
        "t8"."other_person",
        "t8"."other_on",
        "t8"."other_tape",
        "t8"."other_row",
        "t8"."other_basis",
        ROW_NUMBER() OVER (
          PARTITION BY "t8"."loan_no"
          ORDER BY "t8"."repaid_on" DESC, "t8"."other_no" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place"
      FROM (
        SELECT
          *
        FROM "t6" AS "t7"
        WHERE
          "t7"."repaid_on" >= "t7"."since" AND "t7"."repaid_on" < "t7"."until"
      ) AS "t8"
    ) AS "t11"
    WHERE
      "t11"."place" = 0
  ) AS "t13"
    ON "t1"."loan_no" = "t13"."hit_no"
  LEFT OUTER JOIN (
    SELECT DISTINCT
      "t7"."loan_no" AS "open_no"
    FROM "t6" AS "t7"
    WHERE
      (
        (
          "t7"."outstanding_principal"
        ) IS NULL
      )
      OR (
        (
          "t7"."outstanding_principal" = 0
        )
        AND (
          (
            "t7"."repaid_on"
          ) IS NULL
        )
      )
  ) AS "t10"
    ON "t1"."loan_no" = "t10"."open_no"
) AS "t14"

-- price.all_in_ceiling as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  "t5"."institution_id",
  "t5"."subject",
  "t5"."aspect",
  "t5"."state",
  "t5"."missing",
  "t5"."source_row",
  "t5"."observed",
  "t5"."limit",
  "t5"."amount",
  "t5"."currency",
  "t5"."basis",
  "t5"."confidence",
  "t5"."citation",
  "t5"."tape",
  "t5"."subject_kind",
  "t5"."source_table",
  "t5"."unit",
  "t5"."note",
  "t5"."other_tape",
  "t5"."other_row"
FROM (
  SELECT
    "t0"."institution_id",
    "t0"."loan_id" AS "subject",
    '' AS "aspect",
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE("t0"."rate_status" = 2, FALSE)
            THEN 'a single rate: the flows have several'
            WHEN COALESCE(
              (
                CASE
                  WHEN NOT (
                    "t0"."all_in_rate_nominal"
                  ) IS NULL
                  AND NOT (
                    "t0"."all_in_rate_nominal_months"
                  ) IS NULL
                  THEN LEAST("t0"."all_in_rate_nominal", "t0"."all_in_rate_nominal_months")
                  ELSE CAST(NULL AS BIGINT)
                END
              ) IS NULL,
              FALSE
            )
            THEN 'the fees, or a schedule'
            ELSE NULL
          END,
          CASE
            WHEN (
              CASE
                WHEN NOT (
                  "t0"."all_in_rate_nominal"
                ) IS NULL
                AND NOT (
                  "t0"."all_in_rate_nominal_months"
                ) IS NULL
                THEN LEAST("t0"."all_in_rate_nominal", "t0"."all_in_rate_nominal_months")
                ELSE CAST(NULL AS BIGINT)
              END > (
                (
                  "t0"."ceiling" * 1000
                ) + 125000000
              )
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN CASE
        WHEN NOT (
          "t0"."all_in_rate_nominal"
        ) IS NULL
        AND NOT (
          "t0"."all_in_rate_nominal_months"
        ) IS NULL
        THEN LEAST("t0"."all_in_rate_nominal", "t0"."all_in_rate_nominal_months")
        ELSE CAST(NULL AS BIGINT)
      END > (
        (
          "t0"."ceiling" * 1000
        ) + 125000000
      )
      THEN 'found'
      ELSE 'sound'
    END AS "state",
    COALESCE(
      CASE
        WHEN COALESCE("t0"."rate_status" = 2, FALSE)
        THEN 'a single rate: the flows have several'
        WHEN COALESCE(
          (
            CASE
              WHEN NOT (
                "t0"."all_in_rate_nominal"
              ) IS NULL
              AND NOT (
                "t0"."all_in_rate_nominal_months"
              ) IS NULL
              THEN LEAST("t0"."all_in_rate_nominal", "t0"."all_in_rate_nominal_months")
              ELSE CAST(NULL AS BIGINT)
            END
          ) IS NULL,
          FALSE
        )
        THEN 'the fees, or a schedule'
        ELSE NULL
      END,
      CASE
        WHEN (
          CASE
            WHEN NOT (
              "t0"."all_in_rate_nominal"
            ) IS NULL
            AND NOT (
              "t0"."all_in_rate_nominal_months"
            ) IS NULL
            THEN LEAST("t0"."all_in_rate_nominal", "t0"."all_in_rate_nominal_months")
            ELSE CAST(NULL AS BIGINT)
          END > (
            (
              "t0"."ceiling" * 1000
            ) + 125000000
          )
        ) IS NULL
        THEN 'something the rule compares'
        ELSE CAST(NULL AS TEXT)
      END
    ) AS "missing",
    "t0"."source_row",
    CAST(CASE
      WHEN NOT (
        "t0"."all_in_rate_nominal"
      ) IS NULL
      AND NOT (
        "t0"."all_in_rate_nominal_months"
      ) IS NULL
      THEN LEAST("t0"."all_in_rate_nominal", "t0"."all_in_rate_nominal_months")
      ELSE CAST(NULL AS BIGINT)
    END AS TEXT) AS "observed",
    CAST("t0"."ceiling" * 1000 AS TEXT) AS "limit",
    "t0"."excess_at_ceiling" AS "amount",
    "t0"."currency",
    "t0"."schedule_basis" AS "basis",
    CASE
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN "t0"."ceiling_confidence" = 'seed'
            THEN 0
            WHEN "t0"."ceiling_confidence" = 'primary'
            THEN 1
            WHEN "t0"."ceiling_confidence" = 'confirmed'
            THEN 2
            WHEN "t0"."ceiling_confidence" = 'official_form'
            THEN 3
            WHEN "t0"."ceiling_confidence" = 'restated'
            THEN 4
            WHEN "t0"."ceiling_confidence" = 'press'
            THEN 5
            WHEN "t0"."ceiling_confidence" = 'unverified'
            THEN 6
            WHEN "t0"."ceiling_confidence" = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'seed' = 'seed'
            THEN 0
            WHEN 'seed' = 'primary'
            THEN 1
            WHEN 'seed' = 'confirmed'
            THEN 2
            WHEN 'seed' = 'official_form'
            THEN 3
            WHEN 'seed' = 'restated'
            THEN 4
            WHEN 'seed' = 'press'
            THEN 5
            WHEN 'seed' = 'unverified'
            THEN 6
            WHEN 'seed' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 0
      THEN 'seed'
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN "t0"."ceiling_confidence" = 'seed'
            THEN 0
            WHEN "t0"."ceiling_confidence" = 'primary'
            THEN 1
            WHEN "t0"."ceiling_confidence" = 'confirmed'
            THEN 2
            WHEN "t0"."ceiling_confidence" = 'official_form'
            THEN 3
            WHEN "t0"."ceiling_confidence" = 'restated'
            THEN 4
            WHEN "t0"."ceiling_confidence" = 'press'
            THEN 5
            WHEN "t0"."ceiling_confidence" = 'unverified'
            THEN 6
            WHEN "t0"."ceiling_confidence" = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'seed' = 'seed'
            THEN 0
            WHEN 'seed' = 'primary'
            THEN 1
            WHEN 'seed' = 'confirmed'
            THEN 2
            WHEN 'seed' = 'official_form'
            THEN 3
            WHEN 'seed' = 'restated'
            THEN 4
            WHEN 'seed' = 'press'
            THEN 5
            WHEN 'seed' = 'unverified'
            THEN 6
            WHEN 'seed' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 1
      THEN 'primary'
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN "t0"."ceiling_confidence" = 'seed'
            THEN 0
            WHEN "t0"."ceiling_confidence" = 'primary'
            THEN 1
            WHEN "t0"."ceiling_confidence" = 'confirmed'
            THEN 2
            WHEN "t0"."ceiling_confidence" = 'official_form'
            THEN 3
            WHEN "t0"."ceiling_confidence" = 'restated'
            THEN 4
            WHEN "t0"."ceiling_confidence" = 'press'
            THEN 5
            WHEN "t0"."ceiling_confidence" = 'unverified'
            THEN 6
            WHEN "t0"."ceiling_confidence" = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'seed' = 'seed'
            THEN 0
            WHEN 'seed' = 'primary'
            THEN 1
            WHEN 'seed' = 'confirmed'
            THEN 2
            WHEN 'seed' = 'official_form'
            THEN 3
            WHEN 'seed' = 'restated'
            THEN 4
            WHEN 'seed' = 'press'
            THEN 5
            WHEN 'seed' = 'unverified'
            THEN 6
            WHEN 'seed' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 2
      THEN 'confirmed'
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN "t0"."ceiling_confidence" = 'seed'
            THEN 0
            WHEN "t0"."ceiling_confidence" = 'primary'
            THEN 1
            WHEN "t0"."ceiling_confidence" = 'confirmed'
            THEN 2
            WHEN "t0"."ceiling_confidence" = 'official_form'
            THEN 3
            WHEN "t0"."ceiling_confidence" = 'restated'
            THEN 4
            WHEN "t0"."ceiling_confidence" = 'press'
            THEN 5
            WHEN "t0"."ceiling_confidence" = 'unverified'
            THEN 6
            WHEN "t0"."ceiling_confidence" = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'seed' = 'seed'
            THEN 0
            WHEN 'seed' = 'primary'
            THEN 1
            WHEN 'seed' = 'confirmed'
            THEN 2
            WHEN 'seed' = 'official_form'
            THEN 3
            WHEN 'seed' = 'restated'
            THEN 4
            WHEN 'seed' = 'press'
            THEN 5
            WHEN 'seed' = 'unverified'
            THEN 6
            WHEN 'seed' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 3
      THEN 'official_form'
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN "t0"."ceiling_confidence" = 'seed'
            THEN 0
            WHEN "t0"."ceiling_confidence" = 'primary'
            THEN 1
            WHEN "t0"."ceiling_confidence" = 'confirmed'
            THEN 2
            WHEN "t0"."ceiling_confidence" = 'official_form'
            THEN 3
            WHEN "t0"."ceiling_confidence" = 'restated'
            THEN 4
            WHEN "t0"."ceiling_confidence" = 'press'
            THEN 5
            WHEN "t0"."ceiling_confidence" = 'unverified'
            THEN 6
            WHEN "t0"."ceiling_confidence" = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'seed' = 'seed'
            THEN 0
            WHEN 'seed' = 'primary'
            THEN 1
            WHEN 'seed' = 'confirmed'
            THEN 2
            WHEN 'seed' = 'official_form'
            THEN 3
            WHEN 'seed' = 'restated'
            THEN 4
            WHEN 'seed' = 'press'
            THEN 5
            WHEN 'seed' = 'unverified'
            THEN 6
            WHEN 'seed' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 4
      THEN 'restated'
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN "t0"."ceiling_confidence" = 'seed'
            THEN 0
            WHEN "t0"."ceiling_confidence" = 'primary'
            THEN 1
            WHEN "t0"."ceiling_confidence" = 'confirmed'
            THEN 2
            WHEN "t0"."ceiling_confidence" = 'official_form'
            THEN 3
            WHEN "t0"."ceiling_confidence" = 'restated'
            THEN 4
            WHEN "t0"."ceiling_confidence" = 'press'
            THEN 5
            WHEN "t0"."ceiling_confidence" = 'unverified'
            THEN 6
            WHEN "t0"."ceiling_confidence" = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'seed' = 'seed'
            THEN 0
            WHEN 'seed' = 'primary'
            THEN 1
            WHEN 'seed' = 'confirmed'
            THEN 2
            WHEN 'seed' = 'official_form'
            THEN 3
            WHEN 'seed' = 'restated'
            THEN 4
            WHEN 'seed' = 'press'
            THEN 5
            WHEN 'seed' = 'unverified'
            THEN 6
            WHEN 'seed' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 5
      THEN 'press'
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN "t0"."ceiling_confidence" = 'seed'
            THEN 0
            WHEN "t0"."ceiling_confidence" = 'primary'
            THEN 1
            WHEN "t0"."ceiling_confidence" = 'confirmed'
            THEN 2
            WHEN "t0"."ceiling_confidence" = 'official_form'
            THEN 3
            WHEN "t0"."ceiling_confidence" = 'restated'
            THEN 4
            WHEN "t0"."ceiling_confidence" = 'press'
            THEN 5
            WHEN "t0"."ceiling_confidence" = 'unverified'
            THEN 6
            WHEN "t0"."ceiling_confidence" = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'seed' = 'seed'
            THEN 0
            WHEN 'seed' = 'primary'
            THEN 1
            WHEN 'seed' = 'confirmed'
            THEN 2
            WHEN 'seed' = 'official_form'
            THEN 3
            WHEN 'seed' = 'restated'
            THEN 4
            WHEN 'seed' = 'press'
            THEN 5
            WHEN 'seed' = 'unverified'
            THEN 6
            WHEN 'seed' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 6
      THEN 'unverified'
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN "t0"."ceiling_confidence" = 'seed'
            THEN 0
            WHEN "t0"."ceiling_confidence" = 'primary'
            THEN 1
            WHEN "t0"."ceiling_confidence" = 'confirmed'
            THEN 2
            WHEN "t0"."ceiling_confidence" = 'official_form'
            THEN 3
            WHEN "t0"."ceiling_confidence" = 'restated'
            THEN 4
            WHEN "t0"."ceiling_confidence" = 'press'
            THEN 5
            WHEN "t0"."ceiling_confidence" = 'unverified'
            THEN 6
            WHEN "t0"."ceiling_confidence" = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'seed' = 'seed'
            THEN 0
            WHEN 'seed' = 'primary'
            THEN 1
            WHEN 'seed' = 'confirmed'
            THEN 2
            WHEN 'seed' = 'official_form'
            THEN 3
            WHEN 'seed' = 'restated'
            THEN 4
            WHEN 'seed' = 'press'
            THEN 5
            WHEN 'seed' = 'unverified'
            THEN 6
            WHEN 'seed' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 7
      THEN 'proposed'
      ELSE NULL
    END AS "confidence",
    'Letter of 16 July 2020' AS "citation",
    "t0"."tape",
    CAST(NULL AS TEXT) AS "subject_kind",
    CAST(NULL AS TEXT) AS "source_table",
    CAST(NULL AS TEXT) AS "unit",
    CASE
      WHEN "t0"."is_signed_known"
      THEN CAST(NULL AS TEXT)
      ELSE 'signed_on is empty: the day of disbursement or of the last restructuring stands in for it'
    END AS "note",
    CAST(NULL AS TEXT) AS "other_tape",
    CAST(NULL AS BIGINT) AS "other_row"
  FROM "loan_results" AS "t0"
  WHERE
    NOT (
      "t0"."ceiling"
    ) IS NULL
) AS "t5"
ANTI JOIN (
  SELECT
    *
  FROM "institutions" AS "t1"
  WHERE
    "t1"."legal_form" = 'person'
) AS "t3"
  ON "t5"."institution_id" = "t3"."institution_id"

-- continuity.original_changed as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."institution_id",
        "t0"."loan_id" AS "subject",
        'principal' AS "aspect",
        CASE
          WHEN NOT (
            COALESCE(
              CASE
                WHEN COALESCE((
                  "t0"."later_principal"
                ) IS NULL, FALSE)
                THEN 'principal in the later tape'
                ELSE NULL
              END,
              CASE
                WHEN (
                  COALESCE("t0"."later_principal" <> "t0"."earlier_principal", FALSE)
                ) IS NULL
                THEN 'something the rule compares'
                ELSE CAST(NULL AS TEXT)
              END
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN COALESCE("t0"."later_principal" <> "t0"."earlier_principal", FALSE)
          THEN 'found'
          ELSE 'sound'
        END AS "state",
        COALESCE(
          CASE
            WHEN COALESCE((
              "t0"."later_principal"
            ) IS NULL, FALSE)
            THEN 'principal in the later tape'
            ELSE NULL
          END,
          CASE
            WHEN (
              COALESCE("t0"."later_principal" <> "t0"."earlier_principal", FALSE)
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        ) AS "missing",
        "t0"."later_row" AS "source_row",
        CAST("t0"."later_principal" AS TEXT) AS "observed",
        CAST("t0"."earlier_principal" AS TEXT) AS "limit",
        ABS("t0"."later_principal" - "t0"."earlier_principal") AS "amount",
        "t0"."earlier_currency" AS "currency",
        CAST(NULL AS TEXT) AS "basis",
        CAST(NULL AS TEXT) AS "confidence",
        CAST(NULL AS TEXT) AS "citation",
        "t0"."later_tape" AS "tape",
        CAST(NULL AS TEXT) AS "subject_kind",
        CAST(NULL AS TEXT) AS "source_table",
        'money' AS "unit",
        CAST(NULL AS TEXT) AS "note",
        "t0"."earlier_tape" AS "other_tape",
        "t0"."earlier_row" AS "other_row"
      FROM "month_loans" AS "t0"
      WHERE
        "t0"."earlier_is_disbursed"
        AND NOT (
          "t0"."later_loan_no"
        ) IS NULL
        AND NOT (
          "t0"."earlier_principal"
        ) IS NULL
    ) AS "t14"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."institution_id",
        "t0"."loan_id" AS "subject",
        'currency' AS "aspect",
        CASE
          WHEN NOT (
            COALESCE(
              CASE
                WHEN COALESCE((
                  "t0"."later_currency"
                ) IS NULL, FALSE)
                THEN 'currency in the later tape'
                ELSE NULL
              END,
              CASE
                WHEN (
                  COALESCE("t0"."later_currency" <> "t0"."earlier_currency", FALSE)
                ) IS NULL
                THEN 'something the rule compares'
                ELSE CAST(NULL AS TEXT)
              END
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN COALESCE("t0"."later_currency" <> "t0"."earlier_currency", FALSE)
          THEN 'found'
          ELSE 'sound'
        END AS "state",
        COALESCE(
          CASE
            WHEN COALESCE((
              "t0"."later_currency"
            ) IS NULL, FALSE)
            THEN 'currency in the later tape'
            ELSE NULL
          END,
          CASE
            WHEN (
              COALESCE("t0"."later_currency" <> "t0"."earlier_currency", FALSE)
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        ) AS "missing",
        "t0"."later_row" AS "source_row",
        "t0"."later_currency" AS "observed",
        "t0"."earlier_currency" AS "limit",
        CAST(NULL AS BIGINT) AS "amount",
        "t0"."earlier_currency" AS "currency",
        CAST(NULL AS TEXT) AS "basis",
        CAST(NULL AS TEXT) AS "confidence",
        CAST(NULL AS TEXT) AS "citation",
        "t0"."later_tape" AS "tape",
        CAST(NULL AS TEXT) AS "subject_kind",
        CAST(NULL AS TEXT) AS "source_table",
        'code' AS "unit",
        CAST(NULL AS TEXT) AS "note",
        "t0"."earlier_tape" AS "other_tape",
        "t0"."earlier_row" AS "other_row"
      FROM "month_loans" AS "t0"
      WHERE
        "t0"."earlier_is_disbursed"
        AND NOT (
          "t0"."later_loan_no"
        ) IS NULL
        AND NOT (
          "t0"."earlier_currency"
        ) IS NULL
    ) AS "t12"
  ) AS "t19"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."institution_id",
        "t0"."loan_id" AS "subject",
        'disbursed_on' AS "aspect",
        CASE
          WHEN NOT (
            COALESCE(
              CASE
                WHEN COALESCE((
                  "t0"."later_disbursed_on"
                ) IS NULL, FALSE)
                THEN 'disbursed_on in the later tape'
                ELSE NULL
              END,
              CASE
                WHEN (
                  COALESCE("t0"."later_disbursed_on" <> "t0"."earlier_disbursed_on", FALSE)
                ) IS NULL
                THEN 'something the rule compares'
                ELSE CAST(NULL AS TEXT)
              END
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN COALESCE("t0"."later_disbursed_on" <> "t0"."earlier_disbursed_on", FALSE)
          THEN 'found'
          ELSE 'sound'
        END AS "state",
        COALESCE(
          CASE
            WHEN COALESCE((
              "t0"."later_disbursed_on"
            ) IS NULL, FALSE)
            THEN 'disbursed_on in the later tape'
            ELSE NULL
          END,
          CASE
            WHEN (
              COALESCE("t0"."later_disbursed_on" <> "t0"."earlier_disbursed_on", FALSE)
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        ) AS "missing",
        "t0"."later_row" AS "source_row",
        CAST("t0"."later_disbursed_on" AS TEXT) AS "observed",
        CAST("t0"."earlier_disbursed_on" AS TEXT) AS "limit",
        CAST(NULL AS BIGINT) AS "amount",
        "t0"."earlier_currency" AS "currency",
        CAST(NULL AS TEXT) AS "basis",
        CAST(NULL AS TEXT) AS "confidence",
        CAST(NULL AS TEXT) AS "citation",
        "t0"."later_tape" AS "tape",
        CAST(NULL AS TEXT) AS "subject_kind",
        CAST(NULL AS TEXT) AS "source_table",
        'code' AS "unit",
        CAST(NULL AS TEXT) AS "note",
        "t0"."earlier_tape" AS "other_tape",
        "t0"."earlier_row" AS "other_row"
      FROM "month_loans" AS "t0"
      WHERE
        "t0"."earlier_is_disbursed"
        AND NOT (
          "t0"."later_loan_no"
        ) IS NULL
        AND NOT (
          "t0"."earlier_disbursed_on"
        ) IS NULL
    ) AS "t15"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."institution_id",
        "t0"."loan_id" AS "subject",
        'signed_on' AS "aspect",
        CASE
          WHEN NOT (
            COALESCE(
              CASE
                WHEN COALESCE((
                  "t0"."later_signed_on"
                ) IS NULL, FALSE)
                THEN 'signed_on in the later tape'
                ELSE NULL
              END,
              CASE
                WHEN (
                  COALESCE("t0"."later_signed_on" <> "t0"."earlier_signed_on", FALSE)
                ) IS NULL
                THEN 'something the rule compares'
                ELSE CAST(NULL AS TEXT)
              END
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN COALESCE("t0"."later_signed_on" <> "t0"."earlier_signed_on", FALSE)
          THEN 'found'
          ELSE 'sound'
        END AS "state",
        COALESCE(
          CASE
            WHEN COALESCE((
              "t0"."later_signed_on"
            ) IS NULL, FALSE)
            THEN 'signed_on in the later tape'
            ELSE NULL
          END,
          CASE
            WHEN (
              COALESCE("t0"."later_signed_on" <> "t0"."earlier_signed_on", FALSE)
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        ) AS "missing",
        "t0"."later_row" AS "source_row",
        CAST("t0"."later_signed_on" AS TEXT) AS "observed",
        CAST("t0"."earlier_signed_on" AS TEXT) AS "limit",
        CAST(NULL AS BIGINT) AS "amount",
        "t0"."earlier_currency" AS "currency",
        CAST(NULL AS TEXT) AS "basis",
        CAST(NULL AS TEXT) AS "confidence",
        CAST(NULL AS TEXT) AS "citation",
        "t0"."later_tape" AS "tape",
        CAST(NULL AS TEXT) AS "subject_kind",
        CAST(NULL AS TEXT) AS "source_table",
        'code' AS "unit",
        CAST(NULL AS TEXT) AS "note",
        "t0"."earlier_tape" AS "other_tape",
        "t0"."earlier_row" AS "other_row"
      FROM "month_loans" AS "t0"
      WHERE
        "t0"."earlier_is_disbursed"
        AND NOT (
          "t0"."later_loan_no"
        ) IS NULL
        AND NOT (
          "t0"."earlier_signed_on"
        ) IS NULL
    ) AS "t16"
  ) AS "t20"
) AS "t22"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t27"."institution_id",
        "t27"."subject",
        "t27"."aspect",
        "t27"."state",
        "t27"."missing",
        "t27"."source_row",
        "t27"."observed",
        "t27"."limit",
        "t27"."amount",
        "t27"."currency",
        "t27"."basis",
        "t27"."confidence",
        "t27"."citation",
        "t27"."tape",
        "t27"."subject_kind",
        "t27"."source_table",
        "t27"."unit",
        "t27"."note",
        "t27"."other_tape",
        "t27"."other_row"
      FROM (
        SELECT
          "t7"."institution_id",
          "t7"."loan_id" AS "subject",
          CASE
            WHEN NOT (
              COALESCE(
                CASE
                  WHEN COALESCE((
                    "t7"."later_borrower_id"
                  ) IS NULL, FALSE)
                  THEN 'borrower_id in the later tape'
                  ELSE NULL
                END,
                CASE
                  WHEN (
                    COALESCE("t7"."later_borrower_id" <> "t7"."earlier_borrower_id", FALSE)
                    AND (
                      (
                        "t26"."merged_id"
                      ) IS NULL
                    )
                  ) IS NULL
                  THEN 'something the rule compares'
                  ELSE CAST(NULL AS TEXT)
                END
              )
            ) IS NULL
            THEN 'not_assessed'
            WHEN COALESCE("t7"."later_borrower_id" <> "t7"."earlier_borrower_id", FALSE)
            AND (
              (
                "t26"."merged_id"
              ) IS NULL
            )
            THEN 'found'
            ELSE 'sound'
          END AS "state",
          COALESCE(
            CASE
              WHEN COALESCE((
                "t7"."later_borrower_id"
              ) IS NULL, FALSE)
              THEN 'borrower_id in the later tape'
              ELSE NULL
            END,
            CASE
              WHEN (
                COALESCE("t7"."later_borrower_id" <> "t7"."earlier_borrower_id", FALSE)
                AND (
                  (
                    "t26"."merged_id"
                  ) IS NULL
                )
              ) IS NULL
              THEN 'something the rule compares'
              ELSE CAST(NULL AS TEXT)
            END
          ) AS "missing",
          "t7"."source_row",
          "t7"."tape",
          "t7"."later_borrower_id" AS "observed",
          "t7"."earlier_borrower_id" AS "limit",
          'borrower_id' AS "aspect",
          CAST(NULL AS BIGINT) AS "amount",
          "t7"."earlier_currency" AS "currency",
          CAST(NULL AS TEXT) AS "basis",
          CAST(NULL AS TEXT) AS "confidence",
          CAST(NULL AS TEXT) AS "citation",
          CAST(NULL AS TEXT) AS "subject_kind",
          CAST(NULL AS TEXT) AS "source_table",
          'code' AS "unit",
          CAST(NULL AS TEXT) AS "note",
          "t7"."earlier_tape" AS "other_tape",
          "t7"."earlier_row" AS "other_row"
        FROM (
          SELECT
            "t0"."institution_id",
            "t0"."loan_id",
            "t0"."earlier_loan_no",
            "t0"."earlier_tape",
            "t0"."earlier_row",
            "t0"."earlier_is_disbursed",
            "t0"."earlier_borrower_id",
            "t0"."earlier_currency",
            "t0"."earlier_principal",
            "t0"."earlier_signed_on",
            "t0"."earlier_disbursed_on",
            "t0"."earlier_matures_on",
            "t0"."earlier_nominal_rate",
            "t0"."earlier_rate_method",
            "t0"."earlier_frequency",
            "t0"."earlier_amortization",
            "t0"."earlier_grace_months",
            "t0"."earlier_fees_upfront",
            "t0"."earlier_original_matures_on",
            "t0"."earlier_restructured_on",
            "t0"."earlier_schedule_from",
            "t0"."earlier_refinances",
            "t0"."earlier_written_off_on",
            "t0"."earlier_title_kind",
            "t0"."earlier_installments_returned",
            "t0"."earlier_payments_returned",
            "t0"."earlier_collateral_returned",
            "t0"."earlier_recovery_returned",
            "t0"."earlier_outstanding_principal",
            "t0"."earlier_overpaid_principal",
            "t0"."earlier_days_past_due",
            "t0"."earlier_accrued_interest",
            "t0"."earlier_repaid_on",
            "t0"."earlier_basis",
            "t0"."earlier_lender_kind",
            "t0"."earlier_is_short_term",
            "t0"."earlier_is_as_of",
            "t0"."earlier_is_written_off",
            "t0"."earlier_are_payments_known",
            "t0"."earlier_reported_outstanding",
            "t0"."earlier_reported_days_past_due",
            "t0"."earlier_titles_held",
            "t0"."earlier_has_collateral",
            "t0"."earlier_has_schedule",
            "t0"."later_loan_no",
            "t0"."later_tape",
            "t0"."later_row",
            "t0"."later_is_disbursed",
            "t0"."later_borrower_id",
            "t0"."later_currency",
            "t0"."later_principal",
            "t0"."later_signed_on",
            "t0"."later_disbursed_on",
            "t0"."later_matures_on",
            "t0"."later_nominal_rate",
            "t0"."later_rate_method",
            "t0"."later_frequency",
            "t0"."later_amortization",
            "t0"."later_grace_months",
            "t0"."later_fees_upfront",
            "t0"."later_original_matures_on",
            "t0"."later_restructured_on",
            "t0"."later_schedule_from",
            "t0"."later_refinances",
            "t0"."later_written_off_on",
            "t0"."later_title_kind",
            "t0"."later_installments_returned",
            "t0"."later_payments_returned",
            "t0"."later_collateral_returned",
            "t0"."later_recovery_returned",
            "t0"."later_outstanding_principal",
            "t0"."later_overpaid_principal",
            "t0"."later_days_past_due",
            "t0"."later_accrued_interest",
            "t0"."later_repaid_on",
            "t0"."later_basis",
            "t0"."later_lender_kind",
            "t0"."later_is_short_term",
            "t0"."later_is_as_of",
            "t0"."later_is_written_off",
            "t0"."later_are_payments_known",
            "t0"."later_reported_outstanding",
            "t0"."later_reported_days_past_due",
            "t0"."later_titles_held",
            "t0"."later_has_collateral",
            "t0"."later_has_schedule",
            "t0"."received_principal",
            "t0"."received",
            "t0"."restarted_on",
            "t0"."is_restructured_between",
            "t0"."received_before_restart",
            "t0"."owed_interest",
            "t0"."next_due_on",
            "t0"."is_origin_changed",
            "t0"."are_events_rewritten",
            "t0"."are_payments_rewritten",
            "t0"."is_rate_changed",
            "t0"."is_schedule_moved",
            "t0"."later_tape" AS "tape",
            "t0"."later_row" AS "source_row"
          FROM "month_loans" AS "t0"
          WHERE
            "t0"."earlier_is_disbursed"
            AND NOT (
              "t0"."later_loan_no"
            ) IS NULL
            AND NOT (
              "t0"."earlier_borrower_id"
            ) IS NULL
        ) AS "t7"
        LEFT OUTER JOIN (
          SELECT
            "t24"."institution_id" AS "merged_at",
            "t24"."earlier_borrower_id" AS "merged_id"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t5"."institution_id",
                "t5"."earlier_borrower_id",
                COUNT(DISTINCT "t5"."later_borrower_id") AS "ids",
                MIN("t5"."later_borrower_id") AS "first",
                MAX(CAST((
                  "t5"."later_borrower_id"
                ) IS NULL AS BIGINT)) AS "unknown"
              FROM (
                SELECT
                  *
                FROM "month_loans" AS "t0"
                WHERE
                  "t0"."earlier_is_disbursed"
                  AND NOT (
                    "t0"."later_loan_no"
                  ) IS NULL
                  AND NOT (
                    "t0"."earlier_borrower_id"
                  ) IS NULL
              ) AS "t5"
              GROUP BY
                1,
                2
            ) AS "t11"
            WHERE
              "t11"."ids" = 1
              AND "t11"."unknown" = 0
              AND "t11"."first" <> "t11"."earlier_borrower_id"
          ) AS "t24"
          ANTI JOIN (
            SELECT DISTINCT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t1"."borrower_id" AS "old_id"
                FROM "later_borrowers" AS "t1"
              ) AS "t3"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t2"."borrower_id" AS "old_id"
                FROM "later_loans" AS "t2"
                WHERE
                  NOT (
                    "t2"."borrower_id"
                  ) IS NULL
              ) AS "t6"
            ) AS "t8"
          ) AS "t10"
            ON "t24"."earlier_borrower_id" = "t10"."old_id"
        ) AS "t26"
          ON "t7"."institution_id" = "t26"."merged_at"
          AND "t7"."earlier_borrower_id" = "t26"."merged_id"
      ) AS "t27"
    ) AS "t28"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."institution_id",
        "t0"."loan_id" AS "subject",
        'fees_upfront' AS "aspect",
        CASE
          WHEN NOT (
            COALESCE(
              CASE
                WHEN COALESCE((
                  "t0"."later_fees_upfront"
                ) IS NULL, FALSE)
                THEN 'fees_upfront in the later tape'
                ELSE NULL
              END,
              CASE
                WHEN (
                  COALESCE("t0"."later_fees_upfront" <> "t0"."earlier_fees_upfront", FALSE)
                ) IS NULL
                THEN 'something the rule compares'
                ELSE CAST(NULL AS TEXT)
              END
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN COALESCE("t0"."later_fees_upfront" <> "t0"."earlier_fees_upfront", FALSE)
          THEN 'found'
          ELSE 'sound'
        END AS "state",
        COALESCE(
          CASE
            WHEN COALESCE((
              "t0"."later_fees_upfront"
            ) IS NULL, FALSE)
            THEN 'fees_upfront in the later tape'
            ELSE NULL
          END,
          CASE
            WHEN (
              COALESCE("t0"."later_fees_upfront" <> "t0"."earlier_fees_upfront", FALSE)
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        ) AS "missing",
        "t0"."later_row" AS "source_row",
        CAST("t0"."later_fees_upfront" AS TEXT) AS "observed",
        CAST("t0"."earlier_fees_upfront" AS TEXT) AS "limit",
        ABS("t0"."later_fees_upfront" - "t0"."earlier_fees_upfront") AS "amount",
        "t0"."earlier_currency" AS "currency",
        CAST(NULL AS TEXT) AS "basis",
        CAST(NULL AS TEXT) AS "confidence",
        CAST(NULL AS TEXT) AS "citation",
        "t0"."later_tape" AS "tape",
        CAST(NULL AS TEXT) AS "subject_kind",
        CAST(NULL AS TEXT) AS "source_table",
        'money' AS "unit",
        CAST(NULL AS TEXT) AS "note",
        "t0"."earlier_tape" AS "other_tape",
        "t0"."earlier_row" AS "other_row"
      FROM "month_loans" AS "t0"
      WHERE
        "t0"."earlier_is_disbursed"
        AND NOT (
          "t0"."later_loan_no"
        ) IS NULL
        AND NOT (
          "t0"."earlier_fees_upfront"
        ) IS NULL
    ) AS "t17"
  ) AS "t29"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."institution_id",
        "t0"."loan_id" AS "subject",
        'refinances' AS "aspect",
        CASE
          WHEN NOT (
            COALESCE(
              CASE
                WHEN COALESCE((
                  "t0"."later_refinances"
                ) IS NULL, FALSE)
                THEN 'refinances in the later tape'
                ELSE NULL
              END,
              CASE
                WHEN (
                  COALESCE("t0"."later_refinances" <> "t0"."earlier_refinances", FALSE)
                ) IS NULL
                THEN 'something the rule compares'
                ELSE CAST(NULL AS TEXT)
              END
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN COALESCE("t0"."later_refinances" <> "t0"."earlier_refinances", FALSE)
          THEN 'found'
          ELSE 'sound'
        END AS "state",
        COALESCE(
          CASE
            WHEN COALESCE((
              "t0"."later_refinances"
            ) IS NULL, FALSE)
            THEN 'refinances in the later tape'
            ELSE NULL
          END,
          CASE
            WHEN (
              COALESCE("t0"."later_refinances" <> "t0"."earlier_refinances", FALSE)
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        ) AS "missing",
        "t0"."later_row" AS "source_row",
        "t0"."later_refinances" AS "observed",
        "t0"."earlier_refinances" AS "limit",
        CAST(NULL AS BIGINT) AS "amount",
        "t0"."earlier_currency" AS "currency",
        CAST(NULL AS TEXT) AS "basis",
        CAST(NULL AS TEXT) AS "confidence",
        CAST(NULL AS TEXT) AS "citation",
        "t0"."later_tape" AS "tape",
        CAST(NULL AS TEXT) AS "subject_kind",
        CAST(NULL AS TEXT) AS "source_table",
        'code' AS "unit",
        CAST(NULL AS TEXT) AS "note",
        "t0"."earlier_tape" AS "other_tape",
        "t0"."earlier_row" AS "other_row"
      FROM "month_loans" AS "t0"
      WHERE
        "t0"."earlier_is_disbursed"
        AND NOT (
          "t0"."later_loan_no"
        ) IS NULL
        AND NOT (
          "t0"."earlier_refinances"
        ) IS NULL
    ) AS "t13"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."institution_id",
        "t0"."loan_id" AS "subject",
        'original_matures_on' AS "aspect",
        CASE
          WHEN NOT (
            COALESCE(
              CASE
                WHEN COALESCE((
                  "t0"."later_original_matures_on"
                ) IS NULL, FALSE)
                THEN 'original_matures_on in the later tape'
                ELSE NULL
              END,
              CASE
                WHEN (
                  COALESCE("t0"."later_original_matures_on" <> "t0"."earlier_original_matures_on", FALSE)
                ) IS NULL
                THEN 'something the rule compares'
                ELSE CAST(NULL AS TEXT)
              END
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN COALESCE("t0"."later_original_matures_on" <> "t0"."earlier_original_matures_on", FALSE)
          THEN 'found'
          ELSE 'sound'
        END AS "state",
        COALESCE(
          CASE
            WHEN COALESCE((
              "t0"."later_original_matures_on"
            ) IS NULL, FALSE)
            THEN 'original_matures_on in the later tape'
            ELSE NULL
          END,
          CASE
            WHEN (
              COALESCE("t0"."later_original_matures_on" <> "t0"."earlier_original_matures_on", FALSE)
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        ) AS "missing",
        "t0"."later_row" AS "source_row",
        CAST("t0"."later_original_matures_on" AS TEXT) AS "observed",
        CAST("t0"."earlier_original_matures_on" AS TEXT) AS "limit",
        CAST(NULL AS BIGINT) AS "amount",
        "t0"."earlier_currency" AS "currency",
        CAST(NULL AS TEXT) AS "basis",
        CAST(NULL AS TEXT) AS "confidence",
        CAST(NULL AS TEXT) AS "citation",
        "t0"."later_tape" AS "tape",
        CAST(NULL AS TEXT) AS "subject_kind",
        CAST(NULL AS TEXT) AS "source_table",
        'code' AS "unit",
        CAST(NULL AS TEXT) AS "note",
        "t0"."earlier_tape" AS "other_tape",
        "t0"."earlier_row" AS "other_row"
      FROM "month_loans" AS "t0"
      WHERE
        "t0"."earlier_is_disbursed"
        AND NOT (
          "t0"."later_loan_no"
        ) IS NULL
        AND NOT (
          "t0"."earlier_original_matures_on"
        ) IS NULL
    ) AS "t18"
  ) AS "t21"
) AS "t30"

-- month_edges as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  "t24"."institution_id",
  "t24"."edge",
  "t24"."lender_kind",
  "t24"."under",
  "t24"."over",
  COALESCE("t24"."could_be_under", 0) AS "could_be_under",
  COALESCE("t24"."could_be_over", 0) AS "could_be_over",
  COALESCE("t24"."under_then", 0) AS "under_then",
  COALESCE("t24"."over_then", 0) AS "over_then"
FROM (
  SELECT
    "t17"."institution_id",
    "t17"."edge",
    "t17"."under",
    "t17"."over",
    "t17"."lender_kind",
    "t23"."dates_at",
    "t23"."dates_edge",
    "t23"."could_be_under",
    "t23"."could_be_over",
    "t19"."then_at",
    "t19"."then_edge",
    "t19"."under_then",
    "t19"."over_then"
  FROM (
    SELECT
      "t11"."institution_id",
      "t11"."edge",
      COALESCE(
        CAST(CAST(SUM(CAST(COALESCE("t11"."days" < "t11"."edge", FALSE) AS BIGINT)) AS DECIMAL(38, 0)) AS BIGINT),
        0
      ) AS "under",
      COALESCE(
        CAST(CAST(SUM(CAST(COALESCE("t11"."days" >= "t11"."edge", FALSE) AS BIGINT)) AS DECIMAL(38, 0)) AS BIGINT),
        0
      ) AS "over",
      MIN("t11"."lender_kind") AS "lender_kind"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t0"."loan_no",
          "t0"."institution_id",
          "t0"."loan_id",
          "t0"."borrower_id",
          "t0"."currency",
          "t0"."segment",
          "t0"."is_microloan",
          "t0"."disbursed_on",
          "t0"."matures_on",
          "t0"."agreed_on",
          "t0"."is_signed_known",
          "t0"."is_short_term",
          "t0"."start_on",
          "t0"."is_restarted",
          "t0"."is_restructured",
          "t0"."is_schedule_unknown",
          "t0"."is_written_off",
          "t0"."principal",
          "t0"."restructured_balance",
          "t0"."nominal_rate",
          "t0"."rate_method",
          "t0"."frequency",
          "t0"."amortization",
          "t0"."grace_months",
          "t0"."fees_upfront",
          "t0"."title_kind",
          "t0"."ceiling",
          "t0"."reported_class",
          "t0"."reported_outstanding",
          "t0"."reported_provision",
          "t0"."reported_days_past_due",
          "t0"."reported_accrued_interest",
          "t0"."are_payments_known",
          "t0"."has_charges",
          "t0"."has_collateral",
          "t0"."has_recovery",
          "t0"."is_as_of",
          "t0"."is_bank",
          "t0"."lender_kind",
          "t0"."installments_returned",
          "t0"."charges_returned",
          "t0"."payments_returned",
          "t0"."collateral_returned",
          "t0"."recovery_returned",
          "t0"."weakness",
          "t0"."khr",
          "t0"."poverty",
          "t0"."province",
          "t0"."refinances",
          "t0"."tape",
          "t0"."source_row",
          "t0"."opening_balance",
          "t0"."outstanding_principal",
          "t0"."overpaid_principal",
          "t0"."arrears_principal",
          "t0"."arrears_interest",
          "t0"."days_past_due",
          "t0"."accrued_interest",
          "t0"."repaid_on",
          "t0"."schedule_rate_nominal",
          "t0"."schedule_rate_nominal_months",
          "t0"."all_in_rate_nominal",
          "t0"."all_in_rate_nominal_months",
          "t0"."all_in_rate_effective",
          "t0"."all_in_rate_effective_months",
          "t0"."rate_status",
          "t0"."excess_at_ceiling",
          "t0"."schedule_excess_at_ceiling",
          "t0"."schedule_excess_at_contract_rate",
          "t0"."due_next_month",
          "t0"."schedule_basis",
          "t0"."is_flat_as_lived",
          "t0"."basis",
          "t0"."computed_outstanding",
          "t0"."computed_days_past_due",
          "t0"."cash",
          "t0"."proven_value",
          "t0"."titles_held",
          "t0"."security_weakness",
          COALESCE(
            CASE
              WHEN COALESCE("t0"."is_as_of", FALSE)
              THEN "t0"."reported_days_past_due"
              ELSE CAST(NULL AS BIGINT)
            END,
            "t0"."days_past_due"
          ) AS "days",
          CASE
            WHEN "t0"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) >= 10
            )
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) < 20
            )
            AND "t0"."is_short_term"
            THEN 15
            WHEN "t0"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) >= 25
            )
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) < 35
            )
            AND NOT (
              "t0"."is_short_term"
            )
            THEN 30
            WHEN "t0"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) >= 26
            )
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) < 36
            )
            AND "t0"."is_short_term"
            THEN 31
            WHEN "t0"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) >= 56
            )
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) < 66
            )
            AND "t0"."is_short_term"
            THEN 61
            WHEN "t0"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) >= 85
            )
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) < 95
            )
            AND NOT (
              "t0"."is_short_term"
            )
            THEN 90
            WHEN "t0"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) >= 86
            )
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) < 96
            )
            AND "t0"."is_short_term"
            THEN 91
            WHEN "t0"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) >= 175
            )
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) < 185
            )
            AND NOT (
              "t0"."is_short_term"
            )
            THEN 180
            WHEN "t0"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) >= 355
            )
            AND (
              COALESCE(
                CASE
                  WHEN COALESCE("t0"."is_as_of", FALSE)
                  THEN "t0"."reported_days_past_due"
                  ELSE CAST(NULL AS BIGINT)
                END,
                "t0"."days_past_due"
              ) < 365
            )
            AND NOT (
              "t0"."is_short_term"
            )
            THEN 360
            ELSE NULL
          END AS "edge"
        FROM "later_loan_facts" AS "t0"
        WHERE
          "t0"."outstanding_principal" > 0 AND NOT (
            "t0"."is_written_off"
          )
      ) AS "t8"
      WHERE
        "t8"."edge" >= 30
    ) AS "t11"
    GROUP BY
      1,
      2
  ) AS "t17"
  LEFT OUTER JOIN (
    SELECT
      "t21"."institution_id" AS "dates_at",
      "t21"."edge" AS "dates_edge",
      "t21"."could_be_under",
      "t21"."could_be_over"
    FROM (
      SELECT
        "t20"."institution_id",
        "t20"."edge",
        COALESCE(
          CAST(CAST(SUM(CAST(COALESCE("t20"."is_under" = 1, FALSE) AS BIGINT)) AS DECIMAL(38, 0)) AS BIGINT),
          0
        ) AS "could_be_under",
        COALESCE(
          CAST(CAST(SUM(CAST(COALESCE("t20"."is_over" = 1, FALSE) AS BIGINT)) AS DECIMAL(38, 0)) AS BIGINT),
          0
        ) AS "could_be_over"
      FROM (
        SELECT
          "t14"."institution_id",
          "t14"."edge",
          "t14"."loan_no",
          MAX(CAST("t14"."age" < "t14"."edge" AS BIGINT)) AS "is_under",
          MAX(CAST("t14"."age" >= "t14"."edge" AS BIGINT)) AS "is_over"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t10"."loan_no",
              "t10"."due_on",
              "t10"."institution_id",
              "t10"."lender_kind",
              "t10"."is_short_term",
              "t10"."age",
              CASE
                WHEN "t10"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
                AND (
                  "t10"."age" >= 10
                )
                AND (
                  "t10"."age" < 20
                )
                AND "t10"."is_short_term"
                THEN 15
                WHEN "t10"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
                AND (
                  "t10"."age" >= 25
                )
                AND (
                  "t10"."age" < 35
                )
                AND NOT (
                  "t10"."is_short_term"
                )
                THEN 30
                WHEN "t10"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
                AND (
                  "t10"."age" >= 26
                )
                AND (
                  "t10"."age" < 36
                )
                AND "t10"."is_short_term"
                THEN 31
                WHEN "t10"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
                AND (
                  "t10"."age" >= 56
                )
                AND (
                  "t10"."age" < 66
                )
                AND "t10"."is_short_term"
                THEN 61
                WHEN "t10"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
                AND (
                  "t10"."age" >= 85
                )
                AND (
                  "t10"."age" < 95
                )
                AND NOT (
                  "t10"."is_short_term"
                )
                THEN 90
                WHEN "t10"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
                AND (
                  "t10"."age" >= 86
                )
                AND (
                  "t10"."age" < 96
                )
                AND "t10"."is_short_term"
                THEN 91
                WHEN "t10"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
                AND (
                  "t10"."age" >= 175
                )
                AND (
                  "t10"."age" < 185
                )
                AND NOT (
                  "t10"."is_short_term"
                )
                THEN 180
                WHEN "t10"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
                AND (
                  "t10"."age" >= 355
                )
                AND (
                  "t10"."age" < 365
                )
                AND NOT (
                  "t10"."is_short_term"
                )
                THEN 360
                ELSE NULL
              END AS "edge"
            FROM (
              SELECT
                "t7"."loan_no",
                "t7"."due_on",
                "t7"."institution_id",
                "t7"."lender_kind",
                "t7"."is_short_term",
                DATE_DIFF('DAY', "t7"."due_on", MAKE_DATE(2024, 12, 31)) AS "age"
              FROM (
                SELECT
                  "t6"."loan_no",
                  "t6"."due_on",
                  "t5"."institution_id",
                  "t5"."lender_kind",
                  "t5"."is_short_term"
                FROM (
                  SELECT
                    "t2"."loan_no",
                    "t2"."due_on"
                  FROM "later_installments" AS "t2"
                  WHERE
                    "t2"."due_on" < MAKE_DATE(2024, 12, 31)
                ) AS "t6"
                INNER JOIN (
                  SELECT
                    "t0"."loan_no",
                    "t0"."institution_id",
                    "t0"."lender_kind",
                    "t0"."is_short_term"
                  FROM "later_loan_facts" AS "t0"
                  WHERE
                    "t0"."outstanding_principal" > 0 AND NOT (
                      "t0"."is_written_off"
                    )
                ) AS "t5"
                  ON "t6"."loan_no" = "t5"."loan_no"
              ) AS "t7"
            ) AS "t10"
          ) AS "t13"
          WHERE
            "t13"."edge" >= 30
        ) AS "t14"
        GROUP BY
          1,
          2,
          3
      ) AS "t20"
      GROUP BY
        1,
        2
    ) AS "t21"
  ) AS "t23"
    ON "t17"."institution_id" = "t23"."dates_at" AND "t17"."edge" = "t23"."dates_edge"
  LEFT OUTER JOIN (
    SELECT
      "t16"."institution_id" AS "then_at",
      "t16"."edge" AS "then_edge",
      "t16"."under" AS "under_then",
      "t16"."over" AS "over_then"
    FROM (
      SELECT
        "t12"."institution_id",
        "t12"."edge",
        COALESCE(
          CAST(CAST(SUM(CAST(COALESCE("t12"."days" < "t12"."edge", FALSE) AS BIGINT)) AS DECIMAL(38, 0)) AS BIGINT),
          0
        ) AS "under",
        COALESCE(
          CAST(CAST(SUM(CAST(COALESCE("t12"."days" >= "t12"."edge", FALSE) AS BIGINT)) AS DECIMAL(38, 0)) AS BIGINT),
          0
        ) AS "over",
        MIN("t12"."lender_kind") AS "lender_kind"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t1"."loan_no",
            "t1"."institution_id",
            "t1"."loan_id",
            "t1"."borrower_id",
            "t1"."currency",
            "t1"."segment",
            "t1"."is_microloan",
            "t1"."disbursed_on",
            "t1"."matures_on",
            "t1"."agreed_on",
            "t1"."is_signed_known",
            "t1"."is_short_term",
            "t1"."start_on",
            "t1"."is_restarted",
            "t1"."is_restructured",
            "t1"."is_schedule_unknown",
            "t1"."is_written_off",
            "t1"."principal",
            "t1"."restructured_balance",
            "t1"."nominal_rate",
            "t1"."rate_method",
            "t1"."frequency",
            "t1"."amortization",
            "t1"."grace_months",
            "t1"."fees_upfront",
            "t1"."title_kind",
            "t1"."ceiling",
            "t1"."reported_class",
            "t1"."reported_outstanding",
            "t1"."reported_provision",
            "t1"."reported_days_past_due",
            "t1"."reported_accrued_interest",
            "t1"."are_payments_known",
            "t1"."has_charges",
            "t1"."has_collateral",
            "t1"."has_recovery",
            "t1"."is_as_of",
            "t1"."is_bank",
            "t1"."lender_kind",
            "t1"."installments_returned",
            "t1"."charges_returned",
            "t1"."payments_returned",
            "t1"."collateral_returned",
            "t1"."recovery_returned",
            "t1"."weakness",
            "t1"."khr",
            "t1"."poverty",
            "t1"."province",
            "t1"."refinances",
            "t1"."tape",
            "t1"."source_row",
            "t1"."opening_balance",
            "t1"."outstanding_principal",
            "t1"."overpaid_principal",
            "t1"."arrears_principal",
            "t1"."arrears_interest",
            "t1"."days_past_due",
            "t1"."accrued_interest",
            "t1"."repaid_on",
            "t1"."schedule_rate_nominal",
            "t1"."schedule_rate_nominal_months",
            "t1"."all_in_rate_nominal",
            "t1"."all_in_rate_nominal_months",
            "t1"."all_in_rate_effective",
            "t1"."all_in_rate_effective_months",
            "t1"."rate_status",
            "t1"."excess_at_ceiling",
            "t1"."schedule_excess_at_ceiling",
            "t1"."schedule_excess_at_contract_rate",
            "t1"."due_next_month",
            "t1"."schedule_basis",
            "t1"."is_flat_as_lived",
            "t1"."basis",
            "t1"."computed_outstanding",
            "t1"."computed_days_past_due",
            "t1"."cash",
            "t1"."proven_value",
            "t1"."titles_held",
            "t1"."security_weakness",
            COALESCE(
              CASE
                WHEN COALESCE("t1"."is_as_of", FALSE)
                THEN "t1"."reported_days_past_due"
                ELSE CAST(NULL AS BIGINT)
              END,
              "t1"."days_past_due"
            ) AS "days",
            CASE
              WHEN "t1"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) >= 10
              )
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) < 20
              )
              AND "t1"."is_short_term"
              THEN 15
              WHEN "t1"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) >= 25
              )
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) < 35
              )
              AND NOT (
                "t1"."is_short_term"
              )
              THEN 30
              WHEN "t1"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) >= 26
              )
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) < 36
              )
              AND "t1"."is_short_term"
              THEN 31
              WHEN "t1"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) >= 56
              )
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) < 66
              )
              AND "t1"."is_short_term"
              THEN 61
              WHEN "t1"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) >= 85
              )
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) < 95
              )
              AND NOT (
                "t1"."is_short_term"
              )
              THEN 90
              WHEN "t1"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) >= 86
              )
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) < 96
              )
              AND "t1"."is_short_term"
              THEN 91
              WHEN "t1"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) >= 175
              )
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) < 185
              )
              AND NOT (
                "t1"."is_short_term"
              )
              THEN 180
              WHEN "t1"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) >= 355
              )
              AND (
                COALESCE(
                  CASE
                    WHEN COALESCE("t1"."is_as_of", FALSE)
                    THEN "t1"."reported_days_past_due"
                    ELSE CAST(NULL AS BIGINT)
                  END,
                  "t1"."days_past_due"
                ) < 365
              )
              AND NOT (
                "t1"."is_short_term"
              )
              THEN 360
              ELSE NULL
            END AS "edge"
          FROM "earlier_loan_facts" AS "t1"
          WHERE
            "t1"."outstanding_principal" > 0 AND NOT (
              "t1"."is_written_off"
            )
        ) AS "t9"
        WHERE
          "t9"."edge" >= 30
      ) AS "t12"
      GROUP BY
        1,
        2
    ) AS "t16"
  ) AS "t19"
    ON "t17"."institution_id" = "t19"."then_at" AND "t17"."edge" = "t19"."then_edge"
) AS "t24"
ORDER BY
  "t24"."institution_id" ASC,
  "t24"."edge" ASC

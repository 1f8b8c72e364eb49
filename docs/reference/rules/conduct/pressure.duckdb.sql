-- conduct.pressure as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
WITH "t14" AS (
  SELECT
    "t12"."loan_no",
    "t12"."happened_on",
    "t12"."step",
    "t12"."amount",
    "t12"."judgment_on",
    "t12"."court_filing_on",
    "t12"."threat_on",
    "t12"."source_table",
    "t12"."source_row"
  FROM (
    SELECT
      *
    FROM "recovery_events" AS "t2"
    WHERE
      "t2"."step" = 'local_authority' AND "t2"."source_table" = 'payments'
  ) AS "t12"
  ANTI JOIN (
    SELECT
      "t0"."loan_no"
    FROM "loan_results" AS "t0"
    WHERE
      "t0"."payments_returned"
  ) AS "t6"
    ON "t12"."loan_no" = "t6"."loan_no"
), "t15" AS (
  SELECT
    "t13"."loan_no",
    "t13"."happened_on",
    "t13"."step",
    "t13"."amount",
    "t13"."judgment_on",
    "t13"."court_filing_on",
    "t13"."threat_on",
    "t13"."source_table",
    "t13"."source_row"
  FROM (
    SELECT
      *
    FROM "recovery_events" AS "t2"
    WHERE
      "t2"."step" = 'threat' AND "t2"."source_table" = 'payments'
  ) AS "t13"
  ANTI JOIN (
    SELECT
      "t0"."loan_no"
    FROM "loan_results" AS "t0"
    WHERE
      "t0"."payments_returned"
  ) AS "t6"
    ON "t13"."loan_no" = "t6"."loan_no"
)
SELECT
  *
FROM (
  SELECT
    "t30"."institution_id",
    "t30"."loan_id" AS "subject",
    'local_authority' AS "aspect",
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE(FALSE, FALSE)
            THEN 'no sourced rule for this date'
            WHEN COALESCE("t30"."recovery_returned", FALSE)
            THEN 'the loan''s collection log: a row was returned'
            WHEN COALESCE(NOT (
              "t30"."has_recovery"
            ), FALSE)
            THEN 'a collection log'
            ELSE NULL
          END,
          CASE
            WHEN (
              NOT (
                "t30"."first_on"
              ) IS NULL
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN NOT (
        "t30"."first_on"
      ) IS NULL
      THEN 'found'
      ELSE 'sound'
    END AS "state",
    COALESCE(
      CASE
        WHEN COALESCE(FALSE, FALSE)
        THEN 'no sourced rule for this date'
        WHEN COALESCE("t30"."recovery_returned", FALSE)
        THEN 'the loan''s collection log: a row was returned'
        WHEN COALESCE(NOT (
          "t30"."has_recovery"
        ), FALSE)
        THEN 'a collection log'
        ELSE NULL
      END,
      CASE
        WHEN (
          NOT (
            "t30"."first_on"
          ) IS NULL
        ) IS NULL
        THEN 'something the rule compares'
        ELSE CAST(NULL AS TEXT)
      END
    ) AS "missing",
    COALESCE("t30"."first_row", "t30"."source_row") AS "source_row",
    CAST("t30"."first_on" AS TEXT) AS "observed",
    CAST(NULL AS TEXT) AS "limit",
    CAST(NULL AS BIGINT) AS "amount",
    CAST(NULL AS TEXT) AS "currency",
    CASE
      WHEN NOT (
        'computed'
      ) IS NULL
      THEN CASE
        WHEN GREATEST(
          CASE
            WHEN 'computed' = 'computed'
            THEN 0
            WHEN 'computed' = 'rebuilt'
            THEN 1
            WHEN 'computed' = 'reported'
            THEN 2
            ELSE 0
          END,
          COALESCE("t30"."weakness", 0)
        ) = 0
        THEN 'computed'
        WHEN GREATEST(
          CASE
            WHEN 'computed' = 'computed'
            THEN 0
            WHEN 'computed' = 'rebuilt'
            THEN 1
            WHEN 'computed' = 'reported'
            THEN 2
            ELSE 0
          END,
          COALESCE("t30"."weakness", 0)
        ) = 1
        THEN 'rebuilt'
        ELSE 'reported'
      END
      ELSE CAST(NULL AS TEXT)
    END AS "basis",
    CAST(NULL AS TEXT) AS "confidence",
    CAST(NULL AS TEXT) AS "citation",
    "t30"."tape",
    CAST(NULL AS TEXT) AS "subject_kind",
    COALESCE("t30"."first_table", 'loans') AS "source_table",
    CAST(NULL AS TEXT) AS "unit",
    "t30"."timeline" AS "note",
    CAST(NULL AS TEXT) AS "other_tape",
    CAST(NULL AS BIGINT) AS "other_row"
  FROM (
    SELECT
      "t3"."loan_no",
      "t3"."institution_id",
      "t3"."loan_id",
      "t3"."borrower_id",
      "t3"."currency",
      "t3"."segment",
      "t3"."is_microloan",
      "t3"."disbursed_on",
      "t3"."matures_on",
      "t3"."agreed_on",
      "t3"."is_signed_known",
      "t3"."is_short_term",
      "t3"."start_on",
      "t3"."is_restarted",
      "t3"."is_restructured",
      "t3"."is_schedule_unknown",
      "t3"."is_written_off",
      "t3"."principal",
      "t3"."restructured_balance",
      "t3"."nominal_rate",
      "t3"."rate_method",
      "t3"."frequency",
      "t3"."amortization",
      "t3"."grace_months",
      "t3"."fees_upfront",
      "t3"."title_kind",
      "t3"."ceiling",
      "t3"."reported_class",
      "t3"."reported_outstanding",
      "t3"."reported_provision",
      "t3"."reported_days_past_due",
      "t3"."reported_accrued_interest",
      "t3"."are_payments_known",
      "t3"."has_charges",
      "t3"."has_collateral",
      "t3"."has_recovery",
      "t3"."is_as_of",
      "t3"."is_bank",
      "t3"."lender_kind",
      "t3"."installments_returned",
      "t3"."charges_returned",
      "t3"."payments_returned",
      "t3"."collateral_returned",
      "t3"."recovery_returned",
      "t3"."weakness",
      "t3"."khr",
      "t3"."poverty",
      "t3"."province",
      "t3"."refinances",
      "t3"."tape",
      "t3"."source_row",
      "t3"."opening_balance",
      "t3"."outstanding_principal",
      "t3"."overpaid_principal",
      "t3"."arrears_principal",
      "t3"."arrears_interest",
      "t3"."days_past_due",
      "t3"."accrued_interest",
      "t3"."repaid_on",
      "t3"."schedule_rate_nominal",
      "t3"."schedule_rate_nominal_months",
      "t3"."all_in_rate_nominal",
      "t3"."all_in_rate_nominal_months",
      "t3"."all_in_rate_effective",
      "t3"."all_in_rate_effective_months",
      "t3"."rate_status",
      "t3"."excess_at_ceiling",
      "t3"."schedule_excess_at_ceiling",
      "t3"."schedule_excess_at_contract_rate",
      "t3"."due_next_month",
      "t3"."schedule_basis",
      "t3"."is_flat_as_lived",
      "t3"."basis",
      "t3"."computed_outstanding",
      "t3"."computed_days_past_due",
      "t3"."cash",
      "t3"."proven_value",
      "t3"."titles_held",
      "t3"."security_weakness",
      "t3"."is_grid_in_force",
      "t3"."is_grid_held_back",
      "t3"."grade",
      "t3"."grade_confidence",
      "t3"."grade_citation",
      "t3"."provision_base",
      "t3"."provision_rate",
      "t3"."provision_required",
      "t3"."provision_shortfall",
      "t3"."provision_confidence",
      "t3"."provision_citation",
      "t3"."interest_in_suspense",
      "t3"."ceiling_confidence",
      "t3"."ceiling_citation",
      "t3"."confidence",
      "t28"."first_no",
      "t28"."first_on",
      "t28"."first_table",
      "t28"."first_row",
      "t23"."paid_no",
      "t23"."paid",
      "t7"."told_no",
      "t7"."timeline"
    FROM "loan_results" AS "t3"
    LEFT OUTER JOIN (
      SELECT
        "t22"."loan_no" AS "first_no",
        "t22"."happened_on" AS "first_on",
        "t22"."source_table" AS "first_table",
        "t22"."source_row" AS "first_row"
      FROM (
        SELECT
          "t18"."loan_no",
          "t18"."happened_on",
          "t18"."step",
          "t18"."amount",
          "t18"."judgment_on",
          "t18"."court_filing_on",
          "t18"."threat_on",
          "t18"."source_table",
          "t18"."source_row",
          ROW_NUMBER() OVER (
            PARTITION BY "t18"."loan_no"
            ORDER BY "t18"."happened_on" ASC, "t18"."source_table" DESC, "t18"."source_row" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "place"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM "recovery_events" AS "t2"
            WHERE
              "t2"."step" = 'local_authority' AND "t2"."source_table" = 'recovery'
          ) AS "t8"
          UNION ALL
          SELECT
            *
          FROM "t14" AS "t16"
        ) AS "t18"
      ) AS "t22"
      WHERE
        "t22"."place" = 0
    ) AS "t28"
      ON "t3"."loan_no" = "t28"."first_no"
    LEFT OUTER JOIN (
      SELECT
        "t16"."loan_no" AS "paid_no",
        CAST(CAST(SUM("t16"."amount") AS DECIMAL(38, 0)) AS BIGINT) AS "paid"
      FROM "t14" AS "t16"
      GROUP BY
        1
    ) AS "t23"
      ON "t3"."loan_no" = "t23"."paid_no"
    LEFT OUTER JOIN (
      SELECT
        "t1"."loan_no" AS "told_no",
        "t1"."timeline"
      FROM "timelines" AS "t1"
    ) AS "t7"
      ON "t3"."loan_no" = "t7"."told_no"
  ) AS "t30"
) AS "t32"
UNION ALL
SELECT
  *
FROM (
  SELECT
    "t31"."institution_id",
    "t31"."loan_id" AS "subject",
    'threat' AS "aspect",
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE(FALSE, FALSE)
            THEN 'no sourced rule for this date'
            WHEN COALESCE("t31"."recovery_returned", FALSE)
            THEN 'the loan''s collection log: a row was returned'
            WHEN COALESCE(NOT (
              "t31"."has_recovery"
            ), FALSE)
            THEN 'a collection log'
            ELSE NULL
          END,
          CASE
            WHEN (
              NOT (
                "t31"."first_on"
              ) IS NULL
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN NOT (
        "t31"."first_on"
      ) IS NULL
      THEN 'found'
      ELSE 'sound'
    END AS "state",
    COALESCE(
      CASE
        WHEN COALESCE(FALSE, FALSE)
        THEN 'no sourced rule for this date'
        WHEN COALESCE("t31"."recovery_returned", FALSE)
        THEN 'the loan''s collection log: a row was returned'
        WHEN COALESCE(NOT (
          "t31"."has_recovery"
        ), FALSE)
        THEN 'a collection log'
        ELSE NULL
      END,
      CASE
        WHEN (
          NOT (
            "t31"."first_on"
          ) IS NULL
        ) IS NULL
        THEN 'something the rule compares'
        ELSE CAST(NULL AS TEXT)
      END
    ) AS "missing",
    COALESCE("t31"."first_row", "t31"."source_row") AS "source_row",
    CAST("t31"."first_on" AS TEXT) AS "observed",
    CAST(NULL AS TEXT) AS "limit",
    CAST(NULL AS BIGINT) AS "amount",
    CAST(NULL AS TEXT) AS "currency",
    CASE
      WHEN NOT (
        'computed'
      ) IS NULL
      THEN CASE
        WHEN GREATEST(
          CASE
            WHEN 'computed' = 'computed'
            THEN 0
            WHEN 'computed' = 'rebuilt'
            THEN 1
            WHEN 'computed' = 'reported'
            THEN 2
            ELSE 0
          END,
          COALESCE("t31"."weakness", 0)
        ) = 0
        THEN 'computed'
        WHEN GREATEST(
          CASE
            WHEN 'computed' = 'computed'
            THEN 0
            WHEN 'computed' = 'rebuilt'
            THEN 1
            WHEN 'computed' = 'reported'
            THEN 2
            ELSE 0
          END,
          COALESCE("t31"."weakness", 0)
        ) = 1
        THEN 'rebuilt'
        ELSE 'reported'
      END
      ELSE CAST(NULL AS TEXT)
    END AS "basis",
    CAST(NULL AS TEXT) AS "confidence",
    CAST(NULL AS TEXT) AS "citation",
    "t31"."tape",
    CAST(NULL AS TEXT) AS "subject_kind",
    COALESCE("t31"."first_table", 'loans') AS "source_table",
    CAST(NULL AS TEXT) AS "unit",
    "t31"."timeline" AS "note",
    CAST(NULL AS TEXT) AS "other_tape",
    CAST(NULL AS BIGINT) AS "other_row"
  FROM (
    SELECT
      "t3"."loan_no",
      "t3"."institution_id",
      "t3"."loan_id",
      "t3"."borrower_id",
      "t3"."currency",
      "t3"."segment",
      "t3"."is_microloan",
      "t3"."disbursed_on",
      "t3"."matures_on",
      "t3"."agreed_on",
      "t3"."is_signed_known",
      "t3"."is_short_term",
      "t3"."start_on",
      "t3"."is_restarted",
      "t3"."is_restructured",
      "t3"."is_schedule_unknown",
      "t3"."is_written_off",
      "t3"."principal",
      "t3"."restructured_balance",
      "t3"."nominal_rate",
      "t3"."rate_method",
      "t3"."frequency",
      "t3"."amortization",
      "t3"."grace_months",
      "t3"."fees_upfront",
      "t3"."title_kind",
      "t3"."ceiling",
      "t3"."reported_class",
      "t3"."reported_outstanding",
      "t3"."reported_provision",
      "t3"."reported_days_past_due",
      "t3"."reported_accrued_interest",
      "t3"."are_payments_known",
      "t3"."has_charges",
      "t3"."has_collateral",
      "t3"."has_recovery",
      "t3"."is_as_of",
      "t3"."is_bank",
      "t3"."lender_kind",
      "t3"."installments_returned",
      "t3"."charges_returned",
      "t3"."payments_returned",
      "t3"."collateral_returned",
      "t3"."recovery_returned",
      "t3"."weakness",
      "t3"."khr",
      "t3"."poverty",
      "t3"."province",
      "t3"."refinances",
      "t3"."tape",
      "t3"."source_row",
      "t3"."opening_balance",
      "t3"."outstanding_principal",
      "t3"."overpaid_principal",
      "t3"."arrears_principal",
      "t3"."arrears_interest",
      "t3"."days_past_due",
      "t3"."accrued_interest",
      "t3"."repaid_on",
      "t3"."schedule_rate_nominal",
      "t3"."schedule_rate_nominal_months",
      "t3"."all_in_rate_nominal",
      "t3"."all_in_rate_nominal_months",
      "t3"."all_in_rate_effective",
      "t3"."all_in_rate_effective_months",
      "t3"."rate_status",
      "t3"."excess_at_ceiling",
      "t3"."schedule_excess_at_ceiling",
      "t3"."schedule_excess_at_contract_rate",
      "t3"."due_next_month",
      "t3"."schedule_basis",
      "t3"."is_flat_as_lived",
      "t3"."basis",
      "t3"."computed_outstanding",
      "t3"."computed_days_past_due",
      "t3"."cash",
      "t3"."proven_value",
      "t3"."titles_held",
      "t3"."security_weakness",
      "t3"."is_grid_in_force",
      "t3"."is_grid_held_back",
      "t3"."grade",
      "t3"."grade_confidence",
      "t3"."grade_citation",
      "t3"."provision_base",
      "t3"."provision_rate",
      "t3"."provision_required",
      "t3"."provision_shortfall",
      "t3"."provision_confidence",
      "t3"."provision_citation",
      "t3"."interest_in_suspense",
      "t3"."ceiling_confidence",
      "t3"."ceiling_citation",
      "t3"."confidence",
      "t29"."first_no",
      "t29"."first_on",
      "t29"."first_table",
      "t29"."first_row",
      "t25"."paid_no",
      "t25"."paid",
      "t7"."told_no",
      "t7"."timeline"
    FROM "loan_results" AS "t3"
    LEFT OUTER JOIN (
      SELECT
        "t24"."loan_no" AS "first_no",
        "t24"."happened_on" AS "first_on",
        "t24"."source_table" AS "first_table",
        "t24"."source_row" AS "first_row"
      FROM (
        SELECT
          "t19"."loan_no",
          "t19"."happened_on",
          "t19"."step",
          "t19"."amount",
          "t19"."judgment_on",
          "t19"."court_filing_on",
          "t19"."threat_on",
          "t19"."source_table",
          "t19"."source_row",
          ROW_NUMBER() OVER (
            PARTITION BY "t19"."loan_no"
            ORDER BY "t19"."happened_on" ASC, "t19"."source_table" DESC, "t19"."source_row" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "place"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM "recovery_events" AS "t2"
            WHERE
              "t2"."step" = 'threat' AND "t2"."source_table" = 'recovery'
          ) AS "t9"
          UNION ALL
          SELECT
            *
          FROM "t15" AS "t17"
        ) AS "t19"
      ) AS "t24"
      WHERE
        "t24"."place" = 0
    ) AS "t29"
      ON "t3"."loan_no" = "t29"."first_no"
    LEFT OUTER JOIN (
      SELECT
        "t17"."loan_no" AS "paid_no",
        CAST(CAST(SUM("t17"."amount") AS DECIMAL(38, 0)) AS BIGINT) AS "paid"
      FROM "t15" AS "t17"
      GROUP BY
        1
    ) AS "t25"
      ON "t3"."loan_no" = "t25"."paid_no"
    LEFT OUTER JOIN (
      SELECT
        "t1"."loan_no" AS "told_no",
        "t1"."timeline"
      FROM "timelines" AS "t1"
    ) AS "t7"
      ON "t3"."loan_no" = "t7"."told_no"
  ) AS "t31"
) AS "t33"

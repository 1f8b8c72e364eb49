-- conduct.enforced as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
WITH "t14" AS (
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
    FROM "recovery_events" AS "t3"
    WHERE
      "t3"."step" IN ('enforcement', 'land_sold_by_lender')
      AND NOT (
        COALESCE("t3"."judgment_on" <= "t3"."happened_on", FALSE)
      )
      AND "t3"."happened_on" >= MAKE_DATE(2020, 7, 16)
      AND "t3"."source_table" = 'payments'
  ) AS "t13"
  ANTI JOIN (
    SELECT
      "t1"."loan_no"
    FROM "loan_results" AS "t1"
    WHERE
      "t1"."payments_returned"
  ) AS "t8"
    ON "t13"."loan_no" = "t8"."loan_no"
)
SELECT
  "t24"."institution_id",
  "t24"."subject",
  "t24"."aspect",
  "t24"."state",
  "t24"."missing",
  "t24"."source_row",
  "t24"."observed",
  "t24"."limit",
  "t24"."amount",
  "t24"."currency",
  "t24"."basis",
  "t24"."confidence",
  "t24"."citation",
  "t24"."tape",
  "t24"."subject_kind",
  "t24"."source_table",
  "t24"."unit",
  "t24"."note",
  "t24"."other_tape",
  "t24"."other_row"
FROM (
  SELECT
    "t22"."institution_id",
    "t22"."loan_id" AS "subject",
    '' AS "aspect",
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE(FALSE, FALSE)
            THEN 'no sourced rule for this date'
            WHEN COALESCE("t22"."recovery_returned", FALSE)
            THEN 'the loan''s collection log: a row was returned'
            WHEN COALESCE(NOT (
              "t22"."has_recovery"
            ), FALSE)
            THEN 'a collection log'
            ELSE NULL
          END,
          CASE
            WHEN (
              NOT (
                "t22"."first_on"
              ) IS NULL
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN NOT (
        "t22"."first_on"
      ) IS NULL
      THEN 'found'
      ELSE 'sound'
    END AS "state",
    COALESCE(
      CASE
        WHEN COALESCE(FALSE, FALSE)
        THEN 'no sourced rule for this date'
        WHEN COALESCE("t22"."recovery_returned", FALSE)
        THEN 'the loan''s collection log: a row was returned'
        WHEN COALESCE(NOT (
          "t22"."has_recovery"
        ), FALSE)
        THEN 'a collection log'
        ELSE NULL
      END,
      CASE
        WHEN (
          NOT (
            "t22"."first_on"
          ) IS NULL
        ) IS NULL
        THEN 'something the rule compares'
        ELSE CAST(NULL AS TEXT)
      END
    ) AS "missing",
    COALESCE("t22"."first_row", "t22"."source_row") AS "source_row",
    CAST("t22"."first_on" AS TEXT) AS "observed",
    '2020-07-16' AS "limit",
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
          COALESCE("t22"."weakness", 0)
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
          COALESCE("t22"."weakness", 0)
        ) = 1
        THEN 'rebuilt'
        ELSE 'reported'
      END
      ELSE CAST(NULL AS TEXT)
    END AS "basis",
    'seed' AS "confidence",
    'Letter of 16 July 2020' AS "citation",
    "t22"."tape",
    CAST(NULL AS TEXT) AS "subject_kind",
    COALESCE("t22"."first_table", 'loans') AS "source_table",
    CAST(NULL AS TEXT) AS "unit",
    "t22"."timeline" AS "note",
    CAST(NULL AS TEXT) AS "other_tape",
    CAST(NULL AS BIGINT) AS "other_row"
  FROM (
    SELECT
      "t4"."loan_no",
      "t4"."institution_id",
      "t4"."loan_id",
      "t4"."borrower_id",
      "t4"."currency",
      "t4"."segment",
      "t4"."is_microloan",
      "t4"."disbursed_on",
      "t4"."matures_on",
      "t4"."agreed_on",
      "t4"."is_signed_known",
      "t4"."is_short_term",
      "t4"."start_on",
      "t4"."is_restarted",
      "t4"."is_restructured",
      "t4"."is_schedule_unknown",
      "t4"."is_written_off",
      "t4"."principal",
      "t4"."restructured_balance",
      "t4"."nominal_rate",
      "t4"."rate_method",
      "t4"."frequency",
      "t4"."amortization",
      "t4"."grace_months",
      "t4"."fees_upfront",
      "t4"."title_kind",
      "t4"."ceiling",
      "t4"."reported_class",
      "t4"."reported_outstanding",
      "t4"."reported_provision",
      "t4"."reported_days_past_due",
      "t4"."reported_accrued_interest",
      "t4"."are_payments_known",
      "t4"."has_charges",
      "t4"."has_collateral",
      "t4"."has_recovery",
      "t4"."is_as_of",
      "t4"."is_bank",
      "t4"."lender_kind",
      "t4"."installments_returned",
      "t4"."charges_returned",
      "t4"."payments_returned",
      "t4"."collateral_returned",
      "t4"."recovery_returned",
      "t4"."weakness",
      "t4"."khr",
      "t4"."poverty",
      "t4"."province",
      "t4"."refinances",
      "t4"."tape",
      "t4"."source_row",
      "t4"."opening_balance",
      "t4"."outstanding_principal",
      "t4"."overpaid_principal",
      "t4"."arrears_principal",
      "t4"."arrears_interest",
      "t4"."days_past_due",
      "t4"."accrued_interest",
      "t4"."repaid_on",
      "t4"."schedule_rate_nominal",
      "t4"."schedule_rate_nominal_months",
      "t4"."all_in_rate_nominal",
      "t4"."all_in_rate_nominal_months",
      "t4"."all_in_rate_effective",
      "t4"."all_in_rate_effective_months",
      "t4"."rate_status",
      "t4"."excess_at_ceiling",
      "t4"."schedule_excess_at_ceiling",
      "t4"."schedule_excess_at_contract_rate",
      "t4"."due_next_month",
      "t4"."schedule_basis",
      "t4"."is_flat_as_lived",
      "t4"."basis",
      "t4"."computed_outstanding",
      "t4"."computed_days_past_due",
      "t4"."cash",
      "t4"."proven_value",
      "t4"."titles_held",
      "t4"."security_weakness",
      "t4"."is_grid_in_force",
      "t4"."is_grid_held_back",
      "t4"."grade",
      "t4"."grade_confidence",
      "t4"."grade_citation",
      "t4"."provision_base",
      "t4"."provision_rate",
      "t4"."provision_required",
      "t4"."provision_shortfall",
      "t4"."provision_confidence",
      "t4"."provision_citation",
      "t4"."interest_in_suspense",
      "t4"."ceiling_confidence",
      "t4"."ceiling_citation",
      "t4"."confidence",
      "t21"."first_no",
      "t21"."first_on",
      "t21"."first_table",
      "t21"."first_row",
      "t19"."paid_no",
      "t19"."paid",
      "t9"."told_no",
      "t9"."timeline"
    FROM "loan_results" AS "t4"
    LEFT OUTER JOIN (
      SELECT
        "t18"."loan_no" AS "first_no",
        "t18"."happened_on" AS "first_on",
        "t18"."source_table" AS "first_table",
        "t18"."source_row" AS "first_row"
      FROM (
        SELECT
          "t16"."loan_no",
          "t16"."happened_on",
          "t16"."step",
          "t16"."amount",
          "t16"."judgment_on",
          "t16"."court_filing_on",
          "t16"."threat_on",
          "t16"."source_table",
          "t16"."source_row",
          ROW_NUMBER() OVER (
            PARTITION BY "t16"."loan_no"
            ORDER BY "t16"."happened_on" ASC, "t16"."source_table" DESC, "t16"."source_row" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "place"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM "recovery_events" AS "t3"
            WHERE
              "t3"."step" IN ('enforcement', 'land_sold_by_lender')
              AND NOT (
                COALESCE("t3"."judgment_on" <= "t3"."happened_on", FALSE)
              )
              AND "t3"."happened_on" >= MAKE_DATE(2020, 7, 16)
              AND "t3"."source_table" = 'recovery'
          ) AS "t11"
          UNION ALL
          SELECT
            *
          FROM "t14" AS "t15"
        ) AS "t16"
      ) AS "t18"
      WHERE
        "t18"."place" = 0
    ) AS "t21"
      ON "t4"."loan_no" = "t21"."first_no"
    LEFT OUTER JOIN (
      SELECT
        "t15"."loan_no" AS "paid_no",
        CAST(CAST(SUM("t15"."amount") AS DECIMAL(38, 0)) AS BIGINT) AS "paid"
      FROM "t14" AS "t15"
      GROUP BY
        1
    ) AS "t19"
      ON "t4"."loan_no" = "t19"."paid_no"
    LEFT OUTER JOIN (
      SELECT
        "t2"."loan_no" AS "told_no",
        "t2"."timeline"
      FROM "timelines" AS "t2"
    ) AS "t9"
      ON "t4"."loan_no" = "t9"."told_no"
  ) AS "t22"
) AS "t24"
ANTI JOIN (
  SELECT
    *
  FROM "institutions" AS "t0"
  WHERE
    "t0"."legal_form" = 'person'
) AS "t10"
  ON "t24"."institution_id" = "t10"."institution_id"

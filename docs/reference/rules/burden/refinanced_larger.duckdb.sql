-- burden.refinanced_larger as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  "t9"."institution_id",
  "t9"."loan_id" AS "subject",
  '' AS "aspect",
  CASE
    WHEN NOT (
      COALESCE(
        CASE
          WHEN COALESCE(FALSE, FALSE)
          THEN 'no sourced rule for this date'
          WHEN COALESCE((
            "t9"."old_principal"
          ) IS NULL, FALSE)
          THEN 'the loan that it refinances'
          WHEN COALESCE("t9"."old_currency" <> "t9"."currency", FALSE)
          THEN 'both loans in one currency'
          ELSE NULL
        END,
        CASE
          WHEN (
            "t9"."principal" > (
              (
                (
                  "t9"."old_principal"
                ) // (
                  100000000
                ) * 130000000
              ) + (
                (
                  "t9"."old_principal" % 100000000
                ) * 130000000
              ) // (
                100000000
              )
            )
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      )
    ) IS NULL
    THEN 'not_assessed'
    WHEN "t9"."principal" > (
      (
        (
          "t9"."old_principal"
        ) // (
          100000000
        ) * 130000000
      ) + (
        (
          "t9"."old_principal" % 100000000
        ) * 130000000
      ) // (
        100000000
      )
    )
    THEN 'found'
    ELSE 'sound'
  END AS "state",
  COALESCE(
    CASE
      WHEN COALESCE(FALSE, FALSE)
      THEN 'no sourced rule for this date'
      WHEN COALESCE((
        "t9"."old_principal"
      ) IS NULL, FALSE)
      THEN 'the loan that it refinances'
      WHEN COALESCE("t9"."old_currency" <> "t9"."currency", FALSE)
      THEN 'both loans in one currency'
      ELSE NULL
    END,
    CASE
      WHEN (
        "t9"."principal" > (
          (
            (
              "t9"."old_principal"
            ) // (
              100000000
            ) * 130000000
          ) + (
            (
              "t9"."old_principal" % 100000000
            ) * 130000000
          ) // (
            100000000
          )
        )
      ) IS NULL
      THEN 'something the rule compares'
      ELSE CAST(NULL AS TEXT)
    END
  ) AS "missing",
  "t9"."source_row",
  CAST("t9"."principal" AS TEXT) AS "observed",
  CAST((
    (
      "t9"."old_principal"
    ) // (
      100000000
    ) * 130000000
  ) + (
    (
      "t9"."old_principal" % 100000000
    ) * 130000000
  ) // (
    100000000
  ) AS TEXT) AS "limit",
  CAST(NULL AS BIGINT) AS "amount",
  "t9"."currency",
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
        COALESCE(GREATEST("t9"."weakness", "t9"."old_weakness"), 0)
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
        COALESCE(GREATEST("t9"."weakness", "t9"."old_weakness"), 0)
      ) = 1
      THEN 'rebuilt'
      ELSE 'reported'
    END
    ELSE CAST(NULL AS TEXT)
  END AS "basis",
  'restated' AS "confidence",
  'CMA Lending Guidelines' AS "citation",
  "t9"."tape",
  CAST(NULL AS TEXT) AS "subject_kind",
  CAST(NULL AS TEXT) AS "source_table",
  CAST(NULL AS TEXT) AS "unit",
  CAST(NULL AS TEXT) AS "note",
  "t9"."other_tape",
  "t9"."other_row"
FROM (
  SELECT
    "t6"."loan_no",
    "t6"."institution_id",
    "t6"."loan_id",
    "t6"."borrower_id",
    "t6"."currency",
    "t6"."segment",
    "t6"."is_microloan",
    "t6"."disbursed_on",
    "t6"."matures_on",
    "t6"."agreed_on",
    "t6"."is_signed_known",
    "t6"."is_short_term",
    "t6"."start_on",
    "t6"."is_restarted",
    "t6"."is_restructured",
    "t6"."is_schedule_unknown",
    "t6"."is_written_off",
    "t6"."principal",
    "t6"."restructured_balance",
    "t6"."nominal_rate",
    "t6"."rate_method",
    "t6"."frequency",
    "t6"."amortization",
    "t6"."grace_months",
    "t6"."fees_upfront",
    "t6"."title_kind",
    "t6"."ceiling",
    "t6"."reported_class",
    "t6"."reported_outstanding",
    "t6"."reported_provision",
    "t6"."reported_days_past_due",
    "t6"."reported_accrued_interest",
    "t6"."are_payments_known",
    "t6"."has_charges",
    "t6"."has_collateral",
    "t6"."has_recovery",
    "t6"."is_as_of",
    "t6"."is_bank",
    "t6"."lender_kind",
    "t6"."installments_returned",
    "t6"."charges_returned",
    "t6"."payments_returned",
    "t6"."collateral_returned",
    "t6"."recovery_returned",
    "t6"."weakness",
    "t6"."khr",
    "t6"."poverty",
    "t6"."province",
    "t6"."refinances",
    "t6"."tape",
    "t6"."source_row",
    "t6"."opening_balance",
    "t6"."outstanding_principal",
    "t6"."overpaid_principal",
    "t6"."arrears_principal",
    "t6"."arrears_interest",
    "t6"."days_past_due",
    "t6"."accrued_interest",
    "t6"."repaid_on",
    "t6"."schedule_rate_nominal",
    "t6"."schedule_rate_nominal_months",
    "t6"."all_in_rate_nominal",
    "t6"."all_in_rate_nominal_months",
    "t6"."all_in_rate_effective",
    "t6"."all_in_rate_effective_months",
    "t6"."rate_status",
    "t6"."excess_at_ceiling",
    "t6"."schedule_excess_at_ceiling",
    "t6"."schedule_excess_at_contract_rate",
    "t6"."due_next_month",
    "t6"."schedule_basis",
    "t6"."is_flat_as_lived",
    "t6"."basis",
    "t6"."computed_outstanding",
    "t6"."computed_days_past_due",
    "t6"."cash",
    "t6"."proven_value",
    "t6"."titles_held",
    "t6"."security_weakness",
    "t6"."is_grid_in_force",
    "t6"."is_grid_held_back",
    "t6"."grade",
    "t6"."grade_confidence",
    "t6"."grade_citation",
    "t6"."provision_base",
    "t6"."provision_rate",
    "t6"."provision_required",
    "t6"."provision_shortfall",
    "t6"."provision_confidence",
    "t6"."provision_citation",
    "t6"."interest_in_suspense",
    "t6"."ceiling_confidence",
    "t6"."ceiling_citation",
    "t6"."confidence",
    "t8"."old_lender",
    "t8"."old_id",
    "t8"."old_principal",
    "t8"."old_currency",
    "t8"."other_tape",
    "t8"."other_row",
    "t8"."old_weakness"
  FROM (
    SELECT
      *
    FROM "loan_results" AS "t0"
    WHERE
      NOT (
        "t0"."refinances"
      ) IS NULL
  ) AS "t6"
  LEFT OUTER JOIN (
    SELECT
      "t2"."institution_id" AS "old_lender",
      "t2"."loan_id" AS "old_id",
      "t2"."principal" AS "old_principal",
      "t2"."currency" AS "old_currency",
      "t2"."tape" AS "other_tape",
      "t2"."source_row" AS "other_row",
      COALESCE(
        "t4"."known_weakness",
        CAST(CASE
          WHEN "t2"."evidence" = 'rebuilt'
          THEN 1
          WHEN "t2"."evidence" = 'told'
          THEN 2
          ELSE 0
        END AS BIGINT)
      ) AS "old_weakness"
    FROM "loans" AS "t2"
    LEFT OUTER JOIN (
      SELECT
        "t0"."loan_no" AS "known_no",
        "t0"."weakness" AS "known_weakness"
      FROM "loan_results" AS "t0"
    ) AS "t4"
      ON "t2"."loan_no" = "t4"."known_no"
  ) AS "t8"
    ON "t6"."institution_id" = "t8"."old_lender" AND "t6"."refinances" = "t8"."old_id"
) AS "t9"
WHERE
  "t9"."disbursed_on" >= MAKE_DATE(2018, 6, 1)

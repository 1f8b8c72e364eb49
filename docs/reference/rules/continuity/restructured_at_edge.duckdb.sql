-- continuity.restructured_at_edge as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  "t2"."institution_id",
  "t2"."loan_id" AS "subject",
  '' AS "aspect",
  CASE
    WHEN NOT (
      COALESCE(
        CASE
          WHEN COALESCE("t2"."is_origin_changed", FALSE)
          THEN 'the same past in both tapes: continuity.original_changed answers for it'
          WHEN COALESCE("t2"."are_events_rewritten", FALSE)
          THEN 'the same past in both tapes: continuity.events_rewritten answers for it'
          WHEN COALESCE("t2"."are_payments_rewritten", FALSE)
          THEN 'the same past in both tapes: continuity.payments_rewritten answers for it'
          WHEN COALESCE(
            COALESCE("t2"."days_on_it" > 0, TRUE)
            AND (
              (
                "t2"."later_lender_kind"
              ) IS NULL
            ),
            FALSE
          )
          THEN 'the kind of lender on the later date'
          WHEN COALESCE(
            COALESCE("t2"."days_on_it" > 0, TRUE)
            AND COALESCE(
              "t2"."later_lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered'),
              FALSE
            )
            AND (
              (
                CASE
                  WHEN "t2"."later_lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
                  THEN 'unverified'
                  ELSE NULL
                END
              ) IS NULL
            ),
            FALSE
          )
          THEN 'no sourced rule for this date'
          WHEN COALESCE((
            "t2"."days_on_it"
          ) IS NULL, FALSE)
          THEN 'the days past due on the earlier date'
          WHEN COALESCE(
            COALESCE("t2"."days_on_it" > 0, TRUE)
            AND NOT (
              COALESCE("t2"."later_are_payments_known", FALSE)
            ),
            FALSE
          )
          THEN 'the payments in the later tape'
          WHEN COALESCE(COALESCE("t2"."days_on_it" > 0, TRUE) AND "t2"."later_payments_returned", FALSE)
          THEN 'the loan''s payments in the later tape: a row was returned'
          WHEN COALESCE(
            COALESCE("t2"."days_on_it" > 0, TRUE)
            AND (
              "t2"."received_before_restart" > 0
            ),
            FALSE
          )
          THEN 'the days past due after the payments before the restructuring'
          ELSE NULL
        END,
        CASE
          WHEN (
            COALESCE(NOT (
              "t2"."edge"
            ) IS NULL AND (
              "t2"."days_on_it" < "t2"."edge"
            ), FALSE)
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      )
    ) IS NULL
    THEN 'not_assessed'
    WHEN COALESCE(NOT (
      "t2"."edge"
    ) IS NULL AND (
      "t2"."days_on_it" < "t2"."edge"
    ), FALSE)
    THEN 'found'
    ELSE 'sound'
  END AS "state",
  COALESCE(
    CASE
      WHEN COALESCE("t2"."is_origin_changed", FALSE)
      THEN 'the same past in both tapes: continuity.original_changed answers for it'
      WHEN COALESCE("t2"."are_events_rewritten", FALSE)
      THEN 'the same past in both tapes: continuity.events_rewritten answers for it'
      WHEN COALESCE("t2"."are_payments_rewritten", FALSE)
      THEN 'the same past in both tapes: continuity.payments_rewritten answers for it'
      WHEN COALESCE(
        COALESCE("t2"."days_on_it" > 0, TRUE)
        AND (
          (
            "t2"."later_lender_kind"
          ) IS NULL
        ),
        FALSE
      )
      THEN 'the kind of lender on the later date'
      WHEN COALESCE(
        COALESCE("t2"."days_on_it" > 0, TRUE)
        AND COALESCE(
          "t2"."later_lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered'),
          FALSE
        )
        AND (
          (
            CASE
              WHEN "t2"."later_lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
              THEN 'unverified'
              ELSE NULL
            END
          ) IS NULL
        ),
        FALSE
      )
      THEN 'no sourced rule for this date'
      WHEN COALESCE((
        "t2"."days_on_it"
      ) IS NULL, FALSE)
      THEN 'the days past due on the earlier date'
      WHEN COALESCE(
        COALESCE("t2"."days_on_it" > 0, TRUE)
        AND NOT (
          COALESCE("t2"."later_are_payments_known", FALSE)
        ),
        FALSE
      )
      THEN 'the payments in the later tape'
      WHEN COALESCE(COALESCE("t2"."days_on_it" > 0, TRUE) AND "t2"."later_payments_returned", FALSE)
      THEN 'the loan''s payments in the later tape: a row was returned'
      WHEN COALESCE(
        COALESCE("t2"."days_on_it" > 0, TRUE)
        AND (
          "t2"."received_before_restart" > 0
        ),
        FALSE
      )
      THEN 'the days past due after the payments before the restructuring'
      ELSE NULL
    END,
    CASE
      WHEN (
        COALESCE(NOT (
          "t2"."edge"
        ) IS NULL AND (
          "t2"."days_on_it" < "t2"."edge"
        ), FALSE)
      ) IS NULL
      THEN 'something the rule compares'
      ELSE CAST(NULL AS TEXT)
    END
  ) AS "missing",
  "t2"."source_row",
  CAST("t2"."days_on_it" AS TEXT) AS "observed",
  CAST("t2"."edge" AS TEXT) AS "limit",
  CAST(NULL AS BIGINT) AS "amount",
  CAST(NULL AS TEXT) AS "currency",
  "t2"."earlier_basis" AS "basis",
  CASE
    WHEN "t2"."later_lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
    THEN 'unverified'
    ELSE NULL
  END AS "confidence",
  CASE
    WHEN "t2"."later_lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
    THEN 'B7-017-344'
    ELSE NULL
  END AS "citation",
  "t2"."tape",
  CAST(NULL AS TEXT) AS "subject_kind",
  CAST(NULL AS TEXT) AS "source_table",
  CAST(NULL AS TEXT) AS "unit",
  CAST(NULL AS TEXT) AS "note",
  "t2"."earlier_tape" AS "other_tape",
  "t2"."earlier_row" AS "other_row"
FROM (
  SELECT
    "t1"."institution_id",
    "t1"."loan_id",
    "t1"."earlier_loan_no",
    "t1"."earlier_tape",
    "t1"."earlier_row",
    "t1"."earlier_is_disbursed",
    "t1"."earlier_borrower_id",
    "t1"."earlier_currency",
    "t1"."earlier_principal",
    "t1"."earlier_signed_on",
    "t1"."earlier_disbursed_on",
    "t1"."earlier_matures_on",
    "t1"."earlier_nominal_rate",
    "t1"."earlier_rate_method",
    "t1"."earlier_frequency",
    "t1"."earlier_amortization",
    "t1"."earlier_grace_months",
    "t1"."earlier_fees_upfront",
    "t1"."earlier_original_matures_on",
    "t1"."earlier_restructured_on",
    "t1"."earlier_schedule_from",
    "t1"."earlier_refinances",
    "t1"."earlier_written_off_on",
    "t1"."earlier_title_kind",
    "t1"."earlier_installments_returned",
    "t1"."earlier_payments_returned",
    "t1"."earlier_collateral_returned",
    "t1"."earlier_recovery_returned",
    "t1"."earlier_outstanding_principal",
    "t1"."earlier_overpaid_principal",
    "t1"."earlier_days_past_due",
    "t1"."earlier_accrued_interest",
    "t1"."earlier_repaid_on",
    "t1"."earlier_basis",
    "t1"."earlier_lender_kind",
    "t1"."earlier_is_short_term",
    "t1"."earlier_is_as_of",
    "t1"."earlier_is_written_off",
    "t1"."earlier_are_payments_known",
    "t1"."earlier_reported_outstanding",
    "t1"."earlier_reported_days_past_due",
    "t1"."earlier_titles_held",
    "t1"."earlier_has_collateral",
    "t1"."earlier_has_schedule",
    "t1"."later_loan_no",
    "t1"."later_tape",
    "t1"."later_row",
    "t1"."later_is_disbursed",
    "t1"."later_borrower_id",
    "t1"."later_currency",
    "t1"."later_principal",
    "t1"."later_signed_on",
    "t1"."later_disbursed_on",
    "t1"."later_matures_on",
    "t1"."later_nominal_rate",
    "t1"."later_rate_method",
    "t1"."later_frequency",
    "t1"."later_amortization",
    "t1"."later_grace_months",
    "t1"."later_fees_upfront",
    "t1"."later_original_matures_on",
    "t1"."later_restructured_on",
    "t1"."later_schedule_from",
    "t1"."later_refinances",
    "t1"."later_written_off_on",
    "t1"."later_title_kind",
    "t1"."later_installments_returned",
    "t1"."later_payments_returned",
    "t1"."later_collateral_returned",
    "t1"."later_recovery_returned",
    "t1"."later_outstanding_principal",
    "t1"."later_overpaid_principal",
    "t1"."later_days_past_due",
    "t1"."later_accrued_interest",
    "t1"."later_repaid_on",
    "t1"."later_basis",
    "t1"."later_lender_kind",
    "t1"."later_is_short_term",
    "t1"."later_is_as_of",
    "t1"."later_is_written_off",
    "t1"."later_are_payments_known",
    "t1"."later_reported_outstanding",
    "t1"."later_reported_days_past_due",
    "t1"."later_titles_held",
    "t1"."later_has_collateral",
    "t1"."later_has_schedule",
    "t1"."received_principal",
    "t1"."received",
    "t1"."restarted_on",
    "t1"."is_restructured_between",
    "t1"."received_before_restart",
    "t1"."owed_interest",
    "t1"."next_due_on",
    "t1"."is_origin_changed",
    "t1"."are_events_rewritten",
    "t1"."are_payments_rewritten",
    "t1"."is_rate_changed",
    "t1"."is_schedule_moved",
    "t1"."tape",
    "t1"."source_row",
    "t1"."days_on_it",
    CASE
      WHEN "t1"."later_lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
      AND (
        "t1"."days_on_it" >= 10
      )
      AND (
        "t1"."days_on_it" < 20
      )
      AND "t1"."later_is_short_term"
      THEN 15
      WHEN "t1"."later_lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
      AND (
        "t1"."days_on_it" >= 25
      )
      AND (
        "t1"."days_on_it" < 35
      )
      AND NOT (
        "t1"."later_is_short_term"
      )
      THEN 30
      WHEN "t1"."later_lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
      AND (
        "t1"."days_on_it" >= 26
      )
      AND (
        "t1"."days_on_it" < 36
      )
      AND "t1"."later_is_short_term"
      THEN 31
      WHEN "t1"."later_lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
      AND (
        "t1"."days_on_it" >= 56
      )
      AND (
        "t1"."days_on_it" < 66
      )
      AND "t1"."later_is_short_term"
      THEN 61
      WHEN "t1"."later_lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
      AND (
        "t1"."days_on_it" >= 85
      )
      AND (
        "t1"."days_on_it" < 95
      )
      AND NOT (
        "t1"."later_is_short_term"
      )
      THEN 90
      WHEN "t1"."later_lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
      AND (
        "t1"."days_on_it" >= 86
      )
      AND (
        "t1"."days_on_it" < 96
      )
      AND "t1"."later_is_short_term"
      THEN 91
      WHEN "t1"."later_lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
      AND (
        "t1"."days_on_it" >= 175
      )
      AND (
        "t1"."days_on_it" < 185
      )
      AND NOT (
        "t1"."later_is_short_term"
      )
      THEN 180
      WHEN "t1"."later_lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
      AND (
        "t1"."days_on_it" >= 355
      )
      AND (
        "t1"."days_on_it" < 365
      )
      AND NOT (
        "t1"."later_is_short_term"
      )
      THEN 360
      ELSE NULL
    END AS "edge"
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
      "t0"."later_row" AS "source_row",
      CASE
        WHEN COALESCE("t0"."earlier_days_past_due" > 0, FALSE)
        THEN "t0"."earlier_days_past_due" + DATE_DIFF('DAY', MAKE_DATE(2024, 11, 30), "t0"."later_restructured_on")
        WHEN (
          "t0"."earlier_days_past_due"
        ) IS NULL
        THEN CAST(NULL AS BIGINT)
        WHEN (
          "t0"."next_due_on"
        ) IS NULL
        THEN 0
        ELSE GREATEST(
          DATE_DIFF('DAY', MAKE_DATE(2024, 11, 30), "t0"."later_restructured_on") + DATE_DIFF('DAY', "t0"."next_due_on", MAKE_DATE(2024, 11, 30)),
          0
        )
      END AS "days_on_it"
    FROM "month_loans" AS "t0"
    WHERE
      "t0"."earlier_is_disbursed"
      AND NOT (
        "t0"."later_loan_no"
      ) IS NULL
      AND "t0"."is_restructured_between"
      AND NOT (
        COALESCE("t0"."earlier_is_written_off", FALSE)
      )
  ) AS "t1"
) AS "t2"

-- month_loans as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  "t64"."institution_id",
  "t64"."loan_id",
  "t64"."earlier_loan_no",
  "t64"."earlier_tape",
  "t64"."earlier_row",
  COALESCE("t64"."earlier_is_disbursed", FALSE) AS "earlier_is_disbursed",
  "t64"."earlier_borrower_id",
  "t64"."earlier_currency",
  "t64"."earlier_principal",
  "t64"."earlier_signed_on",
  "t64"."earlier_disbursed_on",
  "t64"."earlier_matures_on",
  "t64"."earlier_nominal_rate",
  "t64"."earlier_rate_method",
  "t64"."earlier_frequency",
  "t64"."earlier_amortization",
  "t64"."earlier_grace_months",
  "t64"."earlier_fees_upfront",
  "t64"."earlier_original_matures_on",
  "t64"."earlier_restructured_on",
  "t64"."earlier_schedule_from",
  "t64"."earlier_refinances",
  "t64"."earlier_written_off_on",
  "t64"."earlier_title_kind",
  "t64"."earlier_installments_returned",
  "t64"."earlier_payments_returned",
  "t64"."earlier_collateral_returned",
  "t64"."earlier_recovery_returned",
  "t64"."earlier_outstanding_principal",
  "t64"."earlier_overpaid_principal",
  "t64"."earlier_days_past_due",
  "t64"."earlier_accrued_interest",
  "t64"."earlier_repaid_on",
  "t64"."earlier_basis",
  "t64"."earlier_lender_kind",
  "t64"."earlier_is_short_term",
  "t64"."earlier_is_as_of",
  "t64"."earlier_is_written_off",
  "t64"."earlier_are_payments_known",
  "t64"."earlier_reported_outstanding",
  "t64"."earlier_reported_days_past_due",
  "t64"."earlier_titles_held",
  "t64"."earlier_has_collateral",
  "t64"."earlier_has_schedule",
  "t64"."later_loan_no",
  "t64"."later_tape",
  "t64"."later_row",
  COALESCE("t64"."later_is_disbursed", FALSE) AS "later_is_disbursed",
  "t64"."later_borrower_id",
  "t64"."later_currency",
  "t64"."later_principal",
  "t64"."later_signed_on",
  "t64"."later_disbursed_on",
  "t64"."later_matures_on",
  "t64"."later_nominal_rate",
  "t64"."later_rate_method",
  "t64"."later_frequency",
  "t64"."later_amortization",
  "t64"."later_grace_months",
  "t64"."later_fees_upfront",
  "t64"."later_original_matures_on",
  "t64"."later_restructured_on",
  "t64"."later_schedule_from",
  "t64"."later_refinances",
  "t64"."later_written_off_on",
  "t64"."later_title_kind",
  "t64"."later_installments_returned",
  "t64"."later_payments_returned",
  "t64"."later_collateral_returned",
  "t64"."later_recovery_returned",
  "t64"."later_outstanding_principal",
  "t64"."later_overpaid_principal",
  "t64"."later_days_past_due",
  "t64"."later_accrued_interest",
  "t64"."later_repaid_on",
  "t64"."later_basis",
  "t64"."later_lender_kind",
  "t64"."later_is_short_term",
  "t64"."later_is_as_of",
  "t64"."later_is_written_off",
  "t64"."later_are_payments_known",
  "t64"."later_reported_outstanding",
  "t64"."later_reported_days_past_due",
  "t64"."later_titles_held",
  "t64"."later_has_collateral",
  "t64"."later_has_schedule",
  "t64"."received_principal",
  "t64"."received",
  "t64"."restarted_on",
  "t64"."is_restructured_between",
  "t64"."received_before_restart",
  "t64"."owed_interest",
  "t64"."next_due_on",
  NOT (
    "t64"."earlier_loan_no"
  ) IS NULL
  AND NOT (
    "t64"."later_loan_no"
  ) IS NULL
  AND COALESCE("t64"."earlier_is_disbursed", FALSE)
  AND (
    COALESCE("t64"."later_principal" <> "t64"."earlier_principal", FALSE)
    OR COALESCE("t64"."later_currency" <> "t64"."earlier_currency", FALSE)
    OR COALESCE("t64"."later_disbursed_on" <> "t64"."earlier_disbursed_on", FALSE)
  ) AS "is_origin_changed",
  NOT (
    "t64"."earlier_loan_no"
  ) IS NULL
  AND NOT (
    "t64"."later_loan_no"
  ) IS NULL
  AND COALESCE("t64"."earlier_is_disbursed", FALSE)
  AND (
    (
      NOT (
        COALESCE(
          (
            CASE
              WHEN COALESCE("t64"."earlier_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
              THEN "t64"."earlier_restructured_on"
              ELSE CAST(NULL AS DATE)
            END = CASE
              WHEN COALESCE("t64"."later_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
              THEN "t64"."later_restructured_on"
              ELSE CAST(NULL AS DATE)
            END
          )
          OR (
            (
              (
                CASE
                  WHEN COALESCE("t64"."earlier_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                  THEN "t64"."earlier_restructured_on"
                  ELSE CAST(NULL AS DATE)
                END
              ) IS NULL
            )
            AND (
              (
                CASE
                  WHEN COALESCE("t64"."later_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                  THEN "t64"."later_restructured_on"
                  ELSE CAST(NULL AS DATE)
                END
              ) IS NULL
            )
          ),
          FALSE
        )
      )
      AND NOT (
        COALESCE(
          (
            "t64"."later_restructured_on" > MAKE_DATE(2024, 11, 30)
          )
          AND (
            "t64"."later_restructured_on" <= MAKE_DATE(2024, 12, 31)
          ),
          FALSE
        )
      )
    )
    OR (
      NOT (
        COALESCE(
          (
            CASE
              WHEN COALESCE("t64"."earlier_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
              THEN "t64"."earlier_schedule_from"
              ELSE CAST(NULL AS DATE)
            END = CASE
              WHEN COALESCE("t64"."later_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
              THEN "t64"."later_schedule_from"
              ELSE CAST(NULL AS DATE)
            END
          )
          OR (
            (
              (
                CASE
                  WHEN COALESCE("t64"."earlier_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
                  THEN "t64"."earlier_schedule_from"
                  ELSE CAST(NULL AS DATE)
                END
              ) IS NULL
            )
            AND (
              (
                CASE
                  WHEN COALESCE("t64"."later_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
                  THEN "t64"."later_schedule_from"
                  ELSE CAST(NULL AS DATE)
                END
              ) IS NULL
            )
          ),
          FALSE
        )
      )
      AND NOT (
        COALESCE(
          (
            "t64"."later_schedule_from" > MAKE_DATE(2024, 11, 30)
          )
          AND (
            "t64"."later_schedule_from" <= MAKE_DATE(2024, 12, 31)
          ),
          FALSE
        )
        OR COALESCE(
          (
            "t64"."later_restructured_on" > MAKE_DATE(2024, 11, 30)
          )
          AND (
            "t64"."later_restructured_on" <= MAKE_DATE(2024, 12, 31)
          ),
          FALSE
        )
      )
    )
    OR (
      NOT (
        COALESCE(
          (
            CASE
              WHEN COALESCE("t64"."earlier_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
              THEN "t64"."earlier_written_off_on"
              ELSE CAST(NULL AS DATE)
            END = CASE
              WHEN COALESCE("t64"."later_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
              THEN "t64"."later_written_off_on"
              ELSE CAST(NULL AS DATE)
            END
          )
          OR (
            (
              (
                CASE
                  WHEN COALESCE("t64"."earlier_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                  THEN "t64"."earlier_written_off_on"
                  ELSE CAST(NULL AS DATE)
                END
              ) IS NULL
            )
            AND (
              (
                CASE
                  WHEN COALESCE("t64"."later_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                  THEN "t64"."later_written_off_on"
                  ELSE CAST(NULL AS DATE)
                END
              ) IS NULL
            )
          ),
          FALSE
        )
      )
      AND NOT (
        COALESCE(
          (
            "t64"."later_written_off_on" > MAKE_DATE(2024, 11, 30)
          )
          AND (
            "t64"."later_written_off_on" <= MAKE_DATE(2024, 12, 31)
          ),
          FALSE
        )
      )
    )
  ) AS "are_events_rewritten",
  NOT (
    "t64"."earlier_loan_no"
  ) IS NULL
  AND NOT (
    "t64"."later_loan_no"
  ) IS NULL
  AND COALESCE("t64"."earlier_is_disbursed", FALSE)
  AND "t64"."is_payments_other"
  AND NOT (
    COALESCE("t64"."earlier_payments_returned", FALSE)
    OR COALESCE("t64"."later_payments_returned", FALSE)
  ) AS "are_payments_rewritten",
  NOT (
    "t64"."earlier_loan_no"
  ) IS NULL
  AND NOT (
    "t64"."later_loan_no"
  ) IS NULL
  AND COALESCE("t64"."earlier_is_disbursed", FALSE)
  AND (
    COALESCE("t64"."later_nominal_rate" <> "t64"."earlier_nominal_rate", FALSE)
    OR COALESCE("t64"."later_rate_method" <> "t64"."earlier_rate_method", FALSE)
  )
  AND NOT (
    "t64"."is_restructured_between"
  ) AS "is_rate_changed",
  NOT (
    "t64"."earlier_loan_no"
  ) IS NULL
  AND NOT (
    "t64"."later_loan_no"
  ) IS NULL
  AND COALESCE("t64"."earlier_is_disbursed", FALSE)
  AND (
    (
      "t64"."restarted_on"
    ) IS NULL
  )
  AND (
    (
      "t64"."is_installments_other"
      AND "t64"."earlier_has_schedule"
      AND NOT (
        COALESCE("t64"."earlier_installments_returned", FALSE)
        OR COALESCE("t64"."later_installments_returned", FALSE)
      )
    )
    OR (
      COALESCE("t64"."later_matures_on" <> "t64"."earlier_matures_on", FALSE)
      OR COALESCE("t64"."later_frequency" <> "t64"."earlier_frequency", FALSE)
      OR COALESCE("t64"."later_amortization" <> "t64"."earlier_amortization", FALSE)
      OR COALESCE("t64"."later_grace_months" <> "t64"."earlier_grace_months", FALSE)
    )
  ) AS "is_schedule_moved"
FROM (
  SELECT
    "t63"."institution_id",
    "t63"."loan_id",
    "t63"."earlier_loan_no",
    "t63"."earlier_tape",
    "t63"."earlier_row",
    "t63"."earlier_is_disbursed",
    "t63"."earlier_borrower_id",
    "t63"."earlier_currency",
    "t63"."earlier_principal",
    "t63"."earlier_signed_on",
    "t63"."earlier_disbursed_on",
    "t63"."earlier_matures_on",
    "t63"."earlier_nominal_rate",
    "t63"."earlier_rate_method",
    "t63"."earlier_frequency",
    "t63"."earlier_amortization",
    "t63"."earlier_grace_months",
    "t63"."earlier_fees_upfront",
    "t63"."earlier_original_matures_on",
    "t63"."earlier_restructured_on",
    "t63"."earlier_schedule_from",
    "t63"."earlier_refinances",
    "t63"."earlier_written_off_on",
    "t63"."earlier_title_kind",
    "t63"."earlier_installments_returned",
    "t63"."earlier_payments_returned",
    "t63"."earlier_collateral_returned",
    "t63"."earlier_recovery_returned",
    "t63"."earlier_outstanding_principal",
    "t63"."earlier_overpaid_principal",
    "t63"."earlier_days_past_due",
    "t63"."earlier_accrued_interest",
    "t63"."earlier_repaid_on",
    "t63"."earlier_basis",
    "t63"."earlier_lender_kind",
    "t63"."earlier_is_short_term",
    "t63"."earlier_is_as_of",
    "t63"."earlier_is_written_off",
    "t63"."earlier_are_payments_known",
    "t63"."earlier_reported_outstanding",
    "t63"."earlier_reported_days_past_due",
    "t63"."earlier_titles_held",
    "t63"."earlier_has_collateral",
    "t63"."earlier_has_schedule",
    "t63"."later_loan_no",
    "t63"."later_tape",
    "t63"."later_row",
    "t63"."later_is_disbursed",
    "t63"."later_borrower_id",
    "t63"."later_currency",
    "t63"."later_principal",
    "t63"."later_signed_on",
    "t63"."later_disbursed_on",
    "t63"."later_matures_on",
    "t63"."later_nominal_rate",
    "t63"."later_rate_method",
    "t63"."later_frequency",
    "t63"."later_amortization",
    "t63"."later_grace_months",
    "t63"."later_fees_upfront",
    "t63"."later_original_matures_on",
    "t63"."later_restructured_on",
    "t63"."later_schedule_from",
    "t63"."later_refinances",
    "t63"."later_written_off_on",
    "t63"."later_title_kind",
    "t63"."later_installments_returned",
    "t63"."later_payments_returned",
    "t63"."later_collateral_returned",
    "t63"."later_recovery_returned",
    "t63"."later_outstanding_principal",
    "t63"."later_overpaid_principal",
    "t63"."later_days_past_due",
    "t63"."later_accrued_interest",
    "t63"."later_repaid_on",
    "t63"."later_basis",
    "t63"."later_lender_kind",
    "t63"."later_is_short_term",
    "t63"."later_is_as_of",
    "t63"."later_is_written_off",
    "t63"."later_are_payments_known",
    "t63"."later_reported_outstanding",
    "t63"."later_reported_days_past_due",
    "t63"."later_titles_held",
    "t63"."later_has_collateral",
    "t63"."later_has_schedule",
    "t63"."restart_no",
    "t63"."restarted_on",
    "t63"."paid_no",
    "t63"."received_principal",
    "t63"."received",
    "t63"."received_before_restart",
    "t63"."due_no",
    "t63"."next_due_on",
    "t63"."coming",
    "t63"."is_restructured_between",
    "t63"."owed_interest",
    "t63"."is_payments_other",
    "t63"."is_installments_other",
    "t63"."is_log_other"
  FROM (
    SELECT
      "t62"."institution_id",
      "t62"."loan_id",
      "t62"."earlier_loan_no",
      "t62"."earlier_tape",
      "t62"."earlier_row",
      "t62"."earlier_is_disbursed",
      "t62"."earlier_borrower_id",
      "t62"."earlier_currency",
      "t62"."earlier_principal",
      "t62"."earlier_signed_on",
      "t62"."earlier_disbursed_on",
      "t62"."earlier_matures_on",
      "t62"."earlier_nominal_rate",
      "t62"."earlier_rate_method",
      "t62"."earlier_frequency",
      "t62"."earlier_amortization",
      "t62"."earlier_grace_months",
      "t62"."earlier_fees_upfront",
      "t62"."earlier_original_matures_on",
      "t62"."earlier_restructured_on",
      "t62"."earlier_schedule_from",
      "t62"."earlier_refinances",
      "t62"."earlier_written_off_on",
      "t62"."earlier_title_kind",
      "t62"."earlier_installments_returned",
      "t62"."earlier_payments_returned",
      "t62"."earlier_collateral_returned",
      "t62"."earlier_recovery_returned",
      "t62"."earlier_outstanding_principal",
      "t62"."earlier_overpaid_principal",
      "t62"."earlier_days_past_due",
      "t62"."earlier_accrued_interest",
      "t62"."earlier_repaid_on",
      "t62"."earlier_basis",
      "t62"."earlier_lender_kind",
      "t62"."earlier_is_short_term",
      "t62"."earlier_is_as_of",
      "t62"."earlier_is_written_off",
      "t62"."earlier_are_payments_known",
      "t62"."earlier_reported_outstanding",
      "t62"."earlier_reported_days_past_due",
      "t62"."earlier_titles_held",
      "t62"."earlier_has_collateral",
      "t62"."earlier_has_schedule",
      "t62"."later_loan_no",
      "t62"."later_tape",
      "t62"."later_row",
      "t62"."later_is_disbursed",
      "t62"."later_borrower_id",
      "t62"."later_currency",
      "t62"."later_principal",
      "t62"."later_signed_on",
      "t62"."later_disbursed_on",
      "t62"."later_matures_on",
      "t62"."later_nominal_rate",
      "t62"."later_rate_method",
      "t62"."later_frequency",
      "t62"."later_amortization",
      "t62"."later_grace_months",
      "t62"."later_fees_upfront",
      "t62"."later_original_matures_on",
      "t62"."later_restructured_on",
      "t62"."later_schedule_from",
      "t62"."later_refinances",
      "t62"."later_written_off_on",
      "t62"."later_title_kind",
      "t62"."later_installments_returned",
      "t62"."later_payments_returned",
      "t62"."later_collateral_returned",
      "t62"."later_recovery_returned",
      "t62"."later_outstanding_principal",
      "t62"."later_overpaid_principal",
      "t62"."later_days_past_due",
      "t62"."later_accrued_interest",
      "t62"."later_repaid_on",
      "t62"."later_basis",
      "t62"."later_lender_kind",
      "t62"."later_is_short_term",
      "t62"."later_is_as_of",
      "t62"."later_is_written_off",
      "t62"."later_are_payments_known",
      "t62"."later_reported_outstanding",
      "t62"."later_reported_days_past_due",
      "t62"."later_titles_held",
      "t62"."later_has_collateral",
      "t62"."later_has_schedule",
      "t62"."restart_no",
      "t62"."restarted_on",
      "t62"."paid_no",
      "t62"."received_principal",
      "t62"."received",
      "t62"."received_before_restart",
      "t62"."due_no",
      "t62"."next_due_on",
      "t62"."coming",
      "t62"."is_restructured_between",
      "t62"."owed_interest",
      "t62"."is_payments_other",
      "t62"."is_installments_other",
      "t62"."f_institution",
      "t62"."f_loan",
      NOT (
        "t62"."f_loan"
      ) IS NULL AS "is_log_other"
    FROM (
      SELECT
        "t61"."institution_id",
        "t61"."loan_id",
        "t61"."earlier_loan_no",
        "t61"."earlier_tape",
        "t61"."earlier_row",
        "t61"."earlier_is_disbursed",
        "t61"."earlier_borrower_id",
        "t61"."earlier_currency",
        "t61"."earlier_principal",
        "t61"."earlier_signed_on",
        "t61"."earlier_disbursed_on",
        "t61"."earlier_matures_on",
        "t61"."earlier_nominal_rate",
        "t61"."earlier_rate_method",
        "t61"."earlier_frequency",
        "t61"."earlier_amortization",
        "t61"."earlier_grace_months",
        "t61"."earlier_fees_upfront",
        "t61"."earlier_original_matures_on",
        "t61"."earlier_restructured_on",
        "t61"."earlier_schedule_from",
        "t61"."earlier_refinances",
        "t61"."earlier_written_off_on",
        "t61"."earlier_title_kind",
        "t61"."earlier_installments_returned",
        "t61"."earlier_payments_returned",
        "t61"."earlier_collateral_returned",
        "t61"."earlier_recovery_returned",
        "t61"."earlier_outstanding_principal",
        "t61"."earlier_overpaid_principal",
        "t61"."earlier_days_past_due",
        "t61"."earlier_accrued_interest",
        "t61"."earlier_repaid_on",
        "t61"."earlier_basis",
        "t61"."earlier_lender_kind",
        "t61"."earlier_is_short_term",
        "t61"."earlier_is_as_of",
        "t61"."earlier_is_written_off",
        "t61"."earlier_are_payments_known",
        "t61"."earlier_reported_outstanding",
        "t61"."earlier_reported_days_past_due",
        "t61"."earlier_titles_held",
        "t61"."earlier_has_collateral",
        "t61"."earlier_has_schedule",
        "t61"."later_loan_no",
        "t61"."later_tape",
        "t61"."later_row",
        "t61"."later_is_disbursed",
        "t61"."later_borrower_id",
        "t61"."later_currency",
        "t61"."later_principal",
        "t61"."later_signed_on",
        "t61"."later_disbursed_on",
        "t61"."later_matures_on",
        "t61"."later_nominal_rate",
        "t61"."later_rate_method",
        "t61"."later_frequency",
        "t61"."later_amortization",
        "t61"."later_grace_months",
        "t61"."later_fees_upfront",
        "t61"."later_original_matures_on",
        "t61"."later_restructured_on",
        "t61"."later_schedule_from",
        "t61"."later_refinances",
        "t61"."later_written_off_on",
        "t61"."later_title_kind",
        "t61"."later_installments_returned",
        "t61"."later_payments_returned",
        "t61"."later_collateral_returned",
        "t61"."later_recovery_returned",
        "t61"."later_outstanding_principal",
        "t61"."later_overpaid_principal",
        "t61"."later_days_past_due",
        "t61"."later_accrued_interest",
        "t61"."later_repaid_on",
        "t61"."later_basis",
        "t61"."later_lender_kind",
        "t61"."later_is_short_term",
        "t61"."later_is_as_of",
        "t61"."later_is_written_off",
        "t61"."later_are_payments_known",
        "t61"."later_reported_outstanding",
        "t61"."later_reported_days_past_due",
        "t61"."later_titles_held",
        "t61"."later_has_collateral",
        "t61"."later_has_schedule",
        "t61"."restart_no",
        "t61"."restarted_on",
        "t61"."paid_no",
        "t61"."received_principal",
        "t61"."received",
        "t61"."received_before_restart",
        "t61"."due_no",
        "t61"."next_due_on",
        "t61"."coming",
        "t61"."is_restructured_between",
        "t61"."owed_interest",
        "t61"."is_payments_other",
        "t61"."is_installments_other",
        "t20"."f_institution",
        "t20"."f_loan"
      FROM (
        SELECT
          "t59"."institution_id",
          "t59"."loan_id",
          "t59"."earlier_loan_no",
          "t59"."earlier_tape",
          "t59"."earlier_row",
          "t59"."earlier_is_disbursed",
          "t59"."earlier_borrower_id",
          "t59"."earlier_currency",
          "t59"."earlier_principal",
          "t59"."earlier_signed_on",
          "t59"."earlier_disbursed_on",
          "t59"."earlier_matures_on",
          "t59"."earlier_nominal_rate",
          "t59"."earlier_rate_method",
          "t59"."earlier_frequency",
          "t59"."earlier_amortization",
          "t59"."earlier_grace_months",
          "t59"."earlier_fees_upfront",
          "t59"."earlier_original_matures_on",
          "t59"."earlier_restructured_on",
          "t59"."earlier_schedule_from",
          "t59"."earlier_refinances",
          "t59"."earlier_written_off_on",
          "t59"."earlier_title_kind",
          "t59"."earlier_installments_returned",
          "t59"."earlier_payments_returned",
          "t59"."earlier_collateral_returned",
          "t59"."earlier_recovery_returned",
          "t59"."earlier_outstanding_principal",
          "t59"."earlier_overpaid_principal",
          "t59"."earlier_days_past_due",
          "t59"."earlier_accrued_interest",
          "t59"."earlier_repaid_on",
          "t59"."earlier_basis",
          "t59"."earlier_lender_kind",
          "t59"."earlier_is_short_term",
          "t59"."earlier_is_as_of",
          "t59"."earlier_is_written_off",
          "t59"."earlier_are_payments_known",
          "t59"."earlier_reported_outstanding",
          "t59"."earlier_reported_days_past_due",
          "t59"."earlier_titles_held",
          "t59"."earlier_has_collateral",
          "t59"."earlier_has_schedule",
          "t59"."later_loan_no",
          "t59"."later_tape",
          "t59"."later_row",
          "t59"."later_is_disbursed",
          "t59"."later_borrower_id",
          "t59"."later_currency",
          "t59"."later_principal",
          "t59"."later_signed_on",
          "t59"."later_disbursed_on",
          "t59"."later_matures_on",
          "t59"."later_nominal_rate",
          "t59"."later_rate_method",
          "t59"."later_frequency",
          "t59"."later_amortization",
          "t59"."later_grace_months",
          "t59"."later_fees_upfront",
          "t59"."later_original_matures_on",
          "t59"."later_restructured_on",
          "t59"."later_schedule_from",
          "t59"."later_refinances",
          "t59"."later_written_off_on",
          "t59"."later_title_kind",
          "t59"."later_installments_returned",
          "t59"."later_payments_returned",
          "t59"."later_collateral_returned",
          "t59"."later_recovery_returned",
          "t59"."later_outstanding_principal",
          "t59"."later_overpaid_principal",
          "t59"."later_days_past_due",
          "t59"."later_accrued_interest",
          "t59"."later_repaid_on",
          "t59"."later_basis",
          "t59"."later_lender_kind",
          "t59"."later_is_short_term",
          "t59"."later_is_as_of",
          "t59"."later_is_written_off",
          "t59"."later_are_payments_known",
          "t59"."later_reported_outstanding",
          "t59"."later_reported_days_past_due",
          "t59"."later_titles_held",
          "t59"."later_has_collateral",
          "t59"."later_has_schedule",
          "t59"."restart_no",
          "t59"."restarted_on",
          "t59"."paid_no",
          "t59"."received_principal",
          "t59"."received",
          "t59"."received_before_restart",
          "t59"."due_no",
          "t59"."next_due_on",
          "t59"."coming",
          "t59"."is_restructured_between",
          "t59"."owed_interest",
          "t59"."is_payments_other",
          "t59"."is_installments_other"
        FROM (
          SELECT
            "t58"."institution_id",
            "t58"."loan_id",
            "t58"."earlier_loan_no",
            "t58"."earlier_tape",
            "t58"."earlier_row",
            "t58"."earlier_is_disbursed",
            "t58"."earlier_borrower_id",
            "t58"."earlier_currency",
            "t58"."earlier_principal",
            "t58"."earlier_signed_on",
            "t58"."earlier_disbursed_on",
            "t58"."earlier_matures_on",
            "t58"."earlier_nominal_rate",
            "t58"."earlier_rate_method",
            "t58"."earlier_frequency",
            "t58"."earlier_amortization",
            "t58"."earlier_grace_months",
            "t58"."earlier_fees_upfront",
            "t58"."earlier_original_matures_on",
            "t58"."earlier_restructured_on",
            "t58"."earlier_schedule_from",
            "t58"."earlier_refinances",
            "t58"."earlier_written_off_on",
            "t58"."earlier_title_kind",
            "t58"."earlier_installments_returned",
            "t58"."earlier_payments_returned",
            "t58"."earlier_collateral_returned",
            "t58"."earlier_recovery_returned",
            "t58"."earlier_outstanding_principal",
            "t58"."earlier_overpaid_principal",
            "t58"."earlier_days_past_due",
            "t58"."earlier_accrued_interest",
            "t58"."earlier_repaid_on",
            "t58"."earlier_basis",
            "t58"."earlier_lender_kind",
            "t58"."earlier_is_short_term",
            "t58"."earlier_is_as_of",
            "t58"."earlier_is_written_off",
            "t58"."earlier_are_payments_known",
            "t58"."earlier_reported_outstanding",
            "t58"."earlier_reported_days_past_due",
            "t58"."earlier_titles_held",
            "t58"."earlier_has_collateral",
            "t58"."earlier_has_schedule",
            "t58"."later_loan_no",
            "t58"."later_tape",
            "t58"."later_row",
            "t58"."later_is_disbursed",
            "t58"."later_borrower_id",
            "t58"."later_currency",
            "t58"."later_principal",
            "t58"."later_signed_on",
            "t58"."later_disbursed_on",
            "t58"."later_matures_on",
            "t58"."later_nominal_rate",
            "t58"."later_rate_method",
            "t58"."later_frequency",
            "t58"."later_amortization",
            "t58"."later_grace_months",
            "t58"."later_fees_upfront",
            "t58"."later_original_matures_on",
            "t58"."later_restructured_on",
            "t58"."later_schedule_from",
            "t58"."later_refinances",
            "t58"."later_written_off_on",
            "t58"."later_title_kind",
            "t58"."later_installments_returned",
            "t58"."later_payments_returned",
            "t58"."later_collateral_returned",
            "t58"."later_recovery_returned",
            "t58"."later_outstanding_principal",
            "t58"."later_overpaid_principal",
            "t58"."later_days_past_due",
            "t58"."later_accrued_interest",
            "t58"."later_repaid_on",
            "t58"."later_basis",
            "t58"."later_lender_kind",
            "t58"."later_is_short_term",
            "t58"."later_is_as_of",
            "t58"."later_is_written_off",
            "t58"."later_are_payments_known",
            "t58"."later_reported_outstanding",
            "t58"."later_reported_days_past_due",
            "t58"."later_titles_held",
            "t58"."later_has_collateral",
            "t58"."later_has_schedule",
            "t58"."restart_no",
            "t58"."restarted_on",
            "t58"."paid_no",
            "t58"."received_principal",
            "t58"."received",
            "t58"."received_before_restart",
            "t58"."due_no",
            "t58"."next_due_on",
            "t58"."coming",
            "t58"."is_restructured_between",
            "t58"."owed_interest",
            "t58"."is_payments_other",
            "t58"."f_institution",
            "t58"."f_loan",
            NOT (
              "t58"."f_loan"
            ) IS NULL AS "is_installments_other"
          FROM (
            SELECT
              "t57"."institution_id",
              "t57"."loan_id",
              "t57"."earlier_loan_no",
              "t57"."earlier_tape",
              "t57"."earlier_row",
              "t57"."earlier_is_disbursed",
              "t57"."earlier_borrower_id",
              "t57"."earlier_currency",
              "t57"."earlier_principal",
              "t57"."earlier_signed_on",
              "t57"."earlier_disbursed_on",
              "t57"."earlier_matures_on",
              "t57"."earlier_nominal_rate",
              "t57"."earlier_rate_method",
              "t57"."earlier_frequency",
              "t57"."earlier_amortization",
              "t57"."earlier_grace_months",
              "t57"."earlier_fees_upfront",
              "t57"."earlier_original_matures_on",
              "t57"."earlier_restructured_on",
              "t57"."earlier_schedule_from",
              "t57"."earlier_refinances",
              "t57"."earlier_written_off_on",
              "t57"."earlier_title_kind",
              "t57"."earlier_installments_returned",
              "t57"."earlier_payments_returned",
              "t57"."earlier_collateral_returned",
              "t57"."earlier_recovery_returned",
              "t57"."earlier_outstanding_principal",
              "t57"."earlier_overpaid_principal",
              "t57"."earlier_days_past_due",
              "t57"."earlier_accrued_interest",
              "t57"."earlier_repaid_on",
              "t57"."earlier_basis",
              "t57"."earlier_lender_kind",
              "t57"."earlier_is_short_term",
              "t57"."earlier_is_as_of",
              "t57"."earlier_is_written_off",
              "t57"."earlier_are_payments_known",
              "t57"."earlier_reported_outstanding",
              "t57"."earlier_reported_days_past_due",
              "t57"."earlier_titles_held",
              "t57"."earlier_has_collateral",
              "t57"."earlier_has_schedule",
              "t57"."later_loan_no",
              "t57"."later_tape",
              "t57"."later_row",
              "t57"."later_is_disbursed",
              "t57"."later_borrower_id",
              "t57"."later_currency",
              "t57"."later_principal",
              "t57"."later_signed_on",
              "t57"."later_disbursed_on",
              "t57"."later_matures_on",
              "t57"."later_nominal_rate",
              "t57"."later_rate_method",
              "t57"."later_frequency",
              "t57"."later_amortization",
              "t57"."later_grace_months",
              "t57"."later_fees_upfront",
              "t57"."later_original_matures_on",
              "t57"."later_restructured_on",
              "t57"."later_schedule_from",
              "t57"."later_refinances",
              "t57"."later_written_off_on",
              "t57"."later_title_kind",
              "t57"."later_installments_returned",
              "t57"."later_payments_returned",
              "t57"."later_collateral_returned",
              "t57"."later_recovery_returned",
              "t57"."later_outstanding_principal",
              "t57"."later_overpaid_principal",
              "t57"."later_days_past_due",
              "t57"."later_accrued_interest",
              "t57"."later_repaid_on",
              "t57"."later_basis",
              "t57"."later_lender_kind",
              "t57"."later_is_short_term",
              "t57"."later_is_as_of",
              "t57"."later_is_written_off",
              "t57"."later_are_payments_known",
              "t57"."later_reported_outstanding",
              "t57"."later_reported_days_past_due",
              "t57"."later_titles_held",
              "t57"."later_has_collateral",
              "t57"."later_has_schedule",
              "t57"."restart_no",
              "t57"."restarted_on",
              "t57"."paid_no",
              "t57"."received_principal",
              "t57"."received",
              "t57"."received_before_restart",
              "t57"."due_no",
              "t57"."next_due_on",
              "t57"."coming",
              "t57"."is_restructured_between",
              "t57"."owed_interest",
              "t57"."is_payments_other",
              "t21"."f_institution",
              "t21"."f_loan"
            FROM (
              SELECT
                "t55"."institution_id",
                "t55"."loan_id",
                "t55"."earlier_loan_no",
                "t55"."earlier_tape",
                "t55"."earlier_row",
                "t55"."earlier_is_disbursed",
                "t55"."earlier_borrower_id",
                "t55"."earlier_currency",
                "t55"."earlier_principal",
                "t55"."earlier_signed_on",
                "t55"."earlier_disbursed_on",
                "t55"."earlier_matures_on",
                "t55"."earlier_nominal_rate",
                "t55"."earlier_rate_method",
                "t55"."earlier_frequency",
                "t55"."earlier_amortization",
                "t55"."earlier_grace_months",
                "t55"."earlier_fees_upfront",
                "t55"."earlier_original_matures_on",
                "t55"."earlier_restructured_on",
                "t55"."earlier_schedule_from",
                "t55"."earlier_refinances",
                "t55"."earlier_written_off_on",
                "t55"."earlier_title_kind",
                "t55"."earlier_installments_returned",
                "t55"."earlier_payments_returned",
                "t55"."earlier_collateral_returned",
                "t55"."earlier_recovery_returned",
                "t55"."earlier_outstanding_principal",
                "t55"."earlier_overpaid_principal",
                "t55"."earlier_days_past_due",
                "t55"."earlier_accrued_interest",
                "t55"."earlier_repaid_on",
                "t55"."earlier_basis",
                "t55"."earlier_lender_kind",
                "t55"."earlier_is_short_term",
                "t55"."earlier_is_as_of",
                "t55"."earlier_is_written_off",
                "t55"."earlier_are_payments_known",
                "t55"."earlier_reported_outstanding",
                "t55"."earlier_reported_days_past_due",
                "t55"."earlier_titles_held",
                "t55"."earlier_has_collateral",
                "t55"."earlier_has_schedule",
                "t55"."later_loan_no",
                "t55"."later_tape",
                "t55"."later_row",
                "t55"."later_is_disbursed",
                "t55"."later_borrower_id",
                "t55"."later_currency",
                "t55"."later_principal",
                "t55"."later_signed_on",
                "t55"."later_disbursed_on",
                "t55"."later_matures_on",
                "t55"."later_nominal_rate",
                "t55"."later_rate_method",
                "t55"."later_frequency",
                "t55"."later_amortization",
                "t55"."later_grace_months",
                "t55"."later_fees_upfront",
                "t55"."later_original_matures_on",
                "t55"."later_restructured_on",
                "t55"."later_schedule_from",
                "t55"."later_refinances",
                "t55"."later_written_off_on",
                "t55"."later_title_kind",
                "t55"."later_installments_returned",
                "t55"."later_payments_returned",
                "t55"."later_collateral_returned",
                "t55"."later_recovery_returned",
                "t55"."later_outstanding_principal",
                "t55"."later_overpaid_principal",
                "t55"."later_days_past_due",
                "t55"."later_accrued_interest",
                "t55"."later_repaid_on",
                "t55"."later_basis",
                "t55"."later_lender_kind",
                "t55"."later_is_short_term",
                "t55"."later_is_as_of",
                "t55"."later_is_written_off",
                "t55"."later_are_payments_known",
                "t55"."later_reported_outstanding",
                "t55"."later_reported_days_past_due",
                "t55"."later_titles_held",
                "t55"."later_has_collateral",
                "t55"."later_has_schedule",
                "t55"."restart_no",
                "t55"."restarted_on",
                "t55"."paid_no",
                "t55"."received_principal",
                "t55"."received",
                "t55"."received_before_restart",
                "t55"."due_no",
                "t55"."next_due_on",
                "t55"."coming",
                "t55"."is_restructured_between",
                "t55"."owed_interest",
                "t55"."is_payments_other"
              FROM (
                SELECT
                  "t54"."institution_id",
                  "t54"."loan_id",
                  "t54"."earlier_loan_no",
                  "t54"."earlier_tape",
                  "t54"."earlier_row",
                  "t54"."earlier_is_disbursed",
                  "t54"."earlier_borrower_id",
                  "t54"."earlier_currency",
                  "t54"."earlier_principal",
                  "t54"."earlier_signed_on",
                  "t54"."earlier_disbursed_on",
                  "t54"."earlier_matures_on",
                  "t54"."earlier_nominal_rate",
                  "t54"."earlier_rate_method",
                  "t54"."earlier_frequency",
                  "t54"."earlier_amortization",
                  "t54"."earlier_grace_months",
                  "t54"."earlier_fees_upfront",
                  "t54"."earlier_original_matures_on",
                  "t54"."earlier_restructured_on",
                  "t54"."earlier_schedule_from",
                  "t54"."earlier_refinances",
                  "t54"."earlier_written_off_on",
                  "t54"."earlier_title_kind",
                  "t54"."earlier_installments_returned",
                  "t54"."earlier_payments_returned",
                  "t54"."earlier_collateral_returned",
                  "t54"."earlier_recovery_returned",
                  "t54"."earlier_outstanding_principal",
                  "t54"."earlier_overpaid_principal",
                  "t54"."earlier_days_past_due",
                  "t54"."earlier_accrued_interest",
                  "t54"."earlier_repaid_on",
                  "t54"."earlier_basis",
                  "t54"."earlier_lender_kind",
                  "t54"."earlier_is_short_term",
                  "t54"."earlier_is_as_of",
                  "t54"."earlier_is_written_off",
                  "t54"."earlier_are_payments_known",
                  "t54"."earlier_reported_outstanding",
                  "t54"."earlier_reported_days_past_due",
                  "t54"."earlier_titles_held",
                  "t54"."earlier_has_collateral",
                  "t54"."earlier_has_schedule",
                  "t54"."later_loan_no",
                  "t54"."later_tape",
                  "t54"."later_row",
                  "t54"."later_is_disbursed",
                  "t54"."later_borrower_id",
                  "t54"."later_currency",
                  "t54"."later_principal",
                  "t54"."later_signed_on",
                  "t54"."later_disbursed_on",
                  "t54"."later_matures_on",
                  "t54"."later_nominal_rate",
                  "t54"."later_rate_method",
                  "t54"."later_frequency",
                  "t54"."later_amortization",
                  "t54"."later_grace_months",
                  "t54"."later_fees_upfront",
                  "t54"."later_original_matures_on",
                  "t54"."later_restructured_on",
                  "t54"."later_schedule_from",
                  "t54"."later_refinances",
                  "t54"."later_written_off_on",
                  "t54"."later_title_kind",
                  "t54"."later_installments_returned",
                  "t54"."later_payments_returned",
                  "t54"."later_collateral_returned",
                  "t54"."later_recovery_returned",
                  "t54"."later_outstanding_principal",
                  "t54"."later_overpaid_principal",
                  "t54"."later_days_past_due",
                  "t54"."later_accrued_interest",
                  "t54"."later_repaid_on",
                  "t54"."later_basis",
                  "t54"."later_lender_kind",
                  "t54"."later_is_short_term",
                  "t54"."later_is_as_of",
                  "t54"."later_is_written_off",
                  "t54"."later_are_payments_known",
                  "t54"."later_reported_outstanding",
                  "t54"."later_reported_days_past_due",
                  "t54"."later_titles_held",
                  "t54"."later_has_collateral",
                  "t54"."later_has_schedule",
                  "t54"."restart_no",
                  "t54"."restarted_on",
                  "t54"."paid_no",
                  "t54"."received_principal",
                  "t54"."received",
                  "t54"."received_before_restart",
                  "t54"."due_no",
                  "t54"."next_due_on",
                  "t54"."coming",
                  "t54"."is_restructured_between",
                  "t54"."owed_interest",
                  "t54"."f_institution",
                  "t54"."f_loan",
                  NOT (
                    "t54"."f_loan"
                  ) IS NULL AS "is_payments_other"
                FROM (
                  SELECT
                    "t53"."institution_id",
                    "t53"."loan_id",
                    "t53"."earlier_loan_no",
                    "t53"."earlier_tape",
                    "t53"."earlier_row",
                    "t53"."earlier_is_disbursed",
                    "t53"."earlier_borrower_id",
                    "t53"."earlier_currency",
                    "t53"."earlier_principal",
                    "t53"."earlier_signed_on",
                    "t53"."earlier_disbursed_on",
                    "t53"."earlier_matures_on",
                    "t53"."earlier_nominal_rate",
                    "t53"."earlier_rate_method",
                    "t53"."earlier_frequency",
                    "t53"."earlier_amortization",
                    "t53"."earlier_grace_months",
                    "t53"."earlier_fees_upfront",
                    "t53"."earlier_original_matures_on",
                    "t53"."earlier_restructured_on",
                    "t53"."earlier_schedule_from",
                    "t53"."earlier_refinances",
                    "t53"."earlier_written_off_on",
                    "t53"."earlier_title_kind",
                    "t53"."earlier_installments_returned",
                    "t53"."earlier_payments_returned",
                    "t53"."earlier_collateral_returned",
                    "t53"."earlier_recovery_returned",
                    "t53"."earlier_outstanding_principal",
                    "t53"."earlier_overpaid_principal",
                    "t53"."earlier_days_past_due",
                    "t53"."earlier_accrued_interest",
                    "t53"."earlier_repaid_on",
                    "t53"."earlier_basis",
                    "t53"."earlier_lender_kind",
                    "t53"."earlier_is_short_term",
                    "t53"."earlier_is_as_of",
                    "t53"."earlier_is_written_off",
                    "t53"."earlier_are_payments_known",
                    "t53"."earlier_reported_outstanding",
                    "t53"."earlier_reported_days_past_due",
                    "t53"."earlier_titles_held",
                    "t53"."earlier_has_collateral",
                    "t53"."earlier_has_schedule",
                    "t53"."later_loan_no",
                    "t53"."later_tape",
                    "t53"."later_row",
                    "t53"."later_is_disbursed",
                    "t53"."later_borrower_id",
                    "t53"."later_currency",
                    "t53"."later_principal",
                    "t53"."later_signed_on",
                    "t53"."later_disbursed_on",
                    "t53"."later_matures_on",
                    "t53"."later_nominal_rate",
                    "t53"."later_rate_method",
                    "t53"."later_frequency",
                    "t53"."later_amortization",
                    "t53"."later_grace_months",
                    "t53"."later_fees_upfront",
                    "t53"."later_original_matures_on",
                    "t53"."later_restructured_on",
                    "t53"."later_schedule_from",
                    "t53"."later_refinances",
                    "t53"."later_written_off_on",
                    "t53"."later_title_kind",
                    "t53"."later_installments_returned",
                    "t53"."later_payments_returned",
                    "t53"."later_collateral_returned",
                    "t53"."later_recovery_returned",
                    "t53"."later_outstanding_principal",
                    "t53"."later_overpaid_principal",
                    "t53"."later_days_past_due",
                    "t53"."later_accrued_interest",
                    "t53"."later_repaid_on",
                    "t53"."later_basis",
                    "t53"."later_lender_kind",
                    "t53"."later_is_short_term",
                    "t53"."later_is_as_of",
                    "t53"."later_is_written_off",
                    "t53"."later_are_payments_known",
                    "t53"."later_reported_outstanding",
                    "t53"."later_reported_days_past_due",
                    "t53"."later_titles_held",
                    "t53"."later_has_collateral",
                    "t53"."later_has_schedule",
                    "t53"."restart_no",
                    "t53"."restarted_on",
                    "t53"."paid_no",
                    "t53"."received_principal",
                    "t53"."received",
                    "t53"."received_before_restart",
                    "t53"."due_no",
                    "t53"."next_due_on",
                    "t53"."coming",
                    "t53"."is_restructured_between",
                    "t53"."owed_interest",
                    "t22"."f_institution",
                    "t22"."f_loan"
                  FROM (
                    SELECT
                      "t51"."institution_id",
                      "t51"."loan_id",
                      "t51"."earlier_loan_no",
                      "t51"."earlier_tape",
                      "t51"."earlier_row",
                      "t51"."earlier_is_disbursed",
                      "t51"."earlier_borrower_id",
                      "t51"."earlier_currency",
                      "t51"."earlier_principal",
                      "t51"."earlier_signed_on",
                      "t51"."earlier_disbursed_on",
                      "t51"."earlier_matures_on",
                      "t51"."earlier_nominal_rate",
                      "t51"."earlier_rate_method",
                      "t51"."earlier_frequency",
                      "t51"."earlier_amortization",
                      "t51"."earlier_grace_months",
                      "t51"."earlier_fees_upfront",
                      "t51"."earlier_original_matures_on",
                      "t51"."earlier_restructured_on",
                      "t51"."earlier_schedule_from",
                      "t51"."earlier_refinances",
                      "t51"."earlier_written_off_on",
                      "t51"."earlier_title_kind",
                      "t51"."earlier_installments_returned",
                      "t51"."earlier_payments_returned",
                      "t51"."earlier_collateral_returned",
                      "t51"."earlier_recovery_returned",
                      "t51"."earlier_outstanding_principal",
                      "t51"."earlier_overpaid_principal",
                      "t51"."earlier_days_past_due",
                      "t51"."earlier_accrued_interest",
                      "t51"."earlier_repaid_on",
                      "t51"."earlier_basis",
                      "t51"."earlier_lender_kind",
                      "t51"."earlier_is_short_term",
                      "t51"."earlier_is_as_of",
                      "t51"."earlier_is_written_off",
                      "t51"."earlier_are_payments_known",
                      "t51"."earlier_reported_outstanding",
                      "t51"."earlier_reported_days_past_due",
                      "t51"."earlier_titles_held",
                      "t51"."earlier_has_collateral",
                      "t51"."earlier_has_schedule",
                      "t51"."later_loan_no",
                      "t51"."later_tape",
                      "t51"."later_row",
                      "t51"."later_is_disbursed",
                      "t51"."later_borrower_id",
                      "t51"."later_currency",
                      "t51"."later_principal",
                      "t51"."later_signed_on",
                      "t51"."later_disbursed_on",
                      "t51"."later_matures_on",
                      "t51"."later_nominal_rate",
                      "t51"."later_rate_method",
                      "t51"."later_frequency",
                      "t51"."later_amortization",
                      "t51"."later_grace_months",
                      "t51"."later_fees_upfront",
                      "t51"."later_original_matures_on",
                      "t51"."later_restructured_on",
                      "t51"."later_schedule_from",
                      "t51"."later_refinances",
                      "t51"."later_written_off_on",
                      "t51"."later_title_kind",
                      "t51"."later_installments_returned",
                      "t51"."later_payments_returned",
                      "t51"."later_collateral_returned",
                      "t51"."later_recovery_returned",
                      "t51"."later_outstanding_principal",
                      "t51"."later_overpaid_principal",
                      "t51"."later_days_past_due",
                      "t51"."later_accrued_interest",
                      "t51"."later_repaid_on",
                      "t51"."later_basis",
                      "t51"."later_lender_kind",
                      "t51"."later_is_short_term",
                      "t51"."later_is_as_of",
                      "t51"."later_is_written_off",
                      "t51"."later_are_payments_known",
                      "t51"."later_reported_outstanding",
                      "t51"."later_reported_days_past_due",
                      "t51"."later_titles_held",
                      "t51"."later_has_collateral",
                      "t51"."later_has_schedule",
                      "t51"."restart_no",
                      "t51"."restarted_on",
                      "t51"."paid_no",
                      COALESCE("t51"."received_principal", 0) AS "received_principal",
                      COALESCE("t51"."received", 0) AS "received",
                      COALESCE("t51"."received_before_restart", 0) AS "received_before_restart",
                      "t51"."due_no",
                      "t51"."next_due_on",
                      "t51"."coming",
                      COALESCE(
                        (
                          "t51"."later_restructured_on" > MAKE_DATE(2024, 11, 30)
                        )
                        AND (
                          "t51"."later_restructured_on" <= MAKE_DATE(2024, 12, 31)
                        ),
                        FALSE
                      ) AS "is_restructured_between",
                      CASE
                        WHEN "t51"."earlier_has_schedule"
                        AND NOT (
                          "t51"."earlier_accrued_interest"
                        ) IS NULL
                        THEN "t51"."earlier_accrued_interest" + COALESCE("t51"."coming", 0)
                        ELSE CAST(NULL AS BIGINT)
                      END AS "owed_interest"
                    FROM (
                      SELECT
                        "t45"."institution_id",
                        "t45"."loan_id",
                        "t45"."earlier_loan_no",
                        "t45"."earlier_tape",
                        "t45"."earlier_row",
                        "t45"."earlier_is_disbursed",
                        "t45"."earlier_borrower_id",
                        "t45"."earlier_currency",
                        "t45"."earlier_principal",
                        "t45"."earlier_signed_on",
                        "t45"."earlier_disbursed_on",
                        "t45"."earlier_matures_on",
                        "t45"."earlier_nominal_rate",
                        "t45"."earlier_rate_method",
                        "t45"."earlier_frequency",
                        "t45"."earlier_amortization",
                        "t45"."earlier_grace_months",
                        "t45"."earlier_fees_upfront",
                        "t45"."earlier_original_matures_on",
                        "t45"."earlier_restructured_on",
                        "t45"."earlier_schedule_from",
                        "t45"."earlier_refinances",
                        "t45"."earlier_written_off_on",
                        "t45"."earlier_title_kind",
                        "t45"."earlier_installments_returned",
                        "t45"."earlier_payments_returned",
                        "t45"."earlier_collateral_returned",
                        "t45"."earlier_recovery_returned",
                        "t45"."earlier_outstanding_principal",
                        "t45"."earlier_overpaid_principal",
                        "t45"."earlier_days_past_due",
                        "t45"."earlier_accrued_interest",
                        "t45"."earlier_repaid_on",
                        "t45"."earlier_basis",
                        "t45"."earlier_lender_kind",
                        "t45"."earlier_is_short_term",
                        "t45"."earlier_is_as_of",
                        "t45"."earlier_is_written_off",
                        "t45"."earlier_are_payments_known",
                        "t45"."earlier_reported_outstanding",
                        "t45"."earlier_reported_days_past_due",
                        "t45"."earlier_titles_held",
                        "t45"."earlier_has_collateral",
                        "t45"."earlier_has_schedule",
                        "t45"."later_loan_no",
                        "t45"."later_tape",
                        "t45"."later_row",
                        "t45"."later_is_disbursed",
                        "t45"."later_borrower_id",
                        "t45"."later_currency",
                        "t45"."later_principal",
                        "t45"."later_signed_on",
                        "t45"."later_disbursed_on",
                        "t45"."later_matures_on",
                        "t45"."later_nominal_rate",
                        "t45"."later_rate_method",
                        "t45"."later_frequency",
                        "t45"."later_amortization",
                        "t45"."later_grace_months",
                        "t45"."later_fees_upfront",
                        "t45"."later_original_matures_on",
                        "t45"."later_restructured_on",
                        "t45"."later_schedule_from",
                        "t45"."later_refinances",
                        "t45"."later_written_off_on",
                        "t45"."later_title_kind",
                        "t45"."later_installments_returned",
                        "t45"."later_payments_returned",
                        "t45"."later_collateral_returned",
                        "t45"."later_recovery_returned",
                        "t45"."later_outstanding_principal",
                        "t45"."later_overpaid_principal",
                        "t45"."later_days_past_due",
                        "t45"."later_accrued_interest",
                        "t45"."later_repaid_on",
                        "t45"."later_basis",
                        "t45"."later_lender_kind",
                        "t45"."later_is_short_term",
                        "t45"."later_is_as_of",
                        "t45"."later_is_written_off",
                        "t45"."later_are_payments_known",
                        "t45"."later_reported_outstanding",
                        "t45"."later_reported_days_past_due",
                        "t45"."later_titles_held",
                        "t45"."later_has_collateral",
                        "t45"."later_has_schedule",
                        "t37"."restart_no",
                        "t37"."restarted_on",
                        "t48"."paid_no",
                        "t48"."received_principal",
                        "t48"."received",
                        "t48"."received_before_restart",
                        "t50"."due_no",
                        "t50"."next_due_on",
                        "t50"."coming"
                      FROM (
                        SELECT
                          "t43"."institution_id",
                          "t43"."loan_id",
                          "t43"."earlier_loan_no",
                          "t43"."earlier_tape",
                          "t43"."earlier_row",
                          "t43"."earlier_is_disbursed",
                          "t43"."earlier_borrower_id",
                          "t43"."earlier_currency",
                          "t43"."earlier_principal",
                          "t43"."earlier_signed_on",
                          "t43"."earlier_disbursed_on",
                          "t43"."earlier_matures_on",
                          "t43"."earlier_nominal_rate",
                          "t43"."earlier_rate_method",
                          "t43"."earlier_frequency",
                          "t43"."earlier_amortization",
                          "t43"."earlier_grace_months",
                          "t43"."earlier_fees_upfront",
                          "t43"."earlier_original_matures_on",
                          "t43"."earlier_restructured_on",
                          "t43"."earlier_schedule_from",
                          "t43"."earlier_refinances",
                          "t43"."earlier_written_off_on",
                          "t43"."earlier_title_kind",
                          "t43"."earlier_installments_returned",
                          "t43"."earlier_payments_returned",
                          "t43"."earlier_collateral_returned",
                          "t43"."earlier_recovery_returned",
                          "t43"."earlier_outstanding_principal",
                          "t43"."earlier_overpaid_principal",
                          "t43"."earlier_days_past_due",
                          "t43"."earlier_accrued_interest",
                          "t43"."earlier_repaid_on",
                          "t43"."earlier_basis",
                          "t43"."earlier_lender_kind",
                          "t43"."earlier_is_short_term",
                          "t43"."earlier_is_as_of",
                          "t43"."earlier_is_written_off",
                          "t43"."earlier_are_payments_known",
                          "t43"."earlier_reported_outstanding",
                          "t43"."earlier_reported_days_past_due",
                          "t43"."earlier_titles_held",
                          "t43"."earlier_has_collateral",
                          "t43"."earlier_has_schedule",
                          "t43"."later_loan_no",
                          "t43"."later_tape",
                          "t43"."later_row",
                          "t43"."later_is_disbursed",
                          "t43"."later_borrower_id",
                          "t43"."later_currency",
                          "t43"."later_principal",
                          "t43"."later_signed_on",
                          "t43"."later_disbursed_on",
                          "t43"."later_matures_on",
                          "t43"."later_nominal_rate",
                          "t43"."later_rate_method",
                          "t43"."later_frequency",
                          "t43"."later_amortization",
                          "t43"."later_grace_months",
                          "t43"."later_fees_upfront",
                          "t43"."later_original_matures_on",
                          "t43"."later_restructured_on",
                          "t43"."later_schedule_from",
                          "t43"."later_refinances",
                          "t43"."later_written_off_on",
                          "t43"."later_title_kind",
                          "t43"."later_installments_returned",
                          "t43"."later_payments_returned",
                          "t43"."later_collateral_returned",
                          "t43"."later_recovery_returned",
                          "t43"."later_outstanding_principal",
                          "t43"."later_overpaid_principal",
                          "t43"."later_days_past_due",
                          "t43"."later_accrued_interest",
                          "t43"."later_repaid_on",
                          "t43"."later_basis",
                          "t43"."later_lender_kind",
                          "t43"."later_is_short_term",
                          "t43"."later_is_as_of",
                          "t43"."later_is_written_off",
                          "t43"."later_are_payments_known",
                          "t43"."later_reported_outstanding",
                          "t43"."later_reported_days_past_due",
                          "t43"."later_titles_held",
                          "t43"."later_has_collateral",
                          "t43"."later_has_schedule"
                        FROM (
                          SELECT
                            COALESCE("t40"."institution_id", "t40"."institution_id_right") AS "institution_id",
                            COALESCE("t40"."loan_id", "t40"."loan_id_right") AS "loan_id",
                            "t40"."earlier_loan_no",
                            "t40"."earlier_tape",
                            "t40"."earlier_row",
                            "t40"."earlier_is_disbursed",
                            "t40"."earlier_borrower_id",
                            "t40"."earlier_currency",
                            "t40"."earlier_principal",
                            "t40"."earlier_signed_on",
                            "t40"."earlier_disbursed_on",
                            "t40"."earlier_matures_on",
                            "t40"."earlier_nominal_rate",
                            "t40"."earlier_rate_method",
                            "t40"."earlier_frequency",
                            "t40"."earlier_amortization",
                            "t40"."earlier_grace_months",
                            "t40"."earlier_fees_upfront",
                            "t40"."earlier_original_matures_on",
                            "t40"."earlier_restructured_on",
                            "t40"."earlier_schedule_from",
                            "t40"."earlier_refinances",
                            "t40"."earlier_written_off_on",
                            "t40"."earlier_title_kind",
                            "t40"."earlier_installments_returned",
                            "t40"."earlier_payments_returned",
                            "t40"."earlier_collateral_returned",
                            "t40"."earlier_recovery_returned",
                            "t40"."earlier_outstanding_principal",
                            "t40"."earlier_overpaid_principal",
                            "t40"."earlier_days_past_due",
                            "t40"."earlier_accrued_interest",
                            "t40"."earlier_repaid_on",
                            "t40"."earlier_basis",
                            "t40"."earlier_lender_kind",
                            "t40"."earlier_is_short_term",
                            "t40"."earlier_is_as_of",
                            "t40"."earlier_is_written_off",
                            "t40"."earlier_are_payments_known",
                            "t40"."earlier_reported_outstanding",
                            "t40"."earlier_reported_days_past_due",
                            "t40"."earlier_titles_held",
                            "t40"."earlier_has_collateral",
                            "t40"."earlier_has_schedule",
                            "t40"."institution_id_right",
                            "t40"."loan_id_right",
                            "t40"."later_loan_no",
                            "t40"."later_tape",
                            "t40"."later_row",
                            "t40"."later_is_disbursed",
                            "t40"."later_borrower_id",
                            "t40"."later_currency",
                            "t40"."later_principal",
                            "t40"."later_signed_on",
                            "t40"."later_disbursed_on",
                            "t40"."later_matures_on",
                            "t40"."later_nominal_rate",
                            "t40"."later_rate_method",
                            "t40"."later_frequency",
                            "t40"."later_amortization",
                            "t40"."later_grace_months",
                            "t40"."later_fees_upfront",
                            "t40"."later_original_matures_on",
                            "t40"."later_restructured_on",
                            "t40"."later_schedule_from",
                            "t40"."later_refinances",
                            "t40"."later_written_off_on",
                            "t40"."later_title_kind",
                            "t40"."later_installments_returned",
                            "t40"."later_payments_returned",
                            "t40"."later_collateral_returned",
                            "t40"."later_recovery_returned",
                            "t40"."later_outstanding_principal",
                            "t40"."later_overpaid_principal",
                            "t40"."later_days_past_due",
                            "t40"."later_accrued_interest",
                            "t40"."later_repaid_on",
                            "t40"."later_basis",
                            "t40"."later_lender_kind",
                            "t40"."later_is_short_term",
                            "t40"."later_is_as_of",
                            "t40"."later_is_written_off",
                            "t40"."later_are_payments_known",
                            "t40"."later_reported_outstanding",
                            "t40"."later_reported_days_past_due",
                            "t40"."later_titles_held",
                            "t40"."later_has_collateral",
                            "t40"."later_has_schedule"
                          FROM (
                            SELECT
                              "t11"."institution_id",
                              "t11"."loan_id",
                              "t11"."loan_no" AS "earlier_loan_no",
                              "t11"."tape" AS "earlier_tape",
                              "t11"."source_row" AS "earlier_row",
                              COALESCE("t24"."fact_is_disbursed", FALSE) AS "earlier_is_disbursed",
                              "t11"."borrower_id" AS "earlier_borrower_id",
                              "t11"."currency" AS "earlier_currency",
                              "t11"."principal" AS "earlier_principal",
                              "t11"."signed_on" AS "earlier_signed_on",
                              "t11"."disbursed_on" AS "earlier_disbursed_on",
                              "t11"."matures_on" AS "earlier_matures_on",
                              "t11"."nominal_rate" AS "earlier_nominal_rate",
                              "t11"."rate_method" AS "earlier_rate_method",
                              "t11"."frequency" AS "earlier_frequency",
                              "t11"."amortization" AS "earlier_amortization",
                              "t11"."grace_months" AS "earlier_grace_months",
                              "t11"."fees_upfront" AS "earlier_fees_upfront",
                              "t11"."original_matures_on" AS "earlier_original_matures_on",
                              "t11"."restructured_on" AS "earlier_restructured_on",
                              "t11"."schedule_from" AS "earlier_schedule_from",
                              "t11"."refinances" AS "earlier_refinances",
                              "t11"."written_off_on" AS "earlier_written_off_on",
                              "t11"."title_kind" AS "earlier_title_kind",
                              "t11"."installments_returned" AS "earlier_installments_returned",
                              "t11"."payments_returned" AS "earlier_payments_returned",
                              "t11"."collateral_returned" AS "earlier_collateral_returned",
                              "t11"."recovery_returned" AS "earlier_recovery_returned",
                              "t24"."fact_outstanding_principal" AS "earlier_outstanding_principal",
                              "t24"."fact_overpaid_principal" AS "earlier_overpaid_principal",
                              "t24"."fact_days_past_due" AS "earlier_days_past_due",
                              "t24"."fact_accrued_interest" AS "earlier_accrued_interest",
                              "t24"."fact_repaid_on" AS "earlier_repaid_on",
                              "t24"."fact_basis" AS "earlier_basis",
                              "t24"."fact_lender_kind" AS "earlier_lender_kind",
                              "t24"."fact_is_short_term" AS "earlier_is_short_term",
                              "t24"."fact_is_as_of" AS "earlier_is_as_of",
                              "t24"."fact_is_written_off" AS "earlier_is_written_off",
                              "t24"."fact_are_payments_known" AS "earlier_are_payments_known",
                              "t24"."fact_reported_outstanding" AS "earlier_reported_outstanding",
                              "t24"."fact_reported_days_past_due" AS "earlier_reported_days_past_due",
                              "t24"."fact_titles_held" AS "earlier_titles_held",
                              "t24"."fact_has_collateral" AS "earlier_has_collateral",
                              NOT (
                                "t25"."due_no"
                              ) IS NULL AS "earlier_has_schedule",
                              "t33"."institution_id" AS "institution_id_right",
                              "t33"."loan_id" AS "loan_id_right",
                              "t33"."later_loan_no",
                              "t33"."later_tape",
                              "t33"."later_row",
                              "t33"."later_is_disbursed",
                              "t33"."later_borrower_id",
                              "t33"."later_currency",
                              "t33"."later_principal",
                              "t33"."later_signed_on",
                              "t33"."later_disbursed_on",
                              "t33"."later_matures_on",
                              "t33"."later_nominal_rate",
                              "t33"."later_rate_method",
                              "t33"."later_frequency",
                              "t33"."later_amortization",
                              "t33"."later_grace_months",
                              "t33"."later_fees_upfront",
                              "t33"."later_original_matures_on",
                              "t33"."later_restructured_on",
                              "t33"."later_schedule_from",
                              "t33"."later_refinances",
                              "t33"."later_written_off_on",
                              "t33"."later_title_kind",
                              "t33"."later_installments_returned",
                              "t33"."later_payments_returned",
                              "t33"."later_collateral_returned",
                              "t33"."later_recovery_returned",
                              "t33"."later_outstanding_principal",
                              "t33"."later_overpaid_principal",
                              "t33"."later_days_past_due",
                              "t33"."later_accrued_interest",
                              "t33"."later_repaid_on",
                              "t33"."later_basis",
                              "t33"."later_lender_kind",
                              "t33"."later_is_short_term",
                              "t33"."later_is_as_of",
                              "t33"."later_is_written_off",
                              "t33"."later_are_payments_known",
                              "t33"."later_reported_outstanding",
                              "t33"."later_reported_days_past_due",
                              "t33"."later_titles_held",
                              "t33"."later_has_collateral",
                              "t33"."later_has_schedule"
                            FROM "earlier_loans" AS "t11"
                            LEFT OUTER JOIN (
                              SELECT
                                "t6"."loan_no" AS "fact_loan_no",
                                TRUE AS "fact_is_disbursed",
                                "t6"."outstanding_principal" AS "fact_outstanding_principal",
                                "t6"."overpaid_principal" AS "fact_overpaid_principal",
                                "t6"."days_past_due" AS "fact_days_past_due",
                                "t6"."accrued_interest" AS "fact_accrued_interest",
                                "t6"."repaid_on" AS "fact_repaid_on",
                                "t6"."basis" AS "fact_basis",
                                "t6"."lender_kind" AS "fact_lender_kind",
                                "t6"."is_short_term" AS "fact_is_short_term",
                                "t6"."is_as_of" AS "fact_is_as_of",
                                "t6"."is_written_off" AS "fact_is_written_off",
                                "t6"."are_payments_known" AS "fact_are_payments_known",
                                "t6"."reported_outstanding" AS "fact_reported_outstanding",
                                "t6"."reported_days_past_due" AS "fact_reported_days_past_due",
                                "t6"."titles_held" AS "fact_titles_held",
                                "t6"."has_collateral" AS "fact_has_collateral"
                              FROM "earlier_loan_facts" AS "t6"
                            ) AS "t24"
                              ON "t11"."loan_no" = "t24"."fact_loan_no"
                            LEFT OUTER JOIN (
                              SELECT DISTINCT
                                "t7"."loan_no" AS "due_no"
                              FROM "earlier_installments" AS "t7"
                            ) AS "t25"
                              ON "t11"."loan_no" = "t25"."due_no"
                            FULL OUTER JOIN (
                              SELECT
                                "t10"."institution_id",
                                "t10"."loan_id",
                                "t10"."loan_no" AS "later_loan_no",
                                "t10"."tape" AS "later_tape",
                                "t10"."source_row" AS "later_row",
                                COALESCE("t27"."fact_is_disbursed", FALSE) AS "later_is_disbursed",
                                "t10"."borrower_id" AS "later_borrower_id",
                                "t10"."currency" AS "later_currency",
                                "t10"."principal" AS "later_principal",
                                "t10"."signed_on" AS "later_signed_on",
                                "t10"."disbursed_on" AS "later_disbursed_on",
                                "t10"."matures_on" AS "later_matures_on",
                                "t10"."nominal_rate" AS "later_nominal_rate",
                                "t10"."rate_method" AS "later_rate_method",
                                "t10"."frequency" AS "later_frequency",
                                "t10"."amortization" AS "later_amortization",
                                "t10"."grace_months" AS "later_grace_months",
                                "t10"."fees_upfront" AS "later_fees_upfront",
                                "t10"."original_matures_on" AS "later_original_matures_on",
                                "t10"."restructured_on" AS "later_restructured_on",
                                "t10"."schedule_from" AS "later_schedule_from",
                                "t10"."refinances" AS "later_refinances",
                                "t10"."written_off_on" AS "later_written_off_on",
                                "t10"."title_kind" AS "later_title_kind",
                                "t10"."installments_returned" AS "later_installments_returned",
                                "t10"."payments_returned" AS "later_payments_returned",
                                "t10"."collateral_returned" AS "later_collateral_returned",
                                "t10"."recovery_returned" AS "later_recovery_returned",
                                "t27"."fact_outstanding_principal" AS "later_outstanding_principal",
                                "t27"."fact_overpaid_principal" AS "later_overpaid_principal",
                                "t27"."fact_days_past_due" AS "later_days_past_due",
                                "t27"."fact_accrued_interest" AS "later_accrued_interest",
                                "t27"."fact_repaid_on" AS "later_repaid_on",
                                "t27"."fact_basis" AS "later_basis",
                                "t27"."fact_lender_kind" AS "later_lender_kind",
                                "t27"."fact_is_short_term" AS "later_is_short_term",
                                "t27"."fact_is_as_of" AS "later_is_as_of",
                                "t27"."fact_is_written_off" AS "later_is_written_off",
                                "t27"."fact_are_payments_known" AS "later_are_payments_known",
                                "t27"."fact_reported_outstanding" AS "later_reported_outstanding",
                                "t27"."fact_reported_days_past_due" AS "later_reported_days_past_due",
                                "t27"."fact_titles_held" AS "later_titles_held",
                                "t27"."fact_has_collateral" AS "later_has_collateral",
                                NOT (
                                  "t28"."due_no"
                                ) IS NULL AS "later_has_schedule"
                              FROM "later_loans" AS "t10"
                              LEFT OUTER JOIN (
                                SELECT
                                  "t8"."loan_no" AS "fact_loan_no",
                                  TRUE AS "fact_is_disbursed",
                                  "t8"."outstanding_principal" AS "fact_outstanding_principal",
                                  "t8"."overpaid_principal" AS "fact_overpaid_principal",
                                  "t8"."days_past_due" AS "fact_days_past_due",
                                  "t8"."accrued_interest" AS "fact_accrued_interest",
                                  "t8"."repaid_on" AS "fact_repaid_on",
                                  "t8"."basis" AS "fact_basis",
                                  "t8"."lender_kind" AS "fact_lender_kind",
                                  "t8"."is_short_term" AS "fact_is_short_term",
                                  "t8"."is_as_of" AS "fact_is_as_of",
                                  "t8"."is_written_off" AS "fact_is_written_off",
                                  "t8"."are_payments_known" AS "fact_are_payments_known",
                                  "t8"."reported_outstanding" AS "fact_reported_outstanding",
                                  "t8"."reported_days_past_due" AS "fact_reported_days_past_due",
                                  "t8"."titles_held" AS "fact_titles_held",
                                  "t8"."has_collateral" AS "fact_has_collateral"
                                FROM "later_loan_facts" AS "t8"
                              ) AS "t27"
                                ON "t10"."loan_no" = "t27"."fact_loan_no"
                              LEFT OUTER JOIN (
                                SELECT DISTINCT
                                  "t9"."loan_no" AS "due_no"
                                FROM "later_installments" AS "t9"
                              ) AS "t28"
                                ON "t10"."loan_no" = "t28"."due_no"
                            ) AS "t33"
                              ON "t11"."institution_id" = "t33"."institution_id"
                              AND "t11"."loan_id" = "t33"."loan_id"
                          ) AS "t40"
                        ) AS "t43"
                      ) AS "t45"
                      LEFT OUTER JOIN (
                        SELECT
                          "t3"."loan_no" AS "restart_no",
                          CASE
                            WHEN GREATEST(
                              CASE
                                WHEN COALESCE(
                                  (
                                    "t3"."restructured_on" > MAKE_DATE(2024, 11, 30)
                                  )
                                  AND (
                                    "t3"."restructured_on" <= MAKE_DATE(2024, 12, 31)
                                  ),
                                  FALSE
                                )
                                THEN "t3"."restructured_on"
                                ELSE MAKE_DATE(2024, 11, 30)
                              END,
                              CASE
                                WHEN COALESCE(
                                  (
                                    "t3"."schedule_from" > MAKE_DATE(2024, 11, 30)
                                  )
                                  AND (
                                    "t3"."schedule_from" <= MAKE_DATE(2024, 12, 31)
                                  ),
                                  FALSE
                                )
                                THEN "t3"."schedule_from"
                                ELSE MAKE_DATE(2024, 11, 30)
                              END
                            ) > MAKE_DATE(2024, 11, 30)
                            THEN GREATEST(
                              CASE
                                WHEN COALESCE(
                                  (
                                    "t3"."restructured_on" > MAKE_DATE(2024, 11, 30)
                                  )
                                  AND (
                                    "t3"."restructured_on" <= MAKE_DATE(2024, 12, 31)
                                  ),
                                  FALSE
                                )
                                THEN "t3"."restructured_on"
                                ELSE MAKE_DATE(2024, 11, 30)
                              END,
                              CASE
                                WHEN COALESCE(
                                  (
                                    "t3"."schedule_from" > MAKE_DATE(2024, 11, 30)
                                  )
                                  AND (
                                    "t3"."schedule_from" <= MAKE_DATE(2024, 12, 31)
                                  ),
                                  FALSE
                                )
                                THEN "t3"."schedule_from"
                                ELSE MAKE_DATE(2024, 11, 30)
                              END
                            )
                            ELSE CAST(NULL AS DATE)
                          END AS "restarted_on"
                        FROM "later_loans" AS "t3"
                      ) AS "t37"
                        ON "t45"."later_loan_no" = "t37"."restart_no"
                      LEFT OUTER JOIN (
                        SELECT
                          "t41"."loan_no" AS "paid_no",
                          COALESCE(CAST(CAST(SUM("t41"."principal") AS DECIMAL(38, 0)) AS BIGINT), 0) AS "received_principal",
                          COALESCE(
                            CAST(CAST(SUM("t41"."principal" + "t41"."interest" + COALESCE("t41"."fee", 0)) AS DECIMAL(38, 0)) AS BIGINT),
                            0
                          ) AS "received",
                          COALESCE(
                            CAST(CAST(SUM("t41"."principal" + "t41"."interest" + COALESCE("t41"."fee", 0)) FILTER(WHERE
                              "t41"."paid_on" <= "t41"."restarted_on") AS DECIMAL(38, 0)) AS BIGINT),
                            0
                          ) AS "received_before_restart"
                        FROM (
                          SELECT
                            "t31"."loan_no",
                            "t31"."paid_on",
                            "t31"."principal",
                            "t31"."interest",
                            "t31"."fee",
                            "t38"."restarted_on"
                          FROM (
                            SELECT
                              "t5"."loan_no",
                              "t5"."paid_on",
                              "t5"."principal",
                              "t5"."interest",
                              "t5"."fee"
                            FROM "later_payments" AS "t5"
                            WHERE
                              COALESCE(
                                (
                                  "t5"."paid_on" > MAKE_DATE(2024, 11, 30)
                                )
                                AND (
                                  "t5"."paid_on" <= MAKE_DATE(2024, 12, 31)
                                ),
                                FALSE
                              )
                          ) AS "t31"
                          INNER JOIN (
                            SELECT
                              "t3"."loan_no",
                              CASE
                                WHEN GREATEST(
                                  CASE
                                    WHEN COALESCE(
                                      (
                                        "t3"."restructured_on" > MAKE_DATE(2024, 11, 30)
                                      )
                                      AND (
                                        "t3"."restructured_on" <= MAKE_DATE(2024, 12, 31)
                                      ),
                                      FALSE
                                    )
                                    THEN "t3"."restructured_on"
                                    ELSE MAKE_DATE(2024, 11, 30)
                                  END,
                                  CASE
                                    WHEN COALESCE(
                                      (
                                        "t3"."schedule_from" > MAKE_DATE(2024, 11, 30)
                                      )
                                      AND (
                                        "t3"."schedule_from" <= MAKE_DATE(2024, 12, 31)
                                      ),
                                      FALSE
                                    )
                                    THEN "t3"."schedule_from"
                                    ELSE MAKE_DATE(2024, 11, 30)
                                  END
                                ) > MAKE_DATE(2024, 11, 30)
                                THEN GREATEST(
                                  CASE
                                    WHEN COALESCE(
                                      (
                                        "t3"."restructured_on" > MAKE_DATE(2024, 11, 30)
                                      )
                                      AND (
                                        "t3"."restructured_on" <= MAKE_DATE(2024, 12, 31)
                                      ),
                                      FALSE
                                    )
                                    THEN "t3"."restructured_on"
                                    ELSE MAKE_DATE(2024, 11, 30)
                                  END,
                                  CASE
                                    WHEN COALESCE(
                                      (
                                        "t3"."schedule_from" > MAKE_DATE(2024, 11, 30)
                                      )
                                      AND (
                                        "t3"."schedule_from" <= MAKE_DATE(2024, 12, 31)
                                      ),
                                      FALSE
                                    )
                                    THEN "t3"."schedule_from"
                                    ELSE MAKE_DATE(2024, 11, 30)
                                  END
                                )
                                ELSE CAST(NULL AS DATE)
                              END AS "restarted_on"
                            FROM "later_loans" AS "t3"
                          ) AS "t38"
                            ON "t31"."loan_no" = "t38"."loan_no"
                        ) AS "t41"
                        GROUP BY
                          1
                      ) AS "t48"
                        ON "t45"."later_loan_no" = "t48"."paid_no"
                      LEFT OUTER JOIN (
                        SELECT
                          "t46"."loan_no" AS "due_no",
                          MIN("t46"."due_on") AS "next_due_on",
                          COALESCE(
                            CAST(CAST(SUM("t46"."interest" + COALESCE("t46"."fee", 0)) FILTER(WHERE
                              (
                                "t46"."due_on" > MAKE_DATE(2024, 11, 30)
                              )
                              AND (
                                "t46"."due_on" <= "t46"."until_on"
                              )) AS DECIMAL(38, 0)) AS BIGINT),
                            0
                          ) AS "coming"
                        FROM (
                          SELECT
                            "t42"."loan_no",
                            "t42"."due_on",
                            "t42"."interest",
                            "t42"."fee",
                            "t42"."institution_id",
                            "t42"."loan_id",
                            "t42"."institution_id_right",
                            "t42"."loan_id_right",
                            "t42"."restarted_on",
                            COALESCE(
                              MIN("t42"."due_on") FILTER(WHERE
                                "t42"."due_on" >= "t42"."restarted_on") OVER (
                                PARTITION BY "t42"."loan_no"
                                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                              ),
                              MAX("t42"."due_on") OVER (
                                PARTITION BY "t42"."loan_no"
                                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                              )
                            ) AS "until_on"
                          FROM (
                            SELECT
                              "t29"."loan_no",
                              "t29"."due_on",
                              "t29"."interest",
                              "t29"."fee",
                              "t23"."institution_id",
                              "t23"."loan_id",
                              "t39"."institution_id" AS "institution_id_right",
                              "t39"."loan_id" AS "loan_id_right",
                              "t39"."restarted_on"
                            FROM (
                              SELECT
                                "t7"."loan_no",
                                "t7"."due_on",
                                "t7"."interest",
                                "t7"."fee"
                              FROM "earlier_installments" AS "t7"
                              WHERE
                                "t7"."due_on" >= MAKE_DATE(2024, 11, 30)
                            ) AS "t29"
                            INNER JOIN (
                              SELECT
                                "t4"."loan_no",
                                "t4"."institution_id",
                                "t4"."loan_id"
                              FROM "earlier_loans" AS "t4"
                            ) AS "t23"
                              ON "t29"."loan_no" = "t23"."loan_no"
                            LEFT OUTER JOIN (
                              SELECT
                                "t3"."institution_id",
                                "t3"."loan_id",
                                CASE
                                  WHEN GREATEST(
                                    CASE
                                      WHEN COALESCE(
                                        (
                                          "t3"."restructured_on" > MAKE_DATE(2024, 11, 30)
                                        )
                                        AND (
                                          "t3"."restructured_on" <= MAKE_DATE(2024, 12, 31)
                                        ),
                                        FALSE
                                      )
                                      THEN "t3"."restructured_on"
                                      ELSE MAKE_DATE(2024, 11, 30)
                                    END,
                                    CASE
                                      WHEN COALESCE(
                                        (
                                          "t3"."schedule_from" > MAKE_DATE(2024, 11, 30)
                                        )
                                        AND (
                                          "t3"."schedule_from" <= MAKE_DATE(2024, 12, 31)
                                        ),
                                        FALSE
                                      )
                                      THEN "t3"."schedule_from"
                                      ELSE MAKE_DATE(2024, 11, 30)
                                    END
                                  ) > MAKE_DATE(2024, 11, 30)
                                  THEN GREATEST(
                                    CASE
                                      WHEN COALESCE(
                                        (
                                          "t3"."restructured_on" > MAKE_DATE(2024, 11, 30)
                                        )
                                        AND (
                                          "t3"."restructured_on" <= MAKE_DATE(2024, 12, 31)
                                        ),
                                        FALSE
                                      )
                                      THEN "t3"."restructured_on"
                                      ELSE MAKE_DATE(2024, 11, 30)
                                    END,
                                    CASE
                                      WHEN COALESCE(
                                        (
                                          "t3"."schedule_from" > MAKE_DATE(2024, 11, 30)
                                        )
                                        AND (
                                          "t3"."schedule_from" <= MAKE_DATE(2024, 12, 31)
                                        ),
                                        FALSE
                                      )
                                      THEN "t3"."schedule_from"
                                      ELSE MAKE_DATE(2024, 11, 30)
                                    END
                                  )
                                  ELSE CAST(NULL AS DATE)
                                END AS "restarted_on"
                              FROM "later_loans" AS "t3"
                            ) AS "t39"
                              ON "t23"."institution_id" = "t39"."institution_id"
                              AND "t23"."loan_id" = "t39"."loan_id"
                          ) AS "t42"
                        ) AS "t46"
                        GROUP BY
                          1
                      ) AS "t50"
                        ON "t45"."earlier_loan_no" = "t50"."due_no"
                    ) AS "t51"
                  ) AS "t53"
                  LEFT OUTER JOIN (
                    SELECT
                      "t2"."institution_id" AS "f_institution",
                      "t2"."loan_id" AS "f_loan"
                    FROM "month_payments" AS "t2"
                  ) AS "t22"
                    ON "t53"."institution_id" = "t22"."f_institution"
                    AND "t53"."loan_id" = "t22"."f_loan"
                ) AS "t54"
              ) AS "t55"
            ) AS "t57"
            LEFT OUTER JOIN (
              SELECT
                "t1"."institution_id" AS "f_institution",
                "t1"."loan_id" AS "f_loan"
              FROM "month_installments" AS "t1"
            ) AS "t21"
              ON "t57"."institution_id" = "t21"."f_institution"
              AND "t57"."loan_id" = "t21"."f_loan"
          ) AS "t58"
        ) AS "t59"
      ) AS "t61"
      LEFT OUTER JOIN (
        SELECT
          "t0"."institution_id" AS "f_institution",
          "t0"."loan_id" AS "f_loan"
        FROM "month_log" AS "t0"
      ) AS "t20"
        ON "t61"."institution_id" = "t20"."f_institution"
        AND "t61"."loan_id" = "t20"."f_loan"
    ) AS "t62"
  ) AS "t63"
) AS "t64"
ORDER BY
  "t64"."institution_id" ASC,
  "t64"."loan_id" ASC

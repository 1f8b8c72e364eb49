-- continuity.closed_and_opened as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  "t10"."institution_id",
  "t10"."subject",
  "t10"."aspect",
  "t10"."state",
  "t10"."missing",
  "t10"."source_row",
  "t10"."observed",
  "t10"."limit",
  "t10"."amount",
  "t10"."currency",
  "t10"."basis",
  "t10"."confidence",
  "t10"."citation",
  "t10"."tape",
  "t10"."subject_kind",
  "t10"."source_table",
  "t10"."unit",
  "t10"."note",
  "t10"."other_tape",
  "t10"."other_row"
FROM (
  SELECT
    "t4"."institution_id",
    "t4"."loan_id" AS "subject",
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE((
              "t4"."later_borrower_id"
            ) IS NULL, FALSE)
            THEN 'the loan''s borrower'
            WHEN COALESCE(
              NOT (
                "t9"."old_id"
              ) IS NULL AND NOT (
                COALESCE("t9"."is_same_day", FALSE)
              ),
              FALSE
            )
            THEN 'the day on which another loan of the borrower was repaid'
            ELSE NULL
          END,
          CASE
            WHEN (
              COALESCE("t9"."is_same_day", FALSE)
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN COALESCE("t9"."is_same_day", FALSE)
      THEN 'found'
      ELSE 'sound'
    END AS "state",
    COALESCE(
      CASE
        WHEN COALESCE((
          "t4"."later_borrower_id"
        ) IS NULL, FALSE)
        THEN 'the loan''s borrower'
        WHEN COALESCE(
          NOT (
            "t9"."old_id"
          ) IS NULL AND NOT (
            COALESCE("t9"."is_same_day", FALSE)
          ),
          FALSE
        )
        THEN 'the day on which another loan of the borrower was repaid'
        ELSE NULL
      END,
      CASE
        WHEN (
          COALESCE("t9"."is_same_day", FALSE)
        ) IS NULL
        THEN 'something the rule compares'
        ELSE CAST(NULL AS TEXT)
      END
    ) AS "missing",
    "t4"."source_row",
    "t4"."tape",
    CAST("t4"."later_disbursed_on" AS TEXT) AS "observed",
    "t9"."old_id" AS "limit",
    '' AS "aspect",
    "t4"."later_principal" AS "amount",
    "t4"."later_currency" AS "currency",
    "t4"."later_basis" AS "basis",
    CAST(NULL AS TEXT) AS "confidence",
    CAST(NULL AS TEXT) AS "citation",
    CAST(NULL AS TEXT) AS "subject_kind",
    CAST(NULL AS TEXT) AS "source_table",
    'code' AS "unit",
    CAST(NULL AS TEXT) AS "note",
    CASE
      WHEN COALESCE("t9"."is_same_day", FALSE)
      THEN "t9"."old_tape"
      ELSE CAST(NULL AS TEXT)
    END AS "other_tape",
    CASE
      WHEN COALESCE("t9"."is_same_day", FALSE)
      THEN "t9"."old_row"
      ELSE CAST(NULL AS BIGINT)
    END AS "other_row"
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
      DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."later_disbursed_on") AS "opened_on"
    FROM "month_loans" AS "t0"
    WHERE
      COALESCE(
        (
          "t0"."later_disbursed_on" > MAKE_DATE(2024, 11, 30)
        )
        AND (
          "t0"."later_disbursed_on" <= MAKE_DATE(2024, 12, 31)
        ),
        FALSE
      )
      AND NOT (
        "t0"."earlier_is_disbursed"
      )
  ) AS "t4"
  LEFT OUTER JOIN (
    SELECT
      "t7"."later_loan_no" AS "new_no",
      "t7"."old_id",
      "t7"."old_tape",
      "t7"."old_row",
      "t7"."is_same_day"
    FROM (
      SELECT
        "t6"."institution_id",
        "t6"."loan_id",
        "t6"."earlier_loan_no",
        "t6"."earlier_tape",
        "t6"."earlier_row",
        "t6"."earlier_is_disbursed",
        "t6"."earlier_borrower_id",
        "t6"."earlier_currency",
        "t6"."earlier_principal",
        "t6"."earlier_signed_on",
        "t6"."earlier_disbursed_on",
        "t6"."earlier_matures_on",
        "t6"."earlier_nominal_rate",
        "t6"."earlier_rate_method",
        "t6"."earlier_frequency",
        "t6"."earlier_amortization",
        "t6"."earlier_grace_months",
        "t6"."earlier_fees_upfront",
        "t6"."earlier_original_matures_on",
        "t6"."earlier_restructured_on",
        "t6"."earlier_schedule_from",
        "t6"."earlier_refinances",
        "t6"."earlier_written_off_on",
        "t6"."earlier_title_kind",
        "t6"."earlier_installments_returned",
        "t6"."earlier_payments_returned",
        "t6"."earlier_collateral_returned",
        "t6"."earlier_recovery_returned",
        "t6"."earlier_outstanding_principal",
        "t6"."earlier_overpaid_principal",
        "t6"."earlier_days_past_due",
        "t6"."earlier_accrued_interest",
        "t6"."earlier_repaid_on",
        "t6"."earlier_basis",
        "t6"."earlier_lender_kind",
        "t6"."earlier_is_short_term",
        "t6"."earlier_is_as_of",
        "t6"."earlier_is_written_off",
        "t6"."earlier_are_payments_known",
        "t6"."earlier_reported_outstanding",
        "t6"."earlier_reported_days_past_due",
        "t6"."earlier_titles_held",
        "t6"."earlier_has_collateral",
        "t6"."earlier_has_schedule",
        "t6"."later_loan_no",
        "t6"."later_tape",
        "t6"."later_row",
        "t6"."later_is_disbursed",
        "t6"."later_borrower_id",
        "t6"."later_currency",
        "t6"."later_principal",
        "t6"."later_signed_on",
        "t6"."later_disbursed_on",
        "t6"."later_matures_on",
        "t6"."later_nominal_rate",
        "t6"."later_rate_method",
        "t6"."later_frequency",
        "t6"."later_amortization",
        "t6"."later_grace_months",
        "t6"."later_fees_upfront",
        "t6"."later_original_matures_on",
        "t6"."later_restructured_on",
        "t6"."later_schedule_from",
        "t6"."later_refinances",
        "t6"."later_written_off_on",
        "t6"."later_title_kind",
        "t6"."later_installments_returned",
        "t6"."later_payments_returned",
        "t6"."later_collateral_returned",
        "t6"."later_recovery_returned",
        "t6"."later_outstanding_principal",
        "t6"."later_overpaid_principal",
        "t6"."later_days_past_due",
        "t6"."later_accrued_interest",
        "t6"."later_repaid_on",
        "t6"."later_basis",
        "t6"."later_lender_kind",
        "t6"."later_is_short_term",
        "t6"."later_is_as_of",
        "t6"."later_is_written_off",
        "t6"."later_are_payments_known",
        "t6"."later_reported_outstanding",
        "t6"."later_reported_days_past_due",
        "t6"."later_titles_held",
        "t6"."later_has_collateral",
        "t6"."later_has_schedule",
        "t6"."received_principal",
        "t6"."received",
        "t6"."restarted_on",
        "t6"."is_restructured_between",
        "t6"."received_before_restart",
        "t6"."owed_interest",
        "t6"."next_due_on",
        "t6"."is_origin_changed",
        "t6"."are_events_rewritten",
        "t6"."are_payments_rewritten",
        "t6"."is_rate_changed",
        "t6"."is_schedule_moved",
        "t6"."tape",
        "t6"."source_row",
        "t6"."opened_on",
        "t6"."old_institution",
        "t6"."old_borrower",
        "t6"."old_id",
        "t6"."old_repaid_on",
        "t6"."old_tape",
        "t6"."old_row",
        "t6"."old_currency",
        "t6"."is_same_day",
        ROW_NUMBER() OVER (
          PARTITION BY "t6"."later_loan_no"
          ORDER BY "t6"."is_same_day" DESC, "t6"."old_id" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place"
      FROM (
        SELECT
          "t5"."institution_id",
          "t5"."loan_id",
          "t5"."earlier_loan_no",
          "t5"."earlier_tape",
          "t5"."earlier_row",
          "t5"."earlier_is_disbursed",
          "t5"."earlier_borrower_id",
          "t5"."earlier_currency",
          "t5"."earlier_principal",
          "t5"."earlier_signed_on",
          "t5"."earlier_disbursed_on",
          "t5"."earlier_matures_on",
          "t5"."earlier_nominal_rate",
          "t5"."earlier_rate_method",
          "t5"."earlier_frequency",
          "t5"."earlier_amortization",
          "t5"."earlier_grace_months",
          "t5"."earlier_fees_upfront",
          "t5"."earlier_original_matures_on",
          "t5"."earlier_restructured_on",
          "t5"."earlier_schedule_from",
          "t5"."earlier_refinances",
          "t5"."earlier_written_off_on",
          "t5"."earlier_title_kind",
          "t5"."earlier_installments_returned",
          "t5"."earlier_payments_returned",
          "t5"."earlier_collateral_returned",
          "t5"."earlier_recovery_returned",
          "t5"."earlier_outstanding_principal",
          "t5"."earlier_overpaid_principal",
          "t5"."earlier_days_past_due",
          "t5"."earlier_accrued_interest",
          "t5"."earlier_repaid_on",
          "t5"."earlier_basis",
          "t5"."earlier_lender_kind",
          "t5"."earlier_is_short_term",
          "t5"."earlier_is_as_of",
          "t5"."earlier_is_written_off",
          "t5"."earlier_are_payments_known",
          "t5"."earlier_reported_outstanding",
          "t5"."earlier_reported_days_past_due",
          "t5"."earlier_titles_held",
          "t5"."earlier_has_collateral",
          "t5"."earlier_has_schedule",
          "t5"."later_loan_no",
          "t5"."later_tape",
          "t5"."later_row",
          "t5"."later_is_disbursed",
          "t5"."later_borrower_id",
          "t5"."later_currency",
          "t5"."later_principal",
          "t5"."later_signed_on",
          "t5"."later_disbursed_on",
          "t5"."later_matures_on",
          "t5"."later_nominal_rate",
          "t5"."later_rate_method",
          "t5"."later_frequency",
          "t5"."later_amortization",
          "t5"."later_grace_months",
          "t5"."later_fees_upfront",
          "t5"."later_original_matures_on",
          "t5"."later_restructured_on",
          "t5"."later_schedule_from",
          "t5"."later_refinances",
          "t5"."later_written_off_on",
          "t5"."later_title_kind",
          "t5"."later_installments_returned",
          "t5"."later_payments_returned",
          "t5"."later_collateral_returned",
          "t5"."later_recovery_returned",
          "t5"."later_outstanding_principal",
          "t5"."later_overpaid_principal",
          "t5"."later_days_past_due",
          "t5"."later_accrued_interest",
          "t5"."later_repaid_on",
          "t5"."later_basis",
          "t5"."later_lender_kind",
          "t5"."later_is_short_term",
          "t5"."later_is_as_of",
          "t5"."later_is_written_off",
          "t5"."later_are_payments_known",
          "t5"."later_reported_outstanding",
          "t5"."later_reported_days_past_due",
          "t5"."later_titles_held",
          "t5"."later_has_collateral",
          "t5"."later_has_schedule",
          "t5"."received_principal",
          "t5"."received",
          "t5"."restarted_on",
          "t5"."is_restructured_between",
          "t5"."received_before_restart",
          "t5"."owed_interest",
          "t5"."next_due_on",
          "t5"."is_origin_changed",
          "t5"."are_events_rewritten",
          "t5"."are_payments_rewritten",
          "t5"."is_rate_changed",
          "t5"."is_schedule_moved",
          "t5"."tape",
          "t5"."source_row",
          "t5"."opened_on",
          "t5"."old_institution",
          "t5"."old_borrower",
          "t5"."old_id",
          "t5"."old_repaid_on",
          "t5"."old_tape",
          "t5"."old_row",
          "t5"."old_currency",
          COALESCE("t5"."old_repaid_on" = "t5"."opened_on", FALSE) AS "is_same_day"
        FROM (
          SELECT
            "t4"."institution_id",
            "t4"."loan_id",
            "t4"."earlier_loan_no",
            "t4"."earlier_tape",
            "t4"."earlier_row",
            "t4"."earlier_is_disbursed",
            "t4"."earlier_borrower_id",
            "t4"."earlier_currency",
            "t4"."earlier_principal",
            "t4"."earlier_signed_on",
            "t4"."earlier_disbursed_on",
            "t4"."earlier_matures_on",
            "t4"."earlier_nominal_rate",
            "t4"."earlier_rate_method",
            "t4"."earlier_frequency",
            "t4"."earlier_amortization",
            "t4"."earlier_grace_months",
            "t4"."earlier_fees_upfront",
            "t4"."earlier_original_matures_on",
            "t4"."earlier_restructured_on",
            "t4"."earlier_schedule_from",
            "t4"."earlier_refinances",
            "t4"."earlier_written_off_on",
            "t4"."earlier_title_kind",
            "t4"."earlier_installments_returned",
            "t4"."earlier_payments_returned",
            "t4"."earlier_collateral_returned",
            "t4"."earlier_recovery_returned",
            "t4"."earlier_outstanding_principal",
            "t4"."earlier_overpaid_principal",
            "t4"."earlier_days_past_due",
            "t4"."earlier_accrued_interest",
            "t4"."earlier_repaid_on",
            "t4"."earlier_basis",
            "t4"."earlier_lender_kind",
            "t4"."earlier_is_short_term",
            "t4"."earlier_is_as_of",
            "t4"."earlier_is_written_off",
            "t4"."earlier_are_payments_known",
            "t4"."earlier_reported_outstanding",
            "t4"."earlier_reported_days_past_due",
            "t4"."earlier_titles_held",
            "t4"."earlier_has_collateral",
            "t4"."earlier_has_schedule",
            "t4"."later_loan_no",
            "t4"."later_tape",
            "t4"."later_row",
            "t4"."later_is_disbursed",
            "t4"."later_borrower_id",
            "t4"."later_currency",
            "t4"."later_principal",
            "t4"."later_signed_on",
            "t4"."later_disbursed_on",
            "t4"."later_matures_on",
            "t4"."later_nominal_rate",
            "t4"."later_rate_method",
            "t4"."later_frequency",
            "t4"."later_amortization",
            "t4"."later_grace_months",
            "t4"."later_fees_upfront",
            "t4"."later_original_matures_on",
            "t4"."later_restructured_on",
            "t4"."later_schedule_from",
            "t4"."later_refinances",
            "t4"."later_written_off_on",
            "t4"."later_title_kind",
            "t4"."later_installments_returned",
            "t4"."later_payments_returned",
            "t4"."later_collateral_returned",
            "t4"."later_recovery_returned",
            "t4"."later_outstanding_principal",
            "t4"."later_overpaid_principal",
            "t4"."later_days_past_due",
            "t4"."later_accrued_interest",
            "t4"."later_repaid_on",
            "t4"."later_basis",
            "t4"."later_lender_kind",
            "t4"."later_is_short_term",
            "t4"."later_is_as_of",
            "t4"."later_is_written_off",
            "t4"."later_are_payments_known",
            "t4"."later_reported_outstanding",
            "t4"."later_reported_days_past_due",
            "t4"."later_titles_held",
            "t4"."later_has_collateral",
            "t4"."later_has_schedule",
            "t4"."received_principal",
            "t4"."received",
            "t4"."restarted_on",
            "t4"."is_restructured_between",
            "t4"."received_before_restart",
            "t4"."owed_interest",
            "t4"."next_due_on",
            "t4"."is_origin_changed",
            "t4"."are_events_rewritten",
            "t4"."are_payments_rewritten",
            "t4"."is_rate_changed",
            "t4"."is_schedule_moved",
            "t4"."tape",
            "t4"."source_row",
            "t4"."opened_on",
            "t3"."old_institution",
            "t3"."old_borrower",
            "t3"."old_id",
            "t3"."old_repaid_on",
            "t3"."old_tape",
            "t3"."old_row",
            "t3"."old_currency"
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
              DATE_DIFF('DAY', MAKE_DATE(1970, 1, 1), "t0"."later_disbursed_on") AS "opened_on"
            FROM "month_loans" AS "t0"
            WHERE
              COALESCE(
                (
                  "t0"."later_disbursed_on" > MAKE_DATE(2024, 11, 30)
                )
                AND (
                  "t0"."later_disbursed_on" <= MAKE_DATE(2024, 12, 31)
                ),
                FALSE
              )
              AND NOT (
                "t0"."earlier_is_disbursed"
              )
          ) AS "t4"
          INNER JOIN (
            SELECT
              "t0"."institution_id" AS "old_institution",
              COALESCE("t0"."later_borrower_id", "t0"."earlier_borrower_id") AS "old_borrower",
              "t0"."loan_id" AS "old_id",
              "t0"."later_repaid_on" AS "old_repaid_on",
              "t0"."earlier_tape" AS "old_tape",
              "t0"."earlier_row" AS "old_row",
              "t0"."earlier_currency" AS "old_currency"
            FROM "month_loans" AS "t0"
            WHERE
              "t0"."earlier_is_disbursed"
              AND "t0"."earlier_outstanding_principal" > 0
              AND "t0"."later_outstanding_principal" = 0
              AND (
                (
                  (
                    "t0"."later_repaid_on"
                  ) IS NULL
                )
                OR (
                  "t0"."later_repaid_on" > 20057
                )
              )
          ) AS "t3"
            ON "t4"."institution_id" = "t3"."old_institution"
            AND "t4"."later_borrower_id" = "t3"."old_borrower"
        ) AS "t5"
        WHERE
          COALESCE("t5"."later_refinances" <> "t5"."old_id", TRUE)
          AND "t5"."old_id" <> "t5"."loan_id"
          AND (
            COALESCE("t5"."old_repaid_on" = "t5"."opened_on", FALSE)
            OR (
              (
                "t5"."old_repaid_on"
              ) IS NULL
            )
          )
      ) AS "t6"
    ) AS "t7"
    WHERE
      "t7"."place" = 0
  ) AS "t9"
    ON "t4"."later_loan_no" = "t9"."new_no"
) AS "t10"

-- continuity.payments_rewritten as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  "t6"."institution_id",
  "t6"."loan_id" AS "subject",
  CASE
    WHEN (
      "t6"."f_loan"
    ) IS NULL
    THEN ''
    WHEN (
      "t6"."gone" > 0
    ) AND (
      "t6"."new" > 0
    )
    THEN 'row_changed'
    WHEN "t6"."gone" > 0
    THEN 'row_gone'
    WHEN "t6"."new" > 0
    THEN 'row_new'
    ELSE 'source_changed'
  END AS "aspect",
  CASE
    WHEN NOT (
      COALESCE(
        CASE
          WHEN COALESCE(NOT (
            COALESCE("t6"."earlier_are_payments_known", FALSE)
          ), FALSE)
          THEN 'the payments in the earlier tape'
          WHEN COALESCE(NOT (
            COALESCE("t6"."later_are_payments_known", FALSE)
          ), FALSE)
          THEN 'the payments in the later tape'
          WHEN COALESCE("t6"."earlier_payments_returned", FALSE)
          THEN 'the loan''s payments in the earlier tape: a row was returned'
          WHEN COALESCE("t6"."later_payments_returned", FALSE)
          THEN 'the loan''s payments in the later tape: a row was returned'
          ELSE NULL
        END,
        CASE
          WHEN (
            NOT (
              (
                "t6"."f_loan"
              ) IS NULL
            )
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      )
    ) IS NULL
    THEN 'not_assessed'
    WHEN NOT (
      (
        "t6"."f_loan"
      ) IS NULL
    )
    THEN 'found'
    ELSE 'sound'
  END AS "state",
  COALESCE(
    CASE
      WHEN COALESCE(NOT (
        COALESCE("t6"."earlier_are_payments_known", FALSE)
      ), FALSE)
      THEN 'the payments in the earlier tape'
      WHEN COALESCE(NOT (
        COALESCE("t6"."later_are_payments_known", FALSE)
      ), FALSE)
      THEN 'the payments in the later tape'
      WHEN COALESCE("t6"."earlier_payments_returned", FALSE)
      THEN 'the loan''s payments in the earlier tape: a row was returned'
      WHEN COALESCE("t6"."later_payments_returned", FALSE)
      THEN 'the loan''s payments in the later tape: a row was returned'
      ELSE NULL
    END,
    CASE
      WHEN (
        NOT (
          (
            "t6"."f_loan"
          ) IS NULL
        )
      ) IS NULL
      THEN 'something the rule compares'
      ELSE CAST(NULL AS TEXT)
    END
  ) AS "missing",
  COALESCE("t6"."row_later_row", "t6"."row_earlier_row", "t6"."later_row") AS "source_row",
  CAST("t6"."later_amount" AS TEXT) AS "observed",
  CAST("t6"."earlier_amount" AS TEXT) AS "limit",
  ABS("t6"."later_amount" - "t6"."earlier_amount") AS "amount",
  "t6"."later_currency" AS "currency",
  CAST(NULL AS TEXT) AS "basis",
  CAST(NULL AS TEXT) AS "confidence",
  CAST(NULL AS TEXT) AS "citation",
  COALESCE("t6"."row_later_tape", "t6"."row_earlier_tape", "t6"."later_tape") AS "tape",
  CAST(NULL AS TEXT) AS "subject_kind",
  CASE WHEN (
    "t6"."f_loan"
  ) IS NULL THEN 'loans' ELSE 'payments' END AS "source_table",
  CAST(NULL AS TEXT) AS "unit",
  CASE
    WHEN (
      "t6"."f_loan"
    ) IS NULL
    THEN CAST(NULL AS TEXT)
    WHEN NOT (
      "t6"."row_later_row"
    ) IS NULL
    AND (
      (
        "t6"."row_earlier_row"
      ) IS NULL
    )
    THEN 'no such row stands in the earlier tape'
    WHEN NOT (
      NOT (
        "t6"."row_later_row"
      ) IS NULL
    )
    THEN 'the row stands in the earlier tape'
    ELSE CAST(NULL AS TEXT)
  END AS "note",
  CASE
    WHEN NOT (
      "t6"."row_later_row"
    ) IS NULL
    THEN "t6"."row_earlier_tape"
    WHEN (
      "t6"."f_loan"
    ) IS NULL
    THEN "t6"."earlier_tape"
    ELSE CAST(NULL AS TEXT)
  END AS "other_tape",
  CASE
    WHEN NOT (
      "t6"."row_later_row"
    ) IS NULL
    THEN "t6"."row_earlier_row"
    WHEN (
      "t6"."f_loan"
    ) IS NULL
    THEN "t6"."earlier_row"
    ELSE CAST(NULL AS BIGINT)
  END AS "other_row"
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
    "t4"."f_institution",
    "t4"."f_loan",
    "t4"."gone",
    "t4"."new",
    "t4"."told_otherwise",
    "t4"."row_earlier_row",
    "t4"."row_later_row",
    "t4"."row_earlier_tape",
    "t4"."row_later_tape",
    "t4"."earlier_on",
    "t4"."later_on",
    "t4"."earlier_amount",
    "t4"."later_amount"
  FROM (
    SELECT
      *
    FROM "month_loans" AS "t0"
    WHERE
      "t0"."earlier_is_disbursed" AND NOT (
        "t0"."later_loan_no"
      ) IS NULL
  ) AS "t5"
  LEFT OUTER JOIN (
    SELECT
      "t1"."institution_id" AS "f_institution",
      "t1"."loan_id" AS "f_loan",
      "t1"."gone",
      "t1"."new",
      "t1"."told_otherwise",
      "t1"."earlier_row" AS "row_earlier_row",
      "t1"."later_row" AS "row_later_row",
      "t1"."earlier_tape" AS "row_earlier_tape",
      "t1"."later_tape" AS "row_later_tape",
      "t1"."earlier_on",
      "t1"."later_on",
      "t1"."earlier_amount",
      "t1"."later_amount"
    FROM "month_payments" AS "t1"
  ) AS "t4"
    ON "t5"."institution_id" = "t4"."f_institution" AND "t5"."loan_id" = "t4"."f_loan"
) AS "t6"

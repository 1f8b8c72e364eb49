-- continuity.late_entry as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  "t7"."institution_id",
  "t7"."loan_id" AS "subject",
  '' AS "aspect",
  CASE
    WHEN NOT (
      COALESCE(
        CASE
          WHEN COALESCE(
            (
              (
                "t7"."earlier_loan_no"
              ) IS NULL
            )
            AND NOT (
              "t7"."earlier_has_loans"
            ),
            FALSE
          )
          THEN 'the loans in the earlier tape'
          WHEN COALESCE(
            (
              (
                "t7"."earlier_loan_no"
              ) IS NULL
            )
            AND NOT (
              "t7"."earlier_is_whole_book"
            ),
            FALSE
          )
          THEN 'the whole book in the earlier tape: only some of its loans are there'
          WHEN COALESCE(
            (
              (
                "t7"."earlier_loan_no"
              ) IS NULL
            ) AND "t7"."earlier_loans_returned",
            FALSE
          )
          THEN 'the loans of the earlier tape: a row was returned'
          WHEN COALESCE(
            (
              (
                "t7"."earlier_loan_no"
              ) IS NULL
            )
            AND (
              (
                (
                  "t7"."later_repaid_on"
                ) IS NULL
              )
              AND (
                COALESCE("t7"."later_outstanding_principal", 0) = 0
              )
            ),
            FALSE
          )
          THEN 'the day on which the loan was repaid'
          ELSE NULL
        END,
        CASE
          WHEN (
            (
              (
                "t7"."earlier_loan_no"
              ) IS NULL
            )
            AND NOT (
              COALESCE("t7"."later_repaid_on" <= 20057, FALSE)
            )
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      )
    ) IS NULL
    THEN 'not_assessed'
    WHEN (
      (
        "t7"."earlier_loan_no"
      ) IS NULL
    )
    AND NOT (
      COALESCE("t7"."later_repaid_on" <= 20057, FALSE)
    )
    THEN 'found'
    ELSE 'sound'
  END AS "state",
  COALESCE(
    CASE
      WHEN COALESCE(
        (
          (
            "t7"."earlier_loan_no"
          ) IS NULL
        )
        AND NOT (
          "t7"."earlier_has_loans"
        ),
        FALSE
      )
      THEN 'the loans in the earlier tape'
      WHEN COALESCE(
        (
          (
            "t7"."earlier_loan_no"
          ) IS NULL
        )
        AND NOT (
          "t7"."earlier_is_whole_book"
        ),
        FALSE
      )
      THEN 'the whole book in the earlier tape: only some of its loans are there'
      WHEN COALESCE(
        (
          (
            "t7"."earlier_loan_no"
          ) IS NULL
        ) AND "t7"."earlier_loans_returned",
        FALSE
      )
      THEN 'the loans of the earlier tape: a row was returned'
      WHEN COALESCE(
        (
          (
            "t7"."earlier_loan_no"
          ) IS NULL
        )
        AND (
          (
            (
              "t7"."later_repaid_on"
            ) IS NULL
          )
          AND (
            COALESCE("t7"."later_outstanding_principal", 0) = 0
          )
        ),
        FALSE
      )
      THEN 'the day on which the loan was repaid'
      ELSE NULL
    END,
    CASE
      WHEN (
        (
          (
            "t7"."earlier_loan_no"
          ) IS NULL
        )
        AND NOT (
          COALESCE("t7"."later_repaid_on" <= 20057, FALSE)
        )
      ) IS NULL
      THEN 'something the rule compares'
      ELSE CAST(NULL AS TEXT)
    END
  ) AS "missing",
  "t7"."later_row" AS "source_row",
  CAST("t7"."later_disbursed_on" AS TEXT) AS "observed",
  CAST(MAKE_DATE(2024, 11, 30) AS TEXT) AS "limit",
  "t7"."later_outstanding_principal" AS "amount",
  "t7"."later_currency" AS "currency",
  "t7"."later_basis" AS "basis",
  CAST(NULL AS TEXT) AS "confidence",
  CAST(NULL AS TEXT) AS "citation",
  "t7"."later_tape" AS "tape",
  CAST(NULL AS TEXT) AS "subject_kind",
  CAST(NULL AS TEXT) AS "source_table",
  CAST(NULL AS TEXT) AS "unit",
  CASE
    WHEN (
      "t7"."earlier_loan_no"
    ) IS NULL
    THEN 'no row of the loan stands in the earlier tape'
    ELSE CAST(NULL AS TEXT)
  END AS "note",
  "t7"."earlier_tape" AS "other_tape",
  "t7"."earlier_row" AS "other_row"
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
    "t5"."earlier_row" AS "earlier_row_right",
    "t5"."earlier_is_whole_book",
    "t5"."earlier_has_loans",
    "t5"."earlier_has_installments",
    "t5"."earlier_has_payments",
    "t5"."earlier_has_collateral" AS "earlier_has_collateral_right",
    "t5"."earlier_has_recovery",
    "t5"."earlier_has_sources",
    "t5"."earlier_loans_returned",
    "t5"."later_row" AS "later_row_right",
    "t5"."later_is_whole_book",
    "t5"."later_has_loans",
    "t5"."later_has_installments",
    "t5"."later_has_payments",
    "t5"."later_has_collateral" AS "later_has_collateral_right",
    "t5"."later_has_recovery",
    "t5"."later_has_sources",
    "t5"."later_loans_returned"
  FROM (
    SELECT
      *
    FROM "month_loans" AS "t0"
    WHERE
      "t0"."later_disbursed_on" <= MAKE_DATE(2024, 11, 30)
      AND NOT (
        COALESCE("t0"."later_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
      )
  ) AS "t6"
  INNER JOIN (
    SELECT
      "t2"."institution_id",
      "t2"."earlier_row",
      "t2"."earlier_is_whole_book",
      "t2"."earlier_has_loans",
      "t2"."earlier_has_installments",
      "t2"."earlier_has_payments",
      "t2"."earlier_has_collateral",
      "t2"."earlier_has_recovery",
      "t2"."earlier_has_sources",
      "t2"."earlier_loans_returned",
      "t2"."later_row",
      "t2"."later_is_whole_book",
      "t2"."later_has_loans",
      "t2"."later_has_installments",
      "t2"."later_has_payments",
      "t2"."later_has_collateral",
      "t2"."later_has_recovery",
      "t2"."later_has_sources",
      "t2"."later_loans_returned"
    FROM (
      SELECT
        *
      FROM "month_lenders" AS "t1"
      WHERE
        NOT (
          "t1"."earlier_tape"
        ) IS NULL
    ) AS "t2"
  ) AS "t5"
    ON "t6"."institution_id" = "t5"."institution_id"
) AS "t7"

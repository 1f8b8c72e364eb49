-- continuity.vanished as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
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
                "t7"."later_loan_no"
              ) IS NULL
            ) AND NOT (
              "t7"."later_has_loans"
            ),
            FALSE
          )
          THEN 'the loans in the later tape'
          WHEN COALESCE(
            (
              (
                "t7"."later_loan_no"
              ) IS NULL
            )
            AND NOT (
              "t7"."later_is_whole_book"
            ),
            FALSE
          )
          THEN 'the whole book in the later tape: only some of its loans are there'
          WHEN COALESCE(
            (
              (
                "t7"."later_loan_no"
              ) IS NULL
            ) AND "t7"."later_loans_returned",
            FALSE
          )
          THEN 'the loans of the later tape: a row was returned'
          WHEN COALESCE(
            (
              (
                "t7"."later_loan_no"
              ) IS NULL
            )
            AND (
              (
                "t7"."earlier_outstanding_principal"
              ) IS NULL
            ),
            FALSE
          )
          THEN 'the principal outstanding on the earlier date'
          ELSE NULL
        END,
        CASE
          WHEN (
            (
              (
                "t7"."later_loan_no"
              ) IS NULL
            )
            AND COALESCE("t7"."earlier_outstanding_principal" > 0, FALSE)
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      )
    ) IS NULL
    THEN 'not_assessed'
    WHEN (
      (
        "t7"."later_loan_no"
      ) IS NULL
    )
    AND COALESCE("t7"."earlier_outstanding_principal" > 0, FALSE)
    THEN 'found'
    ELSE 'sound'
  END AS "state",
  COALESCE(
    CASE
      WHEN COALESCE(
        (
          (
            "t7"."later_loan_no"
          ) IS NULL
        ) AND NOT (
          "t7"."later_has_loans"
        ),
        FALSE
      )
      THEN 'the loans in the later tape'
      WHEN COALESCE(
        (
          (
            "t7"."later_loan_no"
          ) IS NULL
        )
        AND NOT (
          "t7"."later_is_whole_book"
        ),
        FALSE
      )
      THEN 'the whole book in the later tape: only some of its loans are there'
      WHEN COALESCE(
        (
          (
            "t7"."later_loan_no"
          ) IS NULL
        ) AND "t7"."later_loans_returned",
        FALSE
      )
      THEN 'the loans of the later tape: a row was returned'
      WHEN COALESCE(
        (
          (
            "t7"."later_loan_no"
          ) IS NULL
        )
        AND (
          (
            "t7"."earlier_outstanding_principal"
          ) IS NULL
        ),
        FALSE
      )
      THEN 'the principal outstanding on the earlier date'
      ELSE NULL
    END,
    CASE
      WHEN (
        (
          (
            "t7"."later_loan_no"
          ) IS NULL
        )
        AND COALESCE("t7"."earlier_outstanding_principal" > 0, FALSE)
      ) IS NULL
      THEN 'something the rule compares'
      ELSE CAST(NULL AS TEXT)
    END
  ) AS "missing",
  CASE
    WHEN (
      "t7"."later_loan_no"
    ) IS NULL
    THEN "t7"."earlier_row"
    ELSE "t7"."later_row"
  END AS "source_row",
  CAST("t7"."earlier_disbursed_on" AS TEXT) AS "observed",
  CAST(MAKE_DATE(2024, 11, 30) AS TEXT) AS "limit",
  "t7"."earlier_outstanding_principal" AS "amount",
  "t7"."earlier_currency" AS "currency",
  "t7"."earlier_basis" AS "basis",
  CAST(NULL AS TEXT) AS "confidence",
  CAST(NULL AS TEXT) AS "citation",
  CASE
    WHEN (
      "t7"."later_loan_no"
    ) IS NULL
    THEN "t7"."earlier_tape"
    ELSE "t7"."later_tape"
  END AS "tape",
  CAST(NULL AS TEXT) AS "subject_kind",
  CAST(NULL AS TEXT) AS "source_table",
  CAST(NULL AS TEXT) AS "unit",
  CASE
    WHEN (
      "t7"."later_loan_no"
    ) IS NULL
    THEN 'the row stands in the earlier tape'
    ELSE CAST(NULL AS TEXT)
  END AS "note",
  CASE
    WHEN (
      "t7"."later_loan_no"
    ) IS NULL
    THEN CAST(NULL AS TEXT)
    ELSE "t7"."earlier_tape"
  END AS "other_tape",
  CASE
    WHEN (
      "t7"."later_loan_no"
    ) IS NULL
    THEN CAST(NULL AS BIGINT)
    ELSE "t7"."earlier_row"
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
    "t6"."earlier_row" AS "earlier_row_right",
    "t6"."earlier_is_whole_book",
    "t6"."earlier_has_loans",
    "t6"."earlier_has_installments",
    "t6"."earlier_has_payments",
    "t6"."earlier_has_collateral" AS "earlier_has_collateral_right",
    "t6"."earlier_has_recovery",
    "t6"."earlier_has_sources",
    "t6"."earlier_loans_returned",
    "t6"."later_row" AS "later_row_right",
    "t6"."later_is_whole_book",
    "t6"."later_has_loans",
    "t6"."later_has_installments",
    "t6"."later_has_payments",
    "t6"."later_has_collateral" AS "later_has_collateral_right",
    "t6"."later_has_recovery",
    "t6"."later_has_sources",
    "t6"."later_loans_returned"
  FROM (
    SELECT
      *
    FROM "month_loans" AS "t0"
    WHERE
      "t0"."earlier_is_disbursed"
      AND NOT (
        COALESCE("t0"."earlier_is_written_off", FALSE)
      )
  ) AS "t5"
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
          "t1"."later_tape"
        ) IS NULL
    ) AS "t2"
  ) AS "t6"
    ON "t5"."institution_id" = "t6"."institution_id"
) AS "t7"

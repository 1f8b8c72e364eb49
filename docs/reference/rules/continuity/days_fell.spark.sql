-- continuity.days_fell as it stands on 2024-12-31, for Spark. Made by `python3 run.py docs`.
SELECT
  `t1`.`institution_id`,
  `t1`.`loan_id` AS `subject`,
  '' AS `aspect`,
  CASE
    WHEN NOT (
      COALESCE(
        CASE
          WHEN COALESCE(
            (
              (
                `t1`.`days_now`
              ) IS NULL
            )
            AND NOT (
              `t1`.`is_restructured_between`
              OR COALESCE(`t1`.`later_is_written_off`, FALSE)
              OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
            ),
            FALSE
          )
          THEN 'the days past due on the later date, known as on the earlier one'
          WHEN COALESCE(
            COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
            AND NOT (
              `t1`.`is_restructured_between`
              OR COALESCE(`t1`.`later_is_written_off`, FALSE)
              OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
            )
            AND `t1`.`is_origin_changed`,
            FALSE
          )
          THEN 'the same past in both tapes: continuity.original_changed answers for it'
          WHEN COALESCE(
            COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
            AND NOT (
              `t1`.`is_restructured_between`
              OR COALESCE(`t1`.`later_is_written_off`, FALSE)
              OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
            )
            AND `t1`.`are_events_rewritten`,
            FALSE
          )
          THEN 'the same past in both tapes: continuity.events_rewritten answers for it'
          WHEN COALESCE(
            COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
            AND NOT (
              `t1`.`is_restructured_between`
              OR COALESCE(`t1`.`later_is_written_off`, FALSE)
              OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
            )
            AND `t1`.`are_payments_rewritten`,
            FALSE
          )
          THEN 'the same past in both tapes: continuity.payments_rewritten answers for it'
          WHEN COALESCE(
            COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
            AND NOT (
              `t1`.`is_restructured_between`
              OR COALESCE(`t1`.`later_is_written_off`, FALSE)
              OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
            )
            AND `t1`.`is_rate_changed`,
            FALSE
          )
          THEN 'the same past in both tapes: continuity.rate_changed answers for it'
          WHEN COALESCE(
            COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
            AND NOT (
              `t1`.`is_restructured_between`
              OR COALESCE(`t1`.`later_is_written_off`, FALSE)
              OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
            )
            AND `t1`.`is_schedule_moved`,
            FALSE
          )
          THEN 'the same past in both tapes: continuity.schedule_moved answers for it'
          WHEN COALESCE(
            COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
            AND NOT (
              `t1`.`is_restructured_between`
              OR COALESCE(`t1`.`later_is_written_off`, FALSE)
              OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
            )
            AND NOT (
              COALESCE(`t1`.`later_are_payments_known`, FALSE)
            ),
            FALSE
          )
          THEN 'the payments in the later tape'
          WHEN COALESCE(
            COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
            AND NOT (
              `t1`.`is_restructured_between`
              OR COALESCE(`t1`.`later_is_written_off`, FALSE)
              OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
            )
            AND `t1`.`later_payments_returned`,
            FALSE
          )
          THEN 'the loan\'s payments in the later tape: a row was returned'
          ELSE NULL
        END,
        IF(
          (
            COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
            AND NOT (
              `t1`.`is_restructured_between`
              OR COALESCE(`t1`.`later_is_written_off`, FALSE)
              OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
            )
            AND (
              `t1`.`received` <= 0
            )
          ) IS NULL,
          'something the rule compares',
          CAST(NULL AS STRING)
        )
      )
    ) IS NULL
    THEN 'not_assessed'
    WHEN COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
    AND NOT (
      `t1`.`is_restructured_between`
      OR COALESCE(`t1`.`later_is_written_off`, FALSE)
      OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
    )
    AND (
      `t1`.`received` <= 0
    )
    THEN 'found'
    ELSE 'sound'
  END AS `state`,
  COALESCE(
    CASE
      WHEN COALESCE(
        (
          (
            `t1`.`days_now`
          ) IS NULL
        )
        AND NOT (
          `t1`.`is_restructured_between`
          OR COALESCE(`t1`.`later_is_written_off`, FALSE)
          OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
        ),
        FALSE
      )
      THEN 'the days past due on the later date, known as on the earlier one'
      WHEN COALESCE(
        COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
        AND NOT (
          `t1`.`is_restructured_between`
          OR COALESCE(`t1`.`later_is_written_off`, FALSE)
          OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
        )
        AND `t1`.`is_origin_changed`,
        FALSE
      )
      THEN 'the same past in both tapes: continuity.original_changed answers for it'
      WHEN COALESCE(
        COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
        AND NOT (
          `t1`.`is_restructured_between`
          OR COALESCE(`t1`.`later_is_written_off`, FALSE)
          OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
        )
        AND `t1`.`are_events_rewritten`,
        FALSE
      )
      THEN 'the same past in both tapes: continuity.events_rewritten answers for it'
      WHEN COALESCE(
        COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
        AND NOT (
          `t1`.`is_restructured_between`
          OR COALESCE(`t1`.`later_is_written_off`, FALSE)
          OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
        )
        AND `t1`.`are_payments_rewritten`,
        FALSE
      )
      THEN 'the same past in both tapes: continuity.payments_rewritten answers for it'
      WHEN COALESCE(
        COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
        AND NOT (
          `t1`.`is_restructured_between`
          OR COALESCE(`t1`.`later_is_written_off`, FALSE)
          OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
        )
        AND `t1`.`is_rate_changed`,
        FALSE
      )
      THEN 'the same past in both tapes: continuity.rate_changed answers for it'
      WHEN COALESCE(
        COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
        AND NOT (
          `t1`.`is_restructured_between`
          OR COALESCE(`t1`.`later_is_written_off`, FALSE)
          OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
        )
        AND `t1`.`is_schedule_moved`,
        FALSE
      )
      THEN 'the same past in both tapes: continuity.schedule_moved answers for it'
      WHEN COALESCE(
        COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
        AND NOT (
          `t1`.`is_restructured_between`
          OR COALESCE(`t1`.`later_is_written_off`, FALSE)
          OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
        )
        AND NOT (
          COALESCE(`t1`.`later_are_payments_known`, FALSE)
        ),
        FALSE
      )
      THEN 'the payments in the later tape'
      WHEN COALESCE(
        COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
        AND NOT (
          `t1`.`is_restructured_between`
          OR COALESCE(`t1`.`later_is_written_off`, FALSE)
          OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
        )
        AND `t1`.`later_payments_returned`,
        FALSE
      )
      THEN 'the loan\'s payments in the later tape: a row was returned'
      ELSE NULL
    END,
    IF(
      (
        COALESCE(`t1`.`days_now` < `t1`.`days_then`, FALSE)
        AND NOT (
          `t1`.`is_restructured_between`
          OR COALESCE(`t1`.`later_is_written_off`, FALSE)
          OR COALESCE(`t1`.`later_outstanding_principal` = 0, FALSE)
        )
        AND (
          `t1`.`received` <= 0
        )
      ) IS NULL,
      'something the rule compares',
      CAST(NULL AS STRING)
    )
  ) AS `missing`,
  `t1`.`source_row`,
  CAST(`t1`.`days_now` AS STRING) AS `observed`,
  CAST(`t1`.`days_then` AS STRING) AS `limit`,
  CAST(NULL AS BIGINT) AS `amount`,
  CAST(NULL AS STRING) AS `currency`,
  `t1`.`basis`,
  CAST(NULL AS STRING) AS `confidence`,
  CAST(NULL AS STRING) AS `citation`,
  `t1`.`tape`,
  CAST(NULL AS STRING) AS `subject_kind`,
  CAST(NULL AS STRING) AS `source_table`,
  CAST(NULL AS STRING) AS `unit`,
  CAST(NULL AS STRING) AS `note`,
  `t1`.`earlier_tape` AS `other_tape`,
  `t1`.`earlier_row` AS `other_row`
FROM (
  SELECT
    `t0`.`institution_id`,
    `t0`.`loan_id`,
    `t0`.`earlier_loan_no`,
    `t0`.`earlier_tape`,
    `t0`.`earlier_row`,
    `t0`.`earlier_is_disbursed`,
    `t0`.`earlier_borrower_id`,
    `t0`.`earlier_currency`,
    `t0`.`earlier_principal`,
    `t0`.`earlier_signed_on`,
    `t0`.`earlier_disbursed_on`,
    `t0`.`earlier_matures_on`,
    `t0`.`earlier_nominal_rate`,
    `t0`.`earlier_rate_method`,
    `t0`.`earlier_frequency`,
    `t0`.`earlier_amortization`,
    `t0`.`earlier_grace_months`,
    `t0`.`earlier_fees_upfront`,
    `t0`.`earlier_original_matures_on`,
    `t0`.`earlier_restructured_on`,
    `t0`.`earlier_schedule_from`,
    `t0`.`earlier_refinances`,
    `t0`.`earlier_written_off_on`,
    `t0`.`earlier_title_kind`,
    `t0`.`earlier_installments_returned`,
    `t0`.`earlier_payments_returned`,
    `t0`.`earlier_collateral_returned`,
    `t0`.`earlier_recovery_returned`,
    `t0`.`earlier_outstanding_principal`,
    `t0`.`earlier_overpaid_principal`,
    `t0`.`earlier_days_past_due`,
    `t0`.`earlier_accrued_interest`,
    `t0`.`earlier_repaid_on`,
    `t0`.`earlier_basis`,
    `t0`.`earlier_lender_kind`,
    `t0`.`earlier_is_short_term`,
    `t0`.`earlier_is_as_of`,
    `t0`.`earlier_is_written_off`,
    `t0`.`earlier_are_payments_known`,
    `t0`.`earlier_reported_outstanding`,
    `t0`.`earlier_reported_days_past_due`,
    `t0`.`earlier_titles_held`,
    `t0`.`earlier_has_collateral`,
    `t0`.`earlier_has_schedule`,
    `t0`.`later_loan_no`,
    `t0`.`later_tape`,
    `t0`.`later_row`,
    `t0`.`later_is_disbursed`,
    `t0`.`later_borrower_id`,
    `t0`.`later_currency`,
    `t0`.`later_principal`,
    `t0`.`later_signed_on`,
    `t0`.`later_disbursed_on`,
    `t0`.`later_matures_on`,
    `t0`.`later_nominal_rate`,
    `t0`.`later_rate_method`,
    `t0`.`later_frequency`,
    `t0`.`later_amortization`,
    `t0`.`later_grace_months`,
    `t0`.`later_fees_upfront`,
    `t0`.`later_original_matures_on`,
    `t0`.`later_restructured_on`,
    `t0`.`later_schedule_from`,
    `t0`.`later_refinances`,
    `t0`.`later_written_off_on`,
    `t0`.`later_title_kind`,
    `t0`.`later_installments_returned`,
    `t0`.`later_payments_returned`,
    `t0`.`later_collateral_returned`,
    `t0`.`later_recovery_returned`,
    `t0`.`later_outstanding_principal`,
    `t0`.`later_overpaid_principal`,
    `t0`.`later_days_past_due`,
    `t0`.`later_accrued_interest`,
    `t0`.`later_repaid_on`,
    `t0`.`later_basis`,
    `t0`.`later_lender_kind`,
    `t0`.`later_is_short_term`,
    `t0`.`later_is_as_of`,
    `t0`.`later_is_written_off`,
    `t0`.`later_are_payments_known`,
    `t0`.`later_reported_outstanding`,
    `t0`.`later_reported_days_past_due`,
    `t0`.`later_titles_held`,
    `t0`.`later_has_collateral`,
    `t0`.`later_has_schedule`,
    `t0`.`received_principal`,
    `t0`.`received`,
    `t0`.`restarted_on`,
    `t0`.`is_restructured_between`,
    `t0`.`received_before_restart`,
    `t0`.`owed_interest`,
    `t0`.`next_due_on`,
    `t0`.`is_origin_changed`,
    `t0`.`are_events_rewritten`,
    `t0`.`are_payments_rewritten`,
    `t0`.`is_rate_changed`,
    `t0`.`is_schedule_moved`,
    `t0`.`later_tape` AS `tape`,
    `t0`.`later_row` AS `source_row`,
    IF(
      NOT (
        IF(
          COALESCE(`t0`.`earlier_is_as_of`, FALSE),
          `t0`.`earlier_reported_days_past_due`,
          CAST(NULL AS BIGINT)
        )
      ) IS NULL
      AND NOT (
        IF(
          COALESCE(`t0`.`later_is_as_of`, FALSE),
          `t0`.`later_reported_days_past_due`,
          CAST(NULL AS BIGINT)
        )
      ) IS NULL
      AND COALESCE(
        IF(
          COALESCE(`t0`.`earlier_is_as_of`, FALSE),
          `t0`.`earlier_reported_days_past_due`,
          CAST(NULL AS BIGINT)
        ) = IF(
          COALESCE(`t0`.`earlier_basis` IN ('computed', 'rebuilt'), FALSE),
          `t0`.`earlier_days_past_due`,
          CAST(NULL AS BIGINT)
        ),
        TRUE
      ),
      IF(
        COALESCE(`t0`.`earlier_is_as_of`, FALSE),
        `t0`.`earlier_reported_days_past_due`,
        CAST(NULL AS BIGINT)
      ),
      COALESCE(
        IF(
          COALESCE(`t0`.`earlier_basis` IN ('computed', 'rebuilt'), FALSE),
          `t0`.`earlier_days_past_due`,
          CAST(NULL AS BIGINT)
        ),
        IF(
          COALESCE(`t0`.`earlier_is_as_of`, FALSE),
          `t0`.`earlier_reported_days_past_due`,
          CAST(NULL AS BIGINT)
        )
      )
    ) AS `days_then`,
    IF(
      NOT (
        IF(
          COALESCE(`t0`.`earlier_is_as_of`, FALSE),
          `t0`.`earlier_reported_days_past_due`,
          CAST(NULL AS BIGINT)
        )
      ) IS NULL
      AND NOT (
        IF(
          COALESCE(`t0`.`later_is_as_of`, FALSE),
          `t0`.`later_reported_days_past_due`,
          CAST(NULL AS BIGINT)
        )
      ) IS NULL
      AND COALESCE(
        IF(
          COALESCE(`t0`.`earlier_is_as_of`, FALSE),
          `t0`.`earlier_reported_days_past_due`,
          CAST(NULL AS BIGINT)
        ) = IF(
          COALESCE(`t0`.`earlier_basis` IN ('computed', 'rebuilt'), FALSE),
          `t0`.`earlier_days_past_due`,
          CAST(NULL AS BIGINT)
        ),
        TRUE
      ),
      IF(
        COALESCE(`t0`.`later_is_as_of`, FALSE),
        `t0`.`later_reported_days_past_due`,
        CAST(NULL AS BIGINT)
      ),
      IF(
        COALESCE(`t0`.`later_basis` IN ('computed', 'rebuilt'), FALSE),
        `t0`.`later_days_past_due`,
        CAST(NULL AS BIGINT)
      )
    ) AS `days_now`,
    IF(
      NOT (
        IF(
          COALESCE(`t0`.`earlier_is_as_of`, FALSE),
          `t0`.`earlier_reported_days_past_due`,
          CAST(NULL AS BIGINT)
        )
      ) IS NULL
      AND NOT (
        IF(
          COALESCE(`t0`.`later_is_as_of`, FALSE),
          `t0`.`later_reported_days_past_due`,
          CAST(NULL AS BIGINT)
        )
      ) IS NULL
      AND COALESCE(
        IF(
          COALESCE(`t0`.`earlier_is_as_of`, FALSE),
          `t0`.`earlier_reported_days_past_due`,
          CAST(NULL AS BIGINT)
        ) = IF(
          COALESCE(`t0`.`earlier_basis` IN ('computed', 'rebuilt'), FALSE),
          `t0`.`earlier_days_past_due`,
          CAST(NULL AS BIGINT)
        ),
        TRUE
      ),
      'reported',
      `t0`.`later_basis`
    ) AS `basis`
  FROM `month_loans` AS `t0`
  WHERE
    `t0`.`earlier_is_disbursed`
    AND NOT (
      `t0`.`later_loan_no`
    ) IS NULL
    AND IF(
      NOT (
        IF(
          COALESCE(`t0`.`earlier_is_as_of`, FALSE),
          `t0`.`earlier_reported_days_past_due`,
          CAST(NULL AS BIGINT)
        )
      ) IS NULL
      AND NOT (
        IF(
          COALESCE(`t0`.`later_is_as_of`, FALSE),
          `t0`.`later_reported_days_past_due`,
          CAST(NULL AS BIGINT)
        )
      ) IS NULL
      AND COALESCE(
        IF(
          COALESCE(`t0`.`earlier_is_as_of`, FALSE),
          `t0`.`earlier_reported_days_past_due`,
          CAST(NULL AS BIGINT)
        ) = IF(
          COALESCE(`t0`.`earlier_basis` IN ('computed', 'rebuilt'), FALSE),
          `t0`.`earlier_days_past_due`,
          CAST(NULL AS BIGINT)
        ),
        TRUE
      ),
      IF(
        COALESCE(`t0`.`earlier_is_as_of`, FALSE),
        `t0`.`earlier_reported_days_past_due`,
        CAST(NULL AS BIGINT)
      ),
      COALESCE(
        IF(
          COALESCE(`t0`.`earlier_basis` IN ('computed', 'rebuilt'), FALSE),
          `t0`.`earlier_days_past_due`,
          CAST(NULL AS BIGINT)
        ),
        IF(
          COALESCE(`t0`.`earlier_is_as_of`, FALSE),
          `t0`.`earlier_reported_days_past_due`,
          CAST(NULL AS BIGINT)
        )
      )
    ) > 0
    AND NOT (
      COALESCE(`t0`.`earlier_is_written_off`, FALSE)
    )
) AS `t1`

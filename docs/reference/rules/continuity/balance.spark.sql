-- continuity.balance as it stands on 2024-12-31, for Spark. Made by `python3 run.py docs`.
SELECT
  *
FROM (
  SELECT
    `t1`.`institution_id`,
    `t1`.`loan_id` AS `subject`,
    'outstanding_principal' AS `aspect`,
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE(`t1`.`is_origin_changed`, FALSE)
            THEN 'the same past in both tapes: continuity.original_changed answers for it'
            WHEN COALESCE(`t1`.`are_events_rewritten`, FALSE)
            THEN 'the same past in both tapes: continuity.events_rewritten answers for it'
            WHEN COALESCE(`t1`.`are_payments_rewritten`, FALSE)
            THEN 'the same past in both tapes: continuity.payments_rewritten answers for it'
            WHEN COALESCE(`t1`.`is_schedule_moved`, FALSE)
            THEN 'the same past in both tapes: continuity.schedule_moved answers for it'
            WHEN COALESCE(NOT (
              COALESCE(`t1`.`later_are_payments_known`, FALSE)
            ), FALSE)
            THEN 'the payments in the later tape'
            WHEN COALESCE(`t1`.`later_payments_returned`, FALSE)
            THEN 'the loan\'s payments in the later tape: a row was returned'
            WHEN COALESCE((
              `t1`.`outstanding_principal_then`
            ) IS NULL, FALSE)
            THEN 'the principal outstanding on the earlier date'
            WHEN COALESCE((
              `t1`.`outstanding_principal_now`
            ) IS NULL, FALSE)
            THEN 'the principal outstanding on the later date'
            WHEN COALESCE(
              `t1`.`is_restructured_between`
              AND (
                (
                  `t1`.`outstanding_principal_now` - `t1`.`outstanding_principal_due`
                ) > 0
              )
              AND (
                (
                  `t1`.`owed_interest`
                ) IS NULL
              ),
              FALSE
            )
            THEN 'the interest owed when the loan was restructured'
            ELSE NULL
          END,
          IF(
            (
              (
                (
                  `t1`.`outstanding_principal_now` - `t1`.`outstanding_principal_due`
                ) < -(
                  `t1`.`room_below`
                )
              )
              OR (
                (
                  `t1`.`outstanding_principal_now` - `t1`.`outstanding_principal_due`
                ) > `t1`.`room_above`
              )
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN (
        (
          `t1`.`outstanding_principal_now` - `t1`.`outstanding_principal_due`
        ) < -(
          `t1`.`room_below`
        )
      )
      OR (
        (
          `t1`.`outstanding_principal_now` - `t1`.`outstanding_principal_due`
        ) > `t1`.`room_above`
      )
      THEN 'found'
      ELSE 'sound'
    END AS `state`,
    COALESCE(
      CASE
        WHEN COALESCE(`t1`.`is_origin_changed`, FALSE)
        THEN 'the same past in both tapes: continuity.original_changed answers for it'
        WHEN COALESCE(`t1`.`are_events_rewritten`, FALSE)
        THEN 'the same past in both tapes: continuity.events_rewritten answers for it'
        WHEN COALESCE(`t1`.`are_payments_rewritten`, FALSE)
        THEN 'the same past in both tapes: continuity.payments_rewritten answers for it'
        WHEN COALESCE(`t1`.`is_schedule_moved`, FALSE)
        THEN 'the same past in both tapes: continuity.schedule_moved answers for it'
        WHEN COALESCE(NOT (
          COALESCE(`t1`.`later_are_payments_known`, FALSE)
        ), FALSE)
        THEN 'the payments in the later tape'
        WHEN COALESCE(`t1`.`later_payments_returned`, FALSE)
        THEN 'the loan\'s payments in the later tape: a row was returned'
        WHEN COALESCE((
          `t1`.`outstanding_principal_then`
        ) IS NULL, FALSE)
        THEN 'the principal outstanding on the earlier date'
        WHEN COALESCE((
          `t1`.`outstanding_principal_now`
        ) IS NULL, FALSE)
        THEN 'the principal outstanding on the later date'
        WHEN COALESCE(
          `t1`.`is_restructured_between`
          AND (
            (
              `t1`.`outstanding_principal_now` - `t1`.`outstanding_principal_due`
            ) > 0
          )
          AND (
            (
              `t1`.`owed_interest`
            ) IS NULL
          ),
          FALSE
        )
        THEN 'the interest owed when the loan was restructured'
        ELSE NULL
      END,
      IF(
        (
          (
            (
              `t1`.`outstanding_principal_now` - `t1`.`outstanding_principal_due`
            ) < -(
              `t1`.`room_below`
            )
          )
          OR (
            (
              `t1`.`outstanding_principal_now` - `t1`.`outstanding_principal_due`
            ) > `t1`.`room_above`
          )
        ) IS NULL,
        'something the rule compares',
        CAST(NULL AS STRING)
      )
    ) AS `missing`,
    `t1`.`source_row`,
    CAST(`t1`.`outstanding_principal_now` AS STRING) AS `observed`,
    CAST(`t1`.`outstanding_principal_due` AS STRING) AS `limit`,
    ABS(`t1`.`outstanding_principal_now` - `t1`.`outstanding_principal_due`) AS `amount`,
    `t1`.`later_currency` AS `currency`,
    `t1`.`later_basis` AS `basis`,
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
      NOT (
        `t0`.`earlier_is_disbursed`
      )
      AND COALESCE(
        (
          `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
        )
        AND (
          `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
        ),
        FALSE
      ) AS `is_new`,
      IF(
        NOT (
          `t0`.`earlier_is_disbursed`
        )
        AND COALESCE(
          (
            `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
          )
          AND (
            `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
          ),
          FALSE
        ),
        `t0`.`later_principal`,
        IF(
          COALESCE(`t0`.`earlier_basis` IN ('computed', 'rebuilt'), FALSE),
          `t0`.`earlier_outstanding_principal` - COALESCE(`t0`.`earlier_overpaid_principal`, 0),
          CAST(NULL AS BIGINT)
        )
      ) AS `outstanding_principal_then`,
      IF(
        COALESCE(`t0`.`later_basis` IN ('computed', 'rebuilt'), FALSE),
        `t0`.`later_outstanding_principal` - COALESCE(`t0`.`later_overpaid_principal`, 0),
        CAST(NULL AS BIGINT)
      ) AS `outstanding_principal_now`,
      IF(
        NOT (
          `t0`.`earlier_is_disbursed`
        )
        AND COALESCE(
          (
            `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
          )
          AND (
            `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
          ),
          FALSE
        ),
        `t0`.`later_principal`,
        IF(
          COALESCE(`t0`.`earlier_basis` IN ('computed', 'rebuilt'), FALSE),
          `t0`.`earlier_outstanding_principal` - COALESCE(`t0`.`earlier_overpaid_principal`, 0),
          CAST(NULL AS BIGINT)
        )
      ) - `t0`.`received_principal` AS `outstanding_principal_due`,
      IF(
        NOT (
          `t0`.`earlier_is_disbursed`
        )
        AND COALESCE(
          (
            `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
          )
          AND (
            `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
          ),
          FALSE
        ),
        `t0`.`later_principal`,
        IF(
          COALESCE(`t0`.`earlier_is_as_of`, FALSE),
          `t0`.`earlier_reported_outstanding`,
          CAST(NULL AS BIGINT)
        ) - IF(
          IF(
            COALESCE(`t0`.`earlier_is_as_of`, FALSE),
            `t0`.`earlier_reported_outstanding`,
            CAST(NULL AS BIGINT)
          ) = 0,
          COALESCE(`t0`.`earlier_overpaid_principal`, 0),
          0
        )
      ) AS `reported_outstanding_then`,
      CASE
        WHEN COALESCE(
          `t0`.`later_is_written_off`
          AND (
            IF(
              COALESCE(`t0`.`later_is_as_of`, FALSE),
              `t0`.`later_reported_outstanding`,
              CAST(NULL AS BIGINT)
            ) = 0
          ),
          FALSE
        )
        THEN GREATEST(
          IF(
            NOT (
              `t0`.`earlier_is_disbursed`
            )
            AND COALESCE(
              (
                `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
              )
              AND (
                `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
              ),
              FALSE
            ),
            `t0`.`later_principal`,
            IF(
              COALESCE(`t0`.`earlier_is_as_of`, FALSE),
              `t0`.`earlier_reported_outstanding`,
              CAST(NULL AS BIGINT)
            ) - IF(
              IF(
                COALESCE(`t0`.`earlier_is_as_of`, FALSE),
                `t0`.`earlier_reported_outstanding`,
                CAST(NULL AS BIGINT)
              ) = 0,
              COALESCE(`t0`.`earlier_overpaid_principal`, 0),
              0
            )
          ) - `t0`.`received_principal`,
          0
        )
        WHEN IF(
          COALESCE(`t0`.`later_is_as_of`, FALSE),
          `t0`.`later_reported_outstanding`,
          CAST(NULL AS BIGINT)
        ) = 0
        THEN IF(
          COALESCE(`t0`.`later_is_as_of`, FALSE),
          `t0`.`later_reported_outstanding`,
          CAST(NULL AS BIGINT)
        )
        ELSE IF(
          COALESCE(`t0`.`later_is_as_of`, FALSE),
          `t0`.`later_reported_outstanding`,
          CAST(NULL AS BIGINT)
        )
      END AS `reported_outstanding_now`,
      IF(
        NOT (
          IF(
            NOT (
              `t0`.`earlier_is_disbursed`
            )
            AND COALESCE(
              (
                `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
              )
              AND (
                `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
              ),
              FALSE
            ),
            `t0`.`later_principal`,
            IF(
              COALESCE(`t0`.`earlier_is_as_of`, FALSE),
              `t0`.`earlier_reported_outstanding`,
              CAST(NULL AS BIGINT)
            ) - IF(
              IF(
                COALESCE(`t0`.`earlier_is_as_of`, FALSE),
                `t0`.`earlier_reported_outstanding`,
                CAST(NULL AS BIGINT)
              ) = 0,
              COALESCE(`t0`.`earlier_overpaid_principal`, 0),
              0
            )
          )
        ) IS NULL,
        GREATEST(
          IF(
            NOT (
              `t0`.`earlier_is_disbursed`
            )
            AND COALESCE(
              (
                `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
              )
              AND (
                `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
              ),
              FALSE
            ),
            `t0`.`later_principal`,
            IF(
              COALESCE(`t0`.`earlier_is_as_of`, FALSE),
              `t0`.`earlier_reported_outstanding`,
              CAST(NULL AS BIGINT)
            ) - IF(
              IF(
                COALESCE(`t0`.`earlier_is_as_of`, FALSE),
                `t0`.`earlier_reported_outstanding`,
                CAST(NULL AS BIGINT)
              ) = 0,
              COALESCE(`t0`.`earlier_overpaid_principal`, 0),
              0
            )
          ) - `t0`.`received_principal`,
          0
        ),
        CAST(NULL AS BIGINT)
      ) AS `reported_outstanding_due`,
      IF(
        NOT (
          `t0`.`restarted_on`
        ) IS NULL,
        CASE WHEN `t0`.`later_currency` = 'KHR' THEN 10000 ELSE 1 END,
        0
      ) AS `room_below`,
      CASE
        WHEN `t0`.`is_restructured_between`
        THEN COALESCE(`t0`.`owed_interest`, 0) + CASE WHEN `t0`.`later_currency` = 'KHR' THEN 10000 ELSE 1 END
        WHEN NOT (
          `t0`.`restarted_on`
        ) IS NULL
        THEN CASE WHEN `t0`.`later_currency` = 'KHR' THEN 10000 ELSE 1 END
        ELSE 0
      END AS `room_above`,
      `t0`.`later_tape` AS `tape`,
      `t0`.`later_row` AS `source_row`
    FROM `month_loans` AS `t0`
    WHERE
      `t0`.`later_is_disbursed`
      AND (
        `t0`.`earlier_is_disbursed`
        OR (
          NOT (
            `t0`.`earlier_is_disbursed`
          )
          AND COALESCE(
            (
              `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
            )
            AND (
              `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
            ),
            FALSE
          )
        )
      )
  ) AS `t1`
  WHERE
    (
      NOT (
        `t1`.`outstanding_principal_then`
      ) IS NULL
      AND NOT (
        `t1`.`outstanding_principal_now`
      ) IS NULL
    )
    OR NOT (
      NOT (
        `t1`.`reported_outstanding_then`
      ) IS NULL
      AND NOT (
        `t1`.`reported_outstanding_now`
      ) IS NULL
    )
) AS `t3`
UNION ALL
SELECT
  *
FROM (
  SELECT
    `t2`.`institution_id`,
    `t2`.`loan_id` AS `subject`,
    'reported_outstanding' AS `aspect`,
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE(`t2`.`is_origin_changed`, FALSE)
            THEN 'the same past in both tapes: continuity.original_changed answers for it'
            WHEN COALESCE(`t2`.`are_events_rewritten`, FALSE)
            THEN 'the same past in both tapes: continuity.events_rewritten answers for it'
            WHEN COALESCE(`t2`.`are_payments_rewritten`, FALSE)
            THEN 'the same past in both tapes: continuity.payments_rewritten answers for it'
            WHEN COALESCE(`t2`.`is_schedule_moved`, FALSE)
            THEN 'the same past in both tapes: continuity.schedule_moved answers for it'
            WHEN COALESCE(NOT (
              COALESCE(`t2`.`later_are_payments_known`, FALSE)
            ), FALSE)
            THEN 'the payments in the later tape'
            WHEN COALESCE(`t2`.`later_payments_returned`, FALSE)
            THEN 'the loan\'s payments in the later tape: a row was returned'
            WHEN COALESCE((
              `t2`.`reported_outstanding_then`
            ) IS NULL, FALSE)
            THEN 'the principal outstanding on the earlier date'
            WHEN COALESCE(
              NOT (
                IF(`t2`.`is_new`, `t2`.`outstanding_principal_now`, `t2`.`outstanding_principal_then`)
              ) IS NULL
              AND COALESCE(
                IF(
                  `t2`.`is_new`,
                  `t2`.`later_reported_outstanding`,
                  `t2`.`earlier_reported_outstanding`
                ) <> GREATEST(
                  IF(`t2`.`is_new`, `t2`.`outstanding_principal_now`, `t2`.`outstanding_principal_then`),
                  0
                ),
                FALSE
              ),
              FALSE
            )
            THEN 'books that agreed with the rows already: reported.differs answers for it'
            WHEN COALESCE((
              `t2`.`reported_outstanding_now`
            ) IS NULL, FALSE)
            THEN 'the principal outstanding on the later date'
            WHEN COALESCE(
              `t2`.`is_restructured_between`
              AND (
                (
                  `t2`.`reported_outstanding_now` - `t2`.`reported_outstanding_due`
                ) > 0
              )
              AND (
                (
                  `t2`.`owed_interest`
                ) IS NULL
              ),
              FALSE
            )
            THEN 'the interest owed when the loan was restructured'
            ELSE NULL
          END,
          IF(
            (
              (
                (
                  `t2`.`reported_outstanding_now` - `t2`.`reported_outstanding_due`
                ) < -(
                  `t2`.`room_below`
                )
              )
              OR (
                (
                  `t2`.`reported_outstanding_now` - `t2`.`reported_outstanding_due`
                ) > `t2`.`room_above`
              )
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN (
        (
          `t2`.`reported_outstanding_now` - `t2`.`reported_outstanding_due`
        ) < -(
          `t2`.`room_below`
        )
      )
      OR (
        (
          `t2`.`reported_outstanding_now` - `t2`.`reported_outstanding_due`
        ) > `t2`.`room_above`
      )
      THEN 'found'
      ELSE 'sound'
    END AS `state`,
    COALESCE(
      CASE
        WHEN COALESCE(`t2`.`is_origin_changed`, FALSE)
        THEN 'the same past in both tapes: continuity.original_changed answers for it'
        WHEN COALESCE(`t2`.`are_events_rewritten`, FALSE)
        THEN 'the same past in both tapes: continuity.events_rewritten answers for it'
        WHEN COALESCE(`t2`.`are_payments_rewritten`, FALSE)
        THEN 'the same past in both tapes: continuity.payments_rewritten answers for it'
        WHEN COALESCE(`t2`.`is_schedule_moved`, FALSE)
        THEN 'the same past in both tapes: continuity.schedule_moved answers for it'
        WHEN COALESCE(NOT (
          COALESCE(`t2`.`later_are_payments_known`, FALSE)
        ), FALSE)
        THEN 'the payments in the later tape'
        WHEN COALESCE(`t2`.`later_payments_returned`, FALSE)
        THEN 'the loan\'s payments in the later tape: a row was returned'
        WHEN COALESCE((
          `t2`.`reported_outstanding_then`
        ) IS NULL, FALSE)
        THEN 'the principal outstanding on the earlier date'
        WHEN COALESCE(
          NOT (
            IF(`t2`.`is_new`, `t2`.`outstanding_principal_now`, `t2`.`outstanding_principal_then`)
          ) IS NULL
          AND COALESCE(
            IF(
              `t2`.`is_new`,
              `t2`.`later_reported_outstanding`,
              `t2`.`earlier_reported_outstanding`
            ) <> GREATEST(
              IF(`t2`.`is_new`, `t2`.`outstanding_principal_now`, `t2`.`outstanding_principal_then`),
              0
            ),
            FALSE
          ),
          FALSE
        )
        THEN 'books that agreed with the rows already: reported.differs answers for it'
        WHEN COALESCE((
          `t2`.`reported_outstanding_now`
        ) IS NULL, FALSE)
        THEN 'the principal outstanding on the later date'
        WHEN COALESCE(
          `t2`.`is_restructured_between`
          AND (
            (
              `t2`.`reported_outstanding_now` - `t2`.`reported_outstanding_due`
            ) > 0
          )
          AND (
            (
              `t2`.`owed_interest`
            ) IS NULL
          ),
          FALSE
        )
        THEN 'the interest owed when the loan was restructured'
        ELSE NULL
      END,
      IF(
        (
          (
            (
              `t2`.`reported_outstanding_now` - `t2`.`reported_outstanding_due`
            ) < -(
              `t2`.`room_below`
            )
          )
          OR (
            (
              `t2`.`reported_outstanding_now` - `t2`.`reported_outstanding_due`
            ) > `t2`.`room_above`
          )
        ) IS NULL,
        'something the rule compares',
        CAST(NULL AS STRING)
      )
    ) AS `missing`,
    `t2`.`source_row`,
    CAST(`t2`.`reported_outstanding_now` AS STRING) AS `observed`,
    CAST(`t2`.`reported_outstanding_due` AS STRING) AS `limit`,
    ABS(`t2`.`reported_outstanding_now` - `t2`.`reported_outstanding_due`) AS `amount`,
    `t2`.`later_currency` AS `currency`,
    'reported' AS `basis`,
    CAST(NULL AS STRING) AS `confidence`,
    CAST(NULL AS STRING) AS `citation`,
    `t2`.`tape`,
    CAST(NULL AS STRING) AS `subject_kind`,
    CAST(NULL AS STRING) AS `source_table`,
    CAST(NULL AS STRING) AS `unit`,
    CAST(NULL AS STRING) AS `note`,
    `t2`.`earlier_tape` AS `other_tape`,
    `t2`.`earlier_row` AS `other_row`
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
      NOT (
        `t0`.`earlier_is_disbursed`
      )
      AND COALESCE(
        (
          `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
        )
        AND (
          `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
        ),
        FALSE
      ) AS `is_new`,
      IF(
        NOT (
          `t0`.`earlier_is_disbursed`
        )
        AND COALESCE(
          (
            `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
          )
          AND (
            `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
          ),
          FALSE
        ),
        `t0`.`later_principal`,
        IF(
          COALESCE(`t0`.`earlier_basis` IN ('computed', 'rebuilt'), FALSE),
          `t0`.`earlier_outstanding_principal` - COALESCE(`t0`.`earlier_overpaid_principal`, 0),
          CAST(NULL AS BIGINT)
        )
      ) AS `outstanding_principal_then`,
      IF(
        COALESCE(`t0`.`later_basis` IN ('computed', 'rebuilt'), FALSE),
        `t0`.`later_outstanding_principal` - COALESCE(`t0`.`later_overpaid_principal`, 0),
        CAST(NULL AS BIGINT)
      ) AS `outstanding_principal_now`,
      IF(
        NOT (
          `t0`.`earlier_is_disbursed`
        )
        AND COALESCE(
          (
            `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
          )
          AND (
            `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
          ),
          FALSE
        ),
        `t0`.`later_principal`,
        IF(
          COALESCE(`t0`.`earlier_basis` IN ('computed', 'rebuilt'), FALSE),
          `t0`.`earlier_outstanding_principal` - COALESCE(`t0`.`earlier_overpaid_principal`, 0),
          CAST(NULL AS BIGINT)
        )
      ) - `t0`.`received_principal` AS `outstanding_principal_due`,
      IF(
        NOT (
          `t0`.`earlier_is_disbursed`
        )
        AND COALESCE(
          (
            `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
          )
          AND (
            `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
          ),
          FALSE
        ),
        `t0`.`later_principal`,
        IF(
          COALESCE(`t0`.`earlier_is_as_of`, FALSE),
          `t0`.`earlier_reported_outstanding`,
          CAST(NULL AS BIGINT)
        ) - IF(
          IF(
            COALESCE(`t0`.`earlier_is_as_of`, FALSE),
            `t0`.`earlier_reported_outstanding`,
            CAST(NULL AS BIGINT)
          ) = 0,
          COALESCE(`t0`.`earlier_overpaid_principal`, 0),
          0
        )
      ) AS `reported_outstanding_then`,
      CASE
        WHEN COALESCE(
          `t0`.`later_is_written_off`
          AND (
            IF(
              COALESCE(`t0`.`later_is_as_of`, FALSE),
              `t0`.`later_reported_outstanding`,
              CAST(NULL AS BIGINT)
            ) = 0
          ),
          FALSE
        )
        THEN GREATEST(
          IF(
            NOT (
              `t0`.`earlier_is_disbursed`
            )
            AND COALESCE(
              (
                `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
              )
              AND (
                `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
              ),
              FALSE
            ),
            `t0`.`later_principal`,
            IF(
              COALESCE(`t0`.`earlier_is_as_of`, FALSE),
              `t0`.`earlier_reported_outstanding`,
              CAST(NULL AS BIGINT)
            ) - IF(
              IF(
                COALESCE(`t0`.`earlier_is_as_of`, FALSE),
                `t0`.`earlier_reported_outstanding`,
                CAST(NULL AS BIGINT)
              ) = 0,
              COALESCE(`t0`.`earlier_overpaid_principal`, 0),
              0
            )
          ) - `t0`.`received_principal`,
          0
        )
        WHEN IF(
          COALESCE(`t0`.`later_is_as_of`, FALSE),
          `t0`.`later_reported_outstanding`,
          CAST(NULL AS BIGINT)
        ) = 0
        THEN IF(
          COALESCE(`t0`.`later_is_as_of`, FALSE),
          `t0`.`later_reported_outstanding`,
          CAST(NULL AS BIGINT)
        )
        ELSE IF(
          COALESCE(`t0`.`later_is_as_of`, FALSE),
          `t0`.`later_reported_outstanding`,
          CAST(NULL AS BIGINT)
        )
      END AS `reported_outstanding_now`,
      IF(
        NOT (
          IF(
            NOT (
              `t0`.`earlier_is_disbursed`
            )
            AND COALESCE(
              (
                `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
              )
              AND (
                `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
              ),
              FALSE
            ),
            `t0`.`later_principal`,
            IF(
              COALESCE(`t0`.`earlier_is_as_of`, FALSE),
              `t0`.`earlier_reported_outstanding`,
              CAST(NULL AS BIGINT)
            ) - IF(
              IF(
                COALESCE(`t0`.`earlier_is_as_of`, FALSE),
                `t0`.`earlier_reported_outstanding`,
                CAST(NULL AS BIGINT)
              ) = 0,
              COALESCE(`t0`.`earlier_overpaid_principal`, 0),
              0
            )
          )
        ) IS NULL,
        GREATEST(
          IF(
            NOT (
              `t0`.`earlier_is_disbursed`
            )
            AND COALESCE(
              (
                `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
              )
              AND (
                `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
              ),
              FALSE
            ),
            `t0`.`later_principal`,
            IF(
              COALESCE(`t0`.`earlier_is_as_of`, FALSE),
              `t0`.`earlier_reported_outstanding`,
              CAST(NULL AS BIGINT)
            ) - IF(
              IF(
                COALESCE(`t0`.`earlier_is_as_of`, FALSE),
                `t0`.`earlier_reported_outstanding`,
                CAST(NULL AS BIGINT)
              ) = 0,
              COALESCE(`t0`.`earlier_overpaid_principal`, 0),
              0
            )
          ) - `t0`.`received_principal`,
          0
        ),
        CAST(NULL AS BIGINT)
      ) AS `reported_outstanding_due`,
      IF(
        NOT (
          `t0`.`restarted_on`
        ) IS NULL,
        CASE WHEN `t0`.`later_currency` = 'KHR' THEN 10000 ELSE 1 END,
        0
      ) AS `room_below`,
      CASE
        WHEN `t0`.`is_restructured_between`
        THEN COALESCE(`t0`.`owed_interest`, 0) + CASE WHEN `t0`.`later_currency` = 'KHR' THEN 10000 ELSE 1 END
        WHEN NOT (
          `t0`.`restarted_on`
        ) IS NULL
        THEN CASE WHEN `t0`.`later_currency` = 'KHR' THEN 10000 ELSE 1 END
        ELSE 0
      END AS `room_above`,
      `t0`.`later_tape` AS `tape`,
      `t0`.`later_row` AS `source_row`
    FROM `month_loans` AS `t0`
    WHERE
      `t0`.`later_is_disbursed`
      AND (
        `t0`.`earlier_is_disbursed`
        OR (
          NOT (
            `t0`.`earlier_is_disbursed`
          )
          AND COALESCE(
            (
              `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
            )
            AND (
              `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
            ),
            FALSE
          )
        )
      )
      AND NOT (
        IF(
          NOT (
            `t0`.`earlier_is_disbursed`
          )
          AND COALESCE(
            (
              `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
            )
            AND (
              `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
            ),
            FALSE
          ),
          `t0`.`later_principal`,
          IF(
            COALESCE(`t0`.`earlier_is_as_of`, FALSE),
            `t0`.`earlier_reported_outstanding`,
            CAST(NULL AS BIGINT)
          ) - IF(
            IF(
              COALESCE(`t0`.`earlier_is_as_of`, FALSE),
              `t0`.`earlier_reported_outstanding`,
              CAST(NULL AS BIGINT)
            ) = 0,
            COALESCE(`t0`.`earlier_overpaid_principal`, 0),
            0
          )
        )
      ) IS NULL
      AND NOT (
        CASE
          WHEN COALESCE(
            `t0`.`later_is_written_off`
            AND (
              IF(
                COALESCE(`t0`.`later_is_as_of`, FALSE),
                `t0`.`later_reported_outstanding`,
                CAST(NULL AS BIGINT)
              ) = 0
            ),
            FALSE
          )
          THEN GREATEST(
            IF(
              NOT (
                `t0`.`earlier_is_disbursed`
              )
              AND COALESCE(
                (
                  `t0`.`later_disbursed_on` > MAKE_DATE(2024, 11, 30)
                )
                AND (
                  `t0`.`later_disbursed_on` <= MAKE_DATE(2024, 12, 31)
                ),
                FALSE
              ),
              `t0`.`later_principal`,
              IF(
                COALESCE(`t0`.`earlier_is_as_of`, FALSE),
                `t0`.`earlier_reported_outstanding`,
                CAST(NULL AS BIGINT)
              ) - IF(
                IF(
                  COALESCE(`t0`.`earlier_is_as_of`, FALSE),
                  `t0`.`earlier_reported_outstanding`,
                  CAST(NULL AS BIGINT)
                ) = 0,
                COALESCE(`t0`.`earlier_overpaid_principal`, 0),
                0
              )
            ) - `t0`.`received_principal`,
            0
          )
          WHEN IF(
            COALESCE(`t0`.`later_is_as_of`, FALSE),
            `t0`.`later_reported_outstanding`,
            CAST(NULL AS BIGINT)
          ) = 0
          THEN IF(
            COALESCE(`t0`.`later_is_as_of`, FALSE),
            `t0`.`later_reported_outstanding`,
            CAST(NULL AS BIGINT)
          )
          ELSE IF(
            COALESCE(`t0`.`later_is_as_of`, FALSE),
            `t0`.`later_reported_outstanding`,
            CAST(NULL AS BIGINT)
          )
        END
      ) IS NULL
  ) AS `t2`
) AS `t4`

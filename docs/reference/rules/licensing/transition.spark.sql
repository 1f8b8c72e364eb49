-- licensing.transition as it stands on 2002-12-31, for Spark. Made by `python3 run.py docs`.
SELECT
  `t12`.`institution_id`,
  `t12`.`subject`,
  `t12`.`aspect`,
  `t12`.`state`,
  `t12`.`missing`,
  `t12`.`source_row`,
  `t12`.`observed`,
  `t12`.`limit`,
  `t12`.`amount`,
  `t12`.`currency`,
  `t12`.`basis`,
  `t12`.`confidence`,
  `t12`.`citation`,
  `t12`.`tape`,
  `t12`.`subject_kind`,
  `t12`.`source_table`,
  `t12`.`unit`,
  `t12`.`note`,
  `t12`.`other_tape`,
  `t12`.`other_row`
FROM (
  SELECT
    `t10`.`institution_id`,
    `t10`.`subject`,
    `t10`.`aspect`,
    `t10`.`state`,
    `t10`.`missing`,
    `t10`.`source_row`,
    `t10`.`observed`,
    `t10`.`limit`,
    `t10`.`amount`,
    `t10`.`currency`,
    `t10`.`basis`,
    `t10`.`confidence`,
    IF(NOT (
      `t10`.`citation`
    ) IS NULL, 'B7-02-49, art. 9', `t10`.`citation`) AS `citation`,
    `t10`.`tape`,
    `t10`.`subject_kind`,
    `t10`.`source_table`,
    `t10`.`unit`,
    `t10`.`note`,
    `t10`.`other_tape`,
    `t10`.`other_row`
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t1`.`institution_id`,
          `t1`.`institution_id` AS `subject`,
          'portfolio' AS `aspect`,
          CASE
            WHEN NOT (
              COALESCE(
                CASE
                  WHEN COALESCE(NOT (
                    `t1`.`is_whole_book`
                  ), FALSE)
                  THEN 'the whole book: only some of its loans are in the tape'
                  WHEN COALESCE((
                    `t1`.`status`
                  ) IS NULL, FALSE)
                  THEN 'the status on the audit date'
                  WHEN COALESCE(FALSE, FALSE)
                  THEN 'no sourced rule for this date'
                  WHEN COALESCE(
                    (
                      (
                        `t1`.`license_portfolio`
                      ) IS NULL
                    )
                    AND NOT (
                      COALESCE(`t1`.`is_license_required`, FALSE)
                    )
                    AND (
                      (
                        `t1`.`portfolio_khr`
                      ) IS NULL
                    )
                    AND (
                      COALESCE(`t1`.`currencies_without_rate`, '') <> ''
                    ),
                    FALSE
                  )
                  THEN CONCAT(
                    'portfolio: no exchange rate on 2002-12-31 or the seven days before for ',
                    COALESCE(`t1`.`currencies_without_rate`, '')
                  )
                  WHEN COALESCE(
                    (
                      (
                        `t1`.`license_portfolio`
                      ) IS NULL
                    )
                    AND NOT (
                      COALESCE(`t1`.`is_license_required`, FALSE)
                    )
                    AND (
                      (
                        `t1`.`portfolio_khr`
                      ) IS NULL
                    ),
                    FALSE
                  )
                  THEN 'portfolio on the audit date'
                  WHEN COALESCE(
                    (
                      (
                        `t1`.`license_portfolio`
                      ) IS NULL
                    )
                    AND NOT (
                      COALESCE(`t1`.`is_license_required`, FALSE)
                    )
                    AND NOT (
                      `t1`.`is_portfolio_whole` AND NOT (
                        `t1`.`portfolio_khr`
                      ) IS NULL
                    ),
                    FALSE
                  )
                  THEN 'portfolio: some loans have no position'
                  ELSE NULL
                END,
                IF(
                  (
                    CASE
                      WHEN (
                        (
                          `t1`.`license_portfolio`
                        ) IS NULL
                      )
                      AND COALESCE(`t1`.`is_license_required`, FALSE)
                      THEN FALSE
                      WHEN NOT (
                        `t1`.`license_portfolio`
                      ) IS NULL
                      THEN `t1`.`license_portfolio`
                      AND NOT (
                        `t1`.`status` IN ('licensed', 'licensed_deposit_taking', 'bank')
                      )
                      ELSE NULL
                    END
                  ) IS NULL,
                  'something the rule compares',
                  CAST(NULL AS STRING)
                )
              )
            ) IS NULL
            THEN 'not_assessed'
            WHEN CASE
              WHEN (
                (
                  `t1`.`license_portfolio`
                ) IS NULL
              )
              AND COALESCE(`t1`.`is_license_required`, FALSE)
              THEN FALSE
              WHEN NOT (
                `t1`.`license_portfolio`
              ) IS NULL
              THEN `t1`.`license_portfolio`
              AND NOT (
                `t1`.`status` IN ('licensed', 'licensed_deposit_taking', 'bank')
              )
              ELSE NULL
            END
            THEN 'found'
            ELSE 'sound'
          END AS `state`,
          COALESCE(
            CASE
              WHEN COALESCE(NOT (
                `t1`.`is_whole_book`
              ), FALSE)
              THEN 'the whole book: only some of its loans are in the tape'
              WHEN COALESCE((
                `t1`.`status`
              ) IS NULL, FALSE)
              THEN 'the status on the audit date'
              WHEN COALESCE(FALSE, FALSE)
              THEN 'no sourced rule for this date'
              WHEN COALESCE(
                (
                  (
                    `t1`.`license_portfolio`
                  ) IS NULL
                )
                AND NOT (
                  COALESCE(`t1`.`is_license_required`, FALSE)
                )
                AND (
                  (
                    `t1`.`portfolio_khr`
                  ) IS NULL
                )
                AND (
                  COALESCE(`t1`.`currencies_without_rate`, '') <> ''
                ),
                FALSE
              )
              THEN CONCAT(
                'portfolio: no exchange rate on 2002-12-31 or the seven days before for ',
                COALESCE(`t1`.`currencies_without_rate`, '')
              )
              WHEN COALESCE(
                (
                  (
                    `t1`.`license_portfolio`
                  ) IS NULL
                )
                AND NOT (
                  COALESCE(`t1`.`is_license_required`, FALSE)
                )
                AND (
                  (
                    `t1`.`portfolio_khr`
                  ) IS NULL
                ),
                FALSE
              )
              THEN 'portfolio on the audit date'
              WHEN COALESCE(
                (
                  (
                    `t1`.`license_portfolio`
                  ) IS NULL
                )
                AND NOT (
                  COALESCE(`t1`.`is_license_required`, FALSE)
                )
                AND NOT (
                  `t1`.`is_portfolio_whole` AND NOT (
                    `t1`.`portfolio_khr`
                  ) IS NULL
                ),
                FALSE
              )
              THEN 'portfolio: some loans have no position'
              ELSE NULL
            END,
            IF(
              (
                CASE
                  WHEN (
                    (
                      `t1`.`license_portfolio`
                    ) IS NULL
                  )
                  AND COALESCE(`t1`.`is_license_required`, FALSE)
                  THEN FALSE
                  WHEN NOT (
                    `t1`.`license_portfolio`
                  ) IS NULL
                  THEN `t1`.`license_portfolio`
                  AND NOT (
                    `t1`.`status` IN ('licensed', 'licensed_deposit_taking', 'bank')
                  )
                  ELSE NULL
                END
              ) IS NULL,
              'something the rule compares',
              CAST(NULL AS STRING)
            )
          ) AS `missing`,
          `t1`.`source_row`,
          CAST(`t1`.`portfolio_khr` AS STRING) AS `observed`,
          CAST(100000000000 AS STRING) AS `limit`,
          `t1`.`portfolio_khr` AS `amount`,
          'KHR' AS `currency`,
          `t1`.`loans_basis` AS `basis`,
          'seed' AS `confidence`,
          'B7-02-49, art. 8' AS `citation`,
          `t1`.`tape`,
          CAST(NULL AS STRING) AS `subject_kind`,
          CAST(NULL AS STRING) AS `source_table`,
          'money' AS `unit`,
          CAST(NULL AS STRING) AS `note`,
          CAST(NULL AS STRING) AS `other_tape`,
          CAST(NULL AS BIGINT) AS `other_row`
        FROM `institution_results` AS `t1`
        WHERE
          NOT (
            COALESCE(`t1`.`is_bank`, FALSE)
          )
      ) AS `t4`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t1`.`institution_id`,
          `t1`.`institution_id` AS `subject`,
          'borrowers' AS `aspect`,
          CASE
            WHEN NOT (
              COALESCE(
                CASE
                  WHEN COALESCE(NOT (
                    `t1`.`is_whole_book`
                  ), FALSE)
                  THEN 'the whole book: only some of its loans are in the tape'
                  WHEN COALESCE((
                    `t1`.`status`
                  ) IS NULL, FALSE)
                  THEN 'the status on the audit date'
                  WHEN COALESCE(FALSE, FALSE)
                  THEN 'no sourced rule for this date'
                  WHEN COALESCE(
                    (
                      (
                        `t1`.`license_borrowers`
                      ) IS NULL
                    )
                    AND NOT (
                      COALESCE(`t1`.`is_license_required`, FALSE)
                    )
                    AND (
                      (
                        `t1`.`borrowers`
                      ) IS NULL
                    )
                    AND (
                      COALESCE('', '') <> ''
                    ),
                    FALSE
                  )
                  THEN CONCAT(
                    'borrowers: no exchange rate on 2002-12-31 or the seven days before for ',
                    COALESCE('', '')
                  )
                  WHEN COALESCE(
                    (
                      (
                        `t1`.`license_borrowers`
                      ) IS NULL
                    )
                    AND NOT (
                      COALESCE(`t1`.`is_license_required`, FALSE)
                    )
                    AND (
                      (
                        `t1`.`borrowers`
                      ) IS NULL
                    ),
                    FALSE
                  )
                  THEN 'borrowers on the audit date'
                  WHEN COALESCE(
                    (
                      (
                        `t1`.`license_borrowers`
                      ) IS NULL
                    )
                    AND NOT (
                      COALESCE(`t1`.`is_license_required`, FALSE)
                    )
                    AND NOT (
                      `t1`.`is_borrowers_whole` AND NOT (
                        `t1`.`borrowers`
                      ) IS NULL
                    ),
                    FALSE
                  )
                  THEN 'borrowers: some loans have no position'
                  ELSE NULL
                END,
                IF(
                  (
                    CASE
                      WHEN (
                        (
                          `t1`.`license_borrowers`
                        ) IS NULL
                      )
                      AND COALESCE(`t1`.`is_license_required`, FALSE)
                      THEN FALSE
                      WHEN NOT (
                        `t1`.`license_borrowers`
                      ) IS NULL
                      THEN `t1`.`license_borrowers`
                      AND NOT (
                        `t1`.`status` IN ('licensed', 'licensed_deposit_taking', 'bank')
                      )
                      ELSE NULL
                    END
                  ) IS NULL,
                  'something the rule compares',
                  CAST(NULL AS STRING)
                )
              )
            ) IS NULL
            THEN 'not_assessed'
            WHEN CASE
              WHEN (
                (
                  `t1`.`license_borrowers`
                ) IS NULL
              )
              AND COALESCE(`t1`.`is_license_required`, FALSE)
              THEN FALSE
              WHEN NOT (
                `t1`.`license_borrowers`
              ) IS NULL
              THEN `t1`.`license_borrowers`
              AND NOT (
                `t1`.`status` IN ('licensed', 'licensed_deposit_taking', 'bank')
              )
              ELSE NULL
            END
            THEN 'found'
            ELSE 'sound'
          END AS `state`,
          COALESCE(
            CASE
              WHEN COALESCE(NOT (
                `t1`.`is_whole_book`
              ), FALSE)
              THEN 'the whole book: only some of its loans are in the tape'
              WHEN COALESCE((
                `t1`.`status`
              ) IS NULL, FALSE)
              THEN 'the status on the audit date'
              WHEN COALESCE(FALSE, FALSE)
              THEN 'no sourced rule for this date'
              WHEN COALESCE(
                (
                  (
                    `t1`.`license_borrowers`
                  ) IS NULL
                )
                AND NOT (
                  COALESCE(`t1`.`is_license_required`, FALSE)
                )
                AND (
                  (
                    `t1`.`borrowers`
                  ) IS NULL
                )
                AND (
                  COALESCE('', '') <> ''
                ),
                FALSE
              )
              THEN CONCAT(
                'borrowers: no exchange rate on 2002-12-31 or the seven days before for ',
                COALESCE('', '')
              )
              WHEN COALESCE(
                (
                  (
                    `t1`.`license_borrowers`
                  ) IS NULL
                )
                AND NOT (
                  COALESCE(`t1`.`is_license_required`, FALSE)
                )
                AND (
                  (
                    `t1`.`borrowers`
                  ) IS NULL
                ),
                FALSE
              )
              THEN 'borrowers on the audit date'
              WHEN COALESCE(
                (
                  (
                    `t1`.`license_borrowers`
                  ) IS NULL
                )
                AND NOT (
                  COALESCE(`t1`.`is_license_required`, FALSE)
                )
                AND NOT (
                  `t1`.`is_borrowers_whole` AND NOT (
                    `t1`.`borrowers`
                  ) IS NULL
                ),
                FALSE
              )
              THEN 'borrowers: some loans have no position'
              ELSE NULL
            END,
            IF(
              (
                CASE
                  WHEN (
                    (
                      `t1`.`license_borrowers`
                    ) IS NULL
                  )
                  AND COALESCE(`t1`.`is_license_required`, FALSE)
                  THEN FALSE
                  WHEN NOT (
                    `t1`.`license_borrowers`
                  ) IS NULL
                  THEN `t1`.`license_borrowers`
                  AND NOT (
                    `t1`.`status` IN ('licensed', 'licensed_deposit_taking', 'bank')
                  )
                  ELSE NULL
                END
              ) IS NULL,
              'something the rule compares',
              CAST(NULL AS STRING)
            )
          ) AS `missing`,
          `t1`.`source_row`,
          CAST(`t1`.`borrowers` AS STRING) AS `observed`,
          CAST(1000 AS STRING) AS `limit`,
          CAST(NULL AS BIGINT) AS `amount`,
          CAST(NULL AS STRING) AS `currency`,
          `t1`.`borrowers_basis` AS `basis`,
          'seed' AS `confidence`,
          'B7-02-49, art. 8' AS `citation`,
          `t1`.`tape`,
          CAST(NULL AS STRING) AS `subject_kind`,
          CAST(NULL AS STRING) AS `source_table`,
          'count' AS `unit`,
          CAST(NULL AS STRING) AS `note`,
          CAST(NULL AS STRING) AS `other_tape`,
          CAST(NULL AS BIGINT) AS `other_row`
        FROM `institution_results` AS `t1`
        WHERE
          NOT (
            COALESCE(`t1`.`is_bank`, FALSE)
          )
      ) AS `t5`
    ) AS `t8`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t1`.`institution_id`,
          `t1`.`institution_id` AS `subject`,
          'public_savings' AS `aspect`,
          CASE
            WHEN NOT (
              COALESCE(
                CASE
                  WHEN COALESCE(NOT (
                    `t1`.`is_whole_book`
                  ), FALSE)
                  THEN 'the whole book: only some of its loans are in the tape'
                  WHEN COALESCE((
                    `t1`.`status`
                  ) IS NULL, FALSE)
                  THEN 'the status on the audit date'
                  WHEN COALESCE(FALSE, FALSE)
                  THEN 'no sourced rule for this date'
                  WHEN COALESCE(
                    (
                      (
                        `t1`.`license_public_savings`
                      ) IS NULL
                    )
                    AND NOT (
                      COALESCE(`t1`.`is_license_required`, FALSE)
                    )
                    AND (
                      (
                        `t1`.`public_savings_khr`
                      ) IS NULL
                    )
                    AND (
                      COALESCE(`t1`.`savings_currencies_without_rate`, '') <> ''
                    ),
                    FALSE
                  )
                  THEN CONCAT(
                    'public_savings: no exchange rate on 2002-12-31 or the seven days before for ',
                    COALESCE(`t1`.`savings_currencies_without_rate`, '')
                  )
                  WHEN COALESCE(
                    (
                      (
                        `t1`.`license_public_savings`
                      ) IS NULL
                    )
                    AND NOT (
                      COALESCE(`t1`.`is_license_required`, FALSE)
                    )
                    AND (
                      (
                        `t1`.`public_savings_khr`
                      ) IS NULL
                    ),
                    FALSE
                  )
                  THEN 'public_savings on the audit date'
                  WHEN COALESCE(
                    (
                      (
                        `t1`.`license_public_savings`
                      ) IS NULL
                    )
                    AND NOT (
                      COALESCE(`t1`.`is_license_required`, FALSE)
                    )
                    AND NOT (
                      NOT (
                        `t1`.`public_savings_khr`
                      ) IS NULL
                    ),
                    FALSE
                  )
                  THEN 'public_savings: some loans have no position'
                  ELSE NULL
                END,
                IF(
                  (
                    CASE
                      WHEN (
                        (
                          `t1`.`license_public_savings`
                        ) IS NULL
                      )
                      AND COALESCE(`t1`.`is_license_required`, FALSE)
                      THEN FALSE
                      WHEN NOT (
                        `t1`.`license_public_savings`
                      ) IS NULL
                      THEN `t1`.`license_public_savings`
                      AND NOT (
                        `t1`.`status` IN ('licensed', 'licensed_deposit_taking', 'bank')
                      )
                      ELSE NULL
                    END
                  ) IS NULL,
                  'something the rule compares',
                  CAST(NULL AS STRING)
                )
              )
            ) IS NULL
            THEN 'not_assessed'
            WHEN CASE
              WHEN (
                (
                  `t1`.`license_public_savings`
                ) IS NULL
              )
              AND COALESCE(`t1`.`is_license_required`, FALSE)
              THEN FALSE
              WHEN NOT (
                `t1`.`license_public_savings`
              ) IS NULL
              THEN `t1`.`license_public_savings`
              AND NOT (
                `t1`.`status` IN ('licensed', 'licensed_deposit_taking', 'bank')
              )
              ELSE NULL
            END
            THEN 'found'
            ELSE 'sound'
          END AS `state`,
          COALESCE(
            CASE
              WHEN COALESCE(NOT (
                `t1`.`is_whole_book`
              ), FALSE)
              THEN 'the whole book: only some of its loans are in the tape'
              WHEN COALESCE((
                `t1`.`status`
              ) IS NULL, FALSE)
              THEN 'the status on the audit date'
              WHEN COALESCE(FALSE, FALSE)
              THEN 'no sourced rule for this date'
              WHEN COALESCE(
                (
                  (
                    `t1`.`license_public_savings`
                  ) IS NULL
                )
                AND NOT (
                  COALESCE(`t1`.`is_license_required`, FALSE)
                )
                AND (
                  (
                    `t1`.`public_savings_khr`
                  ) IS NULL
                )
                AND (
                  COALESCE(`t1`.`savings_currencies_without_rate`, '') <> ''
                ),
                FALSE
              )
              THEN CONCAT(
                'public_savings: no exchange rate on 2002-12-31 or the seven days before for ',
                COALESCE(`t1`.`savings_currencies_without_rate`, '')
              )
              WHEN COALESCE(
                (
                  (
                    `t1`.`license_public_savings`
                  ) IS NULL
                )
                AND NOT (
                  COALESCE(`t1`.`is_license_required`, FALSE)
                )
                AND (
                  (
                    `t1`.`public_savings_khr`
                  ) IS NULL
                ),
                FALSE
              )
              THEN 'public_savings on the audit date'
              WHEN COALESCE(
                (
                  (
                    `t1`.`license_public_savings`
                  ) IS NULL
                )
                AND NOT (
                  COALESCE(`t1`.`is_license_required`, FALSE)
                )
                AND NOT (
                  NOT (
                    `t1`.`public_savings_khr`
                  ) IS NULL
                ),
                FALSE
              )
              THEN 'public_savings: some loans have no position'
              ELSE NULL
            END,
            IF(
              (
                CASE
                  WHEN (
                    (
                      `t1`.`license_public_savings`
                    ) IS NULL
                  )
                  AND COALESCE(`t1`.`is_license_required`, FALSE)
                  THEN FALSE
                  WHEN NOT (
                    `t1`.`license_public_savings`
                  ) IS NULL
                  THEN `t1`.`license_public_savings`
                  AND NOT (
                    `t1`.`status` IN ('licensed', 'licensed_deposit_taking', 'bank')
                  )
                  ELSE NULL
                END
              ) IS NULL,
              'something the rule compares',
              CAST(NULL AS STRING)
            )
          ) AS `missing`,
          `t1`.`source_row`,
          CAST(`t1`.`public_savings_khr` AS STRING) AS `observed`,
          CAST(10000000000 AS STRING) AS `limit`,
          `t1`.`public_savings_khr` AS `amount`,
          'KHR' AS `currency`,
          `t1`.`savings_basis` AS `basis`,
          'seed' AS `confidence`,
          'B7-02-49, art. 8' AS `citation`,
          `t1`.`tape`,
          CAST(NULL AS STRING) AS `subject_kind`,
          CAST(NULL AS STRING) AS `source_table`,
          'money' AS `unit`,
          CAST(NULL AS STRING) AS `note`,
          CAST(NULL AS STRING) AS `other_tape`,
          CAST(NULL AS BIGINT) AS `other_row`
        FROM `institution_results` AS `t1`
        WHERE
          NOT (
            COALESCE(`t1`.`is_bank`, FALSE)
          )
      ) AS `t6`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t1`.`institution_id`,
          `t1`.`institution_id` AS `subject`,
          'depositors' AS `aspect`,
          CASE
            WHEN NOT (
              COALESCE(
                CASE
                  WHEN COALESCE(NOT (
                    `t1`.`is_whole_book`
                  ), FALSE)
                  THEN 'the whole book: only some of its loans are in the tape'
                  WHEN COALESCE((
                    `t1`.`status`
                  ) IS NULL, FALSE)
                  THEN 'the status on the audit date'
                  WHEN COALESCE(FALSE, FALSE)
                  THEN 'no sourced rule for this date'
                  WHEN COALESCE(
                    (
                      (
                        `t1`.`license_depositors`
                      ) IS NULL
                    )
                    AND NOT (
                      COALESCE(`t1`.`is_license_required`, FALSE)
                    )
                    AND (
                      (
                        `t1`.`depositors`
                      ) IS NULL
                    )
                    AND (
                      COALESCE('', '') <> ''
                    ),
                    FALSE
                  )
                  THEN CONCAT(
                    'depositors: no exchange rate on 2002-12-31 or the seven days before for ',
                    COALESCE('', '')
                  )
                  WHEN COALESCE(
                    (
                      (
                        `t1`.`license_depositors`
                      ) IS NULL
                    )
                    AND NOT (
                      COALESCE(`t1`.`is_license_required`, FALSE)
                    )
                    AND (
                      (
                        `t1`.`depositors`
                      ) IS NULL
                    ),
                    FALSE
                  )
                  THEN 'depositors on the audit date'
                  WHEN COALESCE(
                    (
                      (
                        `t1`.`license_depositors`
                      ) IS NULL
                    )
                    AND NOT (
                      COALESCE(`t1`.`is_license_required`, FALSE)
                    )
                    AND NOT (
                      NOT (
                        `t1`.`depositors`
                      ) IS NULL
                    ),
                    FALSE
                  )
                  THEN 'depositors: some loans have no position'
                  ELSE NULL
                END,
                IF(
                  (
                    CASE
                      WHEN (
                        (
                          `t1`.`license_depositors`
                        ) IS NULL
                      )
                      AND COALESCE(`t1`.`is_license_required`, FALSE)
                      THEN FALSE
                      WHEN NOT (
                        `t1`.`license_depositors`
                      ) IS NULL
                      THEN `t1`.`license_depositors`
                      AND NOT (
                        `t1`.`status` IN ('licensed', 'licensed_deposit_taking', 'bank')
                      )
                      ELSE NULL
                    END
                  ) IS NULL,
                  'something the rule compares',
                  CAST(NULL AS STRING)
                )
              )
            ) IS NULL
            THEN 'not_assessed'
            WHEN CASE
              WHEN (
                (
                  `t1`.`license_depositors`
                ) IS NULL
              )
              AND COALESCE(`t1`.`is_license_required`, FALSE)
              THEN FALSE
              WHEN NOT (
                `t1`.`license_depositors`
              ) IS NULL
              THEN `t1`.`license_depositors`
              AND NOT (
                `t1`.`status` IN ('licensed', 'licensed_deposit_taking', 'bank')
              )
              ELSE NULL
            END
            THEN 'found'
            ELSE 'sound'
          END AS `state`,
          COALESCE(
            CASE
              WHEN COALESCE(NOT (
                `t1`.`is_whole_book`
              ), FALSE)
              THEN 'the whole book: only some of its loans are in the tape'
              WHEN COALESCE((
                `t1`.`status`
              ) IS NULL, FALSE)
              THEN 'the status on the audit date'
              WHEN COALESCE(FALSE, FALSE)
              THEN 'no sourced rule for this date'
              WHEN COALESCE(
                (
                  (
                    `t1`.`license_depositors`
                  ) IS NULL
                )
                AND NOT (
                  COALESCE(`t1`.`is_license_required`, FALSE)
                )
                AND (
                  (
                    `t1`.`depositors`
                  ) IS NULL
                )
                AND (
                  COALESCE('', '') <> ''
                ),
                FALSE
              )
              THEN CONCAT(
                'depositors: no exchange rate on 2002-12-31 or the seven days before for ',
                COALESCE('', '')
              )
              WHEN COALESCE(
                (
                  (
                    `t1`.`license_depositors`
                  ) IS NULL
                )
                AND NOT (
                  COALESCE(`t1`.`is_license_required`, FALSE)
                )
                AND (
                  (
                    `t1`.`depositors`
                  ) IS NULL
                ),
                FALSE
              )
              THEN 'depositors on the audit date'
              WHEN COALESCE(
                (
                  (
                    `t1`.`license_depositors`
                  ) IS NULL
                )
                AND NOT (
                  COALESCE(`t1`.`is_license_required`, FALSE)
                )
                AND NOT (
                  NOT (
                    `t1`.`depositors`
                  ) IS NULL
                ),
                FALSE
              )
              THEN 'depositors: some loans have no position'
              ELSE NULL
            END,
            IF(
              (
                CASE
                  WHEN (
                    (
                      `t1`.`license_depositors`
                    ) IS NULL
                  )
                  AND COALESCE(`t1`.`is_license_required`, FALSE)
                  THEN FALSE
                  WHEN NOT (
                    `t1`.`license_depositors`
                  ) IS NULL
                  THEN `t1`.`license_depositors`
                  AND NOT (
                    `t1`.`status` IN ('licensed', 'licensed_deposit_taking', 'bank')
                  )
                  ELSE NULL
                END
              ) IS NULL,
              'something the rule compares',
              CAST(NULL AS STRING)
            )
          ) AS `missing`,
          `t1`.`source_row`,
          CAST(`t1`.`depositors` AS STRING) AS `observed`,
          CAST(1000 AS STRING) AS `limit`,
          CAST(NULL AS BIGINT) AS `amount`,
          CAST(NULL AS STRING) AS `currency`,
          `t1`.`savings_basis` AS `basis`,
          'seed' AS `confidence`,
          'B7-02-49, art. 8' AS `citation`,
          `t1`.`tape`,
          CAST(NULL AS STRING) AS `subject_kind`,
          CAST(NULL AS STRING) AS `source_table`,
          'count' AS `unit`,
          CAST(NULL AS STRING) AS `note`,
          CAST(NULL AS STRING) AS `other_tape`,
          CAST(NULL AS BIGINT) AS `other_row`
        FROM `institution_results` AS `t1`
        WHERE
          NOT (
            COALESCE(`t1`.`is_bank`, FALSE)
          )
      ) AS `t7`
    ) AS `t9`
  ) AS `t10`
) AS `t12`
LEFT ANTI JOIN (
  SELECT
    *
  FROM `institutions` AS `t0`
  WHERE
    `t0`.`legal_form` = 'person'
) AS `t3`
  ON `t12`.`institution_id` = `t3`.`institution_id`

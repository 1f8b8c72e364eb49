-- reported.differs as it stands on 2024-12-31, for Spark. Made by `python3 run.py docs`.
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        `t0`.`institution_id`,
        `t0`.`loan_id` AS `subject`,
        'reported_class' AS `aspect`,
        CASE
          WHEN NOT (
            COALESCE(
              CAST(NULL AS STRING),
              IF(
                (
                  `t0`.`reported_class` <> `t0`.`grade`
                ) IS NULL,
                'something the rule compares',
                CAST(NULL AS STRING)
              )
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN `t0`.`reported_class` <> `t0`.`grade`
          THEN 'found'
          ELSE 'sound'
        END AS `state`,
        COALESCE(
          CAST(NULL AS STRING),
          IF(
            (
              `t0`.`reported_class` <> `t0`.`grade`
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        ) AS `missing`,
        `t0`.`source_row`,
        `t0`.`reported_class` AS `observed`,
        `t0`.`grade` AS `limit`,
        CAST(NULL AS BIGINT) AS `amount`,
        CAST(NULL AS STRING) AS `currency`,
        `t0`.`basis`,
        CAST(NULL AS STRING) AS `confidence`,
        CAST(NULL AS STRING) AS `citation`,
        `t0`.`tape`,
        'loan' AS `subject_kind`,
        'loans' AS `source_table`,
        'code' AS `unit`,
        CAST(NULL AS STRING) AS `note`,
        CAST(NULL AS STRING) AS `other_tape`,
        CAST(NULL AS BIGINT) AS `other_row`
      FROM `loan_results` AS `t0`
      WHERE
        `t0`.`is_as_of`
        AND `t0`.`basis` = 'computed'
        AND NOT (
          `t0`.`is_written_off`
        )
        AND NOT (
          `t0`.`reported_class`
        ) IS NULL
        AND NOT (
          `t0`.`grade`
        ) IS NULL
    ) AS `t2`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t1`.`institution_id`,
        `t1`.`institution_id` AS `subject`,
        'reported_portfolio_khr' AS `aspect`,
        CASE
          WHEN NOT (
            COALESCE(
              CAST(NULL AS STRING),
              IF(
                (
                  `t1`.`reported_portfolio_khr` <> `t1`.`computed_portfolio_khr`
                ) IS NULL,
                'something the rule compares',
                CAST(NULL AS STRING)
              )
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN `t1`.`reported_portfolio_khr` <> `t1`.`computed_portfolio_khr`
          THEN 'found'
          ELSE 'sound'
        END AS `state`,
        COALESCE(
          CAST(NULL AS STRING),
          IF(
            (
              `t1`.`reported_portfolio_khr` <> `t1`.`computed_portfolio_khr`
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        ) AS `missing`,
        `t1`.`source_row`,
        CAST(`t1`.`reported_portfolio_khr` AS STRING) AS `observed`,
        CAST(`t1`.`computed_portfolio_khr` AS STRING) AS `limit`,
        ABS(`t1`.`reported_portfolio_khr` - `t1`.`computed_portfolio_khr`) AS `amount`,
        'KHR' AS `currency`,
        `t1`.`loans_basis` AS `basis`,
        CAST(NULL AS STRING) AS `confidence`,
        CAST(NULL AS STRING) AS `citation`,
        `t1`.`tape`,
        'institution' AS `subject_kind`,
        'institutions' AS `source_table`,
        'money' AS `unit`,
        CAST(NULL AS STRING) AS `note`,
        CAST(NULL AS STRING) AS `other_tape`,
        CAST(NULL AS BIGINT) AS `other_row`
      FROM `institution_results` AS `t1`
      WHERE
        `t1`.`is_as_of`
        AND NOT (
          `t1`.`reported_portfolio_khr`
        ) IS NULL
        AND NOT (
          `t1`.`computed_portfolio_khr`
        ) IS NULL
    ) AS `t5`
  ) AS `t12`
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
        'reported_borrowers' AS `aspect`,
        CASE
          WHEN NOT (
            COALESCE(
              CAST(NULL AS STRING),
              IF(
                (
                  `t1`.`reported_borrowers` <> `t1`.`computed_borrowers`
                ) IS NULL,
                'something the rule compares',
                CAST(NULL AS STRING)
              )
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN `t1`.`reported_borrowers` <> `t1`.`computed_borrowers`
          THEN 'found'
          ELSE 'sound'
        END AS `state`,
        COALESCE(
          CAST(NULL AS STRING),
          IF(
            (
              `t1`.`reported_borrowers` <> `t1`.`computed_borrowers`
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        ) AS `missing`,
        `t1`.`source_row`,
        CAST(`t1`.`reported_borrowers` AS STRING) AS `observed`,
        CAST(`t1`.`computed_borrowers` AS STRING) AS `limit`,
        CAST(NULL AS BIGINT) AS `amount`,
        CAST(NULL AS STRING) AS `currency`,
        `t1`.`loans_basis` AS `basis`,
        CAST(NULL AS STRING) AS `confidence`,
        CAST(NULL AS STRING) AS `citation`,
        `t1`.`tape`,
        'institution' AS `subject_kind`,
        'institutions' AS `source_table`,
        'count' AS `unit`,
        CAST(NULL AS STRING) AS `note`,
        CAST(NULL AS STRING) AS `other_tape`,
        CAST(NULL AS BIGINT) AS `other_row`
      FROM `institution_results` AS `t1`
      WHERE
        `t1`.`is_as_of`
        AND NOT (
          `t1`.`reported_borrowers`
        ) IS NULL
        AND NOT (
          `t1`.`computed_borrowers`
        ) IS NULL
    ) AS `t6`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t1`.`institution_id`,
        `t1`.`institution_id` AS `subject`,
        'reported_public_savings_khr' AS `aspect`,
        CASE
          WHEN NOT (
            COALESCE(
              CAST(NULL AS STRING),
              IF(
                (
                  `t1`.`reported_public_savings_khr` <> `t1`.`computed_public_savings_khr`
                ) IS NULL,
                'something the rule compares',
                CAST(NULL AS STRING)
              )
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN `t1`.`reported_public_savings_khr` <> `t1`.`computed_public_savings_khr`
          THEN 'found'
          ELSE 'sound'
        END AS `state`,
        COALESCE(
          CAST(NULL AS STRING),
          IF(
            (
              `t1`.`reported_public_savings_khr` <> `t1`.`computed_public_savings_khr`
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        ) AS `missing`,
        `t1`.`source_row`,
        CAST(`t1`.`reported_public_savings_khr` AS STRING) AS `observed`,
        CAST(`t1`.`computed_public_savings_khr` AS STRING) AS `limit`,
        ABS(`t1`.`reported_public_savings_khr` - `t1`.`computed_public_savings_khr`) AS `amount`,
        'KHR' AS `currency`,
        `t1`.`savings_basis` AS `basis`,
        CAST(NULL AS STRING) AS `confidence`,
        CAST(NULL AS STRING) AS `citation`,
        `t1`.`tape`,
        'institution' AS `subject_kind`,
        'institutions' AS `source_table`,
        'money' AS `unit`,
        CAST(NULL AS STRING) AS `note`,
        CAST(NULL AS STRING) AS `other_tape`,
        CAST(NULL AS BIGINT) AS `other_row`
      FROM `institution_results` AS `t1`
      WHERE
        `t1`.`is_as_of`
        AND NOT (
          `t1`.`reported_public_savings_khr`
        ) IS NULL
        AND NOT (
          `t1`.`computed_public_savings_khr`
        ) IS NULL
    ) AS `t7`
  ) AS `t13`
) AS `t16`
UNION ALL
SELECT
  *
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
        'reported_depositors' AS `aspect`,
        CASE
          WHEN NOT (
            COALESCE(
              CAST(NULL AS STRING),
              IF(
                (
                  `t1`.`reported_depositors` <> `t1`.`computed_depositors`
                ) IS NULL,
                'something the rule compares',
                CAST(NULL AS STRING)
              )
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN `t1`.`reported_depositors` <> `t1`.`computed_depositors`
          THEN 'found'
          ELSE 'sound'
        END AS `state`,
        COALESCE(
          CAST(NULL AS STRING),
          IF(
            (
              `t1`.`reported_depositors` <> `t1`.`computed_depositors`
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        ) AS `missing`,
        `t1`.`source_row`,
        CAST(`t1`.`reported_depositors` AS STRING) AS `observed`,
        CAST(`t1`.`computed_depositors` AS STRING) AS `limit`,
        CAST(NULL AS BIGINT) AS `amount`,
        CAST(NULL AS STRING) AS `currency`,
        `t1`.`savings_basis` AS `basis`,
        CAST(NULL AS STRING) AS `confidence`,
        CAST(NULL AS STRING) AS `citation`,
        `t1`.`tape`,
        'institution' AS `subject_kind`,
        'institutions' AS `source_table`,
        'count' AS `unit`,
        CAST(NULL AS STRING) AS `note`,
        CAST(NULL AS STRING) AS `other_tape`,
        CAST(NULL AS BIGINT) AS `other_row`
      FROM `institution_results` AS `t1`
      WHERE
        `t1`.`is_as_of`
        AND NOT (
          `t1`.`reported_depositors`
        ) IS NULL
        AND NOT (
          `t1`.`computed_depositors`
        ) IS NULL
    ) AS `t8`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        `t1`.`institution_id`,
        `t1`.`institution_id` AS `subject`,
        'reported_titles_hard' AS `aspect`,
        CASE
          WHEN NOT (
            COALESCE(
              CAST(NULL AS STRING),
              IF(
                (
                  `t1`.`reported_titles_hard` <> `t1`.`computed_titles_hard`
                ) IS NULL,
                'something the rule compares',
                CAST(NULL AS STRING)
              )
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN `t1`.`reported_titles_hard` <> `t1`.`computed_titles_hard`
          THEN 'found'
          ELSE 'sound'
        END AS `state`,
        COALESCE(
          CAST(NULL AS STRING),
          IF(
            (
              `t1`.`reported_titles_hard` <> `t1`.`computed_titles_hard`
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        ) AS `missing`,
        `t1`.`source_row`,
        CAST(`t1`.`reported_titles_hard` AS STRING) AS `observed`,
        CAST(`t1`.`computed_titles_hard` AS STRING) AS `limit`,
        CAST(NULL AS BIGINT) AS `amount`,
        CAST(NULL AS STRING) AS `currency`,
        `t1`.`titles_basis` AS `basis`,
        CAST(NULL AS STRING) AS `confidence`,
        CAST(NULL AS STRING) AS `citation`,
        `t1`.`tape`,
        'institution' AS `subject_kind`,
        'institutions' AS `source_table`,
        'count' AS `unit`,
        CAST(NULL AS STRING) AS `note`,
        CAST(NULL AS STRING) AS `other_tape`,
        CAST(NULL AS BIGINT) AS `other_row`
      FROM `institution_results` AS `t1`
      WHERE
        `t1`.`is_as_of`
        AND NOT (
          `t1`.`reported_titles_hard`
        ) IS NULL
        AND NOT (
          `t1`.`computed_titles_hard`
        ) IS NULL
    ) AS `t9`
  ) AS `t14`
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
        'reported_titles_soft' AS `aspect`,
        CASE
          WHEN NOT (
            COALESCE(
              CAST(NULL AS STRING),
              IF(
                (
                  `t1`.`reported_titles_soft` <> `t1`.`computed_titles_soft`
                ) IS NULL,
                'something the rule compares',
                CAST(NULL AS STRING)
              )
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN `t1`.`reported_titles_soft` <> `t1`.`computed_titles_soft`
          THEN 'found'
          ELSE 'sound'
        END AS `state`,
        COALESCE(
          CAST(NULL AS STRING),
          IF(
            (
              `t1`.`reported_titles_soft` <> `t1`.`computed_titles_soft`
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        ) AS `missing`,
        `t1`.`source_row`,
        CAST(`t1`.`reported_titles_soft` AS STRING) AS `observed`,
        CAST(`t1`.`computed_titles_soft` AS STRING) AS `limit`,
        CAST(NULL AS BIGINT) AS `amount`,
        CAST(NULL AS STRING) AS `currency`,
        `t1`.`titles_basis` AS `basis`,
        CAST(NULL AS STRING) AS `confidence`,
        CAST(NULL AS STRING) AS `citation`,
        `t1`.`tape`,
        'institution' AS `subject_kind`,
        'institutions' AS `source_table`,
        'count' AS `unit`,
        CAST(NULL AS STRING) AS `note`,
        CAST(NULL AS STRING) AS `other_tape`,
        CAST(NULL AS BIGINT) AS `other_row`
      FROM `institution_results` AS `t1`
      WHERE
        `t1`.`is_as_of`
        AND NOT (
          `t1`.`reported_titles_soft`
        ) IS NULL
        AND NOT (
          `t1`.`computed_titles_soft`
        ) IS NULL
    ) AS `t10`
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          `t0`.`institution_id`,
          `t0`.`loan_id` AS `subject`,
          'reported_outstanding' AS `aspect`,
          CASE
            WHEN NOT (
              COALESCE(
                CAST(NULL AS STRING),
                IF(
                  (
                    `t0`.`reported_outstanding` <> `t0`.`outstanding_principal`
                  ) IS NULL,
                  'something the rule compares',
                  CAST(NULL AS STRING)
                )
              )
            ) IS NULL
            THEN 'not_assessed'
            WHEN `t0`.`reported_outstanding` <> `t0`.`outstanding_principal`
            THEN 'found'
            ELSE 'sound'
          END AS `state`,
          COALESCE(
            CAST(NULL AS STRING),
            IF(
              (
                `t0`.`reported_outstanding` <> `t0`.`outstanding_principal`
              ) IS NULL,
              'something the rule compares',
              CAST(NULL AS STRING)
            )
          ) AS `missing`,
          `t0`.`source_row`,
          CAST(`t0`.`reported_outstanding` AS STRING) AS `observed`,
          CAST(`t0`.`outstanding_principal` AS STRING) AS `limit`,
          ABS(`t0`.`reported_outstanding` - `t0`.`outstanding_principal`) AS `amount`,
          `t0`.`currency`,
          `t0`.`basis`,
          CAST(NULL AS STRING) AS `confidence`,
          CAST(NULL AS STRING) AS `citation`,
          `t0`.`tape`,
          'loan' AS `subject_kind`,
          'loans' AS `source_table`,
          'money' AS `unit`,
          CAST(NULL AS STRING) AS `note`,
          CAST(NULL AS STRING) AS `other_tape`,
          CAST(NULL AS BIGINT) AS `other_row`
        FROM `loan_results` AS `t0`
        WHERE
          `t0`.`is_as_of`
          AND `t0`.`basis` = 'computed'
          AND NOT (
            `t0`.`is_written_off`
          )
          AND NOT (
            `t0`.`reported_outstanding`
          ) IS NULL
          AND NOT (
            `t0`.`outstanding_principal`
          ) IS NULL
      ) AS `t3`
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          `t0`.`institution_id`,
          `t0`.`loan_id` AS `subject`,
          'reported_days_past_due' AS `aspect`,
          CASE
            WHEN NOT (
              COALESCE(
                CAST(NULL AS STRING),
                IF(
                  (
                    `t0`.`reported_days_past_due` <> `t0`.`days_past_due`
                  ) IS NULL,
                  'something the rule compares',
                  CAST(NULL AS STRING)
                )
              )
            ) IS NULL
            THEN 'not_assessed'
            WHEN `t0`.`reported_days_past_due` <> `t0`.`days_past_due`
            THEN 'found'
            ELSE 'sound'
          END AS `state`,
          COALESCE(
            CAST(NULL AS STRING),
            IF(
              (
                `t0`.`reported_days_past_due` <> `t0`.`days_past_due`
              ) IS NULL,
              'something the rule compares',
              CAST(NULL AS STRING)
            )
          ) AS `missing`,
          `t0`.`source_row`,
          CAST(`t0`.`reported_days_past_due` AS STRING) AS `observed`,
          CAST(`t0`.`days_past_due` AS STRING) AS `limit`,
          CAST(NULL AS BIGINT) AS `amount`,
          CAST(NULL AS STRING) AS `currency`,
          `t0`.`basis`,
          CAST(NULL AS STRING) AS `confidence`,
          CAST(NULL AS STRING) AS `citation`,
          `t0`.`tape`,
          'loan' AS `subject_kind`,
          'loans' AS `source_table`,
          'days' AS `unit`,
          CAST(NULL AS STRING) AS `note`,
          CAST(NULL AS STRING) AS `other_tape`,
          CAST(NULL AS BIGINT) AS `other_row`
        FROM `loan_results` AS `t0`
        WHERE
          `t0`.`is_as_of`
          AND `t0`.`basis` = 'computed'
          AND NOT (
            `t0`.`is_written_off`
          )
          AND NOT (
            `t0`.`reported_days_past_due`
          ) IS NULL
          AND NOT (
            `t0`.`days_past_due`
          ) IS NULL
      ) AS `t4`
    ) AS `t11`
  ) AS `t15`
) AS `t17`

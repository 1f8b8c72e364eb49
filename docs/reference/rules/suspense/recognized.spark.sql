-- suspense.recognized as it stands on 2024-12-31, for Spark. Made by `python3 run.py docs`.
SELECT
  `t5`.`institution_id`,
  `t5`.`subject`,
  `t5`.`aspect`,
  `t5`.`state`,
  `t5`.`missing`,
  `t5`.`source_row`,
  `t5`.`observed`,
  `t5`.`limit`,
  `t5`.`amount`,
  `t5`.`currency`,
  `t5`.`basis`,
  `t5`.`confidence`,
  `t5`.`citation`,
  `t5`.`tape`,
  `t5`.`subject_kind`,
  `t5`.`source_table`,
  `t5`.`unit`,
  `t5`.`note`,
  `t5`.`other_tape`,
  `t5`.`other_row`
FROM (
  SELECT
    `t0`.`institution_id`,
    `t0`.`loan_id` AS `subject`,
    '' AS `aspect`,
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE((
              `t0`.`lender_kind`
            ) IS NULL, FALSE)
            THEN 'the lender\'s status on the audit date'
            WHEN COALESCE(FALSE, FALSE)
            THEN 'no sourced rule for this date'
            WHEN COALESCE((
              `t0`.`grade`
            ) IS NULL, FALSE)
            THEN 'the grade'
            WHEN COALESCE((
              `t0`.`interest_in_suspense`
            ) IS NULL, FALSE)
            THEN 'the accrued interest taken to income'
            ELSE NULL
          END,
          IF(
            (
              `t0`.`interest_in_suspense` > 0
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN `t0`.`interest_in_suspense` > 0
      THEN 'found'
      ELSE 'sound'
    END AS `state`,
    COALESCE(
      CASE
        WHEN COALESCE((
          `t0`.`lender_kind`
        ) IS NULL, FALSE)
        THEN 'the lender\'s status on the audit date'
        WHEN COALESCE(FALSE, FALSE)
        THEN 'no sourced rule for this date'
        WHEN COALESCE((
          `t0`.`grade`
        ) IS NULL, FALSE)
        THEN 'the grade'
        WHEN COALESCE((
          `t0`.`interest_in_suspense`
        ) IS NULL, FALSE)
        THEN 'the accrued interest taken to income'
        ELSE NULL
      END,
      IF(
        (
          `t0`.`interest_in_suspense` > 0
        ) IS NULL,
        'something the rule compares',
        CAST(NULL AS STRING)
      )
    ) AS `missing`,
    `t0`.`source_row`,
    CAST(IF(`t0`.`is_as_of`, `t0`.`reported_accrued_interest`, CAST(NULL AS BIGINT)) AS STRING) AS `observed`,
    '0' AS `limit`,
    `t0`.`interest_in_suspense` AS `amount`,
    `t0`.`currency`,
    'reported' AS `basis`,
    CASE
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN `t0`.`grade_confidence` = 'seed'
            THEN 0
            WHEN `t0`.`grade_confidence` = 'primary'
            THEN 1
            WHEN `t0`.`grade_confidence` = 'confirmed'
            THEN 2
            WHEN `t0`.`grade_confidence` = 'official_form'
            THEN 3
            WHEN `t0`.`grade_confidence` = 'restated'
            THEN 4
            WHEN `t0`.`grade_confidence` = 'press'
            THEN 5
            WHEN `t0`.`grade_confidence` = 'unverified'
            THEN 6
            WHEN `t0`.`grade_confidence` = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'unverified' = 'seed'
            THEN 0
            WHEN 'unverified' = 'primary'
            THEN 1
            WHEN 'unverified' = 'confirmed'
            THEN 2
            WHEN 'unverified' = 'official_form'
            THEN 3
            WHEN 'unverified' = 'restated'
            THEN 4
            WHEN 'unverified' = 'press'
            THEN 5
            WHEN 'unverified' = 'unverified'
            THEN 6
            WHEN 'unverified' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 0
      THEN 'seed'
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN `t0`.`grade_confidence` = 'seed'
            THEN 0
            WHEN `t0`.`grade_confidence` = 'primary'
            THEN 1
            WHEN `t0`.`grade_confidence` = 'confirmed'
            THEN 2
            WHEN `t0`.`grade_confidence` = 'official_form'
            THEN 3
            WHEN `t0`.`grade_confidence` = 'restated'
            THEN 4
            WHEN `t0`.`grade_confidence` = 'press'
            THEN 5
            WHEN `t0`.`grade_confidence` = 'unverified'
            THEN 6
            WHEN `t0`.`grade_confidence` = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'unverified' = 'seed'
            THEN 0
            WHEN 'unverified' = 'primary'
            THEN 1
            WHEN 'unverified' = 'confirmed'
            THEN 2
            WHEN 'unverified' = 'official_form'
            THEN 3
            WHEN 'unverified' = 'restated'
            THEN 4
            WHEN 'unverified' = 'press'
            THEN 5
            WHEN 'unverified' = 'unverified'
            THEN 6
            WHEN 'unverified' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 1
      THEN 'primary'
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN `t0`.`grade_confidence` = 'seed'
            THEN 0
            WHEN `t0`.`grade_confidence` = 'primary'
            THEN 1
            WHEN `t0`.`grade_confidence` = 'confirmed'
            THEN 2
            WHEN `t0`.`grade_confidence` = 'official_form'
            THEN 3
            WHEN `t0`.`grade_confidence` = 'restated'
            THEN 4
            WHEN `t0`.`grade_confidence` = 'press'
            THEN 5
            WHEN `t0`.`grade_confidence` = 'unverified'
            THEN 6
            WHEN `t0`.`grade_confidence` = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'unverified' = 'seed'
            THEN 0
            WHEN 'unverified' = 'primary'
            THEN 1
            WHEN 'unverified' = 'confirmed'
            THEN 2
            WHEN 'unverified' = 'official_form'
            THEN 3
            WHEN 'unverified' = 'restated'
            THEN 4
            WHEN 'unverified' = 'press'
            THEN 5
            WHEN 'unverified' = 'unverified'
            THEN 6
            WHEN 'unverified' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 2
      THEN 'confirmed'
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN `t0`.`grade_confidence` = 'seed'
            THEN 0
            WHEN `t0`.`grade_confidence` = 'primary'
            THEN 1
            WHEN `t0`.`grade_confidence` = 'confirmed'
            THEN 2
            WHEN `t0`.`grade_confidence` = 'official_form'
            THEN 3
            WHEN `t0`.`grade_confidence` = 'restated'
            THEN 4
            WHEN `t0`.`grade_confidence` = 'press'
            THEN 5
            WHEN `t0`.`grade_confidence` = 'unverified'
            THEN 6
            WHEN `t0`.`grade_confidence` = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'unverified' = 'seed'
            THEN 0
            WHEN 'unverified' = 'primary'
            THEN 1
            WHEN 'unverified' = 'confirmed'
            THEN 2
            WHEN 'unverified' = 'official_form'
            THEN 3
            WHEN 'unverified' = 'restated'
            THEN 4
            WHEN 'unverified' = 'press'
            THEN 5
            WHEN 'unverified' = 'unverified'
            THEN 6
            WHEN 'unverified' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 3
      THEN 'official_form'
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN `t0`.`grade_confidence` = 'seed'
            THEN 0
            WHEN `t0`.`grade_confidence` = 'primary'
            THEN 1
            WHEN `t0`.`grade_confidence` = 'confirmed'
            THEN 2
            WHEN `t0`.`grade_confidence` = 'official_form'
            THEN 3
            WHEN `t0`.`grade_confidence` = 'restated'
            THEN 4
            WHEN `t0`.`grade_confidence` = 'press'
            THEN 5
            WHEN `t0`.`grade_confidence` = 'unverified'
            THEN 6
            WHEN `t0`.`grade_confidence` = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'unverified' = 'seed'
            THEN 0
            WHEN 'unverified' = 'primary'
            THEN 1
            WHEN 'unverified' = 'confirmed'
            THEN 2
            WHEN 'unverified' = 'official_form'
            THEN 3
            WHEN 'unverified' = 'restated'
            THEN 4
            WHEN 'unverified' = 'press'
            THEN 5
            WHEN 'unverified' = 'unverified'
            THEN 6
            WHEN 'unverified' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 4
      THEN 'restated'
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN `t0`.`grade_confidence` = 'seed'
            THEN 0
            WHEN `t0`.`grade_confidence` = 'primary'
            THEN 1
            WHEN `t0`.`grade_confidence` = 'confirmed'
            THEN 2
            WHEN `t0`.`grade_confidence` = 'official_form'
            THEN 3
            WHEN `t0`.`grade_confidence` = 'restated'
            THEN 4
            WHEN `t0`.`grade_confidence` = 'press'
            THEN 5
            WHEN `t0`.`grade_confidence` = 'unverified'
            THEN 6
            WHEN `t0`.`grade_confidence` = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'unverified' = 'seed'
            THEN 0
            WHEN 'unverified' = 'primary'
            THEN 1
            WHEN 'unverified' = 'confirmed'
            THEN 2
            WHEN 'unverified' = 'official_form'
            THEN 3
            WHEN 'unverified' = 'restated'
            THEN 4
            WHEN 'unverified' = 'press'
            THEN 5
            WHEN 'unverified' = 'unverified'
            THEN 6
            WHEN 'unverified' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 5
      THEN 'press'
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN `t0`.`grade_confidence` = 'seed'
            THEN 0
            WHEN `t0`.`grade_confidence` = 'primary'
            THEN 1
            WHEN `t0`.`grade_confidence` = 'confirmed'
            THEN 2
            WHEN `t0`.`grade_confidence` = 'official_form'
            THEN 3
            WHEN `t0`.`grade_confidence` = 'restated'
            THEN 4
            WHEN `t0`.`grade_confidence` = 'press'
            THEN 5
            WHEN `t0`.`grade_confidence` = 'unverified'
            THEN 6
            WHEN `t0`.`grade_confidence` = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'unverified' = 'seed'
            THEN 0
            WHEN 'unverified' = 'primary'
            THEN 1
            WHEN 'unverified' = 'confirmed'
            THEN 2
            WHEN 'unverified' = 'official_form'
            THEN 3
            WHEN 'unverified' = 'restated'
            THEN 4
            WHEN 'unverified' = 'press'
            THEN 5
            WHEN 'unverified' = 'unverified'
            THEN 6
            WHEN 'unverified' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 6
      THEN 'unverified'
      WHEN GREATEST(
        COALESCE(
          CASE
            WHEN `t0`.`grade_confidence` = 'seed'
            THEN 0
            WHEN `t0`.`grade_confidence` = 'primary'
            THEN 1
            WHEN `t0`.`grade_confidence` = 'confirmed'
            THEN 2
            WHEN `t0`.`grade_confidence` = 'official_form'
            THEN 3
            WHEN `t0`.`grade_confidence` = 'restated'
            THEN 4
            WHEN `t0`.`grade_confidence` = 'press'
            THEN 5
            WHEN `t0`.`grade_confidence` = 'unverified'
            THEN 6
            WHEN `t0`.`grade_confidence` = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        ),
        COALESCE(
          CASE
            WHEN 'unverified' = 'seed'
            THEN 0
            WHEN 'unverified' = 'primary'
            THEN 1
            WHEN 'unverified' = 'confirmed'
            THEN 2
            WHEN 'unverified' = 'official_form'
            THEN 3
            WHEN 'unverified' = 'restated'
            THEN 4
            WHEN 'unverified' = 'press'
            THEN 5
            WHEN 'unverified' = 'unverified'
            THEN 6
            WHEN 'unverified' = 'proposed'
            THEN 7
            ELSE NULL
          END,
          -1
        )
      ) = 7
      THEN 'proposed'
      ELSE NULL
    END AS `confidence`,
    'B7-00-51' AS `citation`,
    `t0`.`tape`,
    CAST(NULL AS STRING) AS `subject_kind`,
    CAST(NULL AS STRING) AS `source_table`,
    CAST(NULL AS STRING) AS `unit`,
    CAST(NULL AS STRING) AS `note`,
    CAST(NULL AS STRING) AS `other_tape`,
    CAST(NULL AS BIGINT) AS `other_row`
  FROM `loan_results` AS `t0`
  WHERE
    NOT (
      `t0`.`is_written_off`
    )
    AND (
      `t0`.`is_grid_in_force` OR (
        (
          `t0`.`lender_kind`
        ) IS NULL
      )
    )
) AS `t5`
LEFT ANTI JOIN (
  SELECT
    *
  FROM `institutions` AS `t1`
  WHERE
    `t1`.`legal_form` = 'person'
) AS `t3`
  ON `t5`.`institution_id` = `t3`.`institution_id`

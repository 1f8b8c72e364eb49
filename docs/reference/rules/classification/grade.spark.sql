-- classification.grade as it stands on 2024-12-31, for Spark. Made by `python3 run.py docs`.
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
            WHEN COALESCE(`t0`.`is_grid_held_back`, FALSE)
            THEN 'no sourced rule for this date'
            WHEN COALESCE((
              `t0`.`outstanding_principal`
            ) IS NULL, FALSE)
            THEN 'the loan\'s position'
            WHEN COALESCE((
              `t0`.`days_past_due`
            ) IS NULL, FALSE)
            THEN 'days past due'
            WHEN COALESCE((
              `t0`.`grade`
            ) IS NULL, FALSE)
            THEN 'the maturity first agreed'
            WHEN COALESCE(
              (
                IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING))
              ) IS NULL,
              FALSE
            )
            THEN 'the grade in the books'
            ELSE NULL
          END,
          IF(
            (
              CASE
                WHEN IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) = 'standard'
                THEN 0
                WHEN IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) = 'special_mention'
                THEN 1
                WHEN IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) = 'substandard'
                THEN 2
                WHEN IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) = 'doubtful'
                THEN 3
                WHEN IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) = 'loss'
                THEN 4
                ELSE NULL
              END < CASE
                WHEN `t0`.`grade` = 'standard'
                THEN 0
                WHEN `t0`.`grade` = 'special_mention'
                THEN 1
                WHEN `t0`.`grade` = 'substandard'
                THEN 2
                WHEN `t0`.`grade` = 'doubtful'
                THEN 3
                WHEN `t0`.`grade` = 'loss'
                THEN 4
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
        WHEN IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) = 'standard'
        THEN 0
        WHEN IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) = 'special_mention'
        THEN 1
        WHEN IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) = 'substandard'
        THEN 2
        WHEN IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) = 'doubtful'
        THEN 3
        WHEN IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) = 'loss'
        THEN 4
        ELSE NULL
      END < CASE
        WHEN `t0`.`grade` = 'standard'
        THEN 0
        WHEN `t0`.`grade` = 'special_mention'
        THEN 1
        WHEN `t0`.`grade` = 'substandard'
        THEN 2
        WHEN `t0`.`grade` = 'doubtful'
        THEN 3
        WHEN `t0`.`grade` = 'loss'
        THEN 4
        ELSE NULL
      END
      THEN 'found'
      ELSE 'sound'
    END AS `state`,
    COALESCE(
      CASE
        WHEN COALESCE((
          `t0`.`lender_kind`
        ) IS NULL, FALSE)
        THEN 'the lender\'s status on the audit date'
        WHEN COALESCE(`t0`.`is_grid_held_back`, FALSE)
        THEN 'no sourced rule for this date'
        WHEN COALESCE((
          `t0`.`outstanding_principal`
        ) IS NULL, FALSE)
        THEN 'the loan\'s position'
        WHEN COALESCE((
          `t0`.`days_past_due`
        ) IS NULL, FALSE)
        THEN 'days past due'
        WHEN COALESCE((
          `t0`.`grade`
        ) IS NULL, FALSE)
        THEN 'the maturity first agreed'
        WHEN COALESCE(
          (
            IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING))
          ) IS NULL,
          FALSE
        )
        THEN 'the grade in the books'
        ELSE NULL
      END,
      IF(
        (
          CASE
            WHEN IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) = 'standard'
            THEN 0
            WHEN IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) = 'special_mention'
            THEN 1
            WHEN IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) = 'substandard'
            THEN 2
            WHEN IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) = 'doubtful'
            THEN 3
            WHEN IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) = 'loss'
            THEN 4
            ELSE NULL
          END < CASE
            WHEN `t0`.`grade` = 'standard'
            THEN 0
            WHEN `t0`.`grade` = 'special_mention'
            THEN 1
            WHEN `t0`.`grade` = 'substandard'
            THEN 2
            WHEN `t0`.`grade` = 'doubtful'
            THEN 3
            WHEN `t0`.`grade` = 'loss'
            THEN 4
            ELSE NULL
          END
        ) IS NULL,
        'something the rule compares',
        CAST(NULL AS STRING)
      )
    ) AS `missing`,
    `t0`.`source_row`,
    IF(`t0`.`is_as_of`, `t0`.`reported_class`, CAST(NULL AS STRING)) AS `observed`,
    `t0`.`grade` AS `limit`,
    `t0`.`outstanding_principal` AS `amount`,
    `t0`.`currency`,
    `t0`.`basis`,
    `t0`.`grade_confidence` AS `confidence`,
    `t0`.`grade_citation` AS `citation`,
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

-- collateral.held_after_repayment as it stands on 2024-12-31, for Spark. Made by `python3 run.py docs`.
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
    `t0`.`title` AS `subject`,
    '' AS `aspect`,
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE((
              `t0`.`is_after_repayment`
            ) IS NULL, FALSE)
            THEN 'the day on which a loan it secures was repaid'
            ELSE NULL
          END,
          IF(
            (
              `t0`.`is_after_repayment`
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN `t0`.`is_after_repayment`
      THEN 'found'
      ELSE 'sound'
    END AS `state`,
    COALESCE(
      CASE
        WHEN COALESCE((
          `t0`.`is_after_repayment`
        ) IS NULL, FALSE)
        THEN 'the day on which a loan it secures was repaid'
        ELSE NULL
      END,
      IF(
        (
          `t0`.`is_after_repayment`
        ) IS NULL,
        'something the rule compares',
        CAST(NULL AS STRING)
      )
    ) AS `missing`,
    `t0`.`source_row`,
    `t0`.`kind` AS `observed`,
    CAST(`t0`.`taken_on` AS STRING) AS `limit`,
    CAST(NULL AS BIGINT) AS `amount`,
    CAST(NULL AS STRING) AS `currency`,
    `t0`.`basis_with_loans` AS `basis`,
    'press' AS `confidence`,
    'ABC and CMA rules of August 2024' AS `citation`,
    `t0`.`tape`,
    CAST(NULL AS STRING) AS `subject_kind`,
    CAST(NULL AS STRING) AS `source_table`,
    CAST(NULL AS STRING) AS `unit`,
    CAST(NULL AS STRING) AS `note`,
    CAST(NULL AS STRING) AS `other_tape`,
    CAST(NULL AS BIGINT) AS `other_row`
  FROM `titles` AS `t0`
) AS `t5`
LEFT ANTI JOIN (
  SELECT
    *
  FROM `institutions` AS `t1`
  WHERE
    `t1`.`legal_form` = 'person'
) AS `t3`
  ON `t5`.`institution_id` = `t3`.`institution_id`

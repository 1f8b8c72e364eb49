-- collateral.forbidden_paper as it stands on 2024-12-31, for Spark. Made by `python3 run.py docs`.
SELECT
  `t11`.`institution_id`,
  `t11`.`subject`,
  `t11`.`aspect`,
  `t11`.`state`,
  `t11`.`missing`,
  `t11`.`source_row`,
  `t11`.`observed`,
  `t11`.`limit`,
  `t11`.`amount`,
  `t11`.`currency`,
  `t11`.`basis`,
  `t11`.`confidence`,
  `t11`.`citation`,
  `t11`.`tape`,
  `t11`.`subject_kind`,
  `t11`.`source_table`,
  `t11`.`unit`,
  `t11`.`note`,
  `t11`.`other_tape`,
  `t11`.`other_row`
FROM (
  SELECT
    `t9`.`institution_id`,
    `t9`.`collateral_id` AS `subject`,
    '' AS `aspect`,
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE(FALSE, FALSE)
            THEN 'no sourced rule for this date'
            WHEN COALESCE(`t9`.`collateral_returned`, FALSE)
            THEN 'the loan\'s collateral: a row was returned'
            ELSE NULL
          END,
          IF(
            (
              `t9`.`kind` IN ('id_paper')
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN `t9`.`kind` IN ('id_paper')
      THEN 'found'
      ELSE 'sound'
    END AS `state`,
    COALESCE(
      CASE
        WHEN COALESCE(FALSE, FALSE)
        THEN 'no sourced rule for this date'
        WHEN COALESCE(`t9`.`collateral_returned`, FALSE)
        THEN 'the loan\'s collateral: a row was returned'
        ELSE NULL
      END,
      IF(
        (
          `t9`.`kind` IN ('id_paper')
        ) IS NULL,
        'something the rule compares',
        CAST(NULL AS STRING)
      )
    ) AS `missing`,
    `t9`.`source_row`,
    `t9`.`kind` AS `observed`,
    CAST(`t9`.`taken_on` AS STRING) AS `limit`,
    `t9`.`principal` AS `amount`,
    `t9`.`currency`,
    IF(
      NOT (
        'computed'
      ) IS NULL,
      CASE
        WHEN GREATEST(
          CASE
            WHEN 'computed' = 'computed'
            THEN 0
            WHEN 'computed' = 'rebuilt'
            THEN 1
            WHEN 'computed' = 'reported'
            THEN 2
            ELSE 0
          END,
          COALESCE(
            CAST(CASE
              WHEN `t9`.`evidence` = 'rebuilt'
              THEN 1
              WHEN `t9`.`evidence` = 'told'
              THEN 2
              ELSE 0
            END AS BIGINT),
            0
          )
        ) = 0
        THEN 'computed'
        WHEN GREATEST(
          CASE
            WHEN 'computed' = 'computed'
            THEN 0
            WHEN 'computed' = 'rebuilt'
            THEN 1
            WHEN 'computed' = 'reported'
            THEN 2
            ELSE 0
          END,
          COALESCE(
            CAST(CASE
              WHEN `t9`.`evidence` = 'rebuilt'
              THEN 1
              WHEN `t9`.`evidence` = 'told'
              THEN 2
              ELSE 0
            END AS BIGINT),
            0
          )
        ) = 1
        THEN 'rebuilt'
        ELSE 'reported'
      END,
      CAST(NULL AS STRING)
    ) AS `basis`,
    'press' AS `confidence`,
    'NBC letter of 10 February 2023' AS `citation`,
    `t9`.`tape`,
    CAST(NULL AS STRING) AS `subject_kind`,
    CAST(NULL AS STRING) AS `source_table`,
    CAST(NULL AS STRING) AS `unit`,
    CAST(NULL AS STRING) AS `note`,
    CAST(NULL AS STRING) AS `other_tape`,
    CAST(NULL AS BIGINT) AS `other_row`
  FROM (
    SELECT
      `t8`.`loan_no`,
      `t8`.`collateral_id`,
      `t8`.`kind`,
      `t8`.`taken_on`,
      `t8`.`evidence`,
      `t8`.`source_row`,
      `t6`.`institution_id`,
      `t6`.`tape`,
      `t6`.`principal`,
      `t6`.`currency`,
      `t6`.`collateral_returned`
    FROM (
      SELECT
        `t1`.`loan_no`,
        `t1`.`collateral_id`,
        `t1`.`kind`,
        `t1`.`taken_on`,
        `t1`.`evidence`,
        `t1`.`source_row`
      FROM `collateral` AS `t1`
      WHERE
        `t1`.`taken_on` <= MAKE_DATE(2024, 12, 31)
    ) AS `t8`
    INNER JOIN (
      SELECT
        `t2`.`loan_no`,
        `t2`.`institution_id`,
        `t2`.`tape`,
        `t2`.`principal`,
        `t2`.`currency`,
        `t2`.`collateral_returned`
      FROM `loan_results` AS `t2`
    ) AS `t6`
      ON `t8`.`loan_no` = `t6`.`loan_no`
  ) AS `t9`
  WHERE
    `t9`.`taken_on` >= MAKE_DATE(2023, 2, 10)
) AS `t11`
LEFT ANTI JOIN (
  SELECT
    *
  FROM `institutions` AS `t0`
  WHERE
    `t0`.`legal_form` = 'person'
) AS `t7`
  ON `t11`.`institution_id` = `t7`.`institution_id`

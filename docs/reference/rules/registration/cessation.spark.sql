-- registration.cessation as it stands on 2024-12-31, for Spark. Made by `python3 run.py docs`.
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
  `t5`.`note`
FROM (
  SELECT
    `t2`.`institution_id`,
    `t2`.`loan_id` AS `subject`,
    CASE
      WHEN NOT (
        COALESCE(
          CAST(NULL AS STRING),
          IF(
            (
              (
                `t2`.`disbursed_on` > CAST(CAST(`t4`.`informed_on` + INTERVAL '3' MONTH AS TIMESTAMP) AS DATE)
              )
              AND (
                `t2`.`disbursed_on` >= MAKE_DATE(2002, 2, 25)
              )
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN (
        `t2`.`disbursed_on` > CAST(CAST(`t4`.`informed_on` + INTERVAL '3' MONTH AS TIMESTAMP) AS DATE)
      )
      AND (
        `t2`.`disbursed_on` >= MAKE_DATE(2002, 2, 25)
      )
      THEN 'found'
      ELSE 'sound'
    END AS `state`,
    COALESCE(
      CAST(NULL AS STRING),
      IF(
        (
          (
            `t2`.`disbursed_on` > CAST(CAST(`t4`.`informed_on` + INTERVAL '3' MONTH AS TIMESTAMP) AS DATE)
          )
          AND (
            `t2`.`disbursed_on` >= MAKE_DATE(2002, 2, 25)
          )
        ) IS NULL,
        'something the rule compares',
        CAST(NULL AS STRING)
      )
    ) AS `missing`,
    `t2`.`source_row`,
    `t2`.`tape`,
    CAST(`t2`.`disbursed_on` AS STRING) AS `observed`,
    CAST(CAST(CAST(`t4`.`informed_on` + INTERVAL '3' MONTH AS TIMESTAMP) AS DATE) AS STRING) AS `limit`,
    '' AS `aspect`,
    `t2`.`principal` AS `amount`,
    `t2`.`currency`,
    'reported' AS `basis`,
    'seed' AS `confidence`,
    'B7-02-49, art. 6' AS `citation`,
    CAST(NULL AS STRING) AS `subject_kind`,
    CAST(NULL AS STRING) AS `source_table`,
    CAST(NULL AS STRING) AS `unit`,
    CAST(NULL AS STRING) AS `note`
  FROM `loan_results` AS `t2`
  INNER JOIN (
    SELECT
      `t1`.`institution_id` AS `refused_id`,
      `t1`.`informed_of_refusal_on` AS `informed_on`
    FROM `institution_results` AS `t1`
    WHERE
      `t1`.`informed_of_refusal_on` <= MAKE_DATE(2024, 12, 31)
  ) AS `t4`
    ON `t2`.`institution_id` = `t4`.`refused_id`
) AS `t5`

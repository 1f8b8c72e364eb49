-- registration.cessation as it stands on 2024-12-31, for Spark. Made by `python3 run.py docs`.
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
  `t10`.`citation`,
  `t10`.`tape`,
  `t10`.`subject_kind`,
  `t10`.`source_table`,
  `t10`.`unit`,
  `t10`.`note`,
  `t10`.`other_tape`,
  `t10`.`other_row`
FROM (
  SELECT
    `t8`.`institution_id`,
    `t8`.`subject`,
    `t8`.`aspect`,
    `t8`.`state`,
    `t8`.`missing`,
    `t8`.`source_row`,
    `t8`.`observed`,
    `t8`.`limit`,
    `t8`.`amount`,
    `t8`.`currency`,
    `t8`.`basis`,
    `t8`.`confidence`,
    `t8`.`citation`,
    `t8`.`tape`,
    `t8`.`subject_kind`,
    `t8`.`source_table`,
    `t8`.`unit`,
    `t8`.`note`,
    `t8`.`other_tape`,
    `t8`.`other_row`
  FROM (
    SELECT
      `t3`.`institution_id`,
      `t3`.`loan_id` AS `subject`,
      CASE
        WHEN NOT (
          COALESCE(
            CAST(NULL AS STRING),
            IF(
              (
                (
                  `t3`.`disbursed_on` > CAST(CAST(`t7`.`informed_on` + INTERVAL '3' MONTH AS TIMESTAMP) AS DATE)
                )
                AND (
                  `t3`.`disbursed_on` >= MAKE_DATE(2002, 2, 25)
                )
              ) IS NULL,
              'something the rule compares',
              CAST(NULL AS STRING)
            )
          )
        ) IS NULL
        THEN 'not_assessed'
        WHEN (
          `t3`.`disbursed_on` > CAST(CAST(`t7`.`informed_on` + INTERVAL '3' MONTH AS TIMESTAMP) AS DATE)
        )
        AND (
          `t3`.`disbursed_on` >= MAKE_DATE(2002, 2, 25)
        )
        THEN 'found'
        ELSE 'sound'
      END AS `state`,
      COALESCE(
        CAST(NULL AS STRING),
        IF(
          (
            (
              `t3`.`disbursed_on` > CAST(CAST(`t7`.`informed_on` + INTERVAL '3' MONTH AS TIMESTAMP) AS DATE)
            )
            AND (
              `t3`.`disbursed_on` >= MAKE_DATE(2002, 2, 25)
            )
          ) IS NULL,
          'something the rule compares',
          CAST(NULL AS STRING)
        )
      ) AS `missing`,
      `t3`.`source_row`,
      `t3`.`tape`,
      CAST(`t3`.`disbursed_on` AS STRING) AS `observed`,
      CAST(CAST(CAST(`t7`.`informed_on` + INTERVAL '3' MONTH AS TIMESTAMP) AS DATE) AS STRING) AS `limit`,
      '' AS `aspect`,
      `t3`.`principal` AS `amount`,
      `t3`.`currency`,
      'reported' AS `basis`,
      'seed' AS `confidence`,
      'B7-02-49, art. 6' AS `citation`,
      CAST(NULL AS STRING) AS `subject_kind`,
      CAST(NULL AS STRING) AS `source_table`,
      CAST(NULL AS STRING) AS `unit`,
      CAST(NULL AS STRING) AS `note`,
      CAST(NULL AS STRING) AS `other_tape`,
      CAST(NULL AS BIGINT) AS `other_row`
    FROM `loan_results` AS `t3`
    INNER JOIN (
      SELECT
        `t2`.`institution_id` AS `refused_id`,
        `t2`.`informed_of_refusal_on` AS `informed_on`
      FROM `institution_results` AS `t2`
      WHERE
        `t2`.`informed_of_refusal_on` <= MAKE_DATE(2024, 12, 31)
    ) AS `t7`
      ON `t3`.`institution_id` = `t7`.`refused_id`
  ) AS `t8`
) AS `t10`
LEFT ANTI JOIN (
  SELECT
    *
  FROM `institutions` AS `t0`
  WHERE
    `t0`.`legal_form` = 'person'
) AS `t6`
  ON `t10`.`institution_id` = `t6`.`institution_id`

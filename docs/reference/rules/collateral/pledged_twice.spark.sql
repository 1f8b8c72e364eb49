-- collateral.pledged_twice as it stands on 2024-12-31, for Spark. Made by `python3 run.py docs`.
SELECT
  `t0`.`institution_id`,
  `t0`.`title` AS `subject`,
  '' AS `aspect`,
  CASE
    WHEN NOT (
      COALESCE(
        CASE
          WHEN COALESCE((
            `t0`.`title_ref`
          ) IS NULL, FALSE)
          THEN 'a reference of the title'
          ELSE NULL
        END,
        IF(
          (
            `t0`.`institutions` > 1
          ) IS NULL,
          'something the rule compares',
          CAST(NULL AS STRING)
        )
      )
    ) IS NULL
    THEN 'not_assessed'
    WHEN `t0`.`institutions` > 1
    THEN 'found'
    ELSE 'sound'
  END AS `state`,
  COALESCE(
    CASE
      WHEN COALESCE((
        `t0`.`title_ref`
      ) IS NULL, FALSE)
      THEN 'a reference of the title'
      ELSE NULL
    END,
    IF(
      (
        `t0`.`institutions` > 1
      ) IS NULL,
      'something the rule compares',
      CAST(NULL AS STRING)
    )
  ) AS `missing`,
  `t0`.`source_row`,
  CAST(`t0`.`institutions` AS STRING) AS `observed`,
  '1' AS `limit`,
  CAST(NULL AS BIGINT) AS `amount`,
  CAST(NULL AS STRING) AS `currency`,
  `t0`.`basis_of_holders` AS `basis`,
  CAST(NULL AS STRING) AS `confidence`,
  CAST(NULL AS STRING) AS `citation`,
  `t0`.`tape`,
  CAST(NULL AS STRING) AS `subject_kind`,
  CAST(NULL AS STRING) AS `source_table`,
  CAST(NULL AS STRING) AS `unit`,
  CAST(NULL AS STRING) AS `note`,
  CAST(NULL AS STRING) AS `other_tape`,
  CAST(NULL AS BIGINT) AS `other_row`
FROM `titles` AS `t0`

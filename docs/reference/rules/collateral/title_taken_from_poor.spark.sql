-- collateral.title_taken_from_poor as it stands on 2024-12-31, for Spark. Made by `python3 run.py docs`.
WITH `t11` AS (
  SELECT
    *
  FROM (
    SELECT
      `t6`.`institution_id`,
      `t6`.`poverty`,
      `t6`.`is_microloan`,
      `t6`.`segment`,
      `t6`.`is_bank`,
      `t6`.`currency`,
      `t6`.`principal`,
      `t6`.`tape`,
      `t6`.`has_collateral`,
      `t6`.`collateral_returned`,
      `t9`.`taken_on`,
      `t9`.`source_row`,
      `t9`.`collateral_id` AS `subject`,
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
      'collateral' AS `subject_kind`,
      'collateral' AS `source_table`
    FROM (
      SELECT
        `t2`.`loan_no`,
        `t2`.`collateral_id`,
        `t2`.`kind`,
        `t2`.`taken_on`,
        `t2`.`evidence`,
        `t2`.`source_row`
      FROM `collateral` AS `t2`
      WHERE
        `t2`.`kind` IN ('hard_title', 'soft_title')
        AND `t2`.`taken_on` <= MAKE_DATE(2024, 12, 31)
    ) AS `t9`
    INNER JOIN (
      SELECT
        `t1`.`loan_no`,
        `t1`.`institution_id`,
        `t1`.`poverty`,
        `t1`.`is_microloan`,
        `t1`.`segment`,
        `t1`.`is_bank`,
        `t1`.`currency`,
        `t1`.`principal`,
        `t1`.`tape`,
        `t1`.`has_collateral`,
        `t1`.`collateral_returned`
      FROM `loan_results` AS `t1`
    ) AS `t6`
      ON `t9`.`loan_no` = `t6`.`loan_no`
  ) AS `t10`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t1`.`institution_id`,
      `t1`.`poverty`,
      `t1`.`is_microloan`,
      `t1`.`segment`,
      `t1`.`is_bank`,
      `t1`.`currency`,
      `t1`.`principal`,
      `t1`.`tape`,
      `t1`.`has_collateral`,
      `t1`.`collateral_returned`,
      `t1`.`disbursed_on` AS `taken_on`,
      `t1`.`source_row`,
      `t1`.`loan_id` AS `subject`,
      'reported' AS `basis`,
      'loan' AS `subject_kind`,
      'loans' AS `source_table`
    FROM `loan_results` AS `t1`
    WHERE
      NOT (
        `t1`.`has_collateral`
      )
      AND `t1`.`title_kind` IN ('hard_title', 'soft_title')
      AND `t1`.`is_as_of`
  ) AS `t5`
)
SELECT
  `t16`.`institution_id`,
  `t16`.`subject`,
  `t16`.`aspect`,
  `t16`.`state`,
  `t16`.`missing`,
  `t16`.`source_row`,
  `t16`.`observed`,
  `t16`.`limit`,
  `t16`.`amount`,
  `t16`.`currency`,
  `t16`.`basis`,
  `t16`.`confidence`,
  `t16`.`citation`,
  `t16`.`tape`,
  `t16`.`subject_kind`,
  `t16`.`source_table`,
  `t16`.`unit`,
  `t16`.`note`,
  `t16`.`other_tape`,
  `t16`.`other_row`
FROM (
  SELECT
    *
  FROM (
    SELECT
      `t12`.`institution_id`,
      `t12`.`subject`,
      'idpoor' AS `aspect`,
      CASE
        WHEN NOT (
          COALESCE(
            CASE
              WHEN COALESCE(`t12`.`has_collateral` AND `t12`.`collateral_returned`, FALSE)
              THEN 'the loan\'s collateral: a row was returned'
              WHEN COALESCE((
                `t12`.`poverty`
              ) IS NULL, FALSE)
              THEN 'the household\'s poverty level'
              ELSE NULL
            END,
            IF(
              (
                `t12`.`poverty` IN ('idpoor1', 'idpoor2')
              ) IS NULL,
              'something the rule compares',
              CAST(NULL AS STRING)
            )
          )
        ) IS NULL
        THEN 'not_assessed'
        WHEN `t12`.`poverty` IN ('idpoor1', 'idpoor2')
        THEN 'found'
        ELSE 'sound'
      END AS `state`,
      COALESCE(
        CASE
          WHEN COALESCE(`t12`.`has_collateral` AND `t12`.`collateral_returned`, FALSE)
          THEN 'the loan\'s collateral: a row was returned'
          WHEN COALESCE((
            `t12`.`poverty`
          ) IS NULL, FALSE)
          THEN 'the household\'s poverty level'
          ELSE NULL
        END,
        IF(
          (
            `t12`.`poverty` IN ('idpoor1', 'idpoor2')
          ) IS NULL,
          'something the rule compares',
          CAST(NULL AS STRING)
        )
      ) AS `missing`,
      `t12`.`source_row`,
      CAST(`t12`.`taken_on` AS STRING) AS `observed`,
      '2020-07-17' AS `limit`,
      `t12`.`principal` AS `amount`,
      `t12`.`currency`,
      `t12`.`basis`,
      'seed' AS `confidence`,
      'Letter of 16 July 2020' AS `citation`,
      `t12`.`tape`,
      `t12`.`subject_kind`,
      `t12`.`source_table`,
      CAST(NULL AS STRING) AS `unit`,
      CAST(NULL AS STRING) AS `note`,
      CAST(NULL AS STRING) AS `other_tape`,
      CAST(NULL AS BIGINT) AS `other_row`
    FROM `t11` AS `t12`
    WHERE
      `t12`.`taken_on` >= MAKE_DATE(2020, 7, 17)
  ) AS `t13`
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      `t12`.`institution_id`,
      `t12`.`subject`,
      'microloan' AS `aspect`,
      CASE
        WHEN NOT (
          COALESCE(
            CASE
              WHEN COALESCE(`t12`.`has_collateral` AND `t12`.`collateral_returned`, FALSE)
              THEN 'the loan\'s collateral: a row was returned'
              WHEN COALESCE(
                (
                  COALESCE(
                    `t12`.`is_microloan`,
                    NOT (
                      `t12`.`is_bank`
                    ) AND COALESCE(`t12`.`segment` <> 'sme', TRUE)
                  )
                ) IS NULL,
                FALSE
              )
              THEN 'whether it is a microloan'
              ELSE NULL
            END,
            IF(
              (
                COALESCE(
                  `t12`.`is_microloan`,
                  NOT (
                    `t12`.`is_bank`
                  ) AND COALESCE(`t12`.`segment` <> 'sme', TRUE)
                )
              ) IS NULL,
              'something the rule compares',
              CAST(NULL AS STRING)
            )
          )
        ) IS NULL
        THEN 'not_assessed'
        WHEN COALESCE(
          `t12`.`is_microloan`,
          NOT (
            `t12`.`is_bank`
          ) AND COALESCE(`t12`.`segment` <> 'sme', TRUE)
        )
        THEN 'found'
        ELSE 'sound'
      END AS `state`,
      COALESCE(
        CASE
          WHEN COALESCE(`t12`.`has_collateral` AND `t12`.`collateral_returned`, FALSE)
          THEN 'the loan\'s collateral: a row was returned'
          WHEN COALESCE(
            (
              COALESCE(
                `t12`.`is_microloan`,
                NOT (
                  `t12`.`is_bank`
                ) AND COALESCE(`t12`.`segment` <> 'sme', TRUE)
              )
            ) IS NULL,
            FALSE
          )
          THEN 'whether it is a microloan'
          ELSE NULL
        END,
        IF(
          (
            COALESCE(
              `t12`.`is_microloan`,
              NOT (
                `t12`.`is_bank`
              ) AND COALESCE(`t12`.`segment` <> 'sme', TRUE)
            )
          ) IS NULL,
          'something the rule compares',
          CAST(NULL AS STRING)
        )
      ) AS `missing`,
      `t12`.`source_row`,
      CAST(`t12`.`taken_on` AS STRING) AS `observed`,
      '2020-07-17' AS `limit`,
      `t12`.`principal` AS `amount`,
      `t12`.`currency`,
      `t12`.`basis`,
      'seed' AS `confidence`,
      'Letter of 16 July 2020' AS `citation`,
      `t12`.`tape`,
      `t12`.`subject_kind`,
      `t12`.`source_table`,
      CAST(NULL AS STRING) AS `unit`,
      IF(
        (
          `t12`.`is_microloan`
        ) IS NULL,
        'is_microloan is empty: a loan of a lender that is no bank, and not of the segment sme, is taken for one',
        CAST(NULL AS STRING)
      ) AS `note`,
      CAST(NULL AS STRING) AS `other_tape`,
      CAST(NULL AS BIGINT) AS `other_row`
    FROM `t11` AS `t12`
    WHERE
      `t12`.`taken_on` >= MAKE_DATE(2020, 7, 17)
  ) AS `t14`
) AS `t16`
LEFT ANTI JOIN (
  SELECT
    *
  FROM `institutions` AS `t0`
  WHERE
    `t0`.`legal_form` = 'person'
) AS `t8`
  ON `t16`.`institution_id` = `t8`.`institution_id`

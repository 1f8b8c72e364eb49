-- continuity.rate_changed as it stands on 2024-12-31, for Spark. Made by `python3 run.py docs`.
SELECT
  *
FROM (
  SELECT
    `t0`.`institution_id`,
    `t0`.`loan_id` AS `subject`,
    'nominal_rate' AS `aspect`,
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE((
              `t0`.`later_nominal_rate` * 1000
            ) IS NULL, FALSE)
            THEN 'nominal_rate in the later tape'
            WHEN COALESCE(
              COALESCE(`t0`.`later_nominal_rate` <> `t0`.`earlier_nominal_rate`, FALSE)
              AND NOT (
                `t0`.`is_restructured_between`
              )
              AND `t0`.`are_events_rewritten`,
              FALSE
            )
            THEN 'the same past in both tapes: continuity.events_rewritten answers for it'
            ELSE NULL
          END,
          IF(
            (
              COALESCE(`t0`.`later_nominal_rate` <> `t0`.`earlier_nominal_rate`, FALSE)
              AND NOT (
                `t0`.`is_restructured_between`
              )
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN COALESCE(`t0`.`later_nominal_rate` <> `t0`.`earlier_nominal_rate`, FALSE)
      AND NOT (
        `t0`.`is_restructured_between`
      )
      THEN 'found'
      ELSE 'sound'
    END AS `state`,
    COALESCE(
      CASE
        WHEN COALESCE((
          `t0`.`later_nominal_rate` * 1000
        ) IS NULL, FALSE)
        THEN 'nominal_rate in the later tape'
        WHEN COALESCE(
          COALESCE(`t0`.`later_nominal_rate` <> `t0`.`earlier_nominal_rate`, FALSE)
          AND NOT (
            `t0`.`is_restructured_between`
          )
          AND `t0`.`are_events_rewritten`,
          FALSE
        )
        THEN 'the same past in both tapes: continuity.events_rewritten answers for it'
        ELSE NULL
      END,
      IF(
        (
          COALESCE(`t0`.`later_nominal_rate` <> `t0`.`earlier_nominal_rate`, FALSE)
          AND NOT (
            `t0`.`is_restructured_between`
          )
        ) IS NULL,
        'something the rule compares',
        CAST(NULL AS STRING)
      )
    ) AS `missing`,
    `t0`.`later_row` AS `source_row`,
    CAST(`t0`.`later_nominal_rate` * 1000 AS STRING) AS `observed`,
    CAST(`t0`.`earlier_nominal_rate` * 1000 AS STRING) AS `limit`,
    CAST(NULL AS BIGINT) AS `amount`,
    CAST(NULL AS STRING) AS `currency`,
    CAST(NULL AS STRING) AS `basis`,
    CAST(NULL AS STRING) AS `confidence`,
    CAST(NULL AS STRING) AS `citation`,
    `t0`.`later_tape` AS `tape`,
    CAST(NULL AS STRING) AS `subject_kind`,
    CAST(NULL AS STRING) AS `source_table`,
    'rate' AS `unit`,
    CAST(NULL AS STRING) AS `note`,
    `t0`.`earlier_tape` AS `other_tape`,
    `t0`.`earlier_row` AS `other_row`
  FROM `month_loans` AS `t0`
  WHERE
    `t0`.`earlier_is_disbursed`
    AND NOT (
      `t0`.`later_loan_no`
    ) IS NULL
    AND NOT (
      `t0`.`earlier_nominal_rate`
    ) IS NULL
) AS `t2`
UNION ALL
SELECT
  *
FROM (
  SELECT
    `t0`.`institution_id`,
    `t0`.`loan_id` AS `subject`,
    'rate_method' AS `aspect`,
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE((
              `t0`.`later_rate_method`
            ) IS NULL, FALSE)
            THEN 'rate_method in the later tape'
            WHEN COALESCE(
              COALESCE(`t0`.`later_rate_method` <> `t0`.`earlier_rate_method`, FALSE)
              AND NOT (
                `t0`.`is_restructured_between`
              )
              AND `t0`.`are_events_rewritten`,
              FALSE
            )
            THEN 'the same past in both tapes: continuity.events_rewritten answers for it'
            ELSE NULL
          END,
          IF(
            (
              COALESCE(`t0`.`later_rate_method` <> `t0`.`earlier_rate_method`, FALSE)
              AND NOT (
                `t0`.`is_restructured_between`
              )
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN COALESCE(`t0`.`later_rate_method` <> `t0`.`earlier_rate_method`, FALSE)
      AND NOT (
        `t0`.`is_restructured_between`
      )
      THEN 'found'
      ELSE 'sound'
    END AS `state`,
    COALESCE(
      CASE
        WHEN COALESCE((
          `t0`.`later_rate_method`
        ) IS NULL, FALSE)
        THEN 'rate_method in the later tape'
        WHEN COALESCE(
          COALESCE(`t0`.`later_rate_method` <> `t0`.`earlier_rate_method`, FALSE)
          AND NOT (
            `t0`.`is_restructured_between`
          )
          AND `t0`.`are_events_rewritten`,
          FALSE
        )
        THEN 'the same past in both tapes: continuity.events_rewritten answers for it'
        ELSE NULL
      END,
      IF(
        (
          COALESCE(`t0`.`later_rate_method` <> `t0`.`earlier_rate_method`, FALSE)
          AND NOT (
            `t0`.`is_restructured_between`
          )
        ) IS NULL,
        'something the rule compares',
        CAST(NULL AS STRING)
      )
    ) AS `missing`,
    `t0`.`later_row` AS `source_row`,
    `t0`.`later_rate_method` AS `observed`,
    `t0`.`earlier_rate_method` AS `limit`,
    CAST(NULL AS BIGINT) AS `amount`,
    CAST(NULL AS STRING) AS `currency`,
    CAST(NULL AS STRING) AS `basis`,
    CAST(NULL AS STRING) AS `confidence`,
    CAST(NULL AS STRING) AS `citation`,
    `t0`.`later_tape` AS `tape`,
    CAST(NULL AS STRING) AS `subject_kind`,
    CAST(NULL AS STRING) AS `source_table`,
    'code' AS `unit`,
    CAST(NULL AS STRING) AS `note`,
    `t0`.`earlier_tape` AS `other_tape`,
    `t0`.`earlier_row` AS `other_row`
  FROM `month_loans` AS `t0`
  WHERE
    `t0`.`earlier_is_disbursed`
    AND NOT (
      `t0`.`later_loan_no`
    ) IS NULL
    AND NOT (
      `t0`.`earlier_rate_method`
    ) IS NULL
) AS `t1`

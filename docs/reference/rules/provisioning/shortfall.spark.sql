-- provisioning.shortfall as it stands on 2024-12-31, for Spark. Made by `python3 run.py docs`.
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
              `t0`.`grade`
            ) IS NULL, FALSE)
            THEN 'the grade'
            WHEN COALESCE((
              `t0`.`cash`
            ) IS NULL, FALSE)
            THEN 'the loan\'s collateral'
            WHEN COALESCE((
              `t0`.`provision_required`
            ) IS NULL, FALSE)
            THEN 'no sourced rule for this date'
            WHEN COALESCE((
              `t0`.`reported_provision`
            ) IS NULL, FALSE)
            THEN 'the provision in the books'
            ELSE NULL
          END,
          IF(
            (
              `t0`.`provision_shortfall` > 0
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN `t0`.`provision_shortfall` > 0
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
          `t0`.`grade`
        ) IS NULL, FALSE)
        THEN 'the grade'
        WHEN COALESCE((
          `t0`.`cash`
        ) IS NULL, FALSE)
        THEN 'the loan\'s collateral'
        WHEN COALESCE((
          `t0`.`provision_required`
        ) IS NULL, FALSE)
        THEN 'no sourced rule for this date'
        WHEN COALESCE((
          `t0`.`reported_provision`
        ) IS NULL, FALSE)
        THEN 'the provision in the books'
        ELSE NULL
      END,
      IF(
        (
          `t0`.`provision_shortfall` > 0
        ) IS NULL,
        'something the rule compares',
        CAST(NULL AS STRING)
      )
    ) AS `missing`,
    `t0`.`source_row`,
    CAST(`t0`.`reported_provision` AS STRING) AS `observed`,
    CAST(`t0`.`provision_required` AS STRING) AS `limit`,
    `t0`.`provision_shortfall` AS `amount`,
    `t0`.`currency`,
    IF(
      NOT (
        `t0`.`basis`
      ) IS NULL,
      CASE
        WHEN GREATEST(
          CASE
            WHEN `t0`.`basis` = 'computed'
            THEN 0
            WHEN `t0`.`basis` = 'rebuilt'
            THEN 1
            WHEN `t0`.`basis` = 'reported'
            THEN 2
            ELSE 0
          END,
          COALESCE(`t0`.`security_weakness`, 0)
        ) = 0
        THEN 'computed'
        WHEN GREATEST(
          CASE
            WHEN `t0`.`basis` = 'computed'
            THEN 0
            WHEN `t0`.`basis` = 'rebuilt'
            THEN 1
            WHEN `t0`.`basis` = 'reported'
            THEN 2
            ELSE 0
          END,
          COALESCE(`t0`.`security_weakness`, 0)
        ) = 1
        THEN 'rebuilt'
        ELSE 'reported'
      END,
      CAST(NULL AS STRING)
    ) AS `basis`,
    `t0`.`provision_confidence` AS `confidence`,
    `t0`.`provision_citation` AS `citation`,
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

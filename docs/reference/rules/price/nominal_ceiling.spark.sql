-- price.nominal_ceiling as it stands on 2024-12-31, for Spark. Made by `python3 run.py docs`.
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
            WHEN COALESCE(
              (
                (
                  `t0`.`nominal_rate`
                ) IS NULL
              )
              AND (
                (
                  IF(
                    NOT (
                      `t0`.`schedule_rate_nominal`
                    ) IS NULL
                    AND NOT (
                      `t0`.`schedule_rate_nominal_months`
                    ) IS NULL,
                    LEAST(`t0`.`schedule_rate_nominal`, `t0`.`schedule_rate_nominal_months`),
                    CAST(NULL AS BIGINT)
                  )
                ) IS NULL
              ),
              FALSE
            )
            THEN 'the contract rate and a schedule'
            ELSE NULL
          END,
          IF(
            (
              COALESCE(`t0`.`nominal_rate` > `t0`.`ceiling`, FALSE)
              OR COALESCE(
                IF(
                  NOT (
                    `t0`.`schedule_rate_nominal`
                  ) IS NULL
                  AND NOT (
                    `t0`.`schedule_rate_nominal_months`
                  ) IS NULL,
                  LEAST(`t0`.`schedule_rate_nominal`, `t0`.`schedule_rate_nominal_months`),
                  CAST(NULL AS BIGINT)
                ) > (
                  (
                    `t0`.`ceiling` * 1000
                  ) + 125000000
                ),
                FALSE
              )
            ) IS NULL,
            'something the rule compares',
            CAST(NULL AS STRING)
          )
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN COALESCE(`t0`.`nominal_rate` > `t0`.`ceiling`, FALSE)
      OR COALESCE(
        IF(
          NOT (
            `t0`.`schedule_rate_nominal`
          ) IS NULL
          AND NOT (
            `t0`.`schedule_rate_nominal_months`
          ) IS NULL,
          LEAST(`t0`.`schedule_rate_nominal`, `t0`.`schedule_rate_nominal_months`),
          CAST(NULL AS BIGINT)
        ) > (
          (
            `t0`.`ceiling` * 1000
          ) + 125000000
        ),
        FALSE
      )
      THEN 'found'
      ELSE 'sound'
    END AS `state`,
    COALESCE(
      CASE
        WHEN COALESCE((
          `t0`.`lender_kind`
        ) IS NULL, FALSE)
        THEN 'the lender\'s status on the audit date'
        WHEN COALESCE(
          (
            (
              `t0`.`nominal_rate`
            ) IS NULL
          )
          AND (
            (
              IF(
                NOT (
                  `t0`.`schedule_rate_nominal`
                ) IS NULL
                AND NOT (
                  `t0`.`schedule_rate_nominal_months`
                ) IS NULL,
                LEAST(`t0`.`schedule_rate_nominal`, `t0`.`schedule_rate_nominal_months`),
                CAST(NULL AS BIGINT)
              )
            ) IS NULL
          ),
          FALSE
        )
        THEN 'the contract rate and a schedule'
        ELSE NULL
      END,
      IF(
        (
          COALESCE(`t0`.`nominal_rate` > `t0`.`ceiling`, FALSE)
          OR COALESCE(
            IF(
              NOT (
                `t0`.`schedule_rate_nominal`
              ) IS NULL
              AND NOT (
                `t0`.`schedule_rate_nominal_months`
              ) IS NULL,
              LEAST(`t0`.`schedule_rate_nominal`, `t0`.`schedule_rate_nominal_months`),
              CAST(NULL AS BIGINT)
            ) > (
              (
                `t0`.`ceiling` * 1000
              ) + 125000000
            ),
            FALSE
          )
        ) IS NULL,
        'something the rule compares',
        CAST(NULL AS STRING)
      )
    ) AS `missing`,
    `t0`.`source_row`,
    CAST(IF(
      COALESCE(`t0`.`nominal_rate` > `t0`.`ceiling`, FALSE),
      `t0`.`nominal_rate` * 1000,
      COALESCE(
        IF(
          NOT (
            `t0`.`schedule_rate_nominal`
          ) IS NULL
          AND NOT (
            `t0`.`schedule_rate_nominal_months`
          ) IS NULL,
          LEAST(`t0`.`schedule_rate_nominal`, `t0`.`schedule_rate_nominal_months`),
          CAST(NULL AS BIGINT)
        ),
        `t0`.`nominal_rate` * 1000
      )
    ) AS STRING) AS `observed`,
    CAST(`t0`.`ceiling` * 1000 AS STRING) AS `limit`,
    `t0`.`schedule_excess_at_ceiling` AS `amount`,
    `t0`.`currency`,
    IF(
      COALESCE(`t0`.`nominal_rate` > `t0`.`ceiling`, FALSE),
      'reported',
      COALESCE(`t0`.`schedule_basis`, 'reported')
    ) AS `basis`,
    `t0`.`ceiling_confidence` AS `confidence`,
    `t0`.`ceiling_citation` AS `citation`,
    `t0`.`tape`,
    CAST(NULL AS STRING) AS `subject_kind`,
    CAST(NULL AS STRING) AS `source_table`,
    CAST(NULL AS STRING) AS `unit`,
    IF(
      `t0`.`is_signed_known`,
      CAST(NULL AS STRING),
      'signed_on is empty: the day of disbursement or of the last restructuring stands in for it'
    ) AS `note`,
    CAST(NULL AS STRING) AS `other_tape`,
    CAST(NULL AS BIGINT) AS `other_row`
  FROM `loan_results` AS `t0`
  WHERE
    NOT (
      `t0`.`ceiling`
    ) IS NULL AND NOT (
      COALESCE(`t0`.`is_bank`, FALSE)
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

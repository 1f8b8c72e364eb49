-- registration.required as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  "t9"."institution_id",
  "t9"."subject",
  "t9"."aspect",
  "t9"."state",
  "t9"."missing",
  "t9"."source_row",
  "t9"."observed",
  "t9"."limit",
  "t9"."amount",
  "t9"."currency",
  "t9"."basis",
  "t9"."confidence",
  "t9"."citation",
  "t9"."tape",
  "t9"."subject_kind",
  "t9"."source_table",
  "t9"."unit",
  "t9"."note",
  "t9"."other_tape",
  "t9"."other_row"
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."institution_id",
      "t0"."institution_id" AS "subject",
      'depositors' AS "aspect",
      CASE
        WHEN NOT (
          COALESCE(
            CASE
              WHEN COALESCE(NOT (
                "t0"."is_whole_book"
              ), FALSE)
              THEN 'the whole book: only some of its loans are in the tape'
              WHEN COALESCE((
                "t0"."status"
              ) IS NULL, FALSE)
              THEN 'the status on the audit date'
              WHEN COALESCE(FALSE, FALSE)
              THEN 'no sourced rule for this date'
              WHEN COALESCE(
                (
                  (
                    "t0"."registration_depositors"
                  ) IS NULL
                )
                AND NOT (
                  COALESCE("t0"."is_registration_required", FALSE)
                )
                AND (
                  (
                    "t0"."depositors"
                  ) IS NULL
                )
                AND (
                  COALESCE('', '') <> ''
                ),
                FALSE
              )
              THEN 'depositors: no exchange rate on 2024-12-31 or the seven days before for ' || COALESCE('', '')
              WHEN COALESCE(
                (
                  (
                    "t0"."registration_depositors"
                  ) IS NULL
                )
                AND NOT (
                  COALESCE("t0"."is_registration_required", FALSE)
                )
                AND (
                  (
                    "t0"."depositors"
                  ) IS NULL
                ),
                FALSE
              )
              THEN 'depositors on the audit date'
              WHEN COALESCE(
                (
                  (
                    "t0"."registration_depositors"
                  ) IS NULL
                )
                AND NOT (
                  COALESCE("t0"."is_registration_required", FALSE)
                )
                AND NOT (
                  NOT (
                    "t0"."depositors"
                  ) IS NULL
                ),
                FALSE
              )
              THEN 'depositors: some loans have no position'
              ELSE NULL
            END,
            CASE
              WHEN (
                CASE
                  WHEN (
                    (
                      "t0"."registration_depositors"
                    ) IS NULL
                  )
                  AND COALESCE("t0"."is_registration_required", FALSE)
                  THEN FALSE
                  WHEN NOT (
                    "t0"."registration_depositors"
                  ) IS NULL
                  THEN "t0"."registration_depositors" AND (
                    "t0"."status" = 'unregistered'
                  )
                  ELSE NULL
                END
              ) IS NULL
              THEN 'something the rule compares'
              ELSE CAST(NULL AS TEXT)
            END
          )
        ) IS NULL
        THEN 'not_assessed'
        WHEN CASE
          WHEN (
            (
              "t0"."registration_depositors"
            ) IS NULL
          )
          AND COALESCE("t0"."is_registration_required", FALSE)
          THEN FALSE
          WHEN NOT (
            "t0"."registration_depositors"
          ) IS NULL
          THEN "t0"."registration_depositors" AND (
            "t0"."status" = 'unregistered'
          )
          ELSE NULL
        END
        THEN 'found'
        ELSE 'sound'
      END AS "state",
      COALESCE(
        CASE
          WHEN COALESCE(NOT (
            "t0"."is_whole_book"
          ), FALSE)
          THEN 'the whole book: only some of its loans are in the tape'
          WHEN COALESCE((
            "t0"."status"
          ) IS NULL, FALSE)
          THEN 'the status on the audit date'
          WHEN COALESCE(FALSE, FALSE)
          THEN 'no sourced rule for this date'
          WHEN COALESCE(
            (
              (
                "t0"."registration_depositors"
              ) IS NULL
            )
            AND NOT (
              COALESCE("t0"."is_registration_required", FALSE)
            )
            AND (
              (
                "t0"."depositors"
              ) IS NULL
            )
            AND (
              COALESCE('', '') <> ''
            ),
            FALSE
          )
          THEN 'depositors: no exchange rate on 2024-12-31 or the seven days before for ' || COALESCE('', '')
          WHEN COALESCE(
            (
              (
                "t0"."registration_depositors"
              ) IS NULL
            )
            AND NOT (
              COALESCE("t0"."is_registration_required", FALSE)
            )
            AND (
              (
                "t0"."depositors"
              ) IS NULL
            ),
            FALSE
          )
          THEN 'depositors on the audit date'
          WHEN COALESCE(
            (
              (
                "t0"."registration_depositors"
              ) IS NULL
            )
            AND NOT (
              COALESCE("t0"."is_registration_required", FALSE)
            )
            AND NOT (
              NOT (
                "t0"."depositors"
              ) IS NULL
            ),
            FALSE
          )
          THEN 'depositors: some loans have no position'
          ELSE NULL
        END,
        CASE
          WHEN (
            CASE
              WHEN (
                (
                  "t0"."registration_depositors"
                ) IS NULL
              )
              AND COALESCE("t0"."is_registration_required", FALSE)
              THEN FALSE
              WHEN NOT (
                "t0"."registration_depositors"
              ) IS NULL
              THEN "t0"."registration_depositors" AND (
                "t0"."status" = 'unregistered'
              )
              ELSE NULL
            END
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      ) AS "missing",
      "t0"."source_row",
      CAST("t0"."depositors" AS TEXT) AS "observed",
      CAST(100 AS TEXT) AS "limit",
      CAST(NULL AS BIGINT) AS "amount",
      CAST(NULL AS TEXT) AS "currency",
      "t0"."savings_basis" AS "basis",
      'seed' AS "confidence",
      'B7-02-49, art. 3' AS "citation",
      "t0"."tape",
      CAST(NULL AS TEXT) AS "subject_kind",
      CAST(NULL AS TEXT) AS "source_table",
      'count' AS "unit",
      CAST(NULL AS TEXT) AS "note",
      CAST(NULL AS TEXT) AS "other_tape",
      CAST(NULL AS BIGINT) AS "other_row"
    FROM "institution_results" AS "t0"
    WHERE
      NOT (
        COALESCE("t0"."is_bank", FALSE)
      )
      AND NOT (
        COALESCE("t0"."is_license_required", FALSE)
      )
  ) AS "t4"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."institution_id",
        "t0"."institution_id" AS "subject",
        'portfolio' AS "aspect",
        CASE
          WHEN NOT (
            COALESCE(
              CASE
                WHEN COALESCE(NOT (
                  "t0"."is_whole_book"
                ), FALSE)
                THEN 'the whole book: only some of its loans are in the tape'
                WHEN COALESCE((
                  "t0"."status"
                ) IS NULL, FALSE)
                THEN 'the status on the audit date'
                WHEN COALESCE(FALSE, FALSE)
                THEN 'no sourced rule for this date'
                WHEN COALESCE(
                  (
                    (
                      "t0"."registration_portfolio"
                    ) IS NULL
                  )
                  AND NOT (
                    COALESCE("t0"."is_registration_required", FALSE)
                  )
                  AND (
                    (
                      "t0"."portfolio_khr"
                    ) IS NULL
                  )
                  AND (
                    COALESCE("t0"."currencies_without_rate", '') <> ''
                  ),
                  FALSE
                )
                THEN 'portfolio: no exchange rate on 2024-12-31 or the seven days before for ' || COALESCE("t0"."currencies_without_rate", '')
                WHEN COALESCE(
                  (
                    (
                      "t0"."registration_portfolio"
                    ) IS NULL
                  )
                  AND NOT (
                    COALESCE("t0"."is_registration_required", FALSE)
                  )
                  AND (
                    (
                      "t0"."portfolio_khr"
                    ) IS NULL
                  ),
                  FALSE
                )
                THEN 'portfolio on the audit date'
                WHEN COALESCE(
                  (
                    (
                      "t0"."registration_portfolio"
                    ) IS NULL
                  )
                  AND NOT (
                    COALESCE("t0"."is_registration_required", FALSE)
                  )
                  AND NOT (
                    "t0"."is_portfolio_whole" AND NOT (
                      "t0"."portfolio_khr"
                    ) IS NULL
                  ),
                  FALSE
                )
                THEN 'portfolio: some loans have no position'
                ELSE NULL
              END,
              CASE
                WHEN (
                  CASE
                    WHEN (
                      (
                        "t0"."registration_portfolio"
                      ) IS NULL
                    )
                    AND COALESCE("t0"."is_registration_required", FALSE)
                    THEN FALSE
                    WHEN NOT (
                      "t0"."registration_portfolio"
                    ) IS NULL
                    THEN "t0"."registration_portfolio" AND (
                      "t0"."status" = 'unregistered'
                    )
                    ELSE NULL
                  END
                ) IS NULL
                THEN 'something the rule compares'
                ELSE CAST(NULL AS TEXT)
              END
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN CASE
            WHEN (
              (
                "t0"."registration_portfolio"
              ) IS NULL
            )
            AND COALESCE("t0"."is_registration_required", FALSE)
            THEN FALSE
            WHEN NOT (
              "t0"."registration_portfolio"
            ) IS NULL
            THEN "t0"."registration_portfolio" AND (
              "t0"."status" = 'unregistered'
            )
            ELSE NULL
          END
          THEN 'found'
          ELSE 'sound'
        END AS "state",
        COALESCE(
          CASE
            WHEN COALESCE(NOT (
              "t0"."is_whole_book"
            ), FALSE)
            THEN 'the whole book: only some of its loans are in the tape'
            WHEN COALESCE((
              "t0"."status"
            ) IS NULL, FALSE)
            THEN 'the status on the audit date'
            WHEN COALESCE(FALSE, FALSE)
            THEN 'no sourced rule for this date'
            WHEN COALESCE(
              (
                (
                  "t0"."registration_portfolio"
                ) IS NULL
              )
              AND NOT (
                COALESCE("t0"."is_registration_required", FALSE)
              )
              AND (
                (
                  "t0"."portfolio_khr"
                ) IS NULL
              )
              AND (
                COALESCE("t0"."currencies_without_rate", '') <> ''
              ),
              FALSE
            )
            THEN 'portfolio: no exchange rate on 2024-12-31 or the seven days before for ' || COALESCE("t0"."currencies_without_rate", '')
            WHEN COALESCE(
              (
                (
                  "t0"."registration_portfolio"
                ) IS NULL
              )
              AND NOT (
                COALESCE("t0"."is_registration_required", FALSE)
              )
              AND (
                (
                  "t0"."portfolio_khr"
                ) IS NULL
              ),
              FALSE
            )
            THEN 'portfolio on the audit date'
            WHEN COALESCE(
              (
                (
                  "t0"."registration_portfolio"
                ) IS NULL
              )
              AND NOT (
                COALESCE("t0"."is_registration_required", FALSE)
              )
              AND NOT (
                "t0"."is_portfolio_whole" AND NOT (
                  "t0"."portfolio_khr"
                ) IS NULL
              ),
              FALSE
            )
            THEN 'portfolio: some loans have no position'
            ELSE NULL
          END,
          CASE
            WHEN (
              CASE
                WHEN (
                  (
                    "t0"."registration_portfolio"
                  ) IS NULL
                )
                AND COALESCE("t0"."is_registration_required", FALSE)
                THEN FALSE
                WHEN NOT (
                  "t0"."registration_portfolio"
                ) IS NULL
                THEN "t0"."registration_portfolio" AND (
                  "t0"."status" = 'unregistered'
                )
                ELSE NULL
              END
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        ) AS "missing",
        "t0"."source_row",
        CAST("t0"."portfolio_khr" AS TEXT) AS "observed",
        CAST(10000000000 AS TEXT) AS "limit",
        "t0"."portfolio_khr" AS "amount",
        'KHR' AS "currency",
        "t0"."loans_basis" AS "basis",
        'seed' AS "confidence",
        'B7-02-49, art. 3' AS "citation",
        "t0"."tape",
        CAST(NULL AS TEXT) AS "subject_kind",
        CAST(NULL AS TEXT) AS "source_table",
        'money' AS "unit",
        CAST(NULL AS TEXT) AS "note",
        CAST(NULL AS TEXT) AS "other_tape",
        CAST(NULL AS BIGINT) AS "other_row"
      FROM "institution_results" AS "t0"
      WHERE
        NOT (
          COALESCE("t0"."is_bank", FALSE)
        )
        AND NOT (
          COALESCE("t0"."is_license_required", FALSE)
        )
    ) AS "t5"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."institution_id",
        "t0"."institution_id" AS "subject",
        'public_savings' AS "aspect",
        CASE
          WHEN NOT (
            COALESCE(
              CASE
                WHEN COALESCE(NOT (
                  "t0"."is_whole_book"
                ), FALSE)
                THEN 'the whole book: only some of its loans are in the tape'
                WHEN COALESCE((
                  "t0"."status"
                ) IS NULL, FALSE)
                THEN 'the status on the audit date'
                WHEN COALESCE(FALSE, FALSE)
                THEN 'no sourced rule for this date'
                WHEN COALESCE(
                  (
                    (
                      "t0"."registration_public_savings"
                    ) IS NULL
                  )
                  AND NOT (
                    COALESCE("t0"."is_registration_required", FALSE)
                  )
                  AND (
                    (
                      "t0"."public_savings_khr"
                    ) IS NULL
                  )
                  AND (
                    COALESCE("t0"."savings_currencies_without_rate", '') <> ''
                  ),
                  FALSE
                )
                THEN 'public_savings: no exchange rate on 2024-12-31 or the seven days before for ' || COALESCE("t0"."savings_currencies_without_rate", '')
                WHEN COALESCE(
                  (
                    (
                      "t0"."registration_public_savings"
                    ) IS NULL
                  )
                  AND NOT (
                    COALESCE("t0"."is_registration_required", FALSE)
                  )
                  AND (
                    (
                      "t0"."public_savings_khr"
                    ) IS NULL
                  ),
                  FALSE
                )
                THEN 'public_savings on the audit date'
                WHEN COALESCE(
                  (
                    (
                      "t0"."registration_public_savings"
                    ) IS NULL
                  )
                  AND NOT (
                    COALESCE("t0"."is_registration_required", FALSE)
                  )
                  AND NOT (
                    NOT (
                      "t0"."public_savings_khr"
                    ) IS NULL
                  ),
                  FALSE
                )
                THEN 'public_savings: some loans have no position'
                ELSE NULL
              END,
              CASE
                WHEN (
                  CASE
                    WHEN (
                      (
                        "t0"."registration_public_savings"
                      ) IS NULL
                    )
                    AND COALESCE("t0"."is_registration_required", FALSE)
                    THEN FALSE
                    WHEN NOT (
                      "t0"."registration_public_savings"
                    ) IS NULL
                    THEN "t0"."registration_public_savings" AND (
                      "t0"."status" = 'unregistered'
                    )
                    ELSE NULL
                  END
                ) IS NULL
                THEN 'something the rule compares'
                ELSE CAST(NULL AS TEXT)
              END
            )
          ) IS NULL
          THEN 'not_assessed'
          WHEN CASE
            WHEN (
              (
                "t0"."registration_public_savings"
              ) IS NULL
            )
            AND COALESCE("t0"."is_registration_required", FALSE)
            THEN FALSE
            WHEN NOT (
              "t0"."registration_public_savings"
            ) IS NULL
            THEN "t0"."registration_public_savings" AND (
              "t0"."status" = 'unregistered'
            )
            ELSE NULL
          END
          THEN 'found'
          ELSE 'sound'
        END AS "state",
        COALESCE(
          CASE
            WHEN COALESCE(NOT (
              "t0"."is_whole_book"
            ), FALSE)
            THEN 'the whole book: only some of its loans are in the tape'
            WHEN COALESCE((
              "t0"."status"
            ) IS NULL, FALSE)
            THEN 'the status on the audit date'
            WHEN COALESCE(FALSE, FALSE)
            THEN 'no sourced rule for this date'
            WHEN COALESCE(
              (
                (
                  "t0"."registration_public_savings"
                ) IS NULL
              )
              AND NOT (
                COALESCE("t0"."is_registration_required", FALSE)
              )
              AND (
                (
                  "t0"."public_savings_khr"
                ) IS NULL
              )
              AND (
                COALESCE("t0"."savings_currencies_without_rate", '') <> ''
              ),
              FALSE
            )
            THEN 'public_savings: no exchange rate on 2024-12-31 or the seven days before for ' || COALESCE("t0"."savings_currencies_without_rate", '')
            WHEN COALESCE(
              (
                (
                  "t0"."registration_public_savings"
                ) IS NULL
              )
              AND NOT (
                COALESCE("t0"."is_registration_required", FALSE)
              )
              AND (
                (
                  "t0"."public_savings_khr"
                ) IS NULL
              ),
              FALSE
            )
            THEN 'public_savings on the audit date'
            WHEN COALESCE(
              (
                (
                  "t0"."registration_public_savings"
                ) IS NULL
              )
              AND NOT (
                COALESCE("t0"."is_registration_required", FALSE)
              )
              AND NOT (
                NOT (
                  "t0"."public_savings_khr"
                ) IS NULL
              ),
              FALSE
            )
            THEN 'public_savings: some loans have no position'
            ELSE NULL
          END,
          CASE
            WHEN (
              CASE
                WHEN (
                  (
                    "t0"."registration_public_savings"
                  ) IS NULL
                )
                AND COALESCE("t0"."is_registration_required", FALSE)
                THEN FALSE
                WHEN NOT (
                  "t0"."registration_public_savings"
                ) IS NULL
                THEN "t0"."registration_public_savings" AND (
                  "t0"."status" = 'unregistered'
                )
                ELSE NULL
              END
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        ) AS "missing",
        "t0"."source_row",
        CAST("t0"."public_savings_khr" AS TEXT) AS "observed",
        CAST(100000000 AS TEXT) AS "limit",
        "t0"."public_savings_khr" AS "amount",
        'KHR' AS "currency",
        "t0"."savings_basis" AS "basis",
        'seed' AS "confidence",
        'B7-02-49, art. 3' AS "citation",
        "t0"."tape",
        CAST(NULL AS TEXT) AS "subject_kind",
        CAST(NULL AS TEXT) AS "source_table",
        'money' AS "unit",
        CAST(NULL AS TEXT) AS "note",
        CAST(NULL AS TEXT) AS "other_tape",
        CAST(NULL AS BIGINT) AS "other_row"
      FROM "institution_results" AS "t0"
      WHERE
        NOT (
          COALESCE("t0"."is_bank", FALSE)
        )
        AND NOT (
          COALESCE("t0"."is_license_required", FALSE)
        )
    ) AS "t6"
  ) AS "t7"
) AS "t9"
ANTI JOIN (
  SELECT
    *
  FROM "institutions" AS "t1"
  WHERE
    "t1"."legal_form" = 'person'
) AS "t3"
  ON "t9"."institution_id" = "t3"."institution_id"

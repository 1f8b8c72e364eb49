-- continuity.events_rewritten as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."institution_id",
      "t0"."loan_id" AS "subject",
      'restructured_on' AS "aspect",
      CASE
        WHEN NOT (
          COALESCE(
            CAST(NULL AS TEXT),
            CASE
              WHEN (
                NOT (
                  COALESCE(
                    (
                      CASE
                        WHEN COALESCE("t0"."earlier_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                        THEN "t0"."earlier_restructured_on"
                        ELSE CAST(NULL AS DATE)
                      END = CASE
                        WHEN COALESCE("t0"."later_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                        THEN "t0"."later_restructured_on"
                        ELSE CAST(NULL AS DATE)
                      END
                    )
                    OR (
                      (
                        (
                          CASE
                            WHEN COALESCE("t0"."earlier_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                            THEN "t0"."earlier_restructured_on"
                            ELSE CAST(NULL AS DATE)
                          END
                        ) IS NULL
                      )
                      AND (
                        (
                          CASE
                            WHEN COALESCE("t0"."later_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                            THEN "t0"."later_restructured_on"
                            ELSE CAST(NULL AS DATE)
                          END
                        ) IS NULL
                      )
                    ),
                    FALSE
                  )
                )
                AND NOT (
                  COALESCE(
                    (
                      "t0"."later_restructured_on" > MAKE_DATE(2024, 11, 30)
                    )
                    AND (
                      "t0"."later_restructured_on" <= MAKE_DATE(2024, 12, 31)
                    ),
                    FALSE
                  )
                )
              ) IS NULL
              THEN 'something the rule compares'
              ELSE CAST(NULL AS TEXT)
            END
          )
        ) IS NULL
        THEN 'not_assessed'
        WHEN NOT (
          COALESCE(
            (
              CASE
                WHEN COALESCE("t0"."earlier_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                THEN "t0"."earlier_restructured_on"
                ELSE CAST(NULL AS DATE)
              END = CASE
                WHEN COALESCE("t0"."later_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                THEN "t0"."later_restructured_on"
                ELSE CAST(NULL AS DATE)
              END
            )
            OR (
              (
                (
                  CASE
                    WHEN COALESCE("t0"."earlier_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                    THEN "t0"."earlier_restructured_on"
                    ELSE CAST(NULL AS DATE)
                  END
                ) IS NULL
              )
              AND (
                (
                  CASE
                    WHEN COALESCE("t0"."later_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                    THEN "t0"."later_restructured_on"
                    ELSE CAST(NULL AS DATE)
                  END
                ) IS NULL
              )
            ),
            FALSE
          )
        )
        AND NOT (
          COALESCE(
            (
              "t0"."later_restructured_on" > MAKE_DATE(2024, 11, 30)
            )
            AND (
              "t0"."later_restructured_on" <= MAKE_DATE(2024, 12, 31)
            ),
            FALSE
          )
        )
        THEN 'found'
        ELSE 'sound'
      END AS "state",
      COALESCE(
        CAST(NULL AS TEXT),
        CASE
          WHEN (
            NOT (
              COALESCE(
                (
                  CASE
                    WHEN COALESCE("t0"."earlier_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                    THEN "t0"."earlier_restructured_on"
                    ELSE CAST(NULL AS DATE)
                  END = CASE
                    WHEN COALESCE("t0"."later_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                    THEN "t0"."later_restructured_on"
                    ELSE CAST(NULL AS DATE)
                  END
                )
                OR (
                  (
                    (
                      CASE
                        WHEN COALESCE("t0"."earlier_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                        THEN "t0"."earlier_restructured_on"
                        ELSE CAST(NULL AS DATE)
                      END
                    ) IS NULL
                  )
                  AND (
                    (
                      CASE
                        WHEN COALESCE("t0"."later_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                        THEN "t0"."later_restructured_on"
                        ELSE CAST(NULL AS DATE)
                      END
                    ) IS NULL
                  )
                ),
                FALSE
              )
            )
            AND NOT (
              COALESCE(
                (
                  "t0"."later_restructured_on" > MAKE_DATE(2024, 11, 30)
                )
                AND (
                  "t0"."later_restructured_on" <= MAKE_DATE(2024, 12, 31)
                ),
                FALSE
              )
            )
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      ) AS "missing",
      "t0"."later_row" AS "source_row",
      COALESCE(CAST("t0"."later_restructured_on" AS TEXT), 'nothing') AS "observed",
      COALESCE(CAST("t0"."earlier_restructured_on" AS TEXT), 'nothing') AS "limit",
      CAST(NULL AS BIGINT) AS "amount",
      CAST(NULL AS TEXT) AS "currency",
      CAST(NULL AS TEXT) AS "basis",
      CAST(NULL AS TEXT) AS "confidence",
      CAST(NULL AS TEXT) AS "citation",
      "t0"."later_tape" AS "tape",
      CAST(NULL AS TEXT) AS "subject_kind",
      'loans' AS "source_table",
      'code' AS "unit",
      CAST(NULL AS TEXT) AS "note",
      "t0"."earlier_tape" AS "other_tape",
      "t0"."earlier_row" AS "other_row"
    FROM "month_loans" AS "t0"
    WHERE
      "t0"."earlier_is_disbursed"
      AND NOT (
        "t0"."later_loan_no"
      ) IS NULL
      AND (
        COALESCE("t0"."earlier_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
        OR COALESCE("t0"."later_restructured_on" <= MAKE_DATE(2024, 11, 30), FALSE)
      )
  ) AS "t11"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t0"."institution_id",
      "t0"."loan_id" AS "subject",
      'schedule_from' AS "aspect",
      CASE
        WHEN NOT (
          COALESCE(
            CAST(NULL AS TEXT),
            CASE
              WHEN (
                NOT (
                  COALESCE(
                    (
                      CASE
                        WHEN COALESCE("t0"."earlier_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
                        THEN "t0"."earlier_schedule_from"
                        ELSE CAST(NULL AS DATE)
                      END = CASE
                        WHEN COALESCE("t0"."later_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
                        THEN "t0"."later_schedule_from"
                        ELSE CAST(NULL AS DATE)
                      END
                    )
                    OR (
                      (
                        (
                          CASE
                            WHEN COALESCE("t0"."earlier_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
                            THEN "t0"."earlier_schedule_from"
                            ELSE CAST(NULL AS DATE)
                          END
                        ) IS NULL
                      )
                      AND (
                        (
                          CASE
                            WHEN COALESCE("t0"."later_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
                            THEN "t0"."later_schedule_from"
                            ELSE CAST(NULL AS DATE)
                          END
                        ) IS NULL
                      )
                    ),
                    FALSE
                  )
                )
                AND NOT (
                  COALESCE(
                    (
                      "t0"."later_schedule_from" > MAKE_DATE(2024, 11, 30)
                    )
                    AND (
                      "t0"."later_schedule_from" <= MAKE_DATE(2024, 12, 31)
                    ),
                    FALSE
                  )
                  OR COALESCE(
                    (
                      "t0"."later_restructured_on" > MAKE_DATE(2024, 11, 30)
                    )
                    AND (
                      "t0"."later_restructured_on" <= MAKE_DATE(2024, 12, 31)
                    ),
                    FALSE
                  )
                )
              ) IS NULL
              THEN 'something the rule compares'
              ELSE CAST(NULL AS TEXT)
            END
          )
        ) IS NULL
        THEN 'not_assessed'
        WHEN NOT (
          COALESCE(
            (
              CASE
                WHEN COALESCE("t0"."earlier_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
                THEN "t0"."earlier_schedule_from"
                ELSE CAST(NULL AS DATE)
              END = CASE
                WHEN COALESCE("t0"."later_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
                THEN "t0"."later_schedule_from"
                ELSE CAST(NULL AS DATE)
              END
            )
            OR (
              (
                (
                  CASE
                    WHEN COALESCE("t0"."earlier_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
                    THEN "t0"."earlier_schedule_from"
                    ELSE CAST(NULL AS DATE)
                  END
                ) IS NULL
              )
              AND (
                (
                  CASE
                    WHEN COALESCE("t0"."later_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
                    THEN "t0"."later_schedule_from"
                    ELSE CAST(NULL AS DATE)
                  END
                ) IS NULL
              )
            ),
            FALSE
          )
        )
        AND NOT (
          COALESCE(
            (
              "t0"."later_schedule_from" > MAKE_DATE(2024, 11, 30)
            )
            AND (
              "t0"."later_schedule_from" <= MAKE_DATE(2024, 12, 31)
            ),
            FALSE
          )
          OR COALESCE(
            (
              "t0"."later_restructured_on" > MAKE_DATE(2024, 11, 30)
            )
            AND (
              "t0"."later_restructured_on" <= MAKE_DATE(2024, 12, 31)
            ),
            FALSE
          )
        )
        THEN 'found'
        ELSE 'sound'
      END AS "state",
      COALESCE(
        CAST(NULL AS TEXT),
        CASE
          WHEN (
            NOT (
              COALESCE(
                (
                  CASE
                    WHEN COALESCE("t0"."earlier_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
                    THEN "t0"."earlier_schedule_from"
                    ELSE CAST(NULL AS DATE)
                  END = CASE
                    WHEN COALESCE("t0"."later_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
                    THEN "t0"."later_schedule_from"
                    ELSE CAST(NULL AS DATE)
                  END
                )
                OR (
                  (
                    (
                      CASE
                        WHEN COALESCE("t0"."earlier_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
                        THEN "t0"."earlier_schedule_from"
                        ELSE CAST(NULL AS DATE)
                      END
                    ) IS NULL
                  )
                  AND (
                    (
                      CASE
                        WHEN COALESCE("t0"."later_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
                        THEN "t0"."later_schedule_from"
                        ELSE CAST(NULL AS DATE)
                      END
                    ) IS NULL
                  )
                ),
                FALSE
              )
            )
            AND NOT (
              COALESCE(
                (
                  "t0"."later_schedule_from" > MAKE_DATE(2024, 11, 30)
                )
                AND (
                  "t0"."later_schedule_from" <= MAKE_DATE(2024, 12, 31)
                ),
                FALSE
              )
              OR COALESCE(
                (
                  "t0"."later_restructured_on" > MAKE_DATE(2024, 11, 30)
                )
                AND (
                  "t0"."later_restructured_on" <= MAKE_DATE(2024, 12, 31)
                ),
                FALSE
              )
            )
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      ) AS "missing",
      "t0"."later_row" AS "source_row",
      COALESCE(CAST("t0"."later_schedule_from" AS TEXT), 'nothing') AS "observed",
      COALESCE(CAST("t0"."earlier_schedule_from" AS TEXT), 'nothing') AS "limit",
      CAST(NULL AS BIGINT) AS "amount",
      CAST(NULL AS TEXT) AS "currency",
      CAST(NULL AS TEXT) AS "basis",
      CAST(NULL AS TEXT) AS "confidence",
      CAST(NULL AS TEXT) AS "citation",
      "t0"."later_tape" AS "tape",
      CAST(NULL AS TEXT) AS "subject_kind",
      'loans' AS "source_table",
      'code' AS "unit",
      CAST(NULL AS TEXT) AS "note",
      "t0"."earlier_tape" AS "other_tape",
      "t0"."earlier_row" AS "other_row"
    FROM "month_loans" AS "t0"
    WHERE
      "t0"."earlier_is_disbursed"
      AND NOT (
        "t0"."later_loan_no"
      ) IS NULL
      AND (
        COALESCE("t0"."earlier_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
        OR COALESCE("t0"."later_schedule_from" <= MAKE_DATE(2024, 11, 30), FALSE)
      )
  ) AS "t12"
) AS "t14"
UNION ALL
SELECT
  *
FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."institution_id",
      "t0"."loan_id" AS "subject",
      'written_off_on' AS "aspect",
      CASE
        WHEN NOT (
          COALESCE(
            CAST(NULL AS TEXT),
            CASE
              WHEN (
                NOT (
                  COALESCE(
                    (
                      CASE
                        WHEN COALESCE("t0"."earlier_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                        THEN "t0"."earlier_written_off_on"
                        ELSE CAST(NULL AS DATE)
                      END = CASE
                        WHEN COALESCE("t0"."later_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                        THEN "t0"."later_written_off_on"
                        ELSE CAST(NULL AS DATE)
                      END
                    )
                    OR (
                      (
                        (
                          CASE
                            WHEN COALESCE("t0"."earlier_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                            THEN "t0"."earlier_written_off_on"
                            ELSE CAST(NULL AS DATE)
                          END
                        ) IS NULL
                      )
                      AND (
                        (
                          CASE
                            WHEN COALESCE("t0"."later_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                            THEN "t0"."later_written_off_on"
                            ELSE CAST(NULL AS DATE)
                          END
                        ) IS NULL
                      )
                    ),
                    FALSE
                  )
                )
                AND NOT (
                  COALESCE(
                    (
                      "t0"."later_written_off_on" > MAKE_DATE(2024, 11, 30)
                    )
                    AND (
                      "t0"."later_written_off_on" <= MAKE_DATE(2024, 12, 31)
                    ),
                    FALSE
                  )
                )
              ) IS NULL
              THEN 'something the rule compares'
              ELSE CAST(NULL AS TEXT)
            END
          )
        ) IS NULL
        THEN 'not_assessed'
        WHEN NOT (
          COALESCE(
            (
              CASE
                WHEN COALESCE("t0"."earlier_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                THEN "t0"."earlier_written_off_on"
                ELSE CAST(NULL AS DATE)
              END = CASE
                WHEN COALESCE("t0"."later_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                THEN "t0"."later_written_off_on"
                ELSE CAST(NULL AS DATE)
              END
            )
            OR (
              (
                (
                  CASE
                    WHEN COALESCE("t0"."earlier_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                    THEN "t0"."earlier_written_off_on"
                    ELSE CAST(NULL AS DATE)
                  END
                ) IS NULL
              )
              AND (
                (
                  CASE
                    WHEN COALESCE("t0"."later_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                    THEN "t0"."later_written_off_on"
                    ELSE CAST(NULL AS DATE)
                  END
                ) IS NULL
              )
            ),
            FALSE
          )
        )
        AND NOT (
          COALESCE(
            (
              "t0"."later_written_off_on" > MAKE_DATE(2024, 11, 30)
            )
            AND (
              "t0"."later_written_off_on" <= MAKE_DATE(2024, 12, 31)
            ),
            FALSE
          )
        )
        THEN 'found'
        ELSE 'sound'
      END AS "state",
      COALESCE(
        CAST(NULL AS TEXT),
        CASE
          WHEN (
            NOT (
              COALESCE(
                (
                  CASE
                    WHEN COALESCE("t0"."earlier_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                    THEN "t0"."earlier_written_off_on"
                    ELSE CAST(NULL AS DATE)
                  END = CASE
                    WHEN COALESCE("t0"."later_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                    THEN "t0"."later_written_off_on"
                    ELSE CAST(NULL AS DATE)
                  END
                )
                OR (
                  (
                    (
                      CASE
                        WHEN COALESCE("t0"."earlier_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                        THEN "t0"."earlier_written_off_on"
                        ELSE CAST(NULL AS DATE)
                      END
                    ) IS NULL
                  )
                  AND (
                    (
                      CASE
                        WHEN COALESCE("t0"."later_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
                        THEN "t0"."later_written_off_on"
                        ELSE CAST(NULL AS DATE)
                      END
                    ) IS NULL
                  )
                ),
                FALSE
              )
            )
            AND NOT (
              COALESCE(
                (
                  "t0"."later_written_off_on" > MAKE_DATE(2024, 11, 30)
                )
                AND (
                  "t0"."later_written_off_on" <= MAKE_DATE(2024, 12, 31)
                ),
                FALSE
              )
            )
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      ) AS "missing",
      "t0"."later_row" AS "source_row",
      COALESCE(CAST("t0"."later_written_off_on" AS TEXT), 'nothing') AS "observed",
      COALESCE(CAST("t0"."earlier_written_off_on" AS TEXT), 'nothing') AS "limit",
      CAST(NULL AS BIGINT) AS "amount",
      CAST(NULL AS TEXT) AS "currency",
      CAST(NULL AS TEXT) AS "basis",
      CAST(NULL AS TEXT) AS "confidence",
      CAST(NULL AS TEXT) AS "citation",
      "t0"."later_tape" AS "tape",
      CAST(NULL AS TEXT) AS "subject_kind",
      'loans' AS "source_table",
      'code' AS "unit",
      CAST(NULL AS TEXT) AS "note",
      "t0"."earlier_tape" AS "other_tape",
      "t0"."earlier_row" AS "other_row"
    FROM "month_loans" AS "t0"
    WHERE
      "t0"."earlier_is_disbursed"
      AND NOT (
        "t0"."later_loan_no"
      ) IS NULL
      AND (
        COALESCE("t0"."earlier_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
        OR COALESCE("t0"."later_written_off_on" <= MAKE_DATE(2024, 11, 30), FALSE)
      )
  ) AS "t13"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t10"."institution_id",
      "t10"."loan_id" AS "subject",
      'recovery' AS "aspect",
      CASE
        WHEN NOT (
          COALESCE(
            CASE
              WHEN COALESCE(NOT (
                COALESCE("t10"."earlier_has_recovery", FALSE)
              ), FALSE)
              THEN 'a collection log in the earlier tape'
              WHEN COALESCE(NOT (
                COALESCE("t10"."later_has_recovery", FALSE)
              ), FALSE)
              THEN 'a collection log in the later tape'
              WHEN COALESCE("t10"."earlier_recovery_returned", FALSE)
              THEN 'the loan''s collection log in the earlier tape: a row was returned'
              WHEN COALESCE("t10"."later_recovery_returned", FALSE)
              THEN 'the loan''s collection log in the later tape: a row was returned'
              WHEN COALESCE(
                NOT (
                  (
                    "t10"."f_loan"
                  ) IS NULL
                )
                AND NOT (
                  COALESCE("t10"."earlier_is_whole_book" AND "t10"."later_is_whole_book", FALSE)
                ),
                FALSE
              )
              THEN 'the loan''s collection log: only some of the book is there'
              ELSE NULL
            END,
            CASE
              WHEN (
                NOT (
                  (
                    "t10"."f_loan"
                  ) IS NULL
                )
              ) IS NULL
              THEN 'something the rule compares'
              ELSE CAST(NULL AS TEXT)
            END
          )
        ) IS NULL
        THEN 'not_assessed'
        WHEN NOT (
          (
            "t10"."f_loan"
          ) IS NULL
        )
        THEN 'found'
        ELSE 'sound'
      END AS "state",
      COALESCE(
        CASE
          WHEN COALESCE(NOT (
            COALESCE("t10"."earlier_has_recovery", FALSE)
          ), FALSE)
          THEN 'a collection log in the earlier tape'
          WHEN COALESCE(NOT (
            COALESCE("t10"."later_has_recovery", FALSE)
          ), FALSE)
          THEN 'a collection log in the later tape'
          WHEN COALESCE("t10"."earlier_recovery_returned", FALSE)
          THEN 'the loan''s collection log in the earlier tape: a row was returned'
          WHEN COALESCE("t10"."later_recovery_returned", FALSE)
          THEN 'the loan''s collection log in the later tape: a row was returned'
          WHEN COALESCE(
            NOT (
              (
                "t10"."f_loan"
              ) IS NULL
            )
            AND NOT (
              COALESCE("t10"."earlier_is_whole_book" AND "t10"."later_is_whole_book", FALSE)
            ),
            FALSE
          )
          THEN 'the loan''s collection log: only some of the book is there'
          ELSE NULL
        END,
        CASE
          WHEN (
            NOT (
              (
                "t10"."f_loan"
              ) IS NULL
            )
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      ) AS "missing",
      COALESCE("t10"."row_later_row", "t10"."row_earlier_row", "t10"."later_row") AS "source_row",
      COALESCE(CAST("t10"."later_on" AS TEXT), 'nothing') AS "observed",
      COALESCE(CAST("t10"."earlier_on" AS TEXT), 'nothing') AS "limit",
      CAST(NULL AS BIGINT) AS "amount",
      CAST(NULL AS TEXT) AS "currency",
      CAST(NULL AS TEXT) AS "basis",
      CAST(NULL AS TEXT) AS "confidence",
      CAST(NULL AS TEXT) AS "citation",
      COALESCE("t10"."row_later_tape", "t10"."row_earlier_tape", "t10"."later_tape") AS "tape",
      CAST(NULL AS TEXT) AS "subject_kind",
      CASE WHEN (
        "t10"."f_loan"
      ) IS NULL THEN 'loans' ELSE 'recovery' END AS "source_table",
      'code' AS "unit",
      CASE
        WHEN (
          "t10"."f_loan"
        ) IS NULL
        THEN CAST(NULL AS TEXT)
        WHEN NOT (
          "t10"."row_later_row"
        ) IS NULL
        AND (
          (
            "t10"."row_earlier_row"
          ) IS NULL
        )
        THEN 'no such row stands in the earlier tape'
        WHEN NOT (
          NOT (
            "t10"."row_later_row"
          ) IS NULL
        )
        THEN 'the row stands in the earlier tape'
        ELSE CAST(NULL AS TEXT)
      END AS "note",
      CASE
        WHEN NOT (
          "t10"."row_later_row"
        ) IS NULL
        THEN "t10"."row_earlier_tape"
        WHEN (
          "t10"."f_loan"
        ) IS NULL
        THEN "t10"."earlier_tape"
        ELSE CAST(NULL AS TEXT)
      END AS "other_tape",
      CASE
        WHEN NOT (
          "t10"."row_later_row"
        ) IS NULL
        THEN "t10"."row_earlier_row"
        WHEN (
          "t10"."f_loan"
        ) IS NULL
        THEN "t10"."earlier_row"
        ELSE CAST(NULL AS BIGINT)
      END AS "other_row"
    FROM (
      SELECT
        "t7"."institution_id",
        "t7"."loan_id",
        "t7"."earlier_loan_no",
        "t7"."earlier_tape",
        "t7"."earlier_row",
        "t7"."earlier_is_disbursed",
        "t7"."earlier_borrower_id",
        "t7"."earlier_currency",
        "t7"."earlier_principal",
        "t7"."earlier_signed_on",
        "t7"."earlier_disbursed_on",
        "t7"."earlier_matures_on",
        "t7"."earlier_nominal_rate",
        "t7"."earlier_rate_method",
        "t7"."earlier_frequency",
        "t7"."earlier_amortization",
        "t7"."earlier_grace_months",
        "t7"."earlier_fees_upfront",
        "t7"."earlier_original_matures_on",
        "t7"."earlier_restructured_on",
        "t7"."earlier_schedule_from",
        "t7"."earlier_refinances",
        "t7"."earlier_written_off_on",
        "t7"."earlier_title_kind",
        "t7"."earlier_installments_returned",
        "t7"."earlier_payments_returned",
        "t7"."earlier_collateral_returned",
        "t7"."earlier_recovery_returned",
        "t7"."earlier_outstanding_principal",
        "t7"."earlier_overpaid_principal",
        "t7"."earlier_days_past_due",
        "t7"."earlier_accrued_interest",
        "t7"."earlier_repaid_on",
        "t7"."earlier_basis",
        "t7"."earlier_lender_kind",
        "t7"."earlier_is_short_term",
        "t7"."earlier_is_as_of",
        "t7"."earlier_is_written_off",
        "t7"."earlier_are_payments_known",
        "t7"."earlier_reported_outstanding",
        "t7"."earlier_reported_days_past_due",
        "t7"."earlier_titles_held",
        "t7"."earlier_has_collateral",
        "t7"."earlier_has_schedule",
        "t7"."later_loan_no",
        "t7"."later_tape",
        "t7"."later_row",
        "t7"."later_is_disbursed",
        "t7"."later_borrower_id",
        "t7"."later_currency",
        "t7"."later_principal",
        "t7"."later_signed_on",
        "t7"."later_disbursed_on",
        "t7"."later_matures_on",
        "t7"."later_nominal_rate",
        "t7"."later_rate_method",
        "t7"."later_frequency",
        "t7"."later_amortization",
        "t7"."later_grace_months",
        "t7"."later_fees_upfront",
        "t7"."later_original_matures_on",
        "t7"."later_restructured_on",
        "t7"."later_schedule_from",
        "t7"."later_refinances",
        "t7"."later_written_off_on",
        "t7"."later_title_kind",
        "t7"."later_installments_returned",
        "t7"."later_payments_returned",
        "t7"."later_collateral_returned",
        "t7"."later_recovery_returned",
        "t7"."later_outstanding_principal",
        "t7"."later_overpaid_principal",
        "t7"."later_days_past_due",
        "t7"."later_accrued_interest",
        "t7"."later_repaid_on",
        "t7"."later_basis",
        "t7"."later_lender_kind",
        "t7"."later_is_short_term",
        "t7"."later_is_as_of",
        "t7"."later_is_written_off",
        "t7"."later_are_payments_known",
        "t7"."later_reported_outstanding",
        "t7"."later_reported_days_past_due",
        "t7"."later_titles_held",
        "t7"."later_has_collateral",
        "t7"."later_has_schedule",
        "t7"."received_principal",
        "t7"."received",
        "t7"."restarted_on",
        "t7"."is_restructured_between",
        "t7"."received_before_restart",
        "t7"."owed_interest",
        "t7"."next_due_on",
        "t7"."is_origin_changed",
        "t7"."are_events_rewritten",
        "t7"."are_payments_rewritten",
        "t7"."is_rate_changed",
        "t7"."is_schedule_moved",
        "t9"."earlier_is_whole_book",
        "t9"."earlier_has_loans",
        "t9"."earlier_has_installments",
        "t9"."earlier_has_payments",
        "t9"."earlier_has_collateral" AS "earlier_has_collateral_right",
        "t9"."earlier_has_recovery",
        "t9"."earlier_has_sources",
        "t9"."earlier_loans_returned",
        "t9"."later_is_whole_book",
        "t9"."later_has_loans",
        "t9"."later_has_installments",
        "t9"."later_has_payments",
        "t9"."later_has_collateral" AS "later_has_collateral_right",
        "t9"."later_has_recovery",
        "t9"."later_has_sources",
        "t9"."later_loans_returned",
        "t5"."f_institution",
        "t5"."f_loan",
        "t5"."gone",
        "t5"."new",
        "t5"."told_otherwise",
        "t5"."row_earlier_row",
        "t5"."row_later_row",
        "t5"."row_earlier_tape",
        "t5"."row_later_tape",
        "t5"."earlier_on",
        "t5"."later_on",
        "t5"."earlier_amount",
        "t5"."later_amount"
      FROM (
        SELECT
          *
        FROM "month_loans" AS "t0"
        WHERE
          "t0"."earlier_is_disbursed" AND NOT (
            "t0"."later_loan_no"
          ) IS NULL
      ) AS "t7"
      INNER JOIN (
        SELECT
          "t6"."institution_id",
          "t6"."earlier_is_whole_book",
          "t6"."earlier_has_loans",
          "t6"."earlier_has_installments",
          "t6"."earlier_has_payments",
          "t6"."earlier_has_collateral",
          "t6"."earlier_has_recovery",
          "t6"."earlier_has_sources",
          "t6"."earlier_loans_returned",
          "t6"."later_is_whole_book",
          "t6"."later_has_loans",
          "t6"."later_has_installments",
          "t6"."later_has_payments",
          "t6"."later_has_collateral",
          "t6"."later_has_recovery",
          "t6"."later_has_sources",
          "t6"."later_loans_returned"
        FROM (
          SELECT
            *
          FROM "month_lenders" AS "t2"
          WHERE
            "t2"."earlier_has_recovery" OR "t2"."later_has_recovery"
        ) AS "t6"
      ) AS "t9"
        ON "t7"."institution_id" = "t9"."institution_id"
      LEFT OUTER JOIN (
        SELECT
          "t1"."institution_id" AS "f_institution",
          "t1"."loan_id" AS "f_loan",
          "t1"."gone",
          "t1"."new",
          "t1"."told_otherwise",
          "t1"."earlier_row" AS "row_earlier_row",
          "t1"."later_row" AS "row_later_row",
          "t1"."earlier_tape" AS "row_earlier_tape",
          "t1"."later_tape" AS "row_later_tape",
          "t1"."earlier_on",
          "t1"."later_on",
          "t1"."earlier_amount",
          "t1"."later_amount"
        FROM "month_log" AS "t1"
      ) AS "t5"
        ON "t7"."institution_id" = "t5"."f_institution" AND "t7"."loan_id" = "t5"."f_loan"
    ) AS "t10"
  ) AS "t15"
) AS "t16"

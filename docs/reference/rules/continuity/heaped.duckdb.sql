-- continuity.heaped as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  "t5"."institution_id",
  "t5"."institution_id" AS "subject",
  'day ' || CAST("t5"."edge" AS TEXT) AS "aspect",
  CASE
    WHEN NOT (
      COALESCE(
        CASE
          WHEN COALESCE(NOT (
            "t5"."later_is_whole_book"
          ), FALSE)
          THEN 'the whole book: only some of its loans are in the tape'
          WHEN COALESCE((
            "t5"."under" >= 30
          ) AND NOT (
            "t5"."later_has_installments"
          ), FALSE)
          THEN 'the schedules: whether the due dates lie so by themselves is not known'
          ELSE NULL
        END,
        CASE
          WHEN (
            (
              "t5"."under" >= 30
            )
            AND (
              (
                "t5"."under" * "t5"."could_be_over"
              ) > (
                (
                  "t5"."over" + 3
                ) * 5 * "t5"."could_be_under"
              )
            )
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      )
    ) IS NULL
    THEN 'not_assessed'
    WHEN (
      "t5"."under" >= 30
    )
    AND (
      (
        "t5"."under" * "t5"."could_be_over"
      ) > (
        (
          "t5"."over" + 3
        ) * 5 * "t5"."could_be_under"
      )
    )
    THEN 'found'
    ELSE 'sound'
  END AS "state",
  COALESCE(
    CASE
      WHEN COALESCE(NOT (
        "t5"."later_is_whole_book"
      ), FALSE)
      THEN 'the whole book: only some of its loans are in the tape'
      WHEN COALESCE((
        "t5"."under" >= 30
      ) AND NOT (
        "t5"."later_has_installments"
      ), FALSE)
      THEN 'the schedules: whether the due dates lie so by themselves is not known'
      ELSE NULL
    END,
    CASE
      WHEN (
        (
          "t5"."under" >= 30
        )
        AND (
          (
            "t5"."under" * "t5"."could_be_over"
          ) > (
            (
              "t5"."over" + 3
            ) * 5 * "t5"."could_be_under"
          )
        )
      ) IS NULL
      THEN 'something the rule compares'
      ELSE CAST(NULL AS TEXT)
    END
  ) AS "missing",
  "t5"."later_row" AS "source_row",
  CAST("t5"."under" AS TEXT) AS "observed",
  CAST("t5"."over" AS TEXT) AS "limit",
  CAST(NULL AS BIGINT) AS "amount",
  CAST(NULL AS TEXT) AS "currency",
  CAST(NULL AS TEXT) AS "basis",
  CASE
    WHEN "t5"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
    THEN 'unverified'
    ELSE NULL
  END AS "confidence",
  CASE
    WHEN "t5"."lender_kind" IN ('bank', 'licensed', 'licensed_deposit_taking', 'registered', 'unregistered')
    THEN 'B7-017-344'
    ELSE NULL
  END AS "citation",
  "t5"."later_tape" AS "tape",
  CAST(NULL AS TEXT) AS "subject_kind",
  CAST(NULL AS TEXT) AS "source_table",
  CAST(NULL AS TEXT) AS "unit",
  '2024-11-30: ' || CAST("t5"."under_then" AS TEXT) || ' just under, ' || CAST("t5"."over_then" AS TEXT) || ' just over; open loans with an instalment so old on 2024-12-31: ' || CAST("t5"."could_be_under" AS TEXT) || ' and ' || CAST("t5"."could_be_over" AS TEXT) AS "note",
  "t5"."earlier_tape" AS "other_tape",
  "t5"."earlier_row" AS "other_row"
FROM (
  SELECT
    "t2"."institution_id",
    "t2"."edge",
    "t2"."lender_kind",
    "t2"."under",
    "t2"."over",
    "t2"."could_be_under",
    "t2"."could_be_over",
    "t2"."under_then",
    "t2"."over_then",
    "t4"."earlier_tape",
    "t4"."earlier_row",
    "t4"."earlier_is_whole_book",
    "t4"."earlier_has_loans",
    "t4"."earlier_has_installments",
    "t4"."earlier_has_payments",
    "t4"."earlier_has_collateral",
    "t4"."earlier_has_recovery",
    "t4"."earlier_has_sources",
    "t4"."earlier_loans_returned",
    "t4"."later_tape",
    "t4"."later_row",
    "t4"."later_is_whole_book",
    "t4"."later_has_loans",
    "t4"."later_has_installments",
    "t4"."later_has_payments",
    "t4"."later_has_collateral",
    "t4"."later_has_recovery",
    "t4"."later_has_sources",
    "t4"."later_loans_returned"
  FROM "month_edges" AS "t2"
  INNER JOIN (
    SELECT
      *
    FROM "month_lenders" AS "t1"
    WHERE
      NOT (
        "t1"."earlier_tape"
      ) IS NULL AND NOT (
        "t1"."later_tape"
      ) IS NULL
  ) AS "t4"
    ON "t2"."institution_id" = "t4"."institution_id"
) AS "t5"

-- burden.rolled_over as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  "t16"."institution_id",
  "t16"."subject",
  "t16"."aspect",
  "t16"."state",
  "t16"."missing",
  "t16"."source_row",
  "t16"."observed",
  "t16"."limit",
  "t16"."amount",
  "t16"."currency",
  "t16"."basis",
  "t16"."confidence",
  "t16"."citation",
  "t16"."tape",
  "t16"."subject_kind",
  "t16"."source_table",
  "t16"."unit",
  "t16"."note",
  "t16"."other_tape",
  "t16"."other_row"
FROM (
  SELECT
    "t1"."institution_id",
    "t1"."loan_id" AS "subject",
    CASE
      WHEN NOT (
        COALESCE(
          CASE
            WHEN COALESCE((
              "t1"."borrower_id"
            ) IS NULL, FALSE)
            THEN 'the loan''s borrower'
            WHEN COALESCE(
              NOT (
                NOT (
                  "t15"."repaid"
                ) IS NULL
              )
              AND NOT (
                "t13"."open_no"
              ) IS NULL,
              FALSE
            )
            THEN 'the day on which another loan of the borrower was repaid'
            ELSE NULL
          END,
          CASE
            WHEN (
              NOT (
                "t15"."repaid"
              ) IS NULL
            ) IS NULL
            THEN 'something the rule compares'
            ELSE CAST(NULL AS TEXT)
          END
        )
      ) IS NULL
      THEN 'not_assessed'
      WHEN NOT (
        "t15"."repaid"
      ) IS NULL
      THEN 'found'
      ELSE 'sound'
    END AS "state",
    COALESCE(
      CASE
        WHEN COALESCE((
          "t1"."borrower_id"
        ) IS NULL, FALSE)
        THEN 'the loan''s borrower'
        WHEN COALESCE(
          NOT (
            NOT (
              "t15"."repaid"
            ) IS NULL
          )
          AND NOT (
            "t13"."open_no"
          ) IS NULL,
          FALSE
        )
        THEN 'the day on which another loan of the borrower was repaid'
        ELSE NULL
      END,
      CASE
        WHEN (
          NOT (
            "t15"."repaid"
          ) IS NULL
        ) IS NULL
        THEN 'something the rule compares'
        ELSE CAST(NULL AS TEXT)
      END
    ) AS "missing",
    "t1"."source_row",
    "t1"."tape",
    CAST("t1"."disbursed_on" AS TEXT) AS "observed",
    "t15"."repaid" AS "limit",
    '' AS "aspect",
    CAST(NULL AS BIGINT) AS "amount",
    CAST(NULL AS TEXT) AS "currency",
    CASE
      WHEN NOT (
        "t15"."other_basis"
      ) IS NULL
      THEN CASE
        WHEN GREATEST(
          CASE
            WHEN "t15"."other_basis" = 'computed'
            THEN 0
            WHEN "t15"."other_basis" = 'rebuilt'
            THEN 1
            WHEN "t15"."other_basis" = 'reported'
            THEN 2
            ELSE 0
          END,
          COALESCE("t1"."weakness", 0)
        ) = 0
        THEN 'computed'
        WHEN GREATEST(
          CASE
            WHEN "t15"."other_basis" = 'computed'
            THEN 0
            WHEN "t15"."other_basis" = 'rebuilt'
            THEN 1
            WHEN "t15"."other_basis" = 'reported'
            THEN 2
            ELSE 0
          END,
          COALESCE("t1"."weakness", 0)
        ) = 1
        THEN 'rebuilt'
        ELSE 'reported'
      END
      ELSE CAST(NULL AS TEXT)
    END AS "basis",
    CAST(NULL AS TEXT) AS "confidence",
    CAST(NULL AS TEXT) AS "citation",
    CAST(NULL AS TEXT) AS "subject_kind",
    CAST(NULL AS TEXT) AS "source_table",
    CAST(NULL AS TEXT) AS "unit",
    CAST(NULL AS TEXT) AS "note",
    "t15"."other_tape",
    "t15"."other_row"
  FROM "loan_results" AS "t1"
  LEFT OUTER JOIN (
    SELECT
      "t12"."other_tape",
      "t12"."other_row",
      "t12"."other_basis",
      "t12"."repaid",
      "t12"."loan_no" AS "hit_no"
    FROM (
      SELECT
        "t10"."loan_no",
        "t10"."borrower_id",
        "t10"."disbursed_on",
        "t10"."month",
        "t10"."other_no",
        "t10"."other_person",
        "t10"."other_on",
        "t10"."other_tape",
        "t10"."other_row",
        "t10"."other_basis",
        "t10"."repaid",
        "t10"."other_month",
        ROW_NUMBER() OVER (
          PARTITION BY "t10"."loan_no"
          ORDER BY "t10"."repaid" DESC, "t10"."other_no" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place"
      FROM (
        SELECT
          "t3"."loan_no",
          "t3"."borrower_id",
          "t3"."disbursed_on",
          "t3"."month",
          "t6"."other_no",
          "t6"."other_person",
          "t6"."other_on",
          "t6"."other_tape",
          "t6"."other_row",
          "t6"."other_basis",
          "t6"."repaid",
          "t6"."other_month"
        FROM (
          SELECT
            "t0"."loan_no",
            "t0"."borrower_id",
            "t0"."disbursed_on",
            SUBSTRING(
              CAST("t0"."disbursed_on" AS TEXT),
              CASE
                WHEN (
                  0 + 1
                ) >= 1
                THEN 0 + 1
                ELSE 0 + 1 + LENGTH(CAST("t0"."disbursed_on" AS TEXT))
              END,
              7
            ) AS "month"
          FROM "loan_results" AS "t0"
          WHERE
            NOT (
              "t0"."borrower_id"
            ) IS NULL
        ) AS "t3"
        INNER JOIN (
          SELECT
            "t0"."loan_no" AS "other_no",
            "t0"."borrower_id" AS "other_person",
            "t0"."disbursed_on" AS "other_on",
            "t0"."tape" AS "other_tape",
            "t0"."source_row" AS "other_row",
            "t0"."basis" AS "other_basis",
            CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS("t0"."repaid_on") AS TIMESTAMP) AS DATE) AS TEXT) AS "repaid",
            SUBSTRING(
              CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS("t0"."repaid_on") AS TIMESTAMP) AS DATE) AS TEXT),
              CASE
                WHEN (
                  0 + 1
                ) >= 1
                THEN 0 + 1
                ELSE 0 + 1 + LENGTH(
                  CAST(CAST(CAST(MAKE_DATE(1970, 1, 1) + TO_DAYS("t0"."repaid_on") AS TIMESTAMP) AS DATE) AS TEXT)
                )
              END,
              7
            ) AS "other_month"
          FROM "loan_results" AS "t0"
          WHERE
            NOT (
              "t0"."repaid_on"
            ) IS NULL
        ) AS "t6"
          ON "t3"."borrower_id" = "t6"."other_person"
          AND "t3"."month" = "t6"."other_month"
          AND (
            (
              "t6"."other_on" < "t3"."disbursed_on"
            )
            OR (
              (
                "t6"."other_on" = "t3"."disbursed_on"
              )
              AND (
                "t6"."other_no" < "t3"."loan_no"
              )
            )
          )
      ) AS "t10"
    ) AS "t12"
    WHERE
      "t12"."place" = 0
  ) AS "t15"
    ON "t1"."loan_no" = "t15"."hit_no"
  LEFT OUTER JOIN (
    SELECT
      "t1"."loan_no" AS "open_no"
    FROM "loan_results" AS "t1"
    INNER JOIN (
      SELECT
        "t7"."loan_no" AS "other_no",
        "t7"."borrower_id" AS "other_person",
        "t7"."disbursed_on" AS "other_on"
      FROM (
        SELECT
          "t4"."loan_no",
          "t4"."institution_id",
          "t4"."loan_id",
          "t4"."borrower_id",
          "t4"."currency",
          "t4"."segment",
          "t4"."is_microloan",
          "t4"."disbursed_on",
          "t4"."matures_on",
          "t4"."agreed_on",
          "t4"."is_signed_known",
          "t4"."is_short_term",
          "t4"."start_on",
          "t4"."is_restarted",
          "t4"."is_restructured",
          "t4"."is_schedule_unknown",
          "t4"."is_written_off",
          "t4"."principal",
          "t4"."restructured_balance",
          "t4"."nominal_rate",
          "t4"."rate_method",
          "t4"."frequency",
          "t4"."amortization",
          "t4"."grace_months",
          "t4"."fees_upfront",
          "t4"."title_kind",
          "t4"."ceiling",
          "t4"."reported_class",
          "t4"."reported_outstanding",
          "t4"."reported_provision",
          "t4"."reported_days_past_due",
          "t4"."reported_accrued_interest",
          "t4"."are_payments_known",
          "t4"."has_charges",
          "t4"."has_collateral",
          "t4"."has_recovery",
          "t4"."is_as_of",
          "t4"."is_bank",
          "t4"."lender_kind",
          "t4"."installments_returned",
          "t4"."charges_returned",
          "t4"."payments_returned",
          "t4"."collateral_returned",
          "t4"."recovery_returned",
          "t4"."weakness",
          "t4"."khr",
          "t4"."poverty",
          "t4"."province",
          "t4"."refinances",
          "t4"."tape",
          "t4"."source_row",
          "t4"."opening_balance",
          "t4"."outstanding_principal",
          "t4"."overpaid_principal",
          "t4"."arrears_principal",
          "t4"."arrears_interest",
          "t4"."days_past_due",
          "t4"."accrued_interest",
          "t4"."repaid_on",
          "t4"."schedule_rate_nominal",
          "t4"."schedule_rate_nominal_months",
          "t4"."all_in_rate_nominal",
          "t4"."all_in_rate_nominal_months",
          "t4"."all_in_rate_effective",
          "t4"."all_in_rate_effective_months",
          "t4"."rate_status",
          "t4"."excess_at_ceiling",
          "t4"."schedule_excess_at_ceiling",
          "t4"."schedule_excess_at_contract_rate",
          "t4"."due_next_month",
          "t4"."schedule_basis",
          "t4"."is_flat_as_lived",
          "t4"."basis",
          "t4"."computed_outstanding",
          "t4"."computed_days_past_due",
          "t4"."cash",
          "t4"."proven_value",
          "t4"."titles_held",
          "t4"."security_weakness",
          "t4"."is_grid_in_force",
          "t4"."is_grid_held_back",
          "t4"."grade",
          "t4"."grade_confidence",
          "t4"."grade_citation",
          "t4"."provision_base",
          "t4"."provision_rate",
          "t4"."provision_required",
          "t4"."provision_shortfall",
          "t4"."provision_confidence",
          "t4"."provision_citation",
          "t4"."interest_in_suspense",
          "t4"."ceiling_confidence",
          "t4"."ceiling_citation",
          "t4"."confidence",
          ROW_NUMBER() OVER (
            PARTITION BY "t4"."borrower_id"
            ORDER BY "t4"."disbursed_on" ASC, "t4"."loan_no" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "place"
        FROM (
          SELECT
            *
          FROM "loan_results" AS "t0"
          WHERE
            (
              (
                (
                  "t0"."outstanding_principal"
                ) IS NULL
              )
              OR (
                (
                  "t0"."outstanding_principal" = 0
                )
                AND (
                  (
                    "t0"."repaid_on"
                  ) IS NULL
                )
              )
            )
            AND NOT (
              "t0"."borrower_id"
            ) IS NULL
        ) AS "t4"
      ) AS "t7"
      WHERE
        "t7"."place" = 0
    ) AS "t9"
      ON "t1"."borrower_id" = "t9"."other_person"
      AND (
        (
          "t9"."other_on" < "t1"."disbursed_on"
        )
        OR (
          (
            "t9"."other_on" = "t1"."disbursed_on"
          )
          AND (
            "t9"."other_no" < "t1"."loan_no"
          )
        )
      )
  ) AS "t13"
    ON "t1"."loan_no" = "t13"."open_no"
) AS "t16"

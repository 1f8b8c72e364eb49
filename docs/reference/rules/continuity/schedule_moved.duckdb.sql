-- continuity.schedule_moved as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  "t6"."institution_id",
  "t6"."loan_id" AS "subject",
  CASE
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    AND COALESCE("t6"."earlier_on" <> "t6"."later_on", TRUE)
    THEN 'due_on'
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    THEN 'due_amount'
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND COALESCE("t6"."later_matures_on" <> "t6"."earlier_matures_on", FALSE)
    THEN 'matures_on'
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND COALESCE("t6"."later_frequency" <> "t6"."earlier_frequency", FALSE)
    THEN 'frequency'
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND COALESCE("t6"."later_amortization" <> "t6"."earlier_amortization", FALSE)
    THEN 'amortization'
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND COALESCE("t6"."later_grace_months" <> "t6"."earlier_grace_months", FALSE)
    THEN 'grace_months'
    ELSE ''
  END AS "aspect",
  CASE
    WHEN NOT (
      COALESCE(
        CASE
          WHEN COALESCE("t6"."earlier_installments_returned", FALSE)
          THEN 'the loan''s schedule in the earlier tape: a row was returned'
          WHEN COALESCE("t6"."later_installments_returned", FALSE)
          THEN 'the loan''s schedule in the later tape: a row was returned'
          WHEN COALESCE(
            (
              (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND NOT (
                  "t6"."f_loan"
                ) IS NULL
                AND "t6"."earlier_has_schedule"
                AND NOT (
                  NOT (
                    "t6"."later_has_schedule"
                  )
                  AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
                )
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_matures_on" <> "t6"."earlier_matures_on", FALSE)
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_frequency" <> "t6"."earlier_frequency", FALSE)
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_amortization" <> "t6"."earlier_amortization", FALSE)
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_grace_months" <> "t6"."earlier_grace_months", FALSE)
              )
            )
            AND "t6"."is_origin_changed",
            FALSE
          )
          THEN 'the same past in both tapes: continuity.original_changed answers for it'
          WHEN COALESCE(
            (
              (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND NOT (
                  "t6"."f_loan"
                ) IS NULL
                AND "t6"."earlier_has_schedule"
                AND NOT (
                  NOT (
                    "t6"."later_has_schedule"
                  )
                  AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
                )
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_matures_on" <> "t6"."earlier_matures_on", FALSE)
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_frequency" <> "t6"."earlier_frequency", FALSE)
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_amortization" <> "t6"."earlier_amortization", FALSE)
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_grace_months" <> "t6"."earlier_grace_months", FALSE)
              )
            )
            AND "t6"."are_events_rewritten",
            FALSE
          )
          THEN 'the same past in both tapes: continuity.events_rewritten answers for it'
          WHEN COALESCE(
            (
              (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND NOT (
                  "t6"."f_loan"
                ) IS NULL
                AND "t6"."earlier_has_schedule"
                AND NOT (
                  NOT (
                    "t6"."later_has_schedule"
                  )
                  AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
                )
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_matures_on" <> "t6"."earlier_matures_on", FALSE)
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_frequency" <> "t6"."earlier_frequency", FALSE)
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_amortization" <> "t6"."earlier_amortization", FALSE)
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_grace_months" <> "t6"."earlier_grace_months", FALSE)
              )
            )
            AND "t6"."is_rate_changed",
            FALSE
          )
          THEN 'the same past in both tapes: continuity.rate_changed answers for it'
          WHEN COALESCE(
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND NOT (
              (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND NOT (
                  "t6"."f_loan"
                ) IS NULL
                AND "t6"."earlier_has_schedule"
                AND NOT (
                  NOT (
                    "t6"."later_has_schedule"
                  )
                  AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
                )
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_matures_on" <> "t6"."earlier_matures_on", FALSE)
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_frequency" <> "t6"."earlier_frequency", FALSE)
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_amortization" <> "t6"."earlier_amortization", FALSE)
              )
              OR (
                (
                  (
                    "t6"."restarted_on"
                  ) IS NULL
                )
                AND COALESCE("t6"."later_grace_months" <> "t6"."earlier_grace_months", FALSE)
              )
            )
            AND "t6"."earlier_has_schedule"
            AND NOT (
              "t6"."later_has_schedule"
            )
            AND NOT (
              NOT (
                "t6"."later_has_schedule"
              )
              AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
            ),
            FALSE
          )
          THEN 'the schedule in the later tape'
          ELSE NULL
        END,
        CASE
          WHEN (
            (
              (
                (
                  "t6"."restarted_on"
                ) IS NULL
              )
              AND NOT (
                "t6"."f_loan"
              ) IS NULL
              AND "t6"."earlier_has_schedule"
              AND NOT (
                NOT (
                  "t6"."later_has_schedule"
                )
                AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
              )
            )
            OR (
              (
                (
                  "t6"."restarted_on"
                ) IS NULL
              )
              AND COALESCE("t6"."later_matures_on" <> "t6"."earlier_matures_on", FALSE)
            )
            OR (
              (
                (
                  "t6"."restarted_on"
                ) IS NULL
              )
              AND COALESCE("t6"."later_frequency" <> "t6"."earlier_frequency", FALSE)
            )
            OR (
              (
                (
                  "t6"."restarted_on"
                ) IS NULL
              )
              AND COALESCE("t6"."later_amortization" <> "t6"."earlier_amortization", FALSE)
            )
            OR (
              (
                (
                  "t6"."restarted_on"
                ) IS NULL
              )
              AND COALESCE("t6"."later_grace_months" <> "t6"."earlier_grace_months", FALSE)
            )
          ) IS NULL
          THEN 'something the rule compares'
          ELSE CAST(NULL AS TEXT)
        END
      )
    ) IS NULL
    THEN 'not_assessed'
    WHEN (
      (
        (
          "t6"."restarted_on"
        ) IS NULL
      )
      AND NOT (
        "t6"."f_loan"
      ) IS NULL
      AND "t6"."earlier_has_schedule"
      AND NOT (
        NOT (
          "t6"."later_has_schedule"
        )
        AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
      )
    )
    OR (
      (
        (
          "t6"."restarted_on"
        ) IS NULL
      )
      AND COALESCE("t6"."later_matures_on" <> "t6"."earlier_matures_on", FALSE)
    )
    OR (
      (
        (
          "t6"."restarted_on"
        ) IS NULL
      )
      AND COALESCE("t6"."later_frequency" <> "t6"."earlier_frequency", FALSE)
    )
    OR (
      (
        (
          "t6"."restarted_on"
        ) IS NULL
      )
      AND COALESCE("t6"."later_amortization" <> "t6"."earlier_amortization", FALSE)
    )
    OR (
      (
        (
          "t6"."restarted_on"
        ) IS NULL
      )
      AND COALESCE("t6"."later_grace_months" <> "t6"."earlier_grace_months", FALSE)
    )
    THEN 'found'
    ELSE 'sound'
  END AS "state",
  COALESCE(
    CASE
      WHEN COALESCE("t6"."earlier_installments_returned", FALSE)
      THEN 'the loan''s schedule in the earlier tape: a row was returned'
      WHEN COALESCE("t6"."later_installments_returned", FALSE)
      THEN 'the loan''s schedule in the later tape: a row was returned'
      WHEN COALESCE(
        (
          (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND NOT (
              "t6"."f_loan"
            ) IS NULL
            AND "t6"."earlier_has_schedule"
            AND NOT (
              NOT (
                "t6"."later_has_schedule"
              )
              AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
            )
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_matures_on" <> "t6"."earlier_matures_on", FALSE)
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_frequency" <> "t6"."earlier_frequency", FALSE)
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_amortization" <> "t6"."earlier_amortization", FALSE)
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_grace_months" <> "t6"."earlier_grace_months", FALSE)
          )
        )
        AND "t6"."is_origin_changed",
        FALSE
      )
      THEN 'the same past in both tapes: continuity.original_changed answers for it'
      WHEN COALESCE(
        (
          (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND NOT (
              "t6"."f_loan"
            ) IS NULL
            AND "t6"."earlier_has_schedule"
            AND NOT (
              NOT (
                "t6"."later_has_schedule"
              )
              AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
            )
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_matures_on" <> "t6"."earlier_matures_on", FALSE)
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_frequency" <> "t6"."earlier_frequency", FALSE)
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_amortization" <> "t6"."earlier_amortization", FALSE)
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_grace_months" <> "t6"."earlier_grace_months", FALSE)
          )
        )
        AND "t6"."are_events_rewritten",
        FALSE
      )
      THEN 'the same past in both tapes: continuity.events_rewritten answers for it'
      WHEN COALESCE(
        (
          (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND NOT (
              "t6"."f_loan"
            ) IS NULL
            AND "t6"."earlier_has_schedule"
            AND NOT (
              NOT (
                "t6"."later_has_schedule"
              )
              AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
            )
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_matures_on" <> "t6"."earlier_matures_on", FALSE)
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_frequency" <> "t6"."earlier_frequency", FALSE)
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_amortization" <> "t6"."earlier_amortization", FALSE)
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_grace_months" <> "t6"."earlier_grace_months", FALSE)
          )
        )
        AND "t6"."is_rate_changed",
        FALSE
      )
      THEN 'the same past in both tapes: continuity.rate_changed answers for it'
      WHEN COALESCE(
        (
          (
            "t6"."restarted_on"
          ) IS NULL
        )
        AND NOT (
          (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND NOT (
              "t6"."f_loan"
            ) IS NULL
            AND "t6"."earlier_has_schedule"
            AND NOT (
              NOT (
                "t6"."later_has_schedule"
              )
              AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
            )
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_matures_on" <> "t6"."earlier_matures_on", FALSE)
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_frequency" <> "t6"."earlier_frequency", FALSE)
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_amortization" <> "t6"."earlier_amortization", FALSE)
          )
          OR (
            (
              (
                "t6"."restarted_on"
              ) IS NULL
            )
            AND COALESCE("t6"."later_grace_months" <> "t6"."earlier_grace_months", FALSE)
          )
        )
        AND "t6"."earlier_has_schedule"
        AND NOT (
          "t6"."later_has_schedule"
        )
        AND NOT (
          NOT (
            "t6"."later_has_schedule"
          )
          AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
        ),
        FALSE
      )
      THEN 'the schedule in the later tape'
      ELSE NULL
    END,
    CASE
      WHEN (
        (
          (
            (
              "t6"."restarted_on"
            ) IS NULL
          )
          AND NOT (
            "t6"."f_loan"
          ) IS NULL
          AND "t6"."earlier_has_schedule"
          AND NOT (
            NOT (
              "t6"."later_has_schedule"
            )
            AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
          )
        )
        OR (
          (
            (
              "t6"."restarted_on"
            ) IS NULL
          )
          AND COALESCE("t6"."later_matures_on" <> "t6"."earlier_matures_on", FALSE)
        )
        OR (
          (
            (
              "t6"."restarted_on"
            ) IS NULL
          )
          AND COALESCE("t6"."later_frequency" <> "t6"."earlier_frequency", FALSE)
        )
        OR (
          (
            (
              "t6"."restarted_on"
            ) IS NULL
          )
          AND COALESCE("t6"."later_amortization" <> "t6"."earlier_amortization", FALSE)
        )
        OR (
          (
            (
              "t6"."restarted_on"
            ) IS NULL
          )
          AND COALESCE("t6"."later_grace_months" <> "t6"."earlier_grace_months", FALSE)
        )
      ) IS NULL
      THEN 'something the rule compares'
      ELSE CAST(NULL AS TEXT)
    END
  ) AS "missing",
  CASE
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    THEN COALESCE("t6"."row_later_row", "t6"."row_earlier_row")
    ELSE "t6"."later_row"
  END AS "source_row",
  CASE
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    AND COALESCE("t6"."earlier_on" <> "t6"."later_on", TRUE)
    THEN COALESCE(CAST("t6"."later_on" AS TEXT), 'nothing')
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    THEN CAST("t6"."later_amount" AS TEXT)
    ELSE CASE
      WHEN (
        (
          "t6"."restarted_on"
        ) IS NULL
      )
      AND COALESCE("t6"."later_matures_on" <> "t6"."earlier_matures_on", FALSE)
      THEN CAST("t6"."later_matures_on" AS TEXT)
      WHEN (
        (
          "t6"."restarted_on"
        ) IS NULL
      )
      AND COALESCE("t6"."later_frequency" <> "t6"."earlier_frequency", FALSE)
      THEN "t6"."later_frequency"
      WHEN (
        (
          "t6"."restarted_on"
        ) IS NULL
      )
      AND COALESCE("t6"."later_amortization" <> "t6"."earlier_amortization", FALSE)
      THEN "t6"."later_amortization"
      WHEN (
        (
          "t6"."restarted_on"
        ) IS NULL
      )
      AND COALESCE("t6"."later_grace_months" <> "t6"."earlier_grace_months", FALSE)
      THEN CAST("t6"."later_grace_months" AS TEXT)
      ELSE NULL
    END
  END AS "observed",
  CASE
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    AND COALESCE("t6"."earlier_on" <> "t6"."later_on", TRUE)
    THEN COALESCE(CAST("t6"."earlier_on" AS TEXT), 'nothing')
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    THEN CAST("t6"."earlier_amount" AS TEXT)
    ELSE CASE
      WHEN (
        (
          "t6"."restarted_on"
        ) IS NULL
      )
      AND COALESCE("t6"."later_matures_on" <> "t6"."earlier_matures_on", FALSE)
      THEN CAST("t6"."earlier_matures_on" AS TEXT)
      WHEN (
        (
          "t6"."restarted_on"
        ) IS NULL
      )
      AND COALESCE("t6"."later_frequency" <> "t6"."earlier_frequency", FALSE)
      THEN "t6"."earlier_frequency"
      WHEN (
        (
          "t6"."restarted_on"
        ) IS NULL
      )
      AND COALESCE("t6"."later_amortization" <> "t6"."earlier_amortization", FALSE)
      THEN "t6"."earlier_amortization"
      WHEN (
        (
          "t6"."restarted_on"
        ) IS NULL
      )
      AND COALESCE("t6"."later_grace_months" <> "t6"."earlier_grace_months", FALSE)
      THEN CAST("t6"."earlier_grace_months" AS TEXT)
      ELSE NULL
    END
  END AS "limit",
  CASE
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    THEN ABS("t6"."later_amount" - "t6"."earlier_amount")
    ELSE CAST(NULL AS BIGINT)
  END AS "amount",
  "t6"."later_currency" AS "currency",
  CAST(NULL AS TEXT) AS "basis",
  CAST(NULL AS TEXT) AS "confidence",
  CAST(NULL AS TEXT) AS "citation",
  CASE
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    THEN COALESCE("t6"."row_later_tape", "t6"."row_earlier_tape")
    ELSE "t6"."later_tape"
  END AS "tape",
  CAST(NULL AS TEXT) AS "subject_kind",
  CASE
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    THEN 'installments'
    ELSE 'loans'
  END AS "source_table",
  CASE
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    AND NOT (
      COALESCE("t6"."earlier_on" <> "t6"."later_on", TRUE)
    )
    THEN 'money'
    ELSE 'code'
  END AS "unit",
  CASE
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    AND NOT (
      "t6"."row_later_row"
    ) IS NULL
    AND (
      (
        "t6"."row_earlier_row"
      ) IS NULL
    )
    THEN 'no such row stands in the earlier tape'
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    AND (
      (
        "t6"."row_later_row"
      ) IS NULL
    )
    THEN 'the row stands in the earlier tape'
    ELSE CAST(NULL AS TEXT)
  END AS "note",
  CASE
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    AND NOT (
      "t6"."row_later_row"
    ) IS NULL
    THEN "t6"."row_earlier_tape"
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    AND (
      (
        "t6"."row_later_row"
      ) IS NULL
    )
    THEN CAST(NULL AS TEXT)
    ELSE "t6"."earlier_tape"
  END AS "other_tape",
  CASE
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    AND NOT (
      "t6"."row_later_row"
    ) IS NULL
    THEN "t6"."row_earlier_row"
    WHEN (
      (
        "t6"."restarted_on"
      ) IS NULL
    )
    AND NOT (
      "t6"."f_loan"
    ) IS NULL
    AND "t6"."earlier_has_schedule"
    AND NOT (
      NOT (
        "t6"."later_has_schedule"
      )
      AND COALESCE("t6"."earlier_outstanding_principal" = 0, FALSE)
    )
    AND (
      (
        "t6"."row_later_row"
      ) IS NULL
    )
    THEN CAST(NULL AS BIGINT)
    ELSE "t6"."earlier_row"
  END AS "other_row"
FROM (
  SELECT
    "t5"."institution_id",
    "t5"."loan_id",
    "t5"."earlier_loan_no",
    "t5"."earlier_tape",
    "t5"."earlier_row",
    "t5"."earlier_is_disbursed",
    "t5"."earlier_borrower_id",
    "t5"."earlier_currency",
    "t5"."earlier_principal",
    "t5"."earlier_signed_on",
    "t5"."earlier_disbursed_on",
    "t5"."earlier_matures_on",
    "t5"."earlier_nominal_rate",
    "t5"."earlier_rate_method",
    "t5"."earlier_frequency",
    "t5"."earlier_amortization",
    "t5"."earlier_grace_months",
    "t5"."earlier_fees_upfront",
    "t5"."earlier_original_matures_on",
    "t5"."earlier_restructured_on",
    "t5"."earlier_schedule_from",
    "t5"."earlier_refinances",
    "t5"."earlier_written_off_on",
    "t5"."earlier_title_kind",
    "t5"."earlier_installments_returned",
    "t5"."earlier_payments_returned",
    "t5"."earlier_collateral_returned",
    "t5"."earlier_recovery_returned",
    "t5"."earlier_outstanding_principal",
    "t5"."earlier_overpaid_principal",
    "t5"."earlier_days_past_due",
    "t5"."earlier_accrued_interest",
    "t5"."earlier_repaid_on",
    "t5"."earlier_basis",
    "t5"."earlier_lender_kind",
    "t5"."earlier_is_short_term",
    "t5"."earlier_is_as_of",
    "t5"."earlier_is_written_off",
    "t5"."earlier_are_payments_known",
    "t5"."earlier_reported_outstanding",
    "t5"."earlier_reported_days_past_due",
    "t5"."earlier_titles_held",
    "t5"."earlier_has_collateral",
    "t5"."earlier_has_schedule",
    "t5"."later_loan_no",
    "t5"."later_tape",
    "t5"."later_row",
    "t5"."later_is_disbursed",
    "t5"."later_borrower_id",
    "t5"."later_currency",
    "t5"."later_principal",
    "t5"."later_signed_on",
    "t5"."later_disbursed_on",
    "t5"."later_matures_on",
    "t5"."later_nominal_rate",
    "t5"."later_rate_method",
    "t5"."later_frequency",
    "t5"."later_amortization",
    "t5"."later_grace_months",
    "t5"."later_fees_upfront",
    "t5"."later_original_matures_on",
    "t5"."later_restructured_on",
    "t5"."later_schedule_from",
    "t5"."later_refinances",
    "t5"."later_written_off_on",
    "t5"."later_title_kind",
    "t5"."later_installments_returned",
    "t5"."later_payments_returned",
    "t5"."later_collateral_returned",
    "t5"."later_recovery_returned",
    "t5"."later_outstanding_principal",
    "t5"."later_overpaid_principal",
    "t5"."later_days_past_due",
    "t5"."later_accrued_interest",
    "t5"."later_repaid_on",
    "t5"."later_basis",
    "t5"."later_lender_kind",
    "t5"."later_is_short_term",
    "t5"."later_is_as_of",
    "t5"."later_is_written_off",
    "t5"."later_are_payments_known",
    "t5"."later_reported_outstanding",
    "t5"."later_reported_days_past_due",
    "t5"."later_titles_held",
    "t5"."later_has_collateral",
    "t5"."later_has_schedule",
    "t5"."received_principal",
    "t5"."received",
    "t5"."restarted_on",
    "t5"."is_restructured_between",
    "t5"."received_before_restart",
    "t5"."owed_interest",
    "t5"."next_due_on",
    "t5"."is_origin_changed",
    "t5"."are_events_rewritten",
    "t5"."are_payments_rewritten",
    "t5"."is_rate_changed",
    "t5"."is_schedule_moved",
    "t4"."f_institution",
    "t4"."f_loan",
    "t4"."gone",
    "t4"."new",
    "t4"."told_otherwise",
    "t4"."row_earlier_row",
    "t4"."row_later_row",
    "t4"."row_earlier_tape",
    "t4"."row_later_tape",
    "t4"."earlier_on",
    "t4"."later_on",
    "t4"."earlier_amount",
    "t4"."later_amount"
  FROM (
    SELECT
      *
    FROM "month_loans" AS "t0"
    WHERE
      "t0"."earlier_is_disbursed" AND NOT (
        "t0"."later_loan_no"
      ) IS NULL
  ) AS "t5"
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
    FROM "month_installments" AS "t1"
  ) AS "t4"
    ON "t5"."institution_id" = "t4"."f_institution" AND "t5"."loan_id" = "t4"."f_loan"
) AS "t6"

-- month_payments as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  *
FROM (
  SELECT
    "t33"."institution_id",
    "t33"."loan_id",
    "t33"."gone",
    "t33"."new",
    "t33"."told_otherwise",
    "t33"."earlier_row",
    "t33"."later_row",
    "t33"."earlier_tape",
    "t33"."later_tape",
    "t33"."earlier_on",
    "t33"."later_on",
    "t33"."earlier_amount",
    "t33"."later_amount"
  FROM (
    SELECT
      "t31"."institution_id",
      "t31"."loan_id",
      "t31"."gone",
      "t31"."new",
      "t31"."told_otherwise",
      "t31"."earlier_row",
      "t31"."later_row",
      "t31"."earlier_tape",
      "t31"."later_tape",
      "t31"."earlier_on",
      "t31"."later_on",
      "t31"."earlier_amount",
      "t31"."later_amount"
    FROM (
      SELECT
        "t30"."institution_id",
        "t30"."loan_id",
        "t30"."gone",
        "t30"."new",
        "t30"."told_otherwise",
        "t30"."earlier_row",
        "t30"."later_row",
        "t30"."earlier_tape",
        "t30"."later_tape",
        "t30"."earlier_on",
        "t30"."later_on",
        "t30"."earlier_amount",
        "t30"."later_amount",
        "t30"."is_silent"
      FROM (
        SELECT
          "t29"."institution_id",
          "t29"."loan_id",
          "t29"."gone",
          "t29"."new",
          "t29"."told_otherwise",
          "t29"."earlier_row",
          "t29"."later_row",
          "t29"."earlier_tape",
          "t29"."later_tape",
          "t29"."earlier_on",
          "t29"."later_on",
          "t29"."earlier_amount",
          "t29"."later_amount",
          "t12"."institution_id" AS "institution_id_right",
          "t12"."is_silent"
        FROM (
          SELECT
            "t27"."institution_id",
            "t27"."loan_id",
            "t27"."gone",
            "t27"."new",
            "t27"."told_otherwise",
            "t27"."earlier_row",
            "t27"."later_row",
            "t27"."earlier_tape",
            "t27"."later_tape",
            "t27"."earlier_on",
            "t27"."later_on",
            "t27"."earlier_amount",
            "t27"."later_amount"
          FROM (
            SELECT
              "t26"."institution_id",
              "t26"."loan_id",
              COALESCE(
                CAST(CAST(SUM(CAST(COALESCE("t26"."is_gone", FALSE) AS BIGINT)) AS DECIMAL(38, 0)) AS BIGINT),
                0
              ) AS "gone",
              COALESCE(
                CAST(CAST(SUM(CAST(COALESCE("t26"."is_new", FALSE) AS BIGINT)) AS DECIMAL(38, 0)) AS BIGINT),
                0
              ) AS "new",
              COALESCE(
                CAST(CAST(SUM(CAST(COALESCE("t26"."is_otherwise", FALSE) AS BIGINT)) AS DECIMAL(38, 0)) AS BIGINT),
                0
              ) AS "told_otherwise",
              MIN("t26"."earlier_row") AS "earlier_row",
              MIN("t26"."earlier_tape") AS "earlier_tape",
              MIN("t26"."later_row") AS "later_row",
              MIN("t26"."later_tape") AS "later_tape",
              MIN("t26"."earlier_day") AS "earlier_on",
              MIN("t26"."later_day") AS "later_on",
              COALESCE(CAST(CAST(SUM("t26"."earlier_amount") AS DECIMAL(38, 0)) AS BIGINT), 0) AS "earlier_amount",
              COALESCE(CAST(CAST(SUM("t26"."later_amount") AS DECIMAL(38, 0)) AS BIGINT), 0) AS "later_amount"
            FROM (
              SELECT
                COALESCE("t25"."institution_id", "t25"."institution_id_right") AS "institution_id",
                COALESCE("t25"."loan_id", "t25"."loan_id_right") AS "loan_id",
                "t25"."paid_on",
                "t25"."principal",
                "t25"."interest",
                "t25"."fee",
                "t25"."penalty",
                "t25"."place",
                "t25"."earlier_row",
                "t25"."earlier_tape",
                "t25"."earlier_day",
                "t25"."earlier_told",
                "t25"."earlier_amount",
                "t25"."institution_id_right",
                "t25"."loan_id_right",
                "t25"."paid_on_right",
                "t25"."principal_right",
                "t25"."interest_right",
                "t25"."fee_right",
                "t25"."penalty_right",
                "t25"."place_right",
                "t25"."later_row",
                "t25"."later_tape",
                "t25"."later_day",
                "t25"."later_told",
                "t25"."later_amount",
                (
                  "t25"."later_row"
                ) IS NULL AS "is_gone",
                (
                  "t25"."earlier_row"
                ) IS NULL AS "is_new",
                (
                  "t25"."earlier_told" <> ''
                )
                AND (
                  "t25"."later_told" <> "t25"."earlier_told"
                ) AS "is_otherwise"
              FROM (
                SELECT
                  "t23"."institution_id",
                  "t23"."loan_id",
                  "t23"."paid_on",
                  "t23"."principal",
                  "t23"."interest",
                  "t23"."fee",
                  "t23"."penalty",
                  "t23"."place",
                  "t23"."earlier_row",
                  "t23"."earlier_tape",
                  "t23"."earlier_day",
                  "t23"."earlier_told",
                  "t23"."earlier_amount",
                  "t24"."institution_id" AS "institution_id_right",
                  "t24"."loan_id" AS "loan_id_right",
                  "t24"."paid_on" AS "paid_on_right",
                  "t24"."principal" AS "principal_right",
                  "t24"."interest" AS "interest_right",
                  "t24"."fee" AS "fee_right",
                  "t24"."penalty" AS "penalty_right",
                  "t24"."place" AS "place_right",
                  "t24"."later_row",
                  "t24"."later_tape",
                  "t24"."later_day",
                  "t24"."later_told",
                  "t24"."later_amount"
                FROM (
                  SELECT
                    "t19"."institution_id",
                    "t19"."loan_id",
                    "t19"."paid_on",
                    "t19"."principal",
                    "t19"."interest",
                    "t19"."fee",
                    "t19"."penalty",
                    "t19"."place",
                    "t19"."row" AS "earlier_row",
                    "t19"."tape" AS "earlier_tape",
                    "t19"."day" AS "earlier_day",
                    "t19"."told" AS "earlier_told",
                    "t19"."amount" AS "earlier_amount"
                  FROM (
                    SELECT
                      "t17"."loan_no",
                      "t17"."row",
                      "t17"."day",
                      "t17"."paid_on",
                      "t17"."principal",
                      "t17"."interest",
                      "t17"."fee",
                      "t17"."penalty",
                      "t17"."told",
                      "t17"."amount",
                      "t17"."institution_id",
                      "t17"."loan_id",
                      "t17"."tape",
                      ROW_NUMBER() OVER (
                        PARTITION BY "t17"."institution_id", "t17"."loan_id", "t17"."paid_on", "t17"."principal", "t17"."interest", "t17"."fee", "t17"."penalty"
                        ORDER BY "t17"."told" ASC, "t17"."row" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) - 1 AS "place"
                    FROM (
                      SELECT
                        "t15"."loan_no",
                        "t15"."row",
                        "t15"."day",
                        "t15"."paid_on",
                        "t15"."principal",
                        "t15"."interest",
                        "t15"."fee",
                        "t15"."penalty",
                        "t15"."told",
                        "t15"."amount",
                        "t8"."institution_id",
                        "t8"."loan_id",
                        "t8"."tape"
                      FROM (
                        SELECT
                          "t1"."loan_no",
                          "t1"."source_row" AS "row",
                          "t1"."paid_on" AS "day",
                          "t1"."paid_on",
                          "t1"."principal",
                          "t1"."interest",
                          COALESCE("t1"."fee", 0) AS "fee",
                          COALESCE("t1"."penalty", 0) AS "penalty",
                          COALESCE("t1"."source", '') AS "told",
                          "t1"."principal" + COALESCE("t1"."interest", 0) + COALESCE("t1"."fee", 0) + COALESCE("t1"."penalty", 0) AS "amount"
                        FROM "earlier_payments" AS "t1"
                        WHERE
                          "t1"."paid_on" <= MAKE_DATE(2024, 11, 30)
                      ) AS "t15"
                      INNER JOIN (
                        SELECT
                          "t2"."loan_no",
                          "t2"."institution_id",
                          "t2"."loan_id",
                          "t2"."tape"
                        FROM "earlier_loans" AS "t2"
                      ) AS "t8"
                        ON "t15"."loan_no" = "t8"."loan_no"
                    ) AS "t17"
                  ) AS "t19"
                ) AS "t23"
                FULL OUTER JOIN (
                  SELECT
                    "t20"."institution_id",
                    "t20"."loan_id",
                    "t20"."paid_on",
                    "t20"."principal",
                    "t20"."interest",
                    "t20"."fee",
                    "t20"."penalty",
                    "t20"."place",
                    "t20"."row" AS "later_row",
                    "t20"."tape" AS "later_tape",
                    "t20"."day" AS "later_day",
                    "t20"."told" AS "later_told",
                    "t20"."amount" AS "later_amount"
                  FROM (
                    SELECT
                      "t18"."loan_no",
                      "t18"."row",
                      "t18"."day",
                      "t18"."paid_on",
                      "t18"."principal",
                      "t18"."interest",
                      "t18"."fee",
                      "t18"."penalty",
                      "t18"."told",
                      "t18"."amount",
                      "t18"."institution_id",
                      "t18"."loan_id",
                      "t18"."tape",
                      ROW_NUMBER() OVER (
                        PARTITION BY "t18"."institution_id", "t18"."loan_id", "t18"."paid_on", "t18"."principal", "t18"."interest", "t18"."fee", "t18"."penalty"
                        ORDER BY "t18"."told" ASC, "t18"."row" ASC
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) - 1 AS "place"
                    FROM (
                      SELECT
                        "t16"."loan_no",
                        "t16"."row",
                        "t16"."day",
                        "t16"."paid_on",
                        "t16"."principal",
                        "t16"."interest",
                        "t16"."fee",
                        "t16"."penalty",
                        "t16"."told",
                        "t16"."amount",
                        "t9"."institution_id",
                        "t9"."loan_id",
                        "t9"."tape"
                      FROM (
                        SELECT
                          "t3"."loan_no",
                          "t3"."source_row" AS "row",
                          "t3"."paid_on" AS "day",
                          "t3"."paid_on",
                          "t3"."principal",
                          "t3"."interest",
                          COALESCE("t3"."fee", 0) AS "fee",
                          COALESCE("t3"."penalty", 0) AS "penalty",
                          COALESCE("t3"."source", '') AS "told",
                          "t3"."principal" + COALESCE("t3"."interest", 0) + COALESCE("t3"."fee", 0) + COALESCE("t3"."penalty", 0) AS "amount"
                        FROM "later_payments" AS "t3"
                        WHERE
                          "t3"."paid_on" <= MAKE_DATE(2024, 11, 30)
                      ) AS "t16"
                      INNER JOIN (
                        SELECT
                          "t4"."loan_no",
                          "t4"."institution_id",
                          "t4"."loan_id",
                          "t4"."tape"
                        FROM "later_loans" AS "t4"
                      ) AS "t9"
                        ON "t16"."loan_no" = "t9"."loan_no"
                    ) AS "t18"
                  ) AS "t20"
                ) AS "t24"
                  ON "t23"."institution_id" = "t24"."institution_id"
                  AND "t23"."loan_id" = "t24"."loan_id"
                  AND "t23"."paid_on" = "t24"."paid_on"
                  AND "t23"."principal" = "t24"."principal"
                  AND "t23"."interest" = "t24"."interest"
                  AND "t23"."fee" = "t24"."fee"
                  AND "t23"."penalty" = "t24"."penalty"
                  AND "t23"."place" = "t24"."place"
              ) AS "t25"
              WHERE
                (
                  (
                    "t25"."later_row"
                  ) IS NULL
                )
                OR (
                  (
                    "t25"."earlier_row"
                  ) IS NULL
                )
                OR COALESCE(
                  (
                    "t25"."earlier_told" <> ''
                  )
                  AND (
                    "t25"."later_told" <> "t25"."earlier_told"
                  ),
                  FALSE
                )
            ) AS "t26"
            GROUP BY
              1,
              2
          ) AS "t27"
        ) AS "t29"
        LEFT OUTER JOIN (
          SELECT
            "t0"."institution_id",
            TRUE AS "is_silent"
          FROM "month_lenders" AS "t0"
          WHERE
            NOT (
              COALESCE("t0"."later_has_sources", FALSE)
            )
        ) AS "t12"
          ON "t29"."institution_id" = "t12"."institution_id"
      ) AS "t30"
    ) AS "t31"
    WHERE
      (
        (
          "t31"."gone" + "t31"."new"
        ) > 0
      )
      OR (
        (
          "t31"."is_silent"
        ) IS NULL
      )
  ) AS "t33"
  SEMI JOIN (
    SELECT
      *
    FROM "month_lenders" AS "t0"
    WHERE
      COALESCE("t0"."earlier_has_payments", FALSE)
      AND COALESCE("t0"."later_has_payments", FALSE)
  ) AS "t10"
    ON "t33"."institution_id" = "t10"."institution_id"
) AS "t34"
ORDER BY
  "t34"."institution_id" ASC,
  "t34"."loan_id" ASC

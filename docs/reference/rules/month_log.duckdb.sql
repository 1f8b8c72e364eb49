-- month_log as it stands on 2024-12-31, for DuckDB. Made by `python3 run.py docs`.
SELECT
  *
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
      "t25"."institution_id",
      "t25"."loan_id",
      "t25"."gone",
      "t25"."new",
      "t25"."told_otherwise",
      "t25"."earlier_row",
      "t25"."later_row",
      "t25"."earlier_tape",
      "t25"."later_tape",
      "t25"."earlier_on",
      "t25"."later_on",
      "t25"."earlier_amount",
      "t25"."later_amount"
    FROM (
      SELECT
        "t24"."institution_id",
        "t24"."loan_id",
        COALESCE(
          CAST(CAST(SUM(CAST(COALESCE("t24"."is_gone", FALSE) AS BIGINT)) AS DECIMAL(38, 0)) AS BIGINT),
          0
        ) AS "gone",
        COALESCE(
          CAST(CAST(SUM(CAST(COALESCE("t24"."is_new", FALSE) AS BIGINT)) AS DECIMAL(38, 0)) AS BIGINT),
          0
        ) AS "new",
        COALESCE(
          CAST(CAST(SUM(CAST(COALESCE("t24"."is_otherwise", FALSE) AS BIGINT)) AS DECIMAL(38, 0)) AS BIGINT),
          0
        ) AS "told_otherwise",
        MIN("t24"."earlier_row") AS "earlier_row",
        MIN("t24"."earlier_tape") AS "earlier_tape",
        MIN("t24"."later_row") AS "later_row",
        MIN("t24"."later_tape") AS "later_tape",
        MIN("t24"."earlier_day") AS "earlier_on",
        MIN("t24"."later_day") AS "later_on",
        COALESCE(CAST(CAST(SUM("t24"."earlier_amount") AS DECIMAL(38, 0)) AS BIGINT), 0) AS "earlier_amount",
        COALESCE(CAST(CAST(SUM("t24"."later_amount") AS DECIMAL(38, 0)) AS BIGINT), 0) AS "later_amount"
      FROM (
        SELECT
          COALESCE("t23"."institution_id", "t23"."institution_id_right") AS "institution_id",
          COALESCE("t23"."loan_id", "t23"."loan_id_right") AS "loan_id",
          "t23"."happened_on",
          "t23"."step",
          "t23"."place",
          "t23"."earlier_row",
          "t23"."earlier_tape",
          "t23"."earlier_day",
          "t23"."earlier_told",
          "t23"."earlier_amount",
          "t23"."institution_id_right",
          "t23"."loan_id_right",
          "t23"."happened_on_right",
          "t23"."step_right",
          "t23"."place_right",
          "t23"."later_row",
          "t23"."later_tape",
          "t23"."later_day",
          "t23"."later_told",
          "t23"."later_amount",
          (
            "t23"."later_row"
          ) IS NULL AS "is_gone",
          (
            "t23"."earlier_row"
          ) IS NULL AS "is_new",
          (
            "t23"."earlier_told" <> ''
          )
          AND (
            "t23"."later_told" <> "t23"."earlier_told"
          ) AS "is_otherwise"
        FROM (
          SELECT
            "t21"."institution_id",
            "t21"."loan_id",
            "t21"."happened_on",
            "t21"."step",
            "t21"."place",
            "t21"."earlier_row",
            "t21"."earlier_tape",
            "t21"."earlier_day",
            "t21"."earlier_told",
            "t21"."earlier_amount",
            "t22"."institution_id" AS "institution_id_right",
            "t22"."loan_id" AS "loan_id_right",
            "t22"."happened_on" AS "happened_on_right",
            "t22"."step" AS "step_right",
            "t22"."place" AS "place_right",
            "t22"."later_row",
            "t22"."later_tape",
            "t22"."later_day",
            "t22"."later_told",
            "t22"."later_amount"
          FROM (
            SELECT
              "t17"."institution_id",
              "t17"."loan_id",
              "t17"."happened_on",
              "t17"."step",
              "t17"."place",
              "t17"."row" AS "earlier_row",
              "t17"."tape" AS "earlier_tape",
              "t17"."day" AS "earlier_day",
              "t17"."told" AS "earlier_told",
              "t17"."amount" AS "earlier_amount"
            FROM (
              SELECT
                "t15"."loan_no",
                "t15"."row",
                "t15"."day",
                "t15"."happened_on",
                "t15"."step",
                "t15"."told",
                "t15"."amount",
                "t15"."institution_id",
                "t15"."loan_id",
                "t15"."tape",
                ROW_NUMBER() OVER (
                  PARTITION BY "t15"."institution_id", "t15"."loan_id", "t15"."happened_on", "t15"."step"
                  ORDER BY "t15"."told" ASC, "t15"."row" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) - 1 AS "place"
              FROM (
                SELECT
                  "t13"."loan_no",
                  "t13"."row",
                  "t13"."day",
                  "t13"."happened_on",
                  "t13"."step",
                  "t13"."told",
                  "t13"."amount",
                  "t9"."institution_id",
                  "t9"."loan_id",
                  "t9"."tape"
                FROM (
                  SELECT
                    "t1"."loan_no",
                    "t1"."source_row" AS "row",
                    "t1"."happened_on" AS "day",
                    "t1"."happened_on",
                    "t1"."step",
                    '' AS "told",
                    0 AS "amount"
                  FROM "earlier_recovery" AS "t1"
                  WHERE
                    "t1"."happened_on" <= MAKE_DATE(2024, 11, 30)
                ) AS "t13"
                INNER JOIN (
                  SELECT
                    "t2"."loan_no",
                    "t2"."institution_id",
                    "t2"."loan_id",
                    "t2"."tape"
                  FROM "earlier_loans" AS "t2"
                ) AS "t9"
                  ON "t13"."loan_no" = "t9"."loan_no"
              ) AS "t15"
            ) AS "t17"
          ) AS "t21"
          FULL OUTER JOIN (
            SELECT
              "t18"."institution_id",
              "t18"."loan_id",
              "t18"."happened_on",
              "t18"."step",
              "t18"."place",
              "t18"."row" AS "later_row",
              "t18"."tape" AS "later_tape",
              "t18"."day" AS "later_day",
              "t18"."told" AS "later_told",
              "t18"."amount" AS "later_amount"
            FROM (
              SELECT
                "t16"."loan_no",
                "t16"."row",
                "t16"."day",
                "t16"."happened_on",
                "t16"."step",
                "t16"."told",
                "t16"."amount",
                "t16"."institution_id",
                "t16"."loan_id",
                "t16"."tape",
                ROW_NUMBER() OVER (
                  PARTITION BY "t16"."institution_id", "t16"."loan_id", "t16"."happened_on", "t16"."step"
                  ORDER BY "t16"."told" ASC, "t16"."row" ASC
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                ) - 1 AS "place"
              FROM (
                SELECT
                  "t14"."loan_no",
                  "t14"."row",
                  "t14"."day",
                  "t14"."happened_on",
                  "t14"."step",
                  "t14"."told",
                  "t14"."amount",
                  "t11"."institution_id",
                  "t11"."loan_id",
                  "t11"."tape"
                FROM (
                  SELECT
                    "t3"."loan_no",
                    "t3"."source_row" AS "row",
                    "t3"."happened_on" AS "day",
                    "t3"."happened_on",
                    "t3"."step",
                    '' AS "told",
                    0 AS "amount"
                  FROM "later_recovery" AS "t3"
                  WHERE
                    "t3"."happened_on" <= MAKE_DATE(2024, 11, 30)
                ) AS "t14"
                INNER JOIN (
                  SELECT
                    "t4"."loan_no",
                    "t4"."institution_id",
                    "t4"."loan_id",
                    "t4"."tape"
                  FROM "later_loans" AS "t4"
                ) AS "t11"
                  ON "t14"."loan_no" = "t11"."loan_no"
              ) AS "t16"
            ) AS "t18"
          ) AS "t22"
            ON "t21"."institution_id" = "t22"."institution_id"
            AND "t21"."loan_id" = "t22"."loan_id"
            AND "t21"."happened_on" = "t22"."happened_on"
            AND "t21"."step" = "t22"."step"
            AND "t21"."place" = "t22"."place"
        ) AS "t23"
        WHERE
          (
            (
              "t23"."later_row"
            ) IS NULL
          )
          OR (
            (
              "t23"."earlier_row"
            ) IS NULL
          )
          OR COALESCE(
            (
              "t23"."earlier_told" <> ''
            )
            AND (
              "t23"."later_told" <> "t23"."earlier_told"
            ),
            FALSE
          )
      ) AS "t24"
      GROUP BY
        1,
        2
    ) AS "t25"
  ) AS "t27"
  SEMI JOIN (
    SELECT
      *
    FROM "month_lenders" AS "t0"
    WHERE
      COALESCE("t0"."earlier_has_recovery", FALSE)
      AND COALESCE("t0"."later_has_recovery", FALSE)
  ) AS "t12"
    ON "t27"."institution_id" = "t12"."institution_id"
) AS "t28"
ORDER BY
  "t28"."institution_id" ASC,
  "t28"."loan_id" ASC
